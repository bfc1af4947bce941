//! Members of one family, who share a surname that is written once.

use super::found::{Candidate, Found};
use super::person::{Bearer, People};
use crate::extract::segment::Sentence;
use crate::rules::{Base, Pack, Part};
use crate::vocabulary::name_key;

/// The given names that stand with a family's: "the Kiss brothers, Peter and Pal", "les frères Kiss, Peter et Pal".
pub(super) fn siblings<'a>(
    surname: &Candidate,
    candidates: &'a [Candidate],
    sentence: &Sentence,
    pack: &Pack,
) -> Vec<(&'a Candidate, String)> {
    let noun = |i: usize| sentence.tokens.get(i).is_some_and(|t| pack.names.is_sibling(&t.folded));
    let mut end = surname.tokens.end;
    let said = noun(end) || surname.tokens.start.checked_sub(1).is_some_and(noun);
    end += usize::from(noun(end));
    if !said && !is_plural(&surname.name, pack) {
        return Vec::new();
    }
    let list: Vec<_> = ["AND", "COMMA", "OPEN", "COLON"].iter().filter_map(|t| pack.tags.get(t)).collect();
    let mut members: Vec<&Candidate> = Vec::new();
    let behind = end;
    for given in candidates.iter().filter(|c| c.sentence == surname.sentence && c.tokens.start >= behind) {
        let between = end..given.tokens.start;
        let mut links =
            sentence.mentions.iter().filter(|m| m.tokens.start < between.end && between.start < m.tokens.end);
        if given.words != 1 || between.is_empty() || !links.all(|m| list.contains(&m.tag)) {
            break;
        }
        end = given.tokens.end;
        members.push(given);
    }
    if members.len() < 2 || !said && !members.iter().all(|c| pack.names.is_given(&c.name)) {
        return Vec::new();
    }
    let given = together(&members, pack);
    members
        .into_iter()
        .zip(given)
        .map(|(c, name)| (c, format!("{name} {}", of_one(&surname.name, &name, pack))))
        .collect()
}

/// The nominatives of given names that stand in one list, and so in one case: "Андрея и Александра" are men.
fn together(members: &[&Candidate], pack: &Pack) -> Vec<String> {
    let known = |c: &Candidate| -> Vec<Base> {
        let bases = pack.names.declensions.bases(&c.name, Part::Given);
        bases.into_iter().filter(|b| pack.names.is_given_as_written(&b.nominative)).collect()
    };
    let readings: Vec<Vec<Base>> = members.iter().map(|c| known(c)).collect();
    let mut cases: Vec<&Base> = readings.iter().flatten().collect();
    cases.sort_by_key(|b| !b.is_nominative());
    let in_case = |case: &str| -> Option<Vec<String>> {
        let of = |bases: &Vec<Base>| bases.iter().find(|b| b.case == case).map(|b| b.nominative.clone());
        readings.iter().map(of).collect()
    };
    cases.iter().find_map(|b| in_case(&b.case)).unwrap_or_else(|| members.iter().map(|c| c.name.clone()).collect())
}

/// True for a surname in the plural: "каноистов Богдановичей, Андрея и Александра".
fn is_plural(surname: &str, pack: &Pack) -> bool {
    let names = &pack.names;
    let known = names.is_given(surname) || names.gender_of_surname(surname).is_some();
    !known && names.declensions.bases(surname, Part::Surname).iter().any(Base::is_plural)
}

/// The surname of one of a family whose surname stands in the plural, where the language has one: "Богдановичи".
fn of_one(surname: &str, given: &str, pack: &Pack) -> String {
    let gender = pack.names.gender_of_given(given);
    let bases = pack.names.declensions.bases(surname, Part::Surname);
    let one = bases.iter().find(|b| b.is_plural() && (gender.is_none() || b.gender.is_none() || b.gender == gender));
    one.map_or_else(|| surname.to_owned(), |b| b.nominative.clone())
}

/// The person of a given name that stands before a full name with its surname: "Aibek and Nurbek Oralbay".
pub(super) fn shared_surname(
    single: &Candidate,
    found: &Found,
    sentence: &Sentence,
    people: &mut People,
    pack: &Pack,
) -> Option<usize> {
    let and = pack.tags.get("AND")?;
    let names = found.by_sentence.get(&single.sentence)?;
    let (tokens, partner) = names.iter().find(|(t, _)| t.start == single.tokens.end + 1)?;
    let between = sentence.mentions.iter().find(|m| m.tokens == (single.tokens.end..tokens.start))?;
    if between.tag != and || matches!(people.bearer(&single.name), Bearer::One(_)) {
        return None;
    }
    let partner = &people.all[*partner];
    let surname = partner.name.split_whitespace().last()?;
    let name = format!("{} {}", single.name, surname);
    let elsewhere = people.all.iter().any(|p| p.words.join(" ") == name_key(&name));
    if !elsewhere && !pack.names.is_given(&single.name) {
        return None;
    }
    Some(people.add(&name, &pack.names))
}
