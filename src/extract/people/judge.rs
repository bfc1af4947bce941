//! Whether a run of capitalised words is a person's name.

use super::MOST_WORDS;
use super::found::Candidate;
use super::scan::{Scan, WHO};
use crate::extract::tokens::{Case, Kind, Token};

/// How many words may stand between a name and the kind of building that bears it.
const VENUE_WORDS: usize = 4;

/// Tags of words that open a sentence or a clause with a capital.
const FUNCTION: &[&str] = &[
    "ABOUT",
    "AND",
    "BUT",
    "BY",
    "COND",
    "DENY",
    "EACH",
    "FOR",
    "FROM",
    "IN",
    "INCLUDING",
    "NOT",
    "OF",
    "PRON",
    "POSSPRON",
    "SINCE",
    "TERM",
    "TO",
    "WITH",
];

/// Tags of words for a medal.
const COLOURS: &[&str] = &["COLOUR", "MEDAL", "MEDALWORD"];

/// Tags of words in front of a place.
const WHERE: &[&str] = &["IN"];

/// Tags of nouns of a person who comes from a place.
const NATIVE: &[&str] = &["ATHLETE", "ATHLETES", "CHAMPION", "MEDALLIST", "ROLE"];

impl Scan<'_> {
    /// What a run of words is a name of, if it is one.
    pub(super) fn judge(&self, run: &[usize], end: usize) -> Option<Candidate> {
        let names = &self.pack.names;
        let opens = self.opens(*run.first()?);
        let cut = self.without_opening(run);
        let whole = cut.len() == run.len();
        let run = cut;
        let first = *run.first()?;
        let name = self.name(first, end)?;
        if self.foreign && name.chars().filter(|c| c.is_alphabetic()).all(super::is_latin) {
            return None;
        }
        // "Volte-face" is one word, "T.Bold" are two.
        let words = name.split([' ', '.']).filter(|w| !w.is_empty()).count().min(run.len());
        let known = run.iter().any(|i| names.is_given(self.word(*i))) || names.is_asian_surname(self.word(first));
        if words > MOST_WORDS || self.is_of_capitals(run, known && words > 1, known) || self.is_place(run, end, known) {
            return None;
        }
        if self.is_thing(run, end, known) {
            return None;
        }
        let coded = self.is(end, &["OPEN"]) && (self.is(end + 1, &["COUNTRY"]) || self.classed(end));
        let trusted = words > 1 && (!self.sentence.title_case || ((known || coded) && words <= 3));
        Some(Candidate {
            sentence: self.index,
            tokens: first..end,
            run: run.to_vec(),
            name,
            words,
            trusted,
            opens: opens && whole,
        })
    }

    /// True for a bracket at `open` that says in what somebody competes: "(57 kg)", "(+100 kg)", "(triple jump)", and
    /// where no list has the code of the country "(LET, 57 kg)".
    pub(super) fn classed(&self, open: usize) -> bool {
        let first = if self.is(open + 2, &["COMMA"]) { open + 3 } else { open + 1 };
        let signed = self.token(first).is_some_and(|t| t.is('-') || t.is('+') || t.is('–'));
        let at = first + usize::from(signed);
        // Phrases that make a class of number and unit come later.
        let measured = self.is(at, &["NUM"]) && self.is(at + 1, &["KG", "METRE"]);
        self.is(open, &["OPEN"]) && (measured || self.is(at, &["WEIGHT", "DIST", "EVENT", "SPORT"]))
    }

    /// The name as written, with single spaces and without a nickname.
    pub(super) fn name(&self, first: usize, end: usize) -> Option<String> {
        let (start, stop) = (self.token(first)?.start, self.token(end.checked_sub(1)?)?.end);
        let mut kept = String::new();
        let mut quoted = false;
        for i in first..end {
            if self.is(i, &["QUOTE"]) {
                quoted = !quoted;
            } else if !quoted {
                let token = self.token(i)?;
                kept.push_str(if token.space_before { " " } else { "" });
                kept.push_str(self.text.get(token.start..token.end)?);
            }
        }
        let nickname = (first..end).any(|i| self.is(i, &["QUOTE"]));
        let written = if nickname { kept.as_str() } else { self.text.get(start..stop)? };
        Some(written.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The run without a first word that has its capital because it opens a sentence.
    fn without_opening<'r>(&self, run: &'r [usize]) -> &'r [usize] {
        let names = &self.pack.names;
        let Some((&first, rest)) = run.split_first() else { return run };
        let given_behind = rest.len() > 1 && !names.is_given(self.word(first)) && names.is_given(self.word(rest[0]));
        let upper = self.token(first).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
        let asian = names.is_asian_surname(self.word(first));
        if !self.opens(first) {
            // "Le Courchevelois Alexis Pinturault": behind an article stands a noun.
            return if given_behind && !upper && !asian && self.is_behind(first, &["DET"]) { rest } else { run };
        }
        let folded = &self.sentence.tokens[first].folded;
        let term = self.pack.lexicon.lookup(folded);
        // "Gong Lijiao": a surname that is also a noun.
        let noun_too = asian && !upper && rest.len() == 1;
        let ordinary =
            !names.is_given(self.word(first)) && (self.lower.contains(folded) || term.is_some() && !noun_too);
        // "Le Maghreb": an article that opens a sentence is no given name, whatever list has it; nor is a conjunction.
        let tag = term.map_or("", |t| self.pack.tags.name(t.tag));
        let function = tag == "DET" || FUNCTION.contains(&tag) && names.is_common(folded);
        // A line that is a name and nothing else: "Ma Long".
        let alone = asian && rest.len() == 1 && run.len() == self.sentence.tokens.len();
        // "Silver Anna Kiss won": a colour is no given name in front of another.
        let colour = COLOURS.contains(&tag) && rest.len() > 1 && names.is_given(self.word(rest[0]));
        let noun = given_behind && !upper && !asian || colour;
        if (ordinary || function || noun) && !alone { rest } else { run }
    }

    /// True for an acronym or a shout: capitals alone, unless a known name is among them.
    fn is_of_capitals(&self, run: &[usize], named: bool, known: bool) -> bool {
        let upper = |i: &usize| self.token(*i).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
        let letters = |i: usize| self.token(i).map_or(0, |t| t.folded.chars().count());
        let acronym = upper(&run[0]) && (3..=4).contains(&letters(run[0]));
        let initials = run.iter().all(|i| letters(*i) == 1);
        initials || acronym && !known || run.iter().all(upper) && !named
    }

    /// True for "at La Défense", "in Salmon Arm", "swimmer from Quang Binh", unless what follows says who it is.
    fn is_place(&self, run: &[usize], end: usize, known: bool) -> bool {
        let first = run[0];
        let from = self.is_behind(first, &["FROM"])
            && self.mention(first - 1).is_some_and(|m| self.is_behind(m.tokens.start, NATIVE));
        if from {
            return true;
        }
        let surname = run.last().is_some_and(|i| self.pack.names.gender_of_surname(self.word(*i)).is_some());
        let person = run.len() > 1 && (surname || self.is_described(end));
        !known && self.is_behind(first, WHERE) && !person
    }

    /// True in front of what is said of persons: ", sénégalaise", ", d'Arabie Saoudite".
    fn is_described(&self, end: usize) -> bool {
        let of_country =
            self.is(end + 1, &["OF"]) && self.mention(end + 1).is_some_and(|m| self.is(m.tokens.end, &["COUNTRY"]));
        let who = ["ATHLETE", "CHAMPION", "DEMONYM", "MEDALLIST", "OLD", "PEOPLE", "ROLE"];
        self.is(end, &["COMMA"]) && (of_country || self.is(end + 1, &who))
    }

    /// True for an organisation, a building, a competition or a trophy.
    fn is_thing(&self, run: &[usize], end: usize, known: bool) -> bool {
        let names = &self.pack.names;
        let first = run[0];
        let person = |i: usize| {
            let surname = run.len() == 2 && i == run[1] && self.is_behind(first, WHO);
            names.is_given(self.word(i)) || self.second_half_of(i) || surname
        };
        let organisation = |i: &usize| names.is_organisation(&self.sentence.tokens[*i].folded) && !person(*i);
        let org = |t: &Token| t.is_capitalised() && names.is_organisation(&t.folded);
        run.iter().any(organisation)
            || self.named_after(first, end)
            || !known && self.token(end).is_some_and(org)
            || run[1..].iter().any(|i| self.bears_a_name(*i, run, end))
            || names.is_venue_before(&self.sentence.tokens[first].folded)
            || self.is_quoted(first, end)
    }

    /// True for "Hall" in "Drazen Petrovic Hall", not in "Anna Hall" nor in "Anna Kiss-Hall".
    fn bears_a_name(&self, i: usize, run: &[usize], end: usize) -> bool {
        let names = &self.pack.names;
        if !names.is_venue(&self.sentence.tokens[i].folded) || self.second_half_of(i) {
            return false;
        }
        let listed = self.is(end, &["COMMA"]) && names.is_given(self.word(end + 1));
        let whose = names.is_given(self.word(run[0])) || listed;
        let placed = self.is_behind(run[0], &["DET", "FROM", "IN", "OF", "TO"]);
        !(run.len() == 2 && whose && !placed)
    }

    fn second_half_of(&self, i: usize) -> bool {
        i > 0 && self.token(i - 1).is_some_and(|t| t.is('-') && !t.space_before) || self.behind_saint(i)
    }

    /// True for a name in quotation marks, which a thing bears: the "Pal Kiss".
    fn is_quoted(&self, first: usize, end: usize) -> bool {
        self.is_behind(first, &["QUOTE"]) && self.is(end, &["QUOTE"])
    }

    /// True where a building, a competition or a trophy bears the name: "Karni Singh Shooting Ranges", "le stade
    /// Charles de Gaulle", "the Pal Kiss hall".
    fn named_after(&self, start: usize, end: usize) -> bool {
        let names = &self.pack.names;
        let next = self.token(end).is_some_and(|t| t.is_word() && names.is_venue(&t.folded));
        let follows = (end..self.sentence.tokens.len())
            .take(VENUE_WORDS)
            .map_while(|i| self.token(i).filter(|t| t.is_capitalised()))
            .any(|t| names.is_venue(&t.folded));
        let before = (0..start)
            .rev()
            .take(VENUE_WORDS)
            .find(|i| self.token(*i).is_some_and(|t| !names.is_particle(&t.folded) && !t.is('-')));
        // "The winner of the tournament Anna Kiss" is no tournament.
        let whose = |i: usize| {
            names.is_venue_before(&self.sentence.tokens[i].folded) && !self.is_behind(i, &["CHAMPION", "MEDALLIST"])
        };
        next || follows || before.is_some_and(whose)
    }
}
