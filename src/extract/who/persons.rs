//! Persons whom a statement names: what is told of each of them.

use super::resolved::Resolved;
use super::told::Told;
use crate::extract::antecedent::topic_country;
use crate::extract::matching::Who;
use crate::extract::people::People;
use crate::rules::Table;
use crate::vocabulary::Field;

impl Told<'_> {
    /// The persons whom the statement names.
    pub(super) fn persons(&self) -> Vec<usize> {
        self.statement.who.iter().filter_map(|w| People::index(&w.facets)).collect()
    }

    /// What is told of persons who are named, in a row where they are several.
    pub(super) fn of_persons(&self, persons: &[usize]) -> Vec<Resolved> {
        if let [person] = persons {
            let country = self.statement.who[0].facets.get(Field::Country).map(str::to_owned);
            return vec![self.athlete(*person, country, self.fields.clone())];
        }
        if let Some(own) = self.own_share(persons) {
            return self.each(own);
        }
        if self.fields.has(Field::Each) || self.are_titles() {
            return self.each(persons);
        }
        // Never distribute a count over people, unless it counts just them: then it is the team's tally too.
        let count = self.count();
        if count > 1 && count as usize != persons.len() {
            return Vec::new();
        }
        let mut all = self.one_each(persons);
        if count > 1 {
            all.extend(self.common_country().map(|c| self.country(c, self.fields.clone())));
        }
        all
    }

    /// Those of several persons who have this medal or licence, where it is not all of them.
    fn own_share<'p>(&self, persons: &'p [usize]) -> Option<&'p [usize]> {
        let n = persons.len();
        let (k, of) = self.statement.of;
        if of == n {
            return Some(&persons[k..=k]);
        }
        // "The Swiss A and B and the Italians C and D won silver and bronze respectively": a medal for each crew.
        if of > 1 && n.is_multiple_of(of) && crews(&self.statement.who, n / of) {
            return Some(&persons[k * n / of..(k + 1) * n / of]);
        }
        // "World champion A and B", "A and B, who became world champion": a title in the singular is the nearest one's.
        // "A and B keep the pairs title" they share.
        let title = self.description || self.title;
        let titled = title && self.statement.focus.get(Field::Number) == Some("singular");
        let before = self.statement.who.iter().all(|w| w.token < self.statement.tokens.start);
        let nearest = if before { &persons[n - 1..] } else { &persons[..1] };
        (titled && (self.description || before)).then_some(nearest)
    }

    /// "A and B are two-time champions": each of them is.
    fn are_titles(&self) -> bool {
        self.description && self.statement.focus.number(Field::Count).is_some_and(|n| n > 1)
    }

    /// One medal or licence for each of several persons.
    fn one_each(&self, persons: &[usize]) -> Vec<Resolved> {
        let mut one = self.fields.clone();
        one.set(Field::Count, "1");
        // In a list that says the event of some, the sentence's is nobody else's.
        let named = self.statement.who.iter().filter(|w| People::index(&w.facets).is_some());
        let events: Vec<Option<&str>> = named.map(|w| w.facets.get(Field::Event)).collect();
        let listed = self.statement.table == Table::Licenses && events.iter().any(Option::is_some);
        let own = |(person, event): (&usize, Option<&str>)| {
            let mut fields = one.clone();
            if listed {
                fields.set(Field::Event, event.unwrap_or_default());
            }
            self.athlete(*person, None, fields)
        };
        persons.iter().zip(events).map(own).collect()
    }

    /// The country for which several persons have as many medals as they are; none where they are of several countries.
    fn common_country(&self) -> Option<String> {
        let said: Vec<&str> = self.statement.who.iter().filter_map(|w| w.facets.get(Field::Country)).collect();
        if said.windows(2).any(|pair| pair[0] != pair[1]) {
            return None;
        }
        let said = said.first().map(|c| (*c).to_owned());
        said.or_else(|| topic_country(self.document, self.statement.sentence, usize::MAX))
    }
}

/// True where people stand in crews of that size, each of another country.
fn crews(who: &[Who], size: usize) -> bool {
    let people: Vec<&Who> = who.iter().filter(|w| People::index(&w.facets).is_some()).collect();
    let country = |crew: &[&Who]| -> Vec<String> {
        let mut said: Vec<String> =
            crew.iter().filter_map(|w| w.facets.get(Field::Country)).map(str::to_owned).collect();
        said.dedup();
        said
    };
    let crews: Vec<Vec<String>> = people.chunks(size).map(country).collect();
    crews.iter().all(|c| c.len() == 1) && crews.windows(2).all(|pair| pair[0] != pair[1])
}
