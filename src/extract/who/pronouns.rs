//! Persons whom a statement does not name: whom "she", "the Kenyan" or "the pair" stands for.

use super::resolved::Resolved;
use super::told::Told;
use crate::extract::antecedent::{antecedent, named_together};
use crate::extract::matching::Who;
use crate::extract::people::Person;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// From so many medals on a pronoun stands for a team.
const TEAM_COUNT: i32 = 30;

/// The same of licences: nobody goes to the Games twice.
const TEAM_PLACES: i32 = 3;

impl Told<'_> {
    /// True where a pronoun or a description can mean one person. "It closes with 94 golds": so many are a country's.
    pub(super) fn is_of_one(&self, who: &Who) -> bool {
        let licences = self.statement.table == Table::Licenses;
        let team = if licences && who.tag != "REF" { TEAM_PLACES } else { TEAM_COUNT };
        !matches!(who.facets.get(Field::Number), Some("plural" | "few")) && self.count() < team
    }

    /// What is told of the one whom a pronoun or a description stands for.
    pub(super) fn of_antecedent(&self, who: &Who) -> Option<Resolved> {
        let country = who.facets.get(Field::Country).map(str::to_owned);
        if let Some(person) = antecedent(self.document, self.statement.sentence, who) {
            return Some(self.athlete(person, country, self.fields.clone()));
        }
        // "The Japanese took five golds" speaks of a team.
        let several = self.count() > 1 && !self.description;
        country.filter(|_| several && who.tag == "REF").map(|c| self.country(c, self.fields.clone()))
    }

    /// What is told of the one whom a statement without any holder goes on about.
    pub(super) fn of_subject(&self) -> Option<Resolved> {
        let statement = self.statement;
        let nobody = Who { tag: "PRON".into(), facets: Facets::new(), token: statement.span.start };
        antecedent(self.document, statement.sentence, &nobody).map(|p| self.athlete(p, None, self.fields.clone()))
    }

    /// The persons that "they" stands for, where the medals are as many as they are or one that they share.
    pub(super) fn group(&self, who: &Who) -> Option<Vec<usize>> {
        match who.facets.get(Field::Number) {
            // "The Tunisian pair" is the two just named.
            Some("few") => {}
            Some("plural") if !who.facets.has(Field::Country) && matches!(&*who.tag, "PRON" | "POSS") => {}
            _ => return None,
        }
        let people = named_together(self.document, self.statement.sentence, who.token)?;
        // "The Swiss pair" is no pair of Latvians.
        let country = who.facets.get(Field::Country);
        let known = |p: &usize| Person::most(&self.document.people.all[*p].countries);
        if country.is_some() && people.iter().filter_map(known).any(|c| Some(c) != country) {
            return None;
        }
        // "The two Swiss" are not the three just named.
        if who.facets.number(Field::Count).is_some_and(|n| n as usize != people.len()) {
            return None;
        }
        let count = self.count();
        (count == 1 || count as usize == people.len()).then_some(people)
    }

    /// What is told of persons whom one word stands for.
    pub(super) fn of_group(mut self, people: &[usize]) -> Vec<Resolved> {
        let (k, of) = self.statement.of;
        // "They have a world title and a European title": both have both.
        let edition = [Field::Competition, Field::Year];
        if of == people.len() && !edition.iter().any(|f| self.statement.focus.has(*f)) {
            return self.each(&people[k..=k]);
        }
        if self.count() as usize == people.len() {
            self.fields.set(Field::Count, "1");
        }
        self.each(people)
    }
}
