//! From when an article looks at the competitions that it names: which edition a mention means that tells no year.

use std::collections::BTreeSet;

use super::dated::latest_named;
use super::hosts::{championships_after, championships_in, championships_of, held_there, hosted, other_hosts};
use super::numbers::main_sport;
use super::{HEAD, is};
use crate::extract::Document;
use crate::extract::head::end_of_first;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{self, Edition, Field, World, is_goal};

/// From when an article looks at the competitions that it names.
pub(super) struct Horizon {
    /// Year of publication.
    pub(super) published: Option<i32>,
    /// The same, else the latest year of the Games and qualifiers that the article looks ahead to.
    year: Option<i32>,
    /// The latest year that the article names, where it has no such year.
    latest: Option<i32>,
    /// The sport of championships that are named without one.
    sport: String,
    /// Cities that the article names as hosts of something else than Games.
    pub(super) other_hosts: BTreeSet<String>,
    /// Where the first sentences of the article end, and where its head does.
    pub(super) head: (usize, usize),
}

impl Horizon {
    /// Of an article.
    pub(super) fn of(document: &Document<'_>) -> Horizon {
        let published = document.year_published();
        // Without a date the Games that lie ahead tell about when an article was written.
        let named_goals = document.sentences.iter().flat_map(|s| &s.mentions).filter_map(|m| {
            let name = m.facets.get(Field::Competition).filter(|c| is_goal(c) || vocabulary::is_qualifier(c))?;
            let ahead = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
            m.facets.number(Field::Year).or_else(|| ahead().filter(|_| document.any(m, &["LICENCE", "QUALIFY"])))
        });
        let year = published.or_else(|| named_goals.max());
        let latest = if year.is_none() { latest_named(document) } else { None };
        let head = (end_of_first(document, 2), end_of_first(document, HEAD));
        Horizon { published, year, latest, sport: main_sport(document), other_hosts: other_hosts(document), head }
    }

    /// The year of the edition that a mention of a competition tells by itself: in figures, else by its host.
    pub(super) fn year_of(&self, name: &str, mention: &Mention) -> Option<i32> {
        let by_host = || {
            let place = mention.facets.get(Field::Place)?;
            let games = hosted(World::get(), name, place, self.published);
            games.or_else(|| self.championships(name, mention, place))
        };
        mention.facets.number(Field::Year).or_else(by_host)
    }

    /// The year of the edition that the places around a mention of a competition tell.
    pub(super) fn year_there(
        &self,
        document: &Document<'_>,
        sentence: &Sentence,
        name: &str,
        at: usize,
    ) -> Option<i32> {
        let mention = &sentence.mentions[at];
        let in_city = || {
            let mut cities = sentence.mentions.iter().filter(|m| is(document, m, "CITY"));
            cities.find_map(|m| self.championships(name, mention, m.facets.get(Field::Place)?))
        };
        // "The world championships in Mexico": the country stands for the edition as well.
        let in_country = || {
            let place = sentence.mentions.get(at + 1).filter(|m| is(document, m, "WHERE"))?;
            let world = World::get();
            let country = place.facets.get(Field::Country).filter(|_| !world.is_games(name))?;
            championships_in(world, name, self.sport_of(mention), country, self.year)
        };
        held_there(document, sentence, name, self.year).or_else(in_city).or_else(in_country)
    }

    /// The year of the championships that a city held; none of Games.
    fn championships(&self, name: &str, mention: &Mention, place: &str) -> Option<i32> {
        let (world, sport) = (World::get(), self.sport_of(mention));
        if world.is_games(name) {
            return None;
        }
        let after = || championships_after(world, name, sport, place, self.latest?);
        championships_of(world, name, sport, place, self.year).or_else(after)
    }

    /// The sport of the championships that a mention names.
    fn sport_of<'a>(&'a self, mention: &'a Mention) -> &'a str {
        mention.facets.get(Field::Sport).unwrap_or(&self.sport)
    }

    /// True for an edition that was over long before the article was published: it is told of as the past of somebody.
    pub(super) fn background(&self, name: &str, mention: &Mention) -> bool {
        let year = mention.facets.number(Field::Year);
        year.zip(self.published).is_some_and(|(year, published)| year_held(name, year) + 1 < published)
    }
}

/// The year in which an edition was held.
pub(super) fn year_held(competition: &str, year: i32) -> i32 {
    World::get().edition(competition, "", year).map_or(year, Edition::held)
}
