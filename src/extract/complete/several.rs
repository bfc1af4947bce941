//! Several events to one word: "Japan have qualified at 65kg and 74kg in freestyle", "quotas in the men's K1 and the women's
//! C1", "tickets in the 1000, 1500 and 3000 m", "gold in the 100m and the 200m". Each is a licence or a medal of its own.

use std::collections::BTreeMap;

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

/// What tells a medal.
const WINS: &[&str] = &["MEDAL", "TITLE", "PODIUM", "STRUCK"];

/// What tells where and when a medal was won, in front of its event.
const OF_A_MEDAL: &[&str] = &["COMP", "CITY", "WHERE", "YEAR", "DATE", "PARACLASS", "MEDALWORD"];

/// Gives each event of a row its own licence or medal; as many winners as events have one each, in their order.
pub(super) fn distribute(document: &Document<'_>, statements: Vec<Resolved>) -> Vec<Resolved> {
    let mut winners: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for statement in statements.iter().filter(|s| s.table == Table::Medals) {
        let all = winners.entry((statement.sentence, statement.tokens.start)).or_default();
        if let Some(person) = statement.person.filter(|p| !all.contains(p)) {
            all.push(person);
        }
    }
    let mut out = Vec::with_capacity(statements.len());
    for statement in statements {
        let mut events = events(document, &statement);
        // An event that the words name elsewhere is not one of the row.
        let own = statement.fields.get(Field::Event);
        let in_row = own.is_none_or(|e| events.iter().any(|f| f.get(Field::Event) == Some(e)));
        let all = winners.get(&(statement.sentence, statement.tokens.start)).filter(|all| all.len() > 1);
        if statement.table == Table::Medals && !in_row {
            events.clear();
        } else if let Some(all) = all {
            let at = all.iter().position(|p| statement.person == Some(*p));
            let respective = at.filter(|_| all.len() == events.len());
            events = respective.map(|at| events.swap_remove(at)).into_iter().collect();
        } else if statement.table == Table::Medals && events.iter().any(is_class) {
            // Nobody wins one medal in two classes: the second event of the row is the class of the first.
            events.clear();
        }
        if events.is_empty() || events.len() < 2 && all.is_none() {
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

/// What closes a row of events in which medals were won.
const CLOSES: &[&str] = &[
    "STOP",
    "SEMI",
    "COMMA",
    "IN",
    "CLOSE",
    "TERM",
    "BUT",
    "COMP",
    "CITY",
    "WHERE",
    "YEAR",
    "GAMES",
    "WEEKDAY",
    "AND",
    "FOR",
    "WITH",
    "DASH",
    "RESPECTIVELY",
    "RELATIVE",
    "DATE",
];

/// True for a weight class.
fn is_class(event: &Facets) -> bool {
    event.get(Field::Event).is_some_and(|e| e.ends_with(" kg"))
}

/// The events in a row behind the words of a statement, where these speak of several licences without their number.
fn events(document: &Document<'_>, statement: &Resolved) -> Vec<Facets> {
    let told = matches!(statement.fields.get(Field::Status), None | Some("secured" | "won"));
    if statement.holder == Holder::Pool || !told {
        return Vec::new();
    }
    let Some((mentions, focus)) = focus(&document.sentences[statement.sentence], statement) else { return Vec::new() };
    let word = &mentions[focus];
    let colour = statement.fields.get(Field::Medal).is_some_and(|m| m != "total");
    let several = match () {
        // A number of them is one fact, however many events are named.
        () if statement.fields.number(Field::Count).is_some_and(|n| n > 1) => false,
        // Where events stand in front of their medal, those behind are of the next one.
        () if statement.table == Table::Medals && document.pack.language.modifiers_before => false,
        () if statement.table == Table::Medals => colour && document.any(word, WINS),
        () if is(document, word, "LICENCE") => word.facets.get(Field::Number) == Some("plural"),
        // Of one person several events of a qualification are one place in the team.
        () => statement.holder == Holder::Country && (is(document, word, "QUALIFY") || document.any(word, EVENTS)),
    };
    if !several {
        return Vec::new();
    }
    let medals = statement.table == Table::Medals;
    let country =
        |m: &Mention| is(document, m, "COUNTRY") && m.facets.get(Field::Country) != statement.country.as_deref();
    let row = Row { document, mentions };
    // "She won the 100m and the 200m": the first event is in the words themselves.
    if medals && let Some(event) = word.facets.get(Field::Event) {
        let mut next = focus + 1;
        while row.is(next, JOINS) || row.is(next, &["DET", "GENDER", "PARACLASS"]) {
            next += 1;
        }
        let joined = row.is(focus + 1, JOINS);
        let (further, end) = if joined { row.events(next) } else { (Vec::new(), next) };
        let mut own = Facets::new();
        own.set(Field::Event, event);
        return std::iter::once(own).chain(further.into_iter().filter(|_| row.closes(end))).collect();
    }
    let from = focus + usize::from(!document.any(word, EVENTS));
    let of_medal = |m: &Mention| document.any(m, EVENTS) || document.any(m, AROUND) || document.any(m, OF_A_MEDAL);
    let until = |k: &usize| {
        let m = &mentions[*k];
        !document.any(m, ENDS) && !country(m) && (!medals || of_medal(m))
    };
    let first = (from..mentions.len()).take(NEAR).take_while(until).find(|k| row.event(*k).is_some());
    let (events, end) = first.map(|k| row.events(k)).unwrap_or_default();
    if !medals || row.closes(end) { events } else { Vec::new() }
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

    /// True where a row of events in which medals were won may end: not "gold in the 100m and the 200m silver".
    fn closes(&self, k: usize) -> bool {
        self.mentions.get(k).is_none_or(|m| self.document.any(m, CLOSES))
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

    /// The events in a row from mention `k` on, each with the gender and the sport that are said of it, and what is behind.
    fn events(&self, mut k: usize) -> (Vec<Facets>, usize) {
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
                k += 1;
                break;
            }
        }
        (all, k)
    }
}
