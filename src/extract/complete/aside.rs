//! Editions that a sentence names only to measure from or to compare with: "since", "after the championships of", "as in".

use super::is;
use crate::extract::Document;
use crate::extract::segment::Sentence;

/// True for what only says from when on something is counted, or what it is like: "since Atlanta 1996", "since women's judo
/// began at the Barcelona Games in 1992", "as in London".
pub(super) fn since(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    measured(document, sentence, at, &["SINCE", "LIKE"])
}

/// True for an edition that another is only compared with: "as in London".
pub(super) fn compared(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    measured(document, sentence, at, &["LIKE"])
}

fn measured(document: &Document<'_>, sentence: &Sentence, at: usize, by: &[&str]) -> bool {
    let mentions = &sentence.mentions;
    if document.pack.language.modifiers_before {
        return mentions.get(at + 1).is_some_and(|m| document.any(m, by));
    }
    let clause = mentions[..at].iter().rev().take_while(|m| !document.any(m, ENDS)).take(SINCE_REACHES);
    clause.into_iter().any(|m| document.any(m, by))
}

/// True for what comes before the story: "After the world championships in Doha in 2023 the aim was set."
pub(super) fn after(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mentions = &sentence.mentions;
    let opens = mentions.first().is_some_and(|m| is(document, m, "TERM"));
    opens && !mentions[..at].iter().any(|m| document.any(m, &["COMMA", "PERSON", "WIN", "MEDAL"]))
}

/// How many mentions behind "since" still belong to it.
const SINCE_REACHES: usize = 8;

/// What ends the clause that "since" opens.
const ENDS: &[&str] = &["COMMA", "SEMI", "BUT", "TERM", "PERSON", "WIN", "MEDAL", "COLON", "DASH"];
