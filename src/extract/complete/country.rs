//! Which country a person competes for.

use super::country_beside::{beaten_behind, country_beside, country_said, nation, place};
use super::opponents::{countries_met, only_other};
use super::topic::Topic;
use super::{FAR, is};
use crate::extract::Document;
use crate::extract::antecedent::at_home;
use crate::extract::head::end_of_first;
use crate::extract::location::{hosts_games, is_host, one_of_many};
use crate::extract::mention::Mention;
use crate::extract::people::{People, Person};
use crate::extract::segment::Sentence;
use crate::extract::standing::{Standing, standing};
use crate::extract::tokens::Token;
use crate::vocabulary::Field;

/// The country of a person: said of it, of those it is named together with, of its facts, of the article.
pub(super) fn country(document: &Document<'_>, topic: &Topic, person: Option<usize>) -> Option<String> {
    let index = person?;
    let found = represented(document, topic, index)?;
    let neutral = || neutral(document, document.people.all[index].sentences.first().copied()?);
    Some(if NEUTRALS.contains(&&*found) { neutral().unwrap_or(found) } else { found })
}

/// Nations whose athletes have competed as neutrals since 2022, by decisions of the IOC and the IPC.
const NEUTRALS: &[&str] = &["BLR", "RUS"];

/// Teams of neutral athletes that are of no one nation.
const NEUTRAL_TEAMS: &[&str] = &["AIN", "NPA"];

/// Sentences in which an article says as whose team its athletes compete.
const EARLY: usize = 5;

/// True for a team of neutral athletes that is of no one nation.
pub(super) fn is_neutral(country: &str) -> bool {
    NEUTRAL_TEAMS.contains(&country)
}

/// The team of neutrals that the paragraph of a sentence names, or the article early on.
fn neutral(document: &Document<'_>, sentence: usize) -> Option<String> {
    let here = document.sentences[sentence].paragraph;
    let early = end_of_first(document, EARLY);
    let spoken = document.sentences.iter().enumerate().filter(|(i, s)| *i < early || s.paragraph == here);
    let mut countries = spoken.flat_map(|(_, s)| &s.mentions).filter_map(|m| m.facets.get(Field::Country));
    countries.find(|c| is_neutral(c)).map(str::to_owned)
}

/// The country that a person is said to be of.
fn represented(document: &Document<'_>, topic: &Topic, index: usize) -> Option<String> {
    let person = &document.people.all[index];
    let abroad = document.pack.language.home.is_empty();
    let first = person.sentences.first().copied();
    let before = || country_before(document, topic, first?, index);
    let above = || country_above(document, first?);
    // A heading goes for the lines below it; within a paragraph the team last spoken of goes before it, unless the heading
    // names that of the whole article.
    let paragraph = |i: usize| document.sentences[i].paragraph;
    let told = first.is_some_and(|i| i > 0 && paragraph(i - 1) == paragraph(i));
    Person::most(&person.countries)
        .map(str::to_owned)
        .or_else(|| person.sentences.iter().find_map(|i| country_of_compatriot(document, *i, index)))
        .or_else(|| person.sentences.iter().find_map(|i| compatriot_behind(document, *i, index)))
        .or_else(|| person.sentences.iter().find_map(|i| country_beside(document, *i, index)))
        .or_else(|| person.sentences.iter().find_map(|i| opening(document, *i, index)))
        .or_else(|| person.sentences.iter().find_map(|i| champion_of(document, *i, index)))
        .or_else(|| person.sentences.iter().find_map(|i| predecessor(document, *i, index)))
        .or_else(|| above().filter(|c| !told || topic.country.as_ref() == Some(c)))
        .or_else(|| before().filter(|_| told))
        .or_else(above)
        .or_else(|| topic.national.clone())
        .or_else(before)
        .or_else(|| first.and_then(|i| only_team_before(document, i)).filter(|_| abroad))
        .or_else(|| first.and_then(|i| adjective_before(document, topic, i, index)).filter(|_| abroad))
        .or_else(|| of_the_article(document, topic, index))
}

/// The country that the article is about, for a person of whom it says none. Whom it met are of other nations.
fn of_the_article(document: &Document<'_>, topic: &Topic, person: usize) -> Option<String> {
    let met = countries_met(document, person);
    let foreign = |c: &String| !met.contains(&c.as_str());
    let told = topic.country.clone().or_else(|| topic.home.clone().filter(|_| !topic.mixed));
    if told.as_ref().is_none_or(foreign) { told } else { only_other(document, &met) }
}

/// How many mentions behind "his compatriots" the names may stand.
const COMPATRIOTS_REACH: usize = 12;

/// How many mentions behind a name its comma and "her team-mate" are.
const APPOSITION: usize = 4;

/// The country of whom the person is called a compatriot: the one named last before.
fn country_of_compatriot(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let own = &document.sentences[sentence];
    let at = document.name_of(sentence, person)?;
    let called = |m: &Mention| calls_compatriot(document, own, m);
    // "His compatriots A (58.1) and B": names, what joins them and what stands in brackets behind them.
    let light = |m: &Mention| !document.any(m, &["WIN", "BEAT", "LOSE", "STOP", "SEMI", "BUT", "TERM", "MEDAL"]);
    let before = (at.saturating_sub(COMPATRIOTS_REACH)..=at).rev().take_while(|k| *k == at || light(&own.mentions[*k]));
    // "Anna Kiss, her team-mate, ...": the name may stand first.
    let mut behind = own.mentions[at + 1..].iter().take(APPOSITION);
    let apposed = behind.next().is_some_and(|m| is(document, m, "COMMA")) && behind.any(called);
    let from = before.into_iter().find(|k| called(&own.mentions[*k])).or_else(|| apposed.then_some(at))?;
    let known = |m: &Mention| {
        People::index(&m.facets).filter(|p| *p != person)?;
        country_said(document, m).map(str::to_owned)
    };
    // "A beat the Moroccan B, followed by his compatriot C": the subject's, not the rival's, unless C is joined to B.
    let joined = |k: usize| own.mentions[k + 1..from].iter().all(|m| document.any(m, &["AND", "DET", "POSSPRON"]));
    let beaten = |k: &usize| standing(document, &own.mentions, *k) == Standing::Rival && !joined(*k);
    let named = || (0..from).rev().filter(|k| is(document, &own.mentions[*k], "PERSON"));
    let subject = named().find(|k| !beaten(k)).filter(|_| named().next().as_ref().is_some_and(beaten));
    let beside = match subject {
        Some(subject) => known(&own.mentions[subject]),
        None => named().find_map(|k| known(&own.mentions[k])),
    };
    let here = own.paragraph;
    let mut before = document.sentences[..sentence].iter().rev().take(2).take_while(|s| s.paragraph == here);
    // Of a sentence before, it is the one that it is about: "A beat the Moroccan B. The same score for his compatriot C."
    let about = |s: &Sentence| s.mentions.iter().find(|m| is(document, m, "PERSON")).map(known);
    beside.or_else(|| before.find_map(about).flatten())
}

/// The country of the next name behind a person that is called its compatriot: "A was second and his Canadian team-mate B third".
fn compatriot_behind(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let own = &document.sentences[sentence];
    let at = document.name_of(sentence, person)?;
    let next = own.mentions[at + 1..].iter().find(|m| is(document, m, "PERSON"))?;
    next.facets.get(Field::Country).filter(|_| calls_compatriot(document, own, next)).map(str::to_owned)
}

/// The country that the sentence of a person opens with as whose athletes it tells of: "From India, A, B and C had qualified".
fn opening(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let own = &document.sentences[sentence];
    let at = document.name_of(sentence, person)?;
    // "From India" may be one mention, and "In India, ..." says where.
    let first = document.pack.lexicon.lookup(&own.tokens.first()?.folded)?;
    if !["FROM", "FOR"].contains(&document.pack.tags.name(first.tag)) {
        return None;
    }
    let mut head = own.mentions.iter().skip_while(|m| document.any(m, &["FROM", "FOR", "DET"]));
    let team = head.next().filter(|m| document.any(m, &["COUNTRY", "SQUAD", "REF", "PEOPLE", "WHERE"]))?;
    let comma = head.next().is_some_and(|m| is(document, m, "COMMA"));
    let rivals = own.mentions[..at].iter().any(|m| document.any(m, &["BEAT", "LOSE", "OVER", "STOP", "SEMI"]));
    team.facets.get(Field::Country).filter(|_| comma && !rivals).map(str::to_owned)
}

/// The country whose national title stands in front of a name: "the twice champion of Japan Mayu Hase".
fn champion_of(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let own = &document.sentences[sentence];
    let name = &own.mentions[document.name_of(sentence, person)?].tokens;
    let within = |m: &&Mention| name.start <= m.tokens.start && m.tokens.end <= name.end;
    own.early.iter().filter(within).filter(|m| is(document, m, "TITLE")).find_map(|m| nation_of(document, own, m))
}

/// True for a mention with a word for somebody of the same country or team, which may have a hyphen.
fn calls_compatriot(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> bool {
    let stems = &document.pack.language.compatriots;
    if stems.is_empty() {
        return false;
    }
    let words: String = sentence.tokens[m.tokens.clone()].iter().map(|t| t.folded.as_str()).collect();
    stems.iter().any(|stem| words.contains(stem.as_str()))
}

/// So many countries beside its main one make an article one of many countries.
const MANY_COUNTRIES: usize = 3;

/// True where an article gives most of its persons a country of their own, of many, those of its main one too: who is
/// without one may be of any. In reports on one team only its opponents need a country.
pub(super) fn mixed(document: &Document<'_>, main: Option<&str>) -> bool {
    let athletes = document.people.all.iter().filter(|p| !p.sentences.is_empty() && p.official <= p.athlete);
    let (said, bare): (Vec<_>, Vec<_>) = athletes.partition(|p| !p.countries.is_empty());
    let foreign: Vec<&str> =
        said.iter().filter_map(|p| Person::most(&p.countries)).filter(|c| Some(*c) != main).collect();
    let countries: std::collections::BTreeSet<&str> = foreign.iter().copied().collect();
    let own = said.len() - foreign.len();
    countries.len() >= MANY_COUNTRIES && own > 1 && foreign.len() >= bare.len()
}

/// The country whose national championships the first lines or a heading speak of: everybody there is of it.
pub(super) fn national(document: &Document<'_>) -> Option<String> {
    let first = document.sentences.iter().enumerate().filter(|(i, s)| *i < 2 || s.heading);
    let comps = first.flat_map(|(_, s)| s.mentions.iter().map(move |m| (s, m)));
    comps.into_iter().find_map(|(s, m)| nation_of(document, s, m))
}

/// The country that the words of national championships, or of a title won there, name.
fn nation_of(document: &Document<'_>, sentence: &Sentence, m: &Mention) -> Option<String> {
    m.facets.get(Field::Competition).filter(|c| c.contains("National "))?;
    let terms = sentence.tokens[m.tokens.clone()].iter().filter_map(|t| document.pack.lexicon.lookup(&t.folded));
    terms.into_iter().find_map(|t| t.facets.get(Field::Country)).map(str::to_owned)
}

/// The country that an article speaks of most, where none leads clearly; of equal ones the first named. Teams,
/// persons and the places of headings count; other places do not.
pub(super) fn home(document: &Document<'_>) -> Option<String> {
    let mut votes: Vec<(&str, u32)> = Vec::new();
    votes.extend(at_home(document).map(|(home, n)| (home, 2 * n)));
    let head = end_of_first(document, 2);
    for (i, sentence) in document.sentences.iter().enumerate() {
        let lead = i < head || sentence.heading;
        for (k, m) in sentence.mentions.iter().enumerate().filter(|(_, m)| lead || !is(document, m, "WHERE")) {
            // "the Kazakh Grand Slam" says where it was.
            let venue = k > 0 && is(document, &sentence.mentions[k - 1], "COMP")
                || sentence.mentions.get(k + 1).is_some_and(|n| is(document, n, "COMP"));
            if venue && is(document, m, "DEMONYM") {
                continue;
            }
            // "In Rio de Janeiro, Brazil" says where it was too.
            let behind_city = sentence.mentions[k.saturating_sub(2)..k].iter().any(|b| is(document, b, "CITY"));
            let venue = is(document, m, "WHERE") && (behind_city || hosts_games(document, m));
            if venue || is_host(document, &sentence.mentions, k) || one_of_many(document, &sentence.mentions, k) {
                continue;
            }
            let Some(country) = m.facets.get(Field::Country) else { continue };
            let beaten = k > 0 && document.any(&sentence.mentions[k - 1], &["BEAT", "LOSE", "OVER"]);
            if beaten && is(document, m, "PERSON") {
                continue;
            }
            let weight = match () {
                () if lead || document.any(m, &["SQUAD", "DEMONYM"]) => 4,
                () if is(document, m, "PERSON") => 1,
                () => 2,
            };
            match votes.iter_mut().find(|(c, _)| *c == country) {
                Some((_, n)) => *n += weight,
                None => votes.push((country, weight)),
            }
        }
    }
    if votes.is_empty() {
        return named_in_passing(document);
    }
    let most = votes.iter().map(|(_, n)| *n).max()?;
    if most <= 2 && votes.len() > 1 {
        return None;
    }
    votes.iter().find(|(_, n)| *n == most).map(|(c, _)| (*c).to_owned())
}

/// Letters of a country's code.
const CODE: usize = 3;

/// The only country whose name an article has, where that is just in the names of clubs and bodies: "the Kenya Defence Forces".
fn named_in_passing(document: &Document<'_>) -> Option<String> {
    // Codes look like words.
    let word = |t: &&Token| t.is_capitalised() && t.folded.chars().count() > CODE;
    let terms = document
        .sentences
        .iter()
        .flat_map(|s| &s.tokens)
        .filter(word)
        .filter_map(|t| document.pack.lexicon.lookup(&t.folded));
    let mut countries: Vec<&str> = terms.filter_map(|t| t.facets.get(Field::Country)).collect();
    countries.dedup();
    if let [one] = countries[..] { Some(one.to_owned()) } else { None }
}

/// Tags of words that with a country behind them are a place or an office, not a team.
const PARTS: &[&str] = &["WORD", "OFFICIAL", "ORG", "CITY"];

/// The team last spoken of before the person in its paragraph.
fn country_before(document: &Document<'_>, topic: &Topic, sentence: usize, person: usize) -> Option<String> {
    let own = &document.sentences[sentence];
    let at = document.name_of(sentence, person)?;
    team_in(document, topic, own, at, true).or_else(|| {
        let before = document.sentences[..sentence].iter().rev().take(FAR).take_while(|s| s.paragraph == own.paragraph);
        before.into_iter().find_map(|s| team_in(document, topic, s, s.mentions.len(), false))
    })
}

/// Tags of what may be somewhere, so that the country in front says where it was and is not spoken of.
const THERE: &[&str] = &["ATHLETES", "COMP", "COMPNAME", "GAMES", "MEDAL", "PERSON", "SQUAD", "TEAM"];

/// The team last spoken of in the first mentions of a sentence, `here` that of the person itself.
fn team_in(document: &Document<'_>, topic: &Topic, sentence: &Sentence, end: usize, here: bool) -> Option<String> {
    let mentions = &sentence.mentions[..end];
    let told = |k: &usize| {
        let m = &mentions[*k];
        let said = document.any(m, &["COUNTRY", "SQUAD", "PEOPLE"]) || nation(document, m);
        // "In Pakistan things have changed" sets the scene; "in Austria Anna Kiss ..." or "in Austria the World Cup ..." of
        // another team says where it was.
        let country = m.facets.get(Field::Country);
        let what = || sentence.mentions.iter().any(|m| document.any(m, THERE));
        let other = topic.country.as_deref().is_some_and(|c| country != Some(c)) && (here || what());
        let abroad = document.pack.language.home.is_empty() && *k == 0 && !other && is(document, m, "WHERE");
        said || abroad || here && describes_team(document, mentions, *k)
    };
    // "The athletes from Kenya" are a team, those "from Italy, Belgium and other countries" are of many.
    let of_team = |k: &usize| {
        let team = *k > 0 && document.any(&mentions[*k - 1], &["TEAM", "ATHLETES", "SQUAD"]);
        let next = sentence.mentions.get(*k + 1).is_some_and(|m| document.any(m, &["COMMA", "AND"]));
        let more = sentence.mentions.get(*k + 2).is_some_and(|m| m.facets.has(Field::Country));
        is(document, &mentions[*k], "WHERE") && team && !(next && more)
    };
    // "We saw more of it with the Kenyans": they are spoken of, where the person is not said to be with them.
    let with = |k: usize, m: &Mention| is(document, m, "WITH") && (here || !nation(document, &mentions[k]));
    let counts = |k: &usize| {
        if one_of_many(document, &sentence.mentions, *k) {
            return false;
        }
        let mut lead = mentions[..*k].iter().rev().filter(|m| !is(document, m, "DET"));
        let (lead, owner) = (lead.next(), lead.next());
        // "The north of Thailand" is no team, "the boxers of Thailand" are.
        let part = || lead.is_some_and(|m| is(document, m, "OF")) && owner.is_some_and(|m| document.any(m, PARTS));
        // "In Brazil" is a place, "it slipped from the Brazilians" speaks of them.
        let people = || nation(document, &mentions[*k]) || is(document, &mentions[*k], "PEOPLE");
        let there = |m: &Mention| is(document, m, "IN") && !people();
        let away = |m: &Mention| document.any(m, &["BEAT", "LOSE", "BY", "OVER"]) || there(m) || with(*k, m);
        !beaten_behind(document, mentions, *k)
            && !place(document, mentions, *k)
            && !lead.is_some_and(|m| away(m) && !describes_team(document, mentions, *k))
            && !part()
    };
    let last = (0..end).rev().filter(|k| told(k) || of_team(k)).find(counts)?;
    mentions[last].facets.get(Field::Country).map(str::to_owned)
}

/// What a nation's adjective may describe that is its team's: its places, its medals, its men.
const OF_TEAM: &[&str] =
    &["ROLE", "LICENCE", "MEDAL", "TITLE", "TEAM", "ATHLETES", "SPORT", "EVENT", "TALLY", "PODIUM", "VICTORY"];

/// True for "the Tunisian places were won by", "les billets tunisiens": a nation's adjective beside what is its team's.
fn describes_team(document: &Document<'_>, mentions: &[Mention], k: usize) -> bool {
    let team = |m: Option<&Mention>| m.is_some_and(|m| document.any(m, OF_TEAM));
    is(document, &mentions[k], "DEMONYM") && (team(mentions.get(k + 1)) || k > 0 && team(mentions.get(k - 1)))
}

/// The country of who was the last to do something before: "the first Australian winner since Anna Kiss".
fn predecessor(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let at = document.name_of(sentence, person)?;
    let since = at > 0 && is(document, &mentions[at - 1], "SINCE");
    let mut before = mentions[..at].iter().rev().take_while(|m| !document.any(m, &["SEMI", "STOP", "BUT"]));
    let nation = before.find(|m| document.any(m, &["DEMONYM", "PEOPLE", "COUNTRY", "WHERE", "SQUAD", "REF"]));
    nation.filter(|_| since)?.facets.get(Field::Country).map(str::to_owned)
}

/// The one nation whose adjective stands before a person, in its sentence or the one before: "an Italian double", "the
/// silver was French too".
fn adjective_before(document: &Document<'_>, topic: &Topic, sentence: usize, person: usize) -> Option<String> {
    let own = &document.sentences[sentence];
    let at = document.name_of(sentence, person)?;
    let before = sentence.checked_sub(1).map(|i| &document.sentences[i]).filter(|s| s.paragraph == own.paragraph);
    let said = |s: &Sentence, end: usize| -> Vec<String> {
        let told = |k: &usize| {
            let (m, next) = (&s.mentions[*k], s.mentions.get(k + 1));
            let held = k
                .checked_sub(1)
                .is_some_and(|p| document.any(&s.mentions[p], &["IN", "FROM", "OF", "BEAT", "LOSE", "OVER"]));
            let thing = next.is_some_and(|n| document.any(n, ELSEWHERE));
            // "Another Uzbek, Anna Kiss, ..." is one name alone.
            let named = next.is_some_and(|n| is(document, n, "COMMA"))
                && s.mentions.get(k + 2).is_some_and(|n| is(document, n, "PERSON"));
            // In an article on one team only what opens the sentence speaks of another: "Russian sliders were first".
            let clear = topic.country.is_some() && !topic.mixed;
            let opens = *k == 0 && s.start == own.start && next.is_some_and(|n| is(document, n, "WORD"));
            is(document, m, "DEMONYM") && !held && !thing && !named && (!clear || opens)
        };
        (0..end).filter(told).filter_map(|k| s.mentions[k].facets.get(Field::Country)).map(str::to_owned).collect()
    };
    let mut nations = said(own, at);
    if nations.is_empty() {
        nations = before.map(|s| said(s, s.mentions.len())).unwrap_or_default();
    }
    nations.dedup();
    if let [one] = &nations[..] { Some(one.clone()) } else { None }
}

/// Tags of what a nation's adjective makes a place, a person or an event of that nation's.
const ELSEWHERE: &[&str] =
    &["CITY", "COMP", "COMPNAME", "CHAMPS", "ORG", "OFFICIAL", "PERSON", "CAP", "ATHLETE", "REGION"];

/// The one country whose team an article has spoken of before a sentence, where it has named no other there.
fn only_team_before(document: &Document<'_>, sentence: usize) -> Option<String> {
    let named = |tags: &'static [&str]| {
        let before = document.sentences[..sentence].iter().flat_map(|s| &s.mentions);
        before.filter(move |m| document.any(m, tags)).filter_map(|m| m.facets.get(Field::Country))
    };
    let one = named(&["SQUAD", "PEOPLE"]).next()?;
    named(&["COUNTRY", "SQUAD", "PEOPLE", "PERSON"]).all(|c| c == one).then(|| one.to_owned())
}

/// The country of the heading above, where it names one and little else ("Fiji (4)").
fn country_above(document: &Document<'_>, sentence: usize) -> Option<String> {
    let heading = document.sentences[..sentence].iter().rev().take(FAR).find(|s| s.heading)?;
    let named = |k: &usize| !is_host(document, &heading.mentions, *k);
    let mut countries =
        (0..heading.mentions.len()).filter(named).filter_map(|k| heading.mentions[k].facets.get(Field::Country));
    match (countries.next(), countries.next()) {
        (Some(one), None) if heading.mentions.len() <= 5 => Some(one.to_owned()),
        _ => None,
    }
}
