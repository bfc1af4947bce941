//! The dataset on disk: articles, what they say, and the rows that follow from it.
//!
//! One SQLite file. Articles and their statements are kept as they were read; the rows are worked out from them, unit
//! by unit (see `claims`), and only those units that a change touches. Nothing in the file depends on the order in
//! which articles came, but for numbers that no table shows.

mod articles;
mod error;
mod refresh;
mod rows;
mod who;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

pub use articles::{Entry, Known, Stored};
pub use error::StoreError;
pub use who::Who;

/// The name of the file, in the folder of the dataset.
pub const FILE: &str = "palmares.db";

/// The version of the tables below. A store of an older version is migrated, one of a newer is left alone.
const VERSION: i64 = 1;

/// Marks the file as ours: `plmr` in ASCII.
const APPLICATION: i64 = 0x706c_6d72;

/// What makes each version of the one before it; the first, of nothing.
const MIGRATIONS: [&str; VERSION as usize] = [include_str!("schema.sql")];

/// Bytes of the page cache, so that memory does not grow with the dataset.
const CACHE: i64 = 128 << 20;

/// How often a store that another run holds is tried again.
const AGAIN: Duration = Duration::from_millis(100);

/// An open store. No other run can open it until it is dropped; what was not committed is then undone.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the store of a folder, or makes it. Where another run holds it, `waiting` is called once, and this waits.
    ///
    /// # Errors
    /// Where the file cannot be opened, is damaged, is none of ours, or is of a newer palmares.
    pub fn open(folder: &Path, mut waiting: impl FnMut()) -> Result<Store, StoreError> {
        let path = folder.join(FILE);
        let mut told = false;
        loop {
            match Store::try_open(&path) {
                Err(StoreError::Busy { .. }) => {
                    if !std::mem::replace(&mut told, true) {
                        waiting();
                    }
                    std::thread::sleep(AGAIN);
                }
                other => return other,
            }
        }
    }

    fn try_open(path: &Path) -> Result<Store, StoreError> {
        let failed = |e| StoreError::of(path, e);
        let db = Connection::open(path).map_err(failed)?;
        Store::prepare(db, path)
    }

    /// A store in memory, for tests and for whoever needs no file.
    ///
    /// # Errors
    /// Where SQLite has no memory.
    pub fn in_memory() -> Result<Store, StoreError> {
        let path = Path::new("memory");
        Store::prepare(Connection::open_in_memory().map_err(|e| StoreError::of(path, e))?, path)
    }

    fn prepare(db: Connection, path: &Path) -> Result<Store, StoreError> {
        let store = Store { db, path: path.to_owned() };
        store.run(&format!(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -{}; PRAGMA temp_store = MEMORY; \
             BEGIN EXCLUSIVE; COMMIT;",
            CACHE >> 10
        ))?;
        store.db.set_prepared_statement_cache_capacity(64);
        let (application, version): (i64, i64) = (store.pragma("application_id")?, store.pragma("user_version")?);
        let empty: bool = store.one("SELECT count(*) = 0 FROM sqlite_schema", ())?;
        if application != APPLICATION && !empty {
            return Err(StoreError::Foreign { path: path.to_owned() });
        }
        if version > VERSION {
            return Err(StoreError::Newer { path: path.to_owned(), found: version, known: VERSION });
        }
        if version < VERSION || empty {
            store.run("BEGIN EXCLUSIVE")?;
            for migration in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or_default()) {
                store.run(migration)?;
            }
            store.run(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"))?;
        }
        Ok(store)
    }

    /// Begins a transaction; all that follows holds together until [`Store::commit`].
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn begin(&self) -> Result<(), StoreError> {
        self.run("BEGIN IMMEDIATE")
    }

    /// Makes lasting what was done since [`Store::begin`].
    ///
    /// # Errors
    /// Where the file cannot be written; then nothing was done.
    pub fn commit(&self) -> Result<(), StoreError> {
        self.run("COMMIT")
    }

    /// Undoes what was done since [`Store::begin`].
    ///
    /// # Errors
    /// Where the file cannot be read any more.
    pub fn roll_back(&self) -> Result<(), StoreError> {
        if self.db.is_autocommit() { Ok(()) } else { self.run("ROLLBACK") }
    }

    fn run(&self, sql: &str) -> Result<(), StoreError> {
        self.db.execute_batch(sql).map_err(|e| StoreError::of(&self.path, e))
    }

    fn pragma(&self, name: &str) -> Result<i64, StoreError> {
        self.one(&format!("PRAGMA {name}"), ())
    }

    /// The first cell of the first row.
    fn one<T: rusqlite::types::FromSql>(&self, sql: &str, with: impl rusqlite::Params) -> Result<T, StoreError> {
        let mut statement = self.db.prepare_cached(sql).map_err(|e| StoreError::of(&self.path, e))?;
        statement.query_row(with, |r| r.get(0)).map_err(|e| StoreError::of(&self.path, e))
    }

    /// A number of rows.
    fn count(&self, sql: &str, with: impl rusqlite::Params) -> Result<usize, StoreError> {
        Ok(usize::try_from(self.one::<i64>(sql, with)?).unwrap_or_default())
    }

    /// The first cell of the first row, where there is one.
    fn maybe<T: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.db.prepare_cached(sql).map_err(|e| StoreError::of(&self.path, e))?;
        statement.query_row(with, |r| r.get(0)).optional().map_err(|e| StoreError::of(&self.path, e))
    }

    /// Changes rows; gives their number.
    fn change(&self, sql: &str, with: impl rusqlite::Params) -> Result<usize, StoreError> {
        let mut statement = self.db.prepare_cached(sql).map_err(|e| StoreError::of(&self.path, e))?;
        statement.execute(with).map_err(|e| StoreError::of(&self.path, e))
    }

    /// Every row, as `of` makes it.
    fn all<T>(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
        of: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let failed = |e| StoreError::of(&self.path, e);
        let mut statement = self.db.prepare_cached(sql).map_err(failed)?;
        statement.query_map(with, of).and_then(Iterator::collect).map_err(failed)
    }

    /// A value of the store's own.
    fn note(&self, key: &str) -> Result<String, StoreError> {
        Ok(self.maybe("SELECT value FROM notes WHERE key = ?", [key])?.unwrap_or_default())
    }

    fn set_note(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change("INSERT OR REPLACE INTO notes VALUES (?, ?)", [key, value]).map(|_| ())
    }
}
