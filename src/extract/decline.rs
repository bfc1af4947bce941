//! Names in any case become nominatives, by the declensions of the pack.
//!
//! A name alone seldom tells its case: "Бибосынова" is a man's genitive or a woman's nominative. The given name beside
//! it tells, if the pack knows it; else the other forms in which the article writes the name.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::{Base, Names, Part};

/// The names of one article, and what is known of them.
pub(super) struct Decliner<'a> {
    names: &'a Names,
    /// How often each word stands in a name, as written.
    written: BTreeMap<&'a str, usize>,
    /// Surnames of full names, in the nominative.
    surnames: BTreeMap<String, usize>,
    /// Given names of full names, in the nominative.
    givens: BTreeSet<String>,
}

/// A reading of a name and what speaks for it.
struct Reading {
    score: i32,
    /// The given name.
    given: String,
    name: String,
}

impl<'a> Decliner<'a> {
    /// Looks at all the names of an article, as written. `None` for a language that does not inflect names.
    pub(super) fn new(names: &'a Names, all: impl Iterator<Item = &'a str> + Clone) -> Option<Decliner<'a>> {
        if names.declensions.is_empty() {
            return None;
        }
        let mut written: BTreeMap<&str, usize> = BTreeMap::new();
        for word in all.clone().flat_map(|n| n.split(' ')) {
            *written.entry(word).or_default() += 1;
        }
        let mut decliner = Decliner { names, written, surnames: BTreeMap::new(), givens: BTreeSet::new() };
        let mut surnames: BTreeMap<String, usize> = BTreeMap::new();
        let mut givens: BTreeSet<String> = BTreeSet::new();
        for name in all.filter(|n| n.contains(' ')) {
            for word in decliner.full(name).split(' ') {
                if names.is_given_as_written(word) {
                    givens.insert(word.to_owned());
                } else {
                    *surnames.entry(word.to_owned()).or_default() += 1;
                }
            }
        }
        (decliner.surnames, decliner.givens) = (surnames, givens);
        Some(decliner)
    }

    /// The nominative of a name.
    pub(super) fn nominative(&self, name: &str) -> String {
        if name.contains(' ') { self.full(name) } else { self.alone(name) }
    }

    /// How much speaks for a form besides the word of which it may be the nominative.
    fn support(&self, form: &str, word: &str) -> i32 {
        let times = self.written.get(form).copied().unwrap_or_default();
        let own = usize::from(form == word);
        i32::try_from(times.saturating_sub(own).min(3)).unwrap_or_default()
    }

    /// True for a word that looks like a name in the nominative: a known given name, or a usual ending of surnames.
    fn plausible(&self, word: &str) -> bool {
        self.names.is_given_as_written(word) || self.names.gender_of_surname(word).is_some()
    }

    fn alone(&self, word: &str) -> String {
        let bases = self.names.declensions.bases(word, Part::Surname);
        let known = bases.iter().filter(|b| self.surnames.contains_key(&b.nominative));
        let best = known.max_by_key(|b| (self.surnames[&b.nominative], b.nominative.len()));
        let seen = || bases.iter().find(|b| !b.is_nominative() && self.support(&b.nominative, word) > 0);
        // "For Elena", of whom the article has written the full name in another case only.
        let given = || {
            let mut cases = self.names.declensions.bases(word, Part::Given).into_iter();
            cases.find(|b| !b.is_nominative() && self.givens.contains(&b.nominative))
        };
        let found = best.or_else(seen).cloned().or_else(given);
        found.map_or_else(|| word.to_owned(), |b| b.nominative)
    }

    fn full(&self, name: &str) -> String {
        let words: Vec<&str> = name.split(' ').collect();
        let found = words.iter().position(|w| self.names.is_given(w));
        let given = found.unwrap_or_default();
        let mut best = Reading { score: i32::MIN, given: String::new(), name: name.to_owned() };
        for base in self.bases(words[given], Part::Given) {
            let mut score = self.given(&base, words[given]) + i32::from(base.is_nominative());
            let mut parts: Vec<String> = Vec::with_capacity(words.len());
            for (i, word) in words.iter().enumerate() {
                if i == given {
                    parts.push(base.nominative.clone());
                    continue;
                }
                // "Bolot kyzy" stays as it is.
                if self.names.is_patronymic(word) && self.names.makes_patronymic(word) {
                    parts.push((*word).to_owned());
                    continue;
                }
                let last = i + 1 == words.len() || given + 1 == words.len();
                let asian = i > 0 && self.names.is_asian_surname(words[0]);
                let (points, form) = self.beside(word, &base, last, asian);
                score += points;
                parts.push(form);
            }
            // Where nothing else decides, a name is in the nominative; but one that does not look like a nominative is
            // rather a case of another that the language's own table has.
            let other = base.gender.is_none() && best.given != base.nominative && self.names.is_own_given(&best.given);
            if score > best.score || score == best.score && base.is_nominative() && !other {
                best = Reading { score, given: base.nominative, name: parts.join(" ") };
            }
        }
        self.given_first(&best.name)
    }

    /// The readings of a word; where only the last word of a name is inflected, a given name is as it is written.
    fn bases(&self, word: &str, part: Part) -> Vec<Base> {
        if part == Part::Given && self.names.only_last_inflected() {
            let all = self.names.declensions.bases(word, part);
            return all.into_iter().filter(Base::is_nominative).collect();
        }
        self.names.declensions.bases(word, part)
    }

    /// What speaks for a reading of a given name.
    fn given(&self, base: &Base, word: &str) -> i32 {
        // "Анне" may be the French name, but rather is of Анна, whom the language's own table has.
        let own = self.names.is_own_given(&base.nominative);
        let known = if self.names.is_given_as_written(&base.nominative) { 4 + i32::from(own) } else { 0 };
        let gender = self.names.gender_of_given(&base.nominative);
        let fits = match (gender, base.gender) {
            (Some(a), Some(b)) if a != b => -4,
            (Some(a), Some(b)) if a == b => 1,
            _ => 0,
        };
        known + fits + self.support(&base.nominative, word)
    }

    /// The best reading of another word of the name beside a reading of the given name, and what speaks for it;
    /// `asian` where a Chinese or Korean surname stands before it.
    fn beside(&self, word: &str, given: &Base, last: bool, asian: bool) -> (i32, String) {
        let inflected = last || !self.names.only_last_inflected();
        let mut best = (i32::MIN, word.to_owned());
        if !inflected {
            return (0, word.to_owned());
        }
        let bases = self.names.declensions.bases(word, Part::Surname);
        let declines = bases.iter().any(|b| b.case == given.case);
        for base in bases {
            let agree = base.gender.is_none() || given.gender.is_none() || base.gender == given.gender;
            let case = if self.names.only_last_inflected() {
                // A longer ending is surer; a short one must leave something that looks like a name.
                let cut = word.chars().count().saturating_sub(base.nominative.chars().count());
                let east = cut == 2 && (asian || self.names.is_asian_surname(&base.nominative));
                match (base.is_nominative(), cut, self.plausible(&base.nominative) || east) {
                    (true, ..) => i32::from(self.plausible(word)) * 2,
                    (false, 3.., _) => 2,
                    (false, _, true) => 2,
                    // Names of other languages hardly end so by themselves.
                    (false, 2, false) if !self.plausible(word) => 1,
                    _ => -1,
                }
            } else if base.case == given.case {
                // "Алдабергеновой" is no surname, "Алдабергенова" is one.
                let clear = !base.is_nominative() && self.plausible(&base.nominative) && !self.plausible(word);
                if clear { 5 } else { 3 }
            } else if base.is_nominative() && !declines {
                // A surname without cases beside a given name in one: "Лаши Гобадзе".
                1
            } else {
                -3
            };
            let score = case + if agree { 0 } else { -4 } + 2 * self.support(&base.nominative, word);
            if score > best.0 {
                best = (score, base.nominative);
            }
        }
        best
    }

    /// A name of two words of which the second is the given name, the other way round.
    fn given_first(&self, name: &str) -> String {
        match name.split(' ').collect::<Vec<_>>()[..] {
            [a, b]
                if self.names.is_given_as_written(b)
                    && !self.names.is_given_as_written(a)
                    && !self.names.is_asian_surname(a)
                    && !self.names.is_asian_surname(b) =>
            {
                format!("{b} {a}")
            }
            _ => name.to_owned(),
        }
    }
}
