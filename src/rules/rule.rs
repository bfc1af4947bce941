//! `macros.toml`, `phrases*.toml`, `rules*.toml`: phrases build mentions, rules build statements.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::pattern::{Macros, Pattern};
use super::source::SourceFile;
use super::{PackError, Tag, Tags};
use crate::vocabulary::Field;

/// The table that a rule's statements belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Table {
    /// Who is an athlete, of which country and sport; or who is not.
    Athletes,
    /// Medals and titles.
    Medals,
    /// Olympic licences.
    Licenses,
    /// Nothing: what matches is taken out of the reach of other rules.
    None,
}

impl Table {
    /// The name of the CSV file, without its ending.
    pub fn name(self) -> &'static str {
        match self {
            Table::Athletes => "athletes",
            Table::Medals => "medals",
            Table::Licenses => "licenses",
            Table::None => "none",
        }
    }
}

/// A sentence and what a rule or a phrase must find in it.
#[derive(Debug, Clone)]
pub struct Example {
    /// The text, read as an article of its own.
    pub text: String,
    /// For a rule: the facts that it must give, as `palmares explain` prints them.
    /// For a phrase: the facets of the mentions that it must build. Empty: nothing must be found.
    pub gives: Vec<String>,
    /// Where the example stands; the message says what is wrong once it fails.
    pub place: PackError,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleRow {
    text: Spanned<String>,
    gives: Vec<String>,
}

/// The examples of a rule, with their places in the file.
fn examples(file: &SourceFile, yes: Vec<ExampleRow>, no: Vec<Spanned<String>>) -> Vec<Example> {
    let at = |text: &Spanned<String>| PackError::at(&file.shown, &file.text, text.span(), "", "");
    let yes =
        yes.into_iter().map(|row| Example { place: at(&row.text), text: row.text.into_inner(), gives: row.gives });
    let no = no.into_iter().map(|text| Example { place: at(&text), text: text.into_inner(), gives: Vec::new() });
    yes.chain(no).collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    macros: Macros,
    #[serde(default, rename = "phrase")]
    phrases: Vec<PhraseRow>,
    #[serde(default, rename = "rule")]
    rules: Vec<RuleRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseRow {
    id: Spanned<String>,
    stage: u8,
    make: Spanned<String>,
    #[serde(rename = "match")]
    pattern: Spanned<String>,
    #[serde(default)]
    set: BTreeMap<Field, String>,
    yes: Vec<ExampleRow>,
    #[serde(default)]
    no: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    id: Spanned<String>,
    stage: u8,
    table: Table,
    #[serde(rename = "match")]
    pattern: Spanned<String>,
    #[serde(default)]
    set: BTreeMap<Field, String>,
    #[serde(default)]
    after: Vec<Spanned<String>>,
    #[serde(default)]
    priority: i32,
    #[serde(default = "sure")]
    confidence: f32,
    yes: Vec<ExampleRow>,
    no: Vec<Spanned<String>>,
}

fn sure() -> f32 {
    0.9
}

/// A phrase: mentions that stand together become one mention.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Stable id.
    pub id: String,
    /// Phrases and rules run in the order of their stages; within one, in the order of the file.
    pub stage: u8,
    /// The tag of the mention that it makes.
    pub make: Tag,
    /// What must stand together.
    pub pattern: Pattern,
    /// As written.
    pub source: String,
    /// Facets to set, as templates over the facets collected.
    pub set: Vec<(Field, String)>,
    /// What it must find, and where it must find nothing.
    pub examples: Vec<Example>,
    /// Where it is defined: file and line.
    pub place: (String, usize),
}

/// A rule: mentions in a certain order are a statement.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Stable id.
    pub id: String,
    /// See [`Phrase::stage`].
    pub stage: u8,
    /// What the statement is about.
    pub table: Table,
    /// The order of mentions.
    pub pattern: Pattern,
    /// As written.
    pub source: String,
    /// Fields to set in the statement.
    pub set: Vec<(Field, String)>,
    /// The rule holds only where the sentence before has one of these tags, if any are given.
    pub after: Vec<Tag>,
    /// Where two rules want the same medal or licence, the higher wins.
    pub priority: i32,
    /// How sure a match is, 0 to 1.
    pub confidence: f32,
    /// What it must find, and where it must find nothing.
    pub examples: Vec<Example>,
    /// Where it is defined: file and line.
    pub place: (String, usize),
}

/// The slots that a statement rule may fill.
const SLOTS: &[&str] = &[
    "who",
    "medal",
    "licence",
    "competition",
    "year",
    "place",
    "sport",
    "event",
    "country",
    "gender",
    "count",
    "rank",
    "sports",
    "qualifier",
    "colour",
    "first",
    "second",
    "third",
    "all",
];

/// Reads one file of macros, phrases and rules; macros of `common` are visible in a language.
pub(super) fn load(
    file: &SourceFile,
    tags: &mut Tags,
    macros: &mut Macros,
    phrases: &mut Vec<Phrase>,
    rules: &mut Vec<Rule>,
) -> Result<(), PackError> {
    let SourceFile { shown, text } = file;
    let rows: File = toml::from_str(text).map_err(|e| PackError::toml(shown, text, &e))?;
    macros.extend(rows.macros);
    let taken = |id: &Spanned<String>, phrases: &[Phrase], rules: &[Rule]| {
        let first = phrases
            .iter()
            .map(|p| (&p.id, &p.place))
            .chain(rules.iter().map(|r| (&r.id, &r.place)))
            .find(|(other, _)| *other == id.get_ref());
        match first {
            Some((_, (file, line))) => Err(PackError::at(
                shown,
                text,
                id.span(),
                format!("the id {} is taken", id.get_ref()),
                format!("first used at {file}:{line}; ids are for ever, choose another"),
            )),
            None => Ok(()),
        }
    };
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    for row in rows.phrases {
        taken(&row.id, phrases, rules)?;
        let pattern = compile(file, &row.pattern, tags, macros)?;
        let make = tags.find(file, &row.make)?;
        for group in &pattern.groups {
            if group.slot != "all" && group.slot != "self" && Field::from_name(&group.slot).is_none() {
                return Err(no_slot(file, &row.pattern, &group.slot, "a facet's name, `all` or `self`"));
            }
        }
        phrases.push(Phrase {
            place: (shown.clone(), line(row.id.span().start)),
            id: row.id.into_inner(),
            stage: row.stage,
            make,
            pattern,
            source: row.pattern.into_inner(),
            set: row.set.into_iter().collect(),
            examples: examples(file, row.yes, row.no),
        });
    }
    for row in rows.rules {
        taken(&row.id, phrases, rules)?;
        let pattern = compile(file, &row.pattern, tags, macros)?;
        for group in &pattern.groups {
            if !SLOTS.contains(&&*group.slot) {
                return Err(no_slot(file, &row.pattern, &group.slot, &SLOTS.join(", ")));
            }
        }
        if row.yes.is_empty() || row.no.is_empty() {
            return Err(PackError::at(
                shown,
                text,
                row.id.span(),
                format!("the rule {} lacks examples", row.id.get_ref()),
                "give at least one sentence under `yes` and one under `no`",
            ));
        }
        let after = row.after.iter().map(|name| tags.find(file, name)).collect::<Result<_, _>>()?;
        rules.push(Rule {
            after,
            place: (shown.clone(), line(row.id.span().start)),
            id: row.id.into_inner(),
            stage: row.stage,
            table: row.table,
            pattern,
            source: row.pattern.into_inner(),
            set: row.set.into_iter().collect(),
            priority: row.priority,
            confidence: row.confidence,
            examples: examples(file, row.yes, row.no),
        });
    }
    Ok(())
}

fn no_slot(file: &SourceFile, pattern: &Spanned<String>, slot: &str, allowed: &str) -> PackError {
    let span = pattern.span();
    let at = file.text[span.clone()].find(&format!(":{slot}")).map_or(span.start, |i| span.start + i + 1);
    let message = format!("no table has the slot `{slot}`");
    PackError::at(&file.shown, &file.text, at..at + slot.len(), message, format!("one of {allowed}"))
}

fn compile(
    file: &SourceFile,
    pattern: &Spanned<String>,
    tags: &mut Tags,
    macros: &Macros,
) -> Result<Pattern, PackError> {
    Pattern::compile(pattern.get_ref(), tags, macros).map_err(|e| {
        let span = pattern.span();
        // The opening quotes of the TOML string stand before the pattern's first byte.
        let body = file.text[span.clone()].find(pattern.get_ref().as_str()).unwrap_or(0);
        let at = span.start + body;
        PackError::at(&file.shown, &file.text, at + e.at.start..at + e.at.end, e.message, e.help)
    })
}
