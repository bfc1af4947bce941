//! Works out anew what has changed, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::params;

use super::super::claims::{self, Claim, Claims, Seen, Source};
use super::super::conflicts;
use super::super::corrections::Corrections;
use super::super::identity::{Mention, Named, Resolution, resolve};
use super::super::{BETWEEN, ConflictRow, Row, Table};
use super::articles::{SaidOfAthlete, WITHIN};
use super::rows::NewRows;
use super::{Store, StoreError};

/// The ways in which articles speak of athletes, sorted, with what the store knows of each.
pub(super) struct Names {
    pub(super) named: Vec<Named>,
    keys: Vec<i64>,
    athletes: Vec<String>,
}

/// Names that are in memory at once.
const PAGE: usize = 1000;

/// The columns of a source, for queries that join articles.
const SOURCE: &str = "a.id, a.language, a.published, a.witness";

/// Sources, each once.
#[derive(Default)]
struct Sources(BTreeMap<String, Arc<Source>>);

impl Sources {
    fn of(&mut self, row: &rusqlite::Row<'_>) -> rusqlite::Result<Arc<Source>> {
        let article: String = row.get(1)?;
        if let Some(known) = self.0.get(&article) {
            return Ok(Arc::clone(known));
        }
        let source = Arc::new(Source {
            article: article.clone(),
            language: row.get(2)?,
            published: row.get(3)?,
            witness: row.get(4)?,
        });
        self.0.insert(article, Arc::clone(&source));
        Ok(source)
    }
}

/// A mention whose columns begin at one of a row's.
fn mention(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Mention> {
    Ok(Mention {
        name: row.get(first)?,
        country: row.get(first + 1)?,
        gender: row.get(first + 2)?,
        sport: row.get(first + 3)?,
        article: row.get(first + 4)?,
    })
}

/// Reads JSON that the store wrote.
fn read<T: serde::de::DeserializeOwned>(row: &rusqlite::Row<'_>) -> rusqlite::Result<T> {
    let text = row.get_ref(0)?.as_str()?;
    serde_json::from_str(text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
}

impl Store {
    /// Brings the rows up to date with the articles and the corrections. To be called within a transaction. Gives a
    /// message, with the remedy, for each correction that no longer applies.
    ///
    /// # Errors
    /// Where the store cannot be read or written.
    pub fn refresh(&self, corrections: &Corrections) -> Result<Vec<String>, StoreError> {
        self.change("DELETE FROM changes", ())?;
        // What all rows depend on: the user's corrections, and the program that lays them over the statements.
        let basis = format!("{} {}", env!("PALMARES_DATASET"), corrections.digest());
        let anew = self.note("basis")? != basis;
        let who = self.resolve_names(corrections, anew)?;
        if anew {
            self.change("INSERT OR IGNORE INTO stale_units SELECT DISTINCT unit FROM rows", ())?;
            self.set_note("basis", &basis)?;
        }
        self.each_of("stale_units", "unit", |unit| self.refresh_unit(unit, corrections))?;
        self.each_of("stale_scopes", "scope", |scope| self.refresh_scope(scope, corrections))?;
        let mut failed = None;
        let unknown = who.map(|w| w.unknown).unwrap_or_default();
        let stale = corrections.stale(&unknown, |table, id| {
            self.has_row(table, id).unwrap_or_else(|e| {
                failed = Some(e);
                true
            })
        });
        match failed {
            Some(e) => Err(e),
            None => Ok(stale),
        }
    }

    /// Does something with each name in a list of what is stale, in order, and empties the list.
    /// The list can be as long as the dataset, so it is read page by page.
    fn each_of(
        &self,
        list: &str,
        column: &str,
        each: impl Fn(&str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = format!("SELECT {column} FROM {list} WHERE {column} > ? ORDER BY {column} LIMIT {PAGE}");
        let mut last = String::new();
        loop {
            let page = self.all(&sql, [&last], |r| r.get::<_, String>(0))?;
            page.iter().try_for_each(|name| each(name))?;
            match page.into_iter().next_back() {
                Some(name) => last = name,
                None => break,
            }
        }
        self.change(&format!("DELETE FROM {list}"), ()).map(|_| ())
    }

    /// Every way in which articles speak of athletes.
    pub(super) fn names(&self) -> Result<Names, StoreError> {
        let mut names = Names { named: Vec::new(), keys: Vec::new(), athletes: Vec::new() };
        let sql = "SELECT name, country, gender, sport, article, witnesses, key, athlete FROM names \
                   ORDER BY name, country, gender, sport, article";
        self.all(sql, (), |r| {
            names.named.push(Named { mention: mention(r, 0)?, witnesses: r.get(5)? });
            names.keys.push(r.get(6)?);
            names.athletes.push(r.get(7)?);
            Ok(())
        })?;
        Ok(names)
    }

    /// Brings up to date which athlete each name belongs to. `None` where nothing could have changed.
    fn resolve_names(&self, corrections: &Corrections, anew: bool) -> Result<Option<Resolution>, StoreError> {
        let stale = self.all("SELECT name FROM stale_names", (), |r| r.get::<_, i64>(0))?;
        let edits = &corrections.edits;
        let edited = !edits.merges.is_empty() || !edits.splits.is_empty();
        if stale.is_empty() && !edited && !anew {
            return Ok(None);
        }
        let touch =
            "INSERT OR IGNORE INTO stale_units SELECT 'athlete/' || athlete FROM names WHERE key = ? AND athlete <> ''";
        for name in stale {
            self.change(touch, [name])?;
            let witnesses: i64 = self.one(
                &format!(
                    "SELECT count(DISTINCT a.witness) FROM mentions m JOIN articles a ON a.key = m.key >> {WITHIN} \
                     WHERE m.name = ?"
                ),
                [name],
            )?;
            if witnesses == 0 {
                self.change("DELETE FROM names WHERE key = ?", [name])?;
            } else {
                self.change("UPDATE names SET witnesses = ? WHERE key = ?", [witnesses, name])?;
            }
        }
        self.change("DELETE FROM stale_names", ())?;
        let names = self.names()?;
        let who = resolve(&names.named, edits);
        for (i, (key, before)) in names.keys.iter().zip(&names.athletes).enumerate() {
            let id = who.id(i);
            if id != before {
                self.change(touch, [key])?;
                self.change("UPDATE names SET athlete = ? WHERE key = ?", params![id, key])?;
                self.change(touch, [key])?;
            }
        }
        Ok(Some(who))
    }

    /// Works out the rows of one unit.
    fn refresh_unit(&self, unit: &str, corrections: &Corrections) -> Result<(), StoreError> {
        let mut rows = NewRows::default();
        match unit.split_once('/') {
            Some(("article", id)) => {
                for (table, cells) in self.rows_of_article(id)? {
                    rows.add(table, cells, false);
                }
            }
            // What stands in a scope is worked out after its units.
            Some(("scope", name)) => {
                return self.change("INSERT OR IGNORE INTO stale_scopes VALUES (?)", [name]).map(|_| ());
            }
            Some(("athlete", id)) => {
                let claims = self.claims_of_athlete(id)?;
                if !claims.seen.is_empty() {
                    settle(&mut rows, Some(id), claims, corrections);
                }
            }
            _ => settle(&mut rows, None, self.claims_of_unit(unit)?, corrections),
        }
        self.write_unit(unit, rows)
    }

    /// Looks for contradictions among the rows of a scope.
    fn refresh_scope(&self, scope: &str, corrections: &Corrections) -> Result<(), StoreError> {
        let (medals, licenses) = (self.rows_of_scope(scope)?, self.rows_of_scope(scope)?);
        let mut rows = NewRows::default();
        add_conflicts(&mut rows, conflicts::of_medals(&medals), corrections);
        add_conflicts(&mut rows, conflicts::of_licenses(&licenses), corrections);
        self.write_unit(&format!("scope/{scope}"), rows)
    }

    fn claims_of_athlete(&self, id: &str) -> Result<Claims, StoreError> {
        let mut sources = Sources::default();
        let mut claims = Claims::default();
        let sql = format!(
            "SELECT m.said, {SOURCE}, n.name, n.country, n.gender, n.sport, n.article \
             FROM names n JOIN mentions m ON m.name = n.key JOIN articles a ON a.key = m.key >> {WITHIN} \
             WHERE n.athlete = ?"
        );
        claims.seen = self.all(&sql, [id], |r| {
            let said: SaidOfAthlete = read(r)?;
            let (forms, evidence) = (said.forms, said.evidence);
            Ok(Seen { mention: mention(r, 5)?, forms, evidence, by: sources.of(r)? })
        })?;
        let from = format!(
            "FROM names n JOIN statements s ON s.name = n.key JOIN articles a ON a.key = s.key >> {WITHIN} \
             WHERE n.athlete = ?"
        );
        self.facts(&from, id, &mut sources, &mut claims)?;
        Ok(claims)
    }

    fn claims_of_unit(&self, unit: &str) -> Result<Claims, StoreError> {
        let mut claims = Claims::default();
        let from = format!("FROM statements s JOIN articles a ON a.key = s.key >> {WITHIN} WHERE s.unit = ?");
        self.facts(&from, unit, &mut Sources::default(), &mut claims)?;
        Ok(claims)
    }

    fn facts(&self, from: &str, of: &str, sources: &mut Sources, claims: &mut Claims) -> Result<(), StoreError> {
        let select = |licence: bool| format!("SELECT s.said, {SOURCE} {from} AND s.licence = {}", i32::from(licence));
        claims.medals = self.all(&select(false), [of], |r| Ok(Claim { fact: read(r)?, by: sources.of(r)? }))?;
        claims.licenses = self.all(&select(true), [of], |r| Ok(Claim { fact: read(r)?, by: sources.of(r)? }))?;
        Ok(())
    }
}

/// The rows of a unit with the corrections laid over them.
fn settle(rows: &mut NewRows, id: Option<&str>, claims: Claims, corrections: &Corrections) {
    let patch = id.and_then(|id| corrections.patch(Table::Athletes, id));
    let called = patch.and_then(|p| p.cells.get("name")).map(String::as_str);
    let hidden = patch.is_some_and(|p| p.rejected);
    let mut settled = claims::settle(id, claims, called);
    settled.evidence.sort();
    let rejected = |table: Table, id: &str| hidden || corrections.patch(table, id).is_some_and(|p| p.rejected);
    let mut gone: Vec<String> = Vec::new();
    if let Some(row) = &settled.athlete {
        gone.extend(hidden.then(|| row.athlete_id.clone()));
        rows.add_corrected(row, String::new(), hidden, corrections);
    }
    for row in &settled.medals {
        gone.extend(rejected(Table::Medals, &row.fact_id).then(|| row.fact_id.clone()));
        rows.add_corrected(row, conflicts::scope_of_medal(row), hidden, corrections);
    }
    for row in &settled.licenses {
        gone.extend(rejected(Table::Licenses, &row.fact_id).then(|| row.fact_id.clone()));
        rows.add_corrected(row, conflicts::scope_of_license(row), hidden, corrections);
    }
    for row in &settled.evidence {
        rows.add(Table::Evidence, row.cells(), gone.contains(&row.fact_id));
    }
    if id.is_some() {
        add_conflicts(rows, conflicts::of_medals(&settled.medals), corrections);
        add_conflicts(rows, conflicts::of_licenses(&settled.licenses), corrections);
    }
}

/// Adds conflicts; those that the user has decided are hidden.
fn add_conflicts(rows: &mut NewRows, conflicts: Vec<ConflictRow>, corrections: &Corrections) {
    for row in conflicts {
        let table = Table::from_name(&row.table).unwrap_or(Table::Medals);
        let decided = row.fact_ids.split(BETWEEN).any(|id| corrections.patch(table, id).is_some());
        rows.add(Table::Conflicts, row.cells(), decided);
    }
}
