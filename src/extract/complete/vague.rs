//! Words whose meaning hangs on the sport: a vague sport in front of an event is the kind of it that has the event ("ski
//! halfpipe" is of freestyle skiing), and an event's name that holds in some sports only is none in an article on others.

use super::clue::kinds;
use super::sport::same_kind;
use super::topic::HEAD;
use crate::extract::Document;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Facets, Field, World};

/// Gives every such mention the sport that is meant, or no event.
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
    let Some(sport) = only_sport(document) else { return };
    let of_others = |facets: &Facets| {
        let word = facets.get(Field::Event).is_some_and(|e| !e.starts_with(|c: char| c.is_ascii_digit() || c == '+'));
        let among = facets.get(Field::Among).filter(|among| word && !among.is_empty());
        among.is_some_and(|among| !among.split('|').any(|a| same_kind(a, &sport)))
    };
    for mention in document.sentences.iter_mut().flat_map(|s| &mut s.mentions) {
        if of_others(&mention.facets) {
            mention.facets.take(Field::Event);
            mention.facets.take(Field::Among);
        }
    }
}

/// The sport that the head of an article names, where the article names no other.
fn only_sport(document: &Document<'_>) -> Option<String> {
    let mentions = |s: &Sentence| -> Vec<String> {
        s.mentions.iter().filter_map(|m| m.facets.get(Field::Sport)).map(str::to_owned).collect()
    };
    let head = document.sentences.iter().take(HEAD).flat_map(mentions).next()?;
    document.sentences.iter().flat_map(mentions).all(|s| same_kind(&s, &head)).then_some(head)
}
