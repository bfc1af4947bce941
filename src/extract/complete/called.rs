//! Championships called by their city and year, "here at Mexico City 2017", or only by where they are: "day 7 of the
//! championships in Uzbekistan".

use std::collections::BTreeSet;

use super::hosts::{championships_in, championships_of};
use super::topic::Topic;
use super::{HEAD, is};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::vocabulary::{Field, World};

/// The cities of an article that have a year right behind them.
pub(super) fn city_years(document: &Document<'_>) -> BTreeSet<(String, i32)> {
    let pairs = document.sentences.iter().flat_map(|s| s.mentions.windows(2));
    let called = pairs.filter_map(|pair| match pair {
        [city, year] if is(document, city, "CITY") && is(document, year, "YEAR") => {
            Some((city.facets.get(Field::Place)?.to_owned(), year.facets.number(Field::Year)?))
        }
        _ => None,
    });
    called.collect()
}

/// The cities of an article that have a year near behind or before them: "the London Games in 1948", "in 1948 in London".
pub(super) fn host_years(document: &Document<'_>) -> BTreeSet<(String, i32)> {
    let mut told = BTreeSet::new();
    // "A, who won in 1948 in London, died": what describes a person is part of the name later on.
    let seen = document.sentences.iter().flat_map(|s| [(s, &s.mentions), (s, &s.early)]);
    for (sentence, mentions) in seen {
        for (at, m) in mentions.iter().enumerate() {
            let Some(place) = m.facets.get(Field::Place) else { continue };
            // "The London Games of 1948" in one mention; what the host alone brought to mind says nothing more.
            let written = |y: &i32| sentence.tokens[m.tokens.clone()].iter().any(|t| t.folded == y.to_string());
            let own = m.facets.number(Field::Year).filter(written);
            told.extend(own.map(|year| (place.to_owned(), year)));
            let light = |m: &&Mention| document.any(m, &["IN", "DET", "COMMA", "OPEN", "OF"]);
            let behind = mentions[at + 1..].iter().find(|m| !light(m));
            let before = mentions[..at].iter().rev().find(|m| !light(m));
            let dated = [behind, before].into_iter().flatten().filter(|m| document.any(m, &["YEAR", "DATE"]));
            told.extend(dated.filter_map(|m| Some((place.to_owned(), m.facets.number(Field::Year)?))));
        }
    }
    told
}

/// The year of the championships that an article is about, where it calls one edition of them so.
pub(super) fn year_called(topic: &Topic, name: &str, sport: &str) -> Option<i32> {
    let world = World::get();
    let about = topic.competition.as_deref() == Some(name) && !world.is_games(name);
    // "The lifters" of an article on para powerlifting are no weightlifters: any sport spoken of will do.
    let sports = || topic.sports.iter().map(String::as_str).chain([sport]);
    let held = |(city, year): &&(String, i32)| {
        sports().any(|sport| world.edition(name, sport, *year).is_some_and(|e| e.hosted_by(city)))
    };
    let mut years = topic.city_years.iter().filter(|_| about).filter(held).map(|(_, year)| *year);
    years.next().filter(|first| years.all(|other| other == *first))
}

/// The year of the championships that an article is about, where its head says "the championships" with their city or country.
pub(super) fn year_where(document: &Document<'_>, topic: &Topic, name: &str, sport: &str) -> Option<i32> {
    let world = World::get();
    if topic.competition.as_deref() != Some(name) || world.is_games(name) {
        return None;
    }
    let sport = if sport.is_empty() { topic.sport.as_deref()? } else { sport };
    let held = |m: &Mention| {
        let city = m.facets.get(Field::Place).and_then(|p| championships_of(world, name, sport, p, topic.published));
        city.or_else(|| championships_in(world, name, sport, m.facets.get(Field::Country)?, topic.published))
    };
    let pairs = document.sentences.iter().take(HEAD).flat_map(|s| s.mentions.windows(2));
    let mut places = pairs.filter(|p| is(document, &p[0], "CHAMPS") && is(document, &p[1], "WHERE")).map(|p| &p[1]);
    places.find_map(held)
}
