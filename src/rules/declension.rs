//! The declensions of `names.toml`: what a person's name in some case goes back to.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Which part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The given name.
    Given,
    /// The surname.
    Surname,
}

/// A declension as the pack writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    case: String,
    #[serde(default)]
    gender: String,
    #[serde(default)]
    part: Option<Part>,
    endings: BTreeMap<String, String>,
}

/// The name of the case in which names are kept.
const NOMINATIVE: &str = "nom";
/// The name of the "case" of a surname that several people share ("the brothers Bogdanovich" has one in Russian).
const PLURAL: &str = "plural";

/// Letters that a name has at least.
const STEM: usize = 2;

#[derive(Debug, Clone)]
struct Ending {
    written: String,
    nominative: String,
    case: String,
    gender: Option<&'static str>,
    part: Option<Part>,
}

/// All declensions of a language, the longest endings first.
#[derive(Debug, Clone, Default)]
pub struct Declensions {
    endings: Vec<Ending>,
}

/// What a word may be the form of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The name in the nominative.
    pub nominative: String,
    /// The case in which it is written.
    pub case: String,
    /// `women`, `men`, or unknown.
    pub gender: Option<&'static str>,
}

impl Base {
    /// True for a surname that several people share.
    pub fn is_plural(&self) -> bool {
        self.case == PLURAL
    }

    /// True for a name that is written in the nominative.
    pub fn is_nominative(&self) -> bool {
        self.case == NOMINATIVE
    }
}

impl Declensions {
    pub(super) fn add(&mut self, rows: Vec<Row>) {
        for row in rows {
            let gender = match row.gender.as_str() {
                "m" => Some("men"),
                "f" => Some("women"),
                _ => None,
            };
            self.endings.extend(row.endings.into_iter().map(|(written, nominative)| Ending {
                written,
                nominative,
                case: row.case.clone(),
                gender,
                part: row.part,
            }));
        }
        self.endings.sort_by(|a, b| {
            let key = |e: &Ending| (std::cmp::Reverse(e.written.chars().count()), e.written.clone(), e.case.clone());
            key(a).cmp(&key(b))
        });
    }

    /// True for a language that does not inflect names.
    pub fn is_empty(&self) -> bool {
        self.endings.is_empty()
    }

    /// What a word may be the form of, the longest endings first; last the word as it is written.
    pub fn bases(&self, word: &str, part: Part) -> Vec<Base> {
        let mut out: Vec<Base> = Vec::new();
        if self.is_empty() {
            return out;
        }
        let lower = word.to_lowercase();
        let shout = word.chars().filter(|c| c.is_alphabetic()).count() > 2 && !word.chars().any(char::is_lowercase);
        for e in self.endings.iter().filter(|e| e.part.is_none_or(|p| p == part)) {
            let Some(stem) = lower.strip_suffix(e.written.as_str()) else { continue };
            let letters = stem.chars().count();
            // An ending may begin with the last letter of the name: "Лиге" is of Ли.
            if letters == 0 || letters + e.nominative.chars().count() < STEM {
                continue;
            }
            let kept: String = word.chars().take(letters).collect();
            let ending = if shout { e.nominative.to_uppercase() } else { e.nominative.clone() };
            let base = Base { nominative: kept + &ending, case: e.case.clone(), gender: e.gender };
            if !out.contains(&base) {
                out.push(base);
            }
        }
        let plain = Base { nominative: word.to_owned(), case: NOMINATIVE.to_owned(), gender: None };
        if !out.iter().any(|b| b.nominative == plain.nominative && b.is_nominative()) {
            out.push(plain);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn russian() -> Declensions {
        let mut d = Declensions::default();
        let row = |case: &str, gender: &str, endings: &[(&str, &str)]| Row {
            case: case.into(),
            gender: gender.into(),
            part: None,
            endings: endings.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
        };
        d.add(vec![row("nom", "f", &[("ова", "ова")]), row("gen", "m", &[("ова", "ов"), ("а", "")])]);
        d
    }

    #[test]
    fn a_word_goes_back_to_what_it_may_be_the_form_of() {
        let bases: Vec<String> =
            russian().bases("Бибосынова", Part::Surname).into_iter().map(|b| b.nominative).collect();
        assert_eq!(bases, ["Бибосынов", "Бибосынова"]);
        assert_eq!(
            russian().bases("АБАЕВА", Part::Surname).last().map(|b| b.nominative.clone()),
            Some("АБАЕВА".into())
        );
    }

    #[test]
    fn a_language_without_declensions_has_no_bases() {
        assert_eq!(Declensions::default().bases("Biles", Part::Surname), []);
    }
}
