//! Surnames that so many people have that namesakes are to be expected.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold::{Word, words};

static COMMON: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("common_surnames.csv").lines().skip(1).filter(|l| !l.starts_with('#'));
    lines.flat_map(|l| l.split(',').nth(1).unwrap_or_default().split('|')).flat_map(words).collect()
});

/// True for a common surname. A given name that is a common surname elsewhere counts too: it is as little to know
/// somebody by.
pub(super) fn is_common(word: &Word) -> bool {
    COMMON.contains(&word.key)
}

#[cfg(test)]
mod tests {
    use super::super::fold::parse;
    use super::*;

    #[test]
    fn common_surnames_are_known_in_any_script() {
        for name in ["Иванов", "Ivanova", "Kim", "Wang", "García"] {
            assert!(parse(name).iter().any(is_common), "{name}");
        }
        for name in ["Yeleussinov", "Ledecká"] {
            assert!(!parse(name).iter().any(is_common), "{name}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        let lines: Vec<&str> =
            include_str!("common_surnames.csv").lines().skip(1).filter(|l| !l.starts_with('#')).collect();
        assert!(lines.len() > 10 && lines.windows(2).all(|w| w[0] < w[1]));
    }
}
