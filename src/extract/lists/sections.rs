//! Licences under headings that count them: a sport and a number, with prose or as many names below each.
//!
//! ```text
//! Rowing (4)                                                                        Athletics: 2
//! The double sculls booked their place in Lucerne, the quad has one more chance.    Anna Kiss (5000 m)
//! Boxing (1)                                                                        Eva Nagy (shot put)
//! Anna Kiss took the ticket.                                                        Rowing: 1
//! ```

use super::lines::{Kind, UNREAL, has, licence_in, person, whose, wordy};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

const KIND: Kind = Kind { table: Table::Licenses, rule: "licence-headings", priority: 10, confidence: 0.75 };

/// So many headings make a list.
const FEWEST: usize = 3;

/// So many sentences above the first heading may say how many licences there are in all.
const NEAR: usize = 6;

/// What may stand behind the number of a heading: "Rowing (11 qualified)".
const COUNTED: &[&str] = &["QUALIFY", "LICENCE", "ATHLETES", "ATHLETE", "TEAM", "WORD", "SQUAD"];

/// A heading: the sentence, its sport and its number.
type Heading<'a> = (usize, &'a Mention, &'a Mention);

/// Finds the licences that such headings count, where their sum is what the article says of all.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let headings: Vec<Heading<'_>> = (0..document.sentences.len()).filter_map(|i| heading(document, i)).collect();
    let Some((first, ..)) = headings.first() else { return };
    let sum: i32 = headings.iter().filter_map(|(_, _, n)| n.facets.number(Field::Count)).sum();
    let told = told(document, *first, sum).filter(|_| headings.len() >= FEWEST);
    let licence = told.or_else(|| spoken_of(document, *first).filter(|_| named(document, &headings)));
    let Some(licence) = licence else { return };
    let before = first.saturating_sub(1);
    let Some(country) = whose(document, before, &["LICENCE", "QUALIFY"]) else { return };
    for (i, sport, number) in headings {
        let mut fields = Facets::new();
        fields.fill_only(&sport.facets, &[Field::Sport, Field::Gender]);
        fields.fill_only(&number.facets, &[Field::Count]);
        fields.fill_only(&licence.facets, &[Field::Competition, Field::Year, Field::Place, Field::Season]);
        let mut facets = Facets::new();
        facets.set(Field::Country, country.as_str());
        let who = Who { tag: "COUNTRY".to_owned(), facets, token: number.tokens.start };
        statements.push(KIND.statement(document, i, who, number.tokens.clone(), fields));
    }
}

/// The heading that a sentence is: "Rowing (11 qualified)", "Rowing: 2".
fn heading<'a>(document: &'a Document<'_>, i: usize) -> Option<Heading<'a>> {
    let sentence = &document.sentences[i];
    let (sport, number) = match &sentence.mentions[..] {
        [sport, open, number, rest @ .., close]
            if document.any(open, &["OPEN"])
                && document.any(close, &["CLOSE"])
                && rest.iter().all(|m| document.any(m, COUNTED) || document.is_literal(m)) =>
        {
            (sport, number)
        }
        [sport, mark, number] if document.any(mark, &["COLON", "DASH", "HYPHEN", "STOP"]) => (sport, number),
        _ => return None,
    };
    let shape = document.any(sport, &["SPORT"]) && document.any(number, &["NUM", "LICENCE", "SQUAD"]);
    let counted = number.facets.has(Field::Count) && sport.facets.has(Field::Sport);
    (sentence.heading && shape && counted).then_some((i, sport, number))
}

/// True where as many persons stand below each of at least two headings as it counts.
fn named(document: &Document<'_>, headings: &[Heading<'_>]) -> bool {
    let ends = headings.iter().skip(1).map(|(i, ..)| *i).chain([document.sentences.len()]);
    let as_many = headings.iter().zip(ends).filter(|((i, _, number), end)| {
        let lines = document.sentences[i + 1..*end].iter().take_while(|s| !told_of(document, s));
        let persons = lines.flat_map(|s| &s.mentions).filter(|m| person(m)).count();
        number.facets.number(Field::Count).is_some_and(|n| usize::try_from(n) == Ok(persons))
    });
    let certain = as_many.count();
    certain >= 2 && certain * 2 > headings.len()
}

/// True for a sentence that belongs to no list of names.
fn told_of(document: &Document<'_>, sentence: &Sentence) -> bool {
    has(document, sentence, &["SAID", "WIN", "MEDAL", "OFFICIAL"]) || wordy(document, sentence)
}

/// The licences that a sentence shortly above the headings says somebody has.
fn spoken_of<'a>(document: &'a Document<'_>, first: usize) -> Option<&'a Mention> {
    (first.saturating_sub(NEAR)..first).rev().find_map(|k| {
        let s = &document.sentences[k];
        let licence = licence_in(document, s)?;
        let won = status::of(document, k, &licence.tokens, &licence.tokens, Table::Licenses);
        (won.is_none_or(|s| s == "secured") && !has(document, s, UNREAL) && !s.question).then_some(licence)
    })
}

/// The licences that a sentence above the headings says to be as many, or little more: some headings may not be read.
fn told<'a>(document: &'a Document<'_>, first: usize, sum: i32) -> Option<&'a Mention> {
    let as_many = |s: &Sentence| {
        let mut counts = s.mentions.iter().filter_map(|m| m.facets.number(Field::Count));
        counts.any(|n| (sum..=sum + sum / 3).contains(&n))
    };
    (first.saturating_sub(NEAR)..first).rev().find_map(|k| {
        let s = &document.sentences[k];
        let licence = licence_in(document, s)?;
        let won = status::of(document, k, &licence.tokens, &licence.tokens, Table::Licenses);
        let real = won.is_none_or(|s| s == "secured") && !has(document, s, UNREAL) && !s.question;
        (real && as_many(s)).then_some(licence)
    })
}
