//! The mention nearest to a medal or a licence.

use std::ops::Range;

use super::is;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;

/// The mentions of a sentence as the rule of a statement saw them.
pub(super) fn seen<'a>(sentence: &'a Sentence, statement: &Resolved) -> &'a [Mention] {
    if statement.early { &sentence.early } else { &sentence.mentions }
}

/// The same, and which of them the statement is about.
pub(in crate::extract) fn focus<'a>(sentence: &'a Sentence, statement: &Resolved) -> Option<(&'a [Mention], usize)> {
    let mentions = seen(sentence, statement);
    Some((mentions, mentions.iter().position(|m| m.tokens.end > statement.context.1.start)?))
}

/// The nearest mention that passes `test`, behind the focus rather than before it, not beyond another
/// focus or a barrier.
pub(super) fn nearest<'a>(
    document: &Document<'_>,
    sentence: &'a Sentence,
    statement: &Resolved,
    test: impl Fn(&Mention) -> bool,
) -> Option<&'a Mention> {
    nearest_with_cost(document, sentence, statement, test).map(|(_, m)| m)
}

/// As [`nearest`], with how far it is; what stands in the focus's own conjunct goes before all else.
pub(super) fn nearest_with_cost<'a>(
    document: &Document<'_>,
    sentence: &'a Sentence,
    statement: &Resolved,
    test: impl Fn(&Mention) -> bool,
) -> Option<(usize, &'a Mention)> {
    let (mentions, focus) = focus(sentence, statement)?;
    let blocks = |m: &Mention| {
        let other = if statement.table == Table::Medals { ["LICENCE", "QUALIFY"] } else { ["MEDAL", "TITLE"] };
        is(document, m, "SEMI") || document.any(m, &other)
    };
    let own = conjunct(document, mentions, focus);
    let stray = |k: usize| if own.contains(&k) { 0 } else { STRAY };
    let mut best: Option<(usize, &Mention)> = None;
    let before = document.pack.language.modifiers_before;
    let mut cost = if before { BEHIND } else { 0 };
    let behind = &mentions[focus + 1..];
    for (at, m) in behind.iter().enumerate() {
        cost += if is(document, m, "MEDAL") || is(document, m, "PERSON") { 4 } else { 1 };
        if blocks(m) || before && is(document, m, "COMMA") {
            break;
        }
        if test(m) {
            if !opens_clause(document, behind, at) {
                best = Some((cost + stray(focus + 1 + at), m));
            }
            break;
        }
    }
    let mut cost = if before { 0 } else { 2 };
    let mut turned = false;
    for (at, m) in mentions[..focus].iter().enumerate().rev() {
        cost += if is(document, m, "MEDAL") { 4 } else { 1 };
        // "20 medals in Sochi, but now they have 13": what stands in front of the turn is of the medals there.
        turned |= is(document, m, "BUT");
        if (blocks(m) || turned && is(document, m, "MEDAL")) && statement.table == Table::Medals {
            break;
        }
        if test(m) {
            // "More than the 11 titles of Tokyo, but they have 19": the city is of the titles in front of the turn.
            if turned && !before && stray(at) > 0 && statement.table == Table::Medals {
                break;
            }
            let cost = cost + stray(at);
            if best.is_none_or(|(c, _)| cost < c) {
                best = Some((cost, m));
            }
            break;
        }
    }
    best
}

/// Where the conjunct of a medal stands: from what joins it to the medal before, to what joins the next one to it. "Silver in
/// London in 2012 and gold in Rio" has two.
fn conjunct(document: &Document<'_>, mentions: &[Mention], focus: usize) -> Range<usize> {
    let medal = |k: &usize| document.any(&mentions[*k], MEDALS);
    let last = |range: Range<usize>, tags: &[&str]| range.rev().find(|k| document.any(&mentions[*k], tags));
    // "In London silver, in Rio - gold": a dash joins nothing where a comma does.
    let joint = |from: usize, to: usize| last(from + 1..to, JOINTS).or_else(|| last(from + 1..to, &["COLON", "DASH"]));
    let before = (0..focus).rev().find(medal).and_then(|k| joint(k, focus));
    let behind = (focus + 1..mentions.len()).find(medal).and_then(|k| joint(focus, k));
    before.map_or(0, |k| k + 1)..behind.unwrap_or(mentions.len())
}

/// What has a conjunct of its own.
const MEDALS: &[&str] = &["MEDAL", "TITLE", "PODIUM", "STRUCK", "TALLY", "MEDALLIST"];

/// What joins one conjunct to the next.
const JOINTS: &[&str] = &["COMMA", "AND", "BUT", "SEMI", "TERM"];

/// What it costs to stand in another conjunct.
pub(super) const STRAY: usize = 100;

/// True where a clause of its own begins with what stands at a place: "A took bronze, and in Lillehammer B won silver".
fn opens_clause(document: &Document<'_>, behind: &[Mention], at: usize) -> bool {
    let lead = behind[..at].iter().rposition(|m| !document.any(m, &["DET", "CITY"]));
    let Some(lead) = lead.filter(|k| *k > 0 && is(document, &behind[*k], "IN")) else { return false };
    let turns = document.any(&behind[lead - 1], &["AND", "BUT"]);
    let mut next = behind[at + 1..].iter().filter(|m| !document.any(m, &["COMMA", "DET", "ROLE", "ATHLETE", "YEAR"]));
    let subject = next.next().is_some_and(|m| document.any(m, &["PERSON", "PRON", "REF", "COUNTRY", "SQUAD"]));
    turns && subject && next.any(|m| document.any(m, &["MEDAL", "PODIUM", "STRUCK"]))
}

/// What it costs to stand behind a medal in a language that says when and where before it.
const BEHIND: usize = 4;
