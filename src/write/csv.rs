//! CSV files, replaced all at once or not at all.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::dataset::Tables;

/// Columns with words from outside: what a spreadsheet would run as a formula is made plain text there.
const TEXT_COLUMNS: &[&str] =
    &["name", "names", "athlete", "path", "url", "title", "quote", "trigger", "article_id", "place"];

/// Writes the tables into a folder, which is made where it is missing.
///
/// Every file is written beside its place first; the old files stay until all new ones are complete.
///
/// # Errors
/// Where the folder cannot be made or written; then the files in it are as before.
pub fn write(tables: &Tables, folder: &Path) -> Result<()> {
    let hint =
        || format!("cannot write into {}; check that the folder is yours and the disk has room", folder.display());
    std::fs::create_dir_all(folder).with_context(hint)?;
    let files = [
        ("athletes.csv", rows(&tables.athletes)?),
        ("medals.csv", rows(&tables.medals)?),
        ("licenses.csv", rows(&tables.licenses)?),
        ("evidence.csv", rows(&tables.evidence)?),
        ("articles.csv", rows(&tables.articles)?),
        ("review.csv", rows(&tables.review)?),
    ];
    let mut ready = Vec::new();
    for (name, bytes) in &files {
        let mut file = tempfile::Builder::new().prefix(".palmares-").tempfile_in(folder).with_context(hint)?;
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).with_context(hint)?;
        ready.push((file, folder.join(name)));
    }
    let mut replaced: Vec<(std::path::PathBuf, Option<tempfile::TempPath>)> = Vec::new();
    for (file, path) in ready {
        if let Err(e) =
            readable(file.as_file()).map_err(anyhow::Error::from).and_then(|()| replace(file, &path, &mut replaced))
        {
            restore(replaced);
            return Err(e).with_context(|| {
                format!("cannot replace {}; close it in other programs, or move it away", path.display())
            });
        }
    }
    Ok(())
}

/// Puts a finished file in the place of the old one, which is kept until all are in place.
fn replace(
    file: tempfile::NamedTempFile,
    path: &Path,
    replaced: &mut Vec<(std::path::PathBuf, Option<tempfile::TempPath>)>,
) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    anyhow::ensure!(!path.is_dir(), "there is a folder of that name");
    let old = if path.exists() {
        let kept = tempfile::Builder::new().prefix(".palmares-old-").tempfile_in(folder)?.into_temp_path();
        std::fs::rename(path, &kept)?;
        Some(kept)
    } else {
        None
    };
    replaced.push((path.to_owned(), old));
    file.persist(path)?;
    Ok(())
}

/// Undoes what [`replace`] did.
fn restore(replaced: Vec<(std::path::PathBuf, Option<tempfile::TempPath>)>) {
    for (path, old) in replaced {
        // Nothing more can be done where even this fails; the error that led here is reported.
        let _ = match old {
            Some(old) => old.persist(&path).map_err(|e| e.error),
            None => std::fs::remove_file(&path),
        };
    }
}

/// Temporary files are private; the tables are for everybody who may read the folder.
#[cfg(unix)]
fn readable(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

/// The column names of a row type.
fn header<T: Serialize + Default>() -> Result<String> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.serialize(T::default())?;
    let text = String::from_utf8(writer.into_inner()?)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn rows<T: Serialize + Default>(rows: &[T]) -> Result<Vec<u8>> {
    let header = header::<T>()?;
    let columns: Vec<&str> = header.split(',').collect();
    let mut plain = ::csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for row in rows {
        plain.serialize(row)?;
    }
    let bytes = plain.into_inner()?;
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(&columns)?;
    for record in reader.records() {
        let record = record?;
        writer.write_record(record.iter().zip(&columns).map(|(cell, column)| neutral(cell, column)))?;
    }
    Ok(writer.into_inner()?)
}

/// A cell that a spreadsheet does not take for a formula.
fn neutral(cell: &str, column: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && TEXT_COLUMNS.contains(&column) { format!("'{cell}") } else { cell.to_owned() }
}
