//! So many licences each, nation by nation within a sentence.
//!
//! ```text
//! Three places each were won by Hungary and Latvia, two each by Malta, Cuba and Peru.
//! ```
//! Each number is that of the nations behind it, or of those before it where the sentence begins with nations.

use super::lines::{Kind, UNREAL, goal_of, has, licence_in};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who, by_sentence};
use crate::extract::mention::Mention;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::Field;

/// Above the rules that read one such number, and give all nations of the sentence one licence.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licences-each", priority: 42, confidence: 0.75 };

/// Those who have them.
const NATIONS: &[&str] = &["COUNTRY", "SQUAD", "PEOPLE", "REF"];

/// What the sentence does not have: its numbers are then not those of licences.
const OTHER: &[&str] =
    &["MEDAL", "MEDALWORD", "TALLY", "RANKING", "PODIUM", "STRUCK", "SCORE", "ROUND", "BEAT", "LOSE", "SAID"];

/// How many sentences back the licences may be spoken of.
const REACH: usize = 3;

/// A number of licences of each, and whose it is.
struct Part<'a> {
    /// The mention that it hangs on: the licences, where they are named with it.
    at: usize,
    count: i32,
    nations: Vec<&'a Mention>,
}

/// Finds the licences that a sentence gives to nations, so many to each.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let told = by_sentence(statements);
    let mut found = Vec::new();
    for (i, sentence) in document.sentences.iter().enumerate() {
        if sentence.question || has(document, sentence, OTHER) || has(document, sentence, UNREAL) {
            continue;
        }
        let Some(focus) = spoken_of(document, i) else { continue };
        let parts = parts(document, &sentence.mentions);
        if parts.len() < 2 && !has(document, sentence, &["LICENCE"]) {
            continue;
        }
        let mut genders = sentence.mentions.iter().filter_map(|m| m.facets.get(Field::Gender));
        let gender = genders.next().filter(|first| genders.all(|g| g == *first));
        for part in parts {
            let mut fields = goal_of(focus);
            fields.fill_only(&focus.facets, &[Field::Sport]);
            fields.set(Field::Count, part.count.to_string());
            fields.set(Field::Each, "true");
            if let Some(gender) = gender {
                fields.set(Field::Gender, gender);
            }
            let on = &sentence.mentions[part.at];
            // A rule may read the same of the same nations.
            let read = |s: &Statement| {
                let count = s.fields.number(Field::Count).or(s.focus.number(Field::Count));
                let same = s.who.len() == part.nations.len() && count == Some(part.count);
                same && (s.tokens == on.tokens && s.fields.has(Field::Each) || part.nations.len() == 1)
            };
            if told.get(&i).into_iter().flatten().any(|s| read(s)) {
                continue;
            }
            let who: Vec<Who> = part.nations.iter().map(|m| Who::of(document, m)).collect();
            let one = KIND.statement(document, i, who[0].clone(), on.tokens.clone(), fields);
            found.push(Statement { who, ..one });
        }
    }
    statements.extend(found);
}

/// The licences that a sentence speaks of, or one shortly before, as won.
fn spoken_of<'a>(document: &'a Document<'_>, i: usize) -> Option<&'a Mention> {
    let paragraph = document.sentences[i].paragraph;
    let near = (0..=i).rev().take(REACH + 1).take_while(|k| document.sentences[*k].paragraph + 1 >= paragraph);
    let (k, m) = near.into_iter().find_map(|k| Some((k, licence_in(document, &document.sentences[k])?)))?;
    let won = status::of(document, k, &m.tokens, &m.tokens, Table::Licenses).is_none_or(|s| s == "secured");
    Some(m).filter(|_| won)
}

/// The numbers of a sentence that are of each, with their nations.
fn parts<'a>(document: &Document<'_>, mentions: &'a [Mention]) -> Vec<Part<'a>> {
    let any = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let nation = |k: usize| any(k, NATIONS) && mentions[k].facets.has(Field::Country);
    // "Two each" has its number in front, "each two" may be one mention.
    let number = |k: usize| {
        let own = any(k, &["EACH"]).then(|| mentions[k].facets.number(Field::Count)).flatten();
        let beside = || {
            let each = any(k + 1, &["EACH"]) && !mentions[k + 1].facets.has(Field::Count);
            mentions[k].facets.number(Field::Count).filter(|_| each && any(k, &["NUM", "ONE", "LICENCE"]))
        };
        own.or_else(beside)
    };
    let numbers: Vec<(usize, i32)> = (0..mentions.len()).filter_map(|k| Some((k, number(k)?))).collect();
    let (Some(first), Some(nations)) = (numbers.first(), (0..mentions.len()).find(|k| nation(*k))) else {
        return Vec::new();
    };
    let before = nations < first.0;
    let mut out = Vec::new();
    for (n, (k, count)) in numbers.iter().enumerate() {
        let (from, to) = if before {
            (if n == 0 { 0 } else { numbers[n - 1].0 + 1 }, *k)
        } else {
            (*k + 1, numbers.get(n + 1).map_or(mentions.len(), |next| next.0))
        };
        // Behind another number nations are its own, before one they may be anybody's.
        let other = (from..to).find(|j| any(*j, &["NUM", "ONE"]) && mentions[*j].facets.has(Field::Count));
        let to = if before { to } else { other.unwrap_or(to) };
        let clear = !before || other.is_none();
        let whose: Vec<&Mention> = (from..to).filter(|j| nation(*j)).map(|j| &mentions[j]).collect();
        let at = (*k..=k + 1).find(|j| any(*j, &["LICENCE"])).unwrap_or(*k);
        if clear && !whose.is_empty() && *count > 0 {
            out.push(Part { at, count: *count, nations: whose });
        }
    }
    out
}
