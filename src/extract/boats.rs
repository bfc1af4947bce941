//! Boats of canoe racing and their distances: "the K1 1000" says metres without the word.

use super::segment::Sentence;
use crate::rules::Pack;
use crate::vocabulary::{Facets, Field};

/// The boats that race over distances.
pub(super) const BOATS: &[&str] = &["C-1", "C-2", "C-4", "K-1", "K-2", "K-4"];

/// Their distances, in metres.
const DISTANCES: &[i32] = &[200, 500, 1000, 5000];

/// Makes a distance of a number behind a boat.
pub(super) fn distances(sentences: &mut [Sentence], pack: &Pack) {
    let tag = pack.tags.built_in("DIST");
    for sentence in sentences {
        for at in 1..sentence.mentions.len() {
            let boat = sentence.mentions[at - 1].facets.get(Field::Event).is_some_and(|e| BOATS.contains(&e));
            let number = &sentence.mentions[at];
            let metres = number.facets.number(Field::Count).filter(|n| boat && DISTANCES.contains(n));
            let Some(metres) = metres.filter(|_| pack.tags.name(number.tag) == "NUM") else { continue };
            // "The K-1 1000 m" has its word.
            let unit = |m: &super::mention::Mention| ["METRE", "KM"].contains(&pack.tags.name(m.tag));
            if sentence.mentions.get(at + 1).is_some_and(unit) {
                continue;
            }
            let number = &mut sentence.mentions[at];
            number.tag = tag;
            number.facets = Facets::new();
            number.facets.set(Field::Event, format!("{metres} m"));
        }
    }
}
