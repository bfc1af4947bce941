//! When an article was written: the day that its head gives, else the year that follows from what it says of Games whose
//! edition is known, "next year's Games in Tokyo".

use super::mention::Mention;
use super::people::People;
use super::segment::Sentence;
use super::{Document, head, phrases};
use crate::vocabulary::{Edition, Field, World, is_goal};

/// The day, else the year, in which an article was written; empty where nothing tells it.
pub(super) fn when(document: &Document<'_>) -> String {
    let day = Some(dated(document)).filter(|day| !day.is_empty());
    day.or_else(|| day_told(document)).or_else(|| year_by_games(document)).unwrap_or_default()
}

/// The date that the first sentences give, before anything else is made of them.
pub(super) fn date_of_head(document: &Document<'_>) -> String {
    let head = document.sentences.iter().take(HEADLINES).cloned().collect();
    let mut head = Document::new(document.text, document.pack, head, People::default(), String::new());
    for i in 0..head.sentences.len() {
        phrases::apply(&mut head, i, DATES, &mut None);
    }
    dated(&head)
}

/// The stage in which phrases put dates together.
const DATES: u8 = 1;

/// A date of which only the month is known stands near that month's end: what it reports is over by then. The Paralympic Games
/// of 2024 began on the 28th of theirs.
pub(super) fn full_date(date: &str) -> String {
    if date.len() == "2024-04".len() { format!("{date}-27") } else { date.to_owned() }
}

/// The full date of a dateline: in the first words of one of the first two sentences, a short line of its own, or in front
/// of the dash with which a report begins below its headlines ("LIMA, 1 September 2019 - ...").
fn dated(document: &Document<'_>) -> String {
    let date = document.pack.tags.get("DATE");
    let lines = document.sentences.iter().enumerate().filter(|(i, s)| {
        *i < 2
            || (s.heading && s.mentions.len() <= DATELINE)
            || *i < HEADLINES && (opens_with_date(document, s) || is_timed(document, s) || ends_with_date(document, s))
            || *i < HEADLINES && head::is_dateline(document, s)
    });
    lines
        .flat_map(|(_, s)| s.mentions.iter().take(DATELINE).map(move |m| (s, m)))
        .find_map(|(s, m)| {
            let token = &s.tokens[m.tokens.start];
            let iso = document.text.get(token.start..token.end).filter(|t| t.len() == "2024-04-22".len());
            let iso = iso.filter(|t| t.parse::<jiff::civil::Date>().is_ok()).map(str::to_owned);
            let iso = iso.or_else(|| in_digits(document.text.get(token.start..token.end)?));
            let part = |f| m.facets.number(f);
            let said = || {
                let (year, month, day) = (part(Field::Year)?, part(Field::Month)?, part(Field::Day)?);
                Some(format!("{year:04}-{month:02}-{day:02}")).filter(|d| d.parse::<jiff::civil::Date>().is_ok())
            };
            iso.or_else(|| if Some(m.tag) == date { said() } else { None })
        })
        .or_else(|| spaced(document))
        .unwrap_or_default()
}

/// The date in digits of a short line at the head that spaces or letters cut up: "Published: 23 - 04 - 2012", "11.10.2023y.".
fn spaced(document: &Document<'_>) -> Option<String> {
    let short = |s: &&Sentence| s.heading && s.mentions.len() <= 2 * DATELINE || s.mentions.len() <= DATE_ALONE;
    let lines = document.sentences.iter().take(HEADLINES).filter(short);
    let written =
        lines.filter_map(|s| Some(document.text.get(s.start..s.end)?.replace(" - ", "-").replace(" / ", "/")));
    let digits = |c: char| !(c.is_ascii_digit() || "-./".contains(c));
    written.into_iter().find_map(|line| line.split(digits).find_map(|part| in_digits(&part.replace('-', "."))))
}

/// A date in digits, the day first (`16/07/2019`, `16.07.2019`), or the month first where the day can be no month.
pub(super) fn in_digits(written: &str) -> Option<String> {
    let mut parts = written.split(['/', '.']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (a, b): (u8, u8) = (a.parse().ok()?, b.parse().ok()?);
    let (day, month) = if b > 12 { (b, a) } else { (a, b) };
    let date = format!("{year}-{month:02}-{day:02}");
    (year.len() == 4 && parts.next().is_none() && date.parse::<jiff::civil::Date>().is_ok()).then_some(date)
}

/// True for a sentence with a place, a date and a dash in front.
fn opens_with_date(document: &Document<'_>, sentence: &Sentence) -> bool {
    let date = sentence.mentions.iter().take(DATELINE).position(|m| document.any(m, &["DATE"]));
    let dash = |m: &Mention| document.any(m, &["DASH", "HYPHEN", "COLON"]);
    let placed = sentence.mentions.first().is_some_and(|m| document.any(m, &["CITY", "CAP", "COUNTRY", "COMP"]));
    placed && date.is_some_and(|at| sentence.mentions[at..].iter().take(DATELINE).any(dash))
}

/// True for a short line with a date and the time of day right behind it: "First published May 22, 2024, 1:34 PM IST".
fn is_timed(document: &Document<'_>, sentence: &Sentence) -> bool {
    let mentions = &sentence.mentions;
    let date = mentions.iter().take(DATELINE).position(|m| document.any(m, &["DATE"]));
    let time = |at: usize| mentions[at..].iter().take(3).any(|m| document.any(m, &["SCORE"]));
    sentence.heading && mentions.len() <= 2 * DATELINE && date.is_some_and(time)
}

/// How many mentions a date has that is a sentence of its own: "11.10.2023y."
const DATE_ALONE: usize = 4;

/// Sentences among which the headlines of a report are.
const HEADLINES: usize = 8;

/// How many mentions a dateline has at most.
const DATELINE: usize = 6;

/// True for a short line that ends with a day, and perhaps the time: "By Anna Kiss, Tuesday 12 Sep 2023", "Media365 : publié le
/// mercredi 17 avril 2024 à 14h05".
fn ends_with_date(document: &Document<'_>, sentence: &Sentence) -> bool {
    let mentions = &sentence.mentions;
    let Some(at) = mentions.iter().rposition(|m| document.any(m, &["DATE"])) else { return false };
    let lead = at.checked_sub(1).map(|k| &mentions[k]);
    // "Athletes who qualified by 30 June 2024", "from 5 to 21 August 2016".
    let told = lead
        .is_some_and(|m| document.any(m, &["IN", "FROM", "TO", "BY", "AND", "DASH", "HYPHEN", "SINCE", "OPEN", "OF"]));
    let day = mentions[at].facets.has(Field::Year) && mentions[at].facets.has(Field::Day);
    sentence.heading && day && !told && at <= LINE && mentions.len() <= at + TIME
}

/// How far into its line such a day stands at most, in mentions.
const LINE: usize = 12;

/// How many mentions the time of day behind a day is at most: "à 14h05".
const TIME: usize = 6;

/// The day of which one of the first sentences tells: "on Tuesday, April 2, 2024".
fn day_told(document: &Document<'_>) -> Option<String> {
    let sentences = document.sentences.iter().take(TOLD);
    let pairs = sentences.flat_map(|s| (1..s.mentions.len()).map(move |k| (&s.mentions[..k], &s.mentions[k])));
    pairs.into_iter().find_map(|(before, m)| {
        let mut before = before.iter().rev().filter(|m| !document.any(m, &["COMMA", "DET"]));
        let weekday = document.any(m, &["DATE"]) && before.next().is_some_and(|m| document.any(m, &["WEEKDAY"]));
        let part = |f| m.facets.number(f).filter(|_| weekday);
        let date = format!("{:04}-{:02}-{:02}", part(Field::Year)?, part(Field::Month)?, part(Field::Day)?);
        date.parse::<jiff::civil::Date>().is_ok().then_some(date)
    })
}

/// How many sentences may tell what an article is about.
const TOLD: usize = 4;

/// How many mentions may stand between "next year" and what takes place then.
const REACH: usize = 4;

/// The last day of the year in which an article was written, by how far it says that Games of a known edition lie from it:
/// "next year's Games in Tokyo", "last year's Commonwealth Games in Birmingham".
fn year_by_games(document: &Document<'_>) -> Option<String> {
    for sentence in &document.sentences {
        let mentions = &sentence.mentions;
        for (at, m) in mentions.iter().enumerate() {
            let Some(years) = m.facets.get(Field::Relative).and_then(|r| r.parse::<i32>().ok()) else {
                continue;
            };
            let reach = if years == 1 { REACH } else { 1 };
            let near = &mentions[at.saturating_sub(reach)..(at + reach + 1).min(mentions.len())];
            if let Some(games) = near.iter().find_map(|m| edition(document, near, m)) {
                // Olympic Games that lie ahead go by the year of their name; of others put off nobody can tell.
                let year = if years > 0 && is_goal(&games.competition) { games.year } else { games.held() };
                if years > 0 && year != games.year {
                    continue;
                }
                return Some(format!("{}-12-31", year - years));
            }
        }
    }
    None
}

/// The edition of Games that a mention names with its year or its host, which may stand beside it.
fn edition<'m>(document: &Document<'_>, near: &'m [Mention], m: &'m Mention) -> Option<&'static Edition> {
    let world = World::get();
    let name = m.facets.get(Field::Competition).filter(|name| world.is_games(name) || is_goal(name));
    if name.is_none() && !document.any(m, &["GAMES"]) {
        return None;
    }
    let year = m.facets.number(Field::Year);
    if let (Some(name), Some(year)) = (name, year) {
        return world.edition(name, "", year);
    }
    let city = near.iter().find_map(|m| m.facets.get(Field::Place))?;
    let same =
        |e: &&Edition| e.sport.is_empty() && name.map_or(is_goal(&e.competition), |n| e.competition.ends_with(n));
    world.hosted(city).filter(same).max_by_key(|e| e.year)
}
