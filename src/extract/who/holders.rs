//! The holders of one medal or licence, by what the statement has for a holder: a name, a pronoun, a team, nobody.

use super::resolved::Resolved;
use super::told::Told;
use crate::extract::Document;
use crate::extract::antecedent::they;
use crate::extract::facts::Holder;
use crate::extract::matching::Statement;
use crate::vocabulary::Field;

/// The holders of a medal or a licence; of one that only a person can hold, no country.
pub(super) fn holders(document: &Document<'_>, statement: &Statement) -> Vec<Resolved> {
    let mut found = anybody(Told::of(document, statement));
    let Some(who) = statement.who.first() else { return found };
    // "They were champions of Asia": persons just named, if anybody; a team is called so by its name.
    let title = [&statement.fields, &statement.focus].iter().any(|f| f.get(Field::Basis) == Some("title"));
    if they(who) && title || statement.fields.get(Field::Holder) == Some("athlete") {
        found.retain(|r| r.holder == Holder::Athlete);
    }
    found
}

/// The holders of what is told, whatever they are.
fn anybody(told: Told<'_>) -> Vec<Resolved> {
    if told.fields.get(Field::Holder) == Some("pool") {
        return vec![told.pool()];
    }
    let persons = told.persons();
    if !persons.is_empty() {
        return told.of_persons(&persons);
    }
    let Some(who) = told.statement.who.first() else { return of_nobody_said(&told).into_iter().collect() };
    let people = told.group(who).unwrap_or_default();
    match &*who.tag {
        "PRON" | "REF" | "POSS" if told.is_of_one(who) => told.of_antecedent(who).into_iter().collect(),
        "PRON" | "POSS" | "SQUAD" | "REF" if !people.is_empty() => told.of_group(&people),
        // "He ran in Munich, where the quartet took gold": his quartet.
        "REF" if !who.facets.has(Field::Country) => told.of_antecedent(who).into_iter().collect(),
        "COUNTRY" | "PEOPLE" | "DEMONYM" | "WHERE" => told.of_countries(),
        _ => told.of_team(who),
    }
}

/// The holder of what is told of nobody, where the rule says of which kind it is.
fn of_nobody_said(told: &Told<'_>) -> Option<Resolved> {
    match told.fields.get(Field::Holder) {
        Some("country") => told.of_topic(),
        Some("athlete") => told.of_subject(),
        _ => None,
    }
}
