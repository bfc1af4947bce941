//! The user's corrections: read at every run, never written.
//!
//! Nothing is changed in the store for a correction; it is laid over the rows as they are worked out, so that taking
//! it back restores them.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::{Edits, Split};
use super::rows::Table;
use crate::vocabulary::fnv64;

/// The name of the file, in the folder of the dataset.
pub const FILE: &str = "corrections.csv";

/// The columns of the file.
pub const COLUMNS: [&str; 6] = ["action", "table", "id", "column", "value", "note"];

/// What is done to one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Patch {
    /// Cells by their column, with the line that sets them.
    pub(super) cells: BTreeMap<String, String>,
    /// The row is left out.
    pub(super) rejected: bool,
    /// The row is right: it is in no conflict.
    pub(super) confirmed: bool,
}

/// The corrections of a file.
#[derive(Debug, Clone, Default)]
pub struct Corrections {
    pub(super) edits: Edits,
    pub(super) patches: BTreeMap<(Table, String), Patch>,
    /// Where each id that a correction speaks of stands.
    lines: Vec<(u64, Option<Table>, String, &'static str)>,
    /// Lines that are no correction, with the remedy.
    pub problems: Vec<String>,
    digest: String,
}

/// Why a corrections file cannot be used at all.
#[derive(Debug, thiserror::Error)]
#[error("{FILE}: {0}")]
pub struct CorrectionsError(String);

impl Corrections {
    /// Reads a file's text; commas or, as some spreadsheets write, semicolons.
    ///
    /// # Errors
    /// Where it is not UTF-8, is no CSV, or lacks a column.
    pub fn parse(bytes: &[u8]) -> Result<Corrections, CorrectionsError> {
        let text = std::str::from_utf8(bytes)
            .map_err(|e| CorrectionsError(format!("not UTF-8 (byte {}); save it as CSV UTF-8", e.valid_up_to())))?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut out = Corrections { digest: format!("{:016x}", fnv64(text.as_bytes(), 0)), ..Corrections::default() };
        if text.trim().is_empty() {
            return Ok(out);
        }
        let first = text.lines().next().unwrap_or_default();
        let delimiter = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().map_err(|e| CorrectionsError(e.to_string()))?.clone();
        let mut at = [0; COLUMNS.len()];
        for (place, name) in at.iter_mut().zip(COLUMNS) {
            let found = header.iter().position(|h| h.trim() == name);
            *place = match (found, name) {
                (Some(i), _) => i,
                (None, "note") => usize::MAX,
                (None, _) => {
                    let line = COLUMNS.join(",");
                    return Err(CorrectionsError(format!(
                        "line 1: the column `{name}` is missing; the columns are {line}"
                    )));
                }
            };
        }
        for record in reader.records() {
            let record = record.map_err(|e| CorrectionsError(e.to_string()))?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |i: usize| record.get(at[i]).unwrap_or_default().trim();
            if record.iter().all(|c| c.trim().is_empty()) {
                continue;
            }
            let id = cell(2).trim_start_matches('\'');
            if let Err(problem) = out.add(line, cell(0), cell(1), id, cell(3), cell(4)) {
                out.problems.push(format!("{FILE} line {line}: {problem}; the line was not used"));
            }
        }
        Ok(out)
    }

    fn add(&mut self, line: u64, action: &str, table: &str, id: &str, column: &str, value: &str) -> Result<(), String> {
        if id.is_empty() {
            return Err("the id is missing".into());
        }
        let of = match (table, action) {
            ("", "merge" | "split") => Table::Athletes,
            _ => Table::from_name(table)
                .filter(|t| matches!(t, Table::Athletes | Table::Medals | Table::Licenses))
                .ok_or_else(|| format!("`{table}` is no table; athletes, medals or licenses"))?,
        };
        match action {
            "merge" | "split" if of != Table::Athletes => return Err(format!("{action} is for athletes only")),
            "merge" if value.is_empty() || value == id => {
                return Err("merge needs the id of the other athlete in the column value".into());
            }
            "merge" => {
                self.edits.merges.push((id.to_owned(), value.to_owned()));
                self.lines.push((line, None, value.to_owned(), "merge"));
                self.lines.push((line, None, id.to_owned(), "merge"));
                return Ok(());
            }
            "split" => {
                if !["name", "country", "gender", "sport"].contains(&column) || value.is_empty() {
                    return Err("split needs a column (name, country, gender or sport) and the value in it of those \
                                mentions that are another person"
                        .into());
                }
                self.edits.splits.push(Split { id: id.into(), column: column.into(), value: value.into() });
                self.lines.push((line, None, id.to_owned(), "split"));
                return Ok(());
            }
            "set" => {
                let known = of.columns().iter().position(|c| *c == column);
                if known.is_none_or(|i| i == 0) || matches!(column, "athlete_id" | "articles") {
                    let free: Vec<&str> = of.columns()[1..]
                        .iter()
                        .copied()
                        .filter(|c| !matches!(*c, "athlete_id" | "articles"))
                        .collect();
                    return Err(format!("`{column}` cannot be set in {}; one of {}", of.name(), free.join(", ")));
                }
                let number = matches!(column, "count" | "year" | "year_to" | "sports" | "qualifier_year");
                if number && value.parse::<u32>().is_err() && !(value.is_empty() && column != "count") {
                    return Err(format!("`{column}` is a whole number, not `{value}`"));
                }
                let patch = self.patches.entry((of, id.to_owned())).or_default();
                patch.cells.insert(column.to_owned(), value.to_owned());
                self.lines.push((line, Some(of), id.to_owned(), "set"));
            }
            "reject" => {
                self.patches.entry((of, id.to_owned())).or_default().rejected = true;
                self.lines.push((line, Some(of), id.to_owned(), "reject"));
            }
            "confirm" => {
                self.patches.entry((of, id.to_owned())).or_default().confirmed = true;
                self.lines.push((line, Some(of), id.to_owned(), "confirm"));
            }
            _ => return Err(format!("`{action}` is no action; merge, split, set, reject or confirm")),
        }
        Ok(())
    }

    /// Tells two files apart.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    pub(super) fn patch(&self, table: Table, id: &str) -> Option<&Patch> {
        self.patches.get(&(table, id.to_owned()))
    }

    /// Messages for the corrections that no longer apply: `unknown` are the ids of merges and splits that are not
    /// there, `known` tells whether a row is.
    pub(super) fn stale(&self, unknown: &BTreeSet<String>, mut known: impl FnMut(Table, &str) -> bool) -> Vec<String> {
        let mut out = Vec::new();
        for (line, table, id, action) in &self.lines {
            let gone = match table {
                None => unknown.contains(id),
                Some(table) => !known(*table, id),
            };
            if gone {
                let name = table.unwrap_or(Table::Athletes).name();
                out.push(format!(
                    "{FILE} line {line}: {action} no longer applies: {name}.csv has no `{id}` to {action}; look the id \
                     up there, or take the line out"
                ));
            }
        }
        out.dedup();
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "action,table,id,column,value,note\n";

    fn of(lines: &str) -> Corrections {
        Corrections::parse(format!("{HEADER}{lines}").as_bytes()).expect("a corrections file")
    }

    #[test]
    fn every_action_is_read() {
        let all = of("merge,athletes,kaz-a,,kaz-b,\nsplit,athletes,kaz-a,sport,judo,\nset,medals,m,year,2018,why\n\
                      reject,licenses,l,,,\nconfirm,medals,m,,,\n");
        assert_eq!(all.problems, Vec::<String>::new());
        assert_eq!(all.edits.merges, [("kaz-a".to_owned(), "kaz-b".to_owned())]);
        assert_eq!(all.edits.splits.len(), 1);
        let medal = all.patch(Table::Medals, "m").expect("a patch");
        assert_eq!((medal.cells["year"].as_str(), medal.confirmed, medal.rejected), ("2018", true, false));
        assert!(all.patch(Table::Licenses, "l").is_some_and(|p| p.rejected));
    }

    #[test]
    fn a_spreadsheet_may_write_semicolons_a_mark_and_no_notes() {
        let text = "\u{FEFF}action;table;id;column;value\r\nset;athletes;kaz-a;name;Anna Kiss\r\n;;;;\r\n";
        let read = Corrections::parse(text.as_bytes()).expect("a corrections file");
        assert_eq!(read.patch(Table::Athletes, "kaz-a").map(|p| p.cells["name"].as_str()), Some("Anna Kiss"));
        assert!(read.problems.is_empty());
    }

    #[test]
    fn mistakes_are_named_with_line_and_remedy() {
        let cases = [
            ("drop,medals,m,,,", "`drop` is no action"),
            ("set,medal,m,year,2018,", "`medal` is no table"),
            ("set,medals,m,colour,gold,", "`colour` cannot be set in medals; one of holder"),
            ("set,medals,m,fact_id,x,", "cannot be set"),
            ("set,medals,m,year,last year,", "a whole number"),
            ("merge,athletes,kaz-a,,,", "the id of the other athlete"),
            ("merge,medals,m,,n,", "merge is for athletes only"),
            ("split,athletes,kaz-a,,,", "split needs a column"),
            ("reject,medals,,,,", "the id is missing"),
        ];
        for (line, message) in cases {
            let read = of(&format!("{line}\n"));
            assert_eq!(read.problems.len(), 1, "{line}");
            let problem = &read.problems[0];
            assert!(problem.contains("line 2") && problem.contains(message), "{line}: {problem}");
        }
    }

    #[test]
    fn a_file_that_is_no_table_of_corrections_is_an_error() {
        for (bytes, message) in
            [(&b"action,table\nset,medals\n"[..], "`id` is missing"), (&b"\xff\xfe"[..], "not UTF-8 (byte 0)")]
        {
            let error = Corrections::parse(bytes).expect_err("an error").to_string();
            assert!(error.contains(message), "{error}");
        }
        assert!(Corrections::parse(b"").expect("an empty file").problems.is_empty());
    }
}
