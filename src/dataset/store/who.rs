//! Who was taken for whom, for `palmares explain --athlete`.

use super::super::corrections::Corrections;
use super::super::identity::{Judgement, Named, Resolution, judgements, resolve};
use super::{Store, StoreError};

/// The mentions of one athlete and how they were judged.
#[derive(Debug)]
pub struct Who {
    /// Every mention in the store.
    pub names: Vec<Named>,
    /// Who is who.
    pub resolution: Resolution,
    /// The pairs that concern the athlete.
    pub judgements: Vec<Judgement>,
}

impl Store {
    /// How the mentions of an athlete were judged. `None` where no athlete has this id.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn who(&self, id: &str, corrections: &Corrections) -> Result<Option<Who>, StoreError> {
        let names = self.names()?.named;
        let resolution = resolve(&names, &corrections.edits);
        if !resolution.ids.iter().any(|x| x == id) {
            return Ok(None);
        }
        let judgements = judgements(&names, &resolution, id);
        Ok(Some(Who { names, resolution, judgements }))
    }

    /// Ids of athletes that begin like one that is not there.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn athletes_like(&self, id: &str, most: u32) -> Result<Vec<String>, StoreError> {
        let part = id.split_once('-').map_or(id, |(_, name)| name);
        let sql = "SELECT DISTINCT athlete FROM names WHERE instr(athlete, ?) > 0 ORDER BY athlete LIMIT ?";
        let last = part.rsplit('-').next().unwrap_or(part);
        self.all(sql, rusqlite::params![last, most], |r| r.get(0))
    }
}
