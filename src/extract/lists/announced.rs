//! What the line above a list of medals says of all of them: what its numbers count, whether they were won, and where.
//!
//! ```text
//! Forecast of medals at the 2020 Tokyo Olympics:      Golds by sport
//! ```

use super::lines::{colon, colour, has};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Facets, Field, World, is_qualifier};

/// Words that name what is counted.
const COUNTED: &[&str] = &["MEDAL", "MEDALWORD", "TITLEWORD"];

/// What says that the numbers below are not won but foretold, or aimed at.
const FORETOLD: &[&str] = &["FORECAST", "FORESEEN", "EXPECTED"];
const AIMED: &[&str] = &["TARGET", "AIMED"];

/// What shows that the numbers below count something else, or were not reached.
const OTHER: &[&str] = &["LICENCE", "QUALIFY", "AVAILABLE", "COND", "DENY", "MISS", "NOT", "SAID", "RANGE"];

/// The sentences with which an article says what it is about.
const LEAD: usize = 2;

/// What the line above a list says of its medals.
#[derive(Clone)]
pub(super) struct Announced {
    /// What the numbers count, where the line says it: a colour, or all medals.
    pub(super) unit: Option<&'static str>,
    /// Whether they were won; none where the line does not tell.
    pub(super) status: Option<&'static str>,
    /// The edition that they were won at.
    pub(super) edition: Facets,
    /// The edition that the line names in brackets.
    pub(super) aside: Facets,
}

impl Announced {
    /// What a line says of the list below it; none where it announces nothing.
    pub(super) fn by(document: &Document<'_>, line: usize) -> Option<Announced> {
        let sentence = document.sentences.get(line)?;
        if !(sentence.heading || colon(document, sentence)) || sentence.question || has(document, sentence, OTHER) {
            return None;
        }
        let open = sentence.mentions.iter().position(|m| document.any(m, &["OPEN"]));
        let (plain, bracket) = sentence.mentions.split_at(open.unwrap_or(sentence.mentions.len()));
        let counted =
            |m: &&Mention| document.any(m, COUNTED) || document.any(m, &["ANTI"]) && of_medals(document, sentence, m);
        let word = plain.iter().find(counted).or_else(|| bracket.iter().find(counted));
        let unit = word.filter(|m| !m.facets.has(Field::Count)).map(|m| unit(document, m));
        let says = |tags: &[&str]| has(document, sentence, tags);
        let edition = edition(document, plain);
        let status = if says(FORETOLD) {
            Some("forecast")
        } else if says(AIMED) {
            Some("target")
        } else {
            lies_ahead(document, &edition).then_some("forecast").filter(|_| foretells(document))
        };
        Some(Announced { unit, status, edition, aside: self::edition(document, bracket) })
    }
}

/// What a word for medals or titles counts.
pub(super) fn unit(document: &Document<'_>, m: &Mention) -> &'static str {
    let titles = document.any(m, &["TITLEWORD"]);
    colour(&m.facets).unwrap_or(if titles { "gold" } else { "total" })
}

/// The only edition that mentions name.
pub(super) fn edition(document: &Document<'_>, mentions: &[Mention]) -> Facets {
    let mut fields = Facets::new();
    let mut comps = mentions.iter().filter(|m| document.any(m, &["COMP"]));
    let Some(comp) = comps.next().filter(|_| comps.next().is_none()) else { return fields };
    if !comp.facets.get(Field::Competition).is_none_or(is_qualifier) {
        let said = [Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season, Field::Sport];
        fields.fill_only(&comp.facets, &said);
    }
    fields
}

/// True for a term such as "number of medals", which counts nothing where it stands in a sentence.
fn of_medals(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> bool {
    let names = |word: &str| {
        let tag = document.pack.lexicon.lookup(word).map(|term| document.pack.tags.name(term.tag));
        tag.is_some_and(|tag| COUNTED.contains(&tag))
    };
    sentence.tokens[m.tokens.clone()].iter().any(|t| names(&t.folded))
}

/// True for an edition that had not begun on the day of publication; without a date for any that is named with its year.
fn lies_ahead(document: &Document<'_>, edition: &Facets) -> bool {
    let named = edition.get(Field::Competition).zip(edition.number(Field::Year));
    let day = document.published.as_str();
    let ahead = |name: &str, year| World::get().edition(name, "", year).is_some_and(|e| !e.begun(day));
    named.is_some_and(|(name, year)| day.is_empty() || ahead(name, year))
}

/// True for an article that speaks of a forecast; without a date for one that begins with it.
fn foretells(document: &Document<'_>) -> bool {
    let says = |s: &Sentence| has(document, s, FORETOLD);
    let reach = if document.published.is_empty() { LEAD } else { document.sentences.len() };
    document.sentences.iter().take(reach).any(says)
}
