//! What "the Kenyan" or "the rowers" says of the persons it stands for.

use crate::extract::Document;
use crate::extract::antecedent::{antecedent, named_together};
use crate::extract::matching::Who;
use crate::extract::mention::Mention;
use crate::vocabulary::{Facets, Field};

/// How near to a reference a word of beating makes it a rival.
const RIVAL: usize = 3;

/// "The Kenyan" says the country and the sport of the person it stands for.
pub(crate) fn learn_references(document: &mut Document<'_>) {
    let mut said = Vec::new();
    for (i, sentence) in document.sentences.iter().enumerate() {
        for m in &sentence.mentions {
            said.extend(meant(document, i, m).into_iter().map(|person| (person, m.facets.clone())));
        }
    }
    for (person, facets) in said {
        learn(document, person, &facets);
    }
}

/// Takes over the country and the sport that a reference says, where a person has none yet.
fn learn(document: &mut Document<'_>, person: usize, facets: &Facets) {
    let person = &mut document.people.all[person];
    for (field, votes) in [(Field::Country, &mut person.countries), (Field::Sport, &mut person.sports)] {
        if let (true, Some(value)) = (votes.is_empty(), facets.get(field)) {
            votes.insert(value.to_owned(), 1);
        }
    }
}

/// The persons whom a reference that says a country or a sport stands for.
fn meant(document: &Document<'_>, sentence: usize, m: &Mention) -> Vec<usize> {
    let tag = document.pack.tags.name(m.tag);
    if !["REF", "SQUAD"].contains(&tag) || !m.facets.has(Field::Country) && !m.facets.has(Field::Sport) {
        return Vec::new();
    }
    let mentions = &document.sentences[sentence].mentions;
    let at = m.place_in(mentions);
    let elsewhere = [is_rival, ends_list, names_a_thing, leads_names];
    if elsewhere.iter().any(|of_others| of_others(document, mentions, at)) {
        return Vec::new();
    }
    let who = Who::of(document, m);
    match m.facets.get(Field::Number) {
        // "They held on as the British crew closed in": those who have a pronoun already are others.
        Some("few") if mentions[..at].iter().any(|x| document.any(x, &["PRON"])) => Vec::new(),
        Some("few") => named_together(document, sentence, who.token).unwrap_or_default(),
        // "A skated. The rowers won nine more": those of another sport are others.
        Some("plural") if of_another_sport(document, sentence, m) => Vec::new(),
        Some("plural") => just_named(document, sentence, at),
        _ if tag == "SQUAD" => Vec::new(),
        _ => antecedent(document, sentence, &who).into_iter().collect(),
    }
}

/// True beside a word of beating. "She lost the final to the Japanese": that is somebody else.
fn is_rival(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let behind = if document.pack.language.modifiers_before { RIVAL } else { 0 };
    let near = mentions.iter().skip(at.saturating_sub(RIVAL)).take(RIVAL.min(at) + 1 + behind);
    near.into_iter().any(|x| document.any(x, &["BEAT", "LOSE", "OVER"]))
}

/// True where the sentence before speaks of another sport than a mention.
fn of_another_sport(document: &Document<'_>, sentence: usize, m: &Mention) -> bool {
    let before = sentence.checked_sub(1).map(|i| &document.sentences[i].mentions);
    let mut sports = before.into_iter().flatten().filter_map(|b| b.facets.get(Field::Sport));
    m.facets.get(Field::Sport).is_some_and(|own| sports.any(|s| s != own))
}

/// True for the last of several nations: "pairs from Italy, Spain and Austria" are no one that is named.
fn ends_list(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let back = |n: usize, tags: &[&str]| at.checked_sub(n).is_some_and(|k| document.any(&mentions[k], tags));
    back(1, &["AND", "COMMA"]) && back(2, &["COUNTRY", "DEMONYM", "PEOPLE"])
}

/// True for a nation's word that belongs to a place or a thing: "in the Uzbek capital", "at the Spanish Stadium".
fn names_a_thing(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let glued = |next: &&Mention| next.tokens.start == mentions[at].tokens.end && document.any(next, &["CAP"]);
    let placed = at > 0 && document.any(&mentions[at - 1], &["IN"]) && !document.pack.language.modifiers_before;
    placed || mentions.get(at + 1).filter(glued).is_some()
}

/// How many words such as "pair" may stand between a nation's word and the names that it describes.
const DESCRIBED: usize = 2;

/// True in front of names: "A and B were second and the Latvian pair C and D third".
fn leads_names(document: &Document<'_>, mentions: &[Mention], at: usize) -> bool {
    let crew = |m: &&Mention| document.any(m, &["EVENT", "TEAM", "DISCIPLINE", "GENDER", "SPORT"]);
    let words = mentions[at + 1..].iter().take(DESCRIBED).take_while(crew).count();
    mentions.get(at + 1 + words).is_some_and(|m| document.any(m, &["PERSON"]))
}

/// Whom "the Germans" at the head of a sentence stands for: those named together in the sentence before, where no
/// country is said of any of them. "Anna Kiss and Eva Nagy were second. The Germans ..."
fn just_named(document: &Document<'_>, sentence: usize, at: usize) -> Vec<usize> {
    let lead = &document.sentences[sentence].mentions[..at];
    let opens = lead.iter().all(|m| document.any(m, &["DET", "AND", "BUT"]));
    let Some(before) = sentence.checked_sub(1).filter(|_| opens) else { return Vec::new() };
    let spoken = &document.sentences[before];
    let here = document.sentences[sentence].paragraph == spoken.paragraph;
    let duel = spoken.mentions.iter().any(|m| document.any(m, &["BEAT", "LOSE", "OVER"]));
    let people = if here && !duel { named_together(document, before, usize::MAX) } else { None };
    people.filter(|all| all.iter().all(|p| document.people.all[*p].countries.is_empty())).unwrap_or_default()
}
