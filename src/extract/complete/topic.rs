//! What the article as a whole is about.

use std::collections::{BTreeMap, BTreeSet};

use super::aside::{put_off, since};
use super::dated::{Dated, latest_named, next_to_come, only_year};
use super::event::event_sport;
use super::forms::reported_age;
use super::hosts::{championships_after, championships_in, championships_of, held_there, hosted, reported_from};
use super::is;
use super::numbers::main_sport;
use super::para::{Para, para_form};
use super::qualifier::is_prize;
use super::spoken::Spoken;
use crate::extract::Document;
use crate::extract::antecedent::main_country;
use crate::extract::mention::Mention;
use crate::vocabulary::{self, Edition, Field, World, is_goal, is_paralympic};

/// What the article as a whole is about.
#[derive(Debug, Default)]
pub(super) struct Topic {
    /// The competition most spoken of, licences and plans left out.
    pub(super) competition: Option<String>,
    /// The age group of that competition, where the head of the article names one beside it.
    pub(super) age: Option<String>,
    /// The years that the article gives each competition, the most spoken of first.
    pub(super) years: BTreeMap<String, Vec<(i32, u32)>>,
    /// Every year that the article names with each competition, in whatever sense.
    pub(super) named_years: BTreeMap<String, BTreeSet<i32>>,
    /// The same as `years`, of sentences about plans and licences.
    pub(super) ahead: BTreeMap<String, Vec<(i32, u32)>>,
    /// The sport most spoken of, where it leads.
    pub(super) sport: Option<String>,
    /// Every sport spoken of, the most spoken of first.
    pub(super) sports: Vec<String>,
    pub(super) country: Option<String>,
    /// The country whose national championships the article is about.
    pub(super) national: Option<String>,
    /// The country most spoken of, where none leads.
    pub(super) home: Option<String>,
    /// True where the article is of many countries.
    pub(super) mixed: bool,
    /// Where the article is about Paralympic sport.
    pub(super) para: Para,
    /// True where the article names a tournament whose prize is a place at the Games.
    pub(super) qualifier: bool,
    /// Such a tournament, where the head of the article names it.
    pub(super) reported_qualifier: Option<String>,
    /// True where the head of the article names no competition, or none but the Games that licences are for.
    pub(super) in_passing: bool,
    /// Year of publication.
    pub(super) published: Option<i32>,
    /// The year from which the article looks: that of publication, else the latest that it names.
    pub(super) now: Option<i32>,
    /// The same, where an article without a date names that year at its head or by itself: that of what it reports.
    pub(super) reported: Option<i32>,
    /// Cities with a year right behind them, as editions are called.
    pub(super) city_years: BTreeSet<(String, i32)>,
    /// Cities with a year near behind them.
    pub(super) host_years: BTreeSet<(String, i32)>,
    /// Cities that the article names as hosts of something else than Games.
    other_hosts: BTreeSet<String>,
}

/// The Games that a host city stands for in a sentence about licences.
const GOAL: &str = "Olympic Games";

/// A word for the way to a place.
fn is_toward(document: &Document<'_>, mention: &Mention) -> bool {
    document.any(mention, &["TO", "FOR"])
}

/// Sentences that make the head of an article.
pub(super) const HEAD: usize = 4;

/// How much a mention in a headline or the first sentences says, against one further down.
const HEADLINE: u32 = 3;

/// How much the date of publication says for the Games under way, against one mention of others.
pub(super) const UNDER_WAY: u32 = 3;

/// Tags of a sentence about what lies ahead.
const PLANS: &[&str] = &["LICENCE", "QUALIFY", "TARGET", "FORECAST"];

/// True where an article names Games of Paralympic sport more than once, and the others of their kind by no more than their host.
fn only_para(document: &Document<'_>) -> bool {
    let mentions = || document.sentences.iter().flat_map(|s| &s.mentions);
    let named = mentions().filter(|m| m.facets.get(Field::Season) != Some("host"));
    let names: BTreeSet<&str> = named.filter_map(|m| m.facets.get(Field::Competition)).collect();
    let para = |m: &&Mention| {
        m.facets.get(Field::Competition).is_some_and(|name| World::get().is_games(name) && name.contains("Para"))
    };
    names.iter().all(|name| para_form(name).is_none()) && mentions().filter(para).count() > 1
}

/// The year in which an edition was held.
fn held(competition: &str, year: i32) -> i32 {
    World::get().edition(competition, "", year).map_or(year, Edition::held)
}

/// True for an edition that was over long before the article was published: it is told of as the past of somebody.
fn background(topic: &Topic, name: &str, mention: &Mention) -> bool {
    let year = mention.facets.number(Field::Year);
    year.zip(topic.published).is_some_and(|(year, published)| held(name, year) + 1 < published)
}

impl Topic {
    pub(super) fn of(document: &Document<'_>) -> Topic {
        let mut topic = Topic { published: document.year_published(), ..Topic::default() };
        let main_sport = main_sport(document);
        // Without a date the Games that lie ahead tell about when an article was written.
        let named_goals = document.sentences.iter().flat_map(|s| &s.mentions).filter_map(|m| {
            let name = m.facets.get(Field::Competition).filter(|c| is_goal(c) || vocabulary::is_qualifier(c))?;
            let ahead = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
            m.facets.number(Field::Year).or_else(|| ahead().filter(|_| document.any(m, &["LICENCE", "QUALIFY"])))
        });
        let horizon = topic.published.or_else(|| named_goals.max());
        let latest = if horizon.is_none() { latest_named(document) } else { None };
        let mut competitions = BTreeMap::<String, u32>::new();
        let mut named = BTreeMap::<String, u32>::new();
        let mut sports = BTreeMap::<String, u32>::new();
        let mut years = BTreeMap::<String, BTreeMap<i32, u32>>::new();
        let mut plans_for = BTreeMap::<String, BTreeMap<i32, u32>>::new();
        let mut planned = BTreeMap::<String, BTreeMap<i32, u32>>::new();
        let mut order = BTreeMap::<String, usize>::new();
        let mut goals = BTreeMap::<(String, Option<i32>), u32>::new();
        let mut reports = BTreeSet::<String>::new();
        // Games, by name and year, that somebody is said to be qualified for.
        let mut qualified = BTreeSet::<(String, i32)>::new();
        let other_hosts = super::hosts::other_hosts(document);
        for (i, sentence) in document.sentences.iter().enumerate() {
            let lead = i < HEAD || sentence.heading;
            let first = i < 2 || sentence.heading;
            let weight = if first { HEADLINE } else { 1 };
            // The rest of the head says less of what an article reports, and more than what follows.
            let early = if lead && !first { 2 } else { weight };
            let licences = sentence.mentions.iter().any(|m| document.any(m, &["LICENCE", "QUALIFY"]));
            let plans = sentence.mentions.iter().any(|m| document.any(m, PLANS));
            for (at, mention) in sentence.mentions.iter().enumerate() {
                if let Some(sport) = mention.facets.get(Field::Sport).or_else(|| event_sport(mention)) {
                    *sports.entry(sport.to_owned()).or_default() += early;
                }
                if is(document, mention, "PARACLASS") {
                    *named.entry("para class".to_owned()).or_default() += 1;
                }
                let Some(name) = mention.facets.get(Field::Competition) else {
                    // "Tickets to Paris" are for the Games there.
                    let adjective = at > 0 && is(document, &sentence.mentions[at - 1], "GAMESADJ");
                    let toward =
                        sentence.heading || adjective || at > 0 && is_toward(document, &sentence.mentions[at - 1]);
                    if plans
                        && toward
                        && is(document, mention, "CITY")
                        && let Some(place) = mention.facets.get(Field::Place).filter(|p| !other_hosts.contains(*p))
                        && let Some(year) = hosted(World::get(), GOAL, place, topic.published)
                    {
                        *plans_for.entry(GOAL.to_owned()).or_default().entry(year).or_default() += weight;
                        if licences {
                            qualified.insert((GOAL.to_owned(), year));
                        }
                    }
                    continue;
                };
                let championships = |place: &str| {
                    let sport = mention.facets.get(Field::Sport).unwrap_or(&main_sport);
                    let world = World::get();
                    let after = || championships_after(world, name, sport, place, latest?);
                    let held = || championships_of(world, name, sport, place, horizon).or_else(after);
                    if world.is_games(name) { None } else { held() }
                };
                let hosted = || {
                    let place = mention.facets.get(Field::Place)?;
                    hosted(World::get(), name, place, topic.published).or_else(|| championships(place))
                };
                if let Some(year) = mention.facets.number(Field::Year).or_else(hosted) {
                    topic.named_years.entry(name.to_owned()).or_default().insert(year);
                }
                // "From the 2018 Asian Games five medals" in one mention names the edition as well as the words alone.
                let dated = mention.facets.has(Field::Year) || mention.facets.has(Field::Place);
                let told = is(document, mention, "MEDAL") && dated && document.pack.language.modifiers_before;
                if !is(document, mention, "COMP") && !told {
                    // "A ticket to Paris" names the edition ahead.
                    if let (true, Some(year)) = (
                        document.any(mention, &["LICENCE", "QUALIFY"]),
                        mention.facets.number(Field::Year).or_else(hosted),
                    ) {
                        *plans_for.entry(name.to_owned()).or_default().entry(year).or_default() += weight;
                        qualified.insert((name.to_owned(), year));
                    }
                    // A title won now speaks for its championships, one of old faintly.
                    let now = sentence.mentions[at.saturating_sub(3)..at].iter().any(|m| is(document, m, "BECOME"));
                    if document.any(mention, &["TITLE", "MEDAL"]) {
                        *competitions.entry(name.to_owned()).or_default() += if now { weight * 2 } else { 1 };
                        // "The first world champions of 2011" at its head says what an article is about.
                        if let (true, Some(year)) = (lead, mention.facets.number(Field::Year)) {
                            *competitions.entry(name.to_owned()).or_default() += weight;
                            *years.entry(name.to_owned()).or_default().entry(year).or_default() += weight;
                        }
                    }
                    continue;
                }
                if vocabulary::is_qualifier(name) {
                    topic.qualifier |= is(document, mention, "COMP");
                    if is(document, mention, "COMP") && lead {
                        topic.reported_qualifier.get_or_insert_with(|| name.to_owned());
                    }
                    continue;
                }
                // "They show their strength ahead of the world championships": those are still to come.
                if since(document, sentence, at) || put_off(document, sentence, at) {
                    continue;
                }
                let first = order.len();
                order.entry(name.to_owned()).or_insert(first);
                // "Twelve qualified nations did better at the Paris 2024 Games": what is over is not planned for.
                let over =
                    mention.facets.number(Field::Year).filter(|_| topic.published.is_some()).is_some_and(|y| {
                        World::get().edition(name, "", y).is_some_and(|e| e.over(&document.published))
                    });
                let prize = || is_prize(document, &sentence.mentions, mention) || next_to_come(document, sentence, at);
                let future = is_goal(name) && !over && (plans || prize());
                if lead && !is_goal(name) {
                    reports.insert(name.to_owned());
                }
                // "Tokyo 2020" may mean either Games; of a Paralympic sport there are none but its own.
                let unclear = mention.facets.get(Field::Season) == Some("host")
                    || mention.facets.get(Field::Sport).is_some_and(|s| s.starts_with("para "));
                *named.entry(name.to_owned()).or_default() += if unclear { 0 } else { weight };
                let head = if World::get().is_games(name) { weight } else { early };
                let told = if background(&topic, name, mention) && !lead { 1 } else { head * 2 };
                *competitions.entry(name.to_owned()).or_default() += if future { 0 } else { told };
                if is_goal(name) && !future {
                    let year = mention.facets.number(Field::Year).or_else(hosted);
                    *goals.entry((name.to_owned(), year)).or_default() += weight * 2;
                }
                let dated = || only_year(document, sentence);
                let in_city = || {
                    let mut cities = sentence.mentions.iter().filter(|m| is(document, m, "CITY"));
                    cities.find_map(|m| championships(m.facets.get(Field::Place)?))
                };
                // "The world championships in Mexico": the country stands for the edition as well.
                let in_country = || {
                    let place = sentence.mentions.get(at + 1).filter(|m| is(document, m, "WHERE"))?;
                    let (sport, world) = (mention.facets.get(Field::Sport).unwrap_or(&main_sport), World::get());
                    let held = |c: &str| championships_in(world, name, sport, c, horizon);
                    held(place.facets.get(Field::Country).filter(|_| !world.is_games(name))?)
                };
                let there = || held_there(document, sentence, name, horizon).or_else(in_city).or_else(in_country);
                let told = mention.facets.number(Field::Year).or_else(hosted).or_else(dated);
                if let Some(year) = told.or_else(there) {
                    // Championships of one sport are known by where they were.
                    let games = World::get().is_games(name);
                    if told.is_none() && !games || World::get().edition(name, "", year).is_some() {
                        topic.named_years.entry(name.to_owned()).or_default().insert(year);
                    }
                    *plans_for.entry(name.to_owned()).or_default().entry(year).or_default() += weight;
                    if future && licences {
                        qualified.insert((name.to_owned(), year));
                    }
                    let of = if future { &mut planned } else { &mut years };
                    let votes = if games { weight } else { early };
                    *of.entry(name.to_owned()).or_default().entry(year).or_default() += votes;
                }
            }
        }
        // "Sunday in Beijing" at the head of a report on Games says which.
        for (i, sentence) in document.sentences.iter().enumerate().take(HEAD) {
            let planned = sentence.mentions.iter().any(|m| document.any(m, PLANS));
            let mut cities = sentence.mentions.iter().filter(|m| is(document, m, "CITY"));
            let only = cities.next().filter(|_| !planned && cities.next().is_none());
            let Some(place) = only.and_then(|m| m.facets.get(Field::Place)) else { continue };
            // "The team is back from Vancouver": they come from the Games, where somebody only travels to some others.
            let back = sentence.mentions.windows(2).any(|p| is(document, &p[0], "FROM") && is(document, &p[1], "CITY"));
            let of_editions =
                |name: &&String| World::get().is_games(name) && (years.contains_key(*name) || !is_goal(name) || back);
            let named: Vec<String> = competitions.keys().filter(of_editions).cloned().collect();
            for name in named {
                let lately = |y: &i32| topic.published.is_none_or(|p| (0..=1).contains(&(p - held(&name, *y))));
                // "Hanoi (VNA) - The 30th SEA Games": an agency's seat is no host of Games that their number tells.
                let told = years.get(&name).is_some_and(|years| years.values().any(|n| *n >= HEADLINE));
                if told && topic.published.is_none() {
                    continue;
                }
                if let Some(year) = reported_from(World::get(), &name, place, topic.published).filter(lately) {
                    topic.named_years.entry(name.clone()).or_default().insert(year);
                    *years.entry(name).or_default().entry(year).or_default() += if i < 2 { HEADLINE } else { 1 };
                }
            }
        }
        // Games that lie ahead gave no medals yet: they are not what an article is about that reports another competition.
        for ((name, year), votes) in goals {
            let planned = || qualified.iter().any(|(n, y)| *n == name && year.is_none_or(|year| year == *y));
            let ahead = match topic.published {
                Some(_) => {
                    let edition = year.and_then(|y| World::get().edition(&name, "", y));
                    edition.is_some_and(|e| !e.begun(&document.published))
                }
                None => planned() && !reports.is_empty(),
            };
            if let (true, Some(n)) = (ahead, competitions.get_mut(&name)) {
                *n = n.saturating_sub(votes);
            }
        }
        for (name, votes) in plans_for {
            let mut ranked: Vec<(i32, u32)> = votes.into_iter().collect();
            ranked.sort_by_key(|(year, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(*year)));
            topic.ahead.insert(name, ranked);
        }
        // Published while the Games were on or just over, and the host or the Games are named: about these.
        for edition in World::get().under_way(&document.published) {
            let olympic = edition.competition.ends_with("lympic Games");
            // The host alone stands for the Olympic Games, also while the Paralympic ones are on.
            let able = !is_paralympic(&edition.competition);
            let here = |m: &Mention| {
                able && m.facets.get(Field::Place) == Some(&edition.city)
                    || (olympic && is(document, m, "GAMES"))
                    || m.facets.get(Field::Competition).is_some_and(|c| {
                        c == edition.competition || (olympic && edition.competition.strip_prefix("Winter ") == Some(c))
                    })
            };
            let times = document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| here(m)).count();
            if times > 0 {
                *competitions.entry(edition.competition.clone()).or_default() += UNDER_WAY * times.min(3) as u32;
                *years.entry(edition.competition.clone()).or_default().entry(edition.year).or_default() += UNDER_WAY;
            }
        }
        for (name, votes) in years {
            // In a text without a date, Games that are mostly planned for lie ahead: nothing was won there.
            let ahead = |year: &i32, n: u32| {
                topic.published.is_none() && planned.get(&name).and_then(|p| p.get(year)).is_some_and(|p| *p >= n)
            };
            // A year in passing is not the year of the championships that the article is about.
            let firm = |(year, n): &(i32, u32)| {
                World::get().is_games(&name) || topic.published.is_none_or(|p| p == *year) || *n > 2
            };
            let begun = |(year, _): &(i32, u32)| {
                World::get().edition(&name, "", *year).is_none_or(|e| e.begun(&document.published))
            };
            let votes: BTreeMap<i32, u32> =
                votes.into_iter().filter(firm).filter(begun).filter(|(year, n)| !ahead(year, *n)).collect();
            let mut ranked: Vec<(i32, u32)> = votes.into_iter().collect();
            ranked.sort_by_key(|(year, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(*year)));
            topic.years.insert(name, ranked);
        }
        // "The Paralympics" of an article that also says "the Winter Paralympics in Beijing" are these.
        let plain: Vec<String> = competitions.keys().filter(|c| !topic.named_years.contains_key(*c)).cloned().collect();
        for name in plain {
            let winter = World::get().in_winter(&name).filter(|w| competitions.contains_key(*w));
            if let Some((winter, n)) = winter.and_then(|w| Some((w, competitions.remove(&name)?))) {
                *competitions.entry(winter.to_owned()).or_default() += n;
            }
        }
        // "Lima 2019" over a report on the Parapan American Games is their edition.
        let undated =
            |c: &&String| !topic.named_years.contains_key(*c) && topic.years.get(*c).is_none_or(Vec::is_empty);
        let undated: Vec<String> = competitions.keys().filter(undated).cloned().collect();
        for para in undated {
            let able = topic.named_years.keys().find(|able| para_form(able).as_ref() == Some(&para)).cloned();
            let held = |y: &i32| World::get().edition(&para, "", *y).is_some();
            if let Some(able) = able.filter(|able| topic.named_years[able].iter().all(held)) {
                topic.named_years.insert(para.clone(), topic.named_years[&able].clone());
                let years = topic.years.get(&able).cloned().unwrap_or_default();
                topic.years.insert(para, years);
            }
        }
        let lead = |votes: &BTreeMap<String, u32>| {
            votes
                .iter()
                .filter(|(_, n)| **n > 0)
                .max_by_key(|(k, n)| {
                    let first = order.get(*k).copied().unwrap_or(usize::MAX);
                    (**n, std::cmp::Reverse(first), std::cmp::Reverse((*k).clone()))
                })
                .map(|(k, _)| k.clone())
        };
        topic.competition = lead(&competitions);
        topic.in_passing = reports.is_empty();
        topic.age = topic.competition.as_deref().and_then(|name| reported_age(document, name));
        let spoken = Spoken::of(document, &mut sports, |sports| lead(sports));
        topic.sports = spoken.all;
        topic.sport = spoken.leading;
        let votes = |test: &dyn Fn(&str) -> bool| -> u32 {
            sports.iter().chain(&named).filter(|(k, _)| test(k)).map(|(_, n)| *n).sum()
        };
        let para = votes(&|k| k.starts_with("para ") || k.starts_with("para-") || k.contains("Para"));
        let open = |k: &str| {
            let games = k.ends_with("Games") && !k.contains("Para");
            games || k.contains("World Championships")
        };
        // A text on wheelchair basketball is about Paralympic sport, whatever else it names.
        let own_sport = |s: &str| !s.starts_with("para ") && World::get().season(s) == Some("para");
        let only = only_para(document) || topic.sport.as_deref().is_some_and(own_sport);
        topic.para = Para::of(document, para > votes(&open), para > 0, only);
        // "Tokyo 2020" of an article on Paralympic sport alone.
        let host_only = |name: &&String| named.get(*name).is_none_or(|n| *n == 0);
        let form = topic.competition.as_ref().filter(host_only).and_then(|name| para_form(name));
        if let Some(form) = form.filter(|form| topic.para.everywhere() && named.contains_key(form)) {
            topic.competition = Some(form);
        }
        topic.city_years = super::called::city_years(document);
        topic.host_years = super::called::host_years(document);
        topic.other_hosts = other_hosts;
        topic.country = main_country(document);
        topic.national = super::country::national(document);
        topic.home = super::country::home(document);
        topic.mixed = super::country::mixed(document, topic.country.as_deref().or(topic.home.as_deref()));
        let dated = Dated::of(document, topic.published);
        topic.now = dated.now;
        topic.reported = dated.reported;
        topic
    }
}

impl Topic {
    /// The Olympic or Paralympic Games that the article names, in whatever sense.
    pub(super) fn names_goal(&self) -> Option<&str> {
        self.ahead.keys().chain(self.years.keys()).map(String::as_str).find(|c| is_goal(c))
    }
}

impl Topic {
    /// True for a city that held championships like those that the article is about in a year, of whatever sport.
    pub(super) fn held_in(&self, place: Option<&str>, year: Option<i32>) -> bool {
        self.championships_in(place).any(|e| Some(e.year) == year)
    }

    /// True for a city that held the edition of championships that the article is about.
    pub(super) fn hosted_in(&self, place: Option<&str>) -> bool {
        let name = self.competition.as_deref().unwrap_or_default();
        let year = self.years.get(name).and_then(|years| Some(years.first()?.0));
        let sport = |sport: &str| sport.is_empty() || self.sport.as_deref() == Some(sport);
        self.championships_in(place).any(|e| Some(e.year) == year && sport(&e.sport))
    }

    /// The editions in a city of the championships that the article is about; none of Games.
    fn championships_in(&self, place: Option<&str>) -> impl Iterator<Item = &'static Edition> {
        let name = self.competition.as_deref().filter(|c| !World::get().is_games(c));
        let there = name.zip(place).map(|(name, place)| (name, World::get().hosted(place)));
        there.into_iter().flat_map(|(name, there)| there.filter(move |e| e.competition == name))
    }

    /// True for a city that the article names as the host of something else than Games.
    pub(super) fn hosts_another(&self, place: Option<&str>) -> bool {
        place.is_some_and(|place| self.other_hosts.contains(place))
    }

    /// True where a text without a date speaks of an edition only in plans.
    pub(super) fn planned_only(&self, name: &str, year: i32) -> bool {
        let has = |of: &BTreeMap<String, Vec<(i32, u32)>>| {
            of.get(name).is_some_and(|years| years.iter().any(|(y, _)| *y == year))
        };
        self.published.is_none() && has(&self.ahead) && !has(&self.years)
    }

    /// True for the latest of the editions that a text without a date speaks of, where it only plans for it.
    pub(super) fn looks_ahead_to(&self, name: &str, year: i32) -> bool {
        let last = self.ahead.get(name).and_then(|years| years.iter().map(|(y, _)| *y).max());
        last == Some(year) && self.planned_only(name, year)
    }

    /// True where the article names an edition of a competition, or was published while one was on.
    pub(super) fn dates(&self, name: &str) -> bool {
        self.named_years.contains_key(name) || self.years.get(name).is_some_and(|years| !years.is_empty())
    }

    /// True where the article speaks of licences for Games that were not over when it was published.
    pub(super) fn looks_ahead(&self, day: &str) -> bool {
        let games = self.ahead.iter().filter(|(name, _)| is_goal(name));
        let to_come = |name: &str, y: i32| World::get().edition(name, "", y).is_some_and(|e| !e.over(day));
        self.published.is_some() && games.into_iter().any(|(name, years)| years.iter().any(|(y, _)| to_come(name, *y)))
    }

    /// The year of the edition that a city held: of several the one that the article gives its year, else the one that the
    /// city brings to mind.
    pub(super) fn year_hosted(&self, name: &str, place: &str) -> Option<i32> {
        self.host_year(name, place).or_else(|| hosted(World::get(), name, place, self.published))
    }

    /// The one year that the article gives an edition which a city held, where the city held several.
    pub(super) fn host_year(&self, name: &str, place: &str) -> Option<i32> {
        let world = World::get();
        let held = |y: i32| world.edition(name, "", y).is_some_and(|e| e.hosted_by(place));
        let mut years = self.host_years.iter().filter(|(city, y)| city == place && held(*y)).map(|(_, y)| *y);
        years.next().filter(|_| years.next().is_none())
    }

    /// The year of the edition of a competition that the article is about.
    ///
    /// With a date of publication: the edition under way or just over, where the article names it or no
    /// other; what was won was won before, what is aimed at lies ahead.
    pub(super) fn year(&self, world: &World, day: &str, name: &str, ahead: bool) -> Option<i32> {
        let years = if ahead { self.ahead.get(name)? } else { self.years.get(name)? };
        let held = |y: &i32| world.edition(name, "", *y).map_or(*y, Edition::held);
        let Some(published) = self.published else {
            // Without a date: the latest for what lies ahead; for what was won the year that leads clearly.
            let second = years.get(1).map_or(0, |y| y.1);
            let sole = self.named_years.get(name).is_some_and(|y| y.len() == 1);
            let lead = years.first().filter(|y| sole || (y.1 > 1 && y.1 >= second * 2)).map(|y| y.0);
            return if ahead { years.iter().map(|y| y.0).max() } else { lead };
        };
        let years: Vec<i32> = years.iter().map(|y| y.0).collect();
        let now = |y: &&i32| {
            world
                .edition(name, "", **y)
                .is_some_and(|e| !e.start.is_empty() && &*e.start <= day && held(y) == published)
        };
        if ahead {
            return years.iter().find(|y| held(y) >= published).copied();
        }
        years.iter().find(now).or_else(|| years.iter().find(|y| held(y) <= published)).copied()
    }
}
