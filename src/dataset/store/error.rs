//! What can be wrong with a store.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why the store cannot be used. Nothing was changed by what failed.
#[derive(Debug, Error)]
#[allow(missing_docs)]
pub enum StoreError {
    /// Another run holds it.
    #[error("{} is in use by another run of palmares; wait until it ends", path.display())]
    Busy { path: PathBuf },
    /// It cannot be read.
    #[error(
        "{} is damaged ({reason}); the CSV files are untouched. Restore it from a backup, or build the dataset anew \
         from the articles: palmares run --fresh (the damaged file is kept under another name)",
        path.display()
    )]
    Damaged { path: PathBuf, reason: String },
    /// A database, but none of ours.
    #[error("{} is a database that palmares did not make; move it away, or give another --output", path.display())]
    Foreign { path: PathBuf },
    /// Written by a version that this one does not know.
    #[error(
        "{} was written by a newer palmares (store version {found}, this one knows {known}); update palmares, or give \
         another --output",
        path.display()
    )]
    Newer { path: PathBuf, found: i64, known: i64 },
    /// It cannot be written.
    #[error("cannot write {} ({reason}); check that the folder is yours and the disk has room", path.display())]
    Unwritable { path: PathBuf, reason: String },
    /// Anything else that SQLite says.
    #[error("{}: {source}", path.display())]
    Other { path: PathBuf, source: rusqlite::Error },
}

impl StoreError {
    pub(super) fn of(path: &Path, e: rusqlite::Error) -> StoreError {
        let path = path.to_owned();
        let reason = e.to_string();
        match e.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged { path, reason },
            Some(
                ErrorCode::DiskFull
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::SystemIoFailure,
            ) => StoreError::Unwritable { path, reason },
            // A cell of another type, or a table that is not there: the file is not as we wrote it.
            None => StoreError::Damaged { path, reason },
            Some(ErrorCode::Unknown) if reason.contains("no such table") => StoreError::Damaged { path, reason },
            Some(_) => StoreError::Other { path, source: e },
        }
    }

    /// True where the file itself is the trouble, so that a new one in its place would help.
    pub fn is_of_the_file(&self) -> bool {
        matches!(self, StoreError::Damaged { .. } | StoreError::Newer { .. } | StoreError::Foreign { .. })
    }
}
