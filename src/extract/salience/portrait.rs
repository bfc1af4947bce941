//! Titles that a biography lists after it has said whose they are: "Olympic champion of 1976. World champion (1974, 1975)."

use super::holders::Holder;
use super::scene::Scene;
use crate::extract::matching::Who;
use crate::vocabulary::Field;

/// Mentions before the first title of a sentence that says nothing else.
const LATE: usize = 24;

/// Sentences of a portrait that may name nobody.
const PORTRAIT: usize = 8;

/// What stands in a sentence of titles alone.
const OF_TITLES: &[&str] = &[
    "TITLE",
    "COMMA",
    "AND",
    "YEAR",
    "RANGE",
    "OPEN",
    "CLOSE",
    "STOP",
    "SEMI",
    "IN",
    "OF",
    "DET",
    "CITY",
    "COMP",
    "EVENT",
    "DIST",
    "WEIGHT",
    "SPORT",
    "DISCIPLINE",
    "YEARWORD",
    "NUM",
    "DASH",
    "HYPHEN",
    "WORD",
    "BY",
    "GENDER",
];

impl Scene<'_> {
    /// True for a title in a sentence of titles alone, as a biography lists them: "Olympic champion of 1976. World champion (1974)."
    pub(super) fn of_titles_alone(&self, at: usize, holders: &[Holder]) -> bool {
        let sentence = &self.document.sentences[self.index];
        holders.is_empty() && !sentence.heading && at < LATE && self.mentions.iter().all(|m| self.any(m, OF_TITLES))
    }

    /// The one person whom the sentences before in the paragraph portray.
    pub(super) fn portrayed(&self) -> Option<Who> {
        let sentences = &self.document.sentences;
        let here = sentences[self.index].paragraph;
        let before = (0..self.index).rev().take(PORTRAIT).take_while(|i| sentences[*i].paragraph == here);
        let scenes = before.map(|i| Scene::of(self.document, i).holders());
        let holders = scenes.into_iter().find(|h| h.iter().any(|h| h.who[0].tag == "PERSON"))?;
        let mut people = holders.iter().flat_map(|h| &h.who).filter(|w| w.tag == "PERSON");
        let first = people.next()?;
        people.all(|w| w.facets.get(Field::Person) == first.facets.get(Field::Person)).then(|| first.clone())
    }
}
