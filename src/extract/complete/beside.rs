//! A tally told beside another is of the same competition and the same edition: "Hungary leads the all-time table with 26
//! gold. Latvia is second with 12."

use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World, is_goal};

/// How many sentences back a tally is still compared with.
const NEAR: usize = 2;

/// What a mention has that says when or where something was won.
const SAYS_WHEN: &[&str] = &["COMP", "GAMES", "GAMESADJ", "YEAR", "DATE", "RANGE", "RELATIVE", "CITY", "WHERE", "EVER"];

/// What tells an edition.
const EDITION: &[Field] = &[Field::Competition, Field::Year, Field::YearTo, Field::Place];

/// The same, and the sport that the tallies are of.
const EDITION_AND_SPORT: &[Field] = &[Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Sport];

/// The words that tell the edition of a tally which says nothing of it itself, given the statements completed before it.
pub(super) fn tally(document: &Document<'_>, before: &[Resolved], statement: &mut Resolved) -> bool {
    if !is_tally(statement) || statement.fields.has(Field::Competition) || statement.fields.has(Field::Year) {
        return false;
    }
    let (at, tokens) = &statement.context;
    // No further back than a tally is compared with: work stays linear in long texts.
    let near = || before.iter().rev().take_while(|o| o.context.0 + NEAR >= *at);
    let told = |o: &&Resolved| is_tally(o) && o.fields.has(Field::Competition);
    // "34 medals, 8 gold, 10 silver": each colour is part of the total, not only the first.
    let whole = near().filter(told).find(|o| o.context.0 == *at && part(document, o, statement));
    let Some(other) = whole.or_else(|| near().find(told)) else {
        return false;
    };
    let same =
        if other.context.0 == *at { part(document, other, statement) } else { compared(document, before, other, *at) };
    // Two numbers of one colour for one team are of two editions.
    let clash = before.iter().rev().take_while(|o| o.context.0 >= other.context.0).any(|o| {
        is_tally(o)
            && o.country == statement.country
            && o.fields.get(Field::Medal) == statement.fields.get(Field::Medal)
    });
    if !same || clash || tokens.is_empty() {
        return false;
    }
    let here = &document.sentences[*at].mentions;
    let own_sport = here.iter().any(|m| m.facets.has(Field::Sport) || m.facets.has(Field::Event));
    statement.fields.fill_only(&other.fields, if own_sport { EDITION } else { EDITION_AND_SPORT });
    true
}

/// Games that are over, where the sentence before told of a licence for them and this one tells of somebody else's: "Four
/// qualified for Tokyo through the World Championships. A booked her berth in Almaty."
pub(super) fn licence(document: &Document<'_>, before: &[Resolved], statement: &mut Resolved) {
    let at = statement.context.0;
    let sentences = &document.sentences;
    let secured = |s: &Resolved| {
        let open = matches!(s.fields.get(Field::Status), None | Some("won" | "secured"));
        s.table == Table::Licenses && open && s.holder != Holder::Pool
    };
    let games = |i: usize| {
        let edition = |m: &&Mention| {
            let dated = m.facets.has(Field::Year) || m.facets.has(Field::Place);
            dated && m.facets.get(Field::Competition).is_some_and(is_goal)
        };
        sentences[i].mentions.iter().any(|m| edition(&m))
    };
    let said = SAID_FOR.iter().any(|tag| sentences[at].mentions.iter().any(|m| document.any(m, &[tag])));
    if !secured(statement) || statement.person.is_none() || said || games(at) {
        return;
    }
    let Some(other) = before.iter().rev().find(|o| o.table == Table::Licenses && o.context.0 != at) else { return };
    let follows = other.context.0 + 1 == at && sentences[other.context.0].paragraph == sentences[at].paragraph;
    let held = other.fields.get(Field::Competition).zip(other.fields.number(Field::Year));
    let over = held.is_some_and(|(name, year)| {
        World::get()
            .edition(name, "", year)
            .is_some_and(|e| !document.published.is_empty() && e.over(&document.published))
    });
    let again = || before.iter().any(|o| o.table == Table::Licenses && o.person == statement.person);
    if follows && over && secured(other) && games(other.context.0) && !again() {
        statement.fields.fill_only(&other.fields, EDITION);
    }
}

/// What says that a licence is for Games of its own, or when it was won.
const SAID_FOR: &[&str] = &["GAMES", "GAMESADJ", "YEAR", "DATE", "WEEKDAY", "RELATIVE"];

/// A number of medals that a team won.
fn is_tally(statement: &Resolved) -> bool {
    statement.table == Table::Medals
        && statement.holder == Holder::Country
        && !statement.description
        && matches!(statement.fields.get(Field::Status), None | Some("won"))
}

/// True for the colours behind a total: "57 Olympic medals, 16 of them gold".
fn part(document: &Document<'_>, whole: &Resolved, statement: &Resolved) -> bool {
    let (from, to) = (whole.context.1.end, statement.context.1.start);
    let total = whole.fields.get(Field::Medal) == Some("total") && whole.country == statement.country;
    let between = document.sentences[statement.context.0].mentions.iter();
    let mut between = between.filter(|m| m.tokens.start >= from && m.tokens.end <= to);
    total && !between.any(|m| document.any(m, SAYS_WHEN))
}

/// True where a tally said when or where it was won and nothing says so since.
fn compared(document: &Document<'_>, before: &[Resolved], other: &Resolved, at: usize) -> bool {
    let sentences = &document.sentences;
    let told = other.context.0;
    let near = told <= at && sentences[told].paragraph == sentences[at].paragraph;
    // "Next came Tunisia" is no edition.
    let next = |m: &Mention| matches!(m.facets.get(Field::Relative), Some("next" | "last"));
    let when = |m: &Mention| document.any(m, SAYS_WHEN) && !next(m) || m.facets.has(Field::Competition);
    let says = |i: usize| sentences[i].mentions.iter().any(when);
    let there = before.iter().filter(|o| o.context.0 == told && is_tally(o));
    let sole = |field: Field| there.clone().all(|o| o.fields.get(field) == other.fields.get(field));
    near && says(told) && !(told + 1..=at).any(says) && sole(Field::Competition) && sole(Field::Year)
}
