//! Whom a pronoun, "the Kenyan" or a bare "team" stands for.

use super::Document;
use super::head::end_of_first;
use super::location::{hosts_games, is_host, locates, one_of_many};
use super::matching::Who;
use super::mention::Mention;
use super::people::{People, Person};
use super::standing::{Standing, standing};
use super::tokens::Token;
use crate::vocabulary::{Facets, Field, fold_text};

/// How many sentences back a pronoun reaches.
const REACH: usize = 3;

/// Through how many pronouns before it a pronoun may go back to a name: work stays linear in long texts.
const CHAIN: usize = 6;

/// Words that show what follows to be the beaten, a place or the whole.
pub(super) const GOVERNS: &[&str] = &["BEAT", "LOSE", "OVER", "IN", "FROM", "SINCE", "SAID"];

/// Words behind which a team is no subject.
const MET: &[&str] = &["BEAT", "LOSE", "OF", "FROM", "TO", "WITH"];

/// The country that "they" means: the one that a sentence before it in the paragraph begins with.
pub(super) fn subject_before(document: &Document<'_>, sentence: usize) -> Option<String> {
    nearest_subject(document, sentence).filter(|(_, one_of_many)| !one_of_many).map(|(country, _)| country)
}

/// True where the sentence before begins with several countries: "they" is none of them.
pub(super) fn several_before(document: &Document<'_>, sentence: usize) -> bool {
    nearest_subject(document, sentence).is_some_and(|(_, one_of_many)| one_of_many)
}

/// The country that a sentence before in the paragraph begins with, and whether others are named with it.
fn nearest_subject(document: &Document<'_>, sentence: usize) -> Option<(String, bool)> {
    let tags = &document.pack.tags;
    let paragraph = document.sentences[sentence].paragraph;
    let near = |i: &usize| *i + 1 == sentence || document.sentences[*i].paragraph == paragraph;
    (sentence.saturating_sub(REACH)..sentence).rev().take_while(near).find_map(|i| {
        let mentions = &document.sentences[i].mentions;
        let named = |k: &usize| {
            let team = ["SQUAD", "COUNTRY", "PEOPLE", "REF"].contains(&tags.name(mentions[*k].tag));
            let governed = k.checked_sub(1).is_some_and(|p| GOVERNS.contains(&tags.name(mentions[p].tag)));
            team && !governed && !locates(document, mentions, *k)
        };
        // "Places went to Cambodia, Iran and Jordan": of several none is the one meant.
        let one_of_many = |k: usize| {
            let joined = mentions.get(k + 1).is_some_and(|m| ["COMMA", "AND"].contains(&tags.name(m.tag)));
            joined && mentions.get(k + 2).is_some_and(|m| tags.name(m.tag) == "COUNTRY")
        };
        let country = |k: usize| Some((mentions[k].facets.get(Field::Country)?.to_owned(), one_of_many(k)));
        (0..mentions.len()).filter(named).find_map(country)
    })
}

/// True for a pronoun that stands for several.
pub(super) fn they(who: &Who) -> bool {
    matches!(&*who.tag, "PRON" | "POSS") && who.facets.get(Field::Number) == Some("plural")
}

/// The team that a pronoun stands for in its own sentence: "Uzbekistan came fifth, it won 70 medals".
pub(super) fn team_before(document: &Document<'_>, sentence: usize, token: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let before = (0..mentions.len()).rev().filter(|k| mentions[*k].tokens.end <= token);
    let mut teams =
        before.filter(|k| document.any(&mentions[*k], &["COUNTRY", "SQUAD"]) && !locates(document, mentions, *k));
    teams.find_map(|k| mentions[k].facets.get(Field::Country)).map(str::to_owned)
}

/// The persons last named together before a place, in its sentence or the one before, where no team is named since.
pub(super) fn named_together(document: &Document<'_>, sentence: usize, token: usize) -> Option<Vec<usize>> {
    let tags = &document.pack.tags;
    let is = |m: &super::mention::Mention, names: &[&str]| names.contains(&tags.name(m.tag));
    for i in (sentence.saturating_sub(1)..=sentence).rev() {
        let mentions = &document.sentences[i].mentions;
        let end = if i == sentence { mentions.partition_point(|m| m.tokens.start < token) } else { mentions.len() };
        let mut people: Vec<usize> = Vec::new();
        let mut k = end;
        while k > 0 {
            k -= 1;
            let m = &mentions[k];
            if let Some(p) = People::index(&m.facets) {
                people.push(p);
                let joined = k >= 2
                    && is(&mentions[k - 1], &["COMMA", "AND"])
                    && (is(&mentions[k - 2], &["PERSON"])
                        || k >= 3 && is(&mentions[k - 2], &["COMMA"]) && is(&mentions[k - 3], &["PERSON"]));
                if joined {
                    continue;
                }
                if people.len() > 1 {
                    people.reverse();
                    people.dedup();
                    return Some(people);
                }
                return None;
            }
            // "A and B finished three seconds behind Greece. They ...": Greece is only whom they met.
            let front = k.checked_sub(1).map(|b| if is(&mentions[b], &["DET"]) { b.saturating_sub(1) } else { b });
            let met = i < sentence && front.is_some_and(|b| is(&mentions[b], MET));
            if people.is_empty() && !met && is(m, &["SQUAD", "COUNTRY", "PEOPLE", "REF"]) {
                return None;
            }
        }
    }
    None
}

/// The country that a bare "team" means: the last one named before it, else the article's.
pub(super) fn topic_country(document: &Document<'_>, sentence: usize, token: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let before = (0..mentions.len())
        .filter(|k| mentions[*k].tokens.start < token && !locates(document, mentions, *k))
        .map(|k| &mentions[k])
        .filter(|m| !m.facets.has(Field::Competition) && !m.facets.has(Field::Person))
        .filter_map(|m| m.facets.get(Field::Country))
        .next_back();
    before.map(str::to_owned).or_else(|| subject_before(document, sentence)).or_else(|| main_country(document))
}

/// How many times a language's own country counts as named in every article.
const AT_HOME: u32 = 3;

/// The country of a language's readers, and how many times it counts as named: not at all where the head of an article
/// speaks of another country's team and the article never of its own.
pub(super) fn at_home<'a>(document: &'a Document<'_>) -> Option<(&'a str, u32)> {
    let home = Some(document.pack.language.home.as_str()).filter(|home| !home.is_empty())?;
    let country = |m: &'a Mention| m.facets.get(Field::Country);
    let mut named = document.sentences.iter().flat_map(|s| &s.mentions).filter_map(country);
    let head = document.sentences.iter().take(end_of_first(document, 2)).flat_map(|s| &s.mentions);
    let team = |m: &&Mention| document.any(m, &["SQUAD", "DEMONYM", "PERSON", "PEOPLE", "REF"]);
    let abroad = head.filter(team).any(|m| country(m).is_some_and(|c| c != home));
    (!abroad || named.any(|c| c == home)).then_some((home, AT_HOME))
}

/// The country that the article is about, where one leads. What is said of persons does not count:
/// opponents come from everywhere.
pub(crate) fn main_country(document: &Document<'_>) -> Option<String> {
    document.main_country.get_or_init(|| count_countries(document)).clone()
}

fn count_countries(document: &Document<'_>) -> Option<String> {
    let person = document.pack.tags.built_in("PERSON");
    let head = end_of_first(document, 2);
    let count = |counts: &dyn Fn(&[Mention], usize) -> bool| {
        let mut votes = std::collections::BTreeMap::<&str, u32>::new();
        votes.extend(at_home(document));
        for (i, sentence) in document.sentences.iter().enumerate() {
            let mentions = &sentence.mentions;
            for (k, mention) in mentions.iter().enumerate().filter(|(_, m)| m.tag != person) {
                if let Some(country) = mention.facets.get(Field::Country).filter(|_| counts(mentions, k)) {
                    let weight = if i < head || sentence.heading { 2 } else { 1 };
                    *votes.entry(country).or_default() += weight;
                }
            }
        }
        votes
    };
    // Where somebody was is not whom the article is about, unless it names no other country; last where the Games are.
    let apart = |m: &Mention| !hosts_games(document, m);
    let spoken = |mentions: &[Mention], k: usize| {
        !locates(document, mentions, k) && !is_host(document, mentions, k) && !one_of_many(document, mentions, k)
    };
    let mut votes = count(&spoken);
    if votes.is_empty() {
        votes = count(&|mentions, k| apart(&mentions[k]));
    }
    if votes.is_empty() {
        votes = count(&|_, _| true);
    }
    let mut ranked: Vec<(u32, &str)> = votes.into_iter().map(|(c, n)| (n, c)).collect();
    ranked.sort_by_key(|(n, c)| (std::cmp::Reverse(*n), *c));
    let second = ranked.get(1).map_or(0, |r| r.0);
    ranked.first().filter(|(n, _)| *n * 2 >= second * 3).map(|(_, c)| (*c).to_owned())
}

/// The person that a pronoun or "the Kenyan" stands for: the subject of the nearest sentence that has a compatible
/// one; in the same sentence the last before it. A beaten opponent or a partner is not meant beside a subject.
pub(super) fn antecedent(document: &Document<'_>, sentence: usize, who: &Who) -> Option<usize> {
    antecedent_through(document, sentence, who, CHAIN)
}

/// As [`antecedent`], through so many pronouns before it at most.
fn antecedent_through(document: &Document<'_>, sentence: usize, who: &Who, chain: usize) -> Option<usize> {
    let person_tag = document.pack.tags.built_in("PERSON");
    let fits = |p: usize| {
        let person = &document.people.all[p];
        if person.official > person.athlete {
            return false;
        }
        let same = |field: Field, votes: &std::collections::BTreeMap<String, u32>| match (
            who.facets.get(field),
            Person::most(votes),
        ) {
            (Some(a), Some(b)) => a == b || field == Field::Sport,
            _ => true,
        };
        let named = document.pack.names.gender(&person.name);
        let gender = match (who.facets.get(Field::Gender), named) {
            (Some(a), Some(b)) if person.genders.is_empty() => a == b,
            _ => same(Field::Gender, &person.genders),
        };
        gender && same(Field::Country, &person.countries) && same(Field::Sport, &person.sports)
    };
    let mentioned = |i: usize, before: usize| -> Vec<(usize, Standing)> {
        let mentions = &document.sentences[i].mentions;
        let named = mentions.iter().enumerate().filter(|(_, m)| m.tag == person_tag && m.tokens.start < before);
        named.filter_map(|(k, m)| Some((People::index(&m.facets)?, standing(document, mentions, k)))).collect()
    };
    // "The latter" is who was named last.
    if who.facets.get(Field::Number) == Some("last") {
        let mut named = mentioned(sentence, who.token);
        if let (true, Some(before)) = (named.is_empty(), sentence.checked_sub(1)) {
            named = mentioned(before, usize::MAX);
        }
        let people = || named.iter().rev().map(|(p, _)| *p);
        return people().find(|p| fits(*p)).or_else(|| people().next());
    }
    // "Lost to Anna Kiss, the champion of Asia": she is.
    let mentions = &document.sentences[sentence].mentions;
    let at = mentions.partition_point(|m| m.tokens.start < who.token);
    let apposed = mentions[..at].last().is_some_and(|m| document.any(m, &["COMMA"]));
    if let Some(name) = at.checked_sub(2).filter(|_| apposed && who.tag == "REF").map(|k| &mentions[k])
        && let Some(person) = People::index(&name.facets).filter(|p| name.tag == person_tag && fits(*p))
    {
        return Some(person);
    }
    // "The Norwegian" may be the beaten one: the country says who.
    let told = who.facets.has(Field::Country);
    let meant = |standing: Standing| told || standing < Standing::Partner;
    // "Anna Kiss did well against the experienced Tunisian": she is not, whatever her country.
    let against = told && at < mentions.len() && standing(document, mentions, at) == Standing::Rival;
    let known = |p: usize| Person::most(&document.people.all[p].countries) == who.facets.get(Field::Country);
    let fits = |p: usize| fits(p) && (!against || known(p));
    if let Some((p, _)) = mentioned(sentence, who.token).into_iter().rev().find(|(p, s)| meant(*s) && fits(*p)) {
        return Some(p);
    }
    // "said the 21-year-old": the speaker is whom the article is about, not the rival named last.
    let speaks = at > 0 && document.pack.tags.name(mentions[at - 1].tag) == "SAID";
    if speaks {
        let reach = sentence.saturating_sub(REACH + 1)..sentence;
        let named = reach.flat_map(|i| mentioned(i, usize::MAX)).map(|(p, _)| p);
        let mut near: Vec<usize> = named.filter(|p| fits(*p)).collect();
        near.sort_by_key(|p| {
            let person = &document.people.all[*p];
            (
                std::cmp::Reverse(person.sentences.iter().filter(|s| **s < sentence).count()),
                person.sentences.first().copied(),
            )
        });
        if let Some(first) = near.first() {
            return Some(*first);
        }
    }
    // A subject that is left out was the subject before; a name in another case was not.
    let dropped = who.tag == "PRON" && who.facets == Facets::new();
    // "He shares it with Anna Kiss. She ...": he is none of those whom she may be.
    let other = |m: &Mention| {
        let (a, b) = (m.facets.get(Field::Gender), who.facets.get(Field::Gender));
        a.is_some() && b.is_some() && a != b
    };
    let pronoun =
        |m: &Mention| document.any(m, &["PRON"]) && m.facets.get(Field::Number) != Some("plural") && !other(m);
    let is_pronoun = mentions.get(at).is_some_and(|m| m.tokens.start == who.token && document.any(m, &["PRON"]));
    let mut oblique = None;
    for i in (sentence.saturating_sub(REACH)..sentence).rev() {
        let mut near = mentioned(i, usize::MAX);
        // "There she beat Anna Kiss. Two days later she ...": who is the subject stays the subject.
        let led = || {
            let subject = leading_pronoun(document, i, pronoun).filter(|_| !near.is_empty())?;
            antecedent_through(document, i, &subject, chain.checked_sub(1)?).filter(|p| fits(*p))
        };
        if is_pronoun && let Some(same) = led() {
            return Some(same);
        }
        // "The hopes lie with Anna Kiss": nobody else is spoken of.
        let fitting = near.iter().filter(|(p, _)| fits(*p)).count();
        let alone = fitting == 1 && !document.sentences[i].mentions.iter().any(pronoun);
        near.retain(|(p, s)| fits(*p) && (meant(*s) || alone && *s == Standing::Partner));
        let people: Vec<usize> = near.iter().map(|(p, _)| *p).collect();
        if let Some(one) = of_that_country(document, i, &people, who) {
            return Some(one);
        }
        // Of two it is the one of whom the sentence before speaks already.
        let before = i.checked_sub(1).map(|b| mentioned(b, usize::MAX)).unwrap_or_default();
        let told = |p: &usize| before.iter().any(|(earlier, _)| earlier == p);
        near.sort_by_key(|(p, s)| (*s, !told(p), document.people.main() != Some(*p)));
        if let Some((first, _)) = near.iter().find(|(p, _)| nominative(document, i, *p)) {
            return Some(*first);
        }
        oblique = oblique.or(near.first().map(|(p, _)| *p));
        if !dropped && oblique.is_some() {
            return oblique;
        }
    }
    oblique
}

/// The pronoun that a sentence has for a subject, where no name stands before it.
fn leading_pronoun(document: &Document<'_>, sentence: usize, pronoun: impl Fn(&Mention) -> bool) -> Option<Who> {
    let mentions = &document.sentences[sentence].mentions;
    let mut before_names = mentions.iter().take_while(|m| !document.any(m, &["PERSON"]));
    before_names.find(|m| pronoun(m)).map(|m| Who::of(document, m))
}

/// Of several whom "the Kenyan" may mean: who is known to be Kenyan, else the only one who is new to the article there.
/// "Anna Kiss took over from Eva Nagy. The Kenyan ...": of Anna Kiss, named before, it would have been said before.
fn of_that_country(document: &Document<'_>, sentence: usize, near: &[usize], who: &Who) -> Option<usize> {
    let country = who.facets.get(Field::Country).filter(|_| near.len() > 1)?;
    let people = &document.people.all;
    let known = |p: &&usize| Person::most(&people[**p].countries) == Some(country);
    let mut new = near.iter().filter(|p| people[**p].sentences.first() == Some(&sentence));
    // What it adds of the sport is said of one whom the reader does not know yet.
    let only_new = || new.next().filter(|_| new.next().is_none() && who.facets.has(Field::Sport));
    near.iter().find(known).or_else(only_new).copied()
}

/// False where a sentence has a person's name in a form that is no nominative, in a language that inflects names.
fn nominative(document: &Document<'_>, sentence: usize, person: usize) -> bool {
    if document.pack.names.declensions.is_empty() {
        return true;
    }
    let s = &document.sentences[sentence];
    let name = fold_text(&document.people.all[person].name);
    let words: Vec<&str> = name.split(' ').collect();
    let Some(surname) = words.last() else { return true };
    // A surname that no case changes: the given name in front of it shows the case.
    let as_named = |tokens: &[Token]| {
        let last = tokens.iter().rposition(|t| t.folded == *surname);
        let given = |k: usize| tokens[..k].last().filter(|t| t.is_capitalised());
        last.is_some_and(|k| given(k).is_none_or(|t| words.contains(&t.folded.as_str())))
    };
    let mut own = s.mentions.iter().filter(|m| People::index(&m.facets) == Some(person));
    own.any(|m| as_named(&s.tokens[m.tokens.clone()]))
}
