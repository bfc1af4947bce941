//! Which language an article is in: a gate of function words, else `lingua`.
//!
//! The gate decides most articles in microseconds; where it is not sure the detector looks at a
//! bounded sample. A language without a pack is named, never forced into a neighbour.

use std::sync::LazyLock;

use lingua::{LanguageDetector, LanguageDetectorBuilder};

use crate::rules::{LanguageInfo, Packs};
use crate::vocabulary::fold_text;

/// Characters of the sample that the detector sees: more is slower, not better.
const SAMPLE: usize = 400;
/// Characters that the gate reads.
const GATE: usize = 4_000;
/// Fewer letters than this are not enough to tell.
const FEWEST_LETTERS: usize = 40;
/// Share of function words from which the gate is sure: articles have 0.14 to 0.35 of their own language's
/// words, where these are such as its neighbours lack, and at most 0.05 of another's.
const SURE: f64 = 0.12;
/// Share of function words from which a text that has the letters of another spelling is in that language.
const RESPELLED: f64 = 0.06;
/// Fewer words than this are not enough for the gate.
const FEWEST_WORDS: usize = 12;
/// How much better the best language must be than the second.
const LEAD: f64 = 1.8;
/// The detector's confidence below which nothing is claimed.
const CONFIDENT: f64 = 0.5;

static DETECTOR: LazyLock<LanguageDetector> = LazyLock::new(|| LanguageDetectorBuilder::from_all_languages().build());

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    /// ISO 639-1 code, or empty where it cannot be told.
    pub code: String,
    /// 0 to 1.
    pub confidence: f64,
}

/// True where a text has letters enough for its language to be told.
pub fn enough(text: &str) -> bool {
    letters(&body(text)) >= FEWEST_LETTERS
}

fn letters(body: &str) -> usize {
    body.chars().filter(|c| c.is_alphabetic()).count()
}

/// The language of a text.
pub fn detect(text: &str, packs: &Packs) -> Detection {
    let body = body(text);
    if letters(&body) < FEWEST_LETTERS {
        return Detection { code: String::new(), confidence: 0.0 };
    }
    if let Some(found) = gate(&body, packs) {
        return found;
    }
    let sample = sample(&body);
    let values = DETECTOR.compute_language_confidence_values(&sample);
    for (language, confidence) in values {
        let code = language.iso_code_639_1().to_string();
        if packs.languages().any(|l| l.code == code && vetoed(&body, l)) {
            continue;
        }
        if confidence < CONFIDENT {
            break;
        }
        return Detection { code, confidence: round(confidence) };
    }
    Detection { code: String::new(), confidence: 0.0 }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The lines that are sentences; headings, captions, tables and datelines are left out where there are others.
fn body(text: &str) -> String {
    let lines = || text.lines().map(str::trim).filter(|l| !l.is_empty());
    let long: Vec<&str> = lines()
        .filter(|l| {
            let letters = l.chars().filter(|c| c.is_alphabetic()).count();
            letters >= 60 && letters * 2 > l.chars().count()
        })
        .collect();
    let chosen: Vec<&str> = if long.is_empty() { lines().collect() } else { long };
    chosen.join("\n").chars().take(GATE).collect()
}

/// The first characters, then some from the middle.
fn sample(body: &str) -> String {
    let count = body.chars().count();
    if count <= SAMPLE {
        return body.to_owned();
    }
    body.chars().skip((count - SAMPLE) / 3).take(SAMPLE).collect()
}

/// The words of a folded text; none of a text that has too few.
fn words(folded: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    (words.len() >= FEWEST_WORDS).then_some(words)
}

/// The share of words that are function words of a language.
fn share(words: &[&str], language: &LanguageInfo) -> f64 {
    let hits = words.iter().filter(|w| language.function_words.iter().any(|f| f == *w)).count();
    hits as f64 / words.len() as f64
}

/// True for a text in another spelling of a language.
fn is_respelled(body: &str, language: &LanguageInfo) -> bool {
    let Some(respelled) = language.respell(body) else { return false };
    words(&fold_text(&respelled.text)).is_some_and(|words| share(&words, language) >= RESPELLED)
}

fn gate(body: &str, packs: &Packs) -> Option<Detection> {
    if let Some(language) = packs.languages().find(|language| is_respelled(body, language)) {
        return Some(Detection { code: language.code.clone(), confidence: 1.0 });
    }
    let folded = fold_text(body);
    let words = words(&folded)?;
    let mut scores: Vec<(f64, &LanguageInfo)> =
        packs.languages().map(|language| (share(&words, language), language)).collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (best, language) = *scores.first()?;
    let second = scores.get(1).map_or(0.0, |s| s.0);
    (best >= SURE && best >= LEAD * second && !vetoed(body, language))
        .then(|| Detection { code: language.code.clone(), confidence: 1.0 })
}

/// True where the text cannot be in the language: it has letters that the language does not have, more than names
/// would explain, or lacks those that the language cannot do without.
fn vetoed(body: &str, language: &LanguageInfo) -> bool {
    let foreign = body.chars().filter(|c| language.foreign_letters.contains(*c)).count();
    foreign * 100 > body.chars().count() || lacks_its_own(body, language)
}

/// True for a text in the alphabet of the required letters in which they are rarer than three in a thousand.
fn lacks_its_own(body: &str, language: &LanguageInfo) -> bool {
    let cyrillic = |c: &char| matches!(c, '\u{400}'..='\u{52F}');
    let Some(first) = language.required_letters.chars().next() else { return false };
    let letters = body.chars().filter(|c| c.is_alphabetic());
    let (same, other): (Vec<char>, Vec<char>) = letters.partition(|c| cyrillic(c) == cyrillic(&first));
    let own = same.iter().filter(|c| c.to_lowercase().any(|l| language.required_letters.contains(l))).count();
    same.len() > other.len() && own * 1000 < same.len() * 3
}
