//! Which competition, and which edition of it.

use super::hosts::{games_of, hosted};
use super::near::{nearest, nearest_with_cost};
use super::topic::Topic;
use super::{FAR, is, is_goal};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Edition, Field, World};

/// So many medals of one athlete are a career's, not one edition's.
pub(super) const CAREER: i32 = 6;

pub(super) fn competition(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let licence = statement.table == Table::Licenses;
    let fits = |m: &Mention| {
        (is(document, m, "COMP") || licence && is(document, m, "LICENCE"))
            && m.facets
                .get(Field::Competition)
                .is_some_and(|c| if licence { is_goal(c) } else { !c.contains("Qualification") })
    };
    let take = |statement: &mut Resolved, m: &Mention| {
        for f in [Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative, Field::Season] {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
    };
    let own = statement.fields.get(Field::Competition).map(str::to_owned);
    match &own {
        None => {
            // Championships of one sport are held in the same cities.
            let games = topic.competition.as_deref().is_none_or(|c| World::get().is_games(c));
            let beside = sentence
                .mentions
                .iter()
                .filter(|m| is(document, m, "COMP"))
                .filter_map(|m| m.facets.get(Field::Competition))
                .find(|c| World::get().is_games(c));
            let games_of = |m: &Mention| games_of(m, topic.competition.as_deref(), beside, topic.published);
            let games = games || beside.is_some();
            let host = |m: &Mention| is(document, m, "CITY") && games && !licence && games_of(m).is_some();
            let adjective = |m: &Mention| !licence && is(document, m, "GAMESADJ");
            let named = nearest_with_cost(document, sentence, statement, fits)
                .or_else(|| nearest_with_cost(document, sentence, statement, adjective));
            let qualifier = nearest_with_cost(document, sentence, statement, |m| is_qualifier(document, m));
            if !licence && qualifier.is_some_and(|(cost, _)| named.is_none_or(|(other, _)| cost < other)) {
                // First in a qualifier is no medal of anything.
                statement.fields.set(Field::Status, "drop");
                return;
            }
            let hosted = nearest_with_cost(document, sentence, statement, host);
            let nearer = hosted.filter(|(cost, _)| named.is_none_or(|(other, _)| *cost < other));
            if let (Some((cost, m)), None) = (named, nearer) {
                // "bronze in 1996 and gold at the Games of 2000": the nearer year is its own.
                let year = nearest_with_cost(document, sentence, statement, |m| is(document, m, "YEAR"));
                if let (Some((_, y)), false) = (year.filter(|(c, _)| *c < cost), licence || statement.description)
                    && let (Some(y), true) = (y.facets.get(Field::Year), m.facets.has(Field::Year))
                {
                    statement.fields.fill_in(Field::Year, y);
                }
                // "gold at the 2022 World Championships and bronze a year earlier"
                let then = |m: &Mention| {
                    is(document, m, "RELATIVE") && m.facets.get(Field::Relative).is_some_and(|r| r.starts_with(THEN))
                };
                let later = nearest_with_cost(document, sentence, statement, then).filter(|(c, _)| *c < cost);
                if let (Some((_, then)), false) = (later, licence) {
                    statement.fields.fill_in(Field::Competition, m.facets.get(Field::Competition).unwrap_or_default());
                    if let Some(y) = counted(document, topic, statement, then) {
                        statement.fields.fill_in(Field::Year, y.to_string());
                        return;
                    }
                }
                take(statement, m);
            } else if let Some(e) = nearer.and_then(|(_, m)| games_of(m)) {
                statement.fields.set(Field::Competition, e.competition.as_str());
                statement.fields.set(Field::Year, e.year.to_string());
                statement.fields.set(Field::Season, "host");
            } else if !licence && !statement.description && after_qualifier(document, statement) {
                statement.fields.set(Field::Status, "drop");
            } else if !(statement.description && statement.fields.has(Field::Region)) {
                earlier(document, topic, statement, fits);
            }
        }
        // "Olympic gold ... at the Tokyo Games": the same competition, said more fully.
        Some(name) if !statement.description || licence => {
            let same = |m: &Mention| {
                fits(m) && m.facets.get(Field::Competition).is_some_and(|c| c == name || c.ends_with(name.as_str()))
            };
            if let Some(m) = nearest(document, sentence, statement, same) {
                take(statement, m);
            }
        }
        Some(_) => {}
    }
    year(document, topic, statement, own.is_some());
}

/// True where the competition last named before a statement is a qualifier: the Games beside it are only its prize.
fn after_qualifier(document: &Document<'_>, statement: &Resolved) -> bool {
    let names = |s: &&Sentence| s.mentions.iter().any(|m| is(document, m, "COMP") && m.facets.has(Field::Competition));
    let last = document.sentences[..statement.context.0].iter().rev().take(FAR).find(names);
    last.is_some_and(|s| s.mentions.iter().any(|m| is_qualifier(document, m)))
}

/// A tournament whose prize is a place at the Games.
fn is_qualifier(document: &Document<'_>, m: &Mention) -> bool {
    is(document, m, "COMP") && m.facets.get(Field::Competition).is_some_and(|c| c.contains("Qualif"))
}

/// The competition that a statement without one is about: the edition named before in the paragraph, else the
/// article's topic.
pub(super) fn earlier(
    document: &Document<'_>,
    topic: &Topic,
    statement: &mut Resolved,
    fits: impl Fn(&Mention) -> bool,
) {
    let licence = statement.table == Table::Licenses;
    let here = document.sentences[statement.context.0].paragraph;
    let said = |m: &Mention| {
        let edition = m.facets.has(Field::Year) || m.facets.has(Field::Place);
        fits(m) && (licence || topic.competition.is_none() || edition)
    };
    let before = document.sentences[..statement.context.0]
        .iter()
        .rev()
        .take(FAR)
        .take_while(|s| s.paragraph == here)
        .filter(|s| licence || !s.mentions.iter().any(|m| is(document, m, "LICENCE") || is(document, m, "QUALIFY")))
        .find_map(|s| {
            // "since Atlanta 1996" is not the edition spoken of.
            let since = |k: usize| k > 0 && is(document, &s.mentions[k - 1], "SINCE");
            (0..s.mentions.len()).rev().filter(|k| !since(*k)).map(|k| &s.mentions[k]).find(|m| said(m))
        });
    if let Some(m) = before {
        // "at the Games of 2018 they won 70 medals. In 2014 they had 45": the same competition, another edition.
        let name = m.facets.get(Field::Competition).unwrap_or_default();
        if let (Some(year), false) = (other_edition(document, statement, name), licence) {
            statement.fields.fill_in(Field::Competition, name);
            statement.fields.fill_in(Field::Year, year.to_string());
            return;
        }
        let fields: &[Field] = if licence {
            // A licence is for the Games ahead, whatever other Games the paragraph speaks of.
            &[Field::Competition]
        } else {
            &[Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season]
        };
        for &f in fields {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
        return;
    }
    if licence {
        let any = document.sentences.iter().flat_map(|s| &s.mentions);
        let goals: Vec<&Mention> = any.filter(|m| fits(m)).collect();
        let ahead =
            |m: &&&Mention| m.facets.number(Field::Year).is_some_and(|y| topic.published.is_none_or(|p| y >= p - 1));
        if let Some(m) = goals.iter().find(ahead).or(goals.first())
            && let Some(v) = m.facets.get(Field::Competition)
        {
            statement.fields.fill_in(Field::Competition, v);
        }
        return;
    }
    // What is aimed at or foretold are the next Games, where the article names Games.
    let ahead = matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    let games = topic.ahead.keys().find(|k| is_goal(k)).filter(|_| ahead);
    if let Some(name) = games.or(topic.competition.as_ref()) {
        statement.fields.fill_in(Field::Competition, name.as_str());
    }
}

/// The year near a tally in its own sentence, where the competition that is spoken of had an edition in it.
fn other_edition(document: &Document<'_>, statement: &Resolved, name: &str) -> Option<i32> {
    let sentence = &document.sentences[statement.context.0];
    let year = |m: &Mention| {
        let y = m.facets.number(Field::Year).filter(|_| is(document, m, "YEAR"))?;
        World::get().edition(name, "", y).is_some().then_some(y)
    };
    if statement.description || statement.holder != Holder::Country {
        return None;
    }
    let since = |m: &Mention| {
        let at = sentence.mentions.iter().position(|x| x.tokens == m.tokens).unwrap_or_default();
        at > 0 && is(document, &sentence.mentions[at - 1], "SINCE")
    };
    nearest(document, sentence, statement, |m| year(m).is_some() && !since(m)).and_then(year)
}

pub(super) fn year(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, own: bool) {
    let sentence = &document.sentences[statement.context.0];
    let Some(name) = statement.fields.get(Field::Competition).map(str::to_owned) else { return };
    if statement.fields.get(Field::Year) == Some("none") {
        statement.fields.take(Field::Year);
        return;
    }
    let world = World::get();
    let sport = statement.fields.get(Field::Sport).unwrap_or("").to_owned();
    if statement.fields.has(Field::Year) {
        return;
    }
    // The host names the edition.
    let own_sport = sport_of(document, topic, statement);
    if let Some(place) = statement.fields.get(Field::Place).map(str::to_owned)
        && let Some(edition) = hosted(world, &name, &place, topic.published)
            .or_else(|| championships_of(world, &name, &own_sport, &place, topic.published))
    {
        statement.fields.set(Field::Year, edition.to_string());
        return;
    }
    if titled(document, statement) && own {
        return;
    }
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let career = statement.holder == Holder::Athlete && count >= CAREER && statement.table == Table::Medals;
    if career && own && !sentence.mentions.iter().any(|m| is(document, m, "RANGE")) {
        return;
    }
    // A year of its own in the clause, unless it belongs to another competition.
    let free = |m: &Mention| {
        (["YEAR", "DATE", "RANGE"].iter().any(|t| is(document, m, t))
            && m.facets.number(Field::Year).is_some_and(|y| could_be(world, &name, &sport, y)))
            || (["RELATIVE", "MONTH", "DATE", "WEEKDAY"].iter().any(|t| is(document, m, t))
                && counted(document, topic, statement, m).is_some())
    };
    if statement.table == Table::Medals {
        if let Some(m) = nearest(document, sentence, statement, free)
            && let Some(y) = m.facets.number(Field::Year).or_else(|| counted(document, topic, statement, m))
        {
            statement.fields.set(Field::Year, y.to_string());
            if let Some(to) = m.facets.get(Field::YearTo) {
                statement.fields.fill_in(Field::YearTo, to);
            }
            return;
        }
        // A host city in the clause names the edition too.
        if !world.is_games(&name) {
            let host = |m: &Mention| {
                let place = m.facets.get(Field::Place).filter(|_| is(document, m, "CITY"));
                place.and_then(|p| championships_of(world, &name, &own_sport, p, topic.published))
            };
            if let Some(y) = nearest(document, sentence, statement, |m| host(m).is_some()).and_then(host) {
                statement.fields.set(Field::Year, y.to_string());
                return;
            }
        } else {
            let host = |m: &Mention| {
                is(document, m, "CITY")
                    && m.facets.get(Field::Place).is_some_and(|p| hosted(world, &name, p, topic.published).is_some())
            };
            if let Some(p) = nearest(document, sentence, statement, host).and_then(|m| m.facets.get(Field::Place))
                && let Some(y) = hosted(world, &name, p, topic.published)
            {
                statement.fields.set(Field::Year, y.to_string());
                return;
            }
        }
    }
    if let Some(relative) = statement.fields.get(Field::Relative).map(str::to_owned)
        && let Some(y) = relative_year(world, &name, &sport, &relative, &document.published, topic.now)
    {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    let ahead = statement.table == Table::Licenses
        || matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    // "Thirteen Paralympic golds" are a career's, "an Olympic silver" one of some other day, unless the
    // article is about those very Games.
    let sum = statement.holder == Holder::Athlete && count > 1;
    if career {
        return;
    }
    if own && statement.table == Table::Medals && (sum || topic.competition.as_deref() != Some(&*name)) {
        return;
    }
    if let Some(y) = topic.year(world, &document.published, &name, ahead) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    // The city of Games that a text without a date only plans for dates nothing that was won.
    let planned = |y: &i32| !ahead && topic.planned_only(&name, *y);
    if let Some(y) = year_by_place(document, topic, statement.context.0, &name, &sport).filter(|y| !planned(y)) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    if world.is_games(&name) {
        if topic.published.is_none() {
            return;
        }
        let day = document.published.as_str();
        let pick = if ahead {
            world.editions(&name, "").find(|e| !e.over(day))
        } else {
            world.editions(&name, "").rfind(|e| e.begun(day))
        };
        if let Some(e) = pick {
            statement.fields.set(Field::Year, e.year.to_string());
        }
    } else if let Some(year) = topic.reported
        && topic.competition.as_deref() == Some(&*name)
    {
        statement.fields.set(Field::Year, year.to_string());
    }
}

/// The sport of a statement as far as it is known before its event is.
fn sport_of(document: &Document<'_>, topic: &Topic, statement: &Resolved) -> String {
    let own = statement.fields.get(Field::Sport);
    let person = || document.people.all.get(statement.person?)?.sport();
    own.or_else(person).or(topic.sport.as_deref()).unwrap_or("").to_owned()
}

/// The year of the championships of a sport that a city held: the last before publication, or the only ones.
fn championships_of(world: &World, name: &str, sport: &str, place: &str, published: Option<i32>) -> Option<i32> {
    let mut here = world.editions(name, sport).filter(|e| !e.sport.is_empty() && e.hosted_by(place));
    match published {
        Some(p) => here.rfind(|e| e.held() <= p).map(|e| e.year),
        None => {
            let mut over = here.filter(|e| e.over(""));
            over.next_back().filter(|_| over.next_back().is_none()).map(|e| e.year)
        }
    }
}

/// False where games of that name were not held in a year, nor their winter form.
fn could_be(world: &World, name: &str, sport: &str, year: i32) -> bool {
    let held = |name: &str| world.edition(name, "", year).is_some();
    let winter = || world.season(sport) != Some("summer") && held(&format!("Winter {name}"));
    world.editions(name, "").next().is_none() || !world.is_games(name) || held(name) || winter()
}

/// True where the statement is a title that somebody holds ("the world champion"), not one whose winning is told.
fn titled(document: &Document<'_>, statement: &Resolved) -> bool {
    let tokens = &statement.tokens;
    let focus = document.sentences[statement.sentence]
        .mentions
        .iter()
        .find(|m| m.tokens.start <= tokens.start && tokens.start < m.tokens.end);
    statement.description && focus.is_none_or(|m| !is(document, m, "MEDAL"))
}

/// The year that words such as "last year", "four years ago", "two years later" mean, where the competition was
/// held in it.
fn counted(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    let Some(relative) = m.facets.get(Field::Relative) else { return lately(document, topic, statement, m) };
    let (from, years) = match relative.strip_prefix(THEN) {
        Some(years) => (last_year_spoken_of(document, statement, m.tokens.start)?, years),
        None => (topic.now?, relative),
    };
    let year = from + if years.is_empty() { 0 } else { years.parse::<i32>().ok()? };
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

/// In front of an offset: years are counted from the year last spoken of.
const THEN: &str = "then";

/// The last year named before a token of a sentence, there or in the sentence before.
fn last_year_spoken_of(document: &Document<'_>, statement: &Resolved, token: usize) -> Option<i32> {
    let held = |m: &Mention| {
        let name = m.facets.get(Field::Competition).unwrap_or("");
        let place = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
        let y = m.facets.number(Field::Year).or_else(place)?;
        Some(World::get().edition(name, "", y).map_or(y, Edition::held))
    };
    let (sentences, at) = (&document.sentences, statement.context.0);
    let here = if statement.early { &sentences[at].early } else { &sentences[at].mentions };
    let here = here.iter().rev().filter(|m| m.tokens.end <= token);
    let before = sentences[..at].iter().rev().take(1).flat_map(|s| s.mentions.iter().rev());
    here.chain(before).find_map(held)
}

/// The year of the edition that one of the article's places hosted: a place of this sentence, else of the
/// first two, else of any.
pub(super) fn year_by_place(
    document: &Document<'_>,
    topic: &Topic,
    sentence: usize,
    name: &str,
    sport: &str,
) -> Option<i32> {
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
        // Without a date a city that hosted several editions names none of them.
        (topic.published.is_some() || here.len() == 1).then_some(last.year)
    })
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
