//! A vague sport in front of an event is the kind of it that has the event: "ski halfpipe" is of freestyle skiing.

use super::clue::kinds;
use crate::extract::Document;
use crate::vocabulary::{Field, World};

/// Gives every such mention the sport that is meant.
pub(super) fn resolve(document: &mut Document<'_>) {
    let world = World::get();
    for sentence in &mut document.sentences {
        for at in 1..sentence.mentions.len() {
            let Some(vague) = sentence.mentions[at - 1].facets.get(Field::Sport) else { continue };
            let event = &sentence.mentions[at].facets;
            if !event.has(Field::Event) || event.has(Field::Sport) {
                continue;
            }
            let of_it: Vec<&str> = kinds(event).into_iter().filter(|kind| world.general(kind) == Some(vague)).collect();
            if let [one] = of_it[..] {
                let one = one.to_owned();
                sentence.mentions[at - 1].facets.set(Field::Sport, one);
            }
        }
    }
}
