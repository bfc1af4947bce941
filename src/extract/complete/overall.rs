//! The place of a team among all teams at Games, which is no medal.

use super::near::focus;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// The status of such a place, by which it goes to the review.
pub(in crate::extract) const OVERALL: &str = "overall";

/// Words that say a place or a title, not a medal.
const PLACED: &[&str] = &["PODIUM", "STRUCK", "TITLE", "PLACE"];

/// A country that "came second at the Asian Games" or "took the title", with no sport said, did so in the table of medals.
pub(super) fn drop_place(document: &Document<'_>, statement: &mut Resolved) {
    let fields = &statement.fields;
    let games = fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c));
    let one = fields.number(Field::Count).unwrap_or(1) == 1;
    if statement.table != Table::Medals || statement.holder != Holder::Country || !games || !one {
        return;
    }
    if fields.has(Field::Sport) || fields.has(Field::Event) {
        return;
    }
    let said = focus(&document.sentences[statement.context.0], statement);
    if said.is_some_and(|(mentions, at)| document.any(&mentions[at], PLACED)) {
        statement.fields.set(Field::Status, OVERALL);
    }
}
