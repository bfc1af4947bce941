//! Ids and canonical values of athletes.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Named;
use super::fold::{parse, words};
use super::romanise::romanise;
use crate::vocabulary::{fnv32, slug};

/// What most articles say of an athlete.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Profile {
    pub name: String,
    pub country: String,
    pub gender: String,
    pub sport: String,
}

/// The value with the most votes; on a tie the first of the alphabet.
fn most<'a>(votes: impl Iterator<Item = (&'a str, u32)>) -> &'a str {
    let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
    for (value, n) in votes.filter(|(v, _)| !v.is_empty()) {
        *sums.entry(value).or_default() += n;
    }
    sums.into_iter().max_by_key(|(v, n)| (*n, std::cmp::Reverse(*v))).map(|(v, _)| v).unwrap_or_default()
}

/// True where a name is written in Latin letters.
fn latin(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).all(|c| c <= '\u{24F}' || ('\u{1E00}'..='\u{1EFF}').contains(&c))
}

fn full(name: &str) -> bool {
    parse(name).iter().filter(|w| !w.initial).count() > 1
}

impl Profile {
    /// The profile of some mentions of one athlete.
    pub fn of<'a>(members: impl Iterator<Item = &'a Named> + Clone) -> Profile {
        let vote = |of: fn(&Named) -> &str| most(members.clone().map(|n| (of(n), n.witnesses))).to_owned();
        // A full name in Latin letters, else any full name, else any name.
        let name = |good: &dyn Fn(&str) -> bool| {
            let good = members.clone().filter(|n| good(&n.mention.name));
            most(good.map(|n| (n.mention.name.as_str(), n.witnesses)))
        };
        let ways: [&dyn Fn(&str) -> bool; 4] = [&|n| latin(n) && full(n), &full, &latin, &|_| true];
        let name = ways.iter().map(|good| name(good)).find(|n| !n.is_empty()).unwrap_or_default();
        Profile {
            name: if latin(name) { name.to_owned() } else { romanise(name) },
            country: vote(|n| &n.mention.country),
            gender: vote(|n| &n.mention.gender),
            sport: vote(|n| &n.mention.sport),
        }
    }
}

/// A part of an id.
pub fn slug_of(text: &str) -> String {
    slug(text)
}

/// An id that none of some others is: itself, or with a number.
pub(super) fn free(id: &str, taken: &[String]) -> String {
    let mut ways = std::iter::once(id.to_owned()).chain((2..).map(|n| format!("{id}-{n}")));
    ways.find(|w| !taken.contains(w)).unwrap_or_default()
}

/// The folded name of an athlete: that of most articles, of full names where there are any.
fn folded(members: &[&Named]) -> String {
    let any_full = members.iter().any(|n| full(&n.mention.name));
    let chosen = members.iter().filter(|n| !any_full || full(&n.mention.name));
    let names: Vec<(String, u32)> = chosen.map(|n| (words(&n.mention.name).join("-"), n.witnesses)).collect();
    let name = most(names.iter().map(|(w, n)| (w.as_str(), *n)));
    if name.is_empty() { "unknown".to_owned() } else { name.to_owned() }
}

/// Short, and the same on every machine.
fn digest(text: &str) -> String {
    format!("{:06x}", fnv32(text.as_bytes()) & 0xff_ffff)
}

/// The ids of clusters of mentions: country and folded name. Namesakes of one country are told apart by their sport,
/// all of them, so that an id never passes to another person when a namesake is first heard of; what is left, by a
/// digest of the mention.
pub(super) fn ids(clusters: &[Vec<&Named>]) -> Vec<String> {
    let base: Vec<String> = clusters
        .iter()
        .map(|members| {
            let country = Profile::of(members.iter().copied()).country.to_lowercase();
            format!("{}-{}", if country.is_empty() { "xxx" } else { &country }, folded(members))
        })
        .collect();
    let repeated = |ids: &[String]| {
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<String> = ids.iter().filter(|id| !seen.insert(id.as_str())).cloned().collect();
        twice
    };
    let mut ids = base;
    let twice = repeated(&ids);
    for (id, members) in ids.iter_mut().zip(clusters).filter(|(id, _)| twice.contains(*id)) {
        let sport = slug(&Profile::of(members.iter().copied()).sport);
        if !sport.is_empty() {
            *id = format!("{id}-{sport}");
        }
    }
    let twice = repeated(&ids);
    for (id, members) in ids.iter_mut().zip(clusters).filter(|(id, _)| twice.contains(*id)) {
        let least = members.iter().map(|n| &n.mention).min();
        let least = least.map(|m| [&*m.name, &m.country, &m.gender, &m.sport, &m.article].join("\u{1f}"));
        *id = format!("{id}-{}", digest(&least.unwrap_or_default()));
    }
    let mut taken: Vec<String> = Vec::new();
    let twice = repeated(&ids);
    for id in &mut ids {
        if twice.contains(id) {
            *id = free(id, &taken);
            taken.push(id.clone());
        }
    }
    ids
}
