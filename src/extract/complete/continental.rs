//! Qualification tournaments that an article calls nothing more than that: they are of the continent whose nations took part,
//! where these are of one and the tournament was held there.

use std::collections::{BTreeMap, BTreeSet};

use super::HEAD;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::people::Person;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::vocabulary::{Field, World};

/// What a qualification tournament is taken for where its name says no more.
const OPEN_TO_ALL: &str = "World Qualification Tournament";

/// So many nations of ten must be of the continent.
const SHARE: usize = 8;

/// Gives every such tournament the name of its continent's.
pub(super) fn resolve(document: &mut Document<'_>, statements: &mut [Resolved]) {
    if !says_so(document, statements) {
        return;
    }
    let Some(name) = continent(document).map(|region| format!("{region} Qualification Tournament")) else { return };
    if World::get().competition(&name).is_none() {
        return;
    }
    let open = |competition: Option<&str>| competition == Some(OPEN_TO_ALL);
    for sentence in &mut document.sentences {
        for m in sentence.early.iter_mut().chain(&mut sentence.mentions) {
            if open(m.facets.get(Field::Competition)) {
                m.facets.set(Field::Competition, name.as_str());
            }
        }
    }
    for statement in statements.iter_mut().filter(|s| open(s.fields.get(Field::Competition))) {
        statement.fields.set(Field::Competition, name.as_str());
    }
}

/// True where the article names such a tournament, and never one that is the world's by its words.
fn says_so(document: &Document<'_>, statements: &[Resolved]) -> bool {
    let open = |m: &&Mention| m.facets.get(Field::Competition) == Some(OPEN_TO_ALL);
    let worlds = |s: &Sentence, m: &Mention| {
        let tokens = &s.tokens[m.tokens.clone()];
        let mut senses = tokens.iter().flat_map(|t| document.pack.lexicon.senses(&t.folded));
        senses.any(|term| term.facets.get(Field::Region) == Some("World"))
    };
    let mut named =
        document.sentences.iter().flat_map(|s| s.mentions.iter().filter(open).map(move |m| (s, m))).peekable();
    let told = statements.iter().any(|s| s.fields.get(Field::Competition) == Some(OPEN_TO_ALL));
    (named.peek().is_some() || told) && !named.any(|(s, m)| worlds(s, m))
}

/// The continent of nearly all nations that the article speaks of, unless the tournament was held on another.
fn continent(document: &Document<'_>) -> Option<String> {
    let world = World::get();
    let region = |code: &str| world.noc(code).map(|noc| noc.region.as_str()).filter(|r| !r.is_empty());
    let teams = ["COUNTRY", "DEMONYM", "PEOPLE", "PERSON", "REF", "SQUAD"];
    let mentions = document.sentences.iter().flat_map(|s| &s.mentions);
    let spoken = mentions.filter(|m| document.any(m, &teams)).filter_map(|m| m.facets.get(Field::Country));
    let known = document.people.all.iter().filter_map(|p| Person::most(&p.countries));
    let nations: BTreeSet<&str> = spoken.chain(known).collect();
    // A report on one nation does not say who else was there.
    if nations.len() < 2 {
        return None;
    }
    let mut regions: BTreeMap<&str, usize> = BTreeMap::new();
    for nation in &nations {
        *regions.entry(region(nation)?).or_default() += 1;
    }
    let (most, n) = regions.iter().max_by_key(|(_, n)| **n)?;
    let head = document.sentences.iter().take(HEAD).flat_map(|s| &s.mentions);
    let place = |m: &Mention| {
        m.facets
            .get(Field::Within)
            .or_else(|| document.any(m, &["WHERE"]).then(|| m.facets.get(Field::Country))?)
            .map(str::to_owned)
    };
    let host = head.filter(|m| document.any(m, &["CITY", "WHERE"])).find_map(place);
    let there = host.as_deref().and_then(region).is_none_or(|r| r == *most);
    (n * 10 >= nations.len() * SHARE && there).then(|| (*most).to_owned())
}
