//! `palmares forget`: articles out of the dataset.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::dataset::{corrections, finish, open, summary};
use crate::dataset::store;
use crate::read::Source;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The articles, by their id in articles.csv or by their path
    #[arg(required = true)]
    article: Vec<String>,
    /// The folder of the dataset
    #[arg(long, short, default_value = "output", value_name = "DIR")]
    output: PathBuf,
}

pub(super) fn run(args: &Args) -> Result<ExitCode> {
    if !args.output.join(store::FILE).exists() {
        bail!("there is no dataset in {}; give its folder with --output", args.output.display());
    }
    let corrections = corrections(&args.output)?;
    let store = open(&args.output)?;
    let before = store.articles()?;
    let mut ids = Vec::new();
    for name in &args.article {
        let name = name.strip_prefix('\'').unwrap_or(name);
        let mut found = store.find(name)?;
        if found.is_empty() {
            found = store.find(&Source::of(Path::new(name)).place)?;
        }
        if found.is_empty() {
            bail!(
                "{name}: no such article in {}; nothing was changed. articles.csv lists the ids and the paths",
                args.output.display()
            );
        }
        ids.extend(found);
    }
    store.begin()?;
    for id in &ids {
        store.forget(id)?;
    }
    finish(&store, &corrections, &args.output)?;
    super::show(&summary(&store, before, &args.output)?)?;
    Ok(ExitCode::SUCCESS)
}
