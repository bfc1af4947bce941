//! Several editions of one medal: "champion in 2018 and 2021", "gold at the 2019 and 2021 World Championships".

use super::is;
use super::near::focus;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World, is_qualifier};

/// What a further edition says: its fields.
type Further = Vec<(Field, String)>;

/// Gives every edition of a list its own fact, where the count allows it.
pub(super) fn distribute(document: &Document<'_>, statements: Vec<Resolved>) -> Vec<Resolved> {
    let mut out = Vec::with_capacity(statements.len());
    for statement in statements {
        let further = further(document, &statement);
        let count = statement.fields.number(Field::Count).unwrap_or(1);
        let all = i32::try_from(further.len() + 1).unwrap_or(i32::MAX);
        if further.is_empty() || !(count == 1 || count == all) {
            out.push(statement);
            continue;
        }
        let mut first = statement;
        if count > 1 {
            first.fields.set(Field::Count, "1");
        }
        for fields in further {
            let mut other = first.clone();
            for (field, value) in fields {
                other.fields.set(field, value);
            }
            out.push(other);
        }
        out.push(first);
    }
    out
}

/// The editions listed beside that of a statement.
fn further(document: &Document<'_>, statement: &Resolved) -> Vec<Further> {
    let none = Vec::new();
    let (Table::Medals, Some(year)) = (statement.table, statement.fields.number(Field::Year)) else { return none };
    if statement.fields.has(Field::YearTo) {
        return none;
    }
    let Some((mentions, focus)) = focus(&document.sentences[statement.context.0], statement) else { return none };
    let says = |m: &Mention| m.facets.number(Field::Year) == Some(year) && !m.facets.has(Field::YearTo);
    let Some(at) = (0..mentions.len()).filter(|i| says(&mentions[*i])).min_by_key(|i| i.abs_diff(focus)) else {
        return none;
    };
    let mut out = Vec::new();
    // Forward: years and competitions joined by commas and "and".
    let mut i = at + 1;
    loop {
        let joined = i;
        while mentions.get(i).is_some_and(|m| document.any(m, &["COMMA", "AND", "SLASH", "DET"])) {
            i += 1;
        }
        let glue = mentions[joined.min(mentions.len())..i].iter().any(|m| document.any(m, &["COMMA", "AND", "SLASH"]));
        let Some(next) = mentions.get(i).filter(|_| glue) else { break };
        // What stands in front of the next medal or its winner is that one's.
        let taken = |m: &Mention| document.any(m, &["PERSON", "PRON", "REF", "SQUAD", "WIN", "MEDAL", "TITLE", "COMP"]);
        if mentions.get(i + 1).is_some_and(taken) {
            break;
        }
        match edition(document, next) {
            Some(fields) => out.push(fields),
            None => break,
        }
        i += 1;
    }
    // Backward: "the 2019 and 2021 World Championships".
    let mut i = at;
    while i >= 2 && document.any(&mentions[i - 1], if i == at { &["AND"] } else { &["COMMA"] }) {
        match edition(document, &mentions[i - 2]).filter(|_| is(document, &mentions[i - 2], "YEAR")) {
            Some(fields) => out.push(fields),
            None => break,
        }
        i -= 2;
    }
    out.retain(|fields| fields.iter().any(|(f, v)| *f != Field::Year || v.parse() != Ok(year)));
    out
}

/// The fields of a listed edition: of a bare year that, of a competition its name too.
fn edition(document: &Document<'_>, m: &Mention) -> Option<Further> {
    let year = m.facets.get(Field::Year)?.to_owned();
    if is(document, m, "YEAR") {
        return Some(vec![(Field::Year, year)]);
    }
    let name = m.facets.get(Field::Competition).filter(|c| is(document, m, "COMP") && !is_qualifier(c))?;
    World::get().competition(name)?;
    Some(vec![(Field::Competition, name.to_owned()), (Field::Year, year)])
}
