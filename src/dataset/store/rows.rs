//! The rows that are written: kept as they were last worked out, so that what changes is known.

use std::collections::BTreeMap;

use rusqlite::params;

use super::super::corrections::Corrections;
use super::super::rows::cells_of;
use super::super::{Row, Table, line};
use super::{Store, StoreError};

/// Between the cells of a row.
const CELLS: char = '\u{1f}';
/// Between the rows of a list.
pub(super) const ROWS: &str = "\u{1e}";

/// The cells of a row as one text.
pub(super) fn join(cells: &[String]) -> String {
    let plain = |c: &String| c.replace([CELLS, '\u{1e}'], " ");
    cells.iter().map(plain).collect::<Vec<_>>().join("\u{1f}")
}

/// The cells of [`join`].
pub(super) fn split(text: &str) -> Vec<String> {
    text.split(CELLS).map(str::to_owned).collect()
}

/// What tells a row from all others: table, id, and for tables without a key column what sorts its rows.
pub(super) type RowKey = (Table, String, String);

/// Where rows are gathered before they are written.
#[derive(Default)]
pub(super) struct NewRows {
    rows: BTreeMap<RowKey, NewRow>,
}

/// A row before it is written.
struct NewRow {
    hidden: bool,
    scope: String,
    cells: Vec<String>,
}

impl NewRows {
    /// Adds a row; of two with one key the first stays.
    pub(super) fn add(&mut self, table: Table, cells: Vec<String>, hidden: bool) {
        self.add_in_scope(table, cells, hidden, String::new());
    }

    fn add_in_scope(&mut self, table: Table, cells: Vec<String>, hidden: bool, scope: String) {
        let cell = |i: usize| cells[i].clone();
        let place = |i: usize| cells[i].parse::<u64>().unwrap_or_default();
        let (id, sub) = match table {
            Table::Evidence => (cell(0), format!("{}{CELLS}{:010}{CELLS}{}", cells[1], place(3), cells[6])),
            Table::Review => {
                let (start, end) = (place(2), place(3));
                (cell(0), format!("{start:010}{CELLS}{end:010}{CELLS}{}{CELLS}{}", cells[5], cells[6]))
            }
            Table::Conflicts => (format!("{}{CELLS}{}", cells[0], cells[1]), String::new()),
            _ => (cell(0), String::new()),
        };
        self.rows.entry((table, id, sub)).or_insert(NewRow { hidden, scope, cells });
    }

    /// Adds a typed row, with the user's corrections laid over it.
    pub(super) fn add_corrected<R: Row>(&mut self, row: &R, scope: String, hidden: bool, corrections: &Corrections) {
        let mut cells = row.cells();
        let patch = corrections.patch(R::TABLE, &cells[0]);
        for (column, value) in patch.iter().flat_map(|p| &p.cells) {
            if let Some(i) = R::TABLE.columns().iter().position(|c| c == column) {
                cells[i].clone_from(value);
            }
        }
        self.add_in_scope(R::TABLE, cells, hidden || patch.is_some_and(|p| p.rejected), scope);
    }
}

fn number(table: Table) -> i64 {
    Table::ALL.iter().position(|t| *t == table).map_or(-1, |i| i as i64)
}

impl Store {
    /// Puts new rows in the place of those of a unit, and notes what changed.
    pub(super) fn write_unit(&self, unit: &str, new: NewRows) -> Result<(), StoreError> {
        let sql = "SELECT tab, id, sub, hidden, line, scope FROM rows WHERE unit = ?";
        let stored = self.all(sql, [unit], |r| {
            let table = usize::try_from(r.get::<_, i64>(0)?).ok().and_then(|i| Table::ALL.get(i).copied());
            let row = (r.get::<_, bool>(3)?, r.get::<_, String>(4)?, r.get::<_, Option<String>>(5)?);
            Ok((table, r.get::<_, String>(1)?, r.get::<_, String>(2)?, row))
        })?;
        let mut old: BTreeMap<RowKey, (bool, String, Option<String>)> = BTreeMap::new();
        for (table, id, sub, row) in stored {
            if let Some(table) = table {
                old.insert((table, id, sub), row);
            }
        }
        let mark = |scope: &str| self.change("INSERT OR IGNORE INTO stale_scopes VALUES (?)", [scope]);
        for (key, NewRow { hidden, scope, cells }) in new.rows {
            let (table, id, sub) = &key;
            let text = line(*table, &cells);
            let before = old.remove(&key);
            if before.as_ref().is_some_and(|b| b.0 == hidden && b.1 == text) {
                continue;
            }
            let scope = (!scope.is_empty()).then_some(scope);
            scope.iter().try_for_each(|s| mark(s).map(|_| ()))?;
            self.change(
                "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![number(*table), id, sub, unit, scope, hidden, text],
            )?;
            let shown = |hidden: bool, text: &str| (!hidden).then(|| text.to_owned());
            self.note_change(&key, before.and_then(|b| shown(b.0, &b.1)), shown(hidden, &text))?;
        }
        for (key, (hidden, text, scope)) in old {
            let (table, id, sub) = &key;
            scope.iter().try_for_each(|s| mark(s).map(|_| ()))?;
            self.change(
                "DELETE FROM rows WHERE tab = ? AND id = ? AND sub = ? AND unit = ?",
                params![number(*table), id, sub, unit],
            )?;
            self.note_change(&key, (!hidden).then_some(text), None)?;
        }
        Ok(())
    }

    /// Notes what happened to a row of a table with a key.
    fn note_change(&self, key: &RowKey, before: Option<String>, after: Option<String>) -> Result<(), StoreError> {
        let (table, id, _) = key;
        if !table.keyed() {
            return Ok(());
        }
        let add = |change: &str, column: &str, before: &str, after: &str| {
            self.change(
                "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)",
                [table.name(), id, change, column, before, after],
            )
        };
        match (before, after) {
            (None, None) => {}
            (None, Some(_)) => drop(add("added", "", "", "")?),
            (Some(_), None) => drop(add("removed", "", "", "")?),
            (Some(before), Some(after)) => {
                for ((column, a), b) in table.columns().iter().zip(cells_of(&before)).zip(cells_of(&after)) {
                    if a != b {
                        add("changed", column, &a, &b)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The rows of a table in a scope, but for those that the user rejected.
    pub(super) fn rows_of_scope<R: Row>(&self, scope: &str) -> Result<Vec<R>, StoreError> {
        let sql = "SELECT line FROM rows WHERE scope = ? AND tab = ? AND hidden = 0 ORDER BY id";
        self.all(sql, params![scope, number(R::TABLE)], |r| {
            Ok(R::of_cells(cells_of(r.get_ref(0)?.as_str()?).iter().map(String::as_str)))
        })
    }

    /// Calls `each` with the line of every row of a table, in the order of their keys.
    ///
    /// # Errors
    /// Where the store cannot be read, as a [`StoreError`], or what `each` gives.
    pub fn each_line<E: From<StoreError>>(
        &self,
        table: Table,
        mut each: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |e| StoreError::of(&self.path, e);
        if table == Table::Changes {
            let sql = "SELECT tab, id, change, col, before, after FROM changes ORDER BY tab, id, change, col";
            let mut statement = self.db.prepare_cached(sql).map_err(failed)?;
            let mut rows = statement.query(()).map_err(failed)?;
            while let Some(row) = rows.next().map_err(failed)? {
                let cells: Vec<String> = (0..6).map(|i| row.get(i)).collect::<rusqlite::Result<_>>().map_err(failed)?;
                each(&line(table, &cells))?;
            }
            return Ok(());
        }
        let sql = "SELECT line FROM rows WHERE tab = ? AND hidden = 0 ORDER BY id, sub";
        let mut statement = self.db.prepare_cached(sql).map_err(failed)?;
        let mut rows = statement.query([number(table)]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let text = row.get_ref(0).map_err(failed)?;
            each(text.as_str().map_err(|e| failed(e.into()))?)?;
        }
        Ok(())
    }

    /// Number of rows that the last run added, changed and removed.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn changes(&self) -> Result<(usize, usize, usize), StoreError> {
        let of = |change: &str| {
            self.count("SELECT count(*) FROM (SELECT DISTINCT tab, id FROM changes WHERE change = ?)", [change])
        };
        Ok((of("added")?, of("changed")?, of("removed")?))
    }

    /// True where a row of a table has this id, rejected or not.
    pub(super) fn has_row(&self, table: Table, id: &str) -> Result<bool, StoreError> {
        self.one("SELECT count(*) > 0 FROM rows WHERE tab = ? AND id = ?", params![number(table), id])
    }

    /// Number of articles of each language and status.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn by_language(&self) -> Result<BTreeMap<(String, String), usize>, StoreError> {
        let mut counts = BTreeMap::new();
        let columns = Table::Articles.columns();
        let at = |name: &str| columns.iter().position(|c| *c == name).unwrap_or_default();
        let (language, status) = (at("language"), at("status"));
        for cells in self.all("SELECT cells FROM articles", (), |r| r.get::<_, String>(0))? {
            let cells = split(&cells);
            let status = cells[status].split(':').next().unwrap_or_default().to_owned();
            *counts.entry((cells[language].clone(), status)).or_default() += 1;
        }
        Ok(counts)
    }
}
