//! Licences country by country.
//!
//! ```text
//! 1-2. Hungary, Austria – 6
//! 3. Cuba – 5
//! ```
//! and "Hungary have six licences, Austria five, Chile and Peru two each", "In the 470 six tickets for women: Greece,
//! Japan, ...": what follows in the next sentence is of the same event.

use super::lines::{Kind, UNREAL, has, licence_in};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, is_goal};

/// Above the lists of licences, which would give each country one.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licence-table", priority: 9, confidence: 0.8 };

const NAMED: Kind = Kind { table: Table::Licenses, rule: "licence-countries", priority: 26, confidence: 0.8 };

/// So many countries make a table where the line above does not speak of licences.
const FEWEST: usize = 4;

/// More licences of one country are read off a table of something else.
const MOST: i32 = 600;

/// The most columns of numbers behind the first.
const MOST_COLUMNS: usize = 2;

/// What such a table or the article above it does not have: it counts something else.
const OTHER: &[&str] = &["MEDAL", "MEDALWORD", "TITLEWORD", "TALLY", "RANKING", "MEDALLIST", "CHAMPION"];

/// Countries that have one number each, or a country with one in each column of a table.
struct Group<'a> {
    countries: Vec<&'a Mention>,
    count: i32,
    /// The numbers of further columns.
    further: Vec<&'a Mention>,
}

/// Finds the licences that tables of countries give.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut licence = None;
    let mut other = false;
    let mut i = 0;
    while i < document.sentences.len() {
        let sentence = &document.sentences[i];
        let (to, table) = table(document, i);
        // "Places for Paris after the qualifier: Hungary 4, Latvia 3, ..."
        let own = sentence.mentions.iter().find(|m| document.any(m, &["LICENCE"]) && !m.facets.has(Field::Count));
        if let (false, Some(licence)) = (table.is_empty(), licence.or(own)) {
            let said = i > 0 && announced(document, i - 1) || own.is_some() && announced(document, i);
            let countries: usize = table.iter().flat_map(|(_, groups)| groups).map(|g| g.countries.len()).sum();
            if said || (countries >= FEWEST && !other && table.len() > 1) {
                let line = i.checked_sub(1).filter(|_| said).unwrap_or(i);
                let mut aim = aim(licence);
                if let Some(sport) = only_sport_of(&document.sentences[line]) {
                    aim.fill_in(Field::Sport, sport);
                }
                statements.extend(table.iter().flat_map(|(k, groups)| rows(document, *k, groups, &aim)));
            }
        } else if let Some((focus, groups)) = tail(document, i) {
            statements.extend(rows(document, i, &groups, &aim(focus)));
        }
        licence = licence.or_else(|| licence_in(document, sentence));
        other |= has(document, sentence, OTHER);
        i = to.max(i + 1);
    }
}

/// The table that begins at sentence `i`, line by line, and where it ends.
fn table<'a>(document: &'a Document<'_>, i: usize) -> (usize, Vec<(usize, Vec<Group<'a>>)>) {
    let mut lines = Vec::new();
    let mut end = i;
    let mut after_place = false;
    for (k, sentence) in document.sentences.iter().enumerate().skip(i) {
        // Places in front of a line, such as "1-2.", are sentences of their own.
        let place = sentence.mentions.iter().all(|m| document.any(m, &["NUM", "SCORE", "STOP", "RANGE", "HYPHEN"]));
        if place && after_place {
            break;
        }
        after_place = place;
        if place {
            continue;
        }
        let Some(groups) = groups(document, behind_lead(document, &sentence.mentions)) else { break };
        // "*. INA - 8": a line out of order may name something else than a country.
        let starred = |s: &Sentence| document.text[s.start..s.end].contains('*');
        if !(starred(sentence) || k > 0 && k > i && starred(&document.sentences[k - 1])) {
            lines.push((k, groups));
        }
        end = k + 1;
    }
    (end, lines)
}

/// What stands behind "They are shared out as follows:", which names nobody and counts nothing.
fn behind_lead<'a>(document: &Document<'_>, mentions: &'a [Mention]) -> &'a [Mention] {
    let colon = mentions.iter().position(|m| document.any(m, &["COLON"]));
    let silent = |m: &Mention| !document.any(m, &["NUM", "PERSON"]) && !m.facets.has(Field::Country);
    match colon.filter(|at| mentions[..*at].iter().all(silent)) {
        Some(at) => &mentions[at + 1..],
        None => mentions,
    }
}

/// The groups that mentions are, where they are nothing else.
fn groups<'a>(document: &Document<'_>, mentions: &'a [Mention]) -> Option<Vec<Group<'a>>> {
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let mut groups = Vec::new();
    let mut k = 0;
    while tag(k, &["STOP", "DASH", "HYPHEN"]) {
        k += 1;
    }
    if tag(k, &["NUM", "SCORE"]) && tag(k + 1, &["STOP", "CLOSE"]) {
        k += 2;
    }
    while k < mentions.len() {
        let mut countries = Vec::new();
        while tag(k, &["COUNTRY"]) {
            countries.push(&mentions[k]);
            k += 1;
            let joins =
                if tag(k, &["COMMA"]) && tag(k + 1, &["AND"]) { 2 } else { usize::from(tag(k, &["COMMA", "AND"])) };
            k += if tag(k + joins, &["COUNTRY"]) { joins } else { 0 };
        }
        let open = tag(k, &["OPEN"]);
        let mark = tag(k, &["DASH", "HYPHEN", "COLON", "OPEN"]);
        k += usize::from(mark);
        // "Cuba and Peru - by 1"
        let by = countries.len() > 1 && mark && tag(k, &["IN"]) && tag(k + 1, &["NUM"]);
        k += usize::from(by);
        let count = mentions.get(k).filter(|m| document.any(m, &["NUM", "LICENCE", "EACH"]));
        let count = count.and_then(|m| m.facets.number(Field::Count)).filter(|n| (1..=MOST).contains(n))?;
        let distributive = tag(k, &["EACH"]);
        k += 1;
        let each = distributive || tag(k, &["EACH"]);
        k += usize::from(each && !distributive);
        // "Italy 4 2": men and women, or two events.
        let columns = countries.len() == 1 && !open;
        let mut further = Vec::new();
        while columns && further.len() < MOST_COLUMNS && tag(k, &["NUM"]) && mentions[k].facets.has(Field::Count) {
            further.push(&mentions[k]);
            k += 1;
        }
        // The last one may sum up the others.
        let number = |m: &&Mention| m.facets.number(Field::Count).unwrap_or_default();
        let parts = count + further.iter().rev().skip(1).map(number).sum::<i32>();
        if further.len() > 1 && further.last().map(number) == Some(parts) {
            further.pop();
        }
        // "Chile and Peru 2" may be the two together.
        if countries.is_empty() || (countries.len() > 1 && !mark && !each) || (open && !tag(k, &["CLOSE"])) {
            return None;
        }
        k += usize::from(open);
        groups.push(Group { countries, count, further });
        let from = k;
        while tag(k, &["COMMA", "SEMI", "AND", "STOP"]) {
            k += 1;
        }
        if k < mentions.len() && k == from {
            return None;
        }
    }
    (!groups.is_empty()).then_some(groups)
}

/// True for a sentence that says that countries have licences, or is the heading of a table of them.
fn announced(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    let Some(focus) = licence_in(document, sentence) else {
        return false;
    };
    let whole = 0..sentence.tokens.len();
    !sentence.question
        && !has(document, sentence, OTHER)
        && status::of(document, i, &whole, &focus.tokens, Table::Licenses)
            .is_none_or(|s| s == "secured" || s == "available")
}

/// "Hungary have six licences, Austria five, Chile and Peru two each": the countries behind the first one's licences.
fn tail<'a>(document: &'a Document<'_>, i: usize) -> Option<(&'a Mention, Vec<Group<'a>>)> {
    let mentions = &document.sentences[i].mentions;
    let at = mentions.iter().position(|m| document.any(m, &["LICENCE"]) && m.facets.has(Field::Count))?;
    let first = mentions[..at].iter().any(|m| document.any(m, &["COUNTRY", "SQUAD", "PEOPLE"]));
    let joined = mentions.get(at + 1).is_some_and(|m| document.any(m, &["COMMA", "SEMI"]));
    if !first || !joined || !announced(document, i) {
        return None;
    }
    let from = at + 2 + usize::from(mentions.get(at + 2).is_some_and(|m| document.any(m, &["AND"])));
    Some((&mentions[at], groups(document, mentions.get(from..)?)?))
}

/// What the licences of a table are for, as its announcement says it.
fn aim(focus: &Mention) -> Facets {
    let mut fields = Facets::new();
    fields.fill_only(
        &focus.facets,
        &[Field::Competition, Field::Year, Field::Place, Field::Season, Field::Sport, Field::Gender],
    );
    // "licences for Paris won at the World Championships" are not for these.
    if fields.get(Field::Competition).is_some_and(|c| !is_goal(c)) {
        fields = Facets::new();
    }
    fields
}

/// The only sport that a sentence names.
fn only_sport_of(sentence: &Sentence) -> Option<&str> {
    let mut said = sentence.mentions.iter().filter_map(|m| m.facets.get(Field::Sport));
    let first = said.next()?;
    said.all(|s| s == first).then_some(first)
}

fn rows(document: &Document<'_>, k: usize, groups: &[Group<'_>], aim: &Facets) -> Vec<Statement> {
    let mut out = Vec::new();
    for group in groups {
        for m in &group.countries {
            let mut fields = aim.clone();
            fields.set(Field::Count, group.count.to_string());
            out.push(KIND.statement(document, k, Who::of(document, m), m.tokens.clone(), fields));
        }
        for number in &group.further {
            let mut fields = aim.clone();
            fields.fill_only(&number.facets, &[Field::Count]);
            if fields.number(Field::Count).is_some_and(|n| (1..=MOST).contains(&n)) {
                let who = Who::of(document, group.countries[0]);
                out.push(KIND.statement(document, k, who, number.tokens.clone(), fields));
            }
        }
    }
    out
}

/// "Cuba and Peru have earned four places": more than one each were earned, so each of them has four.
pub(super) fn counted_of_each(statements: &mut [Statement]) {
    let nations = |s: &Statement| s.who.len() > 1 && s.who.iter().all(|w| ["COUNTRY", "PEOPLE"].contains(&&*w.tag));
    for s in statements.iter_mut().filter(|s| s.table == Table::Licenses && nations(s)) {
        let one = s.fields.number(Field::Count) == Some(1);
        let all = s.focus.number(Field::Count).filter(|n| usize::try_from(*n).is_ok_and(|n| n > s.who.len()));
        if let Some(n) = all.filter(|_| one) {
            s.fields.set(Field::Count, n.to_string());
            s.fields.set(Field::Each, "true");
        }
    }
}

/// Finds licences given to as many countries as they are: "In the 470 six tickets for women: Greece, Japan, ..." and,
/// with the same event, "Six also for men, taken by ...".
pub(super) fn named(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut before: Option<(usize, Facets)> = None;
    for (i, sentence) in document.sentences.iter().enumerate() {
        let event = before.take().filter(|(p, _)| *p == sentence.paragraph).map(|(_, fields)| fields);
        let Some((count, countries)) = shared_out(document, i, event.is_some()) else { continue };
        let mut fields = Facets::new();
        super::lines::learn(document, &sentence.mentions, &mut fields);
        let own = fields.has(Field::Event);
        if let (false, Some(event)) = (own, &event) {
            fields.fill(event);
        }
        if fields.has(Field::Event) {
            let mut event = fields.clone();
            event.take(Field::Gender);
            before = Some((sentence.paragraph, event));
        }
        fields.fill(&aim(count));
        fields.set(Field::Count, "1");
        for m in countries {
            statements.push(NAMED.statement(document, i, Who::of(document, m), m.tokens.clone(), fields.clone()));
        }
    }
}

/// A number of licences and just as many countries behind it, to which they went. In the sentence behind one such
/// (`echo`) a bare number counts the licences of the same event.
fn shared_out<'a>(document: &'a Document<'_>, i: usize, echo: bool) -> Option<(&'a Mention, Vec<&'a Mention>)> {
    let sentence = &document.sentences[i];
    let mentions = &sentence.mentions;
    let counts = |m: &Mention| {
        m.facets.has(Field::Count) && (document.any(m, &["LICENCE"]) || echo && document.any(m, &["NUM"]))
    };
    let at = mentions.iter().position(counts)?;
    let hands = mentions[at..].iter().rposition(|m| document.any(m, &["COLON", "GOTO"]))? + at;
    let (lead, list) = (&mentions[..hands], &mentions[hands + 1..]);
    let plain = |m: &Mention| document.any(m, &["COUNTRY", "COMMA", "AND", "STOP", "DET"]);
    let held = lead.iter().any(|m| document.any(m, &["COUNTRY", "SQUAD", "PEOPLE", "PERSON", "PRON", "REF"]));
    if sentence.question
        || held
        || has(document, sentence, UNREAL)
        || has(document, sentence, OTHER)
        || !list.iter().all(plain)
    {
        return None;
    }
    let countries: Vec<&Mention> = list.iter().filter(|m| document.any(m, &["COUNTRY"])).collect();
    let count = usize::try_from(mentions[at].facets.number(Field::Count)?).ok()?;
    (count > 1 && countries.len() == count).then_some((&mentions[at], countries))
}
