//! What a statement leaves out: competition, year, sport, event, gender, country come from the clause,
//! else the sentence, the paragraph, the heading, the article's topic.

mod another_report;
mod aside;
mod beside;
mod called;
mod clue;
mod continental;
mod counted;
mod country;
mod country_beside;
mod dated;
mod earlier;
mod edition;
mod event;
mod forms;
mod horizon;
mod hosts;
mod lists;
mod longer;
mod near;
mod numbers;
mod opponents;
mod para;
mod person_sport;
mod qualifier;
mod several;
mod spoken;
mod sport;
mod to_come;
mod told_twice;
mod topic;
mod vague;
mod votes;
mod weighed;
mod year;
mod young;

pub(super) use hosts::{GREAT, REMEMBERED};
pub(super) use near::focus;

use std::collections::BTreeMap;

use super::Document;
use super::facts::Holder;
use super::mention::Mention;
use super::who::Resolved;
use crate::vocabulary::{Field, World};
use topic::Topic;

/// Fills the fields of every statement.
pub(crate) fn complete(document: &mut Document<'_>, resolved: Vec<Resolved>) -> Vec<Resolved> {
    let mut out: Vec<Resolved> = resolved;
    young::resolve(document);
    longer::resolve(document, &mut out);
    continental::resolve(document, &mut out);
    numbers::resolve(document);
    vague::resolve(document);
    let topic = Topic::of(document);
    if let Some(whole) = &topic.sport {
        document.parts = World::get().parts(whole).map(str::to_owned).collect();
    }
    for statement in &out {
        // "The Kenyan" says the country of the person it stands for.
        if let (Some(person), Some(country)) = (statement.person, &statement.country) {
            let countries = &mut document.people.all[person].countries;
            if countries.is_empty() {
                countries.insert(country.clone(), 1);
            }
        }
    }
    // One look for each person, not for each of its statements: work stays linear in long texts.
    let mut countries: BTreeMap<Option<usize>, Option<String>> = BTreeMap::new();
    for i in 0..out.len() {
        let (before, rest) = out.split_at_mut(i);
        let statement = &mut rest[0];
        if !beside::tally(document, before, statement) {
            beside::licence(document, before, statement);
            edition::competition(document, &topic, statement);
        }
        host(document, &topic, statement);
        event::event(document, &topic, statement);
        told_twice::same_event(document, before, statement);
        sport::sport(document, &topic, statement);
        para::paralympic(document, &topic, statement);
        qualifier::won_at(document, &topic, statement);
        if statement.holder == Holder::Athlete && statement.country.is_none() {
            let known = countries.entry(statement.person);
            let known = known.or_insert_with(|| country::country(document, &topic, statement.person));
            statement.country.clone_from(known);
        }
    }
    out = several::distribute(document, lists::distribute(document, out));
    person_sport::give(document, &topic, &mut out);
    for i in 0..document.people.all.len() {
        let country = country::country(document, &topic, Some(i));
        let person = &mut document.people.all[i];
        if let Some(c) = country.filter(|c| person.countries.is_empty() || country::is_neutral(c)) {
            person.countries = BTreeMap::from([(c, 1)]);
        }
    }
    out
}

fn is(document: &Document<'_>, mention: &Mention, tag: &str) -> bool {
    document.pack.tags.get(tag) == Some(mention.tag)
}

/// "The hosts" are the team of the country that held the edition, whatever team was named last.
fn host(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.holder != Holder::Country || statement.fields.get(Field::Number) != Some("host") {
        return;
    }
    statement.fields.take(Field::Number);
    let get = |f: Field| statement.fields.get(f).unwrap_or_default();
    let year = statement.fields.number(Field::Year);
    let (world, name, sport) = (World::get(), get(Field::Competition), get(Field::Sport));
    // Championships with para events have one host for all.
    let able = sport.strip_prefix("para ").unwrap_or(sport);
    let about = topic.sport.as_deref().unwrap_or_default();
    let held = year.and_then(|y| [sport, able, about].iter().find_map(|s| world.edition(name, s, y)));
    // Championships of one sport go by several names in one year: where the head says where they are, the hosts are of there.
    let there = || head_country(document).filter(|_| !world.is_games(name));
    // Without an edition nobody knows who the hosts were.
    statement.country = there().or_else(|| held.map(|edition| edition.country.clone()));
}

/// The country of the cities that the head of an article names, where it is one.
fn head_country(document: &Document<'_>) -> Option<String> {
    let head = document.sentences.iter().take(HEAD).flat_map(|s| &s.mentions);
    let mut countries = head.filter(|m| is(document, m, "CITY")).filter_map(|m| m.facets.get(Field::Within));
    let first = countries.next()?;
    countries.all(|c| c == first).then(|| first.to_owned())
}

/// Sentences that make the head of an article.
const HEAD: usize = 4;

/// How many sentences back a paragraph or a heading still speaks: work stays linear in long texts.
const FAR: usize = 40;
