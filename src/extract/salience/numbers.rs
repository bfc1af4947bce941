//! Bare numbers in a text that counts medals: what they count stands before them.

use super::scene::Scene;
use crate::extract::matching::Who;
use crate::extract::mention::Mention;
use crate::vocabulary::{Facets, Field};

/// What may stand between a number of medals and the country that has them.
const HANDED: &[&str] = &["WORD", "WIN", "GOTO", "TO", "FOR", "IN", "DET", "BY", "BECOME", "DASH", "POSS"];

/// Mentions in which a country follows such a number.
const HANDED_OVER: usize = 5;

/// Those who may be counted instead of medals.
const PEOPLE: &[&str] = &["ATHLETE", "ATHLETES", "ROLE", "TEAM"];

impl Scene<'_> {
    /// A bare number beside a country, in a text that counts medals: "Algeria, with 84", "Kenya (50)".
    /// It counts what was counted last before it in the paragraph.
    pub(super) fn echo(&self, at: usize) -> Option<Facets> {
        let m = &self.mentions[at];
        let tag =
            |k: Option<usize>, tags: &[&str]| k.and_then(|k| self.mentions.get(k)).is_some_and(|m| self.any(m, tags));
        let ends = at + 1 == self.mentions.len()
            || tag(Some(at + 1), &["COMMA", "STOP", "SEMI", "AND", "CLOSE", "TERM", "BUT", "OPEN", "DASH"]);
        let nation = &["COUNTRY", "PEOPLE", "REF", "SQUAD"];
        let back = |n: usize| at.checked_sub(n);
        let bracket = tag(back(1), &["OPEN"]) && tag(back(2), nation) && tag(Some(at + 1), &["CLOSE"]);
        let has = tag(back(1), &["WITH", "WIN"])
            && (tag(back(2), nation) || tag(back(2), &["COMMA"]) && tag(back(3), nation));
        if !self.any(m, &["NUM"]) || !ends || !(bracket || has) {
            return None;
        }
        self.counted_before(at)
    }

    /// A bare number as so many medals of the kind that was counted last before it.
    fn counted_before(&self, at: usize) -> Option<Facets> {
        let counted = |m: &&Mention| {
            self.any(m, &["MEDAL"])
                && m.facets.has(Field::Medal)
                && m.facets.number(Field::Count).is_some_and(|n| n > 1)
        };
        let sentences = &self.document.sentences;
        let here = sentences[self.index].paragraph;
        // "Senegal sent 14 wrestlers, fewer than Egypt (28)": these are wrestlers, whatever was counted before.
        let people =
            |k: &usize| self.any(&self.mentions[*k], PEOPLE) && *k > 0 && self.any(&self.mentions[k - 1], &["NUM"]);
        let kind = (0..at).rev().find(|k| counted(&&self.mentions[*k]) || people(k));
        if kind.is_some_and(|k| !counted(&&self.mentions[k])) {
            return None;
        }
        let own = kind.map(|k| &self.mentions[k]);
        let before = || {
            let earlier = sentences[..self.index].iter().rev().take(3).take_while(|s| s.paragraph + 1 >= here);
            earlier.flat_map(|s| s.mentions.iter().rev()).find(counted)
        };
        let last = own.or_else(before)?;
        let mut facets = self.mentions[at].facets.clone();
        facets.set(Field::Medal, last.facets.get(Field::Medal)?);
        Some(facets)
    }

    /// "Of the eleven golds five went to Uzbekistan. Three were Thailand's, two went to Kazakhstan and one to Mongolia": a
    /// clause that a number begins and a country ends.
    pub(super) fn parted(&self, at: usize) -> Option<(Facets, Who)> {
        let is = |k: usize, tags: &[&str]| self.mentions.get(k).is_some_and(|m| self.any(m, tags));
        let mut before = (0..at).rev().skip_while(|k| is(*k, &["ABOUT", "DET"]));
        let opens = is(at + 1, &["GOTO"]) || before.next().is_none_or(|k| is(k, &["COMMA", "AND", "SEMI"]));
        if !opens || !is(at, &["NUM", "ONE"]) {
            return None;
        }
        let plain = |k: &usize| self.document.is_literal(&self.mentions[*k]) || is(*k, HANDED);
        let next = (at + 1..self.mentions.len()).take(HANDED_OVER).find(|k| !plain(k))?;
        let nation = Some(next).filter(|k| is(*k, &["COUNTRY"]) || *k == at + 1 && is(*k, &["WHERE"]))?;
        let ends =
            nation + 1 == self.mentions.len() || is(nation + 1, &["COMMA", "STOP", "SEMI", "AND", "TERM", "BUT"]);
        // "... went to Kazakhstan and one Mongolia": the verb is said once.
        let handed = || (0..at).any(|k| is(k, &["GOTO", "WIN"]));
        if !ends || nation == at + 1 && !handed() {
            return None;
        }
        Some((self.counted_before(at)?, Who::of(self.document, &self.mentions[nation])))
    }
}
