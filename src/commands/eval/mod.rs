//! `palmares eval`: precision, recall and F1 against gold, by the same comparison as the reference scorer.

mod by_rule;
mod names;
mod score;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use crate::dataset;
use crate::pipeline::process;
use crate::read::{self, Source};
use crate::rules::Packs;
use score::Gold;
pub use score::{Comparison, score};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Folders of NAME.json with NAME.txt beside them
    #[arg(required = true)]
    gold: Vec<PathBuf>,
    /// The folder of the NAME.txt, where they are not beside the gold
    #[arg(long, value_name = "DIR")]
    text: Option<PathBuf>,
    /// Only names that begin with this, a folder's name and a slash before those of an inner folder
    #[arg(long, value_name = "PREFIX")]
    only: Option<String>,
    /// Print every missed and every wrong fact
    #[arg(long)]
    show: bool,
    /// Print how often each rule is right, those with the most wrong facts first
    #[arg(long)]
    rules: bool,
}

pub(super) fn run(args: &Args, packs: Option<&Path>) -> Result<ExitCode> {
    let packs = Packs::on_demand(packs)?;
    let mut items: Vec<(String, Source, Gold)> = Vec::new();
    for folder in &args.gold {
        // Of several folders each is named, so that their `01` stay apart.
        let own = folder.file_name().filter(|_| args.gold.len() > 1);
        let within = own.map_or_else(String::new, |own| format!("{}/", own.to_string_lossy()));
        collect(folder, args.text.as_deref().unwrap_or(folder), &within, args, &mut items)?;
    }
    if items.is_empty() {
        bail!("there is no pair of NAME.json and NAME.txt in {:?}", args.gold);
    }
    let tables: Vec<dataset::Tables> =
        items.par_iter().map(|(_, source, _)| dataset::build(vec![process(&read::read(source), &packs)])).collect();
    let pairs: Vec<(&str, &Gold, &dataset::Tables)> =
        items.iter().zip(&tables).map(|((name, _, gold), t)| (name.as_str(), gold, t)).collect();
    let Comparison { scores, lines, by_rule } = score(&pairs);
    let differences = if args.show { lines.iter().map(|l| format!("{l}\n")).collect() } else { String::new() };
    let rules = if args.rules { format!("{by_rule}\n") } else { String::new() };
    super::show(&format!("{differences}{rules}{scores}"))?;
    Ok(ExitCode::SUCCESS)
}

/// Adds the pairs of a folder and of the folders in it; the texts lie alike. A pair is named by its way from the
/// folder that was asked for, and by that folder too where several were.
fn collect(
    folder: &Path,
    texts: &Path,
    within: &str,
    args: &Args,
    items: &mut Vec<(String, Source, Gold)>,
) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    files.sort();
    for path in files {
        if let (true, Some(inner)) = (path.is_dir(), path.file_name()) {
            collect(&path, &texts.join(inner), &format!("{within}{}/", inner.to_string_lossy()), args, items)?;
            continue;
        }
        if path.extension().is_none_or(|x| x != "json") {
            continue;
        }
        let stem = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        let name = format!("{within}{stem}");
        if args.only.as_ref().is_some_and(|o| !name.starts_with(o.as_str())) {
            continue;
        }
        let text = texts.join(format!("{stem}.txt"));
        if !text.exists() {
            continue;
        }
        let json = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let gold: Gold = serde_json::from_str(&json).with_context(|| format!("{} is no gold file", path.display()))?;
        items.push((name, Source::of(&text), gold));
    }
    Ok(())
}
