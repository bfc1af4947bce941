//! An article in another spelling of its language: it is read in the spelling of the pack, its evidence stands in its own.

use super::facts::Extraction;
use crate::rules::Respelled;

/// Puts the offsets and the quotes of what was read back into the text as it was written.
pub(super) fn restore(extraction: &mut Extraction, respelled: &Respelled, original: &str) {
    let bytes: Vec<usize> = original.char_indices().map(|(byte, _)| byte).chain([original.len()]).collect();
    let back = |start: &mut usize, end: &mut usize, quote: &mut String| {
        (*start, *end) = (respelled.origin(*start), respelled.origin(*end));
        original[bytes[*start]..bytes[*end]].clone_into(quote);
    };
    let Extraction { athletes, medals, licenses, review } = extraction;
    let evidence = athletes
        .iter_mut()
        .flat_map(|a| &mut a.evidence)
        .chain(medals.iter_mut().flat_map(|m| &mut m.evidence))
        .chain(licenses.iter_mut().flat_map(|l| &mut l.evidence));
    for e in evidence {
        back(&mut e.start, &mut e.end, &mut e.quote);
    }
    for r in review {
        back(&mut r.start, &mut r.end, &mut r.quote);
    }
}
