//! The names found so far, and where.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Pack;

/// How many sentences back a surname that several bear is still that of the one named there.
const NAMESAKES: usize = 2;

/// What may be a name, in one place.
pub(super) struct Candidate {
    pub(super) sentence: usize,
    pub(super) tokens: Range<usize>,
    /// The tokens of its words, without particles.
    pub(super) run: Vec<usize>,
    pub(super) name: String,
    pub(super) words: usize,
    /// True for what is a name for sure, and makes a person.
    pub(super) trusted: bool,
    /// True at the start of a sentence, where any word has a capital.
    pub(super) opens: bool,
}

/// The names found so far.
#[derive(Default)]
pub(super) struct Found {
    pub(super) by_sentence: BTreeMap<usize, Vec<(Range<usize>, usize)>>,
    /// Where each person is first named: sentence and token.
    first: BTreeMap<usize, (usize, usize)>,
}

impl Found {
    /// Takes a name as found.
    pub(super) fn add(&mut self, c: &Candidate, person: usize) {
        self.by_sentence.entry(c.sentence).or_default().push((c.tokens.clone(), person));
        let first = self.first.entry(person).or_insert((c.sentence, c.tokens.start));
        *first = (*first).min((c.sentence, c.tokens.start));
    }

    /// True where some of its words are found already.
    pub(super) fn covers(&self, c: &Candidate) -> bool {
        let names = self.by_sentence.get(&c.sentence);
        names.is_some_and(|n| n.iter().any(|(t, _)| t.start < c.tokens.end && c.tokens.start < t.end))
    }

    /// How many neighbours of the name in its list are found: none, one or both.
    pub(super) fn neighbours(&self, c: &Candidate, sentence: &Sentence, pack: &Pack) -> usize {
        let link = |range: Range<usize>| {
            let mut between = sentence
                .mentions
                .iter()
                .filter(|m| m.tokens.start < range.end && range.start < m.tokens.end)
                .peekable();
            let list = |m: &Mention| ["AND", "COMMA"].contains(&pack.tags.name(m.tag));
            between.peek().is_some() && range.len() <= 2 && between.all(list)
        };
        let Some(names) = self.by_sentence.get(&c.sentence) else { return 0 };
        let before = names.iter().any(|(t, _)| t.end < c.tokens.start && link(t.end..c.tokens.start));
        let behind = names.iter().any(|(t, _)| c.tokens.end < t.start && link(c.tokens.end..t.start));
        usize::from(before) + usize::from(behind)
    }

    /// How many names are found.
    pub(super) fn count(&self) -> usize {
        self.by_sentence.values().map(Vec::len).sum()
    }

    /// True where the person is named before the name.
    pub(super) fn named_before(&self, person: usize, c: &Candidate) -> bool {
        self.first.get(&person).is_some_and(|first| *first < (c.sentence, c.tokens.start))
    }

    /// Which one of some persons is named last before the name, in a sentence near it that names no other of them.
    pub(super) fn named_last(&self, some: &[usize], c: &Candidate) -> Option<usize> {
        let near = c.sentence.saturating_sub(NAMESAKES)..=c.sentence;
        let in_sentence = |(sentence, names): (&usize, &Vec<(Range<usize>, usize)>)| -> Vec<usize> {
            let before =
                names.iter().filter(|(t, p)| (*sentence, t.end) <= (c.sentence, c.tokens.start) && some.contains(p));
            before.map(|(_, p)| *p).collect()
        };
        let last = self.by_sentence.range(near).rev().map(in_sentence).find(|named| !named.is_empty())?;
        let (one, others) = last.split_first()?;
        others.iter().all(|p| p == one).then_some(*one)
    }
}
