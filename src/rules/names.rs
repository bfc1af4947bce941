//! `names.toml` and the name tables: how a person's name looks.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::declension::{self, Declensions, Part};
use super::paradigm::Paradigms;
use super::{PackError, Sources, source, tables};
use crate::vocabulary::{fold_text, name_key};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    particles: Vec<String>,
    #[serde(default)]
    suffixes: Vec<String>,
    #[serde(default)]
    titles: Vec<String>,
    #[serde(default)]
    organisation_words: Vec<String>,
    #[serde(default)]
    not_names: Vec<String>,
    #[serde(default)]
    siblings: Vec<String>,
    #[serde(default)]
    venues_after: Vec<String>,
    #[serde(default)]
    venues_before: Vec<String>,
    #[serde(default)]
    patronymics: Vec<String>,
    #[serde(default)]
    credits: Vec<String>,
    #[serde(default)]
    only_last_inflected: bool,
    #[serde(default, rename = "declension")]
    declensions: Vec<declension::Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    name: String,
    gender: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AsianSurname {
    name: String,
    #[serde(rename = "origin")]
    _origin: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ending {
    ending: String,
    gender: String,
    #[serde(rename = "origin")]
    _origin: String,
}

/// Letters that the father's name in a patronymic has at least.
const LEAST_FATHER: usize = 3;

/// What is known about names, all folded.
#[derive(Debug, Clone, Default)]
pub struct Names {
    given: HashMap<String, Option<&'static str>>,
    /// Given names of the language's own table, in its own script.
    own: HashSet<String>,
    asian_surnames: HashSet<String>,
    endings: Vec<(String, Option<&'static str>)>,
    particles: HashSet<String>,
    suffixes: HashSet<String>,
    titles: HashSet<String>,
    organisations: HashSet<String>,
    not_names: HashSet<String>,
    siblings: HashSet<String>,
    venues_after: HashSet<String>,
    venues_before: HashSet<String>,
    patronymics: HashSet<String>,
    patronymic_endings: Vec<String>,
    credits: HashSet<String>,
    only_last_inflected: bool,
    /// How names are inflected.
    pub(crate) declensions: Declensions,
}

fn gender(code: &str) -> Option<&'static str> {
    match code {
        "m" => Some("men"),
        "f" => Some("women"),
        _ => None,
    }
}

impl Names {
    pub(super) fn load(sources: &Sources, paradigms: &Paradigms, code: &str) -> Result<Names, PackError> {
        let mut names = Names::default();
        for folder in [source::COMMON, code] {
            if let Some(file) = sources.file(folder, "given_names.csv") {
                for row in tables::rows::<Given>(&file.shown, &file.text)? {
                    if folder == code {
                        names.own.insert(fold_text(&row.value.name));
                    }
                    names.given.insert(name_key(&row.value.name), gender(&row.value.gender));
                }
            }
            if let Some(file) = sources.file(folder, "surnames_asian.csv") {
                for row in tables::rows::<AsianSurname>(&file.shown, &file.text)? {
                    names.asian_surnames.insert(name_key(&row.value.name));
                }
            }
            if let Some(file) = sources.file(folder, "surname_gender.csv") {
                for row in tables::rows::<Ending>(&file.shown, &file.text)? {
                    // An ending without a gender blocks the shorter ones.
                    let ending = row.value.ending.trim_start_matches('-').to_lowercase();
                    names.endings.push((ending, gender(&row.value.gender)));
                }
            }
            if let Some(file) = sources.file(folder, "names.toml") {
                let lists: File =
                    toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
                let fold = |words: Vec<String>| -> Result<Vec<String>, PackError> {
                    let mut folded = Vec::new();
                    for word in words {
                        folded.extend(paradigms.expand_in(file, &word)?.iter().map(|f| fold_text(&f.text)));
                    }
                    Ok(folded)
                };
                names.particles.extend(fold(lists.particles)?);
                names.suffixes.extend(fold(lists.suffixes)?);
                names.titles.extend(fold(lists.titles)?);
                names.organisations.extend(fold(lists.organisation_words)?);
                names.not_names.extend(fold(lists.not_names)?);
                names.siblings.extend(fold(lists.siblings)?);
                names.venues_after.extend(fold(lists.venues_after)?);
                names.venues_before.extend(fold(lists.venues_before)?);
                for word in lists.patronymics {
                    match word.strip_prefix('-') {
                        Some(ending) => names.patronymic_endings.push(fold_text(ending)),
                        None => drop(names.patronymics.insert(fold_text(&word))),
                    }
                }
                names.credits.extend(fold(lists.credits)?);
                names.declensions.add(lists.declensions);
                names.only_last_inflected |= lists.only_last_inflected;
            }
        }
        names.endings.sort_by_key(|(e, _)| std::cmp::Reverse(e.len()));
        Ok(names)
    }

    /// True for a known given name, in any case that the language has.
    pub fn is_given(&self, word: &str) -> bool {
        self.is_given_as_written(word)
            || self.declensions.bases(word, Part::Given).iter().any(|b| self.is_given_as_written(&b.nominative))
    }

    /// True for a known given name in the nominative.
    pub fn is_given_as_written(&self, word: &str) -> bool {
        self.given.contains_key(&name_key(word))
    }

    /// True for a given name, in the nominative, that the language's own table has in this spelling.
    pub fn is_own_given(&self, word: &str) -> bool {
        self.own.contains(&fold_text(word))
    }

    /// True where only the last word of a name takes the ending of a case (Kazakh, Turkish).
    pub fn only_last_inflected(&self) -> bool {
        self.only_last_inflected
    }

    /// True for a surname that usually comes first (Chinese, Korean, Vietnamese).
    pub fn is_asian_surname(&self, word: &str) -> bool {
        self.asian_surnames.contains(&name_key(word))
    }

    /// True for a lower-case word that may stand inside a name (`van`, `de`).
    pub fn is_particle(&self, folded: &str) -> bool {
        self.particles.contains(folded)
    }

    /// True for what may follow a name (`Jr`).
    pub fn is_suffix(&self, folded: &str) -> bool {
        self.suffixes.contains(folded)
    }

    /// True for a form of address before a name.
    pub fn is_title(&self, folded: &str) -> bool {
        self.titles.contains(folded)
    }

    /// True for a word that marks an organisation or a building.
    pub fn is_organisation(&self, folded: &str) -> bool {
        self.organisations.contains(folded)
    }

    /// True for a common word, written with a capital or not.
    pub fn is_common(&self, folded: &str) -> bool {
        self.not_names.contains(folded)
    }

    /// True for a noun that says that the names beside it share a surname (`brothers`).
    pub fn is_sibling(&self, folded: &str) -> bool {
        self.siblings.contains(folded)
    }

    /// True for a building, a competition or a trophy that stands behind the name it bears (`Stadium`).
    pub fn is_venue(&self, folded: &str) -> bool {
        self.venues_after.contains(folded)
    }

    /// The same in front of the name (`stade`).
    pub fn is_venue_before(&self, folded: &str) -> bool {
        self.venues_before.contains(folded)
    }

    /// True for a word that makes a patronymic of the name before it (`kyzy`), in any case that the language has.
    pub fn makes_patronymic(&self, word: &str) -> bool {
        let known = |word: &str| self.patronymics.contains(&fold_text(word));
        known(word) || self.declensions.bases(word, Part::Surname).iter().any(|b| known(&b.nominative))
    }

    /// True for a patronymic in the nominative, or the word that makes one: no surname.
    pub fn is_patronymic(&self, word: &str) -> bool {
        let folded = fold_text(word);
        let ends =
            |e: &String| folded.strip_suffix(e.as_str()).is_some_and(|stem| stem.chars().count() >= LEAST_FATHER);
        self.patronymics.contains(&folded) || self.patronymic_endings.iter().any(ends)
    }

    /// True for a word in front of who took a picture or wrote the text (`photo`).
    pub fn is_credit(&self, folded: &str) -> bool {
        self.credits.contains(folded)
    }

    /// `women` or `men`, from the given name or the surname's ending.
    pub fn gender(&self, name: &str) -> Option<&'static str> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let given = words.iter().take(words.len().saturating_sub(1).max(1)).find_map(|w| self.given(w));
        given.unwrap_or_default().or_else(|| self.gender_of_surname(words.last()?))
    }

    /// `women` or `men`, from a given name alone.
    pub fn gender_of_given(&self, word: &str) -> Option<&'static str> {
        self.given(word).unwrap_or_default()
    }

    /// `women` or `men`, from the ending of a surname.
    pub fn gender_of_surname(&self, word: &str) -> Option<&'static str> {
        let word = word.to_lowercase();
        self.endings.iter().find(|(e, _)| word.ends_with(e.as_str())).and_then(|(_, g)| *g)
    }

    /// What is known of a given name, or of the first part of a double one.
    fn given(&self, word: &str) -> Option<Option<&'static str>> {
        let known = |name: &str| self.given.get(&name_key(name)).copied();
        known(word).or_else(|| known(word.split('-').next()?))
    }
}
