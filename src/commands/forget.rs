//! `palmares forget`: articles out of the dataset.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::dataset::{corrections, finish, open_existing, summary};
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
    let store = open_existing(&args.output)?;
    let corrections = corrections(&args.output)?;
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
    let rows = finish(&store, &corrections, &args.output)?;
    super::show(&summary(&store, &rows, before, &args.output)?)?;
    Ok(ExitCode::SUCCESS)
}
