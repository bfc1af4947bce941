//! The competition and edition that a statement takes from what was said before it.

use super::another_report::of_another_report;
use super::aside::{after, held_against, put_off, since, succeeded};
use super::counted::{THEN, meant};
use super::hosts::hosted;
use super::near::nearest;
use super::para::para_form;
use super::qualifier;
use super::to_come::{is_won, to_come};
use super::topic::Topic;
use super::year::{could_be, sport_of};
use super::{FAR, is};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, OLYMPIAD, World, is_goal, is_paralympic};

/// The competition that a statement without one is about: the edition named before in the paragraph, else the
/// article's topic.
pub(super) fn earlier(
    document: &Document<'_>,
    topic: &Topic,
    statement: &mut Resolved,
    fits: impl Fn(&Mention) -> bool,
) {
    let licence = statement.table == Table::Licenses;
    let before = last_named(document, topic, statement, &fits).filter(|m| !of_old(document, topic, statement, m));
    if before.is_none()
        && let Some(m) = of_another_report(document, topic, statement, &fits)
    {
        statement.fields.fill_only(&m.facets, &[Field::Competition, Field::Year, Field::Place, Field::Season]);
        if let Some(year) = topic.published.filter(|_| !m.facets.has(Field::Place)) {
            statement.fields.fill_in(Field::Year, year.to_string());
        }
        return;
    }
    // "at the Games of 2018 they won 70 medals. In 2014 they had 45": the same competition, another edition.
    let name = before.and_then(|m| m.facets.get(Field::Competition).or(topic.competition.as_deref()));
    if let Some(name) = name.filter(|_| !licence)
        && let Some(year) = other_edition(document, topic, statement, name)
    {
        statement.fields.fill_in(Field::Competition, name);
        statement.fields.fill_in(Field::Year, year.to_string());
        return;
    }
    if let Some(m) = before.filter(|m| !m.facets.has(Field::Competition)) {
        statement.fields.fill_in(Field::Competition, topic.competition.as_deref().unwrap_or_default());
        statement.fields.fill_only(&m.facets, &[Field::Place]);
        if let Some(year) = year_with_city(document, topic, statement, m) {
            statement.fields.fill_in(Field::Year, year.to_string());
        }
        return;
    }
    if let Some(m) = before {
        let fields: &[Field] = if licence {
            // A licence is for the Games ahead, whatever other Games the paragraph speaks of.
            &[Field::Competition, Field::Season]
        } else {
            &[Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season]
        };
        statement.fields.fill_only(&m.facets, fields);
        return;
    }
    if licence {
        let told = document.sentences.iter().flat_map(|s| s.mentions.iter().map(move |m| (s, m)));
        let goals: Vec<&Mention> = told.filter(|(s, m)| fits(m) && !recalled(document, s, m)).map(|(_, m)| m).collect();
        let ahead = |m: &&&Mention| {
            m.facets
                .number(Field::Year)
                .is_some_and(|y| topic.published.is_none_or(|p| (p - 1..=p + OLYMPIAD).contains(&y)))
        };
        if let Some(m) = goals.iter().find(ahead).or(goals.first())
            && let Some(v) = m.facets.get(Field::Competition)
        {
            let para = m.facets.get(Field::Season) == Some("host") && topic.para_at(document, statement.context.0);
            let v = para_form(v).filter(|_| para).unwrap_or_else(|| v.to_owned());
            statement.fields.fill_in(Field::Competition, v);
        } else if topic.qualifier {
            // A qualifier gives places at the Games, whether they are named or not.
            let sport = sport_of(document, topic, statement);
            let winter = World::get().season(&sport) == Some("winter");
            statement.fields.fill_in(Field::Competition, if winter { "Winter Olympic Games" } else { "Olympic Games" });
        }
        return;
    }
    if let Some(name) = held_then(document, topic, statement, &fits).map(str::to_owned) {
        statement.fields.fill_in(Field::Competition, name);
        return;
    }
    let ahead = matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    // A report on a qualifier tells its medals, whatever Games it is for; what is foretold is for the Games.
    let goal = topic.in_passing || topic.competition.as_deref().is_none_or(is_goal);
    if let (true, false, Some(name)) =
        (goal && !ahead, qualifier::describes(document, statement), &topic.reported_qualifier)
    {
        if qualifier::is_medal(document, statement) {
            statement.fields.set(Field::Competition, name.as_str());
            if let Some(year) = topic.reported {
                statement.fields.set(Field::Year, year.to_string());
            }
        } else {
            statement.fields.set(Field::Status, "drop");
        }
        return;
    }
    // What is aimed at or foretold are the Games that the article is about, else the next, where it names Games.
    let about = topic.competition.as_ref().filter(|c| is_goal(c));
    let games = about.or_else(|| topic.ahead.keys().find(|k| is_goal(k))).filter(|_| ahead);
    if let Some(name) = games.or(topic.competition.as_ref()) {
        // "We aim for five medals" of an article on Paralympic sport that calls its Games by their city.
        let para = ahead && topic.para_at(document, statement.context.0);
        let form = para_form(name).filter(|form| para && topic.ahead.contains_key(form));
        statement.fields.fill_in(Field::Competition, form.as_deref().unwrap_or(name));
    }
}

/// True for a city alone in a sentence that counts years back: "four years earlier in Beijing they had six medals".
fn recalled(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> bool {
    let back = |m: &Mention| {
        let relative = m.facets.get(Field::Relative).filter(|_| is(document, m, "RELATIVE"));
        relative.is_some_and(|r| r.strip_prefix(THEN).unwrap_or(r).starts_with('-'))
    };
    let host = m.facets.get(Field::Season) == Some("host") && !m.facets.has(Field::Year);
    host && sentence.mentions.iter().any(back)
}

/// True for an edition of the past that was named before a medal with a day of this week: "She set the mark in Paris the previous
/// year. On Tuesday India won five medals."
fn of_old(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> bool {
    let sentence = &document.sentences[statement.context.0];
    let today = sentence.mentions.iter().any(|m| is(document, m, "WEEKDAY"));
    let told = m.facets.get(Field::Relative).is_some_and(|r| r.starts_with('-') || r.starts_with(THEN));
    let over = || edition_year(topic, m).zip(topic.published).is_some_and(|(year, now)| year < now);
    today && statement.table == Table::Medals && (told || over())
}

/// The year of the edition that a mention names, by its own year or by its city.
fn edition_year(topic: &Topic, m: &Mention) -> Option<i32> {
    let host = || hosted(World::get(), m.facets.get(Field::Competition)?, m.facets.get(Field::Place)?, topic.published);
    m.facets.number(Field::Year).or_else(host)
}

/// The edition named last before a statement in its paragraph: a competition, or the city of those that the article is about.
fn last_named<'d>(
    document: &'d Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    fits: impl Fn(&Mention) -> bool,
) -> Option<&'d Mention> {
    let licence = statement.table == Table::Licenses;
    let here = document.sentences[statement.context.0].paragraph;
    let said = |m: &Mention| {
        let edition = m.facets.has(Field::Year) || m.facets.has(Field::Place);
        let told = !licence && edition && is(document, m, "MEDAL") && m.facets.has(Field::Competition);
        let told = told && !(is_won(statement) && to_come(document, topic, statement, m));
        told || fits(m) && (licence || topic.competition.is_none() || edition)
    };
    // "She won gold in Rio in 2016. B cleared 1.85 m for silver": what is told of others went before, of B today.
    let now = topic.competition.as_deref().zip(topic.published);
    let past = |i: usize| {
        let other = statement.person.is_some_and(|p| !document.people.all[p].sentences.contains(&i));
        let old = |m: &Mention| {
            now.is_some_and(|(c, published)| {
                m.facets.get(Field::Competition) != Some(c) && edition_year(topic, m).is_some_and(|y| y + 1 < published)
            })
        };
        let mentions = &document.sentences[i].mentions;
        let of_somebody = mentions.iter().any(|m| is(document, m, "PERSON") || is(document, m, "PRON"));
        other && !licence && of_somebody && mentions.iter().any(|m| said(m) && old(m))
    };
    document.sentences[..statement.context.0]
        .iter()
        .enumerate()
        .rev()
        .take(FAR)
        .take_while(|(_, s)| s.paragraph == here)
        .filter(|(i, _)| !past(*i))
        .map(|(_, s)| s)
        .filter(|s| licence || !s.mentions.iter().any(|m| is(document, m, "LICENCE") || is(document, m, "QUALIFY")))
        .find_map(|s| {
            let own = |k: &usize| {
                let aside = since(document, s, *k) || after(document, s, *k) || put_off(document, s, *k);
                let aside = aside || !licence && succeeded(document, s, *k);
                !aside && (licence || !qualifier::is_prize(document, &s.mentions, &s.mentions[*k]))
            };
            let mut all = (0..s.mentions.len()).rev().filter(own).map(|k| &s.mentions[k]).filter(|m| said(m));
            let Some(last) = all.next() else {
                return dated_city(document, topic, statement, s).or_else(|| host_city(document, topic, statement, s));
            };
            // "The Olympics and the Paralympics will be in Paris. So far we have 17 licences": for the Olympics.
            let para = |m: &Mention| m.facets.get(Field::Competition).is_some_and(is_paralympic);
            let both = licence && para(last);
            Some(all.find(|m| both && !para(m)).unwrap_or(last))
        })
}

/// The competition named shortly before, where the year beside a medal is none in which the Games of the article were held:
/// "Two of the four have medals of the junior championships. A took silver in 2017" in an article on the Games of 2022.
fn held_then<'d>(
    document: &'d Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    fits: impl Fn(&Mention) -> bool,
) -> Option<&'d str> {
    let at = statement.context.0;
    let sentence = &document.sentences[at];
    let about = topic.competition.as_deref().filter(|c| World::get().is_games(c))?;
    let year = nearest(document, sentence, statement, |m| is(document, m, "YEAR") && m.facets.has(Field::Year))?;
    let held = could_be(World::get(), about, "", year.facets.number(Field::Year)?);
    let before = document.sentences[..at].iter().rev().take(SHORTLY).take_while(|s| s.paragraph == sentence.paragraph);
    let mut named = before.flat_map(|s| s.mentions.iter().rev()).filter(|m| fits(m) && !m.facets.has(Field::Year));
    named.next().filter(|_| !held)?.facets.get(Field::Competition).filter(|c| *c != about)
}

/// So many sentences back.
const SHORTLY: usize = 3;

/// "In Tokyo the Belgians were at their best": the city of Games that the article is about, where they are over.
fn host_city<'d>(
    document: &'d Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    sentence: &'d Sentence,
) -> Option<&'d Mention> {
    let (world, day) = (World::get(), document.published.as_str());
    let name = topic.competition.as_deref().filter(|c| statement.table == Table::Medals && world.is_games(c))?;
    let in_city = |pair: &&[Mention]| is(document, &pair[0], "IN") && is(document, &pair[1], "CITY");
    let over = |m: &&Mention| {
        let year = m.facets.get(Field::Place).and_then(|place| hosted(world, name, place, topic.published));
        let over = |y: i32| world.edition(name, "", y).is_some_and(|e| e.over(day)) && !topic.looks_ahead_to(name, y);
        year.is_some_and(over)
    };
    sentence.mentions.windows(2).take(1).find(in_city).map(|pair| &pair[1]).filter(over)
}

/// "In 1976 in Montreal they were at their best again": the city of an edition of the Games that the article is about, named with
/// its year.
fn dated_city<'d>(
    document: &'d Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    sentence: &'d Sentence,
) -> Option<&'d Mention> {
    let name = topic.competition.as_deref().filter(|_| statement.table == Table::Medals)?;
    let at = |m: &Mention| m.place_in(&sentence.mentions);
    // "The mayor of Paris, which holds them in 2024": a city far from the year only comes up.
    let beside = |city: &&Mention, year: &Mention| at(city).abs_diff(at(year)) <= BESIDE;
    let mut years = sentence.mentions.iter().filter(|m| document.any(m, &["YEAR", "DATE"]));
    // "Ten medals, two fewer than in Innsbruck in 2012": what does not open its sentence is only compared with.
    years.find_map(|m| {
        let city = held_in_city(document, sentence, name, m.facets.number(Field::Year)?)?;
        Some(city).filter(|city| beside(city, m) && at(city) <= OPENING)
    })
}

/// So far apart a city and the year of its Games are still told together: "in 1976 in Montreal".
const BESIDE: usize = 2;

/// So many mentions stand at most before the city that a sentence opens with.
const OPENING: usize = 4;

/// The year that the paragraph names up to a statement for which the city held the Games that the article is about.
fn year_with_city(document: &Document<'_>, topic: &Topic, statement: &Resolved, city: &Mention) -> Option<i32> {
    let (name, place) = (topic.competition.as_deref()?, city.facets.get(Field::Place)?);
    let here = statement.context.0;
    let paragraph = document.sentences[here].paragraph;
    let told = document.sentences[..=here].iter().rev().take(super::FAR).take_while(|s| s.paragraph == paragraph);
    let years = told.flat_map(|s| s.mentions.iter().rev()).filter(|m| document.any(m, &["YEAR", "DATE"]));
    let mut years = years.filter_map(|m| m.facets.number(Field::Year));
    years.find(|y| World::get().edition(name, "", *y).is_some_and(|e| e.hosted_by(place)))
}

/// The city named in a sentence that held the Games of a year.
fn held_in_city<'d>(document: &Document<'_>, sentence: &'d Sentence, name: &str, year: i32) -> Option<&'d Mention> {
    let edition = World::get().edition(name, "", year).filter(|_| World::get().is_games(name))?;
    let here =
        |m: &&Mention| is(document, m, "CITY") && m.facets.get(Field::Place).is_some_and(|p| edition.hosted_by(p));
    sentence.mentions.iter().find(here)
}

/// The year near a tally in its own sentence, where the competition that is spoken of had an edition in it.
fn other_edition(document: &Document<'_>, topic: &Topic, statement: &Resolved, name: &str) -> Option<i32> {
    let sentence = &document.sentences[statement.context.0];
    let year = |m: &Mention| {
        let said = || m.facets.number(Field::Year).filter(|_| is(document, m, "YEAR"));
        let past = || m.facets.get(Field::Relative).is_some_and(|r| r.starts_with(THEN) || r.starts_with('-'));
        let ago = || meant(document, topic, statement, m).filter(|_| is(document, m, "RELATIVE") && past());
        let y = said().or_else(ago)?;
        // A year alone may be any in a life; beside the host it is that of the Games.
        let team = statement.holder == Holder::Country;
        let there = || held_in_city(document, sentence, name, y).is_some();
        World::get().edition(name, "", y).filter(|_| team || there()).map(|e| e.year)
    };
    if statement.description {
        return None;
    }
    let since = |m: &Mention| {
        let at = sentence.mentions.iter().position(|x| x.tokens == m.tokens).unwrap_or_default();
        since(document, sentence, at) || held_against(document, sentence, at)
    };
    nearest(document, sentence, statement, |m| year(m).is_some() && !since(m)).and_then(year)
}
