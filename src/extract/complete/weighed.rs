//! What the votes of single mentions come to beside each other: the city at the head of a report, the day of publication,
//! and what the article calls the same competition elsewhere.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::horizon::year_held;
use super::hosts::reported_from;
use super::para::para_form;
use super::votes::{HEADLINE, PLANS, Votes, YearVotes, vote, vote_year};
use super::{HEAD, is};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Edition, Field, World, is_goal, is_paralympic};

/// How much the date of publication says for the Games under way, against one mention of others.
const UNDER_WAY: u32 = 3;

/// The years of each competition, with how much is said of them, the most spoken of first.
pub(super) type RankedYears = BTreeMap<String, Vec<(i32, u32)>>;

/// "Sunday in Beijing" at the head of a report on Games says which.
pub(super) fn city_at_head(document: &Document<'_>, published: Option<i32>, votes: &mut Votes) {
    for (i, sentence) in document.sentences.iter().enumerate().take(HEAD) {
        let Some(place) = only_city(document, sentence) else { continue };
        // "The team is back from Vancouver": they come from the Games, where somebody only travels to some others.
        let back = sentence.mentions.windows(2).any(|p| is(document, &p[0], "FROM") && is(document, &p[1], "CITY"));
        let of_editions =
            |name: &&String| World::get().is_games(name) && (votes.years.contains_key(*name) || !is_goal(name) || back);
        let named: Vec<String> = votes.competitions.keys().filter(of_editions).cloned().collect();
        for name in named {
            let lately = |y: &i32| published.is_none_or(|p| (0..=1).contains(&(p - year_held(&name, *y))));
            // "Hanoi (VNA) - The 30th SEA Games": an agency's seat is no host of Games that their number tells.
            let told = votes.years.get(&name).is_some_and(|years| years.values().any(|n| *n >= HEADLINE));
            if told && published.is_none() {
                continue;
            }
            if let Some(year) = reported_from(World::get(), &name, place, published).filter(lately) {
                votes.name_year(&name, year);
                vote_year(&mut votes.years, &name, year, if i < 2 { HEADLINE } else { 1 });
            }
        }
    }
}

/// The city of a sentence that names one only and no plans.
fn only_city<'a>(document: &Document<'_>, sentence: &'a Sentence) -> Option<&'a str> {
    let planned = sentence.mentions.iter().any(|m| document.any(m, PLANS));
    let mut cities = sentence.mentions.iter().filter(|m| is(document, m, "CITY"));
    let only = cities.next().filter(|_| !planned && cities.next().is_none());
    only.and_then(|m| m.facets.get(Field::Place))
}

/// Games that lie ahead gave no medals yet: they are not what an article is about that reports another competition.
pub(super) fn games_ahead(document: &Document<'_>, published: Option<i32>, votes: &mut Votes) {
    for ((name, year), n) in &votes.goals {
        let planned = || votes.qualified.iter().any(|(q, y)| q == name && year.is_none_or(|year| year == *y));
        let ahead = match published {
            Some(_) => {
                let edition = year.and_then(|y| World::get().edition(name, "", y));
                edition.is_some_and(|e| !e.begun(&document.published))
            }
            None => planned() && !votes.reports.is_empty(),
        };
        if let (true, Some(all)) = (ahead, votes.competitions.get_mut(name)) {
            *all = all.saturating_sub(*n);
        }
    }
}

/// Published while the Games were on or just over, and the host or the Games are named: about these.
pub(super) fn games_under_way(document: &Document<'_>, votes: &mut Votes) {
    for edition in World::get().under_way(&document.published) {
        let mentions = document.sentences.iter().flat_map(|s| &s.mentions);
        let times = mentions.filter(|m| stands_for(document, m, edition)).count();
        if times > 0 {
            vote(&mut votes.competitions, &edition.competition, UNDER_WAY * times.min(3) as u32);
            vote_year(&mut votes.years, &edition.competition, edition.year, UNDER_WAY);
        }
    }
}

/// True for the name of Games under way, or of their host.
fn stands_for(document: &Document<'_>, m: &Mention, edition: &Edition) -> bool {
    let olympic = edition.competition.ends_with("lympic Games");
    // The host alone stands for the Olympic Games, also while the Paralympic ones are on.
    let able = !is_paralympic(&edition.competition);
    able && m.facets.get(Field::Place) == Some(&edition.city)
        || (olympic && is(document, m, "GAMES"))
        || m.facets.get(Field::Competition).is_some_and(|c| {
            c == edition.competition || (olympic && edition.competition.strip_prefix("Winter ") == Some(c))
        })
}

/// The years that an article gives each competition, what had not begun left out.
pub(super) fn years_begun(document: &Document<'_>, published: Option<i32>, votes: &Votes) -> RankedYears {
    let mut years = votes.years.clone();
    for (name, of_name) in &mut years {
        // In a text without a date, Games that are mostly planned for lie ahead: nothing was won there.
        let ahead = |year: i32, n: u32| {
            let planned = votes.planned.get(name).and_then(|p| p.get(&year));
            published.is_none() && planned.is_some_and(|p| *p >= n)
        };
        // A year in passing is not the year of the championships that the article is about.
        let firm = |year: i32, n: u32| World::get().is_games(name) || published.is_none_or(|p| p == year) || n > 2;
        let begun = |year: i32| World::get().edition(name, "", year).is_none_or(|e| e.begun(&document.published));
        of_name.retain(|year, n| firm(*year, *n) && begun(*year) && !ahead(*year, *n));
    }
    ranked(&years)
}

/// The years of each competition, the most spoken of first, of as much the later.
pub(super) fn ranked(votes: &YearVotes) -> RankedYears {
    let rank = |of_name: &BTreeMap<i32, u32>| {
        let mut ranked: Vec<(i32, u32)> = of_name.iter().map(|(year, n)| (*year, *n)).collect();
        ranked.sort_by_key(|(year, n)| (Reverse(*n), Reverse(*year)));
        ranked
    };
    votes.iter().map(|(name, of_name)| (name.clone(), rank(of_name))).collect()
}

/// "The Paralympics" of an article that also says "the Winter Paralympics in Beijing" are these.
pub(super) fn plain_beside_winter(votes: &mut Votes) {
    let undated = |c: &&String| !votes.named_years.contains_key(*c);
    let plain: Vec<String> = votes.competitions.keys().filter(undated).cloned().collect();
    for name in plain {
        let winter = World::get().in_winter(&name).filter(|w| votes.competitions.contains_key(*w));
        if let Some((winter, n)) = winter.and_then(|w| Some((w, votes.competitions.remove(&name)?))) {
            vote(&mut votes.competitions, winter, n);
        }
    }
}

/// "Lima 2019" over a report on the Parapan American Games is their edition.
pub(super) fn para_forms(votes: &mut Votes, years: &mut RankedYears) {
    let undated = |c: &&String| !votes.named_years.contains_key(*c) && years.get(*c).is_none_or(Vec::is_empty);
    let undated: Vec<String> = votes.competitions.keys().filter(undated).cloned().collect();
    for para in undated {
        let able = votes.named_years.keys().find(|able| para_form(able).as_ref() == Some(&para)).cloned();
        let held = |y: &i32| World::get().edition(&para, "", *y).is_some();
        if let Some(able) = able.filter(|able| votes.named_years[able].iter().all(held)) {
            votes.named_years.insert(para.clone(), votes.named_years[&able].clone());
            let of_able = years.get(&able).cloned().unwrap_or_default();
            years.insert(para, of_able);
        }
    }
}
