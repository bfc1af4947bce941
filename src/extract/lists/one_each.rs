//! So many licences in each sport of a list that follows.
//!
//! ```text
//! One place each was won in:      They have two each in these: judo, archery.
//! - judo;
//! - archery.
//! ```

use super::lines::{Kind, UNREAL, bullets, colon, has, licence_in, only_country, whose};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Above the rules that read one such number, and say nothing of the sports.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licences-in-each", priority: 43, confidence: 0.75 };

/// So many sports make a list.
const FEWEST: usize = 2;

/// What the sentence does not have: its number is then not that of licences, or of others.
const OTHER: &[&str] = &["MEDAL", "MEDALWORD", "TALLY", "RANKING", "SAID"];

/// What stands beside the sports of a list.
const LIGHT: &[&str] =
    &["COMMA", "AND", "SEMI", "STOP", "DET", "GENDER", "OPEN", "CLOSE", "IN", "EVENT", "DISCIPLINE", "SQUAD", "TEAM"];

/// A sentence that only opens a list is no longer (in mentions), and the licences are spoken of so many sentences before.
const SHORT: usize = 6;
const NEAR: usize = 2;

/// Finds the licences that such lists give.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    for (i, sentence) in document.sentences.iter().enumerate() {
        let told = sentence.question || has(document, sentence, OTHER) || has(document, sentence, UNREAL);
        let Some((count, licence)) = each(document, i).filter(|_| !told) else { continue };
        let sports: Vec<(usize, &Mention)> = if colon(document, sentence) {
            (i + 1..document.sentences.len()).map_while(|k| line(document, k).map(|m| (k, m))).collect()
        } else {
            behind(document, sentence).into_iter().map(|m| (i, m)).collect()
        };
        if sports.len() < FEWEST {
            continue;
        }
        let Some(country) = whose(document, i, &["LICENCE", "QUALIFY"]) else { continue };
        for (k, m) in sports {
            let mut fields = Facets::new();
            fields.fill_only(&m.facets, &[Field::Sport, Field::Gender]);
            fields.set(Field::Count, count.to_string());
            fields.fill_only(&licence.facets, &[Field::Competition, Field::Year, Field::Place, Field::Season]);
            let mut facets = Facets::new();
            facets.set(Field::Country, country.as_str());
            let who = Who { tag: "COUNTRY".to_owned(), facets, token: m.tokens.start };
            statements.push(KIND.statement(document, k, who, m.tokens.clone(), fields));
        }
    }
}

/// How many licences sentence `i` says to be of each, and the licences: "one place each", or "one each:" shortly behind them.
fn each<'a>(document: &'a Document<'_>, i: usize) -> Option<(i32, &'a Mention)> {
    let sentence = &document.sentences[i];
    let mentions = &sentence.mentions;
    let at = mentions.iter().position(|m| document.any(m, &["EACH"]))?;
    let beside = at.checked_sub(1).map(|k| &mentions[k]).filter(|m| document.any(m, &["NUM", "ONE", "LICENCE"]));
    let own = mentions[at].facets.number(Field::Count);
    let count = own.or_else(|| beside.and_then(|m| m.facets.number(Field::Count))).filter(|n| *n > 0)?;
    if let Some(k) = mentions.iter().position(|m| document.any(m, &["LICENCE"])) {
        return (k.abs_diff(at) <= 2).then_some((count, &mentions[k]));
    }
    let opens = colon(document, sentence) && mentions.len() <= SHORT && only_country(sentence).is_none();
    let before = document.sentences[i.saturating_sub(NEAR)..i].iter().rev();
    let real = before.filter(|s| !has(document, s, UNREAL) && !has(document, s, OTHER));
    let licence = real.into_iter().find_map(|s| licence_in(document, s));
    licence.filter(|_| opens).map(|licence| (count, licence))
}

/// The sport that a line names, where it names nothing else.
fn line<'a>(document: &'a Document<'_>, i: usize) -> Option<&'a Mention> {
    let mentions = &document.sentences[i].mentions;
    let (sport, rest) = mentions.get(bullets(document, mentions)..)?.split_first()?;
    let named = document.any(sport, &["SPORT"]) && sport.facets.has(Field::Sport);
    (named && rest.iter().all(|m| document.any(m, LIGHT))).then_some(sport)
}

/// The sports behind the last colon or dash of a sentence, where it names none before.
fn behind<'a>(document: &Document<'_>, sentence: &'a Sentence) -> Vec<&'a Mention> {
    let mentions = &sentence.mentions;
    let Some(at) = mentions.iter().rposition(|m| document.any(m, &["COLON", "DASH"])) else { return Vec::new() };
    let (lead, list) = (&mentions[..at], &mentions[at + 1..]);
    let sport = |m: &Mention| document.any(m, &["SPORT"]) && m.facets.has(Field::Sport);
    let named = |m: &Mention| sport(m) || document.any(m, &["SQUAD", "ATHLETES"]) && m.facets.has(Field::Sport);
    let only = list.iter().all(|m| sport(m) || document.any(m, LIGHT)) && !lead.iter().any(named);
    list.iter().filter(|m| only && sport(m)).collect()
}
