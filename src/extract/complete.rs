//! What a statement leaves out: competition, year, sport, event, gender, country come from the clause,
//! else the sentence, the paragraph, the heading, the article's topic.

use std::collections::BTreeMap;

use super::Document;
use super::facts::Holder;
use super::people::{People, Person};
use super::segment::Sentence;
use super::tag::Mention;
use super::who::{Resolved, main_country};
use crate::rules::Table;
use crate::vocabulary::{Edition, Field, World};

/// What the article as a whole is about.
#[derive(Debug, Default)]
pub(crate) struct Topic {
    /// The competition most spoken of, licences and plans left out.
    competition: Option<String>,
    /// The years that the article gives each competition, the most spoken of first.
    years: BTreeMap<String, Vec<(i32, u32)>>,
    /// The same of sentences about plans and licences.
    ahead: BTreeMap<String, Vec<(i32, u32)>>,
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
    for statement in &out {
        // "The Kenyan" says the country of the person it stands for.
        if let (Some(person), Some(country)) = (statement.person, &statement.country) {
            let countries = &mut document.people.all[person].countries;
            if countries.is_empty() {
                countries.insert(country.clone(), 1);
            }
        }
    }
    for statement in &mut out {
        competition(document, &topic, statement);
        event(document, &topic, statement);
        sport(document, &topic, statement);
        paralympic(document, &topic, statement);
        if statement.holder == Holder::Athlete && statement.country.is_none() {
            statement.country = country(document, &topic, statement.person);
        }
    }
    for i in 0..document.people.all.len() {
        if let Some(exact) = exact_sport(document, &topic, i) {
            document.people.all[i].sports.insert(exact, 1);
        }
        let para = document.people.all[i].sentences.first().is_some_and(|s| paralympic_paragraph(document, *s));
        if let (true, Some(own)) = (para, document.people.all[i].sport().map(str::to_owned)) {
            if let Some(para) = World::get().para_sport(&own) {
                document.people.all[i].sports = BTreeMap::from([(para.to_owned(), 1)]);
            }
        }
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

/// How much the date of publication says for the Games under way, against one mention of others.
const UNDER_WAY: u32 = 3;

/// Distances that are run where no stroke is named.
const RUN: &[&str] = &["100 m", "200 m", "400 m", "800 m", "1500 m", "3000 m", "5000 m", "10000 m"];

/// So many medals of one athlete are a career's, not one edition's.
const CAREER: i32 = 6;

/// From so many weight classes on the sport that has them all is the article's.
const FEWEST_WEIGHTS: usize = 3;

/// Competitions that hand out licences.
fn is_goal(competition: &str) -> bool {
    competition.contains("lympic Games")
}

impl Topic {
    fn of(document: &Document<'_>) -> Topic {
        let mut topic =
            Topic { published: document.published.get(..4).and_then(|y| y.parse().ok()), ..Topic::default() };
        let mut competitions = BTreeMap::<String, u32>::new();
        let mut named = BTreeMap::<String, u32>::new();
        let mut sports = BTreeMap::<String, u32>::new();
        let mut years = BTreeMap::<String, BTreeMap<i32, u32>>::new();
        let mut plans_for = BTreeMap::<String, BTreeMap<i32, u32>>::new();
        for (i, sentence) in document.sentences.iter().enumerate() {
            let weight = if i < 2 || sentence.heading { 3 } else { 1 };
            let plans = sentence
                .mentions
                .iter()
                .any(|m| ["LICENCE", "QUALIFY", "TARGET", "FORECAST"].iter().any(|t| is(document, m, t)));
            for (at, mention) in sentence.mentions.iter().enumerate() {
                if let Some(sport) = mention.facets.get(Field::Sport).or_else(|| event_sport(mention)) {
                    *sports.entry(sport.to_owned()).or_default() += weight;
                }
                if is(document, mention, "PARACLASS") {
                    *named.entry("para class".to_owned()).or_default() += 1;
                }
                let Some(name) = mention.facets.get(Field::Competition) else { continue };
                if !is(document, mention, "COMP") {
                    // A title won now speaks for its championships, one of old faintly.
                    let now = sentence.mentions[at.saturating_sub(3)..at].iter().any(|m| is(document, m, "BECOME"));
                    if ["TITLE", "MEDAL"].iter().any(|t| is(document, mention, t)) {
                        *competitions.entry(name.to_owned()).or_default() += if now { weight * 2 } else { 1 };
                    }
                    continue;
                }
                if name.contains("Qualif") {
                    continue;
                }
                // "since Athens 2004" is not the edition spoken of.
                if sentence.mentions[at.saturating_sub(2)..at].iter().any(|m| is(document, m, "SINCE")) {
                    continue;
                }
                let future = is_goal(name) && plans;
                // "Tokyo 2020" may mean either.
                let host = mention.facets.get(Field::Season) == Some("host");
                *named.entry(name.to_owned()).or_default() += if host { 1 } else { weight };
                *competitions.entry(name.to_owned()).or_default() += if future { 0 } else { weight * 2 };
                let hosted = || hosted(World::get(), name, mention.facets.get(Field::Place)?, topic.published);
                let dated = || only_year(document, sentence);
                if let Some(year) = mention.facets.number(Field::Year).or_else(hosted).or_else(dated) {
                    *plans_for.entry(name.to_owned()).or_default().entry(year).or_default() += weight;
                    if !future {
                        *years.entry(name.to_owned()).or_default().entry(year).or_default() += weight;
                    }
                }
            }
        }
        for (name, votes) in plans_for {
            let mut ranked: Vec<(i32, u32)> = votes.into_iter().collect();
            ranked.sort_by_key(|(year, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(*year)));
            topic.ahead.insert(name, ranked);
        }
        // Published while the Games were on or just over, and the host or the Games are named: about these.
        for edition in World::get().under_way(&document.published) {
            let olympic = edition.competition.ends_with("lympic Games");
            let here = |m: &Mention| {
                m.facets.get(Field::Place) == Some(&edition.city)
                    || (olympic && is(document, m, "GAMES"))
                    || m.facets.get(Field::Competition).is_some_and(|c| {
                        c == edition.competition || (olympic && edition.competition.strip_prefix("Winter ") == Some(c))
                    })
            };
            let times = document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| here(m)).count();
            if times > 0 {
                *competitions.entry(edition.competition.clone()).or_default() += UNDER_WAY * times.min(3) as u32;
                *years.entry(edition.competition.clone()).or_default().entry(edition.year).or_default() += UNDER_WAY;
            }
        }
        for (name, votes) in years {
            // A year in passing is not the year of the championships that the article is about.
            let firm = |(year, n): &(i32, u32)| {
                World::get().is_games(&name) || topic.published.is_none_or(|p| p == *year) || *n > 2
            };
            let votes: BTreeMap<i32, u32> = votes.into_iter().filter(firm).collect();
            let mut ranked: Vec<(i32, u32)> = votes.into_iter().collect();
            ranked.sort_by_key(|(year, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(*year)));
            topic.years.insert(name, ranked);
        }
        let lead = |votes: &BTreeMap<String, u32>| {
            votes
                .iter()
                .filter(|(_, n)| **n > 0)
                .max_by_key(|(k, n)| (**n, std::cmp::Reverse((*k).clone())))
                .map(|(k, _)| k.clone())
        };
        topic.competition = lead(&competitions);
        let total: u32 = sports.values().sum();
        // "skiing" and "alpine skiing" in one article are alpine skiing.
        let world = World::get();
        let freestyle =
            |m: &Mention| is(document, m, "DISCIPLINE") && m.facets.get(Field::Discipline) == Some("freestyle");
        if sports.contains_key("wrestling") {
            let n = document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| freestyle(m)).count();
            if n > 0 {
                *sports.entry(WOMEN_WRESTLE.to_owned()).or_default() += n as u32;
            }
        }
        if sports.is_empty() {
            // Bare distances are run.
            let run =
                document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| {
                    is(document, m, "DIST") && m.facets.get(Field::Event).is_some_and(|e| RUN.contains(&e))
                });
            if run.count() > 1 {
                sports.insert("athletics".to_owned(), 1);
            }
        }
        let exact: Vec<(String, String)> = sports
            .keys()
            .filter_map(|s| Some((s.clone(), world.general(s)?.to_owned())))
            .filter(|(_, general)| sports.contains_key(general))
            .collect();
        for (sport, general) in exact {
            // "No Greco-Roman wrestler" in passing does not make all wrestlers Greco-Roman.
            if sports[&sport] * 4 < sports.get(&general).copied().unwrap_or(0) {
                continue;
            }
            if let Some(n) = sports.remove(&general) {
                *sports.entry(sport).or_default() += n;
            }
        }
        topic.sport = lead(&sports).filter(|s| sports[s] * 2 >= total);
        if topic.sport.is_none() {
            let weights: std::collections::BTreeSet<String> = document
                .sentences
                .iter()
                .flat_map(|s| &s.mentions)
                .filter_map(|m| m.facets.get(Field::Event))
                .filter(|e| e.ends_with(" kg"))
                .map(str::to_owned)
                .collect();
            if weights.len() >= FEWEST_WEIGHTS {
                topic.sport = world.sport_of_weights(&weights).map(str::to_owned);
            }
        }
        let votes = |test: &dyn Fn(&str) -> bool| -> u32 {
            sports.iter().chain(&named).filter(|(k, _)| test(k)).map(|(_, n)| *n).sum()
        };
        let para = votes(&|k| k.starts_with("para ") || k.starts_with("para-") || k.contains("Paralympic"));
        topic.para = para > votes(&|k| k.contains("Olympic") || k.contains("World Championships"));
        topic.country = main_country(document);
        topic
    }
}

impl Topic {
    /// The year of the edition of a competition that the article is about.
    ///
    /// With a date of publication: the edition under way or just over, where the article names it or no
    /// other; what was won was won before, what is aimed at lies ahead.
    fn year(&self, world: &World, day: &str, name: &str, ahead: bool) -> Option<i32> {
        let years = if ahead { self.ahead.get(name)? } else { self.years.get(name)? };
        let held = |y: &i32| world.edition(name, "", *y).map_or(*y, Edition::held);
        let Some(published) = self.published else {
            // Without a date: the latest for what lies ahead; for what was won the year that leads clearly.
            let second = years.get(1).map_or(0, |y| y.1);
            let lead = years.first().filter(|y| y.1 > 1 && y.1 >= second * 2).map(|y| y.0);
            return if ahead { years.iter().map(|y| y.0).max() } else { lead };
        };
        let years: Vec<i32> = years.iter().map(|y| y.0).collect();
        let now = |y: &&i32| {
            world
                .edition(name, "", **y)
                .is_some_and(|e| !e.start.is_empty() && &*e.start <= day && held(y) == published)
        };
        if ahead {
            return years.iter().find(|y| held(y) >= published).or(years.first()).copied();
        }
        years.iter().find(now).or_else(|| years.iter().find(|y| held(y) <= published)).copied()
    }
}

/// "Tokyo 2020" in an article on Paralympic sport means the Paralympic Games.
fn paralympic(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sport = statement.fields.get(Field::Sport).unwrap_or("").to_owned();
    let person = statement.person.and_then(|p| document.people.all[p].sport()).unwrap_or("");
    let para = sport.starts_with("para ") || person.starts_with("para ") || topic.para;
    let host = statement.fields.get(Field::Season) == Some("host");
    let name = statement.fields.get(Field::Competition).unwrap_or("").to_owned();
    if let (true, true, Some(stem)) = (para, host, name.strip_suffix("Olympic Games")) {
        statement.fields.set(Field::Competition, format!("{stem}Paralympic Games"));
    }
    if !para || statement.table != Table::Medals {
        return;
    }
    if let Some(s) = World::get().para_sport(&sport) {
        statement.fields.set(Field::Sport, s);
    }
}

/// The year of a sentence that speaks of one year only.
fn only_year(document: &Document<'_>, sentence: &Sentence) -> Option<i32> {
    let mut years = sentence
        .mentions
        .iter()
        .filter(|m| is(document, m, "YEAR") || is(document, m, "DATE"))
        .filter_map(|m| m.facets.number(Field::Year));
    match (years.next(), years.next()) {
        (Some(one), None) => Some(one),
        _ => None,
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
    nearest_with_cost(document, sentence, statement, test).map(|(_, m)| m)
}

/// As [`nearest`], with how far it is.
fn nearest_with_cost<'a>(
    document: &Document<'_>,
    sentence: &'a Sentence,
    statement: &Resolved,
    test: impl Fn(&Mention) -> bool,
) -> Option<(usize, &'a Mention)> {
    let mentions = if statement.early { &sentence.early } else { &sentence.mentions };
    let focus = mentions.iter().position(|m| m.tokens.end > statement.context.1.start)?;
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
        if blocks(m) && statement.table == Table::Medals {
            break;
        }
        if test(m) {
            if best.is_none_or(|(c, _)| cost < c) {
                best = Some((cost, m));
            }
            break;
        }
    }
    best
}

fn competition(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let licence = statement.table == Table::Licenses;
    let fits = |m: &Mention| {
        is(document, m, "COMP")
            && m.facets
                .get(Field::Competition)
                .is_some_and(|c| if licence { is_goal(c) } else { !c.contains("Qualification") })
    };
    let take = |statement: &mut Resolved, m: &Mention| {
        for f in [Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative, Field::Season] {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
    };
    let own = statement.fields.get(Field::Competition).map(str::to_owned);
    match &own {
        None => {
            // Championships of one sport are held in the same cities.
            let games = topic.competition.as_deref().is_none_or(|c| World::get().is_games(c));
            let host =
                |m: &Mention| is(document, m, "CITY") && games && !licence && games_of(m, topic.published).is_some();
            let named = nearest_with_cost(document, sentence, statement, fits);
            let hosted = nearest_with_cost(document, sentence, statement, host);
            let nearer = hosted.filter(|(cost, _)| named.is_none_or(|(other, _)| *cost < other));
            if let (Some((cost, m)), None) = (named, nearer) {
                // "bronze in 1996 and gold at the Games of 2000": the nearer year is its own.
                let year = nearest_with_cost(document, sentence, statement, |m| is(document, m, "YEAR"));
                if let (Some((_, y)), false) = (year.filter(|(c, _)| *c < cost), licence || statement.description) {
                    if let (Some(y), true) = (y.facets.get(Field::Year), m.facets.has(Field::Year)) {
                        statement.fields.fill_in(Field::Year, y);
                    }
                }
                take(statement, m);
            } else if let Some(e) = nearer.and_then(|(_, m)| games_of(m, topic.published)) {
                statement.fields.set(Field::Competition, e.competition.as_str());
                statement.fields.set(Field::Year, e.year.to_string());
                statement.fields.set(Field::Season, "host");
            } else if !(statement.description && statement.fields.has(Field::Region)) {
                earlier(document, topic, statement, fits);
            }
        }
        // "Olympic gold ... at the Tokyo Games": the same competition, said more fully.
        Some(name) if !statement.description || licence => {
            let same = |m: &Mention| {
                fits(m) && m.facets.get(Field::Competition).is_some_and(|c| c == name || c.ends_with(name.as_str()))
            };
            if let Some(m) = nearest(document, sentence, statement, same) {
                take(statement, m);
            }
        }
        Some(_) => {}
    }
    year(document, topic, statement, own.is_some());
}

/// The competition that a statement without one is about: the edition named before in the paragraph, else the
/// article's topic.
fn earlier(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, fits: impl Fn(&Mention) -> bool) {
    let licence = statement.table == Table::Licenses;
    let here = document.sentences[statement.context.0].paragraph;
    let said = |m: &Mention| {
        let edition = m.facets.has(Field::Year) || m.facets.has(Field::Place);
        fits(m) && (licence || topic.competition.is_none() || edition)
    };
    let before = document.sentences[..statement.context.0]
        .iter()
        .rev()
        .take_while(|s| s.paragraph == here)
        .filter(|s| licence || !s.mentions.iter().any(|m| is(document, m, "LICENCE") || is(document, m, "QUALIFY")))
        .find_map(|s| s.mentions.iter().rev().find(|m| said(m)));
    let licence = statement.table == Table::Licenses;
    if let Some(m) = before {
        let fields: &[Field] = if licence {
            // A licence is for the Games ahead, whatever other Games the paragraph speaks of.
            &[Field::Competition]
        } else {
            &[Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season]
        };
        for &f in fields {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
        return;
    }
    if licence {
        let any = document.sentences.iter().flat_map(|s| &s.mentions);
        let goals: Vec<&Mention> = any.filter(|m| fits(m)).collect();
        let ahead =
            |m: &&&Mention| m.facets.number(Field::Year).is_some_and(|y| topic.published.is_none_or(|p| y >= p - 1));
        if let Some(m) = goals.iter().find(ahead).or(goals.first()) {
            if let Some(v) = m.facets.get(Field::Competition) {
                statement.fields.fill_in(Field::Competition, v);
            }
        }
        return;
    }
    // What is aimed at or foretold are the next Games, where the article names Games.
    let ahead = matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    let games = topic.ahead.keys().find(|k| is_goal(k)).filter(|_| ahead);
    if let Some(name) = games.or(topic.competition.as_ref()) {
        statement.fields.fill_in(Field::Competition, name.as_str());
    }
}

fn year(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, own: bool) {
    let sentence = &document.sentences[statement.context.0];
    let Some(name) = statement.fields.get(Field::Competition).map(str::to_owned) else { return };
    if statement.fields.get(Field::Year) == Some("none") {
        statement.fields.take(Field::Year);
        return;
    }
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
    let free = |m: &Mention| {
        is(document, m, "YEAR") || (["DATE", "RANGE"].iter().any(|t| is(document, m, t)) && m.facets.has(Field::Year))
    };
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
                is(document, m, "CITY")
                    && m.facets.get(Field::Place).is_some_and(|p| hosted(world, &name, p, topic.published).is_some())
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
        if let Some(y) = relative_year(world, &name, &sport, &relative, &document.published, topic.published) {
            statement.fields.set(Field::Year, y.to_string());
            return;
        }
    }
    let ahead = statement.table == Table::Licenses
        || matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    // "Thirteen Paralympic golds" are a career's, "an Olympic silver" one of some other day, unless the
    // article is about those very Games.
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let sum = statement.holder == Holder::Athlete && count > 1;
    if statement.holder == Holder::Athlete && count >= CAREER && statement.table == Table::Medals {
        return;
    }
    if own && statement.table == Table::Medals && (sum || topic.competition.as_deref() != Some(&*name)) {
        return;
    }
    if let Some(y) = topic.year(world, &document.published, &name, ahead) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    if let Some(y) = year_by_place(document, topic, statement.context.0, &name, &sport) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    let Some(published) = topic.published else { return };
    if world.is_games(&name) {
        let day = document.published.as_str();
        let pick = if ahead {
            world.editions(&name, "").find(|e| if e.end.is_empty() { e.held() >= published } else { &*e.end >= day })
        } else {
            world
                .editions(&name, "")
                .rfind(|e| if e.start.is_empty() { e.held() <= published } else { &*e.start <= day })
        };
        if let Some(e) = pick {
            statement.fields.set(Field::Year, e.year.to_string());
        }
    } else if topic.competition.as_deref() == Some(&*name) {
        statement.fields.set(Field::Year, published.to_string());
    }
}

/// The year of the edition that one of the article's places hosted: a place of this sentence, else of the
/// first two, else of any.
fn year_by_place(document: &Document<'_>, topic: &Topic, sentence: usize, name: &str, sport: &str) -> Option<i32> {
    let world = World::get();
    let places = |i: usize| {
        document.sentences.get(i).into_iter().flat_map(|s| &s.mentions).filter_map(|m| m.facets.get(Field::Place))
    };
    let reach = if topic.published.is_some() { document.sentences.len() } else { 2 };
    let order = std::iter::once(sentence).chain(0..reach);
    if world.is_games(name) {
        return order.flat_map(places).find_map(|p| hosted(world, name, p, topic.published));
    }
    let sport = if sport.is_empty() { topic.sport.as_deref().unwrap_or("") } else { sport };
    let near = |e: &&Edition| match topic.published {
        Some(p) => (p - e.held()).abs() <= 1,
        None => over(e),
    };
    order
        .flat_map(places)
        .find_map(|p| world.editions(name, sport).filter(|e| e.city == p && !e.sport.is_empty()).rfind(near))
        .map(|e| e.year)
}

/// An article without a date is taken to be no later than the lists of editions.
const LISTS_OF: &str = "2026-06";

/// True for an edition over by the day of the lists.
fn over(e: &Edition) -> bool {
    if e.end.is_empty() { e.held() < 2026 } else { &*e.end < LISTS_OF }
}

/// The games that a city hosted within three years before publication.
fn games_of(mention: &Mention, published: Option<i32>) -> Option<&'static Edition> {
    let recent = |e: &&Edition| {
        let near = published.map_or(over(e) && e.held() >= 2020, |p| (0..=RECENT).contains(&(p - e.held())));
        e.sport.is_empty() && near
    };
    World::get().hosted(mention.facets.get(Field::Place)?).find(recent)
}

/// Years for which a host city alone still means the games it held.
const RECENT: i32 = 3;

/// The year of the edition that a city hosted: the nearest to publication, else the latest.
fn hosted(world: &World, competition: &str, place: &str, published: Option<i32>) -> Option<i32> {
    let same = |c: &str| {
        c == competition
            || (competition == "Olympic Games" && c == "Winter Olympic Games")
            || (competition == "Paralympic Games" && c == "Winter Paralympic Games")
    };
    world
        .hosted(place)
        .filter(|e| e.sport.is_empty() && same(&e.competition))
        .filter(|e| published.is_some() || over(e))
        .min_by_key(|e| (published.map_or(0, |p| (p - e.held()).abs()), -e.year))
        .map(|e| e.year)
}

fn relative_year(
    world: &World,
    name: &str,
    sport: &str,
    relative: &str,
    day: &str,
    published: Option<i32>,
) -> Option<i32> {
    let published = published?;
    if let Ok(offset) = relative.parse::<i32>() {
        return Some(published + offset);
    }
    let mut editions = world.editions(name, sport).filter(|e| world.is_games(name) || !e.sport.is_empty());
    match relative {
        "last" => {
            editions.rfind(|e| if e.end.is_empty() { e.held() < published } else { &*e.end < day }).map(|e| e.year)
        }
        "next" => {
            editions.find(|e| if e.start.is_empty() { e.held() > published } else { &*e.start > day }).map(|e| e.year)
        }
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

fn sport(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    if statement.fields.has(Field::Sport) {
        return;
    }
    if let Some(p) = statement.person {
        if let Some(s) = document.people.all[p].sport() {
            statement.fields.set(Field::Sport, s);
            return;
        }
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

/// The one style of wrestling in which women compete, by the rules of United World Wrestling.
const WOMEN_WRESTLE: &str = "freestyle wrestling";

/// The kind of a vague sport that a person is said to do ("gymnast" beside "rings").
fn exact_sport(document: &Document<'_>, topic: &Topic, person: usize) -> Option<String> {
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
fn person_sport(document: &Document<'_>, topic: &Topic, person: usize, facts: &[Resolved]) -> Option<String> {
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
fn paralympic_paragraph(document: &Document<'_>, sentence: usize) -> bool {
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
fn refined(topic: &Topic, sport: String) -> String {
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
fn sport_beside(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
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

/// The sport that an event implies: of the distances that of the discipline, of the names that which has it alone.
fn event_sport(mention: &Mention) -> Option<&str> {
    let event = mention.facets.get(Field::Event)?;
    match mention.facets.get(Field::Among).filter(|a| !a.is_empty()) {
        // A name that only means this event in some sport implies nothing.
        Some(among) => (!among.contains('|') && event.starts_with(|c: char| c.is_ascii_digit())).then_some(among),
        None => {
            let sports = World::get().event_sports(event)?;
            let mut plain = sports.iter().filter(|s| !s.starts_with("para "));
            match (plain.next(), plain.next()) {
                (Some(one), None) => World::get().names("sport").get(&**one).copied(),
                _ => None,
            }
        }
    }
}

/// The sport last named before a sentence: in its paragraph, else in the nearest heading above.
fn sport_above(document: &Document<'_>, sentence: usize) -> Option<String> {
    let here = document.sentences[sentence].paragraph;
    let last = |s: &Sentence| s.mentions.iter().rev().find_map(|m| m.facets.get(Field::Sport)).map(str::to_owned);
    for s in document.sentences[..sentence].iter().rev() {
        if s.paragraph == here || s.heading {
            if let Some(found) = last(s) {
                return Some(found);
            }
        }
    }
    None
}

/// The country of a person: said of it, of those it is named together with, of its facts, of the article.
fn country(document: &Document<'_>, topic: &Topic, person: Option<usize>) -> Option<String> {
    let index = person?;
    let person = &document.people.all[index];
    Person::most(&person.countries)
        .map(str::to_owned)
        .or_else(|| person.sentences.iter().find_map(|i| country_beside(document, *i, index)))
        .or_else(|| person.sentences.first().and_then(|i| country_above(document, *i)))
        .or_else(|| person.sentences.first().and_then(|i| country_before(document, *i, index)))
        .or_else(|| topic.country.clone())
}

/// The team last spoken of before the person in its paragraph.
fn country_before(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let here = document.sentences[sentence].paragraph;
    let team = |s: &Sentence, end: usize| {
        let mentions = &s.mentions[..end];
        (0..end)
            .rev()
            .filter(|k| {
                let said = ["COUNTRY", "SQUAD", "PEOPLE"].iter().any(|t| is(document, &mentions[*k], t));
                // "In Pakistan ..." sets the scene.
                said || (*k == 0 && is(document, &mentions[*k], "WHERE"))
            })
            .filter(|k| *k == 0 || !["BEAT", "LOSE", "BY", "IN"].iter().any(|t| is(document, &mentions[k - 1], t)))
            .find_map(|k| mentions[k].facets.get(Field::Country).map(str::to_owned))
    };
    let own = &document.sentences[sentence];
    let at = own.mentions.iter().position(|m| is(document, m, "PERSON") && People::index(&m.facets) == Some(person))?;
    team(own, at).or_else(|| {
        document.sentences[..sentence]
            .iter()
            .rev()
            .take_while(|s| s.paragraph == here)
            .find_map(|s| team(s, s.mentions.len()))
    })
}

/// The country of the heading above, where it names one and little else ("Fiji (4)").
fn country_above(document: &Document<'_>, sentence: usize) -> Option<String> {
    let heading = document.sentences[..sentence].iter().rev().find(|s| s.heading)?;
    let mut countries = heading.mentions.iter().filter_map(|m| m.facets.get(Field::Country));
    match (countries.next(), countries.next()) {
        (Some(one), None) if heading.mentions.len() <= 5 => Some(one.to_owned()),
        _ => None,
    }
}

/// The country of the names that a person is joined to ("Olaore and Omole, both of Nigeria"), or the only
/// country of the sentence that is nobody else's.
fn country_beside(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let at = mentions.iter().position(|m| is(document, m, "PERSON") && People::index(&m.facets) == Some(person))?;
    let joined = |m: &Mention| ["COMMA", "AND"].iter().any(|t| is(document, m, t));
    let walk = |range: &mut dyn Iterator<Item = usize>| -> Option<String> {
        for k in range {
            let m = &mentions[k];
            if is(document, m, "PERSON") {
                if let Some(c) = m.facets.get(Field::Country) {
                    return Some(c.to_owned());
                }
            } else if !joined(m) {
                return None;
            }
        }
        None
    };
    walk(&mut (at + 1..mentions.len())).or_else(|| walk(&mut (0..at).rev())).or_else(|| {
        let beaten =
            |k: usize| k > 0 && ["BEAT", "LOSE", "BY", "GOTO"].iter().any(|t| is(document, &mentions[k - 1], t));
        let mut free: Vec<&str> = mentions
            .iter()
            .enumerate()
            .filter(|(k, _)| !beaten(*k))
            .map(|(_, m)| m)
            .filter(|m| ["COUNTRY", "SQUAD", "PEOPLE"].iter().any(|t| is(document, m, t)))
            .filter_map(|m| m.facets.get(Field::Country))
            .collect();
        free.dedup();
        match free[..] {
            [one] => Some(one.to_owned()),
            _ => None,
        }
    })
}
