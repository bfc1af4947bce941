//! Of which countries a person is not: those it met in a bout or a match are of other nations, as a rule.

use super::country_beside::beaten_behind;
use super::is;
use crate::extract::Document;
use crate::extract::people::{People, Person};
use crate::extract::segment::Sentence;
use crate::extract::standing::{Standing, standing};
use crate::vocabulary::Field;

/// The countries of those whom a person beat or lost to, where the words beside their names say them.
pub(super) fn countries_met<'a>(document: &'a Document<'_>, person: usize) -> Vec<&'a str> {
    let sentences = &document.people.all[person].sentences;
    sentences.iter().filter_map(|i| met_in(document, &document.sentences[*i], person)).collect()
}

/// The country of the rival of a sentence whose subject a person is, or of the subject whose rival it is.
fn met_in<'a>(document: &Document<'_>, sentence: &'a Sentence, person: usize) -> Option<&'a str> {
    let mentions = &sentence.mentions;
    let rival = |k: usize| standing(document, mentions, k) == Standing::Rival || beaten_behind(document, mentions, k);
    let mut names = (0..mentions.len()).filter(|k| is(document, &mentions[*k], "PERSON"));
    let (Some(first), Some(second), None) = (names.next(), names.next(), names.next()) else { return None };
    let own = |k: usize| People::index(&mentions[k].facets) == Some(person);
    let other = if own(first) { second } else { first };
    let apart = own(first) != own(second) && !rival(first) && rival(second);
    mentions[other].facets.get(Field::Country).filter(|_| apart)
}

/// The only country whose people or teams an article speaks of beside those that a person met.
pub(super) fn only_other(document: &Document<'_>, met: &[&str]) -> Option<String> {
    let teams = document.sentences.iter().flat_map(|s| &s.mentions);
    let teams = teams.filter(|m| document.any(m, &["COUNTRY", "SQUAD", "PEOPLE", "DEMONYM", "REF", "PERSON"]));
    let said = teams.filter_map(|m| m.facets.get(Field::Country));
    let known = document.people.all.iter().filter_map(|p| Person::most(&p.countries));
    let mut others = said.chain(known).filter(|c| !met.contains(c));
    let first = others.next()?;
    others.all(|c| c == first).then(|| first.to_owned())
}
