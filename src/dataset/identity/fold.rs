//! A romanisation fold: spellings of one name in any language and script meet in one key.
//!
//! Елеусинов, Yeleussinov and Eleusinov; Жәнібек, Zhanibek and Janibek; Šarūnas and Sharunas. The replacements are
//! those in which the usual romanisations differ: BGN/PCGN, ISO 9, the English, French and German newspaper
//! spellings of Russian, Ukrainian and Kazakh, and national orthographies that print without their accents.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::vocabulary::name_key;

/// Letters whose accent matters, before all accents are taken off.
const LETTERS: &[(char, &str)] = &[
    ('č', "ch"),
    ('š', "sh"),
    ('ž', "zh"),
    ('ç', "ch"),
    ('ş', "sh"),
    ('ć', "ch"),
    ('ћ', "ch"),
    ('đ', "dj"),
    ('ђ', "dj"),
    ('љ', "l"),
    ('њ', "n"),
    ('ə', "a"),
    ('ø', "o"),
    ('ң', "n"),
    ('ғ', "g"),
    ('ъ', ""),
    ('ь', ""),
    ('є', "e"),
];

/// Digraphs, and letters that one romanisation has and another does not, in the order in which they are replaced.
/// Capitals stand for single sounds until the end.
const DIGRAPHS: &[(&str, &str)] = &[
    ("shch", "S"),
    ("chtch", "S"),
    ("tsch", "C"),
    ("tch", "C"),
    ("chzh", "J"),
    ("dzh", "J"),
    ("dj", "J"),
    ("sch", "S"),
    ("sh", "S"),
    ("ch", "C"),
    ("zh", "J"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("tz", "T"),
    ("ts", "T"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("ou", "u"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("mc", "mk"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("y", "i"),
    ("j", "i"),
    ("J", "i"),
    ("ii", "i"),
    ("ie", "e"),
    ("C", "c"),
    ("S", "s"),
    ("T", "c"),
];

/// Given names that languages spell differently, by their fold: the first of a line stands for all.
static GIVEN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let lines = include_str!("given_names.csv").lines().skip(1).filter(|l| !l.starts_with('#'));
    let mut of = BTreeMap::new();
    for line in lines {
        let mut forms = line.split([',', '|']).map(|n| spelling(&name_key(n).replace(' ', "")));
        let Some(first) = forms.next() else { continue };
        for form in forms {
            of.entry(form).or_insert_with(|| first.clone());
        }
    }
    of
});

/// Folds one word in Latin letters without accents.
fn spelling(word: &str) -> String {
    let mut word = word.to_owned();
    for (from, to) in DIGRAPHS {
        if word.contains(from) {
            word = word.replace(from, to);
        }
    }
    let mut out = String::with_capacity(word.len());
    let letters: Vec<char> = word.chars().collect();
    for (i, &c) in letters.iter().enumerate() {
        // `Ahn` and `An`, `Akhmed` and `Ahmed`: an h that no vowel follows is heard by some only.
        let mute = c == 'h' && i > 0 && !letters.get(i + 1).is_some_and(|n| "aeiou".contains(*n));
        if !mute && !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// Folded over romanisations.
    pub(super) key: String,
    /// Folded as it is written: who leaves out the accents writes `c` where the key has `ch`.
    pub(super) plain: String,
    /// A single letter.
    pub(super) initial: bool,
    /// Written in Cyrillic letters.
    cyrillic: bool,
}

impl Word {
    /// True where two words are spellings of one.
    pub(super) fn is(&self, other: &Word) -> bool {
        let equal = self.key == other.key || self.plain == other.plain;
        // Russian writes -n for the -ng of Chinese and Korean names.
        let open = |w: &'_ Word| w.key.strip_suffix('g').filter(|k| k.ends_with('n')).map(str::to_owned);
        equal
            || self.cyrillic && !other.cyrillic && open(other).is_some_and(|k| k == self.key)
            || other.cyrillic && !self.cyrillic && open(self).is_some_and(|k| k == other.key)
    }

    /// Letters of the key.
    pub(super) fn letters(&self) -> usize {
        self.key.len()
    }

    /// This word and the next written as one.
    pub(super) fn joined(&self, next: &Word) -> Word {
        Word {
            key: spelling(&format!("{}{}", self.key, next.key)),
            plain: format!("{}{}", self.plain, next.plain),
            initial: false,
            cyrillic: self.cyrillic,
        }
    }
}

/// The ending of a Mongolian father's name before the name proper.
const OF_FATHER: &[&str] = &["giin", "iin"];
/// Letters that a word has at least before such an ending.
const STEM: usize = 5;

/// Characters of scripts that put no space between the parts of a name, each a syllable.
fn is_syllable(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{2FFFF}')
}

/// The words of a name, in their order.
pub(super) fn parse(name: &str) -> Vec<Word> {
    let mut spaced = String::with_capacity(name.len());
    for c in name.chars() {
        spaced.push(c);
        if is_syllable(c) {
            spaced.push(' ');
        }
    }
    let apart = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{B7}' | '\u{30FB}');
    let spaced = spaced.replace('.', ". ");
    spaced.split(apart).filter_map(word).collect()
}

/// Folds a word; a single letter with a point is an initial.
fn word(text: &str) -> Option<Word> {
    let mut accented = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(letter, _)| *letter == c) {
            Some((_, to)) => accented.push_str(to),
            None => accented.push(c),
        }
    }
    let mut key = name_key(&accented).replace(' ', "");
    let stem = OF_FATHER.iter().find_map(|e| key.strip_suffix(e)).filter(|s| s.len() >= STEM).map(str::to_owned);
    key = spelling(&stem.unwrap_or(key));
    let plain = name_key(text).replace(' ', "").replace(['y', 'j'], "i");
    let initial = text.ends_with('.') && text.chars().filter(|c| c.is_alphabetic()).count() == 1;
    if initial {
        key.truncate(1);
    }
    let key = GIVEN.get(&key).cloned().unwrap_or(key);
    let cyrillic = text.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
    (!key.is_empty()).then_some(Word { key, plain, initial, cyrillic })
}

/// The words of a name, each folded, in their order.
pub fn words(name: &str) -> Vec<String> {
    parse(name).into_iter().map(|w| w.key).collect()
}

/// The consonants of a word by the classes in which romanisations mix them up, after a first vowel; short words whole.
/// Words with equal skeletons may be one name.
pub(super) fn skeleton(key: &str) -> String {
    let key = key.strip_suffix('g').filter(|k| k.ends_with('n')).unwrap_or(key);
    if key.len() <= 3 {
        return key.to_owned();
    }
    let mut out = String::with_capacity(key.len());
    for (i, c) in key.char_indices() {
        let class = match c {
            'a' | 'e' | 'i' | 'o' | 'u' if i == 0 => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' => continue,
            'g' | 'h' | 'k' | 'c' => 'k',
            'z' | 's' => 's',
            'd' | 't' => 't',
            'b' | 'p' => 'p',
            'v' | 'f' => 'f',
            other => other,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        let same: &[&[&str]] = &[
            &["Нұрбек Оралбай", "Нурбек Оралбай", "Nurbek Oralbay", "Nurbek Oralbai"],
            &["Елеусинов", "Yeleussinov", "Eleusinov", "Yeleusinov"],
            &["Жәнібек", "Zhanibek", "Janibek", "Djanibek"],
            &["Сергей", "Sergei", "Sergey", "Sergueï", "Serhii", "Сергій", "Serguei"],
            &["Šarūnas", "Sharunas"],
            &["Müller", "Mueller"],
            &["Юрий", "Yuri", "Iouri", "Yuriy", "Juri"],
            &["Евгений", "Yevgeny", "Evgueni", "Jewgeni", "Evgenii", "Yevgeniy"],
            &["Щербак", "Shcherbak", "Chtcherbak"],
            &["Əliyev", "Aliyev", "Алиев"],
        ];
        for names in same {
            let keys: Vec<_> = names.iter().map(|n| words(n)).collect();
            assert!(keys.windows(2).all(|w| w[0] == w[1]), "{names:?}: {keys:?}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (a, b) in [("Alina", "Arina"), ("Andrei", "Aleksandr"), ("Ivan", "Ivana"), ("Min-ji", "Min-jeong")] {
            assert_ne!(words(a), words(b));
        }
    }

    #[test]
    fn the_table_of_given_names_is_sorted_and_has_no_name_twice() {
        let text = include_str!("given_names.csv");
        let lines: Vec<&str> = text.lines().skip(1).filter(|l| !l.starts_with('#')).collect();
        assert!(lines.windows(2).all(|w| w[0] < w[1]), "not sorted");
        let mut seen = BTreeMap::new();
        for line in &lines {
            for name in line.split([',', '|']) {
                let before = seen.insert(spelling(&name_key(name)), *line);
                assert!(before.is_none_or(|b| b == *line), "`{name}` stands in two lines: {line} and {before:?}");
            }
        }
    }
}
