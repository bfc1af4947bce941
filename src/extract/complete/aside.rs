//! Editions that a sentence names only to measure from or to compare with: "since", "after the championships of", "as in".

use super::is;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::Field;

/// True for what only says from when on something is counted, or what it is like: "since Atlanta 1996", "since women's judo
/// began at the Barcelona Games in 1992", "as in London".
pub(super) fn since(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    measured(document, sentence, at, &["SINCE", "LIKE"])
}

/// True for such an edition, unless the statement tells what was won there: "since Seoul 1988, when A took silver", "she
/// repeated her feat of London 2012, gold in both events".
pub(super) fn since_of(document: &Document<'_>, sentence: &Sentence, at: usize, focus: usize) -> bool {
    let behind = sentence.mentions.iter().skip(at + 1);
    let mut between = behind.take_while(|m| m.tokens.start < focus).peekable();
    let apposed = between.peek().is_some() && between.clone().all(|m| document.any(m, &["COMMA", "DET"]));
    let told = apposed || between.any(|m| document.any(m, &["TERM"]));
    (since(document, sentence, at) || held_against(document, sentence, at)) && !told
}

/// True for an edition whose number another is held against: "13 medals against 20 in Minsk".
pub(super) fn held_against(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mentions = &sentence.mentions[..at];
    let against = |k: usize| document.any(&mentions[k], &["BEAT", "LOSE"]);
    clause(document, mentions)
        .take(SINCE_REACHES + 1)
        .any(|k| against(k) && mentions.get(k + 1).is_some_and(|m| is(document, m, "NUM")))
}

/// True for an edition behind a bare number of its own behind the medals: "27 medals, short of the 36 won in Gold Coast".
pub(super) fn of_another_number(document: &Document<'_>, sentence: &Sentence, at: usize, focus: usize) -> bool {
    let mut before = sentence.mentions[..at].iter().rev().skip_while(|m| document.any(m, OF_THE_NUMBER));
    before.next().is_some_and(|m| is(document, m, "NUM") && m.tokens.start > focus)
}

/// What stands between such a number and its edition.
const OF_THE_NUMBER: &[&str] = &["IN", "DET", "WIN", "FROM", "RELATIVE", "YEARWORD"];

/// The places of the mentions that go before others in their clause, the last first.
fn clause(document: &Document<'_>, before: &[Mention]) -> impl Iterator<Item = usize> {
    (0..before.len()).rev().take_while(|k| !document.any(&before[*k], ENDS))
}

/// True for an edition behind a medal that was not the first one: "her third Olympic gold after London 2012 and Rio 2016".
pub(super) fn follows(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mentions = &sentence.mentions;
    let any = |i: usize, tags: &[&str]| mentions.get(i).is_some_and(|m| document.any(m, tags));
    let mut i = at;
    while i >= 2 && any(i - 1, &["AND", "COMMA"]) && any(i - 2, &["COMP"]) {
        i -= 2;
    }
    let i = if i > 0 && any(i - 1, &["DET"]) { i - 1 } else { i };
    i >= 2 && any(i - 1, &["TERM"]) && any(i - 2, &["MEDAL", "TITLE"])
}

/// True for an edition that another is only compared with: "as in London".
pub(super) fn compared(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    measured(document, sentence, at, &["LIKE"])
}

fn measured(document: &Document<'_>, sentence: &Sentence, at: usize, by: &[&str]) -> bool {
    let mentions = &sentence.mentions;
    if document.pack.language.modifiers_before {
        return mentions.get(at + 1).is_some_and(|m| document.any(m, by));
    }
    // "How far it has come since was seen at the Games": behind an adverb the verb goes on.
    let adverb =
        |k: usize| mentions.get(k + 1).is_some_and(|m| joins(document, sentence, m) || is(document, m, "FORECAST"));
    clause(document, &mentions[..at]).take(SINCE_REACHES).any(|k| document.any(&mentions[k], by) && !adverb(k))
}

/// True for a verb that only joins what stands on its two sides.
fn joins(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> bool {
    m.tokens.len() == 1 && document.pack.language.copulas.contains(&sentence.tokens[m.tokens.start].folded)
}

/// True for an edition that what is told only goes before, or is measured by: "a boost ahead of next year's Olympic Games".
pub(super) fn put_off(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mut before = sentence.mentions[..at].iter().rev().skip_while(|m| document.any(m, OF_THE_EDITION));
    before.next().is_some_and(|m| is(document, m, "BEAT"))
}

/// True for an edition where somebody took another place than the one that is told: "gold weeks after finishing 30th at the
/// World Championships".
pub(super) fn of_another_place(document: &Document<'_>, sentence: &Sentence, at: usize, focus: usize) -> bool {
    let light = |m: &&Mention| document.any(m, &["IN", "DET", "OF", "RELATIVE", "YEAR", "CITY", "SPORT", "GENDER"]);
    let before = sentence.mentions[..at].iter().rev().find(|m| !light(m));
    let place = before.filter(|m| m.tokens.start != focus && document.any(m, &["PODIUM", "STRUCK", "MEDAL"]));
    place.and_then(|m| m.facets.number(Field::Medal)).is_some_and(|place| place > 3)
}

/// What may stand between such a word and the name of an edition.
const OF_THE_EDITION: &[&str] = &["DET", "POSSPRON", "POSS", "RELATIVE", "YEARWORD", "MONTH", "YEAR", "ORD"];

/// True for what comes before the story: "After the world championships in Doha in 2023 the aim was set."
pub(super) fn after(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mentions = &sentence.mentions;
    let opens = mentions.first().is_some_and(|m| is(document, m, "TERM"));
    opens && !mentions[..at].iter().any(|m| document.any(m, &["COMMA", "PERSON", "WIN", "MEDAL"]))
}

/// True for what was won before the news: "With this medal, her second after bronze in Rabat in 2019, she is ...".
pub(super) fn succeeded(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let light =
        |m: &&Mention| document.any(m, &["DET", "POSSPRON", "ORD", "RELATIVE", "OF", "IN", "MEDAL", "EVENT", "DIST"]);
    let first = (0..at).rev().take_while(|k| light(&&sentence.mentions[*k])).last().unwrap_or(at);
    let medal = sentence.mentions[first..=at].iter().any(|m| is(document, m, "MEDAL"));
    medal && first > 0 && is(document, &sentence.mentions[first - 1], "TERM")
}

/// How many mentions behind "since" still belong to it.
const SINCE_REACHES: usize = 8;

/// What ends the clause that "since" opens.
const ENDS: &[&str] = &["COMMA", "SEMI", "BUT", "TERM", "PERSON", "WIN", "MEDAL", "COLON", "DASH"];
