//! The same claim in several articles is one row; a more specific claim refines a vaguer one.
//!
//! Claims with the same fixed part (holder, count, competition, status and so on) are forms of one claim as far as
//! their open parts (year, sport, event and so on) are empty or equal. A form goes into a more specific one where just
//! one most specific form fits; where two fit, nobody can tell which was meant, and it stays a row of its own.

use std::collections::BTreeMap;

use super::claims::{Claim, Source, witnesses};
use super::rows::{AthleteRow, EvidenceRow, LicenseRow, MedalRow, Row};
use crate::extract::{Evidence, Holder, License, Medal};
use crate::vocabulary::{World, slug};

/// A fact that can be merged.
pub(super) trait Fact {
    /// The row that comes of it.
    type Row: Row;
    /// What must be equal.
    fn fixed(&self) -> Vec<String>;
    /// What may be left out.
    fn open(&self) -> Vec<String>;
    /// Where it stands.
    fn evidence(&self) -> &[Evidence];
    /// An empty row.
    fn row(&self, athlete: Option<&AthleteRow>) -> Self::Row;
    /// Fills what is empty in a row.
    fn fill(&self, row: &mut Self::Row);
    /// The key of a row: all that tells it from others of its unit.
    fn key(row: &Self::Row) -> Vec<String>;
    /// Sets key, date and number of articles.
    fn finish(row: &mut Self::Row, id: String, as_of: String, articles: usize);
}

/// Merges the claims of one unit into rows and their evidence.
pub(super) fn merge<T: Fact>(
    mut claims: Vec<Claim<T>>,
    athlete: Option<&AthleteRow>,
) -> (Vec<T::Row>, Vec<EvidenceRow>) {
    let place = |c: &Claim<T>| c.fact.evidence().first().map_or(0, |e| e.start);
    claims.sort_by(|a, b| a.by.cmp(&b.by).then_with(|| place(a).cmp(&place(b))));
    let mut things: BTreeMap<Vec<String>, Forms<'_, T>> = BTreeMap::new();
    for claim in &claims {
        things.entry(claim.fact.fixed()).or_default().entry(claim.fact.open()).or_default().push(claim);
    }
    let (mut rows, mut evidence) = (Vec::new(), Vec::new());
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for forms in things.values() {
        for (target, mut members) in refine(forms) {
            members.sort_by_key(|(form, _)| *form != target);
            let members: Vec<&Claim<T>> = members.into_iter().flat_map(|(_, claims)| claims).copied().collect();
            let Some(first) = members.first() else { continue };
            let mut row = first.fact.row(athlete);
            for claim in &members {
                claim.fact.fill(&mut row);
            }
            let key = T::key(&row).join(":");
            let times = ids.entry(key.clone()).and_modify(|n| *n += 1).or_insert(1);
            let id = if *times == 1 { key } else { format!("{key}:{times}") };
            for claim in &members {
                prove(&mut evidence, &id, &claim.by, claim.fact.evidence());
            }
            let dates = members.iter().map(|c| c.by.published.as_str()).filter(|d| !d.is_empty());
            let as_of = dates.min().unwrap_or_default().to_owned();
            T::finish(&mut row, id, as_of, witnesses(members.iter().map(|c| &c.by)));
            rows.push(row);
        }
    }
    (rows, evidence)
}

/// The forms of one claim, with who makes it.
type Forms<'a, T> = BTreeMap<Vec<String>, Vec<&'a Claim<T>>>;
type Members<'a, 'f, T> = Vec<(&'f Vec<String>, &'f Vec<&'a Claim<T>>)>;

/// Each most specific form with the vaguer forms that go into it.
fn refine<'a, 'f, T>(forms: &'f Forms<'a, T>) -> BTreeMap<&'f Vec<String>, Members<'a, 'f, T>> {
    let vaguer = |a: &[String], b: &[String]| a != b && a.iter().zip(b).all(|(x, y)| x.is_empty() || x == y);
    let top: Vec<&Vec<String>> = forms.keys().filter(|a| !forms.keys().any(|b| vaguer(a, b))).collect();
    let mut out: BTreeMap<&Vec<String>, Members<'a, 'f, T>> = BTreeMap::new();
    for (form, claims) in forms {
        let mut above = top.iter().filter(|t| vaguer(form, t));
        let target = match (above.next(), above.next()) {
            (Some(only), None) => only,
            _ => form,
        };
        out.entry(target).or_default().push((form, claims));
    }
    out
}

/// Adds the evidence of a claim.
pub(super) fn prove(rows: &mut Vec<EvidenceRow>, id: &str, by: &Source, evidence: &[Evidence]) {
    rows.extend(evidence.iter().map(|e| EvidenceRow {
        fact_id: id.to_owned(),
        article_id: by.article.clone(),
        language: by.language.clone(),
        start: e.start,
        end: e.end,
        quote: e.quote.clone(),
        rule: e.rule.clone(),
        confidence: format!("{:.2}", e.confidence),
    }));
}

fn fill(a: &mut String, b: &str) {
    if a.is_empty() {
        b.clone_into(a);
    }
}

fn number(year: Option<impl ToString>) -> String {
    year.map(|y| y.to_string()).unwrap_or_default()
}

/// A part of a key. `+92 kg` and `92 kg` are two classes.
fn part(value: &str) -> String {
    let over = if value.starts_with('+') { "over-" } else { "" };
    format!("{over}{}", slug(&value.replace('.', "-")))
}

fn who(holder: &str, athlete_id: &str, country: &str) -> String {
    match holder {
        "athlete" => athlete_id.to_owned(),
        "pool" => "pool".to_owned(),
        _ => country.to_lowercase(),
    }
}

/// The country and the gender of facts: those of an athlete are the athlete's own, and part of no comparison.
fn of_team(holder: Holder, value: &str) -> String {
    if holder == Holder::Athlete { String::new() } else { value.to_owned() }
}

impl Fact for Medal {
    type Row = MedalRow;

    fn fixed(&self) -> Vec<String> {
        // "A medal" of an athlete may be that one whose colour another article tells.
        let colour = if self.single() { "one" } else { &self.medal };
        vec![
            self.holder.name().to_owned(),
            of_team(self.holder, &self.country),
            colour.to_owned(),
            self.count.to_string(),
            self.competition.clone(),
            number(self.year_to),
            self.status.clone(),
            self.share().to_owned(),
        ]
    }

    fn open(&self) -> Vec<String> {
        let colour = if self.single() && self.medal != "total" { &self.medal } else { "" };
        vec![
            number(self.year),
            self.sport.clone(),
            self.event.clone(),
            of_team(self.holder, &self.gender),
            colour.to_owned(),
        ]
    }

    fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    fn row(&self, athlete: Option<&AthleteRow>) -> MedalRow {
        MedalRow {
            holder: self.holder.name().to_owned(),
            athlete_id: athlete.map(|a| a.athlete_id.clone()).unwrap_or_default(),
            athlete: athlete.map(|a| a.name.clone()).unwrap_or_default(),
            medal: self.medal.clone(),
            count: self.count,
            competition: self.competition.clone(),
            year_to: self.year_to,
            status: self.status.clone(),
            ..MedalRow::default()
        }
    }

    fn fill(&self, row: &mut MedalRow) {
        fill(&mut row.country, &self.country);
        fill(&mut row.place, &self.place);
        fill(&mut row.sport, &self.sport);
        fill(&mut row.event, &self.event);
        fill(&mut row.gender, &self.gender);
        row.year = row.year.or(self.year);
        if row.basis != "medal" {
            row.basis.clone_from(&self.basis);
        }
    }

    fn key(r: &MedalRow) -> Vec<String> {
        vec![
            "medal".to_owned(),
            who(&r.holder, &r.athlete_id, &r.country),
            r.medal.clone(),
            r.count.to_string(),
            part(&r.competition),
            number(r.year),
            number(r.year_to),
            part(&r.sport),
            part(&r.event),
            part(if r.holder == "athlete" { "" } else { &r.gender }),
            r.status.clone(),
        ]
    }

    fn finish(row: &mut MedalRow, id: String, as_of: String, articles: usize) {
        (row.fact_id, row.as_of, row.articles) = (id, as_of, articles);
    }
}

impl Medal {
    fn single(&self) -> bool {
        self.holder == Holder::Athlete && self.count == 1
    }

    /// The sport of a team's tally at Games: there a tally without a sport is one over all sports, no vaguer form of
    /// the tally of one.
    fn share(&self) -> &str {
        let tally = self.holder == Holder::Country && self.count > 1;
        if tally && World::get().is_games(&self.competition) { &self.sport } else { "" }
    }
}

impl Fact for License {
    type Row = LicenseRow;

    fn fixed(&self) -> Vec<String> {
        vec![
            self.holder.name().to_owned(),
            of_team(self.holder, &self.country),
            self.count.to_string(),
            self.competition.clone(),
            self.status.clone(),
        ]
    }

    fn open(&self) -> Vec<String> {
        vec![number(self.year), self.sport.clone(), self.event.clone(), of_team(self.holder, &self.gender)]
    }

    fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    fn row(&self, athlete: Option<&AthleteRow>) -> LicenseRow {
        LicenseRow {
            holder: self.holder.name().to_owned(),
            athlete_id: athlete.map(|a| a.athlete_id.clone()).unwrap_or_default(),
            athlete: athlete.map(|a| a.name.clone()).unwrap_or_default(),
            count: self.count,
            competition: self.competition.clone(),
            status: self.status.clone(),
            ..LicenseRow::default()
        }
    }

    fn fill(&self, row: &mut LicenseRow) {
        fill(&mut row.country, &self.country);
        fill(&mut row.place, &self.place);
        fill(&mut row.sport, &self.sport);
        fill(&mut row.event, &self.event);
        fill(&mut row.gender, &self.gender);
        row.year = row.year.or(self.year);
        row.sports = row.sports.or(self.sports);
        if row.qualifier.is_empty() {
            row.qualifier.clone_from(&self.qualifier);
            row.qualifier_place.clone_from(&self.qualifier_place);
            row.qualifier_year = self.qualifier_year;
        }
    }

    fn key(r: &LicenseRow) -> Vec<String> {
        vec![
            "license".to_owned(),
            who(&r.holder, &r.athlete_id, &r.country),
            r.count.to_string(),
            part(&r.competition),
            number(r.year),
            part(&r.sport),
            part(&r.event),
            part(if r.holder == "athlete" { "" } else { &r.gender }),
            r.status.clone(),
        ]
    }

    fn finish(row: &mut LicenseRow, id: String, as_of: String, articles: usize) {
        (row.fact_id, row.as_of, row.articles) = (id, as_of, articles);
    }
}
