//! What extraction gives: facts with their evidence, and what is left for review.

use serde::{Deserialize, Serialize};

/// Who holds a medal or a licence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holder {
    /// A person, by name.
    Athlete,
    /// A country's team.
    Country,
    /// Everybody: places that the Games or a qualifier hand out.
    Pool,
}

impl Holder {
    /// The word used in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Holder::Athlete => "athlete",
            Holder::Country => "country",
            Holder::Pool => "pool",
        }
    }
}

/// Where in an article a fact stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// First character (Unicode scalar value) of the sentence.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// The sentence.
    pub quote: String,
    /// The rule that fired.
    pub rule: String,
    /// 0 to 1.
    pub confidence: f32,
}

/// An athlete of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Athlete {
    /// Fullest form in the article.
    pub name: String,
    /// Every form in the article.
    pub names: Vec<String>,
    /// NOC code or empty.
    pub country: String,
    /// `women`, `men` or empty.
    pub gender: String,
    /// Canonical sport or empty.
    pub sport: String,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// A medal fact of one article; columns as in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Medal {
    pub holder: Holder,
    /// The athlete's name in this article, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub athlete: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub medal: String,
    pub count: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competition: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_to: Option<i32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sport: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub event: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gender: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub status: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    pub evidence: Vec<Evidence>,
}

/// A licence fact of one article; columns as in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct License {
    pub holder: Holder,
    /// The athlete's name in this article, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub athlete: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    pub count: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sports: Option<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competition: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sport: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub event: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gender: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub status: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub qualifier: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub qualifier_place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier_year: Option<i32>,
    pub evidence: Vec<Evidence>,
}

/// A sentence that looked like a fact and gave none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// First character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
    /// The sentence.
    pub quote: String,
    /// The word that looked like a fact.
    pub trigger: String,
    /// Why no fact came of it.
    pub reason: String,
}

/// Everything that one article gives.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Extraction {
    pub athletes: Vec<Athlete>,
    pub medals: Vec<Medal>,
    pub licenses: Vec<License>,
    pub review: Vec<Review>,
}

fn year(from: Option<i32>, to: Option<i32>) -> String {
    match (from, to) {
        (Some(a), Some(b)) => format!(" {a}-{b}"),
        (Some(a), None) => format!(" {a}"),
        _ => String::new(),
    }
}

impl Athlete {
    /// The fact in a line, as examples in packs write it.
    pub fn line(&self) -> String {
        format!("{} | {} {}", self.name, or_dash(&self.country), or_dash(&self.sport))
    }
}

impl Medal {
    /// The fact in a line, as examples in packs write it.
    pub fn line(&self) -> String {
        format!(
            "{} | {} {} {} | {}{}",
            if self.holder == Holder::Athlete { &self.athlete } else { &self.country },
            self.status,
            self.count,
            self.medal,
            or_dash(&self.competition),
            year(self.year, self.year_to)
        )
    }
}

impl License {
    /// The fact in a line, as examples in packs write it.
    pub fn line(&self) -> String {
        let who = match self.holder {
            Holder::Athlete => &self.athlete,
            Holder::Country => &self.country,
            Holder::Pool => "pool",
        };
        format!("{who} | {} {} | {}{}", self.status, self.count, or_dash(&self.competition), year(self.year, None))
    }
}

fn or_dash(value: &str) -> &str {
    if value.is_empty() { "-" } else { value }
}
