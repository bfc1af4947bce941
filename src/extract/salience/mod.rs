//! Who holds a medal or a licence that no rule gives to anybody: the most salient holder near it.
//!
//! Every holder of the sentence gets a cost by the words between it and the medal, in the manner of the
//! salience weights of Lappin and Leass (1994, <https://aclanthology.org/J94-4002>); the cheapest takes it.
//! A bracket is an aside: what stands in it costs nothing to what stands around it.

mod numbers;
mod portrait;

use std::ops::Range;

use crate::extract::Document;
use crate::extract::antecedent::GOVERNS;
use crate::extract::location::locates;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::shares::in_people;
use crate::extract::standing::{Standing, standing};
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, is_goal};

/// The id that statements of this stage carry in place of a rule's.
pub(super) const RULE: &str = "nearest-holder";

/// Dearer than this no holder is believed.
const DEAREST: i32 = 70;

/// Dearer than this a pronoun before a medal is not believed: the sentence has spoken of others since.
const PRONOUN: i32 = 29;

/// What it costs to stand before a licence without a verb of having it.
const UNTOLD: i32 = 60;

/// From so many medals on, a person is a dear holder: so many are a team's.
const MANY: i32 = 4;

/// How far a pronoun may stand before the medal that it is to hold, where the sentence speaks of others too: "his second gold".
const POSSESSED: usize = 2;

/// Who may hold a medal or a licence.
const HOLDERS: &[&str] = &["PERSON", "COUNTRY", "SQUAD", "REF", "PEOPLE", "PRON"];

/// Words that hand something to what follows.
const HANDS: &[&str] = &["FOR", "BY", "TO", "GOTO", "COLON", "DASH", "INCLUDING", "BECOME"];

/// Words by which somebody before them has what follows.
const HAVE: &[&str] = &["WIN", "BECOME", "GOTO", "FINISH", "STRUCK", "QUALIFY", "WITH", "POSS"];

/// Mentions that say themselves what somebody before them did.
const PREDICATES: &[&str] = &["PODIUM", "STRUCK", "QUALIFY"];

/// Somebody, or several joined, who may hold what stands near.
struct Holder {
    /// Its mentions in the sentence.
    at: Range<usize>,
    who: Vec<Who>,
}

/// One sentence, as the costs see it.
struct Scene<'a> {
    document: &'a Document<'a>,
    index: usize,
    mentions: &'a [Mention],
    /// How deep in brackets each mention stands.
    depth: Vec<i32>,
}

/// The most people who win one medal between them and are named in a row.
const CREW: usize = 4;

/// Adds a statement for each medal and licence, after all those of rules.
pub(super) fn attach(document: &Document<'_>, statements: &mut Vec<Statement>) {
    for index in 0..document.sentences.len() {
        if document.sentences[index].question {
            continue;
        }
        let scene = Scene::of(document, index);
        let holders = scene.holders();
        for at in 0..scene.mentions.len() {
            statements.extend(scene.statement(at, &holders).or_else(|| scene.reference(at)));
        }
    }
}

impl<'a> Scene<'a> {
    fn of(document: &'a Document<'a>, index: usize) -> Scene<'a> {
        let mut scene = Scene { document, index, mentions: &document.sentences[index].mentions, depth: Vec::new() };
        let mut depth = 0;
        for m in scene.mentions {
            let closes = scene.any(m, &["CLOSE"]);
            depth += i32::from(scene.any(m, &["OPEN"]));
            scene.depth.push(depth);
            depth = (depth - i32::from(closes)).max(0);
        }
        scene
    }

    fn name(&self, m: &Mention) -> &'a str {
        self.document.pack.tags.name(m.tag)
    }

    fn any(&self, m: &Mention, tags: &[&str]) -> bool {
        self.document.any(m, tags)
    }

    /// True for a verb that only joins what stands on its two sides.
    fn joins(&self, m: &Mention) -> bool {
        let tokens = &self.document.sentences[self.index].tokens;
        let copulas = &self.document.pack.language.copulas;
        m.tokens.len() == 1 && copulas.iter().any(|c| *c == tokens[m.tokens.start].folded)
    }

    /// The table that a mention can give a fact to.
    fn table(&self, at: usize) -> Option<Table> {
        let m = &self.mentions[at];
        match self.name(m) {
            "MEDAL" | "PODIUM" | "STRUCK" | "TITLE" if m.facets.has(Field::Medal) => Some(Table::Medals),
            "TALLY" => Some(Table::Medals),
            "LICENCE" => Some(Table::Licenses),
            "QUALIFY" if self.aims_at_games(at) => Some(Table::Licenses),
            _ => None,
        }
    }

    /// True where the Games are named soon behind a verb of qualifying.
    fn aims_at_games(&self, at: usize) -> bool {
        self.mentions[at..].iter().take(8).any(|m| {
            self.any(m, &["COMP"]) && m.facets.get(Field::Competition).is_some_and(|c| c.ends_with("lympic Games"))
        })
    }

    fn statement(&self, at: usize, holders: &[Holder]) -> Option<Statement> {
        if let Some((focus, nation)) = self.parted(at) {
            let tokens = self.mentions[at].tokens.clone();
            return Some(self.made(Table::Medals, vec![nation], (focus, &tokens), (Facets::new(), tokens.clone()), at));
        }
        let echo = self.echo(at);
        let table = if echo.is_some() { Table::Medals } else { self.table(at)? };
        let mention = &self.mentions[at];
        let focus = &Mention { facets: echo.unwrap_or_else(|| mention.facets.clone()), ..mention.clone() };
        if self.others_bracket(at) || self.named(at) {
            return None;
        }
        let title = self.any(focus, &["TITLE"]);
        let price = |h: &Holder| if title { self.apposed(at, h) } else { self.cost(at, h) };
        let aside = |h: &Holder| self.depth[h.at.start] > self.depth[at];
        let best = holders
            .iter()
            .filter(|h| !h.at.contains(&at) && !aside(h))
            .map(|h| (price(h), h))
            .min_by_key(|(cost, h)| (*cost, h.at.start.abs_diff(at)))
            .filter(|(cost, h)| *cost <= self.dearest(focus, h, at));
        let (who, from) = match best {
            Some((_, holder)) => (holder.who.clone(), holder.at.start),
            None if title && self.of_titles_alone(at, holders) => (vec![self.portrayed()?], at),
            // A verb that says all by itself has its subject in its own sentence.
            None if title && !self.becomes(at, holders) || self.any(focus, &["PODIUM", "STRUCK", "QUALIFY"]) => {
                return None;
            }
            None => (self.carried(holders, at, table)?, at),
        };
        // "India's quota" in passing counts nothing.
        let team = !who.iter().any(|w| ["PERSON", "PRON", "REF"].contains(&&*w.tag));
        let counted = focus.facets.number(Field::Count).is_some_and(|n| n > 1);
        // Nor does "a medal", and a sum of medals is near many a name that is not its holder's.
        let one = who.iter().any(|w| w.tag == "PERSON" || w.facets.get(Field::Number) == Some("singular"));
        let sum = self.any(focus, &["MEDAL"]) && focus.facets.get(Field::Medal) == Some("total");
        if sum && (one || !counted) {
            return None;
        }
        let named = focus.facets.get(Field::Competition).is_some_and(is_goal);
        let nth = named && at > 0 && self.any(&self.mentions[at - 1], &["ORD"]);
        if self.any(focus, &["LICENCE"]) && team && !focus.facets.has(Field::Count) && !nth {
            return None;
        }
        // Nobody holds several places by himself: a number near a name counts those of others.
        if table == Table::Licenses && counted && who.len() == 1 && who[0].tag == "PERSON" {
            return None;
        }
        // "33 boxers won their place": a number of people has them, nobody named elsewhere.
        let people = || in_people(self.document, &self.document.sentences[self.index]);
        let one = who.iter().any(|w| w.tag == "PERSON" || w.facets.get(Field::Number) == Some("singular"));
        if best.is_none() && !one && table == Table::Licenses && !focus.facets.has(Field::Count) && people() {
            return None;
        }
        // "Their medallists of 1996, 2000 and 2004" does not say who won what.
        if title && focus.facets.get(Field::Medal) == Some("total") && who.len() > 1 {
            return None;
        }
        let predicate = self.any(focus, PREDICATES);
        let span = self.mentions[from.min(at)].tokens.start..self.mentions[from.max(at)].tokens.end;
        let mut fields = Facets::new();
        if who.len() > 1 && who[0].tag == "COUNTRY" && self.each() {
            fields.set(Field::Each, "true");
        }
        // A title is a person's, as is a licence without a number; who qualified is said by rules.
        let licence = self.any(focus, &["LICENCE", "QUALIFY"]);
        if (title || licence) && !counted && !nth {
            fields.set(Field::Holder, "athlete");
        }
        if title {
            fields.set(Field::Status, "won");
        } else if let Some(s) = status::of(self.document, self.index, &span, &focus.tokens, table) {
            // What is hoped for by somebody near is too vague without a number or a colour, and "no place" is of many things.
            let vague = !focus.facets.has(Field::Count)
                && (predicate || focus.facets.get(Field::Medal).is_none_or(|m| m == "total"));
            let aim = ["target", "missed"].contains(&&*s) && table == Table::Medals && team && !counted;
            if aim || vague && (s != "missed" || table == Table::Licenses) {
                return None;
            }
            fields.set(Field::Status, s);
        } else if self.supposed() {
            // Beyond the reach of the cue, but told under the same supposition: nobody near is believed.
            return None;
        }
        Some(self.made(table, who, (focus.facets.clone(), &focus.tokens), (fields, span), at))
    }

    /// The cost up to which a holder is believed: a pronoun says less than a name, a place at Games is told with a verb, and
    /// what a team did on the podium is told of it by name.
    fn dearest(&self, focus: &Mention, holder: &Holder, at: usize) -> i32 {
        let before = holder.at.end <= at;
        match &*holder.who[0].tag {
            "PERSON" if before && holder.who.len() == 1 && self.any(focus, &["LICENCE"]) => UNTOLD - 1,
            "PRON" if before && self.any(focus, &["MEDAL"]) => PRONOUN,
            "PRON" | "SQUAD" | "PEOPLE" | "COUNTRY" if self.any(focus, &["PODIUM", "STRUCK"]) => 0,
            _ => DEAREST,
        }
    }

    /// A statement of this stage: of whom, about what (its facets and where it stands), and what is said of it where.
    fn made(
        &self,
        table: Table,
        who: Vec<Who>,
        (focus, tokens): (Facets, &Range<usize>),
        (fields, span): (Facets, Range<usize>),
        at: usize,
    ) -> Statement {
        Statement {
            table,
            stage: u8::MAX,
            rule: RULE.to_owned(),
            priority: 0,
            confidence: 0.6,
            sentence: self.index,
            who,
            focus,
            tokens: tokens.clone(),
            span,
            fields,
            of: self.row(at),
        }
    }

    /// True where somebody whom the sentence does not name becomes, or goes in as, what a title says.
    fn becomes(&self, at: usize, holders: &[Holder]) -> bool {
        let named = holders.iter().any(|h| h.who.iter().any(|w| w.tag == "PERSON"));
        let lead = self.mentions[..at].iter().rev().find(|m| !self.any(m, &["DET", "ONE"]));
        !named && lead.is_some_and(|l| self.any(l, &["IN", "BECOME"]))
    }

    /// "The champion of Asia aims high": whom the words stand for has the title that they say.
    fn reference(&self, at: usize) -> Option<Statement> {
        let m = &self.mentions[at];
        let colour = m.facets.get(Field::Medal).is_some_and(|c| c != "total");
        let one = m.facets.get(Field::Number) != Some("plural");
        let opens =
            at.checked_sub(1).is_none_or(|k| self.any(&self.mentions[k], &["COMMA", "STOP", "SEMI", "DASH", "QUOTE"]));
        let apart = !self.mentions.get(at + 1).is_some_and(|n| self.any(n, &["COMMA", "PERSON", "AND", "OF"]));
        if !(self.any(m, &["REF"]) && colour && one && opens && apart && m.facets.has(Field::Basis)) {
            return None;
        }
        let mut fields = Facets::new();
        fields.set(Field::Status, "won");
        let who = vec![Who::of(self.document, m)];
        Some(self.made(Table::Medals, who, (m.facets.clone(), &m.tokens), (fields, m.tokens.clone()), at))
    }

    /// True where the sentence, or the one before it in the paragraph, only foretells or supposes.
    fn supposed(&self) -> bool {
        let sentences = &self.document.sentences;
        let own = &sentences[self.index];
        let before = self.index.checked_sub(1).map(|i| &sentences[i]).filter(|s| s.paragraph == own.paragraph);
        let foretells = |s: &Sentence, tags: &[&str]| s.mentions.iter().any(|m| self.any(m, tags));
        foretells(own, &["FORECAST", "COND"]) || before.is_some_and(|s| foretells(s, &["FORECAST"]))
    }

    /// True in brackets right behind somebody beaten: "ahead of Indonesia (87-80-109)".
    fn others_bracket(&self, at: usize) -> bool {
        let opens = (0..at).rev().take_while(|k| self.depth[*k] > 0).find(|k| self.any(&self.mentions[*k], &["OPEN"]));
        opens.and_then(|k| k.checked_sub(1)).is_some_and(|k| self.any(&self.mentions[k], &["BEAT", "LOSE"]))
    }

    /// True within a name: the programme "Road to Gold".
    fn named(&self, at: usize) -> bool {
        let sentence = &self.document.sentences[self.index];
        let m = &self.mentions[at];
        let back = |n: usize| at.checked_sub(n).map(|k| &self.mentions[k]);
        let proper = |m: Option<&Mention>| m.is_some_and(|m| self.any(m, &["CAP"]));
        let capital = m.tokens.len() == 1 && sentence.tokens[m.tokens.start].is_capitalised();
        let joins = back(1).is_some_and(|b| self.any(b, &["TO", "FOR", "OF"]));
        capital && !sentence.heading && (proper(back(1)) || joins && proper(back(2)))
    }

    /// How many medals stand in a row with this one, joined and without a number, and which of them it is:
    /// "silver and bronze were theirs" gives one to each.
    fn row(&self, at: usize) -> (usize, usize) {
        let bare = |k: usize| self.any(&self.mentions[k], &["MEDAL"]) && !self.mentions[k].facets.has(Field::Count);
        let joins = |k: usize| self.any(&self.mentions[k], &["COMMA", "AND"]);
        if !bare(at) {
            return (0, 1);
        }
        let (mut first, mut k) = (at, 0);
        while first >= 2 && joins(first - 1) && bare(first - 2) {
            first -= 2;
            k += 1;
        }
        let (mut last, mut n) = (at, k + 1);
        while last + 2 < self.mentions.len() && joins(last + 1) && bare(last + 2) {
            last += 2;
            n += 1;
        }
        (k, n)
    }

    /// The holders of the sentence; persons or countries that are joined are one.
    fn holders(&self) -> Vec<Holder> {
        let mut out: Vec<Holder> = Vec::new();
        let each = self.each();
        let holds = |at: usize, m: &Mention| self.any(m, HOLDERS) && !locates(self.document, self.mentions, at);
        for (at, m) in self.mentions.iter().enumerate().filter(|(at, m)| holds(*at, m)) {
            let who = Who::of(self.document, m);
            let list = |tag: &str| ["PERSON", "COUNTRY"].contains(&tag);
            if let Some(last) = out.last_mut().filter(|l| l.who[0].tag == who.tag && list(&who.tag)) {
                let between: Vec<&Mention> = (last.at.end..at)
                    .filter(|k| self.depth[*k] <= self.depth[at])
                    .map(|k| &self.mentions[k])
                    .filter(|m| !(each && self.any(m, &["DET"])))
                    .collect();
                let joined =
                    (1..=2).contains(&between.len()) && between.iter().all(|b| self.any(b, &["COMMA", "AND", "SLASH"]));
                if joined {
                    last.at.end = at + 1;
                    last.who.push(who);
                    continue;
                }
            }
            out.push(Holder { at: at..at + 1, who: vec![who] });
        }
        out
    }

    /// True for a sentence that says a number of each: "with three each come Cuba, India and Iran".
    fn each(&self) -> bool {
        let mut said = self.mentions.iter().filter(|m| self.any(m, &["EACH"]));
        let counted = self.mentions.iter().filter(|m| m.facets.number(Field::Count).is_some_and(|n| n > 1)).count();
        said.next().is_some() && counted == 1
    }

    /// Who is spoken of where the sentence names nobody: whom its pronoun stands for, else the only holder of the
    /// sentence before in the paragraph.
    fn carried(&self, own: &[Holder], at: usize, table: Table) -> Option<Vec<Who>> {
        // A licence is of whom the sentence has named before it.
        let reach = if table == Table::Licenses { at } else { self.mentions.len() };
        if let Some(k) = self.mentions[..reach].iter().position(|m| self.any(m, &["POSSPRON", "PRON"])) {
            let m = &self.mentions[k];
            // One who stands behind or far off is as often another as the one who won, unless the sentence begins with it.
            if table == Table::Medals && k > 0 && (k > at || at - k > POSSESSED) {
                return None;
            }
            return Some(vec![Who { tag: "PRON".into(), facets: m.facets.clone(), token: m.tokens.start }]);
        }
        let before = self.index.checked_sub(1).filter(|_| own.is_empty())?;
        let sentences = &self.document.sentences;
        if sentences[before].paragraph != sentences[self.index].paragraph {
            return None;
        }
        let holders = Scene::of(self.document, before).holders();
        // A team that is named twice, the second time without its country, is one.
        let named = |h: &&Holder| h.who.iter().any(|w| w.tag != "SQUAD" || w.facets.has(Field::Country));
        let mut holders = holders.iter().filter(named);
        let first = holders.next().filter(|one| one.who.iter().all(|w| w.tag != "PRON"))?;
        let country = |h: &Holder| h.who.first().and_then(|w| w.facets.get(Field::Country)).map(str::to_owned);
        let team = |h: &Holder| h.who.iter().all(|w| w.tag == "SQUAD" || w.tag == "COUNTRY");
        let same = |h: &Holder| team(first) && team(h) && country(h) == country(first);
        // Nine people of a list do not share the medal of the next sentence.
        let crew = table == Table::Licenses || first.who.len() <= CREW;
        (crew && holders.all(same)).then(|| first.who.clone())
    }

    /// The mentions between a holder and a focus, asides left out, and the one before the holder.
    fn between(&self, at: usize, holder: &Holder) -> (Vec<&Mention>, Option<&Mention>) {
        let range = if holder.at.end <= at { holder.at.end..at } else { at + 1..holder.at.start };
        let between = range.filter(|k| self.depth[*k] <= self.depth[at]).map(|k| &self.mentions[k]).collect();
        (between, holder.at.start.checked_sub(1).map(|k| &self.mentions[k]))
    }

    /// How far a title is from the holder that it describes: only light words stand between.
    fn apposed(&self, at: usize, holder: &Holder) -> i32 {
        let before = holder.at.end <= at;
        let (between, lead) = self.between(at, holder);
        let mut cost = if before { 0 } else { 20 };
        for m in between {
            cost += match self.name(m) {
                _ if self.joins(m) => 3,
                "COMMA" | "DET" | "ONE" | "OLD" | "DASH" | "ATHLETE" | "ROLE" | "DEMONYM" | "GENDER" | "SPORT" => 3,
                "BECOME" | "AND" | "TERM" | "TITLE" | "RELATIVE" | "YEAR" | "ORD" => 6,
                "SEMI" | "STOP" | "BUT" | "COLON" | "BEAT" | "LOSE" | "SAID" | "OF" | "WIN" => 80,
                name if HOLDERS.contains(&name) => 80,
                _ => 20,
            };
        }
        if !before && lead.is_some_and(|l| self.any(l, GOVERNS)) {
            cost += 60;
        }
        cost
    }

    /// True for a beaten opponent, and for a partner of somebody named before.
    fn beside(&self, holder: &Holder) -> bool {
        let first = holder.at.start;
        let subject = self.mentions[..first].iter().any(|m| self.any(m, &["PERSON", "PRON", "REF"]));
        let person = self.any(&self.mentions[first], &["PERSON"]);
        person && subject && standing(self.document, self.mentions, first) >= Standing::Partner
    }

    /// How far a holder is from a medal or a licence, in tenths of a word that speaks against them.
    fn cost(&self, at: usize, holder: &Holder) -> i32 {
        let before = holder.at.end <= at;
        let (between, lead) = self.between(at, holder);
        let mut cost = 0;
        for (k, m) in between.iter().enumerate() {
            let led = || k.checked_sub(1).is_some_and(|p| self.any(between[p], GOVERNS));
            cost += match self.name(m) {
                "SEMI" | "STOP" => 80,
                "BUT" => 50,
                // "A, who won": the clause is the holder's own.
                "TERM" if before && k <= 1 => 0,
                "TERM" => 25,
                "QUOTE" => 20,
                "COLON" | "DASH" | "LICENCE" => 10,
                "BEAT" | "LOSE" => 15,
                "MEDAL" | "TITLE" | "PODIUM" | "STRUCK" if before => 5,
                "MEDAL" | "TITLE" | "PODIUM" | "STRUCK" => 40,
                "COMMA" => 5,
                name if HOLDERS.contains(&name) => {
                    if led() {
                        10
                    } else {
                        40
                    }
                }
                _ => 1,
            };
        }
        // "Beat Anna Kiss, second in Rome": what stands right behind a name is said of it.
        let said = before && between.len() <= 1 && between.iter().all(|m| self.any(m, &["COMMA"]));
        if lead.is_some_and(|l| self.any(l, GOVERNS)) || !said && self.beside(holder) {
            cost += 60;
        }
        let focus = &self.mentions[at];
        let predicate = self.any(focus, PREDICATES);
        if before {
            let has = predicate || between.iter().any(|m| self.any(m, HAVE) || self.joins(m));
            // A place or a ticket is somebody's only where a verb says so.
            let licence = self.any(focus, &["LICENCE"]);
            cost += if has {
                0
            } else if licence {
                UNTOLD
            } else {
                20
            };
            if lead.is_some_and(|l| self.any(l, &["OF", "BY", "TO", "FOR"])) {
                cost += 15;
            }
        } else {
            let joined = lead.is_some_and(|l| self.joins(l));
            // "Crowned on Monday, Anna Kiss ...": what a sentence begins with is said of its subject.
            if predicate && at == 0 && lead.is_some_and(|l| self.any(l, &["COMMA"])) {
                return cost;
            }
            let handed = joined || lead.is_some_and(|l| self.any(l, HANDS));
            cost += if handed { 10 } else { 60 };
            if predicate && !joined {
                cost += 40;
            }
        }
        let count = focus.facets.number(Field::Count).unwrap_or(1);
        let people = holder.who.iter().filter(|w| w.tag == "PERSON").count();
        if people > 0 && count >= MANY && count as usize != people {
            cost += 30;
        }
        cost
    }
}
