//! What wants a holder: a medal, a title or a licence that a sentence tells of somebody.

use super::scene::Scene;
use crate::extract::mention::Mention;
use crate::rules::Table;
use crate::vocabulary::{Field, is_goal};

/// Mentions that say themselves what somebody before them did.
pub(super) const PREDICATES: &[&str] = &["PODIUM", "STRUCK", "QUALIFY"];

/// How far behind a verb of qualifying the Games are named.
const AIM: usize = 8;

/// A medal, a title or a licence of a sentence, for which a holder is sought.
pub(super) struct Focus<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    /// Its place among the mentions.
    pub(super) at: usize,
    /// The table that it can give a fact to.
    pub(super) table: Table,
    /// The mention; a bare number says what it counts, too.
    pub(super) mention: Mention,
}

impl<'s, 'a> Focus<'s, 'a> {
    /// The focus at a place of a sentence, where there is one that can be somebody's.
    pub(super) fn of(scene: &'s Scene<'a>, at: usize) -> Option<Focus<'s, 'a>> {
        let echo = scene.echo(at);
        let table = if echo.is_some() { Table::Medals } else { scene.table(at)? };
        let mention = &scene.mentions[at];
        let mention = Mention { facets: echo.unwrap_or_else(|| mention.facets.clone()), ..mention.clone() };
        let elsewhere = scene.others_bracket(at) || scene.named(at) || scene.contested(at);
        (!elsewhere).then_some(Focus { scene, at, table, mention })
    }

    /// True for a focus with one of some tags.
    pub(super) fn is(&self, tags: &[&str]) -> bool {
        self.scene.any(&self.mention, tags)
    }

    /// True for a title: "the champion of Asia".
    pub(super) fn is_title(&self) -> bool {
        self.is(&["TITLE"])
    }

    /// True for what says itself what somebody did.
    pub(super) fn is_predicate(&self) -> bool {
        self.is(PREDICATES)
    }

    /// True where it says how many it is of.
    pub(super) fn has_count(&self) -> bool {
        self.mention.facets.has(Field::Count)
    }

    /// True for more than one.
    pub(super) fn is_several(&self) -> bool {
        self.mention.facets.number(Field::Count).is_some_and(|n| n > 1)
    }

    /// True for medals of whatever colour.
    pub(super) fn is_total(&self) -> bool {
        self.mention.facets.get(Field::Medal) == Some("total")
    }

    /// True for a place at the Games that is one of a row: "the eighth place at the Games".
    pub(super) fn is_nth(&self) -> bool {
        let named = self.mention.facets.get(Field::Competition).is_some_and(is_goal);
        named && self.at > 0 && self.scene.any(&self.scene.mentions[self.at - 1], &["ORD"])
    }
}

impl Scene<'_> {
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
        self.mentions[at..].iter().take(AIM).any(|m| {
            self.any(m, &["COMP"]) && m.facets.get(Field::Competition).is_some_and(|c| c.ends_with("lympic Games"))
        })
    }

    /// True in brackets right behind somebody beaten or a team that no list knows: "ahead of Indonesia (87-80-109)",
    /// "Catalonia, third (80-90-74)".
    fn others_bracket(&self, at: usize) -> bool {
        let is = |k: &usize, tags: &[&str]| self.any(&self.mentions[*k], tags);
        let opens = (0..at).rev().take_while(|k| self.depth[*k] > 0).find(|k| is(k, &["OPEN"]));
        let Some(before) = opens.and_then(|k| k.checked_sub(1)) else { return false };
        let name = (0..=before).rev().find(|k| !is(k, &["COMMA", "ORD"]));
        let lead = name.and_then(|k| (0..k).rev().find(|k| !is(k, &["CAP", "CITY", "DET"])));
        let beaten = lead.is_some_and(|k| is(&k, &["BEAT", "LOSE"]));
        let unknown = name.is_some_and(|k| is(&k, &["CAP", "CITY"]))
            && lead.is_none_or(|k| is(&k, &["AND", "BEAT", "COMMA", "LOSE", "SEMI"]))
            || beaten && name.is_some_and(|k| k < before && is(&k, &["COUNTRY", "SQUAD"]));
        is(&before, &["BEAT", "LOSE"]) || unknown
    }

    /// True for a medal that is only contested: "they meet in the final for gold".
    fn contested(&self, at: usize) -> bool {
        let mut lead = self.mentions[..at].iter().rev().filter(|m| !self.any(m, &["DET", "WORD"]));
        let medal = self.any(&self.mentions[at], &["MEDAL"]) && !self.mentions[at].facets.has(Field::Count);
        let aim = lead.next().is_some_and(|m| self.any(m, &["FOR"]));
        medal && aim && lead.next().is_some_and(|m| self.any(m, &["ATTEND"]))
    }

    /// True within a name: the programme "Road to Gold".
    fn named(&self, at: usize) -> bool {
        let sentence = self.sentence();
        let m = &self.mentions[at];
        let back = |n: usize| at.checked_sub(n).map(|k| &self.mentions[k]);
        let proper = |m: Option<&Mention>| m.is_some_and(|m| self.any(m, &["CAP"]));
        let capital = m.tokens.len() == 1 && sentence.tokens[m.tokens.start].is_capitalised();
        let joins = back(1).is_some_and(|b| self.any(b, &["TO", "FOR", "OF"]));
        capital && !sentence.heading && (proper(back(1)) || joins && proper(back(2)))
    }
}
