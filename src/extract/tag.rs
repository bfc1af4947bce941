//! Tokens become mentions: the lexicon, numbers, punctuation.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mention::Mention;
use super::segment::Sentence;
use super::tokens::{Case, Kind, Token};
use crate::rules::{Pack, Tag, Term};
use crate::vocabulary::{Facets, Field, World, is_goal};

/// Gives every sentence its first mentions.
pub(crate) fn tag(sentences: &mut [Sentence], text: &str, pack: &Pack) {
    for sentence in sentences {
        let mentions = mentions(sentence, text, pack);
        sentence.mentions = mentions;
        codes(sentence, text, pack);
    }
}

/// Codes of countries that a list of places writes with one capital: "1. Anna Kiss (Hun)".
fn codes(sentence: &mut Sentence, text: &str, pack: &Pack) {
    let is = |m: &Mention, tag: &str| pack.tags.name(m.tag) == tag;
    let mentions = &mut sentence.mentions;
    let placed = matches!(&mentions[..], [first, ..] if is(first, "NUM"));
    let Some(country) = pack.tags.get("COUNTRY").filter(|_| placed) else { return };
    for k in 1..mentions.len().saturating_sub(1) {
        let bracketed = is(&mentions[k - 1], "OPEN") && is(&mentions[k], "CAP") && is(&mentions[k + 1], "CLOSE");
        let token = &sentence.tokens[mentions[k].tokens.start];
        let code = text[token.start..token.end].to_uppercase();
        if bracketed && code.len() == CODE && World::get().noc(&code).is_some() {
            mentions[k].tag = country;
            mentions[k].facets.set(Field::Country, code);
        }
    }
}

/// The letters of a country's code.
const CODE: usize = 3;

/// Words that may be of any place or ticket are of licences where the article speaks of licences to the Games.
///
/// Behind an ordinal such a noun is a rank: "fifth place".
pub(crate) fn promote(sentences: &mut [Sentence], pack: &Pack) {
    let name = |m: &Mention| pack.tags.name(m.tag);
    let mut all = sentences.iter().flat_map(|s| &s.mentions);
    let olympic = |m: &Mention| m.facets.get(Field::Competition).is_some_and(is_goal);
    let games = all.clone().any(|m| olympic(m) || name(m) == "GAMES");
    let speaks = all.any(|m| {
        ["LICENCE", "QUALIFY", "QUALIFIER"].contains(&name(m))
            || m.facets.get(Field::Competition).is_some_and(|c| c.contains("Qualification"))
    });
    if !games || !speaks {
        return;
    }
    for (weak, strong) in [("SPOT", "LICENCE"), ("ADVANCE", "QUALIFY")] {
        let (Some(weak), Some(strong)) = (pack.tags.get(weak), pack.tags.get(strong)) else { continue };
        for sentence in &mut *sentences {
            for k in 0..sentence.mentions.len() {
                let ranked = k > 0 && name(&sentence.mentions[k - 1]) == "ORD";
                if sentence.mentions[k].tag == weak && !ranked {
                    sentence.mentions[k].tag = strong;
                }
            }
        }
    }
}

/// A style that is a sport of its own where its kind is spoken of: "freestyle" in an article on wrestling, not on swimming.
pub(crate) fn styles(sentences: &mut [Sentence], pack: &Pack) {
    let world = World::get();
    let named = sentences.iter().flat_map(|s| &s.mentions).filter_map(|m| m.facets.get(Field::Sport));
    let kinds: BTreeSet<String> = named.map(|s| world.general(s).unwrap_or(s).to_owned()).collect();
    let Some(sport) = pack.tags.get("SPORT") else { return };
    for m in sentences.iter_mut().flat_map(|s| &mut s.mentions) {
        let Some(style) = m.facets.get(Field::Discipline) else { continue };
        let spoken_of = |among: &str| {
            let mut others = among.split('|').map(|s| world.general(s).unwrap_or(s));
            others.any(|s| kinds.contains(s))
        };
        if m.facets.get(Field::Among).is_some_and(spoken_of) {
            continue;
        }
        let own = kinds.iter().map(|kind| (kind, format!("{style} {kind}")));
        let own = own.into_iter().find(|(kind, own)| world.general(own) == Some(kind)).map(|(_, own)| own);
        if let Some(own) = own {
            m.tag = sport;
            m.facets = Facets::new();
            m.facets.set(Field::Sport, own);
        }
    }
}

struct Span {
    tokens: Range<usize>,
    bytes: usize,
    tag: Tag,
    facets: Facets,
    others: Vec<Facets>,
}

fn mentions(sentence: &Sentence, text: &str, pack: &Pack) -> Vec<Mention> {
    let mut chosen = lexical(sentence, text, pack);
    chosen.sort_by_key(|s| s.tokens.start);
    let mut out = Vec::with_capacity(sentence.tokens.len());
    let mut at = 0;
    for span in chosen {
        while at < span.tokens.start {
            out.push(plain(sentence, at, text, pack));
            at += 1;
        }
        at = span.tokens.end;
        out.push(Mention {
            tag: span.tag,
            tokens: span.tokens,
            facets: span.facets,
            lexical: true,
            others: span.others,
        });
    }
    while at < sentence.tokens.len() {
        out.push(plain(sentence, at, text, pack));
        at += 1;
    }
    out
}

/// True for a word with a neighbour in capitals.
fn beside_capitals(sentence: &Sentence, at: usize) -> bool {
    let capitals = |k: usize| sentence.tokens.get(k).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
    at.checked_sub(1).is_some_and(capitals) || capitals(at + 1)
}

/// True for letters in brackets that are the first ones of the words before: "Comité Olympique Malgache (COM)".
fn stands_for_name(sentence: &Sentence, at: usize) -> bool {
    let Some(open) = at.checked_sub(1).filter(|k| sentence.tokens[*k].is('(')) else { return false };
    let words = sentence.tokens[..open].iter().rev().take_while(|t| t.is_word()).filter(|t| t.is_capitalised());
    let mut letters = sentence.tokens[at].folded.chars().rev();
    let mut firsts = words.filter_map(|t| t.folded.chars().next());
    letters.all(|c| firsts.next() == Some(c))
}

/// True for capitals between a given name and more capitals, which are no code: "Oumayma BEL AHBIB".
fn within_surname(sentence: &Sentence, at: usize) -> bool {
    let is = |k: usize, case: Case| sentence.tokens.get(k).is_some_and(|t| t.kind == Kind::Word(case));
    let given = at.checked_sub(1).is_some_and(|k| is(k, Case::Initial));
    let upper = is(at + 1, Case::Upper);
    let coded = || World::get().noc(&sentence.tokens[at + 1].folded.to_uppercase()).is_some();
    given && upper && !coded()
}

/// True for a word that is half of a given name: the "Young" of "Young-Soo".
pub(super) fn within_given_name(sentence: &Sentence, text: &str, pack: &Pack, at: usize) -> bool {
    let joined = |first: usize| {
        let Some([a, hyphen, b]) = sentence.tokens.get(first..first + 3) else { return false };
        let glued = hyphen.is('-') && a.end == hyphen.start && hyphen.end == b.start;
        glued && a.is_capitalised() && b.is_word() && pack.names.is_given_as_written(&text[a.start..b.end])
    };
    joined(at) || at.checked_sub(2).is_some_and(joined)
}

/// Non-overlapping terms: the longest first, then the higher priority, then the first.
fn lexical(sentence: &Sentence, text: &str, pack: &Pack) -> Vec<Span> {
    let (folded, spans) = sentence.folded();
    let mut found: Vec<Span> = Vec::new();
    for hit in pack.lexicon.hits(&folded) {
        let Ok(first) = spans.binary_search_by_key(&hit.start, |s| s.0) else { continue };
        let Ok(last) = spans.binary_search_by_key(&hit.end, |s| s.1) else { continue };
        let written = &text[sentence.tokens[first].start..sentence.tokens[last].end];
        // Only words in capitals are looked up among the codes.
        let capitals = first == last && sentence.tokens[first].kind == Kind::Word(Case::Upper);
        let code = |t: &&Term| capitals && t.form == written && World::get().noc(written).is_some();
        let mut readings = pack.lexicon.readings(hit.form, written).peekable();
        // "ANNA KISS AND EVA NAGY": in a line of capitals a word that is also a code is the word.
        if readings.peek().is_some_and(code)
            && beside_capitals(sentence, first)
            && pack.lexicon.readings(hit.form, written).count() > 1
        {
            readings.next();
        }
        let Some(best) = readings.next() else { continue };
        if first == last && within_given_name(sentence, text, pack, first) {
            continue;
        }
        if code(&best) && (stands_for_name(sentence, first) || within_surname(sentence, first)) {
            continue;
        }
        let mut facets = best.facets.clone();
        let mut others: Vec<Facets> = Vec::new();
        for other in readings.filter(|t| t.tag == best.tag) {
            let same = [Field::Event, Field::Discipline].iter().all(|f| other.facets.get(*f) == facets.get(*f));
            match (same, facets.get(Field::Among), other.facets.get(Field::Among)) {
                (true, Some(a), Some(b)) => facets.set(Field::Among, format!("{a}|{b}")),
                (true, ..) => drop(facets.take(Field::Among)),
                _ => others.push(other.facets.clone()),
            }
        }
        found.push(Span { tokens: first..last + 1, bytes: hit.end - hit.start, tag: best.tag, facets, others });
    }
    found.sort_by_key(|s| {
        (std::cmp::Reverse(s.bytes), std::cmp::Reverse(pack.tags.priority(s.tag)), s.tokens.start, s.tag)
    });
    let mut taken = vec![false; sentence.tokens.len()];
    found.retain(|s| {
        let free = !taken[s.tokens.clone()].iter().any(|t| *t);
        if free {
            taken[s.tokens.clone()].fill(true);
        }
        free
    });
    found
}

/// Numbers that are years.
const YEARS: std::ops::RangeInclusive<u32> = 1880..=2060;

/// Least value of a Roman number: the smaller ones are written like names (Li, Vi, Xi).
const LEAST_ROMAN: i32 = 12;

/// The value of a Roman number in capitals, with the ending of ordinals or without: `XXXIII`, `XVe`.
fn roman(written: &str, suffixes: &[String]) -> Option<i32> {
    let digits = written.len() - written.trim_start_matches(['I', 'V', 'X', 'L']).len();
    let (digits, ending) = written.split_at(digits);
    let ordinal = suffixes.iter().any(|s| s == ending);
    if digits.is_empty() || !(ordinal || ending.is_empty()) {
        return None;
    }
    let worth = |c: char| match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        _ => 50,
    };
    let values: Vec<i32> = digits.chars().map(worth).collect();
    let sign = |i: usize| if values.get(i + 1).is_some_and(|next| *next > values[i]) { -1 } else { 1 };
    let value: i32 = values.iter().enumerate().map(|(i, v)| sign(i) * v).sum();
    (value >= LEAST_ROMAN || ordinal && value > 1).then_some(value)
}

/// The mention of a single token: by the lexicon, or by its shape.
pub(crate) fn single(sentence: &Sentence, at: usize, text: &str, pack: &Pack) -> Mention {
    match pack.lexicon.lookup(&sentence.tokens[at].folded) {
        Some(term) => {
            let facets = term.facets.clone();
            Mention { tag: term.tag, tokens: at..at + 1, facets, lexical: true, others: Vec::new() }
        }
        None => plain(sentence, at, text, pack),
    }
}

/// True for a number of metres that could be a year: "2000 metres".
fn is_distance(number: u32, sentence: &Sentence, at: usize, pack: &Pack) -> bool {
    let unit = || pack.lexicon.lookup(&sentence.tokens.get(at + 1)?.folded).map(|term| term.tag);
    number == ROWED && pack.tags.get("METRE").is_some_and(|metre| unit() == Some(metre))
}

/// The distance in metres, of rowing and of races with hurdles, that could be a year.
const ROWED: u32 = 2000;

/// True for a hyphen that is written for a dash: with a space on both sides, between words.
fn is_dash(sentence: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|k| &sentence.tokens[k]) else { return false };
    let (hyphen, behind) = (&sentence.tokens[at], sentence.tokens.get(at + 1));
    let apart = before.end < hyphen.start && behind.is_some_and(|t| hyphen.end < t.start);
    apart && (before.is_word() || before.kind == Kind::Punctuation(')')) && behind.is_some_and(Token::is_word)
}

/// True for a figure with a full date behind it, as in a caption with the width of its picture: "Agency, 1920, 27.08.2018".
fn is_before_date(sentence: &Sentence, at: usize, text: &str) -> bool {
    let comma = sentence.tokens.get(at + 1).is_some_and(|t| t.is(','));
    comma && sentence.tokens.get(at + 2).is_some_and(|t| super::written::in_digits(&text[t.start..t.end]).is_some())
}

/// The mention of a token that no term covers.
fn plain(sentence: &Sentence, at: usize, text: &str, pack: &Pack) -> Mention {
    let token = &sentence.tokens[at];
    let mut facets = Facets::new();
    let tag = match &token.kind {
        Kind::Word(Case::Lower) => "WORD",
        Kind::Word(_) => match roman(&text[token.start..token.end], &pack.language.ordinal_suffixes) {
            Some(n) if sentence.tokens.get(at + 1).is_some_and(|next| next.is_word()) => {
                facets.set(Field::Rank, n.to_string());
                "ORD"
            }
            _ => "CAP",
        },
        // A year of two digits keeps its apostrophe: "'19".
        Kind::Integer(n)
            if YEARS.contains(n)
                && (token.end - token.start == 4 || !token.folded.starts_with(|c: char| c.is_ascii_digit()))
                && !is_distance(*n, sentence, at, pack)
                && !is_before_date(sentence, at, text) =>
        {
            facets.set(Field::Year, n.to_string());
            "YEAR"
        }
        Kind::Integer(n) => {
            facets.set(Field::Count, n.to_string());
            "NUM"
        }
        // Some languages write a year with the ending of an ordinal: "в 2024-м".
        Kind::Ordinal(n) if YEARS.contains(n) => {
            facets.set(Field::Year, n.to_string());
            "YEAR"
        }
        Kind::Ordinal(n) => {
            facets.set(Field::Rank, n.to_string());
            "ORD"
        }
        Kind::Range(from, to) => {
            facets.set(Field::Year, from.to_string());
            facets.set(Field::YearTo, to.to_string());
            "RANGE"
        }
        Kind::Score => "SCORE",
        Kind::Tally => {
            facets.set(Field::Tally, token.folded.as_str());
            "TALLY"
        }
        Kind::Decimal => {
            facets.set(Field::Count, token.folded.replace(',', "."));
            "DECIMAL"
        }
        Kind::Punctuation(c) => match c {
            ',' | '،' | '、' => "COMMA",
            ';' => "SEMI",
            // "Gold_ Anna Kiss"
            ':' | '_' => "COLON",
            '(' | '[' => "OPEN",
            ')' | ']' => "CLOSE",
            '"' | '«' | '»' | '“' | '”' | '„' | '\'' | '‘' | '’' => "QUOTE",
            '–' | '—' => "DASH",
            '-' if is_dash(sentence, at) => "DASH",
            '-' => "HYPHEN",
            '/' => "SLASH",
            '+' | '&' => "SIGN",
            _ => "STOP",
        },
    };
    Mention { tag: pack.tags.built_in(tag), tokens: at..at + 1, facets, lexical: false, others: Vec::new() }
}
