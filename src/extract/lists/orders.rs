//! Orders at the finish: the winner, and behind a word for "ahead of" the second and the third.
//!
//! ```text
//! Anna Kiss won the 100 m ahead of Eva Nagy (11.10) and Ida Papp (11.20).
//! Hungary took gold, ahead of Poland and Italy.
//! ```
//! A word for "ahead of" is a BEAT that a pack gives the rank of who stands behind it, 2: who is merely beaten may have lost
//! a semi-final.

use std::ops::Range;

use super::lines::{Kind, UNREAL, colour, has, person};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who, by_sentence};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Below all rules.
const KIND: Kind = Kind { table: Table::Medals, rule: "finish-order", priority: -1, confidence: 0.7 };

/// What shows that a sentence tells of no final, of a table of nations or of somebody's past.
const OTHER: &[&str] = &["ROUND", "QUALIFIER", "LICENCE", "QUALIFY", "RANKING", "TALLY", "LOSE", "OFFICIAL", "SINCE"];

/// Nations as they are placed.
const NATIONS: &[&str] = &["COUNTRY", "SQUAD", "PEOPLE"];

/// What may stand in front of one who is placed.
const FRONT: &[&str] =
    &["DET", "ATHLETE", "ATHLETES", "ROLE", "DEMONYM", "POSS", "POSSPRON", "TEAM", "TITLE", "OLD", "OF", "BY"];

/// What ends the clause between the winner and the word for "ahead of".
const ENDS: &[&str] =
    &["PERSON", "COUNTRY", "SQUAD", "PEOPLE", "MEDAL", "TITLE", "STOP", "SEMI", "TERM", "BUT", "QUOTE"];

/// What may stand behind the last who is placed.
const CLOSES: &[&str] = &["STOP", "SEMI", "TERM", "COMMA", "BUT", "RESPECTIVELY", "IN", "CLOSE", "DASH"];

/// So far apart are the winner and the word, and the names and the medal (in mentions).
const REACH: usize = 10;

/// The most mentions in front of one who is placed.
const LEAD: usize = 4;

/// The most mentions of brackets or of a time behind him.
const ASIDE: usize = 10;

/// Adds the second and the third to the winners that sentences tell.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let told = by_sentence(statements);
    let mut found: Vec<Statement> = Vec::new();
    for (&i, here) in &told {
        let sentence = &document.sentences[i];
        if sentence.question || has(document, sentence, UNREAL) || has(document, sentence, OTHER) {
            continue;
        }
        let ahead = |m: &Mention| document.any(m, &["BEAT"]) && m.facets.number(Field::Rank) == Some(2);
        if !sentence.early.iter().any(ahead) {
            continue;
        }
        let mentions = taken_apart(document, sentence);
        for at in (0..mentions.len()).filter(|k| ahead(&mentions[*k])) {
            let winners = here.iter().copied().filter(|s| is_gold(document, s));
            let winner = winners.filter(|s| fits(document, s, &mentions, at)).max_by_key(|s| s.priority);
            found.extend(winner.into_iter().flat_map(|w| behind(document, w, &mentions, at)));
        }
    }
    statements.extend(found);
}

/// The mentions of a sentence, those of beating somebody apart from whom they took in: "ahead of" and "Poland".
fn taken_apart(document: &Document<'_>, sentence: &Sentence) -> Vec<Mention> {
    let each = sentence.mentions.iter().flat_map(|m| {
        let inside = |early: &&Mention| m.tokens.start <= early.tokens.start && early.tokens.end <= m.tokens.end;
        let parts: Vec<Mention> = sentence.early.iter().filter(inside).cloned().collect();
        let grown = document.any(m, &["BEAT"]) && parts.len() > 1;
        if grown { parts } else { vec![m.clone()] }
    });
    each.collect()
}

/// True for one gold medal won here, not for a title of old.
fn is_gold(document: &Document<'_>, s: &Statement) -> bool {
    let one = s.focus.number(Field::Count).or(s.fields.number(Field::Count)).is_none_or(|n| n == 1);
    let won = matches!(s.fields.get(Field::Status), None | Some("won"));
    let gold = colour(&s.fields).or(colour(&s.focus)) == Some("gold");
    let focus = document.sentences[s.sentence].mentions.iter().find(|m| m.tokens.start == s.tokens.start);
    let old = focus.is_some_and(|m| document.any(m, &["TITLE"])) && s.fields.get(Field::Relative) != Some("current");
    s.table == Table::Medals && one && won && gold && !old && !s.who.is_empty()
}

/// True where nobody else stands between the winner, the medal and the word for "ahead of" at mention `at`.
fn fits(document: &Document<'_>, s: &Statement, mentions: &[Mention], at: usize) -> bool {
    let place = |token: usize| mentions.iter().position(|m| m.tokens.start <= token && token < m.tokens.end);
    let who = s.who.iter().filter_map(|w| place(w.token)).max();
    let (Some(who), Some(medal)) = (who, place(s.tokens.start)) else { return false };
    let last = if medal < at { who.max(medal) } else { who };
    let clear = |range: &[Mention]| range.len() <= REACH && !range.iter().any(|m| document.any(m, ENDS) || person(m));
    if last >= at || !clear(&mentions[last + 1..at]) {
        return false;
    }
    let Some((_, end)) = placed(document, mentions, at + 1) else { return false };
    medal < at || end <= medal && clear(&mentions[end..medal])
}

/// The second and the third, whom the words behind the mention `at` name.
fn behind(document: &Document<'_>, winner: &Statement, mentions: &[Mention], at: usize) -> Vec<Statement> {
    let Some((row, _)) = placed(document, mentions, at + 1) else { return Vec::new() };
    let nation = |tag: &str| NATIONS.contains(&tag) || tag == "REF";
    let kinds = winner.who.iter().all(|w| nation(&w.tag)) == row.iter().all(|k| document.any(&mentions[*k], NATIONS));
    let mixed = row.iter().any(|k| person(&mentions[*k])) && row.iter().any(|k| !person(&mentions[*k]));
    if !kinds || mixed {
        return Vec::new();
    }
    let crew = winner.who.len() == 2 && winner.who.iter().all(|w| w.tag == "PERSON");
    let made = row.iter().enumerate().map(|(n, &k)| {
        // A pair ahead of a pair: both are second.
        let medal = if n == 0 || crew { "silver" } else { "bronze" };
        let mut fields = Facets::new();
        fields.set(Field::Medal, medal);
        fields.set(Field::Basis, "title");
        fields.set(Field::Count, "1");
        fields.set(Field::Status, "won");
        let edition = [Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season];
        let event = [Field::Event, Field::Sport, Field::Gender, Field::Among];
        for said in [&winner.fields, &winner.focus] {
            fields.fill_only(said, &edition);
            fields.fill_only(said, &event);
        }
        // "The world title ahead of B and C" is this year's title where no other is named.
        if !fields.has(Field::Year) {
            fields.fill_in(Field::Relative, "current");
        }
        // Told by the words in front, as in the rules for the same.
        let said = if n == 0 { at } else { joint(document, mentions, row[n - 1]..k) };
        KIND.statement(
            document,
            winner.sentence,
            Who::of(document, &mentions[k]),
            mentions[said].tokens.clone(),
            fields,
        )
    });
    made.collect()
}

/// One or two who are placed from mention `from` on, and where the clause goes on; none where they are more.
fn placed(document: &Document<'_>, mentions: &[Mention], from: usize) -> Option<(Vec<usize>, usize)> {
    let first = entrant(document, mentions, from)?;
    let mut row = vec![first];
    let mut end = aside(document, mentions, first + 1);
    if let Some(second) = next(document, mentions, end) {
        row.push(second);
        end = aside(document, mentions, second + 1);
        if next(document, mentions, end).is_some() {
            return None;
        }
    }
    mentions.get(end).is_none_or(|m| document.any(m, CLOSES)).then_some((row, end))
}

/// The last "and" or comma between two who are placed.
fn joint(document: &Document<'_>, mentions: &[Mention], between: Range<usize>) -> usize {
    let start = between.start;
    between.rev().find(|k| document.any(&mentions[*k], &["COMMA", "AND"])).unwrap_or(start)
}

/// Who stands behind a comma or an "and".
fn next(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<usize> {
    let joins = mentions[at..].iter().take(2).take_while(|m| document.any(m, &["COMMA", "AND"])).count();
    if joins == 0 { None } else { entrant(document, mentions, at + joins) }
}

/// A person or a nation at mention `from`, behind what may stand in front.
fn entrant(document: &Document<'_>, mentions: &[Mention], from: usize) -> Option<usize> {
    let rest = mentions.get(from..)?;
    let own = |k: usize| {
        document.any(&rest[k], NATIONS) && rest.get(k + 1).is_some_and(|m| document.any(m, &["POSS"]) || person(m))
    };
    let lead = (0..rest.len().min(LEAD)).take_while(|k| document.any(&rest[*k], FRONT) || own(*k)).count();
    let one = rest.get(lead).filter(|m| person(m) || document.any(m, NATIONS))?;
    let whose = rest.get(lead + 1).is_some_and(|m| document.any(m, &["POSS"]));
    (!whose && !one.facets.has(Field::Count)).then_some(from + lead)
}

/// Where brackets, a time or a country behind a name end.
fn aside(document: &Document<'_>, mentions: &[Mention], from: usize) -> usize {
    let is = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let mut at = from;
    if is(at, &["OF", "FROM"]) {
        let country = at + 1 + usize::from(is(at + 1, &["DET"]));
        at = if is(country, &["COUNTRY"]) { country + 1 } else { at };
    }
    if is(at, &["WHERE"]) {
        at += 1;
    }
    if is(at, &["OPEN"]) {
        let close = (at..mentions.len().min(at + ASIDE)).find(|k| is(*k, &["CLOSE"]));
        at = close.map_or(at, |k| k + 1);
    }
    let time = at + usize::from(is(at, &["COMMA", "IN"]));
    if is(time, &["DECIMAL", "SCORE"]) { time + 1 } else { at }
}
