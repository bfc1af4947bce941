//! `palmares explain --athlete`: which mentions are one athlete, and why.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, bail};

use super::super::dataset::{corrections, count, open_existing};
use crate::dataset::identity::{ENOUGH, Mention, Named};

/// How many ids are offered for one that is not there.
const OFFERED: u32 = 5;

/// The mentions of an athlete of a dataset, and how each pair was judged.
pub(super) fn explain(id: &str, folder: &Path) -> Result<String> {
    let store = open_existing(folder)?;
    let corrections = corrections(folder)?;
    let Some(who) = store.who(id, &corrections)? else {
        let like = store.athletes_like(id, OFFERED)?;
        let hint = if like.is_empty() { String::new() } else { format!("; there is {}", like.join(", ")) };
        bail!("no athlete has the id `{id}`{hint}. athletes.csv lists the ids");
    };
    let mut out = format!("{id}\n\nmentions\n");
    let own = |i: &usize| who.resolution.id(*i) == id;
    for i in (0..who.names.len()).filter(own) {
        let Named { mention, witnesses } = &who.names[i];
        let articles = usize::try_from(*witnesses).unwrap_or_default();
        writeln!(out, "  {}, {}", line(mention), count(articles, "article", "articles"))?;
    }
    let mut part = |title: &str, joined: bool| -> Result<()> {
        let of: Vec<_> = who.judgements.iter().filter(|j| j.joined == joined).collect();
        if !of.is_empty() {
            writeln!(out, "\n{title}")?;
        }
        for j in of {
            let other = if joined { String::new() } else { format!(" ({})", who.resolution.id(j.b)) };
            writeln!(out, "  {} = {}{other}", line(&who.names[j.a].mention), line(&who.names[j.b].mention))?;
            writeln!(out, "      {}", j.verdict)?;
        }
        Ok(())
    };
    part(&format!("joined (from {ENOUGH:.1} on, directly or by way of others)"), true)?;
    part("kept apart", false)?;
    Ok(out)
}

fn line(m: &Mention) -> String {
    let said: Vec<&str> =
        [&m.country, &m.gender, &m.sport].into_iter().filter(|s| !s.is_empty()).map(|s| &**s).collect();
    let said = if said.is_empty() { String::new() } else { format!(" [{}]", said.join(" ")) };
    let article = if m.article.is_empty() { String::new() } else { format!(" in {}", m.article) };
    format!("{}{said}{article}", m.name)
}
