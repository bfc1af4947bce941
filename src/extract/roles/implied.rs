//! Who is taken for an athlete although no rule says so.

use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::people::People;
use crate::extract::tokens::Kind;
use crate::vocabulary::Field;

use super::lines;

/// Weight of being named where sport is spoken of and nothing says otherwise.
const IMPLIED: i32 = 40;

/// Tags of a sentence that speaks of competing.
pub(super) const COMPETING: &[&str] = &[
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

/// Tags of what somebody does or is who competes.
const DOES: &[&str] = &[
    "BEAT",
    "CHAMPION",
    "DECIMAL",
    "DIST",
    "FINISH",
    "LICENCE",
    "LOSE",
    "MEDAL",
    "MEDALLIST",
    "ORD",
    "PODIUM",
    "QUALIFY",
    "SCORE",
    "STRUCK",
    "TITLE",
    "TRIUMPH",
    "WEIGHT",
];

/// How near such a word stands to the name, in mentions: in front of it, behind it.
const NEAR: (usize, usize) = (4, 8);

/// So many names with a number in brackets are a table of results.
const RESULTS: usize = 3;

/// A full name without a role, in a sentence about competing, is taken for an athlete's.
pub(super) fn imply(document: &mut Document<'_>) {
    for i in 0..document.people.all.len() {
        let person = &document.people.all[i];
        if person.athlete > 0 || person.official > 0 {
            continue;
        }
        if let Some(sentence) = competes(document, i) {
            let person = &mut document.people.all[i];
            person.athlete += IMPLIED;
            person.evidence.get_or_insert((sentence, "implied-athlete".to_owned()));
        }
    }
}

/// The first sentence that shows a person among what is competed for. Somebody who speaks may be anybody: of him
/// another sentence must say what he did.
fn competes(document: &Document<'_>, person: usize) -> Option<usize> {
    let mut first = None;
    let (mut speaks, mut does) = (false, None);
    for &s in &document.people.all[person].sentences {
        let mentions = &document.sentences[s].mentions;
        let Some(at) = mentions.iter().position(|m| People::index(&m.facets) == Some(person)) else { continue };
        let said = near(mentions, at, (2, 2)).any(|m| document.pack.tags.name(m.tag) == "SAID");
        speaks |= said;
        if shown(document, s, at, person) {
            first = first.or(Some(s));
        }
        let doing = |m: &Mention| DOES.contains(&document.pack.tags.name(m.tag));
        let listed = || beside_athlete(document, mentions, at);
        if !said && does.is_none() && (near(mentions, at, NEAR).any(doing) || listed()) {
            does = Some(s);
        }
    }
    if speaks { does.and(first) } else { first }
}

/// The mentions around one.
fn near(mentions: &[Mention], at: usize, reach: (usize, usize)) -> impl Iterator<Item = &Mention> {
    mentions[at.saturating_sub(reach.0)..(at + reach.1 + 1).min(mentions.len())].iter()
}

/// True where a sentence shows a person among athletes or speaks of competing.
fn shown(document: &Document<'_>, s: usize, at: usize, person: usize) -> bool {
    let mentions = &document.sentences[s].mentions;
    if beside_athlete(document, mentions, at) {
        return true;
    }
    if !document.people.all[person].full {
        return false;
    }
    let tags = &document.pack.tags;
    let of_sport = mentions[at].facets.has(Field::Sport) || mentions[at].facets.has(Field::Event);
    let here = document.sentences[s].paragraph;
    let around = &document.sentences[s.saturating_sub(1)..(s + 2).min(document.sentences.len())];
    let mut spoken = around.iter().filter(|o| o.paragraph == here).flat_map(|o| &o.mentions);
    let competing = |m: &Mention| COMPETING.contains(&tags.name(m.tag));
    of_sport
        || lines::listed(document, s)
        || numbered(document, s) >= RESULTS
        || mentions.iter().any(competing)
        || spoken.any(competing)
}

/// True for a name in a list with others that are athletes'.
fn beside_athlete(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let tags = &document.pack.tags;
    let name = |m: &Mention| tags.name(m.tag) == "PERSON";
    let joined = |m: &Mention| ["COMMA", "AND"].contains(&tags.name(m.tag));
    let athlete = |m: &Mention| {
        let other = People::index(&m.facets).map(|p| &document.people.all[p]);
        other.is_some_and(|p| p.athlete > p.official)
    };
    let before = list(&mentions[..at], name, joined, true);
    let behind = list(&mentions[at + 1..], name, joined, false);
    before.into_iter().chain(behind).any(athlete)
}

/// How many names of a sentence have a number in brackets: "Anna Kiss (5), Eva Nagy (9)".
fn numbered(document: &Document<'_>, s: usize) -> usize {
    let sentence = &document.sentences[s];
    let is_number = |m: &&Mention| {
        let tokens = &sentence.tokens[m.tokens.clone()];
        tokens.windows(3).any(|t| t[0].is('(') && matches!(t[1].kind, Kind::Integer(_)) && t[2].is(')'))
    };
    sentence.mentions.iter().filter(|m| People::index(&m.facets).is_some()).filter(is_number).count()
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
