//! Parts of a number of licences, told without the word: "Kenya has 74 places. Athletics accounts for 45, 24 for
//! men and 21 for women; swimming and judo have two each", "Egypt took three, Tunisia got one".
//!
//! No rule can tell such a number from any other: what it counts stands in a sentence before, and whose it is there too.

use std::collections::BTreeMap;

use super::Document;
use super::matching::{Statement, Who};
use super::mention::Mention;
use super::segment::Sentence;
use super::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// The id that statements of this stage carry in place of a rule's.
const RULE: &str = "share-of-licences";

/// Sentences, its own the first, in which a number of licences is still spoken of.
const REACH: usize = 6;

/// Mentions between who has the licences and their number.
const BETWEEN: usize = 5;

/// What may stand between a holder and a number, and what of it must.
const BRIDGE: &[&str] = &["WIN", "WITH", "FOR", "WORD", "ABOUT", "DET", "OPEN", "COLON", "DASH"];
const FIRM: &[&str] = &["WIN", "WITH", "FOR", "OPEN", "COLON", "DASH"];

/// What ends a bare number: no noun stands behind it.
const ENDS: &[&str] = &["COMMA", "STOP", "SEMI", "AND", "CLOSE", "BUT", "TERM", "EACH", "DASH", "OPEN"];

/// Above the rules which only say that such a number counts no medals.
const SURE: i32 = 41;

/// What may stand between a number and the sport that it was won in.
const HANDED: &[&str] = &["WIN", "GOTO", "BY", "IN", "FOR", "TO", "WORD", "DASH", "BECOME", "DET", "DEMONYM"];

/// Adds a statement for each such number, after those of rules.
pub(super) fn attach(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let licences = by_place(statements);
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate().filter(|(_, s)| !s.question) {
        for at in 0..sentence.mentions.len() {
            if let Some(whole) = whole(document, &licences, index, at) {
                found.extend(Share { document, index, at, whole }.statements());
            }
        }
    }
    statements.extend(found);
}

/// The best statement about each mention of licences, by sentence and first token. Looked up, not searched for: work
/// stays linear in long texts.
fn by_place(statements: &[Statement]) -> BTreeMap<(usize, usize), &Statement> {
    let mut out: BTreeMap<(usize, usize), &Statement> = BTreeMap::new();
    for s in statements.iter().filter(|s| s.table == Table::Licenses) {
        let best = out.entry((s.sentence, s.tokens.start)).or_insert(s);
        if s.priority >= best.priority {
            *best = s;
        }
    }
    out
}

/// The statement about licences that a number is a part of: the last before it, where nothing else was counted since.
fn whole<'s>(
    document: &Document<'_>,
    licences: &BTreeMap<(usize, usize), &'s Statement>,
    index: usize,
    at: usize,
) -> Option<&'s Statement> {
    let sentences = &document.sentences;
    if !document.any(&sentences[index].mentions[at], &["NUM", "ONE", "LICENCE"]) {
        return None;
    }
    let counted = |m: &Mention| {
        document.any(m, &["LICENCE"]) || document.any(m, &["MEDAL", "TALLY"]) && m.facets.has(Field::Count)
    };
    let near = |s: &Sentence| s.paragraph + 1 >= sentences[index].paragraph;
    let back = (0..=index).rev().take(REACH).take_while(|i| near(&sentences[*i]));
    // "Most of the licences are the rowers'" counts nothing.
    let idle = |i: usize, m: &Mention| {
        document.any(m, &["LICENCE"]) && !m.facets.has(Field::Count) && !licences.contains_key(&(i, m.tokens.start))
    };
    let (i, m) = back.into_iter().find_map(|i| {
        let end = if i == index { at } else { sentences[i].mentions.len() };
        sentences[i].mentions[..end].iter().rev().find(|m| counted(m) && !idle(i, m)).map(|m| (i, m))
    })?;
    if !document.any(m, &["LICENCE"]) {
        return None;
    }
    let best = *licences.get(&(i, m.tokens.start))?;
    let several =
        best.focus.number(Field::Count).is_some_and(|n| n > 1) || best.focus.get(Field::Number) == Some("plural");
    several.then_some(best)
}

/// A number that may be a part of the licences that `whole` counts.
struct Share<'a> {
    document: &'a Document<'a>,
    index: usize,
    at: usize,
    whole: &'a Statement,
}

impl Share<'_> {
    fn mentions(&self) -> &[Mention] {
        &self.document.sentences[self.index].mentions
    }

    fn is(&self, k: usize, tags: &[&str]) -> bool {
        self.mentions().get(k).is_some_and(|m| self.document.any(m, tags))
    }

    fn statements(&self) -> Vec<Statement> {
        let licence = self.is(self.at, &["LICENCE"]);
        if licence && !self.mentions()[self.at].facets.has(Field::Count) {
            return Vec::new();
        }
        let gender = if licence { None } else { self.gender() };
        if let Some(gender) = gender {
            return vec![self.made(Vec::new(), self.at, &[(Field::Gender, &gender)])];
        }
        let behind = self.at + 1;
        let bare = behind >= self.mentions().len() || self.is(behind, ENDS);
        if licence {
            return self.of_sports().unwrap_or_default();
        }
        let before = if bare { self.of_sports().or_else(|| self.of_nations()) } else { None };
        before.or_else(|| self.of_sport_behind()).unwrap_or_default()
    }

    /// "..., six were taken by the judoka, three – by the archers, and two more went to athletics": a clause that a
    /// number begins and a sport ends.
    fn of_sport_behind(&self) -> Option<Vec<Statement>> {
        let mut before = (0..self.at).rev().skip_while(|k| self.is(*k, &["ABOUT", "DET"]));
        if !before.next().is_some_and(|k| self.is(k, &["COMMA", "AND", "SEMI", "COLON"])) {
            return None;
        }
        let sport = (self.at + 1..self.mentions().len()).take(BETWEEN).find(|k| !self.is(*k, HANDED))?;
        let dash = sport == self.at + 2 && self.is(self.at + 1, &["DASH"]);
        let handed = dash || (self.at + 1..sport).any(|k| self.is(k, &["WIN", "GOTO", "BY", "IN", "FOR", "TO"]));
        let one = |k: usize| {
            let m = self.mentions().get(k).filter(|_| self.is(k, &["SPORT", "SQUAD", "ATHLETES"]))?;
            m.facets.get(Field::Sport).filter(|_| !m.facets.has(Field::Country)).map(|s| (k, s.to_owned()))
        };
        let mut sports = vec![one(sport).filter(|_| handed)?];
        let mut end = sport + 1;
        // "three each in skiing, skating and curling"
        while self.mentions()[self.at].facets.has(Field::Each) && self.is(end, &["COMMA", "AND"]) {
            let Some(other) = one(end + 1) else { break };
            sports.push(other);
            end += 2;
        }
        let ends = end >= self.mentions().len() || self.is(end, ENDS);
        let made = |(k, s): &(usize, String)| {
            let on = if sports.len() > 1 { *k } else { self.at };
            Statement { priority: SURE, ..self.made(Vec::new(), on, &[(Field::Sport, s)]) }
        };
        ends.then(|| sports.iter().map(made).collect())
    }

    /// "24 for men", "two among the women", "17 men".
    fn gender(&self) -> Option<String> {
        let mut k = self.at + 1;
        while k < self.at + 3 && self.is(k, &["FOR", "IN", "OF", "DET", "WORD"]) {
            k += 1;
        }
        let m = self.mentions().get(k).filter(|_| self.is(k, &["GENDER"]))?;
        let ends = k + 1 >= self.mentions().len() || self.is(k + 1, ENDS);
        m.facets.get(Field::Gender).filter(|_| ends).map(str::to_owned)
    }

    /// The mention that the number belongs to, over words that only join the two.
    fn holder(&self) -> Option<usize> {
        // "The gymnasts have five places and the archers three."
        let goes_on = (0..self.at).any(|k| self.is(k, &["LICENCE"]));
        let mut firm = goes_on && self.is(self.at.wrapping_sub(1), &["SPORT", "SQUAD", "ATHLETES", "TEAM"]);
        for k in (0..self.at).rev().take(BETWEEN) {
            // A word that some rule asks for by itself has a tag of its own.
            let plain = self.document.pack.tags.name(self.mentions()[k].tag).starts_with(char::is_lowercase);
            if plain || self.is(k, BRIDGE) {
                firm |= self.is(k, FIRM);
            } else {
                return firm.then_some(k);
            }
        }
        None
    }

    /// What the mention at `last` is, and those joined to it before; none where it is nothing.
    fn joined<T>(&self, last: usize, one: impl Fn(usize) -> Option<T>) -> Option<Vec<T>> {
        let mut all = vec![one(last)?];
        let mut k = last;
        while k >= 2 && self.is(k - 1, &["COMMA", "AND"]) {
            let Some(other) = one(k - 2) else { break };
            all.push(other);
            k -= 2;
        }
        Some(all)
    }

    /// "swimming and judo have two each": one for each sport, of whom the whole is.
    fn of_sports(&self) -> Option<Vec<Statement>> {
        let last = self.holder()?;
        let sport = |k: usize| {
            let m = self.mentions().get(k).filter(|_| self.is(k, &["SPORT", "SQUAD", "ATHLETES", "TEAM"]))?;
            let nation = m.facets.has(Field::Country);
            m.facets.get(Field::Sport).filter(|_| !nation).map(|s| (k, s.to_owned()))
        };
        let mut sports = self.joined(last, sport)?;
        if sports.len() > 1 && !self.is(self.at + 1, &["EACH"]) {
            sports.truncate(1);
        }
        Some(sports.iter().map(|(k, s)| self.made(Vec::new(), *k, &[(Field::Sport, s)])).collect())
    }

    /// "Egypt and Morocco took three each".
    fn of_nations(&self) -> Option<Vec<Statement>> {
        let last = self.holder()?;
        let nation = |k: usize| {
            let m = self.mentions().get(k).filter(|_| self.is(k, &["COUNTRY", "PEOPLE"]))?;
            Some(Who { tag: "COUNTRY".into(), facets: m.facets.clone(), token: m.tokens.start })
        };
        let nations = self.joined(last, nation)?;
        let each = self.is(self.at + 1, &["EACH"]) || self.mentions()[self.at].facets.get(Field::Count) == Some("1");
        if nations.len() > 1 && !each {
            return None;
        }
        let says: &[(Field, &str)] = if nations.len() > 1 { &[(Field::Each, "true")] } else { &[] };
        Some(vec![self.made(nations, self.at, says)])
    }

    /// A statement of the number: held by `who`, else by whoever holds the whole. It hangs on the mention `on`, as
    /// one number may say several things.
    fn made(&self, who: Vec<Who>, on: usize, says: &[(Field, &str)]) -> Statement {
        let (m, on) = (&self.mentions()[self.at], &self.mentions()[on].tokens);
        let mut fields = Facets::new();
        let own = !who.is_empty();
        let persons = self.whole.who.iter().any(|w| ["PERSON", "PRON", "REF"].contains(&&*w.tag));
        let who = if own || persons { who } else { self.whole.who.clone() };
        if !own {
            let holder = self.whole.fields.get(Field::Holder).filter(|h| *h == "pool").unwrap_or("country");
            fields.set(Field::Holder, holder);
        }
        for (field, value) in says {
            fields.set(*field, *value);
        }
        for f in [Field::Competition, Field::Year, Field::Sport, Field::Status] {
            let value = self.whole.fields.get(f).or_else(|| self.whole.focus.get(f));
            if let Some(v) = value.filter(|_| !(f == Field::Status && own)) {
                fields.fill_in(f, v);
            }
        }
        let span = m.tokens.clone();
        if let Some(s) = status::of(self.document, self.index, &span, &m.tokens, Table::Licenses) {
            fields.set(Field::Status, s);
        }
        let mut focus = m.facets.clone();
        focus.set(Field::Number, "plural");
        Statement {
            table: Table::Licenses,
            stage: u8::MAX,
            rule: RULE.to_owned(),
            priority: 1,
            confidence: 0.7,
            sentence: self.index,
            who,
            focus,
            tokens: on.clone(),
            span,
            fields,
            of: (0, 1),
        }
    }
}
