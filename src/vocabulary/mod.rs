//! The world that articles speak of: countries, sports, events, competitions and their editions.
//!
//! The lists are CSV files beside this one, embedded in the binary; they hold facts in canonical
//! English. How a language names these things stands in its pack (`src/languages`).

mod digest;
mod facets;
mod fold;
mod world;

pub use digest::{fnv32, fnv64};
pub use facets::{Facets, Field};
pub use fold::{fold_char, fold_text, name_key, slug};
pub use world::{Competition, Edition, Noc, OLYMPIAD, World, is_goal, is_paralympic, is_qualifier};
