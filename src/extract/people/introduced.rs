//! A single name that nothing else makes known, where only a person can stand.

use super::found::Candidate;
use crate::extract::segment::Sentence;
use crate::rules::Pack;

/// What somebody of a nation or a sport is called.
const PERSONS: &[&str] = &["ATHLETE", "DEMONYM", "PEOPLE", "ROLE"];

/// What a competitor does.
const ACTS: &[&str] = &["BEAT", "BECOME", "FINISH", "LOSE", "PODIUM", "QUALIFY", "STRUCK", "TRIUMPH", "WIN"];

/// Mentions in which that is said behind a name that stands between commas.
const SOON: usize = 2;

/// Mentions in which it is said behind a name in one phrase with what the person is.
const LATER: usize = 8;

/// True for "another Hungarian, Kiss, won", and for "boxer Kiss won" where the name comes again or is a surname by its
/// ending.
pub(super) fn introduced(c: &Candidate, again: bool, sentence: &Sentence, pack: &Pack) -> bool {
    if sentence.heading || sentence.title_case {
        return false;
    }
    let mentions = &sentence.mentions;
    let is = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| tags.contains(&pack.tags.name(m.tag)));
    let first = mentions.partition_point(|m| m.tokens.end <= c.tokens.start);
    let behind = mentions.partition_point(|m| m.tokens.start < c.tokens.end);
    let back = |n: usize, tags: &[&str]| first.checked_sub(n).is_some_and(|k| is(k, tags));
    let acts = |reach: usize| (behind..).take(reach).take_while(|k| !is(*k, &["STOP", "SEMI"])).any(|k| is(k, ACTS));
    let apart = back(1, &["COMMA"]) && back(2, PERSONS) && is(behind, &["COMMA"]);
    if apart {
        return acts(SOON + 1);
    }
    let known = again || pack.names.gender_of_surname(&c.name).is_some();
    let plain = !is(behind, &["CAP", "HYPHEN", "QUOTE", "ORG"]);
    known && plain && back(1, &["ATHLETE", "ROLE"]) && acts(LATER)
}

/// True for the only name of somebody in a list of places, with the code of a country behind it: "1. Kiss (HUN)", "3. Nagy
/// (LAT) and Papp (AUT)".
pub(super) fn ranked(c: &Candidate, sentence: &Sentence, pack: &Pack) -> bool {
    let mentions = &sentence.mentions;
    let is = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| tags.contains(&pack.tags.name(m.tag)));
    let first = mentions.partition_point(|m| m.tokens.end <= c.tokens.start);
    let behind = mentions.partition_point(|m| m.tokens.start < c.tokens.end);
    let placed = is(0, &["NUM"]) && is(1, &["STOP", "CLOSE"]);
    let led = first == 2 || first.checked_sub(1).is_some_and(|k| is(k, &["AND", "COMMA", "SLASH", "SEMI"]));
    placed && led && is(behind, &["OPEN"]) && is(behind + 1, &["COUNTRY"]) && is(behind + 2, &["CLOSE"])
}
