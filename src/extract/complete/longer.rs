//! Short names of competitions that were named in full: in an article on the Youth Olympic Games "the Olympics" are these,
//! in one on junior world championships "the world championships" are those.

use std::collections::{BTreeMap, BTreeSet};

use super::to_come::is_won;
use crate::extract::Document;
use crate::extract::head::end_of_head;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// Words of a sentence about Games that lie ahead, which may be others.
const AHEAD: &[&str] = &["LICENCE", "QUALIFY", "QUALIFIER", "TARGET", "FORECAST"];

/// A short name, and the longer one that it stands for from a sentence on.
struct Pair {
    short: String,
    long: String,
    from: usize,
}

/// Gives every short name the longer one that the article uses, where it dates none of the short ones; what was won there too.
pub(super) fn resolve(document: &mut Document<'_>, statements: &mut [Resolved]) {
    let pairs = pairs(document);
    if pairs.is_empty() {
        return;
    }
    let comp = document.pack.tags.get("COMP");
    let ahead: Vec<bool> =
        document.sentences.iter().map(|s| s.mentions.iter().any(|m| document.any(m, AHEAD))).collect();
    let long_of = |name: Option<&str>, at: usize| {
        let pair = pairs.iter().find(|p| Some(&*p.short) == name && p.from <= at)?;
        (!ahead[at]).then_some(&*pair.long)
    };
    for (at, sentence) in document.sentences.iter_mut().enumerate() {
        for m in sentence.early.iter_mut().chain(&mut sentence.mentions).filter(|m| Some(m.tag) == comp) {
            if let Some(long) = long_of(m.facets.get(Field::Competition), at) {
                m.facets.set(Field::Competition, long);
            }
        }
    }
    for statement in statements.iter_mut().filter(|s| s.table == Table::Medals && told_now(s)) {
        if let Some(long) = long_of(statement.fields.get(Field::Competition), statement.context.0) {
            statement.fields.set(Field::Competition, long);
        }
    }
}

/// True for what is told to have been won there, not a title of old.
fn told_now(statement: &Resolved) -> bool {
    let dated = statement.fields.has(Field::Year) || statement.fields.has(Field::Place);
    let title = statement.fields.get(Field::Basis) == Some("title") || statement.description;
    is_won(statement) && !dated && (!title || statement.fields.get(Field::Relative) == Some("current"))
}

/// The year and the place that a text tells of an edition.
type Told<'a> = (Option<&'a str>, Option<&'a str>);

/// The short names that the article uses for one longer name only, and either dates nowhere or only by the year of the longer.
fn pairs(document: &Document<'_>) -> Vec<Pair> {
    let comp = document.pack.tags.get("COMP");
    let all = || document.sentences.iter().enumerate().flat_map(|(i, s)| s.mentions.iter().map(move |m| (i, m)));
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut editions: BTreeMap<&str, BTreeSet<Told<'_>>> = BTreeMap::new();
    for (at, m) in all().filter(|(_, m)| Some(m.tag) == comp) {
        let Some(name) = m.facets.get(Field::Competition) else { continue };
        first.entry(name).or_insert(at);
        let edition = (m.facets.get(Field::Year), m.facets.get(Field::Place));
        if edition != (None, None) {
            editions.entry(name).or_default().insert(edition);
        }
    }
    // "The Universiade 2023" at the head of a report on the Winter Universiade 2023 is that one.
    let same_year = |short: &str, long: &str| {
        let only = |name: &str| editions.get(name).filter(|e| e.len() == 1)?.first()?.0;
        only(short).is_some_and(|year| only(long) == Some(year))
    };
    // "The continental championships in Bishkek" of a report from there on those under 23.
    let cities: BTreeSet<&str> = document
        .sentences
        .iter()
        .take(end_of_head(document))
        .flat_map(|s| &s.mentions)
        .filter(|m| document.any(m, &["CITY"]))
        .filter_map(|m| m.facets.get(Field::Place))
        .collect();
    let there = |(year, place): &Told<'_>| year.is_none() && place.is_some_and(|p| cities.contains(p));
    shorts(document, &first)
        .into_iter()
        .filter_map(|short| {
            let reported = !World::get().is_games(&short);
            let open = editions.get(&*short).is_none_or(|e| reported && e.iter().all(there));
            let stands_for = |long: &str| {
                open && is_longer(long, &short)
                    || same_year(&short, long) && long.strip_prefix("Winter ") == Some(&short)
            };
            let mut longer = first.iter().filter(|(long, at)| stands_for(long) && leads(document, &short, **at));
            let (long, at) = longer.next().filter(|_| longer.next().is_none())?;
            let from = if *at < end_of_head(document) { 0 } else { *at };
            Some(Pair { short, long: (*long).to_owned(), from })
        })
        .collect()
}

/// Every name that may be a short one: of the competitions, and of the medals that tell theirs.
fn shorts(document: &Document<'_>, named: &BTreeMap<&str, usize>) -> BTreeSet<String> {
    let told = |m: &&Mention| document.any(m, &["MEDAL", "TITLE"]);
    let medals = document.sentences.iter().flat_map(|s| &s.mentions).filter(told);
    let of_medals = medals.filter_map(|m| m.facets.get(Field::Competition));
    named.keys().copied().chain(of_medals).map(str::to_owned).collect()
}

/// Championships of the young are what an article is about only where its head names them.
fn leads(document: &Document<'_>, short: &str, at: usize) -> bool {
    World::get().is_games(short) || at < end_of_head(document)
}

/// True for a name that says more than another of the same competition: `Youth Olympic Games`, `Asian Indoor Games`,
/// `Junior World Championships`.
fn is_longer(long: &str, short: &str) -> bool {
    if !World::get().is_games(short) {
        return World::get().is_age_group(long, short);
    }
    let mut rest = long.split(' ');
    let within = short.split(' ').all(|w| rest.any(|l| l == w));
    let same = |word: &str| long.contains(word) == short.contains(word);
    within && long.len() > short.len() && same("Para") && (same("Winter") || long.contains("Youth"))
}
