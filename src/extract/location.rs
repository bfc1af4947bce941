//! Countries that only say where something is, "the Norwegian city of Bergen", "Bergen, Norway", and which of two is meant.

use std::collections::BTreeSet;

use super::Document;
use super::mention::Mention;
use super::segment::Sentence;
use crate::rules::Pack;
use crate::vocabulary::{Facets, Field, World, is_goal};

/// Words of a country that may be said of a place.
const OF_COUNTRY: &[&str] = &["COUNTRY", "DEMONYM", "REF"];

/// What may stand between a country and the place that is said to be its: "city of".
const BETWEEN: &[&str] = &["OF", "WORD"];

/// How many of them there may be.
const LONGEST: usize = 2;

/// Verbs of which the country in front is the subject.
const ACTS: &[&str] = &["BEAT", "FINISH", "LOSE", "MISS", "QUALIFY", "STRUCK", "TRIUMPH", "WIN"];

/// What else a team may be or have, so that its country behind a town is no address.
const HAS: &[&str] = &["BECOME", "FORECAST", "FORESEEN", "NOT", "PODIUM", "POSS", "TARGET"];

/// Makes one place of a town and the country in which it lies: "in Istanbul, Turkey".
pub(super) fn join(sentences: &mut [Sentence], pack: &Pack) {
    let is = |m: &Mention, tags: &[&str]| tags.contains(&pack.tags.name(m.tag));
    for sentence in sentences {
        let mentions = &mut sentence.mentions;
        let mut at = 0;
        while at + 2 < mentions.len() {
            let (town, comma, country) = (&mentions[at], &mentions[at + 1], &mentions[at + 2]);
            let within = town.facets.get(Field::Within).filter(|_| is(town, &["CITY"]) && is(comma, &["COMMA"]));
            let there = is(country, &["COUNTRY"]) && within.is_some() && within == country.facets.get(Field::Country);
            if there && !mentions.get(at + 3).is_some_and(|m| is(m, ACTS) || is(m, HAS)) {
                mentions[at].tokens.end = country.tokens.end;
                mentions.drain(at + 1..at + 3);
            }
            at += 1;
        }
    }
}

/// Parts of the names of competitions in which territories have teams of their own, by the members of the Pacific Games
/// Council, the International Island Games Committee and the confederations of the Caribbean and of Oceania.
const OF_TERRITORIES: &[&str] =
    &["CARIFTA Games", "Caribbean", "Island Games", "Oceania", "Pacific Games", "Pacific Mini Games"];

/// Makes of a territory a place of the nation for which its athletes compete, and of its people those of that nation, in
/// an article that names no competition in which it has a team of its own.
pub(super) fn territories(sentences: &mut [Sentence], pack: &Pack) {
    let world = World::get();
    let regional = |name: &str| OF_TERRITORIES.iter().any(|part| name.contains(part));
    let mut named = sentences.iter().flat_map(|s| &s.mentions).filter_map(|m| m.facets.get(Field::Competition));
    if named.any(regional) {
        return;
    }
    let city = pack.tags.built_in("CITY");
    for m in sentences.iter_mut().flat_map(|s| &mut s.mentions) {
        let noc = m.facets.get(Field::Country).and_then(|code| world.noc(code));
        let Some(noc) = noc.filter(|noc| noc.kind == "territory") else { continue };
        if pack.tags.name(m.tag) == "COUNTRY" {
            m.tag = city;
            m.facets = Facets::new();
            m.facets.set(Field::Place, noc.name.as_str());
            m.facets.set(Field::Within, noc.successor.as_str());
        } else {
            m.facets.set(Field::Country, noc.successor.as_str());
        }
    }
}

/// Countries one of which is called by a name that both have, and the other by a longer one.
const NAMESAKES: &[(&str, &str)] = &[("CGO", "COD")];

/// Gives a name that two countries share the one that the article calls by its own: "the Congolese" beside "DR Congo".
pub(super) fn tell_apart(sentences: &mut [Sentence]) {
    for (first, second) in NAMESAKES {
        let country = |m: &Mention, code: &str| m.facets.get(Field::Country) == Some(code);
        let mut all = sentences.iter().flat_map(|s| &s.mentions);
        let named = all.clone().any(|m| country(m, second));
        if !named || all.any(|m| country(m, first) && m.tokens.len() > 1) {
            continue;
        }
        for m in sentences.iter_mut().flat_map(|s| &mut s.mentions).filter(|m| country(m, first)) {
            m.facets.set(Field::Country, *second);
        }
    }
}

/// True for a mention of a country that says where a place is.
pub(super) fn locates(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let is = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    if is(at, &["WHERE"]) {
        return true;
    }
    if !is(at, OF_COUNTRY) || mentions[at].facets.get(Field::Number) == Some("plural") {
        return false;
    }
    // "The Norwegian of Bergen" is a person, "the Norwegian city of Bergen" is none.
    let between = (at + 1..).take(LONGEST).take_while(|k| is(*k, BETWEEN)).count();
    let noun = !is(at, &["REF"]) || is(at + 1, &["WORD"]);
    let back = |n: usize, tags: &[&str]| at.checked_sub(n).is_some_and(|k| is(k, tags));
    let behind_place = back(1, &["CITY"]) || back(1, &["COMMA", "OPEN"]) && back(2, &["CITY"]);
    noun && is(at + 1 + between, &["CITY"]) || is(at, &["COUNTRY"]) && behind_place && !is(at + 1, ACTS)
}

/// What stands in front of a country that people go to: "on their way to Italy", "they make sure of Italy".
const TOWARDS: &[&str] = &["ATTEND", "FOR", "FROM", "GOTO", "IN", "OF", "TO", "WIN"];

/// The countries where the Olympic or Paralympic Games are held whose host an article names.
fn hosts(document: &Document<'_>) -> BTreeSet<&'static str> {
    let named = document.sentences.iter().flat_map(|s| &s.mentions);
    let goal = |m: &&Mention| m.facets.get(Field::Competition).is_some_and(is_goal);
    let places = named.filter(goal).filter_map(|m| m.facets.get(Field::Place));
    let editions = places.flat_map(|place| World::get().hosted(place)).filter(|e| is_goal(&e.competition));
    editions.map(|e| e.country.as_str()).collect()
}

/// True for one of those countries as the place that somebody goes to: it stands for the Games.
pub(super) fn is_host(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let lead = mentions[..at].iter().rev().find(|m| !document.any(m, &["DET"]));
    document.any(&mentions[at], &["COUNTRY"])
        && lead.is_some_and(|m| document.any(m, TOWARDS))
        && hosts_games(document, &mentions[at])
}

/// True for a mention of a country that holds the Olympic or Paralympic Games whose host the article names.
pub(super) fn hosts_games(document: &Document<'_>, m: &Mention) -> bool {
    let host = |c: &str| document.host_countries.get_or_init(|| hosts(document)).contains(c);
    m.facets.get(Field::Country).is_some_and(host)
}

/// So many nations in a row are those that took part.
const ROW: usize = 4;

/// True for one of many nations in a row: "their opponents came from Italy, Belgium, Austria, the USA and elsewhere".
pub(super) fn one_of_many(document: &Document<'_>, mentions: &[Mention], k: usize) -> bool {
    let nation = |m: &Mention| m.facets.has(Field::Country) && !document.any(m, &["PERSON"]);
    let row = |m: &&Mention| nation(m) || document.any(m, &["COMMA", "AND", "DET"]);
    let before = mentions[..k].iter().rev().take_while(row).filter(|m| nation(m)).count();
    before + mentions[k..].iter().take_while(row).filter(|m| nation(m)).count() >= ROW
}
