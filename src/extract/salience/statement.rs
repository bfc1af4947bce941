//! What is said of the holder that is believed, and where nobody near is.

use std::ops::Range;

use super::focus::Focus;
use super::holders::Holder;
use super::scene::Scene;
use crate::extract::matching::{Statement, Who};
use crate::extract::shares::in_people;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// The id that statements of this stage carry in place of a rule's.
pub(crate) const RULE: &str = "nearest-holder";

/// What says when, where and in what a title was won.
const OF_A_TITLE: &[&str] = &[
    "IN",
    "OF",
    "DET",
    "COMP",
    "CITY",
    "YEAR",
    "DATE",
    "KM",
    "METRE",
    "DIST",
    "EVENT",
    "WEIGHT",
    "GENDER",
    "SPORT",
    "DISCIPLINE",
    "WHERE",
    "CAP",
    "MONTH",
    "RELATIVE",
    "ORD",
    "PARACLASS",
    "OPEN",
    "CLOSE",
];

/// What joins one more title to the one before.
const JOINS: &[&str] = &["COMMA", "AND", "TERM", "DET", "ONE", "FINISH", "WIN", "YEAR", "ORD"];

/// What one more title can be joined to.
const HEADS: &[&str] = &["TITLE", "MEDALLIST", "PODIUM", "MEDAL", "STRUCK"];

/// Whom a focus is given to.
struct Owner {
    who: Vec<Who>,
    /// The mention where they stand, or the focus itself.
    from: usize,
    /// True where a holder of the sentence was cheap enough; else they are carried over.
    near: bool,
}

impl Owner {
    /// Of a focus: the cheapest holder, else who is spoken of.
    fn of(focus: &Focus<'_, '_>, holders: &[Holder]) -> Option<Owner> {
        if let Some(holder) = focus.cheapest(holders) {
            return Some(Owner { who: holder.who.clone(), from: holder.at.start, near: true });
        }
        let (scene, at, title) = (focus.scene, focus.at, focus.is_title());
        let who = if title && scene.of_titles_alone(at, holders) {
            vec![scene.portrayed()?]
        } else if title && !scene.becomes(at, holders) || focus.is_predicate() {
            // A verb that says all by itself has its subject in its own sentence.
            return None;
        } else {
            scene.carried(holders, at, focus.table)?
        };
        Some(Owner { who, from: at, near: false })
    }

    /// True for one who is named, or said to be one.
    fn is_one(&self) -> bool {
        self.who.iter().any(|w| w.tag == "PERSON" || w.facets.get(Field::Number) == Some("singular"))
    }

    /// True where no person is named or meant.
    fn is_team(&self) -> bool {
        !self.who.iter().any(|w| ["PERSON", "PRON", "REF"].contains(&&*w.tag))
    }

    /// True where it can be the owner of a focus, by the numbers of both.
    fn can_have(&self, focus: &Focus<'_, '_>) -> bool {
        !(self.by_a_sum(focus) || self.in_passing(focus) || self.of_others(focus) || self.of_a_number(focus))
            // "Their medallists of 1996, 2000 and 2004" does not say who won what.
            && !(focus.is_title() && focus.is_total() && self.who.len() > 1)
    }

    /// True for "a medal", and for a sum of medals, which is near many a name that is not its holder's.
    fn by_a_sum(&self, focus: &Focus<'_, '_>) -> bool {
        focus.is(&["MEDAL"]) && focus.is_total() && (self.is_one() || !focus.is_several())
    }

    /// True for "India's quota" in passing, which counts nothing.
    fn in_passing(&self, focus: &Focus<'_, '_>) -> bool {
        focus.is(&["LICENCE"]) && self.is_team() && !focus.has_count() && !focus.is_nth()
    }

    /// True for several places of one person: nobody holds them by himself, a number near a name counts those of others.
    fn of_others(&self, focus: &Focus<'_, '_>) -> bool {
        focus.table == Table::Licenses && focus.is_several() && self.who.len() == 1 && self.who[0].tag == "PERSON"
    }

    /// True for "33 boxers won their place": a number of people has them, nobody named elsewhere.
    fn of_a_number(&self, focus: &Focus<'_, '_>) -> bool {
        let people = || in_people(focus.scene.document, focus.scene.sentence());
        !self.near && !self.is_one() && focus.table == Table::Licenses && !focus.has_count() && people()
    }

    /// True where a status says too little of a focus: what is hoped for by somebody near is too vague without a number or
    /// a colour, and "no place" is of many things.
    fn is_vague(&self, focus: &Focus<'_, '_>, status: &str) -> bool {
        let colour = focus.mention.facets.get(Field::Medal).is_some_and(|m| m != "total");
        let vague = !focus.has_count() && (focus.is_predicate() || !colour);
        let medals = focus.table == Table::Medals;
        let aim = ["target", "missed"].contains(&status) && medals && self.is_team() && !focus.is_several();
        aim || vague && (status != "missed" || !medals)
    }
}

impl Scene<'_> {
    /// What the sentence says of the medal, title or licence at a place, where somebody is believed to have it.
    pub(super) fn statement(&self, at: usize, holders: &[Holder]) -> Option<Statement> {
        if let Some((focus, nation)) = self.parted(at) {
            let tokens = self.mentions[at].tokens.clone();
            return Some(self.made(Table::Medals, vec![nation], (focus, &tokens), (Facets::new(), tokens.clone()), at));
        }
        let focus = Focus::of(self, at)?;
        let owner = Owner::of(&focus, holders).filter(|o| o.can_have(&focus))?;
        let (first, last) = (owner.from.min(at), owner.from.max(at));
        let span = self.mentions[first].tokens.start..self.mentions[last].tokens.end;
        let fields = self.fields(&focus, &owner, &span)?;
        let Focus { table, mention, .. } = focus;
        Some(self.made(table, owner.who, (mention.facets, &mention.tokens), (fields, span), at))
    }

    /// What is said of a focus beyond its own words; none where its owner is not to be believed.
    fn fields(&self, focus: &Focus<'_, '_>, owner: &Owner, span: &Range<usize>) -> Option<Facets> {
        let mut fields = Facets::new();
        if owner.who.len() > 1 && owner.who[0].tag == "COUNTRY" && self.each() {
            fields.set(Field::Each, "true");
        }
        // A title is a person's, as is a licence without a number; who qualified is said by rules.
        let licence = focus.is(&["LICENCE", "QUALIFY"]);
        if (focus.is_title() || licence) && !focus.is_several() && !focus.is_nth() {
            fields.set(Field::Holder, "athlete");
        }
        if focus.is_title() {
            fields.set(Field::Status, "won");
        } else if let Some(s) = status::of(self.document, self.index, span, &focus.mention.tokens, focus.table) {
            if owner.is_vague(focus, &s) {
                return None;
            }
            fields.set(Field::Status, s);
        } else if self.supposed() {
            // Beyond the reach of the cue, but told under the same supposition: nobody near is believed.
            return None;
        }
        Some(fields)
    }

    /// "The champion of Asia aims high": whom the words stand for has the title that they say.
    pub(super) fn reference(&self, at: usize) -> Option<Statement> {
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

    /// "Silver medallist in Rome in 1960, then world champion in 1962": one more title or medal of who has the one before.
    pub(super) fn coordinated<'s>(&self, at: usize, told: impl Iterator<Item = &'s Statement>) -> Option<Statement> {
        let says_medal = |k: &usize, tags: &[&str]| {
            let m = &self.mentions[*k];
            self.any(m, tags) && m.facets.get(Field::Medal).is_some_and(|c| c != "total")
        };
        let joins = |k: &usize| self.any(&self.mentions[*k], JOINS);
        let won = (0..at).rev().take_while(joins).any(|k| self.any(&self.mentions[k], &["WIN"]));
        let more = |k: &usize| says_medal(k, if won { &["MEDAL"] } else { &["TITLE", "MEDALLIST"] });
        let before = (0..at).rev().find(|k| !joins(k)).filter(|k| more(&at) && k + 1 < at)?;
        let says = |k: &usize| self.depth[*k] > 0 || self.any(&self.mentions[*k], OF_A_TITLE);
        let first = (0..=before).rev().find(|k| !says(k)).filter(|k| says_medal(k, HEADS))?;
        let theirs = |s: &&Statement| s.table == Table::Medals && s.tokens == self.mentions[first].tokens;
        let who = told.filter(theirs).max_by_key(|s| s.priority)?.who.clone();
        let m = &self.mentions[at];
        let mut fields = Facets::new();
        fields.set(Field::Status, "won");
        Some(self.made(Table::Medals, who, (m.facets.clone(), &m.tokens), (fields, m.tokens.clone()), at))
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
}
