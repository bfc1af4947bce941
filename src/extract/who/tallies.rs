//! What the statements of an article say of each other: the medal of a team, the colours of a tally.

use super::resolved::Resolved;
use crate::extract::facts::Holder;
use crate::rules::Table;
use crate::vocabulary::Field;

/// "The relay team won gold. A, B and C were in it": the medal `previous` is the team's last one, where its sentence
/// names no other colour.
pub(super) fn of_the_team(statements: &mut Vec<Resolved>) {
    for i in 0..statements.len() {
        if statements[i].fields.get(Field::Medal) != Some("previous") {
            continue;
        }
        let colour = |s: &&Resolved| {
            s.table == Table::Medals
                && s.holder == Holder::Country
                && s.fields.get(Field::Medal).is_some_and(|m| m != "previous" && m != "total")
        };
        let before = || statements[..i].iter().filter(colour);
        let only = |team: &&Resolved| {
            let mut said = before().filter(|s| s.sentence == team.sentence);
            said.all(|s| s.fields.get(Field::Medal) == team.fields.get(Field::Medal))
        };
        let team = before().rev().find(|s| statements[i].sentence - s.sentence <= 1).filter(only);
        if let Some(team) = team.cloned() {
            let own = &mut statements[i];
            own.fields.take(Field::Medal);
            own.fields.fill(&team.fields);
            own.fields.set(Field::Count, "1");
            own.context = team.context;
            own.early = team.early;
            own.country = team.country;
        }
    }
    statements.retain(|s| s.fields.get(Field::Medal) != Some("previous"));
}

/// Marks the colours of a team that one sentence counts: "four golds, a silver and a bronze" are one tally.
pub(super) fn tallies(statements: &mut [Resolved]) {
    let tally = |a: &Resolved, b: &Resolved| {
        let count = |s: &Resolved| s.fields.number(Field::Count).unwrap_or(1);
        let teams = [a, b].iter().all(|s| s.table == Table::Medals && s.holder == Holder::Country);
        let colours = a.fields.get(Field::Medal) != b.fields.get(Field::Medal);
        teams && colours && a.country == b.country && count(a).max(count(b)) > 1
    };
    for sentence in statements.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let marked: Vec<bool> = sentence.iter().map(|a| sentence.iter().any(|b| tally(a, b))).collect();
        for (statement, marked) in sentence.iter_mut().zip(marked) {
            statement.of_tally = marked;
        }
    }
}
