//! The packs are embedded; a file added to them must reach the binary. What extracts is known by a digest of its
//! source, so that a stored article is extracted again by a palmares that would read it otherwise; likewise what works
//! out the rows.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What the rows depend on besides the extractions.
const DATASET: &[&str] = &["Cargo.lock", "src/dataset", "src/vocabulary"];

/// What an extraction depends on besides the packs.
const ENGINE: &[&str] =
    &["Cargo.lock", "src/extract", "src/language.rs", "src/pipeline.rs", "src/read", "src/rules", "src/vocabulary"];

fn main() {
    println!("cargo:rerun-if-changed=src/languages");
    for (name, parts) in [("ENGINE", ENGINE), ("DATASET", DATASET)] {
        println!("cargo:rustc-env=PALMARES_{name}={:016x}", digest(parts));
    }
}

fn digest(parts: &[&str]) -> u64 {
    let mut files: Vec<PathBuf> = Vec::new();
    for part in parts {
        println!("cargo:rerun-if-changed={part}");
        collect(Path::new(part), &mut files);
    }
    files.sort();
    let mut hash = DefaultHasher::new();
    for file in files {
        file.to_string_lossy().replace('\\', "/").hash(&mut hash);
        fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n").hash(&mut hash);
    }
    hash.finish()
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|e| collect(&e.path(), files)),
        Err(_) => files.push(path.to_owned()),
    }
}
