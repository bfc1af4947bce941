//! Words whose meaning hangs on the sport: a vague sport in front of an event is the kind of it that has the event ("ski
//! halfpipe" is of freestyle skiing), and an event's name that holds in some sports only is none in an article on others.

use super::HEAD;
use super::clue::{event_sport, kinds};
use super::sport::same_kind;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::vocabulary::{Facets, Field, World};

/// Gives every such mention the sport that is meant, or no event.
pub(super) fn resolve(document: &mut Document<'_>) {
    let world = World::get();
    for sentence in &mut document.sentences {
        let mentions = &mut sentence.mentions;
        for at in 0..mentions.len() {
            // "Fourth in the ski halfpipe" is one mention, "the ski halfpipe" two.
            let whose = if mentions[at].facets.has(Field::Sport) { Some(at) } else { at.checked_sub(1) };
            let Some(whose) = whose.filter(|_| mentions[at].facets.has(Field::Event)) else { continue };
            let Some(vague) = mentions[whose].facets.get(Field::Sport) else { continue };
            let of_it: Vec<&str> =
                kinds(&mentions[at].facets).into_iter().filter(|kind| world.general(kind) == Some(vague)).collect();
            if let [one] = of_it[..] {
                let one = one.to_owned();
                mentions[whose].facets.set(Field::Sport, one);
            }
        }
    }
    for sentence in &mut document.sentences {
        let mut last: Option<String> = None;
        for mention in &mut sentence.mentions {
            if let Some(reading) = last.as_deref().and_then(|sport| reading_in(mention, sport)) {
                mention.facets = reading;
            }
            last = mention.facets.get(Field::Sport).map(str::to_owned).or(last);
        }
    }
    let Some(sport) = only_sport(document) else { return };
    // A name that holds in one sport and its Paralympic form says the sport itself.
    let of_others = |m: &Mention| {
        let facets = &m.facets;
        let word = event_sport(m).is_none()
            && facets.get(Field::Event).is_some_and(|e| !e.starts_with(|c: char| c.is_ascii_digit() || c == '+'));
        let among = facets.get(Field::Among).filter(|among| word && !among.is_empty());
        among.is_some_and(|among| !among.split('|').any(|a| same_kind(a, &sport)))
    };
    for mention in document.sentences.iter_mut().flat_map(|s| &mut s.mentions) {
        if of_others(mention) {
            mention.facets.take(Field::Event);
            mention.facets.take(Field::Among);
        }
    }
}

/// What the name of an event means in the sport named before it, where it means something else by itself: "in figure skating A
/// and B won the pairs".
fn reading_in(mention: &Mention, sport: &str) -> Option<Facets> {
    let holds = |facets: &Facets| facets.get(Field::Among).is_some_and(|a| a.split('|').any(|a| a == sport));
    let other = mention.others.iter().find(|facets| holds(facets))?;
    (mention.facets.has(Field::Among) && !holds(&mention.facets)).then(|| other.clone())
}

/// The sport that the head of an article names, where the article names no other.
fn only_sport(document: &Document<'_>) -> Option<String> {
    let mentions = |s: &Sentence| -> Vec<String> {
        s.mentions.iter().filter_map(|m| m.facets.get(Field::Sport)).map(str::to_owned).collect()
    };
    let head = document.sentences.iter().take(HEAD).flat_map(mentions).next()?;
    document.sentences.iter().flat_map(mentions).all(|s| same_kind(&s, &head)).then_some(head)
}
