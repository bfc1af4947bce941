//! The CSV tables of a pack: how a language names countries, sports, events, competitions, places, roles.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::lexicon::Term;
use super::paradigm::{Form, Paradigms};
use super::source::SourceFile;
use super::{PackError, Sources, Tags, source};
use crate::vocabulary::{Facets, Field, World, fold_text};

/// A row and the line it stands on.
pub(super) struct Row<T> {
    pub(super) line: usize,
    pub(super) value: T,
}

/// Reads a CSV table with `#` comments.
pub(super) fn rows<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<Row<T>>, PackError> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let headers = reader.headers().cloned().map_err(|e| failed(file, text, &e))?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| failed(file, text, &e))?;
        let line = record.position().map_or(0, |p| p.line() as usize);
        let value = record.deserialize(Some(&headers)).map_err(|e| failed(file, text, &e))?;
        rows.push(Row { line, value });
    }
    Ok(rows)
}

fn failed(file: &str, text: &str, error: &csv::Error) -> PackError {
    let line = error.position().map_or(0, |p| p.line() as usize);
    on_line(file, text, line, &error.to_string(), "every row has the columns of the header, joined by commas")
}

pub(super) fn on_line(file: &str, text: &str, line: usize, message: &str, help: &str) -> PackError {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let end = text[start.min(text.len())..].find('\n').map_or(text.len(), |i| start + i);
    PackError::at(file, text, start..end, message, help)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryRow {
    code: String,
    names: String,
    adjectives: String,
    people: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SportRow {
    sport: String,
    names: String,
    athletes: String,
    men: String,
    women: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventRow {
    event: String,
    sports: String,
    names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DisciplineRow {
    discipline: String,
    sport: String,
    names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceRow {
    city: String,
    country: String,
    names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetitionRow {
    competition: String,
    names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionRow {
    region: String,
    names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleRow {
    role: String,
    tag: String,
    gender: String,
}

/// Collects the terms of the tables.
struct Collector<'a> {
    tags: &'a Tags,
    paradigms: &'a Paradigms,
    terms: Vec<Term>,
    /// The row that is being read.
    at: Option<(&'a SourceFile, usize)>,
}

impl<'a> Collector<'a> {
    /// The forms of the entries of a cell.
    fn expand(&self, entries: &str) -> Result<Vec<Form>, PackError> {
        let mut forms = Vec::new();
        for entry in entries.split('|').map(str::trim).filter(|f| !f.is_empty()) {
            forms.extend(self.paradigms.expand(entry).map_err(|(what, help)| match self.at {
                Some((file, line)) => on_line(&file.shown, &file.text, line, &what, &help),
                None => PackError::file("a table", what, help),
            })?);
        }
        Ok(forms)
    }

    fn push(&mut self, tag: &str, form: String, fields: &[(Field, &str)]) {
        let mut facets = Facets::new();
        for (field, value) in fields.iter().filter(|(_, v)| !v.is_empty()) {
            facets.set(*field, *value);
        }
        self.terms.push(Term { form, tag: self.tags.built_in(tag), facets });
    }

    fn add(&mut self, tag: &str, entries: &str, fields: &[(Field, &str)]) -> Result<(), PackError> {
        for form in self.expand(entries)? {
            self.push(tag, form.text, fields);
        }
        Ok(())
    }

    /// Nouns of which the list has both numbers: the plural ones get a tag and a number of their own. A plural is
    /// known by its paradigm, or, where the pack lists the forms, by the singular beside it.
    fn nouns(&mut self, one: &str, many: &str, entries: &str, fields: &[(Field, &str)]) -> Result<(), PackError> {
        let all = self.expand(entries)?;
        for form in &all {
            let listed = |singular: &str| all.iter().any(|f| f.text == singular);
            let plural = form.plural
                || form.text.strip_suffix('s').is_some_and(listed)
                || form.text.strip_suffix("men").is_some_and(|stem| listed(&format!("{stem}man")));
            let mut fields = fields.to_vec();
            if plural {
                fields.push((Field::Number, "plural"));
            }
            self.push(if plural { many } else { one }, form.text.clone(), &fields);
        }
        Ok(())
    }
}

fn known(file: &SourceFile, line: usize, kind: &str, name: &str) -> Result<(), PackError> {
    if World::get().names(kind).contains(name) {
        return Ok(());
    }
    let message = format!("unknown {kind} `{name}`");
    Err(on_line(&file.shown, &file.text, line, &message, "add it to src/vocabulary/data or correct the spelling"))
}

/// The folded names of each sport.
type SportNames = BTreeMap<String, HashSet<String>>;

/// The sport that an event's name says itself ("snowboard slopestyle"), of those that have the event; else empty.
fn sport_inside<'a>(form: &str, event: &str, among: &[&'a str], names: &SportNames) -> &'a str {
    let world = World::get();
    let form = fold_text(form);
    let words: Vec<&str> = form.split_whitespace().collect();
    let parts = || (0..words.len()).flat_map(|i| (i..words.len()).map(move |j| (i, j)));
    let parts: Vec<String> = parts().map(|(i, j)| words[i..=j].join(" ")).collect();
    let says = |sport: &str| names.get(sport).is_some_and(|own| parts.iter().any(|p| own.contains(p)));
    let of_event = world.event_sports(event).into_iter().flatten().map(String::as_str);
    let mut said = among.iter().copied().chain(of_event).filter(|s| says(s) && !s.starts_with("para "));
    said.next().unwrap_or_default()
}

/// The terms of all tables of a language.
pub(super) fn terms(sources: &Sources, tags: &Tags, paradigms: &Paradigms, code: &str) -> Result<Vec<Term>, PackError> {
    let mut c = Collector { tags, paradigms, terms: Vec::new(), at: None };
    let mut sport_names: SportNames = SportNames::new();
    for folder in [source::COMMON, code] {
        if let Some(f) = sources.file(folder, "countries.csv") {
            for Row { line, value: r } in rows::<CountryRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                known(f, line, "country", &r.code)?;
                let country = [(Field::Country, &*r.code)];
                for form in c.expand(&r.names)? {
                    c.push(if form.local { "WHERE" } else { "COUNTRY" }, form.text, &country);
                }
                c.add("DEMONYM", &r.adjectives, &country)?;
                c.nouns("PEOPLE", "PEOPLE", &r.people, &country)?;
            }
        }
        if let Some(f) = sources.file(folder, "sports.csv") {
            for Row { line, value: r } in rows::<SportRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                known(f, line, "sport", &r.sport)?;
                let own = sport_names.entry(r.sport.clone()).or_default();
                own.extend(c.expand(&r.names)?.iter().map(|n| fold_text(&n.text)));
                let sport = (Field::Sport, &*r.sport);
                c.add("SPORT", &r.names, &[sport])?;
                c.nouns("ATHLETE", "ATHLETES", &r.athletes, &[sport])?;
                c.nouns("ATHLETE", "ATHLETES", &r.men, &[sport, (Field::Gender, "men")])?;
                c.nouns("ATHLETE", "ATHLETES", &r.women, &[sport, (Field::Gender, "women")])?;
            }
        }
        if let Some(f) = sources.file(folder, "events.csv") {
            for Row { line, value: r } in rows::<EventRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                known(f, line, "event", &r.event)?;
                let sports: Vec<&str> = r.sports.split('|').filter(|s| !s.is_empty()).collect();
                for form in c.expand(&r.names)? {
                    let sport = sport_inside(&form.text, &r.event, &sports, &sport_names);
                    let fields = [(Field::Event, &*r.event), (Field::Among, &r.sports), (Field::Sport, sport)];
                    c.push("EVENT", form.text, &fields);
                }
            }
        }
        if let Some(f) = sources.file(folder, "disciplines.csv") {
            for Row { line, value: r } in rows::<DisciplineRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                for sport in r.sport.split('|').filter(|s| !s.is_empty()) {
                    known(f, line, "sport", sport)?;
                }
                c.add("DISCIPLINE", &r.names, &[(Field::Discipline, &r.discipline), (Field::Among, &r.sport)])?;
            }
        }
        if let Some(f) = sources.file(folder, "places.csv") {
            for Row { line, value: r } in rows::<PlaceRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                known(f, line, "country", &r.country)?;
                c.add("CITY", &r.names, &[(Field::Place, &r.city), (Field::Within, &r.country)])?;
            }
        }
        if let Some(f) = sources.file(folder, "competitions.csv") {
            for Row { line, value: r } in rows::<CompetitionRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                known(f, line, "competition", &r.competition)?;
                c.add("COMPNAME", &r.names, &[(Field::Competition, &r.competition)])?;
            }
        }
        if let Some(f) = sources.file(folder, "regions.csv") {
            for Row { line, value: r } in rows::<RegionRow>(&f.shown, &f.text)? {
                c.at = Some((f, line));
                match &*r.region {
                    "Junior" | "Youth" | "U22" | "U23" => c.add("AGE", &r.names, &[(Field::Age, &r.region)])?,
                    region => c.add("REGION", &r.names, &[(Field::Region, region)])?,
                }
            }
        }
        if let Some(f) = sources.file(folder, "roles.csv") {
            let rows = rows::<RoleRow>(&f.shown, &f.text)?;
            let all: std::collections::BTreeSet<&str> = rows.iter().map(|r| &*r.value.role).collect();
            for Row { line, value: r } in &rows {
                c.at = Some((f, *line));
                let gender = match &*r.gender {
                    "m" => "men",
                    "f" => "women",
                    _ => "",
                };
                let forms = c.expand(&r.role)?;
                let plural =
                    r.role.strip_suffix('s').is_some_and(|one| all.contains(one)) || forms.iter().any(|f| f.plural);
                let tag = match &*r.tag {
                    "OFFICIAL" => "OFFICIAL",
                    "ATHLETEROLE" if plural => "ATHLETES",
                    "ATHLETEROLE" => "ROLE",
                    other => {
                        let message = format!("unknown tag `{other}`");
                        return Err(on_line(&f.shown, &f.text, *line, &message, "OFFICIAL or ATHLETEROLE"));
                    }
                };
                c.add(tag, &r.role, &[(Field::Gender, gender)])?;
            }
        }
    }
    // The codes themselves, in capitals: (KAZ).
    for noc in World::get().names("country") {
        c.add("COUNTRY", noc, &[(Field::Country, noc)])?;
    }
    Ok(c.terms)
}
