//! The place of a team among all teams at Games, which is no medal.

use super::near::focus;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// The status of such a place, by which it goes to the review.
pub(in crate::extract) const OVERALL: &str = "overall";

/// Words that say a place or a title, not a medal.
const PLACED: &[&str] = &["PODIUM", "STRUCK", "TITLE", "PLACE"];

/// A country that "came second at the Asian Games" or "took the title", with no sport said, did so in the table of medals;
/// so did one that is second where its medals are counted.
pub(super) fn drop_place(document: &Document<'_>, statement: &mut Resolved) {
    let fields = &statement.fields;
    let one = fields.number(Field::Count).unwrap_or(1) == 1;
    let of_team = statement.table == Table::Medals && statement.holder == Holder::Country;
    if !of_team || !one || fields.has(Field::Event) {
        return;
    }
    let Some((mentions, at)) = focus(&document.sentences[statement.context.0], statement) else { return };
    let games = fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c));
    let overall = games && !fields.has(Field::Sport) && document.any(&mentions[at], PLACED);
    // "Iran, in second place, also have six medals": whoever counts medals there tells of their table.
    let counted = |m: &Mention| document.any(m, &["MEDAL"]) && m.facets.number(Field::Count).is_some_and(|n| n > 1);
    let in_table = || document.any(&mentions[at], &["PODIUM"]) && mentions.iter().any(counted);
    if overall || in_table() {
        statement.fields.set(Field::Status, OVERALL);
    }
}
