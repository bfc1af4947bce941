//! Medals: lines of names under a line that names a colour or a place.
//!
//! ```text
//! Gold:
//! - Anna Kiss (57 kg);
//! - Eva Nagy (63 kg).
//! ```

use super::lines::{
    EVENTS, Kind, LABEL, UNREAL, bullets, colon, colour, country_behind, has, learn, looks_back, only_country,
    only_sport, person, subheading, wordy,
};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field};

/// The id that statements of such lines carry.
const RULE: &str = "medal-lines";

const KIND: Kind = Kind { table: Table::Medals, rule: RULE, priority: 28, confidence: 0.8 };

/// What names a colour or a place.
const FOCUS: &[&str] = &["MEDAL", "STRUCK", "PODIUM", "TITLE", "MEDALLIST", "CHAMPION"];

/// What a line above such a list has not.
const NO_HEAD: &[&str] =
    &["PERSON", "SAID", "LICENCE", "QUALIFY", "QUALIFIER", "RANKING", "ROUND", "MEDALMATCH", "TALLY", "OFFICIAL"];

/// What no line of such a list has: it is told, not listed.
const TOLD: &[&str] = &[
    "WIN",
    "BEAT",
    "LOSE",
    "MEDAL",
    "TITLE",
    "STRUCK",
    "PODIUM",
    "MEDALLIST",
    "CHAMPION",
    "LICENCE",
    "QUALIFY",
    "SAID",
    "OFFICIAL",
    "GOTO",
    "FINISH",
    "MISS",
    "COMP",
    "RANKING",
    "ROUND",
    "TALLY",
];

/// What may stand in front of the first name of a line.
const LEADS: &[&str] =
    &["COLON", "DASH", "HYPHEN", "COMMA", "OPEN", "CLOSE", "STOP", "X", "COUNTRY", "DEMONYM", "ATHLETE"];

/// A heading without a colon above such a list is no longer (in mentions).
const HEADING: usize = 4;

/// The longest line (in mentions).
const LONGEST: usize = 120;

/// A line above names that says what they won.
struct Head<'a> {
    /// What names the colour.
    focus: &'a Mention,
    medal: &'static str,
    /// The country that won, where the line names one.
    country: Option<&'a str>,
    /// The only sport of the article.
    sport: Option<&'a str>,
}

/// Finds the medals that lines under a colour give.
pub(super) fn medals(document: &Document<'_>, statements: &mut Vec<Statement>) {
    let sport = only_sport(document);
    for i in 0..document.sentences.len() {
        let Some(head) = head(document, i, sport) else { continue };
        let mut label = None;
        let mut found = Vec::new();
        for k in i + 1..document.sentences.len() {
            if item(document, k, i) {
                found.extend(line(document, k, label, i, &head));
            } else if subheading(document, k) && self::head(document, k, sport).is_none() {
                label = Some(k);
            } else if !(self::head(document, k, sport).is_none() && skipped(document, k)) {
                break;
            }
        }
        if !found.is_empty() && !head.focus.facets.has(Field::Count) {
            found.push(nobody_else(document, i, &head));
        }
        statements.extend(found);
    }
}

/// The line at `i`, where it announces winners of one colour and names none.
fn head<'a>(document: &'a Document<'_>, i: usize, sport: Option<&'a str>) -> Option<Head<'a>> {
    let sentence = &document.sentences[i];
    // "Who became champions?" above marked lines is no question to the reader.
    let marked = |k: usize| {
        document.sentences.get(k).is_some_and(|s| bullets(document, &s.mentions) > 0 && has(document, s, &["PERSON"]))
    };
    let asks = sentence.question && marked(i + 1) && marked(i + 2);
    if sentence.question && !asks || has(document, sentence, NO_HEAD) || has(document, sentence, UNREAL) {
        return None;
    }
    let mut foci = sentence.mentions.iter().filter(|m| document.any(m, FOCUS) && m.facets.has(Field::Medal));
    let focus = foci.next().filter(|_| foci.next().is_none())?;
    let medal = colour(&focus.facets)?;
    // A headline may name a colour too: without a colon the line must be nothing but the word and an event.
    let bare = || {
        // "Gold (2)" counts the lines below.
        let light = &["DET", "OPEN", "NUM", "CLOSE"];
        let plain = |m: &Mention| m.tokens == focus.tokens || document.any(m, LABEL) || document.any(m, light);
        let several = document.any(focus, &["MEDAL"]) || focus.facets.get(Field::Number) == Some("plural");
        i > 0
            && sentence.heading
            && sentence.mentions.len() <= HEADING
            && several
            && sentence.mentions.iter().all(plain)
    };
    if !(colon(document, sentence) || asks || bare()) {
        return None;
    }
    let whole = 0..sentence.tokens.len();
    let status = status::of(document, i, &whole, &focus.tokens, Table::Medals);
    let won = asks || status.is_none_or(|s| s == "won");
    won.then(|| Head { focus, medal, country: only_country(sentence), sport })
}

/// True for a line below `head` that only names persons, with what belongs to them.
fn item(document: &Document<'_>, k: usize, head: usize) -> bool {
    let sentence = &document.sentences[k];
    let mentions = &sentence.mentions;
    let Some(first) = mentions.iter().position(person) else { return false };
    // A number in front is a place of its own.
    let lead = &mentions[bullets(document, mentions).min(first)..first];
    sentence.paragraph > document.sentences[head].paragraph
        && mentions.len() <= LONGEST
        && lead.iter().all(|m| document.any(m, LEADS) || document.any(m, LABEL))
        && !has(document, sentence, TOLD)
        && !has(document, sentence, UNREAL)
        && !sentence.question
        && !looks_back(document, sentence)
        && !wordy(document, sentence)
}

/// True for a line of the list of which nothing is understood: it ends no list.
fn skipped(document: &Document<'_>, k: usize) -> bool {
    let sentence = &document.sentences[k];
    bullets(document, &sentence.mentions) > 0 && !has(document, sentence, TOLD) && !wordy(document, sentence)
}

/// The medals of one line.
fn line(document: &Document<'_>, k: usize, label: Option<usize>, at: usize, head: &Head<'_>) -> Vec<Statement> {
    let mentions = &document.sentences[k].mentions;
    let mut common = Facets::new();
    common.set(Field::Medal, head.medal);
    common.set(Field::Basis, head.focus.facets.get(Field::Basis).unwrap_or("medal"));
    common.set(Field::Count, "1");
    common.set(Field::Status, "won");
    common.fill_only(
        &head.focus.facets,
        &[Field::Competition, Field::Year, Field::Place, Field::Relative, Field::Season],
    );
    // "They became champions:" tells of the competition spoken of, "champions:" describes.
    if has(document, &document.sentences[at], &["BECOME"]) {
        common.fill_in(Field::Relative, "current");
    }
    let first = mentions.iter().position(person).unwrap_or(0);
    let mut shared = Facets::new();
    learn(document, &mentions[..first], &mut shared);
    if let Some(label) = label {
        learn(document, &document.sentences[label].mentions, &mut shared);
    }
    learn(document, &document.sentences[at].mentions, &mut shared);
    // "Hungary: Anna Kiss, Eva Nagy"
    let team =
        mentions[..first].iter().find(|m| document.any(m, &["COUNTRY"])).and_then(|m| m.facets.get(Field::Country));
    let mut out = Vec::new();
    let events = mentions[..first].iter().any(|m| document.any(m, EVENTS));
    let mut last = 0;
    for (n, m) in mentions.iter().enumerate().filter(|(_, m)| person(m)) {
        // "57 kg - Anna Kiss; 63 kg - Eva Nagy", or the event behind each name, up to the next.
        let behind = n + 1 + mentions[n + 1..].iter().take_while(|m| !person(m)).count();
        let own = if events { last..n } else { n + 1..behind };
        last = n + 1;
        let mut fields = common.clone();
        if let Some(event) = m.facets.get(Field::Event) {
            fields.set(Field::Event, event);
        }
        learn(document, &mentions[own], &mut fields);
        fields.fill(&shared);
        if let (Some(sport), false) = (head.sport, m.facets.has(Field::Sport)) {
            fields.fill_in(Field::Sport, sport);
        }
        let mut holder = Who::of(document, m);
        if let Some(country) = country_behind(document, mentions, n).or(team).or(head.country) {
            holder.facets.fill_in(Field::Country, country);
        }
        out.push(KIND.statement(document, k, holder, m.tokens.clone(), fields));
    }
    out
}

/// A colour above a list is that of the names below: of nobody whom its own line names.
fn nobody_else(document: &Document<'_>, i: usize, head: &Head<'_>) -> Statement {
    let mut none = KIND.statement(document, i, Who::of(document, head.focus), head.focus.tokens.clone(), Facets::new());
    none.table = Table::None;
    none.who.clear();
    none
}
