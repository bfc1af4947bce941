//! Who holds a medal or a licence that no rule gives to anybody: the most salient holder near it.
//!
//! Every holder of the sentence gets a cost by the words between it and the medal, in the manner of the
//! salience weights of Lappin and Leass (1994, <https://aclanthology.org/J94-4002>); the cheapest takes it.
//! A bracket is an aside: what stands in it costs nothing to what stands around it.
//!
//! [`scene`] is a sentence as the costs see it, [`focus`] and [`numbers`] say what in it wants a holder,
//! [`holders`] and [`portrait`] who there is to hold it, [`cost`] how dear each of them is, and [`statement`] what is
//! said of the one that is believed.

mod cost;
mod focus;
mod holders;
mod numbers;
mod portrait;
mod scene;
mod statement;

pub(super) use statement::RULE;

use crate::extract::Document;
use crate::extract::matching::{Statement, by_sentence};
use scene::Scene;

/// Adds a statement for each medal and licence, after all those of rules.
pub(super) fn attach(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let told = by_sentence(statements);
    let mut found: Vec<Statement> = Vec::new();
    for index in 0..document.sentences.len() {
        if document.sentences[index].question {
            continue;
        }
        let scene = Scene::of(document, index);
        let holders = scene.holders();
        let mut here: Vec<Statement> = Vec::new();
        for at in 0..scene.mentions.len() {
            let by_rules = told.get(&index).into_iter().flatten().copied();
            let one = scene.statement(at, &holders).or_else(|| scene.reference(at));
            here.extend(one.or_else(|| scene.coordinated(at, by_rules.chain(&here))));
        }
        found.extend(here);
    }
    statements.extend(found);
}
