//! Canonical names, plausibility, offsets: statements become facts, or a reason why not.

use std::collections::BTreeMap;

use super::Document;
use super::facts::{Athlete, Evidence, Extraction, Holder, License, Medal, Review};
use super::overall;
use super::people::Person;
use super::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{Field, World, is_goal};

/// No team has ever had more places or medals at one edition.
const MOST: u32 = 1_200;

/// Nobody has ever had more medals of one colour in one competition's history than this.
const MOST_OF_ONE: u32 = 60;

/// In a phrase's `set`: a competition that is named, but that no list has.
const UNLISTED: &str = "unlisted";

/// The first fact of a person.
struct Held {
    sentence: usize,
    rule: String,
    confidence: f32,
    /// True where a title or a medal describes the person.
    titled: bool,
}

/// Makes facts of the statements and athletes of the persons.
pub(crate) fn ground(document: &Document<'_>, statements: Vec<Resolved>) -> Extraction {
    let offsets = Offsets::of(document);
    let mut out = Extraction::default();
    let mut holders = BTreeMap::<usize, Held>::new();
    for statement in statements {
        let evidence = offsets.evidence(document, statement.sentence, &statement.rule, statement.confidence);
        if let Some(reason) = refused(document, &statement) {
            out.review.push(offsets.review(document, statement.sentence, &statement.rule, reason));
            continue;
        }
        let made = match statement.table {
            Table::Medals => medals(document, &statement, &evidence).map(|m| out.medals.extend(m)),
            _ => license(document, &statement, evidence).map(|l| out.licenses.push(l)),
        };
        match made {
            Ok(()) => {
                if let Some(person) = statement.person {
                    let held = holders.entry(person).or_insert(Held {
                        sentence: statement.sentence,
                        rule: statement.rule.clone(),
                        confidence: statement.confidence,
                        titled: false,
                    });
                    held.titled |= statement.description;
                }
            }
            Err(reason) => out.review.push(offsets.review(document, statement.sentence, &statement.rule, &reason)),
        }
    }
    athletes(document, &offsets, &holders, &mut out);
    out
}

/// Why a statement is no fact whatever it says.
fn refused(document: &Document<'_>, statement: &Resolved) -> Option<&'static str> {
    if document.sentences[statement.sentence].question {
        return Some("asked, not said");
    }
    if statement.fields.get(Field::Status) == Some("drop") {
        return Some("denied, and nothing else said");
    }
    if statement.fields.get(Field::Competition) == Some(UNLISTED) {
        return Some("its competition is in no list");
    }
    if overall::is_place(document, statement) {
        return Some("a place in a table of teams is no medal");
    }
    let nobody = statement.holder == Holder::Country && statement.country.is_none();
    nobody.then_some("nobody knows of which country the team is")
}

fn athletes(document: &Document<'_>, offsets: &Offsets, holders: &BTreeMap<usize, Held>, out: &mut Extraction) {
    for (i, person) in document.people.all.iter().enumerate() {
        let held = holders.get(&i);
        // Somebody with an office has competed where a title or a role of his says so.
        let strong = person.athlete > person.official
            || held.is_some_and(|h| person.official == 0 || (h.titled && person.official <= 100));
        if !strong || (person.athlete == 0 && held.is_none()) {
            if held.is_some() {
                // A fact of somebody who does not compete is no fact.
                out.medals.retain(|m| m.athlete != person.name);
                out.licenses.retain(|l| l.athlete != person.name);
            }
            continue;
        }
        // Somebody near a sport without any sport of his own is hardly one.
        if held.is_none() && person.athlete < 60 && person.sports.is_empty() {
            continue;
        }
        let (sentence, rule, confidence) = match (&person.evidence, held) {
            (Some((s, r)), _) => (*s, r.clone(), 0.9),
            (None, Some(h)) => (h.sentence, h.rule.clone(), h.confidence),
            (None, None) => continue,
        };
        out.athletes.push(Athlete {
            name: person.name.clone(),
            names: person.forms.iter().filter(|f| f.contains(' ') || !person.full).cloned().collect(),
            country: Person::most(&person.countries).unwrap_or_default().to_owned(),
            gender: gender(document, person),
            sport: person.sport().unwrap_or_default().to_owned(),
            evidence: vec![offsets.evidence(document, sentence, &rule, confidence)],
        });
    }
}

fn gender(document: &Document<'_>, person: &Person) -> String {
    Person::most(&person.genders)
        .or_else(|| document.pack.names.gender(&person.name))
        .filter(|g| *g != "mixed")
        .unwrap_or_default()
        .to_owned()
}

/// The gender of a fact: what the statement says, else that of its athlete.
fn gender_of(document: &Document<'_>, s: &Resolved) -> String {
    let said = s.fields.get(Field::Gender).map(str::to_owned);
    said.or_else(|| s.person.map(|p| gender(document, &document.people.all[p]))).unwrap_or_default()
}

/// How many: one, where no number is said.
fn count(s: &Resolved) -> Result<u32, String> {
    let said = s.fields.get(Field::Count).map_or(Some(1), |c| c.parse().ok());
    said.ok_or_else(|| "the count is no whole number".to_owned())
}

/// The colours of a statement: one fact, or three for a tally such as 6-5-3.
fn medals(document: &Document<'_>, s: &Resolved, evidence: &Evidence) -> Result<Vec<Medal>, String> {
    let get = |f: Field| s.fields.get(f).unwrap_or_default().to_owned();
    let mut parts: Vec<(String, u32)> = Vec::new();
    if let Some(tally) = s.fields.get(Field::Tally) {
        let numbers: Vec<u32> = tally.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        for (colour, n) in ["gold", "silver", "bronze"].iter().zip(numbers) {
            if n > 0 {
                parts.push(((*colour).to_owned(), n));
            }
        }
    } else {
        let count = count(s)?;
        let medal = match s.fields.get(Field::Medal).unwrap_or("total") {
            "1" => "gold",
            "2" => "silver",
            "3" => "bronze",
            rank if rank.starts_with(|c: char| c.is_ascii_digit()) => return Err(format!("place {rank} is no medal")),
            colour => colour,
        };
        parts.push((medal.to_owned(), count));
    }
    let counted = s.fields.has(Field::Count) || s.fields.has(Field::Tally);
    if s.holder != Holder::Athlete && !counted && in_plural(document, s) {
        return Err("medals in the plural without their number".into());
    }
    let vague = s.fields.get(Field::Medal) == Some("total") && !counted;
    if s.holder == Holder::Athlete && vague && s.fields.get(Field::Status) == Some("missed") {
        return Err("a medal of no colour that was not won".into());
    }
    let (competition, year, place) = edition(s)?;
    if competition.is_empty() {
        return Err("no competition is named near the medal".into());
    }
    // "Qualifying ended. Anna Kiss was first": the Games that an article is on are not those of a place in a result.
    let placed = s.fields.get(Field::Medal).is_some_and(|m| m.starts_with(|c: char| c.is_ascii_digit()));
    if placed && is_goal(&competition) && year.is_none() {
        return Err(format!("a place in {competition} of which the edition is not told"));
    }
    let person = s.person.map(|p| &document.people.all[p]);
    let sport = get(Field::Sport);
    let held = year.and_then(|y| World::get().edition(&competition, &sport, y));
    let year_to =
        s.fields.number(Field::YearTo).map(|y| World::get().edition(&competition, &sport, y).map_or(y, |e| e.year));
    let medals: Vec<Medal> = parts
        .into_iter()
        .map(|(medal, count)| Medal {
            holder: s.holder,
            athlete: person.map(|p| p.name.clone()).unwrap_or_default(),
            country: s.country.clone().unwrap_or_default(),
            medal,
            count,
            competition: World::get().written(&competition).to_owned(),
            year,
            year_to,
            place: place.clone(),
            event: event(s),
            gender: gender_of(document, s),
            sport: sport.clone(),
            status: s.fields.get(Field::Status).unwrap_or("won").to_owned(),
            basis: s.fields.get(Field::Basis).unwrap_or("medal").to_owned(),
            evidence: vec![evidence.clone()],
        })
        .collect();
    for m in &medals {
        if m.holder == Holder::Athlete && m.count > MOST_OF_ONE {
            return Err(format!("{} medals of one athlete are not plausible", m.count));
        }
        if m.count > MOST {
            return Err(format!("{} medals at once are not plausible", m.count));
        }
        if m.count == 1 && m.year_to.is_some_and(|to| m.year.is_some_and(|from| from < to)) {
            return Err("one medal is not won over several editions".into());
        }
        if m.count == 0 && m.status == "won" {
            return Err("no medal was won".into());
        }
        if let (Some(e), "won") = (held, &*m.status)
            && !e.begun(&document.published)
            // Championships of one year may have been held by two federations, of which the lists know one: what is told
            // of the year of publication is believed.
            && (World::get().is_games(&competition) || document.year_published().is_none_or(|y| e.year > y))
        {
            return Err(format!("the {competition} of {} had not begun", e.year));
        }
    }
    Ok(medals)
}

/// True where the words of a fact speak of medals, not of one.
fn in_plural(document: &Document<'_>, s: &Resolved) -> bool {
    let pack = document.pack;
    let words = &document.sentences[s.sentence].tokens[s.tokens.clone()];
    let mut terms = words.iter().filter_map(|t| pack.lexicon.lookup(&t.folded));
    terms.any(|t| pack.tags.name(t.tag) == "MEDALWORD" && t.facets.get(Field::Number) == Some("plural"))
}

fn license(document: &Document<'_>, s: &Resolved, evidence: Evidence) -> Result<License, String> {
    let get = |f: Field| s.fields.get(f).unwrap_or_default().to_owned();
    let (competition, year, place) = edition(s)?;
    if !competition.contains("lympic Games") {
        return Err("no Olympic or Paralympic Games are named near the licence".into());
    }
    let count = count(s)?;
    if s.holder != Holder::Athlete && s.fields.get(Field::Number) == Some("plural") && !s.fields.has(Field::Count) {
        return Err("licences in the plural without their number".into());
    }
    if count > MOST * 10 {
        return Err(format!("{count} licences are not plausible"));
    }
    let person = s.person.map(|p| &document.people.all[p]);
    let status = match s.fields.get(Field::Status) {
        Some("forecast") => "target",
        Some("won") | None => "secured",
        Some(other) => other,
    };
    Ok(License {
        holder: s.holder,
        athlete: person.map(|p| p.name.clone()).unwrap_or_default(),
        country: if s.holder == Holder::Pool { String::new() } else { s.country.clone().unwrap_or_default() },
        count,
        sports: s.fields.number(Field::Sports).and_then(|n| u32::try_from(n).ok()),
        competition,
        year,
        place,
        sport: get(Field::Sport),
        event: event(s),
        gender: gender_of(document, s),
        status: status.to_owned(),
        qualifier: get(Field::Qualifier),
        qualifier_place: get(Field::QualifierPlace),
        qualifier_year: s.fields.number(Field::QualifierYear),
        evidence: vec![evidence],
    })
}

/// The event, where its name has that meaning in the statement's sport.
fn event(s: &Resolved) -> String {
    let Some(event) = s.fields.get(Field::Event) else { return String::new() };
    let among = s.fields.get(Field::Among).unwrap_or("");
    let sport = s.fields.get(Field::Sport).unwrap_or("");
    let plain = sport.strip_prefix("para ").unwrap_or(sport);
    let fits = among.is_empty()
        || sport.is_empty()
        || among.split('|').any(|a| a == sport || a == plain || World::get().general(a) == Some(plain));
    if fits { event.to_owned() } else { String::new() }
}

/// Competition, year and host by their official names.
fn edition(s: &Resolved) -> Result<(String, Option<i32>, String), String> {
    let world = World::get();
    let mut competition = s.fields.get(Field::Competition).unwrap_or_default().to_owned();
    let mut year = s.fields.number(Field::Year);
    let sport = s.fields.get(Field::Sport).unwrap_or("");
    if !world.is_games(&competition) {
        return Ok((competition, year, s.fields.get(Field::Place).unwrap_or_default().to_owned()));
    }
    // "The Olympics" are winter ones in a winter sport, and in a year that has no summer ones.
    if let Some(winter) = world.in_winter(&competition) {
        let other = year
            .is_some_and(|y| world.edition(&competition, "", y).is_none() && world.edition(winter, "", y).is_some());
        // "The Games of 1976 in Innsbruck": of the two that a year had, those of the town.
        let held =
            |name: &str, place: &str| year.and_then(|y| world.edition(name, "", y)).is_some_and(|e| e.hosted_by(place));
        let there = s.fields.get(Field::Place).is_some_and(|p| held(winter, p) && !held(&competition, p));
        if other || there || (world.is_winter(sport) && year.is_none_or(|y| world.edition(winter, "", y).is_some())) {
            competition = winter.to_owned();
        }
    } else if let Some(summer) = competition.strip_prefix("Winter ").map(str::to_owned)
        && year.is_some_and(|y| world.edition(&competition, "", y).is_none() && world.edition(&summer, "", y).is_some())
    {
        competition = summer;
    }
    if s.fields.has(Field::YearTo) {
        let year = year.map(|y| world.edition(&competition, sport, y).map_or(y, |e| e.year));
        return Ok((competition, year, String::new()));
    }
    let mut place = String::new();
    if let Some(y) = year {
        match world.edition(&competition, sport, y) {
            Some(e) => {
                year = Some(e.year);
                place.clone_from(&e.city);
            }
            None if world.editions(&competition, "").next().is_some() => {
                return Err(format!("there were no {competition} in {y}"));
            }
            None => {}
        }
    }
    Ok((competition, year, place))
}

/// Character offsets of the sentences.
pub(crate) struct Offsets {
    bounds: Vec<(usize, usize)>,
}

impl Offsets {
    pub(crate) fn of(document: &Document<'_>) -> Offsets {
        let mut bounds = Vec::with_capacity(document.sentences.len());
        let (mut byte, mut character) = (0, 0);
        for sentence in &document.sentences {
            character += document.text[byte..sentence.start].chars().count();
            let start = character;
            character += document.text[sentence.start..sentence.end].chars().count();
            byte = sentence.end;
            bounds.push((start, character));
        }
        Offsets { bounds }
    }

    fn evidence(&self, document: &Document<'_>, sentence: usize, rule: &str, confidence: f32) -> Evidence {
        let s = &document.sentences[sentence];
        let (start, end) = self.bounds[sentence];
        Evidence { start, end, quote: document.text[s.start..s.end].to_owned(), rule: rule.to_owned(), confidence }
    }

    pub(crate) fn review(&self, document: &Document<'_>, sentence: usize, trigger: &str, reason: &str) -> Review {
        let s = &document.sentences[sentence];
        let (start, end) = self.bounds[sentence];
        Review {
            start,
            end,
            quote: document.text[s.start..s.end].to_owned(),
            trigger: trigger.to_owned(),
            reason: reason.to_owned(),
        }
    }
}
