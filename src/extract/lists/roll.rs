//! Licences: a sentence that only names people, behind one that counts the licences they have.
//!
//! ```text
//! Nine Hungarians have places in Paris now. Besides the canoeists they are the wrestlers Anna Kiss, Pal Nagy and Ida Toth,
//! the runner Lea Varga (marathon) and the judoka Ferenc Szabo.
//! ```

use super::lines::{EVENTS, Kind, UNREAL, has, person};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

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
    "WORD",
    "ABOUT",
    "BE",
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
    for (i, pair) in document.sentences.windows(2).enumerate() {
        let [told, roll] = pair else { continue };
        let Some((focus, most)) = counted(document, i, told).filter(|_| roll.paragraph <= told.paragraph + 1) else {
            continue;
        };
        // Where a rule reads the sentence it knows more.
        let read = statements.iter().any(|s| s.sentence == i + 1 && s.table == Table::Licenses);
        let people = if read { Vec::new() } else { people(document, roll) };
        if people.len() < FEWEST || people.len() > most {
            continue;
        }
        for at in people {
            let m = &roll.mentions[at];
            let mut fields = Facets::new();
            fields.set(Field::Count, "1");
            // "Paris 2024" may be either Games: the article tells.
            if focus.facets.get(Field::Season) != Some("host") {
                fields.fill_only(&focus.facets, &[Field::Competition, Field::Year, Field::Place]);
            }
            if let Some(event) = event(document, &roll.mentions, at) {
                fields.set(Field::Event, event);
            }
            statements.push(KIND.statement(document, i + 1, Who::of(document, m), m.tokens.clone(), fields));
        }
    }
}

/// The licences that a sentence counts, or whose holders it counts, and how many.
fn counted<'a>(document: &'a Document<'_>, i: usize, sentence: &'a Sentence) -> Option<(&'a Mention, usize)> {
    let focus = sentence.mentions.iter().find(|m| document.any(m, &["LICENCE", "QUALIFY"]))?;
    let whole = 0..sentence.tokens.len();
    let won = status::of(document, i, &whole, &focus.tokens, Table::Licenses).is_none_or(|s| s == "secured");
    let apart = sentence.question || has(document, sentence, UNREAL) || has(document, sentence, OTHER);
    let numbers = sentence.mentions.iter().filter(|m| document.any(m, &["NUM", "LICENCE", "SQUAD", "REF", "ATHLETES"]));
    let most = numbers.filter_map(|m| m.facets.number(Field::Count)).max()?;
    Some((focus, usize::try_from(most).ok()?)).filter(|_| won && !apart)
}

/// The places of those whom a sentence names, where it does nothing else.
fn people(document: &Document<'_>, sentence: &Sentence) -> Vec<usize> {
    let word =
        |m: &Mention| document.any(m, &["WORD"]) || document.pack.tags.name(m.tag).starts_with(char::is_lowercase);
    // "The wrestlers A and B"; a team "made up of A and B" is another matter.
    let of_sport = |m: &Mention| m.facets.has(Field::Sport) && !m.facets.has(Field::Country);
    let light = |m: &Mention| {
        person(m) || word(m) || document.any(m, LIGHT) || document.any(m, &["TEAM", "SQUAD"]) && of_sport(m)
    };
    let words = sentence.mentions.iter().filter(|m| word(m)).count();
    if sentence.question || words > WORDS || !sentence.mentions.iter().all(light) {
        return Vec::new();
    }
    (0..sentence.mentions.len()).filter(|k| person(&sentence.mentions[*k])).collect()
}

/// The event in the brackets of a name or right behind it.
fn event<'a>(document: &Document<'_>, mentions: &'a [Mention], at: usize) -> Option<&'a str> {
    let own = mentions[at].facets.get(Field::Event);
    let open = mentions.get(at + 1).is_some_and(|m| document.any(m, &["OPEN"]));
    let behind = || mentions.get(at + 2).filter(|m| open && document.any(m, EVENTS));
    own.or_else(|| behind().and_then(|m| m.facets.get(Field::Event)))
}
