//! Years that are counted from another: "last year", "four years ago", "two years later", "on that occasion".

use super::hosts::hosted;
use super::is;
use super::near::{nearest, seen};
use super::to_come::is_won;
use super::topic::Topic;
use super::year::could_be;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::vocabulary::{Edition, Field, World};

/// The year that words such as "last year", "four years ago", "two years later" mean, where the competition was
/// held in it.
pub(super) fn counted(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    if !m.facets.has(Field::Relative) {
        return lately(document, topic, statement, m);
    }
    // "Gold at the World Championships, and next year the Olympics": nothing was won in a year to come.
    let year =
        meant(document, topic, statement, m).filter(|y| !is_won(statement) || topic.now.is_none_or(|now| *y <= now))?;
    let name = statement.fields.get(Field::Competition)?;
    let world = World::get();
    could_be(world, name, statement.fields.get(Field::Sport).unwrap_or(""), year).then_some(year)
}

/// The year that such words mean, whatever was held in it.
pub(super) fn meant(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    let relative = m.facets.get(Field::Relative)?;
    let (from, years) = match relative.strip_prefix(THEN) {
        // "The year before", with no year spoken of, is last year.
        Some(years) => {
            let spoken = last_year_spoken_of(document, topic, statement, m.tokens.start);
            // "To double the golds of Tokyo was too much. Three years earlier, in Japan": counted from the article's own Games.
            let name = statement.fields.get(Field::Competition).filter(|c| World::get().is_games(c));
            let held = |from: &i32| {
                let year = offset(years).map(|n| from + n);
                name.zip(year).is_some_and(|(name, y)| World::get().edition(name, "", y).is_some())
            };
            let own = topic.now.filter(held).filter(|_| name.is_some() && spoken.is_some_and(|from| !held(&from)));
            (own.or(spoken).or(topic.now.filter(|_| offset(years) == Some(-1)))?, years)
        }
        None => (topic.now?, relative),
    };
    Some(from + offset(years)?)
}

/// The edition of a city that lies as far from another year as the sentence says: "eight years later at the Tokyo
/// Olympics" are those of 1964, "three years ago in Tokyo" those of 2021.
pub(super) fn at_distance(
    document: &Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    name: &str,
    place: &str,
) -> Option<i32> {
    let sentence = &document.sentences[statement.context.0];
    let distant = |m: &Mention| {
        let relative = m.facets.get(Field::Relative).filter(|_| is(document, m, "RELATIVE"))?;
        let years = offset(relative.strip_prefix(THEN).unwrap_or(relative))?;
        let year = meant(document, topic, statement, m).filter(|_| years != 0)?;
        let there = |e: &Edition| e.competition == name && (e.year == year || e.held() == year);
        World::get().hosted(place).find(|e| there(e)).map(|e| e.year)
    };
    nearest(document, sentence, statement, |m| distant(m).is_some()).and_then(distant)
}

/// The year of the Games that a licence was for, where its sentence says how long ago: "three years ago they had 71".
pub(super) fn years_ago(document: &Document<'_>, topic: &Topic, statement: &Resolved, name: &str) -> Option<i32> {
    let sentence = &document.sentences[statement.context.0];
    let held = |m: &Mention| {
        let ago = m.facets.number(Field::Relative).filter(|_| is(document, m, "RELATIVE"))?;
        let year = meant(document, topic, statement, m).filter(|_| ago < -1)?;
        World::get().edition(name, "", year).map(|e| e.year)
    };
    nearest(document, sentence, statement, |m| held(m).is_some()).and_then(held)
}

/// The year of a weekday or a month without a year: the last one before publication.
fn lately(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    let published = topic.published?;
    let name = statement.fields.get(Field::Competition)?;
    let ahead = statement.fields.get(Field::Status).is_some_and(|s| s != "won");
    if m.facets.has(Field::Year) || ahead || World::get().is_games(name) {
        return None;
    }
    let month: i32 = document.published.get(5..7)?.parse().ok()?;
    let later = m.facets.number(Field::Month).is_some_and(|m| m > month);
    Some(if later { published - 1 } else { published })
}

/// Years later or, below zero, earlier; nothing said is the same year.
pub(super) fn offset(years: &str) -> Option<i32> {
    if years.is_empty() { Some(0) } else { years.parse().ok() }
}

/// In front of an offset: years are counted from the year last spoken of.
pub(super) const THEN: &str = "then";

/// The last year named before a token of a sentence, there or in the sentence before.
pub(super) fn last_year_spoken_of(
    document: &Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    token: usize,
) -> Option<i32> {
    let held = |m: &Mention, token: usize| {
        // "Four years ago they were fifth. On that occasion ..."
        if let Some(ago) =
            m.facets.get(Field::Relative).filter(|_| document.any(m, &["RELATIVE", "SINCE"])).and_then(offset)
        {
            return topic.now.filter(|_| ago < 0).map(|now| now + ago);
        }
        // The city of these Games tells a year too, but not that from which its own distance is counted: "then Melbourne,
        // four years later".
        let about = || statement.fields.get(Field::Competition).filter(|_| m.tokens.end + 1 < token);
        let name = m.facets.get(Field::Competition).or_else(about).unwrap_or("");
        let place = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
        let y = m.facets.number(Field::Year).or_else(place)?;
        Some(World::get().edition(name, "", y).map_or(y, Edition::held))
    };
    let (sentences, at) = (&document.sentences, statement.context.0);
    let mut here = seen(&sentences[at], statement).iter().rev().filter(|m| m.tokens.end <= token);
    let mut before = sentences[..at].iter().rev().take(1).flat_map(|s| s.mentions.iter().rev());
    here.find_map(|m| held(m, token)).or_else(|| before.find_map(|m| held(m, usize::MAX)))
}

/// The year of the last or next edition as seen from publication, or of an offset from its year.
pub(super) fn relative_year(
    world: &World,
    name: &str,
    sport: &str,
    relative: &str,
    day: &str,
    published: Option<i32>,
) -> Option<i32> {
    let published = published?;
    if let Ok(offset) = relative.parse::<i32>() {
        return Some(published + offset);
    }
    let mut editions = world.editions(name, sport).filter(|e| world.is_games(name) || !e.sport.is_empty());
    match relative {
        "last" => editions.rfind(|e| e.over(day)).map(|e| e.year),
        "next" => editions.find(|e| !e.begun(day)).map(|e| e.year),
        _ => None,
    }
}
