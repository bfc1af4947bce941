//! What the stages hand on: words with a tag and a value.

use std::ops::Range;

use crate::rules::Tag;
use crate::vocabulary::Facets;

/// A run of tokens with a tag and a value.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) tag: Tag,
    /// Its tokens in the sentence.
    pub(crate) tokens: Range<usize>,
    pub(crate) facets: Facets,
    /// True where the lexicon gave the tag.
    pub(crate) lexical: bool,
    /// Other meanings of the same tag.
    pub(crate) others: Vec<Facets>,
}

impl Mention {
    /// Its place among the mentions of its sentence, which stand in the order of their tokens.
    pub(crate) fn place_in(&self, mentions: &[Mention]) -> usize {
        mentions.partition_point(|m| m.tokens.start < self.tokens.start)
    }
}
