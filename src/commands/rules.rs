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
            super::show(&list(&packs))?;
            Ok(ExitCode::SUCCESS)
        }
        Action::Check => {
            let (text, held) = check(&packs);
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

/// Runs the examples; gives what to print and whether all hold.
fn check(packs: &Packs) -> (String, bool) {
    let (mut held, mut failed) = (0, 0);
    let mut out = String::new();
    for pack in packs.iter() {
        for case in Case::all(pack) {
            // A common rule has its examples in one language; it is run in that one.
            if !speaks(case.id(), &pack.language.code) {
                continue;
            }
            let wrong = case.check(pack);
            held += usize::from(wrong.is_empty());
            failed += wrong.len();
            for w in wrong {
                out.push_str(&format!("{w}\n\n"));
            }
        }
    }
    out.push_str(&format!("{held} passed, {failed} failed\n"));
    (out, failed == 0)
}

/// Ids begin with their language; those of `common` are tried in the first pack that has them.
fn speaks(id: &str, code: &str) -> bool {
    match id.split_once('.') {
        Some((prefix, _)) if prefix.len() == 2 => prefix == code,
        _ => code == "en",
    }
}
