//! Licences: lines of names or countries under a line that announces them.
//!
//! ```text
//! Those who have qualified:
//! 57 kg - Anna Kiss (Hungary)
//! 62 kg - Eva Nagy (Latvia)
//! ```
//! A marked line may go on to tell: "- Anna Kiss, 57 kg. She beat the champion in her semi-final." Who leads it has the
//! licence; whoever else it names has not.

use std::ops::Range;

use super::lines::{
    Kind, LABEL, SUBHEADING, UNREAL, bullets, colon, has, licence_in, numbered, person, subheading, wordy,
};
use crate::extract::Document;
use crate::extract::matching::{Statement, Who};
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::status;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, is_goal};

/// Below the claims of rules, which know more.
const KIND: Kind = Kind { table: Table::Licenses, rule: "licence-lines", priority: 8, confidence: 0.8 };

/// A line of a list is short (in mentions).
const LONGEST: usize = 160;

/// The most mentions of a line that cannot be read, and how many such lines a list goes on over.
const SHORT: usize = 14;
const UNREAD: usize = 2;

/// So many sentences may stand between who is counted and the list of them: "Who they are, see below."
const ASIDE: usize = 1;

/// Above every rule: a sentence that only opens a list gives nobody anything by itself.
const OPENS: Kind = Kind { table: Table::None, rule: "licence-lines", priority: 60, confidence: 0.8 };

/// What may stand between the mark of a line and who leads it.
const BEFORE_NAME: &[&str] = &["DET", "QUOTE", "ATHLETE", "DEMONYM", "ROLE", "TITLE"];

/// So many sentences above a list must not be results.
const NEAR: usize = 3;

/// So many lines with a label make a list by themselves, where the article has spoken of licences.
const FEWEST: usize = 3;

/// The most mentions of a line that only opens a list: "They are:".
const ONLY_OPENS: usize = 4;

/// What no line of a list has: it is told, not listed.
const TOLD: &[&str] = &[
    "WIN", "BEAT", "LOSE", "MEDAL", "TITLE", "SAID", "SCORE", "DECIMAL", "OFFICIAL", "QUALIFY", "GOTO", "FINISH",
    "MISS",
];

/// Finds the licences that lines of lists give.
pub(super) fn licences(document: &Document<'_>, statements: &mut Vec<Statement>) {
    // Looked for once: asked of every sentence it would make long texts slow.
    let spoken = document.sentences.iter().position(|s| has(document, s, &["LICENCE", "QUALIFY"]));
    let Some(spoken) = spoken else { return };
    let mut i = 0;
    while i < document.sentences.len() {
        let Some(opening) = opening(document, i, spoken) else {
            i += 1;
            continue;
        };
        let (to, items) = lines(document, &opening);
        let labelled = items.iter().filter(|item| label(document, item.sentence).is_some()).count();
        if opening.announced || labelled >= FEWEST {
            if let (true, Some(silent)) = (items.len() > 1, opening.silent.clone()) {
                statements.push(silent);
            }
            for item in items {
                list(document, &item, &opening, statements);
            }
        }
        i = to.max(i + 1);
    }
}

/// What a list hangs on.
struct Opening {
    /// True where a line above the list announces it; else labels must show that it is one.
    announced: bool,
    /// The first sentence that may be a line of the list.
    from: usize,
    /// Keeps rules from what the announcing sentence says of nobody: "The shooters who have won a quota place:".
    silent: Option<Statement>,
    /// What the announcing word says of competition, sport and gender.
    facets: Facets,
    status: Option<String>,
}

/// What opens a list at sentence `i`; `spoken` is the first sentence that speaks of licences.
fn opening(document: &Document<'_>, i: usize, spoken: usize) -> Option<Opening> {
    let sentence = &document.sentences[i];
    let own = licence_in(document, sentence);
    let focus = own.or_else(|| only_opens(document, sentence).then(|| spoken_of_above(document, i)).flatten());
    let below = i + 1;
    let asks = sentence.question
        && !paragraph(document, i, i + 1)
        && i.checked_sub(1).is_none_or(|k| !paragraph(document, k, i));
    let announces = sentence.heading || asks || colon(document, sentence) || is_listing(document, sentence);
    let from = if announces { Some(below) } else { counts(sentence).then(|| marked_below(document, i)).flatten() };
    if let (Some(focus), Some(from)) = (focus, from.filter(|_| !has(document, sentence, &["PERSON", "MEDAL"]))) {
        let whole = 0..sentence.tokens.len();
        let silent = (own.is_some() && colon(document, sentence) && !counts(sentence)).then(|| {
            let nobody = Who { tag: String::new(), facets: Facets::new(), token: focus.tokens.start };
            let statement = OPENS.statement(document, i, nobody, focus.tokens.clone(), Facets::new());
            Statement { who: Vec::new(), ..statement }
        });
        return Some(Opening {
            announced: true,
            from,
            silent,
            facets: focus.facets.clone(),
            status: own.and_then(|m| status::of(document, i, &whole, &m.tokens, Table::Licenses)),
        });
    }
    // Labels by themselves: where the article has spoken of licences and the lines near by are no results.
    let before = &document.sentences[..i];
    let results = before.iter().rev().take(NEAR).any(|s| has(document, s, &["MEDAL", "TITLE", "SCORE"]));
    (spoken < i && !results && label(document, i).is_some()).then(|| Opening {
        announced: false,
        from: i,
        silent: None,
        facets: Facets::new(),
        status: None,
    })
}

/// True for "Here are ...".
fn is_listing(document: &Document<'_>, sentence: &Sentence) -> bool {
    sentence.mentions.first().is_some_and(|m| document.any(m, &["LISTING"]))
}

/// True for a line that opens a list and says no more than whose: "They are:", "Here are the athletes confirmed this week:".
fn only_opens(document: &Document<'_>, sentence: &Sentence) -> bool {
    let light = if is_listing(document, sentence) {
        has(document, sentence, &["SQUAD", "ATHLETES", "TEAM", "PEOPLE"]) && sentence.mentions.len() <= SHORT
    } else {
        sentence.mentions.len() <= ONLY_OPENS && !has(document, sentence, LABEL)
    };
    light
        && colon(document, sentence)
        && !has(document, sentence, UNREAL)
        && !has(document, sentence, &["COMP", "COUNTRY", "QUALIFIER", "MEDAL"])
}

/// What the sentences right above one last said of licences won, results left out: "Eight places were won. They are:".
fn spoken_of_above<'d>(document: &'d Document<'_>, i: usize) -> Option<&'d Mention> {
    let above = document.sentences[i.saturating_sub(NEAR)..i].iter().rev();
    let above = above.take_while(|s| !has(document, s, &["MEDAL", "TITLE"]));
    above.filter(|s| !has(document, s, UNREAL)).find_map(|s| licence_in(document, s))
}

/// The first line of a list with marks that stands below sentence `i`, or a little further down.
fn marked_below(document: &Document<'_>, i: usize) -> Option<usize> {
    let begins = |k: usize| {
        let marked = |k: usize| begins_with_number(document, k) || led(document, k).is_some();
        // Names alone on their lines under the name of a sport.
        let named = |k: usize| {
            document.sentences.get(k).is_some_and(|s| s.mentions.first().is_some_and(person)) && item(document, k)
        };
        marked(k) || subheading(document, k) && (marked(k + 1) || named(k + 1))
    };
    let list = (i + 1..=i + 1 + ASIDE).find(|k| begins(*k))?;
    let between = &document.sentences[i + 1..list];
    let other = |s: &Sentence| {
        has(document, s, &["PERSON", "MEDAL", "TITLE", "LICENCE", "QUALIFY"]) || s.mentions.len() > SHORT
    };
    (!between.iter().any(other)).then_some(list)
}

/// True for a sentence that counts: "Twelve athletes have qualified."
fn counts(sentence: &Sentence) -> bool {
    sentence.mentions.iter().any(|m| m.facets.number(Field::Count).is_some_and(|n| n > 1))
}

/// True for a line that a number and a name begin: "3. Anna Kiss (57 kg)".
fn begins_with_number(document: &Document<'_>, i: usize) -> bool {
    document.sentences.get(i).is_some_and(|s| numbered(document, &s.mentions, 0))
}

/// A line of a list.
struct Item {
    sentence: usize,
    /// The subheading above it.
    heading: Option<usize>,
    /// The mentions of those who lead a line that goes on to tell; none where all that it names hold something.
    led: Option<Vec<usize>>,
}

/// The lines of the list under an opening, and where it ends.
fn lines(document: &Document<'_>, opening: &Opening) -> (usize, Vec<Item>) {
    let from = opening.from;
    let mut items: Vec<Item> = Vec::new();
    let mut heading = None;
    let mut end = from;
    for (i, sentence) in document.sentences.iter().enumerate().skip(from) {
        let leads = led(document, i).filter(|_| opening.announced);
        // Behind lines with marks a paragraph without one is no line, whoever it names.
        let ends = items.first().is_some_and(|l| marks(document, l.sentence) > 0) && marks(document, i) == 0;
        let goes_on = || items.last().is_some_and(|l| l.led.is_some() && paragraph(document, l.sentence, i));
        let of_country = leads.as_ref().is_some_and(|l| document.any(&sentence.mentions[l[0]], &["COUNTRY"]));
        if !ends && !of_country && item(document, i) {
            items.push(Item { sentence: i, heading, led: None });
            end = i + 1;
        } else if let Some(holders) = leads {
            // Of whom something is denied, the line says too little.
            if !has(document, sentence, UNREAL) {
                items.push(Item { sentence: i, heading, led: Some(holders) });
            }
            end = i + 1;
        } else if goes_on() {
            end = i + 1;
        } else if sentence.mentions.len() <= SUBHEADING
            && (sentence.heading || colon(document, sentence))
            && !has(document, sentence, TOLD)
            && !has(document, sentence, &["PERSON", "COUNTRY"])
        {
            heading = Some(i);
        } else if !counts_only(document, i) && (items.is_empty() || i >= end + UNREAD || !like_item(document, i)) {
            break;
        }
    }
    (end, items)
}

/// True for a line that counts licences of the heading above it and names nobody: "1 quota (men only)".
fn counts_only(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    let counted =
        sentence.mentions.first().is_some_and(|m| document.any(m, &["LICENCE"]) && m.facets.has(Field::Count));
    counted
        && sentence.mentions.len() <= SHORT
        && !has(document, sentence, TOLD)
        && !has(document, sentence, &["PERSON"])
}

/// True for two sentences of one line or paragraph.
fn paragraph(document: &Document<'_>, a: usize, b: usize) -> bool {
    let of = |k: usize| document.sentences.get(k).map(|s| s.paragraph);
    of(a) == of(b)
}

/// How many mentions the mark in front of a line takes: a dash, or a number and what closes it.
fn marks(document: &Document<'_>, i: usize) -> usize {
    let mentions = &document.sentences[i].mentions;
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    if tag(0, &["NUM", "SCORE"]) && tag(1, &["STOP", "CLOSE"]) { 2 } else { bullets(document, mentions) }
}

/// Who leads a line with a mark in front: the mentions of its first persons, or else of its first country.
fn led(document: &Document<'_>, i: usize) -> Option<Vec<usize>> {
    let sentence = document.sentences.get(i)?;
    let mentions = &sentence.mentions;
    let first = i.checked_sub(1).is_none_or(|k| !paragraph(document, k, i));
    let tag = |k: usize, tags: &[&str]| mentions.get(k).is_some_and(|m| document.any(m, tags));
    let mut at = marks(document, i);
    if !first || at == 0 {
        return None;
    }
    while tag(at, BEFORE_NAME) {
        at += 1;
    }
    let mut holders = Vec::new();
    if tag(at, &["COUNTRY"]) {
        holders.push(at);
    }
    while holders.is_empty() || !tag(holders[0], &["COUNTRY"]) {
        if !mentions.get(at).is_some_and(person) {
            break;
        }
        holders.push(at);
        at += 1 + usize::from(tag(at + 1, &["COMMA", "AND", "SLASH"]));
    }
    (!holders.is_empty()).then_some(holders)
}

/// True for a line that may be one of the list, with a name that nobody can read.
fn like_item(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    sentence.mentions.len() <= SHORT
        && has(document, sentence, &["CAP", "OPEN", "WEIGHT", "COUNTRY"])
        && !has(document, sentence, TOLD)
        && !has(document, sentence, &["STOP", "LICENCE"])
        && !wordy(document, sentence)
}

/// True for a line that only names holders, with what belongs to them.
fn item(document: &Document<'_>, i: usize) -> bool {
    let sentence = &document.sentences[i];
    let alone = |other: Option<&Sentence>| other.is_none_or(|o| o.paragraph != sentence.paragraph);
    let line = alone(document.sentences.get(i + 1)) && alone(i.checked_sub(1).map(|k| &document.sentences[k]));
    (line || label(document, i).is_some())
        && sentence.mentions.len() <= LONGEST
        && !has(document, sentence, TOLD)
        && !holders(document, i).is_empty()
        && !wordy(document, sentence)
}

/// The mentions of a line's label and the first behind it: "57 kg -", "Men's sabre:".
fn label(document: &Document<'_>, i: usize) -> Option<Range<usize>> {
    let mentions = &document.sentences[i].mentions;
    let bullet = bullets(document, mentions);
    let end =
        mentions.iter().skip(bullet).take(8).position(|m| document.any(m, &["COLON", "DASH", "HYPHEN"]))? + bullet;
    let named = mentions[bullet..end].iter().any(|m| document.any(m, LABEL));
    let held = mentions[bullet..end].iter().any(|m| document.any(m, &["PERSON", "COUNTRY"]));
    (named && !held).then_some(bullet..end)
}

/// Who a line names: its persons, or where it has none its countries, outside brackets.
fn holders<'a>(document: &'a Document<'_>, i: usize) -> Vec<&'a Mention> {
    let mentions = &document.sentences[i].mentions;
    let mut persons: Vec<&Mention> = mentions.iter().filter(|m| person(m)).collect();
    // "Hungary (Anna Kiss)": she won it, and it is her country's.
    if let [country, open, inside @ .., close] = &mentions[bullets(document, mentions)..]
        && document.any(country, &["COUNTRY"])
        && document.any(open, &["OPEN"])
        && document.any(close, &["CLOSE"])
        && inside.iter().all(person)
    {
        persons.push(country);
    }
    if !persons.is_empty() {
        return persons;
    }
    let mut depth = 0;
    let mut countries = Vec::new();
    for m in mentions {
        if document.any(m, &["OPEN"]) {
            depth += 1;
        } else if document.any(m, &["CLOSE"]) {
            depth -= 1;
        } else if depth == 0 && document.any(m, &["COUNTRY"]) {
            countries.push(m);
        }
    }
    countries
}

/// The statements of one line.
fn list(document: &Document<'_>, item: &Item, opening: &Opening, statements: &mut Vec<Statement>) {
    let i = item.sentence;
    let sentence = &document.sentences[i];
    let mut fields = Facets::new();
    let mut learn = |mentions: &[Mention]| {
        for m in mentions.iter().filter(|m| document.any(m, LABEL)) {
            fields.fill_only(&m.facets, &[Field::Event, Field::Sport, Field::Gender, Field::Among]);
        }
    };
    if let Some(label) = label(document, i) {
        learn(&sentence.mentions[label]);
    }
    if let Some(last) = item.led.as_ref().and_then(|l| l.last()) {
        // Up to the first mark that is no comma: what stands behind it is told.
        let behind = sentence.mentions[last + 1..].iter();
        let own = behind.take_while(|m| document.any(m, LABEL) || document.any(m, &["COMMA", "OPEN", "CLOSE", "DASH"]));
        learn(&own.cloned().collect::<Vec<_>>());
    }
    let edition = &[Field::Competition, Field::Year, Field::Place, Field::Season];
    if let Some(heading) = item.heading {
        let heading = &document.sentences[heading].mentions;
        learn(heading);
        // "And for the Paralympic Games:"
        let games = heading.iter().find(|m| m.facets.get(Field::Competition).is_some_and(is_goal));
        if let Some(games) = games {
            fields.fill_only(&games.facets, edition);
        }
    }
    if !fields.has(Field::Competition) {
        fields.fill_only(&opening.facets, edition);
    }
    fields.fill_only(&opening.facets, &[Field::Sport, Field::Gender]);
    if let Some(status) = &opening.status {
        fields.set(Field::Status, status.as_str());
    }
    fields.set(Field::Count, "1");
    let holders = match &item.led {
        Some(leads) => leads.iter().map(|k| &sentence.mentions[*k]).collect(),
        None => holders(document, i),
    };
    for m in holders {
        let mut fields = fields.clone();
        if let Some(event) = m.facets.get(Field::Event) {
            fields.set(Field::Event, event);
        }
        statements.push(KIND.statement(document, i, Who::of(document, m), m.tokens.clone(), fields));
    }
}
