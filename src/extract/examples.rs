//! The examples of rules and phrases are their tests.

use super::{Dateline, explain};
use crate::rules::{Example, Pack, PackError, Phrase, Rule, Table};

/// A rule or a phrase whose examples can be run.
#[derive(Clone, Copy)]
pub enum Case<'a> {
    /// A phrase.
    Phrase(&'a Phrase),
    /// A rule.
    Rule(&'a Rule),
}

impl<'a> Case<'a> {
    /// Every rule and phrase of a pack.
    pub fn all(pack: &'a Pack) -> impl Iterator<Item = Case<'a>> {
        pack.phrases.iter().map(Case::Phrase).chain(pack.rules.iter().map(Case::Rule))
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        match self {
            Case::Phrase(p) => &p.id,
            Case::Rule(r) => &r.id,
        }
    }

    fn examples(&self) -> &'a [Example] {
        match self {
            Case::Phrase(p) => &p.examples,
            Case::Rule(r) => &r.examples,
        }
    }

    /// What the rule finds in a text: fact lines, or facets of mentions.
    fn finds(&self, text: &str, pack: &Pack) -> Vec<String> {
        let (published, body) = crate::read::header(text).unwrap_or_default();
        let (facts, trace) = explain(text, &Dateline { published, body }, pack);
        let by = |evidence: &[super::Evidence]| evidence.iter().any(|e| e.rule == self.id());
        match self {
            Case::Phrase(p) => trace
                .sentences
                .values()
                .flat_map(|s| &s.phrases)
                .filter_map(|line| line.strip_prefix(&format!("{} ", p.id)).map(str::to_owned))
                .collect(),
            Case::Rule(r) => match r.table {
                Table::Athletes | Table::None => {
                    let fired = trace.sentences.values().flat_map(|s| &s.fired);
                    let fired = fired.filter(|line| {
                        line.starts_with(&format!("{}:", r.id)) || line.starts_with(&format!("{} (", r.id))
                    });
                    if r.table == Table::None {
                        return fired.map(|_| "nothing".to_owned()).collect();
                    }
                    let official = r.set.iter().any(|(_, v)| v == "official" || v == "other");
                    if official {
                        return fired.map(|_| "no athlete".to_owned()).collect();
                    }
                    if fired.count() == 0 {
                        return Vec::new();
                    }
                    facts.athletes.iter().map(super::Athlete::line).collect()
                }
                Table::Medals => facts.medals.iter().filter(|m| by(&m.evidence)).map(super::Medal::line).collect(),
                Table::Licenses => {
                    facts.licenses.iter().filter(|l| by(&l.evidence)).map(super::License::line).collect()
                }
            },
        }
    }

    /// Runs the examples; empty where all hold, else an error at each example that fails.
    pub fn check(&self, pack: &Pack) -> Vec<PackError> {
        let mut wrong = Vec::new();
        for example in self.examples() {
            let found = self.finds(&example.text, pack);
            let listed = || if found.is_empty() { "nothing".to_owned() } else { found.join("; ") };
            let mut fail = |expected: &str| {
                wrong.push(PackError {
                    message: format!("{}: expected {expected}, found {}", self.id(), listed()),
                    help: "`palmares explain` shows the tags and the rules that fire".into(),
                    ..example.place.clone()
                });
            };
            if example.gives.is_empty() && !found.is_empty() {
                fail("nothing");
            }
            for expected in example.gives.iter().filter(|e| !found.contains(e)) {
                fail(&format!("`{expected}`"));
            }
        }
        wrong
    }
}
