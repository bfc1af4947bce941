//! Which edition a host city stands for.

use std::collections::BTreeSet;

use super::is;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Edition, Field, World};

/// The games that a city hosted within three years before publication: those that the article is about, where it
/// held them, else the great ones. Of games named beside it (`beside`) any that it held: "gold in London and silver in Rio".
pub(super) fn games_of(
    mention: &Mention,
    about: Option<&str>,
    beside: Option<&str>,
    published: Option<i32>,
) -> Option<&'static Edition> {
    let place = mention.facets.get(Field::Place)?;
    let recent =
        |e: &&Edition| published.map_or(e.over("") && e.held() >= 2020, |p| (0..=RECENT).contains(&(p - e.held())));
    let held = || World::get().hosted(place).filter(recent);
    let own = about.and_then(|name| held().find(|e| e.sport.is_empty() && e.competition == name));
    own.or_else(|| {
        let name = beside?;
        let year = hosted(World::get(), name, place, published)?;
        // "World bronze medallist in Rome" of a text on the Games is no medal of 1960.
        if published.is_some_and(|p| p - year > REMEMBERED) {
            return None;
        }
        let season = name.strip_prefix("Winter ").map_or_else(|| format!("Winter {name}"), str::to_owned);
        World::get().edition(name, "", year).or_else(|| World::get().edition(&season, "", year))
    })
    .or_else(|| held().find(|e| GREAT.contains(&&*e.competition)))
}

/// The Games that a sentence names, or that its cities bring to mind together: "gold in London, silver in Rio".
pub(super) fn games_beside<'a>(document: &Document<'_>, sentence: &'a Sentence) -> Option<&'a str> {
    let world = World::get();
    let names = |tags: &[&str]| {
        let named = sentence.mentions.iter().filter(|m| document.any(m, tags));
        named.filter_map(|m| m.facets.get(Field::Competition)).find(|c| world.is_games(c))
    };
    let several = |name: &'static str| {
        let hosts = |m: &&Mention| {
            let held = |place: &str| {
                let editions = world.editions(name, "").filter(|e| e.hosted_by(place));
                editions.into_iter().any(|e| e.over("") && e.held() >= REMEMBERED_FROM)
            };
            is(document, m, "CITY") && m.facets.get(Field::Place).is_some_and(held)
        };
        let cities: BTreeSet<&str> =
            sentence.mentions.iter().filter(hosts).filter_map(|m| m.facets.get(Field::Place)).collect();
        let medals = sentence.mentions.iter().filter(|m| is(document, m, "MEDAL")).count();
        (cities.len() > 1 && medals > 1).then_some(name)
    };
    names(&["COMP"])
        .or_else(|| names(&["MEDAL", "TITLE"]))
        .or_else(|| several("Olympic Games"))
        .or_else(|| several("Winter Olympic Games"))
}

/// From this year on the host cities of Olympic Games are remembered by themselves.
const REMEMBERED_FROM: i32 = 2000;

/// The cities that an article names as hosts of something else than Games, and never of Games: "gold in Tokyo" of a text on
/// the Tokyo Grand Slam was won there.
pub(super) fn other_hosts(document: &Document<'_>) -> BTreeSet<String> {
    let named = document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| document.any(m, &["COMP"]));
    let games = |m: &Mention| m.facets.get(Field::Competition).is_some_and(|c| World::get().is_games(c));
    let placed = named.filter_map(|m| Some((m.facets.get(Field::Place)?.to_owned(), games(m))));
    let (of_games, of_others): (Vec<_>, Vec<_>) = placed.partition(|(_, games)| *games);
    let hosts: BTreeSet<String> = of_games.into_iter().map(|(place, _)| place).collect();
    of_others.into_iter().map(|(place, _)| place).filter(|place| !hosts.contains(place)).collect()
}

/// The games that a host city alone brings to mind.
pub(crate) const GREAT: &[&str] = &[
    "Olympic Games",
    "Winter Olympic Games",
    "Asian Games",
    "Asian Winter Games",
    "European Games",
    "Commonwealth Games",
    "Pan American Games",
    "African Games",
];

/// Years for which a host city beside the name of its Games means the edition that it held.
pub(crate) const REMEMBERED: i32 = 24;

/// Years for which a host city alone still means the games it held.
const RECENT: i32 = 3;

/// The year of the edition that a city hosted: the nearest to publication, else the latest. Without a date a city
/// that hosts again and again names none, apart from the Olympic Games.
pub(super) fn hosted(world: &World, competition: &str, place: &str, published: Option<i32>) -> Option<i32> {
    hosted_apart(world, competition, place, published, AGAIN)
}

/// The same for a city that heads the report of a day: of two editions `LONG_AGO` years apart the later is news.
pub(super) fn reported_from(world: &World, competition: &str, place: &str, published: Option<i32>) -> Option<i32> {
    hosted_apart(world, competition, place, published, LONG_AGO)
}

/// The year of the edition that a city hosted, where the one before lies `again` years back.
fn hosted_apart(world: &World, competition: &str, place: &str, published: Option<i32>, again: i32) -> Option<i32> {
    let olympic = competition.ends_with("lympic Games");
    let same = |c: &str| {
        c == competition
            || (competition == "Olympic Games" && c == "Winter Olympic Games")
            || (competition == "Paralympic Games" && c == "Winter Paralympic Games")
    };
    let mut all: Vec<&Edition> = world
        .hosted(place)
        .filter(|e| e.sport.is_empty() && same(&e.competition))
        .filter(|e| published.is_some() || e.over(""))
        .collect();
    all.sort_by_key(|e| (published.map_or(0, |p| (p - e.held()).abs()), -e.year));
    let first = all.first()?;
    let often = all.get(1).is_some_and(|e| (first.year - e.year).abs() < again);
    (published.is_some() || olympic || !often).then_some(first.year)
}

/// The year of the Games that the one place named in a sentence held, city or country: "the Asian Games took place in
/// Indonesia". Of several the nearest before `now`.
pub(super) fn held_there(
    document: &Document<'_>,
    sentence: &Sentence,
    competition: &str,
    now: Option<i32>,
) -> Option<i32> {
    let world = World::get();
    if !world.is_games(competition) {
        return None;
    }
    let mut cities =
        sentence.mentions.iter().filter(|m| document.any(m, &["CITY"])).filter_map(|m| m.facets.get(Field::Place));
    let city = cities.find_map(|p| hosted(world, competition, p, now));
    let country = || {
        let mut places = sentence.mentions.iter().filter(|m| document.any(m, &["WHERE"]));
        let place = places.next().filter(|_| places.next().is_none())?.facets.get(Field::Country)?;
        let begun = |e: &&Edition| e.country == place && now.map_or(e.over(""), |n| e.held() <= n);
        // "The Paralympics in Italy" may be those of either season.
        let winter = world.in_winter(competition).filter(|_| competition.ends_with("lympic Games"));
        let winter = winter.into_iter().flat_map(|name| world.editions(name, ""));
        let mut held: Vec<&Edition> = world.editions(competition, "").chain(winter).filter(begun).collect();
        held.sort_by_key(|e| e.held());
        let (last, before) = held.split_last()?;
        let often = before.last().is_some_and(|e| last.year - e.year < AGAIN);
        (now.is_some() || !often).then_some(last.year)
    };
    city.or_else(country)
}

/// Games that come back to a city sooner than that are told apart by their year.
const AGAIN: i32 = 20;

/// The championships of a sport that a city held or will hold, by their years.
pub(super) fn championships_there<'w, 's>(
    world: &'w World,
    name: &'s str,
    sport: &'s str,
    place: &'s str,
) -> impl DoubleEndedIterator<Item = &'w Edition> + use<'w, 's> {
    world.editions(name, sport).filter(move |e| !e.sport.is_empty() && e.hosted_by(place))
}

/// The year of the championships of a sport that a city held: the last before publication, not long before, or the
/// only ones.
pub(super) fn championships_of(
    world: &World,
    name: &str,
    sport: &str,
    place: &str,
    published: Option<i32>,
) -> Option<i32> {
    let mut here = championships_there(world, name, sport, place);
    match published {
        Some(p) => here.rfind(|e| (0..LONG_AGO).contains(&(p - e.held()))).map(|e| e.year),
        None => {
            let mut over = here.filter(|e| e.over(""));
            let last = over.next_back()?;
            // Those of several kinds of a sport were held together: "the Nordic championships of Planica".
            let before = over.rfind(|e| e.year != last.year);
            before.is_none_or(|e| long_ago(e, last)).then_some(last.year)
        }
    }
}

/// The year of the championships that a city held again and again, in a text without a date: those that came first after the
/// latest year it names ("unlike in Berlin in 2015").
pub(super) fn championships_after(world: &World, name: &str, sport: &str, place: &str, latest: i32) -> Option<i32> {
    let over = championships_there(world, name, sport, place).filter(|e| e.over(""));
    over.map(|e| e.year).filter(|y| (0..=SOON).contains(&(y - latest))).min()
}

/// The most years between what a report recalls and what it tells.
const SOON: i32 = 2;

/// The year of the championships of a sport that a country held, where it can be told: not long before publication, or the
/// only ones it ever had.
pub(super) fn championships_in(
    world: &World,
    name: &str,
    sport: &str,
    country: &str,
    published: Option<i32>,
) -> Option<i32> {
    let mut here = world.editions(name, sport).filter(|e| !e.sport.is_empty() && e.country == country);
    match published {
        Some(p) => here.rfind(|e| (0..=RECENT).contains(&(p - e.held()))).map(|e| e.year),
        None => {
            let only = here.next().filter(|e| e.over(""))?;
            here.next().is_none().then_some(only.year)
        }
    }
}

/// True where an edition lies so far before another in the same city that a text without a date hardly means it.
fn long_ago(edition: &Edition, later: &Edition) -> bool {
    later.year - edition.year >= LONG_AGO
}

/// Years after which a city that is named alone means the later of its two editions.
const LONG_AGO: i32 = 15;
