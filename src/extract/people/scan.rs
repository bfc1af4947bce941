//! Where a name begins and ends: by shape, and by what the lexicon knows of its words.

use std::collections::BTreeSet;

use super::MOST_WORDS;
use super::found::Candidate;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::tag::within_given_name;
use crate::extract::tokens::{Case, Kind, Token};
use crate::rules::Pack;

/// Tags of places, peoples and competitions.
const WORLD: &[&str] = &["COUNTRY", "CITY", "DEMONYM", "PEOPLE", "COMPNAME", "REGION"];

/// Tags of words that have a capital inside a sentence only where they are names: "Adam Siao Him Fa", "Eric Born".
const SMALL: &[&str] = &[
    "ABOUT", "AIMED", "AND", "ATTEND", "BEAT", "BECOME", "BUT", "BY", "COND", "DENY", "EACH", "EXPECTED", "FINISH",
    "FORECAST", "GOTO", "LOSE", "MISS", "NOT", "OVER", "POSSPRON", "PRON", "SAID", "SINCE", "TERM", "TIMES", "TO",
    "TRIUMPH", "WIN", "WITH", "YEARWORD",
];

/// Tags of nouns of a person, behind which a name stands.
pub(super) const WHO: &[&str] = &["ATHLETE", "CHAMPION", "MEDALLIST", "PEOPLE", "ROLE"];

/// The most words of a nickname between quotation marks.
const NICKNAME: usize = 3;

/// The most words that may stand between a given name and the code of a country.
const CODED: usize = 4;

/// Looks for names in one sentence.
pub(super) struct Scan<'a> {
    pub(super) index: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) text: &'a str,
    pub(super) pack: &'a Pack,
    /// Words that the article also writes without a capital.
    pub(super) lower: &'a BTreeSet<String>,
    /// True in a text of another alphabet than the Latin one: Latin words there are names of firms and federations.
    pub(super) foreign: bool,
}

impl Scan<'_> {
    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        self.sentence.tokens.get(i)
    }

    pub(super) fn word(&self, i: usize) -> &str {
        self.token(i).map_or("", |t| &self.text[t.start..t.end])
    }

    pub(super) fn mention(&self, i: usize) -> Option<&Mention> {
        self.sentence.mention_at(i)
    }

    /// True where the mention over a token has one of the tags.
    pub(super) fn is(&self, i: usize, tags: &[&str]) -> bool {
        self.mention(i).is_some_and(|m| tags.contains(&self.pack.tags.name(m.tag)))
    }

    /// The same of the mention in front of a token.
    pub(super) fn is_behind(&self, i: usize, tags: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|before| self.is(before, tags))
    }

    /// True where a sentence, or a part of it behind a sign, begins, so that a capital says nothing.
    pub(super) fn opens(&self, i: usize) -> bool {
        i == 0 || self.token(i - 1).is_some_and(|t| !t.is_word() && !t.is(',') && !t.is('-'))
    }

    /// True for one capital letter.
    fn letter(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.is_capitalised() && t.folded.chars().count() == 1)
    }

    /// True for "A." and for a particle cut short: "Khalifa St. Fort".
    pub(super) fn initial(&self, i: usize) -> bool {
        (self.letter(i) || self.saint(i)) && self.token(i + 1).is_some_and(|t| t.is('.') && !t.space_before)
    }

    /// True for a particle with a capital between two names: "Khalifa St. Fort".
    fn saint(&self, i: usize) -> bool {
        let particle = |t: &Token| t.is_capitalised() && self.pack.names.is_particle(&t.folded);
        let name = |k: usize| self.token(k).is_some_and(Token::is_capitalised);
        self.token(i).is_some_and(particle) && i > 0 && name(i - 1) && name(i + 2)
    }

    /// True behind a particle cut short: "Fort" of "St. Fort".
    pub(super) fn behind_saint(&self, i: usize) -> bool {
        i.checked_sub(2).is_some_and(|p| self.initial(p) && !self.letter(p))
    }

    /// True where the next token can only be part of a name.
    fn before_name(&self, i: usize) -> bool {
        let names = &self.pack.names;
        self.token(i + 1).is_some_and(|t| {
            let unknown = self.mention(i + 1).is_some_and(|m| !m.lexical);
            let plain = !names.is_common(&t.folded) || names.is_given(self.word(i + 1));
            t.is_capitalised() && t.space_before && unknown && plain && !names.is_organisation(&t.folded)
        })
    }

    /// True where the token cannot be anything but part of a name, given what stands before it.
    fn part(&self, i: usize, run: &[usize]) -> bool {
        let Some(token) = self.token(i).filter(|t| t.is_capitalised()) else { return false };
        if within_given_name(self.sentence, self.text, self.pack, i) && !self.sentence.title_case {
            return true;
        }
        if run.len() > 1 && self.behind_saint(i) || self.initial(i) || self.goes_to_code(i, run) || self.bare_initial(i)
        {
            return true;
        }
        if run.is_empty() && self.is_cut_off(i) {
            return false;
        }
        let names = &self.pack.names;
        let after_given = run.last().is_some_and(|p| names.is_given(self.word(*p)));
        if let Some(m) = self.mention(i).filter(|m| m.lexical) {
            return self.tagged_part(i, run, m, after_given);
        }
        if names.is_organisation(&token.folded) {
            // A given name, or a surname behind "swimmer Anna", whatever is called so too.
            let surname = after_given && run.len() == 1 && self.closes(i) && self.is_behind(run[0], WHO);
            return surname || run.is_empty() && names.is_given(self.word(i)) && self.before_name(i);
        }
        if names.is_common(&token.folded) {
            return names.is_particle(&token.folded) && !run.is_empty()
                || (after_given || self.behind_unknown(i, run)) && !self.sentence.title_case && i > 0
                || run.is_empty() && self.stands_for_a_name(i);
        }
        !(run.is_empty() && names.is_title(&token.folded))
    }

    /// True for an ordinary word with a capital behind one that nothing else explains, where the words behind have no capital:
    /// "Chakira Rose added".
    fn behind_unknown(&self, i: usize, run: &[usize]) -> bool {
        let names = &self.pack.names;
        let plain =
            |k: usize| self.token(k).is_some_and(|t| !names.is_common(&t.folded) && !names.is_organisation(&t.folded));
        let &[first] = run else { return false };
        let shouted = self.token(first).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
        first + 1 == i && !shouted && self.closes(i) && plain(first) && self.mention(first).is_some_and(|m| !m.lexical)
    }

    /// True inside a name that the code of a country ends: "Adam Siao Him Fa (FRA)".
    fn goes_to_code(&self, i: usize, run: &[usize]) -> bool {
        let known = run.iter().any(|k| self.pack.names.is_given(self.word(*k)));
        let open = (i..i + CODED).find(|k| !self.token(*k).is_some_and(Token::is_capitalised) || self.is(*k, WORLD));
        let code = |k: usize| self.is(k, &["OPEN"]) && self.is(k + 1, &["COUNTRY"]) && self.is(k + 2, &["CLOSE"]);
        known && !self.sentence.title_case && open.is_some_and(code)
    }

    /// True for a hyphen between the two names of a pair: "Anna Kiss-Eva Nagy".
    fn pairs(&self, hyphen: usize) -> bool {
        let glued = |i: usize| self.token(i).is_some_and(|t| !t.space_before);
        let word = |i: usize| self.token(i).is_some_and(|t| t.is_capitalised() && t.is_word());
        let name = |i: usize| word(i) && self.mention(i).is_some_and(|m| !m.lexical);
        let joins = self.token(hyphen).is_some_and(|t| t.is('-')) && glued(hyphen) && glued(hyphen + 1);
        let before = hyphen >= 2 && name(hyphen - 2) && name(hyphen - 1) && !glued(hyphen - 1);
        let behind = word(hyphen + 1) && name(hyphen + 2) && !glued(hyphen + 2);
        joins && before && behind && !self.sentence.title_case
    }

    /// True for an initial without a stop in front of a surname: "Eva Nagy-M Balogh", "and S Balogh".
    fn bare_initial(&self, i: usize) -> bool {
        let led = self.is_behind(i, &["COMMA", "AND", "SLASH"]) || self.is_behind(i, WHO) || i > 0 && self.pairs(i - 1);
        self.letter(i) && led && self.before_name(i) && !self.sentence.title_case
    }

    /// True for what cannot begin a name: "Polio Residual" of "Post-Polio Residual".
    fn is_cut_off(&self, i: usize) -> bool {
        let joined = |i: usize| {
            let hyphen = i.checked_sub(1).and_then(|k| self.token(k)).filter(|t| t.is('-') && !t.space_before);
            let glued = self.token(i).is_some_and(|t| !t.space_before);
            hyphen.is_some() && glued && i >= 2 && self.token(i - 2).is_some_and(Token::is_capitalised)
        };
        let names = &self.pack.names;
        let goes_on = i > 0 && joined(i - 1) && self.token(i - 1).is_some_and(Token::is_capitalised);
        joined(i) && !self.pairs(i - 1)
            || goes_on && !names.is_given(self.word(i)) && self.mention(i - 1).is_some_and(|m| !m.lexical)
    }

    /// As [`Scan::part`], of a word that the lexicon knows.
    fn tagged_part(&self, i: usize, run: &[usize], m: &Mention, after_given: bool) -> bool {
        if self.sentence.title_case {
            return run.is_empty() && m.tokens.len() == 1 && self.leads_to_class(i);
        }
        let small = self.is(i, SMALL);
        if m.tokens.len() > 1 {
            // "Eric Born in 1993" is not born.
            return after_given
                && small
                && m.tokens.start == i
                && self.token(i + 1).is_some_and(|t| !t.is_capitalised());
        }
        let is_world = self.is(i, WORLD);
        let given = self.pack.names.is_given(self.word(i));
        if run.is_empty() {
            // "La Tunisienne Maroua Ibrahmi": a town is not behind the noun of a person.
            let named = is_world && self.is_behind(i, &["PEOPLE"]) && !self.is(i, &["PEOPLE", "DEMONYM"]);
            // "Gong Lijiao": a surname that is also a noun.
            let shouted = self.token(i).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
            let surname = !small && !is_world && !shouted && self.pack.names.is_asian_surname(self.word(i));
            return self.before_name(i) && (given || named || surname || small && self.stands_for_a_name(i));
        }
        let inside = small && run.len() > 1 && !self.opens(run[0]) && self.before_name(i);
        let ends = || self.closes(i) && !self.is_code(i, run);
        // "Rose" is a word that a rule names.
        let word = || self.pack.tags.name(m.tag).starts_with(char::is_lowercase) && self.behind_unknown(i, run);
        given && self.before_name(i) && !is_world || inside || after_given && (!is_world || ends()) || word()
    }

    /// True for the code of a country behind a name in small letters: "Anna KEN", not "ANNA KEN".
    fn is_code(&self, i: usize, run: &[usize]) -> bool {
        let upper = |k: usize| self.token(k).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
        upper(i) && run.last().is_some_and(|k| !upper(*k)) && self.is(i, &["COUNTRY"])
    }

    /// True for a given name that is a noun too, or a place that is a given name, in a line of a list: "Prince Kiss
    /// (57 kg)", "Sofia Nagy (triple jump)".
    fn leads_to_class(&self, i: usize) -> bool {
        let open = (i..=i + CODED).find(|k| !self.token(*k).is_some_and(Token::is_capitalised));
        let known = self.pack.names.is_given(self.word(i)) && !self.is(i, WORLD);
        let town = self.is(i, &["CITY"]) && open == Some(i + 2);
        (known || town) && self.before_name(i) && open.is_some_and(|k| self.classed(k))
    }

    /// True for an ordinary word that can only be a name where it stands: with a capital inside a sentence and a name
    /// behind it, in a list or behind the noun of a person ("her teammate Do Thu Ha").
    fn stands_for_a_name(&self, i: usize) -> bool {
        let plain = !self.sentence.title_case && !self.opens(i) && self.before_name(i);
        let long = self.token(i).is_some_and(|t| t.folded.chars().count() > 1);
        let listed = self.is(i, &["PRON"]) && self.is_behind(i, &["COMMA", "AND"]);
        plain && long && (listed || self.is_behind(i, WHO))
    }

    /// True where a place name ends a name: "Jack London" before a verb or a comma, not "Jack London Marathon".
    fn closes(&self, i: usize) -> bool {
        !self.token(i + 1).is_some_and(Token::is_capitalised)
    }

    /// All that may be names, from left to right.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let mut out = Vec::new();
        let mut i = 0;
        while i < self.sentence.tokens.len() {
            let run = self.run(i);
            let Some(&last) = run.last() else {
                i += 1;
                continue;
            };
            let end = if self.initial(last) { last + 2 } else { last + 1 };
            let inverted = self.inverted(&run, end);
            i = inverted.as_ref().map_or(end, |c| c.tokens.end);
            out.extend(inverted.or_else(|| self.judge(&run, end)));
        }
        out
    }

    /// "KISS, Anna HUN", as lists of results write it: the surname in capitals, and the code of the country behind.
    fn inverted(&self, surname: &[usize], end: usize) -> Option<Candidate> {
        let upper = |i: &usize| self.token(*i).is_some_and(|t| t.kind == Kind::Word(Case::Upper));
        let comma = surname.iter().all(upper) && self.token(end).is_some_and(|t| t.is(','));
        let given = if comma { self.run(end + 1) } else { return None };
        let (&first, &last) = (given.first()?, given.last()?);
        let code = |i: usize| upper(&i) && self.is(i, &["COUNTRY"]);
        let coded = code(last + 1) || self.is(last + 1, &["OPEN"]) && code(last + 2);
        if given.iter().any(upper) || !coded {
            return None;
        }
        let name = format!("{} {}", self.name(first, last + 1)?, self.name(*surname.first()?, end)?);
        Some(Candidate {
            sentence: self.index,
            tokens: *surname.first()?..last + 1,
            words: surname.len() + given.len(),
            run: given.iter().chain(surname).copied().collect(),
            name,
            trusted: true,
            opens: false,
        })
    }

    /// The tokens of a name that begins at `start`; connecting tokens are left out.
    fn run(&self, start: usize) -> Vec<usize> {
        let mut run: Vec<usize> = Vec::new();
        let mut i = start;
        while let Some(token) = self.token(i) {
            let glued = !token.space_before && !run.is_empty();
            if self.pairs(i) {
                break;
            }
            if !run.is_empty()
                && token.is('-')
                && glued
                && self.token(i + 1).is_some_and(|t| !t.space_before && t.is_word())
            {
                // The second half of a double name, capitalised or not.
                run.push(i + 1);
                i += 2;
                continue;
            }
            if !self.part(i, &run) {
                match self.goes_on(i, &run) {
                    Some(next) => i = next,
                    None => {
                        run.extend(self.ends_name(i, &run).then_some(i));
                        break;
                    }
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

    /// Where a name goes on behind particles (`van der`) or a nickname in quotation marks.
    fn goes_on(&self, i: usize, run: &[usize]) -> Option<usize> {
        let names = &self.pack.names;
        let &last = run.last()?;
        let particle = |k: &usize| {
            self.token(*k).is_some_and(|t| t.is_word() && (names.is_particle(&t.folded) || t.folded.ends_with('\'')))
        };
        let particles = (i..i + 3).take_while(particle).count();
        // "Karim el-Amrani"
        let hyphen = particles > 0 && self.token(i + particles).is_some_and(|t| t.is('-') && !t.space_before);
        let next = i + particles + usize::from(hyphen);
        // "Anna Kiss du Kenya" has the country behind a whole name.
        let country = run.len() > 1 && self.is(next, &["COUNTRY"]);
        if particles > 0 && !country && self.part(next, run) {
            // A word that also joins two names: "Anara Bolotova ben Jyldyz Asanova" are two in Kazakh.
            let joins = self.is(i, &["AND"]) && run.len() > 1 && names.is_given(self.word(next));
            return (!joins).then_some(next);
        }
        let close = self.nickname(i)?;
        let known = names.is_given(self.word(last)) || run.len() > 1;
        (known && self.part(close + 1, run)).then_some(close + 1)
    }

    /// The closing mark of a nickname that opens at a token: Anna "the Rock" Kiss.
    fn nickname(&self, i: usize) -> Option<usize> {
        if !self.is(i, &["QUOTE"]) || !self.token(i + 1).is_some_and(|t| t.is_word() && !t.space_before) {
            return None;
        }
        let close = (i + 2..).take(NICKNAME).find(|k| self.is(*k, &["QUOTE"]))?;
        let words = (i + 1..close).all(|k| self.token(k).is_some_and(Token::is_word));
        (words && self.token(close).is_some_and(|t| !t.space_before)).then_some(close)
    }

    /// True for a word that ends a name, capitalised (`Jr`) or, where it makes a patronymic, not (`kyzy`).
    fn ends_name(&self, i: usize, run: &[usize]) -> bool {
        let names = &self.pack.names;
        let (Some(token), Some(&last)) = (self.token(i), run.last()) else { return false };
        let father =
            run.len() > 1 && names.makes_patronymic(self.word(i)) && names.gender_of_surname(self.word(last)).is_none();
        token.is_word() && (names.is_suffix(&token.folded) && token.is_capitalised() || father)
    }
}
