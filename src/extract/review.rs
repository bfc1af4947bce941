//! Never silent: sentences that look like a fact and gave none.

use super::Document;
use super::facts::Extraction;
use super::ground::Offsets;
use super::matching::Statement;
use crate::rules::Table;

/// Adds a row for each sentence with a trigger beside a number or a name from which no fact came.
pub(crate) fn collect(document: &Document<'_>, statements: &[Statement], extraction: &mut Extraction) {
    let offsets = Offsets::of(document);
    let tags = &document.pack.tags;
    for (i, sentence) in document.sentences.iter().enumerate() {
        let (mut medal, mut licence) = (None, None);
        let mut beside = false;
        for m in &sentence.mentions {
            match tags.name(m.tag) {
                "MEDAL" | "TITLE" => medal = medal.or(Some(m)),
                "LICENCE" => licence = licence.or(Some(m)),
                "PERSON" | "NUM" | "COUNTRY" | "CAP" => beside = true,
                _ => {}
            }
            beside |= m.facets.has(crate::vocabulary::Field::Count);
        }
        for (trigger, table) in [(medal, Table::Medals), (licence, Table::Licenses)] {
            let Some(m) = trigger.filter(|_| beside) else { continue };
            let claimed = statements.iter().any(|s| s.sentence == i && (s.table == table || s.table == Table::None));
            if claimed {
                continue;
            }
            let words = &document.text[sentence.tokens[m.tokens.start].start..sentence.tokens[m.tokens.end - 1].end];
            let reason = "no rule says who holds it; `palmares explain` shows which came nearest";
            extraction.review.push(offsets.review(document, i, words, reason));
        }
    }
    extraction.review.sort_by(|a, b| (a.start, &a.trigger, &a.reason).cmp(&(b.start, &b.trigger, &b.reason)));
    extraction.review.dedup();
}
