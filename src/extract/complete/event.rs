//! Which sport an event implies.

use crate::extract::mention::Mention;
use crate::vocabulary::{Field, World};

/// The one style of wrestling in which women compete, by the rules of United World Wrestling.
pub(super) const WOMEN_WRESTLE: &str = "freestyle wrestling";

/// The sport that an event implies: of the distances that of the discipline, of the names that which has it alone.
pub(super) fn event_sport(mention: &Mention) -> Option<&str> {
    let event = mention.facets.get(Field::Event)?;
    match mention.facets.get(Field::Among).filter(|a| !a.is_empty()) {
        // A name that only means this event in some sport implies nothing.
        Some(among) => (!among.contains('|') && event.starts_with(|c: char| c.is_ascii_digit())).then_some(among),
        None => {
            let sports = World::get().event_sports(event)?;
            let mut plain = sports.iter().filter(|s| !s.starts_with("para "));
            match (plain.next(), plain.next()) {
                (Some(one), None) => World::get().names("sport").get(&**one).copied(),
                _ => None,
            }
        }
    }
}
