//! Several events to one word for licences: "Japan have qualified at 65kg and 74kg in freestyle", "quotas in the men's K1 and
//! the women's C1", "tickets in the 1000, 1500 and 3000 m". Each is a licence of its own.

use super::is;
use super::near::focus;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// So many mentions may stand between the licences and their first event.
const NEAR: usize = 10;

/// What names an event.
const EVENTS: &[&str] = &["EVENT", "DIST", "WEIGHT"];

/// What joins events.
const JOINS: &[&str] = &["COMMA", "AND", "SLASH"];

/// What may stand around an event in a row of them.
const AROUND: &[&str] = &["IN", "FOR", "OF", "DET", "GENDER", "SPORT", "DISCIPLINE", "WEIGHTWORD", "ABOUT", "TO"];

/// Behind these other things are told.
const ENDS: &[&str] = &[
    "PERSON", "PRON", "REF", "SQUAD", "MEDAL", "TITLE", "STOP", "SEMI", "LICENCE", "QUALIFY", "WIN", "BEAT", "LOSE",
    "SCORE", "BUT",
];

/// Gives each event of a row its own licence.
pub(super) fn distribute(document: &Document<'_>, statements: Vec<Resolved>) -> Vec<Resolved> {
    let mut out = Vec::with_capacity(statements.len());
    for statement in statements {
        let events = events(document, &statement);
        if events.len() < 2 {
            out.push(statement);
            continue;
        }
        for event in events {
            let mut one = statement.clone();
            one.fields.set(Field::Count, "1");
            for f in [Field::Event, Field::Gender, Field::Sport] {
                if let Some(value) = event.get(f) {
                    one.fields.set(f, value);
                }
            }
            out.push(one);
        }
    }
    out
}

/// The events in a row behind the words of a statement, where these speak of several licences without their number.
fn events(document: &Document<'_>, statement: &Resolved) -> Vec<Facets> {
    let secured = matches!(statement.fields.get(Field::Status), None | Some("secured" | "won"));
    let counted = statement.fields.number(Field::Count).is_some_and(|n| n > 1);
    if statement.table != Table::Licenses || statement.holder == Holder::Pool || !secured || counted {
        return Vec::new();
    }
    let Some((mentions, focus)) = focus(&document.sentences[statement.sentence], statement) else { return Vec::new() };
    let word = &mentions[focus];
    let several = match () {
        () if is(document, word, "LICENCE") => word.facets.get(Field::Number) == Some("plural"),
        // Of one person several events of a qualification are one place in the team.
        () => statement.holder == Holder::Country && (is(document, word, "QUALIFY") || document.any(word, EVENTS)),
    };
    if !several {
        return Vec::new();
    }
    let country =
        |m: &Mention| is(document, m, "COUNTRY") && m.facets.get(Field::Country) != statement.country.as_deref();
    let row = Row { document, mentions };
    let from = focus + usize::from(!document.any(word, EVENTS));
    let until = |k: &usize| !document.any(&mentions[*k], ENDS) && !country(&mentions[*k]);
    let first = (from..mentions.len()).take(NEAR).take_while(until).find(|k| row.event(*k).is_some());
    first.map(|k| row.events(k)).unwrap_or_default()
}

/// Mentions among which events stand in a row.
struct Row<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
}

impl Row<'_> {
    fn is(&self, k: usize, tags: &[&str]) -> bool {
        self.mentions.get(k).is_some_and(|m| self.document.any(m, tags))
    }

    /// The event at a mention and how many mentions it takes: "K2 500m" two, the "1500" of "1500 and 3000 m" one.
    fn event(&self, k: usize) -> Option<(String, usize)> {
        let name = |k: usize| self.mentions.get(k).filter(|_| self.is(k, EVENTS))?.facets.get(Field::Event);
        if let Some(event) = name(k) {
            return Some(match name(k + 1) {
                Some(behind) if self.is(k, &["EVENT"]) => (format!("{event} {behind}"), 2),
                _ => (event.to_owned(), 1),
            });
        }
        // "1000, 1500 and 3000 m": the unit stands behind the last.
        let number = |k: usize| self.mentions.get(k).filter(|_| self.is(k, &["NUM"]))?.facets.get(Field::Count);
        let own = number(k)?;
        let mut at = k + 1;
        while self.is(at, JOINS) && number(at + 1).is_some() {
            at += 2;
        }
        let unit = name(at + 1).filter(|_| self.is(at, JOINS) && self.is(at + 1, &["DIST", "WEIGHT"]))?;
        let (_, unit) = unit.rsplit_once(' ')?;
        Some((format!("{own} {unit}"), 1))
    }

    /// The events in a row from mention `k` on, each with the gender and the sport that are said of it.
    fn events(&self, mut k: usize) -> Vec<Facets> {
        let said = |facets: &mut Facets, m: &Mention| facets.fill_only(&m.facets, &[Field::Gender, Field::Sport]);
        let mut all: Vec<Facets> = Vec::new();
        let mut group = 0;
        let mut ahead = Facets::new();
        // "the women's K1"
        if let Some(m) = k.checked_sub(1).and_then(|b| self.mentions.get(b)).filter(|m| is(self.document, m, "GENDER"))
        {
            said(&mut ahead, m);
        }
        while let Some((event, taken)) = self.event(k) {
            let mut facets = ahead.clone();
            facets.set(Field::Event, event);
            all.push(facets);
            k += taken;
            // What stands behind is of the events before: "53kg and 57kg in women's wrestling".
            while self.is(k, AROUND) {
                for facets in &mut all[group..] {
                    said(facets, &self.mentions[k]);
                }
                group = if self.is(k, &["SPORT", "DISCIPLINE"]) { all.len() } else { group };
                k += 1;
            }
            if !self.is(k, JOINS) {
                break;
            }
            ahead = Facets::new();
            while self.is(k, JOINS) || self.is(k, AROUND) && !self.is(k, &["DISCIPLINE"]) {
                said(&mut ahead, &self.mentions[k]);
                k += 1;
            }
            if let Some(name) = self.mentions.get(k).and_then(|m| m.facets.get(Field::Discipline)) {
                let mut facets = ahead.clone();
                facets.set(Field::Event, name);
                all.push(facets);
                break;
            }
        }
        all
    }
}
