//! The comparison of facts with gold.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::by_rule::ByRule;
use super::names::same;
use crate::dataset::Tables;

/// The facts of an article, as a careful reader wrote them down.
#[derive(Debug, Deserialize)]
pub struct Gold {
    language: String,
    athletes: Vec<GoldAthlete>,
    medals: Vec<GoldFact>,
    licenses: Vec<GoldFact>,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
struct GoldAthlete {
    name: String,
    #[serde(default)]
    native: String,
    country: String,
    sport: String,
    #[serde(default = "yes")]
    required: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct GoldFact {
    holder: String,
    who: String,
    country: String,
    medal: String,
    count: u32,
    competition: String,
    year: String,
    year_to: String,
    sport: String,
    event: String,
    status: String,
    #[serde(default = "yes")]
    required: bool,
}

/// A fact of either side, as text.
#[derive(Debug, Default, Clone)]
struct Fact {
    holder: String,
    names: Vec<String>,
    country: String,
    medal: String,
    count: String,
    competition: String,
    year: String,
    year_to: String,
    sport: String,
    event: String,
    status: String,
    /// The rule that a prediction comes from.
    rule: String,
    required: bool,
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    hit: usize,
    wrong: usize,
    missed: usize,
}

#[derive(Debug, Default, Clone)]
struct Tally {
    articles: usize,
    language_right: usize,
    counts: BTreeMap<(usize, bool), Count>,
}

/// The figures of all languages.
#[derive(Debug, Default)]
pub struct Scores {
    by_language: BTreeMap<String, Tally>,
}

pub(super) const TABLES: [&str; 3] = ["athletes", "medals", "licenses"];

fn sport_fits(predicted: &str, gold: &str) -> bool {
    predicted == gold || gold.is_empty() || (gold == "wrestling" && predicted.ends_with("wrestling"))
}

fn who_fits(p: &Fact, g: &Fact) -> bool {
    p.holder == g.holder
        && match &*g.holder {
            "athlete" => p.names.iter().any(|a| g.names.iter().any(|b| same(a, b))),
            "pool" => true,
            _ => p.country == g.country,
        }
}

fn core(table: usize, p: &Fact, g: &Fact) -> bool {
    if table == 0 {
        return p.names.iter().any(|a| g.names.iter().any(|b| same(a, b)));
    }
    p.count == g.count && p.status == g.status && (table == 2 || p.medal == g.medal) && who_fits(p, g)
}

fn strict(table: usize, p: &Fact, g: &Fact) -> bool {
    if !core(table, p, g) {
        return false;
    }
    if table == 0 {
        return p.country == g.country && sport_fits(&p.sport, &g.sport);
    }
    p.competition == g.competition && p.year == g.year && (table == 2 || p.year_to == g.year_to)
}

fn alike(table: usize, p: &Fact, g: &Fact) -> bool {
    p.sport == g.sport && (table == 0 || (p.competition == g.competition && p.year == g.year && p.event == g.event))
}

/// Pairs greedily, required gold first: number of hits, gold that was missed, predictions without gold.
fn pair<'a>(
    table: usize,
    predicted: &'a [Fact],
    gold: &'a [Fact],
    test: fn(usize, &Fact, &Fact) -> bool,
) -> (usize, Vec<&'a Fact>, Vec<&'a Fact>) {
    let mut left: Vec<&Fact> = predicted.iter().collect();
    let (mut hits, mut missed) = (0, Vec::new());
    let ordered = gold.iter().filter(|g| g.required).chain(gold.iter().filter(|g| !g.required));
    for g in ordered {
        let found = left
            .iter()
            .position(|p| test(table, p, g) && alike(table, p, g))
            .or_else(|| left.iter().position(|p| test(table, p, g)));
        match found {
            Some(i) => {
                left.remove(i);
                hits += usize::from(g.required);
            }
            None if g.required => missed.push(g),
            None => {}
        }
    }
    (hits, missed, left)
}

fn predicted(tables: &Tables) -> [Vec<Fact>; 3] {
    let lower = |s: &str| s.trim().to_lowercase();
    let spellings = |id: &str| -> Vec<String> {
        tables
            .athletes
            .iter()
            .filter(|a| a.athlete_id == id)
            .flat_map(|a| a.names.split('|').map(|n| n.trim().to_owned()).chain([a.name.clone()]))
            .collect()
    };
    let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
    let rules: BTreeMap<&str, &str> = tables.evidence.iter().rev().map(|e| (&*e.fact_id, &*e.rule)).collect();
    let rule = |id: &str| rules.get(id).copied().unwrap_or_default().to_owned();
    let athletes = tables
        .athletes
        .iter()
        .map(|a| Fact {
            names: spellings(&a.athlete_id),
            country: lower(&a.country),
            sport: lower(&a.sport),
            rule: rule(&a.athlete_id),
            ..Fact::default()
        })
        .collect();
    let medals = tables.medals.iter().map(|m| Fact {
        holder: m.holder.clone(),
        names: spellings(&m.athlete_id).into_iter().chain([m.athlete.clone()]).collect(),
        country: lower(&m.country),
        medal: lower(&m.medal),
        count: m.count.to_string(),
        competition: lower(&m.competition),
        year: number(m.year),
        year_to: number(m.year_to),
        sport: lower(&m.sport),
        event: lower(&m.event),
        status: lower(&m.status),
        rule: rule(&m.fact_id),
        required: true,
    });
    let licenses = tables.licenses.iter().map(|l| Fact {
        holder: l.holder.clone(),
        names: spellings(&l.athlete_id).into_iter().chain([l.athlete.clone()]).collect(),
        country: lower(&l.country),
        count: l.count.to_string(),
        competition: lower(&l.competition),
        year: number(l.year),
        sport: lower(&l.sport),
        event: lower(&l.event),
        status: lower(&l.status),
        rule: rule(&l.fact_id),
        required: true,
        ..Fact::default()
    });
    [athletes, medals.collect(), licenses.collect()]
}

fn wanted(gold: &Gold) -> [Vec<Fact>; 3] {
    let lower = |s: &str| s.trim().to_lowercase();
    let names = |who: &str| -> Vec<String> {
        let native = gold.athletes.iter().find(|a| a.name == who).map(|a| a.native.clone()).unwrap_or_default();
        [who.to_owned(), native].into_iter().filter(|n| !n.is_empty()).collect()
    };
    let fact = |f: &GoldFact| Fact {
        holder: lower(&f.holder),
        names: names(&f.who),
        country: lower(if f.who.is_empty() || f.holder == "athlete" { &f.country } else { &f.who }),
        medal: lower(&f.medal),
        count: f.count.to_string(),
        competition: lower(&f.competition),
        year: lower(&f.year),
        year_to: lower(&f.year_to),
        sport: lower(&f.sport),
        event: lower(&f.event),
        status: lower(&f.status),
        required: f.required,
        ..Fact::default()
    };
    [
        gold.athletes
            .iter()
            .map(|a| Fact {
                names: names(&a.name),
                country: lower(&a.country),
                sport: lower(&a.sport),
                required: a.required,
                ..Fact::default()
            })
            .collect(),
        gold.medals.iter().map(fact).collect(),
        gold.licenses.iter().map(fact).collect(),
    ]
}

fn line(f: &Fact) -> String {
    let name = if f.holder == "country" { f.country.as_str() } else { f.names.last().map_or("", |n| n) };
    let cells =
        [&f.holder, name, &f.medal, &f.count, &f.competition, &f.year, &f.year_to, &f.sport, &f.country, &f.status];
    cells.iter().filter(|c| !c.is_empty()).map(|c| c.to_string()).collect::<Vec<_>>().join(" | ")
}

/// What a comparison gives.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The figures of all languages.
    pub scores: Scores,
    /// A line for each difference.
    pub lines: Vec<String>,
    /// How often each rule is right.
    pub by_rule: ByRule,
}

/// Compares each article's tables with its gold.
pub fn score(items: &[(&str, &Gold, &Tables)]) -> Comparison {
    let Comparison { mut scores, mut lines, mut by_rule } = Comparison::default();
    for (name, gold, tables) in items {
        let (found, wanted) = (predicted(tables), wanted(gold));
        let language = tables.articles.first().map_or("", |a| &a.language);
        for key in [gold.language.as_str(), "all"] {
            let tally = scores.by_language.entry(key.to_owned()).or_default();
            tally.articles += 1;
            tally.language_right += usize::from(language == gold.language);
        }
        for table in 0..3 {
            for is_strict in [false, true] {
                let test = if is_strict { strict } else { core };
                let (hit, missed, wrong) = pair(table, &found[table], &wanted[table], test);
                for key in [gold.language.as_str(), "all"] {
                    let tally = scores.by_language.entry(key.to_owned()).or_default();
                    let count = tally.counts.entry((table, is_strict)).or_default();
                    count.hit += hit;
                    count.missed += missed.len();
                    count.wrong += wrong.len();
                }
                if is_strict {
                    for p in &found[table] {
                        by_rule.add(table, &p.rule);
                    }
                    for p in &wrong {
                        by_rule.add_wrong(table, &p.rule);
                    }
                    lines.extend(missed.iter().map(|g| format!("{name} {} MISSED  {}", TABLES[table], line(g))));
                    lines.extend(
                        wrong.iter().map(|p| format!("{name} {} WRONG   {}  [{}]", TABLES[table], line(p), p.rule)),
                    );
                }
            }
        }
    }
    Comparison { scores, lines, by_rule }
}

impl Count {
    fn ratio(part: usize, whole: usize) -> f64 {
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| language | articles | detected | table | gold | precision | recall | F1 strict | F1 core |")?;
        writeln!(f, "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |")?;
        let order =
            self.by_language.keys().filter(|k| *k != "all").chain(self.by_language.keys().filter(|k| *k == "all"));
        for key in order {
            let tally = &self.by_language[key];
            for (t, table) in TABLES.iter().enumerate() {
                let figures = |strict: bool| {
                    let c = tally.counts.get(&(t, strict)).copied().unwrap_or_default();
                    let p = Count::ratio(c.hit, c.hit + c.wrong);
                    let r = Count::ratio(c.hit, c.hit + c.missed);
                    (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }, c.hit + c.missed)
                };
                let (p, r, strict, gold) = figures(true);
                let (_, _, core, _) = figures(false);
                let language = Count::ratio(tally.language_right, tally.articles);
                writeln!(
                    f,
                    "| {key} | {} | {language:.2} | {table} | {gold} | {p:.2} | {r:.2} | {strict:.2} | {core:.2} |",
                    tally.articles
                )?;
            }
        }
        Ok(())
    }
}
