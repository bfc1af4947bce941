//! Editions called by their number, "the 10th All-Africa Games" of 2011, or by the year behind their host.

use std::collections::BTreeMap;

use super::forms::AGE_REACH;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::rules::Tags;
use crate::vocabulary::{Field, World};

/// Years between the edition and the article: "his third Olympic Games" are not those of 1904.
const NEAR: i32 = 8;

/// In an article without a date such an edition is at least that recent.
const EARLIEST: i32 = 1990;

/// The sport most spoken of goes with championships that name none.
pub(super) fn main_sport(document: &Document<'_>) -> String {
    let mut votes = BTreeMap::<&str, u32>::new();
    for m in document.sentences.iter().flat_map(|s| &s.mentions) {
        if let Some(sport) = m.facets.get(Field::Sport) {
            *votes.entry(sport).or_default() += 1;
        }
    }
    // A skier in a text on alpine skiing speaks for alpine skiing.
    let general = |sport: &str| World::get().general(sport).and_then(|vague| votes.get(vague)).copied().unwrap_or(0);
    let most = votes.iter().max_by_key(|(sport, n)| **n + general(sport));
    most.map(|(sport, _)| (*sport).to_owned()).unwrap_or_default()
}

/// How far in front of a competition its number may stand: "the XXVI World Summer Universiade", "the 18th edition of the".
const REACH: usize = 4;

/// What may stand between a number and the competition that it counts.
const BETWEEN: &[&str] = &["WORD", "CAP", "ORG", "OF", "DET", "SPORT", "GENDER", "REGION", "LITERAL", "QUOTE"];

/// The number in front of a competition, where only such words stand between.
fn number_before(tags: &Tags, mentions: &[Mention], at: usize) -> Option<i32> {
    let before = mentions[at.saturating_sub(REACH)..at].iter().rev();
    let mut before = before.skip_while(|m| BETWEEN.contains(&tags.name(m.tag)));
    before.next().filter(|m| tags.name(m.tag) == "ORD")?.facets.number(Field::Rank)
}

/// The year behind Games that are called by their host, which may have held them twice: "the Salt Lake City Games of 2002",
/// "the Olympic Games in Tokyo, in 1964".
fn year_behind(tags: &Tags, mentions: &[Mention], at: usize) -> Option<(String, i32)> {
    let games = mentions[at].facets.get(Field::Place).filter(|_| !mentions[at].facets.has(Field::Year))?;
    let name = mentions[at].facets.get(Field::Competition).filter(|c| World::get().is_games(c))?;
    let light = |m: &&Mention| !["OF", "IN", "COMMA", "OPEN"].contains(&tags.name(m.tag));
    let year = mentions[at + 1..].iter().take(3).find(light).filter(|m| tags.name(m.tag) == "YEAR")?;
    let year = year.facets.number(Field::Year)?;
    let by_host = mentions[at].facets.get(Field::Season) == Some("host");
    let same = |c: &str| by_host || c == name || c.strip_prefix("Winter ") == Some(name);
    let held = World::get()
        .hosted(games)
        .find(|e| e.sport.is_empty() && same(&e.competition) && (e.year == year || e.held() == year))?;
    Some((held.competition.clone(), held.year))
}

/// The year of the edition of Games that an article calls by its number alone: "13th place in this third edition of the event".
pub(super) fn edition_alone(document: &Document<'_>, competition: &str) -> Option<i32> {
    let published = document.year_published();
    let words = &document.pack.language.editions;
    let numbered = document.sentences.iter().flat_map(|s| s.mentions.iter().enumerate().map(move |(k, m)| (s, k, m)));
    let mut years = numbered.filter(|(.., m)| document.any(m, &["ORD"])).filter_map(|(s, k, m)| {
        let word = s.tokens.get(m.tokens.end)?;
        let behind = s.mentions.get(k + 1..)?.iter().take(NAMED);
        let own = words.contains(&word.folded) && behind.into_iter().all(|m| !document.any(m, &["COMP", "GAMESADJ"]));
        let edition = World::get().numbered(competition, "", m.facets.number(Field::Rank).filter(|_| own)?)?;
        let near = published.map_or(edition.held() >= EARLIEST, |p| (p - edition.held()).abs() <= 1);
        near.then_some(edition.year)
    });
    years.next()
}

/// How far behind such a number the name of the competition stands that it may belong to.
const NAMED: usize = 5;

/// Gives every mention of such an edition its year.
pub(super) fn resolve(document: &mut Document<'_>) {
    let published = document.year_published();
    let main = main_sport(document);
    let tags = &document.pack.tags;
    let year = |m: &Mention, number: i32| {
        let name = m.facets.get(Field::Competition)?;
        let world = World::get();
        let own = if world.is_games(name) { "" } else { m.facets.get(Field::Sport).unwrap_or(&main) };
        let edition = world.numbered(name, own, number)?;
        let near = published.map_or(edition.held() >= EARLIEST, |p| (p - edition.held()).abs() <= NEAR);
        near.then_some(edition.year)
    };
    for sentence in &mut document.sentences {
        for mentions in [&mut sentence.mentions, &mut sentence.early] {
            for at in 0..mentions.len() {
                let own = mentions[at].facets.number(Field::Ordinal);
                let comp = tags.name(mentions[at].tag) == "COMP";
                // "The 21st Asian Championships in karate for the young" have a number of their own.
                let of_age = mentions[at + 1..].iter().take(AGE_REACH).any(|m| tags.name(m.tag) == "AGE");
                let number = own.or_else(|| number_before(tags, mentions, at).filter(|_| comp)).filter(|_| !of_age);
                let said = number.and_then(|n| year(&mentions[at], n));
                if let Some((name, y)) = year_behind(tags, mentions, at).filter(|_| comp) {
                    mentions[at].facets.set(Field::Competition, name);
                    mentions[at].facets.set(Field::Year, y.to_string());
                } else if let (false, Some(y)) = (mentions[at].facets.has(Field::Year), said) {
                    mentions[at].facets.set(Field::Year, y.to_string());
                }
            }
        }
    }
}
