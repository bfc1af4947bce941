//! Surnames of a crew: one word each, in brackets behind their nation in a sentence that tells a place ("silver for Poland
//! (Nowak, Kowal)").

use std::ops::Range;

use super::found::Candidate;
use crate::extract::segment::Sentence;
use crate::rules::Pack;

/// Those behind whom a crew stands.
const NATIONS: &[&str] = &["COUNTRY", "PEOPLE", "SQUAD", "TEAM"];

/// What parts the names.
const JOINS: &[&str] = &["COMMA", "AND", "SLASH", "HYPHEN", "DASH"];

/// What tells a place or a medal.
const PLACED: &[&str] = &["COLOUR", "PODIUM", "STRUCK", "TRIUMPH"];

/// So many make a crew.
const CREW: Range<usize> = 2..9;

/// Which of the candidates of one word in a sentence stand in such brackets.
pub(super) fn of_crews<'c>(singles: &[&'c Candidate], sentence: &Sentence, pack: &Pack) -> Vec<&'c Candidate> {
    let is = |k: usize, tags: &[&str]| sentence.mentions.get(k).is_some_and(|m| tags.contains(&pack.tags.name(m.tag)));
    let all = 0..sentence.mentions.len();
    if sentence.heading || !all.clone().any(|k| is(k, PLACED)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for open in all.clone().skip(1).filter(|k| is(*k, &["OPEN"]) && is(*k - 1, NATIONS)) {
        let Some(close) = (open..all.end).find(|k| is(*k, &["CLOSE"])) else { continue };
        let inside = sentence.mentions[open].tokens.end..sentence.mentions[close].tokens.start;
        let within = |c: &&&Candidate| inside.start <= c.tokens.start && c.tokens.end <= inside.end;
        let names: Vec<&Candidate> = singles.iter().filter(within).copied().collect();
        let named = |t: usize| names.iter().any(|c| c.tokens.contains(&t));
        let joined = |t: usize| {
            let at = sentence.mentions.iter().position(|m| m.tokens.contains(&t));
            at.is_some_and(|k| is(k, JOINS))
        };
        if CREW.contains(&names.len()) && inside.clone().all(|t| named(t) || joined(t)) {
            found.extend(names);
        }
    }
    found
}
