//! What a mention says of the sport.

use super::event::event_sport;
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
    if let Some(sport) = mention.facets.get(Field::Sport).or_else(|| event_sport(mention)) {
        return Some(Clue::Sport(sport));
    }
    let among = kinds(&mention.facets);
    (!among.is_empty()).then_some(Clue::Among(among))
}

/// The sports that may be meant by an event: those among which its name has this meaning, else those that have it.
/// Paralympic forms are left out: the article says whether it speaks of them.
pub(super) fn kinds(facets: &Facets) -> Vec<&str> {
    let Some(event) = facets.get(Field::Event) else { return Vec::new() };
    let among = facets.get(Field::Among).unwrap_or_default();
    let sports: Vec<&str> = match among {
        "" => World::get().sports_with(event),
        among => among.split('|').collect(),
    };
    let able: Vec<&str> = sports.iter().copied().filter(|s| !s.starts_with("para ")).collect();
    if able.is_empty() { sports } else { able }
}
