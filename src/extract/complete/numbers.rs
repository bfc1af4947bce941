//! Editions called by their number: "the 10th All-Africa Games" are those of 2011.

use std::collections::BTreeMap;

use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::vocabulary::{Field, World};

/// Years between the edition and the article: "his third Olympic Games" are not those of 1904.
const NEAR: i32 = 8;

/// In an article without a date such an edition is at least that recent.
const LONG_AGO: i32 = 1990;

/// The sport most spoken of goes with championships that name none.
pub(super) fn main_sport(document: &Document<'_>) -> String {
    let mut votes = BTreeMap::<&str, u32>::new();
    for m in document.sentences.iter().flat_map(|s| &s.mentions) {
        if let Some(sport) = m.facets.get(Field::Sport) {
            *votes.entry(sport).or_default() += 1;
        }
    }
    votes.into_iter().max_by_key(|(_, n)| *n).map(|(sport, _)| sport.to_owned()).unwrap_or_default()
}

/// Gives every mention of a numbered edition its year.
pub(super) fn resolve(document: &mut Document<'_>) {
    let published = document.year_published();
    let main = main_sport(document);
    let year = |m: &Mention| {
        let (name, number) = (m.facets.get(Field::Competition)?, m.facets.number(Field::Ordinal)?);
        let world = World::get();
        let own = if world.is_games(name) { "" } else { m.facets.get(Field::Sport).unwrap_or(&main) };
        let edition = world.numbered(name, own, number)?;
        let near = published.map_or(edition.held() >= LONG_AGO, |p| (p - edition.held()).abs() <= NEAR);
        near.then_some(edition.year)
    };
    for sentence in &mut document.sentences {
        for m in sentence.mentions.iter_mut().chain(&mut sentence.early) {
            if let (false, Some(y)) = (m.facets.has(Field::Year), year(m)) {
                m.facets.set(Field::Year, y.to_string());
            }
        }
    }
}
