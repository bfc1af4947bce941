//! Status by cues: missed, target, forecast, or simply won.

use super::Document;
use crate::rules::{Direction, Table};

/// The status that a cue gives to the focus at `tokens`, if any is in reach.
///
/// `span` is the whole match: a cue inside it, or before or behind it in the cue's direction, counts
/// unless a terminator stands between.
pub(crate) fn of(
    document: &Document<'_>,
    index: usize,
    span: &std::ops::Range<usize>,
    tokens: &std::ops::Range<usize>,
    table: Table,
) -> Option<String> {
    let sentence = &document.sentences[index];
    let mentions = &sentence.mentions;
    let focus = mentions.iter().position(|m| m.tokens.end > tokens.start)?;
    let first = mentions.iter().position(|m| m.tokens.end > span.start)?;
    for cue in &document.pack.cues {
        let status = if table == Table::Medals { &cue.medals } else { &cue.licenses };
        if status.is_empty() {
            continue;
        }
        for (at, _) in mentions.iter().enumerate().filter(|(_, m)| m.tag == cue.tag) {
            let (from, to) = if at < focus { (at + 1, focus) } else { (focus + 1, at) };
            let direction = match cue.direction {
                Direction::Forward => at < focus,
                Direction::Backward => at > focus,
                Direction::Both => true,
            };
            let inside = at >= first && at < focus;
            let clear = !mentions[from.min(to)..to].iter().any(|m| cue.terminators.contains(&m.tag));
            if direction && clear && (inside || to - from.min(to) <= cue.reach) {
                return Some(status.clone());
            }
        }
    }
    None
}
