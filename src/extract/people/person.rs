//! The persons of an article, and when two names are one person's.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::Names;
use crate::vocabulary::{Facets, Field, World, name_key};

/// A person of the article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    /// The fullest form written.
    pub(crate) name: String,
    /// The words of `name`, as keys.
    pub(crate) words: Vec<String>,
    /// `words` without patronymics, which are no surnames.
    plain: Vec<String>,
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
    fn new(name: &str, names: &Names) -> Person {
        let key = |name: &str| -> Vec<String> { name_key(name).split(' ').map(str::to_owned).collect() };
        let mut plain: Vec<&str> = name.split(' ').filter(|w| !names.is_patronymic(w)).collect();
        // "Bolot kyzy": what stands before such a word is the father's name.
        let father = name.split(' ').zip(name.split(' ').skip(1)).find(|(_, word)| names.makes_patronymic(word));
        if let Some((father, _)) = father.filter(|_| plain.len() > 1) {
            plain.retain(|w| *w != father);
        }
        let words = key(name);
        Person {
            name: spelled(name, names),
            full: words.len() > 1,
            plain: key(&plain.join(" ")),
            words,
            forms: BTreeSet::from([name.to_owned()]),
            ..Person::default()
        }
    }

    /// True for a given name with a patronymic and without a surname.
    fn lacks_surname(&self) -> bool {
        self.full && self.plain.len() == 1
    }

    /// True where one of the names says less than the other, or the same in another order.
    fn is_form_of(&self, other: &Person) -> bool {
        let (short, long) = if self.words.len() < other.words.len() { (self, other) } else { (other, self) };
        let sorted = |words: &[String]| words.iter().cloned().collect::<BTreeSet<String>>();
        short.full
            && (short.words.iter().all(|w| long.words.contains(w)) || sorted(&short.words) == sorted(&long.words))
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
    /// By given name: the surnames that the article's names have with it.
    families: BTreeMap<String, BTreeSet<String>>,
    /// Whom the article is about, once it has been asked for.
    main: std::cell::OnceCell<Option<usize>>,
}

/// The least sentences that speak of whom an article is about.
const MAIN: usize = 3;

impl People {
    /// No persons yet, but the full names that the article will give them.
    pub(super) fn of<'a>(written: impl Iterator<Item = &'a str>, names: &Names) -> People {
        let mut people = People::default();
        for person in written.map(|name| Person::new(name, names)) {
            if let [given, surname @ ..] = &person.plain[..] {
                let family = people.families.entry(given.clone()).or_default();
                family.extend((!surname.is_empty()).then(|| surname.join(" ")));
            }
        }
        people
    }

    /// Whom the article is about, where it speaks of one far more than of any other.
    pub(crate) fn main(&self) -> Option<usize> {
        *self.main.get_or_init(|| {
            let mut named: Vec<(usize, usize)> =
                self.all.iter().enumerate().map(|(i, p)| (p.sentences.len(), i)).collect();
            named.sort_unstable_by_key(|(n, i)| (std::cmp::Reverse(*n), *i));
            let second = named.get(1).map_or(0, |(n, _)| *n);
            named.first().filter(|(n, _)| *n >= MAIN && *n >= 2 * second).map(|(_, i)| *i)
        })
    }

    /// The person of a mention.
    pub(crate) fn index(facets: &Facets) -> Option<usize> {
        facets.get(Field::Person)?.parse().ok()
    }

    /// Adds a person known by one word so far, or finds the one who bears it.
    pub(crate) fn by_surname(&mut self, name: &str, names: &Names) -> usize {
        match self.bearer(name) {
            Bearer::One(i) => i,
            _ => {
                self.all.push(Person::new(name, names));
                self.all.len() - 1
            }
        }
    }

    /// Adds a full name, or finds the person of whom it is another form.
    pub(super) fn add(&mut self, name: &str, names: &Names) -> usize {
        let person = Person::new(name, names);
        let Some(i) = self.same(&person) else {
            self.all.push(person);
            return self.all.len() - 1;
        };
        let old = &mut self.all[i];
        old.forms.insert(name.to_owned());
        // A surname says more than a patronymic, and a name more than an initial.
        let says = |p: &Person| (!p.lacks_surname(), p.words.len(), p.words.first().is_some_and(|w| w.len() > 1));
        if says(&person) > says(old) {
            old.name = person.name;
            old.words = person.words;
            old.plain = person.plain;
        }
        i
    }

    /// The person of whom a full name is another form.
    fn same(&self, person: &Person) -> Option<usize> {
        let form = self.all.iter().position(|p| p.is_form_of(person));
        form.or_else(|| {
            let alike = |p: &Person| self.is_initial_of(p, person) || self.is_patronymic_of(p, person);
            let mut found = (0..self.all.len()).filter(|i| alike(&self.all[*i]));
            found.next().filter(|_| found.next().is_none())
        })
    }

    /// True for "A. Kiss" beside "Anna Kiss", where the article has no other Kiss whose given name begins so.
    fn is_initial_of(&self, a: &Person, b: &Person) -> bool {
        let (Some((one, rest)), Some((other, others))) = (a.words.split_first(), b.words.split_first()) else {
            return false;
        };
        let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
        if rest.is_empty() || rest != others || short.len() != 1 || !long.starts_with(short.as_str()) {
            return false;
        }
        let surname = rest.join(" ");
        let so = |given: &String| given.len() > 1 && given.starts_with(short.as_str());
        self.families.iter().filter(|(given, surnames)| so(given) && surnames.contains(&surname)).count() == 1
    }

    /// True where one is the other by given name and patronymic, and nobody else in the article has that given name.
    fn is_patronymic_of(&self, a: &Person, b: &Person) -> bool {
        let alone = |given: &String| self.families.get(given).is_some_and(|surnames| surnames.len() == 1);
        a.lacks_surname() != b.lacks_surname()
            && a.full
            && b.full
            && matches!((a.plain.first(), b.plain.first()), (Some(a), Some(b)) if a == b && alone(a))
    }

    /// Who bears a word of a name.
    pub(super) fn bearer(&self, word: &str) -> Bearer {
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

/// Who may be meant by one word of a name.
pub(super) enum Bearer {
    /// One person alone bears it.
    One(usize),
    /// Several bear it.
    Several(Vec<usize>),
    Nobody,
}

/// A name without capitals throughout: "Tara BABULFATH" is Tara Babulfath, "Tom DE LA MOTTE" Tom de la Motte.
fn spelled(name: &str, names: &Names) -> String {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = |word: &str| letters(word) > 1 && !word.chars().any(char::is_lowercase);
    let shouted = name.split(' ').any(|word| letters(word) > 2 && capitals(word));
    let word = |word: &str| {
        if !shouted || !capitals(word) {
            return word.to_owned();
        }
        if names.is_particle(&word.to_lowercase()) {
            return word.to_lowercase();
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
