//! Person names by shape and context, and who is the same person within one article.

mod apart;
mod crews;
mod family;
mod found;
mod introduced;
mod judge;
mod person;
mod scan;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::decline::Decliner;
use super::mention::Mention;
use super::segment::Sentence;
use super::tag;
use super::tokens::{Case, Kind};
use crate::rules::Pack;
use crate::vocabulary::{Facets, Field};
use family::{shared_surname, siblings};
use found::{Candidate, Found};
use introduced::{introduced, ranked};
use person::Bearer;
pub(crate) use person::{People, Person};
use scan::Scan;

/// The longest name, in words.
const MOST_WORDS: usize = 6;

/// Finds the names of all sentences and puts PERSON mentions in the place of their tokens.
pub(crate) fn find(sentences: &mut [Sentence], text: &str, pack: &Pack) -> People {
    let lower: BTreeSet<String> = sentences
        .iter()
        .flat_map(|s| &s.tokens)
        .filter(|t| t.kind == Kind::Word(Case::Lower))
        .map(|t| t.folded.clone())
        .collect();
    let letters = |test: fn(char) -> bool| text.chars().filter(|c| c.is_alphabetic() && test(*c)).count();
    let foreign = letters(|c| !is_latin(c)) > letters(is_latin);
    let mut candidates = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        candidates.extend(Scan { index: i, sentence, text, pack, lower: &lower, foreign }.candidates());
    }
    let mut candidates = apart::apart(candidates, sentences, text, pack);
    in_the_nominative(&mut candidates, pack);
    let full = |c: &&Candidate| c.words > 1 && c.trusted;
    let mut people = People::of(candidates.iter().filter(full).map(|c| c.name.as_str()), &pack.names);
    let mut found = Found::default();
    for c in candidates.iter().filter(full) {
        let person = people.add(&c.name, &pack.names);
        found.add(c, person);
    }
    families(&candidates, sentences, &mut people, &mut found, pack);
    crew_surnames(&candidates, sentences, &mut people, &mut found, pack);
    // Who is known makes known who stands in a list with him.
    loop {
        let count = found.count();
        single_names(&candidates, sentences, &mut people, &mut found, pack);
        known_names(&candidates, &mut people, &mut found);
        if found.count() == count {
            break;
        }
    }
    for (sentence, names) in found.by_sentence {
        for (tokens, person) in names {
            people.all[person].sentences.insert(sentence);
            place(&mut sentences[sentence], tokens, person, text, pack);
        }
    }
    people
}

/// True for a letter of the Latin alphabet.
fn is_latin(c: char) -> bool {
    c < '\u{250}'
}

/// A family shares a surname: "Aibek and Nurbek Oralbay", "the Kiss brothers, Peter and Pal".
fn families(candidates: &[Candidate], sentences: &[Sentence], people: &mut People, found: &mut Found, pack: &Pack) {
    for c in candidates.iter().filter(|c| c.words == 1) {
        if let Some(person) = shared_surname(c, found, &sentences[c.sentence], people, pack) {
            found.add(c, person);
        }
    }
    for c in candidates.iter().filter(|c| c.words == 1) {
        for (given, name) in siblings(c, candidates, &sentences[c.sentence], pack) {
            let person = people.add(&name, &pack.names);
            people.all[person].forms.insert(given.name.clone());
            found.add(given, person);
        }
    }
}

/// A crew by surnames, in brackets behind its nation: "silver for Poland (Nowak, Kowal)".
fn crew_surnames(
    candidates: &[Candidate],
    sentences: &[Sentence],
    people: &mut People,
    found: &mut Found,
    pack: &Pack,
) {
    let mut by_sentence: BTreeMap<usize, Vec<&Candidate>> = BTreeMap::new();
    for c in candidates.iter().filter(|c| c.words == 1 && !found.covers(c)) {
        by_sentence.entry(c.sentence).or_default().push(c);
    }
    for (i, singles) in by_sentence {
        for c in crews::of_crews(&singles, &sentences[i], pack) {
            let person = match people.bearer(&c.name) {
                Bearer::Nobody => people.by_surname(&c.name, &pack.names),
                Bearer::One(person) => person,
                Bearer::Several(_) => continue,
            };
            found.add(c, person);
        }
    }
}

/// Of some nations a single name is all there is: known by its like beside it, by its return, or by what it stands with.
fn single_names(candidates: &[Candidate], sentences: &[Sentence], people: &mut People, found: &mut Found, pack: &Pack) {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for c in candidates.iter().filter(|c| c.words == 1) {
        *times.entry(&c.name).or_default() += 1;
    }
    let placed = |c: &Candidate| ranked(c, &sentences[c.sentence], pack);
    for c in candidates.iter().filter(|c| c.words == 1 && (!c.opens || placed(c))) {
        if found.covers(c) || !matches!(people.bearer(&c.name), Bearer::Nobody) {
            continue;
        }
        let sentence = &sentences[c.sentence];
        let beside = found.neighbours(c, sentence, pack);
        let tag = c.tokens.start.checked_sub(1).and_then(|i| sentence.mention_at(i));
        let tag = tag.map_or("", |m| pack.tags.name(m.tag));
        // "A pair from Yakutia, Anna Kiss and ..." and "a place for Maurice, another for ..." are no lists of persons.
        let placed = ["FROM", "IN"].contains(&tag) || tag == "FOR" && beside == 1;
        let again = times[c.name.as_str()] > 1;
        let listed = !placed && (beside == 2 || beside == 1 && (again || pack.names.is_given(&c.name)));
        if listed || ranked(c, sentence, pack) || introduced(c, again, sentence, pack) {
            let person = people.by_surname(&c.name, &pack.names);
            found.add(c, person);
        }
    }
}

/// Names of persons who are known by then: by a surname, or by less than the full name.
fn known_names(candidates: &[Candidate], people: &mut People, found: &mut Found) {
    for c in candidates {
        if found.covers(c) {
            continue;
        }
        let person = match people.bearer(&c.name) {
            Bearer::One(person) => Some(person),
            // Of several, the only one named so far, or named just before.
            Bearer::Several(some) => {
                let named: Vec<usize> = some.into_iter().filter(|p| found.named_before(*p, c)).collect();
                if let [one] = named[..] { Some(one) } else { found.named_last(&named, c) }
            }
            Bearer::Nobody => None,
        };
        if let Some(person) = person {
            people.all[person].forms.insert(c.name.clone());
            found.add(c, person);
        }
    }
}

/// Puts the names into the nominative, where the language inflects them.
fn in_the_nominative(candidates: &mut [Candidate], pack: &Pack) {
    let written: Vec<String> = candidates.iter().map(|c| c.name.clone()).collect();
    let Some(decliner) = Decliner::new(&pack.names, written.iter().map(String::as_str)) else { return };
    for candidate in candidates {
        candidate.name = decliner.nominative(&candidate.name);
    }
}

/// Puts a PERSON mention over some tokens.
fn place(sentence: &mut Sentence, tokens: Range<usize>, person: usize, text: &str, pack: &Pack) {
    let first = sentence.mentions.iter().position(|m| m.tokens.end > tokens.start).unwrap_or(0);
    let last = sentence.mentions.iter().rposition(|m| m.tokens.start < tokens.end).map_or(first, |i| i + 1);
    let covered = |i: usize| sentence.mentions.get(i).map(|m| m.tokens.clone());
    let before = covered(first).map_or(tokens.start, |t| t.start.min(tokens.start))..tokens.start;
    let behind = tokens.end..last.checked_sub(1).and_then(covered).map_or(tokens.end, |t| t.end.max(tokens.end));
    let mut facets = Facets::new();
    facets.set(Field::Person, person.to_string());
    let mention = Mention { tag: pack.tags.built_in("PERSON"), tokens, facets, lexical: false, others: Vec::new() };
    // Of a term that a name takes a part of, the other words stand for themselves.
    let mut mentions: Vec<Mention> = before.map(|i| tag::single(sentence, i, text, pack)).collect();
    mentions.push(mention);
    mentions.extend(behind.map(|i| tag::single(sentence, i, text, pack)));
    sentence.mentions.splice(first..last, mentions);
}
