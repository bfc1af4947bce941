//! CSV files, replaced all at once or not at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::NamedTempFile;

use crate::dataset::store::Store;
use crate::dataset::{Table, line};

/// How the names of files begin that are not finished.
const UNFINISHED: &str = ".palmares-";

/// Bytes that are written at once.
const BUFFER: usize = 1 << 18;

/// Writes the tables into a folder; gives the number of rows of each.
///
/// Every file is written beside its place first; the old files stay until all new ones are complete.
///
/// # Errors
/// Where the folder cannot be written; then the files in it are as before.
pub fn write(store: &Store, folder: &Path) -> Result<BTreeMap<Table, usize>> {
    let hint =
        || format!("cannot write into {}; check that the folder is yours and the disk has room", folder.display());
    sweep(folder);
    let mut ready = Vec::new();
    let mut counts = BTreeMap::new();
    for table in Table::ALL {
        let (file, rows) = file(store, *table, folder).with_context(hint)?;
        counts.insert(*table, rows);
        ready.push((file, folder.join(format!("{}.csv", table.name()))));
    }
    let mut replaced = Vec::new();
    for (file, path) in ready {
        if let Err(e) = replace(file, &path, &mut replaced) {
            restore(replaced);
            return Err(e).with_context(|| {
                format!("cannot replace {}; close it in other programs, or move it away", path.display())
            });
        }
    }
    for (_, kept) in replaced {
        // A file that stays behind is swept by the next run.
        let _ = kept.map(fs::remove_file);
    }
    Ok(counts)
}

/// Removes what a run that was killed left behind.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes a table into a file of its own that has no name yet; gives the number of its rows.
fn file(store: &Store, table: Table, folder: &Path) -> Result<(NamedTempFile, usize)> {
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    let mut writer = BufWriter::with_capacity(BUFFER, file.as_file_mut());
    writer.write_all(line(table, table.columns()).as_bytes())?;
    let mut rows = 0;
    store.each_line(table, |line| {
        rows += 1;
        writer.write_all(line.as_bytes()).map_err(anyhow::Error::from)
    })?;
    writer.into_inner().map_err(|e| e.into_error())?.flush()?;
    file.as_file().sync_all()?;
    readable(file.as_file())?;
    Ok((file, rows))
}

/// Puts a finished file in the place of the old one, which is kept under another name until all are in place. There
/// is no moment at which a file of that name is missing.
fn replace(file: NamedTempFile, path: &Path, replaced: &mut Vec<(PathBuf, Option<PathBuf>)>) -> Result<()> {
    ensure!(!path.is_dir(), "there is a folder of that name");
    let kept = match path.file_name() {
        Some(name) if path.exists() => {
            let kept = path.with_file_name(format!("{UNFINISHED}old-{}", name.to_string_lossy()));
            // Not every file system has links.
            fs::hard_link(path, &kept).or_else(|_| fs::copy(path, &kept).map(|_| ()))?;
            Some(kept)
        }
        _ => None,
    };
    replaced.push((path.to_owned(), kept));
    file.persist(path)?;
    Ok(())
}

/// Undoes what [`replace`] did.
fn restore(replaced: Vec<(PathBuf, Option<PathBuf>)>) {
    for (path, kept) in replaced {
        // Nothing more can be done where even this fails; the error that led here is reported.
        let _ = match kept {
            Some(kept) => fs::rename(kept, &path),
            None => fs::remove_file(&path),
        };
    }
}

/// Temporary files are private; the tables are for everybody who may read the folder.
#[cfg(unix)]
fn readable(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &File) -> std::io::Result<()> {
    Ok(())
}
