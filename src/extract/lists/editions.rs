//! Medals edition by edition: a year, a place and what a team won there a line.
//!
//! ```text
//! 2012, London – 1 medal (1 bronze)
//! 2016, Rio de Janeiro – 1 gold medal
//! 2020, Tokyo – none
//! ```

use super::lines::{Kind, above_of, bullets, has};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Above the guess that a tally without a holder is the topic's, which gives a line with one colour nothing.
const KIND: Kind = Kind { table: Table::Medals, rule: "medals-by-edition", priority: 13, confidence: 0.7 };

/// So many lines make a list.
const FEWEST: usize = 2;

/// What stands between the year of a line and its medals.
const LEAD: &[&str] = &["CITY", "COMMA", "COMP", "YEARWORD", "STOP", "OPEN", "CLOSE", "WHERE", "IN", "GAMES"];

/// What stands among the medals.
const AMONG: &[&str] = &["COMMA", "AND", "OPEN", "CLOSE", "SEMI", "STOP", "INCLUDING", "COLON", "DASH", "OF"];

/// A line of such a list.
struct Line<'a> {
    sentence: usize,
    edition: Facets,
    medals: Vec<&'a Mention>,
}

/// Finds the medals that such lists give.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut i = 0;
    while i < document.sentences.len() {
        let lines: Vec<Line<'_>> = (i..document.sentences.len()).map_while(|k| line(document, k)).collect();
        let won = lines.iter().filter(|l| !l.medals.is_empty()).count();
        if won >= FEWEST && !above_of(document, i).is_some_and(|s| has(document, s, &["PERSON", "LICENCE"])) {
            statements.extend(lines.iter().flat_map(|l| given(document, l)));
        }
        i += lines.len().max(1);
    }
}

/// The line that a sentence is: a year, and medals with their number, or none.
fn line<'a>(document: &'a Document<'_>, i: usize) -> Option<Line<'a>> {
    let mentions = &document.sentences[i].mentions;
    let from = bullets(document, mentions);
    let year = mentions.get(from).filter(|m| document.any(m, &["YEAR"]))?;
    let mark = mentions[from..].iter().position(|m| document.any(m, &["DASH", "HYPHEN", "COLON"]))? + from;
    let mut edition = Facets::new();
    edition.fill_only(&year.facets, &[Field::Year]);
    for m in &mentions[from + 1..mark] {
        edition.fill_only(&m.facets, &[Field::Place, Field::Competition]);
    }
    let lead = mentions[from + 1..mark].iter().all(|m| document.any(m, LEAD) || document.is_literal(m));
    let (medals, rest): (Vec<&Mention>, Vec<&Mention>) =
        mentions[mark + 1..].iter().partition(|m| document.any(m, &["MEDAL"]));
    let counted = medals.iter().all(|m| m.facets.has(Field::Medal) && m.facets.has(Field::Count));
    let plain = rest.iter().all(|m| document.any(m, AMONG)) && counted;
    // "2020, Tokyo – without medals" belongs to the list.
    (lead && (medals.is_empty() || plain)).then_some(Line { sentence: i, edition, medals })
}

/// The medals of a line.
fn given(document: &Document<'_>, line: &Line<'_>) -> Vec<Statement> {
    let each = line.medals.iter().map(|m| {
        let mut fields = line.edition.clone();
        fields.set(Field::Status, "won");
        fields.set(Field::Holder, "country");
        let nobody = Who { tag: String::new(), facets: Facets::new(), token: m.tokens.start };
        let statement = KIND.statement(document, line.sentence, nobody, m.tokens.clone(), fields);
        Statement { who: Vec::new(), focus: m.facets.clone(), ..statement }
    });
    each.collect()
}
