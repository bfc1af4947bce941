//! A dataset that grows, as a user sees it.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{Desk, Ran, Table, contents, palmares, root, run};

/// Reports of our own about one rower and one boxer.
const ROWER: &str = "\
date 2018-08-24
Yakovlev on the podium in Jakarta

Rower Vladislav Yakovlev won a silver medal for Kazakhstan at the 2018 Asian Games. He had trained with the team in \
the mountains for the whole of the summer, and his coach was pleased with the result.
";
const BOXER: &str = "\
date 2023-10-06
Second place for Kunkabayev in Hangzhou

Boxer Kamshybek Kunkabayev of Kazakhstan won the silver medal in the +92 kg at the 2022 Asian Games in Hangzhou, and he \
went home with a smile on his face after a long week in the ring.
";
const QUOTAS: &str = "\
date 2024-03-15
Three places so far

Kazakhstan has secured three quota places in boxing for the 2024 Olympic Games in Paris, the federation said on Friday. \
The last chance comes in Bangkok at the end of May, where the team hopes for better draws.
";

impl Desk {
    /// With one article, read.
    fn begun() -> Desk {
        let desk = Desk::empty();
        desk.file("news/rower.txt", ROWER);
        desk.run(&["run", "news"]).ended(0);
        desk
    }

    /// The articles of the dataset.
    #[track_caller]
    fn holds(&self, articles: &[&str]) {
        let table = self.table("articles.csv");
        let ids: Vec<&str> = table.cells(&["article_id"]).into_iter().map(|c| c[0]).collect();
        assert_eq!(ids, articles);
    }

    /// The id of the athlete of a name.
    #[track_caller]
    fn athlete(&self, name: &str) -> String {
        self.table("athletes.csv").row("name", name)("athlete_id")
    }

    /// The cells of one column of medals.csv.
    fn medals(&self, column: &str) -> Vec<String> {
        self.table("medals.csv").cells(&[column]).into_iter().map(|c| c[0].to_owned()).collect()
    }

    fn correct(&self, lines: &str) {
        self.file("output/corrections.csv", format!("action,table,id,column,value,note\n{lines}"));
    }

    fn tables(&self) -> BTreeMap<String, Vec<u8>> {
        tables(&self.path("output"))
    }
}

/// The tables of a folder, but for the changes of the last run and the user's own file.
fn tables(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = contents(folder);
    files.retain(|name, _| {
        name.ends_with(".csv") && !name.starts_with('.') && name != "changes.csv" && name != "corrections.csv"
    });
    files
}

// ---------------------------------------------------------------- growing

#[test]
fn new_articles_are_added_to_what_is_there() {
    let desk = Desk::begun();
    desk.file("new/boxer.txt", BOXER);
    let ran = desk.run(&["run", "new"]).ended(0);
    desk.holds(&["new/boxer", "news/rower"]);
    assert_eq!(desk.medals("athlete"), ["Kamshybek Kunkabayev", "Vladislav Yakovlev"]);
    assert!(ran.out.contains("3 added, 0 changed, 0 removed"), "{}", ran.out);
    let changes = desk.table("changes.csv");
    let mut told: Vec<_> = changes.cells(&["table", "change"]);
    told.sort_unstable();
    assert_eq!(told, [["articles", "added"], ["athletes", "added"], ["medals", "added"]]);
}

#[test]
fn a_run_over_the_same_articles_changes_nothing_and_says_so() {
    let desk = Desk::begun();
    let before = desk.tables();
    let ran = desk.run(&["run", "news"]).ended(0);
    assert!(before == desk.tables());
    assert!(ran.out.contains("0 added, 0 changed, 0 removed"), "{}", ran.out);
    assert_eq!(desk.table("changes.csv").rows.len(), 0);
}

#[test]
fn a_changed_file_replaces_its_article() {
    let desk = Desk::begun();
    desk.file("news/rower.txt", ROWER.replace("silver", "bronze"));
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("medal"), ["bronze"]);
    desk.holds(&["news/rower"]);
}

#[test]
fn a_path_written_in_another_way_is_the_same_article() {
    let desk = Desk::begun();
    let whole = desk.path("news/rower.txt").canonicalize().expect("a path").to_string_lossy().into_owned();
    let ran = desk.run(&["run", "./news/../news", "--output", "output"]).ended(0);
    assert!(ran.out.contains("0 added, 0 changed, 0 removed"), "{}", ran.out);
    // The folder may lie behind a link, in which case the whole path is another.
    if desk.folder.path().canonicalize().is_ok_and(|p| p == desk.folder.path()) {
        desk.run(&["run", &whole]).ended(0);
        desk.holds(&["news/rower"]);
    }
}

#[test]
fn an_article_that_has_moved_is_not_doubled() {
    let desk = Desk::begun();
    // The whole of it moves: dataset, articles, and the folder from which palmares is run.
    let other = tempfile::tempdir().expect("a temporary folder");
    for name in ["news", "output"] {
        fs::rename(desk.path(name), other.path().join(name)).expect("moved");
    }
    run(other.path(), &["run", "news"]).ended(0);
    let articles = Table::read(&other.path().join("output/articles.csv"));
    assert_eq!(articles.cells(&["article_id"]), [["news/rower"]]);
}

#[test]
fn two_articles_with_one_name_in_two_folders_are_both_kept() {
    let desk = Desk::begun();
    // From another folder, so that both paths read news/rower.txt.
    desk.file("elsewhere/news/rower.txt", BOXER);
    run(&desk.path("elsewhere"), &["run", "news", "--output", "../output"]).ended(0);
    let articles = desk.table("articles.csv");
    assert_eq!(articles.rows.len(), 2, "{:?}", articles.rows);
    assert_eq!(desk.medals("athlete"), ["Kamshybek Kunkabayev", "Vladislav Yakovlev"]);
}

#[test]
fn an_article_whose_file_is_gone_is_kept() {
    let desk = Desk::begun();
    fs::remove_file(desk.path("news/rower.txt")).expect("removed");
    desk.file("news/boxer.txt", BOXER);
    desk.run(&["run", "news"]).ended(0);
    desk.holds(&["news/boxer", "news/rower"]);
}

#[cfg(unix)]
#[test]
fn an_article_that_cannot_be_read_now_is_kept_as_it_was() {
    let desk = Desk::begun();
    fs::remove_file(desk.path("news/rower.txt")).expect("removed");
    std::os::unix::fs::symlink("rower.txt", desk.path("news/rower.txt")).expect("a link to itself");
    desk.file("news/boxer.txt", BOXER);
    desk.run(&["run", "news"]).ended(0).says(&["news/rower.txt", "cannot be read", "is kept"]);
    assert_eq!(desk.medals("athlete"), ["Kamshybek Kunkabayev", "Vladislav Yakovlev"]);
}

#[test]
fn fresh_builds_from_the_given_articles_alone() {
    let desk = Desk::begun();
    desk.file("new/boxer.txt", BOXER);
    desk.run(&["run", "new", "--fresh"]).ended(0);
    desk.holds(&["new/boxer"]);
    assert_eq!(desk.medals("athlete"), ["Kamshybek Kunkabayev"]);
    let changes = desk.table("changes.csv");
    assert!(changes.cells(&["id", "change"]).contains(&vec!["news/rower", "removed"]));
}

#[test]
fn forget_takes_articles_out_by_id_or_by_path() {
    let desk = Desk::begun();
    let before = desk.tables();
    desk.file("news/boxer.txt", BOXER);
    for name in ["news/boxer", "news/boxer.txt", "./news/boxer.txt"] {
        desk.run(&["run", "news"]).ended(0);
        desk.holds(&["news/boxer", "news/rower"]);
        desk.run(&["forget", name]).ended(0);
        assert!(before == desk.tables(), "forgotten as {name}");
    }
}

#[test]
fn forget_of_what_is_not_there_says_so_and_changes_nothing() {
    let desk = Desk::begun();
    let before = contents(&desk.path("output"));
    desk.run(&["forget", "news/rower", "news/nobody"]).ended(1).says(&[
        "news/nobody",
        "articles.csv",
        "nothing was changed",
    ]);
    assert!(before == contents(&desk.path("output")));
    desk.run(&["forget", "news/rower", "--output", "nowhere"]).ended(1).says(&["nowhere", "--output"]);
    assert!(!desk.path("nowhere").exists());
}

#[test]
fn new_packs_read_the_stored_texts_again() {
    let desk = Desk::begun();
    desk.file("news/laurels.txt", "date 2018-09-03\nAnna Kiss of Hungary wore the laurels in rowing at the 2018 Asian Games, and the crowd rose from its seats for a long while.\n");
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("athlete"), ["Vladislav Yakovlev"]);
    desk.file(
        "packs/en/rules-mine.toml",
        r#"
[[rule]]
id = "en.wore-laurels"
stage = 4
table = "medals"
match = "({PERSON}):who .*5 wore {DET} (laurels):medal"
set = { medal = "gold", basis = "title" }
priority = 20
yes = [{ text = "Anna Kiss wore the laurels at the 2018 Asian Games.", gives = ["Anna Kiss | won 1 gold | Asian Games 2018"] }]
no = ["Confusion wore the laurels at the 2018 Asian Games."]
"#
        .replace(".*5 ", "{^MEDAL}*5 "),
    );
    // The file itself is not needed any more.
    fs::remove_file(desk.path("news/laurels.txt")).expect("removed");
    desk.run(&["run", "news", "--packs", "packs"]).ended(0);
    assert_eq!(desk.medals("athlete"), ["Anna Kiss", "Vladislav Yakovlev"]);
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("athlete"), ["Vladislav Yakovlev"]);
}

#[test]
fn batches_give_the_bytes_of_a_build_from_scratch() {
    let once = tempfile::tempdir().expect("a temporary folder");
    let output = once.path().to_string_lossy().into_owned();
    run(&root(), &["run", "corpus", "--output", &output]).ended(0);
    let steps = tempfile::tempdir().expect("a temporary folder");
    let output = steps.path().to_string_lossy().into_owned();
    let mut files: Vec<String> = Vec::new();
    for language in fs::read_dir(root().join("corpus")).expect("corpus").flatten().map(|e| e.path()) {
        let name = language.file_name().expect("a name").to_string_lossy().into_owned();
        files.extend(contents(&language).into_keys().map(|n| format!("corpus/{name}/{n}")));
    }
    // Neither in order nor in equal parts.
    files.sort_by_key(|f| f.bytes().map(usize::from).sum::<usize>() % 17);
    for (n, part) in files.chunks(13).enumerate() {
        let mut arguments = vec!["run", "--output", &output, "--threads", if n % 2 == 0 { "1" } else { "8" }];
        arguments.extend(part.iter().map(String::as_str));
        run(&root(), &arguments).ended(0);
    }
    assert!(tables(once.path()) == tables(steps.path()), "the tables differ");
}

// ---------------------------------------------------------------- copies, conflicts

#[test]
fn a_report_in_two_outlets_is_one_witness() {
    let desk = Desk::begun();
    let body = ROWER.split_once("\n\n").expect("a body").1;
    desk.file("news/other.txt", format!("date 2018-08-25\nA medal on the lake\n\nJAKARTA. {body}"));
    let ran = desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("articles"), ["1"]);
    assert!(ran.out.contains("1 copy of others"), "{}", ran.out);
    // Both stand as evidence.
    let id = desk.medals("fact_id").remove(0);
    let evidence = desk.table("evidence.csv");
    assert_eq!(evidence.cells(&["fact_id"]).iter().filter(|c| c[0] == id).count(), 2);
    // Another report of the same medal is a second witness.
    desk.file("news/own.txt", "date 2018-08-25\nAt the 2018 Asian Games the Kazakh rower Vladislav Yakovlev won a silver medal, as our reporter saw from the bank of the lake.\n");
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("articles"), ["2"]);
}

#[test]
fn a_tally_of_the_games_and_one_of_a_sport_stay_two() {
    let desk = Desk::empty();
    desk.file("news/all.txt", "date 2021-08-09\nFrance leaves the Olympic Games in Tokyo with seven silver medals, the minister said on Sunday.\n");
    desk.file(
        "news/fencers.txt",
        "date 2021-08-02\nFencing. The French fencers won seven silver medals at the Olympic Games in Tokyo.\n",
    );
    desk.run(&["run", "news"]).ended(0);
    let tallies = desk.table("medals.csv");
    assert_eq!(tallies.cells(&["country", "count", "sport"]), [["FRA", "7", ""], ["FRA", "7", "fencing"]]);
}

#[test]
fn progress_is_no_conflict_and_contradiction_is() {
    let desk = Desk::begun();
    desk.file("news/march.txt", QUOTAS);
    desk.file("news/may.txt", QUOTAS.replace("2024-03-15", "2024-05-15").replace("three", "five"));
    desk.run(&["run", "news"]).ended(0);
    let counts = || desk.table("licenses.csv").cells(&["count"]).iter().map(|c| c[0].to_owned()).collect::<Vec<_>>();
    assert_eq!(counts(), ["3", "5"]);
    assert_eq!(desk.table("conflicts.csv").rows.len(), 0);
    desk.file("news/june.txt", QUOTAS.replace("2024-03-15", "2024-06-15").replace("three", "four"));
    desk.run(&["run", "news"]).ended(0);
    let conflicts = desk.table("conflicts.csv");
    assert_eq!(conflicts.cells(&["table", "values"]), [["licenses", "3 | 5 | 4"]]);
    // The user decides.
    let ids = conflicts.cells(&["fact_ids"])[0][0].to_owned();
    let wrong = ids.split(" | ").last().expect("an id").to_owned();
    desk.correct(&format!("reject,licenses,{wrong},,,a misprint\n"));
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.table("conflicts.csv").rows.len(), 0);
    assert_eq!(counts(), ["3", "5"]);
}

// ---------------------------------------------------------------- corrections

#[test]
fn corrections_are_laid_over_the_tables_and_taken_back() {
    let desk = Desk::begun();
    desk.file("news/boxer.txt", BOXER);
    desk.run(&["run", "news"]).ended(0);
    let before = desk.tables();
    let (rower, boxer) = (desk.athlete("Vladislav Yakovlev"), desk.athlete("Kamshybek Kunkabayev"));
    let fact = desk.table("medals.csv").row("athlete_id", &rower)("fact_id");

    desk.correct(&format!("set,medals,{fact},place,Palembang,\nset,athletes,{rower},name,Vlad Yakovlev,\n"));
    desk.run(&["run", "news"]).ended(0);
    let row = desk.table("medals.csv").row("fact_id", &fact);
    assert_eq!((row("place"), row("athlete")), ("Palembang".to_owned(), "Vlad Yakovlev".to_owned()));
    let changes = desk.table("changes.csv");
    assert!(changes.cells(&["id", "column", "after"]).contains(&vec![&*fact, "place", "Palembang"]));

    desk.correct(&format!("reject,medals,{fact},,,\n"));
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("athlete_id"), [boxer.as_str()]);
    assert!(desk.table("evidence.csv").cells(&["fact_id"]).iter().all(|c| c[0] != fact), "evidence of a rejected fact");

    desk.correct(&format!("reject,athletes,{rower},,,no athlete\n"));
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.table("athletes.csv").cells(&["athlete_id"]), [[boxer.as_str()]]);
    assert_eq!(desk.medals("athlete_id"), [boxer.as_str()]);

    desk.correct(&format!("merge,athletes,{rower},,{boxer},\n"));
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.medals("athlete_id"), [rower.as_str(), rower.as_str()]);

    fs::remove_file(desk.path("output/corrections.csv")).expect("removed");
    desk.run(&["run", "news"]).ended(0);
    assert!(before == desk.tables(), "the rows are not as before the corrections");
}

#[test]
fn an_athlete_is_split_in_two() {
    let desk = Desk::begun();
    desk.file("news/other.txt", "date 2019-06-01\nVladislav Yakovlev, the Kazakh para rower, won the gold medal at the 2018 Asian Para Games, and his club had waited long for it.\n");
    desk.run(&["run", "news"]).ended(0);
    let athletes = desk.table("athletes.csv");
    let ids: Vec<String> = athletes.cells(&["athlete_id"]).into_iter().map(|c| c[0].to_owned()).collect();
    assert_eq!(ids, ["kaz-vladislav-iakovlev"], "{:?}", athletes.rows);
    desk.correct("split,athletes,kaz-vladislav-iakovlev,sport,para rowing,\n");
    desk.run(&["run", "news"]).ended(0);
    let mut ids = desk.medals("athlete_id");
    ids.sort();
    assert_eq!(ids, ["kaz-vladislav-iakovlev", "kaz-vladislav-iakovlev-para-rowing"]);
}

#[test]
fn a_correction_that_no_longer_applies_is_reported_and_kept() {
    let desk = Desk::begun();
    let lines = "set,medals,medal:nobody,year,2018,\nmerge,athletes,kaz-vladislav-iakovlev,,kaz-nobody,\nreject,medals,medal:nothing,,,\n";
    desk.correct(lines);
    let before = fs::read(desk.path("output/corrections.csv")).expect("corrections.csv");
    let ran = desk.run(&["run", "news"]).ended(0);
    for part in ["line 2: set no longer applies", "`medal:nobody`", "line 3: merge", "`kaz-nobody`", "line 4: reject"] {
        assert!(ran.err.contains(part), "stderr does not say `{part}`:\n{}", ran.err);
    }
    assert!(!ran.err.contains("kaz-vladislav"), "what applies is not reported:\n{}", ran.err);
    assert_eq!(fs::read(desk.path("output/corrections.csv")).expect("corrections.csv"), before);
}

#[test]
fn a_mistake_in_a_correction_is_named_and_the_others_are_used() {
    let desk = Desk::begun();
    desk.correct("set,medals,x,colour,red,\nset,athletes,kaz-vladislav-iakovlev,gender,men,\nset,athletes,kaz-vladislav-iakovlev,sport,para rowing,\n");
    desk.run(&["run", "news"]).ended(0).says(&["corrections.csv line 2", "`colour`", "not used"]);
    assert_eq!(desk.table("athletes.csv").cells(&["sport"]), [["para rowing"]]);
}

#[test]
fn a_corrections_file_that_cannot_be_used_stops_the_run() {
    let desk = Desk::begun();
    let before = contents(&desk.path("output"));
    desk.file("output/corrections.csv", "what,is,this\n");
    desk.run(&["run", "news"]).ended(1).says(&["corrections.csv", "`action` is missing", "nothing was written"]);
    fs::remove_file(desk.path("output/corrections.csv")).expect("removed");
    assert!(before == contents(&desk.path("output")));
}

// ---------------------------------------------------------------- explain --athlete

#[test]
fn explain_athlete_shows_mentions_scores_and_neighbours() {
    let desk = Desk::begun();
    desk.file("news/b.txt", "date 2018-09-10\nWladislaw Jakowlew, a rower from Kazakhstan, won a silver medal at the 2018 Asian Games, and the people of his town were waiting at the station.\n");
    desk.file("news/c.txt", "date 2018-09-11\nThe Kazakh rower Dmitri Yakovlev won a bronze medal at the 2018 Asian Games, which he had not expected at all after a hard year.\n");
    desk.run(&["run", "news"]).ended(0);
    let ran = desk.run(&["explain", "--athlete", "kaz-vladislav-iakovlev"]).ended(0);
    for part in
        ["Vladislav Yakovlev [KAZ", "Wladislaw Jakowlew", "joined (from 5.0 on", "same name +4", "same sport +3"]
    {
        assert!(ran.out.contains(part), "`{part}` is not shown:\n{}", ran.out);
    }
    let ran = desk.run(&["explain", "--athlete", "kaz-yakovlev"]).ended(1).says(&["kaz-yakovlev", "athletes.csv"]);
    assert_eq!(ran.out, "");
    desk.run(&["explain", "--athlete", "kaz-vladislav-iakovlov"]).ended(1).says(&["no athlete has the id"]);
    desk.run(&["explain", "--athlete", "x", "--output", "nowhere"]).ended(1).says(&["nowhere"]);
    desk.run(&["explain", "--athlete", "x", "news/b.txt"]).ended(2);
}

// ---------------------------------------------------------------- what goes wrong

#[test]
fn a_damaged_store_is_named_and_nothing_is_touched() {
    let desk = Desk::begun();
    let store = desk.path("output/palmares.db");
    let good = fs::read(&store).expect("the store");
    let mut torn = good.clone();
    torn[100..2000].fill(0xA5);
    let foreign = {
        let path = desk.path("foreign.db");
        let db = rusqlite::Connection::open(&path).expect("a database");
        db.execute_batch("CREATE TABLE photos (id INTEGER)").expect("a table");
        drop(db);
        fs::read(path).expect("a database")
    };
    for (bytes, word) in [
        (b"this is no database, whatever its name says; it is a letter to the editor".to_vec(), "damaged"),
        (torn, "damaged"),
        (good[..good.len() / 2].to_vec(), "damaged"),
        (foreign, "did not make"),
    ] {
        fs::write(&store, &bytes).expect("a bad store");
        let before = contents(&desk.path("output"));
        desk.run(&["run", "news"]).ended(1).says(&["palmares.db", word]);
        assert!(before == contents(&desk.path("output")), "{word}: something was touched");
    }
    // Built anew on request; the bad file is kept.
    let ran = desk.run(&["run", "news", "--fresh"]).ended(0).says(&["kept as", "palmares.db.old-1"]);
    assert!(ran.err.contains("did not make"), "{}", ran.err);
    desk.holds(&["news/rower"]);
    assert!(desk.path("output/palmares.db.old-1").exists());
}

#[test]
fn a_store_of_a_newer_palmares_is_left_alone() {
    let desk = Desk::begun();
    let db = rusqlite::Connection::open(desk.path("output/palmares.db")).expect("the store");
    db.execute_batch("PRAGMA user_version = 99").expect("a version");
    drop(db);
    let before = contents(&desk.path("output"));
    desk.run(&["run", "news"]).ended(1).says(&["newer palmares", "version 99", "update palmares"]);
    assert!(before == contents(&desk.path("output")));
}

#[test]
fn a_second_run_waits_for_the_first_and_says_so() {
    use std::io::{BufRead, BufReader, Read};
    let desk = Desk::begun();
    desk.file("news/boxer.txt", BOXER);
    let held = palmares_store(&desk.path("output"));
    let mut child = palmares(desk.folder.path())
        .args(["run", "news"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut err = BufReader::new(child.stderr.take().expect("stderr"));
    let mut line = String::new();
    err.read_line(&mut line).expect("a line");
    assert!(line.contains("another run") && line.contains("waiting"), "{line}");
    assert!(child.try_wait().expect("a child").is_none(), "the second run did not wait");
    drop(held);
    let mut rest = String::new();
    err.read_to_string(&mut rest).expect("stderr");
    assert_eq!((child.wait().expect("a child").code(), rest.as_str()), (Some(0), ""));
    desk.holds(&["news/boxer", "news/rower"]);
}

fn palmares_store(folder: &Path) -> palmares::dataset::store::Store {
    palmares::dataset::store::Store::open(folder, || {}).unwrap_or_else(|e| panic!("{e}"))
}

/// Files may grow to so many blocks of 512 bytes: what a full disk does, without a disk to fill.
#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing() {
    let desk = Desk::begun();
    for n in 0..60 {
        desk.file(&format!("news/b{n}.txt"), BOXER.replace("Kunkabayev", &format!("Kunkabayev{}", "ev".repeat(n))));
    }
    let tables = desk.tables();
    let program = env!("CARGO_BIN_EXE_palmares");
    let mut failed = 0;
    for blocks in [1, 20, 60, 100, 200, 300, 400] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{program}' run news");
        let output = std::process::Command::new("sh").arg("-c").arg(&script).current_dir(desk.folder.path()).output();
        let ran = Ran::of(output.expect("a shell"));
        if ran.code == Some(0) {
            continue;
        }
        failed += 1;
        assert_eq!(ran.code, Some(1), "{blocks} blocks: {}", ran.err);
        assert!(ran.err.contains("the disk has room"), "{blocks} blocks: {}", ran.err);
        assert!(tables == desk.tables(), "{blocks} blocks: the tables are not as before");
        drop(palmares_store(&desk.path("output")));
    }
    assert!(failed >= 4, "the limit was felt {failed} times only");
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.table("articles.csv").rows.len(), 61);
    let left: Vec<String> = contents(&desk.path("output")).into_keys().filter(|n| n.starts_with('.')).collect();
    assert_eq!(left, Vec::<String>::new(), "files of the runs that failed");
}

/// Root writes into any folder, so this shows something to others only.
#[cfg(unix)]
#[test]
fn a_folder_that_is_read_only_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::begun();
    desk.file("news/boxer.txt", BOXER);
    let before = contents(&desk.path("output"));
    let set = |mode| fs::set_permissions(desk.path("output"), fs::Permissions::from_mode(mode)).expect("permissions");
    set(0o555);
    let writable = fs::write(desk.path("output/probe"), "").is_ok();
    let ran = desk.run(&["run", "news"]);
    set(0o755);
    if writable {
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    } else {
        ran.ended(1).says(&["output", "check that the folder is yours"]);
        assert!(before == contents(&desk.path("output")));
    }
}

// ---------------------------------------------------------------- kill -9

/// A small generator, so that the moments differ and a failure can be repeated.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// Microseconds after which no run is killed.
const MOST: u64 = 1_000_000;

/// Runs killed at so many moments.
const KILLS: u64 = 56;
/// Of which so many one after the other on one dataset.
const IN_A_ROW: u64 = 8;

#[test]
fn a_run_that_is_killed_loses_nothing() {
    let desk = Desk::begun();
    let corpus: Vec<String> =
        contents(&root().join("corpus/en")).into_values().map(|b| String::from_utf8_lossy(&b).into_owned()).collect();
    for n in 0..80 {
        // Each in its own words, so that not all are copies of seventeen.
        let text = &corpus[n % corpus.len()];
        let marked = text.replace(" the ", &format!(" the{} ", "o".repeat(n / corpus.len())));
        desk.file(&format!("more/{n:03}.txt"), marked);
    }
    let start = contents(&desk.path("output"));
    let small = ["run", "more", "--batch", "10"];
    let begun = std::time::Instant::now();
    desk.run(&small).ended(0);
    // Beside other tests the first run may take long; the later ones are killed while they are at work all the same.
    let mut whole = u64::try_from(begun.elapsed().as_micros()).expect("a time").min(MOST);
    let (before, after) = (tables_of(&start), desk.tables());
    let mut chance = Chance(7);
    let mut killed = 0;
    let mut seen: BTreeMap<bool, usize> = BTreeMap::new();
    while killed < KILLS {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = folder.path().to_string_lossy().into_owned();
        for (name, bytes) in &start {
            fs::write(folder.path().join(name), bytes).expect("a copy");
        }
        let arguments = [&small[..], &["--output", &output]].concat();
        for _ in 0..IN_A_ROW {
            let mut child = palmares(desk.folder.path())
                .args(&arguments)
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()
                .expect("the program starts");
            std::thread::sleep(std::time::Duration::from_micros(whole / 5 + chance.below(whole)));
            // On Unix this is kill -9.
            child.kill().expect("killed");
            if child.wait().expect("a child").code().is_none() {
                killed += 1;
            } else {
                // It ended before: the first run was slower than the others.
                whole = (whole * 3 / 4).max(1);
            }
            // The store opens, and each table is the old or the new one, whole.
            let store = palmares_store(folder.path());
            let articles = store.articles().expect("a number");
            assert!((1..=81).contains(&articles), "{articles} articles");
            drop(store);
            let now = tables(folder.path());
            assert_eq!(now.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
            for (name, bytes) in &now {
                let new = *bytes == after[name];
                assert!(new || *bytes == before[name], "{name} is neither the old nor the new one");
                *seen.entry(new).or_default() += 1;
            }
        }
        run(desk.folder.path(), &arguments).ended(0);
        assert!(tables(folder.path()) == after, "the run that ended gave other tables");
        let left: Vec<String> =
            contents(folder.path()).into_keys().filter(|n| n.starts_with('.') || n.ends_with("journal")).collect();
        assert_eq!(left, Vec::<String>::new(), "files of the runs that were killed");
    }
    assert!(seen[&false] > 0, "no run was killed before its end: {seen:?}");
}

fn tables_of(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    files
        .iter()
        .filter(|(n, _)| n.ends_with(".csv") && *n != "changes.csv")
        .map(|(n, b)| (n.clone(), b.clone()))
        .collect()
}
