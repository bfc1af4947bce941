//! Bytes become articles: files and folders, encodings, metadata.

mod metadata;
mod place;
mod text;

use std::path::{Path, PathBuf};

pub use metadata::header;
pub use text::{MOST_BYTES, decode};

/// An article as it came.
#[derive(Debug, Clone)]
pub struct Article {
    /// Key: the path without its ending.
    pub id: String,
    /// The path as the user would open it, with `/`.
    pub path: String,
    /// Its text, or why it has none.
    pub text: Result<String, Rejection>,
    /// The first line, where it is a heading.
    pub title: String,
    /// Publication date, ISO 8601, or empty.
    pub published: String,
    /// Address, where the file gives one.
    pub url: String,
    /// Byte at which the article's own words begin.
    pub body: usize,
}

impl Article {
    /// The article of a text.
    pub fn of(id: &str, path: &str, text: Result<String, Rejection>) -> Article {
        let (title, published, url, body) = text.as_deref().map(metadata::of).unwrap_or_default();
        Article { id: id.to_owned(), path: path.to_owned(), text, title, published, url, body }
    }
}

/// Why an article has no text, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// The file cannot be read now; it may be as it was.
    #[error("{0}")]
    Unreadable(String),
    /// What is in the file is no article.
    #[error("{0}")]
    NoArticle(String),
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Key of the article.
    pub id: String,
    /// The path to show.
    pub shown: String,
    /// The absolute path: what has the same is the same article.
    pub place: String,
    /// The path to open.
    pub file: PathBuf,
}

impl Source {
    /// The article of a file.
    pub fn of(file: &Path) -> Source {
        let (place, shown) = place::place_and_shown(file);
        Source { id: place::id(&shown), shown, place, file: file.to_owned() }
    }
}

/// Endings of the files that a folder is searched for.
const ENDINGS: &[&str] = &["txt", "text"];

/// The articles of some inputs: a file is an article, a folder holds articles at any depth.
///
/// Gives the sources in the order of their ids, and a message for each input that cannot be read.
pub fn sources(inputs: &[PathBuf]) -> (Vec<Source>, Vec<String>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for input in inputs {
        match std::fs::metadata(input) {
            Ok(meta) if meta.is_dir() => {
                let before = found.len();
                walk(input, &mut found, &mut problems);
                if found.len() == before {
                    problems.push(format!(
                        "{}: the folder holds no articles; articles are files that end in .txt",
                        input.display()
                    ));
                }
            }
            Ok(_) => found.push(Source::of(input)),
            Err(e) => {
                problems.push(format!("{}: cannot be read ({e}); check the path and its permissions", input.display()))
            }
        }
    }
    found.sort();
    // A file that is given twice is one article.
    found.dedup_by(|a, b| a.place == b.place);
    (found, problems)
}

fn walk(folder: &Path, found: &mut Vec<Source>, problems: &mut Vec<String>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => {
            problems.push(format!("{}: cannot be read ({e}); check its permissions", folder.display()));
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            walk(&path, found, problems);
        } else if readable(&path) && path.extension().is_some_and(|x| ENDINGS.iter().any(|e| x.eq_ignore_ascii_case(e)))
        {
            found.push(Source::of(&path));
        }
    }
}

/// True for files, and for what cannot be looked at and so must be reported; false for pipes and devices.
fn readable(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |m| m.is_file())
}

/// Reads one article. What is wrong with it stands in `text`.
pub fn read(source: &Source) -> Article {
    Article::of(&source.id, &source.shown, text::load(&source.file))
}
