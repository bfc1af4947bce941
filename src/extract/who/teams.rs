//! Countries and their teams: named, or meant by "they" or a bare "team".

use super::resolved::Resolved;
use super::told::Told;
use crate::extract::antecedent::{several_before, subject_before, team_before, they, topic_country};
use crate::extract::matching::Who;
use crate::rules::Table;
use crate::vocabulary::Field;

impl Told<'_> {
    /// What is told of countries that are named.
    pub(super) fn of_countries(&self) -> Vec<Resolved> {
        let countries: Vec<&str> = self.statement.who.iter().filter_map(|w| w.facets.get(Field::Country)).collect();
        let (k, of) = self.statement.of;
        if countries.len() > 1 && of == countries.len() {
            return self.each_country(&countries[k..=k]);
        }
        if countries.len() > 1 && self.count() > 1 && !self.fields.has(Field::Each) {
            return Vec::new();
        }
        self.each_country(&countries)
    }

    /// What is told, as each country's of some.
    fn each_country(&self, countries: &[&str]) -> Vec<Resolved> {
        countries.iter().map(|c| self.country((*c).to_owned(), self.fields.clone())).collect()
    }

    /// What is told of a team, or of several whose countries are all named.
    pub(super) fn of_team(mut self, who: &Who) -> Vec<Resolved> {
        // "Both the Hungarians and the Turks took two each."
        let named: Option<Vec<&str>> = self.statement.who.iter().map(|w| w.facets.get(Field::Country)).collect();
        if let Some(named) = named.filter(|n| n.len() > 1 && self.fields.has(Field::Each)) {
            return self.each_country(&named);
        }
        if who.facets.get(Field::Number) == Some("host") && !who.facets.has(Field::Country) {
            self.fields.set(Field::Number, "host");
        }
        // "Italy and Japan qualified. They took the last two places": that is told already.
        let licences = self.statement.table == Table::Licenses;
        if licences && they(who) && several_before(self.document, self.statement.sentence) {
            return Vec::new();
        }
        let country = self.country_of(who);
        // The gender of a pronoun is that of its noun ("в ней", in the collection), not that of a team.
        let of_pronoun = matches!(&*who.tag, "PRON" | "POSS");
        let said: &[Field] = if of_pronoun { &[Field::Sport] } else { &[Field::Gender, Field::Sport] };
        self.fields.fill_only(&who.facets, said);
        country.map(|c| self.country(c, self.fields.clone())).into_iter().collect()
    }

    /// The country of a team: the one that it is said to be of, that a pronoun stands for, or that the article is about.
    fn country_of(&self, who: &Who) -> Option<String> {
        let (document, sentence) = (self.document, self.statement.sentence);
        let pronoun = || {
            let is_pronoun = matches!(&*who.tag, "PRON" | "POSS");
            let here = || team_before(document, sentence, who.token);
            is_pronoun.then(|| here().or_else(|| subject_before(document, sentence))).flatten()
        };
        let said = who.facets.get(Field::Country).map(str::to_owned);
        said.or_else(pronoun).or_else(|| topic_country(document, sentence, who.token))
    }

    /// What is told of the country that the words before, or the article, are about.
    pub(super) fn of_topic(&self) -> Option<Resolved> {
        let country = topic_country(self.document, self.statement.sentence, self.statement.tokens.start);
        country.map(|c| self.country(c, self.fields.clone()))
    }
}
