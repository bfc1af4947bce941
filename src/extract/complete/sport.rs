//! Which sport a fact and a person belong to.

use super::clue::{Clue, clue, kinds, said};
use super::near::nearest;
use super::para;
use super::topic::Topic;
use super::{FAR, is};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::people::{People, Person};
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::vocabulary::{Field, World, is_paralympic};

pub(super) fn sport(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Sport) {
        return;
    }
    let among = kinds(&statement.fields);
    let fits = |s: &str| among.is_empty() || among.iter().any(|a| same_kind(a, s));
    if let Some(p) = statement.person
        && let Some(s) = document.people.all[p].sport().filter(|s| fits(s))
    {
        statement.fields.set(Field::Sport, s);
        return;
    }
    if let [only] = &among[..] {
        let only = refined(document, topic, statement.context.0, (*only).to_owned());
        statement.fields.set(Field::Sport, only);
        return;
    }
    let sentence = &document.sentences[statement.context.0];
    let exact = |m: &Mention| match clue(document, m) {
        Some(Clue::Sport(s)) if fits(s) => Some(s.to_owned()),
        _ => None,
    };
    let near = nearest(document, sentence, statement, |m| exact(m).is_some());
    if let Some(s) = near.and_then(exact) {
        statement.fields.set(Field::Sport, refined(document, topic, statement.context.0, s));
        return;
    }
    let all_sports = statement.holder != Holder::Athlete
        && statement.fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c))
        && (statement.fields.number(Field::Count).unwrap_or(1) > 1
            || statement.of_tally
            || statement.fields.has(Field::Tally));
    if all_sports {
        return;
    }
    let guessed = among.is_empty();
    let found = if guessed {
        let after = || statement.person.and_then(|_| sport_after(document, statement.context.0));
        let just = || statement.person.and_then(|_| sport_just_before(document, statement.context.0));
        let back = || statement.person.and_then(|_| sport_back(document, statement.context.0));
        let above = sport_above(document, statement.context.0).or_else(just).or_else(back);
        above.or_else(|| topic.sport.clone()).or_else(after)
    } else {
        decide(document, topic, statement.context.0, &among)
    };
    if let Some(s) = found {
        let s = refined(document, topic, statement.context.0, s);
        statement.fields.set(Field::Sport, s);
        statement.sport_guessed = guessed;
    }
}

/// True where two names mean one sport: the same, its vaguer form, or its Paralympic form.
fn same_kind(a: &str, b: &str) -> bool {
    let (a, b) = (a.strip_prefix("para ").unwrap_or(a), b.strip_prefix("para ").unwrap_or(b));
    let world = World::get();
    a == b || world.general(a) == Some(b) || world.general(b) == Some(a)
}

/// Of the sports that an event may belong to, the one spoken of: in the sentence, nearest before it, or most in
/// the article; else none.
fn decide(document: &Document<'_>, topic: &Topic, sentence: usize, among: &[&str]) -> Option<String> {
    let fits = |s: &str| among.iter().any(|a| same_kind(a, s));
    let said = |m: &Mention| match clue(document, m) {
        Some(Clue::Sport(s)) if fits(s) => Some(s.to_owned()),
        _ => None,
    };
    let here = document.sentences[sentence].mentions.iter().find_map(said);
    let before = || {
        let back = document.sentences[..sentence].iter().rev().take(FAR);
        back.flat_map(|s| s.mentions.iter().rev()).find_map(said)
    };
    let found = here.or_else(before).or_else(|| topic.sports.iter().find(|s| fits(s)).cloned());
    // A vague name stands for the kind that has the event; of several, for the one that the article speaks of.
    // Where an article names no sport at all, a marathon or a long jump is of athletics.
    let bare = || match among {
        _ if !topic.sports.is_empty() => None,
        [one] => Some((*one).to_owned()),
        _ => among.iter().find(|a| **a == "athletics").map(|a| (*a).to_owned()),
    };
    let found = found.or_else(bare);
    found.map(|s| {
        if among.contains(&&*s) {
            return s;
        }
        let mut kinds = among.iter().copied().filter(|a| World::get().general(a) == Some(&*s));
        let spoken = topic.sports.iter().find(|t| kinds.clone().any(|k| k == **t));
        spoken.cloned().or_else(|| kinds.next().map(str::to_owned)).unwrap_or(s)
    })
}

/// The kind of a vague sport that a person is said to do ("gymnast" beside "rings").
pub(super) fn exact_sport(document: &Document<'_>, topic: &Topic, person: usize, facts: &[Resolved]) -> Option<String> {
    let world = World::get();
    let index = person;
    let person = &document.people.all[index];
    let own = person.sport()?;
    let gender = Person::most(&person.genders).or_else(|| document.pack.names.gender(&person.name));
    let kind = |s: &str| world.general(s) == Some(own) && !s.starts_with("para ") && world.open_to(s, gender);
    let mentions = person.sentences.iter().flat_map(|i| &document.sentences[*i].mentions);
    let beside: Vec<&Mention> =
        mentions.filter(|m| !is(document, m, "PERSON") || People::index(&m.facets) == Some(index)).collect();
    let facts = facts.iter().filter(|f| f.person == Some(index)).map(|f| &f.fields);
    let facets: Vec<_> = beside.iter().map(|m| &m.facets).chain(facts).collect();
    let said = facets.iter().filter_map(|f| f.get(Field::Sport)).find(|s| kind(s)).map(str::to_owned);
    let implied = || {
        facets.iter().find_map(|f| {
            let class =
                |s: &str| f.get(Field::Event).is_none_or(|e| !e.ends_with(" kg") || world.has_class(s, e, gender));
            let fits: Vec<&str> = kinds(f).into_iter().filter(|s| kind(s) && class(s)).collect();
            if let [one] = fits[..] { Some(one.to_owned()) } else { None }
        })
    };
    let sole = || world.sole_kind(own, gender).map(str::to_owned);
    // Under a heading on one kind its athletes are meant, whatever kind leads in the article.
    let above = || person.sentences.first().and_then(|i| sport_above(document, *i)).filter(|s| kind(s));
    said.or_else(implied).or_else(above).or_else(|| topic.sport.clone().filter(|s| kind(s))).or_else(sole)
}

/// The sport of a person without one: of its facts, of what is said beside it, of the paragraph or the heading
/// above, of the article.
pub(super) fn person_sport(
    document: &Document<'_>,
    topic: &Topic,
    person: usize,
    facts: &[Resolved],
) -> Option<String> {
    let of_facts = |guessed: bool| {
        let mut own = facts.iter().filter(|f| f.person == Some(person) && f.sport_guessed == guessed);
        own.find_map(|f| f.fields.get(Field::Sport)).map(str::to_owned)
    };
    let sentences = &document.people.all[person].sentences;
    let sport = of_facts(false)
        .or_else(|| sentences.iter().find_map(|i| sport_beside(document, topic, *i, person)))
        .or_else(|| of_facts(true))
        .or_else(|| sentences.first().and_then(|i| sport_above(document, *i)))
        .or_else(|| sentences.first().and_then(|i| sport_just_before(document, *i)))
        .or_else(|| sentences.first().and_then(|i| sport_back(document, *i)))
        .or_else(|| topic.sport.clone())
        .or_else(|| sentences.first().and_then(|i| sport_after(document, *i)))?;
    let sport = refined(document, topic, sentences.first().copied().unwrap_or_default(), sport);
    let para =
        facts.iter().any(|f| f.person == Some(person) && f.fields.get(Field::Competition).is_some_and(is_paralympic))
            || sentences.first().is_some_and(|i| para::paragraph(document, *i));
    Some(World::get().para_sport(&sport).filter(|_| para).map_or(sport.clone(), str::to_owned))
}

/// A vague sport made as exact as the article is, and Paralympic where the article or the paragraph is.
pub(super) fn refined(document: &Document<'_>, topic: &Topic, sentence: usize, sport: String) -> String {
    let world = World::get();
    let kind = |s: &String| world.general(s) == Some(&*sport);
    // Under a heading or in a paragraph on one kind its athletes are meant, whatever kind leads in the article.
    let above = sport_above(document, sentence).filter(kind);
    let sport = above.or_else(|| topic.sport.clone().filter(kind)).unwrap_or(sport);
    match world.para_sport(&sport) {
        Some(para) if topic.para_at(document, sentence) => para.to_owned(),
        _ => sport,
    }
}

/// The sport that a sentence gives a person: of the scene that it sets ("In judo, ..."), of what follows the
/// person in its clause, of what stands before, or the only one that it names.
pub(super) fn sport_beside(document: &Document<'_>, topic: &Topic, sentence: usize, person: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let at = document.name_of(sentence, person)?;
    // "Anna Kiss (high jump)", "Anna Kiss (marathon)": what stands in the brackets of a name is hers, not her neighbour's.
    match said(document, &mentions[at]) {
        Some(Clue::Sport(s)) => return Some(s.to_owned()),
        Some(Clue::Among(among)) if !mentions[at].facets.get(Field::Event).is_some_and(|e| e.ends_with(" kg")) => {
            let run = || among.iter().find(|a| **a == "athletics").map(|a| (*a).to_owned());
            if let Some(s) = decide(document, topic, sentence, &among).or_else(run) {
                return Some(s);
            }
        }
        _ => {}
    }
    let joined = |m: &Mention| document.any(m, &["COMMA", "AND"]);
    // Names joined to this one share what follows them all.
    let mut from = at + 1;
    while from + 1 < mentions.len() && joined(&mentions[from]) {
        let next = if joined(&mentions[from + 1]) { from + 2 } else { from + 1 };
        if !mentions.get(next).is_some_and(|m| is(document, m, "PERSON")) {
            break;
        }
        from = next + 1;
    }
    // "A and B (badminton)": the brackets behind the last may speak of all.
    if let (true, Some(Clue::Sport(s))) = (from > at + 1, said(document, &mentions[from - 1])) {
        return Some(s.to_owned());
    }
    let before: Vec<&Mention> =
        mentions[..at].iter().rev().take_while(|m| !document.any(m, &["PERSON", "SEMI", "STOP"])).collect();
    let scene = before.iter().enumerate().find_map(|(k, m)| {
        let first = before.len() == at || document.any(&mentions[at - before.len() - 1], &["SEMI", "STOP"]);
        let opens = before.get(k + 1).is_none_or(|b| is(document, b, "IN")) && k + 3 > before.len().saturating_sub(2);
        let opens = opens && first;
        clue(document, m).filter(|_| opens)
    });
    let behind = || {
        let clause = mentions[from..].iter().take_while(|m| !document.any(m, &["PERSON", "SEMI"]));
        clause.filter_map(|m| clue(document, m)).next()
    };
    let lead = || before.iter().find_map(|m| clue(document, m));
    // "First place in swimming fell to A": what is handed to the person stands before.
    let handed = at > 0 && document.any(&mentions[at - 1], &["GOTO", "LOSE", "BY", "FOR", "TO"]);
    let own = if handed { scene.or_else(lead).or_else(behind) } else { scene.or_else(behind).or_else(lead) };
    match own {
        Some(Clue::Sport(s)) => return Some(s.to_owned()),
        Some(Clue::Among(among)) => {
            if let Some(s) = decide(document, topic, sentence, &among) {
                return Some(s);
            }
        }
        None => {}
    }
    let mut found: Vec<&str> = mentions
        .iter()
        .filter_map(|m| match clue(document, m) {
            Some(Clue::Sport(s)) => Some(s),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    if let [one] = found[..] { Some(one.to_owned()) } else { None }
}

/// How many sentences back those spoken of may still be the ones meant.
const JUST_BEFORE: usize = 4;

/// The only sport that one of the sentences just before names of its athletes: "The boxers made it count."
fn sport_just_before(document: &Document<'_>, sentence: usize) -> Option<String> {
    document.sentences[..sentence].iter().rev().take(JUST_BEFORE).find_map(|s| {
        let athletes = s.mentions.iter().filter(|m| document.any(m, &["SQUAD", "ATHLETES"]));
        let mut sports: Vec<&str> = athletes.filter_map(|m| m.facets.get(Field::Sport)).collect();
        sports.dedup();
        if let [one] = sports[..] { Some(one.to_owned()) } else { None }
    })
}

/// The sport last named before a sentence, in whatever paragraph: a text stays with a sport until it names the next.
fn sport_back(document: &Document<'_>, sentence: usize) -> Option<String> {
    let before = document.sentences[..sentence].iter().rev().take(FAR);
    before.flat_map(|s| s.mentions.iter().rev()).find_map(|m| match clue(document, m) {
        Some(Clue::Sport(s)) => Some(s.to_owned()),
        _ => None,
    })
}

/// The first sport named from a sentence on.
fn sport_after(document: &Document<'_>, sentence: usize) -> Option<String> {
    let after = document.sentences[sentence..].iter().take(FAR);
    after.flat_map(|s| &s.mentions).find_map(|m| match clue(document, m) {
        Some(Clue::Sport(s)) => Some(s.to_owned()),
        _ => None,
    })
}

/// The sport last named before a sentence: in its paragraph, else in the nearest heading above.
pub(super) fn sport_above(document: &Document<'_>, sentence: usize) -> Option<String> {
    let here = document.sentences[sentence].paragraph;
    let part = |s: &&str| !document.parts.iter().any(|p| p == s);
    let last =
        |s: &Sentence| s.mentions.iter().rev().find_map(|m| m.facets.get(Field::Sport).filter(part)).map(str::to_owned);
    for s in document.sentences[..sentence].iter().rev().take(FAR) {
        if (s.paragraph == here || s.heading)
            && let Some(found) = last(s)
        {
            return Some(found);
        }
    }
    None
}
