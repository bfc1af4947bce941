//! Licences: lines of names or countries under a line that announces them.
//!
//! ```text
//! Those who have qualified:
//! 57 kg - Anna Kiss (Hungary)
//! 62 kg - Eva Nagy (Latvia)
//! ```

use std::ops::Range;

use super::lines::{Kind, LABEL, SUBHEADING, bullets, colon, has, numbered, person, subheading, wordy};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Below the claims of rules, which know more.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licence-lines", priority: 8, confidence: 0.8 };

/// A line of a list is short (in mentions).
const LONGEST: usize = 160;

/// The most mentions of a line that cannot be read, and how many such lines a list goes on over.
const SHORT: usize = 14;
const UNREAD: usize = 2;

/// So many sentences above a list must not be results.
const NEAR: usize = 3;

/// So many lines with a label make a list by themselves, where the article has spoken of licences.
const FEWEST: usize = 3;

/// What no line of a list has: it is told, not listed.
const TOLD: &[&str] = &[
    "WIN", "BEAT", "LOSE", "MEDAL", "TITLE", "SAID", "SCORE", "DECIMAL", "OFFICIAL", "QUALIFY", "GOTO", "FINISH",
    "MISS",
];

/// Finds the licences that lines of lists give.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    // Looked for once: asked of every sentence it would make long texts slow.
    let spoken = document.sentences.iter().position(|s| has(document, s, &["LICENCE", "QUALIFY"]));
    let Some(spoken) = spoken else { return };
    let mut i = 0;
    while i < document.sentences.len() {
        let Some(opening) = opening(document, i, spoken) else {
            i += 1;
            continue;
        };
        let from = i + usize::from(opening.separate);
        let (to, items) = lines(document, from);
        let labelled = items.iter().filter(|(k, _)| label(document, *k).is_some()).count();
        if opening.announced || labelled >= FEWEST {
            for (k, heading) in items {
                list(document, k, heading, &opening, statements);
            }
        }
        i = to.max(i + 1);
    }
}

/// What a list hangs on.
struct Opening {
    /// True where a line above the list announces it; else labels must show that it is one.
    announced: bool,
    /// True where that line is no part of the list.
    separate: bool,
    /// What the announcing word says of competition, sport and gender.
    facets: Facets,
    status: Option<String>,
}

/// What opens a list at sentence `i`; `spoken` is the first sentence that speaks of licences.
fn opening(document: &Document<'_>, i: usize, spoken: usize) -> Option<Opening> {
    let sentence = &document.sentences[i];
    let focus = sentence.mentions.iter().find(|m| document.any(m, &["LICENCE", "QUALIFY"]));
    let announces = sentence.heading
        || colon(document, sentence)
        || sentence.mentions.first().is_some_and(|m| document.any(m, &["LISTING"]))
        || counts(sentence)
            && (begins_with_number(document, i + 1)
                || subheading(document, i + 1) && begins_with_number(document, i + 2));
    if let (Some(focus), true) = (focus, announces && !has(document, sentence, &["PERSON", "MEDAL"])) {
        let whole = 0..sentence.tokens.len();
        return Some(Opening {
            announced: true,
            separate: true,
            facets: focus.facets.clone(),
            status: status::of(document, i, &whole, &focus.tokens, Table::Licenses),
        });
    }
    // Labels by themselves: where the article has spoken of licences and the lines near by are no results.
    let before = &document.sentences[..i];
    let results = before.iter().rev().take(NEAR).any(|s| has(document, s, &["MEDAL", "TITLE", "SCORE"]));
    (spoken < i && !results && label(document, i).is_some()).then(|| Opening {
        announced: false,
        separate: false,
        facets: Facets::new(),
        status: None,
    })
}

/// True for a sentence that counts: "Twelve athletes have qualified."
fn counts(sentence: &Sentence) -> bool {
    sentence.mentions.iter().any(|m| m.facets.number(Field::Count).is_some_and(|n| n > 1))
}

/// True for a line that a number and a name begin: "3. Anna Kiss (57 kg)".
fn begins_with_number(document: &Document<'_>, i: usize) -> bool {
    document.sentences.get(i).is_some_and(|s| numbered(document, &s.mentions, 0))
}

/// The lines of the list that begins at sentence `from`, each with the subheading above it, and where it ends.
fn lines(document: &Document<'_>, from: usize) -> (usize, Vec<(usize, Option<usize>)>) {
    let mut items = Vec::new();
    let mut heading = None;
    let mut end = from;
    for (i, sentence) in document.sentences.iter().enumerate().skip(from) {
        if item(document, i) {
            items.push((i, heading));
            end = i + 1;
        } else if sentence.mentions.len() <= SUBHEADING
            && (sentence.heading || colon(document, sentence))
            && !has(document, sentence, TOLD)
            && !has(document, sentence, &["PERSON", "COUNTRY"])
        {
            heading = Some(i);
        } else if items.is_empty() || i >= end + UNREAD || !like_item(document, i) {
            break;
        }
    }
    (end, items)
}

/// True for a line that may be one of the list, with a name that nobody can read.
fn like_item(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    sentence.mentions.len() <= SHORT
        && has(document, sentence, &["CAP", "OPEN", "WEIGHT", "COUNTRY"])
        && !has(document, sentence, TOLD)
        && !has(document, sentence, &["STOP", "LICENCE"])
        && !wordy(document, sentence)
}

/// True for a line that only names holders, with what belongs to them.
fn item(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    let alone = |other: Option<&Sentence>| other.is_none_or(|o| o.paragraph != sentence.paragraph);
    let line = alone(document.sentences.get(i + 1)) && alone(i.checked_sub(1).map(|k| &document.sentences[k]));
    (line || label(document, i).is_some())
        && sentence.mentions.len() <= LONGEST
        && !has(document, sentence, TOLD)
        && !holders(document, i).is_empty()
        && !wordy(document, sentence)
}

/// The mentions of a line's label and the first behind it: "57 kg -", "Men's sabre:".
fn label(document: &Document<'_>, i: usize) -> Option<Range<usize>> {
    let mentions = &document.sentences[i].mentions;
    let bullet = bullets(document, mentions);
    let end =
        mentions.iter().skip(bullet).take(8).position(|m| document.any(m, &["COLON", "DASH", "HYPHEN"]))? + bullet;
    let named = mentions[bullet..end].iter().any(|m| document.any(m, LABEL));
    let held = mentions[bullet..end].iter().any(|m| document.any(m, &["PERSON", "COUNTRY"]));
    (named && !held).then_some(bullet..end)
}

/// Who a line names: its persons, or where it has none its countries, outside brackets.
fn holders<'a>(document: &'a Document<'_>, i: usize) -> Vec<&'a Mention> {
    let mentions = &document.sentences[i].mentions;
    let persons: Vec<&Mention> = mentions.iter().filter(|m| person(m)).collect();
    if !persons.is_empty() {
        return persons;
    }
    let mut depth = 0;
    let mut countries = Vec::new();
    for m in mentions {
        if document.any(m, &["OPEN"]) {
            depth += 1;
        } else if document.any(m, &["CLOSE"]) {
            depth -= 1;
        } else if depth == 0 && document.any(m, &["COUNTRY"]) {
            countries.push(m);
        }
    }
    countries
}

/// The statements of one line.
fn list(document: &Document<'_>, i: usize, heading: Option<usize>, opening: &Opening, statements: &mut Vec<Statement>) {
    let sentence = &document.sentences[i];
    let mut fields = Facets::new();
    let mut learn = |mentions: &[Mention]| {
        for m in mentions.iter().filter(|m| document.any(m, LABEL)) {
            fields.fill_only(&m.facets, &[Field::Event, Field::Sport, Field::Gender, Field::Among]);
        }
    };
    if let Some(label) = label(document, i) {
        learn(&sentence.mentions[label]);
    }
    if let Some(heading) = heading {
        learn(&document.sentences[heading].mentions);
    }
    fields.fill_only(
        &opening.facets,
        &[Field::Competition, Field::Year, Field::Place, Field::Season, Field::Sport, Field::Gender],
    );
    if let Some(status) = &opening.status {
        fields.set(Field::Status, status.as_str());
    }
    fields.set(Field::Count, "1");
    for m in holders(document, i) {
        let mut fields = fields.clone();
        if let Some(event) = m.facets.get(Field::Event) {
            fields.set(Field::Event, event);
        }
        statements.push(KIND.statement(document, i, Who::of(document, m), m.tokens.clone(), fields));
    }
}
