//! When two spellings are one person, as the reference scorer decides it.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Cyrillic letters and the Latin ones that they fold to.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "h"),
    ('ц', "c"),
    ('ы', "i"),
    ('э', "e"),
    ('ъ', ""),
    ('ь', ""),
    ('і', "i"),
    ('ї', "i"),
    ('є', "e"),
    ('ґ', "g"),
    ('ж', "zh"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "sh"),
    ('ю', "iu"),
    ('я', "ia"),
    ('ё', "e"),
    ('ә', "a"),
    ('ғ', "g"),
    ('қ', "k"),
    ('ң', "n"),
    ('ө', "o"),
    ('ұ', "u"),
    ('ү', "u"),
    ('һ', "h"),
    ('ў', "u"),
    ('ҳ', "h"),
    ('ҷ', "j"),
];

const FOLDS: &[(&str, &str)] = &[
    ("dzh", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("tch", "c"),
    ("tsch", "c"),
    ("ch", "c"),
    ("sch", "s"),
    ("sh", "s"),
    ("ts", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ou", "u"),
    ("y", "i"),
    ("j", "i"),
];

static IA: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("i+[ae]").ok());

fn fold(name: &str) -> Vec<String> {
    let mut text = String::new();
    for c in name.to_lowercase().chars() {
        match CYRILLIC.iter().find(|(k, _)| *k == c) {
            Some((_, v)) => text.push_str(v),
            None => text.push(c),
        }
    }
    let text: String = text.replace('_', "").nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let text = text.replace('ı', "i").replace('ə', "a").replace('ø', "o").replace('ł', "l").replace('ß', "ss");
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .map(|word| {
            let mut word = word.to_owned();
            for (a, b) in FOLDS {
                word = word.replace(a, b);
            }
            word = single(&word, |_| true);
            if word.chars().count() > 3
                && let Some(ia) = &*IA
            {
                word = ia.replace_all(&word, "e").into_owned();
            }
            single(&word, |c| c == 'i')
        })
        .collect()
}

/// Runs of one letter become one, where `which` says so.
fn single(word: &str, which: fn(char) -> bool) -> String {
    let mut out = String::new();
    for c in word.chars() {
        if !(which(c) && out.ends_with(c)) {
            out.push(c);
        }
    }
    out
}

/// Twice the number of matching characters over the sum of lengths, after Ratcliff and Obershelp.
fn ratio(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    2.0 * matching(&a, &b) as f64 / (a.len() + b.len()) as f64
}

fn matching(a: &[char], b: &[char]) -> usize {
    let (mut best, mut at, mut bt) = (0, 0, 0);
    for i in 0..a.len() {
        for j in 0..b.len() {
            let n = a[i..].iter().zip(&b[j..]).take_while(|(x, y)| x == y).count();
            if n > best {
                (best, at, bt) = (n, i, j);
            }
        }
    }
    if best == 0 {
        return 0;
    }
    best + matching(&a[..at], &b[..bt]) + matching(&a[at + best..], &b[bt + best..])
}

/// True where every word of the shorter name finds its twin in the longer.
pub(super) fn same(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let bare = |s: &str| s.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    if bare(a) == bare(b) {
        return true;
    }
    let (mut short, mut long) = (fold(a), fold(b));
    if long.len() < short.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.is_empty() {
        return false;
    }
    for word in &short {
        // On a tie the first word wins.
        let mut best: Option<(usize, f64)> = None;
        for (i, other) in long.iter().enumerate() {
            let r = ratio(word, other);
            if best.is_none_or(|(_, b)| r > b) {
                best = Some((i, r));
            }
        }
        let least = if word.chars().count() > 3 { 0.8 } else { 0.99 };
        match best {
            Some((i, r)) if r >= least => {
                long.remove(i);
            }
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn spellings_of_one_name_meet_and_two_brothers_do_not() {
        assert!(same("Nurbek Oralbay", "Нурбек Оралбай"));
        assert!(same("Yeleussinov", "Daniyar Eleusinov"));
        assert!(same("Saken Bibossynov", "Сакен Бибосынов"));
        assert!(!same("Nurbek Oralbay", "Aibek Oralbay"));
        assert!(!same("Kim Li", "Kim Lu"));
    }
}
