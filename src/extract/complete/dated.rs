//! From which year an article looks, and the years that it names.

use super::aside::since;
use super::hosts::hosted;
use super::{HEAD, is};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Edition, Field, World, is_goal};

/// The years from which an article is told.
pub(super) struct Dated {
    /// That of publication, else the latest that it names.
    pub(super) now: Option<i32>,
    /// The same, where an article without a date names that year at its head or by itself: that of what it reports.
    pub(super) reported: Option<i32>,
}

impl Dated {
    /// Of an article with the year of its publication, where that is known.
    pub(super) fn of(document: &Document<'_>, published: Option<i32>) -> Dated {
        let told = dated_by_games(document);
        let now = published.or(told).or_else(|| latest_year(document, DATED, |_, _| true));
        let head = latest_year(document, DATED, |i, s| i < HEAD || s.heading);
        // A medal of a later year makes every plain year one of the past.
        let latest = latest_year(document, &[DATED, &["MEDAL", "TITLE"]].concat(), |_, _| true);
        // "In 2015", and where a language needs no preposition the year with its own word: it says when something was.
        let figure = |s: &Sentence, m: &Mention| !s.tokens[m.tokens.start].is_word();
        let places = document.sentences.iter().flat_map(|s| (1..s.mentions.len()).map(move |at| (s, at)));
        let plain = places.into_iter().any(|(s, at)| {
            let (before, m) = (&s.mentions[at - 1], &s.mentions[at]);
            let when = is(document, before, "IN") || m.tokens.len() > 1 && figure(s, m);
            let year = is(document, m, "YEAR") && when || is(document, m, "DATE");
            year && m.facets.number(Field::Year) == now && now == latest && !of_edition_before(document, s, at)
        });
        let reported = published.or(told).or(if plain { now } else { head.filter(|y| now == Some(*y)) });
        Dated { now, reported }
    }
}

/// How many mentions in front of a year the words are that say it is of the edition before.
const EDITION_BEFORE: usize = 5;

/// True for the year of the edition before: "at the previous one, held in 2017 in Tlemcen".
fn of_edition_before(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = &sentence.mentions[at.saturating_sub(EDITION_BEFORE)..at];
    let previous = |m: &Mention| is(document, m, "RELATIVE") && m.facets.get(Field::Relative) == Some("last");
    before.iter().any(previous)
}

/// Tags of mentions that say when something was.
const DATED: &[&str] = &["YEAR", "DATE", "RANGE", "COMP"];

/// True for an edition that a word beside it puts off: "the Rio Olympics next year".
pub(super) fn next_to_come(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let next = |m: &Mention| {
        let relative = m.facets.get(Field::Relative).filter(|_| document.any(m, &["RELATIVE", "COMP"]));
        relative.is_some_and(|r| r == "next" || r.parse::<i32>().is_ok_and(|years| years > 0))
    };
    // "Next year, at the Games in Rabat": in front it may open the sentence.
    let opens = at <= OPENING && sentence.mentions[..at].iter().any(next);
    opens || sentence.mentions[at.saturating_sub(1)..].iter().take(3).any(next)
}

/// So many mentions at most stand before an edition that its sentence opens with.
const OPENING: usize = 3;

/// The year in which an article without a date was written, where it says how far from it some Games are: "the Rio
/// Paralympics next year" are seen from 2015.
fn dated_by_games(document: &Document<'_>) -> Option<i32> {
    let world = World::get();
    let games = |m: &Mention| {
        let name = m.facets.get(Field::Competition).filter(|c| world.is_games(c) && is(document, m, "COMP"))?;
        let hosted = || hosted(world, name, m.facets.get(Field::Place)?, None);
        let year = m.facets.number(Field::Year).or_else(hosted)?;
        world.edition(name, "", year).map(Edition::held)
    };
    let distance = |m: &Mention| m.facets.number(Field::Relative).filter(|_| document.any(m, &["RELATIVE", "COMP"]));
    let mut seen_from = document.sentences.iter().flat_map(|s| s.mentions.windows(2)).filter_map(|pair| {
        let (a, b) = (&pair[0], &pair[1]);
        games(a).zip(distance(a).or_else(|| distance(b))).or_else(|| games(b).zip(distance(a))).map(|(y, d)| y - d)
    });
    let first = seen_from.next()?;
    seen_from.all(|year| year == first).then_some(first)
}

/// The latest year that an article names anywhere.
pub(super) fn latest_named(document: &Document<'_>) -> Option<i32> {
    latest_year(document, DATED, |_, _| true)
}

/// The latest year that an article without a date names, the Games that it looks ahead to left out.
fn latest_year(document: &Document<'_>, tags: &[&str], test: impl Fn(usize, &Sentence) -> bool) -> Option<i32> {
    let dated = |m: &&Mention| document.any(m, tags);
    let year = |m: &Mention| {
        let name = m.facets.get(Field::Competition).unwrap_or("");
        let hosted = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
        let last = m.facets.number(Field::YearTo).or_else(|| m.facets.number(Field::Year)).or_else(hosted)?;
        let over = World::get().edition(name, "", last).is_none_or(|e| e.over(""));
        (!is_goal(name) && over).then_some(last)
    };
    let sentences = document.sentences.iter().enumerate().filter(|(i, s)| test(*i, s));
    let mentions = sentences.flat_map(|(_, s)| s.mentions.iter().enumerate().map(move |(at, m)| (s, at, m)));
    let aside = |s: &Sentence, at: usize| {
        since(document, s, at) || next_to_come(document, s, at) || of_edition_before(document, s, at)
    };
    let told = mentions.filter(|(s, at, _)| !aside(s, *at)).map(|(.., m)| m);
    told.filter(dated).filter_map(year).filter(|y| *y <= LATEST).max()
}

/// Years behind it are looked forward to by every article.
const LATEST: i32 = 2026;

/// The year of a sentence that speaks of one year only; what is counted or compared "since 2010" is not of that year.
pub(super) fn only_year(document: &Document<'_>, sentence: &Sentence) -> Option<i32> {
    let mut years = sentence
        .mentions
        .iter()
        .enumerate()
        .filter(|(at, m)| document.any(m, &["YEAR", "DATE"]) && !since(document, sentence, *at))
        .filter_map(|(_, m)| m.facets.number(Field::Year));
    match (years.next(), years.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    }
}
