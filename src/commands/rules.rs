//! `palmares rules list` and `palmares rules check`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use rayon::prelude::*;

use crate::extract::Case;
use crate::rules::{Pack, PackError, Packs};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Every rule and phrase: id, table, pattern and its first example
    List,
    /// Run the examples of every rule and phrase
    Check {
        /// Only ids that begin with this, as in en. or en.won-for-nation
        #[arg(default_value = "", hide_default_value = true)]
        prefix: String,
    },
}

pub(super) fn run(args: &Args, packs: Option<&Path>) -> Result<ExitCode> {
    let packs = Packs::load(packs)?;
    match &args.action {
        Action::List => {
            super::show(&list(&packs))?;
            Ok(ExitCode::SUCCESS)
        }
        Action::Check { prefix } => {
            let (text, held) = check(&packs, prefix)?;
            super::show(&text)?;
            Ok(if held { ExitCode::SUCCESS } else { ExitCode::from(1) })
        }
    }
}

fn list(packs: &Packs) -> String {
    let mut out = String::new();
    for pack in packs.iter() {
        let code = &pack.language.code;
        out.push_str(&format!("# {} ({code}): {} forms\n", pack.language.name, pack.lexicon.len()));
        for p in &pack.phrases {
            out.push_str(&format!("{code}\t{}\t{}\t{}\n", p.id, pack.tags.name(p.make), p.source));
        }
        for r in &pack.rules {
            out.push_str(&format!("{code}\t{}\t{}\t{}\n", r.id, r.table.name(), r.source));
        }
    }
    out
}

/// Runs the examples of the ids that begin with `prefix`; gives what to print and whether all hold.
///
/// # Errors
/// Where no id begins so: a misspelt one must not look green.
fn check(packs: &Packs, prefix: &str) -> Result<(String, bool)> {
    let cases: Vec<(&Pack, Case<'_>)> = packs
        .iter()
        .flat_map(|pack| Case::all(pack).map(move |case| (pack, case)))
        // A common rule has its examples in one language; it is run in that one.
        .filter(|(pack, case)| case.id().starts_with(prefix) && speaks(case.id(), &pack.language.code))
        .collect();
    if cases.is_empty() {
        bail!("no rule or phrase has an id that begins with {prefix:?}; `palmares rules list` shows all");
    }
    let wrong: Vec<Vec<PackError>> = cases.par_iter().map(|(pack, case)| case.check(pack)).collect();
    let held = wrong.iter().filter(|w| w.is_empty()).count();
    let wrong: Vec<String> = wrong.iter().flatten().map(|w| format!("{w}\n\n")).collect();
    let summary = format!("{held} passed, {} failed\n", wrong.len());
    Ok((wrong.concat() + &summary, wrong.is_empty()))
}

/// Ids begin with their language; those of `common` are tried in the first pack that has them.
fn speaks(id: &str, code: &str) -> bool {
    match id.split_once('.') {
        Some((prefix, _)) if prefix.len() == 2 => prefix == code,
        _ => code == "en",
    }
}
