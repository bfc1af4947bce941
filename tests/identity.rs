//! Who is who, measured on pairs of mentions that were written down as one person or two.
//!
//! `tests/identity/develop.csv` is for looking at, `tests/identity/held.csv` is not: of it only the sums are known.

mod support;

use std::fs;

use palmares::dataset::identity::{Edits, Mention, Named, Verdict, judge, resolve};

use support::{bless, root};

struct Pair {
    kind: String,
    same: bool,
    a: Mention,
    b: Mention,
}

fn pairs(file: &str) -> Vec<Pair> {
    let path = root().join("tests/identity").join(file);
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    assert_eq!(header.join(","), "kind,same,name_a,country_a,gender_a,sport_a,name_b,country_b,gender_b,sport_b");
    let rows = reader.records().map(|r| r.unwrap_or_else(|e| panic!("{file}: {e}")));
    rows.map(|r| Pair {
        kind: r[0].to_owned(),
        same: &r[1] == "yes",
        a: Mention::new(&r[2], &r[3], &r[4], &r[5], "one"),
        b: Mention::new(&r[6], &r[7], &r[8], &r[9], "another"),
    })
    .collect()
}

/// True where two articles that hold one of the mentions each have one athlete.
fn joined(a: &Mention, b: &Mention) -> bool {
    let mut names = [a, b].map(|m| Named { mention: m.clone(), witnesses: 1 });
    names.sort_by(|x, y| x.mention.cmp(&y.mention));
    a == b || resolve(&names, &Edits::default()).of.windows(2).all(|w| w[0] == w[1])
}

#[derive(Debug, Default)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Counts {
    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed) as f64
    }
}

fn measure(pairs: &[Pair], mut tell: impl FnMut(&Pair, Verdict)) -> Counts {
    let mut counts = Counts::default();
    for pair in pairs {
        match (pair.same, joined(&pair.a, &pair.b)) {
            (true, true) => counts.right += 1,
            (true, false) => counts.missed += 1,
            (false, true) => counts.wrong += 1,
            (false, false) => {}
        }
        if pair.same != joined(&pair.a, &pair.b) {
            tell(pair, judge(&pair.a, &pair.b));
        }
    }
    counts
}

fn show(pair: &Pair, verdict: Verdict) {
    let one = |m: &Mention| format!("{} [{} {} {}]", m.name, m.country, m.gender, m.sport);
    let what = if pair.same { "missed" } else { "wrong " };
    println!("{what} {:20} {} = {}: {verdict}", pair.kind, one(&pair.a), one(&pair.b));
}

/// Pairs in scripts that no pack reads; they are counted, but nothing is promised of them.
const NO_PACK: &str = "other-script";

/// What is promised: of joined mentions 99 in 100 are one person, and of those that are one 95 in 100 are joined.
const PRECISION: f64 = 0.99;
const RECALL: f64 = 0.95;

/// Measures a file; gives its lines of the table in the README.
fn holds(file: &str, tell: impl FnMut(&Pair, Verdict)) -> String {
    let all = pairs(file);
    assert!(all.len() > 200, "{file} has {} pairs", all.len());
    let line = |what: &str, n: usize, c: &Counts| {
        format!("| `{file}` | {what} | {n} | {:.3} | {:.3} |\n", c.precision(), c.recall())
    };
    let counts = measure(&all, tell);
    let mut lines = line("any script", all.len(), &counts);
    assert!(counts.precision() >= PRECISION, "{file}: {counts:?}");
    let read: Vec<Pair> = all.into_iter().filter(|p| p.kind != NO_PACK).collect();
    let counts = measure(&read, |_, _| {});
    lines.push_str(&line("Latin and Cyrillic", read.len(), &counts));
    assert!(counts.precision() >= PRECISION && counts.recall() >= RECALL, "{file}: {counts:?}");
    println!("{lines}");
    lines
}

#[test]
fn pairs_to_develop_on() {
    holds("develop.csv", show);
}

#[test]
fn pairs_that_nobody_looked_at() {
    holds("held.csv", |_, _| {});
}

#[test]
fn the_readme_shows_what_is_measured() {
    let (open, close) = ("<!-- identity -->", "<!-- /identity -->");
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("README.md");
    let (before, rest) = readme.split_once(open).expect("the opening marker");
    let (shown, after) = rest.split_once(close).expect("the closing marker");
    let lines = holds("develop.csv", |_, _| {}) + &holds("held.csv", |_, _| {});
    let table =
        format!("\n| pairs | names in | number | precision | recall |\n| --- | --- | ---: | ---: | ---: |\n{lines}");
    if bless() {
        fs::write(&path, format!("{before}{open}{table}{close}{after}")).expect("README.md");
        return assert!(fs::read_to_string(&path).expect("README.md").contains(&table));
    }
    assert_eq!(shown, table, "README.md shows other figures; PALMARES_BLESS=1 cargo test --release");
}
