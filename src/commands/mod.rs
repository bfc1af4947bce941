//! The subcommands: arguments turned once into a plan, one file each.

mod dataset;
mod eval;
mod explain;
mod forget;
mod rules;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use eval::{Comparison, score};

const AFTER: &str = "\
Examples:
  palmares                                 read corpus/ and write output/
  palmares run news/ --output dataset      add a folder of articles to a dataset, or begin one
  palmares run news/ --fresh               build the dataset anew from these articles alone
  palmares forget news/wrong.txt           take an article out
  palmares explain article.txt             why each fact is there, and what nearly was
  palmares explain --athlete kaz-a-b       which mentions were joined, and why
  palmares rules check --packs my-packs    run every rule's examples
  palmares eval tests/gold/en --text corpus/en

Exit codes: 0 the dataset was written (or the check passed), 1 it was not, 2 wrong usage.";

/// Raw sports news in, a sourced dataset of athletes, medals and Olympic licences out.
#[derive(Parser)]
#[command(name = "palmares", version, about, after_help = AFTER, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// A folder of language packs that adds to the built-in ones or replaces their files
    #[arg(long, global = true, value_name = "DIR")]
    packs: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Add articles to the dataset (what palmares does without a command)
    Run(run::Args),
    /// Take articles out of the dataset
    Forget(forget::Args),
    /// Show what each stage made of each sentence of an article, or why mentions are one athlete
    Explain(explain::Args),
    /// List the rules, or run their examples
    Rules(rules::Args),
    /// Compare with gold: precision, recall and F1 a table and a language
    Eval(eval::Args),
}

/// Prints to standard output; a reader that goes away (`palmares rules list | head`) is no error.
fn show(text: &str) -> anyhow::Result<()> {
    use std::io::Write;
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e.into()),
        _ => Ok(()),
    }
}

/// Runs the command line and gives its exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let packs = cli.packs.as_deref();
    let result = match cli.command {
        None => run::run(&run::Args::default(), packs),
        Some(Command::Run(args)) => run::run(&args, packs),
        Some(Command::Forget(args)) => forget::run(&args),
        Some(Command::Explain(args)) => explain::run(&args, packs),
        Some(Command::Rules(args)) => rules::run(&args, packs),
        Some(Command::Eval(args)) => eval::run(&args, packs),
    };
    match result {
        Ok(code) => code,
        Err(e) => {
            let text = format!("{e:#}");
            if text.starts_with("error:") {
                eprintln!("{text}");
            } else {
                eprintln!("error: {text}");
            }
            ExitCode::from(1)
        }
    }
}
