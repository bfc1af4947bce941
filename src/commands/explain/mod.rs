//! `palmares explain`: what each stage made of each sentence.

mod athlete;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use crate::extract::{Dateline, explain};
use crate::language::detect;
use crate::read;
use crate::rules::Packs;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The article
    #[arg(required_unless_present = "athlete")]
    file: Option<PathBuf>,
    /// Show why mentions in several articles are one athlete, by the id in athletes.csv
    #[arg(long, value_name = "ID", conflicts_with_all = ["file", "language", "only"])]
    athlete: Option<String>,
    /// The folder of the dataset, for --athlete
    #[arg(long, short, default_value = "output", value_name = "DIR")]
    output: PathBuf,
    /// Read it in this language, whatever is detected
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Only sentences that contain this
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
}

pub(super) fn run(args: &Args, packs: Option<&Path>) -> Result<ExitCode> {
    if let Some(id) = &args.athlete {
        super::show(&athlete::explain(id, &args.output)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let packs = Packs::on_demand(packs)?;
    let (sources, problems) = read::sources(args.file.as_slice());
    let Some(source) = sources.first() else { bail!("{}", problems.join("; ")) };
    let article = read::read(source);
    let text = article.text.map_err(|e| anyhow!("{}: {e}", article.path))?;
    let detection = detect(&text, &packs);
    let code = args.language.clone().unwrap_or(detection.code);
    let Some(pack) = packs.get(&code) else {
        let known: Vec<&str> = packs.languages().map(|l| l.code.as_str()).collect();
        let told = if code.is_empty() {
            "the language cannot be told".to_owned()
        } else {
            format!("the language `{code}` has no pack")
        };
        bail!("{}: {told}; those that have are {}: give one with --language", article.path, known.join(", "));
    };
    let mut out = format!("{} ({}, {:.2})\n", article.path, code, detection.confidence);
    let (facts, trace) = explain(&text, &Dateline { published: article.published, body: article.body }, pack);
    for (i, s) in &trace.sentences {
        if args.only.as_ref().is_some_and(|o| !s.text.contains(o.as_str())) {
            continue;
        }
        writeln!(out, "\n[{i}] {}", s.text)?;
        let tags: Vec<String> = s
            .mentions
            .iter()
            .map(|(tag, words, facets)| match (facets.is_empty(), tag == words) {
                (true, true) => words.clone(),
                (true, false) => format!("{tag}⟨{words}⟩"),
                _ => format!("{tag}⟨{words}⟩({facets})"),
            })
            .collect();
        writeln!(out, "  tags   {}", tags.join(" "))?;
        for line in &s.fired {
            writeln!(out, "  fired  {line}")?;
        }
        for line in &s.nearly {
            writeln!(out, "  nearly {line}")?;
        }
    }
    writeln!(out)?;
    for a in &facts.athletes {
        writeln!(out, "athlete  {}  [{}]", a.line(), a.evidence[0].rule)?;
    }
    for m in &facts.medals {
        writeln!(out, "medal    {}  [{}]", m.line(), m.evidence[0].rule)?;
    }
    for l in &facts.licenses {
        writeln!(out, "license  {}  [{}]", l.line(), l.evidence[0].rule)?;
    }
    for r in &facts.review {
        writeln!(out, "review   {} — {}: {}", r.trigger, r.reason, r.quote)?;
    }
    super::show(&out)?;
    Ok(ExitCode::SUCCESS)
}
