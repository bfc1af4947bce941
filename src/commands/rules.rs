//! `palmares rules list` and `palmares rules check`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::extract::Case;
use crate::rules::Packs;

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
    Check,
}

pub(super) fn run(args: &Args, packs: Option<&Path>) -> Result<ExitCode> {
    let packs = Packs::load(packs)?;
    match args.action {
        Action::List => {
            list(&packs);
            Ok(ExitCode::SUCCESS)
        }
        Action::Check => Ok(check(&packs)),
    }
}

fn list(packs: &Packs) {
    for pack in packs.iter() {
        println!("# {} ({}): {} forms", pack.language.name, pack.language.code, pack.lexicon.len());
        for p in &pack.phrases {
            println!("{}\t{}\t{}\t{}", pack.language.code, p.id, pack.tags.name(p.make), p.source);
        }
        for r in &pack.rules {
            println!("{}\t{}\t{}\t{}", pack.language.code, r.id, r.table.name(), r.source);
        }
    }
}

fn check(packs: &Packs) -> ExitCode {
    let (mut held, mut failed) = (0, 0);
    for pack in packs.iter() {
        for case in Case::all(pack) {
            // A common rule has its examples in one language; it is run in that one.
            if !speaks(case.id(), &pack.language.code) {
                continue;
            }
            let wrong = case.check(pack);
            if wrong.is_empty() {
                held += 1;
            }
            for w in wrong {
                failed += 1;
                println!("{}:{}: {}\n  in: {}\n  {}", w.place.0, w.place.1, w.id, w.text, w.message);
            }
        }
    }
    println!("{held} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// Ids begin with their language; those of `common` are tried in the first pack that has them.
fn speaks(id: &str, code: &str) -> bool {
    match id.split_once('.') {
        Some((prefix, _)) if prefix.len() == 2 => prefix == code,
        _ => code == "en",
    }
}
