//! What an article says of its persons: athlete or not, country, sport, gender.

mod implied;
mod lines;

use std::collections::BTreeSet;

use super::Document;
use super::matching::{Statement, Who};
use super::mention::Mention;
use super::people::People;
use super::salience;
use crate::rules::{Part, Table};
use crate::vocabulary::{Facets, Field, name_key};

/// Weight of a rule that says what somebody is.
const SAID: i32 = 100;

/// Weight of a medal that is told, against an office that is said in passing.
const TOLD: i32 = 40;

/// Weight of a country, a sport or a gender that a sure rule or the words around a name say.
const CERTAIN: u32 = 20;

/// Gathers from statements and mentions what is said of each person.
pub(crate) fn learn(document: &mut Document<'_>, statements: &[Statement]) {
    let told = told(document, statements);
    for statement in statements {
        for who in &statement.who {
            let Some(person) = People::index(&who.facets) else { continue };
            let office = if by_given_name(document, statement.sentence, who.token, person) { SAID / 4 } else { SAID };
            match statement.table {
                Table::Athletes => {
                    let role = statement.fields.get(Field::Role).unwrap_or("athlete");
                    // "The minister met Anna Kiss, who won": the office is another's.
                    let of_another = told.contains(&(person, statement.sentence)) && met(document, statement, who);
                    let of = &mut document.people.all[person];
                    match role {
                        "official" if of_another => {}
                        "official" => of.official += office,
                        "athlete" => {
                            of.athlete += (statement.confidence * SAID as f32) as i32;
                            if of.evidence.is_none() {
                                of.evidence = Some((statement.sentence, statement.rule.clone()));
                            }
                        }
                        _ => {}
                    }
                    vote(document, Some(person), &statement.fields, (statement.confidence * CERTAIN as f32) as u32);
                }
                Table::Medals | Table::Licenses => vote(document, Some(person), &statement.fields, CERTAIN / 2),
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
        vote(document, Some(person), &facets, CERTAIN);
    }
    lines::described_below(document);
    lines::not_in_the_story(document);
    implied::imply(document);
    for index in told.iter().map(|(person, _)| *person).collect::<BTreeSet<usize>>() {
        let person = &mut document.people.all[index];
        if person.athlete > 0 && person.official > 0 {
            person.athlete += TOLD;
        }
    }
}

/// Each person of whom a sentence tells a medal or a licence, with the sentence. Officials go to the Games as well: that
/// somebody goes there says nothing against an office.
fn told(document: &Document<'_>, statements: &[Statement]) -> BTreeSet<(usize, usize)> {
    let goes = |s: &&Statement| {
        let focus = document.sentences[s.sentence].mention_at(s.tokens.start);
        s.table == Table::Licenses && focus.is_some_and(|m| document.any(m, &["QUALIFY"]))
    };
    let telling = statements.iter().filter(|s| tells(s) && !goes(s));
    let persons = telling.flat_map(|s| s.who.iter().map(move |w| (People::index(&w.facets), s.sentence)));
    persons.filter_map(|(person, sentence)| Some((person?, sentence))).collect()
}

/// Tags of what may stand in the name of an office.
const OF_AN_OFFICE: &[&str] = &[
    "AND", "CAP", "CITY", "CLOSE", "COMMA", "COMP", "COUNTRY", "DEMONYM", "DET", "FOR", "GAMES", "GAMESADJ", "GENDER",
    "HYPHEN", "OF", "OFFICIAL", "ONE", "OPEN", "ORD", "ORG", "POSS", "QUOTE", "REGION", "ROLE", "SLASH", "SPORT",
    "SQUAD", "TEAM", "WHERE",
];

/// True where more than the name of an office stands between it and a person: "the minister received Anna Kiss" says that she
/// met one.
fn met(document: &Document<'_>, statement: &Statement, who: &Who) -> bool {
    let mentions = &document.sentences[statement.sentence].mentions;
    let before = |m: &&Mention| m.tokens.start >= statement.span.start && m.tokens.end <= who.token;
    let before: Vec<&Mention> = mentions.iter().filter(before).collect();
    let office = before.iter().rposition(|m| document.any(m, &["OFFICIAL"]));
    office.is_some_and(|at| before[at..].iter().any(|m| !document.any(m, OF_AN_OFFICE)))
}

/// True for a medal or a licence that a rule says somebody to have won, not one that describes him.
fn tells(statement: &Statement) -> bool {
    let describes = |f: &Facets| f.get(Field::Basis) == Some("title");
    matches!(statement.table, Table::Medals | Table::Licenses)
        && statement.rule != salience::RULE
        && !describes(&statement.fields)
        && !describes(&statement.focus)
}

/// True where a full name is meant by its given name alone: "Yuri's coach" says little of Yuri.
fn by_given_name(document: &Document<'_>, sentence: usize, token: usize, person: usize) -> bool {
    let person = &document.people.all[person];
    let tokens = &document.sentences[sentence].tokens;
    let tags = &document.pack.tags;
    let mentions = &document.sentences[sentence].mentions;
    let one = mentions.iter().any(|m| tags.name(m.tag) == "PERSON" && m.tokens == (token..token + 1));
    let Some(word) = tokens.get(token).and_then(|t| document.text.get(t.start..t.end)) else { return false };
    let bases = document.pack.names.declensions.bases(word, Part::Given);
    let given = |name: &str| person.words.first() == Some(&name_key(name));
    person.full && one && (given(word) || bases.iter().any(|b| given(&b.nominative)))
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
