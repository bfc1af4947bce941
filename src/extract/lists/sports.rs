//! Licences sport by sport: "Table tennis, 2. Pal Kiss and Ida Papp will play. Archery, 1: Eva Nagy."
//!
//! A sentence before says that a team has so many licences; each label gives the team its number in a sport, and
//! each person named up to the next label one of them.

use std::ops::Range;

use super::lines::{EVENTS, Kind, UNREAL, bullets, colon, has, only_country, person, wordy};
use crate::extract::Document;
use crate::extract::antecedent::main_country;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, World};

const KIND: Kind = Kind { table: Table::Licenses, rule: "licence-labels", priority: 9, confidence: 0.75 };

/// So many sentences may stand between the licences and the first label.
const NEAR: usize = 3;

/// So many lines behind a label may go unread.
const UNREAD: usize = 2;

/// So many sentences may go on with what a label began.
const REACH: usize = 12;

/// So many labels with a number make a list where nothing announces one.
const FEWEST: usize = 2;

/// What neither stands in nor before such a list: its numbers are then not those of licences.
const OTHER: &[&str] = &["MEDAL", "MEDALWORD", "TALLY", "RANKING", "PODIUM", "STRUCK", "SCORE", "ROUND"];

/// What a sentence of such a list does not have: it is told of somebody else, or of what did not happen.
const TOLD: &[&str] = &["SAID", "OFFICIAL", "BEAT", "LOSE", "LICENCE", "QUALIFY", "QUALIFIER", "WIN"];

/// What makes those behind a label doubtful. "Kiss and Papp will play" does not: they have the licences.
const DOUBT: &[&str] = &["AIMED", "AVAILABLE", "COND", "DENY", "EXPECTED", "MISS", "NOT", "TARGET"];

/// What part of a sport may stand in brackets behind it: "athletics (shot put) - 1".
const WITHIN: &[&str] = &["EVENT", "DIST", "DISCIPLINE", "WEIGHT", "SPORT"];

/// Marks that end what stands before a label.
const ENDS: &[&str] = &["STOP", "SEMI"];

/// A label in front of those who have the licences of a sport.
struct Label {
    sentence: usize,
    /// Its mentions, with the mark behind it.
    at: Range<usize>,
    sport: String,
    gender: Option<String>,
    /// The mention of the number.
    count: Option<(usize, i32)>,
}

/// Finds the licences of sports under labels.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut i = 0;
    while i < document.sentences.len() {
        let Some(focus) = opening(document, i) else {
            i += 1;
            continue;
        };
        let (labels, end) = labels(document, i);
        let counted = labels.iter().filter(|l| l.count.is_some()).count();
        let announced = (i..end).any(|k| announces(document, k));
        if !labels.is_empty() && (counted >= FEWEST || announced) {
            let country = only_country(&document.sentences[i]).map(str::to_owned).or_else(|| main_country(document));
            for (n, label) in labels.iter().enumerate() {
                let until = labels.get(n + 1).map_or((end, 0), |next| (next.sentence, next.at.start));
                statements.extend(counts(document, label, country.as_deref(), focus));
                statements.extend(persons(document, label, until, focus));
            }
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
}

/// The licences that sentence `i` says somebody has.
fn opening<'a>(document: &'a Document<'_>, i: usize) -> Option<&'a Mention> {
    let sentence = &document.sentences[i];
    let own = sentence.mentions.iter().find(|m| document.any(m, &["LICENCE"]));
    // "The vouchers by sport:", where the article has spoken of licences.
    let spot = || sentence.mentions.iter().find(|m| colon(document, sentence) && document.any(m, &["SPOT"]));
    let spoken = || document.sentences[..i].iter().any(|s| has(document, s, &["LICENCE"]));
    let focus = own.or_else(|| spot().filter(|_| spoken()))?;
    let count = focus.facets.has(Field::Count) || sentence.heading || colon(document, sentence);
    if sentence.question
        || !count
        || has(document, sentence, UNREAL)
        || has(document, sentence, OTHER)
        || label(document, i, 0).is_some()
    {
        return None;
    }
    let whole = 0..sentence.tokens.len();
    let status = status::of(document, i, &whole, &focus.tokens, Table::Licenses);
    status.is_none_or(|s| s == "secured").then_some(focus)
}

/// True for a sentence that says that a list follows.
fn announces(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    let lists = has(document, sentence, &["LISTING"]) && !has(document, sentence, &["PERSON"]);
    lists || has(document, sentence, &["LICENCE", "SPOT"]) && (sentence.heading || colon(document, sentence))
}

/// The labels behind sentence `i`, and the sentence behind the last that belongs to them.
fn labels(document: &Document<'_>, i: usize) -> (Vec<Label>, usize) {
    let mut labels: Vec<Label> = Vec::new();
    let mut end = i + 1;
    for k in i + 1..document.sentences.len() {
        let sentence = &document.sentences[k];
        let here: Vec<Label> = (0..sentence.mentions.len()).flat_map(|n| labels_at(document, k, n)).collect();
        let last = labels.last().map(|l| (l.sentence, &document.sentences[l.sentence]));
        let goes_on = match last {
            _ if !here.is_empty() => !sentence.question && !has(document, sentence, DOUBT),
            None => k <= i + NEAR && !has(document, sentence, OTHER),
            // A line like the others that cannot be read ends no list.
            Some((at, _)) if k <= at + UNREAD && like_label(document, sentence) => true,
            Some((at, last)) => k <= at + REACH && (sentence.paragraph == last.paragraph || names(document, sentence)),
        };
        if !goes_on || counts_others(document, sentence) {
            break;
        }
        if !(here.is_empty() && labels.is_empty()) {
            end = k + 1;
        }
        labels.extend(here);
    }
    (labels, end)
}

/// True for a line that a sport begins and that counts something.
fn like_label(document: &Document<'_>, sentence: &Sentence) -> bool {
    let first = sentence.mentions.get(bullets(document, &sentence.mentions));
    let sport = first.is_some_and(|m| document.any(m, &["SPORT"]));
    sport && has(document, sentence, &["NUM", "ONE"]) && !has(document, sentence, TOLD) && !wordy(document, sentence)
}

/// True for a sentence behind which numbers would count something else than licences.
fn counts_others(document: &Document<'_>, sentence: &Sentence) -> bool {
    let announces = sentence.heading || colon(document, sentence);
    let other = |m: &&Mention| document.any(m, OTHER);
    sentence
        .mentions
        .iter()
        .filter(other)
        .any(|m| announces || m.facets.has(Field::Count) || m.facets.has(Field::Tally))
}

/// True for a line of names.
fn names(document: &Document<'_>, sentence: &Sentence) -> bool {
    !has(document, sentence, TOLD) && has(document, sentence, &["PERSON"]) && !wordy(document, sentence)
}

/// What may stand between a number of a line and what it counts: "6 athletes (men)".
const COUNTED: &[&str] = &["TEAM", "ATHLETES", "ATHLETE", "ROLE", "LICENCE", "OPEN"];

/// The labels that begin at mention `n` of a sentence: one, or one a gender, "Rowing: 6 men / 3 women".
fn labels_at(document: &Document<'_>, sentence: usize, n: usize) -> Vec<Label> {
    let by_gender = by_gender(document, sentence, n);
    if by_gender.is_empty() { label(document, sentence, n).into_iter().collect() } else { by_gender }
}

/// The labels of a line that counts by gender.
fn by_gender(document: &Document<'_>, sentence: usize, n: usize) -> Vec<Label> {
    let mentions = &document.sentences[sentence].mentions;
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let sport = mentions[n].facets.get(Field::Sport).filter(|_| n == bullets(document, mentions) && tag(n, &["SPORT"]));
    let Some(sport) = sport else { return Vec::new() };
    let mark = |k: usize| tag(k, &["COLON", "DASH", "HYPHEN", "COMMA"]);
    let kind = mentions.get(n + 2).filter(|_| mark(n + 1) && tag(n + 2, WITHIN)).and_then(|m| kind_of(sport, m));
    let mut k = if mark(n + 1) && tag(n + 2, WITHIN) { n + 3 } else { n + 1 };
    let mut out: Vec<Label> = Vec::new();
    if !mark(k) {
        return out;
    }
    while k < mentions.len() {
        k += 1;
        let Some(count) = mentions.get(k).filter(|m| document.any(m, &["NUM", "ONE"])) else { return Vec::new() };
        let at = k;
        k += 1;
        while tag(k, COUNTED) {
            k += 1;
        }
        let gender = mentions.get(k).filter(|m| document.any(m, &["GENDER"])).and_then(|m| m.facets.get(Field::Gender));
        let (Some(gender), Some(number)) = (gender, count.facets.number(Field::Count)) else { return Vec::new() };
        k += 1 + usize::from(tag(k + 1, &["CLOSE"]));
        out.push(Label {
            sentence,
            at: at..k,
            sport: kind.clone().unwrap_or_else(|| sport.to_owned()),
            gender: Some(gender.to_owned()),
            count: Some((at, number)),
        });
        if k < mentions.len() && !tag(k, &["SLASH", "COMMA", "AND", "SEMI", "STOP", "SIGN"]) {
            return Vec::new();
        }
        if k + 1 >= mentions.len() {
            break;
        }
    }
    out
}

/// The kind of a sport that a word beside it tells: "Canoeing – Slalom".
fn kind_of(sport: &str, beside: &Mention) -> Option<String> {
    let world = World::get();
    let style = beside.facets.get(Field::Discipline).map(|style| format!("{sport} {style}"));
    let style = style.filter(|kind| world.general(kind) == Some(sport));
    let among = beside.facets.get(Field::Among).unwrap_or_default();
    let mut kinds = among.split('|').filter(|kind| world.general(kind) == Some(sport));
    let event = kinds.next().filter(|_| kinds.next().is_none()).map(str::to_owned);
    style.or(event)
}

/// The label that begins at mention `n` of a sentence.
fn label(document: &Document<'_>, sentence: usize, n: usize) -> Option<Label> {
    let mentions = &document.sentences[sentence].mentions;
    let begins = n == bullets(document, mentions) || n.checked_sub(1).is_some_and(|b| document.any(&mentions[b], ENDS));
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    if !begins || !tag(n, &["SPORT", "SHARE"]) {
        return None;
    }
    let sport = mentions[n].facets.get(Field::Sport)?.to_owned();
    let mut gender = mentions[n].facets.get(Field::Gender).map(str::to_owned);
    let mut k = n + 1;
    // A line of its own, "rowing – 3;", is one mention.
    if tag(n, &["SHARE"]) {
        let alone = k == mentions.len() || k + 1 == mentions.len() && tag(k, &["COMMA", "SEMI", "STOP"]);
        let count = mentions[n].facets.number(Field::Count).filter(|_| n == bullets(document, mentions) && alone)?;
        return Some(Label { sentence, at: n..k, sport, gender, count: Some((n, count)) });
    }
    if tag(k, &["OPEN"]) && tag(k + 1, &["GENDER"]) && tag(k + 2, &["CLOSE"]) {
        gender = mentions[k + 1].facets.get(Field::Gender).map(str::to_owned);
        k += 3;
    } else if tag(k, &["OPEN"]) && tag(k + 1, WITHIN) && tag(k + 2, &["CLOSE"]) {
        k += 3;
    }
    let number = |k: usize| {
        let m = mentions.get(k).filter(|m| document.any(m, &["NUM", "LICENCE"]))?;
        m.facets.number(Field::Count).map(|count| (k, count))
    };
    let closed = |k: usize| k == mentions.len() || tag(k, &["STOP", "COLON", "SEMI", "DASH", "OPEN"]);
    let (at, count) = if tag(k, &["OPEN"]) && tag(k + 2, &["CLOSE"]) {
        let open = k + 3 == mentions.len() || tag(k + 3, &["STOP", "COLON", "SEMI", "DASH", "HYPHEN"]);
        (n..k + 3, Some(number(k + 1).filter(|_| open)?))
    } else if tag(k, &["COMMA", "COLON", "DASH", "HYPHEN"])
        && let Some(count) = number(k + 1).filter(|_| closed(k + 2))
    {
        (n..k + 2, Some(count))
    } else if tag(k, &["COLON"]) && mentions.get(k + 1).is_some_and(person) {
        (n..k + 1, None)
    } else {
        return None;
    };
    Some(Label { sentence, at, sport, gender, count })
}

/// What a licence under a label is for.
fn fields(label: &Label, focus: &Mention, count: i32) -> Facets {
    let mut fields = Facets::new();
    fields.set(Field::Sport, label.sport.as_str());
    fields.set(Field::Count, count.to_string());
    if let Some(gender) = &label.gender {
        fields.set(Field::Gender, gender.as_str());
    }
    fields.fill_only(&focus.facets, &[Field::Competition, Field::Year, Field::Place, Field::Season]);
    fields
}

/// The team's licences in the sport of a label.
fn counts(document: &Document<'_>, label: &Label, country: Option<&str>, focus: &Mention) -> Option<Statement> {
    let (at, count) = label.count?;
    let mut facets = Facets::new();
    facets.set(Field::Country, country?);
    let tokens = document.sentences[label.sentence].mentions[at].tokens.clone();
    let who = Who { tag: "COUNTRY".to_owned(), facets, token: tokens.start };
    Some(KIND.statement(document, label.sentence, who, tokens, fields(label, focus, count)))
}

/// The licences of the persons behind a label, up to the next one; none where they are more than the licences.
fn persons(document: &Document<'_>, label: &Label, until: (usize, usize), focus: &Mention) -> Vec<Statement> {
    let mut out = Vec::new();
    for k in label.sentence..document.sentences.len().min(until.0 + 1) {
        let sentence = &document.sentences[k];
        let from = if k == label.sentence { label.at.end } else { 0 };
        let to = if k == until.0 { until.1.max(from) } else { sentence.mentions.len() };
        let mentions = &sentence.mentions[from..to];
        if mentions.iter().any(|m| document.any(m, TOLD) || document.any(m, OTHER) || document.any(m, DOUBT)) {
            continue;
        }
        for n in (0..mentions.len()).filter(|n| person(&mentions[*n])) {
            let mut fields = fields(label, focus, 1);
            // An event that is said of nobody by name is nobody's.
            fields.set(Field::Event, event(document, mentions, n).unwrap_or_default());
            let m = &mentions[n];
            out.push(KIND.statement(document, k, Who::of(document, m), m.tokens.clone(), fields));
        }
    }
    let most = label.count.map_or(usize::MAX, |(_, count)| usize::try_from(count).unwrap_or(0));
    if out.len() > most { Vec::new() } else { out }
}

/// The event said of a person: in its brackets, behind it, or in front of it at the head of its clause.
fn event<'a>(document: &Document<'_>, mentions: &'a [Mention], n: usize) -> Option<&'a str> {
    let events = |m: &&Mention| document.any(m, EVENTS);
    let own = mentions[n].facets.get(Field::Event);
    let apart = |m: &&Mention| !person(m) && !document.any(m, &["SEMI", "STOP"]);
    let behind = || mentions[n + 1..].iter().take_while(apart).find(events);
    let before = || {
        let clause = mentions[..n].iter().rev().take_while(|m| apart(m) && !document.any(m, &["COMMA", "AND"]));
        clause.last().filter(events).or_else(|| {
            let lead = mentions[..n].iter().rev().take_while(apart);
            lead.clone().find(events).filter(|_| lead.count() == n)
        })
    };
    own.or_else(|| behind().or_else(before).and_then(|m| m.facets.get(Field::Event)))
}
