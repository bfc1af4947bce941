//! Facts about the same thing that cannot both hold.
//!
//! A count that grows with the dates of its articles is progress, a claim that says less than another is refined by it
//! (see `merge`): neither is a conflict.

use std::collections::BTreeMap;

use super::rows::{BETWEEN, ConflictRow, LicenseRow, MedalRow, Row, Table};

/// A value that one row gives for the thing in question.
struct Value<'a> {
    as_of: &'a str,
    value: String,
    /// Set for counts, which may grow.
    count: Option<u32>,
    id: &'a str,
    articles: usize,
}

/// What rows say, by the thing that they say it of.
#[derive(Default)]
struct Things<'a>(BTreeMap<String, (Option<i32>, Vec<Value<'a>>)>);

impl<'a> Things<'a> {
    /// Adds a value; `over` is the year after which a count cannot grow any more.
    fn add(&mut self, key: &[&str], over: Option<i32>, value: Value<'a>) {
        let key = key.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(", ");
        self.0.entry(key).or_insert((over, Vec::new())).1.push(value);
    }

    fn conflicts(self, table: Table) -> Vec<ConflictRow> {
        let contradict = |(over, values): &(Option<i32>, Vec<Value<'_>>)| {
            values.iter().enumerate().any(|(i, a)| values[i + 1..].iter().any(|b| cannot_both_hold(a, b, *over)))
        };
        let mut rows = Vec::new();
        for (key, mut thing) in self.0 {
            thing.1.sort_by(|a, b| (a.as_of, &a.value, a.id).cmp(&(b.as_of, &b.value, b.id)));
            if contradict(&thing) {
                let list = |of: &dyn Fn(&Value<'_>) -> String| thing.1.iter().map(of).collect::<Vec<_>>().join(BETWEEN);
                rows.push(ConflictRow {
                    table: table.name().to_owned(),
                    key,
                    values: list(&|v| v.value.clone()),
                    fact_ids: list(&|v| v.id.to_owned()),
                    articles: list(&|v| v.articles.to_string()),
                });
            }
        }
        rows
    }
}

/// True where two values of one thing contradict each other; `a` is not later than `b`.
fn cannot_both_hold(a: &Value<'_>, b: &Value<'_>, over: Option<i32>) -> bool {
    if a.value == b.value {
        return false;
    }
    let (Some(before), Some(after)) = (a.count, b.count) else { return true };
    let year = |date: &str| date.get(..4).and_then(|y| y.parse::<i32>().ok());
    let closed = over.is_some_and(|o| year(a.as_of).is_some_and(|y| y > o));
    let grows = !a.as_of.is_empty() && a.as_of < b.as_of && before < after;
    closed || !grows
}

fn number(year: Option<i32>) -> String {
    year.map(|y| y.to_string()).unwrap_or_default()
}

/// Years after its own in which an edition is surely over: the Games of 2020 were held in 2021.
const LATE: i32 = 1;

/// Among which rows a row of a team can be in conflict: those of one team's medals of one colour, or licences, at one
/// edition. Empty for rows that are in none; athletes are scopes of their own.
pub(super) fn scope_of_medal(r: &MedalRow) -> String {
    match r.year {
        Some(year) if r.holder == "country" && r.status == "won" => {
            format!("{}/{}/{year}/{}", r.country, r.competition, r.medal)
        }
        _ => String::new(),
    }
}

/// As [`scope_of_medal`].
pub(super) fn scope_of_license(r: &LicenseRow) -> String {
    match r.year {
        Some(year) if r.holder == "country" && r.status == "secured" => {
            format!("{}/{}/{year}/licence", r.country, r.competition)
        }
        _ => String::new(),
    }
}

/// Conflicts among the medals of a scope: two counts of one team's medals, two colours of one athlete in one event,
/// a medal won and missed.
pub(super) fn of_medals(rows: &[MedalRow]) -> Vec<ConflictRow> {
    let mut things = Things::default();
    for r in rows.iter().filter(|r| r.year.is_some()) {
        let (year, to) = (number(r.year), number(r.year_to));
        let edition = format!("{} {year}{}", r.competition, if to.is_empty() { to } else { format!("-{to}") });
        let value =
            |value: String, count| Value { as_of: &r.as_of, value, count, id: &r.fact_id, articles: r.articles };
        if r.holder == "country" && r.status == "won" {
            let key = [&*r.country, &r.medal, &edition, &r.sport, &r.event, &r.gender];
            things.add(&key, r.year.map(|y| y + LATE), value(r.count.to_string(), Some(r.count)));
        } else if r.holder == "athlete" && r.count == 1 && !r.event.is_empty() && r.medal != "total" {
            if r.status == "won" {
                things.add(&[&r.athlete_id, &edition, &r.event], None, value(r.medal.clone(), None));
            }
            if matches!(&*r.status, "won" | "missed") {
                let key = [&*r.athlete_id, &r.medal, &edition, &r.event, "won or missed"];
                things.add(&key, None, value(r.status.clone(), None));
            }
        }
    }
    things.conflicts(MedalRow::TABLE)
}

/// Conflicts among the licences of a scope: two counts of one team's licences, a licence missed that was secured
/// before.
pub(super) fn of_licenses(rows: &[LicenseRow]) -> Vec<ConflictRow> {
    let mut things = Things::default();
    for r in rows.iter().filter(|r| r.year.is_some()) {
        let edition = format!("{} {}", r.competition, number(r.year));
        let value =
            |value: String, count| Value { as_of: &r.as_of, value, count, id: &r.fact_id, articles: r.articles };
        if r.holder == "country" && r.status == "secured" {
            let key = [&*r.country, &edition, &r.sport, &r.event, &r.gender];
            things.add(&key, None, value(r.count.to_string(), Some(r.count)));
        } else if r.holder == "athlete" && matches!(&*r.status, "secured" | "missed") {
            // Missed at one qualifier and secured at the next is how it goes; so that counts as growth.
            let rank = u32::from(r.status == "secured");
            let key = [&*r.athlete_id, &edition, &r.event, "secured or missed"];
            things.add(&key, None, value(r.status.clone(), Some(rank)));
        }
    }
    things.conflicts(LicenseRow::TABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn licences(claims: &[(&str, u32)]) -> Vec<ConflictRow> {
        let rows: Vec<LicenseRow> = claims
            .iter()
            .map(|(date, count)| LicenseRow {
                fact_id: format!("{count}"),
                holder: "country".into(),
                country: "KAZ".into(),
                count: *count,
                competition: "Olympic Games".into(),
                year: Some(2024),
                status: "secured".into(),
                as_of: (*date).into(),
                articles: 1,
                ..LicenseRow::default()
            })
            .collect();
        of_licenses(&rows)
    }

    #[test]
    fn growth_with_the_dates_is_no_conflict() {
        assert_eq!(licences(&[("2024-03-01", 3), ("2024-05-01", 5), ("2024-06-01", 9)]), []);
    }

    #[test]
    fn a_count_that_falls_or_differs_on_one_day_is_a_conflict() {
        for claims in
            [[("2024-03-01", 5), ("2024-05-01", 3)], [("2024-03-01", 3), ("2024-03-01", 5)], [("", 3), ("", 5)]]
        {
            assert_eq!(licences(&claims).len(), 1, "{claims:?}");
        }
        let row = &licences(&[("2024-05-01", 3), ("2024-03-01", 5)])[0];
        assert_eq!((&*row.key, &*row.values, &*row.fact_ids), ("KAZ, Olympic Games 2024", "5 | 3", "5 | 3"));
    }

    fn medal(medal: &str, event: &str, status: &str, date: &str) -> MedalRow {
        MedalRow {
            fact_id: format!("{medal}-{status}"),
            holder: "athlete".into(),
            athlete_id: "kaz-a".into(),
            medal: medal.into(),
            count: 1,
            competition: "Asian Games".into(),
            year: Some(2018),
            event: event.into(),
            status: status.into(),
            as_of: date.into(),
            ..MedalRow::default()
        }
    }

    #[test]
    fn two_colours_in_one_event_are_a_conflict_and_in_two_events_are_none() {
        let rows = |b| [medal("gold", "60 kg", "won", "2018-08-30"), medal("silver", b, "won", "2018-08-30")];
        assert_eq!(of_medals(&rows("60 kg")).len(), 1);
        assert_eq!(of_medals(&rows("69 kg")), []);
        assert_eq!(of_medals(&rows("")), []);
    }

    #[test]
    fn a_medal_both_won_and_missed_is_a_conflict_and_a_forecast_is_none() {
        let rows = |status| [medal("gold", "60 kg", "won", "2018-08-30"), medal("gold", "60 kg", status, "2018-08-31")];
        assert_eq!(of_medals(&rows("missed")).len(), 1);
        assert_eq!(of_medals(&rows("forecast")), []);
    }

    #[test]
    fn medals_of_games_long_over_grow_no_more() {
        let rows = |dates: [&str; 2]| {
            [(dates[0], 5), (dates[1], 6)].map(|(date, count)| MedalRow {
                fact_id: count.to_string(),
                holder: "country".into(),
                country: "KAZ".into(),
                medal: "total".into(),
                count,
                competition: "Olympic Games".into(),
                year: Some(2008),
                status: "won".into(),
                as_of: date.into(),
                ..MedalRow::default()
            })
        };
        assert_eq!(of_medals(&rows(["2008-08-12", "2008-08-20"])), []);
        assert_eq!(of_medals(&rows(["2012-07-01", "2016-07-01"])).len(), 1);
    }
}
