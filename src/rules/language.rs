//! `language.toml`: what a language is, how it is recognised and how its words are cut.

use serde::Deserialize;

use super::{Orthography, PackError, Respelled, Sources};

/// What `language.toml` holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageInfo {
    /// ISO 639-1 code; the folder's name.
    pub code: String,
    /// English name.
    pub name: String,
    /// Frequent short words by which the language is recognised; such as its neighbours do not have.
    pub function_words: Vec<String>,
    /// Letters that no text in this language has: they veto it.
    #[serde(default)]
    pub foreign_letters: String,
    /// Letters of which no text in this language is without some, in the alphabet that has them: a neighbour's text
    /// lacks them.
    #[serde(default)]
    pub required_letters: String,
    /// Words with a full stop that does not end a sentence, without the stop, as written.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// What is cut off in front of a word, with its apostrophe (`l'`).
    #[serde(default)]
    pub elisions: Vec<String>,
    /// What is cut off behind a word, after its apostrophe (`s`).
    #[serde(default)]
    pub clitics: Vec<String>,
    /// Forms of the verb that only joins what stands on its two sides (`is`, `were`).
    #[serde(default)]
    pub copulas: Vec<String>,
    /// Words for one of several competitions of a name (`edition`).
    #[serde(default)]
    pub editions: Vec<String>,
    /// How the words begin that call somebody a compatriot or a teammate of whom was named before.
    #[serde(default)]
    pub compatriots: Vec<String>,
    /// True where the word for the young (`Youth`) is also said of those under 23.
    #[serde(default)]
    pub loose_youth: bool,
    /// The country whose athletes the news in this language speak of where they name no other (NOC code), or empty for a
    /// language of many countries.
    #[serde(default)]
    pub home: String,
    /// True where what says when and where stands before a medal and its verb, as in languages with the verb at the end.
    #[serde(default)]
    pub modifiers_before: bool,
    /// How a word in the name of a competition ends, where case and no preposition says that a place there is meant and not a
    /// place won there: "лицензия на чемпионат" against "на чемпионате".
    #[serde(default)]
    pub toward_endings: Vec<String>,
    /// Characters that group thousands; a space stands for every kind of space.
    pub thousands: String,
    /// What turns digits into an ordinal (`st`, `e`).
    pub ordinal_suffixes: Vec<String>,
    /// Other spellings, of `orthographies.toml`.
    #[serde(skip)]
    pub orthographies: Vec<Orthography>,
}

impl LanguageInfo {
    pub(super) fn load(sources: &Sources, code: &str) -> Result<LanguageInfo, PackError> {
        let name = format!("{code}/language.toml");
        let file = sources.file(code, "language.toml").ok_or_else(|| {
            PackError::file(&name, "the file is missing", "copy it from another language and fill it in")
        })?;
        let mut info: LanguageInfo =
            toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
        if info.code != code {
            return Err(PackError::file(
                &file.shown,
                format!("code is `{}` in the folder `{code}`", info.code),
                "the code and the folder's name must be the same ISO 639-1 code",
            ));
        }
        info.orthographies = Orthography::load(sources, code)?;
        Ok(info)
    }

    /// A text that is in another spelling of the language, in that of its pack.
    pub fn respell(&self, text: &str) -> Option<Respelled> {
        if self.orthographies.is_empty() {
            return None;
        }
        let lower = text.to_lowercase();
        let signs = self.orthographies.iter().map(|o| (o.signs_in(&lower), o));
        signs.filter(|(times, _)| *times > 0).max_by_key(|(times, _)| *times).map(|(_, o)| o.respell(text))
    }
}
