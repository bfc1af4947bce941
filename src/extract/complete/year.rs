//! Which year's edition: of the clause, of the host, of a count of years, of the article.

use super::hosts::{championships_of, hosted, long_ago};
use super::is;
use super::near::{focus, nearest, seen};
use super::topic::Topic;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Edition, Field, OLYMPIAD, World};

/// So many medals of one athlete are a career's, not one edition's.
const CAREER: i32 = 6;

/// Gives a statement that knows its competition the year of the edition; `own` where its own words name the competition.
pub(super) fn year(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, own: bool) {
    let Some(name) = statement.fields.get(Field::Competition).map(str::to_owned) else { return };
    match statement.fields.get(Field::Year) {
        Some("none") => drop(statement.fields.take(Field::Year)),
        Some(_) => {}
        None => {
            let Some(found) = edition(document, topic, statement, own, &name) else { return };
            statement.fields.set(Field::Year, found.year.to_string());
            if let Some(to) = found.to {
                statement.fields.fill_in(Field::YearTo, to.to_string());
            }
        }
    }
}

/// The year of an edition, or the first and the last of several.
struct Found {
    year: i32,
    to: Option<i32>,
}

impl From<i32> for Found {
    fn from(year: i32) -> Found {
        Found { year, to: None }
    }
}

/// The year of the edition that a statement is about, where it can be told.
fn edition(document: &Document<'_>, topic: &Topic, statement: &Resolved, own: bool, name: &str) -> Option<Found> {
    let world = World::get();
    let sport = statement.fields.get(Field::Sport).unwrap_or("");
    // The host names the edition.
    let own_sport = sport_of(document, topic, statement);
    let in_place = |place: &str| {
        let championships = || championships_of(world, name, &own_sport, place, topic.published);
        hosted(world, name, place, topic.published).or_else(championships)
    };
    let said = statement.fields.get(Field::Place).and_then(in_place);
    if let Some(year) = said.or_else(|| bracketed_year(document, statement)) {
        return Some(year.into());
    }
    let crowned = statement.fields.get(Field::Relative) == Some("current");
    if titled(document, statement) && own && !crowned {
        return None;
    }
    let medal = statement.table == Table::Medals;
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let career = statement.holder == Holder::Athlete && count >= CAREER && medal;
    let sentence = &document.sentences[statement.context.0];
    if career && own && !sentence.mentions.iter().any(|m| is(document, m, "RANGE")) {
        return None;
    }
    if medal && let Some(found) = in_clause(document, topic, statement, name, &own_sport) {
        return Some(found);
    }
    if let Some(relative) = statement.fields.get(Field::Relative) {
        let spoken = || {
            let offset = offset(relative.strip_prefix(THEN)?)?;
            Some(last_year_spoken_of(document, topic, statement, statement.context.1.start)? + offset)
        };
        let counted = || relative_year(world, name, sport, relative, &document.published, topic.now);
        if let Some(year) = spoken().or_else(counted) {
            return Some(year.into());
        }
    }
    // "Thirteen Paralympic golds" are a career's, "an Olympic silver" one of some other day, unless the
    // article is about those very Games.
    let sum = statement.holder == Holder::Athlete && count > 1;
    if career || own && medal && (sum || topic.competition.as_deref() != Some(name)) {
        return None;
    }
    let ahead = !medal || matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    of_article(document, topic, statement, name, ahead).map(Found::from)
}

/// A year of its own in the clause of a medal, unless it belongs to another competition; else the year of a host there.
fn in_clause(
    document: &Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    name: &str,
    own_sport: &str,
) -> Option<Found> {
    let world = World::get();
    let sentence = &document.sentences[statement.context.0];
    let sport = statement.fields.get(Field::Sport).unwrap_or("");
    let free = |m: &Mention| {
        (document.any(m, &["YEAR", "DATE", "RANGE"])
            && m.facets.number(Field::Year).is_some_and(|y| could_be(world, name, sport, y)))
            || (document.any(m, &["RELATIVE", "MONTH", "DATE", "WEEKDAY"])
                && counted(document, topic, statement, m).is_some())
    };
    if let Some(m) =
        nearest(document, sentence, statement, |m| free(m) && !of_another(document, sentence, statement, m))
        && let Some(year) = m.facets.number(Field::Year).or_else(|| counted(document, topic, statement, m))
    {
        return Some(Found { year, to: m.facets.number(Field::YearTo) });
    }
    let host = |m: &Mention| {
        let place = m.facets.get(Field::Place).filter(|_| is(document, m, "CITY"))?;
        if world.is_games(name) {
            hosted(world, name, place, topic.published)
        } else {
            championships_of(world, name, own_sport, place, topic.published)
        }
    };
    nearest(document, sentence, statement, |m| host(m).is_some()).and_then(host).map(Found::from)
}

/// True for a year that stands in front of another win: "he could not back up his 2018 victory".
pub(super) fn of_another(document: &Document<'_>, sentence: &Sentence, statement: &Resolved, m: &Mention) -> bool {
    let at = sentence.mentions.partition_point(|x| x.tokens.start < m.tokens.start);
    let whose = at > 0 && document.any(&sentence.mentions[at - 1], &["POSSPRON", "POSS"]);
    let noun = sentence.mentions.get(at + 1).filter(|n| whose && !document.any(n, &["AND", "COMMA", "STOP"]));
    noun.is_some_and(|n| n.tokens.start != statement.tokens.start)
}

/// The year of the edition that the article is about, as seen from a statement; `ahead` for what lies ahead.
fn of_article(document: &Document<'_>, topic: &Topic, statement: &Resolved, name: &str, ahead: bool) -> Option<i32> {
    let (world, day) = (World::get(), document.published.as_str());
    let sport = statement.fields.get(Field::Sport).unwrap_or("");
    let of_line = year_of_line(document, statement, name).filter(|_| !ahead);
    // The city of Games that a text without a date only plans for dates nothing that was won.
    let planned = |y: &i32| !ahead && topic.planned_only(name, *y);
    // What somebody did at Games that are over says nothing of those ahead.
    let over = |y: &i32| ahead && topic.looks_ahead(day) && world.edition(name, "", *y).is_some_and(|e| e.over(day));
    let by_place = || {
        let found = year_by_place(document, topic, statement.context.0, name, sport);
        found.filter(|y| !planned(y) && !over(y))
    };
    let winter = || {
        let form = world.in_winter(name).filter(|_| world.is_winter(&sport_of(document, topic, statement)));
        topic.year(world, day, form?, ahead)
    };
    let told = of_line.or_else(|| topic.year(world, day, name, ahead)).or_else(winter).or_else(by_place);
    if told.is_some() {
        return told;
    }
    if !world.is_games(name) {
        return topic.reported.filter(|_| topic.competition.as_deref() == Some(name));
    }
    let mut editions = world.editions(name, "");
    let pick = match (topic.published, ahead) {
        // "The tournament of May 2021 gave five Olympic places": for the Games that came next.
        (None, true) => {
            let now = topic.now?;
            editions.find(|e| e.held() >= now).filter(|e| e.held() - now < OLYMPIAD)
        }
        (None, false) => None,
        (Some(_), true) => editions.find(|e| !e.over(day)),
        (Some(_), false) => editions.rfind(|e| e.begun(day)),
    };
    pick.map(|e| e.year)
}

/// The year that opens the bracket right behind a title or a medal: "three-time medallist (2018, 2019, 2022)".
fn bracketed_year(document: &Document<'_>, statement: &Resolved) -> Option<i32> {
    let (mentions, focus) = focus(&document.sentences[statement.context.0], statement)?;
    let open = mentions.get(focus + 1).is_some_and(|m| is(document, m, "OPEN"));
    let year = mentions.get(focus + 2).filter(|m| open && is(document, m, "YEAR"))?;
    year.facets.number(Field::Year)
}

/// The year at the beginning of a line: "2012. London. Two golds and one silver."
fn year_of_line(document: &Document<'_>, statement: &Resolved, name: &str) -> Option<i32> {
    let at = statement.context.0;
    let here = document.sentences[at].paragraph;
    let line = document.sentences[..at].iter().rev().take_while(|s| s.paragraph == here).take(2);
    let short = line.into_iter().take_while(|s| s.mentions.len() <= LINE_HEAD);
    let year =
        |m: &Mention| m.facets.number(Field::Year).filter(|_| is(document, m, "YEAR") || is(document, m, "DATE"));
    let held = |y: &i32| World::get().edition(name, "", *y).is_some();
    short.into_iter().flat_map(|s| &s.mentions).filter_map(year).find(held)
}

/// The most mentions of what stands before the first stop of a line.
const LINE_HEAD: usize = 4;

/// The sport of a statement as far as it is known before its event is.
pub(super) fn sport_of(document: &Document<'_>, topic: &Topic, statement: &Resolved) -> String {
    let own = statement.fields.get(Field::Sport);
    let person = || document.people.all.get(statement.person?)?.sport();
    own.or_else(person).or(topic.sport.as_deref()).unwrap_or("").to_owned()
}

/// False where games of that name were not held in a year, nor their winter form.
fn could_be(world: &World, name: &str, sport: &str, year: i32) -> bool {
    let held = |name: &str| world.edition(name, "", year).is_some();
    let winter = || world.season(sport) != Some("summer") && held(&format!("Winter {name}"));
    world.editions(name, "").next().is_none() || !world.is_games(name) || held(name) || winter()
}

/// True where the statement is a title that somebody holds ("the world champion"), not one whose winning is told.
fn titled(document: &Document<'_>, statement: &Resolved) -> bool {
    let focus = document.sentences[statement.sentence].mention_at(statement.tokens.start);
    statement.description && focus.is_none_or(|m| !is(document, m, "MEDAL"))
}

/// The year that words such as "last year", "four years ago", "two years later" mean, where the competition was
/// held in it.
pub(super) fn counted(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    let Some(relative) = m.facets.get(Field::Relative) else { return lately(document, topic, statement, m) };
    let (from, years) = match relative.strip_prefix(THEN) {
        Some(years) => (last_year_spoken_of(document, topic, statement, m.tokens.start)?, years),
        None => (topic.now?, relative),
    };
    let year = from + offset(years)?;
    let name = statement.fields.get(Field::Competition)?;
    let world = World::get();
    could_be(world, name, statement.fields.get(Field::Sport).unwrap_or(""), year).then_some(year)
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
fn offset(years: &str) -> Option<i32> {
    if years.is_empty() { Some(0) } else { years.parse().ok() }
}

/// In front of an offset: years are counted from the year last spoken of.
pub(super) const THEN: &str = "then";

/// The last year named before a token of a sentence, there or in the sentence before.
fn last_year_spoken_of(document: &Document<'_>, topic: &Topic, statement: &Resolved, token: usize) -> Option<i32> {
    let held = |m: &Mention| {
        // "Four years ago they were fifth. On that occasion ..."
        if let Some(ago) = m.facets.get(Field::Relative).filter(|_| is(document, m, "RELATIVE")).and_then(offset) {
            return topic.now.filter(|_| ago < 0).map(|now| now + ago);
        }
        let name = m.facets.get(Field::Competition).unwrap_or("");
        let place = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
        let y = m.facets.number(Field::Year).or_else(place)?;
        Some(World::get().edition(name, "", y).map_or(y, Edition::held))
    };
    let (sentences, at) = (&document.sentences, statement.context.0);
    let here = seen(&sentences[at], statement).iter().rev().filter(|m| m.tokens.end <= token);
    let before = sentences[..at].iter().rev().take(1).flat_map(|s| s.mentions.iter().rev());
    here.chain(before).find_map(held)
}

/// The year of the edition that one of the article's places hosted: a place of this sentence, else of the
/// first two, else of any.
fn year_by_place(document: &Document<'_>, topic: &Topic, sentence: usize, name: &str, sport: &str) -> Option<i32> {
    let world = World::get();
    let places = |i: usize| {
        let own = |m: &&Mention| is(document, m, "CITY") || m.facets.get(Field::Competition).is_some_and(|c| c == name);
        document
            .sentences
            .get(i)
            .into_iter()
            .flat_map(|s| &s.mentions)
            .filter(own)
            .filter_map(|m| m.facets.get(Field::Place))
    };
    // Without a date only the places where the article's own championships were held count beyond its beginning.
    let own = topic.published.is_some() || (topic.competition.as_deref() == Some(name) && !world.is_games(name));
    let reach = if own { document.sentences.len() } else { 2 };
    let order = std::iter::once(sentence).chain(0..reach);
    if world.is_games(name) {
        return order.flat_map(places).find_map(|p| hosted(world, name, p, topic.published));
    }
    let sport = if sport.is_empty() { topic.sport.as_deref().unwrap_or("") } else { sport };
    let near = |e: &&Edition| match topic.published {
        Some(p) => (p - e.held()).abs() <= 1,
        None => e.over("") && topic.now.is_none_or(|now| e.held() >= now),
    };
    order.flat_map(places).find_map(|p| {
        let here: Vec<&Edition> =
            world.editions(name, sport).filter(|e| e.hosted_by(p) && !e.sport.is_empty()).filter(near).collect();
        // A city that holds them two years running: of the year of publication, or where its day tells, those begun.
        let day = &document.published;
        let last = here.iter().rfind(|e| topic.published.is_none() || e.begun(day)).or(here.last())?;
        // Without a date a city that hosted several editions of late names none of them.
        let before = here.iter().rfind(|e| e.year < last.year);
        (topic.published.is_some() || before.is_none_or(|e| long_ago(e, last))).then_some(last.year)
    })
}

/// The year of the last or next edition as seen from publication, or of an offset from its year.
fn relative_year(
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
