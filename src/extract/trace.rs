//! What each stage made of each sentence, for `palmares explain`.

use std::collections::BTreeMap;

use super::Document;
use super::mention::Mention;
use crate::rules::{Phrase, Rule};

/// What happened in one sentence.
#[derive(Debug, Default, Clone)]
pub struct TraceSentence {
    /// The sentence.
    pub text: String,
    /// The tags at the end, with words and facets.
    pub mentions: Vec<(String, String, String)>,
    /// Phrases that joined mentions: id, tag and facets.
    pub phrases: Vec<String>,
    /// Rules that fired, with their slots.
    pub fired: Vec<String>,
    /// Rules that nearly fired, with the element that failed.
    pub nearly: Vec<String>,
}

/// What happened in an article.
#[derive(Debug, Default, Clone)]
pub struct Trace {
    /// By number of the sentence.
    pub sentences: BTreeMap<usize, TraceSentence>,
}

impl Trace {
    pub(super) fn phrase(&mut self, index: usize, phrase: &Phrase, mention: &Mention) {
        let line = format!("{} {}", phrase.id, mention.facets);
        self.sentences.entry(index).or_default().phrases.push(line);
    }

    /// Remembers that a rule fired, and what each statement it made says.
    pub(super) fn fired(&mut self, index: usize, rule: &Rule, statements: impl Iterator<Item = String>) {
        let entry = self.sentences.entry(index).or_default();
        let before = entry.fired.len();
        entry.fired.extend(statements.map(|s| format!("{}: {s}", rule.id)));
        if entry.fired.len() == before {
            entry.fired.push(format!("{} (no slot filled)", rule.id));
        }
    }

    /// Remembers how far a rule came that did not fire, where it matched at least two elements.
    pub(super) fn nearly(&mut self, index: usize, rule: &Rule, text: &str) {
        let pieces = &rule.pattern.pieces;
        for cut in (2..pieces.len()).rev() {
            let prefix: String = pieces[..cut].iter().map(|p| p.regex.as_str()).collect();
            if regex::Regex::new(&prefix).is_ok_and(|r| r.is_match(text)) {
                let line = format!("{}: nothing for {}", rule.id, pieces[cut].source);
                self.sentences.entry(index).or_default().nearly.push(line);
                return;
            }
        }
    }

    pub(super) fn finish(&mut self, document: &Document<'_>) {
        for (i, sentence) in document.sentences.iter().enumerate() {
            let entry = self.sentences.entry(i).or_default();
            document.text[sentence.start..sentence.end].clone_into(&mut entry.text);
            for m in &sentence.mentions {
                let words =
                    &document.text[sentence.tokens[m.tokens.start].start..sentence.tokens[m.tokens.end - 1].end];
                entry.mentions.push((
                    document.pack.tags.name(m.tag).to_owned(),
                    words.to_owned(),
                    m.facets.to_string(),
                ));
            }
        }
    }
}
