//! Paralympic sport: where an article is about it, and what that makes of Games and sports.

use std::collections::BTreeSet;

use super::aside::after;
use super::spoken::listed_sports;
use super::topic::Topic;
use super::{FAR, HEAD, is};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::tokens::Token;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, World, is_goal, is_paralympic};

/// Where an article is about Paralympic sport.
#[derive(Debug, Default)]
pub(super) enum Para {
    #[default]
    Nowhere,
    /// Everywhere but in some paragraphs, which turn to the Olympic Games.
    Except(BTreeSet<usize>),
    /// In the paragraphs that say so: the article is about both.
    In(BTreeSet<usize>),
}

impl Para {
    /// True for an article that speaks of nothing else.
    pub(super) fn everywhere(&self) -> bool {
        matches!(self, Para::Except(others) if others.is_empty())
    }

    /// `most`: more is said of Paralympic sport than of other Games; `some`: something is; `only`: its Games are the only
    /// ones of their kind that are named, or its sport has no other form.
    pub(super) fn of(document: &Document<'_>, most: bool, some: bool, only: bool) -> Para {
        let head = &document.sentences[..HEAD.min(document.sentences.len())];
        let olympic = |m: &Mention| {
            m.facets.get(Field::Competition).is_some_and(|c| c.contains("Olympic Games"))
                && m.facets.get(Field::Season) != Some("host")
        };
        let able = |m: &Mention| {
            let name = m.facets.get(Field::Competition).unwrap_or_default();
            olympic(m) || World::get().is_games(name) && !is_goal(name) && !name.contains("Para")
        };
        // "After the Olympic Games it is the turn of the Paralympians": of what is over no more is said.
        let own = |s: &Sentence, k: usize| !after(document, s, k);
        let named =
            |s: &Sentence, k: usize| document.any(&s.mentions[k], &["COMP", "GAMESADJ"]) && able(&s.mentions[k]);
        let both = head.iter().any(|s| (0..s.mentions.len()).any(|k| named(s, k) && own(s, k)));
        let leads = head.iter().any(|s| is_para(document, s));
        let paragraphs: BTreeSet<usize> = document.sentences.iter().map(|s| s.paragraph).collect();
        let said: BTreeSet<usize> =
            document.sentences.iter().filter(|s| is_para(document, s)).map(|s| s.paragraph).collect();
        let olympic: BTreeSet<usize> = document
            .sentences
            .iter()
            .filter(|s| (0..s.mentions.len()).any(|k| olympic(&s.mentions[k]) && own(s, k)))
            .map(|s| s.paragraph)
            .collect();
        // Classes of Paralympic sport, again and again, are of nothing else where no other Games are named.
        let mentions = || document.sentences.iter().flat_map(|s| &s.mentions);
        // What stands in the brackets of a name is part of it later on.
        let early = document.sentences.iter().flat_map(|s| &s.early);
        let classes = early.filter(|m| is(document, m, "PARACLASS")).count();
        let only = only || classes >= CLASSES && !mentions().any(|m| document.any(m, &["COMP", "GAMESADJ"]) && able(m));
        match (most, leads && !both || said.len() * 2 >= paragraphs.len()) {
            (true, true) => Para::Except(BTreeSet::new()),
            _ if only => Para::Except(BTreeSet::new()),
            _ if some && leads && !both => Para::Except(&olympic - &said),
            _ if some => Para::In(said),
            _ => Para::Nowhere,
        }
    }
}

/// So many classes of Paralympic sport make an article one on it.
const CLASSES: usize = 3;

/// True for a sentence that names a Paralympic sport, class or competition, also in the name of a team.
fn is_para(document: &Document<'_>, sentence: &Sentence) -> bool {
    let lexicon = &document.pack.lexicon;
    let says = |t: &Token, which: fn(&str) -> bool| {
        lexicon.lookup(&t.folded).and_then(|t| t.facets.get(Field::Competition)).is_some_and(which)
    };
    // "The Olympic and Paralympic qualifier" is of both.
    let joins =
        |t: &Token| t.is('&') || lexicon.lookup(&t.folded).is_some_and(|l| document.pack.tags.name(l.tag) == "AND");
    let of_both_games =
        |k: usize| k > 1 && joins(&sentence.tokens[k - 1]) && says(&sentence.tokens[k - 2], olympic_name);
    let paralympic = |(k, t): (usize, &Token)| says(t, is_paralympic) && !of_both_games(k);
    let word = sentence.tokens.iter().enumerate().any(paralympic) || of_para_people(document, sentence);
    // "S8" is a class beside an event, and eight silvers in a table.
    let contest = || sentence.mentions.iter().any(|m| document.any(m, &["DISCIPLINE", "DIST", "EVENT"]));
    word || sentence.mentions.iter().any(|m| {
        is(document, m, "PARACLASS") && contest()
            || m.facets.get(Field::Sport).is_some_and(of_para) && !of_both(document, sentence)
            || m.facets.get(Field::Competition).is_some_and(|c| c.contains("Para"))
    })
}

/// True for a sport of the Paralympic Games alone.
fn of_para(sport: &str) -> bool {
    sport.starts_with("para ") || World::get().season(sport) == Some("para")
}

/// True for a sentence on both forms of a sport: "the Canoe Sprint and Paracanoe Championships".
fn of_both(document: &Document<'_>, sentence: &Sentence) -> bool {
    listed_sports(document, sentence, &["COMMA", "AND", "SLASH"])
        .any(|(able, para)| able != para && World::get().para_sport(able) == Some(para))
}

/// True for a sentence that speaks of people who do Paralympic sport: "the Paralympians".
fn of_para_people(document: &Document<'_>, sentence: &Sentence) -> bool {
    sentence.mentions.iter().any(|m| says_para(&m.facets)) || sentence.tokens.iter().any(|t| para_word(document, t))
}

fn says_para(facets: &Facets) -> bool {
    facets.get(Field::Season) == Some("para")
}

/// True for a word that has a sense of Paralympic sport.
fn para_word(document: &Document<'_>, token: &Token) -> bool {
    document.pack.lexicon.senses(&token.folded).any(|term| says_para(&term.facets))
}

/// True for a name of Games that are not those of Paralympic sport.
fn olympic_name(name: &str) -> bool {
    is_goal(name) && !is_paralympic(name)
}

/// True for Games that are not those of Paralympic sport; a host alone may mean either.
fn olympic(document: &Document<'_>, m: &Mention) -> bool {
    let named = is(document, m, "COMP") && m.facets.get(Field::Season) != Some("host");
    named && m.facets.get(Field::Competition).is_some_and(olympic_name)
}

/// True where the clause of a statement, or what stands before it in its paragraph, turned to Paralympic sport and back to no
/// other Games. "The team has 27, and the Paralympians have 24": the 27 are not theirs.
pub(super) fn turned(document: &Document<'_>, statement: &Resolved) -> bool {
    let (at, tokens) = &statement.context;
    let own = &document.sentences[*at];
    let ends = |m: &&Mention| m.tokens.start >= tokens.end && document.any(m, &["BUT", "COMMA", "DASH", "SEMI"]);
    let clause = own.mentions.iter().find(ends).map_or(own.tokens.len(), |m| m.tokens.start);
    let para = |t: &Token| para_word(document, t);
    let earlier = own.tokens[..clause].iter().any(para);
    if !earlier && own.tokens[clause..].iter().any(para) {
        return false;
    }
    let here = own.paragraph;
    let olympic = |m: &Mention| olympic(document, m);
    let back = document.sentences[..=*at].iter().rev().take(FAR).take_while(|s| s.paragraph == here);
    let told = back.into_iter().find(|s| is_para(document, s) || s.mentions.iter().any(olympic));
    told.is_some_and(|s| !s.mentions.iter().any(olympic))
}

impl Topic {
    /// True where a sentence is about Paralympic sport: the whole article is, or its paragraph or the heading above.
    pub(super) fn para_at(&self, document: &Document<'_>, sentence: usize) -> bool {
        match &self.para {
            Para::Nowhere => false,
            Para::Except(paragraphs) => !paragraphs.contains(&document.sentences[sentence].paragraph),
            Para::In(paragraphs) => {
                let heading = document.sentences[..sentence].iter().rev().take(FAR).find(|s| s.heading);
                let head = heading.filter(|h| h.start > document.sentences[0].end);
                paragraphs.contains(&document.sentences[sentence].paragraph)
                    || head.is_some_and(|s| is_para(document, s))
            }
        }
    }
}

/// True where those named in a sentence do Paralympic sport: the article is about it, or the paragraph about its Games.
pub(super) fn told(document: &Document<'_>, topic: &Topic, sentence: usize) -> bool {
    let everywhere = matches!(topic.para, Para::Except(_)) && topic.para_at(document, sentence);
    let olympic = document.sentences[sentence].mentions.iter().any(|m| olympic(document, m));
    everywhere && !olympic || paragraph(document, sentence)
}

/// True where the paragraph of a sentence, as far as it is near, speaks of Paralympic Games and of no others.
pub(super) fn paragraph(document: &Document<'_>, sentence: usize) -> bool {
    let here = document.sentences[sentence].paragraph;
    let from = sentence.saturating_sub(FAR);
    let mut games = document.sentences[from..]
        .iter()
        .take(sentence - from + FAR)
        .filter(|s| s.paragraph == here)
        .flat_map(|s| &s.mentions)
        .filter(|m| document.any(m, &["COMP", "GAMESADJ", "LICENCE"]))
        .filter(|m| m.facets.get(Field::Season) != Some("host"))
        .filter_map(|m| m.facets.get(Field::Competition))
        .filter(|c| is_goal(c))
        .peekable();
    games.peek().is_some() && games.all(is_paralympic)
}

/// The Paralympic counterpart of Games that their host names.
pub(super) fn para_form(name: &str) -> Option<String> {
    let olympic = || name.strip_suffix("Olympic Games").map(|stem| format!("{stem}Paralympic Games"));
    match name {
        "Pan American Games" => Some("Parapan American Games".to_owned()),
        "Asian Games" => Some("Asian Para Games".to_owned()),
        _ => olympic(),
    }
}

/// "Tokyo 2020" in an article on Paralympic sport means the Paralympic Games.
pub(super) fn paralympic(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let sport = statement.fields.get(Field::Sport).unwrap_or("").to_owned();
    let person = statement.person.and_then(|p| document.people.all[p].sport()).unwrap_or("");
    let para =
        sport.starts_with("para ") || person.starts_with("para ") || topic.para_at(document, statement.context.0);
    let host = statement.fields.get(Field::Season) == Some("host");
    let para = para || host && paragraph(document, statement.context.0);
    let name = statement.fields.get(Field::Competition).unwrap_or("").to_owned();
    // A licence in a Paralympic sport is for no other Games.
    let own = statement.table == Table::Licenses && of_para(&sport) && is_goal(&name);
    // Where the sentence itself says the Olympic Games, its sport is no other than theirs.
    let sentence = &document.sentences[statement.context.0];
    let term = |t: &Token| document.pack.lexicon.lookup(&t.folded).and_then(|t| t.facets.get(Field::Competition));
    let said = |m: &Mention| {
        let words = &sentence.tokens[m.tokens.clone()];
        olympic(document, m) || is(document, m, "LICENCE") && words.iter().filter_map(term).any(olympic_name)
    };
    if own && statement.sport_guessed && olympic_name(&name) && sentence.mentions.iter().any(said) {
        statement.fields.set(Field::Sport, sport.trim_start_matches("para "));
        return;
    }
    // "Medals at the Games" of Paralympic sport, and "Olympic medals" that nothing else says were won at the other Games.
    // "Two Olympic medals in Rio": the host of such a medal is that of those Games.
    let called = || {
        let focus = sentence.mention_at(statement.tokens.start);
        focus.is_some_and(|m| sentence.tokens[m.tokens.clone()].iter().filter_map(term).any(olympic_name))
    };
    let host = host && (sport.starts_with("para ") || !called());
    let theirs = of_para(&sport) && olympic_name(&name) && !sentence.mentions.iter().any(said);
    let theirs = theirs && statement.table == Table::Medals && topic.para_at(document, statement.context.0);
    if let (true, true, Some(form)) = (para, host || own || theirs, para_form(&name)) {
        statement.fields.set(Field::Competition, form);
    }
    let paralympic = statement.fields.get(Field::Competition).is_some_and(is_paralympic);
    let asked = paralympic || para && statement.table == Table::Medals;
    if let (true, Some(s)) = (asked, World::get().para_sport(&sport)) {
        statement.fields.set(Field::Sport, s);
    }
}
