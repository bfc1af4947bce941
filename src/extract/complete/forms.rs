//! Forms of one competition: its age groups, its summer and winter Games.

use std::collections::BTreeSet;

use super::near::nearest;
use super::topic::Topic;
use super::year::sport_of;
use super::{HEAD, is};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::vocabulary::{Field, World, is_goal};

/// "In the U23 category A won gold" at championships: those of that age; as well where the head of the article says it once.
pub(super) fn of_age(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let told = |m: &&Mention| is(document, m, "AGE") && !said_closer(document, sentence, m);
    let ages = || sentence.mentions.iter().filter(told).filter_map(|m| m.facets.get(Field::Age));
    // "In the senior, junior and cadet events" tells nobody's.
    if ages().any(|a| Some(a) != ages().next()) {
        return;
    }
    let alone = |m: &Mention| told(&m) && !in_a_list(document, sentence, m);
    let age = nearest(document, sentence, statement, alone).and_then(|m| m.facets.get(Field::Age));
    let reported = || {
        let named = sentence.mentions.iter().any(|m| is(document, m, "COMP"));
        let own = topic.competition.as_deref() == statement.fields.get(Field::Competition);
        topic.age.as_deref().filter(|_| own && !named && !statement.description)
    };
    let age = age.or_else(|| carried_age(document, topic, statement)).or_else(reported);
    let Some((age, name)) = age.zip(statement.fields.get(Field::Competition)) else { return };
    // "The young wrestlers were third at the junior championships" says whose age they are of.
    let said = |m: &Mention| is(document, m, "COMP") && m.facets.get(Field::Competition) == Some(name);
    if World::get().of_all_ages(name).is_some() && sentence.mentions.iter().any(said) {
        return;
    }
    // "The Junior and U23 Championships": in the U23 events those of the others are not meant.
    let name = World::get().of_all_ages(name).unwrap_or(name);
    if let Some(own) = World::get().of_age(age, name) {
        statement.fields.set(Field::Competition, own);
    }
}

/// How many sentences an age group holds on.
const HOLDS: usize = 3;

/// The age group of which the paragraph has spoken last, in a report on the championships of several: "In the U23 events A and
/// B won. C took silver".
fn carried_age<'d>(document: &'d Document<'_>, topic: &Topic, statement: &Resolved) -> Option<&'d str> {
    let world = World::get();
    let at = statement.context.0;
    let of_all = |name: &str| world.of_all_ages(name).unwrap_or(name).to_owned();
    let own = topic.competition.as_deref().map(of_all) == statement.fields.get(Field::Competition).map(of_all);
    if !own || statement.description || statement.fields.has(Field::Year) {
        return None;
    }
    let here = document.sentences[at].paragraph;
    let named = |s: &Sentence| s.mentions.iter().any(|m| is(document, m, "COMP"));
    let mut before = document.sentences[..at].iter().rev().take(HOLDS);
    let spoken = |s: &'d Sentence| {
        let ages = s.mentions.iter().filter(|m| is(document, m, "AGE") && !said_closer(document, s, m));
        ages.filter_map(|m| m.facets.get(Field::Age))
    };
    if named(&document.sentences[at]) {
        return None;
    }
    let last = before.find(|s| s.paragraph != here || named(s) || spoken(s).next().is_some())?;
    let mut ages = spoken(last).filter(|_| last.paragraph == here && !named(last));
    let age = ages.next()?;
    let several = document.sentences.iter().flat_map(spoken).any(|a| a != age);
    (several && ages.all(|a| a == age)).then_some(age)
}

/// True for an age group that the next one, in brackets, says more closely: "among the young (U23)".
fn said_closer(document: &Document<'_>, sentence: &Sentence, age: &Mention) -> bool {
    let behind = sentence.mentions.get(age.place_in(&sentence.mentions) + 1..).unwrap_or_default();
    behind.len() > 1 && is(document, &behind[0], "OPEN") && is(document, &behind[1], "AGE")
}

/// True for an age group of several: "seniors, juniors and cadets", with quotation marks or without; a comma joins only what
/// stands between two others.
fn in_a_list(document: &Document<'_>, sentence: &Sentence, age: &Mention) -> bool {
    let near = |m: &&Mention| !is(document, m, "QUOTE");
    let group = |m: &Mention| document.any(m, &["AGE", "ATHLETES", "WORD"]);
    let at = age.place_in(&sentence.mentions);
    let mut before = sentence.mentions[..at].iter().rev().filter(near);
    let mut behind = sentence.mentions[at + 1..].iter().filter(near);
    let (before, behind) = ((before.next(), before.next()), (behind.next(), behind.next()));
    let joined = |(by, other): (Option<&Mention>, Option<&Mention>), tags: &[&str]| {
        by.is_some_and(|m| document.any(m, tags)) && other.is_some_and(group)
    };
    let between = [before, behind].into_iter().all(|side| joined(side, &["AND", "COMMA"]));
    between || joined(before, &["AND"]) || joined(behind, &["AND"])
}

/// An Olympic medal or licence of a skater is of the winter Games, where nothing says which.
pub(super) fn of_season(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let open = !statement.fields.has(Field::Year) && !statement.fields.has(Field::Place);
    // An edition that the article looks ahead to tells the season by its year.
    let dated = |name: &str| topic.ahead.get(name).is_some_and(|years| !years.is_empty());
    let name = statement.fields.get(Field::Competition).filter(|name| open && is_goal(name) && !dated(name));
    let Some(winter) = name.and_then(|name| World::get().in_winter(name)) else { return };
    let person = statement.person.and_then(|p| document.people.all[p].sport());
    let another = person.is_some_and(|sport| !World::get().is_winter(sport));
    // "In Mexico City he became Olympic champion", whatever else the article is about.
    let sentence = &document.sentences[statement.context.0];
    let cities =
        sentence.mentions.iter().filter(|m| is(document, m, "CITY")).filter_map(|m| m.facets.get(Field::Place));
    let host = |city: &str| {
        let mut games = World::get().hosted(city).filter(|e| e.sport.is_empty() && is_goal(&e.competition)).peekable();
        games.peek().is_some() && games.all(|e| e.competition != winter)
    };
    let another = another || cities.into_iter().any(host);
    if World::get().is_winter(&sport_of(document, topic, statement)) && !another {
        statement.fields.set(Field::Competition, winter);
    }
}

/// "A ticket to Beijing" of a swimmer is for the summer Games that the city held, whatever it held last.
pub(super) fn in_season(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let world = World::get();
    let name = statement.fields.get(Field::Competition).unwrap_or_default().to_owned();
    let winter = world.in_winter(&name).filter(|_| is_goal(&name));
    // "Beijing" of a boxer: no summer Games of 2022.
    let misdated = winter
        .zip(statement.fields.number(Field::Year))
        .and_then(|(winter, y)| world.edition(&name, "", y).is_none().then(|| world.edition(winter, "", y)).flatten());
    let sport = sport_of(document, topic, statement);
    let season = if world.is_winter(&sport) { Some("winter") } else { world.season(&sport) };
    if let (Some(misdated), Some("summer" | "para")) = (misdated, season) {
        if let Some(e) = world.hosted(&misdated.city).rfind(|e| e.sport.is_empty() && e.competition == name) {
            statement.fields.set(Field::Year, e.year.to_string());
        }
        return;
    }
    if statement.fields.get(Field::Season) != Some("host") {
        return;
    }
    let other = match season {
        Some("summer" | "para") => name.strip_prefix("Winter "),
        Some("winter") => winter,
        _ => None,
    };
    let Some(other) = other else { return };
    let place = statement.fields.get(Field::Place).map(str::to_owned);
    let year = statement.fields.number(Field::Year);
    let place = place.or_else(|| Some(world.edition(&name, "", year?)?.city.clone()));
    let held = place.and_then(|p| world.hosted(&p).rfind(|e| e.sport.is_empty() && e.competition == other));
    if let Some(edition) = held {
        statement.fields.set(Field::Competition, edition.competition.as_str());
        statement.fields.set(Field::Year, edition.year.to_string());
    }
}

/// The only age group that the head of an article names beside a competition: "the wrestlers' world championships under 17".
pub(super) fn reported_age(document: &Document<'_>, name: &str) -> Option<String> {
    let mut ages = BTreeSet::<&str>::new();
    for sentence in document.sentences.iter().take(HEAD) {
        let named = |m: &Mention| is(document, m, "COMP") && m.facets.get(Field::Competition) == Some(name);
        let mentions = &sentence.mentions;
        let light = |k: &usize| !document.any(&mentions[*k], &["AND", "COMMA", "PERSON", "MEDAL", "TITLE", "STOP"]);
        let and = |k: usize| mentions.get(k).is_some_and(|m| is(document, m, "AND"));
        // "Of seniors and juniors" is of both.
        let joined = |k: usize| k > 0 && and(k - 1) || and(k + 1);
        for at in (0..mentions.len()).filter(|at| named(&mentions[*at])) {
            let before = (0..at).rev().take(AGE_REACH).take_while(light);
            let behind = (at + 1..mentions.len()).take(AGE_REACH).take_while(light);
            let beside = before.chain(behind).filter(|k| is(document, &mentions[*k], "AGE") && !joined(*k));
            ages.extend(beside.filter_map(|k| mentions[k].facets.get(Field::Age)));
        }
    }
    ages.first().filter(|_| ages.len() == 1).map(|age| (*age).to_owned())
}

/// How many mentions from a competition its age group may stand.
pub(super) const AGE_REACH: usize = 4;
