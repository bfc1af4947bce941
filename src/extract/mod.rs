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
    boats::distances(&mut sentences, pack);
    location::territories(&mut sentences, pack);
    location::join(&mut sentences, pack);
    location::tell_apart(&mut sentences);
    let people = people::find(&mut sentences, text, pack);
    let published = full_date(&dateline.published);
    let mut document = Document::new(text, pack, sentences, people, published);
    // Phrases ask when an article was written: "a ticket to Beijing".
    if document.published.is_empty() {
        document.published = date_of_head(&document);
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
        document.published = dated(&document);
    }
    if document.published.is_empty() {
        document.published = written::year_before_games(&document).unwrap_or_default();
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

/// The date that the first sentences give, before anything else is made of them.
fn date_of_head(document: &Document<'_>) -> String {
    let head = document.sentences.iter().take(HEADLINES).cloned().collect();
    let mut head = Document::new(document.text, document.pack, head, People::default(), String::new());
    for i in 0..head.sentences.len() {
        phrases::apply(&mut head, i, DATES, &mut None);
    }
    dated(&head)
}

/// The stage in which phrases put dates together.
const DATES: u8 = 1;

/// A date of which only the month is known stands at that month's end: what it reports is over by then.
fn full_date(date: &str) -> String {
    if date.len() == "2024-04".len() { format!("{date}-28") } else { date.to_owned() }
}

/// The stage in which names take in what describes them.
pub(crate) const NAMES_GROW: u8 = 3;

/// The full date of a dateline: in the first words of one of the first two sentences, a short line of its own, or in front
/// of the dash with which a report begins below its headlines ("LIMA, 1 September 2019 - ...").
fn dated(document: &Document<'_>) -> String {
    use crate::vocabulary::Field;
    let date = document.pack.tags.get("DATE");
    let lines = document.sentences.iter().enumerate().filter(|(i, s)| {
        *i < 2
            || (s.heading && s.mentions.len() <= DATELINE)
            || *i < HEADLINES && (opens_with_date(document, s) || is_timed(document, s))
            || *i < HEADLINES && head::is_dateline(document, s)
    });
    lines
        .flat_map(|(_, s)| s.mentions.iter().take(DATELINE).map(move |m| (s, m)))
        .find_map(|(s, m)| {
            let token = &s.tokens[m.tokens.start];
            let iso = document.text.get(token.start..token.end).filter(|t| t.len() == "2024-04-22".len());
            let iso = iso.filter(|t| t.parse::<jiff::civil::Date>().is_ok()).map(str::to_owned);
            let iso = iso.or_else(|| in_digits(document.text.get(token.start..token.end)?));
            let part = |f| m.facets.number(f);
            let said = || {
                let (year, month, day) = (part(Field::Year)?, part(Field::Month)?, part(Field::Day)?);
                Some(format!("{year:04}-{month:02}-{day:02}")).filter(|d| d.parse::<jiff::civil::Date>().is_ok())
            };
            iso.or_else(|| if Some(m.tag) == date { said() } else { None })
        })
        .or_else(|| spaced(document))
        .unwrap_or_default()
}

/// The date in digits of a short line at the head that spaces or letters cut up: "Published: 23 - 04 - 2012", "11.10.2023y.".
fn spaced(document: &Document<'_>) -> Option<String> {
    let short = |s: &&Sentence| s.heading && s.mentions.len() <= 2 * DATELINE || s.mentions.len() <= DATE_ALONE;
    let lines = document.sentences.iter().take(HEADLINES).filter(short);
    let written =
        lines.filter_map(|s| Some(document.text.get(s.start..s.end)?.replace(" - ", "-").replace(" / ", "/")));
    let digits = |c: char| !(c.is_ascii_digit() || "-./".contains(c));
    written.into_iter().find_map(|line| line.split(digits).find_map(|part| in_digits(&part.replace('-', "."))))
}

/// A date in digits, the day first (`16/07/2019`, `16.07.2019`), or the month first where the day can be no month.
fn in_digits(written: &str) -> Option<String> {
    let mut parts = written.split(['/', '.']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (a, b): (u8, u8) = (a.parse().ok()?, b.parse().ok()?);
    let (day, month) = if b > 12 { (b, a) } else { (a, b) };
    let date = format!("{year}-{month:02}-{day:02}");
    (year.len() == 4 && parts.next().is_none() && date.parse::<jiff::civil::Date>().is_ok()).then_some(date)
}

/// True for a sentence with a place, a date and a dash in front.
fn opens_with_date(document: &Document<'_>, sentence: &Sentence) -> bool {
    let date = sentence.mentions.iter().take(DATELINE).position(|m| document.any(m, &["DATE"]));
    let dash = |m: &mention::Mention| document.any(m, &["DASH", "HYPHEN"]);
    let placed = sentence.mentions.first().is_some_and(|m| document.any(m, &["CITY", "CAP", "COUNTRY", "COMP"]));
    placed && date.is_some_and(|at| sentence.mentions[at..].iter().take(DATELINE).any(dash))
}

/// True for a short line with a date and the time of day right behind it: "First published May 22, 2024, 1:34 PM IST".
fn is_timed(document: &Document<'_>, sentence: &Sentence) -> bool {
    let mentions = &sentence.mentions;
    let date = mentions.iter().take(DATELINE).position(|m| document.any(m, &["DATE"]));
    let time = |at: usize| mentions[at..].iter().take(3).any(|m| document.any(m, &["SCORE"]));
    sentence.heading && mentions.len() <= 2 * DATELINE && date.is_some_and(time)
}

/// How many mentions a date has that is a sentence of its own: "11.10.2023y."
const DATE_ALONE: usize = 4;

/// Sentences among which the headlines of a report are.
const HEADLINES: usize = 8;

/// How many mentions a dateline has at most.
const DATELINE: usize = 6;
