//! Several who are spoken of together. A title of several that stands behind a list of persons is everybody's: "Anna Kiss, Eva Nagy and Ida Papp, European
//! champions in 2022". Of one ("Anna Kiss and Eva Nagy, an Olympic champion") only the last named has it.

use super::Document;
use super::mention::Mention;
use super::people::People;
use crate::vocabulary::Field;

/// Nouns of those who hold a medal, whose number tells whether they are several.
const NOUNS: &[&str] = &["TITLE", "MEDALLIST", "CHAMPION"];

/// Words of a relative clause whose number tells the same: "who were".
const CLAUSE: &[&str] = &["TERM", "BECOME", "WIN", "FINISH"];

/// What gives the words behind a list a second meaning: "silver and bronze medallists" are one of each.
const SHARED_OUT: &[&str] = &["MEDAL", "COLOUR", "ORD", "PODIUM", "LATTER", "RESPECTIVELY", "PERSON", "BEAT", "LOSE"];

/// What may stand between the sign that joins and the name.
const LEADS: &[&str] = &["DET", "ATHLETE", "ATHLETES", "ROLE", "DEMONYM", "POSS", "GENDER", "SPORT", "OLD", "POSSPRON"];

/// What joins the last two names.
const LAST: &[&str] = &["AND", "HYPHEN", "SLASH"];

/// What may stand behind a name of the list.
const ORIGIN: &[&str] = &["COUNTRY", "OF", "FROM", "WHERE"];

/// The most mentions in front of or behind a name.
const AROUND: usize = 4;

/// The most mentions between the last name and the noun.
const REACH: usize = 8;

/// True for a word for a few people, whatever else it is known as: "the Swiss duo", "the pair".
pub(crate) fn few(document: &Document<'_>, sentence: usize, m: &Mention) -> bool {
    let last = document.sentences[sentence].tokens[m.tokens.clone()].last();
    let mut senses = last.into_iter().flat_map(|t| document.pack.lexicon.senses(&t.folded));
    People::index(&m.facets).is_none() && senses.any(|t| t.facets.get(Field::Number) == Some("few"))
}

/// The others of the list that the person at mention `last` ends, the first named first, where the words up to the medal at
/// mention `focus` speak of several; none where they speak of one.
pub(crate) fn others<'d>(
    document: &Document<'_>,
    mentions: &'d [Mention],
    last: usize,
    focus: usize,
) -> Vec<&'d Mention> {
    if focus <= last || focus - last > REACH {
        return Vec::new();
    }
    let plural = |m: &Mention| m.facets.get(Field::Number) == Some("plural");
    let between = &mentions[last + 1..focus];
    let noun = document.any(&mentions[focus], NOUNS) && plural(&mentions[focus]);
    let clause = between.iter().any(|m| document.any(m, CLAUSE) && plural(m));
    if !noun && !clause || between.iter().any(|m| document.any(m, SHARED_OUT)) {
        return Vec::new();
    }
    let mut row = Vec::new();
    let mut at = last;
    while let Some(before) = joined(document, mentions, at, row.is_empty()) {
        row.push(&mentions[before]);
        at = before;
    }
    row.reverse();
    row
}

/// The person that a list names before the one at mention `at`; `final_pair` where that one is the last.
fn joined(document: &Document<'_>, mentions: &[Mention], at: usize, final_pair: bool) -> Option<usize> {
    let is = |k: usize, tags: &[&str]| document.any(&mentions[k], tags);
    let lead = mentions[..at].iter().rev().take(AROUND).take_while(|m| document.any(m, LEADS)).count();
    let mut k = (at - lead).checked_sub(1)?;
    if is(k, LAST) {
        k = k.checked_sub(1)?;
        if is(k, &["COMMA"]) {
            k = k.checked_sub(1)?;
        }
    } else if !final_pair && is(k, &["COMMA"]) {
        k = k.checked_sub(1)?;
    } else {
        return None;
    }
    if is(k, &["CLOSE"]) {
        let open = mentions[..k].iter().rposition(|m| document.any(m, &["OPEN"]))?;
        k = open.checked_sub(1)?;
    }
    let origin = mentions[..=k].iter().rev().take(AROUND).take_while(|m| document.any(m, ORIGIN)).count();
    let k = k.checked_sub(origin)?;
    People::index(&mentions[k].facets).map(|_| k)
}
