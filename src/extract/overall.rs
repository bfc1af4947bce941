//! The place of a team among all teams, which is no medal.

use super::Document;
use super::complete::focus;
use super::facts::Holder;
use super::mention::Mention;
use super::segment::Sentence;
use super::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// Words that say a place or a title, not a medal.
const PLACED: &[&str] = &["PODIUM", "STRUCK", "TITLE", "PLACE"];

/// True for a team that is first, second or third among all teams.
pub(super) fn is_place(document: &Document<'_>, statement: &Resolved) -> bool {
    let team = statement.table == Table::Medals && statement.holder == Holder::Country;
    team && (in_told_table(document, statement) || overall(document, statement))
}

/// True where a table of teams is spoken of: "In the medal table Norway came tenth. First was China."
fn in_told_table(document: &Document<'_>, statement: &Resolved) -> bool {
    let Some(sentence) = document.sentences.get(statement.sentence) else { return false };
    let place = sentence.mention_at(statement.tokens.start).is_some_and(|m| document.any(m, &["PODIUM", "STRUCK"]));
    let told = document.sentences[..=statement.sentence].iter().rev().take(RANKS);
    let mut told = told.take_while(|s| s.paragraph == sentence.paragraph);
    let table = |s: &Sentence| s.mentions.iter().any(|m| document.any(m, &["RANKING"]));
    place && !statement.fields.has(Field::Count) && told.any(table)
}

/// So many sentences may tell the first places of a table.
const RANKS: usize = 4;

/// A country that "came second at the Asian Games" or "took the title", with no sport said, did so in the table of medals;
/// so did one that is second where its medals are counted.
fn overall(document: &Document<'_>, statement: &Resolved) -> bool {
    let fields = &statement.fields;
    if fields.number(Field::Count).unwrap_or(1) != 1 || fields.has(Field::Event) {
        return false;
    }
    let Some((mentions, at)) = focus(&document.sentences[statement.context.0], statement) else { return false };
    let games = fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c));
    // "Iran, in second place, also have six medals": whoever counts medals there tells of their table.
    let counted = |m: &Mention| document.any(m, &["MEDAL"]) && m.facets.number(Field::Count).is_some_and(|n| n > 1);
    games && !fields.has(Field::Sport) && document.any(&mentions[at], PLACED)
        || document.any(&mentions[at], &["PODIUM"]) && mentions.iter().any(counted)
}
