//! A language's pack, compiled.

use std::path::Path;

use super::lexicon::{self, Term};
use super::paradigm::Paradigms;
use super::pattern::Macros;
use super::rule::{self, Phrase, Rule};
use super::{Cue, LanguageInfo, Lexicon, Names, Numbers, PackError, Sources, Tags, context, source, tables};
use crate::vocabulary::Facets;

/// Everything known about one language.
#[derive(Debug)]
pub struct Pack {
    /// What the language is.
    pub language: LanguageInfo,
    /// The alphabet of its rules.
    pub tags: Tags,
    /// Its terms.
    pub lexicon: Lexicon,
    /// How names look.
    pub names: Names,
    /// Status cues.
    pub cues: Vec<Cue>,
    /// Phrases, by stage.
    pub phrases: Vec<Phrase>,
    /// Rules, by stage.
    pub rules: Vec<Rule>,
}

/// All packs, by language code.
#[derive(Debug)]
pub struct Packs {
    packs: Vec<Pack>,
    version: String,
}

impl Packs {
    /// Loads the embedded packs, with those of `dir` added or in their place.
    ///
    /// # Errors
    /// The first thing that is wrong in a pack, with file, line and column.
    pub fn load(dir: Option<&Path>) -> Result<Packs, PackError> {
        let mut sources = Sources::embedded()?;
        if let Some(dir) = dir {
            sources = sources.overlay(dir)?;
        }
        Packs::from_sources(&sources)
    }

    /// Compiles packs from their files.
    ///
    /// # Errors
    /// As [`Packs::load`].
    pub fn from_sources(sources: &Sources) -> Result<Packs, PackError> {
        let packs = sources.languages().iter().map(|code| Pack::load(sources, code)).collect::<Result<_, _>>()?;
        Ok(Packs { packs, version: format!("{}-{}", env!("PALMARES_ENGINE"), sources.digest()) })
    }

    /// Changes with anything that an extraction depends on: the packs and the engine that runs them.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The pack of a language.
    pub fn get(&self, code: &str) -> Option<&Pack> {
        self.packs.iter().find(|p| p.language.code == code)
    }

    /// All packs, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter()
    }
}

impl Pack {
    fn load(sources: &Sources, code: &str) -> Result<Pack, PackError> {
        let language = LanguageInfo::load(sources, code)?;
        let mut tags = Tags::load(sources)?;
        let paradigms = Paradigms::load(sources, code)?;
        let mut terms = lexicon::terms(sources, &tags, &paradigms, code)?;
        terms.extend(tables::terms(sources, &tags, &paradigms, code)?);
        terms.extend(Numbers::load(sources, &paradigms, source::COMMON)?.terms(&tags));
        terms.extend(Numbers::load(sources, &paradigms, code)?.terms(&tags));
        let names = Names::load(sources, &paradigms, code)?;
        let cues = context::load(sources, &tags, code)?;
        let (mut phrases, mut rules) = (Vec::new(), Vec::new());
        let mut macros = Macros::new();
        for folder in [source::COMMON, code] {
            // Macros first, then phrases, then rules: the order of the alphabet.
            for part in source::PARTS {
                let files =
                    sources.folder(folder).filter(|(name, _)| name.starts_with(part) && name.ends_with(".toml"));
                for (_, file) in files {
                    rule::load(file, &mut tags, &mut macros, &mut phrases, &mut rules)?;
                }
            }
        }
        phrases.sort_by_key(|p| p.stage);
        rules.sort_by_key(|r| r.stage);
        terms.extend(tags.literals().map(|(word, tag)| Term { form: word.to_owned(), tag, facets: Facets::new() }));
        let lexicon = Lexicon::build(terms, &tags)?;
        Ok(Pack { language, tags, lexicon, names, cues, phrases, rules })
    }
}
