//! Several editions of one medal: "champion in 2018 and 2021", "gold at the 2019 and 2021 World Championships", "in Rome
//! (2001), Oslo, Norway (2003) and Lisbon (2005)", "on floor in 2019 and on vault two years later".

use std::collections::BTreeSet;

use super::counted::{THEN, offset};
use super::is;
use super::near::focus;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World, is_qualifier};

/// What an edition of a list says: its fields.
type Listed = Vec<(Field, String)>;

/// Gives every edition of a list its own fact, where the count allows it.
pub(super) fn distribute(document: &Document<'_>, statements: Vec<Resolved>) -> Vec<Resolved> {
    let mut out = Vec::with_capacity(statements.len());
    for statement in statements {
        let editions = editions(document, &statement);
        let count = statement.fields.number(Field::Count).unwrap_or(1);
        let all = i32::try_from(editions.len()).unwrap_or(i32::MAX);
        if all < 2 || !(count == 1 || count == all) {
            out.push(statement);
            continue;
        }
        let mut each = statement;
        if count > 1 {
            each.fields.set(Field::Count, "1");
        }
        for fields in editions {
            let mut other = each.clone();
            // The city named is that of its own year alone.
            let year = fields.iter().find(|(f, _)| *f == Field::Year).map(|(_, v)| v.as_str());
            if year != each.fields.get(Field::Year) {
                other.fields.take(Field::Place);
            }
            for (field, value) in fields {
                other.fields.set(field, value);
            }
            out.push(other);
        }
    }
    drop_sums(out)
}

/// Leaves out "three times champion" where each of the three is told with its year in the same sentence.
fn drop_sums(statements: Vec<Resolved>) -> Vec<Resolved> {
    let part_of = |sum: &Resolved, part: &Resolved| {
        let same = |f: Field| sum.fields.get(f) == part.fields.get(f);
        let dated = part.fields.has(Field::Year) && part.fields.number(Field::Count).unwrap_or(1) == 1;
        dated
            && (part.sentence, part.table, part.person) == (sum.sentence, sum.table, sum.person)
            && same(Field::Medal)
            && same(Field::Competition)
    };
    let told = |sum: &Resolved, sentence: &[Resolved]| {
        let count = sum.fields.number(Field::Count).unwrap_or(1);
        let person = sum.person.is_some() && sum.table == Table::Medals && !sum.fields.has(Field::Year);
        let years = || sentence.iter().filter(|part| part_of(sum, part)).filter_map(|p| p.fields.get(Field::Year));
        person && count > 1 && i32::try_from(years().collect::<BTreeSet<_>>().len()) == Ok(count)
    };
    let sentences = statements.chunk_by(|a, b| a.sentence == b.sentence);
    let sums: Vec<bool> = sentences.flat_map(|sentence| sentence.iter().map(|sum| told(sum, sentence))).collect();
    statements.into_iter().zip(sums).filter(|(_, sum)| !sum).map(|(statement, _)| statement).collect()
}

/// The editions listed for a statement, its own the first of them; none where there is no list.
fn editions(document: &Document<'_>, statement: &Resolved) -> Vec<Listed> {
    let none = Vec::new();
    if statement.table != Table::Medals || statement.fields.has(Field::YearTo) {
        return none;
    }
    let sentence = &document.sentences[statement.context.0];
    let Some((mentions, focus)) = focus(sentence, statement) else { return none };
    let Some(year) = statement.fields.number(Field::Year) else {
        return if statement.fields.number(Field::Count) > Some(1) { behind(document, mentions, focus) } else { none };
    };
    let says = |m: &Mention| m.facets.number(Field::Year) == Some(year) && !m.facets.has(Field::YearTo);
    let Some(mut at) = (0..mentions.len()).filter(|i| says(&mentions[*i])).min_by_key(|i| i.abs_diff(focus)) else {
        return none;
    };
    // A verb that won championships knows the year of what stands behind it.
    while mentions.get(at + 1).is_some_and(says) {
        at += 1;
    }
    let mut further = forward(document, mentions, at + 1, year);
    further.extend(backward(document, sentence, mentions, at));
    further.retain(|fields| fields.iter().any(|(f, v)| *f != Field::Year || v.parse() != Ok(year)));
    if !further.is_empty() {
        further.insert(0, vec![(Field::Year, year.to_string())]);
    }
    further
}

/// The list behind a number of titles: "three times champion, in 1967, 1971 and 1979", "two golds (2005, 2007)".
fn behind(document: &Document<'_>, mentions: &[Mention], focus: usize) -> Vec<Listed> {
    let mut i = focus + 1;
    while mentions.get(i).is_some_and(|m| document.any(m, &["COMMA", "IN", "OPEN", "DASH", "COLON", "YEARWORD", "DET"]))
    {
        i += 1;
    }
    let Some((first, next)) = listed(document, mentions, i, 0) else { return Vec::new() };
    let year = year_of(&first);
    let mut all = vec![first];
    all.extend(forward(document, mentions, next, year));
    all
}

/// The year of a listed edition.
fn year_of(fields: &Listed) -> i32 {
    fields.iter().find(|(f, _)| *f == Field::Year).and_then(|(_, v)| v.parse().ok()).unwrap_or_default()
}

/// Years, places and competitions joined by commas and "and", from a mention on, behind an edition of some year.
fn forward(document: &Document<'_>, mentions: &[Mention], from: usize, mut last: i32) -> Vec<Listed> {
    let mut out = Vec::new();
    let mut i = from;
    loop {
        let joined = i;
        while mentions.get(i).is_some_and(|m| document.any(m, &["CLOSE", "COMMA", "AND", "SLASH", "DET", "IN", "OF"])) {
            i += 1;
        }
        let glue = mentions[joined.min(mentions.len())..i].iter().any(|m| document.any(m, &["COMMA", "AND", "SLASH"]));
        // Behind a bracket only another place goes on: "champion (1979, 1981) and in 1983 ..." does not.
        let closed = mentions.get(joined).is_some_and(|m| is(document, m, "CLOSE"));
        let goes_on = glue && (!closed || mentions.get(i).is_some_and(|m| is(document, m, "CITY")));
        let Some((fields, next)) = listed(document, mentions, i, last).filter(|_| goes_on) else { break };
        // What stands in front of the next medal or its winner is that one's.
        let taken = |m: &Mention| document.any(m, &["PERSON", "PRON", "REF", "SQUAD", "WIN", "MEDAL", "TITLE", "COMP"]);
        let bracketed = is(document, &mentions[i], "CITY");
        let light = |m: &Mention| document.any(m, &["LITERAL", "MEDALWORD"]) || bracketed && is(document, m, "CLOSE");
        let follows = mentions[next..].iter().find(|m| !light(m));
        if follows.is_some_and(taken) {
            break;
        }
        last = year_of(&fields);
        out.push(fields);
        i = next;
    }
    out
}

/// Years in front of the last one of a list: "the 2019 and 2021 World Championships".
fn backward(document: &Document<'_>, sentence: &Sentence, mentions: &[Mention], at: usize) -> Vec<Listed> {
    let mut out = Vec::new();
    let mut i = at;
    // "A finalist in 2016 and world champion in 2017": only what begins with its year is one more of the list.
    let first = &sentence.tokens[mentions[at].tokens.start].folded;
    if !first.starts_with(|c: char| c.is_ascii_digit()) {
        return out;
    }
    while i >= 2 && document.any(&mentions[i - 1], if i == at { &["AND"] } else { &["COMMA"] }) {
        match edition(document, &mentions[i - 2]).filter(|_| is(document, &mentions[i - 2], "YEAR")) {
            Some(fields) => out.push(fields),
            None => break,
        }
        i -= 2;
    }
    out
}

/// An item of a list and where the next begins: a year, a competition of some year, a place with its year behind it, or an
/// event with its year, which may be counted from the edition before.
fn listed(document: &Document<'_>, mentions: &[Mention], at: usize, last: i32) -> Option<(Listed, usize)> {
    let first = mentions.get(at)?;
    if let Some(fields) = edition(document, first) {
        return Some((fields, at + 1));
    }
    if let Some(found) = event_of_year(document, mentions, at, last) {
        return Some(found);
    }
    let place = first.facets.get(Field::Place).filter(|_| is(document, first, "CITY"))?;
    let mut i = at + 1;
    while mentions.get(i).is_some_and(|m| document.any(m, &["OPEN", "IN", "COMMA"])) && i <= at + 2 {
        i += 1;
    }
    let year = mentions.get(i).filter(|m| is(document, m, "YEAR"))?.facets.get(Field::Year)?;
    Some((vec![(Field::Place, place.to_owned()), (Field::Year, year.to_owned())], i + 1))
}

/// What stands around an event and its year.
const LIGHT: &[&str] = &["IN", "OF", "FOR", "TO", "DET", "GENDER", "OVER", "DISTWORD", "WEIGHTWORD"];

/// An event and the year behind it: "the 200m in 2021", "over 200m three years later".
fn event_of_year(document: &Document<'_>, mentions: &[Mention], at: usize, last: i32) -> Option<(Listed, usize)> {
    let light = |k: &usize| mentions.get(*k).is_some_and(|m| document.any(m, LIGHT));
    let k = (at..).find(|k| !light(k))?;
    let named = mentions.get(k).filter(|m| document.any(m, &["EVENT", "DIST", "WEIGHT"]))?;
    let event = named.facets.get(Field::Event)?;
    let k = (k + 1..).find(|k| !light(k))?;
    let when = mentions.get(k)?;
    let later = || {
        let relative = when.facets.get(Field::Relative).filter(|_| last > 0 && is(document, when, "RELATIVE"))?;
        Some(last + offset(relative.strip_prefix(THEN)?)?)
    };
    let year = if is(document, when, "YEAR") { when.facets.number(Field::Year) } else { later() }?;
    Some((vec![(Field::Event, event.to_owned()), (Field::Year, year.to_string())], k + 1))
}

/// The fields of a listed edition: of a bare year that, of a competition its name too.
fn edition(document: &Document<'_>, m: &Mention) -> Option<Listed> {
    let year = m.facets.get(Field::Year)?.to_owned();
    if is(document, m, "YEAR") {
        return Some(vec![(Field::Year, year)]);
    }
    let name = m.facets.get(Field::Competition).filter(|c| is(document, m, "COMP") && !is_qualifier(c))?;
    World::get().competition(name)?;
    // "Athens 2004" is an edition of what the list is of.
    if m.facets.get(Field::Season) == Some("host") {
        return Some(vec![(Field::Year, year)]);
    }
    Some(vec![(Field::Competition, name.to_owned()), (Field::Year, year)])
}
