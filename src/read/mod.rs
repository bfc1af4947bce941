//! Bytes become articles: files and folders, encodings, metadata.

mod metadata;
mod text;

use std::path::{Path, PathBuf};

pub use metadata::header;
pub use text::{MOST_BYTES, decode};

/// An article as it came.
#[derive(Debug, Clone)]
pub struct Article {
    /// Key: the path below the input, without its ending.
    pub id: String,
    /// The path as the user would open it, with `/`.
    pub path: String,
    /// Its text, or why it has none.
    pub text: Result<String, String>,
    /// The first line, where it is a heading.
    pub title: String,
    /// Publication date, ISO 8601, or empty.
    pub published: String,
    /// Address, where the file gives one.
    pub url: String,
    /// Byte at which the article's own words begin.
    pub body: usize,
}

/// A file to read: its path and its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Key of the article.
    pub id: String,
    /// Where it is.
    pub path: PathBuf,
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
                walk(input, input, &mut found, &mut problems);
                if found.len() == before {
                    problems.push(format!(
                        "{}: the folder holds no articles; articles are files that end in .txt",
                        input.display()
                    ));
                }
            }
            Ok(_) => {
                let id = input.file_stem().map_or_else(|| "article".into(), |s| s.to_string_lossy().into_owned());
                found.push(Source { id, path: input.clone() });
            }
            Err(e) => {
                problems.push(format!("{}: cannot be read ({e}); check the path and its permissions", input.display()))
            }
        }
    }
    found.sort();
    found.dedup();
    // The same id from two inputs: number the later ones.
    for i in 1..found.len() {
        let earlier =
            found[..i].iter().filter(|s| s.id == found[i].id || s.id.starts_with(&format!("{}~", found[i].id))).count();
        if found[..i].iter().any(|s| s.id == found[i].id) {
            found[i].id = format!("{}~{}", found[i].id, earlier + 1);
        }
    }
    (found, problems)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>, problems: &mut Vec<String>) {
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
            walk(root, &path, found, problems);
        } else if readable(&path) && path.extension().is_some_and(|x| ENDINGS.iter().any(|e| x.eq_ignore_ascii_case(e)))
        {
            let below = path.strip_prefix(root).unwrap_or(&path).with_extension("");
            let id = below.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            found.push(Source { id, path });
        }
    }
}

/// True for files, and for what cannot be looked at and so must be reported; false for pipes and devices.
fn readable(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |m| m.is_file())
}

/// Reads one article. What is wrong with it stands in `text`.
pub fn read(source: &Source) -> Article {
    let path = source.path.to_string_lossy().replace('\\', "/");
    let text = text::load(&source.path);
    let (title, published, url, body) = text.as_deref().map(metadata::of).unwrap_or_default();
    Article { id: source.id.clone(), path, text, title, published, url, body }
}
