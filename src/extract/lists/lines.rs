//! What all lists share: how their lines look, and what a line gives.

use std::ops::Range;

use crate::extract::antecedent::main_country;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::people::People;
use crate::extract::segment::Sentence;
use crate::extract::{Document, NAMES_GROW};
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// What names the event in front of the holders.
pub(super) const LABEL: &[&str] = &["WEIGHT", "EVENT", "DIST", "DISCIPLINE", "SPORT", "GENDER", "PARACLASS"];

/// What names an event by itself.
pub(super) const EVENTS: &[&str] = &["EVENT", "WEIGHT", "DIST"];

/// Marks in front of a line.
const BULLETS: &[&str] = &["DASH", "HYPHEN", "STOP", "X"];

/// Words that only hold sentences together: a line with many of them is told, not listed.
const WORDS: &[&str] = &["WORD", "TERM", "DET", "PRON", "BUT"];

/// Words by which something has not happened, or not yet.
pub(super) const UNREAL: &[&str] =
    &["AIMED", "AVAILABLE", "COND", "DENY", "EXPECTED", "FORECAST", "FORESEEN", "MISS", "NOT", "TARGET"];

/// A line above parts of a list is no longer (in mentions).
pub(super) const SUBHEADING: usize = 8;

/// How many lines back the line that announces a list may stand.
const FAR: usize = 40;

pub(super) fn has(document: &Document<'_>, sentence: &Sentence, tags: &[&str]) -> bool {
    sentence.mentions.iter().any(|m| document.any(m, tags))
}

/// True for a sentence that ends with a colon: what it says goes on in the next lines.
pub(super) fn colon(document: &Document<'_>, sentence: &Sentence) -> bool {
    sentence.mentions.last().is_some_and(|m| document.any(m, &["COLON"]))
}

/// How many marks stand in front of a line.
pub(super) fn bullets(document: &Document<'_>, mentions: &[Mention]) -> usize {
    mentions.iter().take_while(|m| document.any(m, BULLETS)).count()
}

/// True where a number, a mark and a person stand from a mention on: "3. Anna Kiss", "2-3. Anna Kiss and Eva Nagy".
pub(super) fn numbered(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    tag(at, &["NUM", "SCORE"]) && tag(at + 1, &["STOP", "CLOSE"]) && mentions.get(at + 2).is_some_and(person)
}

/// True where a sentence is told rather than listed.
pub(super) fn wordy(document: &Document<'_>, sentence: &Sentence) -> bool {
    words(document, sentence) * 3 > sentence.mentions.len()
}

fn words(document: &Document<'_>, sentence: &Sentence) -> usize {
    sentence.mentions.iter().filter(|m| document.any(m, WORDS)).count()
}

/// True for a short line that names an event and nobody: "Women's 57 kg", "100 m:".
pub(super) fn subheading(document: &Document<'_>, i: usize) -> bool {
    let Some(s) = document.sentences.get(i) else { return false };
    s.mentions.len() <= SUBHEADING
        && (s.heading || colon(document, s) || s.mentions.last().is_some_and(|m| document.any(m, &["STOP"])))
        && has(document, s, LABEL)
        && !has(document, s, &["PERSON", "COUNTRY", "COMP", "MEDAL", "TITLE", "LICENCE", "WIN", "BEAT", "LOSE", "SAID"])
        && words(document, s) * 2 <= s.mentions.len()
}

/// True for a line that belongs to a list of names: a name, a colour or a place begins it, or it names an event.
fn listed(document: &Document<'_>, i: usize) -> bool {
    let s = &document.sentences[i];
    let start = bullets(document, &s.mentions);
    let first = s.mentions.iter().skip(start).find(|m| !document.any(m, &["QUOTE", "DET"]));
    let opens =
        first.is_some_and(|m| document.any(m, &["PERSON", "MEDAL", "NUM", "WEIGHT", "EVENT", "DIST", "GENDER"]));
    let announced = colon(document, s) && !has(document, s, &["MEDAL", "NUM", "PERSON"]);
    subheading(document, i) || (opens && !announced && !wordy(document, s) && !has(document, s, &["COMP"]))
}

/// The sentence under which the list stands that has sentence `i` in it; none where `i` is in no list.
pub(super) fn above(document: &Document<'_>, i: usize) -> Option<usize> {
    if !listed(document, i) {
        return None;
    }
    (i.saturating_sub(FAR)..i).rev().find(|k| !listed(document, *k))
}

/// Takes over what mentions say of event, sport and gender, where that is not known yet.
pub(super) fn learn(document: &Document<'_>, mentions: &[Mention], fields: &mut Facets) {
    for m in mentions.iter().filter(|m| document.any(m, LABEL)) {
        let event = !fields.has(Field::Event);
        fields.fill_only(&m.facets, &[Field::Event, Field::Sport, Field::Gender]);
        if let (true, Some(among)) = (event && m.facets.has(Field::Event), m.facets.get(Field::Among)) {
            fields.set(Field::Among, among);
        }
    }
}

/// What a kind of list makes of its lines.
pub(super) struct Kind {
    pub(super) table: Table,
    /// The id that its statements carry in place of a rule's.
    pub(super) rule: &'static str,
    pub(super) priority: i32,
    pub(super) confidence: f32,
}

impl Kind {
    /// The statement that `who` holds what `fields` say; `tokens` are what it is said by.
    pub(super) fn statement(
        &self,
        document: &Document<'_>,
        sentence: usize,
        who: Who,
        tokens: Range<usize>,
        fields: Facets,
    ) -> Statement {
        Statement {
            table: self.table,
            stage: NAMES_GROW,
            rule: self.rule.to_owned(),
            priority: self.priority,
            confidence: self.confidence,
            sentence,
            who: vec![who],
            focus: Facets::new(),
            tokens,
            span: 0..document.sentences[sentence].tokens.len(),
            fields,
            of: (0, 1),
        }
    }
}

/// What a sentence says of licences.
pub(super) fn licence_in<'d>(document: &Document<'_>, sentence: &'d Sentence) -> Option<&'d Mention> {
    sentence.mentions.iter().find(|m| document.any(m, &["LICENCE", "QUALIFY"]))
}

/// The Games that licences are for, where they are named by more than their host: "Paris 2024" may be either, the article
/// tells which.
pub(super) fn goal_of(licence: &Mention) -> Facets {
    let mut games = Facets::new();
    if licence.facets.get(Field::Season) != Some("host") {
        games.fill_only(&licence.facets, &[Field::Competition, Field::Year, Field::Place]);
    }
    games
}

/// True for a mention of a person.
pub(super) fn person(m: &Mention) -> bool {
    People::index(&m.facets).is_some()
}

/// True for a line that names a year, also in the brackets of a name: it looks back on other editions.
pub(super) fn looks_back(document: &Document<'_>, sentence: &Sentence) -> bool {
    sentence.mentions.iter().chain(&sentence.early).any(|m| document.any(m, &["YEAR", "RANGE", "DATE"]))
}

/// So many sentences back the nation of a list may be named.
const NEAR: usize = 3;

/// The nation of which sentence `i` tells, or one shortly before that speaks of the same thing; else the article's.
pub(super) fn whose(document: &Document<'_>, i: usize, speaks: &[&str]) -> Option<String> {
    let near = document.sentences[i.saturating_sub(NEAR)..=i].iter().rev();
    let told = near.filter(|s| has(document, s, speaks)).find_map(only_country);
    told.map(str::to_owned).or_else(|| main_country(document))
}

/// The sentence in front of a list that begins at `i`.
pub(super) fn above_of<'d>(document: &'d Document<'_>, i: usize) -> Option<&'d Sentence> {
    i.checked_sub(1).map(|k| &document.sentences[k])
}

/// The only country that a sentence names, persons left out.
pub(super) fn only_country(sentence: &Sentence) -> Option<&str> {
    let mut said = sentence.mentions.iter().filter(|m| !person(m)).filter_map(|m| m.facets.get(Field::Country));
    let first = said.next()?;
    said.all(|c| c == first).then_some(first)
}

/// The colour of a medal or a place, as facets say it.
pub(super) fn colour(facets: &Facets) -> Option<&'static str> {
    match facets.get(Field::Medal)? {
        "gold" | "1" => Some("gold"),
        "silver" | "2" => Some("silver"),
        "bronze" | "3" => Some("bronze"),
        _ => None,
    }
}

/// The only sport that an article names, in names of competitions or by itself; none where it may be the Paralympic
/// form that is meant.
pub(super) fn only_sport<'a>(document: &'a Document<'_>) -> Option<&'a str> {
    let mentions =
        || document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| document.any(m, &["SPORT", "COMP"]));
    let mut said = mentions().filter_map(|m| m.facets.get(Field::Sport));
    let first = said.next()?;
    let para = || mentions().filter_map(|m| m.facets.get(Field::Competition)).any(|c| c.contains("Para"));
    (said.all(|s| s == first) && !para()).then_some(first)
}

/// The country right behind a name: "Anna Kiss - Hungary".
pub(super) fn country_behind<'a>(document: &Document<'_>, mentions: &'a [Mention], n: usize) -> Option<&'a str> {
    let mark = mentions.get(n + 1).is_some_and(|m| document.any(m, &["DASH", "HYPHEN"]));
    let next = mentions.get(n + 1 + usize::from(mark)).filter(|m| document.any(m, &["COUNTRY"]))?;
    next.facets.get(Field::Country)
}
