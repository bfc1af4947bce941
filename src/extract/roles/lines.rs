//! What a line is: one of a list of athletes, a caption, the name of who wrote the article.

use std::collections::BTreeMap;

use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::people::People;
use crate::extract::segment::Sentence;
use crate::vocabulary::Field;

use super::implied::COMPETING;
use super::{SAID, vote};

/// How many lines a list of names under a heading may have.
const LONGEST_LIST: usize = 30;

/// How many mentions a line of a list or its heading has at most.
const SHORT_LINE: usize = 5;

/// How many mentions may stand between a name and the word that makes it a photographer's.
const CREDIT: usize = 4;

/// True for a line that is a name and hardly more, in a list under a heading about sport: "Women", "Curling".
pub(super) fn listed(document: &Document<'_>, sentence: usize) -> bool {
    let tags = &document.pack.tags;
    let name = tags.built_in("PERSON");
    let own = &document.sentences[sentence];
    let line = behind_number(document, own);
    if !own.heading && line.first().is_none_or(|m| m.tag != name) || line.len() > SHORT_LINE {
        return false;
    }
    let heads =
        |m: &Mention| COMPETING.contains(&tags.name(m.tag)) || ["GENDER", "COUNTRY"].contains(&tags.name(m.tag));
    let above = document.sentences[..sentence].iter().rev().take(LONGEST_LIST);
    let opens = |s: &&Sentence| s.heading || s.mentions.last().is_some_and(|m| tags.name(m.tag) == "COLON");
    let heading = above.filter(opens).find(|s| s.mentions.iter().all(|m| m.tag != name));
    heading.is_some_and(|h| h.mentions.len() <= SHORT_LINE && h.mentions.iter().any(heads))
}

/// The mentions of a line without the number of a list: "2. Anna Kiss".
fn behind_number<'a>(document: &Document<'_>, line: &'a Sentence) -> &'a [Mention] {
    let is = |m: &Mention, tag: &str| document.pack.tags.name(m.tag) == tag;
    match &line.mentions[..] {
        [number, stop, rest @ ..] if is(number, "NUM") && (is(stop, "STOP") || is(stop, "CLOSE")) => rest,
        all => all,
    }
}

/// "Anna KISS" on a line of its own and "Swimmer, Hungary" on the next: what the next line says is the person's.
pub(super) fn described_below(document: &mut Document<'_>) {
    let tags = &document.pack.tags;
    let name = tags.built_in("PERSON");
    let mut said = Vec::new();
    for (i, pair) in document.sentences.windows(2).enumerate() {
        let [line, below] = pair else { continue };
        let [only] = &line.mentions[..] else { continue };
        let what = ["ATHLETE", "ATHLETES", "ROLE"];
        let first = below.mentions.first().is_some_and(|m| what.contains(&tags.name(m.tag)));
        if let (true, true, Some(person)) = (only.tag == name, first, People::index(&only.facets)) {
            let mut facets = below.mentions[0].facets.clone();
            let country = below.mentions.iter().take(4).find_map(|m| m.facets.get(Field::Country));
            if let Some(country) = country {
                facets.fill_in(Field::Country, country);
            }
            said.push((i, person, facets));
        }
    }
    for (sentence, person, facets) in said {
        vote(document, Some(person), &facets, 2);
        let person = &mut document.people.all[person];
        person.athlete += SAID;
        person.evidence.get_or_insert((sentence, "described-below".to_owned()));
    }
}

/// Who wrote the article or took its pictures is no part of what it tells.
pub(super) fn not_in_the_story(document: &mut Document<'_>) {
    // The same photographer may have taken several pictures of an article.
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for (i, sentence) in document.sentences.iter().enumerate() {
        for (at, mention) in sentence.mentions.iter().enumerate() {
            if let Some(person) = People::index(&mention.facets)
                && (of_agency(document, sentence, at)
                    || credited(document, sentence, at)
                    || byline(document, sentence, at)
                    || signed(document, i, at)
                    || signed_by_several(document, i)
                    || signed_below(document, i, at))
            {
                *found.entry(person).or_default() += 1;
            }
        }
    }
    for (person, times) in found {
        let person = &mut document.people.all[person];
        if person.sentences.len() <= times {
            person.official += SAID;
        }
    }
}

/// True in a bracket with an agency behind a slash: "(Anna Kiss/MTI)".
fn of_agency(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let any = |i: usize, tags: &[&str]| sentence.mentions.get(i).is_some_and(|m| document.any(m, tags));
    at > 0
        && any(at - 1, &["OPEN"])
        && any(at + 1, &["SLASH"])
        && any(at + 2, &["CAP", "ORG"])
        && any(at + 3, &["CLOSE"])
}

/// True behind the word for a picture or an agency of pictures, or in front of a slash and the agency: "Photo by Anna Kiss",
/// "Photo: MTI / Anna Kiss", "Anna Kiss / Keystone".
fn credited(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let credit = |i: usize| document.pack.names.is_credit(&sentence.tokens[i].folded);
    let any = |i: usize, tags: &[&str]| sentence.mentions.get(i).is_some_and(|m| document.any(m, tags));
    let agency = sentence.mentions.get(at + 2).is_some_and(|m| m.tokens.clone().any(credit));
    // Next to the picture of another the agency may be taken for a part of the name.
    if credit(sentence.mentions[at].tokens.start) || any(at + 1, &["SLASH"]) && agency {
        return true;
    }
    let link = ["BY", "CAP", "COLON", "DASH", "OF", "OPEN", "ORG", "SIGN", "SLASH", "STOP"];
    for mention in sentence.mentions[..at].iter().rev().take(CREDIT) {
        if mention.tokens.clone().any(credit) {
            return true;
        }
        if !link.contains(&document.pack.tags.name(mention.tag)) {
            return false;
        }
    }
    false
}

/// How many lines at the head of an article may be its heading, its date and the name of who wrote it.
const HEAD_LINES: usize = 4;

/// True for a name alone on a line at the head of an article, which goes on in whole sentences: who wrote it.
fn signed(document: &Document<'_>, sentence: usize, at: usize) -> bool {
    let own = &document.sentences[sentence];
    let lead = own.mentions[..at].iter().all(|m| document.any(m, &["BY"]));
    let alone = lead && at + 1 == own.mentions.len();
    // A list goes on with another name, or with another heading.
    let below = document.sentences.get(sentence + 1);
    let told = below.is_some_and(|s| s.mentions.len() > SHORT_LINE && !document.any(&s.mentions[0], &["NUM"]));
    (1..HEAD_LINES).contains(&sentence) && own.heading && alone && told
}

/// How many lines at the end of an article may be who wrote it and where.
const LAST_LINES: usize = 3;

/// True for a name alone, or with a body for which it was written, on one of the last lines of an article that was told in whole
/// sentences: "Anna Kiss for the federation".
fn signed_below(document: &Document<'_>, sentence: usize, at: usize) -> bool {
    let sentences = &document.sentences;
    let own = &sentences[sentence];
    let last = at == 0 && sentence + LAST_LINES >= sentences.len();
    let mut behind = own.mentions[at + 1..].iter().filter(|m| !document.any(m, &["DET", "STOP"]));
    let alone = match behind.next() {
        None => true,
        Some(m) => document.any(m, &["FOR", "COMMA"]) && behind.all(|m| document.any(m, &["CAP", "ORG", "SPORT"])),
    };
    // A list ends with a name as well.
    let told =
        sentence.checked_sub(1).is_some_and(|k| sentences[k].mentions.len() > SHORT_LINE && !sentences[k].heading);
    last && alone && told
}

/// True for a line at the head of an article that is "by" some names and nothing else.
fn signed_by_several(document: &Document<'_>, sentence: usize) -> bool {
    let own = &document.sentences[sentence].mentions;
    let by = own.first().is_some_and(|m| document.any(m, &["BY"]));
    by && sentence < HEAD_LINES && own[1..].iter().all(|m| document.any(m, &["PERSON", "AND", "COMMA", "CAP"]))
}

/// True for a line of a name with a date and a time, and nothing else: "Anna Kiss, 29.05.2023, 11:22".
fn byline(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let name = |i: usize| document.pack.tags.name(sentence.mentions[i].tag);
    let date = ["COMMA", "DASH", "DATE", "DECIMAL", "IN", "MONTH", "NUM", "SCORE", "STOP", "WEEKDAY", "YEAR"];
    let dated = ["DATE", "DECIMAL", "YEAR"];
    let behind = at + 1..sentence.mentions.len();
    let opens = at == 0 || at == 1 && name(0) == "BY";
    opens
        && sentence.heading
        && behind.clone().any(|i| dated.contains(&name(i)))
        && behind.clone().all(|i| date.contains(&name(i)))
}
