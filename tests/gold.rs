//! How well the sample articles are read, held to the committed figures.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use palmares::commands::{Comparison, score};
use palmares::dataset::{self, Tables};
use palmares::pipeline::process;
use palmares::read::{self, Source};
use palmares::rules::Packs;
use palmares::vocabulary::World;
use serde_json::Value;
use support::{bless, difference, root, run};

/// The command that prints the table, and its file.
const COMMAND: &[&str] = &["eval", "tests/gold", "--text", "corpus"];
const FILE: &str = "tests/gold/ACCURACY.md";

/// The languages that have gold, and the names in each.
fn gold() -> BTreeMap<String, Vec<String>> {
    let names = |folder: PathBuf, ending: &str| -> Vec<String> {
        let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        let files = entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == ending));
        let mut names: Vec<String> =
            files.filter_map(|p| Some(p.file_stem()?.to_string_lossy().into_owned())).collect();
        names.sort();
        names
    };
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root().join("tests/gold")).expect("tests/gold").flatten().filter(|e| e.path().is_dir()) {
        let language = entry.file_name().to_string_lossy().into_owned();
        let gold = names(entry.path(), "json");
        assert_eq!(
            gold,
            names(root().join("corpus").join(&language), "txt"),
            "gold and corpus of {language} are not of the same names"
        );
        found.insert(language, gold);
    }
    assert!(found.contains_key("en") && found.contains_key("fr"), "gold of {:?} only", found.keys());
    found
}

/// The table that `palmares eval` prints, and a line for each missed or wrong fact.
fn measured() -> (String, Vec<String>) {
    let packs = Packs::load(None).unwrap_or_else(|e| panic!("{e}"));
    let mut items = Vec::new();
    for (language, names) in gold() {
        for name in names {
            let id = format!("{language}/{name}");
            let json = fs::read_to_string(root().join("tests/gold").join(format!("{id}.json"))).expect("gold");
            let gold = serde_json::from_str(&json).unwrap_or_else(|e| panic!("tests/gold/{id}.json: {e}"));
            let source = Source::of(&root().join("corpus").join(format!("{id}.txt")));
            items.push((id, gold, dataset::build(vec![process(&read::read(&source), &packs)])));
        }
    }
    let triples: Vec<(&str, &_, &Tables)> =
        items.iter().map(|(id, gold, tables)| (id.as_str(), gold, tables)).collect();
    let Comparison { scores, lines, .. } = score(&triples);
    (scores.to_string(), lines)
}

#[test]
fn the_figures_are_the_committed_ones() {
    let (table, lines) = measured();
    let page = format!("`palmares {}` prints:\n\n{table}", COMMAND.join(" "));
    let path = root().join(FILE);
    if bless() {
        fs::write(&path, &page).unwrap_or_else(|e| panic!("{FILE}: {e}"));
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == page,
        "the figures moved (- {FILE}, + now):\n{}\nPALMARES_BLESS=1 cargo test --release writes {FILE}, output/ and the \
         table of README.md anew. {} facts are missed or wrong; palmares {} --show lists them.",
        difference(&committed, &page),
        lines.len(),
        COMMAND.join(" "),
    );
}

#[test]
fn the_command_prints_these_figures() {
    let ran = run(&root(), COMMAND).ended(0);
    assert_eq!(ran.out, measured().0);
}

#[test]
fn the_samples_are_many_and_of_the_size_of_news() {
    for (language, names) in gold() {
        assert!(names.len() >= 15, "{language} has {} articles", names.len());
        let mut without = 0;
        for name in &names {
            let text = fs::read_to_string(root().join(format!("corpus/{language}/{name}.txt"))).expect("an article");
            let characters = text.trim().chars().count();
            assert!((500..=3_000).contains(&characters), "corpus/{language}/{name}.txt has {characters} characters");
            let gold = read_gold(&language, name);
            without += usize::from(TABLES.iter().all(|t| gold[*t].as_array().is_some_and(Vec::is_empty)));
        }
        assert!(
            without * 10 >= names.len() - 9 && without > 0,
            "{without} of {} in {language} are without a fact",
            names.len()
        );
    }
}

const TABLES: [&str; 3] = ["athletes", "medals", "licenses"];

fn read_gold(language: &str, name: &str) -> Value {
    let path = root().join(format!("tests/gold/{language}/{name}.json"));
    let json = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&json).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn gold_uses_canonical_names() {
    let world = World::get();
    let (countries, sports, competitions) = (world.names("country"), world.names("sport"), world.names("competition"));
    let set = |words: &[&'static str]| words.iter().copied().collect::<BTreeSet<&str>>();
    let closed = [
        ("medals", "medal", set(&["gold", "silver", "bronze", "total"])),
        ("medals", "status", set(&["won", "forecast", "target", "missed"])),
        ("medals", "basis", set(&["medal", "title"])),
        ("medals", "holder", set(&["athlete", "country"])),
        ("licenses", "status", set(&["secured", "target", "available", "missed"])),
        ("licenses", "holder", set(&["athlete", "country", "pool"])),
    ];
    let mut wrong = Vec::new();
    for (language, names) in gold() {
        for name in names {
            let gold = read_gold(&language, &name);
            let mut say = |what: String| wrong.push(format!("{language}/{name}: {what}"));
            if gold["language"] != language.as_str() {
                say(format!("language {}", gold["language"]));
            }
            let rows = |table: &str| gold[table].as_array().cloned().unwrap_or_default();
            let text = |row: &Value, column: &str| row[column].as_str().unwrap_or_default().to_owned();
            let athletes: BTreeSet<String> = rows("athletes").iter().map(|a| text(a, "name")).collect();
            for table in TABLES {
                for row in rows(table) {
                    for (column, names) in [("country", &countries), ("sport", &sports), ("competition", &competitions)]
                    {
                        let cell = text(&row, column);
                        if !cell.is_empty() && !names.contains(cell.as_str()) {
                            say(format!("{table}: unknown {column} `{cell}`"));
                        }
                    }
                    for (_, column, words) in closed.iter().filter(|(t, _, _)| *t == table) {
                        if !words.contains(text(&row, column).as_str()) {
                            say(format!("{table}: {column} `{}`", text(&row, column)));
                        }
                    }
                    if text(&row, "holder") == "athlete" && !athletes.contains(&text(&row, "who")) {
                        say(format!("{table}: `{}` is not among its athletes", text(&row, "who")));
                    }
                    // "None of them won gold" is a debatable row, with a count of 0 that nobody is asked for.
                    let none = row["count"] == 0 && text(&row, "status") == "missed" && row["required"] == false;
                    if table != "athletes" && !none && row["count"].as_u64().is_none_or(|n| n == 0) {
                        say(format!("{table}: count {}", row["count"]));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn articles_to_measure_on_are_whole() {
    let mut folders = vec![root().join("eval")];
    let mut pairs = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "json") {
                let shown = path.display();
                let text = fs::read_to_string(path.with_extension("txt")).unwrap_or_else(|e| panic!("{shown}: {e}"));
                assert!(!text.trim().is_empty(), "{shown}: the article is empty");
                let json = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{shown}: {e}"));
                let gold: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{shown}: {e}"));
                let rows = |table: &str| gold[table].as_array().cloned().unwrap_or_default();
                let names: Vec<_> = rows("athletes").iter().map(|a| a["name"].clone()).collect();
                for fact in rows("medals").iter().chain(&rows("licenses")).filter(|f| f["holder"] == "athlete") {
                    assert!(names.contains(&fact["who"]), "{shown}: {} is not among the athletes", fact["who"]);
                }
                pairs += 1;
            }
        }
    }
    assert!(pairs > 100, "{pairs} articles only");
}
