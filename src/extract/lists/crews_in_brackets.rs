//! Crews in brackets: who won the medal of a nation, named right behind it.
//!
//! ```text
//! Gold went to Hungary (Anna Kiss, Eva Nagy), silver to Latvia (Kalnina, Berzina).
//! ```

use super::crews::{CREW, JOINS};
use super::lines::person;
use crate::extract::Document;
use crate::extract::matching::Statement;
use crate::extract::mention::Mention;

/// The names in the brackets right behind the nation that a statement gives a medal, where nothing else stands in them.
pub(super) fn names<'d>(document: &'d Document<'_>, team: &Statement) -> Vec<&'d Mention> {
    let mentions = &document.sentences[team.sentence].mentions;
    let nation = team.who.first().and_then(|w| mentions.iter().position(|m| m.tokens.contains(&w.token)));
    let Some([open, rest @ ..]) = nation.map(|at| &mentions[at + 1..]) else { return Vec::new() };
    let inside = rest.iter().take_while(|m| person(m) || document.any(m, JOINS)).count();
    let closed = rest.get(inside).is_some_and(|m| document.any(m, &["CLOSE"]));
    let names: Vec<&Mention> = rest[..inside].iter().filter(|m| person(m)).collect();
    if document.any(open, &["OPEN"]) && closed && CREW.contains(&names.len()) { names } else { Vec::new() }
}
