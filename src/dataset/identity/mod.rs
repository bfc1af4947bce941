//! Which mentions in several articles, languages and scripts are one athlete.
//!
//! Names are folded over romanisations (`fold`), mentions that share two words of the fold are compared
//! (`compare`), what is joined becomes clusters (`cluster`), and clusters get ids that come from the fold (`id`).
//! All of it is a pure function of the set of mentions: order, batches and threads decide nothing.

mod cluster;
mod common;
mod compare;
mod fold;
mod id;
mod romanise;

pub use cluster::{Edits, Named, Resolution, Split, resolve};
pub use compare::{ENOUGH, Mention, Verdict};
pub use fold::words;
pub use id::{Profile, slug_of};

use compare::{Folded, compare, compare_alone};

/// Judges two mentions as they stand, apart from all others.
pub fn judge(a: &Mention, b: &Mention) -> Verdict {
    let (a, b) = (Folded::new(a), Folded::new(b));
    match (a.alone, b.alone) {
        (false, false) => compare(&a, &b),
        (true, _) => compare_alone(&a, &b),
        (false, true) => compare_alone(&b, &a),
    }
}

/// Two mentions and what was made of them.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// Number of the one mention.
    pub a: usize,
    /// Number of the other.
    pub b: usize,
    /// Whether they are one athlete in the end.
    pub joined: bool,
    /// What the two alone say.
    pub verdict: Verdict,
}

/// Every pair in which a mention of an athlete was compared: with each other, and with those of others whose name is
/// much like it. The mentions are those of [`resolve`], `id` is the athlete's.
pub fn judgements(names: &[Named], who: &Resolution, id: &str) -> Vec<Judgement> {
    let folded: Vec<Folded<'_>> = names.iter().map(|n| Folded::new(&n.mention)).collect();
    let own: Vec<usize> = (0..names.len()).filter(|i| who.id(*i) == id).collect();
    let mut out = Vec::new();
    for &a in &own {
        let near = |b: &usize| {
            let words = |f: &Folded<'_>| f.whole().map(|w| fold::skeleton(&w.key)).collect::<Vec<_>>();
            let (x, y) = (words(&folded[a]), words(&folded[*b]));
            let shared = x.iter().filter(|w| y.contains(w)).count();
            shared >= 2 || shared == 1 && (folded[a].alone || folded[*b].alone)
        };
        for b in (0..names.len()).filter(|b| (who.id(*b) == id && *b > a) || (who.id(*b) != id && near(b))) {
            let verdict = judge(&names[a].mention, &names[b].mention);
            out.push(Judgement { a, b, joined: who.id(b) == id, verdict });
        }
    }
    out
}
