//! What an article says of its persons: athlete or not, country, sport, gender.

use super::Document;
use super::matching::Statement;
use super::mention::Mention;
use super::people::People;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Weight of a rule that says what somebody is.
const SAID: i32 = 100;

/// Gathers from statements and mentions what is said of each person.
pub(crate) fn learn(document: &mut Document<'_>, statements: &[Statement]) {
    for statement in statements {
        for who in &statement.who {
            let Some(person) = People::index(&who.facets) else { continue };
            match statement.table {
                Table::Athletes => {
                    let role = statement.fields.get(Field::Role).unwrap_or("athlete");
                    let of = &mut document.people.all[person];
                    match role {
                        "official" => of.official += SAID,
                        "athlete" => {
                            of.athlete += (statement.confidence * SAID as f32) as i32;
                            if of.evidence.is_none() {
                                of.evidence = Some((statement.sentence, statement.rule.clone()));
                            }
                        }
                        _ => {}
                    }
                    vote(document, Some(person), &statement.fields, 2);
                }
                Table::Medals | Table::Licenses => vote(document, Some(person), &statement.fields, 1),
                Table::None => {}
            }
        }
    }
    let tag = document.pack.tags.built_in("PERSON");
    let said: Vec<(usize, Facets)> = document
        .sentences
        .iter()
        .flat_map(|s| &s.mentions)
        .filter(|m| m.tag == tag)
        .filter_map(|m| Some((People::index(&m.facets)?, m.facets.clone())))
        .collect();
    for (person, facets) in said {
        vote(document, Some(person), &facets, 2);
    }
    described_below(document);
    imply(document);
}

/// Weight of being named where sport is spoken of and nothing says otherwise.
const IMPLIED: i32 = 40;

/// Tags of a sentence that speaks of competing.
const COMPETING: &[&str] = &[
    "MEDAL",
    "TITLE",
    "LICENCE",
    "QUALIFY",
    "EVENT",
    "DIST",
    "WEIGHT",
    "ATHLETE",
    "ATHLETES",
    "BEAT",
    "LOSE",
    "PODIUM",
    "STRUCK",
    "SPORT",
    "COMP",
    "SCORE",
    "ROLE",
    "CHAMPION",
    "MEDALLIST",
    "DECIMAL",
    "DISCIPLINE",
    "FINISH",
    "GAMES",
    "GAMESADJ",
    "ORD",
    "PARACLASS",
    "QUALIFIER",
    "SQUAD",
    "TALLY",
    "TEAM",
    "TITLEWORD",
    "WIN",
];

/// A full name without a role, in a sentence about competing, is taken for an athlete's.
fn imply(document: &mut Document<'_>) {
    let tags: Vec<_> = COMPETING.iter().filter_map(|t| document.pack.tags.get(t)).collect();
    let (said, person_tag) = (document.pack.tags.get("SAID"), document.pack.tags.built_in("PERSON"));
    for i in 0..document.people.all.len() {
        let person = &document.people.all[i];
        if person.athlete > 0 || person.official > 0 {
            continue;
        }
        let full = person.full;
        let mut speaks = false;
        let mut where_named = None;
        for &s in &person.sentences {
            let mentions = &document.sentences[s].mentions;
            let at = mentions.iter().position(|m| m.tag == person_tag && People::index(&m.facets) == Some(i));
            let Some(at) = at else { continue };
            // A name in a list with others is what they are.
            let joined = |m: &Mention| ["COMMA", "AND"].iter().any(|t| document.pack.tags.get(t) == Some(m.tag));
            let athlete = |m: &Mention| {
                let other = People::index(&m.facets).map(|p| &document.people.all[p]);
                other.is_some_and(|p| p.athlete > p.official)
            };
            let before = list(&mentions[..at], |m| m.tag == person_tag, joined, true);
            let behind = list(&mentions[at + 1..], |m| m.tag == person_tag, joined, false);
            if before.into_iter().chain(behind).any(athlete) {
                where_named = where_named.or(Some(s));
            }
            if !full {
                continue;
            }
            if listed(document, s) {
                where_named = where_named.or(Some(s));
            }
            let near = &mentions[at.saturating_sub(2)..(at + 3).min(mentions.len())];
            speaks |= near.iter().any(|m| Some(m.tag) == said);
            let here = document.sentences[s].paragraph;
            let around = &document.sentences[s.saturating_sub(1)..(s + 2).min(document.sentences.len())];
            let mut spoken = around.iter().filter(|o| o.paragraph == here).flat_map(|o| &o.mentions);
            if mentions.iter().any(|m| tags.contains(&m.tag)) || spoken.any(|m| tags.contains(&m.tag)) {
                where_named = where_named.or(Some(s));
            }
        }
        if let (Some(s), false) = (where_named, speaks) {
            let person = &mut document.people.all[i];
            person.athlete += IMPLIED;
            person.evidence.get_or_insert((s, "implied-athlete".to_owned()));
        }
    }
}

/// The names that stand in a list behind or, `backwards`, before a place.
fn list(
    mentions: &[Mention],
    name: impl Fn(&Mention) -> bool,
    joined: impl Fn(&Mention) -> bool,
    backwards: bool,
) -> Vec<&Mention> {
    let mut out = Vec::new();
    let mut linked = false;
    let count = mentions.len();
    for k in 0..count {
        let m = &mentions[if backwards { count - 1 - k } else { k }];
        if joined(m) {
            linked = true;
        } else if linked && name(m) {
            out.push(m);
            linked = false;
        } else {
            break;
        }
    }
    out
}

/// How many lines a list of names under a heading may have.
const LONGEST_LIST: usize = 30;

/// True for a line that is a name and hardly more, in a list under a heading about sport: "Women", "Curling".
fn listed(document: &Document<'_>, sentence: usize) -> bool {
    let tags = &document.pack.tags;
    let name = tags.built_in("PERSON");
    let own = &document.sentences[sentence];
    if !own.heading && own.mentions.first().is_none_or(|m| m.tag != name) || own.mentions.len() > 5 {
        return false;
    }
    let heads =
        |m: &Mention| COMPETING.contains(&tags.name(m.tag)) || ["GENDER", "COUNTRY"].contains(&tags.name(m.tag));
    let above = document.sentences[..sentence].iter().rev().take(LONGEST_LIST);
    let heading = above.filter(|s| s.heading).find(|s| s.mentions.iter().all(|m| m.tag != name));
    heading.is_some_and(|h| h.mentions.len() <= 5 && h.mentions.iter().any(heads))
}

/// "Anna KISS" on a line of its own and "Swimmer, Hungary" on the next: what the next line says is the person's.
fn described_below(document: &mut Document<'_>) {
    let tags = &document.pack.tags;
    let name = tags.built_in("PERSON");
    let mut said = Vec::new();
    for (i, pair) in document.sentences.windows(2).enumerate() {
        let [line, below] = pair else { continue };
        let [only] = &line.mentions[..] else { continue };
        let what = ["ATHLETE", "ATHLETES", "ROLE"];
        let first = below.mentions.first().is_some_and(|m| what.contains(&tags.name(m.tag)));
        if let (true, true, Some(person)) = (only.tag == name, first, People::index(&only.facets)) {
            let mut facets = below.mentions[0].facets.clone();
            let country = below.mentions.iter().take(4).find_map(|m| m.facets.get(Field::Country));
            if let Some(country) = country {
                facets.fill_in(Field::Country, country);
            }
            said.push((i, person, facets));
        }
    }
    for (sentence, person, facets) in said {
        vote(document, Some(person), &facets, 2);
        let person = &mut document.people.all[person];
        person.athlete += SAID;
        person.evidence.get_or_insert((sentence, "described-below".to_owned()));
    }
}

fn vote(document: &mut Document<'_>, person: Option<usize>, facets: &Facets, weight: u32) {
    let Some(person) = person.and_then(|p| document.people.all.get_mut(p)) else { return };
    for (field, votes) in [
        (Field::Country, &mut person.countries),
        (Field::Sport, &mut person.sports),
        (Field::Gender, &mut person.genders),
    ] {
        if let Some(value) = facets.get(field) {
            *votes.entry(value.to_owned()).or_default() += weight;
        }
    }
}
