//! The tables of some articles, made in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claims::{self, Claim, Claims, Seen, Source};
use super::identity::{Edits, Mention, Named, resolve};
use super::rows::{ArticleRow, AthleteRow, ConflictRow, EvidenceRow, LicenseRow, MedalRow, ReviewRow};
use super::{Record, conflicts, copies};
use crate::extract::Holder;

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
    pub conflicts: Vec<ConflictRow>,
}

/// The mentions of the athletes of a record, in its order.
pub(super) fn mentions(record: &Record) -> Vec<Mention> {
    let athletes = record.extraction.athletes.iter();
    athletes.map(|a| Mention::new(&a.name, &a.country, &a.gender, &a.sport, &record.id)).collect()
}

/// The row of an article.
pub(super) fn article_row(record: &Record) -> ArticleRow {
    ArticleRow {
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
    }
}

/// The rows for review of an article.
pub(super) fn review_rows(record: &Record) -> Vec<ReviewRow> {
    let mut rows: Vec<ReviewRow> = record
        .extraction
        .review
        .iter()
        .map(|r| ReviewRow {
            article_id: record.id.clone(),
            language: record.language.clone(),
            start: r.start,
            end: r.end,
            quote: r.quote.clone(),
            trigger: r.trigger.clone(),
            reason: r.reason.clone(),
        })
        .collect();
    rows.sort();
    rows.dedup();
    rows
}

/// Builds the tables. The order of the records decides nothing.
pub fn build(mut records: Vec<Record>) -> Tables {
    records.sort_by(|a, b| a.id.cmp(&b.id));
    let sketches: Vec<&copies::Sketch> = records.iter().map(|r| &r.sketch).collect();
    let witnesses = copies::groups(&sketches);
    let mentions: Vec<Vec<Mention>> = records.iter().map(mentions).collect();
    let mut by_mention: BTreeMap<&Mention, BTreeSet<usize>> = BTreeMap::new();
    for (article, of) in mentions.iter().enumerate() {
        for mention in of {
            by_mention.entry(mention).or_default().insert(witnesses[article]);
        }
    }
    let names: Vec<Named> = by_mention
        .iter()
        .map(|(m, by)| Named { mention: (*m).clone(), witnesses: u32::try_from(by.len()).unwrap_or(u32::MAX) })
        .collect();
    let who = resolve(&names, &Edits::default());
    let id_of: BTreeMap<&Mention, &str> = names.iter().enumerate().map(|(i, n)| (&n.mention, who.id(i))).collect();

    let mut units: BTreeMap<String, (Option<String>, Claims)> = BTreeMap::new();
    let mut tables = Tables::default();
    for (article, record) in records.iter().enumerate() {
        let by = Arc::new(Source {
            article: record.id.clone(),
            language: record.language.clone(),
            published: record.published.clone(),
            witness: i64::try_from(witnesses[article]).unwrap_or_default(),
        });
        let e = &record.extraction;
        let id_of_mention = |at: usize| id_of.get(&mentions[article][at]).copied().unwrap_or_default();
        for (at, a) in e.athletes.iter().enumerate() {
            let id = id_of_mention(at);
            let unit = units.entry(claims::unit_of_athlete(id)).or_default();
            unit.0 = Some(id.to_owned());
            let (mention, forms, evidence) = (mentions[article][at].clone(), a.names.clone(), a.evidence.clone());
            unit.1.seen.push(Seen { mention, forms, evidence, by: Arc::clone(&by) });
        }
        let unit_of = |holder: Holder, athlete: &str, other: String| match holder {
            Holder::Athlete => {
                let at = e.athletes.iter().position(|a| a.name == athlete)?;
                Some(claims::unit_of_athlete(id_of_mention(at)))
            }
            _ => Some(other),
        };
        for m in &e.medals {
            if let Some(unit) = unit_of(m.holder, &m.athlete, claims::unit_of_medal(m)) {
                units.entry(unit).or_default().1.medals.push(Claim { fact: m.clone(), by: Arc::clone(&by) });
            }
        }
        for l in &e.licenses {
            if let Some(unit) = unit_of(l.holder, &l.athlete, claims::unit_of_license(l)) {
                units.entry(unit).or_default().1.licenses.push(Claim { fact: l.clone(), by: Arc::clone(&by) });
            }
        }
        tables.articles.push(article_row(record));
        tables.review.extend(review_rows(record));
    }
    for (id, claims) in units.into_values() {
        let settled = claims::settle(id.as_deref(), claims, None);
        tables.athletes.extend(settled.athlete);
        tables.medals.extend(settled.medals);
        tables.licenses.extend(settled.licenses);
        tables.evidence.extend(settled.evidence);
    }
    tables.conflicts = conflicts::of_medals(&tables.medals);
    tables.conflicts.extend(conflicts::of_licenses(&tables.licenses));
    tables.athletes.sort();
    tables.medals.sort();
    tables.licenses.sort();
    tables.conflicts.sort();
    tables.evidence.sort();
    tables.evidence.sort_by(|a, b| evidence_key(a).cmp(&evidence_key(b)));
    tables.evidence.dedup_by(|a, b| evidence_key(a) == evidence_key(b));
    tables
}

fn evidence_key(e: &EvidenceRow) -> (&str, &str, usize, &str) {
    (&e.fact_id, &e.article_id, e.start, &e.rule)
}
