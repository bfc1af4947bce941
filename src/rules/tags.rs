//! The alphabet of the rules: one character for each tag and for each literal word.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::source::SourceFile;
use super::{PackError, Sources};

/// A tag: an index into [`Tags`], and one character of the private alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u16);

/// First character of the alphabet (Unicode private use area).
const FIRST: u32 = 0xE000;
/// Number of characters in the private use area.
const CAPACITY: usize = 6400;

impl Tag {
    /// The character that stands for this tag in a sentence's string of tags.
    pub fn letter(self) -> char {
        char::from_u32(FIRST + u32::from(self.0)).unwrap_or('\u{E000}')
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    tag: String,
    priority: i32,
    meaning: String,
}

/// The tags that exist, declared in `common/tags.csv`, and the literal words that rules use.
#[derive(Debug, Clone, Default)]
pub struct Tags {
    names: Vec<String>,
    priorities: Vec<i32>,
    meanings: Vec<String>,
    index: BTreeMap<String, Tag>,
    /// From this tag on literal words are words like others to a pattern that asks for `{WORD}`.
    open: usize,
}

/// Tags that the code itself gives; a `tags.csv` without them is an error.
const BUILT_IN: &[&str] = &[
    "WORD",
    "CAP",
    "PERSON",
    "NUM",
    "ORD",
    "YEAR",
    "RANGE",
    "SCORE",
    "TALLY",
    "DECIMAL",
    "COMMA",
    "STOP",
    "SEMI",
    "COLON",
    "OPEN",
    "CLOSE",
    "QUOTE",
    "DASH",
    "HYPHEN",
    "SLASH",
    "SIGN",
    "COUNTRY",
    "DEMONYM",
    "PEOPLE",
    "CITY",
    "SPORT",
    "ATHLETE",
    "ATHLETES",
    "EVENT",
    "DISCIPLINE",
    "COMPNAME",
    "REGION",
    "AGE",
    "OFFICIAL",
    "ROLE",
    "LITERAL",
];

impl Tags {
    /// Reads `common/tags.csv`.
    pub(super) fn load(sources: &Sources) -> Result<Tags, PackError> {
        let missing = || PackError::file("common/tags.csv", "the file is missing", "every tag is declared there");
        let SourceFile { shown, text } = sources.file(super::source::COMMON, "tags.csv").ok_or_else(missing)?;
        let mut tags = Tags::default();
        for row in super::tables::rows::<Row>(shown, text)? {
            let row = row.value;
            tags.add(&row.tag, row.priority, &row.meaning);
        }
        for name in BUILT_IN {
            if tags.get(name).is_none() {
                return Err(PackError::file(
                    shown,
                    format!("the tag {name} is missing"),
                    "the program itself gives this tag; declare it",
                ));
            }
        }
        Ok(tags)
    }

    fn add(&mut self, name: &str, priority: i32, meaning: &str) -> Tag {
        let tag = Tag(self.names.len().min(CAPACITY - 1) as u16);
        self.names.push(name.to_owned());
        self.priorities.push(priority);
        self.meanings.push(meaning.to_owned());
        self.index.insert(name.to_owned(), tag);
        tag
    }

    /// The tag of that name.
    pub fn get(&self, name: &str) -> Option<Tag> {
        self.index.get(name).copied()
    }

    /// The tag that a file names, or an error at its place.
    pub(super) fn find(&self, file: &SourceFile, name: &Spanned<String>) -> Result<Tag, PackError> {
        self.get(name.get_ref()).ok_or_else(|| {
            let message = format!("unknown tag {}", name.get_ref());
            PackError::at(&file.shown, &file.text, name.span(), message, "tags are declared in common/tags.csv")
        })
    }

    /// A tag that the program itself relies on; `load` has made sure that it exists.
    pub fn built_in(&self, name: &str) -> Tag {
        self.get(name).unwrap_or(Tag(0))
    }

    /// The tag of a literal word, made at its first use in a rule.
    pub(super) fn literal(&mut self, word: &str) -> Tag {
        self.get(word).unwrap_or_else(|| self.add(word, -1, "a word that a rule names"))
    }

    /// Sets the verbs apart that only join what stands on their two sides: they are no `{WORD}`, whether a rule names
    /// them or not. Literal words that come later are.
    pub(super) fn set_apart(&mut self, copulas: &[String]) {
        for word in copulas {
            self.literal(word);
        }
        self.open = self.names.len();
    }

    /// The letters of literal words, as a range within a class: a rule that names a word does not take it from the
    /// patterns that ask for any word.
    pub(super) fn literal_letters(&self) -> String {
        let letter = |i: usize| Tag(i.min(CAPACITY - 1) as u16).letter();
        format!("{}-{}", letter(self.open), letter(CAPACITY - 1))
    }

    /// The name of a tag; a literal word is its own name.
    pub fn name(&self, tag: Tag) -> &str {
        self.names.get(usize::from(tag.0)).map_or("?", |n| n)
    }

    /// What a tag means, in a line.
    pub fn meaning(&self, tag: Tag) -> &str {
        self.meanings.get(usize::from(tag.0)).map_or("", |n| n)
    }

    /// Which of two tags wins where both fit the same words: the higher.
    pub fn priority(&self, tag: Tag) -> i32 {
        self.priorities.get(usize::from(tag.0)).copied().unwrap_or(0)
    }

    /// Number of tags.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// True where no tag is declared.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The literal words, with their tags.
    pub(super) fn literals(&self) -> impl Iterator<Item = (&str, Tag)> {
        self.names
            .iter()
            .enumerate()
            .filter(|(i, _)| self.priorities[*i] == -1)
            .map(|(i, n)| (n.as_str(), Tag(i as u16)))
    }

    /// The declared tag closest in spelling, for error messages.
    pub(super) fn closest(&self, name: &str) -> Option<&str> {
        let distance = |a: &str, b: &str| {
            let b: Vec<char> = b.chars().collect();
            let mut row: Vec<usize> = (0..=b.len()).collect();
            for (i, ca) in a.chars().enumerate() {
                let mut previous = row[0];
                row[0] = i + 1;
                for j in 0..b.len() {
                    let next = (previous + usize::from(ca != b[j])).min(row[j] + 1).min(row[j + 1] + 1);
                    previous = row[j + 1];
                    row[j + 1] = next;
                }
            }
            row[b.len()]
        };
        self.names.iter().map(|n| (distance(name, n), n)).min().filter(|(d, _)| *d <= 3).map(|(_, n)| n.as_str())
    }
}
