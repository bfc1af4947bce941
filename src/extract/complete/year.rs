//! Which year's edition: of the clause, of the host, of a count of years, of the article.

use std::collections::BTreeSet;

use super::aside::since_of;
use super::called::{year_called, year_where};
use super::counted::{THEN, at_distance, counted, last_year_spoken_of, offset, relative_year, years_ago};
use super::hosts::{championships_of, championships_there, hosted};
use super::is;
use super::near::{STRAY, focus, nearest_with_cost};
use super::to_come::is_won;
use super::topic::Topic;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Edition, Field, OLYMPIAD, World, is_goal};

/// So many medals of one athlete are a career's, not one edition's.
const CAREER: i32 = 6;

/// Gives a statement that knows its competition the year of the edition; `own` where its own words name the competition.
pub(super) fn year(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, own: bool) {
    let Some(name) = statement.fields.get(Field::Competition).map(str::to_owned) else { return };
    // "Eight years later at the Games in Tokyo": not those that the city brings to mind first.
    let place = statement.fields.get(Field::Place).filter(|_| statement.fields.get(Field::Season) == Some("host"));
    // "He won in London in 1948": nor those of another year than the article gives them.
    let told = place.and_then(|place| {
        at_distance(document, topic, statement, &name, place).or_else(|| topic.host_year(&name, place))
    });
    if let Some(year) = told {
        statement.fields.set(Field::Year, year.to_string());
    }
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
        at_distance(document, topic, statement, name, place)
            .or_else(|| topic.year_hosted(name, place))
            .or_else(championships)
    };
    let said = statement.fields.get(Field::Place).and_then(in_place);
    if let Some(year) = said.or_else(|| bracketed_year(document, statement)) {
        return Some(year.into());
    }
    if let Some(year) = year_behind(document, topic, statement) {
        return Some(year.into());
    }
    let crowned = statement.fields.get(Field::Relative) == Some("current");
    if titled(document, statement) && own && !crowned {
        return counted_in_words(topic, statement).map(Found::from);
    }
    let medal = statement.table == Table::Medals;
    if medal && of_all_times(document, statement) {
        return None;
    }
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let career = statement.holder == Holder::Athlete && count >= CAREER && medal;
    let sentence = &document.sentences[statement.context.0];
    if career && own && !sentence.mentions.iter().any(|m| is(document, m, "RANGE")) {
        return None;
    }
    if medal && let Some(found) = in_clause(document, topic, statement, name, &own_sport) {
        return Some(found);
    }
    if !medal && let Some(year) = years_ago(document, topic, statement, name) {
        return Some(year.into());
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
    // "Olympic medals of a country" are of all Games, where the article names none or was not written during any.
    let games =
        world.is_games(name) && (!topic.dates(name) || is_goal(name) && !during(world, name, &document.published));
    let sum = count > 1 && (statement.holder == Holder::Athlete || games);
    // "The Asiad" in a report on the Asian Winter Games is these.
    let of_topic =
        |about: &str| about == name || world.in_winter(name) == Some(about) || world.same_but_age(name, about);
    if career || own && medal && (sum || !topic.competition.as_deref().is_some_and(of_topic)) {
        return None;
    }
    let ahead = !medal || matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    of_article(document, topic, statement, name, ahead).map(Found::from)
}

/// True for a day on which Games were on or just over, and without a date.
fn during(world: &World, name: &str, day: &str) -> bool {
    day.is_empty() || world.under_way(day).any(|e| e.competition.ends_with(name))
}

/// True for a tally over all editions: "the all-time medal table", "28 golds at the Asian Games since 1974".
fn of_all_times(document: &Document<'_>, statement: &Resolved) -> bool {
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let Some((mentions, focus)) = focus(&document.sentences[statement.context.0], statement) else { return false };
    let ever = || mentions.iter().any(|m| is(document, m, "EVER"));
    let since = || {
        let mut behind = mentions[focus + 1..].iter().skip_while(|m| document.any(m, OF_THE_MEDALS));
        let opens = behind.next().filter(|m| is(document, m, "SINCE"));
        opens.is_some_and(|m| m.facets.has(Field::Year) || behind.take(SINCE_WHEN).any(|m| m.facets.has(Field::Year)))
    };
    count > 1 && statement.holder == Holder::Country && (ever() || since())
}

/// What belongs to a tally in front of "since".
const OF_THE_MEDALS: &[&str] = &["IN", "DET", "COMP", "GAMES", "SPORT", "OF", "TOTALWORD", "MEDAL", "NUM"];

/// How far behind "since" its year stands: "since its debut in 1974".
const SINCE_WHEN: usize = 4;

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
    let own = |m: &Mention| {
        let at = m.place_in(&sentence.mentions);
        let focus = statement.context.1.start;
        !of_another(document, sentence, statement, m) && !since_of(document, sentence, at, focus)
    };
    // "Hosts in 2003, who this time gathered 50 golds": of the edition that the article is about.
    let this = |m: &Mention| is(document, m, "RELATIVE") && m.facets.get(Field::Relative) == Some(THIS);
    let said = nearest_with_cost(document, sentence, statement, |m| this(m) || free(m) && own(m));
    let host = |m: &Mention| {
        let place = m.facets.get(Field::Place).filter(|_| is(document, m, "CITY"))?;
        // "His partner, from Cardiff" says where somebody comes from.
        let at = m.place_in(&sentence.mentions);
        if at > 0 && is(document, &sentence.mentions[at - 1], "FROM") {
            return None;
        }
        if world.is_games(name) {
            // "BRISBANE - The Olympic champion retires": nothing was won yet where Games are to be.
            let begun = |y: &i32| world.edition(name, "", *y).is_none_or(|e| e.begun(&document.published));
            topic.year_hosted(name, place).filter(|y| !is_won(statement) || begun(y))
        } else {
            championships_of(world, name, own_sport, place, topic.published)
        }
    };
    let hosted = nearest_with_cost(document, sentence, statement, |m| own(m) && host(m).is_some());
    // "Silver in London in 2012 and gold in Rio": a host of its own goes before a year that is another medal's.
    let own_host = hosted.filter(|(cost, _)| *cost < STRAY && said.is_none_or(|(other, _)| other >= STRAY));
    if let Some((_, m)) = own_host {
        return host(m).map(Found::from);
    }
    // "Four medals: gold in 2012, silver in 2016": years of several medals behind it are not those of all.
    let behind = |m: &Mention| m.tokens.start >= statement.context.1.end;
    let years = || sentence.mentions.iter().filter(|m| is(document, m, "YEAR") && behind(m));
    let distinct: BTreeSet<i32> = years().filter_map(|m| m.facets.number(Field::Year)).collect();
    let shared = |cost: usize, m: &Mention| cost < STRAY || !behind(m) || distinct.len() < 2;
    let said = said.filter(|(cost, m)| shared(*cost, m)).map(|(_, m)| m);
    if said.is_some_and(this) {
        return of_article(document, topic, statement, name, !is_won(statement)).map(Found::from);
    }
    if let Some(m) = said
        && let Some(year) = m.facets.number(Field::Year).or_else(|| counted(document, topic, statement, m))
    {
        return Some(Found { year, to: m.facets.number(Field::YearTo) });
    }
    hosted.and_then(|(_, m)| host(m)).map(Found::from)
}

/// The year that a text without a date gives championships shortly before: "Hungary ended the 2024 championships with four
/// medals. The best was A's."
fn year_shortly_before(document: &Document<'_>, topic: &Topic, statement: &Resolved, name: &str) -> Option<i32> {
    let at = statement.context.0;
    let open = topic.published.is_none() && !World::get().is_games(name) && !statement.description;
    let dated = |s: &&Sentence| {
        s.mentions.iter().any(|m| document.any(m, &["COMP", "YEAR", "DATE"]) && m.facets.has(Field::Year))
    };
    let last = document.sentences[..at].iter().rev().take(SHORTLY).filter(|_| open).find(dated)?;
    let year = |k: usize| last.mentions.get(k).and_then(|m| m.facets.number(Field::Year));
    let own = |k: &usize| {
        let m = &last.mentions[*k];
        is(document, m, "COMP") && m.facets.get(Field::Competition) == Some(name)
    };
    // "The championships over individual distances 2024"
    let apart = |k: &usize| last.mentions.get(*k).is_some_and(|m| document.any(m, &["COMMA", "SINCE", "STOP", "SEMI"]));
    let near = |k: usize| (k..k + NAMED).take_while(|k| !apart(k)).find_map(year);
    let told = (0..last.mentions.len()).filter(own).filter_map(near);
    let years: BTreeSet<i32> = told.collect();
    years.first().copied().filter(|_| years.len() == 1)
}

/// How far the year of championships may stand behind the beginning of their name.
const NAMED: usize = 5;

/// So many sentences back.
const SHORTLY: usize = 6;

/// The edition that the article is about, in so many words: "this time".
const THIS: &str = "this";

/// True for a year that stands in front of another win: "he could not back up his 2018 victory".
pub(super) fn of_another(document: &Document<'_>, sentence: &Sentence, statement: &Resolved, m: &Mention) -> bool {
    let at = m.place_in(&sentence.mentions);
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
    let licence = statement.table == Table::Licenses && topic.published.is_some();
    let recalled = |y: i32| topic.looks_ahead(day) || licence && !topic.qualified.contains(&(name.to_owned(), y));
    let over = |y: &i32| ahead && recalled(*y) && world.edition(name, "", *y).is_some_and(|e| e.over(day));
    let by_place = || {
        let found = year_by_place(document, topic, statement.context.0, name, sport);
        found.filter(|y| !planned(y) && !over(y))
    };
    let winter = || {
        let form = world.in_winter(name).filter(|_| world.is_winter(&sport_of(document, topic, statement)));
        topic.year(world, day, form?, ahead)
    };
    let called =
        || year_called(topic, name, sport).or_else(|| year_where(document, topic, name, sport)).filter(|_| !ahead);
    // Paralympic licences of an article on those for the Olympic Games are for the same year's.
    let beside = || {
        let able = name.strip_suffix("Paralympic Games").map(|stem| format!("{stem}Olympic Games"))?;
        let year = topic.year(world, day, &able, ahead).filter(|_| ahead && topic.published.is_some())?;
        world.edition(name, "", year).map(|e| e.year)
    };
    let told = of_line
        .or_else(|| topic.year(world, day, name, ahead))
        .or_else(|| year_shortly_before(document, topic, statement, name).filter(|_| !ahead))
        .or_else(winter)
        .or_else(beside)
        .or_else(by_place)
        .or_else(called)
        .or_else(|| year_named_with_place(document, topic, statement, name).filter(|_| !ahead));
    if told.is_some() {
        return told;
    }
    // "In the U23 races": those of the championships that the article is about. Without a date they may be told by a number,
    // and those of the young have numbers of their own.
    let about = topic.competition.as_deref().filter(|c| *c != name && world.same_but_age(name, c));
    let about = about.filter(|_| topic.published.is_some());
    if let Some(year) = about.and_then(|c| of_article(document, topic, statement, c, ahead)) {
        return Some(year);
    }
    if !world.is_games(name) {
        // A stop of a series beside what the article is about most is news of the same days.
        let series = !ahead && topic.published.is_some() && !statement.description && SERIES.contains(&name);
        let reported = topic.reported.filter(|_| series || topic.competition.as_deref() == Some(name))?;
        // "Not since 2013 had they won more": championships in a city that had them in another year were not those of 2013.
        let guessed = topic.published.is_none() && !ahead;
        let held = if guessed { years_of_host(document, topic, name, sport) } else { Vec::new() };
        if held.is_empty() {
            return Some(reported);
        }
        let mut since = held.iter().filter(|y| **y >= reported);
        if let (Some(only), None) = (since.next(), since.next()) {
            return Some(*only);
        }
        // "They were here in 1993 too": of several editions in the city since, only one soon after is meant.
        let near = held.into_iter().filter(|y| (y - reported).abs() <= RECALLED);
        return near.min_by_key(|y| (*y < reported, (y - reported).abs()));
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

/// Series of competitions with stops all year round.
const SERIES: &[&str] = &["Grand Prix", "Grand Slam", "World Cup"];

/// The year that opens the bracket right behind a title or a medal: "three-time medallist (2018, 2019, 2022)".
fn bracketed_year(document: &Document<'_>, statement: &Resolved) -> Option<i32> {
    let (mentions, focus) = focus(&document.sentences[statement.context.0], statement)?;
    let open = mentions.get(focus + 1).is_some_and(|m| is(document, m, "OPEN"));
    let year = mentions.get(focus + 2).filter(|m| open && is(document, m, "YEAR"))?;
    year.facets.number(Field::Year)
}

/// The year that the own words of a single title count from publication: "who won the world title last year".
fn counted_in_words(topic: &Topic, statement: &Resolved) -> Option<i32> {
    let single = statement.fields.number(Field::Count).is_none_or(|n| n == 1);
    let years = statement.fields.number(Field::Relative).filter(|years| single && *years < 0)?;
    Some(topic.now? + years)
}

/// The year that stands or is counted right behind a title: "Olympic silver medallist in 2016 and world champion a year later",
/// "world indoor silver medallist in March in Glasgow".
fn year_behind(document: &Document<'_>, topic: &Topic, statement: &Resolved) -> Option<i32> {
    let (mentions, focus) = focus(&document.sentences[statement.context.0], statement)?;
    let behind = mentions.get(focus + 1).filter(|m| is(document, m, "RELATIVE"));
    if let Some(behind) = behind
        && behind.facets.get(Field::Relative).is_some_and(|r| r.starts_with(THEN))
    {
        return counted(document, topic, statement, behind);
    }
    if !titled(document, statement) {
        return None;
    }
    // "(European champion of what not in 2018)": all that a bracket holds is said of its title.
    let mut opened = mentions[..focus].iter().rev().take_while(|m| !is(document, m, "CLOSE"));
    let bracketed = opened.any(|m| is(document, m, "OPEN"));
    let aside = |m: &Mention| bracketed && !document.any(m, &["CLOSE", "COMMA", "SEMI", "MEDAL", "TITLE", "COMP"]);
    let mut told =
        mentions[focus + 1..].iter().take_while(|m| document.any(m, WHEN) || document.any(m, WHAT) || aside(m));
    // "Third of the pursuit at the worlds of Rocourt in 1963"
    let single = statement.fields.number(Field::Count).is_none_or(|n| n == 1);
    told.find_map(|m| match () {
        () if is(document, m, "YEAR") => m.facets.number(Field::Year).filter(|_| single),
        () if m.facets.has(Field::Month) || m.facets.number(Field::Relative).is_some() => {
            counted(document, topic, statement, m)
        }
        () => None,
    })
}

/// What tells when and where a title was won, right behind it.
const WHEN: &[&str] = &["IN", "DET", "MONTH", "RELATIVE", "CITY", "ORD", "YEAR"];

/// What tells which title it was.
const WHAT: &[&str] =
    &["OF", "CAP", "EVENT", "DIST", "WEIGHT", "GENDER", "SPORT", "DISCIPLINE", "PARACLASS", "METRE", "KM"];

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
pub(super) fn could_be(world: &World, name: &str, sport: &str, year: i32) -> bool {
    let held = |name: &str| world.edition(name, "", year).is_some();
    let winter = || world.season(sport) != Some("summer") && held(&format!("Winter {name}"));
    world.editions(name, "").next().is_none() || !world.is_games(name) || held(name) || winter()
}

/// True where the statement is a title that somebody holds ("the world champion"), not one whose winning is told.
fn titled(document: &Document<'_>, statement: &Resolved) -> bool {
    let focus = document.sentences[statement.sentence].mention_at(statement.tokens.start);
    statement.description && focus.is_none_or(|m| !is(document, m, "MEDAL"))
}

/// True for a sentence that looks back: "Four years ago in Gold Coast they were fourth."
fn of_the_past(document: &Document<'_>, sentence: &Sentence) -> bool {
    let ago = |m: &Mention| m.facets.number(Field::Relative).is_some_and(|years| years < 0);
    sentence.mentions.iter().any(|m| is(document, m, "RELATIVE") && ago(m))
}

/// The most years between an edition and another year that its report names.
const RECALLED: i32 = 8;

/// The years in which the championships of a sport were held in the city that the head of a text without a date names.
fn years_of_host(document: &Document<'_>, topic: &Topic, name: &str, sport: &str) -> Vec<i32> {
    let world = World::get();
    if world.is_games(name) {
        return Vec::new();
    }
    let sport = if sport.is_empty() { topic.sport.as_deref().unwrap_or("") } else { sport };
    let head = document.sentences.iter().take(2).flat_map(|s| &s.mentions);
    let places =
        head.filter(|m| is(document, m, "CITY") || is(document, m, "COMP")).filter_map(|m| m.facets.get(Field::Place));
    let held = |place: &str| -> Vec<i32> {
        championships_there(world, name, sport, place).filter(|e| e.over("")).map(|e| e.year).collect()
    };
    places.map(held).find(|years| !years.is_empty()).unwrap_or_default()
}

/// The year of the only edition that an article without a date names with its place, "at the European Championships in Chisinau":
/// what it tells of these championships elsewhere was won there too.
fn year_named_with_place(document: &Document<'_>, topic: &Topic, statement: &Resolved, name: &str) -> Option<i32> {
    let world = World::get();
    if topic.published.is_some() || world.is_games(name) || topic.competition.as_deref() != Some(name) {
        return None;
    }
    let sport = sport_of(document, topic, statement);
    let named = document.sentences.iter().flat_map(|s| &s.mentions);
    let named = named.filter(|m| m.facets.get(Field::Competition) == Some(name) && !m.facets.has(Field::Year));
    let mut years = named.filter_map(|m| championships_of(world, name, &sport, m.facets.get(Field::Place)?, None));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
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
            .filter(|s| i == sentence || !of_the_past(document, s))
            .into_iter()
            .flat_map(|s| &s.mentions)
            .filter(own)
            .filter_map(|m| m.facets.get(Field::Place))
    };
    // Without a date only the places at the beginning tell the Games that an article is about.
    let reach = if topic.published.is_some() { document.sentences.len() } else { 2 };
    let order = std::iter::once(sentence).chain(0..reach);
    if world.is_games(name) {
        return order.flat_map(places).find_map(|p| hosted(world, name, p, topic.published));
    }
    // Championships of one sport come back to a city: it tells those of about the year that is spoken of.
    let now = topic.now?;
    let far = if topic.published.is_some() { 1 } else { 0 };
    let sport = if sport.is_empty() { topic.sport.as_deref().unwrap_or("") } else { sport };
    let near = |e: &&Edition| (now - e.held()).abs() <= far;
    order.flat_map(places).find_map(|p| {
        let here: Vec<&Edition> = championships_there(world, name, sport, p).filter(near).collect();
        // A city that holds them two years running: of the year of publication, or where its day tells, those begun.
        here.iter().rfind(|e| e.begun(&document.published)).or(here.last()).map(|e| e.year)
    })
}
