//! How often each rule is right.

use std::collections::BTreeMap;
use std::fmt;

use super::score::TABLES;

/// For each rule, how many facts of a table rest on it and how many of them gold does not have.
#[derive(Debug, Default)]
pub struct ByRule(BTreeMap<(usize, String), (usize, usize)>);

impl ByRule {
    /// Counts a fact of a rule.
    pub(super) fn add(&mut self, table: usize, rule: &str) {
        self.0.entry((table, rule.to_owned())).or_default().0 += 1;
    }

    /// Says of a fact counted before that it is wrong.
    pub(super) fn add_wrong(&mut self, table: usize, rule: &str) {
        self.0.entry((table, rule.to_owned())).or_default().1 += 1;
    }
}

impl fmt::Display for ByRule {
    /// The rules with the most wrong facts first: there is most to win.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows: Vec<_> = self.0.iter().collect();
        rows.sort_by_key(|((table, rule), (facts, wrong))| (*table, std::cmp::Reverse(*wrong), *facts, rule.clone()));
        writeln!(f, "| table | rule | facts | wrong | precision |")?;
        writeln!(f, "| --- | --- | ---: | ---: | ---: |")?;
        for ((table, rule), (facts, wrong)) in rows {
            let precision = (facts - wrong) as f64 / *facts as f64;
            writeln!(f, "| {} | {rule} | {facts} | {wrong} | {precision:.2} |", TABLES[*table])?;
        }
        Ok(())
    }
}
