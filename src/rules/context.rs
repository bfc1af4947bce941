//! `context.toml`: the cues that change a statement's status.

use serde::Deserialize;
use toml::Spanned;

use super::{PackError, Sources, Tag, Tags, source};

/// In which direction a cue works from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// What follows the cue.
    Forward,
    /// What precedes it.
    Backward,
    /// The whole clause.
    Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "cue")]
    cues: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    tag: Spanned<String>,
    medals: String,
    licenses: String,
    direction: Direction,
    reach: usize,
    terminators: Vec<Spanned<String>>,
}

/// A cue: terms of this tag turn statements in reach to another status (after the ConText algorithm,
/// Harkema et al. 2009, <https://doi.org/10.1016/j.jbi.2009.05.002>).
#[derive(Debug, Clone)]
pub struct Cue {
    /// The tag of the cue's terms.
    pub tag: Tag,
    /// The status of a medal in reach; empty for none.
    pub medals: String,
    /// The status of a licence in reach; empty for none.
    pub licenses: String,
    /// Where it works.
    pub direction: Direction,
    /// How many mentions far.
    pub reach: usize,
    /// Tags that end its scope.
    pub terminators: Vec<Tag>,
}

pub(super) fn load(sources: &Sources, tags: &Tags, code: &str) -> Result<Vec<Cue>, PackError> {
    let mut cues = Vec::new();
    for folder in [source::COMMON, code] {
        let Some(file) = sources.file(folder, "context.toml") else { continue };
        let rows: File = toml::from_str(&file.text).map_err(|e| PackError::toml(&file.shown, &file.text, &e))?;
        let find = |name: &Spanned<String>| tags.find(file, name);
        for row in rows.cues {
            cues.push(Cue {
                tag: find(&row.tag)?,
                medals: row.medals,
                licenses: row.licenses,
                direction: row.direction,
                reach: row.reach,
                terminators: row.terminators.iter().map(find).collect::<Result<_, _>>()?,
            });
        }
    }
    Ok(cues)
}
