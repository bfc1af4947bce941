//! The same claim twice in one article is one fact: the more specific form stays.

use super::facts::{Evidence, Extraction, Holder, License, Medal};
use crate::vocabulary::World;

/// Merges what an article says more than once.
pub(crate) fn within_article(extraction: &mut Extraction) {
    fold(&mut extraction.medals, same_medal, |a, b| {
        if World::get().is_age_group(&b.competition, &a.competition) {
            a.competition.clone_from(&b.competition);
        }
        a.year = a.year.or(b.year);
        fill(&mut a.place, &b.place);
        fill_sport(&mut a.sport, &b.sport);
        fill(&mut a.event, &b.event);
        fill(&mut a.gender, &b.gender);
        fill(&mut a.country, &b.country);
        if b.basis == "medal" {
            a.basis = "medal".into();
        }
        evidence(&mut a.evidence, b.evidence);
    });
    // "A medal" of somebody whose medal has a colour is that medal.
    let coloured: Vec<Medal> = extraction.medals.iter().filter(|m| m.medal != "total").cloned().collect();
    extraction.medals.retain(|m| {
        m.medal != "total"
            || m.count > 1
            || !coloured.iter().any(|c| {
                c.holder == m.holder
                    && c.athlete == m.athlete
                    && c.country == m.country
                    && c.status == m.status
                    && c.competition == m.competition
                    && same_year(c.year, m.year)
            })
    });
    fold(&mut extraction.licenses, same_license, |a, b| {
        a.year = a.year.or(b.year);
        a.sports = a.sports.or(b.sports);
        fill(&mut a.place, &b.place);
        fill_sport(&mut a.sport, &b.sport);
        fill(&mut a.event, &b.event);
        fill(&mut a.gender, &b.gender);
        fill(&mut a.country, &b.country);
        fill(&mut a.qualifier, &b.qualifier);
        evidence(&mut a.evidence, b.evidence);
    });
}

fn fold<T: Clone>(facts: &mut Vec<T>, same: fn(&T, &T) -> bool, join: fn(&mut T, T)) {
    let mut out: Vec<T> = Vec::with_capacity(facts.len());
    for fact in facts.drain(..) {
        match out.iter_mut().find(|old| same(old, &fact)) {
            Some(old) => join(old, fact),
            None => out.push(fact),
        }
    }
    *facts = out;
}

fn fill(a: &mut String, b: &str) {
    if a.is_empty() {
        b.clone_into(a);
    }
}

fn evidence(a: &mut Vec<Evidence>, b: Vec<Evidence>) {
    for e in b {
        if !a.iter().any(|x| x.start == e.start && x.rule == e.rule) {
            a.push(e);
        }
    }
}

/// True where `a` says no more than `b`: empty, or equal.
pub fn refines(a: &str, b: &str) -> bool {
    a.is_empty() || a == b
}

fn agree(a: &str, b: &str) -> bool {
    refines(a, b) || refines(b, a)
}

/// True where two sports are one, one is not said, or, of one athlete, one is the vaguer name of the other.
fn same_sport(a: &str, b: &str, holder: Holder) -> bool {
    agree(a, b) || holder == Holder::Athlete && (kind_of(a, b) || kind_of(b, a))
}

/// True for a kind of a sport: "freestyle wrestling" is one of "wrestling".
fn kind_of(kind: &str, sport: &str) -> bool {
    World::get().general(kind) == Some(sport)
}

/// Keeps of two sports the more exact one.
fn fill_sport(a: &mut String, b: &str) {
    if a.is_empty() || kind_of(b, a) {
        b.clone_into(a);
    }
}

/// True where two years are one, or one is not said.
fn same_year(a: Option<i32>, b: Option<i32>) -> bool {
    a.is_none() || b.is_none() || a == b
}

fn same_medal(a: &Medal, b: &Medal) -> bool {
    a.holder == b.holder
        && a.athlete == b.athlete
        && a.country == b.country
        && a.medal == b.medal
        && a.count == b.count
        && a.status == b.status
        && (a.competition == b.competition || told_shorter(a, b) || told_shorter(b, a))
        && same_year(a.year, b.year)
        && a.year_to == b.year_to
        && same_sport(&a.sport, &b.sport, a.holder)
        && agree(&a.event, &b.event)
        && (a.holder == Holder::Athlete || agree(&a.gender, &b.gender))
}

/// "Ten golds at the Asian championships" of a team that won ten at the junior ones: the same tally, told shorter.
fn told_shorter(short: &Medal, long: &Medal) -> bool {
    let tally = short.holder == Holder::Country && short.count > 1;
    tally && World::get().is_age_group(&long.competition, &short.competition)
}

fn same_license(a: &License, b: &License) -> bool {
    a.holder == b.holder
        && a.athlete == b.athlete
        && a.country == b.country
        && a.count == b.count
        && a.status == b.status
        && a.competition == b.competition
        && same_year(a.year, b.year)
        && same_sport(&a.sport, &b.sport, a.holder)
        && agree(&a.event, &b.event)
        && (a.holder == Holder::Athlete || agree(&a.gender, &b.gender))
}
