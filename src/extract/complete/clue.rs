//! What a mention says of the sport.

use super::is;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::vocabulary::{Facets, Field, World};

/// What a mention says of the sport.
pub(super) enum Clue<'a> {
    /// The sport itself, or an event that only this sport has.
    Sport(&'a str),
    /// An event or a weight class of several sports.
    Among(Vec<&'a str>),
}

/// The clue that a mention gives; names of persons give none.
pub(super) fn clue<'a>(document: &Document<'_>, mention: &'a Mention) -> Option<Clue<'a>> {
    if is(document, mention, "PERSON") {
        return None;
    }
    said(document, mention)
}

/// The clue in what a mention says, of a person too: the event in the brackets behind its name.
pub(super) fn said<'a>(document: &Document<'_>, mention: &'a Mention) -> Option<Clue<'a>> {
    let part = |s: &&str| !document.parts.iter().any(|p| p == s);
    if let Some(sport) = mention.facets.get(Field::Sport).or_else(|| event_sport(mention)).filter(part) {
        return Some(Clue::Sport(sport));
    }
    let among = kinds(&mention.facets);
    match among[..] {
        [] => None,
        // A distance that one sport has names it; a number of kilograms may be lifted as well as weighed.
        [one]
            if mention
                .facets
                .get(Field::Event)
                .is_some_and(|e| e.starts_with(|c: char| c.is_ascii_digit()) && !e.ends_with(" kg")) =>
        {
            Some(Clue::Sport(one))
        }
        _ => Some(Clue::Among(among)),
    }
}

/// The sports that may be meant by an event or a stroke: those among which its name has this meaning, else those that have it.
/// Paralympic forms are left out: the article says whether it speaks of them.
pub(super) fn kinds(facets: &Facets) -> Vec<&str> {
    let among = facets.get(Field::Among).unwrap_or_default();
    // A stroke tells like an event, "individual" is an event of many sports.
    let stroke = || facets.get(Field::Discipline).filter(|d| World::get().event_sports(d).is_none());
    let Some(event) = facets.get(Field::Event).or_else(stroke) else { return Vec::new() };
    // The unit tells sports apart that share a word: 400 m freestyle is swum, 10 km freestyle is skied.
    let known = World::get().event_sports(event).filter(|s| among.split('|').any(|a| s.contains(a)));
    let sports: Vec<&str> = match (among, known) {
        ("", _) => World::get().sports_with(event),
        (among, Some(known)) => among.split('|').filter(|a| known.contains(*a)).collect(),
        (among, None) => among.split('|').collect(),
    };
    let mut able: Vec<&str> = sports.iter().copied().filter(|s| !s.starts_with("para ")).collect();
    able.dedup();
    if able.is_empty() { sports } else { able }
}

/// The sport that an event implies: of the distances that of the discipline, of the names that which has it alone.
pub(super) fn event_sport(mention: &Mention) -> Option<&str> {
    let event = mention.facets.get(Field::Event)?;
    match mention.facets.get(Field::Among).filter(|a| !a.is_empty()) {
        // A name that only means this event in some sport implies nothing, unless the two are a sport and its Paralympic form.
        Some(among) => match among.split_once('|') {
            None => event.starts_with(|c: char| c.is_ascii_digit()).then_some(among),
            Some((able, para)) => (World::get().para_sport(able) == Some(para)).then_some(able),
        },
        None => {
            let sports = World::get().event_sports(event)?;
            let mut plain = sports.iter().filter(|s| !s.starts_with("para "));
            match (plain.next(), plain.next()) {
                (Some(one), None) => World::get().names("sport").get(&**one).copied(),
                _ => None,
            }
        }
    }
}
