//! Which event a statement is about.

use super::clue::kinds;
use super::is;
use super::near::nearest;
use super::sport::sport_back;
use super::topic::Topic;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::people::People;
use crate::extract::who::Resolved;
use crate::vocabulary::{Facets, Field, World};

/// The event of a statement: the nearest that is named, in the sense that it has in the sport at hand.
pub(super) fn event(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    named(document, topic, statement);
    if let Some(whole) = shared(document, statement) {
        statement.fields.set(Field::Event, whole);
    }
}

fn named(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Event) || statement.description {
        return;
    }
    if statement.holder == Holder::Country && statement.fields.number(Field::Count).unwrap_or(1) > 1 {
        return;
    }
    let sentence = &document.sentences[statement.context.0];
    // "The sculler Eva Nagy and the badminton player Anna Kiss": an event that her sport does not have is another's.
    let known = statement.person.and_then(|p| document.people.all.get(p)?.sport());
    let has = |m: &Mention| {
        let event = m.facets.get(Field::Event).filter(|_| document.any(m, &["EVENT", "WEIGHT", "DIST"]));
        event.is_some_and(|event| !is(document, m, "EVENT") || known.is_none_or(|sport| may_have(sport, event)))
    };
    // "Anna Kiss (57 kg)": the event said of the holder goes before what stands near.
    let own = sentence.mentions.iter().find(|m| {
        is(document, m, "PERSON") && statement.person.is_some() && People::index(&m.facets) == statement.person
    });
    let own = own.filter(|m| m.facets.has(Field::Event));
    if let Some(m) = own.or_else(|| nearest(document, sentence, statement, has)) {
        let readings = || std::iter::once(&m.facets).chain(&m.others);
        let of = |f: &Facets, sport: &str| f.get(Field::Among).is_some_and(|a| a.split('|').any(|a| a == sport));
        // "In the table tennis ... silver in the women's singles" is of the sport named last that has such an event.
        let last = || {
            let any = |sport: &str| readings().any(|f| of(f, sport));
            sport_back(document, statement.context.0, any).filter(|_| !m.others.is_empty())
        };
        let own_sport =
            statement.fields.get(Field::Sport).or_else(|| document.people.all.get(statement.person?)?.sport());
        let about = || topic.sport.as_deref().filter(|s| readings().any(|f| of(f, s))).map(str::to_owned);
        let sport = own_sport.map(str::to_owned).or_else(about).or_else(last);
        let fits = |f: &&Facets| sport.as_deref().is_some_and(|s| of(f, s));
        let reading = readings().find(fits).unwrap_or(&m.facets).clone();
        statement.fields.fill_only(&reading, &[Field::Event, Field::Among, Field::Gender, Field::Sport]);
    }
}

/// False for an event that no sport of the kind has.
fn may_have(sport: &str, event: &str) -> bool {
    let world = World::get();
    let kind = |s: &str| {
        let able = s.strip_prefix("para ").unwrap_or(s).to_owned();
        world.general(&able).map_or(able.clone(), str::to_owned)
    };
    let parts: Vec<&str> = world.parts(sport).collect();
    let fits = |s: &String| kind(s) == kind(sport) || parts.contains(&s.as_str());
    world.event_sports(event).is_none_or(|sports| sports.iter().any(fits))
}

/// The event of a distance swum in the stroke that stands behind the next: "the 200 m and 400 m medley".
fn shared(document: &Document<'_>, statement: &Resolved) -> Option<String> {
    let world = World::get();
    let distance = statement.fields.get(Field::Event).filter(|e| world.is_distance(e))?;
    let own = |m: &Mention| is(document, m, "DIST") && m.facets.get(Field::Event) == Some(distance);
    let next = |three: &[Mention]| {
        let joined = own(&three[0]) && is(document, &three[1], "AND");
        let swum = kinds(&three[2].facets).contains(&"swimming");
        let (number, rest) = three[2].facets.get(Field::Event).filter(|_| joined && swum)?.split_once(' ')?;
        let (unit, stroke) = rest.split_once(' ')?;
        world.is_distance(&format!("{number} {unit}")).then(|| format!("{distance} {stroke}"))
    };
    document.sentences[statement.context.0].mentions.windows(3).find_map(next)
}
