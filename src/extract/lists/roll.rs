//! Licences: a sentence that only names people, behind one that counts the licences they have.
//!
//! ```text
//! Nine Hungarians have places in Paris now. Besides the canoeists they are the wrestlers Anna Kiss, Pal Nagy and Ida Toth,
//! the runner Lea Varga (marathon) and the judoka Ferenc Szabo.
//! ```

use super::lines::{Kind, UNREAL, goal_of, has, licence_in, person};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who, by_sentence};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::Field;

/// Below the claims of rules.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licence-roll", priority: 7, confidence: 0.7 };

/// What a sentence that only names people has beside them.
const LIGHT: &[&str] = &[
    "COMMA",
    "AND",
    "SEMI",
    "STOP",
    "COLON",
    "DASH",
    "HYPHEN",
    "OPEN",
    "CLOSE",
    "QUOTE",
    "SLASH",
    "DET",
    "IN",
    "OF",
    "ATHLETE",
    "ATHLETES",
    "ROLE",
    "DEMONYM",
    "SPORT",
    "EVENT",
    "DISCIPLINE",
    "DIST",
    "WEIGHT",
    "GENDER",
    "PARACLASS",
    "OLD",
    "NUM",
    "INCLUDING",
    "LISTING",
    "WITH",
    "PRON",
    "ABOUT",
    "TITLE",
    "AGE",
];

/// So many words of no kind may be among them.
const WORDS: usize = 4;

/// So many people make a roll.
const FEWEST: usize = 3;

/// What speaks of something else than licences.
const OTHER: &[&str] = &["MEDAL", "MEDALWORD", "TALLY", "BEAT", "LOSE", "RANKING"];

/// Finds the licences of those whom such a sentence names.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let told = by_sentence(statements);
    let mut found = Vec::new();
    for (i, pair) in document.sentences.windows(2).enumerate() {
        let [count, roll] = pair else { continue };
        let Some((focus, most)) = counted(document, i, count).filter(|_| roll.paragraph <= count.paragraph + 1) else {
            continue;
        };
        // Where a rule reads the sentence it knows more.
        let read = told.get(&(i + 1)).is_some_and(|here| here.iter().any(|s| s.table == Table::Licenses));
        let people = if read { Vec::new() } else { people(document, roll) };
        if people.len() < FEWEST || people.len() > most {
            continue;
        }
        for m in people {
            let mut fields = goal_of(focus);
            fields.set(Field::Count, "1");
            fields.fill_only(&m.facets, &[Field::Event]);
            found.push(KIND.statement(document, i + 1, Who::of(document, m), m.tokens.clone(), fields));
        }
    }
    statements.extend(found);
}

/// The licences that a sentence counts, or whose holders it counts, and how many.
fn counted<'a>(document: &'a Document<'_>, i: usize, sentence: &'a Sentence) -> Option<(&'a Mention, usize)> {
    let focus = licence_in(document, sentence)?;
    let whole = 0..sentence.tokens.len();
    let won = status::of(document, i, &whole, &focus.tokens, Table::Licenses).is_none_or(|s| s == "secured");
    let apart = sentence.question || has(document, sentence, UNREAL) || has(document, sentence, OTHER);
    let numbers = sentence.mentions.iter().filter(|m| document.any(m, &["NUM", "LICENCE", "SQUAD", "REF", "ATHLETES"]));
    let most = numbers.filter_map(|m| m.facets.number(Field::Count)).max()?;
    Some((focus, usize::try_from(most).ok()?)).filter(|_| won && !apart)
}

/// Those whom a sentence names, where it does nothing else.
fn people<'a>(document: &Document<'_>, sentence: &'a Sentence) -> Vec<&'a Mention> {
    let word = |m: &Mention| document.any(m, &["WORD"]) || document.is_literal(m);
    // "The wrestlers A and B"; a team "made up of A and B" is another matter.
    let of_sport = |m: &Mention| m.facets.has(Field::Sport) && !m.facets.has(Field::Country);
    let light = |m: &Mention| {
        person(m) || word(m) || document.any(m, LIGHT) || document.any(m, &["TEAM", "SQUAD"]) && of_sport(m)
    };
    let words = sentence.mentions.iter().filter(|m| word(m)).count();
    if sentence.question || words > WORDS || !sentence.mentions.iter().all(light) {
        return Vec::new();
    }
    sentence.mentions.iter().filter(|m| person(m)).collect()
}
