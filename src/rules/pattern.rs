//! The pattern language of the rules: regular expressions over tags.
//!
//! ```text
//! {ATHLETE}          one mention with that tag          {A|B}    either tag
//! {^A|B}             one mention with neither tag       {*}      any mention
//! {MEDAL:medal}      the slot `medal` holds this mention
//! word               a literal word, lower case         (x|y)    alternatives
//! {WORD}             any word without a tag, literal words of other rules too, copulas not
//! (x y):who          the slot `who` holds all of that; in a phrase `(x):self` is what becomes the mention
//! x?  x*  x+         optional, any number, at least one (as many as possible)
//! x*5                at most five, as few as possible
//! ^  $               the first or last mention of the sentence stands here
//! @name              a macro, from `macros.toml`
//! ```
//! Each tag is one character, so a pattern needs no word bounds, no case and no inflection.

use std::collections::BTreeMap;

use super::{Tag, Tags};

/// A set of tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TagSet(Vec<u64>);

impl TagSet {
    /// Adds a tag.
    pub fn insert(&mut self, tag: Tag) {
        let (word, bit) = (usize::from(tag.0) / 64, tag.0 % 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << bit;
    }

    /// True where both sets share a tag.
    pub fn meets(&self, other: &TagSet) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }
}

/// A capture group that fills a slot.
#[derive(Debug, Clone)]
pub struct Group {
    /// The slot's name.
    pub slot: String,
    /// Index of the group in the regular expression.
    pub index: usize,
}

/// A top-level element of a pattern, for showing where a rule stopped.
#[derive(Debug, Clone)]
pub struct Piece {
    /// As the rule writes it.
    pub source: String,
    /// As a regular expression over tag letters.
    pub regex: String,
}

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The expression over tag letters.
    pub regex: regex::Regex,
    /// Its slots.
    pub groups: Vec<Group>,
    /// The sentence must have a tag of each of these sets, else the pattern cannot match.
    pub gate: Vec<TagSet>,
    /// Its top-level elements.
    pub pieces: Vec<Piece>,
}

/// What is wrong in a pattern, and at which byte.
#[derive(Debug)]
pub(super) struct PatternError {
    pub(super) at: std::ops::Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// Macros: name to pattern source.
pub(super) type Macros = BTreeMap<String, String>;

const MAX_DEPTH: usize = 12;

/// The tag of a lower-case word that has no other; `{WORD}` also matches the words that other rules name.
const WORD: &str = "WORD";

struct Parser<'a> {
    source: &'a str,
    at: usize,
    tags: &'a mut Tags,
    macros: &'a Macros,
    depth: usize,
    /// Slot of each capture group, in order of opening.
    groups: Vec<String>,
    gate: Vec<TagSet>,
}

impl Pattern {
    /// Compiles a pattern; literal words become tags.
    pub(super) fn compile(source: &str, tags: &mut Tags, macros: &Macros) -> Result<Pattern, PatternError> {
        let mut parser = Parser { source, at: 0, tags, macros, depth: 0, groups: Vec::new(), gate: Vec::new() };
        let mut pieces = parser.sequence(true)?;
        if parser.peek() == Some('|') {
            // Alternatives at the top are one element, and none of them is obligatory.
            let mut all = vec![pieces.iter().map(|p| p.regex.as_str()).collect::<String>()];
            while parser.peek() == Some('|') {
                parser.at += 1;
                all.push(parser.sequence(true)?.iter().map(|p| p.regex.as_str()).collect());
            }
            parser.gate.clear();
            pieces = vec![Piece { source: source.to_owned(), regex: format!("(?:{})", all.join("|")) }];
        }
        if parser.at < source.len() {
            return Err(parser.error(parser.at..parser.at + 1, "unbalanced `)`", "remove it"));
        }
        let text: String = pieces.iter().map(|p| p.regex.as_str()).collect();
        let groups =
            parser.groups.iter().enumerate().map(|(i, slot)| Group { slot: slot.clone(), index: i + 1 }).collect();
        let gate = std::mem::take(&mut parser.gate);
        let regex = regex::RegexBuilder::new(&text).size_limit(4 << 20).build().map_err(|e| PatternError {
            at: 0..source.len(),
            message: format!("the pattern does not compile: {e}"),
            help: "make it shorter; bounded repetitions multiply".into(),
        })?;
        if regex.is_match("") {
            return Err(PatternError {
                at: 0..source.len(),
                message: "the pattern matches the empty sequence".into(),
                help: "make at least one element obligatory".into(),
            });
        }
        Ok(Pattern { regex, groups, gate, pieces })
    }
}

impl Parser<'_> {
    fn error(&self, at: std::ops::Range<usize>, message: &str, help: &str) -> PatternError {
        PatternError { at, message: message.to_owned(), help: help.to_owned() }
    }

    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Elements up to `)`, `|` or the end.
    fn sequence(&mut self, required: bool) -> Result<Vec<Piece>, PatternError> {
        let mut pieces = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None | Some(')' | '|') => return Ok(pieces),
                Some(_) => {
                    let start = self.at;
                    let regex = self.element(required)?;
                    pieces.push(Piece { source: self.source[start..self.at].trim().to_owned(), regex });
                }
            }
        }
    }

    fn element(&mut self, required: bool) -> Result<String, PatternError> {
        let gate_before = self.gate.len();
        let start = self.at;
        let body = match self.peek() {
            Some('{') => self.token(required)?,
            Some('(') => self.group(required)?,
            Some('@') => self.macro_call(required)?,
            Some(c @ ('^' | '$')) => {
                self.at += 1;
                return Ok(c.to_string());
            }
            Some(c) if c.is_alphanumeric() || c == '\'' => self.literal(required),
            _ => {
                return Err(self.error(
                    start..start + 1,
                    "unexpected character",
                    "elements are {TAG}, words, (…), @macro; quantifiers ? * + *N",
                ));
            }
        };
        let quantifier = match self.peek() {
            Some('?') => "?".to_owned(),
            Some('+') => "+".to_owned(),
            Some('*') => {
                let digits: String = self.source[self.at + 1..].chars().take_while(char::is_ascii_digit).collect();
                self.at += digits.len();
                if digits.is_empty() { "*".to_owned() } else { format!("{{0,{digits}}}?") }
            }
            _ => return Ok(body),
        };
        self.at += 1;
        if quantifier != "+" {
            self.gate.truncate(gate_before);
        }
        Ok(format!("(?:{body}){quantifier}"))
    }

    /// `{A|B:slot}`
    fn token(&mut self, required: bool) -> Result<String, PatternError> {
        let start = self.at;
        let Some(length) = self.source[start..].find('}') else {
            return Err(self.error(start..self.source.len(), "`{` without `}`", "close it"));
        };
        let inner = &self.source[start + 1..start + length];
        self.at = start + length + 1;
        let (names, slot) = inner.split_once(':').map_or((inner, None), |(n, s)| (n, Some(s.trim().to_owned())));
        let (names, negated) = names.trim().strip_prefix('^').map_or((names.trim(), false), |n| (n, true));
        let mut set = TagSet::default();
        let mut class = String::new();
        let mut any_word = false;
        if names != "*" {
            let mut expanded = String::new();
            for name in names.split('|').map(str::trim) {
                let Some(macro_name) = name.strip_prefix('@') else {
                    expanded.push_str(name);
                    expanded.push('|');
                    continue;
                };
                let Some(list) = self.macros.get(macro_name) else {
                    return Err(self.error(
                        start..self.at,
                        &format!("undefined macro @{macro_name}"),
                        "define it under [macros]",
                    ));
                };
                expanded.push_str(list.trim().trim_matches(|c| c == '{' || c == '}'));
                expanded.push('|');
            }
            for name in expanded.split('|').map(str::trim).filter(|n| !n.is_empty()) {
                let literal = name.chars().next().is_some_and(|c| c.is_lowercase() || c == '\'');
                let tag = if literal { Some(self.tags.literal(name)) } else { self.tags.get(name) };
                let Some(tag) = tag else {
                    let at = self.source[start..self.at].find(name).map_or(start, |i| start + i);
                    let help = self.tags.closest(name).map_or_else(
                        || "declare it in common/tags.csv".to_owned(),
                        |near| format!("did you mean {near}? Tags are declared in common/tags.csv"),
                    );
                    return Err(self.error(at..at + name.len(), &format!("unknown tag {name}"), &help));
                };
                set.insert(tag);
                class.push(tag.letter());
                if name == WORD && !negated {
                    any_word = true;
                    class.push_str(&self.tags.literal_letters());
                }
            }
        }
        let body = match (names, negated) {
            ("*", _) => "(?s:.)".to_owned(),
            (_, true) => format!("[^{class}]"),
            _ => format!("[{class}]"),
        };
        if required && !negated && !any_word && names != "*" && self.depth == 0 {
            self.gate.push(set);
        }
        Ok(match slot {
            Some(slot) => {
                self.groups.push(slot);
                format!("({body})")
            }
            None => body,
        })
    }

    /// `(x | y):slot`
    fn group(&mut self, required: bool) -> Result<String, PatternError> {
        let start = self.at;
        self.at += 1;
        let gate_before = self.gate.len();
        let slot = self.slot_of_group(start);
        if let Some(slot) = &slot {
            self.groups.push(slot.clone());
        }
        let mut alternatives = Vec::new();
        loop {
            let pieces = self.sequence(required)?;
            alternatives.push(pieces.into_iter().map(|p| p.regex).collect::<String>());
            match self.peek() {
                Some('|') => self.at += 1,
                Some(')') => break,
                _ => return Err(self.error(start..start + 1, "`(` without `)`", "close it")),
            }
        }
        self.at += 1;
        if alternatives.len() > 1 {
            self.gate.truncate(gate_before);
        }
        let body = alternatives.join("|");
        Ok(match slot {
            Some(slot) => {
                self.at += slot.len() + 1;
                format!("({body})")
            }
            None => format!("(?:{body})"),
        })
    }

    /// The slot name behind the parenthesis that closes the one at `start`.
    fn slot_of_group(&self, start: usize) -> Option<String> {
        let mut depth = 0;
        for (i, c) in self.source[start..].char_indices() {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth -= 1;
                    if depth == 0 {
                        let rest = self.source[start + i + 1..].strip_prefix(':')?;
                        let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                        return (!name.is_empty()).then_some(name);
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn literal(&mut self, required: bool) -> String {
        let word: String = self.source[self.at..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '\u{301}'))
            .collect();
        self.at += word.len();
        let tag = self.tags.literal(&word);
        if required && self.depth == 0 {
            let mut set = TagSet::default();
            set.insert(tag);
            self.gate.push(set);
        }
        tag.letter().to_string()
    }

    fn macro_call(&mut self, required: bool) -> Result<String, PatternError> {
        let start = self.at;
        let name: String =
            self.source[start + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        self.at = start + 1 + name.len();
        let Some(body) = self.macros.get(&name) else {
            return Err(self.error(
                start..self.at,
                &format!("undefined macro @{name}"),
                "define it under [macros] in macros.toml of this folder or of common",
            ));
        };
        if self.depth >= MAX_DEPTH {
            return Err(self.error(start..self.at, &format!("@{name} calls itself"), "macros may not be recursive"));
        }
        let mut inner = Parser {
            source: body,
            at: 0,
            tags: self.tags,
            macros: self.macros,
            depth: self.depth + 1,
            groups: std::mem::take(&mut self.groups),
            gate: Vec::new(),
        };
        let mut alternatives = Vec::new();
        let result = loop {
            match inner.sequence(required) {
                Ok(pieces) => alternatives.push(pieces.into_iter().map(|p| p.regex).collect::<String>()),
                Err(e) => break Err(e),
            }
            match inner.peek() {
                Some('|') => inner.at += 1,
                None => break Ok(()),
                Some(_) => {
                    let e = inner.error(0..1, "unbalanced `)` in the macro", "remove it");
                    break Err(e);
                }
            }
        };
        let groups = std::mem::take(&mut inner.groups);
        self.groups = groups;
        result.map_err(|e| self.error(start..self.at, &format!("in macro @{name}: {}", e.message), &e.help))?;
        Ok(format!("(?:{})", alternatives.join("|")))
    }
}
