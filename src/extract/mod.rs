//! One article in, its facts out: the cascade.
//!
//! Five stages, each seeing only what the stage before it made:
//! [`segment`] cuts sentences and tokens, [`tag`] and [`people`] name them, [`phrases`] and
//! [`matching`] run the pack's patterns, [`status`], [`who`] and [`complete`] put the matches in
//! context, [`ground`] makes facts of them. Nothing here knows a language, a file or a clock.

mod antecedent;
mod boats;
mod complete;
mod decline;
mod examples;
mod facts;
mod ground;
mod head;
mod lists;
mod location;
mod matching;
mod mention;
mod merge;
mod overall;
mod people;
mod phrases;
mod respelled;
mod review;
mod roles;
mod salience;
mod segment;
mod shares;
mod standing;
mod status;
mod tag;
mod together;
mod tokens;
mod trace;
mod who;
mod written;

pub use examples::Case;
pub use facts::{Athlete, Evidence, Extraction, Holder, License, Medal, Review};
pub use merge::refines;
pub use trace::{Trace, TraceSentence};

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::rules::Pack;
use matching::Statement;
use people::People;
use segment::Sentence;

/// What the extractor knows of an article beyond its text.
#[derive(Debug, Clone, Default)]
pub struct Dateline {
    /// Publication date, ISO 8601, or empty.
    pub published: String,
    /// Byte at which the article's own words begin, behind a header such as `date 2024-04-22`.
    pub body: usize,
}

/// An article while it is being read.
pub(crate) struct Document<'a> {
    pub(crate) text: &'a str,
    /// ISO 8601, or empty.
    pub(crate) published: String,
    pub(crate) pack: &'a Pack,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) people: People,
    /// The country that the article is about, once it has been asked for.
    pub(crate) main_country: OnceCell<Option<String>>,
    /// The countries of the Olympic or Paralympic Games whose host it names, once they have been asked for.
    pub(crate) host_countries: OnceCell<BTreeSet<&'static str>>,
    /// The latest day or year that it names, once it has been asked for.
    pub(crate) latest_year: OnceCell<Option<i32>>,
    /// Sports whose names here mean a part of the sport that the article is about ("shooting" in biathlon).
    pub(crate) parts: Vec<String>,
}

impl<'a> Document<'a> {
    fn new(text: &'a str, pack: &'a Pack, sentences: Vec<Sentence>, people: People, published: String) -> Document<'a> {
        let (main_country, host_countries, latest_year) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let parts = Vec::new();
        Document { text, published, pack, sentences, people, main_country, host_countries, latest_year, parts }
    }

    /// True for a mention with one of some tags.
    pub(crate) fn any(&self, mention: &mention::Mention, tags: &[&str]) -> bool {
        tags.contains(&self.pack.tags.name(mention.tag))
    }

    /// True for a word that some rule asks for by itself: it goes by its own letters in place of a tag.
    pub(crate) fn is_literal(&self, mention: &mention::Mention) -> bool {
        self.pack.tags.name(mention.tag).starts_with(char::is_lowercase)
    }

    /// Which mention of a sentence names a person, the first where several do.
    pub(crate) fn name_of(&self, sentence: usize, person: usize) -> Option<usize> {
        let names = |m: &mention::Mention| self.any(m, &["PERSON"]) && People::index(&m.facets) == Some(person);
        self.sentences[sentence].mentions.iter().position(names)
    }

    /// The year of publication, where it is known.
    pub(crate) fn year_published(&self) -> Option<i32> {
        self.published.get(.."2024".len())?.parse().ok()
    }
}

/// Extracts the facts of one article. Pure: the same text and pack give the same facts.
pub fn extract(text: &str, dateline: &Dateline, pack: &Pack) -> Extraction {
    read(text, dateline, pack, &mut None)
}

/// As [`extract`], and tells what each stage made of each sentence.
pub fn explain(text: &str, dateline: &Dateline, pack: &Pack) -> (Extraction, Trace) {
    let mut trace = Some(Trace::default());
    let extraction = read(text, dateline, pack, &mut trace);
    (extraction, trace.unwrap_or_default())
}

fn read(text: &str, dateline: &Dateline, pack: &Pack, trace: &mut Option<Trace>) -> Extraction {
    let Some(respelled) = pack.language.respell(text) else { return read_as_is(text, dateline, pack, trace) };
    let before = text.get(..dateline.body).map_or(0, |head| head.chars().count());
    let dateline = Dateline { published: dateline.published.clone(), body: respelled.byte_of(before) };
    let mut extraction = read_as_is(&respelled.text, &dateline, pack, trace);
    respelled::restore(&mut extraction, &respelled, text);
    extraction
}

/// Reads a text that is in the spelling of the pack.
fn read_as_is(text: &str, dateline: &Dateline, pack: &Pack, trace: &mut Option<Trace>) -> Extraction {
    let mut sentences = segment::sentences(text, dateline.body, &pack.language);
    tag::tag(&mut sentences, text, pack);
    tag::promote(&mut sentences, pack);
    tag::styles(&mut sentences, pack);
    boats::join(&mut sentences, pack);
    location::territories(&mut sentences, pack);
    location::join(&mut sentences, pack);
    location::tell_apart(&mut sentences);
    let people = people::find(&mut sentences, text, pack);
    let published = written::full_date(&dateline.published);
    let mut document = Document::new(text, pack, sentences, people, published);
    // Phrases ask when an article was written: "a ticket to Beijing".
    if document.published.is_empty() {
        document.published = written::date_of_head(&document);
    }
    let mut statements = Vec::new();
    let stages: std::collections::BTreeSet<u8> =
        pack.phrases.iter().map(|p| p.stage).chain(pack.rules.iter().map(|r| r.stage)).collect();
    for i in 0..document.sentences.len() {
        for &stage in &stages {
            if stage == NAMES_GROW {
                document.sentences[i].early = document.sentences[i].mentions.clone();
            }
            phrases::apply(&mut document, i, stage, trace);
            matching::apply(&document, i, stage, &mut statements, trace);
        }
    }
    if document.published.is_empty() {
        document.published = written::when(&document);
    }
    salience::attach(&document, &mut statements);
    shares::attach(&document, &mut statements);
    lists::find(&document, &mut statements);
    let (athletes, claims) = matching::settle(statements);
    let best = claims.iter().filter_map(|c| c.first());
    let statements: Vec<Statement> = athletes.into_iter().chain(best.cloned()).collect();
    roles::learn(&mut document, &statements);
    who::learn_references(&mut document);
    let resolved = who::resolve(&document, &claims);
    let completed = complete::complete(&mut document, resolved);
    let mut extraction = ground::ground(&document, completed);
    merge::within_article(&mut extraction);
    review::collect(&document, &statements, &mut extraction);
    if let Some(trace) = trace {
        trace.finish(&document);
    }
    extraction
}

/// The stage in which names take in what describes them.
pub(crate) const NAMES_GROW: u8 = 3;
