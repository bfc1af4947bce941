//! Extractions become tables: one row a fact, whatever the number of articles that say it.
//!
//! ```text
//! Record ─copies▶ witnesses ─identity▶ athletes ─merge▶ rows ─conflicts▶ ─corrections▶ Tables
//!    └─store▶ palmares.db, which does the same for what is new only
//! ```
//!
//! Nothing here knows a language or a rule. [`build`] makes the tables of some articles in memory; the
//! [`store`] keeps them on disk and works out anew only what new articles touch. Both give the same rows.

mod claims;
mod conflicts;
pub mod copies;
pub mod corrections;
pub mod identity;
mod merge;
mod rows;
pub mod store;
mod tables;

pub use rows::{
    ArticleRow, AthleteRow, BETWEEN, ChangeRow, ConflictRow, EvidenceRow, LicenseRow, MedalRow, ReviewRow, Row, Table,
    line,
};
pub use tables::{Tables, build};

use crate::extract::Extraction;

/// What the left half of palmares knows of one article.
#[derive(Debug, Clone)]
pub struct Record {
    /// Key.
    pub id: String,
    /// Where it was read.
    pub path: String,
    /// Address or empty.
    pub url: String,
    /// First line, where it is a heading.
    pub title: String,
    /// ISO 8601 or empty.
    pub published: String,
    /// ISO 639-1 or empty.
    pub language: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Length of the text in characters.
    pub characters: usize,
    /// `ok`, `no facts`, `unsupported language`, `rejected: …`.
    pub status: String,
    /// By what copies of its text are known.
    pub sketch: copies::Sketch,
    /// Its facts.
    pub extraction: Extraction,
}
