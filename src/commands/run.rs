//! `palmares run`: articles in, dataset out.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::dataset::{self, Record, Tables};
use crate::pipeline::process;
use crate::read;
use crate::rules::Packs;
use crate::write;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Articles, or folders of articles (files that end in .txt)
    #[arg(default_value = "corpus")]
    input: Vec<PathBuf>,
    /// The folder of the dataset
    #[arg(long, short, default_value = "output", value_name = "DIR")]
    output: PathBuf,
    /// Fail where an article is rejected
    #[arg(long)]
    strict: bool,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

impl Default for Args {
    fn default() -> Args {
        Args { input: vec!["corpus".into()], output: "output".into(), strict: false, threads: None }
    }
}

pub(super) fn run(args: &Args, packs: Option<&Path>) -> Result<ExitCode> {
    let (sources, problems) = read::sources(&args.input);
    for problem in &problems {
        eprintln!("warning: {problem}");
    }
    if sources.is_empty() {
        bail!("there is no article to read; nothing was written. Give a file or a folder: palmares run news/");
    }
    let packs = Packs::load(packs)?;
    let bar =
        if std::io::stderr().is_terminal() { ProgressBar::new(sources.len() as u64) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} articles, {eta} left") {
        bar.set_style(style);
    }
    let work = || -> Vec<Record> {
        sources
            .par_iter()
            .map(|source| {
                let record = process(&read::read(source), &packs);
                bar.inc(1);
                record
            })
            .collect()
    };
    let records = match args.threads {
        Some(n) => rayon::ThreadPoolBuilder::new().num_threads(n).build()?.install(work),
        None => work(),
    };
    bar.finish_and_clear();
    let rejected: Vec<&Record> = records.iter().filter(|r| r.status.starts_with("rejected")).collect();
    for record in &rejected {
        eprintln!("warning: {}: {}", record.path, record.status);
    }
    let strict_failure = args.strict && (!rejected.is_empty() || !problems.is_empty());
    if strict_failure {
        bail!(
            "{} of the inputs were rejected and --strict is given; nothing was written",
            rejected.len() + problems.len()
        );
    }
    if rejected.len() == records.len() {
        bail!("no article could be read; nothing was written");
    }
    let tables = dataset::build(records);
    write::write(&tables, &args.output)?;
    super::show(&summary(&tables, &args.output))?;
    Ok(ExitCode::SUCCESS)
}

fn summary(tables: &Tables, output: &Path) -> String {
    let mut by_language: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for a in &tables.articles {
        let status = a.status.split(':').next().unwrap_or_default();
        let language = if a.language.is_empty() { "?" } else { &a.language };
        *by_language.entry((language, status)).or_default() += 1;
    }
    let mut lines = vec![format!("{} articles", tables.articles.len())];
    for ((language, status), n) in by_language {
        lines.push(format!("  {language:3} {n:>6}  {status}"));
    }
    lines.push(format!(
        "{} athletes, {} medal facts, {} licence facts, {} lines of evidence",
        tables.athletes.len(),
        tables.medals.len(),
        tables.licenses.len(),
        tables.evidence.len()
    ));
    lines.push(format!("{} sentences to review", tables.review.len()));
    lines.push(format!("written to {}\n", output.display()));
    lines.join("\n")
}
