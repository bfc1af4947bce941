//! What a statement tells of a medal or a licence, whoever holds it.

use super::resolved::Resolved;
use crate::extract::facts::Holder;
use crate::extract::matching::Statement;
use crate::extract::mention::Mention;
use crate::extract::{Document, NAMES_GROW};
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, is_goal};

/// A statement whose holders are sought, with all that it says of what they hold.
pub(super) struct Told<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) statement: &'a Statement,
    /// Everything said, the rule's fields over the focus's.
    pub(super) fields: Facets,
    /// True where a title says it: "the champion of Asia".
    pub(super) title: bool,
    /// True where the focus is a description (champion, medallist) and not an event told.
    pub(super) description: bool,
    /// How many licences a team has that won "its eighth".
    nth: Option<String>,
}

impl<'a> Told<'a> {
    /// All that a statement says.
    pub(super) fn of(document: &'a Document<'a>, statement: &'a Statement) -> Told<'a> {
        let mut fields = statement.fields.clone();
        fields.fill(&statement.focus);
        fields.take(Field::Person);
        let title = is_title(document, statement);
        let description = title || fields.get(Field::Basis) == Some("title");
        let description = description && fields.get(Field::Relative) != Some("current");
        // "He became Asian champion last year": told as news, but of the year that the title's own words count.
        if let (Some("current"), Some(own)) = (fields.get(Field::Relative), statement.focus.get(Field::Relative)) {
            fields.set(Field::Relative, own);
        }
        Told { document, statement, fields, title, description, nth: nth(document, statement) }
    }

    /// How many it is of, one where it does not say.
    pub(super) fn count(&self) -> i32 {
        self.fields.number(Field::Count).unwrap_or(1)
    }

    /// What is told, as a person's.
    pub(super) fn athlete(&self, person: usize, country: Option<String>, fields: Facets) -> Resolved {
        self.made(Holder::Athlete, Some(person), country, fields)
    }

    /// What is told, as each person's of some.
    pub(super) fn each(&self, people: &[usize]) -> Vec<Resolved> {
        people.iter().map(|p| self.athlete(*p, None, self.fields.clone())).collect()
    }

    /// What is told, as a country's.
    pub(super) fn country(&self, country: String, mut fields: Facets) -> Resolved {
        if let Some(n) = &self.nth {
            fields.set(Field::Count, n.as_str());
        }
        self.made(Holder::Country, None, Some(country), fields)
    }

    /// What is told, as everybody's.
    pub(super) fn pool(&self) -> Resolved {
        self.made(Holder::Pool, None, None, self.fields.clone())
    }

    /// What is told, as a holder's.
    fn made(&self, holder: Holder, person: Option<usize>, country: Option<String>, fields: Facets) -> Resolved {
        let statement = self.statement;
        Resolved {
            table: statement.table,
            holder,
            person,
            country,
            fields,
            description: self.description,
            sentence: statement.sentence,
            tokens: statement.tokens.clone(),
            context: (statement.sentence, statement.tokens.clone()),
            early: statement.stage < NAMES_GROW,
            of_tally: false,
            sport_guessed: false,
            rule: statement.rule.clone(),
            confidence: statement.confidence,
        }
    }
}

/// True where a title says what is told, or did before a name took it in.
fn is_title(document: &Document<'_>, statement: &Statement) -> bool {
    let sentence = &document.sentences[statement.sentence];
    let word = sentence.mention_at(statement.tokens.start);
    // "Bronze medallist A": the name has taken in the words for it. "Medallists: A, B and C" are news.
    let is = |m: Option<&Mention>, tag: &str| m.is_some_and(|m| document.any(m, &[tag]));
    let taken = is(word, "PERSON")
        && is(sentence.early_at(statement.tokens.start), "TITLE")
        && statement.focus.get(Field::Number) != Some("plural");
    taken || is(word, "TITLE")
}

/// How many licences a team has that won "its eighth".
fn nth(document: &Document<'_>, statement: &Statement) -> Option<String> {
    let counted = statement.focus.number(Field::Count).is_some_and(|n| n > 1);
    let one = statement.focus.get(Field::Number) == Some("singular") && !counted;
    // Without the Games "the eighth place" is one in a result.
    if statement.table != Table::Licenses || !one || !statement.focus.get(Field::Competition).is_some_and(is_goal) {
        return None;
    }
    let mentions = &document.sentences[statement.sentence].mentions;
    let at = mentions.iter().position(|m| m.tokens.end > statement.tokens.start)?;
    let before = mentions[..at].iter().rev().find(|m| !document.any(m, &["DEMONYM", "GAMESADJ", "SPORT", "GENDER"]))?;
    let n = before.facets.number(Field::Rank).filter(|n| *n > 1 && document.any(before, &["ORD"]))?;
    Some(n.to_string())
}
