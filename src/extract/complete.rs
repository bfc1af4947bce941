//! What a statement leaves out: competition, year, sport, event, gender, country come from the clause,
//! else the sentence, the paragraph, the heading, the article's topic.

use std::collections::BTreeMap;

use super::Document;
use super::facts::Holder;
use super::people::Person;
use super::segment::Sentence;
use super::tag::Mention;
use super::who::{Resolved, main_country};
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// What the article as a whole is about.
#[derive(Debug, Default)]
pub(crate) struct Topic {
    /// The competition most spoken of, licences and plans left out.
    competition: Option<String>,
    /// The year of each competition, where the article gives one.
    years: BTreeMap<String, String>,
    /// The sport most spoken of, where it leads.
    sport: Option<String>,
    country: Option<String>,
    /// True where the article is about Paralympic sport.
    para: bool,
    /// Year of publication.
    published: Option<i32>,
}

/// Fills the fields of every statement.
pub(crate) fn complete(document: &mut Document<'_>, resolved: Vec<Resolved>) -> Vec<Resolved> {
    let topic = Topic::of(document);
    let mut out: Vec<Resolved> = resolved;
    for statement in &mut out {
        competition(document, &topic, statement);
        event(document, &topic, statement);
        sport(document, &topic, statement);
        if statement.holder == Holder::Athlete && statement.country.is_none() {
            statement.country = country(document, &topic, statement.person);
        }
    }
    for i in 0..document.people.all.len() {
        let sport = person_sport(document, &topic, i, &out);
        let country = country(document, &topic, Some(i));
        let person = &mut document.people.all[i];
        if let (true, Some(s)) = (person.sports.is_empty(), sport) {
            person.sports.insert(s, 1);
        }
        if let (true, Some(c)) = (person.countries.is_empty(), country) {
            person.countries.insert(c, 1);
        }
    }
    out
}

fn is(document: &Document<'_>, mention: &Mention, tag: &str) -> bool {
    document.pack.tags.get(tag) == Some(mention.tag)
}

/// Competitions that hand out licences.
fn is_goal(competition: &str) -> bool {
    competition.contains("lympic Games")
}

impl Topic {
    fn of(document: &Document<'_>) -> Topic {
        let mut topic = Topic { published: document.published.get(..4).and_then(|y| y.parse().ok()), ..Topic::default() };
        let mut competitions = BTreeMap::<String, u32>::new();
        let mut sports = BTreeMap::<String, u32>::new();
        for (i, sentence) in document.sentences.iter().enumerate() {
            let weight = if i < 2 || sentence.heading { 3 } else { 1 };
            let plans = sentence.mentions.iter().any(|m| {
                ["LICENCE", "QUALIFY", "TARGET", "FORECAST"].iter().any(|t| is(document, m, t))
            });
            for mention in &sentence.mentions {
                if let Some(sport) = mention.facets.get(Field::Sport) {
                    *sports.entry(sport.to_owned()).or_default() += weight;
                }
                let Some(name) = mention.facets.get(Field::Competition).filter(|_| is(document, mention, "COMP")) else {
                    continue;
                };
                let future = is_goal(name) && plans;
                *competitions.entry(name.to_owned()).or_default() += if future { 0 } else { weight * 2 };
                if let Some(year) = mention.facets.get(Field::Year) {
                    topic.years.entry(name.to_owned()).or_insert_with(|| year.to_owned());
                }
            }
        }
        let lead = |votes: &BTreeMap<String, u32>| {
            votes.iter().filter(|(_, n)| **n > 0).max_by_key(|(k, n)| (**n, std::cmp::Reverse((*k).clone()))).map(|(k, _)| k.clone())
        };
        topic.competition = lead(&competitions);
        let total: u32 = sports.values().sum();
        topic.sport = lead(&sports).filter(|s| sports[s] * 2 >= total);
        let para = |k: &String| k.starts_with("para ") || k.contains("Paralympic");
        let para_votes: u32 = sports.iter().chain(&competitions).filter(|(k, _)| para(k)).map(|(_, n)| *n).sum();
        let all: u32 = sports.values().chain(competitions.values()).sum();
        topic.para = para_votes * 2 > all;
        topic.country = main_country(document);
        topic
    }
}

/// The nearest mention that passes `test`, behind the focus rather than before it, not beyond another
/// focus or a barrier.
fn nearest<'a>(
    document: &Document<'_>,
    sentence: &'a Sentence,
    statement: &Resolved,
    test: impl Fn(&Mention) -> bool,
) -> Option<&'a Mention> {
    let mentions = &sentence.mentions;
    let focus = mentions.iter().position(|m| m.tokens.end > statement.tokens.start)?;
    let blocks = |m: &Mention| {
        let other = if statement.table == Table::Medals { ["LICENCE", "QUALIFY"] } else { ["MEDAL", "TITLE"] };
        is(document, m, "SEMI") || other.iter().any(|t| is(document, m, t))
    };
    let mut best: Option<(usize, &Mention)> = None;
    let mut cost = 0;
    for m in &mentions[focus + 1..] {
        cost += if is(document, m, "MEDAL") || is(document, m, "PERSON") { 4 } else { 1 };
        if blocks(m) {
            break;
        }
        if test(m) {
            best = Some((cost, m));
            break;
        }
    }
    let mut cost = 2;
    for m in mentions[..focus].iter().rev() {
        cost += if is(document, m, "MEDAL") { 4 } else { 1 };
        if blocks(m) && statement.table == Table::Medals && !is(document, m, "LICENCE") {
            break;
        }
        if test(m) {
            if best.is_none_or(|(c, _)| cost < c) {
                best = Some((cost, m));
            }
            break;
        }
    }
    best.map(|(_, m)| m)
}

fn competition(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.sentence];
    let licence = statement.table == Table::Licenses;
    let fits = |m: &Mention| {
        is(document, m, "COMP")
            && m.facets.get(Field::Competition).is_some_and(|c| if licence { is_goal(c) } else { !c.contains("Qualification") })
    };
    let take = |statement: &mut Resolved, m: &Mention| {
        for f in [Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative] {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
    };
    let own = statement.fields.get(Field::Competition).map(str::to_owned);
    match &own {
        None => {
            if let Some(m) = nearest(document, sentence, statement, fits) {
                take(statement, m);
            } else if !(statement.description && statement.fields.has(Field::Region)) {
                earlier(document, topic, statement, fits);
            }
        }
        // "Olympic gold ... at the Tokyo Games": the same competition, said more fully.
        Some(name) if !statement.description || licence => {
            let same = |m: &Mention| fits(m) && m.facets.get(Field::Competition).is_some_and(|c| c == name || c.ends_with(name.as_str()));
            if let Some(m) = nearest(document, sentence, statement, same) {
                take(statement, m);
            }
        }
        Some(_) => {}
    }
    year(document, topic, statement, own.is_some());
}

/// The competition spoken of before this sentence: in the paragraph, else the article's topic.
fn earlier(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, fits: impl Fn(&Mention) -> bool) {
    let here = document.sentences[statement.sentence].paragraph;
    let before = document.sentences[..statement.sentence]
        .iter()
        .rev()
        .take_while(|s| s.paragraph == here)
        .find_map(|s| s.mentions.iter().rev().find(|m| fits(m)));
    let licence = statement.table == Table::Licenses;
    if let Some(m) = before {
        for f in [Field::Competition, Field::Year, Field::Place, Field::Relative] {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
        return;
    }
    if licence {
        let any = document.sentences.iter().flat_map(|s| &s.mentions);
        let goals: Vec<&Mention> = any.filter(|m| fits(m)).collect();
        if let Some(m) = goals.iter().find(|m| m.facets.has(Field::Year)).or(goals.first()) {
            for f in [Field::Competition, Field::Year, Field::Place] {
                if let Some(v) = m.facets.get(f) {
                    statement.fields.fill_in(f, v);
                }
            }
        }
    } else if let Some(name) = &topic.competition {
        statement.fields.fill_in(Field::Competition, name.as_str());
    }
}

fn year(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, own: bool) {
    let sentence = &document.sentences[statement.sentence];
    let Some(name) = statement.fields.get(Field::Competition).map(str::to_owned) else { return };
    let world = World::get();
    let sport = statement.fields.get(Field::Sport).unwrap_or("").to_owned();
    if statement.fields.has(Field::Year) {
        return;
    }
    // The host names the edition.
    if let Some(place) = statement.fields.get(Field::Place).map(str::to_owned) {
        if let Some(edition) = hosted(world, &name, &place, topic.published) {
            statement.fields.set(Field::Year, edition.to_string());
            return;
        }
    }
    if statement.description && own {
        return;
    }
    // A year of its own in the clause, unless it belongs to another competition.
    let free = |m: &Mention| is(document, m, "YEAR") || (["DATE", "RANGE"].iter().any(|t| is(document, m, t)) && m.facets.has(Field::Year));
    if statement.table == Table::Medals {
        if let Some(m) = nearest(document, sentence, statement, free) {
            if let Some(y) = m.facets.get(Field::Year) {
                statement.fields.set(Field::Year, y);
                if let Some(to) = m.facets.get(Field::YearTo) {
                    statement.fields.fill_in(Field::YearTo, to);
                }
                return;
            }
        }
        // A host city in the clause names the edition too.
        if world.is_games(&name) {
            let host = |m: &Mention| {
                is(document, m, "CITY") && m.facets.get(Field::Place).is_some_and(|p| hosted(world, &name, p, topic.published).is_some())
            };
            if let Some(p) = nearest(document, sentence, statement, host).and_then(|m| m.facets.get(Field::Place)) {
                if let Some(y) = hosted(world, &name, p, topic.published) {
                    statement.fields.set(Field::Year, y.to_string());
                    return;
                }
            }
        }
    }
    if let Some(relative) = statement.fields.get(Field::Relative).map(str::to_owned) {
        if let Some(y) = relative_year(world, &name, &sport, &relative, document.published, topic.published) {
            statement.fields.set(Field::Year, y.to_string());
            return;
        }
    }
    if let Some(y) = topic.years.get(&name) {
        statement.fields.set(Field::Year, y.as_str());
        return;
    }
    // Hosts named elsewhere in the article.
    if world.is_games(&name) {
        let elsewhere = document
            .sentences
            .iter()
            .flat_map(|s| &s.mentions)
            .filter(|m| is(document, m, "CITY"))
            .filter_map(|m| m.facets.get(Field::Place))
            .find_map(|p| hosted(world, &name, p, topic.published));
        if let Some(y) = elsewhere {
            statement.fields.set(Field::Year, y.to_string());
            return;
        }
    } else {
        let places: Vec<&str> = document
            .sentences
            .iter()
            .flat_map(|s| &s.mentions)
            .filter_map(|m| m.facets.get(Field::Place))
            .collect();
        let sports: Vec<&str> = if sport.is_empty() { topic.sport.iter().map(|s| &**s).collect() } else { vec![&*sport] };
        let known = sports.iter().find_map(|s| {
            world
                .editions(&name, s)
                .filter(|e| places.contains(&&*e.city))
                .min_by_key(|e| topic.published.map_or(-e.year, |p| (p - e.held()).abs()))
        });
        if let Some(e) = known.filter(|e| topic.published.is_none_or(|p| (p - e.held()).abs() <= 1)) {
            statement.fields.set(Field::Year, e.year.to_string());
            return;
        }
    }
    let licence = statement.table == Table::Licenses;
    let Some(published) = topic.published else { return };
    if world.is_games(&name) {
        let status = statement.fields.get(Field::Status);
        let ahead = licence || matches!(status, Some("target" | "forecast"));
        let day = document.published;
        let pick = if ahead {
            world.editions(&name, "").find(|e| if e.end.is_empty() { e.held() >= published } else { &*e.end >= day })
        } else {
            world.editions(&name, "").rfind(|e| if e.start.is_empty() { e.held() <= published } else { &*e.start <= day })
        };
        if let Some(e) = pick {
            statement.fields.set(Field::Year, e.year.to_string());
        }
    } else if topic.competition.as_deref() == Some(&*name) {
        statement.fields.set(Field::Year, published.to_string());
    }
}

/// The year of the edition that a city hosted: the nearest to publication, else the latest.
fn hosted(world: &World, competition: &str, place: &str, published: Option<i32>) -> Option<i32> {
    let same = |c: &str| c == competition || (competition == "Olympic Games" && c == "Winter Olympic Games")
        || (competition == "Paralympic Games" && c == "Winter Paralympic Games");
    world
        .hosted(place)
        .filter(|e| e.sport.is_empty() && same(&e.competition))
        .min_by_key(|e| (published.map_or(0, |p| (p - e.held()).abs()), -e.year))
        .map(|e| e.year)
}

fn relative_year(world: &World, name: &str, sport: &str, relative: &str, day: &str, published: Option<i32>) -> Option<i32> {
    let published = published?;
    if let Ok(offset) = relative.parse::<i32>() {
        return Some(published + offset);
    }
    let mut editions = world.editions(name, sport).filter(|e| world.is_games(name) || !e.sport.is_empty());
    match relative {
        "last" => editions.rfind(|e| if e.end.is_empty() { e.held() < published } else { &*e.end < day }).map(|e| e.year),
        "next" => editions.find(|e| if e.start.is_empty() { e.held() > published } else { &*e.start > day }).map(|e| e.year),
        _ => None,
    }
}

fn event(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Event) || statement.description && statement.fields.has(Field::Year) {
        return;
    }
    if statement.holder == Holder::Country && statement.fields.number(Field::Count).unwrap_or(1) > 1 {
        return;
    }
    let sentence = &document.sentences[statement.sentence];
    let has = |m: &Mention| m.facets.has(Field::Event) && ["EVENT", "WEIGHT", "DIST"].iter().any(|t| is(document, m, t));
    if statement.description {
        return;
    }
    if let Some(m) = nearest(document, sentence, statement, has) {
        // Of several meanings of one name, the one of the sport at hand.
        let sport = statement
            .fields
            .get(Field::Sport)
            .or_else(|| Person::most(&document.people.all.get(statement.person?)?.sports))
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

fn sport(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Sport) {
        return;
    }
    if let Some(p) = statement.person {
        if let Some(s) = Person::most(&document.people.all[p].sports) {
            statement.fields.set(Field::Sport, s);
            return;
        }
    }
    let sentence = &document.sentences[statement.sentence];
    let has = |m: &Mention| m.facets.has(Field::Sport) && !is(document, m, "PERSON");
    if let Some(s) = nearest(document, sentence, statement, has).and_then(|m| m.facets.get(Field::Sport)) {
        statement.fields.set(Field::Sport, s);
        return;
    }
    let all_sports = statement.holder != Holder::Athlete
        && statement.fields.get(Field::Competition).is_some_and(|c| World::get().is_games(c))
        && statement.fields.number(Field::Count).unwrap_or(1) > 1;
    if let (Some(s), false) = (&topic.sport, all_sports) {
        statement.fields.set(Field::Sport, s.as_str());
    }
}

fn person_sport(document: &Document<'_>, topic: &Topic, person: usize, facts: &[Resolved]) -> Option<String> {
    let of_facts = facts.iter().filter(|f| f.person == Some(person)).find_map(|f| f.fields.get(Field::Sport));
    if let Some(s) = of_facts {
        return Some(s.to_owned());
    }
    // The one sport of the sentences that name the person, else the article's.
    let mut near: Vec<&str> = document.people.all[person]
        .sentences
        .iter()
        .flat_map(|i| &document.sentences[*i].mentions)
        .filter_map(|m| m.facets.get(Field::Sport))
        .collect();
    near.sort_unstable();
    near.dedup();
    let sport = match (&near[..], &topic.sport) {
        ([one], _) => Some((*one).to_owned()),
        (_, topic) => topic.clone(),
    };
    match sport {
        Some(s) if topic.para => Some(World::get().para_sport(&s).map_or(s.clone(), str::to_owned)),
        s => s,
    }
}

fn country(document: &Document<'_>, topic: &Topic, person: Option<usize>) -> Option<String> {
    let person = &document.people.all[person?];
    Person::most(&person.countries).map(str::to_owned).or_else(|| topic.country.clone())
}
