//! Which competition, and which edition of it.

use super::aside::{compared, follows, of_another_number, of_another_place, put_off, since_of};
use super::counted::{THEN, counted};
use super::dated::only_year;
use super::earlier::earlier;
use super::forms::{in_season, of_age, of_season};
use super::hosts::{GREAT, games_beside, games_of};
use super::near::{focus, nearest, nearest_with_cost};
use super::para::{self, para_form};
use super::qualifier::{self, is_qualifier};
use super::to_come::{begun, foretold, is_won, past, to_come};
use super::topic::Topic;
use super::year::{of_another, year};
use super::{FAR, is};
use crate::extract::Document;
use crate::extract::facts::Holder;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{self, Field, World, is_goal};

pub(super) fn competition(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sentence = &document.sentences[statement.context.0];
    let licence = statement.table == Table::Licenses;
    // As its rule left it: what it lacks is filled in below.
    let told = statement.clone();
    let won = is_won(&told);
    let place_of = |m: &Mention| sentence.mentions.iter().position(|x| x.tokens == m.tokens && x.tag == m.tag);
    let measured = |m: &Mention| place_of(m).is_some_and(|at| since_of(document, sentence, at, told.context.1.start));
    let compared_with = |m: &Mention| {
        let aside = |at: usize| {
            compared(document, sentence, at)
                || put_off(document, sentence, at)
                || follows(document, sentence, at)
                || of_another_place(document, sentence, at, told.context.1.start)
                || told.holder == Holder::Country && of_another_number(document, sentence, at, told.context.1.start)
        };
        place_of(m).is_some_and(aside) || measured(m)
    };
    let fits = |m: &Mention| {
        (is(document, m, "COMP") || licence && is(document, m, "LICENCE"))
            && m.facets
                .get(Field::Competition)
                .is_some_and(|c| if licence { is_goal(c) } else { !c.contains("Qualification") })
            && (licence || !qualifier::is_prize(document, &sentence.mentions, m))
            && !(licence && past(document, topic, &sentence.mentions, m))
            && !(won && to_come(document, topic, &told, m))
            && (licence || !compared_with(m))
    };
    let take = |statement: &mut Resolved, m: &Mention| {
        statement.fields.fill_only(
            &m.facets,
            &[Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative, Field::Season],
        );
    };
    if licence && qualifier::is_for_another(document, statement) {
        statement.fields.set(Field::Status, "drop");
        return;
    }
    if licence {
        qualifier::named_with(statement);
    }
    // "His Tokyo gold" of a report on the Tokyo Grand Slam
    let named_by_city = !licence && statement.fields.get(Field::Season) == Some("host");
    let place = statement.fields.get(Field::Place);
    if named_by_city && (topic.hosts_another(place) || topic.hosted_in(place)) {
        for field in [Field::Competition, Field::Year, Field::Place, Field::Season] {
            statement.fields.take(field);
        }
    }
    if let Some(name) = defended(document, sentence, statement) {
        statement.fields.fill_in(Field::Competition, name);
    }
    if nations_title(document, sentence, statement) {
        statement.fields.fill_in(Field::Competition, NATIONAL);
    }
    let own = statement.fields.get(Field::Competition).map(str::to_owned);
    match &own {
        None => {
            // Championships of one sport are held in the same cities.
            let games =
                topic.competition.as_deref().is_none_or(|c| World::get().is_games(c)) || topic.names_goal().is_some();
            let beside = games_beside(document, sentence);
            // Beside Olympic Games that the article names a host city is theirs.
            let dated = sentence.mentions.iter().any(|m| document.any(m, &["YEAR", "DATE"]));
            let olympic = topic.names_goal().filter(|_| !statement.description && !dated);
            let games_of = |m: &Mention| {
                let plain = games_of(m, topic.competition.as_deref(), beside, topic.published);
                let theirs = || {
                    let e = games_of(m, Some(olympic?), olympic, topic.published)?;
                    e.competition.ends_with("lympic Games").then_some(e)
                };
                dated_games(document, topic, sentence, m).or(plain).or_else(theirs)
            };
            let games = games || beside.is_some();
            // "In the 2023 edition in Paris": of the championships that the article is about.
            let year = only_year(document, sentence);
            let named_place = statement.fields.get(Field::Place).map(str::to_owned);
            let host = |m: &Mention| {
                let place = m.facets.get(Field::Place);
                if named_place.is_some() && place != named_place.as_deref() {
                    return false;
                }
                let of_topic = || topic.held_in(place, year) || topic.hosted_in(place) || topic.hosts_another(place);
                is(document, m, "CITY") && games && !licence && games_of(m).is_some() && !of_topic() && !measured(m)
            };
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
            // "At the 2008 Olympics in Beijing": the city of the edition that is named.
            let told = |n: &Mention, h: &Mention| {
                let edition =
                    || World::get().edition(n.facets.get(Field::Competition)?, "", n.facets.number(Field::Year)?);
                edition().zip(h.facets.get(Field::Place)).is_some_and(|(e, place)| e.hosted_by(place))
            };
            let nearer = hosted.filter(|(cost, h)| {
                let own = start(h) > statement.context.1.start;
                named.is_none_or(|(other, n)| !told(n, h) && (*cost < other || own && taken(n)))
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
                // "Gold at those Games": what stands right in front of the Games is theirs.
                let joined = |r: &Mention| r.tokens.end == m.tokens.start;
                let later =
                    nearest_with_cost(document, sentence, statement, then).filter(|(c, r)| *c < cost || joined(r));
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
                (licence, qualifier::describes(document, statement), last_qualifier(document, statement))
            {
                qualifier::medal(document, topic, statement, m);
                return;
            } else if !licence && qualifier::is_place_there(document, statement) {
                statement.fields.set(Field::Status, "drop");
                return;
            } else if !(statement.description && statement.fields.has(Field::Region)) {
                earlier(document, topic, statement, fits);
                // "The Paralympians have 15 licences": theirs are not those of the article's Olympic Games.
                let name = statement.fields.get(Field::Competition).and_then(para_form).filter(|_| licence);
                if let (Some(form), true) = (name, para::turned(document, statement)) {
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
    // Games that had not begun are named for the review.
    let named = |m: &Mention| is(document, m, "COMP") && to_come(document, topic, &told, m);
    if won
        && !statement.fields.has(Field::Competition)
        && let Some(m) = nearest(document, sentence, statement, named)
    {
        take(statement, m);
    }
    // "The U23 crew became world champions": told as news, the title is of that age too.
    let news = statement.fields.get(Field::Basis) == Some("title") && !statement.description;
    let grouped = sentence.mentions.iter().any(|m| is(document, m, "AGE"));
    let aged = !grouped && own.as_deref().is_some_and(|name| World::get().of_all_ages(name).is_some());
    if (own.is_none() || news && !aged) && !licence {
        of_age(document, topic, statement);
    }
    elsewhere(statement);
    if licence || won {
        of_season(document, topic, statement);
    }
    year(document, topic, statement, own.is_some());
    in_season(document, topic, statement);
    begun(document, statement);
    foretold(document, topic, statement);
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

/// The Games that a city held in the year that stands beside it: "2008, Beijing: two medals", "Beijing (2008)".
fn dated_games(
    document: &Document<'_>,
    topic: &Topic,
    sentence: &Sentence,
    city: &Mention,
) -> Option<&'static vocabulary::Edition> {
    let place = city.facets.get(Field::Place)?;
    let at = sentence.mentions.iter().position(|m| m.tokens == city.tokens)?;
    let light = |m: &&Mention| document.any(m, &["COMMA", "OPEN", "DASH", "HYPHEN"]);
    let before = sentence.mentions[..at].iter().rev().find(|m| !light(m));
    let behind = sentence.mentions[at + 1..].iter().find(|m| !light(m));
    let years = [before, behind].into_iter().flatten().filter(|m| is(document, m, "YEAR"));
    let about = topic.competition.as_deref().unwrap_or_default();
    let games = || std::iter::once(about).chain(GREAT.iter().copied()).filter(|name| World::get().is_games(name));
    years
        .filter_map(|m| m.facets.number(Field::Year))
        .find_map(|year| games().filter_map(|name| World::get().edition(name, "", year)).find(|e| e.hosted_by(place)))
}

/// The championships of a nation.
const NATIONAL: &str = "National Championships";

/// True for a title with a nation's adjective right in front: "the Canadian 800m title".
fn nations_title(document: &Document<'_>, sentence: &Sentence, statement: &Resolved) -> bool {
    let Some((mentions, at)) = focus(sentence, statement) else { return false };
    let title = is(document, &mentions[at], "MEDAL") && statement.fields.get(Field::Basis) == Some("title");
    title && at > 0 && is(document, &mentions[at - 1], "DEMONYM")
}

/// The competition of the title that a word for winning goes on from: "she became world champion in 2011 and defended the title
/// two years later in Barcelona".
fn defended<'a>(document: &Document<'_>, sentence: &'a Sentence, statement: &Resolved) -> Option<&'a str> {
    let (mentions, at) = focus(sentence, statement).filter(|(m, at)| is(document, &m[*at], "STRUCK"))?;
    let mut before = mentions[..at].iter().rev().skip_while(|m| is(document, m, "WORD"));
    before.next().filter(|m| is(document, m, "AND"))?;
    let mut clause =
        before.take_while(|m| !document.any(m, &["PERSON", "COMMA", "SEMI", "STOP", "WIN", "BEAT", "LOSE"]));
    clause.find(|m| is(document, m, "TITLE"))?.facets.get(Field::Competition)
}

/// The medal before in the sentence whose words name the competition too, and whether a year stands in between: "gold of
/// the 2018 World Championships went to A, silver to B".
fn carried<'a>(document: &Document<'_>, sentence: &'a Sentence, statement: &Resolved) -> Option<(&'a Mention, bool)> {
    let (mentions, focus) = focus(sentence, statement)?;
    if is(document, &mentions[focus], "TITLE") {
        return None;
    }
    let before = mentions[..focus].iter().rev().take_while(|m| !document.any(m, &["SEMI", "LICENCE", "QUALIFY"]));
    // "Silver at the 2021 World Championships and gold a year later in Tashkent"
    let behind =
        mentions[focus + 1..].iter().take_while(|m| !document.any(m, &["AND", "COMMA", "SEMI", "STOP", "MEDAL"]));
    let mut dated = behind.into_iter().any(|m| document.any(m, &["YEAR", "DATE", "RELATIVE"]));
    for m in before {
        dated |= document.any(m, &["YEAR", "DATE", "RELATIVE", "CITY", "COMP"]);
        if document.any(m, &["MEDAL", "STRUCK", "PODIUM", "TALLY"]) && m.facets.has(Field::Competition) {
            return Some((m, dated));
        }
    }
    None
}

/// The competition last named before a statement, where it is a qualifier: the Games beside it are only its prize.
fn last_qualifier<'a>(document: &'a Document<'_>, statement: &Resolved) -> Option<&'a Mention> {
    let names = |s: &&Sentence| s.mentions.iter().any(|m| is(document, m, "COMP") && m.facets.has(Field::Competition));
    let last = document.sentences[..statement.context.0].iter().rev().take(FAR).find(names)?;
    last.mentions.iter().find(|m| is_qualifier(document, m))
}
