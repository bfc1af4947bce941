//! Person names by shape and context, and who is the same person within one article.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::decline::Decliner;
use super::mention::Mention;
use super::segment::Sentence;
use super::tokens::{Case, Kind, Token};
use crate::rules::{Pack, Part};
use crate::vocabulary::{Facets, Field, World, name_key};

/// The longest name, in words.
const MOST_WORDS: usize = 6;

/// How many words may stand between a name and the kind of building that bears it.
const VENUE_WORDS: usize = 4;

/// A person of the article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    /// The fullest form written.
    pub(crate) name: String,
    /// The words of `name`, as keys.
    pub(crate) words: Vec<String>,
    /// Every form written.
    pub(crate) forms: BTreeSet<String>,
    /// True for a given name and a surname, false for a surname alone.
    pub(crate) full: bool,
    /// Countries that the text gives it, with how often.
    pub(crate) countries: BTreeMap<String, u32>,
    /// Sports that the text gives it.
    pub(crate) sports: BTreeMap<String, u32>,
    /// `women`, `men`, with how often.
    pub(crate) genders: BTreeMap<String, u32>,
    /// What speaks for an athlete, in hundredths.
    pub(crate) athlete: i32,
    /// What speaks for someone who does not compete.
    pub(crate) official: i32,
    /// The sentences that speak of it.
    pub(crate) sentences: BTreeSet<usize>,
    /// Where it is first said to be an athlete, or first named: sentence and rule.
    pub(crate) evidence: Option<(usize, String)>,
}

impl Person {
    fn new(name: &str) -> Person {
        let words: Vec<String> = name_key(name).split(' ').map(str::to_owned).collect();
        Person {
            name: spelled(name),
            full: words.len() > 1,
            words,
            forms: BTreeSet::from([name.to_owned()]),
            ..Person::default()
        }
    }

    /// The sport most often given; of a vague one and a kind of it, the kind.
    pub(crate) fn sport(&self) -> Option<&str> {
        let most = Person::most(&self.sports)?;
        let exact = self.sports.keys().find(|s| World::get().general(s) == Some(most));
        Some(exact.map_or(most, |s| s))
    }

    /// The value most often given, where one leads.
    pub(crate) fn most(votes: &BTreeMap<String, u32>) -> Option<&str> {
        votes.iter().max_by_key(|(k, n)| (**n, std::cmp::Reverse((*k).clone()))).map(|(k, _)| k.as_str())
    }
}

/// The persons of an article.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) all: Vec<Person>,
}

impl People {
    /// The person of a mention.
    pub(crate) fn index(facets: &Facets) -> Option<usize> {
        facets.get(Field::Person)?.parse().ok()
    }

    /// Adds a person known by one word so far, or finds the one who bears it.
    pub(crate) fn by_surname(&mut self, name: &str) -> usize {
        match self.bearer(name) {
            Bearer::One(i) => i,
            _ => {
                self.all.push(Person::new(name));
                self.all.len() - 1
            }
        }
    }

    fn add(&mut self, name: &str) -> usize {
        let person = Person::new(name);
        let same = |p: &Person| {
            let (short, long) = if p.words.len() < person.words.len() { (p, &person) } else { (&person, p) };
            short.full
                && (short.words.iter().all(|w| long.words.contains(w)) || {
                    let (mut a, mut b) = (short.words.clone(), long.words.clone());
                    a.sort();
                    b.sort();
                    a == b
                })
        };
        if let Some(i) = self.all.iter().position(same) {
            let old = &mut self.all[i];
            old.forms.insert(name.to_owned());
            if person.words.len() > old.words.len() {
                old.name = spelled(name);
                old.words = person.words;
            }
            return i;
        }
        self.all.push(person);
        self.all.len() - 1
    }

    fn bearer(&self, word: &str) -> Bearer {
        let key = name_key(word);
        let keys: Vec<&str> = key.split(' ').collect();
        let pick = |test: &dyn Fn(&Person) -> bool| -> Vec<usize> {
            (0..self.all.len()).filter(|i| test(&self.all[*i])).collect()
        };
        let surname = pick(&|p| p.full && p.words.ends_with(&keys.iter().map(|k| (*k).to_owned()).collect::<Vec<_>>()));
        let any = pick(&|p| keys.iter().all(|k| p.words.iter().any(|w| w == k)));
        match (&surname[..], &any[..]) {
            ([one], _) | ([], [one]) => Bearer::One(*one),
            ([], []) => Bearer::Nobody,
            ([], many) | (many, _) => Bearer::Several(many.to_vec()),
        }
    }
}

enum Bearer {
    One(usize),
    Several(Vec<usize>),
    Nobody,
}

/// A name without capitals throughout: "Tara BABULFATH" is Tara Babulfath.
fn spelled(name: &str) -> String {
    let word = |word: &str| {
        let shout = word.chars().filter(|c| c.is_alphabetic()).count() > 2 && !word.chars().any(char::is_lowercase);
        if !shout {
            return word.to_owned();
        }
        let mut first = true;
        word.chars()
            .flat_map(|c| {
                let out: Vec<char> = if first { vec![c] } else { c.to_lowercase().collect() };
                first = !c.is_alphabetic();
                out
            })
            .collect()
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

struct Candidate {
    sentence: usize,
    tokens: Range<usize>,
    name: String,
    words: usize,
    trusted: bool,
    /// True at the start of a sentence, where any word has a capital.
    opens: bool,
}

/// Finds the names of all sentences and puts PERSON mentions in the place of their tokens.
pub(crate) fn find(sentences: &mut [Sentence], text: &str, pack: &Pack) -> People {
    let lower: BTreeSet<String> = sentences
        .iter()
        .flat_map(|s| &s.tokens)
        .filter(|t| t.kind == Kind::Word(Case::Lower))
        .map(|t| t.folded.clone())
        .collect();
    let mut candidates = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        candidates.extend(Scan { index: i, sentence, text, pack, lower: &lower }.candidates());
    }
    in_the_nominative(&mut candidates, pack);
    let mut people = People::default();
    let mut found = Found::default();
    for c in candidates.iter().filter(|c| c.words > 1 && c.trusted) {
        let person = people.add(&c.name);
        found.add(c, person);
    }
    // A family shares a surname: "Aibek and Nurbek Oralbay".
    for c in candidates.iter().filter(|c| c.words == 1) {
        if let Some(person) = shared_surname(c, &found, &sentences[c.sentence], &mut people, pack) {
            found.add(c, person);
        }
    }
    for c in candidates.iter().filter(|c| c.words == 1) {
        let sentence = &sentences[c.sentence];
        for (given, name) in siblings(c, &candidates, sentence, pack) {
            let person = people.add(&name);
            people.all[person].forms.insert(given.name.clone());
            found.add(given, person);
        }
    }
    // Of some nations a single name is all there is: known by its like beside it, or by its return.
    let times = |c: &Candidate| candidates.iter().filter(|o| o.words == 1 && o.name == c.name).count();
    for c in &candidates {
        let alone = c.words == 1 && !c.opens && matches!(people.bearer(&c.name), Bearer::Nobody) && !found.covers(c);
        if alone && (times(c) > 1 || pack.names.is_given(&c.name)) && found.joined(c, &sentences[c.sentence], pack) {
            let person = people.by_surname(&c.name);
            found.add(c, person);
        }
    }
    for c in candidates.iter() {
        if found.covers(c) {
            continue;
        }
        let person = match people.bearer(&c.name) {
            Bearer::One(person) => Some(person),
            // Of several, the only one named so far.
            Bearer::Several(some) => {
                let named: Vec<usize> = some.into_iter().filter(|p| found.named_before(*p, c)).collect();
                if let [one] = named[..] { Some(one) } else { None }
            }
            Bearer::Nobody => None,
        };
        if let Some(person) = person {
            people.all[person].forms.insert(c.name.clone());
            found.add(c, person);
        }
    }
    for (sentence, names) in found.by_sentence {
        for (tokens, person) in names {
            people.all[person].sentences.insert(sentence);
            place(&mut sentences[sentence], tokens, person, pack);
        }
    }
    people
}

/// Puts the names into the nominative, where the language inflects them.
fn in_the_nominative(candidates: &mut [Candidate], pack: &Pack) {
    let written: Vec<String> = candidates.iter().map(|c| c.name.clone()).collect();
    let Some(decliner) = Decliner::new(&pack.names, written.iter().map(String::as_str)) else { return };
    for candidate in candidates {
        candidate.name = decliner.nominative(&candidate.name);
    }
}

/// The names found so far.
#[derive(Default)]
struct Found {
    by_sentence: BTreeMap<usize, Vec<(Range<usize>, usize)>>,
    /// Where each person is first named: sentence and token.
    first: BTreeMap<usize, (usize, usize)>,
}

impl Found {
    fn add(&mut self, c: &Candidate, person: usize) {
        self.by_sentence.entry(c.sentence).or_default().push((c.tokens.clone(), person));
        let first = self.first.entry(person).or_insert((c.sentence, c.tokens.start));
        *first = (*first).min((c.sentence, c.tokens.start));
    }

    fn covers(&self, c: &Candidate) -> bool {
        let names = self.by_sentence.get(&c.sentence);
        names.is_some_and(|n| n.iter().any(|(t, _)| t.start < c.tokens.end && c.tokens.start < t.end))
    }

    /// True where the name stands in a list with one that is found.
    fn joined(&self, c: &Candidate, sentence: &Sentence, pack: &Pack) -> bool {
        let list: Vec<_> = ["AND", "COMMA"].iter().filter_map(|t| pack.tags.get(t)).collect();
        let link = |range: Range<usize>| {
            let mut between = sentence
                .mentions
                .iter()
                .filter(|m| m.tokens.start < range.end && range.start < m.tokens.end)
                .peekable();
            between.peek().is_some() && range.len() <= 2 && between.all(|m| list.contains(&m.tag))
        };
        let names = self.by_sentence.get(&c.sentence);
        names.is_some_and(|n| {
            n.iter().any(|(t, _)| {
                (t.end < c.tokens.start && link(t.end..c.tokens.start))
                    || (c.tokens.end < t.start && link(c.tokens.end..t.start))
            })
        })
    }

    fn named_before(&self, person: usize, c: &Candidate) -> bool {
        self.first.get(&person).is_some_and(|first| *first < (c.sentence, c.tokens.start))
    }
}

/// Puts a PERSON mention over some tokens.
fn place(sentence: &mut Sentence, tokens: Range<usize>, person: usize, pack: &Pack) {
    let first = sentence.mentions.iter().position(|m| m.tokens.end > tokens.start).unwrap_or(0);
    let last = sentence.mentions.iter().rposition(|m| m.tokens.start < tokens.end).map_or(first, |i| i + 1);
    let mut facets = Facets::new();
    facets.set(Field::Person, person.to_string());
    let mention = Mention { tag: pack.tags.built_in("PERSON"), tokens, facets, lexical: false, others: Vec::new() };
    sentence.mentions.splice(first..last, [mention]);
}

/// The given names that stand with a family's: "the Kiss brothers, Peter and Pal", "les frères Kiss, Peter et Pal".
fn siblings<'a>(
    surname: &Candidate,
    candidates: &'a [Candidate],
    sentence: &Sentence,
    pack: &Pack,
) -> Vec<(&'a Candidate, String)> {
    let noun = |i: usize| sentence.tokens.get(i).is_some_and(|t| pack.names.is_sibling(&t.folded));
    let mut end = surname.tokens.end;
    if noun(end) {
        end += 1;
    } else if !surname.tokens.start.checked_sub(1).is_some_and(noun) {
        return Vec::new();
    }
    let list: Vec<_> = ["AND", "COMMA", "OPEN", "COLON"].iter().filter_map(|t| pack.tags.get(t)).collect();
    let mut out = Vec::new();
    let behind = end;
    for given in candidates.iter().filter(|c| c.sentence == surname.sentence && c.tokens.start >= behind) {
        let between = end..given.tokens.start;
        let mut links =
            sentence.mentions.iter().filter(|m| m.tokens.start < between.end && between.start < m.tokens.end);
        if given.words != 1 || between.is_empty() || !links.all(|m| list.contains(&m.tag)) {
            break;
        }
        end = given.tokens.end;
        out.push((given, format!("{} {}", given.name, of_one(&surname.name, &given.name, pack))));
    }
    if out.len() > 1 { out } else { Vec::new() }
}

/// The surname of one of a family whose surname stands in the plural, where the language has one: "Богдановичи".
fn of_one(surname: &str, given: &str, pack: &Pack) -> String {
    let gender = pack.names.gender_of_given(given);
    let bases = pack.names.declensions.bases(surname, Part::Surname);
    let one = bases.iter().find(|b| b.is_plural() && (gender.is_none() || b.gender.is_none() || b.gender == gender));
    one.map_or_else(|| surname.to_owned(), |b| b.nominative.clone())
}

fn shared_surname(
    single: &Candidate,
    found: &Found,
    sentence: &Sentence,
    people: &mut People,
    pack: &Pack,
) -> Option<usize> {
    let and = pack.tags.get("AND")?;
    let names = found.by_sentence.get(&single.sentence)?;
    let (tokens, partner) = names.iter().find(|(t, _)| t.start == single.tokens.end + 1)?;
    let between = sentence.mentions.iter().find(|m| m.tokens == (single.tokens.end..tokens.start))?;
    if between.tag != and || matches!(people.bearer(&single.name), Bearer::One(_)) {
        return None;
    }
    let partner = &people.all[*partner];
    let surname = partner.name.split_whitespace().last()?;
    let name = format!("{} {}", single.name, surname);
    let elsewhere = people.all.iter().any(|p| p.words.join(" ") == name_key(&name));
    if !elsewhere && !pack.names.is_given(&single.name) {
        return None;
    }
    Some(people.add(&name))
}

/// Looks for names in one sentence.
struct Scan<'a> {
    index: usize,
    sentence: &'a Sentence,
    text: &'a str,
    pack: &'a Pack,
    /// Words that the article also writes without a capital.
    lower: &'a BTreeSet<String>,
}

impl Scan<'_> {
    fn token(&self, i: usize) -> Option<&Token> {
        self.sentence.tokens.get(i)
    }

    fn word(&self, i: usize) -> &str {
        self.token(i).map_or("", |t| &self.text[t.start..t.end])
    }

    fn mention(&self, i: usize) -> Option<&Mention> {
        let at = self.sentence.mentions.partition_point(|m| m.tokens.end <= i);
        self.sentence.mentions.get(at)
    }

    fn initial(&self, i: usize) -> bool {
        let one = self.token(i).is_some_and(|t| t.is_capitalised() && t.folded.chars().count() == 1);
        one && self.token(i + 1).is_some_and(|t| t.is('.') && !t.space_before)
    }

    /// True where the token cannot be anything but part of a name, given what stands before it.
    fn part(&self, i: usize, run: &[usize]) -> bool {
        let Some(token) = self.token(i) else { return false };
        if !token.is_capitalised() {
            return false;
        }
        let names = &self.pack.names;
        let word = self.word(i);
        let after_given = run.last().is_some_and(|p| names.is_given(self.word(*p)));
        let before_name = self.token(i + 1).is_some_and(|t| t.is_capitalised() && t.space_before)
            && self.mention(i + 1).is_some_and(|m| !m.lexical)
            && !names.is_organisation(&self.sentence.tokens[i + 1].folded)
            && !names.is_common(&self.sentence.tokens[i + 1].folded);
        if self.initial(i) {
            return true;
        }
        let lexical = self.mention(i).filter(|m| m.lexical);
        if let Some(m) = lexical {
            if m.tokens.len() > 1 {
                return false;
            }
            if self.sentence.title_case {
                return false;
            }
            let world = ["COUNTRY", "CITY", "DEMONYM", "PEOPLE", "COMPNAME", "REGION"];
            let is_world = world.iter().any(|t| self.pack.tags.get(t) == Some(m.tag));
            let starts = names.is_given(word) && before_name && (run.is_empty() || !is_world);
            return starts || (after_given && (!is_world || self.closes(i)));
        }
        if names.is_organisation(&token.folded) {
            return false;
        }
        if names.is_common(&token.folded) {
            return names.is_particle(&token.folded) && !run.is_empty()
                || after_given && !self.sentence.title_case && i > 0;
        }
        if run.is_empty() && names.is_title(&token.folded) {
            return false;
        }
        true
    }

    /// True where a place name ends a name: "Jack London" before a verb or a comma, not "Jack London Marathon".
    fn closes(&self, i: usize) -> bool {
        !self.token(i + 1).is_some_and(Token::is_capitalised)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let mut out = Vec::new();
        let mut i = 0;
        while i < self.sentence.tokens.len() {
            let run = self.run(i);
            let Some(&last) = run.last() else {
                i += 1;
                continue;
            };
            let end = if self.initial(last) { last + 2 } else { last + 1 };
            out.extend(self.judge(&run, end));
            i = end;
        }
        out
    }

    /// The tokens of a name that begins at `start`; connecting tokens are left out.
    fn run(&self, start: usize) -> Vec<usize> {
        let mut run: Vec<usize> = Vec::new();
        let mut i = start;
        let names = &self.pack.names;
        while let Some(token) = self.token(i) {
            let glued = !token.space_before && !run.is_empty();
            if run.is_empty() {
                if !self.part(i, &run) {
                    break;
                }
            } else if token.is('-') && glued && self.token(i + 1).is_some_and(|t| !t.space_before && t.is_word()) {
                // The second half of a double name, capitalised or not.
                run.push(i + 1);
                i += 2;
                continue;
            } else if !self.part(i, &run) {
                let particles = (i..i + 3)
                    .take_while(|k| {
                        self.token(*k)
                            .is_some_and(|t| t.is_word() && (names.is_particle(&t.folded) || t.folded.ends_with('\'')))
                    })
                    .count();
                let next = i + particles;
                let suffix = names.is_suffix(&token.folded) && token.is_capitalised();
                if particles > 0 && self.part(next, &run) {
                    i = next;
                } else if suffix {
                    run.push(i);
                    break;
                } else {
                    break;
                }
            }
            run.push(i);
            i += if self.initial(i) { 2 } else { 1 };
            if run.len() > MOST_WORDS + 2 {
                break;
            }
        }
        run
    }

    /// True where a building, a competition or a trophy bears the name: "Karni Singh Shooting Ranges", "le stade
    /// Charles de Gaulle".
    fn named_after(&self, start: usize, end: usize) -> bool {
        let names = &self.pack.names;
        let follows = (end..self.sentence.tokens.len())
            .take(VENUE_WORDS)
            .map_while(|i| self.token(i).filter(|t| t.is_capitalised()))
            .any(|t| names.is_venue(&t.folded));
        let before = self.sentence.tokens[..start]
            .iter()
            .rev()
            .take(VENUE_WORDS)
            .find(|t| !names.is_particle(&t.folded) && !t.is('-'));
        follows || before.is_some_and(|t| names.is_venue_before(&t.folded))
    }

    fn judge(&self, run: &[usize], end: usize) -> Option<Candidate> {
        let names = &self.pack.names;
        let mut run = run;
        let run_start = *run.first()?;
        // A capital at the start of a sentence may be an ordinary word.
        let first = *run.first()?;
        let opens = first == 0 || self.token(first - 1).is_some_and(|t| !t.is_word() && !t.is(',') && !t.is('-'));
        let ordinary = |i: usize| {
            let folded = &self.sentence.tokens[i].folded;
            !names.is_given(self.word(i)) && (self.lower.contains(folded) || self.pack.lexicon.lookup(folded).is_some())
        };
        // "Le Maghreb": an article that opens a sentence is no given name, whatever list has it.
        let article = |i: usize| {
            let term = self.pack.lexicon.lookup(&self.sentence.tokens[i].folded);
            term.is_some_and(|t| self.pack.tags.name(t.tag) == "DET")
        };
        if opens && (ordinary(first) || article(first)) {
            run = &run[1..];
        } else if opens && run.len() > 2 && !names.is_given(self.word(first)) && names.is_given(self.word(run[1])) {
            let upper = self.token(first).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
            if !upper {
                run = &run[1..];
            }
        }
        let first = *run.first()?;
        let start = self.token(first)?.start;
        let stop = self.token(end - 1)?.end;
        let name = self.text[start..stop].split_whitespace().collect::<Vec<_>>().join(" ");
        // "Volte-face" is one word.
        let words = name.split(' ').count().min(run.len());
        let upper = run.iter().filter(|i| self.sentence.tokens[**i].kind == Kind::Word(Case::Upper)).count();
        let known = run.iter().any(|i| names.is_given(self.word(*i))) || names.is_asian_surname(self.word(first));
        // Capitals alone are an acronym or a shout, unless a known name is among them.
        if upper == run.len() && !(known && words > 1) {
            return None;
        }
        let acronym = |i: usize| {
            let token = &self.sentence.tokens[i];
            token.kind == Kind::Word(Case::Upper) && (3..=4).contains(&token.folded.chars().count())
        };
        let initials = run.iter().all(|i| self.sentence.tokens[*i].folded.chars().count() == 1);
        // "at La Défense", "in Salmon Arm" are places.
        let place =
            first > 0 && !known && self.mention(first - 1).is_some_and(|m| Some(m.tag) == self.pack.tags.get("IN"));
        if run.iter().any(|i| names.is_organisation(&self.sentence.tokens[*i].folded) && !names.is_given(self.word(*i)))
        {
            return None;
        }
        let org = |t: &Token| t.is_capitalised() && names.is_organisation(&t.folded);
        if self.named_after(first, end) || (!known && self.token(end).is_some_and(org)) {
            return None;
        }
        let bears = |i: &usize| names.is_venue(&self.sentence.tokens[*i].folded);
        if run[1..].iter().any(bears) || names.is_venue_before(&self.sentence.tokens[first].folded) {
            return None;
        }
        if words > MOST_WORDS || initials || place || (acronym(first) && !known) {
            return None;
        }
        let trusted = words > 1 && (!self.sentence.title_case || (known && words <= 3));
        Some(Candidate {
            sentence: self.index,
            tokens: first..end,
            name,
            words,
            trusted,
            opens: opens && first == run_start,
        })
    }
}
