//! Paragraphs, headings, sentences: bounds into the original text that survive everything.

use unicode_segmentation::UnicodeSegmentation;

use super::mention::Mention;
use super::tokens::{Kind, Token, tokenize};
use crate::rules::LanguageInfo;
use crate::vocabulary::fold_text;

/// A sentence longer than this (in bytes) is cut: no writer means it as one, and rules would not bind in it.
const LONGEST: usize = 2_000;

/// A line shorter than this (in bytes) that ends with a bracket is a heading: "Fiji (4)".
const SHORT: usize = 40;

/// A sentence of the article.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// First byte in the article.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// Number of its paragraph.
    pub(crate) paragraph: usize,
    /// True for a line of its own that does not end like a sentence.
    pub(crate) heading: bool,
    /// True where most words of a heading are capitalised, so that a capital says nothing.
    pub(crate) title_case: bool,
    /// True for a question.
    pub(crate) question: bool,
    pub(crate) tokens: Vec<Token>,
    pub(crate) mentions: Vec<Mention>,
    /// The mentions as the rules of stage 2 saw them, before names took in what describes them.
    pub(crate) early: Vec<Mention>,
}

impl Sentence {
    /// The mention that covers a token.
    pub(crate) fn mention_at(&self, token: usize) -> Option<&Mention> {
        covering(&self.mentions, token)
    }

    /// The mention that covered a token before names took in what describes them.
    pub(crate) fn early_at(&self, token: usize) -> Option<&Mention> {
        covering(&self.early, token)
    }
}

fn covering(mentions: &[Mention], token: usize) -> Option<&Mention> {
    mentions.get(mentions.partition_point(|m| m.tokens.end <= token))
}

/// Cuts the text from byte `body` on into sentences with tokens.
pub(crate) fn sentences(text: &str, body: usize, language: &LanguageInfo) -> Vec<Sentence> {
    let abbreviations: Vec<String> = language.abbreviations.iter().map(|a| fold_text(a)).collect();
    let mut out = Vec::new();
    let mut paragraph = 0;
    let mut at = body;
    for line in text.get(body..).unwrap_or_default().split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let from = at;
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        paragraph += 1;
        let mut first = None;
        for (start, end) in bounds(line, &abbreviations) {
            let piece = &line[start..end];
            let trimmed = piece.trim();
            // What stands in front of a line without a letter is a bullet, or a sign that was lost on its way here: "?Anna".
            // A star says that the line counts apart: "*. Hungary – 8".
            let says = |c: char| c.is_alphanumeric() || c == '*';
            if trimmed.is_empty() || first.is_none() && !trimmed.contains(says) {
                continue;
            }
            let first = *first.get_or_insert(start);
            let lead = piece.len() - piece.trim_start().len();
            let start = from + start + lead;
            let end = start + trimmed.len();
            let tokens = tokenize(text, start, end, language);
            let whole_line = trimmed.len() == line[first..].trim().len();
            let closed = trimmed.ends_with(['.', '!', '?', '…', ';', ':', '"', '»', '”', ')']);
            let bracket = trimmed.ends_with(')') && trimmed.len() < SHORT;
            let heading = whole_line && (!closed || bracket) && trimmed.len() < 200;
            out.push(Sentence {
                start,
                end,
                paragraph,
                heading,
                title_case: heading && title_case(&tokens),
                question: trimmed.trim_end_matches(['"', '»', '”', ' ', '\u{a0}']).ends_with('?'),
                tokens,
                mentions: Vec::new(),
                early: Vec::new(),
            });
        }
    }
    out
}

fn title_case(tokens: &[Token]) -> bool {
    let long: Vec<&Token> = tokens.iter().filter(|t| t.is_word() && t.folded.chars().count() > 3).collect();
    long.len() >= 3 && long.iter().filter(|t| t.is_capitalised()).count() * 4 >= long.len() * 3
}

/// UAX #29 sentence bounds, joined again behind abbreviations, initials and numbers.
fn bounds(line: &str, abbreviations: &[String]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (start, piece) in line.split_sentence_bound_indices() {
        let end = start + piece.len();
        match out.last_mut() {
            Some(last) if goes_on(&line[last.0..last.1], piece, abbreviations) => last.1 = end,
            _ => out.push((start, end)),
        }
    }
    out.into_iter()
        .flat_map(|(start, end)| before_numbers(line, start, end, abbreviations))
        .flat_map(|(start, end)| cut(line, start, end))
        .collect()
}

/// Cuts "They won gold. 2014 was worse": the standard takes a number as going on where a lower-case word follows
/// it (rule SB8), but behind a whole word that is no abbreviation a sentence has ended.
fn before_numbers(line: &str, start: usize, end: usize, abbreviations: &[String]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = start;
    for (at, _) in line[start..end].match_indices(". ") {
        let (stop, next) = (start + at, start + at + ". ".len());
        let digits = line[next..end].bytes().take_while(u8::is_ascii_digit).count();
        let word = line[from..stop].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let whole = word.chars().count() >= SHORTEST_WORD && !word.chars().all(char::is_uppercase);
        if digits > 0 && whole && !abbreviations.contains(&fold_text(word)) {
            out.push((from, next));
            from = next;
        }
    }
    out.push((from, end));
    out
}

/// Letters that a word needs to end a sentence before a number.
const SHORTEST_WORD: usize = 4;

fn goes_on(before: &str, after: &str, abbreviations: &[String]) -> bool {
    let head = before.trim_end();
    let Some(stem) = head.strip_suffix('.') else {
        // A question or an exclamation inside a sentence goes on in lower case.
        return after.chars().next().is_some_and(|c| c.is_lowercase() || c == ',');
    };
    let next = after.trim_start().chars().next();
    if next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | ')')) {
        return true;
    }
    // The number of a list or a ranking, which two may share: "2-3."
    if stem.trim_start().chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–')) {
        return true;
    }
    // "66 kg. Wrestling": a unit behind its number ends a sentence where a capital follows.
    if measured(stem) && next.is_some_and(char::is_uppercase) && !stem.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if numbers_a_list(stem) {
        return true;
    }
    let word =
        stem.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '\u{a0}' | '"' | '«')).next().unwrap_or("");
    let folded = fold_text(word);
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || abbreviations.contains(&folded)
}

/// True where a text ends with a word behind a number: "66 kg".
fn measured(text: &str) -> bool {
    let mut words = text.split_whitespace().rev();
    words.next().is_some() && words.next().is_some_and(|w| w.ends_with(|c: char| c.is_ascii_digit()))
}

/// "1. Anna Kiss (HUN), 2": the next number of a list that runs on in one line.
fn numbers_a_list(stem: &str) -> bool {
    let before = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let Ok(number) = stem[before.len()..].parse::<u8>() else { return false };
    // "57 kg. 1. Anna Kiss": behind a measure in front of the list.
    let measure = before.trim_end().ends_with('.') && measured(before);
    before.ends_with(char::is_whitespace)
        && (before.trim_end().ends_with([',', ';', ')', ':', '-', '–']) || (measure && number == 1))
        && (number == 1 || before.contains(&format!("{}. ", number.saturating_sub(1))))
}

fn cut(line: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = start;
    while end - from > LONGEST {
        let mut at = from + LONGEST;
        while !line.is_char_boundary(at) {
            at -= 1;
        }
        let at = line[from..at].rfind(char::is_whitespace).map_or(at, |i| from + i + 1);
        let at = if at > from { at } else { from + LONGEST };
        let at = (at..=end).find(|i| line.is_char_boundary(*i)).unwrap_or(end);
        out.push((from, at));
        from = at;
    }
    out.push((from, end));
    out
}

impl Sentence {
    /// The folded text of the tokens with single spaces, and where each token begins and ends in it.
    pub(crate) fn folded(&self) -> (String, Vec<(usize, usize)>) {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(self.tokens.len());
        for token in &self.tokens {
            if token.space_before && !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            match token.kind {
                Kind::Punctuation('\u{2013}' | '\u{2014}') => text.push('-'),
                _ => text.push_str(&token.folded),
            }
            spans.push((start, text.len()));
        }
        (text, spans)
    }
}
