//! Which sport a fact belongs to, and which was spoken of last.

use super::FAR;
use super::clue::{Clue, clue, event_sport, kinds};
use super::near::nearest;
use super::topic::Topic;
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

pub(super) fn sport(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.number(Field::Sports).is_some_and(|n| n > 1) {
        // "31 licences in 11 sports (boxing 6, ...)" are of none of them.
        statement.fields.take(Field::Sport);
        return;
    }
    if statement.fields.has(Field::Sport) {
        return;
    }
    let among = kinds(&statement.fields);
    // What is lifted lying down has classes of its own: no sport of the Olympic Games goes by that name.
    let class = |s: &str| statement.fields.get(Field::Event).is_some_and(|e| World::get().has_class(s, e, None));
    let fits = |s: &str| among.is_empty() || among.iter().any(|a| same_kind(a, s)) || class(s);
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
    if heads_list(document, sentence, statement) {
        return;
    }
    let near = nearest(document, sentence, statement, |m| exact(m).is_some());
    if let Some(s) = near.and_then(exact) {
        // "Qualified are the runners A and B, the swimmers C and D": what stands by each of them says more.
        let noun = near.is_some_and(|m| document.any(m, &["ATHLETE", "ATHLETES", "SQUAD"]));
        let listed = noun && statement.table == Table::Licenses && statement.person.is_some();
        let mut said: Vec<String> = sentence.mentions.iter().filter_map(exact).collect();
        said.dedup();
        statement.fields.set(Field::Sport, refined(document, topic, statement.context.0, s));
        statement.sport_guessed = listed && said.len() > 1;
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
        let after = || statement.person.and_then(|_| sport_after(document, statement.context.0, |_| true));
        let just = || statement.person.and_then(|_| sport_just_before(document, statement.context.0));
        let back = || statement.person.and_then(|_| sport_back(document, statement.context.0, |_| true));
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

/// True for a tally of Games or licences behind which its parts are listed by sport: "11 licences: one in judo, three in boxing".
fn heads_list(document: &Document<'_>, sentence: &Sentence, statement: &Resolved) -> bool {
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let games = statement.fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c));
    if statement.holder != Holder::Country || count < 2 || !games {
        return false;
    }
    let at = statement.context.1.start;
    let sport = |m: &Mention| match clue(document, m) {
        Some(Clue::Sport(s)) => Some(s.to_owned()),
        _ => None,
    };
    let (before, behind) = sentence.mentions.split_at(sentence.mentions.partition_point(|m| m.tokens.start < at));
    let mut list = behind.iter().skip_while(|m| !document.any(m, &["COLON", "OPEN", "DASH"]));
    let opened = list.next().is_some();
    let mut sports: Vec<String> = list.filter_map(sport).collect();
    sports.dedup();
    opened && sports.len() > 1 && !before.iter().any(|m| sport(m).is_some())
}

/// True where two names mean one sport: the same, its vaguer form, or its Paralympic form.
pub(super) fn same_kind(a: &str, b: &str) -> bool {
    let (a, b) = (a.strip_prefix("para ").unwrap_or(a), b.strip_prefix("para ").unwrap_or(b));
    let world = World::get();
    a == b || world.general(a) == Some(b) || world.general(b) == Some(a)
}

/// Of the sports that an event may belong to, the one spoken of: in the sentence, nearest before it, or most in
/// the article; else none.
pub(super) fn decide(document: &Document<'_>, topic: &Topic, sentence: usize, among: &[&str]) -> Option<String> {
    // Para cycling in one paragraph says nothing of the time trial in another.
    let para = topic.para_at(document, sentence);
    let fits = |s: &str| among.iter().any(|a| same_kind(a, s)) && (para || !s.starts_with("para "));
    let said = |m: &Mention| match clue(document, m) {
        Some(Clue::Sport(s)) if fits(s) => Some(s.to_owned()),
        _ => None,
    };
    let here = document.sentences[sentence].mentions.iter().find_map(said);
    // A distance that is run as well as swum is swum only where the text is on swimming: swimmers have strokes.
    if among.contains(&"athletics") && among.contains(&"swimming") {
        let above = || sport_above(document, sentence).filter(|s| fits(s));
        let leads = || topic.sport.clone().filter(|s| fits(s));
        let named = || topic.sports.iter().find(|s| fits(s) && !same_kind(s, "swimming")).cloned();
        let run = || topic.sport.is_none().then(|| "athletics".to_owned());
        return here.or_else(above).or_else(leads).or_else(named).or_else(run);
    }
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

/// A vague sport made as exact as the article is, and Paralympic where the article or the paragraph is.
pub(super) fn refined(document: &Document<'_>, topic: &Topic, sentence: usize, sport: String) -> String {
    let world = World::get();
    let kind = |s: &String| world.general(s) == Some(&*sport);
    // Under a heading or in a paragraph on one kind its athletes are meant, whatever kind leads in the article.
    let above = sport_above(document, sentence).filter(kind);
    let seasonal = || of_season(topic, &sport);
    let sport = above.or_else(|| topic.sport.clone().filter(kind)).or_else(seasonal).unwrap_or(sport);
    match world.para_sport(&sport) {
        Some(para) if topic.para_at(document, sentence) => para.to_owned(),
        _ => sport,
    }
}

/// The kind of a vague sport that is contested at the Games of which the article speaks, where one season has one kind of it.
pub(super) fn of_season(topic: &Topic, sport: &str) -> Option<String> {
    let world = World::get();
    let games = || topic.named_years.keys().chain(&topic.competition).filter(|name| world.is_games(name));
    let winter = games().any(|name| name.contains("Winter"));
    let summer = games().any(|name| !name.contains("Winter"));
    world.seasonal(sport, winter).filter(|_| winter != summer).map(str::to_owned)
}

/// How many sentences back those spoken of may still be the ones meant.
const JUST_BEFORE: usize = 4;

/// The only sport that one of the sentences just before names of its athletes: "The boxers made it count."
pub(super) fn sport_just_before(document: &Document<'_>, sentence: usize) -> Option<String> {
    document.sentences[..sentence].iter().rev().take(JUST_BEFORE).find_map(|s| {
        let athletes = s.mentions.iter().filter(|m| document.any(m, &["SQUAD", "ATHLETES"]));
        let mut sports: Vec<&str> = athletes.filter_map(|m| m.facets.get(Field::Sport)).collect();
        sports.dedup();
        if let [one] = sports[..] { Some(one.to_owned()) } else { None }
    })
}

/// The sport last named before a sentence, of those that fit, in whatever paragraph: a text stays with a sport until it names the next.
pub(super) fn sport_back(document: &Document<'_>, sentence: usize, fits: impl Fn(&str) -> bool) -> Option<String> {
    let before = document.sentences[..sentence].iter().rev().take(FAR);
    before.flat_map(|s| s.mentions.iter().rev()).find_map(|m| match clue(document, m) {
        Some(Clue::Sport(s)) if fits(s) => Some(s.to_owned()),
        _ => None,
    })
}

/// The first sport named from a sentence on, of those that fit.
pub(super) fn sport_after(document: &Document<'_>, sentence: usize, fits: impl Fn(&str) -> bool) -> Option<String> {
    let after = document.sentences[sentence..].iter().take(FAR);
    after.flat_map(|s| &s.mentions).find_map(|m| match clue(document, m) {
        Some(Clue::Sport(s)) if fits(s) => Some(s.to_owned()),
        _ => None,
    })
}

/// The most mentions of a heading that is the name of an event.
const LABEL: usize = 3;

/// The sport last named before a sentence: in its paragraph, else in the nearest heading above.
pub(super) fn sport_above(document: &Document<'_>, sentence: usize) -> Option<String> {
    let here = document.sentences[sentence].paragraph;
    let part = |s: &&str| !document.parts.iter().any(|p| p == s);
    // "Ski Cross" over a paragraph is as good as the name of its sport.
    let named = |s: &Sentence, m: &Mention| {
        let event = || event_sport(m).filter(|_| s.heading && s.mentions.len() <= LABEL);
        m.facets.get(Field::Sport).or_else(event).filter(|s| part(s)).map(str::to_owned)
    };
    let last = |s: &Sentence| s.mentions.iter().rev().find_map(|m| named(s, m));
    for s in document.sentences[..sentence].iter().rev().take(FAR) {
        if (s.paragraph == here || s.heading)
            && let Some(found) = last(s)
        {
            // "In speed skating the Chinese skaters won": the skaters are speed skaters.
            let sports = s.mentions.iter().rev().filter_map(|m| m.facets.get(Field::Sport));
            let exact = sports.into_iter().find(|exact| World::get().general(exact) == Some(&*found));
            return Some(exact.map_or(found.clone(), str::to_owned));
        }
    }
    None
}
