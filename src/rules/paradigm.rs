//! `paradigms*.toml`: how words are inflected. A word written `чемпион~m.sg` in a list stands for all its forms.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::source::{self, SourceFile};
use super::{PackError, Sources};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "paradigm")]
    paradigms: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: Spanned<String>,
    #[serde(default)]
    number: Number,
    /// The cases, by their place from 0, that make the name of a country a place: "in Kazakhstan".
    #[serde(default)]
    local: Vec<usize>,
    endings: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Number {
    #[default]
    Singular,
    Plural,
}

/// The endings that take the place of a mark, in the order of the cases.
#[derive(Debug)]
struct Paradigm {
    plural: bool,
    local: Vec<usize>,
    /// For each case its endings, of which each is right.
    endings: Vec<Vec<String>>,
}

/// What stands between a stem and the id of its paradigm.
const MARK: char = '~';

/// The paradigms of a language.
#[derive(Debug, Default)]
pub(super) struct Paradigms {
    by_id: BTreeMap<String, Paradigm>,
}

/// A form of a word, or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) text: String,
    /// True where a paradigm says that it is a plural.
    pub(super) plural: bool,
    /// True where a paradigm says that the case makes a place of it.
    pub(super) local: bool,
}

/// Where in a form of several words a mark stands, and what it stands for.
enum Part<'a> {
    Plain(&'a str),
    Inflected { stem: &'a str, paradigm: &'a Paradigm, behind: &'a str },
}

impl Paradigms {
    /// The paradigms of a language's folder.
    ///
    /// # Errors
    /// Where a file is not as it should be, or an id stands twice.
    pub(super) fn load(sources: &Sources, code: &str) -> Result<Paradigms, PackError> {
        let mut out = Paradigms::default();
        let files = sources.folder(code).filter(|(n, _)| n.starts_with(source::PARADIGMS) && n.ends_with(".toml"));
        for (_, file) in files {
            let read: File = toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
            for row in read.paradigms {
                let wrong = |message: &str, help: &str| {
                    Err(PackError::at(&file.shown, &file.text, row.id.span(), message.to_owned(), help.to_owned()))
                };
                let id = row.id.get_ref();
                if id.is_empty() || !id.chars().all(is_id) {
                    return wrong(
                        "an id is made of letters, digits, dots, hyphens and underscores",
                        "choose another id",
                    );
                }
                if row.endings.is_empty() {
                    return wrong("the paradigm has no endings", "list one for each case");
                }
                let endings = row.endings.iter().map(|e| e.split('|').map(str::to_owned).collect()).collect();
                let paradigm = Paradigm { plural: row.number == Number::Plural, local: row.local, endings };
                if out.by_id.insert(id.clone(), paradigm).is_some() {
                    return wrong("a paradigm of this id is there already", "give one of the two another id");
                }
            }
        }
        Ok(out)
    }

    /// Every form that an entry of a list stands for: itself, where no word of it is marked. The marked words of one
    /// entry agree: they are in the same case.
    ///
    /// # Errors
    /// What is wrong with the entry, and what to do.
    pub(super) fn expand(&self, entry: &str) -> Result<Vec<Form>, (String, String)> {
        if !entry.contains(MARK) {
            return Ok(vec![Form { text: entry.to_owned(), plural: false, local: false }]);
        }
        let mut parts = Vec::new();
        for word in entry.split(' ') {
            let Some((stem, rest)) = word.split_once(MARK) else {
                parts.push(Part::Plain(word));
                continue;
            };
            let end = rest.find(|c| !is_id(c)).unwrap_or(rest.len());
            let (id, behind) = rest.split_at(end);
            let Some(paradigm) = self.by_id.get(id) else {
                return Err((
                    format!("unknown paradigm `{id}` in `{entry}`"),
                    "declare it in paradigms.toml, or correct the id".to_owned(),
                ));
            };
            parts.push(Part::Inflected { stem, paradigm, behind });
        }
        let paradigms = || {
            parts.iter().filter_map(|p| match p {
                Part::Inflected { paradigm, .. } => Some(*paradigm),
                Part::Plain(_) => None,
            })
        };
        let cases = paradigms().map(|p| p.endings.len()).max().unwrap_or_default();
        if paradigms().any(|p| p.endings.len() != cases) {
            return Err((
                format!("the words of `{entry}` have paradigms with different numbers of cases"),
                "words that stand together agree: give them paradigms with the same cases".to_owned(),
            ));
        }
        let plural = paradigms().any(|p| p.plural);
        let mut forms: Vec<Form> = Vec::new();
        for case in 0..cases {
            let local = paradigms().any(|p| p.local.contains(&case));
            let mut texts = vec![String::new()];
            for (i, part) in parts.iter().enumerate() {
                let words: Vec<String> = match part {
                    Part::Plain(word) => vec![(*word).to_owned()],
                    Part::Inflected { stem, paradigm, behind } => {
                        paradigm.endings[case].iter().map(|e| format!("{stem}{e}{behind}")).collect()
                    }
                };
                let space = if i > 0 { " " } else { "" };
                texts = texts.iter().flat_map(|t| words.iter().map(move |w| format!("{t}{space}{w}"))).collect();
            }
            for text in texts {
                // One form of several cases is a place only where all of them are.
                let known = forms.iter_mut().find(|f| f.text == text);
                let form = Form { text, plural, local };
                if let Some(known) = known {
                    known.local &= local;
                } else {
                    forms.push(form);
                }
            }
        }
        Ok(forms)
    }
}

impl Paradigms {
    /// As [`Paradigms::expand`] for an entry of a file that is read without positions: it is looked for in its text.
    pub(super) fn expand_in(&self, file: &SourceFile, entry: &str) -> Result<Vec<Form>, PackError> {
        self.expand(entry).map_err(|(what, help)| {
            let start = file.text.find(entry).unwrap_or_default();
            PackError::at(&file.shown, &file.text, start..start + entry.len(), what, help)
        })
    }
}

fn is_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paradigms() -> Paradigms {
        let paradigm = |plural, endings: &[&str]| Paradigm {
            plural,
            local: Vec::new(),
            endings: endings.iter().map(|e| e.split('|').map(str::to_owned).collect()).collect(),
        };
        Paradigms {
            by_id: BTreeMap::from([
                ("m".to_owned(), paradigm(false, &["", "а", "у"])),
                ("adj".to_owned(), paradigm(false, &["ый", "ого", "ому"])),
                ("f".to_owned(), paradigm(false, &["а", "ой|ою", "е"])),
                ("pl".to_owned(), paradigm(true, &["ы", "ов"])),
            ]),
        }
    }

    fn texts(entry: &str) -> Vec<String> {
        let forms = paradigms().expand(entry).unwrap_or_else(|e| panic!("{e:?}"));
        forms.into_iter().map(|f| f.text).collect()
    }

    #[test]
    fn a_marked_word_stands_for_its_forms() {
        assert_eq!(texts("чемпион~m"), ["чемпион", "чемпиона", "чемпиону"]);
        assert_eq!(texts("побед~f"), ["победа", "победой", "победою", "победе"]);
        assert_eq!(texts("чемпион"), ["чемпион"]);
        assert!(paradigms().expand("чемпион~pl").is_ok_and(|f| f.iter().all(|f| f.plural)));
    }

    #[test]
    fn words_that_stand_together_agree() {
        assert_eq!(
            texts("олимпийск~adj чемпион~m мира"),
            ["олимпийскый чемпион мира", "олимпийского чемпиона мира", "олимпийскому чемпиону мира"]
        );
    }

    #[test]
    fn mistakes_say_what_and_what_to_do() {
        let wrong = |entry: &str| paradigms().expand(entry).expect_err("a mistake").0;
        assert!(wrong("чемпион~n").contains("unknown paradigm `n`"));
        assert!(wrong("чемпион~m турнир~pl").contains("different numbers of cases"));
    }
}
