//! What the article as a whole is about.

use std::collections::{BTreeMap, BTreeSet};

use super::dated::Dated;
use super::forms::reported_age;
use super::horizon::Horizon;
use super::hosts::hosted;
use super::numbers::edition_alone;
use super::para::{Para, para_form};
use super::spoken::Spoken;
use super::votes::Votes;
use super::weighed::{self, RankedYears};
use super::{HEAD, called, country};
use crate::extract::Document;
use crate::extract::antecedent::main_country;
use crate::extract::head::end_of_first;
use crate::extract::mention::Mention;
use crate::vocabulary::{Edition, Field, World, is_goal};

/// What the article as a whole is about.
#[derive(Debug)]
pub(super) struct Topic {
    /// The competition most spoken of, licences and plans left out.
    pub(super) competition: Option<String>,
    /// The age group of that competition, where the head of the article names one beside it.
    pub(super) age: Option<String>,
    /// The years that the article gives each competition, the most spoken of first.
    pub(super) years: RankedYears,
    /// Every year that the article names with each competition, in whatever sense.
    pub(super) named_years: BTreeMap<String, BTreeSet<i32>>,
    /// Games, by name and year, that somebody is said to be qualified for.
    pub(super) qualified: BTreeSet<(String, i32)>,
    /// The same as `years`, of sentences about plans and licences.
    pub(super) ahead: RankedYears,
    /// The sport most spoken of, where it leads.
    pub(super) sport: Option<String>,
    /// Every sport spoken of, the most spoken of first.
    pub(super) sports: Vec<String>,
    /// The country most spoken of, where it leads.
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
    /// The cities of its first sentences, without those.
    cities_at_head: BTreeSet<String>,
}

/// The cities that the first sentences of an article name, those left out that held something else than Games.
fn cities_at_head(document: &Document<'_>, others: &BTreeSet<String>) -> BTreeSet<String> {
    let head = document.sentences.iter().take(end_of_first(document, HEAD)).flat_map(|s| &s.mentions);
    let cities = head.filter(|m| document.any(m, &["CITY"])).filter_map(|m| m.facets.get(Field::Place));
    cities.filter(|place| !others.contains(*place)).map(str::to_owned).collect()
}

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

/// Where an article is about Paralympic sport, by the votes for it and the sport that leads.
fn para(document: &Document<'_>, votes: &Votes, sport: Option<&str>) -> Para {
    let votes = |test: &dyn Fn(&str) -> bool| -> u32 {
        votes.sports.iter().chain(&votes.named).filter(|(k, _)| test(k)).map(|(_, n)| *n).sum()
    };
    let para = votes(&|k| k.starts_with("para ") || k.starts_with("para-") || k.contains("Para"));
    let open = |k: &str| {
        let games = k.ends_with("Games") && !k.contains("Para");
        games || k.contains("World Championships")
    };
    // A text on wheelchair basketball is about Paralympic sport, whatever else it names.
    let own_sport = |s: &str| !s.starts_with("para ") && World::get().season(s) == Some("para");
    let only = only_para(document) || sport.is_some_and(own_sport);
    Para::of(document, para > votes(&open), para > 0, only)
}

impl Topic {
    /// Of an article whose mentions are found.
    pub(super) fn of(document: &Document<'_>) -> Topic {
        let horizon = Horizon::of(document);
        let published = horizon.published;
        let mut votes = Votes::of(document, &horizon);
        weighed::city_at_head(document, published, &mut votes);
        weighed::games_ahead(document, published, &mut votes);
        weighed::games_under_way(document, &mut votes);
        let mut years = weighed::years_begun(document, published, &votes);
        weighed::plain_beside_winter(&mut votes);
        weighed::para_forms(&mut votes, &mut years);
        let competition = Votes::leading(&votes.competitions, &votes.order);
        if let Some(name) = competition.as_deref().filter(|name| World::get().is_games(name))
            && let Some(year) = edition_alone(document, name)
        {
            let of_name = years.entry(name.to_owned()).or_default();
            let most = of_name.first().map_or(0, |first| first.1);
            of_name.retain(|(y, _)| *y != year);
            of_name.insert(0, (year, 2 * most + 2));
        }
        let spoken = Spoken::of(document, &mut votes.sports, |sports| Votes::leading(sports, &votes.order));
        let country = main_country(document);
        let home = country::home(document);
        let dated = Dated::of(document, published);
        let para = para(document, &votes, spoken.leading.as_deref());
        let age = competition.as_deref().and_then(|name| reported_age(document, name));
        // "Tokyo 2020" of an article on Paralympic sport alone.
        let host_only = |name: &&String| votes.named.get(*name).is_none_or(|n| *n == 0);
        let form = competition.as_ref().filter(host_only).and_then(|name| para_form(name));
        let form = form.filter(|form| para.everywhere() && votes.named.contains_key(form));
        Topic {
            age,
            competition: form.or(competition),
            years,
            ahead: weighed::ranked(&votes.plans_for),
            para,
            sport: spoken.leading,
            sports: spoken.all,
            mixed: country::mixed(document, country.as_deref().or(home.as_deref())),
            country,
            national: country::national(document),
            home,
            in_passing: votes.reports.is_empty(),
            named_years: votes.named_years,
            qualified: votes.qualified,
            cities_at_head: cities_at_head(document, &horizon.other_hosts),
            qualifier: votes.qualifier,
            reported_qualifier: votes.reported_qualifier,
            published,
            now: dated.now,
            reported: dated.reported,
            city_years: called::city_years(document),
            host_years: called::host_years(document),
            other_hosts: horizon.other_hosts,
        }
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
        let has = |of: &RankedYears| of.get(name).is_some_and(|years| years.iter().any(|(y, _)| *y == year));
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
            if !ahead {
                return lead;
            }
            // "Ten boxers go to Rio": the host at its head tells Games later than any that a text recalls by their years.
            let goal = is_goal(name);
            let hosts =
                self.cities_at_head.iter().filter(|_| goal).filter_map(|place| hosted(world, name, place, None));
            let hosts = hosts.filter(|y| world.edition(name, "", *y).is_some());
            return years.iter().map(|y| y.0).chain(hosts).max();
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
