//! Where pack files come from: embedded in the binary, overridden by a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use super::PackError;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/languages");

/// The folder that is merged into every pack.
pub(super) const COMMON: &str = "common";

/// The files a folder may hold besides its macros, phrases and rules.
const FILES: &[&str] = &[
    "competitions.csv",
    "context.toml",
    "countries.csv",
    "disciplines.csv",
    "events.csv",
    "given_names.csv",
    "language.toml",
    "lexicon.toml",
    "names.toml",
    "numbers.toml",
    "orthographies.toml",
    "places.csv",
    "regions.csv",
    "roles.csv",
    "sports.csv",
    "surname_gender.csv",
    "surnames_asian.csv",
    "tags.csv",
];

/// The beginnings of the files that hold patterns; a folder may have several of each, as `rules-medals.toml`.
pub(super) const PARTS: [&str; 3] = ["macros", "phrases", "rules"];

/// The beginning of the files that hold paradigms.
pub(super) const PARADIGMS: &str = "paradigms";

fn is_pack_file(name: &str) -> bool {
    FILES.contains(&name) || name.ends_with(".toml") && PARTS.iter().chain([&PARADIGMS]).any(|p| name.starts_with(p))
}

/// One file of a pack.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path to show to a user.
    pub shown: String,
    /// Its text.
    pub text: String,
}

/// All pack files, by `folder/file`.
#[derive(Debug, Clone)]
pub struct Sources {
    files: BTreeMap<String, SourceFile>,
    /// The folders of which a file is not the embedded one.
    changed: BTreeSet<String>,
}

impl Sources {
    /// The packs embedded in the binary.
    ///
    /// # Errors
    /// Where an embedded file is not UTF-8.
    pub fn embedded() -> Result<Sources, PackError> {
        let mut files = BTreeMap::new();
        for dir in EMBEDDED.dirs() {
            for file in dir.files() {
                let key = file.path().to_string_lossy().replace('\\', "/");
                let shown = format!("src/languages/{key}");
                let text = file
                    .contents_utf8()
                    .ok_or_else(|| PackError::file(&shown, "the file is not UTF-8", "save it as UTF-8"))?;
                files.insert(key, SourceFile { shown, text: text.to_owned() });
            }
        }
        Ok(Sources { files, changed: BTreeSet::new() })
    }

    /// Adds the packs of a folder; a file that is there already is replaced.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be read.
    pub fn overlay(mut self, dir: &Path) -> Result<Sources, PackError> {
        let fail = |path: &Path, e: &std::io::Error| {
            PackError::file(
                &path.display().to_string(),
                format!("cannot read: {e}"),
                "give --packs a folder that holds one folder a language",
            )
        };
        for entry in std::fs::read_dir(dir).map_err(|e| fail(dir, &e))? {
            let folder = entry.map_err(|e| fail(dir, &e))?.path();
            if !folder.is_dir() {
                continue;
            }
            for entry in std::fs::read_dir(&folder).map_err(|e| fail(&folder, &e))? {
                let path = entry.map_err(|e| fail(&folder, &e))?.path();
                let known = path.extension().is_some_and(|x| x == "toml" || x == "csv");
                if let (true, Some(folder), Some(file)) = (known, folder.file_name(), path.file_name()) {
                    if !is_pack_file(&file.to_string_lossy()) {
                        return Err(PackError::file(
                            &path.display().to_string(),
                            "a pack has no file of this name",
                            format!(
                                "call it rules-….toml, phrases-….toml, macros-….toml, paradigms-….toml or one of {}",
                                FILES.join(", ")
                            ),
                        ));
                    }
                    let text = std::fs::read_to_string(&path).map_err(|e| fail(&path, &e))?;
                    let key = format!("{}/{}", folder.to_string_lossy(), file.to_string_lossy());
                    self.files.insert(key, SourceFile { shown: path.display().to_string(), text });
                    self.changed.insert(folder.to_string_lossy().into_owned());
                }
            }
        }
        Ok(self)
    }

    /// A digest of all files.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for (key, file) in &self.files {
            hash.update((key.len() as u64).to_le_bytes());
            hash.update(key);
            hash.update((file.text.len() as u64).to_le_bytes());
            hash.update(&file.text);
        }
        hash.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect()
    }

    /// True for a language whose pack is not the embedded one.
    pub fn is_changed(&self, code: &str) -> bool {
        self.changed.contains(code) || self.changed.contains(COMMON)
    }

    /// The language codes that have a folder, sorted.
    pub fn languages(&self) -> Vec<String> {
        let mut codes: Vec<String> =
            self.files.keys().filter_map(|k| k.split_once('/')).map(|(l, _)| l.to_owned()).collect();
        codes.dedup();
        codes.retain(|l| l != COMMON);
        codes
    }

    /// A file of a folder, if it is there.
    pub fn file(&self, folder: &str, name: &str) -> Option<&SourceFile> {
        self.files.get(&format!("{folder}/{name}"))
    }

    /// All files of a folder.
    pub fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a SourceFile)> {
        self.files.iter().filter_map(move |(k, f)| {
            let (dir, name) = k.split_once('/')?;
            (dir == folder).then_some((name, f))
        })
    }
}
