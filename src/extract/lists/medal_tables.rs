//! Medal tables: a country and its golds, silvers and bronzes a line, also behind the total of a team in running text.
//!
//! ```text
//! 1. Hungary 4 2 1        Hungary – 87 medals (38, 27, 22)
//! 2. Latvia 3 2 3 8      3. Malta (G1 S0 B2, total: 3)
//! ```
//!
//! A table that was saved with each cell on a line of its own is read as well.

use std::ops::Range;

use super::lines::{Kind, UNREAL, has};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

const KIND: Kind = Kind { table: Table::Medals, rule: "medal-table", priority: 12, confidence: 0.8 };

/// Below the rules that read colours or a total beside each other.
const BEHIND: i32 = 1;

/// The colours in the order of a table.
const COLOURS: [&str; 3] = ["gold", "silver", "bronze"];

/// What stands behind them.
const TOTAL: &str = "total";

/// So many lines make a table.
const FEWEST: usize = 3;

/// More medals of one colour are not won at one edition.
const MOST: i32 = 400;

/// What an article names that has a medal table.
const MEDALS: &[&str] = &["MEDAL", "MEDALWORD", "RANKING", "MEDALLIST", "TALLY"];

/// What may stand between the numbers of a line.
const MARKS: &[&str] = &["STOP", "DASH", "HYPHEN", "COLON", "COMMA", "OPEN", "CLOSE", "SLASH", "SEMI"];

/// The most words that may stand among the numbers of a line, such as the letters of the colours.
const LABELS: usize = 4;

/// A number of a table, and where it stands.
struct Number {
    count: i32,
    sentence: usize,
    tokens: Range<usize>,
}

/// A row of a table: a line, or several with a cell each.
struct Row<'a> {
    /// The sentence that its nation stands in.
    sentence: usize,
    nation: Option<&'a Mention>,
    numbers: Vec<Number>,
}

impl<'a> Row<'a> {
    fn count(&self, k: usize) -> i32 {
        self.numbers.get(k).map_or(-1, |n| n.count)
    }

    /// Golds, silvers and bronzes.
    fn medals(&self) -> [i32; 3] {
        [self.count(0), self.count(1), self.count(2)]
    }

    /// The colours that were won, and their sum where it is written, with their numbers.
    fn won(&self) -> impl Iterator<Item = (&'static str, &Number)> {
        COLOURS.into_iter().chain([TOTAL]).zip(&self.numbers).filter(|(_, n)| n.count > 0)
    }

    /// True where the numbers can be three colours, and their sum behind them.
    fn adds_up(&self) -> bool {
        let medals = self.medals();
        let sum = medals.iter().sum::<i32>();
        medals.iter().all(|n| (0..=MOST).contains(n)) && sum > 0 && (self.numbers.len() == 3 || self.count(3) == sum)
    }
}

/// Finds the medals of tables, and of three numbers in brackets behind their total.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let counted = document.sentences.iter().any(|s| has(document, s, MEDALS));
    if counted {
        tables(document, row, statements);
        tables(document, row_of_cells, statements);
    }
    for i in 0..document.sentences.len() {
        bracketed(document, i, statements);
        summed(document, i, statements);
        ranked_by(document, i, statements);
    }
}

/// Finds the medals of tables whose rows are read in one way: the row that begins at a line, and the line behind it.
fn tables<'a>(
    document: &'a Document<'_>,
    read: impl Fn(&'a Document<'_>, usize) -> Option<(Row<'a>, usize)>,
    statements: &mut Vec<Statement>,
) {
    let mut i = 0;
    while i < document.sentences.len() {
        let mut rows = Vec::new();
        let mut next = i;
        while let Some((row, end)) = read(document, next) {
            rows.push(row);
            next = end;
        }
        // A table ranks: no row has better medals than the one above.
        if rows.len() >= FEWEST && rows.is_sorted_by(|a, b| a.medals() >= b.medals()) {
            statements.extend(rows.iter().flat_map(|r| given(document, r)));
        }
        i = next.max(i + 1);
    }
}

/// The row whose cells begin at a line, each on a line of its own, and the line behind it: a place, a country that need not
/// be known, three or four numbers.
fn row_of_cells<'a>(document: &'a Document<'_>, from: usize) -> Option<(Row<'a>, usize)> {
    let cell = |i: usize| {
        let sentence = document.sentences.get(i)?;
        let mut parts = sentence.mentions.iter().filter(|m| !document.any(m, MARKS));
        let only = parts.next()?;
        parts.next().is_none().then_some((sentence, only))
    };
    let count = |i: usize| {
        let (sentence, m) = cell(i)?;
        Some(Number { count: number(document, sentence, m)?, sentence: i, tokens: m.tokens.clone() })
    };
    let at = from + usize::from(count(from).is_some());
    let (_, nation) = cell(at).filter(|(_, m)| document.any(m, &["COUNTRY", "CAP", "SQUAD", "TEAM"]))?;
    let nation = Some(nation).filter(|m| m.facets.has(Field::Country));
    let mut row = Row { sentence: at, nation, numbers: (at + 1..=at + 4).map_while(count).collect() };
    // Without a sum the fourth number is the place of the next row.
    if row.numbers.len() == 4 && !row.adds_up() {
        row.numbers.pop();
    }
    let end = at + 1 + row.numbers.len();
    (row.numbers.len() >= 3 && row.adds_up()).then_some((row, end))
}

/// The row that a line is: a place, a country and three or four numbers. A country that no list knows keeps its line.
fn row<'a>(document: &'a Document<'_>, i: usize) -> Option<(Row<'a>, usize)> {
    let sentence = document.sentences.get(i)?;
    let marked = |m: &&Mention| !document.any(m, MARKS);
    let mut parts = sentence.mentions.iter().filter(marked).peekable();
    // The place, which may be shared: "3-4".
    while parts.next_if(|m| document.any(m, &["NUM", "ORD", "SCORE"])).is_some() {}
    let mut nation = None;
    let mut named = 0;
    while let Some(m) = parts.next_if(|m| document.any(m, &["COUNTRY", "CAP", "DET", "SQUAD", "TEAM"])) {
        nation = nation.or(Some(m).filter(|m| m.facets.has(Field::Country)));
        named += 1;
    }
    let (mut numbers, mut labels) = (Vec::new(), 0);
    let at = |count: i32, m: &Mention| Number { count, sentence: i, tokens: m.tokens.clone() };
    for m in parts {
        match (number(document, sentence, m), nation) {
            // "39 100" of a table is no thousands in a language that groups their digits so.
            (Some(n), Some(nation)) if n > MOST => {
                let parts = parts_of(document, sentence, m).into_iter().zip([m, nation]);
                numbers.extend(parts.map(|(count, m)| at(count, m)));
            }
            (Some(n), _) => numbers.push(at(n, m)),
            (None, _) => labels += 1,
        }
    }
    let row = Row { sentence: i, nation, numbers };
    let labelled = labels == 0 || labels <= LABELS && row.numbers.len() == 4;
    (named > 0 && labelled && (3..=4).contains(&row.numbers.len()) && row.adds_up()).then_some((row, i + 1))
}

/// The numbers that are written in one mention, with spaces between them.
fn parts_of(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> Vec<i32> {
    let tokens = &sentence.tokens[m.tokens.clone()];
    let text = tokens.first().zip(tokens.last()).and_then(|(first, last)| document.text.get(first.start..last.end));
    text.unwrap_or_default().split_whitespace().filter_map(|part| part.parse().ok()).collect()
}

/// The number that a mention is; "S8", eight silvers, is also written like a class of Paralympic sport.
fn number(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> Option<i32> {
    let text = || {
        let tokens = sentence.tokens.get(m.tokens.clone())?;
        let text = document.text.get(tokens.first()?.start..tokens.last()?.end)?;
        text.trim_start_matches(char::is_alphabetic).parse().ok()
    };
    match document.pack.tags.name(m.tag) {
        "NUM" => m.facets.number(Field::Count),
        "PARACLASS" => text(),
        _ => None,
    }
}

fn given<'s>(document: &'s Document<'_>, row: &'s Row<'_>) -> impl Iterator<Item = Statement> + 's {
    let nation = row.nation.into_iter();
    nation.flat_map(move |nation| {
        row.won().map(move |(colour, n)| {
            let mut fields = Facets::new();
            fields.set(Field::Medal, colour);
            fields.set(Field::Count, n.count.to_string());
            fields.set(Field::Status, "won");
            let mut who = Who::of(document, nation);
            if n.sentence != row.sentence {
                who.token = n.tokens.start;
            }
            KIND.statement(document, n.sentence, who, n.tokens.clone(), fields)
        })
    })
}

/// "Second was China with 87 medals (38, 27, 22)": three numbers that add up to the total in front of their bracket.
fn bracketed(document: &Document<'_>, i: usize, statements: &mut Vec<Statement>) {
    let mentions = &document.sentences[i].mentions;
    for (at, window) in mentions.windows(4).enumerate() {
        let [total, open, tally, close] = window else { continue };
        let shape = document.any(total, &["MEDAL"])
            && total.facets.get(Field::Medal) == Some(TOTAL)
            && document.any(open, &["OPEN"])
            && document.any(tally, &["TALLY"])
            && document.any(close, &["CLOSE"]);
        let colours = tally.facets.get(Field::Tally).into_iter().flat_map(|t| t.split('-'));
        let sum: i32 = colours.filter_map(|n| n.trim().parse::<i32>().ok()).sum();
        if !shape || total.facets.number(Field::Count) != Some(sum) {
            continue;
        }
        if let Some(whole) = whole(i, &mentions[at], statements) {
            let mut part = whole;
            KIND.rule.clone_into(&mut part.rule);
            part.tokens = tally.tokens.clone();
            part.priority = BEHIND;
            part.focus = tally.facets.clone();
            for f in [Field::Medal, Field::Count] {
                part.fields.take(f);
            }
            statements.push(part);
        }
    }
    for (at, window) in mentions.windows(8).enumerate() {
        let [total, open, a, c1, b, c2, c, close] = window else { continue };
        let shape = document.any(total, &["MEDAL"])
            && total.facets.get(Field::Medal) == Some(TOTAL)
            && document.any(open, &["OPEN"])
            && [a, b, c].iter().all(|m| document.any(m, &["NUM"]))
            && [c1, c2].iter().all(|m| document.any(m, &["COMMA", "SEMI", "SLASH", "HYPHEN", "DASH"]))
            && document.any(close, &["CLOSE"]);
        if !shape {
            continue;
        }
        let counted = |m: &Mention| {
            let count = m.facets.number(Field::Count).unwrap_or(-1);
            Number { count, sentence: i, tokens: m.tokens.clone() }
        };
        let row = Row { sentence: i, nation: None, numbers: [a, b, c, total].map(counted).into() };
        if !row.adds_up() {
            continue;
        }
        let Some(whole) = whole(i, &mentions[at], statements) else { continue };
        for (colour, n) in row.won().filter(|(colour, _)| *colour != TOTAL) {
            let mut part = whole.clone();
            KIND.rule.clone_into(&mut part.rule);
            part.tokens = n.tokens.clone();
            part.focus.set(Field::Medal, colour);
            part.focus.set(Field::Count, n.count.to_string());
            for f in [Field::Medal, Field::Count, Field::Tally] {
                part.fields.take(f);
            }
            statements.push(part);
        }
    }
}

/// "1. Hungary: 5 gold, 2 silver, 3 bronze. 10": a bare number behind colours that it sums up.
fn summed(document: &Document<'_>, i: usize, statements: &mut Vec<Statement>) {
    let sentence = &document.sentences[i];
    let medals: Vec<&Mention> = sentence.mentions.iter().filter(|m| document.any(m, &["MEDAL"])).collect();
    let [first, .., last] = &medals[..] else { return };
    let colours = medals.iter().all(|m| m.facets.get(Field::Medal).is_some_and(|c| COLOURS.contains(&c)));
    let sum: i32 = medals.iter().filter_map(|m| m.facets.number(Field::Count)).sum();
    if !colours || medals.len() > COLOURS.len() || !medals.iter().all(|m| m.facets.has(Field::Count)) {
        return;
    }
    let is_sum = |m: &Mention| document.any(m, &["NUM"]) && m.facets.number(Field::Count) == Some(sum);
    let behind = sentence.mentions[last.place_in(&sentence.mentions) + 1..].iter();
    let here =
        behind.take_while(|m| document.any(m, MARKS) || document.any(m, &["TOTALWORD", "NUM"])).find(|m| is_sum(m));
    let own_line = || {
        let next = document.sentences.get(i + 1).filter(|s| s.paragraph == sentence.paragraph)?;
        let mut parts = next.mentions.iter().filter(|m| !document.any(m, MARKS) && !document.any(m, &["TOTALWORD"]));
        parts.next().filter(|m| is_sum(m) && parts.next().is_none())
    };
    let Some((k, total)) = here.map(|m| (i, m)).or_else(|| own_line().map(|m| (i + 1, m))) else { return };
    let Some(mut part) = whole(i, first, statements) else { return };
    KIND.rule.clone_into(&mut part.rule);
    (part.sentence, part.tokens, part.priority) = (k, total.tokens.clone(), BEHIND);
    part.span = total.tokens.clone();
    if k != i {
        for who in &mut part.who {
            who.token = total.tokens.start;
        }
    }
    part.focus.set(Field::Medal, TOTAL);
    part.focus.set(Field::Count, sum.to_string());
    for f in [Field::Medal, Field::Count, Field::Tally] {
        part.fields.take(f);
    }
    statements.push(part);
}

/// What is said of a total: the colours behind it are of whom it is.
fn whole(i: usize, total: &Mention, statements: &[Statement]) -> Option<Statement> {
    let said = |s: &&Statement| s.table == Table::Medals && s.sentence == i && s.tokens == total.tokens;
    statements.iter().filter(said).max_by_key(|s| s.priority).cloned()
}

/// What may stand between a country and its number: "Hungary came first - 12".
const PLACED: &[&str] = &["ROUND", "STRUCK", "ANTI", "ORD", "DASH", "HYPHEN", "COLON", "OPEN"];

/// "By the number of medals: USA (25), Russia (17)", "most medals have Austria and Cuba, 20 each": above the guesses of
/// rules for a colour that stands elsewhere.
const RANKED: Kind = Kind { table: Table::Medals, rule: "medal-ranking", priority: 26, confidence: 0.75 };

/// Finds the numbers behind countries in a sentence that ranks them by their medals.
fn ranked_by(document: &Document<'_>, i: usize, statements: &mut Vec<Statement>) {
    let sentence = &document.sentences[i];
    let mentions = &sentence.mentions;
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let Some(at) = (0..mentions.len()).find(|k| tag(*k, &["RANKING"])) else { return };
    let Some(word) = (at + 1..=at + 2).find(|k| tag(*k, &["MEDALWORD", "MEDAL"])) else { return };
    if sentence.question || has(document, sentence, UNREAL) || mentions[word].facets.has(Field::Count) {
        return;
    }
    let colour = mentions[word].facets.get(Field::Medal).unwrap_or(TOTAL);
    let mut k = word + 1;
    while k < mentions.len() {
        let mut nations = Vec::new();
        while tag(k, &["COUNTRY", "SQUAD", "REF", "PEOPLE"]) && mentions[k].facets.has(Field::Country) {
            nations.push(&mentions[k]);
            k += 1;
            let joined = tag(k, &["COMMA", "AND"]) && tag(k + 1, &["COUNTRY", "SQUAD", "REF", "PEOPLE"]);
            k += usize::from(joined);
        }
        if nations.is_empty() {
            k += 1;
            continue;
        }
        let from = k;
        while tag(k, PLACED) {
            k += 1;
        }
        let each = tag(k, &["IN", "EACH"]) && nations.len() > 1;
        k += usize::from(each && !tag(k, &["EACH"]));
        let ends = k + 1 == mentions.len() || tag(k + 1, &["COMMA", "SEMI", "STOP", "CLOSE", "AND"]);
        let number = mentions.get(k).filter(|m| document.any(m, &["NUM", "EACH"]) && k > from && ends);
        let Some(n) = number.and_then(|m| m.facets.number(Field::Count)).filter(|n| (1..=MOST * 3).contains(n)) else {
            continue;
        };
        // "Austria and Cuba (20)" counts the last one's alone, unless it says that each has so many.
        let held = if each { 0 } else { nations.len() - 1 };
        for nation in &nations[held..] {
            let mut fields = Facets::new();
            fields.set(Field::Medal, colour);
            fields.set(Field::Count, n.to_string());
            fields.set(Field::Status, "won");
            let tokens = if each { nation.tokens.clone() } else { mentions[k].tokens.clone() };
            statements.push(RANKED.statement(document, i, Who::of(document, nation), tokens, fields));
        }
        k += 1;
    }
}
