//! Which competition, and which edition of it.

use super::hosts::{games_of, hosted};
use super::near::{nearest, nearest_with_cost};
use super::qualifier::{self, is_qualifier};
use super::topic::Topic;
use super::{FAR, is};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{self, Edition, Field, World, is_goal};

/// So many medals of one athlete are a career's, not one edition's.
pub(super) const CAREER: i32 = 6;

pub(super) fn competition(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let licence = statement.table == Table::Licenses;
    let fits = |m: &Mention| {
        (is(document, m, "COMP") || licence && is(document, m, "LICENCE"))
            && m.facets
                .get(Field::Competition)
                .is_some_and(|c| if licence { is_goal(c) } else { !c.contains("Qualification") })
            && (licence || !qualifier::is_prize(document, &sentence.mentions, m))
    };
    let take = |statement: &mut Resolved, m: &Mention| {
        for f in [Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative, Field::Season] {
            if let Some(v) = m.facets.get(f) {
                statement.fields.fill_in(f, v);
            }
        }
    };
    if licence {
        qualifier::named_with(statement);
    }
    let own = statement.fields.get(Field::Competition).map(str::to_owned);
    match &own {
        None => {
            // Championships of one sport are held in the same cities.
            let games =
                topic.competition.as_deref().is_none_or(|c| World::get().is_games(c)) || topic.names_goal().is_some();
            let beside = sentence
                .mentions
                .iter()
                .filter(|m| is(document, m, "COMP"))
                .filter_map(|m| m.facets.get(Field::Competition))
                .find(|c| World::get().is_games(c));
            // Beside Olympic Games that the article names a host city is theirs, unless its championships were there.
            let dated = sentence.mentions.iter().any(|m| document.any(m, &["YEAR", "DATE"]));
            let olympic = topic.names_goal().filter(|_| !statement.description && !dated);
            let champions = topic.competition.as_deref().filter(|c| !World::get().is_games(c));
            let games_of = |m: &Mention| {
                let plain = games_of(m, topic.competition.as_deref(), beside, topic.published);
                let theirs = || {
                    let e = games_of(m, Some(olympic?), olympic, topic.published)?;
                    let place = m.facets.get(Field::Place)?;
                    let theirs = champions.is_some_and(|c| World::get().editions(c, "").any(|e| e.hosted_by(place)));
                    (e.competition.ends_with("lympic Games") && !theirs).then_some(e)
                };
                plain.or_else(theirs)
            };
            let games = games || beside.is_some();
            let host = |m: &Mention| is(document, m, "CITY") && games && !licence && games_of(m).is_some();
            let adjective = |m: &Mention| !licence && is(document, m, "GAMESADJ");
            let named = nearest_with_cost(document, sentence, statement, fits)
                .or_else(|| nearest_with_cost(document, sentence, statement, adjective));
            let tournament = nearest_with_cost(document, sentence, statement, |m| is_qualifier(document, m));
            let nearer = tournament.filter(|(cost, _)| named.is_none_or(|(other, _)| *cost < other));
            if let (Some((_, m)), false) = (nearer, licence) {
                qualifier::medal(document, topic, statement, m);
                return;
            }
            let hosted = nearest_with_cost(document, sentence, statement, host);
            // "silver at the Tokyo Games and bronze in Rio": what stands between another medal and this one is that one's.
            let start = |m: &Mention| m.tokens.start;
            let taken = |n: &Mention| {
                let another = |m: &Mention| is(document, m, "MEDAL") && start(m) < start(n);
                start(n) < statement.context.1.start && sentence.mentions.iter().any(another)
            };
            let nearer = hosted.filter(|(cost, h)| {
                let own = start(h) > statement.context.1.start;
                named.is_none_or(|(other, n)| *cost < other || own && taken(n))
            });
            if let (Some((cost, m)), None) = (named, nearer) {
                // "bronze in 1996 and gold at the Games of 2000": the nearer year is its own.
                let year = nearest_with_cost(document, sentence, statement, |m| is(document, m, "YEAR"));
                if let (Some((_, y)), false) = (year.filter(|(c, _)| *c < cost), licence || statement.description)
                    && let (Some(y), true) = (y.facets.get(Field::Year), m.facets.has(Field::Year))
                {
                    statement.fields.fill_in(Field::Year, y);
                }
                // "gold at the 2022 World Championships and bronze a year earlier"
                let then = |m: &Mention| {
                    is(document, m, "RELATIVE") && m.facets.get(Field::Relative).is_some_and(|r| r.starts_with(THEN))
                };
                let later = nearest_with_cost(document, sentence, statement, then).filter(|(c, _)| *c < cost);
                if let (Some((_, then)), false) = (later, licence) {
                    statement.fields.fill_in(Field::Competition, m.facets.get(Field::Competition).unwrap_or_default());
                    if let Some(y) = counted(document, topic, statement, then) {
                        statement.fields.fill_in(Field::Year, y.to_string());
                        return;
                    }
                }
                take(statement, m);
            } else if let Some(e) = nearer.and_then(|(_, m)| games_of(m)) {
                statement.fields.set(Field::Competition, e.competition.as_str());
                statement.fields.set(Field::Year, e.year.to_string());
                statement.fields.set(Field::Season, "host");
            } else if let (false, false, Some(m)) =
                (licence, statement.description, last_qualifier(document, statement))
            {
                qualifier::medal(document, topic, statement, m);
                return;
            } else if !(statement.description && statement.fields.has(Field::Region)) {
                earlier(document, topic, statement, fits);
            }
        }
        Some(name) if !licence && vocabulary::is_qualifier(name) => {
            if !qualifier::is_medal(document, statement) {
                statement.fields.set(Field::Status, "drop");
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
    if own.is_none() && !licence {
        of_age(document, statement);
    }
    year(document, topic, statement, own.is_some());
    in_season(document, topic, statement);
    begun(document, statement);
}

/// "In the U23 category A won gold" at championships: those of that age.
fn of_age(document: &Document<'_>, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let age = nearest(document, sentence, statement, |m| is(document, m, "AGE")).and_then(|m| m.facets.get(Field::Age));
    let Some((age, name)) = age.zip(statement.fields.get(Field::Competition)) else { return };
    let own = format!("{age} {name}");
    if World::get().competition(&own).is_some() {
        statement.fields.set(Field::Competition, own);
    }
}

/// "A ticket to Beijing" of a swimmer is for the summer Games that the city held, whatever it held last.
fn in_season(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let world = World::get();
    let name = statement.fields.get(Field::Competition).unwrap_or_default().to_owned();
    let winter = format!("Winter {name}");
    // "Beijing" of a boxer: no summer Games of 2022.
    let misdated = statement.fields.number(Field::Year).filter(|y| {
        is_goal(&name) && world.edition(&name, "", *y).is_none() && world.edition(&winter, "", *y).is_some()
    });
    if let (Some(y), Some("summer" | "para")) = (misdated, world.season(&sport_of(document, topic, statement))) {
        let city = world.edition(&winter, "", y).map(|e| e.city.clone()).unwrap_or_default();
        if let Some(e) = world.hosted(&city).filter(|e| e.sport.is_empty() && e.competition == name).last() {
            statement.fields.set(Field::Year, e.year.to_string());
        }
        return;
    }
    if statement.fields.get(Field::Season) != Some("host") {
        return;
    }
    let other = match (world.season(&sport_of(document, topic, statement)), name.strip_prefix("Winter ")) {
        (Some("summer" | "para"), Some(summer)) => summer.to_owned(),
        (Some("winter"), None) if is_goal(&name) => format!("Winter {name}"),
        _ => return,
    };
    let place = statement.fields.get(Field::Place).map(str::to_owned);
    let year = statement.fields.number(Field::Year);
    let place = place.or_else(|| Some(world.edition(&name, "", year?)?.city.clone()));
    let held = place.and_then(|p| world.hosted(&p).filter(|e| e.sport.is_empty() && e.competition == other).last());
    if let Some(edition) = held {
        statement.fields.set(Field::Competition, edition.competition.as_str());
        statement.fields.set(Field::Year, edition.year.to_string());
    }
}

/// What was won was not won at Games that lie ahead, but at the edition of a year spoken of shortly before.
fn begun(document: &Document<'_>, statement: &mut Resolved) {
    let won = statement.table == Table::Medals
        && !matches!(statement.fields.get(Field::Status), Some("target" | "forecast" | "missed" | "drop"));
    let (Some(name), Some(year), true) =
        (statement.fields.get(Field::Competition).map(str::to_owned), statement.fields.number(Field::Year), won)
    else {
        return;
    };
    let (world, day) = (World::get(), document.published.as_str());
    let ahead = |y: i32| world.edition(&name, "", y).is_some_and(|e| !e.begun(day));
    if day.is_empty() || !world.is_games(&name) || !ahead(year) {
        return;
    }
    let over = |m: &Mention| {
        let y = m.facets.number(Field::Year)?;
        world.edition(&name, "", y).is_some_and(|e| e.begun(day)).then_some(y)
    };
    let back = document.sentences[..=statement.context.0].iter().rev().take(SHORTLY);
    let spoken = back.flat_map(|s| s.mentions.iter().rev()).find_map(over);
    if let Some(y) = spoken {
        statement.fields.set(Field::Year, y.to_string());
        statement.fields.take(Field::Place);
    }
}

/// How many sentences, its own the first, a year reaches over medals that the next Games cannot have given.
const SHORTLY: usize = 4;

/// The competition last named before a statement, where it is a qualifier: the Games beside it are only its prize.
fn last_qualifier<'a>(document: &'a Document<'_>, statement: &Resolved) -> Option<&'a Mention> {
    let names = |s: &&Sentence| s.mentions.iter().any(|m| is(document, m, "COMP") && m.facets.has(Field::Competition));
    let last = document.sentences[..statement.context.0].iter().rev().take(FAR).find(names)?;
    last.mentions.iter().find(|m| is_qualifier(document, m))
}

/// The competition that a statement without one is about: the edition named before in the paragraph, else the
/// article's topic.
pub(super) fn earlier(
    document: &Document<'_>,
    topic: &Topic,
    statement: &mut Resolved,
    fits: impl Fn(&Mention) -> bool,
) {
    let licence = statement.table == Table::Licenses;
    let here = document.sentences[statement.context.0].paragraph;
    let said = |m: &Mention| {
        let edition = m.facets.has(Field::Year) || m.facets.has(Field::Place);
        let told = !licence && edition && is(document, m, "MEDAL") && m.facets.has(Field::Competition);
        told || fits(m) && (licence || topic.competition.is_none() || edition)
    };
    // "She won gold in Rio in 2016. B cleared 1.85 m for silver": what is told of others went before, of B today.
    let now = topic.competition.as_deref().zip(topic.published);
    let past = |i: usize| {
        let other = statement.person.is_some_and(|p| !document.people.all[p].sentences.contains(&i));
        let old = |m: &Mention| {
            let held = m.facets.number(Field::Year).or_else(|| {
                hosted(World::get(), m.facets.get(Field::Competition)?, m.facets.get(Field::Place)?, topic.published)
            });
            now.is_some_and(|(c, published)| {
                m.facets.get(Field::Competition) != Some(c) && held.is_some_and(|y| y + 1 < published)
            })
        };
        let mentions = &document.sentences[i].mentions;
        let of_somebody = mentions.iter().any(|m| is(document, m, "PERSON") || is(document, m, "PRON"));
        other && !licence && of_somebody && mentions.iter().any(|m| said(m) && old(m))
    };
    let before = document.sentences[..statement.context.0]
        .iter()
        .enumerate()
        .rev()
        .take(FAR)
        .take_while(|(_, s)| s.paragraph == here)
        .filter(|(i, _)| !past(*i))
        .map(|(_, s)| s)
        .filter(|s| licence || !s.mentions.iter().any(|m| is(document, m, "LICENCE") || is(document, m, "QUALIFY")))
        .find_map(|s| {
            let own = |k: &usize| {
                let aside = since(document, s, *k) || after(document, s, *k);
                !aside && (licence || !qualifier::is_prize(document, &s.mentions, &s.mentions[*k]))
            };
            (0..s.mentions.len()).rev().filter(own).map(|k| &s.mentions[k]).find(|m| said(m))
        });
    if let Some(m) = before {
        // "at the Games of 2018 they won 70 medals. In 2014 they had 45": the same competition, another edition.
        let name = m.facets.get(Field::Competition).unwrap_or_default();
        if let (Some(year), false) = (other_edition(document, statement, name), licence) {
            statement.fields.fill_in(Field::Competition, name);
            statement.fields.fill_in(Field::Year, year.to_string());
            return;
        }
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
        if let Some(m) = goals.iter().find(ahead).or(goals.first())
            && let Some(v) = m.facets.get(Field::Competition)
        {
            statement.fields.fill_in(Field::Competition, v);
        } else if topic.qualifier {
            // A qualifier gives places at the Games, whether they are named or not.
            let sport = sport_of(document, topic, statement);
            let winter = World::get().season(&sport) == Some("winter");
            statement.fields.fill_in(Field::Competition, if winter { "Winter Olympic Games" } else { "Olympic Games" });
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

/// The year near a tally in its own sentence, where the competition that is spoken of had an edition in it.
fn other_edition(document: &Document<'_>, statement: &Resolved, name: &str) -> Option<i32> {
    let sentence = &document.sentences[statement.context.0];
    let year = |m: &Mention| {
        let y = m.facets.number(Field::Year).filter(|_| is(document, m, "YEAR"))?;
        World::get().edition(name, "", y).is_some().then_some(y)
    };
    if statement.description || statement.holder != Holder::Country {
        return None;
    }
    let since = |m: &Mention| {
        let at = sentence.mentions.iter().position(|x| x.tokens == m.tokens).unwrap_or_default();
        since(document, sentence, at)
    };
    nearest(document, sentence, statement, |m| year(m).is_some() && !since(m)).and_then(year)
}

/// True for what only says from when on something is counted: "since Atlanta 1996", "since women's judo began at the
/// Barcelona Games in 1992".
pub(super) fn since(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mentions = &sentence.mentions;
    if document.pack.language.modifiers_before {
        return mentions.get(at + 1).is_some_and(|m| is(document, m, "SINCE"));
    }
    let clause = mentions[..at].iter().rev().take_while(|m| !document.any(m, ENDS)).take(SINCE_REACHES);
    clause.into_iter().any(|m| is(document, m, "SINCE"))
}

/// True for what comes before the story: "After the world championships in Doha in 2023 the aim was set."
fn after(document: &Document<'_>, sentence: &Sentence, at: usize) -> bool {
    let mentions = &sentence.mentions;
    let opens = mentions.first().is_some_and(|m| is(document, m, "TERM"));
    opens && !mentions[..at].iter().any(|m| document.any(m, &["COMMA", "PERSON", "WIN", "MEDAL"]))
}

/// How many mentions behind "since" still belong to it, where none of these stands between.
const SINCE_REACHES: usize = 8;
const ENDS: &[&str] = &["COMMA", "SEMI", "STOP", "BUT", "TERM", "PERSON", "WIN", "MEDAL", "COLON", "DASH"];

pub(super) fn year(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, own: bool) {
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
    let own_sport = sport_of(document, topic, statement);
    if let Some(place) = statement.fields.get(Field::Place).map(str::to_owned)
        && let Some(edition) = hosted(world, &name, &place, topic.published)
            .or_else(|| championships_of(world, &name, &own_sport, &place, topic.published))
    {
        statement.fields.set(Field::Year, edition.to_string());
        return;
    }
    let crowned = statement.fields.get(Field::Relative) == Some("current");
    if titled(document, statement) && own && !crowned {
        return;
    }
    let count = statement.fields.number(Field::Count).unwrap_or(1);
    let career = statement.holder == Holder::Athlete && count >= CAREER && statement.table == Table::Medals;
    if career && own && !sentence.mentions.iter().any(|m| is(document, m, "RANGE")) {
        return;
    }
    // A year of its own in the clause, unless it belongs to another competition.
    let free = |m: &Mention| {
        (["YEAR", "DATE", "RANGE"].iter().any(|t| is(document, m, t))
            && m.facets.number(Field::Year).is_some_and(|y| could_be(world, &name, &sport, y)))
            || (["RELATIVE", "MONTH", "DATE", "WEEKDAY"].iter().any(|t| is(document, m, t))
                && counted(document, topic, statement, m).is_some())
    };
    if statement.table == Table::Medals {
        if let Some(m) = nearest(document, sentence, statement, free)
            && let Some(y) = m.facets.number(Field::Year).or_else(|| counted(document, topic, statement, m))
        {
            statement.fields.set(Field::Year, y.to_string());
            if let Some(to) = m.facets.get(Field::YearTo) {
                statement.fields.fill_in(Field::YearTo, to);
            }
            return;
        }
        // A host city in the clause names the edition too.
        if !world.is_games(&name) {
            let host = |m: &Mention| {
                let place = m.facets.get(Field::Place).filter(|_| is(document, m, "CITY"));
                place.and_then(|p| championships_of(world, &name, &own_sport, p, topic.published))
            };
            if let Some(y) = nearest(document, sentence, statement, |m| host(m).is_some()).and_then(host) {
                statement.fields.set(Field::Year, y.to_string());
                return;
            }
        } else {
            let host = |m: &Mention| {
                is(document, m, "CITY")
                    && m.facets.get(Field::Place).is_some_and(|p| hosted(world, &name, p, topic.published).is_some())
            };
            if let Some(p) = nearest(document, sentence, statement, host).and_then(|m| m.facets.get(Field::Place))
                && let Some(y) = hosted(world, &name, p, topic.published)
            {
                statement.fields.set(Field::Year, y.to_string());
                return;
            }
        }
    }
    if let Some(years) = statement.fields.get(Field::Relative).and_then(|r| r.strip_prefix(THEN))
        && let Some(from) = last_year_spoken_of(document, statement, statement.context.1.start)
        && let Some(offset) = offset(years)
    {
        statement.fields.set(Field::Year, (from + offset).to_string());
        return;
    }
    if let Some(relative) = statement.fields.get(Field::Relative).map(str::to_owned)
        && let Some(y) = relative_year(world, &name, &sport, &relative, &document.published, topic.now)
    {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    let ahead = statement.table == Table::Licenses
        || matches!(statement.fields.get(Field::Status), Some("target" | "forecast"));
    // "Thirteen Paralympic golds" are a career's, "an Olympic silver" one of some other day, unless the
    // article is about those very Games.
    let sum = statement.holder == Holder::Athlete && count > 1;
    if career {
        return;
    }
    if own && statement.table == Table::Medals && (sum || topic.competition.as_deref() != Some(&*name)) {
        return;
    }
    if let Some(y) = year_of_line(document, statement, &name).filter(|_| !ahead) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    if let Some(y) = topic.year(world, &document.published, &name, ahead) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    // The city of Games that a text without a date only plans for dates nothing that was won.
    let planned = |y: &i32| !ahead && topic.planned_only(&name, *y);
    if let Some(y) = year_by_place(document, topic, statement.context.0, &name, &sport).filter(|y| !planned(y)) {
        statement.fields.set(Field::Year, y.to_string());
        return;
    }
    if world.is_games(&name) {
        if topic.published.is_none() {
            return;
        }
        let day = document.published.as_str();
        let pick = if ahead {
            world.editions(&name, "").find(|e| !e.over(day))
        } else {
            world.editions(&name, "").rfind(|e| e.begun(day))
        };
        if let Some(e) = pick {
            statement.fields.set(Field::Year, e.year.to_string());
        }
    } else if let Some(year) = topic.reported
        && topic.competition.as_deref() == Some(&*name)
    {
        statement.fields.set(Field::Year, year.to_string());
    }
}

/// The year at the beginning of a line: "2012. London. Two golds and one silver."
fn year_of_line(document: &Document<'_>, statement: &Resolved, name: &str) -> Option<i32> {
    let at = statement.context.0;
    let here = document.sentences[at].paragraph;
    let line = document.sentences[..at].iter().rev().take_while(|s| s.paragraph == here).take(2);
    let short = line.into_iter().take_while(|s| s.mentions.len() <= LINE_HEAD);
    let year = |m: &Mention| m.facets.number(Field::Year).filter(|_| is(document, m, "YEAR") || is(document, m, "DATE"));
    let held = |y: &i32| World::get().edition(name, "", *y).is_some();
    short.into_iter().flat_map(|s| &s.mentions).filter_map(year).find(held)
}

/// The most mentions of what stands before the first stop of a line.
const LINE_HEAD: usize = 4;

/// The sport of a statement as far as it is known before its event is.
fn sport_of(document: &Document<'_>, topic: &Topic, statement: &Resolved) -> String {
    let own = statement.fields.get(Field::Sport);
    let person = || document.people.all.get(statement.person?)?.sport();
    own.or_else(person).or(topic.sport.as_deref()).unwrap_or("").to_owned()
}

/// The year of the championships of a sport that a city held: the last before publication, or the only ones.
pub(super) fn championships_of(world: &World, name: &str, sport: &str, place: &str, published: Option<i32>) -> Option<i32> {
    let mut here = world.editions(name, sport).filter(|e| !e.sport.is_empty() && e.hosted_by(place));
    match published {
        Some(p) => here.rfind(|e| e.held() <= p).map(|e| e.year),
        None => {
            let mut over = here.filter(|e| e.over(""));
            let last = over.next_back()?;
            over.next_back().is_none_or(|e| long_ago(e, last)).then_some(last.year)
        }
    }
}

/// True where an edition lies so far before another in the same city that a text without a date hardly means it.
fn long_ago(edition: &Edition, later: &Edition) -> bool {
    later.year - edition.year >= LONG_AGO
}

/// Years after which a city that is named alone means the later of its two editions.
const LONG_AGO: i32 = 15;

/// False where games of that name were not held in a year, nor their winter form.
fn could_be(world: &World, name: &str, sport: &str, year: i32) -> bool {
    let held = |name: &str| world.edition(name, "", year).is_some();
    let winter = || world.season(sport) != Some("summer") && held(&format!("Winter {name}"));
    world.editions(name, "").next().is_none() || !world.is_games(name) || held(name) || winter()
}

/// True where the statement is a title that somebody holds ("the world champion"), not one whose winning is told.
fn titled(document: &Document<'_>, statement: &Resolved) -> bool {
    let tokens = &statement.tokens;
    let focus = document.sentences[statement.sentence]
        .mentions
        .iter()
        .find(|m| m.tokens.start <= tokens.start && tokens.start < m.tokens.end);
    statement.description && focus.is_none_or(|m| !is(document, m, "MEDAL"))
}

/// The year that words such as "last year", "four years ago", "two years later" mean, where the competition was
/// held in it.
fn counted(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    let Some(relative) = m.facets.get(Field::Relative) else { return lately(document, topic, statement, m) };
    let (from, years) = match relative.strip_prefix(THEN) {
        Some(years) => (last_year_spoken_of(document, statement, m.tokens.start)?, years),
        None => (topic.now?, relative),
    };
    let year = from + offset(years)?;
    let name = statement.fields.get(Field::Competition)?;
    let world = World::get();
    could_be(world, name, statement.fields.get(Field::Sport).unwrap_or(""), year).then_some(year)
}

/// The year of a weekday or a month without a year: the last one before publication.
fn lately(document: &Document<'_>, topic: &Topic, statement: &Resolved, m: &Mention) -> Option<i32> {
    let published = topic.published?;
    let name = statement.fields.get(Field::Competition)?;
    let ahead = statement.fields.get(Field::Status).is_some_and(|s| s != "won");
    if m.facets.has(Field::Year) || ahead || World::get().is_games(name) {
        return None;
    }
    let month: i32 = document.published.get(5..7)?.parse().ok()?;
    let later = m.facets.number(Field::Month).is_some_and(|m| m > month);
    Some(if later { published - 1 } else { published })
}

/// Years later or, below zero, earlier; nothing said is the same year.
fn offset(years: &str) -> Option<i32> {
    if years.is_empty() { Some(0) } else { years.parse().ok() }
}

/// In front of an offset: years are counted from the year last spoken of.
const THEN: &str = "then";

/// The last year named before a token of a sentence, there or in the sentence before.
fn last_year_spoken_of(document: &Document<'_>, statement: &Resolved, token: usize) -> Option<i32> {
    let held = |m: &Mention| {
        let name = m.facets.get(Field::Competition).unwrap_or("");
        let place = || hosted(World::get(), name, m.facets.get(Field::Place)?, None);
        let y = m.facets.number(Field::Year).or_else(place)?;
        Some(World::get().edition(name, "", y).map_or(y, Edition::held))
    };
    let (sentences, at) = (&document.sentences, statement.context.0);
    let here = if statement.early { &sentences[at].early } else { &sentences[at].mentions };
    let here = here.iter().rev().filter(|m| m.tokens.end <= token);
    let before = sentences[..at].iter().rev().take(1).flat_map(|s| s.mentions.iter().rev());
    here.chain(before).find_map(held)
}

/// The year of the edition that one of the article's places hosted: a place of this sentence, else of the
/// first two, else of any.
pub(super) fn year_by_place(
    document: &Document<'_>,
    topic: &Topic,
    sentence: usize,
    name: &str,
    sport: &str,
) -> Option<i32> {
    let world = World::get();
    let places = |i: usize| {
        let own = |m: &&Mention| is(document, m, "CITY") || m.facets.get(Field::Competition).is_some_and(|c| c == name);
        document
            .sentences
            .get(i)
            .into_iter()
            .flat_map(|s| &s.mentions)
            .filter(own)
            .filter_map(|m| m.facets.get(Field::Place))
    };
    // Without a date only the places where the article's own championships were held count beyond its beginning.
    let own = topic.published.is_some() || (topic.competition.as_deref() == Some(name) && !world.is_games(name));
    let reach = if own { document.sentences.len() } else { 2 };
    let order = std::iter::once(sentence).chain(0..reach);
    if world.is_games(name) {
        return order.flat_map(places).find_map(|p| hosted(world, name, p, topic.published));
    }
    let sport = if sport.is_empty() { topic.sport.as_deref().unwrap_or("") } else { sport };
    let near = |e: &&Edition| match topic.published {
        Some(p) => (p - e.held()).abs() <= 1,
        None => e.over("") && topic.now.is_none_or(|now| e.held() >= now),
    };
    order.flat_map(places).find_map(|p| {
        let here: Vec<&Edition> =
            world.editions(name, sport).filter(|e| e.hosted_by(p) && !e.sport.is_empty()).filter(near).collect();
        // A city that holds them two years running: of the year of publication, or where its day tells, those begun.
        let day = &document.published;
        let last = here.iter().rfind(|e| topic.published.is_none() || e.begun(day)).or(here.last())?;
        // Without a date a city that hosted several editions of late names none of them.
        let before = here.iter().rfind(|e| e.year < last.year);
        (topic.published.is_some() || before.is_none_or(|e| long_ago(e, last))).then_some(last.year)
    })
}

/// The year of the last or next edition as seen from publication, or of an offset from its year.
pub(super) fn relative_year(
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
        "last" => editions.rfind(|e| e.over(day)).map(|e| e.year),
        "next" => editions.find(|e| !e.begun(day)).map(|e| e.year),
        _ => None,
    }
}
