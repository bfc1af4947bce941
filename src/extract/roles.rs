//! What an article says of its persons: athlete or not, country, sport, gender.

use super::Document;
use super::matching::Statement;
use super::people::People;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Weight of a rule that says what somebody is.
const SAID: i32 = 100;

/// Gathers from statements and mentions what is said of each person.
pub(crate) fn learn(document: &mut Document<'_>, statements: &[Statement]) {
    for statement in statements {
        for who in &statement.who {
            let Some(person) = People::index(&who.facets) else { continue };
            match statement.table {
                Table::Athletes => {
                    let role = statement.fields.get(Field::Role).unwrap_or("athlete");
                    let person = &mut document.people.all[person];
                    match role {
                        "official" => person.official += SAID,
                        "athlete" => {
                            person.athlete += (statement.confidence * SAID as f32) as i32;
                            if person.evidence.is_none() {
                                person.evidence = Some((statement.sentence, statement.rule.clone()));
                            }
                        }
                        _ => {}
                    }
                    vote(document, who_index(&who.facets), &statement.fields, 2);
                }
                Table::Medals | Table::Licenses => vote(document, who_index(&who.facets), &statement.fields, 1),
                Table::None => {}
            }
        }
    }
    let tag = document.pack.tags.built_in("PERSON");
    let said: Vec<(usize, Facets)> = document
        .sentences
        .iter()
        .flat_map(|s| &s.mentions)
        .filter(|m| m.tag == tag)
        .filter_map(|m| Some((People::index(&m.facets)?, m.facets.clone())))
        .collect();
    for (person, facets) in said {
        vote(document, Some(person), &facets, 2);
    }
}

fn who_index(facets: &Facets) -> Option<usize> {
    People::index(facets)
}

fn vote(document: &mut Document<'_>, person: Option<usize>, facets: &Facets, weight: u32) {
    let Some(person) = person.and_then(|p| document.people.all.get_mut(p)) else { return };
    for (field, votes) in [
        (Field::Country, &mut person.countries),
        (Field::Sport, &mut person.sports),
        (Field::Gender, &mut person.genders),
    ] {
        if let Some(value) = facets.get(field) {
            *votes.entry(value.to_owned()).or_default() += weight;
        }
    }
}
