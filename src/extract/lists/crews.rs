//! Crews: who won the medal of a team, told in the sentence behind it or behind a word for a few people.
//!
//! ```text
//! Hungary won gold in the 4x200 m relay. Anna Kiss, Eva Nagy, Ida Toth and Lea Varga finished in 7:54.07.
//! Latvia took the team silver. The squad was made up of Anna Kalnina, Ilze Ozola and Liga Berzina.
//! The relay bronze went to Malta. [...] Malta (Anna Borg, Eva Zammit) – 7:58.12
//! There was bronze for the Cuban quartet of Ana Diaz, Eva Leon, Ida Mora and Lea Sosa.
//! ```

use std::collections::BTreeMap;

use super::crews_in_brackets;
use super::lines::{Kind, UNREAL, colour, has, person};
use super::made_up;
use crate::extract::Document;
use crate::extract::matching::{Statement, Who, by_sentence};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::extract::together;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// Below all rules: a sentence that gives somebody a medal itself is no crew's.
const KIND: Kind = Kind { table: Table::Medals, rule: "crew", priority: -1, confidence: 0.65 };

/// Those who can have a crew.
const TEAMS: &[&str] = &["COUNTRY", "SQUAD", "PEOPLE", "REF", "WHERE"];

/// What may stand in front of the first name of a crew.
const LEADS: &[&str] = &[
    "DET",
    "TEAM",
    "SQUAD",
    "OF",
    "COLON",
    "DASH",
    "COMMA",
    "INCLUDING",
    "ATHLETES",
    "EVENT",
    "DISCIPLINE",
    "GENDER",
    "WORD",
    "IN",
    "FOR",
    "WITH",
    "NUM",
    "OPEN",
    "WIN",
    "RESPECTIVELY",
];

/// What among them names a team: then its names need no verb.
const TEAM: &[&str] = &["TEAM", "SQUAD", "EVENT", "DISCIPLINE"];

/// The most mentions in front of the first name.
const LEAD: usize = 10;

/// So many make a crew.
pub(super) const CREW: std::ops::RangeInclusive<usize> = 2..=8;

/// From so many on they need not be told to be a team.
const CROWD: usize = 3;

/// What parts the names of a crew.
pub(super) const JOINS: &[&str] = &["COMMA", "AND", "SLASH", "DET", "DASH", "HYPHEN"];

/// What gives a sentence a medal, a place or a rival of its own, so that it tells of no crew.
const OF_ITS_OWN: &[&str] =
    &["MEDAL", "TITLE", "STRUCK", "PODIUM", "ORD", "LICENCE", "QUALIFY", "SAID", "MISS", "LOSE"];

/// What events of several together have in their names.
const TOGETHER: &[&str] =
    &["relay", "team", "pair", "doubles", "duet", "four", "eight", "quad", "two-", "4x", "double"];

/// How many sentences behind the medal a crew may be named.
const BEHIND: usize = 3;

/// How many mentions join a word for a few people to their names: "the quartet made up of".
const JOINED: usize = 3;

/// How many lines behind it a crew may stand in brackets behind its country.
const LINES: usize = 8;

/// How far behind the names their result stands.
const RESULT: usize = 14;

/// Adds the medal of a team to each of its crew, where that is named.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let told = by_sentence(statements);
    let mut found: Vec<Statement> = Vec::new();
    for here in told.values() {
        let teams: Vec<&Statement> = here.iter().copied().filter(|s| is_of_team(document, s)).collect();
        for team in best(&teams) {
            let brackets = crews_in_brackets::names(document, team);
            let here = if brackets.is_empty() { made_up::names(document, team) } else { brackets };
            found.extend(here.iter().map(|member| of_crew(document, team.sentence, member, team)));
            if here.is_empty() {
                found.extend(behind(document, team, is_only(team, &teams)));
            }
        }
    }
    for i in 0..document.sentences.len() {
        found.extend(of_a_few(document, i, told.get(&i).map_or(&[], Vec::as_slice)));
    }
    statements.extend(found);
}

/// Of what is said of one medal the best claim.
fn best<'s>(teams: &[&'s Statement]) -> Vec<&'s Statement> {
    let mut best: BTreeMap<usize, &Statement> = BTreeMap::new();
    for team in teams.iter().copied() {
        let one = best.entry(team.tokens.start).or_insert(team);
        if team.priority >= one.priority {
            *one = team;
        }
    }
    best.into_values().collect()
}

/// The medal of a team for each of the crew that the next sentences name; `only` where its own names no other team.
fn behind(document: &Document<'_>, team: &Statement, only: bool) -> Vec<Statement> {
    let sentences = &document.sentences;
    let paragraph = sentences[team.sentence].paragraph;
    let near = |i: usize| i <= team.sentence + BEHIND && sentences[i].paragraph <= paragraph + BEHIND;
    let mut found = Vec::new();
    for at in team.sentence + 1..(team.sentence + 1 + LINES).min(sentences.len()) {
        let told = if near(at) { crew(document, team, at, only) } else { Vec::new() };
        let crew = if told.is_empty() { in_brackets(document, team, at) } else { told };
        found.extend(crew.iter().map(|member| of_crew(document, at, member, team)));
        // "On the men's side A, B and C ...": those of the other gender are told next.
        let next = sentences.get(at + 1).filter(|_| near(at + 1));
        let other = next.is_some_and(|s| s.mentions.iter().take(LEAD).any(|m| document.any(m, &["GENDER"])));
        if !crew.is_empty() && !other {
            break;
        }
    }
    found
}

/// The medal of a team for one of its crew.
fn of_crew(document: &Document<'_>, at: usize, member: &Mention, team: &Statement) -> Statement {
    let mut fields = team.fields.clone();
    for f in [Field::Holder, Field::Country, Field::Each, Field::Count] {
        fields.take(f);
    }
    won(document, at, member, &team.focus, &fields)
}

/// What is said of one of a crew: the colour of the medal and how it is told, without what is the team's.
fn won(document: &Document<'_>, at: usize, member: &Mention, medal: &Facets, fields: &Facets) -> Statement {
    let mut focus = medal.clone();
    for f in [Field::Count, Field::Number, Field::Holder] {
        focus.take(f);
    }
    let one = KIND.statement(document, at, Who::of(document, member), member.tokens.clone(), fields.clone());
    Statement { focus, ..one }
}

/// The medal of a sentence for each of a crew that it names behind a word for a few people: "bronze for the quartet of A, B, C
/// and D"; none where a rule gives it to persons.
fn of_a_few(document: &Document<'_>, i: usize, told: &[&Statement]) -> Vec<Statement> {
    let sentence = &document.sentences[i];
    let mentions = &sentence.mentions;
    let coloured = |m: &&Mention| document.any(m, &["MEDAL", "STRUCK", "PODIUM"]) && colour(&m.facets).is_some();
    let mut medals = mentions.iter().filter(coloured);
    let Some(medal) = medals.next().filter(|_| medals.next().is_none()) else { return Vec::new() };
    let whole = 0..sentence.tokens.len();
    let real = status::of(document, i, &whole, &medal.tokens, Table::Medals).is_none_or(|s| s == "won");
    let personal = |s: &&Statement| {
        let persons = s.who.iter().filter(|w| w.tag == "PERSON").count();
        s.table == Table::Medals && s.tokens == medal.tokens && persons > 1
    };
    let apart =
        sentence.question || has(document, sentence, UNREAL) || has(document, sentence, &["TITLE", "LOSE", "SAID"]);
    if !real || apart || told.iter().any(personal) || medal.facets.number(Field::Count).is_some_and(|n| n > 1) {
        return Vec::new();
    }
    let Some(at) = mentions.iter().position(|m| together::few(document, i, m)) else { return Vec::new() };
    let between = |m: &&Mention| {
        document.any(m, &["IN", "OF", "WITH", "COLON", "DASH", "OPEN", "DEMONYM", "COUNTRY", "POSS", "WORD", "COMMA"])
            || document.is_literal(m)
    };
    let light = mentions[at + 1..].iter().take_while(between).count();
    let row = mentions[at + 1 + light..].iter().take_while(|m| person(m) || document.any(m, JOINS));
    let names: Vec<&Mention> = row.filter(|m| person(m)).collect();
    if !(1..=JOINED).contains(&light) || !CREW.contains(&names.len()) {
        return Vec::new();
    }
    names.iter().map(|member| won(document, i, member, &medal.facets, &Facets::new())).collect()
}

/// True for one medal of a colour that one team has won.
fn is_of_team(document: &Document<'_>, s: &Statement) -> bool {
    let one = s.focus.number(Field::Count).or(s.fields.number(Field::Count)).is_none_or(|n| n == 1);
    let won = matches!(s.fields.get(Field::Status), None | Some("won"));
    let [who] = &s.who[..] else { return false };
    s.table == Table::Medals
        && one
        && won
        && (colour(&s.focus).is_some() || colour(&s.fields).is_some())
        && TEAMS.contains(&&*who.tag)
        && who.facets.has(Field::Country)
        && !has(document, &document.sentences[s.sentence], UNREAL)
}

/// True where the sentence gives medals to one team only.
fn is_only(team: &Statement, teams: &[&Statement]) -> bool {
    teams.iter().all(|s| country(s) == country(team) && s.tokens == team.tokens)
}

/// The country of a team.
fn country(team: &Statement) -> Option<&str> {
    team.who[0].facets.get(Field::Country)
}

/// True for a sentence with a medal, a place or a rival of its own. What a rival is called does not count: "behind Italy,
/// champions of Europe".
fn tells_its_own(document: &Document<'_>, sentence: &Sentence) -> bool {
    let mentions = &sentence.mentions;
    let apposed = |k: usize| {
        let before = |n: usize, tags: &[&str]| k.checked_sub(n).is_some_and(|b| document.any(&mentions[b], tags));
        before(1, &["COMMA"]) && before(2, &["COUNTRY", "SQUAD", "PEOPLE", "BEAT"])
    };
    let own = |k: usize| document.any(&mentions[k], OF_ITS_OWN);
    (0..mentions.len()).any(|k| own(k) && !(document.any(&mentions[k], &["TITLE"]) && apposed(k)))
}

/// The crew that a sentence names, where it does; `only` where no other team has a medal in the sentence of the medal, else
/// it must name the nation.
fn crew<'d>(document: &'d Document<'_>, team: &Statement, at: usize, only: bool) -> Vec<&'d Mention> {
    let sentence = &document.sentences[at];
    let mentions = &sentence.mentions;
    let light = |m: &Mention| document.any(m, LEADS) || document.is_literal(m);
    let lead = mentions.iter().take(LEAD).take_while(|m| !person(m) && light(m)).count();
    let foreign = |m: &&Mention| m.facets.get(Field::Country).is_some_and(|c| Some(c) != country(team));
    let theirs = |m: &Mention| country(team).is_some() && m.facets.get(Field::Country) == country(team);
    if !only && !mentions[..lead].iter().any(theirs) {
        return Vec::new();
    }
    if tells_its_own(document, sentence) || mentions[..lead].iter().any(|m| foreign(&m)) {
        return Vec::new();
    }
    let (mut names, mut end, mut depth) = (Vec::new(), lead, 0);
    for m in &mentions[lead..] {
        depth += i32::from(document.any(m, &["OPEN"])) - i32::from(document.any(m, &["CLOSE"]));
        let aside = depth > 0 || document.any(m, &["CLOSE"]);
        match () {
            () if person(m) && !aside => names.push(m),
            () if aside || document.any(m, JOINS) => {}
            () => break,
        }
        end += 1;
    }
    let behind = || mentions[end..].iter().take(RESULT);
    let result = behind().any(|m| document.any(m, &["FINISH", "DECIMAL", "SCORE", "BEAT"]));
    // "A, B and C were the members of the Italian team".
    let members = || behind().take(LEAD).any(|m| document.any(m, &["SQUAD"]) && theirs(m));
    let named = mentions[..lead].iter().any(|m| document.any(m, TEAM)) || members();
    let together = |i: usize| {
        let events = document.sentences[i].mentions.iter();
        let mut named = events.filter_map(|m| m.facets.get(Field::Event).or(m.facets.get(Field::Discipline)));
        named.any(|e| TOGETHER.iter().any(|word| e.contains(word)))
    };
    let crew = names.len() >= CROWD || together(team.sentence) || together(at);
    if CREW.contains(&names.len()) && crew && (result || named) && !names.iter().any(foreign) {
        names
    } else {
        Vec::new()
    }
}

/// The names in the brackets behind the country that a line begins with.
fn in_brackets<'d>(document: &'d Document<'_>, team: &Statement, at: usize) -> Vec<&'d Mention> {
    let sentence = &document.sentences[at];
    let marks = |m: &&Mention| document.any(m, &["NUM", "STOP", "ORD", "DASH", "HYPHEN", "X"]);
    let line: Vec<&Mention> = sentence.mentions.iter().skip_while(marks).collect();
    let [nation, open, rest @ ..] = &line[..] else { return Vec::new() };
    let theirs = nation.facets.get(Field::Country) == country(team);
    if !theirs
        || !document.any(nation, &["COUNTRY"])
        || !document.any(open, &["OPEN"])
        || has(document, sentence, OF_ITS_OWN)
    {
        return Vec::new();
    }
    let inside = rest.iter().take_while(|m| person(m) || document.any(m, JOINS));
    let names: Vec<&Mention> = inside.copied().filter(|m| person(m)).collect();
    if CREW.contains(&names.len()) { names } else { Vec::new() }
}
