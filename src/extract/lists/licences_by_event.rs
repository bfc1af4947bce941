//! Licences event by event, where they are a nation's and no line names anybody.
//!
//! ```text
//! Men:
//! 500 m – 1 licence
//! 1000 m – 2 licences
//! ```
//! A line above may say the gender or the sport of those below it.

use super::lines::{Kind, UNREAL, bullets, has, learn, licence_in, only_sport, whose};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Above the rules that read a line by itself, without those above it.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licences-by-event", priority: 31, confidence: 0.75 };

/// So many lines make a list.
const FEWEST: usize = 2;

/// More licences are not given in one event to one nation.
const MOST: i32 = 12;

/// So many sentences may stand between the licences that are spoken of and the first line.
const NEAR: usize = 3;

/// What names an event in front of a number, and what may stand beside it.
const EVENTS: &[&str] = &["DIST", "EVENT", "WEIGHT", "DISCIPLINE"];
const BESIDE: &[&str] = &["GENDER", "OPEN", "CLOSE", "EVENT", "DISCIPLINE", "SIGN", "COMMA"];

/// What a line above some of them says.
const ABOVE: &[&str] = &["GENDER", "SPORT", "COLON", "DET", "TEAM"];

/// What speaks of something else than licences.
const OTHER: &[&str] = &["MEDAL", "MEDALWORD", "TALLY", "RANKING"];

/// A line of the list: an event and how many licences.
struct Line {
    sentence: usize,
    fields: Facets,
    count: usize,
}

/// Finds the licences that such lists give.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut i = 1;
    while i < document.sentences.len() {
        let (lines, end) = lines(document, i);
        let words = lines.iter().any(|l| document.any(&document.sentences[l.sentence].mentions[l.count], &["LICENCE"]));
        if lines.len() >= FEWEST
            && let Some((licence, near)) = spoken_of(document, i)
            && (words || near)
            && let Some(country) = whose(document, i - 1, &["LICENCE", "QUALIFY"])
        {
            let sport = sport_above(document, i).or_else(|| only_sport(document));
            statements.extend(lines.iter().filter_map(|l| given(document, l, licence, &country, sport)));
        }
        i = end.max(i + 1);
    }
}

/// The lines from a sentence on, with what the lines above them say, and where they end.
fn lines(document: &Document<'_>, from: usize) -> (Vec<Line>, usize) {
    let mut out = Vec::new();
    let mut above = Facets::new();
    let mut end = from;
    for (i, sentence) in document.sentences.iter().enumerate().skip(from) {
        if let Some((count, event)) = counted(document, &sentence.mentions) {
            let mut fields = Facets::new();
            learn(document, event, &mut fields);
            if let Some(style) = event.iter().find_map(|m| m.facets.get(Field::Discipline)) {
                fields.fill_in(Field::Event, style);
            }
            fields.fill(&above);
            out.push(Line { sentence: i, fields, count });
            end = i + 1;
        } else if !sentence.mentions.is_empty()
            && sentence.mentions.iter().all(|m| document.any(m, ABOVE))
            && has(document, sentence, &["GENDER", "SPORT"])
        {
            above = Facets::new();
            for m in &sentence.mentions {
                above.fill_only(&m.facets, &[Field::Gender, Field::Sport]);
            }
        } else {
            break;
        }
    }
    (out, end)
}

/// The mention of the number of a line, and those of the event in front of it.
fn counted<'a>(document: &Document<'_>, mentions: &'a [Mention]) -> Option<(usize, &'a [Mention])> {
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let start = bullets(document, mentions);
    let mut k = start;
    while tag(k, EVENTS) || tag(k, BESIDE) {
        k += 1;
    }
    let event = &mentions[start..k];
    if !event.iter().any(|m| document.any(m, EVENTS)) || !tag(k, &["DASH", "HYPHEN", "COLON"]) {
        return None;
    }
    let few = |m: &Mention| m.facets.number(Field::Count).is_some_and(|n| (1..=MOST).contains(&n));
    let count = k + 1;
    let number = tag(count, &["LICENCE", "NUM", "ONE"]) && few(&mentions[count]);
    let behind = &mentions[mentions.len().min(count + 1)..];
    // "500 m – 2 quotas, and a reserve"
    let rest = behind.split_first().is_none_or(|(m, rest)| {
        document.any(m, &["COMMA", "SEMI", "STOP"]) && !rest.iter().any(|m| document.any(m, &["LICENCE", "PERSON"]))
    });
    (number && rest).then_some((count, event))
}

/// The licences won that the sentences above a list speak of, and whether right above it.
fn spoken_of<'a>(document: &'a Document<'_>, i: usize) -> Option<(&'a Mention, bool)> {
    let above = (i.saturating_sub(NEAR)..i).rev();
    let (k, m) = above.into_iter().find_map(|k| Some((k, licence_in(document, &document.sentences[k])?)))?;
    let sentence = &document.sentences[k];
    let won = status::of(document, k, &m.tokens, &m.tokens, Table::Licenses).is_none_or(|s| s == "secured");
    let other = sentence.question || has(document, sentence, UNREAL) || has(document, sentence, OTHER);
    (won && !other).then_some((m, k + 1 == i))
}

/// The only sport that the sentences above a list name.
fn sport_above<'a>(document: &'a Document<'_>, i: usize) -> Option<&'a str> {
    let above = document.sentences[i.saturating_sub(NEAR)..i].iter().flat_map(|s| &s.mentions);
    let mut said = above.filter_map(|m| m.facets.get(Field::Sport));
    let first = said.next()?;
    said.all(|s| s == first).then_some(first)
}

/// The licences of a line.
fn given(
    document: &Document<'_>,
    line: &Line,
    licence: &Mention,
    country: &str,
    sport: Option<&str>,
) -> Option<Statement> {
    let count = &document.sentences[line.sentence].mentions[line.count];
    let mut fields = line.fields.clone();
    fields.set(Field::Count, count.facets.get(Field::Count)?);
    fields.fill_only(&licence.facets, &[Field::Competition, Field::Year, Field::Place, Field::Season, Field::Sport]);
    if let Some(sport) = sport {
        fields.fill_in(Field::Sport, sport);
    }
    let mut facets = Facets::new();
    facets.set(Field::Country, country);
    let who = Who { tag: "COUNTRY".to_owned(), facets, token: count.tokens.start };
    // It hangs on the mark in front of the number, as in the rules for one such line.
    let mark = &document.sentences[line.sentence].mentions[line.count - 1];
    Some(KIND.statement(document, line.sentence, who, mark.tokens.clone(), fields))
}
