//! Where an article is, in one way of writing it, whatever way the user wrote it.

use std::path::{Component, Path, PathBuf};

use crate::vocabulary::fnv32;

/// The article of a path: the absolute path, by which it is known again, and the path as it is shown, which is below
/// the working folder where it can be.
pub(super) fn place_and_shown(path: &Path) -> (String, String) {
    let absolute = tidy(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    let below = std::env::current_dir().ok().and_then(|cwd| absolute.strip_prefix(cwd).ok().map(Path::to_owned));
    (written(&absolute), written(&below.unwrap_or_else(|| absolute.clone())))
}

/// Without `.` and `..`, as they are written; links are not followed.
fn tidy(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// The path as text with `/`. A name that is no Unicode is told apart by a digest of its bytes.
fn written(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    if path.to_str().is_some() {
        return text;
    }
    let bytes = path.as_os_str().as_encoded_bytes();
    format!("{text}~{:08x}", fnv32(bytes))
}

/// The id of an article: its path without the usual ending.
pub(super) fn id(shown: &str) -> String {
    shown.strip_suffix(".txt").unwrap_or(shown).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_a_path_are_one_place() {
        let plain = place_and_shown(Path::new("news/a.txt"));
        assert_eq!(plain.1, "news/a.txt");
        assert_eq!(place_and_shown(Path::new("./news/../news/./a.txt")), plain);
        assert_eq!(place_and_shown(Path::new(&plain.0)), plain);
        assert_eq!(id(&plain.1), "news/a");
    }

    #[test]
    fn a_path_elsewhere_is_shown_whole() {
        let (place, shown) = place_and_shown(Path::new("/elsewhere/b.text"));
        assert_eq!((place.as_str(), id(&shown).as_str()), (shown.as_str(), "/elsewhere/b.text"));
    }
}
