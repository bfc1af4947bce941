//! `numbers.toml`: number words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::lexicon::Term;
use super::paradigm::Paradigms;
use super::{PackError, Sources, Tags};
use crate::vocabulary::{Facets, Field};

/// What `numbers.toml` holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Words for whole numbers, each inflected form with its value.
    #[serde(default)]
    pub cardinals: BTreeMap<String, u32>,
    /// Words for places in an order.
    #[serde(default)]
    pub ordinals: BTreeMap<String, u32>,
    /// Words for how many times (`double`, `triple`).
    #[serde(default)]
    pub multiples: BTreeMap<String, u32>,
    /// Month names and their abbreviations.
    #[serde(default)]
    pub months: BTreeMap<String, u32>,
}

impl Numbers {
    pub(super) fn load(sources: &Sources, paradigms: &Paradigms, code: &str) -> Result<Numbers, PackError> {
        let Some(file) = sources.file(code, "numbers.toml") else { return Ok(Numbers::default()) };
        let mut numbers: Numbers =
            toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
        for list in [&mut numbers.cardinals, &mut numbers.ordinals, &mut numbers.multiples, &mut numbers.months] {
            let mut forms = BTreeMap::new();
            for (entry, value) in std::mem::take(list) {
                forms.extend(paradigms.expand_in(file, &entry)?.into_iter().map(|f| (f.text, value)));
            }
            *list = forms;
        }
        Ok(numbers)
    }

    /// The number words as terms of the lexicon.
    pub(super) fn terms(&self, tags: &Tags) -> Vec<Term> {
        let lists = [
            (&self.cardinals, "NUM", Field::Count),
            (&self.ordinals, "ORD", Field::Rank),
            (&self.multiples, "MULTIPLE", Field::Count),
            (&self.months, "MONTH", Field::Month),
        ];
        let mut terms = Vec::new();
        for (list, tag, field) in lists {
            let Some(tag) = tags.get(tag) else { continue };
            for (form, value) in list {
                let mut facets = Facets::new();
                facets.set(field, value.to_string());
                terms.push(Term { form: form.clone(), tag, facets });
            }
        }
        terms
    }
}
