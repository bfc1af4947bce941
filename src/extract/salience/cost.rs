//! How dear a holder is for a focus, by the words between the two, the words before it and its place in the sentence.

use super::focus::Focus;
use super::holders::{HOLDERS, Holder};
use crate::extract::antecedent::GOVERNS;
use crate::extract::mention::Mention;
use crate::extract::standing::{Standing, standing};
use crate::vocabulary::Field;

/// Dearer than this no holder is believed.
const DEAREST: i32 = 70;

/// Dearer than this a pronoun before a medal is not believed: the sentence has spoken of others since.
const PRONOUN: i32 = 29;

/// What it costs to stand before a licence without a verb of having it.
const UNTOLD: i32 = 60;

/// From so many medals on, a person is a dear holder: so many are a team's.
const MANY: i32 = 4;

/// Words that hand something to what follows.
const HANDS: &[&str] = &["FOR", "BY", "TO", "GOTO", "COLON", "DASH", "INCLUDING", "BECOME"];

/// Words by which somebody before them has what follows.
const HAVE: &[&str] = &["WIN", "BECOME", "GOTO", "FINISH", "STRUCK", "QUALIFY", "WITH", "POSS"];

/// Words that make of a name behind them the aim or the owner of something else.
const OBLIQUE: &[&str] = &["OF", "BY", "TO", "FOR"];

/// What stands between a holder and a focus.
struct Gap<'s> {
    /// True where the holder stands before the focus.
    before: bool,
    /// The mentions between them, asides left out.
    between: Vec<&'s Mention>,
    /// The mention before the holder.
    lead: Option<&'s Mention>,
}

impl<'s> Focus<'s, '_> {
    /// The cheapest of the holders, where it is cheap enough to be believed.
    pub(super) fn cheapest<'h>(&self, holders: &'h [Holder]) -> Option<&'h Holder> {
        let aside = |h: &Holder| self.scene.depth[h.at.start] > self.scene.depth[self.at];
        let price = |h: &Holder| if self.is_title() { self.apposed(h) } else { self.cost(h) };
        holders
            .iter()
            .filter(|h| !h.at.contains(&self.at) && !aside(h))
            .map(|h| (price(h), h))
            .min_by_key(|(cost, h)| (*cost, h.at.start.abs_diff(self.at)))
            .filter(|(cost, h)| *cost <= self.dearest(h))
            .map(|(_, holder)| holder)
    }

    /// The cost up to which a holder is believed: a pronoun says less than a name, a place at Games is told with a verb, and
    /// what a team did on the podium is told of it by name.
    fn dearest(&self, holder: &Holder) -> i32 {
        let before = holder.at.end <= self.at;
        match &*holder.who[0].tag {
            "PERSON" if before && holder.who.len() == 1 && self.is(&["LICENCE"]) => UNTOLD - 1,
            "PRON" if before && self.is(&["MEDAL"]) => PRONOUN,
            "PRON" | "SQUAD" | "PEOPLE" | "COUNTRY" if self.is(&["PODIUM", "STRUCK"]) => 0,
            _ => DEAREST,
        }
    }

    /// The mentions between a holder and the focus, asides left out, and the one before the holder.
    fn gap(&self, holder: &Holder) -> Gap<'s> {
        let scene = self.scene;
        let before = holder.at.end <= self.at;
        let range = if before { holder.at.end..self.at } else { self.at + 1..holder.at.start };
        let near = range.filter(|k| scene.depth[*k] <= scene.depth[self.at]);
        let between = near.map(|k| &scene.mentions[k]).collect();
        Gap { before, between, lead: holder.at.start.checked_sub(1).map(|k| &scene.mentions[k]) }
    }

    /// True where one of some words stands before the holder.
    fn is_led(&self, gap: &Gap<'_>, tags: &[&str]) -> bool {
        gap.lead.is_some_and(|l| self.scene.any(l, tags))
    }

    /// How far a title is from the holder that it describes: only light words stand between.
    fn apposed(&self, holder: &Holder) -> i32 {
        let gap = self.gap(holder);
        let mut cost = if gap.before { 0 } else { 20 };
        cost += gap.between.iter().map(|m| self.apposition(m)).sum::<i32>();
        if !gap.before && self.is_led(&gap, GOVERNS) {
            cost += 60;
        }
        cost
    }

    /// What a word between a title and its holder costs.
    fn apposition(&self, m: &Mention) -> i32 {
        match self.scene.name(m) {
            _ if self.scene.joins(m) => 3,
            "COMMA" | "DET" | "ONE" | "OLD" | "DASH" | "ATHLETE" | "ROLE" | "DEMONYM" | "GENDER" | "SPORT" => 3,
            "BECOME" | "AND" | "TERM" | "TITLE" | "RELATIVE" | "YEAR" | "ORD" => 6,
            "SEMI" | "STOP" | "BUT" | "COLON" | "BEAT" | "LOSE" | "SAID" | "OF" | "WIN" => 80,
            name if HOLDERS.contains(&name) => 80,
            _ => 20,
        }
    }

    /// How far a holder is from a medal or a licence, in tenths of a word that speaks against them.
    fn cost(&self, holder: &Holder) -> i32 {
        let gap = self.gap(holder);
        let words: i32 = (0..gap.between.len()).map(|k| self.distance(&gap, k)).sum();
        let near = words + self.governed(holder, &gap);
        // "Crowned on Monday, Anna Kiss ...": what a sentence begins with is said of its subject.
        if !gap.before && self.is_predicate() && self.at == 0 && self.is_led(&gap, &["COMMA"]) {
            return near;
        }
        let role = if gap.before { self.as_subject(&gap) } else { self.as_receiver(&gap) };
        near + role + self.too_many(holder)
    }

    /// What a word between a holder and a medal or a licence costs.
    fn distance(&self, gap: &Gap<'_>, k: usize) -> i32 {
        let led = || k.checked_sub(1).is_some_and(|p| self.scene.any(gap.between[p], GOVERNS));
        match self.scene.name(gap.between[k]) {
            "SEMI" | "STOP" => 80,
            "BUT" => 50,
            // "A, who won": the clause is the holder's own.
            "TERM" if gap.before && k <= 1 => 0,
            "TERM" => 25,
            "QUOTE" => 20,
            "COLON" | "DASH" | "LICENCE" => 10,
            "BEAT" | "LOSE" => 15,
            "MEDAL" | "TITLE" | "PODIUM" | "STRUCK" if gap.before => 5,
            "MEDAL" | "TITLE" | "PODIUM" | "STRUCK" => 40,
            "COMMA" => 5,
            name if HOLDERS.contains(&name) && led() => 10,
            name if HOLDERS.contains(&name) => 40,
            _ => 1,
        }
    }

    /// What it costs to be a place, somebody beaten or a partner.
    fn governed(&self, holder: &Holder, gap: &Gap<'_>) -> i32 {
        // "Beat Anna Kiss, second in Rome": what stands right behind a name is said of it.
        let said = gap.before && gap.between.len() <= 1 && gap.between.iter().all(|m| self.scene.any(m, &["COMMA"]));
        if self.is_led(gap, GOVERNS) || !said && self.beside(holder) { 60 } else { 0 }
    }

    /// True for a beaten opponent, and for a partner of somebody named before.
    fn beside(&self, holder: &Holder) -> bool {
        let (scene, first) = (self.scene, holder.at.start);
        let subject = scene.mentions[..first].iter().any(|m| scene.any(m, &["PERSON", "PRON", "REF"]));
        let person = scene.any(&scene.mentions[first], &["PERSON"]);
        person && subject && standing(scene.document, scene.mentions, first) >= Standing::Partner
    }

    /// What it costs to stand before a medal or a licence: little where a verb of having it stands between.
    fn as_subject(&self, gap: &Gap<'_>) -> i32 {
        let has = self.is_predicate() || gap.between.iter().any(|m| self.scene.any(m, HAVE) || self.scene.joins(m));
        let verb = if has {
            0
        } else if self.is(&["LICENCE"]) {
            // A place or a ticket is somebody's only where a verb says so.
            UNTOLD
        } else {
            20
        };
        verb + if self.is_led(gap, OBLIQUE) { 15 } else { 0 }
    }

    /// What it costs to stand behind a medal or a licence: little where a word hands it over.
    fn as_receiver(&self, gap: &Gap<'_>) -> i32 {
        let joined = gap.lead.is_some_and(|l| self.scene.joins(l));
        let handed = joined || self.is_led(gap, HANDS);
        let predicate = if self.is_predicate() && !joined { 40 } else { 0 };
        predicate + if handed { 10 } else { 60 }
    }

    /// What it costs persons to have as many medals as only a team has.
    fn too_many(&self, holder: &Holder) -> i32 {
        let count = self.mention.facets.number(Field::Count).unwrap_or(1);
        let people = holder.who.iter().filter(|w| w.tag == "PERSON").count();
        if people > 0 && count >= MANY && count as usize != people { 30 } else { 0 }
    }
}
