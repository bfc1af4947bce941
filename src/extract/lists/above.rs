//! What stands above goes for what follows: the competition that the line above a list names ("At the 2023 Asian
//! Championships they won:") for its lines, the event of one gender's licences for those of the other.

use super::lines::{EVENTS, above, colon, learn};
use crate::extract::Document;
use crate::extract::matching::Statement;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, is_qualifier};

/// What names the edition of a competition.
const EDITION: &[Field] = &[Field::Year, Field::Place, Field::Relative];

/// Gives the medals of lists the competition that the line above their list names.
pub(super) fn inherit(document: &Document<'_>, statements: &mut [Statement]) {
    let several = several(document);
    for statement in statements.iter_mut().filter(|s| s.table == Table::Medals) {
        let own = &document.sentences[statement.sentence];
        let says = |f: &Facets| f.has(Field::Competition) || EDITION.iter().any(|e| f.has(*e));
        let place = own.mentions.iter().any(|m| document.any(m, &["COMP", "CITY", "GAMESADJ", "YEAR", "DATE"]));
        if place || says(&statement.fields) || says(&statement.focus) {
            continue;
        }
        let Some(edition) = above(document, statement.sentence).and_then(|k| edition(document, &document.sentences[k]))
        else {
            continue;
        };
        // A title without the year of its own line is a title of the topic's edition, if the article has no other.
        let title = [&statement.fields, &statement.focus].iter().any(|f| f.get(Field::Basis) == Some("title"));
        if !title || edition.has(Field::Year) || several {
            statement.fields.fill(&edition);
        }
    }
}

/// True where the article names several competitions.
fn several(document: &Document<'_>) -> bool {
    let comps = document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| document.any(m, &["COMP"]));
    let mut names = comps.filter_map(|m| m.facets.get(Field::Competition)).filter(|c| !is_qualifier(c));
    names.next().is_some_and(|first| names.any(|n| n != first))
}

/// The edition that a line above a list names, where it announces the list and names just one.
fn edition(document: &Document<'_>, sentence: &Sentence) -> Option<Facets> {
    if !(sentence.heading || colon(document, sentence)) {
        return None;
    }
    let named = |m: &&Mention| document.any(m, &["COMP"]) && m.facets.has(Field::Competition);
    let mut comps = sentence.mentions.iter().filter(named);
    let comp = comps.next().filter(|_| comps.next().is_none())?;
    if comp.facets.get(Field::Competition).is_none_or(is_qualifier) {
        return None;
    }
    let mut fields = Facets::new();
    fields.fill_only(
        &comp.facets,
        &[Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season, Field::Sport],
    );
    let date = sentence.mentions.iter().filter(|m| document.any(m, &["RELATIVE", "YEAR"]));
    if let Some(year) = date.chain([comp]).find_map(|m| year(document, m)) {
        fields.fill_in(Field::Year, year.to_string());
    }
    Some(fields)
}

/// The year that a mention says, by itself or as counted from publication.
fn year(document: &Document<'_>, m: &Mention) -> Option<i32> {
    let counted = || Some(document.year_published()? + m.facets.number(Field::Relative)?);
    m.facets.number(Field::Year).or_else(counted)
}

/// "In the 470 six licences went to women. Six more went to men: ...": the event of the sentence before.
pub(super) fn events(document: &Document<'_>, statements: &mut [Statement]) {
    for statement in statements.iter_mut().filter(|s| s.table == Table::Licenses) {
        let Some(before) = statement.sentence.checked_sub(1).map(|i| &document.sentences[i]) else { continue };
        let own = &document.sentences[statement.sentence];
        let says = statement.fields.has(Field::Event) || statement.focus.has(Field::Event);
        let gender = |s: &Sentence| s.mentions.iter().find(|m| document.any(m, &["GENDER"])).map(|m| m.facets.clone());
        let other =
            gender(own).is_some_and(|g| gender(before).is_some_and(|b| b.get(Field::Gender) != g.get(Field::Gender)));
        let named = own.mentions.iter().any(|m| document.any(m, &["EVENT", "WEIGHT", "DIST", "SPORT"]));
        let licences = before.mentions.iter().any(|m| document.any(m, &["LICENCE", "QUALIFY"]));
        if says || named || !other || !licences || own.paragraph != before.paragraph {
            continue;
        }
        let mut events = before.mentions.iter().filter(|m| document.any(m, EVENTS));
        if let Some(event) = events.next().filter(|_| events.next().is_none()) {
            learn(document, std::slice::from_ref(event), &mut statement.fields);
        }
    }
}
