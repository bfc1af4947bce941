//! The rows of the tables, sorted by their keys.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Record;
use super::identity::{self, Identity};
use crate::extract::{Evidence, Holder, License, Medal};
use crate::vocabulary::slug;

/// A row of athletes.csv.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[allow(missing_docs)]
pub struct AthleteRow {
    pub athlete_id: String,
    pub name: String,
    pub country: String,
    pub gender: String,
    pub sport: String,
    pub names: String,
    pub articles: usize,
    pub first_date: String,
    pub last_date: String,
}

/// A row of medals.csv.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[allow(missing_docs)]
pub struct MedalRow {
    pub fact_id: String,
    pub holder: String,
    pub athlete_id: String,
    pub athlete: String,
    pub country: String,
    pub medal: String,
    pub count: u32,
    pub competition: String,
    pub year: Option<i32>,
    pub year_to: Option<i32>,
    pub place: String,
    pub sport: String,
    pub event: String,
    pub gender: String,
    pub status: String,
    pub basis: String,
    pub as_of: String,
    pub articles: usize,
}

/// A row of licenses.csv.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[allow(missing_docs)]
pub struct LicenseRow {
    pub fact_id: String,
    pub holder: String,
    pub athlete_id: String,
    pub athlete: String,
    pub country: String,
    pub count: u32,
    pub sports: Option<u32>,
    pub competition: String,
    pub year: Option<i32>,
    pub place: String,
    pub sport: String,
    pub event: String,
    pub gender: String,
    pub status: String,
    pub qualifier: String,
    pub qualifier_place: String,
    pub qualifier_year: Option<i32>,
    pub as_of: String,
    pub articles: usize,
}

/// A row of evidence.csv.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct EvidenceRow {
    pub fact_id: String,
    pub article_id: String,
    pub language: String,
    pub start: usize,
    pub end: usize,
    pub quote: String,
    pub rule: String,
    pub confidence: String,
}

/// A row of articles.csv.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ArticleRow {
    pub article_id: String,
    pub path: String,
    pub url: String,
    pub title: String,
    pub published: String,
    pub language: String,
    pub language_confidence: String,
    pub characters: usize,
    pub athletes: usize,
    pub medals: usize,
    pub licenses: usize,
    pub status: String,
}

/// A row of review.csv.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ReviewRow {
    pub article_id: String,
    pub language: String,
    pub start: usize,
    pub end: usize,
    pub quote: String,
    pub trigger: String,
    pub reason: String,
}

/// The whole dataset.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct Tables {
    pub athletes: Vec<AthleteRow>,
    pub medals: Vec<MedalRow>,
    pub licenses: Vec<LicenseRow>,
    pub evidence: Vec<EvidenceRow>,
    pub articles: Vec<ArticleRow>,
    pub review: Vec<ReviewRow>,
}

/// Builds the tables. The order of the records decides nothing.
pub fn build(mut records: Vec<Record>) -> Tables {
    records.sort_by(|a, b| a.id.cmp(&b.id));
    let mut tables = Tables::default();
    let (identities, of) = identity::resolve(&records);
    let mut athletes = athlete_rows(&records, &identities);
    let mut medals: BTreeMap<String, (MedalRow, BTreeSet<usize>)> = BTreeMap::new();
    let mut licenses: BTreeMap<String, (LicenseRow, BTreeSet<usize>)> = BTreeMap::new();
    for (article, record) in records.iter().enumerate() {
        let athlete = |name: &str| of.get(&(article, name.to_owned())).map(|i| &athletes[*i]);
        for m in &record.extraction.medals {
            let mut row = medal_row(m, &record.published);
            if let Some(a) = athlete(&m.athlete) {
                row.athlete_id.clone_from(&a.athlete_id);
                row.athlete.clone_from(&a.name);
            }
            row.fact_id = medal_id(&row);
            evidence(&mut tables.evidence, &row.fact_id, record, &m.evidence);
            let entry = medals.entry(row.fact_id.clone()).or_insert((row.clone(), BTreeSet::new()));
            earliest(&mut entry.0.as_of, &row.as_of);
            entry.1.insert(article);
        }
        for l in &record.extraction.licenses {
            let mut row = license_row(l, &record.published);
            if let Some(a) = athlete(&l.athlete) {
                row.athlete_id.clone_from(&a.athlete_id);
                row.athlete.clone_from(&a.name);
            }
            row.fact_id = license_id(&row);
            evidence(&mut tables.evidence, &row.fact_id, record, &l.evidence);
            let entry = licenses.entry(row.fact_id.clone()).or_insert((row.clone(), BTreeSet::new()));
            earliest(&mut entry.0.as_of, &row.as_of);
            entry.1.insert(article);
        }
        for a in &record.extraction.athletes {
            if let Some(row) = athlete(&a.name) {
                evidence(&mut tables.evidence, &row.athlete_id, record, &a.evidence);
            }
        }
        for r in &record.extraction.review {
            tables.review.push(ReviewRow {
                article_id: record.id.clone(),
                language: record.language.clone(),
                start: r.start,
                end: r.end,
                quote: r.quote.clone(),
                trigger: r.trigger.clone(),
                reason: r.reason.clone(),
            });
        }
        tables.articles.push(ArticleRow {
            article_id: record.id.clone(),
            path: record.path.clone(),
            url: record.url.clone(),
            title: record.title.clone(),
            published: record.published.clone(),
            language: record.language.clone(),
            language_confidence: if record.language.is_empty() {
                String::new()
            } else {
                format!("{:.2}", record.confidence)
            },
            characters: record.characters,
            athletes: record.extraction.athletes.len(),
            medals: record.extraction.medals.len(),
            licenses: record.extraction.licenses.len(),
            status: record.status.clone(),
        });
    }
    tables.medals = medals.into_values().map(|(row, of)| MedalRow { articles: of.len(), ..row }).collect();
    tables.licenses = licenses.into_values().map(|(row, of)| LicenseRow { articles: of.len(), ..row }).collect();
    athletes.sort();
    tables.athletes = athletes;
    tables.evidence.sort_by(|a, b| {
        (&a.fact_id, &a.article_id, a.start, &a.rule).cmp(&(&b.fact_id, &b.article_id, b.start, &b.rule))
    });
    tables.evidence.dedup();
    tables
}

/// The row of each identity, in their order.
fn athlete_rows(records: &[Record], identities: &[Identity]) -> Vec<AthleteRow> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for identity in identities {
        let base = identity.id();
        let times = seen.entry(base.clone()).and_modify(|n| *n += 1).or_insert(1);
        let id = if *times == 1 { base } else { format!("{base}-{times}") };
        let dates: Vec<&str> =
            identity.articles.iter().map(|a| records[*a].published.as_str()).filter(|d| !d.is_empty()).collect();
        rows.push(AthleteRow {
            athlete_id: id,
            name: Identity::most(&identity.spellings),
            country: Identity::most(&identity.countries),
            gender: Identity::most(&identity.genders),
            sport: Identity::most(&identity.sports),
            names: identity.names.iter().cloned().collect::<Vec<_>>().join(" | "),
            articles: identity.articles.len(),
            first_date: dates.iter().min().map_or(String::new(), |d| (*d).to_owned()),
            last_date: dates.iter().max().map_or(String::new(), |d| (*d).to_owned()),
        });
    }
    rows
}

fn earliest(a: &mut String, b: &str) {
    if a.is_empty() || (!b.is_empty() && b < a.as_str()) {
        b.clone_into(a);
    }
}

fn evidence(rows: &mut Vec<EvidenceRow>, fact_id: &str, record: &Record, evidence: &[Evidence]) {
    for e in evidence {
        rows.push(EvidenceRow {
            fact_id: fact_id.to_owned(),
            article_id: record.id.clone(),
            language: record.language.clone(),
            start: e.start,
            end: e.end,
            quote: e.quote.clone(),
            rule: e.rule.clone(),
            confidence: format!("{:.2}", e.confidence),
        });
    }
}

fn part(value: impl std::fmt::Display) -> String {
    let value = value.to_string();
    let over = if value.starts_with('+') { "over-" } else { "" };
    format!("{over}{}", slug(&value.replace('.', "-")))
}

fn year(year: Option<i32>) -> String {
    year.map(|y| y.to_string()).unwrap_or_default()
}

/// A key made of all that tells one fact from another, readable.
fn key(table: &str, parts: &[String]) -> String {
    format!("{table}:{}", parts.join(":"))
}

fn medal_id(r: &MedalRow) -> String {
    let who = if r.holder == "athlete" { r.athlete_id.clone() } else { r.country.to_lowercase() };
    let gender = if r.holder == "athlete" { "" } else { &r.gender };
    key(
        "medal",
        &[
            who,
            r.medal.clone(),
            r.count.to_string(),
            part(&r.competition),
            year(r.year),
            year(r.year_to),
            part(&r.sport),
            part(&r.event),
            part(gender),
            r.status.clone(),
            r.basis.clone(),
        ],
    )
}

fn license_id(r: &LicenseRow) -> String {
    let who = match &*r.holder {
        "athlete" => r.athlete_id.clone(),
        "pool" => "pool".to_owned(),
        _ => r.country.to_lowercase(),
    };
    let gender = if r.holder == "athlete" { "" } else { &r.gender };
    key(
        "license",
        &[
            who,
            r.count.to_string(),
            part(&r.competition),
            year(r.year),
            part(&r.sport),
            part(&r.event),
            part(gender),
            r.status.clone(),
        ],
    )
}

fn medal_row(m: &Medal, published: &str) -> MedalRow {
    MedalRow {
        fact_id: String::new(),
        holder: m.holder.name().to_owned(),
        athlete_id: String::new(),
        athlete: if m.holder == Holder::Athlete { m.athlete.clone() } else { String::new() },
        country: m.country.clone(),
        medal: m.medal.clone(),
        count: m.count,
        competition: m.competition.clone(),
        year: m.year,
        year_to: m.year_to,
        place: m.place.clone(),
        sport: m.sport.clone(),
        event: m.event.clone(),
        gender: m.gender.clone(),
        status: m.status.clone(),
        basis: m.basis.clone(),
        as_of: published.to_owned(),
        articles: 0,
    }
}

fn license_row(l: &License, published: &str) -> LicenseRow {
    LicenseRow {
        fact_id: String::new(),
        holder: l.holder.name().to_owned(),
        athlete_id: String::new(),
        athlete: if l.holder == Holder::Athlete { l.athlete.clone() } else { String::new() },
        country: l.country.clone(),
        count: l.count,
        sports: l.sports,
        competition: l.competition.clone(),
        year: l.year,
        place: l.place.clone(),
        sport: l.sport.clone(),
        event: l.event.clone(),
        gender: l.gender.clone(),
        status: l.status.clone(),
        qualifier: l.qualifier.clone(),
        qualifier_place: l.qualifier_place.clone(),
        qualifier_year: l.qualifier_year,
        as_of: published.to_owned(),
        articles: 0,
    }
}
