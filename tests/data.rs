//! The data is in order: form of every CSV, canonical names, editions, host cities.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use palmares::rules::Sources;

const LANGUAGES: &str = "src/languages";
const WORLD: &str = "src/vocabulary/data";

/// Values of a facet that are no names but ask for one, of the edition hosted by a place or of the medal named before, or
/// say that no list has it.
const NO_NAMES: &[&str] = &["hosted", "previous", "unlisted"];

/// A CSV file: its comment, its columns, its rows with the lines they stand on.
struct Csv {
    path: PathBuf,
    text: String,
    columns: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Csv {
    fn read(path: &Path) -> Csv {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let fail = |e: csv::Error| -> ! { panic!("{}: {e}", path.display()) };
        let columns = reader.headers().unwrap_or_else(|e| fail(e)).iter().map(str::to_owned).collect();
        let rows = reader
            .records()
            .map(|r| r.unwrap_or_else(|e| fail(e)))
            .map(|r| (r.position().map_or(0, csv::Position::line), r.iter().map(str::to_owned).collect()))
            .collect();
        Csv { path: path.to_owned(), columns, rows, text }
    }

    /// A table of the world.
    fn world(name: &str) -> Csv {
        Csv::read(&root().join(WORLD).join(name))
    }

    fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap_or(&self.path).to_string_lossy().replace('\\', "/")
    }

    /// The comment lines above the header.
    fn head(&self) -> String {
        self.text.lines().take_while(|l| l.starts_with('#')).collect::<Vec<_>>().join("\n")
    }

    fn column(&self, name: &str) -> usize {
        let found = self.columns.iter().position(|c| c == name);
        found.unwrap_or_else(|| panic!("{} has no column {name}", self.name()))
    }

    /// Line and value of a column's cells.
    fn cells(&self, name: &str) -> impl Iterator<Item = (u64, &str)> {
        let at = self.column(name);
        self.rows.iter().map(move |(line, row)| (*line, row[at].as_str()))
    }

    fn set(&self, name: &str) -> BTreeSet<&str> {
        self.cells(name).map(|(_, value)| value).collect()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for path in entries.map(|e| e.expect("a readable folder").path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|x| x == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The folders of the languages, without `common`.
fn languages() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(LANGUAGES)).expect("the languages");
    let mut folders: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.retain(|p| !p.ends_with("common"));
    folders.sort();
    folders
}

fn all() -> Vec<Csv> {
    let mut paths = files(&root().join(LANGUAGES), "csv");
    paths.extend(files(&root().join(WORLD), "csv"));
    assert!(paths.len() >= 20, "only {} CSV files found", paths.len());
    paths.iter().map(|p| Csv::read(p)).collect()
}

/// The tables of one name in every language, with the language's code.
fn tables(name: &str) -> Vec<(String, Csv)> {
    let found: Vec<(String, Csv)> = languages()
        .into_iter()
        .filter(|f| f.join(name).exists())
        .map(|f| (f.file_name().unwrap_or_default().to_string_lossy().into_owned(), Csv::read(&f.join(name))))
        .collect();
    assert!(!found.is_empty(), "no language has a {name}");
    found
}

/// Fails with all that is wrong, not with the first.
fn nothing(what: &str, wrong: &[String]) {
    let shown = wrong.iter().take(40).map(|w| format!("  {w}\n")).collect::<String>();
    assert!(wrong.is_empty(), "{what}: {}\n{shown}", wrong.len());
}

#[test]
fn rows_are_sorted_by_the_bytes_of_their_columns() {
    let mut wrong = Vec::new();
    for csv in all() {
        for pair in csv.rows.windows(2) {
            let ((_, before), (line, row)) = (&pair[0], &pair[1]);
            if row < before {
                wrong.push(format!("{}:{line}: `{}` stands behind `{}`", csv.name(), row.join(","), before.join(",")));
            }
        }
    }
    nothing("rows out of order", &wrong);
}

#[test]
fn no_row_stands_twice() {
    let mut wrong = Vec::new();
    for csv in all() {
        let mut seen = BTreeMap::new();
        for (line, row) in &csv.rows {
            if let Some(first) = seen.insert(row, line) {
                wrong.push(format!("{}:{line}: as line {first}: {}", csv.name(), row.join(",")));
            }
        }
    }
    nothing("repeated rows", &wrong);
}

#[test]
fn keys_are_unique() {
    // Tables in which the first column alone names the row; the others need more columns.
    let single = [
        "given_names.csv",
        "surname_gender.csv",
        "surnames_asian.csv",
        "tags.csv",
        "countries.csv",
        "regions.csv",
        "roles.csv",
        "sports.csv",
        "competitions.csv",
        "nocs.csv",
    ];
    let double = ["disciplines.csv", "places.csv", "events.csv", "editions.csv"];
    let mut wrong = Vec::new();
    for csv in all() {
        let file = csv.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let width = if single.contains(&file.as_str()) {
            1
        } else if double.contains(&file.as_str()) {
            2
        } else {
            continue;
        };
        let mut seen = BTreeMap::new();
        for (line, row) in &csv.rows {
            if let Some(first) = seen.insert(&row[..width], line) {
                wrong.push(format!("{}:{line}: as line {first}: {}", csv.name(), row[..width].join(",")));
            }
        }
    }
    nothing("repeated keys", &wrong);
}

#[test]
fn files_have_lf_line_ends_and_no_mark() {
    let mut paths = files(&root().join(LANGUAGES), "csv");
    paths.extend(files(&root().join(LANGUAGES), "toml"));
    paths.extend(files(&root().join(WORLD), "csv"));
    let mut wrong = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let name = path.display();
        if text.contains('\r') {
            wrong.push(format!("{name}: a carriage return"));
        }
        if text.starts_with('\u{FEFF}') {
            wrong.push(format!("{name}: a byte order mark"));
        }
        if !text.ends_with('\n') || text.ends_with("\n\n") {
            wrong.push(format!("{name}: must end with one line end"));
        }
    }
    nothing("wrong line ends", &wrong);
}

#[test]
fn cells_have_no_stray_spaces_and_lists_no_empty_entries() {
    let mut wrong = Vec::new();
    for csv in all() {
        for (line, row) in &csv.rows {
            for (cell, column) in row.iter().zip(&csv.columns).filter(|(c, _)| !c.is_empty()) {
                if cell.split('|').any(|part| part.is_empty() || part != part.trim()) {
                    wrong.push(format!("{}:{line}: {column} is `{cell}`", csv.name()));
                }
            }
        }
    }
    nothing("cells with stray spaces or empty entries", &wrong);
}

#[test]
fn every_list_names_its_source_in_a_comment_at_its_head() {
    // How the heads name a source; the alphabet of the rules is nobody else's list.
    let sources = ["Source", "IOC", "IPC", "CIO", "federations", "IBA"];
    let own = "src/languages/common/tags.csv";
    let mut wrong = Vec::new();
    for csv in all() {
        let head = csv.head();
        if head.is_empty() {
            wrong.push(format!("{}: no comment at its head", csv.name()));
        } else if csv.name() != own && !sources.iter().any(|s| head.contains(s)) {
            wrong.push(format!("{}: the comment names no source; add a line `# Source: ...`", csv.name()));
        }
    }
    nothing("lists without a source", &wrong);
}

/// Checks that the cells of a column, where not empty, are names that exist.
fn known(wrong: &mut Vec<String>, csv: &Csv, column: &str, names: &BTreeSet<&str>) {
    for (line, cell) in csv.cells(column) {
        for name in cell.split('|').filter(|n| !n.is_empty() && !names.contains(n)) {
            wrong.push(format!("{}:{line}: unknown {column} `{name}`", csv.name()));
        }
    }
}

#[test]
fn the_lists_of_the_world_agree_with_each_other() {
    let (nocs, sports) = (Csv::world("nocs.csv"), Csv::world("sports.csv"));
    let (competitions, events) = (Csv::world("competitions.csv"), Csv::world("events.csv"));
    let codes = nocs.set("code");
    let (sport, competition) = (sports.set("sport"), competitions.set("competition"));
    let mut wrong = Vec::new();
    known(&mut wrong, &nocs, "successor", &codes);
    known(&mut wrong, &events, "sports", &sport);
    known(&mut wrong, &Csv::world("weight_classes.csv"), "sport", &sport);
    for editions in [Csv::world("editions.csv"), Csv::world("championships.csv")] {
        known(&mut wrong, &editions, "competition", &competition);
        known(&mut wrong, &editions, "country", &codes);
    }
    known(&mut wrong, &Csv::world("championships.csv"), "sport", &sport);
    // What a sport refines is another word: a vaguer sport, or the name of a family of sports.
    for (line, general) in sports.cells("general").filter(|(_, g)| !g.is_empty()) {
        if sports.rows.iter().any(|(l, row)| *l == line && row[0] == general) {
            wrong.push(format!("sports.csv:{line}: `{general}` refines itself"));
        }
    }
    nothing("names that do not exist", &wrong);
    assert!(
        codes.iter().all(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase())),
        "codes are three capitals"
    );
    assert_eq!(nocs.cells("kind").filter(|(_, k)| *k == "noc").count(), 206, "National Olympic Committees");
}

#[test]
fn closed_columns_hold_only_their_words() {
    let allowed: &[(&str, &str, &[&str])] = &[
        ("nocs.csv", "kind", &["noc", "npc", "historical", "neutral", "cgf", "territory"]),
        ("nocs.csv", "region", &["African", "Asian", "European", "Oceania", "Pan American", ""]),
        ("sports.csv", "season", &["summer", "winter", "para", "other"]),
        ("competitions.csv", "kind", &["games", "championships", "cup", "qualifier"]),
        ("competitions.csv", "season", &["summer", "winter", "para", "winter para", "any"]),
        ("weight_classes.csv", "gender", &["men", "women", "mixed", ""]),
    ];
    let mut wrong = Vec::new();
    for (file, column, words) in allowed {
        let csv = Csv::world(file);
        let strange = csv.cells(column).filter(|(_, w)| !words.contains(w));
        wrong.extend(strange.map(|(line, w)| format!("{file}:{line}: {column} `{w}`")));
    }
    for (_, roles) in tables("roles.csv") {
        let strange = roles.cells("tag").filter(|(_, w)| !["OFFICIAL", "ATHLETEROLE"].contains(w));
        wrong.extend(strange.map(|(line, w)| format!("{}:{line}: tag `{w}`", roles.name())));
        let strange = roles.cells("gender").filter(|(_, w)| !["m", "f", ""].contains(w));
        wrong.extend(strange.map(|(line, w)| format!("{}:{line}: gender `{w}`", roles.name())));
    }
    nothing("words that the column does not have", &wrong);
}

#[test]
fn every_canonical_name_in_a_pack_exists() {
    let (nocs, sports) = (Csv::world("nocs.csv"), Csv::world("sports.csv"));
    let (competitions, events) = (Csv::world("competitions.csv"), Csv::world("events.csv"));
    let mut wrong = Vec::new();
    let columns = [
        ("countries.csv", "code", nocs.set("code")),
        ("places.csv", "country", nocs.set("code")),
        ("sports.csv", "sport", sports.set("sport")),
        ("disciplines.csv", "sport", sports.set("sport")),
        ("events.csv", "event", events.set("event")),
        ("events.csv", "sports", sports.set("sport")),
        ("competitions.csv", "competition", competitions.set("competition")),
    ];
    for (file, column, names) in &columns {
        for (_, csv) in tables(file) {
            known(&mut wrong, &csv, column, names);
        }
    }
    // A region or an age group must be the first word of some competition.
    for (_, csv) in tables("regions.csv") {
        for (line, region) in csv.cells("region") {
            if !competitions.set("competition").iter().any(|c| c.starts_with(&format!("{region} "))) {
                wrong.push(format!("{}:{line}: no competition begins with `{region}`", csv.name()));
            }
        }
    }
    nothing("names that do not exist", &wrong);
}

/// Every `set` of a TOML file, however deep.
fn sets<'a>(value: &'a toml::Value, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match (key.as_str(), value) {
                    ("set", toml::Value::Table(set)) => {
                        found.extend(set.iter().filter_map(|(k, v)| Some((k.as_str(), v.as_str()?))));
                    }
                    _ => sets(value, found),
                }
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|v| sets(v, found)),
        _ => {}
    }
}

#[test]
fn every_canonical_name_that_a_term_or_rule_sets_exists() {
    let (nocs, sports) = (Csv::world("nocs.csv"), Csv::world("sports.csv"));
    let (competitions, events) = (Csv::world("competitions.csv"), Csv::world("events.csv"));
    let names = BTreeMap::from([
        ("country", nocs.set("code")),
        ("sport", sports.set("sport")),
        ("competition", competitions.set("competition")),
        ("also", competitions.set("competition")),
        ("qualifier", competitions.set("competition")),
        ("event", events.set("event")),
        ("medal", BTreeSet::from(["gold", "silver", "bronze", "total"])),
        ("gender", BTreeSet::from(["women", "men", "mixed"])),
        ("basis", BTreeSet::from(["medal", "title"])),
        ("status", BTreeSet::from(["won", "secured", "target", "forecast", "missed", "available"])),
        ("holder", BTreeSet::from(["athlete", "country", "pool"])),
        ("role", BTreeSet::from(["athlete", "official", "other"])),
        ("season", BTreeSet::from(["summer", "winter", "para", "winter para"])),
    ]);
    // "100 m butterfly" is a distance and a discipline.
    let table = Csv::read(&root().join(LANGUAGES).join("en/disciplines.csv"));
    let disciplines = table.set("discipline");
    let composed = |name: &str| {
        let (metres, discipline) = name.split_once(" m ").unwrap_or_default();
        metres.parse::<u32>().is_ok() && disciplines.contains(discipline)
    };
    let (mut wrong, mut checked) = (Vec::new(), 0);
    for path in files(&root().join(LANGUAGES), "toml") {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let value: toml::Value = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut found = Vec::new();
        sets(&value, &mut found);
        for (field, value) in found {
            // Templates (`{count} kg`) and emptied fields name nothing.
            let Some(names) = names.get(field).filter(|_| !value.is_empty() && !value.contains('{')) else { continue };
            checked += 1;
            let event = field == "event" && composed(value);
            if !names.contains(value) && !event && !NO_NAMES.contains(&value) {
                wrong.push(format!("{}: unknown {field} `{value}`", path.display()));
            }
        }
    }
    nothing("names that do not exist", &wrong);
    assert!(checked > 20, "only {checked} values seen");
}

#[test]
fn every_committee_sport_and_competition_has_a_name_in_every_language() {
    let lists = [("nocs.csv", "countries.csv"), ("sports.csv", "sports.csv"), ("competitions.csv", "competitions.csv")];
    let mut wrong = Vec::new();
    for (list, table) in lists {
        let world = Csv::world(list);
        for folder in languages() {
            let csv = Csv::read(&folder.join(table));
            let named: BTreeSet<&str> = csv
                .rows
                .iter()
                .filter(|(_, r)| r[1..].iter().any(|c| !c.is_empty()))
                .map(|(_, r)| r[0].as_str())
                .collect();
            let missing = world.rows.iter().map(|(_, r)| r[0].as_str()).filter(|n| !named.contains(n));
            wrong.extend(missing.map(|n| format!("{}: `{n}` has no name", csv.name())));
        }
    }
    nothing("things without a name", &wrong);
}

#[test]
fn editions_have_plausible_dates() {
    // Until 1928 the Games went on for months; later the longest were those of 1984, in two countries.
    const LONG_AGO: i32 = 1928;
    let mut wrong = Vec::new();
    for editions in [Csv::world("editions.csv"), Csv::world("championships.csv")] {
        let at = |name| editions.column(name);
        let (competition, year, city, start, end) = (at("competition"), at("year"), at("city"), at("start"), at("end"));
        let mut dates: BTreeMap<String, Vec<(Date, Date, u64)>> = BTreeMap::new();
        for (line, row) in &editions.rows {
            let mut say =
                |what: String| wrong.push(format!("{}:{line}: {}: {what}", editions.name(), row[competition]));
            if row[city].is_empty() {
                say("no city".to_owned());
            }
            let Ok(official) = row[year].parse::<i32>() else {
                say(format!("the year `{}`", row[year]));
                continue;
            };
            if !(1890..=2040).contains(&official) {
                say(format!("the year {official}"));
            }
            match (row[start].as_str(), row[end].as_str()) {
                ("", "") => {}
                ("", _) | (_, "") => say("only one of its two dates".to_owned()),
                (first, last) => {
                    let (Ok(first), Ok(last)) = (first.parse::<Date>(), last.parse::<Date>()) else {
                        say(format!("dates {first} and {last}"));
                        continue;
                    };
                    let days = (last - first).get_days();
                    let longest = if official <= LONG_AGO { 200 } else { 46 };
                    if !(0..=longest).contains(&days) {
                        say(format!("{days} days from {first} to {last}"));
                    }
                    // Held in its year, or put off by the pandemic, or opened in the December before.
                    let held = i32::from(first.year());
                    if held != official && i32::from(last.year()) != official && !(2019..=2023).contains(&official) {
                        say(format!("the edition of {official} began {first}"));
                    }
                    if !(-1..=2).contains(&(held - official)) {
                        say(format!("the edition of {official} began {first}"));
                    }
                    let sport = editions.columns.iter().position(|c| c == "sport").map_or("", |i| row[i].as_str());
                    dates.entry(format!("{} {sport}", row[competition])).or_default().push((first, last, *line));
                }
            }
        }
        // Two editions of multi-sport games are never on at once.
        if editions.name().ends_with("editions.csv") {
            for spans in dates.values_mut() {
                spans.sort();
                for pair in spans.windows(2).filter(|p| p[1].0 <= p[0].1) {
                    wrong.push(format!("{}: lines {} and {} overlap", editions.name(), pair[0].2, pair[1].2));
                }
            }
        }
    }
    nothing("implausible editions", &wrong);
}

#[test]
fn well_known_editions_are_right() {
    let editions = Csv::world("editions.csv");
    let has = |row: [&str; 6]| editions.rows.iter().any(|(_, r)| r.iter().map(String::as_str).eq(row));
    // After the lists of the IOC, the IPC and the OCA.
    for row in [
        ["Olympic Games", "1896", "Athens", "GRE", "1896-04-06", "1896-04-15"],
        ["Olympic Games", "2016", "Rio de Janeiro", "BRA", "2016-08-05", "2016-08-21"],
        ["Olympic Games", "2020", "Tokyo", "JPN", "2021-07-23", "2021-08-08"],
        ["Olympic Games", "2024", "Paris", "FRA", "2024-07-26", "2024-08-11"],
        ["Paralympic Games", "2024", "Paris", "FRA", "2024-08-28", "2024-09-08"],
        ["Winter Olympic Games", "2022", "Beijing", "CHN", "2022-02-04", "2022-02-20"],
        ["Asian Games", "2022", "Hangzhou", "CHN", "2023-09-23", "2023-10-08"],
        ["Commonwealth Games", "2022", "Birmingham", "GBR", "2022-07-28", "2022-08-08"],
    ] {
        assert!(has(row), "editions.csv lacks {}", row.join(","));
    }
}

#[test]
fn every_games_of_the_families_asked_for_is_there() {
    let editions = Csv::world("editions.csv");
    let count = |name: &str| editions.cells("competition").filter(|(_, c)| *c == name).count();
    // Held or awarded, from the first to Los Angeles 2028: numbers of the Olympiads that were not cancelled.
    let olympic: Vec<i32> = editions
        .rows
        .iter()
        .filter(|(_, r)| r[0] == "Olympic Games")
        .filter_map(|(_, r)| r[1].parse().ok())
        .filter(|y| *y <= 2028)
        .collect();
    let expected: Vec<i32> = (1896..=2028).step_by(4).filter(|y| ![1916, 1940, 1944].contains(y)).collect();
    assert_eq!(olympic.iter().filter(|y| **y != 1906).copied().collect::<Vec<_>>(), expected);
    for (name, least) in [
        ("Winter Olympic Games", 25),
        ("Paralympic Games", 17),
        ("Winter Paralympic Games", 14),
        ("Youth Olympic Games", 3),
        ("Winter Youth Olympic Games", 4),
        ("Asian Games", 19),
        ("European Games", 3),
        ("Pan American Games", 19),
        ("African Games", 13),
        ("Commonwealth Games", 22),
    ] {
        assert!(count(name) >= least, "{name}: {} editions, at least {least} were held", count(name));
    }
}

#[test]
fn every_host_city_has_a_name_in_every_language() {
    let editions = Csv::world("editions.csv");
    let cities = editions.set("city");
    let mut wrong = Vec::new();
    for folder in languages() {
        let places = Csv::read(&folder.join("places.csv"));
        let named = places.set("city");
        wrong.extend(cities.iter().filter(|c| !named.contains(*c)).map(|c| format!("{}: no {c}", places.name())));
        let nameless = places.cells("names").filter(|(_, n)| n.is_empty());
        wrong.extend(nameless.map(|(line, _)| format!("{}:{line}: no name", places.name())));
    }
    nothing("host cities without a name", &wrong);
}

#[test]
fn the_embedded_packs_are_those_of_the_source_tree() {
    let embedded = Sources::embedded().expect("the embedded packs are UTF-8");
    let mut wrong = Vec::new();
    for folder in fs::read_dir(root().join(LANGUAGES)).expect("the languages").flatten().map(|e| e.path()) {
        let code = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for path in fs::read_dir(&folder).expect("a language").flatten().map(|e| e.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("UTF-8");
            if embedded.file(&code, &name).is_none_or(|f| f.text != text) {
                wrong.push(format!("{code}/{name}"));
            }
        }
    }
    nothing("files that the binary does not have; run `touch src/rules/source.rs` and build again", &wrong);
}
