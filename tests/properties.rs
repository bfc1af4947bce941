//! What holds for every text, not only for those that somebody thought of.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use palmares::dataset::{self, Record, Tables};
use palmares::extract::{Dateline, Extraction, extract};
use palmares::pipeline::process;
use palmares::read::{self, Article};
use palmares::rules::Packs;
use proptest::prelude::*;

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::load(None).unwrap_or_else(|e| panic!("{e}")));

/// The sample articles, in the order of their paths.
static CORPUS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut paths = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"), &mut paths);
    paths.sort();
    paths.iter().map(|p| fs::read_to_string(p).unwrap_or_else(|e| panic!("{}: {e}", p.display()))).collect()
});

/// Their sentences, roughly cut.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let sentences = CORPUS.iter().flat_map(|t| t.split_inclusive(['.', '\n'])).map(str::to_owned);
    sentences.filter(|s| s.trim().len() > 20).collect()
});

/// What processing made of each sample article.
static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    CORPUS.iter().enumerate().map(|(i, text)| process(&article(&format!("{i:02}"), text), &PACKS)).collect()
});

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|x| x == "txt") {
            found.push(path);
        }
    }
}

fn article(id: &str, text: &str) -> Article {
    Article::of(id, &format!("{id}.txt"), Ok(text.to_owned()))
}

/// Extracts in every language, whatever the text is in.
fn in_every_language(text: &str) -> Vec<Extraction> {
    let (published, body) = read::header(text).unwrap_or_default();
    PACKS.iter().map(|pack| extract(text, &Dateline { published: published.clone(), body }, pack)).collect()
}

/// Start, end and quote of all that an extraction points at.
fn pointers(e: &Extraction) -> impl Iterator<Item = (usize, usize, &str)> {
    let athletes = e.athletes.iter().flat_map(|a| &a.evidence);
    let medals = e.medals.iter().flat_map(|m| &m.evidence);
    let licenses = e.licenses.iter().flat_map(|l| &l.evidence);
    let facts = athletes.chain(medals).chain(licenses).map(|e| (e.start, e.end, e.quote.as_str()));
    facts.chain(e.review.iter().map(|r| (r.start, r.end, r.quote.as_str())))
}

/// The quote of every fact is the text between its offsets; every fact has one.
fn quotes_stand_in(text: &str, extraction: &Extraction) -> Result<(), TestCaseError> {
    let chars: Vec<char> = text.chars().collect();
    for (start, end, quote) in pointers(extraction) {
        prop_assert!(start < end && end <= chars.len(), "{start}..{end} of {} characters", chars.len());
        let there: String = chars[start..end].iter().collect();
        prop_assert_eq!(there, quote);
    }
    for (n, what) in [
        (extraction.athletes.iter().filter(|a| a.evidence.is_empty()).count(), "athletes"),
        (extraction.medals.iter().filter(|m| m.evidence.is_empty()).count(), "medals"),
        (extraction.licenses.iter().filter(|l| l.evidence.is_empty()).count(), "licences"),
    ] {
        prop_assert_eq!(n, 0, "{} without evidence", what);
    }
    let sure = extraction.medals.iter().flat_map(|m| &m.evidence).all(|e| (0.0..=1.0).contains(&e.confidence));
    prop_assert!(sure, "a confidence that is not between 0 and 1");
    Ok(())
}

/// Characters that have bitten programs before: marks that combine, case that changes length,
/// directions, joiners, line ends, digits of other scripts, the rules' own private alphabet.
const ODD: &[char] = &[
    '\u{301}',
    '\u{308}',
    'İ',
    'ı',
    'ß',
    'ẞ',
    'ŉ',
    'ǰ',
    'ﬁ',
    'ﬃ',
    'Ǆ',
    'ё',
    'й',
    'Қ',
    '\u{200B}',
    '\u{200D}',
    '\u{202E}',
    '\u{FEFF}',
    '\u{AD}',
    '\u{A0}',
    '\u{202F}',
    '\u{2009}',
    '\u{2028}',
    '\u{85}',
    '\r',
    '\n',
    '\t',
    '\0',
    '\u{E000}',
    '\u{E001}',
    '\u{F8FF}',
    '\u{FFFD}',
    '\u{10FFFF}',
    '٣',
    '३',
    '３',
    '²',
    '½',
    'Ⅳ',
    '’',
    '‘',
    '“',
    '«',
    '»',
    '–',
    '—',
    '‑',
    '…',
    '°',
    'º',
    '№',
    '🥇',
    '\u{1F1EB}',
    '\u{1F3FF}',
    '中',
    '한',
    '𝟒',
    '.',
    ',',
    ';',
    ':',
    '(',
    ')',
    '-',
    '/',
    '\'',
    '"',
    '+',
    '=',
    '@',
    '%',
    '0',
    '1',
    '9',
];

fn any_character() -> impl Strategy<Value = char> {
    prop_oneof![3 => any::<char>(), 2 => prop::sample::select(ODD), 1 => prop::char::range('a', 'z')]
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any_character(), 0..300).prop_map(String::from_iter)
}

fn any_sentence() -> impl Strategy<Value = String> {
    (0..SENTENCES.len()).prop_map(|i| SENTENCES[i].clone())
}

/// Sentences of the corpus, cut anywhere, with anything between and inside.
fn spliced() -> impl Strategy<Value = String> {
    let noise = || prop::collection::vec(any_character(), 0..6).prop_map(String::from_iter);
    let piece = (any_sentence(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), noise(), noise())
        .prop_map(|(sentence, cut, at, inside, between)| {
            let mut chars: Vec<char> = sentence.chars().collect();
            chars.truncate(cut.index(chars.len()).max(chars.len() / 2) + 1);
            let at = at.index(chars.len());
            let (head, tail) = chars.split_at(at);
            head.iter()
                .copied()
                .chain(inside.chars())
                .chain(tail.iter().copied())
                .chain(between.chars())
                .collect::<String>()
        });
    (prop::option::of(Just("date 2024-05-06\n")), prop::collection::vec(piece, 1..6))
        .prop_map(|(header, pieces)| header.unwrap_or_default().to_owned() + &pieces.concat())
}

fn shown(tables: &Tables) -> String {
    format!("{tables:#?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_quoted_exactly(text in any_text()) {
        for extraction in in_every_language(&text) {
            quotes_stand_in(&text, &extraction)?;
        }
    }

    #[test]
    fn news_with_anything_inside_is_read_and_quoted_exactly(text in spliced()) {
        for extraction in in_every_language(&text) {
            quotes_stand_in(&text, &extraction)?;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_facts(text in spliced()) {
        prop_assert_eq!(in_every_language(&text), in_every_language(&text));
    }

    #[test]
    fn an_article_is_of_one_known_status(text in prop_oneof![any_text(), spliced()]) {
        let record = process(&article("a", &text), &PACKS);
        let known = matches!(record.status.as_str(), "ok" | "no facts" | "unsupported language");
        prop_assert!(known || record.status.starts_with("rejected: "), "status `{}`", record.status);
        prop_assert_eq!(record.characters, text.chars().count());
        let facts = record.extraction.athletes.len() + record.extraction.medals.len() + record.extraction.licenses.len();
        prop_assert_eq!(facts > 0, record.status == "ok");
        quotes_stand_in(&text, &record.extraction)?;
    }

    #[test]
    fn any_bytes_are_a_text_or_have_a_reason(bytes in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(|b| [vec![0xFF, 0xFE], b].concat()),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(|b| [vec![0xFE, 0xFF], b].concat()),
    ]) {
        match read::decode(bytes) {
            Ok(text) => prop_assert!(!text.trim().is_empty()),
            Err(reason) => prop_assert!(reason.contains(';'), "`{}` does not say what to do", reason),
        }
    }

    #[test]
    fn utf8_text_comes_back_as_it_was(text in spliced()) {
        let text = format!("a{}", text.replace('\0', ""));
        prop_assert_eq!(read::decode(text.clone().into_bytes()), Ok(text.clone()));
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        prop_assert_eq!(read::decode(utf16), Ok(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_do_not_depend_on_the_order_of_the_records(
        chosen in prop::sample::subsequence((0..RECORDS.len()).collect::<Vec<_>>(), 0..=RECORDS.len()).prop_shuffle(),
    ) {
        let shuffled: Vec<Record> = chosen.iter().map(|i| RECORDS[*i].clone()).collect();
        let mut sorted = chosen;
        sorted.sort_unstable();
        let sorted: Vec<Record> = sorted.iter().map(|i| RECORDS[*i].clone()).collect();
        prop_assert_eq!(shown(&dataset::build(shuffled)), shown(&dataset::build(sorted)));
    }

    #[test]
    fn every_row_of_a_fact_has_evidence_and_every_evidence_a_fact(
        chosen in prop::sample::subsequence((0..RECORDS.len()).collect::<Vec<_>>(), 1..=RECORDS.len()),
    ) {
        let tables = dataset::build(chosen.iter().map(|i| RECORDS[*i].clone()).collect());
        let ids = |t: &Tables| {
            let athletes = t.athletes.iter().map(|r| r.athlete_id.clone());
            let medals = t.medals.iter().map(|r| r.fact_id.clone());
            athletes.chain(medals).chain(t.licenses.iter().map(|r| r.fact_id.clone())).collect::<Vec<_>>()
        };
        let mut facts = ids(&tables);
        facts.sort();
        let all = facts.len();
        facts.dedup();
        prop_assert_eq!(all, facts.len(), "an id stands twice");
        let mut proven: Vec<String> = tables.evidence.iter().map(|e| e.fact_id.clone()).collect();
        proven.sort();
        proven.dedup();
        prop_assert_eq!(facts, proven);
        for row in tables.medals.iter().map(|m| &m.athlete_id).chain(tables.licenses.iter().map(|l| &l.athlete_id)) {
            prop_assert!(row.is_empty() || tables.athletes.iter().any(|a| a.athlete_id == *row), "no athlete {}", row);
        }
    }
}

#[test]
fn the_samples_give_facts() {
    // Else the properties above would hold for want of anything to look at.
    let facts: usize = RECORDS.iter().map(|r| r.extraction.medals.len() + r.extraction.licenses.len()).sum();
    assert!(RECORDS.len() >= 30 && facts >= 100, "{} articles with {facts} facts", RECORDS.len());
}
