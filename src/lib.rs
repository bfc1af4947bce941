//! palmares reads sports news in many languages and keeps a dataset of athletes, medals and Olympic
//! licences, with a quote for every row.
//!
//! ```text
//! bytes ─read▶ Article ─language▶ pack ─extract▶ Extraction ─store▶ palmares.db ─refresh▶ rows ─write▶ CSV
//!        └──────────── one article, pure, parallel ────────────┘ └────────── the whole dataset ──────────┘
//! ```
//!
//! ```
//! let packs = palmares::rules::Packs::load(None)?;
//! let pack = packs.get("en").expect("English is built in");
//! let text = "Rower Vladislav Yakovlev won a silver medal at the 2018 Asian Games.";
//! let facts = palmares::extract::extract(text, &Default::default(), pack);
//! assert_eq!(facts.medals[0].line(), "Vladislav Yakovlev | won 1 silver | Asian Games 2018");
//! # Ok::<(), palmares::rules::PackError>(())
//! ```

pub mod commands;
pub mod dataset;
pub mod extract;
pub mod language;
pub mod pipeline;
pub mod read;
pub mod rules;
pub mod vocabulary;
pub mod write;
