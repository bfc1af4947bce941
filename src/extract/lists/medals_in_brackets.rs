//! Medals in brackets behind those who have them, where the first bracket says what all of them count.
//!
//! ```text
//! Norway (37 medals, 16 of them gold), Germany (27, 12 gold) and Canada (26/4)
//! Anna Kiss (six medals), Eva Nagy (four) and Ida Papp (three)
//! ```

use std::ops::Range;

use super::announced::unit;
use super::lines::{Kind, has, person};
use crate::extract::Document;
use crate::extract::location::locates;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Above the guess that a bare number counts what was counted last.
const KIND: Kind = Kind { table: Table::Medals, rule: "medals-in-brackets", priority: 22, confidence: 0.75 };

/// Above the guess alone: of numbers that a word in front of all brackets explains.
const ANNOUNCED: i32 = 1;

/// More medals are not won at one edition.
const MOST: i32 = 400;

/// The longest bracket (in mentions).
const LONGEST: usize = 12;

/// What names a nation in front of a bracket.
const NATIONS: &[&str] = &["COUNTRY", "SQUAD", "PEOPLE", "REF"];

/// So many brackets make a list.
const FEWEST: usize = 2;

/// What such a bracket has beside its numbers.
const LIGHT: &[&str] = &[
    "COMMA",
    "SLASH",
    "AND",
    "INCLUDING",
    "OF",
    "DET",
    "WITH",
    "IN",
    "SEMI",
    "HYPHEN",
    "DASH",
    "PRON",
    "TERM",
    "WORD",
    "SIGN",
    "ABOUT",
    "TOTALWORD",
    "ORD",
];

/// So many words of no kind may be among it.
const WORDS: usize = 2;

/// What a sentence does not have in which bare numbers in brackets are medals.
const OTHER: &[&str] = &["LICENCE", "QUALIFY"];

/// Those who may be counted instead of medals.
const PEOPLE: &[&str] = &["ATHLETE", "ATHLETES", "ROLE"];

/// A number in a bracket, and what it says that it counts.
struct Number {
    /// What it hangs on: its own tokens, or where it shares them the mark before or behind it.
    tokens: Range<usize>,
    count: i32,
    unit: Option<&'static str>,
}

/// A bracket with numbers, and who it stands behind.
struct Bracket {
    holder: Who,
    /// True where that is a person.
    person: bool,
    numbers: Vec<Number>,
    /// The mention with which it begins.
    start: usize,
}

/// Finds the medals of such lists.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    for (i, sentence) in document.sentences.iter().enumerate() {
        if sentence.question || has(document, sentence, OTHER) {
            continue;
        }
        let list = brackets(document, i);
        if list.len() < FEWEST {
            continue;
        }
        let (mut units, mut people) = (announced(document, sentence, &list), false);
        // Rules know more of numbers whose word stands outside the brackets.
        let priority = if units.is_empty() { KIND.priority } else { ANNOUNCED };
        let mut most = 0;
        let mut common = Facets::new();
        let first = &list[0].numbers[0].tokens;
        if let Some(status) = status::of(document, i, first, first, Table::Medals) {
            common.set(Field::Status, status);
        }
        for bracket in &list {
            // A bracket that says of every number what it counts says it of those behind it.
            if bracket.numbers.iter().all(|n| n.unit.is_some()) {
                units = bracket.numbers.iter().filter_map(|n| n.unit).collect();
                people = bracket.person;
                most = bracket.numbers[0].count;
            } else if people != bracket.person || people && bracket.numbers[0].count > most {
                // "Anna Kiss (six medals), Eva Nagy (24)" tells an age.
                continue;
            }
            let medals = counted(bracket, &units);
            let all = medals.map(|(n, unit)| given(document, i, bracket, n, unit, &common));
            statements.extend(all.map(|s| Statement { priority, ..s }));
        }
    }
}

/// What a word for medals in front of the first bracket says of bare numbers in all of them: "in medals they were behind
/// Norway (41) and Germany (39)".
fn announced(document: &Document<'_>, sentence: &Sentence, list: &[Bracket]) -> Vec<&'static str> {
    let bare = list.iter().all(|b| !b.person && matches!(&b.numbers[..], [one] if one.unit.is_none()));
    let before = sentence.early[..list[0].start].iter().rev();
    let word = before.take_while(|m| !document.any(m, PEOPLE)).filter(|m| document.any(m, &["MEDAL", "MEDALWORD"]));
    word.take(1).filter(|_| bare).map(|m| unit(document, m)).collect()
}

/// The brackets of a sentence that stand behind a nation or a person and hold numbers and little else.
fn brackets(document: &Document<'_>, i: usize) -> Vec<Bracket> {
    // A name takes in what stands in brackets behind it.
    let mentions = &document.sentences[i].early;
    let mut out: Vec<Bracket> = Vec::new();
    for at in 1..mentions.len() {
        let held = document.any(&mentions[at], &["OPEN"]) && !locates(document, mentions, at - 1);
        let Some(holder) = held.then(|| holder(document, i, &mentions[at - 1])).flatten() else { continue };
        let inside = mentions[at + 1..].iter().take(LONGEST).position(|m| document.any(m, &["CLOSE"]));
        let Some(close) = inside.map(|n| at + 1 + n) else { continue };
        if let Some(numbers) = numbers(document, i, &mentions[at..=close]) {
            let person = person(&mentions[at - 1]);
            out.push(Bracket { holder, person, numbers, start: at });
        }
    }
    out
}

/// Who stands in front of a bracket: a person, or a nation, which the beaten one may be ("ahead of Germany").
fn holder(document: &Document<'_>, i: usize, m: &Mention) -> Option<Who> {
    let beaten = document.any(m, &["BEAT"]);
    let named = document.any(m, NATIONS) && m.facets.has(Field::Country);
    if person(m) || named && !beaten {
        return Some(Who::of(document, m));
    }
    let last = document.sentences[i].tokens.get(m.tokens.end.checked_sub(1)?)?;
    let term = document.pack.lexicon.lookup(&last.folded).filter(|_| beaten)?;
    let country = document.pack.tags.name(term.tag) == "COUNTRY";
    let who = Who { tag: "COUNTRY".to_owned(), facets: term.facets.clone(), token: m.tokens.end - 1 };
    country.then_some(who)
}

/// The numbers of a bracket, where it has nothing else of weight.
fn numbers(document: &Document<'_>, i: usize, bracket: &[Mention]) -> Option<Vec<Number>> {
    let [open, inside @ .., close] = bracket else { return None };
    let mut out = Vec::new();
    let mut words = 0;
    for m in inside {
        let tokens = m.tokens.clone();
        let count = || m.facets.number(Field::Count).filter(|n| (1..=MOST).contains(n));
        if document.any(m, &["MEDAL"]) {
            out.push(Number { tokens, count: count()?, unit: Some(unit(document, m)) });
        } else if document.any(m, &["NUM"]) {
            out.push(Number { tokens, count: count()?, unit: None });
        } else if document.any(m, &["DECIMAL", "SCORE", "TALLY"]) {
            // Of one mention only one thing can be said.
            let places = [m, close, open].map(|m| m.tokens.clone());
            let parts = written(document, i, m).filter(|parts| inside.len() == 1 && parts.len() <= places.len())?;
            out.extend(places.into_iter().zip(parts).map(|(tokens, count)| Number { tokens, count, unit: None }));
        } else if document.any(m, &["WORD"]) || document.is_literal(m) {
            words += 1;
        } else if !document.any(m, LIGHT) {
            return None;
        }
    }
    (!out.is_empty() && words <= WORDS).then_some(out)
}

/// The numbers that are written together: "22/6", "27-22-26".
fn written(document: &Document<'_>, i: usize, m: &Mention) -> Option<Vec<i32>> {
    let tokens = document.sentences[i].tokens.get(m.tokens.clone())?;
    let text = document.text.get(tokens.first()?.start..tokens.last()?.end)?;
    let parts: Vec<i32> = text.split(['/', '-', '–', '+']).filter_map(|part| part.trim().parse().ok()).collect();
    (parts.len() > 1 && parts.iter().all(|n| (0..=MOST).contains(n))).then_some(parts)
}

/// The numbers of a bracket with what they count: bare ones what those of the first one did, the first or all of as many.
fn counted<'b>(bracket: &'b Bracket, units: &'b [&'static str]) -> impl Iterator<Item = (&'b Number, &'static str)> {
    let as_many = bracket.numbers.len() == units.len();
    let said = move |(k, n): (usize, &'b Number)| {
        let unit = n.unit.or(units.get(k).copied().filter(|_| k == 0 || as_many))?;
        // "16 medals, 12 of them gold" and "(16, 12 gold)" agree.
        let clear = bracket.numbers.len() == 1 || as_many || bracket.numbers[1..].iter().all(|n| n.unit.is_some());
        (n.count > 0 && clear).then_some((n, unit))
    };
    bracket.numbers.iter().enumerate().filter_map(said)
}

/// The statement of one number.
fn given(
    document: &Document<'_>,
    i: usize,
    bracket: &Bracket,
    number: &Number,
    unit: &str,
    common: &Facets,
) -> Statement {
    let mut fields = common.clone();
    fields.set(Field::Medal, unit);
    fields.set(Field::Count, number.count.to_string());
    KIND.statement(document, i, bracket.holder.clone(), number.tokens.clone(), fields)
}
