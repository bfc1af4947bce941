//! Spelling keys: the same word in any case, with any apostrophe, gives one key.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Folds one character for matching: lower case, typographic apostrophes and dashes made plain.
///
/// Returns `None` for characters that do not count (soft hyphen, zero-width marks, stress accents).
pub fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{02B9}' | '\u{00B4}' | '`' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        'ё' | 'Ё' => 'е',
        // Letters that Latin alphabets of Turkic languages have for one sound.
        'ŋ' | 'Ŋ' => 'ñ',
        'ǧ' | 'Ǧ' => 'ğ',
        // Raised letters of ordinals, and what is written for the sign of multiplication: 35ᵉ, 4˟100.
        'ª' | 'ᵃ' => 'a',
        'ᵈ' => 'd',
        'ᵉ' => 'e',
        'ʰ' => 'h',
        'ᵐ' => 'm',
        'ⁿ' => 'n',
        'º' | 'ᵒ' => 'o',
        'ʳ' => 'r',
        'ˢ' => 's',
        'ᵗ' => 't',
        '˟' | '×' => 'x',
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{0301}' => return None,
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    })
}

/// Folds a word: composed form first, then [`fold_char`] for each character.
pub fn fold_text(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('`', "'");
    }
    // Nearly all text is in the composed form already, and to see that costs a fraction of making it.
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.chars().filter_map(fold_char).collect();
    }
    text.nfc().filter_map(fold_char).collect()
}

/// A key under which spellings of one name meet: Latin letters, no accents, no case.
///
/// Romanisation follows the `any_ascii` crate.
pub fn name_key(name: &str) -> String {
    let plain: String = name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    any_ascii::any_ascii(&plain)
        .chars()
        .filter_map(|c| match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' => Some(c.to_ascii_lowercase()),
            ' ' | '-' => Some(' '),
            _ => None,
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A readable identifier made of ASCII letters, digits and hyphens.
pub fn slug(text: &str) -> String {
    name_key(text).replace(' ', "-")
}
