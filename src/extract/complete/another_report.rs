//! Reports on several competitions in one article: each of its sections has its own.

use super::aside::{put_off, since, succeeded};
use super::topic::Topic;
use super::{HEAD, is};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World};

/// The competition named in the sentences before, where these and the statement are of another sport than the one that the article
/// is about most: "The Grand Prix in judo is over. ... [new section] The weightlifters were at the Asian Championships in Delhi. ...
/// They have six medals."
pub(super) fn of_another_report<'d>(
    document: &'d Document<'_>,
    topic: &Topic,
    statement: &Resolved,
    fits: impl Fn(&Mention) -> bool,
) -> Option<&'d Mention> {
    let about = topic.competition.as_deref()?;
    if statement.table != Table::Medals || statement.description {
        return None;
    }
    let sport = sport_of_reports(document, about)?;
    let own = statement.fields.get(Field::Sport).or_else(|| document.people.all.get(statement.person?)?.sport());
    if own.is_some_and(|own| alike(own, sport)) {
        return None;
    }
    let mut other = own.is_some();
    let at = statement.context.0;
    let section = document.sentences[..=at].iter().enumerate().rev().take(SECTION);
    let headed = section.clone().find(|(i, s)| s.heading && *i < at).is_some_and(|(i, _)| i >= HEAD);
    for (i, s) in section.filter(|_| headed) {
        let heading = s.heading && i < at;
        for (k, m) in s.mentions.iter().enumerate().rev() {
            if i == at && m.tokens.start >= statement.context.1.start {
                continue;
            }
            if let Some(named) = m.facets.get(Field::Sport) {
                if alike(named, sport) {
                    return None;
                }
                other = true;
            }
            let name = m.facets.get(Field::Competition).filter(|_| is(document, m, "COMP"));
            if name == Some(about) {
                return None;
            }
            let aside = || since(document, s, k) || put_off(document, s, k) || succeeded(document, s, k);
            if name.is_some_and(|name| !World::get().is_games(name)) && fits(m) && !aside() {
                let told = other
                    || s.mentions[..k].iter().filter_map(|m| m.facets.get(Field::Sport)).any(|s| !alike(s, sport));
                return Some(m).filter(|_| told);
            }
        }
        if heading {
            return None;
        }
    }
    None
}

/// So many sentences back a report of its own begins at most.
const SECTION: usize = 8;

/// The one sport of the mentions of a competition.
fn sport_of_reports<'d>(document: &'d Document<'_>, name: &str) -> Option<&'d str> {
    let named = document.sentences.iter().flat_map(|s| &s.mentions).filter(|m| is(document, m, "COMP"));
    let of_name = named.filter(|m| m.facets.get(Field::Competition) == Some(name));
    let mut sports = of_name.filter_map(|m| m.facets.get(Field::Sport));
    let first = sports.next()?;
    sports.all(|s| s == first).then_some(first)
}

/// True for one sport, or a sport and a kind of it.
fn alike(one: &str, other: &str) -> bool {
    let world = World::get();
    let able = |s: &str| s.strip_prefix("para ").unwrap_or(s).to_owned();
    able(one) == able(other) || world.general(one) == Some(other) || world.general(other) == Some(one)
}
