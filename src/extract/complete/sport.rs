//! Which sport and which event.

use super::event::{WOMEN_WRESTLE, event_sport};
use super::near::nearest;
use super::topic::Topic;
use super::{FAR, is, is_goal};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::people::{People, Person};
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::vocabulary::{Field, World};

pub(super) fn event(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Event) || statement.description && statement.fields.has(Field::Year) {
        return;
    }
    if statement.holder == Holder::Country && statement.fields.number(Field::Count).unwrap_or(1) > 1 {
        return;
    }
    let sentence = &document.sentences[statement.context.0];
    let has =
        |m: &Mention| m.facets.has(Field::Event) && ["EVENT", "WEIGHT", "DIST"].iter().any(|t| is(document, m, t));
    if statement.description {
        return;
    }
    if let Some(m) = nearest(document, sentence, statement, has) {
        // Of several meanings of one name, the one of the sport at hand.
        let sport = statement
            .fields
            .get(Field::Sport)
            .or_else(|| document.people.all.get(statement.person?)?.sport())
            .or(topic.sport.as_deref());
        let fits = |f: &&crate::vocabulary::Facets| {
            f.get(Field::Among).is_some_and(|a| a.split('|').any(|a| Some(a) == sport))
        };
        let reading = std::iter::once(&m.facets).chain(&m.others).find(fits).unwrap_or(&m.facets).clone();
        for f in [Field::Event, Field::Among, Field::Gender, Field::Sport] {
            if let Some(v) = reading.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
    }
}

pub(super) fn sport(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Sport) {
        return;
    }
    if let Some(p) = statement.person
        && let Some(s) = document.people.all[p].sport()
    {
        statement.fields.set(Field::Sport, s);
        return;
    }
    let sentence = &document.sentences[statement.context.0];
    let has = |m: &Mention| !is(document, m, "PERSON") && (m.facets.has(Field::Sport) || event_sport(m).is_some());
    let near = nearest(document, sentence, statement, has);
    if let Some(s) = near.and_then(|m| m.facets.get(Field::Sport).or_else(|| event_sport(m))) {
        let s = refined(topic, s.to_owned());
        statement.fields.set(Field::Sport, s);
        return;
    }
    let all_sports = statement.holder != Holder::Athlete
        && statement.fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c))
        && statement.fields.number(Field::Count).unwrap_or(1) > 1;
    if all_sports {
        return;
    }
    if let Some(s) = sport_above(document, statement.context.0).or_else(|| topic.sport.clone()) {
        let s = refined(topic, s);
        statement.fields.set(Field::Sport, s);
    }
}

/// The kind of a vague sport that a person is said to do ("gymnast" beside "rings").
pub(super) fn exact_sport(document: &Document<'_>, topic: &Topic, person: usize) -> Option<String> {
    let world = World::get();
    let person = &document.people.all[person];
    let own = person.sport()?;
    let woman = Person::most(&person.genders).or_else(|| document.pack.names.gender(&person.name)) == Some("women");
    if woman && World::get().general(WOMEN_WRESTLE) == Some(own) {
        return Some(WOMEN_WRESTLE.to_owned());
    }
    let kind = |s: &str| world.general(s) == Some(own) && !s.starts_with("para ");
    let events = person.sentences.iter().flat_map(|i| &document.sentences[*i].mentions);
    let beside = events.filter_map(|m| event_sport(m).or_else(|| m.facets.get(Field::Sport))).find(|s| kind(s));
    beside.or(topic.sport.as_deref().filter(|s| kind(s))).map(str::to_owned)
}

/// The sport of a person without one: of its facts, of the events and sports named beside it, of the
/// paragraph or the heading above, of the article.
pub(super) fn person_sport(
    document: &Document<'_>,
    topic: &Topic,
    person: usize,
    facts: &[Resolved],
) -> Option<String> {
    let of_facts = facts.iter().filter(|f| f.person == Some(person)).find_map(|f| f.fields.get(Field::Sport));
    let sentences = &document.people.all[person].sentences;
    let sport = of_facts
        .map(str::to_owned)
        .or_else(|| sentences.iter().find_map(|i| sport_beside(document, *i, person)))
        .or_else(|| sentences.first().and_then(|i| sport_above(document, *i)))
        .or_else(|| topic.sport.clone())?;
    let sport = refined(topic, sport);
    let para = facts.iter().any(|f| {
        f.person == Some(person) && f.fields.get(Field::Competition).is_some_and(|c| c.contains("Paralympic"))
    }) || sentences.first().is_some_and(|i| paralympic_paragraph(document, *i));
    Some(World::get().para_sport(&sport).filter(|_| para).map_or(sport.clone(), str::to_owned))
}

/// True where the paragraph of a sentence speaks of Paralympic Games and of no others.
pub(super) fn paralympic_paragraph(document: &Document<'_>, sentence: usize) -> bool {
    let here = document.sentences[sentence].paragraph;
    let mut games = document
        .sentences
        .iter()
        .filter(|s| s.paragraph == here)
        .flat_map(|s| &s.mentions)
        .filter(|m| is(document, m, "COMP") || is(document, m, "LICENCE"))
        .filter_map(|m| m.facets.get(Field::Competition))
        .filter(|c| is_goal(c))
        .peekable();
    games.peek().is_some() && games.all(|c| c.contains("Paralympic"))
}

/// A vague sport made as exact as the article is, and Paralympic where the article is.
pub(super) fn refined(topic: &Topic, sport: String) -> String {
    let world = World::get();
    let sport = match &topic.sport {
        Some(t) if world.general(t) == Some(&*sport) => t.clone(),
        _ => sport,
    };
    match world.para_sport(&sport) {
        Some(para) if topic.para => para.to_owned(),
        _ => sport,
    }
}

/// The sport that a sentence speaks of, by name or by an event that only one sport has; of several the last
/// before the person in its clause, else the first behind it before the next person.
pub(super) fn sport_beside(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let of = |m: &Mention| -> Option<String> {
        (!is(document, m, "PERSON"))
            .then(|| m.facets.get(Field::Sport).or_else(|| event_sport(m)).map(str::to_owned))
            .flatten()
    };
    let mut found: Vec<String> = mentions.iter().filter_map(of).collect();
    found.sort_unstable();
    found.dedup();
    if found.len() < 2 {
        return found.pop();
    }
    let at = mentions.iter().position(|m| is(document, m, "PERSON") && People::index(&m.facets) == Some(person))?;
    let before = mentions[..at].iter().rev().take_while(|m| !is(document, m, "SEMI")).find_map(of);
    let behind = || mentions[at + 1..].iter().take_while(|m| !is(document, m, "PERSON")).find_map(of);
    before.or_else(behind)
}

/// The sport last named before a sentence: in its paragraph, else in the nearest heading above.
pub(super) fn sport_above(document: &Document<'_>, sentence: usize) -> Option<String> {
    let here = document.sentences[sentence].paragraph;
    let last = |s: &Sentence| s.mentions.iter().rev().find_map(|m| m.facets.get(Field::Sport)).map(str::to_owned);
    for s in document.sentences[..sentence].iter().rev().take(FAR) {
        if (s.paragraph == here || s.heading)
            && let Some(found) = last(s)
        {
            return Some(found);
        }
    }
    None
}
