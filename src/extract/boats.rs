//! Boats of canoe racing and their distances: "the K1 1000" says metres without the word, and the two name one event.

use super::mention::Mention;
use super::segment::Sentence;
use crate::rules::Pack;
use crate::vocabulary::{Facets, Field};

/// The boats that race over distances.
pub(super) const BOATS: &[&str] = &["C-1", "C-2", "C-4", "K-1", "K-2", "K-4"];

/// Their distances, in metres.
const DISTANCES: &[i32] = &[200, 500, 1000, 5000];

/// Makes one event of a boat and its distance: "the C1 200", "the 500 m K-2".
pub(super) fn join(sentences: &mut [Sentence], pack: &Pack) {
    for sentence in sentences {
        let mentions = &mut sentence.mentions;
        let mut at = 0;
        while at < mentions.len() {
            if let Some((event, length)) = event(&mentions[at..], pack) {
                mentions[at].tokens.end = mentions[at + length - 1].tokens.end;
                mentions[at].tag = pack.tags.built_in("EVENT");
                mentions[at].others.clear();
                mentions[at].facets = Facets::new();
                mentions[at].facets.set(Field::Event, event);
                mentions.drain(at + 1..at + length);
            }
            at += 1;
        }
    }
}

/// The event that begins these mentions, and how many of them name it.
fn event(mentions: &[Mention], pack: &Pack) -> Option<(String, usize)> {
    if let Some(boat) = boat(mentions.first()?) {
        let (metres, length) = distance(mentions.get(1..)?, pack)?;
        return Some((format!("{boat} {metres} m"), 1 + length));
    }
    let (metres, length) = distance(mentions, pack)?;
    let boat = boat(mentions.get(length)?)?;
    Some((format!("{boat} {metres} m"), length + 1))
}

/// The boat that a mention names.
fn boat(mention: &Mention) -> Option<&str> {
    mention.facets.get(Field::Event).filter(|e| BOATS.contains(e))
}

/// The metres of the distance that begins these mentions, as a number alone too, and how many of them name it.
fn distance(mentions: &[Mention], pack: &Pack) -> Option<(i32, usize)> {
    let tag = |k: usize| mentions.get(k).map_or("", |m| pack.tags.name(m.tag));
    let first = mentions.first()?;
    let (metres, length) = match (tag(0), tag(1)) {
        ("DIST", _) => (first.facets.get(Field::Event)?.strip_suffix(" m")?.parse().ok()?, 1),
        ("NUM", "KM") => return None,
        ("NUM", "METRE") => (first.facets.number(Field::Count)?, 2),
        ("NUM", _) => (first.facets.number(Field::Count)?, 1),
        _ => return None,
    };
    DISTANCES.contains(&metres).then_some((metres, length))
}
