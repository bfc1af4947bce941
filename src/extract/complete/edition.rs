//! Which competition, and which edition of it.

use super::aside::{after, since};
use super::forms::{in_season, of_age, of_season};
use super::hosts::{games_of, hosted};
use super::near::{focus, nearest, nearest_with_cost};
use super::para::{self, para_form};
use super::qualifier::{self, is_qualifier};
use super::topic::Topic;
use super::year::{THEN, counted, of_another, sport_of, year};
use super::{FAR, is};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{self, Field, World, is_goal, is_paralympic};

pub(super) fn competition(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let licence = statement.table == Table::Licenses;
    let fits = |m: &Mention| {
        (is(document, m, "COMP") || licence && is(document, m, "LICENCE"))
            && m.facets
                .get(Field::Competition)
                .is_some_and(|c| if licence { is_goal(c) } else { !c.contains("Qualification") })
            && (licence || !qualifier::is_prize(document, &sentence.mentions, m))
            && !(licence && past(document, topic, &sentence.mentions, m))
    };
    let take = |statement: &mut Resolved, m: &Mention| {
        statement.fields.fill_only(
            &m.facets,
            &[Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative, Field::Season],
        );
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
                let own = |m: &Mention| is(document, m, "YEAR") && !of_another(document, sentence, statement, m);
                let year = nearest_with_cost(document, sentence, statement, own);
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
            } else if let (false, Some((m, dated))) = (licence, carried(document, sentence, statement)) {
                // Another year in between is another edition.
                let edition: &[Field] = &[Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Season];
                statement.fields.fill_only(&m.facets, if dated { &edition[..1] } else { edition });
            } else if let (false, false, Some(m)) =
                (licence, statement.description, last_qualifier(document, statement))
            {
                qualifier::medal(document, topic, statement, m);
                return;
            } else if !(statement.description && statement.fields.has(Field::Region)) {
                earlier(document, topic, statement, fits);
                // "The Paralympians have 15 licences": theirs are not those of the article's Olympic Games.
                let name = statement.fields.get(Field::Competition).and_then(para_form).filter(|_| licence);
                if let (Some(form), true) = (name, para::turned(document, statement.context.0)) {
                    statement.fields.set(Field::Competition, form);
                }
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
    elsewhere(statement);
    if licence {
        of_season(document, topic, statement);
    }
    year(document, topic, statement, own.is_some());
    in_season(document, topic, statement);
    begun(document, statement);
}

/// True for an edition that was over on the day of publication, where the article looks ahead to a later one: "Nigeria, who
/// missed the Tokyo 2020 Games, secured three slots".
fn past(document: &Document<'_>, topic: &Topic, mentions: &[Mention], m: &Mention) -> bool {
    let at = mentions.partition_point(|x| x.tokens.start < m.tokens.start);
    if !is(document, m, "COMP") || !mentions[at.saturating_sub(2)..at].iter().any(|b| is(document, b, "MISS")) {
        return false;
    }
    let day = document.published.as_str();
    let held = m.facets.get(Field::Competition).zip(m.facets.number(Field::Year));
    let Some((name, year)) = held.filter(|_| !day.is_empty()) else { return false };
    let over = World::get().edition(name, "", year).is_some_and(|e| e.over(day));
    over && topic.ahead.get(name).is_some_and(|years| years.iter().any(|(y, _)| *y > year))
}

/// Games that the named place did not hold, but their like for the young or for the other season did: "the Winter Olympic
/// Games in Gangwon" were those of the young.
fn elsewhere(statement: &mut Resolved) {
    let world = World::get();
    let get = |f: Field| statement.fields.get(f).map(str::to_owned);
    let (Some(name), Some(place)) = (get(Field::Competition), get(Field::Place)) else { return };
    if !world.is_games(&name) || world.editions(&name, "").any(|e| e.hosted_by(&place)) {
        return;
    }
    let like =
        |e: &&vocabulary::Edition| e.sport.is_empty() && e.competition.ends_with(name.trim_start_matches("Winter "));
    let mut held = world.hosted(&place).filter(like);
    if let (Some(e), None) = (held.next_back(), held.next_back()) {
        statement.fields.set(Field::Competition, e.competition.as_str());
        statement.fields.set(Field::Year, e.year.to_string());
    }
}

/// The medal before in the sentence whose words name the competition too, and whether a year stands in between: "gold of
/// the 2018 World Championships went to A, silver to B".
fn carried<'a>(document: &Document<'_>, sentence: &'a Sentence, statement: &Resolved) -> Option<(&'a Mention, bool)> {
    let (mentions, focus) = focus(sentence, statement)?;
    if is(document, &mentions[focus], "TITLE") {
        return None;
    }
    let before = mentions[..focus].iter().rev().take_while(|m| !document.any(m, &["SEMI", "LICENCE", "QUALIFY"]));
    let mut dated = false;
    for m in before {
        dated |= document.any(m, &["YEAR", "DATE", "RELATIVE", "CITY", "COMP"]);
        if document.any(m, &["MEDAL", "STRUCK", "PODIUM", "TALLY"]) && m.facets.has(Field::Competition) {
            return Some((m, dated));
        }
    }
    None
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
fn earlier(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, fits: impl Fn(&Mention) -> bool) {
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
            let mut all = (0..s.mentions.len()).rev().filter(own).map(|k| &s.mentions[k]).filter(|m| said(m));
            let last = all.next()?;
            // "The Olympics and the Paralympics will be in Paris. So far we have 17 licences": for the Olympics.
            let para = |m: &Mention| m.facets.get(Field::Competition).is_some_and(is_paralympic);
            let both = licence && para(last);
            Some(all.find(|m| both && !para(m)).unwrap_or(last))
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
            &[Field::Competition, Field::Season]
        } else {
            &[Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season]
        };
        statement.fields.fill_only(&m.facets, fields);
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
            let para = m.facets.get(Field::Season) == Some("host") && topic.para_at(document, statement.context.0);
            let v = para_form(v).filter(|_| para).unwrap_or_else(|| v.to_owned());
            statement.fields.fill_in(Field::Competition, v);
        } else if topic.qualifier {
            // A qualifier gives places at the Games, whether they are named or not.
            let sport = sport_of(document, topic, statement);
            let winter = World::get().season(&sport) == Some("winter");
            statement.fields.fill_in(Field::Competition, if winter { "Winter Olympic Games" } else { "Olympic Games" });
        }
        return;
    }
    // A report on a qualifier tells its medals, whatever Games it is for.
    let goal = topic.competition.as_deref().is_none_or(is_goal);
    if let (true, false, Some(name)) = (goal, statement.description, &topic.reported_qualifier) {
        if qualifier::is_medal(document, statement) {
            statement.fields.set(Field::Competition, name.as_str());
            if let Some(year) = topic.reported {
                statement.fields.set(Field::Year, year.to_string());
            }
        } else {
            statement.fields.set(Field::Status, "drop");
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
