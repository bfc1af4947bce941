//! Parts of a number of licences, told without the word: "Kenya has 74 places. Athletics accounts for 45, 24 for
//! men and 21 for women; swimming and judo have two each", "Egypt took three, Tunisia got one".
//!
//! No rule can tell such a number from any other: what it counts stands in a sentence before, and whose it is there too.

use std::borrow::Cow;
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
const BRIDGE: &[&str] =
    &["WIN", "WITH", "FOR", "WORD", "ABOUT", "DET", "OPEN", "COLON", "DASH", "EACH", "FINISH", "LISTING"];
const FIRM: &[&str] = &["WIN", "WITH", "FOR", "OPEN", "COLON", "DASH"];

/// What ends a bare number: no noun stands behind it.
const ENDS: &[&str] = &["COMMA", "STOP", "SEMI", "AND", "CLOSE", "BUT", "TERM", "EACH", "DASH", "OPEN"];

/// Nouns for people, of whom each has one licence where the whole was told in people.
const PEOPLE: &[&str] = &["ATHLETES", "ATHLETE", "SQUAD", "TEAM", "ROLE", "REF", "ORG", "QUALIFIER", "QUALIFY"];

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
            if let Some((whole, people)) = whole(document, &licences, index, at) {
                found.extend(Share { document, index, at, whole, people }.statements());
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

/// The statement about licences that a number is a part of: the last before it, where nothing else was counted since; and
/// whether it counts those who have the licences.
fn whole<'s>(
    document: &Document<'_>,
    licences: &BTreeMap<(usize, usize), &'s Statement>,
    index: usize,
    at: usize,
) -> Option<(Cow<'s, Statement>, bool)> {
    let sentences = &document.sentences;
    if !document.any(&sentences[index].mentions[at], &["NUM", "ONE", "LICENCE", "EACH", "SHARE"]) {
        return None;
    }
    // "24 athletes will go to the Games" speaks of places as well, in a sentence before or in front of a colon.
    let apart = |i: usize, m: &Mention| {
        let between = || &sentences[index].mentions[m.place_in(&sentences[index].mentions)..at];
        i < index || between().iter().any(|m| document.any(m, &["COLON"]))
    };
    let places = |i: usize, m: &Mention| {
        document.any(m, &["LICENCE"])
            || document.any(m, &["QUALIFY"]) && apart(i, m) && in_people(document, &sentences[i])
    };
    let counted =
        |i: usize, m: &Mention| places(i, m) || document.any(m, &["MEDAL", "TALLY"]) && m.facets.has(Field::Count);
    let near = |s: &Sentence| s.paragraph + 1 >= sentences[index].paragraph;
    let back = (0..=index).rev().take(REACH).take_while(|i| near(&sentences[*i]));
    // "Most of the licences are the rowers'" counts nothing.
    let idle = |i: usize, m: &Mention| {
        let uncounted = document.any(m, &["LICENCE"]) && !m.facets.has(Field::Count);
        let people = apart(i, m) && in_people(document, &sentences[i]);
        uncounted && !people && !licences.contains_key(&(i, m.tokens.start))
    };
    let (i, m) = back.into_iter().find_map(|i| {
        let end = if i == index { at } else { sentences[i].mentions.len() };
        sentences[i].mentions[..end].iter().rev().find(|m| counted(i, m) && !idle(i, m)).map(|m| (i, m))
    })?;
    if !places(i, m) {
        return None;
    }
    let people = apart(i, m) && in_people(document, &sentences[i]);
    let Some(best) = licences.get(&(i, m.tokens.start)) else {
        return people.then(|| nobodys(document, i, m)).flatten().map(|s| (Cow::Owned(s), true));
    };
    let several =
        best.focus.number(Field::Count).is_some_and(|n| n > 1) || best.focus.get(Field::Number) == Some("plural");
    // "We missed a few places. The team has five women": nobody counts what is not there.
    let lacking = best.fields.get(Field::Status) == Some("missed") && !best.focus.has(Field::Count);
    ((several || people) && !lacking).then_some((Cow::Borrowed(*best), people))
}

/// True for a sentence that counts people: "33 boxers won places".
pub(super) fn in_people(document: &Document<'_>, sentence: &Sentence) -> bool {
    let several = |m: &Mention| m.facets.number(Field::Count).is_some_and(|n| n > 1);
    sentence.mentions.iter().enumerate().any(|(k, m)| {
        let behind = || sentence.mentions[k + 1..].iter().take(2).any(|m| document.any(m, PEOPLE));
        several(m) && (document.any(m, &["SQUAD"]) || document.any(m, &["NUM"]) && behind())
    })
}

/// The licences that people of many countries have: "33 African boxers won places". None where they are yet to be won.
fn nobodys(document: &Document<'_>, index: usize, licence: &Mention) -> Option<Statement> {
    let tokens = licence.tokens.clone();
    let status = status::of(document, index, &tokens, &tokens, Table::Licenses);
    let won = document.sentences[index].mentions.iter().any(|m| document.any(m, &["WIN", "QUALIFY"]));
    (status.is_none() && won).then(|| Statement {
        table: Table::Licenses,
        stage: u8::MAX,
        rule: RULE.to_owned(),
        priority: 1,
        confidence: 0.7,
        sentence: index,
        who: Vec::new(),
        focus: licence.facets.clone(),
        tokens: tokens.clone(),
        span: tokens,
        fields: Facets::new(),
        of: (0, 1),
    })
}

/// A number that may be a part of the licences that `whole` counts.
struct Share<'a> {
    document: &'a Document<'a>,
    index: usize,
    at: usize,
    whole: Cow<'a, Statement>,
    /// True where the whole counts those who have the licences, so that a part may too.
    people: bool,
}

impl Share<'_> {
    fn mentions(&self) -> &[Mention] {
        &self.document.sentences[self.index].mentions
    }

    fn is(&self, k: usize, tags: &[&str]) -> bool {
        self.mentions().get(k).is_some_and(|m| self.document.any(m, tags))
    }

    fn statements(&self) -> Vec<Statement> {
        if self.is(self.at, &["SHARE"]) {
            return self.share().into_iter().collect();
        }
        if self.is(self.at, &["EACH"]) {
            return self.of_sport_behind().or_else(|| self.of_nations_behind()).unwrap_or_default();
        }
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
        let of_people = || if self.counts_people() { self.of_nations() } else { None };
        let behind = || self.of_sport_behind().or_else(|| self.of_nations_behind());
        before.or_else(of_people).or_else(behind).unwrap_or_default()
    }

    /// "Twelve places so far. Six in judo, ...": where the sentence itself has them, rules tell.
    fn share(&self) -> Option<Statement> {
        let share = &self.mentions()[self.at].facets;
        let pool = self.whole.fields.get(Field::Holder) == Some("pool");
        let apart = self.whole.sentence < self.index || self.people;
        let told = apart && !pool && share.has(Field::Count);
        let sport = share.get(Field::Sport).filter(|_| told)?;
        Some(self.made(Vec::new(), self.at, &[(Field::Sport, sport)]))
    }

    /// "Morocco have six boxers", "Egypt have one qualifier each", where the whole was told in people.
    fn counts_people(&self) -> bool {
        let noun = self.at + 1;
        let ends = |k: usize| k >= self.mentions().len() || self.is(k, ENDS) || self.is(k, &["IN", "WHERE", "FOR"]);
        self.people && self.is(noun, PEOPLE) && ends(noun + 1)
    }

    /// "One each for Botswana, Egypt and Uganda": a clause that a number begins and nations end.
    fn of_nations_behind(&self) -> Option<Vec<Statement>> {
        let mut before = (0..self.at).rev().skip_while(|k| self.is(*k, &["ABOUT", "DET", "IN"]));
        if before.next().is_some_and(|k| !self.is(k, &["COMMA", "AND", "SEMI", "COLON", "STOP", "BUT"])) {
            return None;
        }
        let mut k = self.at + 1;
        let mut firm = false;
        while self.is(k, &["DASH", "HYPHEN", "EACH", "FOR", "POSS", "GOTO", "TO", "DET", "WORD"])
            && k < self.at + BETWEEN
        {
            firm |= self.is(k, &["FOR", "POSS", "GOTO", "TO"]);
            k += 1;
        }
        let mut nations = Vec::new();
        while let Some(nation) = self.nation(k).filter(|_| firm) {
            nations.push(nation);
            k += 1;
            let mut joins = 0;
            while self.is(k + joins, &["COMMA", "AND", "DET", "FOR", "POSS"]) {
                joins += 1;
            }
            if !self.is(k, &["COMMA", "AND"]) || self.nation(k + joins).is_none() {
                break;
            }
            k += joins;
        }
        let one = self.mentions()[self.at].facets.get(Field::Count) == Some("1");
        let each = one || self.is(self.at, &["EACH"]) || self.is(self.at + 1, &["EACH"]) || self.is(k, &["EACH"]);
        let ends = k >= self.mentions().len() || self.is(k, ENDS);
        let whose = !nations.is_empty() && (nations.len() == 1 || each) && ends;
        let says: &[(Field, &str)] = if nations.len() > 1 { &[(Field::Each, "true")] } else { &[] };
        whose.then(|| vec![self.made(nations, self.at, says)])
    }

    /// The country that a mention names.
    fn nation(&self, k: usize) -> Option<Who> {
        let m = self.mentions().get(k).filter(|_| self.is(k, &["COUNTRY", "PEOPLE"]))?;
        Some(Who { tag: "COUNTRY".into(), facets: m.facets.clone(), token: m.tokens.start })
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
        let each = self.mentions()[self.at].facets.has(Field::Each) || self.is(self.at, &["EACH"]);
        while each && self.is(end, &["COMMA", "AND"]) {
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
        // "Morocco has six" in a language that says so without a verb.
        let other = || self.mentions().iter().any(|m| self.document.any(m, &["MEDAL", "TITLE", "STRUCK", "SCORE"]));
        let has = |k: usize| k > 0 && self.is(k - 1, &["POSS"]) && self.is(self.at, &["NUM"]) && !other();
        let of_nation = |k: usize| self.is(k, &["COUNTRY"]) && has(k);
        for k in (0..self.at).rev().take(BETWEEN) {
            // "Cameroon and Zambia, who will each have three boxers"
            if self.people && (self.is(k, &["TERM"]) || self.is(k, &["COMMA"]) && self.is(k + 1, &["TERM"])) {
                continue;
            }
            if self.document.is_literal(&self.mentions()[k]) || self.is(k, BRIDGE) {
                firm |= self.is(k, FIRM);
            } else {
                return (firm || of_nation(k)).then_some(k);
            }
        }
        None
    }

    /// What the mention at `last` is, and those joined to it before; none where it is nothing.
    fn joined<T>(&self, last: usize, one: impl Fn(usize) -> Option<T>) -> Option<Vec<T>> {
        let mut all = vec![one(last)?];
        let mut k = last;
        loop {
            // "le Ghana, le Kenya et la Tunisie"
            let join = k - usize::from(k > 0 && self.is(k - 1, &["DET"]));
            if join < 2 || !self.is(join - 1, &["COMMA", "AND"]) {
                break;
            }
            let Some(other) = one(join - 2) else { break };
            all.push(other);
            k = join - 2;
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
        let nations = self.joined(last, |k| self.nation(k))?;
        let each = (last + 1..=self.at + 2).any(|k| self.is(k, &["EACH"]))
            || self.mentions()[self.at].facets.get(Field::Count) == Some("1");
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
