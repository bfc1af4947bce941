//! A language's pack, compiled.

use std::path::Path;
use std::sync::OnceLock;

use rayon::prelude::*;

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
    languages: Vec<Language>,
    sources: Sources,
    version: String,
}

/// A language, and its pack once it has been asked for.
#[derive(Debug)]
struct Language {
    info: LanguageInfo,
    pack: OnceLock<Option<Pack>>,
}

impl Packs {
    /// Loads the embedded packs, with those of `dir` added or in their place, and compiles them all.
    ///
    /// # Errors
    /// The first thing that is wrong in a pack, with file, line and column.
    pub fn load(dir: Option<&Path>) -> Result<Packs, PackError> {
        Packs::from_sources(Packs::sources(dir)?)
    }

    /// As [`Packs::load`], but the embedded packs, in which nothing can be wrong that the tests of palmares do not
    /// find, are compiled one by one when an article in their language comes.
    ///
    /// # Errors
    /// As [`Packs::load`].
    pub fn on_demand(dir: Option<&Path>) -> Result<Packs, PackError> {
        let packs = Packs::open(Packs::sources(dir)?)?;
        packs.compile(|code| packs.sources.is_changed(code))?;
        Ok(packs)
    }

    /// The embedded files, with those of a folder added or in their place.
    fn sources(dir: Option<&Path>) -> Result<Sources, PackError> {
        let embedded = Sources::embedded()?;
        match dir {
            Some(dir) => embedded.overlay(dir),
            None => Ok(embedded),
        }
    }

    /// Compiles packs from their files.
    ///
    /// # Errors
    /// As [`Packs::load`].
    pub fn from_sources(sources: Sources) -> Result<Packs, PackError> {
        let packs = Packs::open(sources)?;
        // What the user has written is likelier to be wrong.
        packs.compile(|code| packs.sources.is_changed(code))?;
        packs.compile(|code| !packs.sources.is_changed(code))?;
        Ok(packs)
    }

    /// Compiles the packs of some languages.
    fn compile(&self, which: impl Fn(&str) -> bool) -> Result<(), PackError> {
        let chosen: Vec<&Language> = self.languages.iter().filter(|l| which(&l.info.code)).collect();
        let compiled: Vec<Result<Pack, PackError>> =
            chosen.par_iter().map(|l| Pack::load(&self.sources, &l.info.code)).collect();
        for (language, pack) in chosen.into_iter().zip(compiled) {
            // The cell is new, so it is empty.
            let _ = language.pack.set(Some(pack?));
        }
        Ok(())
    }

    fn open(sources: Sources) -> Result<Packs, PackError> {
        let info = |code: &String| LanguageInfo::load(&sources, code);
        let languages = sources.languages().iter().map(info).collect::<Result<Vec<_>, _>>()?;
        let languages = languages.into_iter().map(|info| Language { info, pack: OnceLock::new() }).collect();
        let version = format!("{}-{}", env!("PALMARES_ENGINE"), sources.digest());
        Ok(Packs { languages, sources, version })
    }

    /// Changes with anything that an extraction depends on: the packs and the engine that runs them.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What the languages are that there are packs for, in the order of their codes.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageInfo> {
        self.languages.iter().map(|l| &l.info)
    }

    /// The pack of a language.
    pub fn get(&self, code: &str) -> Option<&Pack> {
        let language = self.languages.iter().find(|l| l.info.code == code)?;
        language.pack.get_or_init(|| Pack::load(&self.sources, code).ok()).as_ref()
    }

    /// All packs, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Pack> {
        self.languages.iter().filter_map(|l| self.get(&l.info.code))
    }
}

impl Pack {
    fn load(sources: &Sources, code: &str) -> Result<Pack, PackError> {
        let language = LanguageInfo::load(sources, code)?;
        let mut tags = Tags::load(sources)?;
        tags.set_apart(&language.copulas);
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
