//! What several tests share.

#![allow(dead_code)] // every test uses a part of it

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use palmares::extract::{Dateline, Extraction, extract};
use palmares::rules::Packs;

/// The package.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// True where the committed files are to be written anew.
pub(crate) fn bless() -> bool {
    std::env::var_os("PALMARES_BLESS").is_some_and(|v| v == "1")
}

/// The program, to be run in `folder`.
pub(crate) fn palmares(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_palmares"));
    command.current_dir(folder).env_remove("RUST_BACKTRACE").env_remove("RAYON_NUM_THREADS");
    command
}

/// What the built-in pack of a language finds in a text.
pub(crate) fn extracted(language: &str, published: &str, text: &str) -> Extraction {
    static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::load(None).unwrap_or_else(|e| panic!("{e}")));
    let pack = PACKS.get(language).unwrap_or_else(|| panic!("no pack for {language}"));
    extract(text, &Dateline { published: published.to_owned(), body: 0 }, pack)
}

/// Who holds a medal or a licence: the athlete, else the country.
pub(crate) fn holder<'a>(athlete: &'a str, country: &'a str) -> &'a str {
    if athlete.is_empty() { country } else { athlete }
}

/// Who won what in which edition, sorted: "Anna Kiss gold Asian Championships 2016".
pub(crate) fn medals(language: &str, day: &str, text: &str) -> Vec<String> {
    let all = extracted(language, day, text).medals;
    let mut out: Vec<String> = all
        .into_iter()
        .map(|m| {
            let who = holder(&m.athlete, &m.country);
            let year = m.year.map(|y| y.to_string()).unwrap_or_default();
            let count = if m.count == 1 { String::new() } else { format!("{} ", m.count) };
            format!("{who} {count}{} {} {year}", m.medal, m.competition).trim().to_owned()
        })
        .collect();
    out.sort();
    out
}

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
        let ran = Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!ran.err.contains("panicked"), "the program panicked: {ran:#?}");
        ran
    }

    /// Fails, with what the program said, where it ended otherwise.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "exit code\n--- stdout\n{}\n--- stderr\n{}", self.out, self.err);
        self
    }

    /// Fails where stderr lacks one of the words.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Ran {
        for word in words {
            assert!(self.err.contains(word), "stderr does not say `{word}`:\n{}", self.err);
        }
        self
    }
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(palmares(folder).args(arguments).output().expect("the program starts"))
}

/// A table as the program wrote it.
pub(crate) struct Table {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn read(path: &Path) -> Table {
        let mut reader = csv::Reader::from_path(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let strings = |r: &csv::StringRecord| r.iter().map(str::to_owned).collect::<Vec<_>>();
        let columns = strings(reader.headers().unwrap_or_else(|e| panic!("{}: {e}", path.display())));
        let rows =
            reader.records().map(|r| strings(&r.unwrap_or_else(|e| panic!("{}: {e}", path.display())))).collect();
        Table { columns, rows }
    }

    /// The cells of some columns, row by row.
    pub(crate) fn cells(&self, columns: &[&str]) -> Vec<Vec<&str>> {
        let at: Vec<usize> = columns
            .iter()
            .map(|c| self.columns.iter().position(|own| own == c).unwrap_or_else(|| panic!("no column {c}")))
            .collect();
        self.rows.iter().map(|row| at.iter().map(|i| row[*i].as_str()).collect()).collect()
    }

    /// The one row in which `column` is `value`, as a function from column to cell.
    #[track_caller]
    pub(crate) fn row(&self, column: &str, value: &str) -> impl Fn(&str) -> String + use<> {
        let found: Vec<usize> =
            self.cells(&[column]).iter().enumerate().filter(|(_, c)| c[0] == value).map(|(i, _)| i).collect();
        assert_eq!(found.len(), 1, "rows with {column} = {value}: {:?}", self.rows);
        let (columns, row) = (self.columns.clone(), self.rows[found[0]].clone());
        move |column| columns.iter().position(|c| c == column).map(|i| row[i].clone()).expect("a column")
    }
}

/// All files of a folder, by name.
pub(crate) fn contents(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries
        .map(|e| e.expect("a readable folder"))
        .filter(|e| e.path().is_file())
        .map(|e| (e.file_name().to_string_lossy().into_owned(), fs::read(e.path()).expect("a readable file")))
        .collect()
}

/// The lines in which two texts differ, shortly.
pub(crate) fn difference(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let gone = old.iter().filter(|l| !new.contains(l)).map(|l| format!("  - {l}\n"));
    let come = new.iter().filter(|l| !old.contains(l)).map(|l| format!("  + {l}\n"));
    let (gone, come): (Vec<_>, Vec<_>) = (gone.collect(), come.collect());
    let more = |n: usize| if n > 20 { format!("  ... {} more\n", n - 20) } else { String::new() };
    let part = |lines: &[String]| lines.iter().take(20).cloned().collect::<String>() + &more(lines.len());
    part(&gone) + &part(&come)
}

/// A folder to work in.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn empty() -> Desk {
        Desk { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        run(self.folder.path(), arguments)
    }

    pub(crate) fn table(&self, name: &str) -> Table {
        Table::read(&self.path("output").join(name))
    }
}
