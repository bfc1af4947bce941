//! Tables of totals: a country and one number a line, below a line that says what they count.
//!
//! ```text
//! Number of medals at the 2020 Tokyo Olympics:      The ten best teams (in brackets: medals at Rio 2016):
//! 1. Hungary – 12                                   1. Hungary – 12 medals (11);
//! 2. Latvia – 8                                     2. Latvia – 8 (9);
//! ```

use super::announced::{Announced, edition, unit};
use super::lines::{Kind, bullets};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::rules::Table;
use crate::vocabulary::Field;

/// Above the rules that read a line by itself.
const KIND: Kind = Kind { table: Table::Medals, rule: "medal-totals", priority: 30, confidence: 0.8 };

/// So many lines make a table.
const FEWEST: usize = 3;

/// More medals are not won at one edition.
const MOST: i32 = 400;

/// What may name a country in such a table; one that is not known keeps its line.
const NATIONS: &[&str] = &["COUNTRY", "SQUAD", "TEAM", "DET"];

/// A line of a table.
struct Row<'a> {
    sentence: usize,
    nation: Option<&'a Mention>,
    count: &'a Mention,
    /// What stands in brackets behind the number.
    bracket: &'a [Mention],
}

/// Finds the medals that tables of totals give.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut i = 1;
    while i < document.sentences.len() {
        let rows: Vec<Row<'_>> = (i..document.sentences.len()).map_while(|k| row(document, k)).collect();
        if rows.len() >= FEWEST
            && let Some(announced) = Announced::by(document, i - 1)
            && let Some(counted) = counted(document, &announced, &rows)
        {
            statements.extend(rows.iter().flat_map(|r| given(document, r, &announced, counted)));
            statements.extend(beside(document, &rows, &announced, counted));
        }
        i += rows.len().max(1);
    }
}

/// The row that a line is: a place, a country, one number, and what stands in brackets behind it.
fn row<'a>(document: &'a Document<'_>, i: usize) -> Option<Row<'a>> {
    let mentions = &document.sentences[i].mentions;
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let mut k = bullets(document, mentions);
    // The place, which may be shared: "3-4".
    if tag(k, &["NUM", "ORD", "SCORE"]) {
        k += 1;
        while tag(k, &["STOP", "CLOSE", "DASH", "HYPHEN"]) {
            k += 1;
        }
    }
    let from = k;
    while tag(k, NATIONS) || k == from && tag(k, &["CAP"]) {
        k += 1;
    }
    let mut named = mentions[from..k].iter().filter(|m| m.facets.has(Field::Country));
    let nation = named.next().filter(|_| named.next().is_none());
    while k > from && tag(k, &["DASH", "HYPHEN", "COLON"]) {
        k += 1;
    }
    let counts = |m: &&Mention| m.facets.number(Field::Count).is_some_and(|n| (1..=MOST).contains(&n));
    let count = mentions.get(k).filter(|_| k > from && tag(k, &["NUM", "MEDAL"])).filter(counts)?;
    k += 1;
    let open = k;
    if tag(k, &["OPEN"]) {
        k += 1 + mentions[k..].iter().position(|m| document.any(m, &["CLOSE"]))?;
    }
    let ends = mentions[k..].iter().all(|m| document.any(m, &["SEMI", "STOP", "COMMA"]));
    // Three numbers in a bracket are the colours of a medal table.
    let numbers = mentions[open..k].iter().filter(|m| document.any(m, &["NUM", "MEDAL"])).count();
    let colours = numbers > 2 || mentions[open..k].iter().any(|m| document.any(m, &["TALLY"]));
    (ends && !colours).then_some(Row { sentence: i, nation, count, bracket: &mentions[open..k] })
}

/// What the numbers of a table count: as the line above says it, or the first row.
fn counted(document: &Document<'_>, announced: &Announced, rows: &[Row<'_>]) -> Option<&'static str> {
    let first = rows.first().filter(|r| document.any(r.count, &["MEDAL"])).map(|r| unit(document, r.count));
    let other = |r: &Row<'_>| document.any(r.count, &["MEDAL"]) && Some(unit(document, r.count)) != first;
    announced.unit.or(first).filter(|_| !rows.iter().any(other))
}

/// The medals of a row.
fn given(document: &Document<'_>, row: &Row<'_>, announced: &Announced, counted: &str) -> Option<Statement> {
    let mut fields = announced.edition.clone();
    fields.set(Field::Medal, counted);
    fields.set(Field::Count, row.count.facets.get(Field::Count)?);
    fields.set(Field::Status, announced.status.unwrap_or("won"));
    let who = Who::of(document, row.nation?);
    Some(KIND.statement(document, row.sentence, who, row.count.tokens.clone(), fields))
}

/// The medals that the numbers in brackets count: those of another edition, which the line above or the first row names.
fn beside(document: &Document<'_>, rows: &[Row<'_>], announced: &Announced, counted: &str) -> Vec<Statement> {
    let said = rows.first().map(|r| edition(document, r.bracket)).unwrap_or_default();
    let other = if said.has(Field::Year) { &said } else { &announced.aside };
    if !other.has(Field::Year) {
        return Vec::new();
    }
    let number = |m: &&Mention| document.any(m, &["NUM"]) && m.facets.has(Field::Count);
    let each = rows.iter().filter_map(|row| {
        let mut numbers = row.bracket.iter().filter(number);
        let m = numbers.next().filter(|_| numbers.next().is_none())?;
        let mut fields = other.clone();
        fields.set(Field::Medal, counted);
        fields.set(Field::Count, m.facets.get(Field::Count)?);
        fields.set(Field::Status, "won");
        Some(KIND.statement(document, row.sentence, Who::of(document, row.nation?), m.tokens.clone(), fields))
    });
    each.collect()
}
