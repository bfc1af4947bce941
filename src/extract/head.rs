//! Where an article begins: its first sentences, datelines left out.

use super::Document;
use super::segment::Sentence;

/// What a dateline may be made of.
const WHERE_AND_WHEN: &[&str] = &[
    "CITY", "DATE", "MONTH", "YEAR", "WEEKDAY", "NUM", "DECIMAL", "SCORE", "COMMA", "STOP", "COLON", "DASH", "HYPHEN",
    "SLASH",
];

/// How many mentions a dateline has at most.
const LONGEST: usize = 8;

/// True for a sentence that only says where and when an article was written: "LIMA.", "30.01.2026, 18:20".
pub(super) fn is_dateline(document: &Document<'_>, sentence: &Sentence) -> bool {
    let mentions = &sentence.mentions;
    let says = mentions.iter().any(|m| document.any(m, &["CITY", "DATE", "YEAR", "MONTH", "DECIMAL", "SCORE"]));
    says && mentions.len() <= LONGEST && mentions.iter().all(|m| document.any(m, WHERE_AND_WHEN))
}

/// How many sentences an article has taken up with so many of its own, datelines not counted.
pub(super) fn end_of_first(document: &Document<'_>, sentences: usize) -> usize {
    let own = document.sentences.iter().enumerate().filter(|(_, s)| !is_dateline(document, s));
    own.take(sentences).last().map_or(0, |(i, _)| i + 1)
}

/// How many sentences make the head of an article at least.
const HEAD: usize = 4;

/// How many they are at most, with the lines that a page puts in front of its text.
const LONGEST_HEAD: usize = 12;

/// How many sentences of an article's own its head has at least, and how many mentions such a one.
const LEADS: (usize, usize) = (2, 8);

/// How many sentences make the head of an article: its headlines and its first sentences.
pub(super) fn end_of_head(document: &Document<'_>) -> usize {
    let told = |s: &Sentence| !s.heading && s.mentions.len() >= LEADS.1;
    let first = document.sentences.iter().take(LONGEST_HEAD).enumerate().filter(|(_, s)| told(s));
    let end = first.take(LEADS.0).last().map_or(HEAD, |(i, _)| i + 1);
    end.max(HEAD).min(document.sentences.len())
}
