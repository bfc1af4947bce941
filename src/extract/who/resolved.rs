//! A statement whose holder is known: a person, a country's team, or everybody.

use std::ops::Range;

use crate::extract::facts::Holder;
use crate::rules::Table;
use crate::vocabulary::Facets;

/// A statement with its holder.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) table: Table,
    pub(crate) holder: Holder,
    pub(crate) person: Option<usize>,
    /// NOC code, where the holder is a country or it is said of the person here.
    pub(crate) country: Option<String>,
    /// Everything said, the rule's fields over the focus's.
    pub(crate) fields: Facets,
    /// True where the focus is a description (champion, medallist) and not an event told.
    pub(crate) description: bool,
    pub(crate) sentence: usize,
    pub(crate) tokens: Range<usize>,
    /// Sentence and tokens whose surroundings say what is left out.
    pub(crate) context: (usize, Range<usize>),
    /// True where the rule ran before names took in what describes them.
    pub(crate) early: bool,
    /// True for one colour of a team's tally.
    pub(crate) of_tally: bool,
    /// True where its sport is only that of what stands around it.
    pub(crate) sport_guessed: bool,
    pub(crate) rule: String,
    pub(crate) confidence: f32,
}
