//! When an article without a date was written, by what it says lies a year ahead: "next year's Games in Tokyo".

use super::Document;
use super::mention::Mention;
use crate::vocabulary::{Edition, Field, World, is_goal};

/// How many mentions may stand between "next year" and what takes place then.
const REACH: usize = 4;

/// The last day of the year before the Games that an article says are next year's.
pub(super) fn year_before_games(document: &Document<'_>) -> Option<String> {
    let ahead = |m: &Mention| matches!(m.facets.get(Field::Relative), Some("1" | "then1"));
    for sentence in &document.sentences {
        let mentions = &sentence.mentions;
        let named = |m: &Mention| document.any(m, &["GAMES"]) || m.facets.get(Field::Competition).is_some_and(is_goal);
        for at in (0..mentions.len()).filter(|k| ahead(&mentions[*k])) {
            let near = &mentions[at.saturating_sub(REACH)..(at + REACH + 1).min(mentions.len())];
            if !near.iter().any(named) {
                continue;
            }
            let said = near.iter().filter(|m| named(m)).find_map(|m| m.facets.number(Field::Year));
            let hosted = || near.iter().find_map(|m| latest(m.facets.get(Field::Place)?));
            if let Some(games) = said.or_else(hosted) {
                return Some(format!("{}-12-31", games - 1));
            }
        }
    }
    None
}

/// The year of the last Olympic or Paralympic Games that a city held.
fn latest(city: &str) -> Option<i32> {
    let games = |e: &&Edition| e.sport.is_empty() && is_goal(&e.competition);
    World::get().hosted(city).filter(games).map(|e| e.year).max()
}
