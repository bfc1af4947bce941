//! A sentence as the costs see it: its mentions, how deep in brackets they stand, and what they say together.

use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::Field;

/// One sentence, as the costs see it.
pub(super) struct Scene<'a> {
    pub(super) document: &'a Document<'a>,
    /// Its place in the article.
    pub(super) index: usize,
    pub(super) mentions: &'a [Mention],
    /// How deep in brackets each mention stands.
    pub(super) depth: Vec<i32>,
}

impl<'a> Scene<'a> {
    /// The sentence at a place of the article.
    pub(super) fn of(document: &'a Document<'a>, index: usize) -> Scene<'a> {
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

    /// The tag of a mention.
    pub(super) fn name(&self, m: &Mention) -> &'a str {
        self.document.pack.tags.name(m.tag)
    }

    /// True for a mention with one of some tags.
    pub(super) fn any(&self, m: &Mention, tags: &[&str]) -> bool {
        self.document.any(m, tags)
    }

    /// The sentence itself.
    pub(super) fn sentence(&self) -> &'a Sentence {
        &self.document.sentences[self.index]
    }

    /// True for a verb that only joins what stands on its two sides.
    pub(super) fn joins(&self, m: &Mention) -> bool {
        let tokens = &self.sentence().tokens;
        let copulas = &self.document.pack.language.copulas;
        m.tokens.len() == 1 && copulas.iter().any(|c| *c == tokens[m.tokens.start].folded)
    }

    /// True for a sentence that says a number of each: "with three each come Cuba, India and Iran".
    pub(super) fn each(&self) -> bool {
        let mut said = self.mentions.iter().filter(|m| self.any(m, &["EACH"]));
        let counted = self.mentions.iter().filter(|m| m.facets.number(Field::Count).is_some_and(|n| n > 1)).count();
        said.next().is_some() && counted == 1
    }

    /// How many medals stand in a row with this one, joined and without a number, and which of them it is:
    /// "silver and bronze were theirs" gives one to each.
    pub(super) fn row(&self, at: usize) -> (usize, usize) {
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

    /// True where the sentence, or the one before it in the paragraph, only foretells or supposes.
    pub(super) fn supposed(&self) -> bool {
        let own = self.sentence();
        let before = self.index.checked_sub(1).map(|i| &self.document.sentences[i]);
        let before = before.filter(|s| s.paragraph == own.paragraph);
        let foretells = |s: &Sentence, tags: &[&str]| s.mentions.iter().any(|m| self.any(m, tags));
        foretells(own, &["FORECAST", "COND"]) || before.is_some_and(|s| foretells(s, &["FORECAST"]))
    }
}
