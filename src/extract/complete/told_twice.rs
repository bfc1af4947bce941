//! A medal that a sentence tells twice: by the place, and by what it brought. "She finished second in the 200m and took
//! silver", "gold went to A (60 kg) and B (67 kg), both winners in kumite".

use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::Field;

/// What may stand between the place and the medal that it brought.
const LINKS: &[&str] = &["ABOUT", "AND", "BY", "COMMA", "DET", "IN", "POSSPRON", "TO", "WIN", "WITH", "WORD"];

/// Gives the second telling the event of the first.
pub(super) fn same_event(document: &Document<'_>, before: &[Resolved], statement: &mut Resolved) {
    if statement.table != Table::Medals || statement.person.is_none() || statement.description {
        return;
    }
    let colour = |s: &Resolved| match s.fields.get(Field::Medal) {
        Some("1") => Some("gold".to_owned()),
        Some("2") => Some("silver".to_owned()),
        Some("3") => Some("bronze".to_owned()),
        other => other.map(str::to_owned),
    };
    let same = |first: &&Resolved| {
        first.table == Table::Medals
            && first.sentence == statement.sentence
            && first.person == statement.person
            && first.fields.get(Field::Competition) == statement.fields.get(Field::Competition)
            && first.tokens.end <= statement.tokens.start
            && colour(first) == colour(statement)
            && (brought(document, first, statement) || winner_again(first, statement))
    };
    let Some(event) = before.iter().rev().find(same).and_then(|s| s.fields.get(Field::Event)) else { return };
    let event = event.to_owned();
    statement.fields.take(Field::Among);
    statement.fields.set(Field::Event, event);
}

/// True for a medal right behind the place that brought it.
fn brought(document: &Document<'_>, place: &Resolved, medal: &Resolved) -> bool {
    let mentions = &document.sentences[medal.sentence].mentions;
    let inside = |m: &&Mention| place.tokens.end <= m.tokens.start && m.tokens.end <= medal.tokens.start;
    let result = place.fields.get(Field::Basis) == Some("title") && medal.fields.get(Field::Basis) != Some("title");
    let mut between = mentions.iter().filter(inside).peekable();
    result && between.peek().is_some() && between.all(|m| document.any(m, LINKS))
}

/// True for "winners" behind those whose medals have a class each.
fn winner_again(medal: &Resolved, winner: &Resolved) -> bool {
    let result =
        winner.fields.get(Field::Relative) == Some("current") && winner.fields.get(Field::Basis) == Some("title");
    let own = winner.fields.get(Field::Event).is_some_and(is_class_name);
    result && !own && medal.fields.get(Field::Event).is_some_and(is_class_name)
}

/// True for the name of a class or a distance: it begins with a number.
fn is_class_name(event: &str) -> bool {
    event.starts_with(|c: char| c.is_ascii_digit() || c == '+')
}
