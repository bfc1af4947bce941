//! The lexicon: every term of a language in one Aho-Corasick automaton.

use std::collections::{BTreeMap, HashMap};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;
use toml::Spanned;

use super::paradigm::Paradigms;
use super::{PackError, Sources, Tag, Tags, source};
use crate::vocabulary::{Facets, Field, fold_text};

/// One form of a term, with what it means.
#[derive(Debug, Clone)]
pub struct Term {
    /// The form as the pack writes it. A form that begins with a capital matches only capitalised
    /// words; one in capitals only, only capitals.
    pub form: String,
    /// What kind of word it is.
    pub tag: Tag,
    /// What it says.
    pub facets: Facets,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Any,
    Initial,
    Exact,
}

impl Term {
    fn case(&self) -> Case {
        let mut letters = self.form.chars().filter(|c| c.is_alphabetic());
        match letters.next() {
            Some(first) if first.is_uppercase() => {
                let rest: Vec<char> = letters.collect();
                if !rest.is_empty() && rest.iter().all(|c| c.is_uppercase()) { Case::Exact } else { Case::Initial }
            }
            _ => Case::Any,
        }
    }

    fn fits(&self, written: &str) -> bool {
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        match self.case() {
            Case::Any => true,
            Case::Initial => letters.next().is_some_and(char::is_uppercase),
            Case::Exact => letters.all(char::is_uppercase),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "term")]
    terms: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    tag: Spanned<String>,
    #[serde(default)]
    set: BTreeMap<Field, String>,
    forms: Vec<Spanned<String>>,
}

/// Terms of `common/lexicon.toml` and the language's own.
pub(super) fn terms(sources: &Sources, tags: &Tags, paradigms: &Paradigms, code: &str) -> Result<Vec<Term>, PackError> {
    let mut terms = Vec::new();
    for folder in [source::COMMON, code] {
        let Some(file) = sources.file(folder, "lexicon.toml") else { continue };
        let rows: File = toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
        for row in rows.terms {
            let name = row.tag.get_ref();
            let tag = tags.get(name).ok_or_else(|| {
                let help = tags.closest(name).map_or_else(
                    || "declare it in common/tags.csv".to_owned(),
                    |near| format!("did you mean {near}? Tags are declared in common/tags.csv"),
                );
                PackError::at(&file.shown, &file.text, row.tag.span(), format!("unknown tag {name}"), help)
            })?;
            let mut facets = Facets::new();
            for (field, value) in &row.set {
                facets.set(*field, value.as_str());
            }
            for entry in &row.forms {
                let forms = paradigms
                    .expand(entry.get_ref())
                    .map_err(|(what, help)| PackError::at(&file.shown, &file.text, entry.span(), what, help))?;
                terms.extend(forms.into_iter().map(|f| Term { form: f.text, tag, facets: facets.clone() }));
            }
        }
    }
    Ok(terms)
}

/// A hit of the lexicon in folded text: byte range and the terms that it may be, best first.
#[derive(Debug, Clone)]
pub struct Hit {
    /// First byte in the folded text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Index of the form.
    pub form: usize,
}

/// All terms of a language, ready to search.
#[derive(Debug)]
pub struct Lexicon {
    automaton: AhoCorasick,
    /// By form: indices of terms, best priority first.
    by_form: Vec<Vec<usize>>,
    index: HashMap<String, usize>,
    terms: Vec<Term>,
}

impl Lexicon {
    /// Builds the automaton. The order of `terms` decides nothing.
    pub(super) fn build(terms: Vec<Term>, tags: &Tags) -> Result<Lexicon, PackError> {
        let mut forms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, term) in terms.iter().enumerate() {
            let folded = fold_text(&term.form).split_whitespace().collect::<Vec<_>>().join(" ");
            if !folded.is_empty() {
                forms.entry(folded).or_default().push(i);
            }
        }
        // A form that asks for capitals says more than one that does not. Most forms have one reading: sorted are the rest.
        for readings in forms.values_mut().filter(|r| r.len() > 1) {
            readings.sort_by_cached_key(|i| {
                let t = &terms[*i];
                let priority = std::cmp::Reverse(tags.priority(t.tag));
                (t.case() == Case::Any, priority, t.tag, t.form.clone(), t.facets.to_string())
            });
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(forms.keys())
            .map_err(|e| PackError::file("lexicon.toml", e.to_string(), "make the lexicon smaller"))?;
        let index = forms.keys().enumerate().map(|(i, k)| (k.clone(), i)).collect();
        Ok(Lexicon { automaton, by_form: forms.into_values().collect(), index, terms })
    }

    /// Every occurrence of every form in folded text, words or not; the caller checks the bounds.
    pub fn hits<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Hit> + 'a {
        self.automaton.find_overlapping_iter(folded).map(|m| Hit {
            start: m.start(),
            end: m.end(),
            form: m.pattern().as_usize(),
        })
    }

    /// The terms that a form may be where it is written like `written`, best first.
    pub fn readings<'a>(&'a self, form: usize, written: &'a str) -> impl Iterator<Item = &'a Term> + 'a {
        self.by_form[form].iter().map(|i| &self.terms[*i]).filter(move |t| t.fits(written))
    }

    /// The best term for a folded word, whatever its case.
    pub fn lookup(&self, folded: &str) -> Option<&Term> {
        self.index.get(folded).and_then(|form| self.by_form[*form].first()).map(|i| &self.terms[*i])
    }

    /// All terms for a folded word, whatever its case, the best first.
    pub fn senses(&self, folded: &str) -> impl Iterator<Item = &Term> {
        let terms = self.index.get(folded).map(|form| &self.by_form[*form]);
        terms.into_iter().flatten().map(|i| &self.terms[*i])
    }

    /// Number of forms.
    pub fn len(&self) -> usize {
        self.by_form.len()
    }

    /// True for a lexicon without terms.
    pub fn is_empty(&self) -> bool {
        self.by_form.is_empty()
    }
}
