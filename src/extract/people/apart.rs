//! Two names that adjoin without a sign between them are two.
//!
//! "Орынбасарды Аюб Блиев тоқтатты": in languages with cases a name may stand beside another. The full names that the
//! article has elsewhere tell where the one ends.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Candidate;
use crate::extract::decline::Decliner;
use crate::extract::segment::Sentence;
use crate::rules::{Base, Pack, Part};
use crate::vocabulary::{World, fold_text, name_key};

/// Tags of places that no name begins with.
const PLACES: &[&str] = &["CITY", "COUNTRY"];

/// Cuts what is no one name.
pub(super) fn apart(candidates: Vec<Candidate>, sentences: &[Sentence], text: &str, pack: &Pack) -> Vec<Candidate> {
    let knives = Apart { pack, text, families: families(&candidates, pack) };
    candidates.into_iter().flat_map(|c| knives.cut(&sentences[c.sentence], c)).collect()
}

/// By surname, the given names with which the article has it. Empty for a language without cases.
fn families(candidates: &[Candidate], pack: &Pack) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let written = candidates.iter().map(|c| c.name.as_str());
    let Some(decliner) = Decliner::new(&pack.names, written) else { return out };
    for c in candidates.iter().filter(|c| c.words == 2 && c.trusted) {
        let name = decliner.nominative(&c.name);
        if let Some((given, surname)) = name.split_once(' ').filter(|(given, surname)| {
            pack.names.is_given_as_written(given) || pack.names.gender_of_surname(surname).is_some()
        }) {
            out.entry(name_key(surname)).or_default().insert(name_key(given));
        }
    }
    out
}

/// Letters that the ending of a case has at least.
const LEAST_CASE: usize = 2;

struct Apart<'a> {
    pack: &'a Pack,
    text: &'a str,
    families: BTreeMap<String, BTreeSet<String>>,
}

impl Apart<'_> {
    fn cut(&self, sentence: &Sentence, c: Candidate) -> Vec<Candidate> {
        let words: Vec<&str> = c.run.iter().map(|i| &sentence.tokens[*i]).map(|t| &self.text[t.start..t.end]).collect();
        if self.begins_with_place(&words) {
            return vec![self.piece(sentence, &c, 1..words.len())];
        }
        if self.are_two(&words) {
            return vec![self.piece(sentence, &c, 0..2), self.piece(sentence, &c, 2..4)];
        }
        match (1..words.len()).find(|k| self.adjoin(&words, *k)) {
            Some(k) => vec![self.piece(sentence, &c, 0..k), self.piece(sentence, &c, k..words.len())],
            None => vec![c],
        }
    }

    /// What a word may be the form of.
    fn bases(&self, word: &str) -> Vec<Base> {
        self.pack.names.declensions.bases(word, Part::Surname)
    }

    /// True for "Londonda Aleksandr Vinokurov": a place, in some case, in front of a given name.
    fn begins_with_place(&self, words: &[&str]) -> bool {
        let names = &self.pack.names;
        let [place, given, ..] = words else { return false };
        let is_place = |name: &str| {
            let term = self.pack.lexicon.lookup(&fold_text(name));
            term.is_some_and(|t| PLACES.contains(&self.pack.tags.name(t.tag)))
                || World::get().hosted(name).next().is_some()
        };
        let inflected = || self.bases(place).iter().any(|b| !b.is_nominative() && is_place(&b.nominative));
        !names.is_given_as_written(place)
            && (names.is_given(given) && (words.len() > 2 && is_place(place) || inflected())
                || self.is_beside_surname(words))
    }

    /// True for a word in some case in front of a surname of the article, which is no given name: "Afınyda Manýkıan".
    fn is_beside_surname(&self, words: &[&str]) -> bool {
        let &[word, surname] = words else { return false };
        let names = &self.pack.names;
        let cut = |b: &Base| word.chars().count() >= b.nominative.chars().count() + LEAST_CASE;
        let family = self.families.get(&name_key(surname)).filter(|f| !f.contains(&name_key(word)));
        names.only_last_inflected()
            && family.is_some()
            && !names.is_given(word)
            && self.bases(word).iter().any(|b| !b.is_nominative() && cut(b))
    }

    /// True for a given name and a surname, twice: "Ерлан Сапаров Берік Асановпен".
    fn are_two(&self, words: &[&str]) -> bool {
        let names = &self.pack.names;
        let &[given, surname, other, last] = words else { return false };
        let cases = !names.declensions.is_empty();
        let firsts = [given, other].iter().all(|w| names.is_given(w) && names.gender_of_surname(w).is_none());
        let inflected = self.bases(last).iter().any(|b| !b.is_nominative() && b.nominative != last);
        cases && firsts && inflected && !names.is_given(surname) && names.gender_of_surname(surname).is_some()
    }

    /// True where the `k`-th word begins another name than the words before it.
    fn adjoin(&self, words: &[&str], k: usize) -> bool {
        let names = &self.pack.names;
        let (left, right) = (words[k - 1], words[k]);
        if names.is_asian_surname(left) || names.is_given_as_written(left) && k + 1 == words.len() {
            return false;
        }
        let given = names.is_given(right);
        let own = name_key(right);
        let behind = words.len() - k;
        self.bases(left).iter().any(|base| {
            let Some(family) = self.families.get(&name_key(&base.nominative)) else { return false };
            // The case shows that the name ends; else another full name must follow.
            let ends = !base.is_nominative() && base.nominative != left || behind > 1;
            let another = given && ends && !family.contains(&own) && !self.is_of(family, right);
            another || behind == 1 && self.is_surname_of_another(right, family, left)
        })
    }

    /// True for a given name, in any case, of the family.
    fn is_of(&self, family: &BTreeSet<String>, given: &str) -> bool {
        let bases = self.pack.names.declensions.bases(given, Part::Given);
        bases.iter().any(|b| family.contains(&name_key(&b.nominative)))
    }

    /// True for a surname of which the article has a full name without `left` and outside that word's family.
    fn is_surname_of_another(&self, word: &str, family: &BTreeSet<String>, left: &str) -> bool {
        let left = name_key(left);
        self.bases(word).iter().any(|base| {
            let key = name_key(&base.nominative);
            let others = self.families.get(&key);
            others.is_some_and(|others| !others.contains(&left)) && !family.contains(&key) && key != left
        })
    }

    /// Some words of a candidate.
    fn piece(&self, sentence: &Sentence, c: &Candidate, words: std::ops::Range<usize>) -> Candidate {
        let run = c.run[words.clone()].to_vec();
        let start = run.first().copied().unwrap_or(c.tokens.start);
        let end = if words.end == c.run.len() { c.tokens.end } else { c.run[words.end - 1] + 1 };
        let written = &self.text[sentence.tokens[start].start..sentence.tokens[end - 1].end];
        let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let count = name.split(' ').count().min(run.len());
        Candidate {
            sentence: c.sentence,
            tokens: start..end,
            words: count,
            trusted: count > 1 && c.trusted,
            opens: c.opens && words.start == 0,
            name,
            run,
        }
    }
}
