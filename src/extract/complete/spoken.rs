//! The sports that an article speaks of.

use std::collections::{BTreeMap, BTreeSet};

use super::is;
use super::votes::vote;
use crate::extract::Document;
use crate::extract::boats::BOATS;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Field, World};

/// The sports that an article speaks of.
pub(super) struct Spoken {
    /// Every one, the most spoken of first.
    pub(super) all: Vec<String>,
    /// The most spoken of, where it leads.
    pub(super) leading: Option<String>,
}

/// Distances that are run where no stroke is named.
const RUN: &[&str] = &["100 m", "200 m", "400 m", "800 m", "1500 m", "3000 m", "5000 m", "10000 m"];

/// From so many weight classes on the sport that has them all is the article's.
const FEWEST_WEIGHTS: usize = 3;

impl Spoken {
    /// Of the votes that its words give each sport; vague names and parts of a sport are counted with what they mean.
    pub(super) fn of(
        document: &Document<'_>,
        sports: &mut BTreeMap<String, u32>,
        lead: impl Fn(&BTreeMap<String, u32>) -> Option<String>,
    ) -> Spoken {
        let total: u32 = sports.values().sum();
        // "skiing" and "alpine skiing" in one article are alpine skiing.
        let world = World::get();
        if sports.is_empty() {
            // What describes a person is part of the name later on: "the boxer from Latvia Anna Kalnina".
            let theirs: BTreeSet<&str> = document.people.all.iter().filter_map(|p| p.sport()).collect();
            sports.extend(theirs.first().filter(|_| theirs.len() == 1).map(|sport| ((*sport).to_owned(), 1)));
        }
        if sports.is_empty() {
            // "The judo federation held its championships": the name of a body has the sport.
            of_bodies(document, sports);
        }
        if sports.is_empty() && boats_over_distances(document) {
            sports.insert("canoe sprint".to_owned(), 1);
        }
        if sports.is_empty() {
            // Bare distances are run.
            let run =
                document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| {
                    is(document, m, "DIST") && m.facets.get(Field::Event).is_some_and(|e| RUN.contains(&e))
                });
            if run.count() > 1 {
                sports.insert("athletics".to_owned(), 1);
            }
        }
        if slam_with_weights(document) && !sports.contains_key("judo") {
            let wrestlers = sports.remove("wrestling").unwrap_or_default();
            sports.insert("judo".to_owned(), wrestlers + 1);
        }
        take_paralympic_forms(sports);
        // "The shooting went well" in a text on biathlon speaks of biathlon.
        let wholes: Vec<String> = sports.keys().filter(|s| world.parts(s).next().is_some()).cloned().collect();
        for whole in wholes {
            for part in world.parts(&whole) {
                // "Speed skating and short track" are two.
                let apart = || listed(document, part, &whole);
                if sports.get(part).is_some_and(|n| *n <= sports[&whole] && !apart())
                    && let Some(n) = sports.remove(part)
                {
                    *sports.entry(whole.clone()).or_default() += n;
                }
            }
        }
        let exact: Vec<(String, String)> = sports
            .keys()
            .filter_map(|s| Some((s.clone(), world.general(s)?.to_owned())))
            .filter(|(_, general)| sports.contains_key(general))
            .collect();
        for (sport, general) in exact {
            // "No Greco-Roman wrestler" in passing does not make all wrestlers Greco-Roman.
            if sports[&sport] * 4 < sports.get(&general).copied().unwrap_or(0) {
                continue;
            }
            if let Some(n) = sports.remove(&general) {
                *sports.entry(sport).or_default() += n;
            }
        }
        let mut ranked: Vec<(&String, &u32)> = sports.iter().collect();
        ranked.sort_by_key(|(name, n)| (std::cmp::Reverse(**n), (*name).clone()));
        let all = ranked.into_iter().map(|(name, _)| name.clone()).collect();
        let mut leading = lead(sports).filter(|s| sports[s] * 2 >= total);
        if sports.is_empty() {
            let weights: BTreeSet<String> = document
                .sentences
                .iter()
                .flat_map(|s| &s.mentions)
                .filter_map(|m| m.facets.get(Field::Event))
                .filter(|e| e.ends_with(" kg"))
                .map(str::to_owned)
                .collect();
            if weights.len() >= FEWEST_WEIGHTS {
                leading = world.sport_of_weights(&weights).map(str::to_owned);
            }
        }
        Spoken { all, leading }
    }
}

/// "Biathlon" in a text on Para Nordic skiing is its Paralympic form: a sport whose form has a part that is spoken of.
fn take_paralympic_forms(sports: &mut BTreeMap<String, u32>) {
    let world = World::get();
    let able: Vec<String> = sports.keys().filter(|s| !s.starts_with("para ")).cloned().collect();
    for able in able {
        let form = world.para_sport(&able).unwrap_or_default();
        let spoken_of = |part: &str| part.starts_with("para ") && sports.contains_key(part);
        if world.parts(form).any(spoken_of)
            && let Some(n) = sports.remove(&able)
        {
            *sports.entry(form.to_owned()).or_default() += n;
        }
    }
}

/// The neighbours in the lists of sports of a sentence, which such words join.
pub(super) fn listed_sports<'a>(
    document: &'a Document<'_>,
    sentence: &'a Sentence,
    joiners: &'a [&'a str],
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let joined = sentence.mentions.windows(3).filter(|m| document.any(&m[1], joiners));
    joined.filter_map(|m| m[0].facets.get(Field::Sport).zip(m[2].facets.get(Field::Sport)))
}

/// Votes for the sports whose words stand in the names of bodies, one word each.
fn of_bodies(document: &Document<'_>, sports: &mut BTreeMap<String, u32>) {
    for sentence in &document.sentences {
        let bodies = sentence.mentions.iter().filter(|m| document.any(m, &["ORG", "OFFICIAL"]));
        let words = bodies.flat_map(|m| &sentence.tokens[m.tokens.clone()]);
        for term in words.filter_map(|t| document.pack.lexicon.lookup(&t.folded)) {
            // A wrestling federation says too little of the style.
            let exact = |sport: &&str| World::get().kinds(sport).next().is_none();
            if let Some(sport) = term.facets.get(Field::Sport).filter(exact) {
                vote(sports, sport, 1);
            }
        }
    }
}

/// True where a list names both sports.
fn listed(document: &Document<'_>, one: &str, other: &str) -> bool {
    let lists = document.sentences.iter().flat_map(|s| listed_sports(document, s, &["AND", "COMMA"]));
    lists.into_iter().any(|pair| pair == (one, other) || pair == (other, one))
}

/// True for an article that names canoes or kayaks over distances, which only the sprint has: "the K4 1000 m".
fn boats_over_distances(document: &Document<'_>) -> bool {
    let over = |event: &str| BOATS.iter().any(|b| event.strip_prefix(b).is_some_and(|rest| rest.ends_with(" m")));
    let mut mentions = document.sentences.iter().flat_map(|s| &s.mentions);
    mentions.any(|m| m.facets.get(Field::Event).is_some_and(over))
}

/// True for an article on a Grand Slam that names weight classes: of the tours with that name only the judo federation's has them.
fn slam_with_weights(document: &Document<'_>) -> bool {
    let mentions = || document.sentences.iter().flat_map(|s| &s.mentions);
    mentions().any(|m| m.facets.get(Field::Competition) == Some("Grand Slam"))
        && mentions().any(|m| m.facets.get(Field::Event).is_some_and(|e| e.ends_with(" kg")))
}
