//! What the mentions of an article say for each competition, edition and sport that it may be about.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::aside::{put_off, since};
use super::clue::event_sport;
use super::dated::{next_to_come, only_year};
use super::horizon::Horizon;
use super::hosts::hosted;
use super::is;
use super::qualifier::is_prize;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{self, Field, World, is_goal};

/// How much a mention in a headline or the first sentences says, against one further down.
pub(super) const HEADLINE: u32 = 3;

/// Tags of a sentence about what lies ahead.
pub(super) const PLANS: &[&str] = &["LICENCE", "QUALIFY", "TARGET", "FORECAST"];

/// Tags of a sentence about licences.
const LICENCES: &[&str] = &["LICENCE", "QUALIFY"];

/// The Games that a host city stands for in a sentence about licences.
const GOAL: &str = "Olympic Games";

/// How much is said of the years of each competition.
pub(super) type YearVotes = BTreeMap<String, BTreeMap<i32, u32>>;

/// How much the mentions of an article say for what it may be about.
#[derive(Default)]
pub(super) struct Votes {
    /// For each competition, licences and plans left out.
    pub(super) competitions: BTreeMap<String, u32>,
    /// For each competition that is named by more than its host, in whatever sense, and for para classes.
    pub(super) named: BTreeMap<String, u32>,
    /// For each sport.
    pub(super) sports: BTreeMap<String, u32>,
    /// For each edition, plans left out.
    pub(super) years: YearVotes,
    /// The same, of plans alone.
    pub(super) planned: YearVotes,
    /// For each edition that licences and plans may be for: it may have been named in whatever sense.
    pub(super) plans_for: YearVotes,
    /// The part of the votes for competitions that Games got, by name and year.
    pub(super) goals: BTreeMap<(String, Option<i32>), u32>,
    /// Games, by name and year, that somebody is said to be qualified for.
    pub(super) qualified: BTreeSet<(String, i32)>,
    /// The place of each competition in the order in which they are named first.
    pub(super) order: BTreeMap<String, usize>,
    /// Competitions other than the Games that licences are for, at the head of the article.
    pub(super) reports: BTreeSet<String>,
    /// Every year that the article names with each competition, in whatever sense.
    pub(super) named_years: BTreeMap<String, BTreeSet<i32>>,
    /// True where the article names a tournament whose prize is a place at the Games.
    pub(super) qualifier: bool,
    /// Such a tournament, where the head of the article names it.
    pub(super) reported_qualifier: Option<String>,
}

/// A sentence, and how much its mentions say by where they stand.
struct Heard<'a> {
    horizon: &'a Horizon,
    document: &'a Document<'a>,
    sentence: &'a Sentence,
    /// True at the head of the article and in headings.
    lead: bool,
    /// How much a mention of Games says.
    weight: u32,
    /// How much one of a sport or of championships says.
    early: u32,
    /// True where the sentence is about licences.
    licences: bool,
    /// True where it is about what lies ahead.
    plans: bool,
}

impl<'a> Heard<'a> {
    /// The sentence at a place of the article.
    fn of(horizon: &'a Horizon, document: &'a Document<'a>, i: usize) -> Heard<'a> {
        let sentence = &document.sentences[i];
        let (two, four) = horizon.head;
        let lead = i < four || sentence.heading;
        let first = i < two || sentence.heading;
        let weight = if first { HEADLINE } else { 1 };
        // The rest of the head says less of what an article reports, and more than what follows.
        let early = if lead && !first { 2 } else { weight };
        let tagged = |tags: &[&str]| sentence.mentions.iter().any(|m| document.any(m, tags));
        let (licences, plans) = (tagged(LICENCES), tagged(PLANS));
        Heard { horizon, document, sentence, lead, weight, early, licences, plans }
    }

    /// How much a mention of a competition says.
    fn of_competition(&self, name: &str) -> u32 {
        if World::get().is_games(name) { self.weight } else { self.early }
    }

    /// True for Games that a mention names as what lies ahead.
    fn is_ahead(&self, at: usize, name: &str) -> bool {
        let Heard { horizon, document, sentence, plans, .. } = *self;
        let mention = &sentence.mentions[at];
        // "Twelve qualified nations did better at the Paris 2024 Games": what is over is not planned for.
        let year = mention.facets.number(Field::Year).filter(|_| horizon.published.is_some());
        let edition = year.and_then(|y| World::get().edition(name, "", y));
        let over = edition.is_some_and(|e| e.over(&document.published));
        let prize = || is_prize(document, &sentence.mentions, mention) || next_to_come(document, sentence, at);
        is_goal(name) && !over && (plans || prize())
    }
}

/// A competition as a mention names it.
struct Named<'a> {
    /// Its name.
    name: &'a str,
    /// The year of its edition, where the mention tells it by itself.
    year: Option<i32>,
    /// True for Games that it names as what lies ahead.
    future: bool,
}

impl Votes {
    /// Of all sentences of an article.
    pub(super) fn of(document: &Document<'_>, horizon: &Horizon) -> Votes {
        let mut votes = Votes::default();
        for i in 0..document.sentences.len() {
            let heard = Heard::of(horizon, document, i);
            for at in 0..heard.sentence.mentions.len() {
                votes.mention(&heard, at);
            }
        }
        votes
    }

    /// What one mention says, by its kind.
    fn mention(&mut self, heard: &Heard<'_>, at: usize) {
        let Heard { horizon, document, sentence, .. } = *heard;
        let mention = &sentence.mentions[at];
        self.sport(heard, mention);
        let Some(name) = mention.facets.get(Field::Competition) else {
            self.city_of_licences(heard, at);
            return;
        };
        let year = horizon.year_of(name, mention);
        if let Some(year) = year {
            self.name_year(name, year);
        }
        // "From the 2018 Asian Games five medals" in one mention names the edition as well as the words alone.
        let dated = mention.facets.has(Field::Year) || mention.facets.has(Field::Place);
        let told = is(document, mention, "MEDAL") && dated && document.pack.language.modifiers_before;
        // "They show their strength ahead of the world championships": those are still to come.
        let aside = || since(document, sentence, at) || put_off(document, sentence, at);
        if !is(document, mention, "COMP") && !told {
            self.licence(heard, mention, name, year);
            self.medal(heard, at, name);
        } else if vocabulary::is_qualifier(name) {
            self.qualifier(heard, mention, name);
        } else if !aside() {
            let named = Named { name, year, future: heard.is_ahead(at, name) };
            self.competition(heard, mention, &named);
            self.edition(heard, at, &named);
        }
    }

    /// A sport, also of an event, or a class of Paralympic sport.
    fn sport(&mut self, heard: &Heard<'_>, mention: &Mention) {
        if let Some(sport) = mention.facets.get(Field::Sport).or_else(|| event_sport(mention)) {
            vote(&mut self.sports, sport, heard.early);
        }
        if is(heard.document, mention, "PARACLASS") {
            vote(&mut self.named, "para class", 1);
        }
    }

    /// A city that licences are for: "tickets to Paris" are for the Games there, unless it holds a qualifier.
    fn city_of_licences(&mut self, heard: &Heard<'_>, at: usize) {
        let Heard { document, sentence, .. } = *heard;
        let mention = &sentence.mentions[at];
        let before = at.checked_sub(1).map(|before| &sentence.mentions[before]);
        let toward = sentence.heading || before.is_some_and(|m| is(document, m, "GAMESADJ") || is_toward(document, m));
        if heard.plans
            && toward
            && is(document, mention, "CITY")
            && let Some(place) = mention.facets.get(Field::Place)
            && !heard.horizon.other_hosts.contains(place)
            && let Some(year) = hosted(World::get(), GOAL, place, heard.horizon.published)
        {
            vote_year(&mut self.plans_for, GOAL, year, heard.weight);
            if heard.licences {
                self.qualified.insert((GOAL.to_owned(), year));
            }
        }
    }

    /// A licence that names its edition: "a ticket to Paris" names the one ahead.
    fn licence(&mut self, heard: &Heard<'_>, mention: &Mention, name: &str, year: Option<i32>) {
        if let (true, Some(year)) = (heard.document.any(mention, LICENCES), year) {
            vote_year(&mut self.plans_for, name, year, heard.weight);
            self.qualified.insert((name.to_owned(), year));
        }
    }

    /// A medal or title that names its competition.
    fn medal(&mut self, heard: &Heard<'_>, at: usize, name: &str) {
        let Heard { document, sentence, lead, weight, .. } = *heard;
        let mention = &sentence.mentions[at];
        if !document.any(mention, &["TITLE", "MEDAL"]) {
            return;
        }
        // A title won now speaks for its championships, one of old faintly.
        let now = sentence.mentions[at.saturating_sub(3)..at].iter().any(|m| is(document, m, "BECOME"));
        vote(&mut self.competitions, name, if now { weight * 2 } else { 1 });
        // "The first world champions of 2011" at its head says what an article is about.
        if let (true, Some(year)) = (lead, mention.facets.number(Field::Year)) {
            vote(&mut self.competitions, name, weight);
            vote_year(&mut self.years, name, year, weight);
        }
    }

    /// A tournament whose prize is a place at the Games.
    fn qualifier(&mut self, heard: &Heard<'_>, mention: &Mention, name: &str) {
        if is(heard.document, mention, "COMP") {
            self.qualifier = true;
            if heard.lead {
                self.reported_qualifier.get_or_insert_with(|| name.to_owned());
            }
        }
    }

    /// Any other competition.
    fn competition(&mut self, heard: &Heard<'_>, mention: &Mention, named: &Named<'_>) {
        let Named { name, year, future } = *named;
        let first = self.order.len();
        self.order.entry(name.to_owned()).or_insert(first);
        if heard.lead && !is_goal(name) {
            self.reports.insert(name.to_owned());
        }
        // "Tokyo 2020" may mean either Games; of a Paralympic sport there are none but its own.
        let unclear = mention.facets.get(Field::Season) == Some("host")
            || mention.facets.get(Field::Sport).is_some_and(|s| s.starts_with("para "));
        vote(&mut self.named, name, if unclear { 0 } else { heard.weight });
        let passing = heard.horizon.background(name, mention) && !heard.lead;
        let told = if passing { 1 } else { heard.of_competition(name) * 2 };
        vote(&mut self.competitions, name, if future { 0 } else { told });
        if is_goal(name) && !future {
            *self.goals.entry((name.to_owned(), year)).or_default() += heard.weight * 2;
        }
    }

    /// The edition of such a competition, by its year, the year of the sentence or a place beside it.
    fn edition(&mut self, heard: &Heard<'_>, at: usize, named: &Named<'_>) {
        let Heard { horizon, document, sentence, .. } = *heard;
        let Named { name, year, future } = *named;
        let told = year.or_else(|| only_year(document, sentence));
        let Some(year) = told.or_else(|| horizon.year_there(document, sentence, name, at)) else { return };
        // Championships of one sport are known by where they were.
        let by_place = told.is_none() && !World::get().is_games(name);
        if by_place || World::get().edition(name, "", year).is_some() {
            self.name_year(name, year);
        }
        vote_year(&mut self.plans_for, name, year, heard.weight);
        if future && heard.licences {
            self.qualified.insert((name.to_owned(), year));
        }
        let of = if future { &mut self.planned } else { &mut self.years };
        vote_year(of, name, year, heard.of_competition(name));
    }

    /// Adds to the years that the article names with a competition.
    pub(super) fn name_year(&mut self, name: &str, year: i32) {
        self.named_years.entry(name.to_owned()).or_default().insert(year);
    }

    /// The name with most votes; of several the competition that is named first.
    pub(super) fn leading(votes: &BTreeMap<String, u32>, order: &BTreeMap<String, usize>) -> Option<String> {
        let some = votes.iter().filter(|(_, n)| **n > 0);
        let most = some.max_by_key(|(name, n)| {
            let first = order.get(*name).copied().unwrap_or(usize::MAX);
            (**n, Reverse(first), Reverse((*name).clone()))
        });
        most.map(|(name, _)| name.clone())
    }
}

/// Adds votes for a name; with none of them the name was heard all the same.
pub(super) fn vote(votes: &mut BTreeMap<String, u32>, name: &str, n: u32) {
    *votes.entry(name.to_owned()).or_default() += n;
}

/// Adds votes for a year of a competition.
pub(super) fn vote_year(votes: &mut YearVotes, name: &str, year: i32, n: u32) {
    *votes.entry(name.to_owned()).or_default().entry(year).or_default() += n;
}

/// A word for the way to a place.
fn is_toward(document: &Document<'_>, mention: &Mention) -> bool {
    document.any(mention, &["TO", "FOR"])
}
