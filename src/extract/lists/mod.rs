//! Lists: lines of names or countries under a line that says what they have.
//!
//! ```text
//! Those who have qualified:      Gold:                    Women's 57 kg
//! 57 kg - Anna Kiss (Hungary)    - Anna Kiss (57 kg);     1. Anna Kiss (HUN)
//! 62 kg - Eva Nagy (Latvia)      - Eva Nagy (62 kg).      2. Eva Nagy (LAT)
//! ```
//! No sentence of such a list says that anybody has anything, so no rule can.

mod above;
mod announced;
mod colours;
mod countries;
mod crews;
mod crews_in_brackets;
mod each;
mod editions;
mod licences;
mod licences_by_event;
mod lines;
mod made_up;
mod medal_tables;
mod medals_by_sport;
mod medals_in_brackets;
mod one_each;
mod orders;
mod places;
mod roll;
mod sections;
mod sports;
mod totals;

use super::Document;
use super::matching::Statement;

/// Adds what the lists of an article say to what its sentences say.
pub(crate) fn find(document: &Document<'_>, statements: &mut Vec<Statement>) {
    licences::licences(document, statements);
    sports::licences(document, statements);
    sections::licences(document, statements);
    countries::licences(document, statements);
    countries::named(document, statements);
    countries::counted_of_each(statements);
    each::licences(document, statements);
    one_each::licences(document, statements);
    licences_by_event::licences(document, statements);
    roll::licences(document, statements);
    colours::medals(document, statements);
    medal_tables::medals(document, statements);
    totals::medals(document, statements);
    medals_in_brackets::medals(document, statements);
    editions::medals(document, statements);
    medals_by_sport::medals(document, statements);
    places::medals(document, statements);
    orders::medals(document, statements);
    crews::medals(document, statements);
    above::inherit(document, statements);
    above::events(document, statements);
}
