//! Which sport a person does.

use std::collections::{BTreeMap, BTreeSet};

use super::clue::{Clue, clue, kinds, said};
use super::sport::{decide, of_season, refined, same_kind, sport_above, sport_after, sport_back, sport_just_before};
use super::topic::Topic;
use super::{HEAD, is, para};
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::people::{People, Person};
use crate::extract::segment::Sentence;
use crate::extract::who::Resolved;
use crate::vocabulary::{Facets, Field, World, is_paralympic};

/// The kind of a vague sport that a person is said to do ("gymnast" beside "rings").
fn exact_sport(
    document: &Document<'_>,
    topic: &Topic,
    events: &Events,
    person: usize,
    facts: &[Resolved],
) -> Option<String> {
    let world = World::get();
    let index = person;
    let person = &document.people.all[index];
    let own = person.sport()?;
    let gender = Person::most(&person.genders).or_else(|| document.pack.names.gender(&person.name));
    let kind = |s: &str| world.general(s) == Some(own) && !s.starts_with("para ") && world.open_to(s, gender);
    // Kinds that are on the programme of no Games must be said: classes and boats of theirs are others' as well.
    let implies = |s: &str| kind(s) && world.season(s) != Some("other");
    let mentions = person.sentences.iter().flat_map(|i| &document.sentences[*i].mentions);
    let beside: Vec<&Mention> =
        mentions.filter(|m| !is(document, m, "PERSON") || People::index(&m.facets) == Some(index)).collect();
    let facts = facts.iter().filter(|f| f.person == Some(index)).map(|f| &f.fields);
    let facets: Vec<_> = beside.iter().map(|m| &m.facets).chain(facts).collect();
    let said = facets.iter().filter_map(|f| f.get(Field::Sport)).find(|s| kind(s)).map(str::to_owned);
    let implied = || {
        facets.iter().find_map(|f| {
            let class =
                |s: &str| f.get(Field::Event).is_none_or(|e| !e.ends_with(" kg") || world.has_class(s, e, gender));
            let among = kinds(f);
            // An event that the sport itself has makes it no more exact: single sculls are rowed on rivers too.
            if among.contains(&own) {
                return None;
            }
            let fits: Vec<&str> = among.into_iter().filter(|s| implies(s) && class(s)).collect();
            if let [one] = fits[..] { Some(one.to_owned()) } else { None }
        })
    };
    let sole = || world.sole_kind(own, gender).map(str::to_owned);
    // Under a heading on one kind its athletes are meant, whatever kind leads in the article.
    let above = || person.sentences.first().and_then(|i| sport_above(document, *i)).filter(|s| kind(s));
    // A headline on slalom says which canoes an article speaks of, or else all its events do that are of one kind alone.
    let told = |events: &BTreeSet<Vec<String>>| {
        let of_kind = |among: &'_ Vec<String>| {
            let mut fits = among.iter().filter(|s| implies(s));
            fits.next().filter(|_| fits.next().is_none() && !among.iter().any(|s| s == own)).cloned()
        };
        let meant: BTreeSet<String> = events.iter().filter_map(of_kind).collect();
        meant.first().filter(|_| meant.len() == 1).cloned()
    };
    let head = || told(&events.head).or_else(|| told(&events.all));
    let led = || topic.sport.clone().filter(|s| kind(s)).or_else(head);
    said.or_else(implied).or_else(above).or_else(led).or_else(sole).or_else(|| of_season(topic, own))
}

/// Of each event that an article names, weight classes left out, the sports that may be meant. Looked for once, not for each
/// person: work stays linear in long texts.
struct Events {
    /// Those that its head names.
    head: BTreeSet<Vec<String>>,
    all: BTreeSet<Vec<String>>,
}

impl Events {
    fn of(document: &Document<'_>) -> Events {
        let named =
            |m: &&Mention| is(document, m, "EVENT") && m.facets.get(Field::Event).is_some_and(|e| !e.ends_with(" kg"));
        let among = |sentences: &[Sentence]| -> BTreeSet<Vec<String>> {
            let events = sentences.iter().flat_map(|s| &s.mentions).filter(named);
            events.map(|m| kinds(&m.facets).into_iter().map(str::to_owned).collect()).collect()
        };
        let sentences = &document.sentences;
        Events { head: among(&sentences[..HEAD.min(sentences.len())]), all: among(sentences) }
    }
}

/// Gives every person a sport: first those of whom something says it, then those who stand beside them, then the rest.
pub(super) fn give(document: &mut Document<'_>, topic: &Topic, facts: &mut [Resolved]) {
    let all = 0..document.people.all.len();
    let events = Events::of(document);
    for i in all.clone() {
        if let Some(exact) = exact_sport(document, topic, &events, i, facts) {
            document.people.all[i].sports.insert(exact, 1);
        }
        let first = document.people.all[i].sentences.first();
        let para = first.is_some_and(|s| para::told(document, topic, *s));
        if let (true, Some(own)) = (para, document.people.all[i].sport().map(str::to_owned))
            && let Some(para) = World::get().para_sport(&own)
        {
            document.people.all[i].sports = BTreeMap::from([(para.to_owned(), 1)]);
        }
    }
    let steps: [fn(&Asked<'_>) -> Option<String>; 3] = [|a| a.said(), |a| a.shared(), |a| a.carried()];
    for step in steps {
        let found: Vec<(usize, String)> = all
            .clone()
            .filter(|i| document.people.all[*i].sports.is_empty())
            .filter_map(|i| {
                let asked = Asked { document, topic, person: i, facts, bounds: Bounds::of(document, i, facts) };
                Some((i, asked.exact(step(&asked)?)))
            })
            .collect();
        for (person, sport) in found {
            document.people.all[person].sports = BTreeMap::from([(sport, 1)]);
            // What is carried to a person may be as vague as what is said of it.
            if let Some(exact) = exact_sport(document, topic, &events, person, facts) {
                document.people.all[person].sports = BTreeMap::from([(exact, 1)]);
            }
        }
    }
    for fact in facts.iter_mut().filter(|f| f.sport_guessed) {
        if let Some(own) = fact.person.and_then(|p| document.people.all[p].sport()) {
            fact.fields.set(Field::Sport, own);
        }
    }
}

/// What the classes and distances said of a person leave open: nobody wins "the 57 kg" in rowing.
struct Bounds<'a>(Vec<Bound<'a>>);

/// The sports on whose programme a class or distance is.
struct Bound<'a> {
    among: Vec<&'a str>,
    /// True for a weight class: no list has those of all sports and all years.
    class: bool,
}

impl<'a> Bounds<'a> {
    /// Of the classes and distances in the brackets behind a name, and of the classes of its facts.
    fn of(document: &'a Document<'_>, person: usize, facts: &'a [Resolved]) -> Bounds<'a> {
        let class = |f: &Facets| f.get(Field::Event).is_some_and(|e| e.ends_with(" kg"));
        let distance = |f: &Facets| f.get(Field::Event).is_some_and(|e| World::get().is_distance(e));
        let sentences = document.people.all[person].sentences.iter().map(|i| &document.sentences[*i]);
        let named = sentences.flat_map(|s| &s.mentions).filter(|m| People::index(&m.facets) == Some(person));
        let named = named.map(|m| &m.facets).filter(|f| class(f) || distance(f));
        let of_facts = facts.iter().filter(|f| f.person == Some(person)).map(|f| &f.fields).filter(|f| class(f));
        let bounds = named.chain(of_facts).map(|f| Bound { among: kinds(f), class: class(f) });
        Bounds(bounds.filter(|b| !b.among.is_empty()).collect())
    }

    /// True for a sport in which all of them are contested; `loosely` also for one that has other classes.
    fn allow(&self, sport: &str, loosely: bool) -> bool {
        let world = World::get();
        let classes = || world.has_classes(sport) || world.season(sport) == Some("other");
        self.0.iter().all(|b| b.among.iter().any(|a| same_kind(a, sport)) || loosely && b.class && classes())
    }

    /// What a bare distance means where the article names no other sport that has it: it is run.
    fn run(&self) -> Option<String> {
        let runs = !self.0.is_empty() && self.0.iter().all(|b| b.among.contains(&"athletics"));
        runs.then(|| "athletics".to_owned())
    }
}

/// A person whose sport is asked for.
struct Asked<'a> {
    document: &'a Document<'a>,
    topic: &'a Topic,
    person: usize,
    facts: &'a [Resolved],
    bounds: Bounds<'a>,
}

impl Asked<'_> {
    fn sentences(&self) -> impl Iterator<Item = usize> {
        self.document.people.all[self.person].sentences.iter().copied()
    }

    /// The sports of what the person won: those that are said, or those that are only guessed.
    fn of_facts(&self, guessed: bool) -> impl Iterator<Item = &str> {
        let own = self.facts.iter().filter(move |f| f.person == Some(self.person) && f.sport_guessed == guessed);
        own.filter_map(|f| f.fields.get(Field::Sport))
    }

    /// The sport that is said of the person, or of what it won.
    fn said(&self) -> Option<String> {
        let fits = |s: &str| self.bounds.allow(s, true);
        let of_facts = self.of_facts(false).next().filter(|s| fits(s)).map(str::to_owned);
        let beside = |i| sport_beside(self.document, self.topic, i, self.person).filter(|s| fits(s));
        of_facts.or_else(|| self.sentences().find_map(beside))
    }

    /// The sport of those with whom the person competes in a sentence: of whom it beats, follows or joins.
    fn shared(&self) -> Option<String> {
        let document = self.document;
        let found = self.sentences().find_map(|i| {
            let sentence = &document.sentences[i];
            let at = document.name_of(i, self.person)?;
            let apart = |m: &&Mention| !document.any(m, &["SEMI", "STOP", "SPORT", "ATHLETE", "ATHLETES", "OFFICIAL"]);
            let bracketed = |m: &Mention| sentence.tokens[m.tokens.clone()].last().is_some_and(|t| t.is(')'));
            let rival = |m: &Mention| {
                let other = &document.people.all[People::index(&m.facets).filter(|p| *p != self.person)?];
                other.sport().filter(|s| other.official <= other.athlete && self.bounds.allow(s, true))
            };
            // What stands in brackets behind a name, or a noun in front of the next, is of that name alone.
            let own = |m: &&Mention, behind: bool| said(document, m).is_none() || !behind && !bracketed(m);
            let before = sentence.mentions[..at].iter().rev().take_while(apart).take_while(|m| own(m, false));
            let behind = sentence.mentions[at + 1..].iter().take_while(apart);
            before.into_iter().find_map(rival).or_else(|| behind.take_while(|m| own(m, true)).find_map(rival))
        });
        found.map(str::to_owned)
    }

    /// The sport that the text is on where it first names the person: of the paragraph or the heading above, of the article.
    fn carried(&self) -> Option<String> {
        let (document, first) = (self.document, self.sentences().next());
        let carried = |loosely: bool| {
            let fits = |s: &str| self.bounds.allow(s, loosely);
            let of_facts = self.of_facts(true).find(|s| fits(s)).map(str::to_owned);
            of_facts
                .or_else(|| first.and_then(|i| sport_above(document, i)).filter(|s| fits(s)))
                .or_else(|| first.and_then(|i| sport_just_before(document, i)).filter(|s| fits(s)))
                .or_else(|| first.and_then(|i| sport_back(document, i, fits)))
                .or_else(|| self.topic.sport.clone().filter(|s| fits(s)))
                .or_else(|| first.and_then(|i| sport_after(document, i, fits)))
        };
        carried(false).or_else(|| self.bounds.run()).or_else(|| carried(true))
    }

    /// A vague sport made as exact as the article is, and Paralympic where its competitions or its paragraph are.
    fn exact(&self, sport: String) -> String {
        let first = self.sentences().next();
        let sport = refined(self.document, self.topic, first.unwrap_or_default(), sport);
        let mut own = self.facts.iter().filter(|f| f.person == Some(self.person));
        let para = own.any(|f| f.fields.get(Field::Competition).is_some_and(is_paralympic))
            || first.is_some_and(|i| para::paragraph(self.document, i));
        World::get().para_sport(&sport).filter(|_| para).map_or(sport.clone(), str::to_owned)
    }
}

/// True for a name that begins with what describes it: "the wrestler Anna Kiss".
fn described(document: &Document<'_>, sentence: usize, name: &Mention) -> bool {
    let first = document.sentences[sentence].early.iter().find(|m| m.tokens.start == name.tokens.start);
    first.is_some_and(|m| !is(document, m, "PERSON"))
}

/// The sport that a sentence gives a person: of the scene that it sets ("In judo, ..."), of what follows the
/// person in its clause, of what stands before, or the only one that it names.
fn sport_beside(document: &Document<'_>, topic: &Topic, sentence: usize, person: usize) -> Option<String> {
    let mentions = &document.sentences[sentence].mentions;
    let at = document.name_of(sentence, person)?;
    // "Anna Kiss (high jump)", "Anna Kiss (marathon)": what stands in the brackets of a name is hers, not her neighbour's.
    match said(document, &mentions[at]) {
        Some(Clue::Sport(s)) => return Some(s.to_owned()),
        Some(Clue::Among(among)) if !mentions[at].facets.get(Field::Event).is_some_and(|e| e.ends_with(" kg")) => {
            let run = || among.iter().find(|a| **a == "athletics").map(|a| (*a).to_owned());
            if let Some(s) = decide(document, topic, sentence, &among).or_else(run) {
                return Some(s);
            }
        }
        _ => {}
    }
    // "Anna Kiss, who won the European judo title, ...": what the name has taken in is said of her.
    let early = &document.sentences[sentence].early;
    let within = |m: &&Mention| {
        let span = &mentions[at].tokens;
        span.start <= m.tokens.start && m.tokens.end <= span.end
    };
    let inside = early.iter().filter(within).find_map(|m| match clue(document, m)? {
        Clue::Sport(s) => Some(s.to_owned()),
        Clue::Among(among) => decide(document, topic, sentence, &among),
    });
    if inside.is_some() {
        return inside;
    }
    let joined = |m: &Mention| document.any(m, &["COMMA", "AND"]);
    // Names joined to this one share what follows them all.
    let mut from = at + 1;
    while from + 1 < mentions.len() && joined(&mentions[from]) {
        let next = if joined(&mentions[from + 1]) { from + 2 } else { from + 1 };
        // "The wrestlers A and B and the judoka C": what stands in front of a name is that one's.
        let led = |m: &Mention| m.facets.has(Field::Sport) && described(document, sentence, m);
        if !mentions.get(next).is_some_and(|m| is(document, m, "PERSON") && !led(m)) {
            break;
        }
        from = next + 1;
    }
    // "A and B (badminton)": the brackets behind the last may speak of all.
    if let (true, Some(Clue::Sport(s))) = (from > at + 1, said(document, &mentions[from - 1])) {
        return Some(s.to_owned());
    }
    let before: Vec<&Mention> =
        mentions[..at].iter().rev().take_while(|m| !document.any(m, &["PERSON", "SEMI", "STOP"])).collect();
    let scene = before.iter().enumerate().find_map(|(k, m)| {
        let first = before.len() == at || document.any(&mentions[at - before.len() - 1], &["SEMI", "STOP"]);
        let opens = before.get(k + 1).is_none_or(|b| is(document, b, "IN")) && k + 3 > before.len().saturating_sub(2);
        let opens = opens && first;
        clue(document, m).filter(|_| opens)
    });
    let behind = || {
        let clause = mentions[from..].iter().take_while(|m| !document.any(m, &["PERSON", "SEMI"]));
        // "the runners A and B, the swimmers C and D": what stands right before the next name is that one's.
        let of_next = |k: usize| {
            let next = mentions.get(k + 1).is_some_and(|m| is(document, m, "PERSON"));
            next && document.any(&mentions[k], &["ATHLETE", "ATHLETES", "SQUAD"])
        };
        let clause = clause.enumerate().filter(|(k, _)| !of_next(from + k));
        clause.filter_map(|(_, m)| clue(document, m)).next()
    };
    let lead = || before.iter().find_map(|m| clue(document, m));
    // "First place in swimming fell to A": what is handed to the person stands before.
    let handed = at > 0 && document.any(&mentions[at - 1], &["GOTO", "LOSE", "BY", "FOR", "TO"]);
    let own = if handed { scene.or_else(lead).or_else(behind) } else { scene.or_else(behind).or_else(lead) };
    match own {
        Some(Clue::Sport(s)) => return Some(s.to_owned()),
        Some(Clue::Among(among)) => {
            if let Some(s) = decide(document, topic, sentence, &among) {
                return Some(s);
            }
        }
        None => {}
    }
    let mut found: Vec<&str> = mentions
        .iter()
        .filter_map(|m| match clue(document, m) {
            Some(Clue::Sport(s)) => Some(s),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    if let [one] = found[..] { Some(one.to_owned()) } else { None }
}
