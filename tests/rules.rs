//! One named test for each rule and phrase of the packs, made from its own examples.
//!
//! `cargo test --release --test rules en.games-spot` runs one of them.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use palmares::extract::Case;
use palmares::rules::{Pack, Packs};

/// The language in which the examples of ids without a language stand.
const COMMON: &str = "en";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = match Packs::load(None) {
        Ok(packs) => trials(&Arc::new(packs)),
        Err(e) => vec![Trial::test("packs load", move || Err(Failed::from(format!("\n{e}"))))],
    };
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trials(packs: &Arc<Packs>) -> Vec<Trial> {
    let mut trials = vec![trial("every pack has rules, every id is tried", packs, every_id_is_tried)];
    for pack in packs.iter() {
        let code = pack.language.code.clone();
        for case in Case::all(pack).filter(|case| spoken(case.id(), &code)) {
            let id = case.id().to_owned();
            let code = code.clone();
            trials.push(trial(&id.clone(), packs, move |packs| examples_hold(packs, &code, &id)));
        }
    }
    trials
}

fn trial(name: &str, packs: &Arc<Packs>, run: impl FnOnce(&Packs) -> Result<(), String> + Send + 'static) -> Trial {
    let packs = Arc::clone(packs);
    Trial::test(name, move || run(&packs).map_err(Failed::from))
}

/// True where the examples of that id are sentences in that language.
fn spoken(id: &str, code: &str) -> bool {
    prefix(id).unwrap_or(COMMON) == code
}

/// The language that an id begins with.
fn prefix(id: &str) -> Option<&str> {
    id.split_once('.').map(|(code, _)| code).filter(|code| code.len() == 2)
}

/// The examples of one rule or phrase.
fn examples_hold(packs: &Packs, code: &str, id: &str) -> Result<(), String> {
    let pack = packs.get(code).ok_or_else(|| format!("no pack for {code}"))?;
    let case = Case::all(pack).find(|c| c.id() == id).ok_or_else(|| format!("no rule {id} in {code}"))?;
    let wrong = case.check(pack);
    if wrong.is_empty() {
        return Ok(());
    }
    Err(wrong.iter().map(|w| format!("\n{w}")).collect())
}

/// No id may stand in a pack in which nobody runs its examples.
fn every_id_is_tried(packs: &Packs) -> Result<(), String> {
    let tried: BTreeSet<&str> =
        packs.iter().flat_map(|p| Case::all(p).filter(|c| spoken(c.id(), &p.language.code))).map(|c| c.id()).collect();
    let mut wrong = Vec::new();
    for pack in packs.iter() {
        let code = &pack.language.code;
        if !Case::all(pack).any(|c| prefix(c.id()) == Some(code)) {
            wrong.push(format!("the pack {code} has no rule of its own"));
        }
        wrong.extend(
            Case::all(pack).filter(|c| !tried.contains(c.id())).map(|c| format!("{code}: nobody tries {}", c.id())),
        );
        wrong.extend(without_examples(pack).map(|id| format!("{code}: {id} has no example")));
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("\n{}", wrong.join("\n"))) }
}

/// Rules need an example of what they find and of what they must not find, phrases one of what they find.
fn without_examples(pack: &Pack) -> impl Iterator<Item = &str> {
    let gives = |examples: &[palmares::rules::Example]| examples.iter().any(|e| !e.gives.is_empty());
    let denies = |examples: &[palmares::rules::Example]| examples.iter().any(|e| e.gives.is_empty());
    let rules = pack.rules.iter().filter(move |r| !gives(&r.examples) || !denies(&r.examples)).map(|r| r.id.as_str());
    let phrases = pack.phrases.iter().filter(move |p| !gives(&p.examples)).map(|p| p.id.as_str());
    rules.chain(phrases)
}
