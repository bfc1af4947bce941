//! Words, numbers and punctuation, with their place in the text.

use unicode_normalization::char::{compose, is_combining_mark};

use crate::rules::LanguageInfo;
use crate::vocabulary::fold_char;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// Begins with a small letter, or has no case.
    Lower,
    /// Begins with a capital.
    Initial,
    /// Two or more letters, all capitals.
    Upper,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    Word(Case),
    /// A whole number.
    Integer(u32),
    /// A number with decimals, a time, a date in digits: kept as written.
    Decimal,
    /// Digits with ordinal suffix.
    Ordinal(u32),
    /// `3-2`, `5:0`
    Score,
    /// `6-5-3`
    Tally,
    /// `2018-2021`
    Range(u32, u32),
    Punctuation(char),
}

/// A token of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// First byte in the article.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    pub(crate) folded: String,
    pub(crate) kind: Kind,
    pub(crate) space_before: bool,
}

impl Token {
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_))
    }

    pub(crate) fn is_capitalised(&self) -> bool {
        matches!(self.kind, Kind::Word(Case::Initial | Case::Upper))
    }

    pub(crate) fn is(&self, c: char) -> bool {
        self.kind == Kind::Punctuation(c)
    }
}

/// Folds a piece of text, composing letters with the accents behind them.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_combining_mark(c) {
            if let Some(composed) = out.chars().next_back().and_then(|last| compose(last, c)) {
                out.pop();
                out.push(composed);
            }
            continue;
        }
        out.extend(fold_char(c));
    }
    out
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c) || matches!(c, '\u{00AD}' | '\u{200D}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}')
}

/// Cuts `text[from..to]` into tokens.
pub(crate) fn tokenize(text: &str, from: usize, to: usize, language: &LanguageInfo) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = from;
    let mut space = true;
    while at < to {
        let rest = &text[at..to];
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() || fold_char(c).is_none() {
            space |= c.is_whitespace();
            at += c.len_utf8();
            continue;
        }
        let (length, kind) = if let Some(year) = short_year(rest).filter(|_| space || opens(&tokens)) {
            (c.len_utf8() + 2, Kind::Integer(year))
        } else if c.is_ascii_digit() {
            let letter = !space && tokens.last().is_some_and(Token::is_word);
            number(rest, language, letter)
        } else if is_letter(c) {
            word(rest, language, space || tokens.last().is_some_and(|t| !t.is_word()))
        } else {
            (c.len_utf8(), Kind::Punctuation(c))
        };
        let piece = &rest[..length];
        tokens.push(Token { start: at, end: at + length, folded: fold(piece), kind, space_before: space });
        space = false;
        at += length;
    }
    unquoted(tokens)
}

/// True behind an opening bracket.
fn opens(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|t| t.is('('))
}

/// The year that an apostrophe and two digits stand for: "the '19 champion". A quotation mark behind the digits, or more of
/// a word or a number, makes it none.
fn short_year(rest: &str) -> Option<u32> {
    let mark = rest.chars().next().filter(|c| is_apostrophe(*c))?;
    let digits = &rest[mark.len_utf8()..];
    let year: u32 = digits.get(..2)?.parse().ok().filter(|_| digits.bytes().take(2).all(|b| b.is_ascii_digit()))?;
    let next = digits[2..].chars().next();
    let ends = next.is_none_or(|c| !c.is_alphanumeric() && !is_apostrophe(c) && c != '%');
    ends.then_some(if year <= LAST_OF_THIS_CENTURY { 2000 + year } else { 1900 + year })
}

/// Two digits up to these are years of this century.
const LAST_OF_THIS_CENTURY: u32 = 40;

/// Marks around a quotation.
const QUOTES: [char; 6] = ['"', '«', '»', '“', '”', '„'];

/// Leaves out the marks around one ordinary word, which means what it means without them: the "gold", in the «копилке».
fn unquoted(tokens: Vec<Token>) -> Vec<Token> {
    let mark = |t: &Token| QUOTES.iter().any(|q| t.is(*q));
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let quoted = match &out[..] {
            [before @ .., open, word] => {
                let around = mark(open) && mark(&token) && !word.space_before && !token.space_before;
                // Behind a capital a nickname stands between the two parts of a name.
                around && word.kind == Kind::Word(Case::Lower) && !before.last().is_some_and(Token::is_capitalised)
            }
            _ => false,
        };
        if quoted && let (Some(mut word), Some(open)) = (out.pop(), out.pop()) {
            word.space_before = open.space_before;
            out.push(word);
        } else {
            out.push(token);
        }
    }
    out
}

fn word(rest: &str, language: &LanguageInfo, starts: bool) -> (usize, Kind) {
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if is_letter(c) {
            length = i + c.len_utf8();
            continue;
        }
        if !is_apostrophe(c) {
            break;
        }
        let next = chars.peek().is_some_and(|(_, n)| is_letter(*n));
        let before = fold(&rest[..i]);
        let with = i + c.len_utf8();
        if starts && language.elisions.iter().any(|e| e.strip_suffix('\'') == Some(&before)) {
            return (with, case(&rest[..i]));
        }
        let after: String = rest[with..].chars().take_while(|c| is_letter(*c)).collect();
        if !next || language.clitics.iter().any(|k| *k == fold(&after)) {
            break;
        }
    }
    (length.max(1), case(&rest[..length.max(1)]))
}

fn case(word: &str) -> Kind {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    Kind::Word(match (first, rest.peek().is_some()) {
        (false, _) => Case::Lower,
        (true, false) => Case::Initial,
        (true, true) => {
            if rest.all(char::is_uppercase) {
                Case::Upper
            } else {
                Case::Initial
            }
        }
    })
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

/// True where a point and digits follow.
fn decimals(tail: &str) -> bool {
    tail.starts_with(['.', ',']) && digits(&tail[1..]) > 0
}

/// A number at the head of a text; behind a letter its digits name a boat or a class: "K1 500 m" are 500 metres.
fn number(rest: &str, language: &LanguageInfo, letter: bool) -> (usize, Kind) {
    let mut length = digits(rest);
    let mut plain: String = rest[..length].to_owned();
    // Thousands: groups of exactly three digits behind one to three.
    if length <= 3 && !letter {
        loop {
            let tail = &rest[length..];
            let Some(sep) = tail.chars().next() else { break };
            let known = language.thousands.contains(sep)
                || (language.thousands.contains(' ') && matches!(sep, '\u{00A0}' | '\u{202F}' | '\u{2009}'));
            let group = &tail[sep.len_utf8().min(tail.len())..];
            if !known || digits(group) != 3 {
                break;
            }
            plain.push_str(&group[..3]);
            length += sep.len_utf8() + 3;
        }
    }
    let grouped = plain.len() < length;
    let parts = |mut at: usize| {
        // Further groups of digits behind one kind of separator.
        let mut values = vec![plain.clone()];
        let mut separator = None;
        while let Some(sep) = rest[at..].chars().next() {
            let width = digits(&rest[at + sep.len_utf8()..]);
            let kind = if is_hyphen(sep) { '-' } else { sep };
            if width == 0 || !(matches!(kind, '-' | ':' | '.' | ',' | '/')) || separator.is_some_and(|s| s != kind) {
                break;
            }
            separator = Some(kind);
            let from = at + sep.len_utf8();
            values.push(rest[from..from + width].to_owned());
            at = from + width;
        }
        (at, separator, values)
    };
    if !grouped {
        let (end, separator, values) = parts(length);
        let year = |v: &str| v.len() == 4 && (1850..=2100).contains(&v.parse::<u32>().unwrap_or(0));
        let short = values.iter().all(|v| v.len() <= 3);
        match (separator, values.len()) {
            (Some('-' | '/'), 2) if year(&values[0]) => {
                let from: u32 = values[0].parse().unwrap_or(0);
                let to: u32 = values[1].parse().unwrap_or(0);
                let to = if values[1].len() == 2 { from / 100 * 100 + to } else { to };
                if from < to {
                    return (end, Kind::Range(from, to));
                }
            }
            // "3:29.48" is a time and not a score.
            (Some(':'), 2) if short && decimals(&rest[end..]) => {
                return (end + 1 + digits(&rest[end + 1..]), Kind::Decimal);
            }
            (Some('-' | ':'), 2) if short => return (end, Kind::Score),
            (Some('-'), 3) if short => return (end, Kind::Tally),
            // "(2018,2019)": years, each for itself.
            (Some(','), _) if values.iter().all(|v| year(v)) => {}
            (Some('.' | ',' | ':'), _) => {
                // A clock time or a decimal may go on: 3:51.29
                let (mut end, mut tail) = (end, &rest[end..]);
                while let Some(sep) = tail.chars().next().filter(|c| matches!(c, '.' | ',' | ':')) {
                    let width = digits(&tail[sep.len_utf8()..]);
                    if width == 0 {
                        break;
                    }
                    end += sep.len_utf8() + width;
                    tail = &rest[end..];
                }
                return (end, Kind::Decimal);
            }
            (Some(_), _) => return (end, Kind::Decimal),
            _ => {}
        }
    }
    let Ok(value) = plain.parse::<u32>() else { return (length, Kind::Decimal) };
    let tail = &rest[length..];
    for suffix in &language.ordinal_suffixes {
        let mut letters = tail.chars();
        let fits = suffix.chars().all(|s| letters.next().and_then(fold_char) == Some(s));
        if fits && !letters.next().is_some_and(|c| c.is_alphanumeric()) {
            let width: usize = tail.chars().take(suffix.chars().count()).map(char::len_utf8).sum();
            return (length + width, Kind::Ordinal(value));
        }
    }
    (length, Kind::Integer(value))
}
