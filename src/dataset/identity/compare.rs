//! Whether two mentions can be one person, as a score with its reasons.
//!
//! The score adds what speaks for and against, after Fellegi and Sunter, "A theory for record linkage" (1969). The
//! weights were set by hand on `tests/identity/develop.csv`. What contradicts vetoes: a given name, a gender, a country.

use std::fmt;

use super::common::is_common;
use super::fold::{Word, parse, skeleton};

/// From this score on two mentions are one person.
pub const ENOUGH: f32 = 5.0;

/// What an article says of an athlete, as far as it tells who it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// The fullest form of the name in the article.
    pub name: String,
    /// NOC code or empty.
    pub country: String,
    /// `women`, `men` or empty.
    pub gender: String,
    /// Canonical sport or empty.
    pub sport: String,
    /// The article, where what it says is too little to know the athlete by (a surname alone, a short name without
    /// country or sport), so that such mentions are kept apart article by article; else empty.
    pub article: String,
}

impl Mention {
    /// A mention, in an article.
    pub fn new(name: &str, country: &str, gender: &str, sport: &str, article: &str) -> Mention {
        let mut mention = Mention {
            name: name.to_owned(),
            country: country.to_owned(),
            gender: gender.to_owned(),
            sport: sport.to_owned(),
            article: String::new(),
        };
        let folded = Folded::new(&mention);
        if folded.alone || !compare(&folded, &folded).same() {
            article.clone_into(&mut mention.article);
        }
        mention
    }
}

/// True where there is no more than a surname, or a surname with initials.
fn is_alone(words: &[Word]) -> bool {
    words.iter().filter(|w| !w.initial).count() < 2
}

/// A mention with its name folded.
#[derive(Debug, Clone)]
pub(super) struct Folded<'a> {
    pub(super) mention: &'a Mention,
    pub(super) words: Vec<Word>,
    pub(super) alone: bool,
}

impl<'a> Folded<'a> {
    pub(super) fn new(mention: &'a Mention) -> Folded<'a> {
        let words = parse(&mention.name);
        let alone = is_alone(&words);
        Folded { mention, words, alone }
    }

    /// The words that are no initials.
    pub(super) fn whole(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|w| !w.initial)
    }

    /// Keys under which mentions that could be one person meet: pairs of skeletons.
    pub(super) fn blocks(&self) -> Vec<String> {
        let mut parts: Vec<String> = self.whole().flat_map(|w| [skeleton(&w.key), skeleton(&w.plain)]).collect();
        // "Min-jae" is "Minjae" elsewhere.
        parts.extend(self.words.windows(2).map(|w| skeleton(&w[0].joined(&w[1]).key)));
        parts.sort();
        parts.dedup();
        let mut blocks: Vec<String> = Vec::new();
        for (i, a) in parts.iter().enumerate() {
            for b in &parts[i + 1..] {
                blocks.push(if a < b { format!("{a} {b}") } else { format!("{b} {a}") });
            }
        }
        blocks.sort();
        blocks.dedup();
        blocks
    }
}

/// Why two mentions were joined or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// The sum; nothing is joined below [`ENOUGH`].
    pub score: f32,
    /// What contradicts, where something does.
    pub veto: Option<&'static str>,
    /// What was added up.
    pub reasons: Vec<(&'static str, f32)>,
}

impl Verdict {
    fn veto(why: &'static str) -> Verdict {
        Verdict { score: f32::NEG_INFINITY, veto: Some(why), reasons: Vec::new() }
    }

    fn add(&mut self, why: &'static str, points: f32) {
        self.score += points;
        self.reasons.push((why, points));
    }

    /// True where the two are one person.
    pub fn same(&self) -> bool {
        self.veto.is_none() && self.score >= ENOUGH
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(why) = self.veto {
            return write!(f, "never: {why}");
        }
        let reasons: Vec<String> = self.reasons.iter().map(|(why, n)| format!("{why} {n:+}")).collect();
        write!(f, "{:.1} ({})", self.score, reasons.join(", "))
    }
}

/// How the words of two names go together.
struct Alignment {
    /// Letters of the words that are equal or close.
    letters: usize,
    /// Pairs of equal words.
    equal: usize,
    /// Pairs of words that are spelt a little differently.
    close: usize,
    /// Initials that stand for a word.
    initials: usize,
    /// Words of the one name, and of the other, without a partner.
    left: (usize, usize),
}

/// Consonants of a word in which vowels may differ freely, and of one in which one letter may.
const MANY: usize = 4;
const SOME: usize = 3;

/// Two words that romanisations or typists spell differently: the consonants are the same, and the vowels nearly so.
/// Given names differ by less (`Alina` and `Alena`, `Ivan` and `Ivana` are two people) than surnames.
fn close(a: &Word, b: &Word, given: bool) -> bool {
    let (x, y) = (&a.key, &b.key);
    let feminine = |x: &str, y: &str| x.strip_suffix('a') == Some(y);
    let bones = skeleton(x);
    if x.len().min(y.len()) < 5 || bones != skeleton(y) || feminine(x, y) || feminine(y, x) {
        return false;
    }
    let apart = strsim::damerau_levenshtein(x, y);
    if given {
        bones.len() >= SOME && apart <= 1 && x.len().max(y.len()) >= 6
    } else {
        bones.len() >= MANY || apart <= 1
    }
}

fn align(a: &[Word], b: &[Word]) -> Alignment {
    let mut out = Alignment { letters: 0, equal: 0, close: 0, initials: 0, left: (0, 0) };
    let mut rest: Vec<usize> = (0..b.len()).collect();
    let mut open: Vec<usize> = (0..a.len()).collect();
    let pair = |rest: &mut Vec<usize>, open: &mut Vec<usize>, fits: &dyn Fn(usize, usize) -> bool| {
        let mut pairs = Vec::new();
        open.retain(|&i| {
            let Some(at) = rest.iter().position(|&j| fits(i, j)) else { return true };
            pairs.push((i, rest.remove(at)));
            false
        });
        pairs
    };
    let whole = |i: usize, j: usize| !a[i].initial && !b[j].initial;
    let equal = pair(&mut rest, &mut open, &|i, j| whole(i, j) && a[i].is(&b[j]));
    // Where the last words are equal, they are the surname, and what is left is a given name.
    let surname = equal.iter().any(|&(i, j)| i + 1 == a.len() && j + 1 == b.len());
    let near = pair(&mut rest, &mut open, &|i, j| whole(i, j) && close(&a[i], &b[j], surname));
    let initials = pair(&mut rest, &mut open, &|i, j| {
        (a[i].initial || b[j].initial) && a[i].key.chars().next() == b[j].key.chars().next()
    });
    out.letters = equal.iter().chain(&near).map(|&(i, _)| a[i].letters()).sum();
    (out.equal, out.close, out.initials) = (equal.len(), near.len(), initials.len());
    out.left = (open.len(), rest.len());
    out
}

/// The best of the alignments of two names, in which neighbouring words may be written as one.
fn best(a: &[Word], b: &[Word]) -> Alignment {
    let joined = |words: &[Word]| {
        let mut ways = vec![words.to_vec()];
        for i in 1..words.len() {
            let mut way = words.to_vec();
            let second = way.remove(i);
            way[i - 1] = way[i - 1].joined(&second);
            ways.push(way);
        }
        ways
    };
    let rank = |x: &Alignment| (x.left.0.min(x.left.1), x.close, x.left.0 + x.left.1);
    let mut found = align(a, b);
    if rank(&found) == (0, 0, 0) {
        return found;
    }
    for (i, x) in joined(a).iter().enumerate() {
        for (j, y) in joined(b).iter().enumerate() {
            if (i == 0) != (j == 0) {
                let other = align(x, y);
                if rank(&other) < rank(&found) && other.equal + other.close > 1 {
                    found = other;
                }
            }
        }
    }
    found
}

/// True where one sport is a part or a form of the other: `wrestling`, `freestyle wrestling`, `para swimming`.
pub(super) fn related(a: &str, b: &str) -> bool {
    let plain = |s: &str| s.trim_start_matches("para ").to_owned();
    let (a, b) = (plain(a), plain(b));
    let last = |s: &str| s.rsplit(' ').next().unwrap_or_default().to_owned();
    a == b || last(&a) == last(&b)
}

/// Codes under which athletes competed whose country has, before or after, another: unions and what came of them,
/// neutral teams. Source: the IOC's list of former and special NOC codes.
const ALSO: &[(&str, &[&str])] = &[
    ("AIN", &["BLR", "RUS"]),
    ("EUN", &["ARM", "BLR", "GEO", "KAZ", "KGZ", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB", "AZE"]),
    ("FRG", &["GER"]),
    ("GDR", &["GER"]),
    ("OAR", &["RUS"]),
    ("ROC", &["RUS"]),
    ("RPC", &["RUS"]),
    ("SCG", &["MNE", "SRB"]),
    ("TCH", &["CZE", "SVK"]),
    (
        "URS",
        &[
            "ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LAT", "LTU", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB",
            "EUN",
        ],
    ),
    ("YUG", &["BIH", "CRO", "MKD", "MNE", "SCG", "SLO", "SRB"]),
];

/// True where nobody competes for both; not for one country, for a union and its heir, or where one is not said.
fn other_country(a: &str, b: &str) -> bool {
    let heir = |a: &str, b: &str| ALSO.iter().any(|(code, heirs)| *code == a && heirs.contains(&b));
    // Two neutral codes of one country: ROC and AIN.
    let cousins =
        ALSO.iter().any(|(x, of)| *x == a && ALSO.iter().any(|(y, and)| *y == b && of.iter().any(|c| and.contains(c))));
    contradict(a, b) && !heir(a, b) && !heir(b, a) && !cousins
}

fn contradict(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && a != b
}

fn agree(a: &str, b: &str) -> bool {
    !a.is_empty() && a == b
}

/// What two mentions contradict each other in, their names apart.
fn contradiction(x: &Mention, y: &Mention) -> Option<&'static str> {
    let country = other_country(&x.country, &y.country).then_some("another country");
    country.or_else(|| contradict(&x.gender, &y.gender).then_some("another gender"))
}

/// Compares two mentions whose names are more than a surname.
pub(super) fn compare(a: &Folded<'_>, b: &Folded<'_>) -> Verdict {
    let (x, y) = (a.mention, b.mention);
    if let Some(why) = contradiction(x, y) {
        return Verdict::veto(why);
    }
    let names = best(&a.words, &b.words);
    if names.left.0 > 0 && names.left.1 > 0 {
        return Verdict::veto("another given name or surname");
    }
    if names.equal + names.close < 2 && !(names.equal == 1 && names.initials > 0) {
        return Verdict::veto("too little of the name in common");
    }
    let mut verdict = Verdict::default();
    match (names.close, names.left.0 + names.left.1, names.initials) {
        (0, 0, 0) => verdict.add("same name", 4.0),
        (0, _, 0) => verdict.add("same name, a part left out", 3.0),
        (0, ..) => verdict.add("initial for a name", 2.0),
        (1, ..) => verdict.add("name spelt a little differently", 2.5),
        _ => verdict.add("names spelt differently", 0.5),
    }
    if a.whole().any(is_common) {
        let sport = !x.sport.is_empty() && !y.sport.is_empty() && related(&x.sport, &y.sport);
        verdict.add("common surname", if sport { -1.0 } else { -2.0 });
    }
    match names.letters {
        0..8 => verdict.add("short name", -1.0),
        8..11 => {}
        11..14 => verdict.add("long name", 1.0),
        _ => verdict.add("very long name", 2.0),
    }
    if agree(&x.country, &y.country) {
        verdict.add("same country", 2.5);
    }
    if agree(&x.gender, &y.gender) {
        verdict.add("same gender", 0.5);
    }
    if agree(&x.sport, &y.sport) {
        verdict.add("same sport", 3.0);
    } else if !x.sport.is_empty() && !y.sport.is_empty() {
        if related(&x.sport, &y.sport) {
            verdict.add("related sport", 2.0);
        } else {
            verdict.add("another sport", -2.5);
        }
    }
    verdict
}

/// Compares a surname, or a surname with an initial, with a full name: nothing may contradict, and country and sport
/// must both be said and agree.
pub(super) fn compare_alone(alone: &Folded<'_>, full: &Folded<'_>) -> Verdict {
    let (x, y) = (alone.mention, full.mention);
    if let Some(why) = contradiction(x, y) {
        return Verdict::veto(why);
    }
    let names = align(&alone.words, &full.words);
    if names.left.0 > 0 {
        return Verdict::veto("another name or initial");
    }
    let initial = names.initials > 0;
    let mut verdict = Verdict::default();
    verdict.add(if initial { "surname and initial" } else { "surname" }, if initial { 2.0 } else { 0.0 });
    if agree(&x.country, &y.country) {
        verdict.add("same country", 2.5);
    }
    if !x.sport.is_empty() && !y.sport.is_empty() {
        if related(&x.sport, &y.sport) {
            verdict.add("same sport", 2.5);
        } else {
            return Verdict::veto("another sport, and no given name");
        }
    }
    verdict
}
