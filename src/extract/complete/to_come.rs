//! Games that lie ahead of an article: nothing was won there yet.

use super::counted::at_distance;
use super::hosts::hosted;
use super::is;
use super::topic::Topic;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// True for a medal that is said to be won.
pub(super) fn is_won(statement: &Resolved) -> bool {
    let other = matches!(statement.fields.get(Field::Status), Some("target" | "forecast" | "missed" | "drop"));
    statement.table == Table::Medals && !other
}

/// True for Games that had not begun on the day of publication: nothing was won there. Without a date, for those that the
/// article only plans for.
pub(super) fn to_come(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> bool {
    let (world, day) = (World::get(), document.published.as_str());
    let Some(name) = m.facets.get(Field::Competition).filter(|c| world.is_games(c)) else { return false };
    let place = m.facets.get(Field::Place);
    let distant = place.and_then(|place| at_distance(document, topic, statement, name, place));
    let hosted = || hosted(world, name, place?, topic.published);
    let Some(year) = distant.or(m.facets.number(Field::Year)).or_else(hosted) else { return false };
    if topic.published.is_none() {
        return topic.looks_ahead_to(name, year) && !told_at(document, statement, m);
    }
    // "The Universiade of 2023" of a skier was that of the winter.
    let ahead = |name: &str| world.edition(name, "", year).map(|e| !e.begun(day));
    ahead(name).unwrap_or(false) && world.in_winter(name).and_then(ahead).unwrap_or(true)
}

/// True for Games at which something is told to have been won: "at the Tokyo Games he won bronze".
fn told_at(document: &Document<'_>, statement: &Resolved, m: &Mention) -> bool {
    let mentions = &document.sentences[statement.context.0].mentions;
    let at = m.place_in(mentions);
    let mut before = mentions[..at].iter().rev().skip_while(|b| is(document, b, "DET"));
    before.next().is_some_and(|b| is(document, b, "IN"))
}

/// True for an edition that was over on the day of publication, where the article looks ahead to a later one: "Nigeria, who
/// missed the Tokyo 2020 Games, secured three slots".
pub(super) fn past(document: &Document<'_>, topic: &Topic, mentions: &[Mention], m: &Mention) -> bool {
    let at = m.place_in(mentions);
    if !is(document, m, "COMP") || !mentions[at.saturating_sub(2)..at].iter().any(|b| is(document, b, "MISS")) {
        return false;
    }
    let day = document.published.as_str();
    let held = m.facets.get(Field::Competition).zip(m.facets.number(Field::Year));
    let Some((name, year)) = held.filter(|_| !day.is_empty()) else { return false };
    let over = World::get().edition(name, "", year).is_some_and(|e| e.over(day));
    over && topic.ahead.get(name).is_some_and(|years| years.iter().any(|(y, _)| *y > year))
}

/// What is foretold or aimed at is for Games that are not over: where others are named beside it, for the next of their kind.
pub(super) fn foretold(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let ahead = matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    let edition = statement.fields.get(Field::Competition).zip(statement.fields.number(Field::Year));
    let Some((name, year)) = edition.filter(|_| ahead) else { return };
    if document.published.is_empty() {
        if let Some(next) = looked_ahead_to(document, topic, statement, name, year) {
            statement.fields.set(Field::Year, next.to_string());
        }
        return;
    }
    let (world, day) = (World::get(), document.published.as_str());
    // A report on what is over may recall what was hoped for.
    if !topic.looks_ahead(day) || !world.is_games(name) || !world.edition(name, "", year).is_some_and(|e| e.over(day)) {
        return;
    }
    let next = world.editions(name, "").find(|e| !e.over(day)).map(|e| e.year.to_string());
    if let Some(next) = next {
        statement.fields.set(Field::Year, next);
    }
}

/// The latest edition that a text without a date plans for, where what is foretold would be of one before, whose year its
/// sentence does not say: "A, champion of Tokyo, is tipped for silver" of a text that looks ahead to Paris.
fn looked_ahead_to(document: &Document<'_>, topic: &Topic, statement: &Resolved, name: &str, year: i32) -> Option<i32> {
    let world = World::get();
    let last = topic.year(world, "", name, true).filter(|last| world.is_games(name) && *last > year)?;
    let later = topic.named_years.get(name).and_then(|years| years.last()).is_none_or(|named| *named <= last);
    let said = document.sentences[statement.context.0]
        .mentions
        .iter()
        .any(|m| document.any(m, &["YEAR", "DATE", "COMP", "MEDAL"]) && m.facets.number(Field::Year) == Some(year));
    (later && !said).then_some(last)
}

/// What was won was not won at Games that lie ahead, but at the edition of a year spoken of shortly before.
pub(super) fn begun(document: &Document<'_>, statement: &mut Resolved) {
    let (Some(name), Some(year), true) = (
        statement.fields.get(Field::Competition).map(str::to_owned),
        statement.fields.number(Field::Year),
        is_won(statement),
    ) else {
        return;
    };
    let (world, day) = (World::get(), document.published.as_str());
    let ahead = |y: i32| world.edition(&name, "", y).is_some_and(|e| !e.begun(day));
    if day.is_empty() || !world.is_games(&name) || !ahead(year) {
        return;
    }
    let over = |m: &Mention| {
        let y = m.facets.number(Field::Year)?;
        world.edition(&name, "", y).is_some_and(|e| e.begun(day)).then_some(y)
    };
    let back = document.sentences[..=statement.context.0].iter().rev().take(SHORTLY);
    let spoken = back.flat_map(|s| s.mentions.iter().rev()).find_map(over);
    if let Some(y) = spoken {
        statement.fields.set(Field::Year, y.to_string());
        statement.fields.take(Field::Place);
    }
}

/// How many sentences, its own the first, a year reaches over medals that the next Games cannot have given.
const SHORTLY: usize = 4;
