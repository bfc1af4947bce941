//! Status by cues: missed, target, forecast, or simply won.

use super::Document;
use super::mention::Mention;
use super::segment::Sentence;
use super::tokens::Kind;
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
    if table == Table::Medals
        && let Some(status) = foretold_behind(document, mentions, focus)
    {
        return Some(status);
    }
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
            let ends = |m: &Mention| cue.terminators.contains(&m.tag) && !is_sum(sentence, m);
            let clear = !mentions[from.min(to)..to].iter().any(ends);
            if direction && clear && (inside || to - from.min(to) <= cue.reach) {
                return Some(status.clone());
            }
        }
    }
    None
}

/// True for the sign in front of a sum, which ends nothing: "(9 + 9 + 9 = 27)".
fn is_sum(sentence: &Sentence, m: &Mention) -> bool {
    m.tokens.len() == 1 && matches!(sentence.tokens[m.tokens.start].kind, Kind::Punctuation('='))
}

/// The status that a verb of forecast gives to the tallies in the brackets of its subjects: "China (38 gold, 24 silver) and Japan
/// (27) are expected to lead", "Italy, with 64 medals, would come fourth".
fn foretold_behind(document: &Document<'_>, mentions: &[Mention], focus: usize) -> Option<String> {
    let is = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let ends = |k: &usize| is(*k, &["CLOSE", "OPEN"]);
    let bracket = (focus + 1..mentions.len()).find(ends).filter(|k| is(*k, &["CLOSE"]));
    let mut k = bracket? + 1;
    let mut depth = 0;
    while k < mentions.len() && (depth > 0 || is(k, SUBJECTS)) {
        depth += i32::from(is(k, &["OPEN"])) - i32::from(is(k, &["CLOSE"]));
        k += 1;
    }
    let verb = mentions.get(k)?;
    let foretells = |cue: &&crate::rules::Cue| {
        let status = cue.medals == "forecast" || cue.medals == "target";
        status && cue.direction != Direction::Backward && cue.tag == verb.tag
    };
    document.pack.cues.iter().find(foretells).map(|cue| cue.medals.clone())
}

/// What joins the subjects of one verb.
const SUBJECTS: &[&str] = &["AND", "COMMA", "DET", "COUNTRY", "SQUAD", "PEOPLE", "OPEN", "TERM"];
