//! The committed dataset is what the program makes of the committed articles, to the byte.

mod support;

use std::fs;
use std::path::Path;

use support::{Table, bless, contents, difference, root, run};

/// What is not of the dataset but of the user, of the store, and of the last run.
const NOT_COMMITTED: [&str; 3] = ["corrections.csv", "palmares.db", "changes.csv"];

/// The committed files of a folder.
fn tables(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = contents(folder);
    files.retain(|name, _| !NOT_COMMITTED.contains(&name.as_str()));
    files
}

/// The dataset of `corpus` in a new folder.
fn built(arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = folder.path().to_string_lossy().into_owned();
    let mut all = vec!["run", "corpus", "--output", &output];
    all.extend(arguments);
    run(&root(), &all).ended(0);
    folder
}

/// Fails where two folders do not hold the same files with the same bytes.
#[track_caller]
fn same(expected: &Path, found: &Path) {
    let (expected, found) = (tables(expected), tables(found));
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&expected), names(&found), "the files of the dataset");
    for (name, bytes) in &expected {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(
            *bytes == found[name],
            "{name} differs (- expected, + found):\n{}\nWhere that is right: PALMARES_BLESS=1 cargo test --release",
            difference(&text(bytes), &text(&found[name])),
        );
    }
}

#[test]
fn the_committed_dataset_is_what_the_program_writes() {
    let folder = built(&[]);
    let committed = root().join("output");
    if bless() {
        fs::create_dir_all(&committed).expect("output/");
        for name in tables(&committed).keys() {
            fs::remove_file(committed.join(name)).expect("an old table");
        }
        for (name, bytes) in tables(folder.path()) {
            fs::write(committed.join(name), bytes).expect("a new table");
        }
    }
    same(&committed, folder.path());
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let (one, eight) = (built(&["--threads", "1"]), built(&["--threads", "8"]));
    same(one.path(), eight.path());
    same(built(&[]).path(), one.path());
}

#[test]
fn a_second_run_over_the_first_changes_nothing() {
    let (once, twice) = (built(&[]), built(&[]));
    let output = twice.path().to_string_lossy().into_owned();
    run(&root(), &["run", "corpus", "--output", &output]).ended(0);
    same(once.path(), twice.path());
}

#[test]
fn the_order_of_the_inputs_changes_nothing() {
    // The same articles, given one by one in two orders.
    let files = |reverse: bool| {
        let mut files: Vec<String> =
            contents(&root().join("corpus/en")).into_keys().map(|n| format!("corpus/en/{n}")).collect();
        if reverse {
            files.reverse();
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = folder.path().to_string_lossy().into_owned();
        let mut arguments = vec!["run", "--output", &output];
        arguments.extend(files.iter().map(String::as_str));
        run(&root(), &arguments).ended(0);
        folder
    };
    same(files(false).path(), files(true).path());
}

const OPEN: &str = "<!-- accuracy -->";
const CLOSE: &str = "<!-- /accuracy -->";

#[test]
fn the_readme_shows_the_measured_accuracy() {
    let page = fs::read_to_string(root().join("tests/gold/ACCURACY.md")).expect("tests/gold/ACCURACY.md");
    let table = page.lines().filter(|l| l.starts_with('|')).map(|l| format!("{l}\n")).collect::<String>();
    assert!(table.lines().count() > 5, "ACCURACY.md holds no table");
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("README.md");
    let (before, rest) = readme.split_once(OPEN).expect("the README's opening marker");
    let (shown, after) = rest.split_once(CLOSE).expect("the README's closing marker");
    if bless() {
        fs::write(&path, format!("{before}{OPEN}\n{table}{CLOSE}{after}")).expect("README.md");
        return assert_eq!(fs::read_to_string(&path).expect("README.md").matches(OPEN).count(), 1);
    }
    assert_eq!(shown.trim(), table.trim(), "README.md and ACCURACY.md differ; PALMARES_BLESS=1 cargo test --release");
}

#[test]
fn the_rows_that_the_readme_shows_are_in_the_dataset() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let (_, rest) = readme.split_once("<!-- rows -->").expect("the README's rows");
    let (block, _) = rest.split_once("<!-- /rows -->").expect("the end of the README's rows");
    let table = |name: &str| Table::read(&root().join("output").join(name));
    let (medals, licenses, evidence) = (table("medals.csv"), table("licenses.csv"), table("evidence.csv"));
    let quotes = evidence.cells(&["fact_id", "quote"]);
    // Of each fact its id and what the README shows of it.
    let mut facts: Vec<(&str, [String; 5])> = Vec::new();
    for row in
        medals.cells(&["fact_id", "athlete", "country", "count", "medal", "competition", "year", "sport", "status"])
    {
        let who = if row[1].is_empty() { row[2] } else { row[1] };
        let competition = format!("{} {}", row[5], row[6]);
        let what = format!("{} {}", row[3], row[4]);
        facts.push((
            row[0],
            [who.to_owned(), what, competition.trim().to_owned(), row[7].to_owned(), row[8].to_owned()],
        ));
    }
    for row in
        licenses.cells(&["fact_id", "athlete", "country", "holder", "count", "competition", "year", "sport", "status"])
    {
        let who = [row[1], row[2], row[3]].into_iter().find(|w| !w.is_empty()).unwrap_or_default();
        let what = format!("{} licence{}", row[4], if row[4] == "1" { "" } else { "s" });
        let competition = format!("{} {}", row[5], row[6]);
        facts.push((
            row[0],
            [who.to_owned(), what, competition.trim().to_owned(), row[7].to_owned(), row[8].to_owned()],
        ));
    }
    let rows: Vec<&str> = block.lines().filter(|l| l.starts_with("| ")).skip(2).collect();
    assert!(rows.len() >= 4, "README.md shows {} rows", rows.len());
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 6, "{row}");
        let there = facts.iter().any(|(id, fact)| fact[..] == cells[..5] && quotes.contains(&vec![id, cells[5]]));
        assert!(there, "README.md shows a row that output/ does not have; replace it by one that it has:\n{row}");
    }
}
