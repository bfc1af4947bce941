//! Medals sport by sport: lines below a line that announces them, or a total that a colon breaks up.
//!
//! ```text
//! Medals of Hungary by sport:      Hungary won six medals: judo – 2, boxing – 4.
//! judo – 2 bronze;
//! boxing and wrestling – 3 gold and 1 silver;
//! ```

use std::collections::BTreeMap;

use super::announced::{Announced, unit};
use super::lines::{Kind, UNREAL, bullets, colon, has, only_country};
use crate::extract::Document;
use crate::extract::antecedent::main_country;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Above the guess that a tally without a holder is the topic's.
const KIND: Kind = Kind { table: Table::Medals, rule: "medals-by-sport", priority: 27, confidence: 0.75 };

/// So many labels make a list.
const FEWEST: usize = 2;

/// So many sentences may stand between the medals that are spoken of and the line that announces a list of them.
const NEAR: usize = 3;

/// What a label of such a list may be.
const LABELS: &[&str] = &["SPORT", "DISCIPLINE"];

/// What says of medals where they were won.
const OF_THE_WHOLE: &[&str] = &["IN", "OF", "DET", "COMP", "CITY", "YEAR", "WHERE", "GAMES"];

/// A sport, or several that share their medals, and how many.
struct Label<'a> {
    sentence: usize,
    sports: Vec<&'a str>,
    gender: Option<&'a str>,
    counts: Vec<&'a Mention>,
}

/// Finds the medals that such lists give.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let mut i = 1;
    while i < document.sentences.len() {
        let lines: Vec<Label<'_>> = (i..document.sentences.len()).map_while(|k| line(document, k)).collect();
        if lines.len() >= FEWEST
            && let Some((announced, country)) = announced(document, i - 1, &lines)
        {
            statements.extend(lines.iter().flat_map(|l| given(document, l, &announced, &country)));
        }
        i += lines.len().max(1);
    }
    let within: Vec<Statement> = inline(document, statements);
    statements.extend(within);
}

/// The label that a line is.
fn line<'a>(document: &'a Document<'_>, i: usize) -> Option<Label<'a>> {
    let mentions = &document.sentences[i].mentions;
    let (label, end) = label(document, i, bullets(document, mentions))?;
    let ends =
        mentions[end..].iter().all(|m| document.any(m, &["SEMI", "STOP", "COMMA", "WORD"]) || document.is_literal(m));
    ends.then_some(label)
}

/// The label that begins at mention `n`, and the mention behind it: sports, a mark, and numbers of medals.
fn label<'a>(document: &'a Document<'_>, sentence: usize, n: usize) -> Option<(Label<'a>, usize)> {
    let mentions = &document.sentences[sentence].mentions;
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    // "judo – 2" may be one mention.
    if tag(n, &["SHARE"]) && mentions[n].facets.has(Field::Count) {
        let sport = mentions[n].facets.get(Field::Sport)?;
        let label = Label { sentence, sports: vec![sport], gender: None, counts: vec![&mentions[n]] };
        return Some((label, n + 1));
    }
    let mut sports = Vec::new();
    let mut gender = None;
    let mut k = n;
    while tag(k, LABELS) {
        sports.push(mentions[k].facets.get(Field::Sport)?);
        gender = gender.or(mentions[k].facets.get(Field::Gender));
        k += 1;
        let joins = usize::from(tag(k, &["COMMA", "AND"]));
        k += if tag(k + joins, LABELS) { joins } else { 0 };
    }
    if tag(k, &["OPEN"]) && tag(k + 1, &["GENDER"]) && tag(k + 2, &["CLOSE"]) {
        gender = mentions[k + 1].facets.get(Field::Gender);
        k += 3;
    }
    // "fencing (three)"
    let open = tag(k, &["OPEN"]);
    if sports.is_empty() || !(open || tag(k, &["DASH", "HYPHEN", "COLON"])) {
        return None;
    }
    k += 1;
    let mut counts = Vec::new();
    let mut last = k;
    loop {
        // "2–3 golds" are no sure number.
        let vague = tag(k, &["SCORE"]) && tag(k + 1, &["MEDAL"]) && !mentions[k + 1].facets.has(Field::Count);
        if vague {
            k += 2;
        } else if tag(k, &["MEDAL", "NUM"]) && mentions[k].facets.has(Field::Count) {
            counts.push(&mentions[k]);
            k += 1;
        } else {
            break;
        }
        last = k;
        k += if tag(k, &["COMMA"]) && tag(k + 1, &["AND"]) { 2 } else { usize::from(tag(k, &["COMMA", "AND"])) };
    }
    // Two bare numbers do not say which colours they count.
    let bare = counts.iter().filter(|m| document.any(m, &["NUM"])).count();
    let clear = !counts.is_empty() && (bare == 0 || counts.len() == 1) && (!open || tag(last, &["CLOSE"]));
    clear.then_some((Label { sentence, sports, gender, counts }, last + usize::from(open)))
}

/// What the line above a list says, and whose medals they are; none where it speaks of something else.
fn announced(document: &Document<'_>, above: usize, lines: &[Label<'_>]) -> Option<(Announced, String)> {
    let mut announced = Announced::by(document, above)?;
    let colours = || lines.iter().flat_map(|l| &l.counts).all(|m| document.any(m, &["MEDAL"]));
    if announced.unit.is_none() && !colours() {
        return None;
    }
    let own = only_country(&document.sentences[above]);
    // "They plan to win 27 medals. By federations:"
    let medals = |s: &&Sentence| has(document, s, &["MEDAL", "MEDALWORD"]);
    let before = document.sentences[above.saturating_sub(NEAR)..above].iter().rev().find(medals);
    if announced.status.is_none()
        && let Some(s) = before.filter(|s| has(document, s, UNREAL))
    {
        announced.status = Some(if has(document, s, &["TARGET", "AIMED"]) { "target" } else { "forecast" });
    }
    let country = own.or_else(|| before.and_then(only_country)).map(str::to_owned);
    country.or_else(|| main_country(document)).map(|country| (announced, country))
}

/// The medals of a label.
fn given(document: &Document<'_>, label: &Label<'_>, announced: &Announced, country: &str) -> Vec<Statement> {
    let one = |m: &&Mention| {
        let mut fields = announced.edition.clone();
        fields.take(Field::Sport);
        said(label, &mut fields);
        let counted = if document.any(m, &["MEDAL"]) { unit(document, m) } else { announced.unit? };
        fields.set(Field::Medal, counted);
        fields.set(Field::Count, m.facets.get(Field::Count)?);
        fields.set(Field::Status, announced.status.unwrap_or("won"));
        let mut facets = Facets::new();
        facets.set(Field::Country, country);
        let who = Who { tag: "COUNTRY".to_owned(), facets, token: m.tokens.start };
        Some(KIND.statement(document, label.sentence, who, m.tokens.clone(), fields))
    };
    label.counts.iter().filter_map(one).collect()
}

/// Adds the sport of a label, where it is just one, and the gender.
fn said(label: &Label<'_>, fields: &mut Facets) {
    // What several sports share is of none of them.
    let sport = if label.sports.len() == 1 { label.sports[0] } else { "" };
    fields.set(Field::Sport, sport);
    if let Some(gender) = label.gender {
        fields.set(Field::Gender, gender);
    }
}

/// "Six medals: judo – 2, boxing – 4", "medals in fencing (three) and in judo (two)": labels behind the colon of a total,
/// or of medals, of whom those are.
fn inline(document: &Document<'_>, statements: &[Statement]) -> Vec<Statement> {
    let mut best: BTreeMap<(usize, usize), &Statement> = BTreeMap::new();
    for s in statements.iter().filter(|s| s.table == Table::Medals) {
        let known = best.entry((s.sentence, s.tokens.start)).or_insert(s);
        if s.priority > known.priority {
            *known = s;
        }
    }
    let mut out = Vec::new();
    for (i, sentence) in document.sentences.iter().enumerate().filter(|(_, s)| !s.question && !colon(document, s)) {
        let mentions = &sentence.mentions;
        let Some((at, from)) = broken_up(document, mentions) else { continue };
        let told = best.get(&(i, mentions[at].tokens.start)).copied();
        let Some(whole) = told.cloned().or_else(|| untold(document, i, at)) else { continue };
        let mut labels = Vec::new();
        let mut k = from;
        while let Some((label, end)) = label(document, i, k) {
            labels.push(label);
            k = end;
            while mentions.get(k).is_some_and(|m| document.any(m, &["COMMA", "SEMI", "AND", "IN", "DET"])) {
                k += 1;
            }
        }
        if labels.len() < FEWEST {
            continue;
        }
        for (label, m) in labels.iter().flat_map(|l| l.counts.iter().map(move |m| (l, m))) {
            let mut part = whole.clone();
            KIND.rule.clone_into(&mut part.rule);
            part.priority = KIND.priority;
            part.tokens = m.tokens.clone();
            said(label, &mut part.fields);
            part.focus.set(Field::Count, m.facets.get(Field::Count).unwrap_or("1"));
            if document.any(m, &["MEDAL"]) {
                part.focus.set(Field::Medal, unit(document, m));
                part.fields.take(Field::Medal);
            }
            part.fields.take(Field::Count);
            part.fields.take(Field::Tally);
            out.push(part);
        }
    }
    out
}

/// The medals of a sentence that a list breaks up, and where the list begins: behind a colon, or a sport at once.
fn broken_up(document: &Document<'_>, mentions: &[Mention]) -> Option<(usize, usize)> {
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let at = (0..mentions.len()).find(|k| tag(*k, &["MEDAL", "MEDALWORD"]))?;
    let light = (at + 1..mentions.len()).find(|k| !tag(*k, OF_THE_WHOLE))?;
    let from = if tag(light, &["COLON"]) { light + 1 } else { light };
    (from > at + 1).then_some((at, from))
}

/// Medals that no rule gives to anybody, of the only nation that their sentence names.
fn untold(document: &Document<'_>, i: usize, at: usize) -> Option<Statement> {
    let sentence = &document.sentences[i];
    let focus = &sentence.mentions[at];
    let nation = sentence.mentions[..at].iter().find(|m| document.any(m, &["COUNTRY", "SQUAD", "PEOPLE"]))?;
    let only = only_country(sentence).is_some() && nation.facets.has(Field::Country);
    let real = has(document, sentence, &["WIN"]) && !has(document, sentence, UNREAL);
    let mut fields = Facets::new();
    fields.set(Field::Medal, unit(document, focus));
    let tokens = focus.tokens.clone();
    (only && real).then(|| KIND.statement(document, i, Who::of(document, nation), tokens, fields))
}
