//! Crews that a sentence names behind the words for their team: "bronze went to Kenya's relay team of Anna Kiss and Eva Nagy".

use super::crews::{CREW, JOINS};
use super::lines::person;
use crate::extract::Document;
use crate::extract::matching::Statement;
use crate::extract::mention::Mention;
use crate::vocabulary::Field;

/// What names a team.
const TEAM: &[&str] = &["TEAM", "SQUAD"];

/// What shows that another clause or another holder begins.
const APART: &[&str] =
    &["STOP", "SEMI", "BEAT", "LOSE", "TERM", "BUT", "COUNTRY", "SQUAD", "PEOPLE", "MEDAL", "TITLE", "FROM", "QUOTE"];

/// So far behind the nation and its medal the team is named (in mentions).
const REACH: usize = 6;

/// Those whom the sentence of a nation's medal names behind "a team of".
pub(super) fn names<'d>(document: &'d Document<'_>, nation: &Statement) -> Vec<&'d Mention> {
    let sentence = &document.sentences[nation.sentence];
    let mentions = &sentence.mentions;
    let place = |token: usize| mentions.iter().position(|m| m.tokens.contains(&token));
    let who = nation.who.first().and_then(|w| place(w.token));
    let (Some(who), Some(medal)) = (who, place(nation.tokens.start)) else { return Vec::new() };
    let start = who.max(medal) + 1;
    let light = mentions[start..].iter().take(REACH).take_while(|m| !person(m) && !document.any(m, APART)).count();
    let Some(first) = mentions.get(start + light).filter(|m| person(m)) else { return Vec::new() };
    // The name has taken in the words for the team.
    let parts: Vec<&Mention> = sentence
        .early
        .iter()
        .filter(|m| first.tokens.start <= m.tokens.start && m.tokens.end <= first.tokens.end)
        .collect();
    let team = parts.windows(2).any(|p| document.any(p[0], TEAM) && document.any(p[1], &["OF"]));
    let row = mentions[start + light..].iter().take_while(|m| person(m) || document.any(m, JOINS));
    let names: Vec<&Mention> = row.filter(|m| person(m)).collect();
    let theirs = nation.who.first().and_then(|w| w.facets.get(Field::Country));
    let foreign = names.iter().filter_map(|m| m.facets.get(Field::Country)).any(|c| Some(c) != theirs);
    if team && !foreign && CREW.contains(&names.len()) { names } else { Vec::new() }
}
