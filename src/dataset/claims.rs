//! What articles claim, and in which units claims are compared.
//!
//! A unit is all that is said of one athlete, or all claims of one kind (colour, count, status) of one country or the
//! pool at one competition. No fact of one unit can change a row of another, so that new articles are worked out unit
//! by unit. Whether units contradict each other is looked for in what `conflicts` calls a scope.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::identity::{Mention, Named, Profile};
use super::merge;
use super::rows::{AthleteRow, BETWEEN, EvidenceRow, LicenseRow, MedalRow};
use crate::extract::{Evidence, Holder, License, Medal};

/// The article that makes a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    /// Its id.
    pub(super) article: String,
    /// ISO 639-1.
    pub(super) language: String,
    /// ISO 8601 or empty.
    pub(super) published: String,
    /// Equal for copies of one text: they are one witness.
    pub(super) witness: i64,
}

/// A fact and the article that states it.
#[derive(Debug, Clone)]
pub(super) struct Claim<T> {
    pub(super) fact: T,
    pub(super) by: Arc<Source>,
}

/// An athlete as one article has it.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) mention: Mention,
    /// Every form of the name in the article.
    pub(super) forms: Vec<String>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) by: Arc<Source>,
}

/// The key of the unit of a medal that no athlete holds.
pub(super) fn unit_of_medal(m: &Medal) -> String {
    format!("{}/{}/{}/{}", team(m.holder, &m.country, &m.competition), m.medal, m.count, m.status)
}

/// The key of the unit of a licence that no athlete holds.
pub(super) fn unit_of_license(l: &License) -> String {
    format!("{}/licence/{}/{}", team(l.holder, &l.country, &l.competition), l.count, l.status)
}

/// How the keys of the units of a team begin.
fn team(holder: Holder, country: &str, competition: &str) -> String {
    match holder {
        Holder::Pool => format!("pool//{competition}"),
        _ => format!("country/{country}/{competition}"),
    }
}

/// The key of an athlete's unit.
pub(super) fn unit_of_athlete(id: &str) -> String {
    format!("athlete/{id}")
}

/// All that is said in one unit.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// Of an athlete's unit: where the athlete is named.
    pub(super) seen: Vec<Seen>,
    pub(super) medals: Vec<Claim<Medal>>,
    pub(super) licenses: Vec<Claim<License>>,
}

/// The rows of one unit.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub(super) athlete: Option<AthleteRow>,
    pub(super) medals: Vec<MedalRow>,
    pub(super) licenses: Vec<LicenseRow>,
    pub(super) evidence: Vec<EvidenceRow>,
}

/// How many articles there are, copies of one text counted once.
pub(super) fn witnesses<'a>(sources: impl Iterator<Item = &'a Arc<Source>>) -> usize {
    sources.map(|s| s.witness).collect::<BTreeSet<_>>().len()
}

/// Works out the rows of a unit; `id` is the athlete's where it is an athlete's unit. `called` is the name that the
/// user gave the athlete. The order of the claims decides nothing.
pub(super) fn settle(id: Option<&str>, mut claims: Claims, called: Option<&str>) -> Settled {
    let mut settled = Settled::default();
    claims.seen.sort_by(|a, b| (&a.by, &a.mention).cmp(&(&b.by, &b.mention)));
    if let Some(id) = id {
        let mut row = athlete(id, &claims.seen);
        if let Some(name) = called {
            name.clone_into(&mut row.name);
        }
        for seen in &claims.seen {
            merge::prove(&mut settled.evidence, id, &seen.by, &seen.evidence);
        }
        settled.athlete = Some(row);
    }
    let who = settled.athlete.as_ref();
    let (medals, licenses) = (merge::merge(claims.medals, who), merge::merge(claims.licenses, who));
    settled.medals = medals.0;
    settled.licenses = licenses.0;
    settled.evidence.extend(medals.1);
    settled.evidence.extend(licenses.1);
    settled
}

/// An athlete's row, from where the athlete is named.
fn athlete(id: &str, seen: &[Seen]) -> AthleteRow {
    let mut mentions: Vec<&Mention> = seen.iter().map(|s| &s.mention).collect();
    mentions.sort();
    mentions.dedup();
    let named: Vec<Named> = mentions
        .into_iter()
        .map(|mention| {
            let by = seen.iter().filter(|s| s.mention == *mention).map(|s| &s.by);
            Named { mention: mention.clone(), witnesses: u32::try_from(witnesses(by)).unwrap_or(u32::MAX) }
        })
        .collect();
    let profile = Profile::of(named.iter());
    let forms: BTreeSet<&str> =
        seen.iter().flat_map(|s| s.forms.iter().chain([&s.mention.name])).map(String::as_str).collect();
    let dates: BTreeSet<&str> = seen.iter().map(|s| s.by.published.as_str()).filter(|d| !d.is_empty()).collect();
    AthleteRow {
        athlete_id: id.to_owned(),
        name: profile.name,
        country: profile.country,
        gender: profile.gender,
        sport: profile.sport,
        names: forms.into_iter().collect::<Vec<_>>().join(BETWEEN),
        articles: witnesses(seen.iter().map(|s| &s.by)),
        first_date: dates.first().map_or(String::new(), |d| (*d).to_owned()),
        last_date: dates.last().map_or(String::new(), |d| (*d).to_owned()),
    }
}
