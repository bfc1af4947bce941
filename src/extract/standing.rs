//! How a name stands in its sentence: what it says is told of its subject, not of the beaten nor of a partner.

use super::Document;
use super::mention::Mention;

/// How a name stands in its sentence, from what is likely meant afterwards to what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// The one of whom the sentence tells, as far as its words show.
    Subject,
    /// Within another phrase: "the day of Anna Kiss".
    Within,
    /// Beside the subject: "together with Anna Kiss".
    Partner,
    /// Against the subject: "beat Anna Kiss".
    Rival,
}

/// Words in front of a rival.
const RIVALS: &[&str] = &["BEAT", "LOSE", "OVER"];

/// Words that put what follows into another phrase.
const WITHIN: &[&str] = &["BY", "FOR", "FROM", "IN", "OF", "SINCE", "TO"];

/// What may stand between such a word and the name.
const DESCRIBES: &[&str] = &[
    "ATHLETE",
    "ATHLETES",
    "CHAMPION",
    "COUNTRY",
    "DEMONYM",
    "DET",
    "FINAL",
    "GENDER",
    "MEDALLIST",
    "NUM",
    "OLD",
    "ONE",
    "ORD",
    "PEOPLE",
    "POSS",
    "POSSPRON",
    "QUALIFIER",
    "REF",
    "ROLE",
    "ROUND",
    "SPORT",
    "TITLE",
    "WEIGHT",
    "WORD",
];

/// What may stand between a name of a list and the word that joins the next.
const SCORES: &[&str] = &["DECIMAL", "SCORE"];

/// How many words that nothing explains may stand there.
const UNKNOWN: usize = 2;

/// Verbs of which the name in front is the subject.
const ACTS: &[&str] = &["ATTEND", "BEAT", "BECOME", "FINISH", "LOSE", "MISS", "QUALIFY", "STRUCK", "TRIUMPH", "WIN"];

/// How the name at a place of a sentence stands in it, by the words before it.
pub(super) fn standing(document: &Document<'_>, mentions: &[Mention], at: usize) -> Standing {
    let is = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    if is(at + 1, ACTS) {
        return Standing::Subject;
    }
    // "Lost to Anna Kiss, for whom it is the second title": the clause goes on with her.
    let told_of = is(at + 1, &["COMMA"]) && (is(at + 2, &["TERM"]) || is(at + 2, WITHIN) && is(at + 3, &["TERM"]));
    if told_of {
        return Standing::Within;
    }
    let mut unknown = 0;
    let mut k = at;
    while let Some(before) = k.checked_sub(1) {
        if is(before, RIVALS) {
            return Standing::Rival;
        }
        if is(before, &["WITH"]) {
            return Standing::Partner;
        }
        if is(before, WITHIN) {
            // "Of Anna Kiss one remembers the final": what a sentence begins with is what it is about.
            return match before.checked_sub(1) {
                Some(k) if is(k, RIVALS) => Standing::Rival,
                Some(_) => Standing::Within,
                None => Standing::Subject,
            };
        }
        unknown += usize::from(is(before, &["WORD"]));
        // "Beat Anna Kiss and Eva Nagy", "beat Anna Kiss 22-8 and Eva Nagy 26-2": both.
        let scores = (0..before).rev().take_while(|k| is(*k, SCORES)).count();
        let other = before.checked_sub(scores + 1).filter(|k| is(before, &["AND"]) && is(*k, &["PERSON"]));
        if let Some(other) = other {
            k = other;
        } else if is(before, DESCRIBES) && unknown <= UNKNOWN {
            k = before;
        } else {
            return Standing::Subject;
        }
    }
    Standing::Subject
}
