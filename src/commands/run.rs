//! `palmares run`: articles in, dataset out.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;

use super::dataset::{corrections, finish, open, open_anew, summary};
use crate::dataset::store::{self, Entry, Known, Store, Stored};
use crate::pipeline::process;
use crate::read::{self, Article, Rejection, Source};
use crate::rules::Packs;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Articles, or folders of articles (files that end in .txt)
    #[arg(default_value = "corpus")]
    input: Vec<PathBuf>,
    /// The folder of the dataset
    #[arg(long, short, default_value = "output", value_name = "DIR")]
    output: PathBuf,
    /// Build the dataset anew from these articles alone
    #[arg(long)]
    fresh: bool,
    /// Fail where an article is rejected
    #[arg(long)]
    strict: bool,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Articles of a transaction, and in memory at once
    #[arg(long, value_name = "N", default_value_t = BATCH, hide = true, value_parser = clap::value_parser!(u32).range(1..))]
    batch: u32,
}

const BATCH: u32 = 1000;

impl Default for Args {
    fn default() -> Args {
        Args {
            input: vec!["corpus".into()],
            output: "output".into(),
            fresh: false,
            strict: false,
            threads: None,
            batch: BATCH,
        }
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
    if args.strict && !problems.is_empty() {
        bail!("{} of the inputs cannot be read and --strict is given; nothing was written", problems.len());
    }
    let packs = Packs::on_demand(packs)?;
    let made = !args.output.exists();
    std::fs::create_dir_all(&args.output)
        .with_context(|| format!("cannot write into {}; check that the folder is yours", args.output.display()))?;
    let corrections = corrections(&args.output)?;
    let store = if args.fresh { open_anew(&args.output) } else { open(&args.output) };
    let done = store.and_then(|store| {
        let before = store.articles()?;
        let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads.unwrap_or_default()).build()?;
        let reader = Reader { packs: &packs, bar: progress(sources.len()) };
        Run { store: &store, reader, pool, whole: args.fresh || args.strict }.add(&sources, args)?;
        let rows = finish(&store, &corrections, &args.output)?;
        summary(&store, &rows, before, &args.output)
    });
    match done {
        Ok(summary) => super::show(&summary).map(|()| ExitCode::SUCCESS),
        Err(e) => {
            if made {
                // Nothing was written, so nothing is left behind; a folder that is not empty stays.
                remove_empty_store(&args.output);
                let _ = std::fs::remove_dir(&args.output);
            }
            Err(e)
        }
    }
}

/// Removes a store in which no article is.
fn remove_empty_store(folder: &Path) {
    let empty = Store::open(folder, || {}).is_ok_and(|s| s.articles().is_ok_and(|n| n == 0));
    if empty {
        let _ = std::fs::remove_file(folder.join(store::FILE));
    }
}

/// What became of one input.
enum Step {
    /// It is in the store as it is.
    Same { rejected: Option<String> },
    /// It is new, or has changed.
    New(Box<Entry>),
    /// It cannot be read now, and the store has an earlier version of it.
    Kept { reason: String },
}

/// What is done to each article apart from all others, in parallel.
struct Reader<'a> {
    packs: &'a Packs,
    bar: ProgressBar,
}

impl Reader<'_> {
    /// Reads one input; what the store has is not extracted again.
    fn step(&self, source: &Source, known: Option<Known>) -> Step {
        let article = read::read(source);
        self.bar.inc(1);
        if let Some(known) = known {
            let current = known.pack == self.packs.version() && known.id == source.id;
            match &article.text {
                Ok(text) if current && known.has(text) => return Step::Same { rejected: known.rejected },
                Err(Rejection::Unreadable(reason)) if known.rejected.is_none() => {
                    return Step::Kept { reason: reason.clone() };
                }
                _ => {}
            }
        }
        Step::New(Box::new(self.entry(&source.place, &article)))
    }

    fn entry(&self, place: &str, article: &Article) -> Entry {
        let text = article.text.as_deref().unwrap_or_default();
        Entry::new(place, text, self.packs.version(), process(article, self.packs))
    }
}

struct Run<'a> {
    store: &'a Store,
    reader: Reader<'a>,
    pool: ThreadPool,
    /// All in one transaction, so that a failure leaves the dataset as it was.
    whole: bool,
}

impl Run<'_> {
    /// Brings the articles of the store up to date with the sources and the packs. Leaves a transaction open, in which
    /// the rows can be worked out.
    fn add(&self, sources: &[Source], args: &Args) -> Result<()> {
        let Run { store, reader, pool, .. } = self;
        store.begin()?;
        if args.fresh {
            store.clear()?;
        }
        let mut rejected = 0;
        let mut warn = |path: &str, reason: &str| {
            reader.bar.suspend(|| eprintln!("warning: {path}: {reason}"));
            rejected += 1;
        };
        let mut last: Vec<Entry> = Vec::new();
        for batch in sources.chunks(args.batch as usize) {
            let known = batch.iter().map(|s| store.known(&s.place)).collect::<Result<Vec<_>, _>>()?;
            let read = || batch.par_iter().zip(known).map(|(source, known)| reader.step(source, known)).collect();
            let steps: Vec<Step> = pool.install(read);
            for (step, source) in steps.into_iter().zip(batch) {
                match step {
                    Step::Same { rejected: None } => {}
                    Step::Same { rejected: Some(reason) } => warn(&source.shown, &reason),
                    Step::Kept { reason } => warn(&source.shown, &format!("{reason}; what it said before is kept")),
                    Step::New(entry) if entry.record().status.starts_with("rejected") => {
                        warn(&source.shown, &entry.record().status);
                        last.push(*entry);
                    }
                    Step::New(entry) => self.put(*entry)?,
                }
            }
            self.save()?;
        }
        reader.bar.finish_and_clear();
        if rejected == sources.len() {
            store.roll_back()?;
            bail!("no article could be read; nothing was written");
        }
        if args.strict && rejected > 0 {
            store.roll_back()?;
            bail!("{rejected} of the inputs were rejected and --strict is given; nothing was written");
        }
        for entry in last {
            self.put(entry)?;
        }
        self.extract_again(args.batch)
    }

    /// Stores an article. Two places can have one id only where palmares was run from several folders: an article
    /// that is gone from where it was has moved, else the new one goes by its whole path.
    fn put(&self, mut entry: Entry) -> Result<()> {
        let id = entry.record().id.clone();
        match self.store.place_of(&id)? {
            Some(place) if place != entry.place() => {
                if Path::new(&place).exists() {
                    entry.rename(entry.place().to_owned());
                } else {
                    self.store.forget(&id)?;
                }
            }
            _ => {}
        }
        Ok(self.store.put(&entry)?)
    }

    /// Extracts anew the stored articles that other packs, or another palmares, have extracted.
    fn extract_again(&self, most: u32) -> Result<()> {
        let reader = &self.reader;
        let version = reader.packs.version();
        let mut after = String::new();
        loop {
            let batch = self.store.outdated(version, &after, most)?;
            let Some(last) = batch.last() else { return Ok(()) };
            after.clone_from(&last.id);
            let again = |s: &Stored| reader.entry(&s.place, &Article::of(&s.id, &s.path, Ok(s.text.clone())));
            let entries: Vec<Entry> = self.pool.install(|| batch.par_iter().map(again).collect());
            for entry in &entries {
                self.store.put(entry)?;
            }
            self.save()?;
        }
    }

    /// Makes lasting what is done so far, unless all is to hold together.
    fn save(&self) -> Result<()> {
        if !self.whole {
            self.store.commit()?;
            self.store.begin()?;
        }
        Ok(())
    }
}

fn progress(articles: usize) -> ProgressBar {
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(articles as u64) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} articles, {eta} left") {
        bar.set_style(style);
    }
    bar
}
