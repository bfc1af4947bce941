//! Language packs: data in, compiled rules out.
//!
//! A pack is a folder of `src/languages`: `language.toml` (what the language is), `orthographies.toml` (other spellings
//! of it), `paradigms*.toml` (how words are inflected), `lexicon.toml` (terms by tag), `names.toml` (how names look and
//! are declined), `numbers.toml`, `context.toml` (status cues), `macros.toml`, `phrases*.toml`, `rules-*.toml`, and CSV
//! tables that name the world in that language. `common/` is merged into every pack. Whatever is wrong in a pack is an
//! error with file, line and a caret, never skipped.

mod context;
mod declension;
mod error;
mod language;
mod lexicon;
mod names;
mod numbers;
mod orthography;
mod pack;
mod paradigm;
mod pattern;
mod rule;
mod source;
mod tables;
mod tags;

pub use context::{Cue, Direction};
pub use declension::{Base, Declensions, Part};
pub use error::PackError;
pub use language::LanguageInfo;
pub use lexicon::{Lexicon, Term};
pub use names::Names;
pub use numbers::Numbers;
pub use orthography::{Orthography, Respelled};
pub use pack::{Pack, Packs};
pub use pattern::{Group, Pattern, Piece, TagSet};
pub use rule::{Example, Phrase, Rule, Table};
pub use source::Sources;
pub use tags::{Tag, Tags};
