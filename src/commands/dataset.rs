//! What the commands that change a dataset share: opening it, and bringing its files up to date.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::dataset::Table;
use crate::dataset::corrections::{self, Corrections};
use crate::dataset::store::{self, Store};
use crate::write;

/// Opens the store of a folder. Waits for another run, and says so.
pub(super) fn open(folder: &Path) -> Result<Store> {
    let waiting = || eprintln!("another run of palmares holds {}; waiting for it to end", folder.display());
    Ok(Store::open(folder, waiting)?)
}

/// Opens the store of a folder in which there must be one.
pub(super) fn open_existing(folder: &Path) -> Result<Store> {
    if !folder.join(store::FILE).exists() {
        bail!("there is no dataset in {}; give its folder with --output", folder.display());
    }
    open(folder)
}

/// Opens the store of a folder to build it anew: one that cannot be used is kept under another name.
pub(super) fn open_anew(folder: &Path) -> Result<Store> {
    match open(folder) {
        Err(e) if e.downcast_ref::<store::StoreError>().is_some_and(store::StoreError::is_of_the_file) => {
            let path = folder.join(store::FILE);
            let mut names = (1..).map(|n| folder.join(format!("{}.old-{n}", store::FILE)));
            let kept = names.find(|p| !p.exists()).unwrap_or_else(|| path.with_extension("old"));
            std::fs::rename(&path, &kept).with_context(|| format!("cannot move {} away", path.display()))?;
            // What SQLite had begun to write belongs to the old file.
            let _ = std::fs::remove_file(folder.join(format!("{}-journal", store::FILE)));
            eprintln!("warning: {e:#}");
            eprintln!("warning: it is kept as {}", kept.display());
            open(folder)
        }
        other => other,
    }
}

/// The user's corrections. What is wrong in a line is said, and the line left out.
///
/// # Errors
/// Where there is a file that cannot be used at all.
pub(super) fn corrections(folder: &Path) -> Result<Corrections> {
    let path = folder.join(corrections::FILE);
    match std::fs::read(&path) {
        Ok(bytes) => {
            let read =
                Corrections::parse(&bytes).with_context(|| format!("{}; nothing was written", path.display()))?;
            for problem in &read.problems {
                eprintln!("warning: {problem}");
            }
            Ok(read)
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Corrections::default()),
        Err(e) => Err(e).with_context(|| format!("cannot read {}; nothing was written", path.display())),
    }
}

/// Works out the rows and writes the files, in the transaction that is open, and commits it. Gives the number of rows
/// of each table.
///
/// Where a file cannot be written nothing is changed. A run that is killed between the files and the commit leaves the
/// store as it was; the next run writes the same files again.
pub(super) fn finish(store: &Store, corrections: &Corrections, folder: &Path) -> Result<BTreeMap<Table, usize>> {
    for message in &store.refresh(corrections)? {
        eprintln!("warning: {message}");
    }
    let written = write::write(store, folder).and_then(|rows| Ok(store.commit().map(|()| rows)?));
    if written.is_err() {
        store.roll_back()?;
    }
    written
}

/// A number and the noun it counts.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// What the dataset holds now; `rows` are what [`finish`] wrote, `before` the articles that were there before.
pub(super) fn summary(store: &Store, rows: &BTreeMap<Table, usize>, before: usize, folder: &Path) -> Result<String> {
    let rows = |table: Table| rows.get(&table).copied().unwrap_or_default();
    let mut lines = vec![count(rows(Table::Articles), "article", "articles")];
    for ((language, status), n) in store.by_language()? {
        let language = if language.is_empty() { "?" } else { &language };
        lines.push(format!("  {language:3} {n:>6}  {status}"));
    }
    let copies = store.copies()?;
    if copies > 0 {
        lines.push(format!("{} of others, counted as one witness with them", count(copies, "copy", "copies")));
    }
    lines.push(
        [
            count(rows(Table::Athletes), "athlete", "athletes"),
            count(rows(Table::Medals), "medal fact", "medal facts"),
            count(rows(Table::Licenses), "licence fact", "licence facts"),
            count(rows(Table::Evidence), "line of evidence", "lines of evidence"),
        ]
        .join(", "),
    );
    if before > 0 {
        let (added, changed, removed) = store.changes()?;
        lines.push(format!(
            "rows since the last run: {added} added, {changed} changed, {removed} removed (changes.csv)"
        ));
    }
    lines.push(
        [
            count(rows(Table::Review), "sentence to review", "sentences to review"),
            count(rows(Table::Conflicts), "conflict", "conflicts"),
        ]
        .join(", "),
    );
    lines.push(format!("written to {}\n", folder.display()));
    Ok(lines.join("\n"))
}
