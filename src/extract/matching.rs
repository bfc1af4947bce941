//! Rules: mentions in a certain order are a statement.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Document;
use super::mention::Mention;
use super::people::People;
use super::phrases::{LETTER, letters};
use super::standing::{Standing, standing};
use super::status;
use super::together;
use super::trace::Trace;
use crate::rules::{Rule, Table, Tag};
use crate::vocabulary::{Facets, Field};

/// Somebody or something that a slot `who` holds.
#[derive(Debug, Clone)]
pub(crate) struct Who {
    /// Tag of the mention.
    pub(crate) tag: String,
    pub(crate) facets: Facets,
    /// First token in the sentence.
    pub(crate) token: usize,
}

impl Who {
    /// A mention as a holder.
    pub(crate) fn of(document: &Document<'_>, m: &Mention) -> Who {
        Who { tag: document.pack.tags.name(m.tag).to_owned(), facets: m.facets.clone(), token: m.tokens.start }
    }
}

/// What a rule found: who, what, and where.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    pub(crate) table: Table,
    /// The stage of the rule.
    pub(crate) stage: u8,
    pub(crate) rule: String,
    pub(crate) priority: i32,
    pub(crate) confidence: f32,
    pub(crate) sentence: usize,
    pub(crate) who: Vec<Who>,
    /// The medal or licence mention; for `athletes` the person.
    pub(crate) focus: Facets,
    /// Its tokens.
    pub(crate) tokens: std::ops::Range<usize>,
    /// Tokens of the whole match.
    pub(crate) span: std::ops::Range<usize>,
    /// What slots and the rule say beyond the focus.
    pub(crate) fields: Facets,
    /// How many medals or licences the match spans, and which of them this is.
    pub(crate) of: (usize, usize),
}

impl Statement {
    /// What the statement says, in a line.
    fn line(&self) -> String {
        let who: Vec<String> = self.who.iter().map(|w| format!("{} {}", w.tag, w.facets)).collect();
        format!("who [{}] what [{}] fields [{}]", who.join("; "), self.focus, self.fields)
    }
}

/// Statements by their sentence. Looked up, not searched for: work stays linear in long texts.
pub(crate) fn by_sentence(statements: &[Statement]) -> BTreeMap<usize, Vec<&Statement>> {
    let mut out: BTreeMap<usize, Vec<&Statement>> = BTreeMap::new();
    for s in statements {
        out.entry(s.sentence).or_default().push(s);
    }
    out
}

const HOLDERS: &[&str] = &["PERSON", "PRON", "REF", "TEAM", "SQUAD", "COUNTRY", "PEOPLE", "DEMONYM", "POSS", "WHERE"];

/// True where the sentence before speaks of what a rule goes on with.
fn follows(document: &Document<'_>, index: usize, rule: &Rule) -> bool {
    rule.after.is_empty() || spoken_of(document, index, rule).next().is_some()
}

/// What the sentence before, in the same paragraph or the one before, says that a rule goes on with.
fn spoken_of<'a>(document: &'a Document<'_>, index: usize, rule: &'a Rule) -> impl Iterator<Item = &'a Mention> {
    let before = index.checked_sub(1).map(|i| &document.sentences[i]);
    let near = before.filter(|s| s.paragraph + 1 >= document.sentences[index].paragraph);
    // "They hope for four licences. Those are A, B, C and D": what is hoped for or missed is held by nobody, unless a rule
    // asks for such a cue as well.
    let cue = |tag: &Tag| document.pack.cues.iter().any(|c| c.tag == *tag);
    let asks = rule.table != Table::Licenses || rule.after.iter().any(cue);
    let spoken =
        near.into_iter().flat_map(|s| &s.mentions).filter(move |m| rule.after.contains(&m.tag) && !cue(&m.tag));
    spoken.filter(move |m| {
        let status = || status::of(document, index - 1, &m.tokens, &m.tokens, rule.table);
        asks || !document.any(m, &["LICENCE", "QUALIFY"]) || status().is_none_or(|s| s == "secured")
    })
}

/// "Two golds were won. They went to A and B": words without a colour are the medals of the sentence before; `None` where
/// those are of several colours.
fn recalled(document: &Document<'_>, index: usize, rule: &Rule, focus: &Facets) -> Option<Facets> {
    let mut focus = focus.clone();
    let said = focus.has(Field::Medal) || rule.set.iter().any(|(f, _)| *f == Field::Medal);
    if rule.table != Table::Medals || rule.after.is_empty() || said {
        return Some(focus);
    }
    let mut medals = spoken_of(document, index, rule).filter(|m| m.facets.has(Field::Medal));
    let first = medals.next()?;
    let edition = [Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Season];
    focus.fill_only(&first.facets, &[Field::Medal, Field::Basis]);
    focus.fill_only(&first.facets, &edition);
    medals.all(|m| m.facets.get(Field::Medal) == first.facets.get(Field::Medal)).then_some(focus)
}

/// Runs the rules of one stage over one sentence.
pub(crate) fn apply(
    document: &Document<'_>,
    index: usize,
    stage: u8,
    statements: &mut Vec<Statement>,
    trace: &mut Option<Trace>,
) {
    let pack = document.pack;
    let sentence = &document.sentences[index];
    let (text, set) = letters(sentence);
    for rule in pack.rules.iter().filter(|r| r.stage == stage) {
        if !rule.pattern.gate.iter().all(|g| g.meets(&set)) || !follows(document, index, rule) {
            continue;
        }
        let mut from = 0;
        let mut fired = false;
        while let Some(found) = rule.pattern.regex.captures_at(&text, from) {
            let Some(whole) = found.get(0) else { break };
            fired = true;
            let before = statements.len();
            gather(document, index, rule, &found, statements);
            if let Some(trace) = trace {
                trace.fired(index, rule, statements[before..].iter().map(Statement::line));
            }
            from = whole.start() + LETTER;
            if from >= text.len() {
                break;
            }
        }
        if let (false, Some(trace)) = (fired, trace.as_mut()) {
            trace.nearly(index, rule, &text);
        }
    }
}

/// The one holder that a rule found, and the others of his list where the medal at `focus` is of several.
fn with_others(document: &Document<'_>, index: usize, who: Vec<Who>, focus: &Mention) -> Vec<Who> {
    let mentions = &document.sentences[index].mentions;
    let at = |token: usize| mentions.iter().position(|m| m.tokens.start == token);
    let [one] = &who[..] else { return who };
    let (Some(last), Some(focus), "PERSON") = (at(one.token), at(focus.tokens.start), &*one.tag) else { return who };
    let others = together::others(document, mentions, last, focus);
    others.into_iter().map(|m| Who::of(document, m)).chain(who.iter().cloned()).collect()
}

/// Takes out of a list whom its first words say was beaten: "after a win over Anna Kiss, Eva Nagy plays for gold". Those joined
/// by a word are one side.
fn without_rivals(document: &Document<'_>, mentions: &[Mention], who: &mut Vec<Who>) {
    let at = |w: &Who| mentions.iter().position(|m| m.tokens.start == w.token);
    let [first, second] = &who[..] else { return };
    let (Some(rival), Some(subject)) = (at(first), at(second)) else { return };
    let comma = mentions[rival + 1..subject].iter().any(|m| document.any(m, &["COMMA"]));
    let joined = mentions[rival + 1..subject].iter().any(|m| document.any(m, &["AND"]));
    if comma && !joined && standing(document, mentions, rival) == Standing::Rival {
        who.remove(0);
    }
}

/// True for whom somebody beat in order to win: "A, who stopped B of Kenya to win gold".
fn beaten_for_medal(document: &Document<'_>, mentions: &[Mention], who: &Who) -> bool {
    let Some(at) = mentions.iter().position(|m| m.tokens.start == who.token) else { return false };
    let origin = |m: &&Mention| document.any(m, &["OF", "FROM", "COUNTRY", "CAP", "SCORE", "DECIMAL", "IN", "WHERE"]);
    let mut behind = mentions[at + 1..].iter().skip_while(origin);
    let to = behind.next().is_some_and(|m| document.any(m, &["TO"]));
    to && behind.next().is_some_and(|m| document.any(m, &["WIN"]))
        && standing(document, mentions, at) == Standing::Rival
}

/// The slots that ask which place a mention tells, and how it may tell it.
const PLACES: &[(&str, &[&str])] =
    &[("first", &["gold", "1"]), ("second", &["silver", "2"]), ("third", &["bronze", "3"])];

fn gather(
    document: &Document<'_>,
    index: usize,
    rule: &Rule,
    found: &regex::Captures<'_>,
    statements: &mut Vec<Statement>,
) {
    let pack = document.pack;
    let sentence = &document.sentences[index];
    let mentions = &sentence.mentions;
    let slot = |name: &str| {
        rule.pattern
            .groups
            .iter()
            .filter(|g| g.slot == name)
            .filter_map(|g| found.get(g.index))
            .flat_map(|m| &mentions[m.start() / LETTER..m.end() / LETTER])
            .collect::<Vec<&Mention>>()
    };
    // A mention in the slot of a place must tell that place.
    let another = |name: &str, colours: &[&str]| {
        slot(name).iter().any(|m| !m.facets.get(Field::Medal).is_some_and(|medal| colours.contains(&medal)))
    };
    if PLACES.iter().any(|(name, colours)| another(name, colours)) {
        return;
    }
    let whole = found.get(0).map_or(0..0, |m| m.start() / LETTER..m.end() / LETTER);
    let span = mentions[whole.start].tokens.start..mentions[whole.end - 1].tokens.end;
    let tag = |m: &Mention| pack.tags.name(m.tag).to_owned();
    let mut who: Vec<Who> =
        slot("who").into_iter().filter(|m| HOLDERS.contains(&&*tag(m))).map(|m| Who::of(document, m)).collect();
    for one in who.iter_mut().filter(|w| matches!(&*w.tag, "REF" | "SQUAD")) {
        let said = mentions.iter().find(|m| m.tokens.start == one.token);
        if said.is_some_and(|m| together::few(document, index, m)) {
            one.facets.set(Field::Number, "few");
        }
    }
    if who.iter().any(|w| w.tag == "PERSON") {
        who.retain(|w| w.tag == "PERSON");
        without_rivals(document, mentions, &mut who);
    }
    if let [one] = &who[..]
        && one.tag == "PERSON"
        && beaten_for_medal(document, mentions, one)
    {
        return;
    }
    // "a gold for Kazakhstan, ..." does not make Kazakhstan the subject of what follows.
    let governed = |m: &Mention| ["FOR", "OF", "BEAT", "LOSE", "BY"].contains(&&*tag(m));
    let leads = who.first().is_some_and(|w| w.token == span.start && w.tag != "PERSON");
    if leads && whole.start > 0 && governed(&mentions[whole.start - 1]) {
        return;
    }
    let mut fields = Facets::new();
    for name in
        ["competition", "year", "place", "sport", "event", "country", "gender", "count", "rank", "sports", "all"]
    {
        for mention in slot(name) {
            match Field::from_name(name) {
                None => fields.fill(&mention.facets),
                Some(Field::Count | Field::Sports | Field::Rank) => {
                    let number = mention.facets.get(Field::Count).or_else(|| mention.facets.get(Field::Rank));
                    if let (Some(n), Some(f)) = (number, Field::from_name(name)) {
                        fields.fill_in(f, n);
                    }
                }
                Some(Field::Competition) => {
                    for f in
                        [Field::Competition, Field::Year, Field::YearTo, Field::Place, Field::Relative, Field::Season]
                    {
                        if let Some(v) = mention.facets.get(f) {
                            fields.fill_in(f, v);
                        }
                    }
                }
                Some(f) => {
                    if let Some(v) = mention.facets.get(f) {
                        fields.fill_in(f, v);
                    }
                }
            }
        }
    }
    fields.take(Field::Person);
    // "20 medals, ahead of Japan with 13": only what kind of medal it is.
    for mention in slot("colour") {
        fields.fill_only(&mention.facets, &[Field::Medal, Field::Basis]);
    }
    for mention in slot("qualifier") {
        if let Some(v) = mention.facets.get(Field::Competition) {
            fields.fill_in(Field::Qualifier, v);
        }
    }
    let made = |focus: Facets, tokens: std::ops::Range<usize>, of| Statement {
        table: rule.table,
        stage: rule.stage,
        rule: rule.id.clone(),
        priority: rule.priority,
        confidence: rule.confidence,
        sentence: index,
        who: who.clone(),
        focus,
        tokens,
        span: span.clone(),
        fields: fields.clone(),
        of,
    };
    let mut foci: Vec<&Mention> = match rule.table {
        Table::Medals => slot("medal"),
        Table::Licenses => slot("licence"),
        Table::None => slot("medal").into_iter().chain(slot("licence")).collect(),
        Table::Athletes => Vec::new(),
    };
    if foci.len() > 1 {
        let first = foci[0];
        foci.retain(|m| match rule.table {
            Table::Licenses => ["LICENCE", "QUALIFY", "SHARE"].contains(&&*tag(m)),
            _ => m.facets.has(Field::Medal) || m.facets.has(Field::Tally) || tag(m) == "SHARE",
        });
        // "The other": words that stand for what the sentence before named.
        if foci.is_empty() && !rule.after.is_empty() {
            foci.push(first);
        }
    }
    let from = statements.len();
    if rule.table == Table::Athletes {
        for (k, w) in who.iter().enumerate() {
            let Some(_) = People::index(&w.facets) else { continue };
            let mut one = made(w.facets.clone(), w.token..w.token + 1, (k, who.len()));
            one.who = vec![w.clone()];
            statements.push(one);
        }
    } else {
        let count = foci.len();
        for (k, focus) in foci.into_iter().enumerate() {
            let Some(facets) = recalled(document, index, rule, &focus.facets) else { continue };
            let mut one = made(facets, focus.tokens.clone(), (k, count));
            one.who = with_others(document, index, one.who, focus);
            statements.push(one);
        }
    }
    // "Olympic and world champion" is two titles in one mention.
    for k in from..statements.len() {
        let mut second = statements[k].clone();
        if let Some(competition) = second.focus.take(Field::Also) {
            statements[k].focus.take(Field::Also);
            second.focus.set(Field::Competition, competition);
            second.focus.take(Field::Year);
            second.focus.take(Field::Place);
            second.tokens.start = second.tokens.end - 1;
            statements.push(second);
        }
    }
    for statement in &mut statements[from..] {
        let mut all = statement.fields.clone();
        all.fill(&statement.focus);
        for (field, template) in &rule.set {
            if let Some(value) = all.render(template) {
                statement.fields.set(*field, value);
            }
        }
        if !statement.fields.has(Field::Status)
            && matches!(rule.table, Table::Medals | Table::Licenses)
            && let Some(status) = status::of(document, index, &statement.span, &statement.tokens, rule.table)
        {
            statement.fields.set(Field::Status, status);
        }
    }
}

/// What the rules say of one medal or licence, best first: the highest priority, then the nearest holder,
/// then the longest list, then the id.
pub(crate) type Claims = Vec<Statement>;

/// Groups statements by the medal or licence that they are about; those about athletes come apart.
pub(crate) fn settle(statements: Vec<Statement>) -> (Vec<Statement>, Vec<Claims>) {
    let mut groups: BTreeMap<(usize, usize, bool), Claims> = BTreeMap::new();
    let mut athletes = Vec::new();
    for statement in statements {
        // A title may also be the ground of a licence, so the two tables do not compete.
        let tables: &[bool] = match statement.table {
            Table::Athletes => {
                athletes.push(statement);
                continue;
            }
            Table::None => &[false, true],
            Table::Medals => &[false],
            Table::Licenses => &[true],
        };
        for licence in tables {
            let key = (statement.sentence, statement.tokens.start, *licence);
            groups.entry(key).or_default().push(statement.clone());
        }
    }
    for claims in groups.values_mut() {
        claims.sort_by_cached_key(|s| {
            let near = s.who.iter().map(|w| w.token.abs_diff(s.tokens.start)).min().unwrap_or(s.span.len());
            (Reverse(s.priority), near, Reverse(s.who.len()), s.span.len(), s.rule.clone(), s.span.start)
        });
    }
    (athletes, groups.into_values().collect())
}
