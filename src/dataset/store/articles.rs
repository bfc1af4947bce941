//! Articles come, are replaced, and are forgotten.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::claims;
use super::super::copies::{Sketch, groups};
use super::super::rows::Row;
use super::super::tables::{article_row, mentions, review_rows};
use super::super::{Record, Table};
use super::rows::{ROWS, join, split};
use super::{Store, StoreError};
use crate::extract::{Evidence, Holder};

/// Bits of a key that number the mentions and statements of one article.
pub(super) const WITHIN: u32 = 20;

/// The first and the last key that belong to an article.
fn range(article: i64) -> (i64, i64) {
    (article << WITHIN, ((article + 1) << WITHIN) - 1)
}

/// An article that is ready for the store; made in parallel.
#[derive(Debug, Clone)]
pub struct Entry {
    place: String,
    hash: Vec<u8>,
    pack: String,
    text: Vec<u8>,
    record: Record,
}

impl Entry {
    /// An article at a place (its absolute path), with its text, which is empty where the article was rejected, and
    /// the version of what extracted it.
    pub fn new(place: &str, text: &str, pack: &str, record: Record) -> Entry {
        // The reason of a rejection is all that is known of a rejected article.
        let hashed = if text.is_empty() { &record.status } else { text };
        Entry { place: place.to_owned(), hash: hash(hashed), pack: pack.to_owned(), text: pack_text(text), record }
    }

    /// What was read in the article.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Its absolute path.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Gives it another id.
    pub fn rename(&mut self, id: String) {
        self.record.id = id;
    }
}

/// The digest by which a text is known to be unchanged.
fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

fn pack_text(text: &str) -> Vec<u8> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    // Writing into memory does not fail.
    let _ = encoder.write_all(text.as_bytes());
    encoder.finish().unwrap_or_default()
}

/// What the store knows of the article at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: String,
    hash: Vec<u8>,
    /// The version of what extracted it.
    pub pack: String,
    /// Why it was rejected, where it was.
    pub rejected: Option<String>,
}

impl Known {
    /// True where the article had this text.
    pub fn has(&self, text: &str) -> bool {
        self.hash == hash(text)
    }
}

/// A stored article, to be extracted again.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Stored {
    pub id: String,
    pub place: String,
    pub path: String,
    pub text: String,
}

/// An athlete in an article, as the store keeps it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SaidOfAthlete {
    pub(super) forms: Vec<String>,
    pub(super) evidence: Vec<Evidence>,
}

impl Store {
    /// What is known of the article at a place.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn known(&self, place: &str) -> Result<Option<Known>, StoreError> {
        let found = self.all("SELECT id, hash, pack, cells FROM articles WHERE place = ?", [place], |r| {
            let status = split(&r.get::<_, String>(3)?).pop().unwrap_or_default();
            let rejected = status.starts_with("rejected").then_some(status);
            Ok(Known { id: r.get(0)?, hash: r.get(1)?, pack: r.get(2)?, rejected })
        })?;
        Ok(found.into_iter().next())
    }

    /// The place of the article of an id.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn place_of(&self, id: &str) -> Result<Option<String>, StoreError> {
        self.maybe("SELECT place FROM articles WHERE id = ?", [id])
    }

    /// The ids of the articles of which this is the id, the path, or the place.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn find(&self, name: &str) -> Result<Vec<String>, StoreError> {
        self.all("SELECT id FROM articles WHERE id = ?1 OR path = ?1 OR place = ?1 ORDER BY id", [name], |r| r.get(0))
    }

    /// Number of articles.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn articles(&self) -> Result<usize, StoreError> {
        self.count("SELECT count(*) FROM articles", ())
    }

    /// Number of articles that are copies of others.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn copies(&self) -> Result<usize, StoreError> {
        self.count("SELECT count(*) - count(DISTINCT witness) FROM articles", ())
    }

    /// Some articles, in the order of their ids after `after`, that another version of packs or engine extracted.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn outdated(&self, pack: &str, after: &str, most: u32) -> Result<Vec<Stored>, StoreError> {
        let sql = "SELECT id, place, path, text FROM articles \
                   WHERE pack <> ? AND id > ? AND length(text) > 0 ORDER BY id LIMIT ?";
        self.all(sql, params![pack, after, most], |r| {
            let mut text = String::new();
            let packed: Vec<u8> = r.get(3)?;
            DeflateDecoder::new(packed.as_slice())
                .read_to_string(&mut text)
                .map_err(|e| rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Blob, Box::new(e)))?;
            Ok(Stored { id: r.get(0)?, place: r.get(1)?, path: r.get(2)?, text })
        })
    }

    /// Adds an article, or puts it in the place of the one that was there.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn put(&self, entry: &Entry) -> Result<(), StoreError> {
        let record = &entry.record;
        let old: Option<i64> = self.maybe("SELECT key FROM articles WHERE place = ?", [&entry.place])?;
        if let Some(key) = old {
            self.empty(key)?;
        }
        let reviews: Vec<String> = review_rows(record).iter().map(|r| join(&r.cells())).collect();
        let cells = join(&article_row(record).cells());
        let (sketch, review) = (record.sketch.to_bytes(), reviews.join(ROWS));
        self.change(
            "INSERT INTO articles (key, id, place, path, hash, pack, text, sketch, witness, language, published, cells, \
             review) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                old,
                record.id,
                entry.place,
                record.path,
                entry.hash,
                entry.pack,
                entry.text,
                sketch,
                -1,
                record.language,
                record.published,
                cells,
                review
            ],
        )?;
        let key = self.db.last_insert_rowid();
        self.say(key, record)?;
        self.witness(key, &record.sketch)?;
        self.mark(key)
    }

    /// Writes what an article says.
    fn say(&self, article: i64, record: &Record) -> Result<(), StoreError> {
        let mut next = range(article).0;
        let mut number = || {
            next += 1;
            next
        };
        let json = |value: serde_json::Result<String>| value.unwrap_or_default();
        let mut names: BTreeMap<&str, i64> = BTreeMap::new();
        for (a, m) in record.extraction.athletes.iter().zip(mentions(record)) {
            let with = params![m.name, m.country, m.gender, m.sport, m.article];
            self.change(
                "INSERT OR IGNORE INTO names (name, country, gender, sport, article) VALUES (?, ?, ?, ?, ?)",
                with,
            )?;
            let name: i64 = self.one(
                "SELECT key FROM names WHERE name = ? AND country = ? AND gender = ? AND sport = ? AND article = ?",
                with,
            )?;
            names.insert(&a.name, name);
            let said = SaidOfAthlete { forms: a.names.clone(), evidence: a.evidence.clone() };
            let said = json(serde_json::to_string(&said));
            self.change("INSERT INTO mentions VALUES (?, ?, ?)", params![number(), name, said])?;
        }
        let medals =
            record.extraction.medals.iter().map(|m| {
                (false, m.holder, m.athlete.as_str(), claims::unit_of_medal(m), json(serde_json::to_string(m)))
            });
        let licenses =
            record.extraction.licenses.iter().map(|l| {
                (true, l.holder, l.athlete.as_str(), claims::unit_of_license(l), json(serde_json::to_string(l)))
            });
        for (licence, holder, athlete, unit, said) in medals.chain(licenses) {
            let (name, unit) = match holder {
                Holder::Athlete => (names.get(athlete).copied(), None),
                _ => (None, Some(unit)),
            };
            self.change("INSERT INTO statements VALUES (?, ?, ?, ?, ?)", params![number(), licence, name, unit, said])?;
        }
        Ok(())
    }

    /// Takes an article out. False where there is none of that id.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn forget(&self, id: &str) -> Result<bool, StoreError> {
        let Some(key) = self.maybe("SELECT key FROM articles WHERE id = ?", [id])? else { return Ok(false) };
        self.empty(key)?;
        Ok(true)
    }

    /// Takes all articles out.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn clear(&self) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM articles; DELETE FROM bands; DELETE FROM mentions; DELETE FROM statements; \
             DELETE FROM stale_units; DELETE FROM stale_names; \
             INSERT INTO stale_names SELECT key FROM names; INSERT INTO stale_units SELECT DISTINCT unit FROM rows;",
        )
    }

    /// Takes out an article and what it says.
    fn empty(&self, key: i64) -> Result<(), StoreError> {
        self.mark(key)?;
        let (sketch, witness): (Vec<u8>, i64) = (
            self.one("SELECT sketch FROM articles WHERE key = ?", [key])?,
            self.one("SELECT witness FROM articles WHERE key = ?", [key])?,
        );
        for band in Sketch::from_bytes(&sketch).bands() {
            self.change("DELETE FROM bands WHERE value = ? AND article = ?", params![band.cast_signed(), key])?;
        }
        let (first, last) = range(key);
        self.change("DELETE FROM mentions WHERE key BETWEEN ? AND ?", [first, last])?;
        self.change("DELETE FROM statements WHERE key BETWEEN ? AND ?", [first, last])?;
        self.change("DELETE FROM articles WHERE key = ?", [key])?;
        self.part(witness)
    }

    /// Marks what an article touches as to be worked out anew.
    fn mark(&self, key: i64) -> Result<(), StoreError> {
        let (first, last) = range(key);
        self.change("INSERT OR IGNORE INTO stale_units SELECT 'article/' || id FROM articles WHERE key = ?", [key])?;
        self.change(
            "INSERT OR IGNORE INTO stale_names SELECT name FROM mentions WHERE key BETWEEN ? AND ?",
            [first, last],
        )?;
        let sql = "INSERT OR IGNORE INTO stale_units SELECT unit FROM statements \
                   WHERE key BETWEEN ? AND ? AND unit IS NOT NULL";
        self.change(sql, [first, last]).map(|_| ())
    }

    /// Finds the copies of a new article; all of them become one witness.
    fn witness(&self, key: i64, sketch: &Sketch) -> Result<(), StoreError> {
        let mut candidates: BTreeSet<i64> = BTreeSet::new();
        for band in sketch.bands() {
            let band = band.cast_signed();
            candidates.extend(self.all("SELECT article FROM bands WHERE value = ?", [band], |r| r.get::<_, i64>(0))?);
            self.change("INSERT OR IGNORE INTO bands VALUES (?, ?)", [band, key])?;
        }
        let mut one = BTreeSet::new();
        for candidate in candidates {
            let sql = "SELECT sketch, witness FROM articles WHERE key = ?";
            for (other, witness) in
                self.all(sql, [candidate], |r| Ok((r.get::<_, Vec<u8>>(0)?, r.get::<_, i64>(1)?)))?
            {
                if !one.contains(&witness) && sketch.copies(&Sketch::from_bytes(&other)) {
                    one.insert(witness);
                }
            }
        }
        let witness = one.first().map_or(key, |w| key.min(*w));
        for old in one.iter().filter(|w| **w != witness) {
            self.call(*old, witness)?;
        }
        self.change("UPDATE articles SET witness = ? WHERE key = ?", [witness, key]).map(|_| ())
    }

    /// Gives a witness another number.
    fn call(&self, old: i64, new: i64) -> Result<(), StoreError> {
        for member in self.all("SELECT key FROM articles WHERE witness = ?", [old], |r| r.get::<_, i64>(0))? {
            self.change("UPDATE articles SET witness = ? WHERE key = ?", [new, member])?;
            self.mark(member)?;
        }
        Ok(())
    }

    /// Groups the articles of a witness again, one of which has gone: what it held together may fall apart.
    fn part(&self, witness: i64) -> Result<(), StoreError> {
        let sql = "SELECT key, sketch FROM articles WHERE witness = ? ORDER BY key";
        let members = self.all(sql, [witness], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, Vec<u8>>(1)?)))?;
        let sketches: Vec<Sketch> = members.iter().map(|(_, s)| Sketch::from_bytes(s)).collect();
        let of = groups(&sketches.iter().collect::<Vec<_>>());
        for ((key, _), group) in members.iter().zip(of) {
            self.change("UPDATE articles SET witness = ? WHERE key = ?", [members[group].0, *key])?;
            self.mark(*key)?;
        }
        Ok(())
    }

    /// The rows of an article in articles.csv and review.csv.
    pub(super) fn rows_of_article(&self, id: &str) -> Result<Vec<(Table, Vec<String>)>, StoreError> {
        let sql = "SELECT cells, review FROM articles WHERE id = ?";
        let found = self.all(sql, [id], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))?;
        let mut rows = Vec::new();
        for (article, review) in found {
            rows.push((Table::Articles, split(&article)));
            rows.extend(review.split(ROWS).filter(|l| !l.is_empty()).map(|l| (Table::Review, split(l))));
        }
        Ok(rows)
    }
}
