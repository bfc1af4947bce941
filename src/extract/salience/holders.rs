//! Who may hold what a sentence tells of: those whom it names, its pronoun, or whom the sentence before names.

use std::ops::Range;

use super::scene::Scene;
use crate::extract::antecedent::main_country;
use crate::extract::location::locates;
use crate::extract::matching::Who;
use crate::extract::mention::Mention;
use crate::rules::Table;
use crate::vocabulary::Field;

/// Who may hold a medal or a licence.
pub(super) const HOLDERS: &[&str] = &["PERSON", "COUNTRY", "SQUAD", "REF", "PEOPLE", "PRON"];

/// Those who may be joined to one holder.
const LISTED: &[&str] = &["PERSON", "COUNTRY"];

/// How far a pronoun may stand before the medal that it is to hold, where the sentence speaks of others too: "his second gold".
const POSSESSED: usize = 2;

/// The most people who win one medal between them and are named in a row.
const CREW: usize = 4;

/// How many sentences back a team is still spoken of, where those between name nobody.
const NEUTRAL: usize = 3;

/// Somebody, or several joined, who may hold what stands near.
pub(super) struct Holder {
    /// Its mentions in the sentence.
    pub(super) at: Range<usize>,
    pub(super) who: Vec<Who>,
}

impl Holder {
    /// True for a team or a country, and several of them.
    fn is_team(&self) -> bool {
        self.who.iter().all(|w| w.tag == "SQUAD" || w.tag == "COUNTRY")
    }

    /// True where some of it is more than a team without a country.
    fn is_named(&self) -> bool {
        self.who.iter().any(|w| w.tag != "SQUAD" || w.facets.has(Field::Country))
    }

    /// The country of the first of them.
    fn country(&self) -> Option<&str> {
        self.who.first().and_then(|w| w.facets.get(Field::Country))
    }
}

impl Scene<'_> {
    /// The holders of the sentence; persons or countries that are joined are one.
    pub(super) fn holders(&self) -> Vec<Holder> {
        let mut out: Vec<Holder> = Vec::new();
        let each = self.each();
        let holds = |at: &usize| {
            self.any(&self.mentions[*at], HOLDERS) && !locates(self.document, self.mentions, *at) && !self.speaks(*at)
        };
        for at in (0..self.mentions.len()).filter(holds) {
            let who = Who::of(self.document, &self.mentions[at]);
            match out.last_mut().filter(|last| self.continues(last, at, &who, each)) {
                Some(last) => {
                    last.at.end = at + 1;
                    last.who.push(who);
                }
                None => out.push(Holder { at: at..at + 1, who: vec![who] }),
            }
        }
        out
    }

    /// True for a pronoun of who speaks: "he recalled that 19 medals had been won".
    fn speaks(&self, at: usize) -> bool {
        let said = |k: Option<usize>| k.and_then(|k| self.mentions.get(k)).is_some_and(|m| self.any(m, &["SAID"]));
        self.any(&self.mentions[at], &["PRON"]) && (said(Some(at + 1)) || said(at.checked_sub(1)))
    }

    /// True for one more of the kind of a holder that only a comma or the like parts from it; in a sentence that says a
    /// number of `each`, an article too.
    fn continues(&self, last: &Holder, at: usize, who: &Who, each: bool) -> bool {
        if last.who[0].tag != who.tag || !LISTED.contains(&&*who.tag) {
            return false;
        }
        let between: Vec<&Mention> = (last.at.end..at)
            .filter(|k| self.depth[*k] <= self.depth[at])
            .map(|k| &self.mentions[k])
            .filter(|m| !(each && self.any(m, &["DET"])))
            .collect();
        (1..=2).contains(&between.len()) && between.iter().all(|b| self.any(b, &["COMMA", "AND", "SLASH"]))
    }

    /// Who is spoken of where the sentence names nobody: whom its pronoun stands for, else the only holder of the
    /// sentence before in the paragraph.
    pub(super) fn carried(&self, own: &[Holder], at: usize, table: Table) -> Option<Vec<Who>> {
        // A licence is of whom the sentence has named before it.
        let reach = if table == Table::Licenses { at } else { self.mentions.len() };
        let stands = |k: &usize| self.any(&self.mentions[*k], &["POSSPRON", "PRON"]) && !self.speaks(*k);
        match (0..reach).find(stands) {
            Some(k) => self.pronoun(k, at, table).map(|who| vec![who]),
            None if own.is_empty() && !(0..reach).any(|k| self.speaks(k)) => {
                self.only_before(table).or_else(|| self.only_country(at).filter(|_| table == Table::Medals))
            }
            None => None,
        }
    }

    /// The pronoun at one place as the holder of what stands at another.
    fn pronoun(&self, k: usize, at: usize, table: Table) -> Option<Who> {
        // One who stands behind or far off is as often another as the one who won, unless the sentence begins with it.
        if table == Table::Medals && k > 0 && (k > at || at - k > POSSESSED) {
            return None;
        }
        let m = &self.mentions[k];
        Some(Who { tag: "PRON".into(), facets: m.facets.clone(), token: m.tokens.start })
    }

    /// The only holder of the sentence before in the paragraph.
    fn only_before(&self, table: Table) -> Option<Vec<Who>> {
        let before = self.index.checked_sub(1)?;
        if self.document.sentences[before].paragraph != self.sentence().paragraph {
            return None;
        }
        let holders = Scene::of(self.document, before).holders();
        // A team that is named twice, the second time without its country, is one.
        let mut holders = holders.iter().filter(|h| h.is_named());
        let first = holders.next().filter(|one| one.who.iter().all(|w| w.tag != "PRON"))?;
        let same = |h: &Holder| first.is_team() && h.is_team() && h.country() == first.country();
        // Nine people of a list do not share the medal of the next sentence.
        let crew = table == Table::Licenses || first.who.len() <= CREW;
        (crew && holders.all(same)).then(|| first.who.clone())
    }

    /// The one country that an article speaks of, for a tally behind a sentence that names nobody: "Mongolia won medals before.
    /// This time the custom was broken. In London it was one silver and two bronzes."
    fn only_country(&self, at: usize) -> Option<Vec<Who>> {
        let counted = |m: &Mention| self.any(m, &["MEDAL"]) && m.facets.has(Field::Count);
        let tally = counted(&self.mentions[at]);
        let colours = self.mentions.iter().filter(|m| counted(m)).count() > 1;
        let main = main_country(self.document).filter(|_| tally)?;
        let back = (self.index.saturating_sub(NEUTRAL)..self.index).rev();
        let paragraph = |i: &usize| self.document.sentences[*i].paragraph == self.sentence().paragraph;
        let back = back.take_while(|i| colours || paragraph(i)).map(|i| Scene::of(self.document, i));
        let mut told = back.map(|scene| scene.holders()).skip_while(|holders| holders.is_empty());
        let holders = told.next()?;
        let of_main = |h: &Holder| h.is_team() && h.country() == Some(main.as_str());
        holders.iter().all(of_main).then(|| holders[0].who.clone())
    }

    /// True where somebody whom the sentence does not name becomes, or goes in as, what a title says.
    pub(super) fn becomes(&self, at: usize, holders: &[Holder]) -> bool {
        let named = holders.iter().any(|h| h.who.iter().any(|w| w.tag == "PERSON"));
        let lead = self.mentions[..at].iter().rev().find(|m| !self.any(m, &["DET", "ONE"]));
        !named && lead.is_some_and(|l| self.any(l, &["IN", "BECOME"]))
    }
}
