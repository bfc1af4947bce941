//! Who is meant: persons, teams, pronouns, "the Kenyan".
//!
//! [`told`] is what a statement says of a medal or a licence, [`holders`] finds who has it: [`persons`] it names,
//! persons that [`pronouns`] stand for, or countries and their [`teams`]. [`tallies`] looks at what is found together,
//! and [`references`] learns of persons from the words that stand for them.

mod holders;
mod persons;
mod pronouns;
mod references;
mod resolved;
mod tallies;
mod teams;
mod told;

pub(crate) use references::learn_references;
pub(crate) use resolved::Resolved;

use super::Document;
use super::matching::{Claims, Statement};
use crate::rules::Table;
use crate::vocabulary::Field;

/// Gives every medal and licence its holders, by the best claim that has any.
pub(crate) fn resolve(document: &Document<'_>, claims: &[Claims]) -> Vec<Resolved> {
    let mut out: Vec<Resolved> = claims.iter().flat_map(|statements| of_claims(document, statements)).collect();
    out.sort_by_key(|r| (r.sentence, r.tokens.start));
    tallies::of_the_team(&mut out);
    tallies::tallies(&mut out);
    out
}

/// The holders of one medal or licence, by all that is claimed of it.
fn of_claims(document: &Document<'_>, statements: &Claims) -> Vec<Resolved> {
    let mut out = Vec::new();
    // What a rule of table `none` claims is nobody's.
    for statement in statements.iter().take_while(|s| s.table != Table::None) {
        let found = holders::holders(document, statement);
        let settled = !found.is_empty() || names_all(statement);
        out.extend(found);
        // A pronoun or a team that nobody answers to leaves the word to the next claim.
        if settled {
            break;
        }
    }
    out
}

/// True for a statement of persons that counts no others.
fn names_all(statement: &Statement) -> bool {
    // "Six places went to A, B and others": their number is another's, the next claim may know whose.
    let persons = statement.who.iter().filter(|w| w.tag == "PERSON").count();
    let count = statement.fields.number(Field::Count).or_else(|| statement.focus.number(Field::Count));
    let others = persons > 1 && count.is_some_and(|n| n > 1 && n as usize != persons);
    persons > 0 && !others
}
