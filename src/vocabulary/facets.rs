//! What a mention says about the world: a few named fields with canonical values.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The fields that a mention or a statement can carry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// Every field, in order.
            pub const ALL: &'static [Field] = &[$(Field::$variant,)*];

            /// The name used for this field in packs.
            pub fn name(self) -> &'static str {
                match self { $(Field::$variant => $name,)* }
            }
        }
    };
}

fields! {
    /// A whole number of medals, licences or athletes.
    Count = "count",
    /// A place in a ranking or a result, `1` for the winner.
    Rank = "rank",
    /// `gold`, `silver`, `bronze` or `total`.
    Medal = "medal",
    /// Canonical competition name.
    Competition = "competition",
    /// The region of a championship (`World`, `Asian`).
    Region = "region",
    /// The age group of a championship (`Junior`, `Youth`, `U23`).
    Age = "age",
    /// Year of the edition or of a date.
    Year = "year",
    /// Last year of a span of editions.
    YearTo = "year_to",
    /// A year relative to the article's date: `0` this year, `-1` last year, `next`, `last`; `then-1` is relative
    /// to the year last spoken of.
    Relative = "relative",
    /// The number of an edition: `10` for the 10th African Games.
    Ordinal = "ordinal",
    /// Host city, canonical.
    Place = "place",
    /// NOC code.
    Country = "country",
    /// NOC code of the country in which a place lies.
    Within = "within",
    /// Canonical sport.
    Sport = "sport",
    /// Canonical event.
    Event = "event",
    /// What combines with a distance to an event (`freestyle`, `hurdles`).
    Discipline = "discipline",
    /// `women`, `men` or `mixed`.
    Gender = "gender",
    /// `medal` or `title`.
    Basis = "basis",
    /// `won`, `secured`, `target`, `forecast`, `missed`, `available`.
    Status = "status",
    /// In how many sports.
    Sports = "sports",
    /// `summer`, `winter`, `para`, `winter para`.
    Season = "season",
    /// Month of a date, 1 to 12.
    Month = "month",
    /// Day of a date, 1 to 31.
    Day = "day",
    /// Who holds it: `athlete`, `country`, `pool`.
    Holder = "holder",
    /// `athlete`, `official` or `other`: what a person is.
    Role = "role",
    /// Index of a person in the article.
    Person = "person",
    /// `singular` or `plural` of a noun or a pronoun.
    Number = "number",
    /// Where a licence was won.
    Qualifier = "qualifier",
    /// The city of that competition.
    QualifierPlace = "qualifier_place",
    /// Its year.
    QualifierYear = "qualifier_year",
    /// The sports among which an event's name has this meaning, joined by `|`.
    Among = "among",
    /// A second competition of the same title (`Olympic and world champion`).
    Also = "also",
    /// The count is meant for each holder.
    Each = "each",
    /// Three counts, gold-silver-bronze.
    Tally = "tally",
}

impl Field {
    /// The field of that name in a pack.
    pub fn from_name(name: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|f| f.name() == name)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Field::from_name(&name).ok_or_else(|| {
            let known: Vec<_> = Field::ALL.iter().map(|f| f.name()).collect();
            serde::de::Error::custom(format!("unknown field `{name}`; one of {}", known.join(", ")))
        })
    }
}

/// A small sorted map from [`Field`] to value.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Facets(Vec<(Field, Arc<str>)>);

impl Facets {
    /// No facets.
    pub fn new() -> Facets {
        Facets(Vec::new())
    }

    /// The value of a field.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.binary_search_by_key(&field, |e| e.0).ok().map(|i| &*self.0[i].1)
    }

    /// The value of a field as a number.
    pub fn number(&self, field: Field) -> Option<i32> {
        self.get(field)?.parse().ok()
    }

    /// True where the field has a value.
    pub fn has(&self, field: Field) -> bool {
        self.get(field).is_some()
    }

    /// Sets a field, over what was there.
    pub fn set(&mut self, field: Field, value: impl Into<Arc<str>>) {
        match self.0.binary_search_by_key(&field, |e| e.0) {
            Ok(i) => self.0[i].1 = value.into(),
            Err(i) => self.0.insert(i, (field, value.into())),
        }
    }

    /// Sets a field only where it has no value yet.
    pub fn fill_in(&mut self, field: Field, value: impl Into<Arc<str>>) {
        if !self.has(field) {
            self.set(field, value);
        }
    }

    /// Removes a field and returns its value.
    pub fn take(&mut self, field: Field) -> Option<Arc<str>> {
        self.0.binary_search_by_key(&field, |e| e.0).ok().map(|i| self.0.remove(i).1)
    }

    /// Takes over every field of `other` that has no value here.
    pub fn fill(&mut self, other: &Facets) {
        for (field, value) in &other.0 {
            self.fill_in(*field, value.clone());
        }
    }

    /// The same of some fields only.
    pub fn fill_only(&mut self, other: &Facets, fields: &[Field]) {
        for (field, value) in other.0.iter().filter(|(field, _)| fields.contains(field)) {
            self.fill_in(*field, value.clone());
        }
    }

    /// The fields and values, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(f, v)| (*f, &**v))
    }

    /// Replaces `{field}` in a template by this map's values; `None` where one is missing.
    ///
    /// `{field?}` stands for nothing where the value is missing. Runs of spaces become one.
    pub fn render(&self, template: &str) -> Option<String> {
        let mut out = String::new();
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let close = rest[open..].find('}')? + open;
            let name = &rest[open + 1..close];
            let (name, optional) = name.strip_suffix('?').map_or((name, false), |n| (n, true));
            match Field::from_name(name).and_then(|f| self.get(f)) {
                Some(value) => out.push_str(value),
                None if optional => {}
                None => return None,
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        Some(out.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Debug for Facets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Facets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (field, value)) in self.iter().enumerate() {
            write!(f, "{}{}={value}", if i == 0 { "" } else { " " }, field.name())?;
        }
        Ok(())
    }
}
