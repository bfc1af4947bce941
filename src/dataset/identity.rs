//! Which athletes of several articles are one person.

use std::collections::{BTreeMap, BTreeSet};

use crate::dataset::Record;
use crate::extract::Athlete;
use crate::vocabulary::{name_key, slug};

/// Romanisation variants that one key stands for, longest first within a group.
const VARIANTS: &[(&str, &str)] = &[
    ("dzh", "j"),
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "c"),
    ("sh", "s"),
    ("ts", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ou", "u"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
];

/// A spelling key: the words of a name, each folded over romanisation variants, in order of the alphabet.
pub(super) fn spelling_key(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name_key(name)
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(|word| {
            let mut word = word.to_owned();
            for (from, to) in VARIANTS {
                word = word.replace(from, to);
            }
            let mut out = String::new();
            for c in word.chars() {
                if !out.ends_with(c) {
                    out.push(c);
                }
            }
            out.replace("iev", "ev").replace("ie", "e")
        })
        .collect();
    words.sort();
    words
}

/// An athlete over all articles.
#[derive(Debug, Default)]
pub(super) struct Identity {
    pub(super) countries: BTreeMap<String, u32>,
    pub(super) genders: BTreeMap<String, u32>,
    pub(super) sports: BTreeMap<String, u32>,
    pub(super) spellings: BTreeMap<String, u32>,
    pub(super) names: BTreeSet<String>,
    pub(super) articles: BTreeSet<usize>,
}

impl Identity {
    fn compatible(&self, athlete: &Athlete) -> bool {
        let clash = |votes: &BTreeMap<String, u32>, value: &str| {
            !value.is_empty() && !votes.is_empty() && !votes.contains_key(value)
        };
        !clash(&self.countries, &athlete.country) && !clash(&self.genders, &athlete.gender)
    }

    fn add(&mut self, article: usize, athlete: &Athlete) {
        for (votes, value) in [
            (&mut self.countries, &athlete.country),
            (&mut self.genders, &athlete.gender),
            (&mut self.sports, &athlete.sport),
            (&mut self.spellings, &athlete.name),
        ] {
            if !value.is_empty() {
                *votes.entry(value.clone()).or_default() += 1;
            }
        }
        self.names.extend(athlete.names.iter().cloned());
        self.names.insert(athlete.name.clone());
        self.articles.insert(article);
    }

    /// The value most often given; on a tie the first of the alphabet.
    pub(super) fn most(votes: &BTreeMap<String, u32>) -> String {
        votes
            .iter()
            .max_by_key(|(k, n)| (**n, std::cmp::Reverse((*k).clone())))
            .map(|(k, _)| k.clone())
            .unwrap_or_default()
    }

    /// A readable key that does not depend on the most frequent spelling.
    pub(super) fn id(&self) -> String {
        let given_first: Vec<String> = {
            // The key's words in the order of the most frequent spelling, but folded.
            let spelling = Identity::most(&self.spellings);
            name_key(&spelling).split(' ').flat_map(spelling_key).collect()
        };
        let country = Identity::most(&self.countries);
        let country = if country.is_empty() { "xxx".to_owned() } else { country.to_lowercase() };
        format!("{country}-{}", slug(&given_first.join(" ")))
    }
}

/// Groups the athletes of all articles. Gives the identities, and for each article its athletes' names
/// with the index of their identity.
pub(super) fn resolve(records: &[Record]) -> (Vec<Identity>, BTreeMap<(usize, String), usize>) {
    let mut identities: Vec<Identity> = Vec::new();
    let mut by_key: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let mut of = BTreeMap::new();
    for (article, record) in records.iter().enumerate() {
        for athlete in &record.extraction.athletes {
            let key = spelling_key(&athlete.name);
            let known = by_key.entry(key.clone()).or_default();
            // A surname alone is the same person only within one article.
            let alone = key.len() < 2;
            let found = known.iter().copied().find(|i| identities[*i].compatible(athlete) && !alone);
            let index = found.unwrap_or_else(|| {
                identities.push(Identity::default());
                known.push(identities.len() - 1);
                identities.len() - 1
            });
            identities[index].add(article, athlete);
            of.insert((article, athlete.name.clone()), index);
        }
    }
    (identities, of)
}
