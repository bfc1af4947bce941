//! Phrases: mentions that stand together become one.

use std::ops::RangeInclusive;

use super::Document;
use super::complete::{GREAT, REMEMBERED};
use super::mention::Mention;
use super::people::People;
use super::segment::Sentence;
use super::trace::Trace;
use crate::rules::{Group, Phrase, TagSet};
use crate::vocabulary::{Edition, Facets, Field, OLYMPIAD, World, is_goal};

/// The tags of a sentence as a string of letters, and as a set.
pub(crate) fn letters(sentence: &Sentence) -> (String, TagSet) {
    let mut set = TagSet::default();
    let text = sentence
        .mentions
        .iter()
        .map(|m| {
            set.insert(m.tag);
            m.tag.letter()
        })
        .collect();
    (text, set)
}

/// Bytes of a letter of the private alphabet.
pub(crate) const LETTER: usize = 3;

/// A filled slot: its group, its first mention and the one after its last.
type Slot = (usize, usize, usize);

/// Runs the phrases of one stage over one sentence.
pub(crate) fn apply(document: &mut Document<'_>, index: usize, stage: u8, trace: &mut Option<Trace>) {
    let pack = document.pack;
    let (mut text, mut set) = letters(&document.sentences[index]);
    for phrase in pack.phrases.iter().filter(|p| p.stage == stage) {
        if !phrase.pattern.gate.iter().all(|g| g.meets(&set)) {
            continue;
        }
        let matches: Vec<regex::Captures<'_>> = phrase.pattern.regex.captures_iter(&text).collect();
        if matches.is_empty() {
            continue;
        }
        let spans: Vec<(usize, usize, Vec<Slot>)> = matches
            .iter()
            .map(|c| {
                let whole = c.get(0).map_or(0..0, |m| m.range());
                let slots = phrase
                    .pattern
                    .groups
                    .iter()
                    .enumerate()
                    .filter_map(|(g, group)| c.get(group.index).map(|m| (g, m.start() / LETTER, m.end() / LETTER)))
                    .collect();
                (whole.start / LETTER, whole.end / LETTER, slots)
            })
            .collect();
        for (start, end, slots) in spans.into_iter().rev() {
            // A group named `self` is what becomes the mention; what stands around it stays.
            let itself = slots.iter().find(|(g, ..)| phrase.pattern.groups[*g].slot == "self");
            if document.pack.tags.name(phrase.make) == "LICENCE"
                && mixes(document, &document.sentences[index].mentions[start..end])
            {
                continue;
            }
            let (start, end) = itself.map_or((start, end), |(_, s, e)| (*s, *e));
            let Some(mention) = build(document, index, phrase, start..end, &slots) else { continue };
            if let Some(trace) = trace {
                trace.phrase(index, phrase, &mention);
            }
            document.sentences[index].mentions.splice(start..end, [mention]);
        }
        (text, set) = letters(&document.sentences[index]);
    }
}

fn build(
    document: &mut Document<'_>,
    index: usize,
    phrase: &Phrase,
    range: std::ops::Range<usize>,
    slots: &[Slot],
) -> Option<Mention> {
    let sentence = &document.sentences[index];
    let mut facets = Facets::new();
    let mut others = Vec::new();
    for (group, start, end) in slots {
        let Group { slot, .. } = &phrase.pattern.groups[*group];
        for mention in &sentence.mentions[*start..*end] {
            if slot == "self" {
                continue;
            }
            // "At the 2016 Olympics and world champion": a competition of a year of its own is no second half of a title.
            if slot == "also" && (mention.facets.has(Field::Year) || mention.facets.has(Field::Place)) {
                return None;
            }
            if slot == "all" {
                facets.fill(&mention.facets);
            } else if let Some((field, value)) = Field::from_name(slot).and_then(|f| Some((f, value_of(f, mention)?))) {
                facets.fill_in(field, value);
            }
            if others.is_empty() {
                others.clone_from(&mention.others);
            }
        }
    }
    let collected = facets.clone();
    for (field, template) in &phrase.set {
        if template.is_empty() {
            facets.take(*field);
        } else if let Some(value) = collected.render(template) {
            // What is made of age or continent and name must be a competition: no "Junior Junior World Championships".
            let made = *field == Field::Competition && template.contains('{');
            if !made || World::get().competition(&value).is_some() {
                facets.set(*field, value);
                continue;
            }
            let (age, name) = value.split_once(' ')?;
            facets.set(Field::Competition, World::get().of_age(age, name)?);
        }
    }
    if facets.get(Field::Event).and_then(kilos).is_some_and(|kg| !CLASSES.contains(&kg)) {
        return None;
    }
    if facets.get(Field::Competition) == Some(HOSTED) {
        let games = hosted(&facets, document, document.pack.tags.name(phrase.make))?;
        facets.set(Field::Competition, games.competition.as_str());
        facets.set(Field::Year, games.year.to_string());
        facets.fill_in(Field::Season, "host");
    }
    let tokens = sentence.mentions[range.start].tokens.start..sentence.mentions[range.end - 1].tokens.end;
    let person = document.pack.tags.get("PERSON");
    if Some(phrase.make) == person && People::index(&facets).is_none() {
        let cap = document.pack.tags.get("CAP");
        let words: Vec<&str> = sentence.mentions[range.clone()]
            .iter()
            .filter(|m| Some(m.tag) == cap)
            .map(|m| &document.text[sentence.tokens[m.tokens.start].start..sentence.tokens[m.tokens.end - 1].end])
            .collect();
        let name = words.join(" ");
        let id = document.people.by_surname(&name, &document.pack.names);
        document.people.all[id].sentences.insert(index);
        facets.set(Field::Person, id.to_string());
    }
    Some(Mention { tag: phrase.make, tokens, facets, lexical: true, others })
}

/// True where licences for some Games and what is no prize stand together: "an Olympic quota at the World Championships in
/// Baku" was won there, and "an Olympic quota in Baku" of today is not for Games that Baku held long ago.
fn mixes(document: &Document<'_>, mentions: &[Mention]) -> bool {
    let mut named = mentions.iter().filter_map(|m| m.facets.get(Field::Competition));
    let goal = mentions.iter().any(|m| m.facets.get(Field::Competition).is_some_and(is_goal));
    let long_ago = |place: &str| {
        let day = document.year_published();
        let held = |e: &Edition| is_goal(&e.competition) && day.is_none_or(|d| e.held() + OLYMPIAD > d);
        !World::get().hosted(place).any(held)
    };
    let there = mentions.windows(2).any(|pair| {
        document.any(&pair[0], &["IN"])
            && document.any(&pair[1], &["CITY"])
            && pair[1].facets.get(Field::Place).is_some_and(long_ago)
    });
    goal && (there || named.any(|name| !is_goal(name)))
}

/// From the lightest class to the heaviest, in kilograms: "one kilogram more than the others" is a margin, "224 kg" a total
/// that somebody lifted.
const CLASSES: RangeInclusive<f32> = 20.0..=160.0;

/// The kilograms of a weight class.
fn kilos(event: &str) -> Option<f32> {
    event.strip_suffix(" kg")?.trim_start_matches('+').parse().ok()
}

/// In a phrase's `set`: the competition is the Olympic Games that the place hosted.
const HOSTED: &str = "hosted";

/// The year of publication, else the latest day or year that an article names, read once: many phrases may ask.
fn now(document: &Document<'_>) -> Option<i32> {
    let named = || {
        let mentions = document.sentences.iter().flat_map(|s| &s.mentions);
        mentions.filter(|m| document.any(m, &["YEAR", "DATE"])).filter_map(|m| m.facets.number(Field::Year)).max()
    };
    document.year_published().or_else(|| *document.latest_year.get_or_init(named))
}

/// The Olympic Games of a place that words for `what` name: in the year given, else the nearest to publication, else the latest
/// held. Other great games where there were none, but not for licences: nobody qualifies for them.
fn hosted(facets: &Facets, document: &Document<'_>, what: &str) -> Option<&'static Edition> {
    let place = facets.get(Field::Place)?;
    let year = facets.number(Field::Year);
    let olympic = |e: &&Edition| e.competition == "Olympic Games" || e.competition == "Winter Olympic Games";
    let wanted = facets.get(Field::Season);
    let mut editions: Vec<&Edition> = World::get()
        .hosted(place)
        .filter(|e| match wanted {
            Some("para") => e.competition.ends_with("Paralympic Games"),
            _ => olympic(e),
        })
        .collect();
    if editions.is_empty() && !["LICENCE", "QUALIFY"].contains(&what) {
        // Without a year a city brings only the great games to mind.
        let known = |e: &&Edition| year.is_some() || GREAT.contains(&&*e.competition);
        editions = World::get().hosted(place).filter(|e| e.sport.is_empty()).filter(known).collect();
    }
    match year {
        Some(y) => editions.into_iter().find(|e| e.year == y || e.held() == y),
        None => {
            let day = document.year_published();
            let near = editions.into_iter().min_by_key(|e| (day.map_or(0, |d| (d - e.held()).abs()), -e.year));
            // "A place won in St. Moritz" in 2023 is none of 1948; "medallist in Nagano" may be of long ago.
            let ahead = ["LICENCE", "QUALIFY", "COMP"].contains(&what);
            near.filter(|e| !ahead || now(document).is_none_or(|now| now - e.held() <= REMEMBERED))
        }
    }
}

/// What a mention says in answer to a slot: `{NUM:rank}` reads a count as a rank.
fn value_of(field: Field, mention: &Mention) -> Option<String> {
    let direct = mention.facets.get(field);
    let number = || mention.facets.get(Field::Count).or_else(|| mention.facets.get(Field::Rank));
    if field == Field::Also {
        let region = mention.facets.get(Field::Region).map(|r| format!("{r} Championships"));
        return mention.facets.get(Field::Competition).map(str::to_owned).or(region);
    }
    match field {
        Field::YearTo => direct.or_else(|| mention.facets.get(Field::Year)),
        Field::Count | Field::Rank | Field::Sports | Field::Year | Field::Day | Field::Ordinal => {
            direct.or_else(number)
        }
        _ => direct,
    }
    .map(str::to_owned)
}
