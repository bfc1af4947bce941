//! `orthographies.toml`: other spellings of a language, and how a text in one of them is turned into the spelling that
//! the pack is written in.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{PackError, Sources};

const FILE: &str = "orthographies.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    keep: Vec<String>,
    #[serde(default, rename = "orthography")]
    orthographies: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    signs: Vec<String>,
    letters: Vec<String>,
}

/// In front of letters that only begin a word.
const INITIAL: char = '^';

/// One other spelling of a language.
#[derive(Debug, Clone)]
pub struct Orthography {
    /// What it is called.
    pub name: String,
    /// Letters that no other language has together: a text with all the parts of one of them is in this spelling.
    signs: Vec<String>,
    /// Words that stay as they are.
    keep: Vec<String>,
    /// What letters, and stems of words, become; in lower case. At each place the longest is taken.
    letters: BTreeMap<String, String>,
    /// Characters of the longest of them.
    longest: usize,
}

/// A text in the spelling of the pack, and where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respelled {
    /// The text.
    pub text: String,
    /// For each character of the text, and for its end, the character of the original at which its piece begins.
    origin: Vec<usize>,
}

impl Respelled {
    /// The character of the original that stands at a character of the text.
    pub fn origin(&self, character: usize) -> usize {
        self.origin.get(character).or(self.origin.last()).copied().unwrap_or_default()
    }

    /// The byte of the text at which a character of the original, or what came of it, stands.
    pub fn byte_of(&self, original: usize) -> usize {
        let at = self.origin.partition_point(|o| *o < original);
        self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte)
    }
}

impl Orthography {
    pub(super) fn load(sources: &Sources, code: &str) -> Result<Vec<Orthography>, PackError> {
        let Some(file) = sources.file(code, FILE) else { return Ok(Vec::new()) };
        let rows: File = toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
        let built = |row: Row| {
            let pair = |line: &String| {
                line.split_once(' ').map(|(from, to)| (from.to_owned(), to.to_owned())).ok_or_else(|| {
                    let what = format!("`{line}` in the letters of `{}` is no pair", row.name);
                    PackError::file(&file.shown, what, "write the letters, a space, and what they become")
                })
            };
            let letters = row.letters.iter().map(pair).collect::<Result<BTreeMap<_, _>, _>>()?;
            let longest = letters.keys().map(|k| k.chars().count()).max().unwrap_or(0);
            Ok(Orthography { name: row.name, signs: row.signs, keep: rows.keep.clone(), letters, longest })
        };
        rows.orthographies.into_iter().map(built).collect()
    }

    /// How often the rarest part of the best sign stands in a text in lower case; 0 where the text is not in this
    /// spelling.
    pub(super) fn signs_in(&self, lower: &str) -> usize {
        let times = |part: &str| lower.matches(part).count();
        self.signs.iter().filter_map(|sign| sign.split(' ').map(times).min()).max().unwrap_or(0)
    }

    /// The text in the spelling of the pack.
    pub(super) fn respell(&self, text: &str) -> Respelled {
        let chars: Vec<char> = text.chars().collect();
        let mut out =
            Respelled { text: String::with_capacity(text.len() * 2), origin: Vec::with_capacity(chars.len() + 1) };
        let mut at = 0;
        while at < chars.len() {
            let word = chars[at..].iter().take_while(|c| c.is_alphabetic()).count();
            if word == 0 {
                out.push(at, &chars[at..=at]);
                at += 1;
            } else {
                self.word(&chars[at..at + word], at, &mut out);
                at += word;
            }
        }
        out.origin.push(chars.len());
        out
    }

    fn word(&self, word: &[char], offset: usize, out: &mut Respelled) {
        let plain: String = word.iter().collect();
        if self.keep.contains(&plain) {
            out.push(offset, word);
            return;
        }
        // A letter whose lower case is of several characters is none of an orthography's.
        let lower: Vec<char> = word.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
        let mut at = 0;
        while at < word.len() {
            let longest = self.longest.min(word.len() - at);
            let piece = (1..=longest).rev().find_map(|n| {
                let key: String = lower[at..at + n].iter().collect();
                let initial = (at == 0).then(|| self.letters.get(&format!("{INITIAL}{key}"))).flatten();
                Some((n, initial.or_else(|| self.letters.get(&key))?))
            });
            let Some((n, to)) = piece else {
                out.push(offset + at, &word[at..=at]);
                at += 1;
                continue;
            };
            let capital = word[at].is_uppercase();
            let all = n > 1 && word[at..at + n].iter().all(|c| c.is_uppercase());
            let cased = |(i, c): (usize, char)| {
                if all || capital && i == 0 { c.to_uppercase().next().unwrap_or(c) } else { c }
            };
            let to: Vec<char> = to.chars().enumerate().map(cased).collect();
            out.push(offset + at, &to);
            at += n;
        }
    }
}

impl Respelled {
    fn push(&mut self, origin: usize, chars: &[char]) {
        self.text.extend(chars);
        self.origin.extend(std::iter::repeat_n(origin, chars.len()));
    }
}
