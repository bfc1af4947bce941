//! The subcommands: arguments turned once into a plan, one file each.

mod eval;
mod explain;
mod rules;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use eval::{Scores, score};

const AFTER: &str = "\
Examples:
  palmares                                 read corpus/ and write output/
  palmares run news/ --output dataset      read a folder of articles
  palmares explain article.txt             why each fact is there, and what nearly was
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
    /// Read articles and write the dataset (what palmares does without a command)
    Run(run::Args),
    /// Show what each stage made of each sentence of an article
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
