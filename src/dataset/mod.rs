//! Extractions become tables: one row a fact, whatever the number of articles that say it.
//!
//! Nothing here knows a language or a rule.

mod identity;
mod tables;

pub use tables::{ArticleRow, AthleteRow, EvidenceRow, LicenseRow, MedalRow, ReviewRow, Tables, build};

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
    /// Its facts.
    pub extraction: Extraction,
}
