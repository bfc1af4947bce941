//! Medals: results, the first three of which won them.
//!
//! ```text
//! Women's 57 kg
//! 1. Anna Kiss (HUN)
//! 2. Eva Nagy (AUT)
//! 3. Ida Papp (FRA), Lea Balog (GER)
//! ```

use std::ops::Range;

use super::lines::{
    Kind, UNREAL, above, colon, country_behind, has, learn, looks_back, numbered, only_sport, person, subheading,
};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, World, is_qualifier};

/// The id that statements of such lines carry.
const RULE: &str = "place-lines";

/// Above the rules for results in one sentence, which do not see the line above.
const KIND: Kind = Kind { table: Table::Medals, rule: RULE, priority: 16, confidence: 0.75 };

/// What shows that a list is no result, or of a round that gives no medals.
const OTHER: &[&str] =
    &["RANKING", "ROUND", "QUALIFIER", "LICENCE", "QUALIFY", "MEDALMATCH", "TALLY", "SAID", "OFFICIAL"];

/// What may stand in front of the number of a place.
const BEFORE: &[&str] =
    &["COLON", "SEMI", "COMMA", "DASH", "STOP", "CLOSE", "SPORT", "EVENT", "DIST", "WEIGHT", "GENDER", "DECIMAL"];

/// What stands between persons who share a place.
const JOINS: &[&str] = &["COMMA", "AND", "SLASH", "SEMI"];

/// The label in front of results in one line is no longer (in mentions).
const LABELLED: usize = 10;

/// So many sentences may tell of an event between the line that names it and its result.
const TOLD: usize = 10;

/// A sentence of more mentions is told, whatever numbers it has.
const PROSE: usize = 8;

/// One place of a result.
struct Place {
    sentence: usize,
    /// Its mentions, from the number on.
    at: Range<usize>,
    rank: i32,
}

/// Finds the medals that results give.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let places: Vec<Place> = (0..document.sentences.len()).flat_map(|i| places(document, i)).collect();
    let (sport, qualifiers) = (only_sport(document), after_qualifiers(document));
    let mut from = 0;
    while from < places.len() {
        let to = from + run(&places[from..]);
        let result = &places[from..to];
        if result[0].rank == 1
            && result.iter().any(|p| p.rank == 2)
            && let Some(label) = label(document, &result[0])
            && !qualifiers[result[0].sentence]
            && real(document, result)
            && !of_several_events(document, result)
        {
            let won = result.iter().filter(|p| p.rank <= 3);
            statements.extend(won.flat_map(|p| won_by(document, p, &label, sport)));
        }
        from = to;
    }
}

/// The places that a sentence gives: each a number, a mark and a person.
fn places(document: &Document<'_>, i: usize) -> Vec<Place> {
    let mentions = &document.sentences[i].mentions;
    let begins = |k: &usize| {
        let k = *k;
        numbered(document, mentions, k) && k.checked_sub(1).is_none_or(|b| document.any(&mentions[b], BEFORE))
    };
    let starts: Vec<usize> = (0..mentions.len()).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([mentions.len()]);
    let ranked = starts.iter().zip(ends).filter_map(|(&start, end)| {
        let rank = mentions[start].facets.number(Field::Count)?;
        Some(Place { sentence: i, at: start..end, rank })
    });
    ranked.collect()
}

/// How many places from the first on are one result: it begins with the winner and leaves no place out but where
/// two share one.
fn run(places: &[Place]) -> usize {
    if places[0].rank != 1 {
        return 1;
    }
    let next = |pair: &[Place]| {
        let near = pair[1].sentence - pair[0].sentence <= 1;
        near && (pair[0].rank..=pair[0].rank + 2).contains(&pair[1].rank)
    };
    1 + places.windows(2).take_while(|pair| next(pair)).count()
}

/// What the line above, or the words in front of the winner, say of the event; none where nothing does.
fn label(document: &Document<'_>, first: &Place) -> Option<Facets> {
    let mut fields = Facets::new();
    let lead = &document.sentences[first.sentence].mentions[..first.at.start];
    if !lead.is_empty() {
        let barred = lead.iter().any(|m| document.any(m, OTHER) || document.any(m, &["PERSON", "COMP", "NUM"]));
        learn(document, lead, &mut fields);
        return (lead.len() <= LABELLED && !barred && !empty(&fields)).then_some(fields);
    }
    let line = over_prose(document, first.sentence.checked_sub(1)?);
    let sentence = &document.sentences[line];
    if subheading(document, line) {
        learn(document, &sentence.mentions, &mut fields);
        return (!empty(&fields)).then_some(fields);
    }
    // "The medallists in the women's 57 kg:"
    let announces = sentence.heading || colon(document, sentence);
    let winners =
        has(document, sentence, &["MEDALLIST", "CHAMPION", "PODIUM"]) && !has(document, sentence, &["PERSON"]);
    learn(document, &sentence.mentions, &mut fields);
    (announces && winners && fields.has(Field::Event)).then_some(fields)
}

/// The line that stands above prose on how an event went, where it names that event; else the sentence itself.
fn over_prose(document: &Document<'_>, line: usize) -> usize {
    let prose = |k: &usize| {
        let s = &document.sentences[*k];
        !s.heading && !colon(document, s) && !has(document, s, &["NUM"]) || s.mentions.len() > PROSE && !s.heading
    };
    let above = (0..=line).rev().take(TOLD).find(|k| !prose(k));
    above.filter(|k| *k < line && subheading(document, *k) && document.sentences[*k].heading).unwrap_or(line)
}

/// True where nothing is said.
fn empty(fields: &Facets) -> bool {
    fields.iter().next().is_none()
}

/// True where nothing in or above a result speaks against it: no ranking, no heat, nothing only planned.
fn real(document: &Document<'_>, result: &[Place]) -> bool {
    let barred = |s: &Sentence| has(document, s, OTHER) || has(document, s, UNREAL) || s.question;
    let told = |s: &Sentence| has(document, s, &["MEDAL", "TITLE", "WIN", "BEAT", "LOSE"]);
    let first = result[0].sentence;
    let inside =
        result.iter().map(|p| &document.sentences[p.sentence]).any(|s| barred(s) || told(s) || looks_back(document, s));
    let line = first.checked_sub(1).map(|k| &document.sentences[k]);
    let labelled = line.is_some_and(|s| (s.heading || colon(document, s)) && barred(s));
    let top = above(document, first).map(|k| &document.sentences[k]);
    let licences = |s: &Sentence| has(document, s, &["LICENCE", "QUALIFY"]) && !told(s);
    let headed = top.is_some_and(|s| (s.heading || colon(document, s)) && barred(s) || licences(s));
    !inside && !labelled && !headed
}

/// True for numbered lines with an event each: they count a team, not the places of one event.
fn of_several_events(document: &Document<'_>, result: &[Place]) -> bool {
    let mentions = |p: &Place| &document.sentences[p.sentence].mentions[p.at.clone()];
    // "313 kg" is what was lifted, no class.
    let known = |event: &&str| !World::get().sports_with(event).is_empty();
    let event = |p: &Place| mentions(p).iter().find_map(|m| m.facets.get(Field::Event).filter(known));
    let mut events = result.iter().filter(|p| p.rank <= 3).filter_map(event);
    events.next().is_some_and(|first| events.any(|other| other != first))
}

/// For each sentence, true where the competition last named before it only gives places elsewhere.
fn after_qualifiers(document: &Document<'_>) -> Vec<bool> {
    let named = |m: &&Mention| document.any(m, &["COMP"]) && m.facets.has(Field::Competition);
    let mut after = false;
    let each = document.sentences.iter().map(|s| {
        let before = after;
        if let Some(name) = s.mentions.iter().rev().find(named).and_then(|m| m.facets.get(Field::Competition)) {
            after = is_qualifier(name);
        }
        before
    });
    each.collect()
}

/// The medals of one place: of its person, and of those who share it.
fn won_by(document: &Document<'_>, place: &Place, label: &Facets, sport: Option<&str>) -> Vec<Statement> {
    let mentions = &document.sentences[place.sentence].mentions[place.at.clone()];
    let mut fields = Facets::new();
    let colour = ["gold", "silver", "bronze"].get(usize::try_from(place.rank - 1).unwrap_or(usize::MAX));
    let Some(colour) = colour else { return Vec::new() };
    fields.set(Field::Medal, *colour);
    fields.set(Field::Basis, "title");
    fields.set(Field::Count, "1");
    fields.set(Field::Status, "won");
    fields.fill(label);
    let mut out = Vec::new();
    let shared = mentions[2..].iter().take_while(|m| person(m) || document.any(m, JOINS));
    for (n, m) in shared.enumerate().filter(|(_, m)| person(m)) {
        let mut fields = fields.clone();
        if let (Some(sport), false) = (sport, m.facets.has(Field::Sport)) {
            fields.fill_in(Field::Sport, sport);
        }
        let mut holder = Who::of(document, m);
        if let Some(country) = country_behind(document, mentions, n + 2) {
            holder.facets.fill_in(Field::Country, country);
        }
        if let Some(event) = m.facets.get(Field::Event) {
            fields.set(Field::Event, event);
        }
        // The first is known by the number, as in the rules for results in one sentence.
        let said = if n == 0 { &mentions[0] } else { m };
        out.push(KIND.statement(document, place.sentence, holder, said.tokens.clone(), fields));
    }
    out
}
