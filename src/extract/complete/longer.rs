//! Short names of Games that were named in full before: in an article on the Youth Olympic Games "the Olympics" are these.

use std::collections::BTreeSet;

use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::vocabulary::{Field, World};

/// Words of a sentence about Games that lie ahead, which may be others.
const AHEAD: &[&str] = &["LICENCE", "QUALIFY", "QUALIFIER", "TARGET", "FORECAST"];

/// Gives every short name of Games the longer one that the article has used before, where it dates none of the short ones.
pub(super) fn resolve(document: &mut Document<'_>) {
    let comp = document.pack.tags.get("COMP");
    let games = |m: &Mention| {
        let name = m.facets.get(Field::Competition).filter(|_| Some(m.tag) == comp)?;
        World::get().is_games(name).then(|| name.to_owned())
    };
    let all = || document.sentences.iter().flat_map(|s| &s.mentions);
    let dated: BTreeSet<String> =
        all().filter(|m| m.facets.has(Field::Year) || m.facets.has(Field::Place)).filter_map(games).collect();
    let names: BTreeSet<String> = all().filter_map(games).collect();
    let pairs: Vec<(&String, &String)> = names
        .iter()
        .filter(|short| !dated.contains(*short))
        .filter_map(|short| {
            let mut longer = names.iter().filter(|long| is_longer(long, short));
            longer.next().filter(|_| longer.next().is_none()).map(|long| (short, long))
        })
        .collect();
    if pairs.is_empty() {
        return;
    }
    let mut named: BTreeSet<String> = BTreeSet::new();
    let ahead: Vec<bool> =
        document.sentences.iter().map(|s| s.mentions.iter().any(|m| document.any(m, AHEAD))).collect();
    for (sentence, ahead) in document.sentences.iter_mut().zip(ahead) {
        for mentions in [&mut sentence.early, &mut sentence.mentions] {
            for m in mentions.iter_mut() {
                let Some(name) = games(m) else { continue };
                let long = pairs.iter().find(|(short, long)| **short == name && named.contains(*long));
                if let (Some((_, long)), false) = (long, ahead) {
                    m.facets.set(Field::Competition, long.as_str());
                }
                named.insert(name);
            }
        }
    }
}

/// True for a name that says more than another of the same Games: `Youth Olympic Games`, `Asian Indoor Games`.
fn is_longer(long: &str, short: &str) -> bool {
    let mut rest = long.split(' ');
    let within = short.split(' ').all(|w| rest.any(|l| l == w));
    within && long.len() > short.len() && !long.contains("Para") && !long.starts_with("Winter")
}
