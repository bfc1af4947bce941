//! The country that a sentence gives a person: by the names that stand with it, by a team that it served, by the only
//! nation spoken of.

use super::is;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::people::{People, Person};
use crate::extract::segment::Sentence;
use crate::vocabulary::Field;

/// The country of the names that a person is joined to ("Olaore and Omole, both of Nigeria"), or the only
/// country of the sentence that is nobody else's.
pub(super) fn country_beside(document: &Document<'_>, sentence: usize, person: usize) -> Option<String> {
    let above = sentence.checked_sub(1).map(|i| &document.sentences[i]);
    let sentence = &document.sentences[sentence];
    let mentions = &sentence.mentions;
    let at = mentions.iter().position(|m| is(document, m, "PERSON") && People::index(&m.facets) == Some(person))?;
    let names = Names { document, above, sentence, at };
    names
        .joined(&mut (at + 1..mentions.len()))
        .or_else(|| names.pair())
        .or_else(|| names.joined(&mut (0..at).rev()))
        .or_else(|| bracketed_team(document, mentions, at))
        .or_else(|| with_team(document, mentions, at))
        .or_else(|| team_mate(document, mentions, at))
        .or_else(|| country_served(document, mentions, at))
        .or_else(|| sole(document, mentions, at, person))
}

/// The country that a name's own words say, or else that was said of its person.
pub(super) fn country_said<'a>(document: &'a Document<'_>, name: &'a Mention) -> Option<&'a str> {
    let known = || Person::most(&document.people.all.get(People::index(&name.facets)?)?.countries);
    name.facets.get(Field::Country).or_else(known)
}

/// How many mentions a line has at most that says a weight class and whose it is.
const CLASS_LINE: usize = 3;

/// So many names behind one nation's adjective are a list of that nation's.
const LIST: usize = 3;

/// The names of a sentence around one of them.
struct Names<'a> {
    document: &'a Document<'a>,
    /// The sentence before.
    above: Option<&'a Sentence>,
    sentence: &'a Sentence,
    /// Which mention names the person.
    at: usize,
}

impl Names<'_> {
    /// The country of the nearest name of the list that the person stands in, in one direction.
    fn joined(&self, range: &mut dyn Iterator<Item = usize>) -> Option<String> {
        let mentions = &self.sentence.mentions;
        // Names that adjoin without a joiner are of two sides: "A B beat" in a language with the verb at the end.
        let mut apart = false;
        let mut joiners = Vec::new();
        let listed = self.is_listed();
        let mut found: Option<String> = None;
        for k in range {
            let m = &mentions[k];
            if self.document.any(m, &["COMMA", "AND", "SLASH"]) {
                apart = true;
                joiners.push(m);
                continue;
            }
            if !is(self.document, m, "PERSON") || !apart {
                break;
            }
            apart = false;
            let led = self.led(m);
            // "A and the Cuban B": what stands in front of a name is that one's alone; "after the Cuban A, B won" is no list.
            let alone = if k < self.at { self.bracketed(m) || led && !listed } else { led };
            // "A, who beat B, and C": the list is that of A and C.
            let beaten = k > 0 && self.document.any(&mentions[k - 1], &["BEAT", "LOSE", "OVER"]);
            let beaten = beaten && k < self.at && joiners.len() > 1;
            joiners.clear();
            if found.is_none() && (alone || beaten) {
                return None;
            }
            match (m.facets.get(Field::Country), &found) {
                // "Belgium's A, the Israeli B and C": where each has a country of its own, C has another; "the Belgians A and B,
                // the Israelis C, D and E" are two lists.
                (Some(own), Some(first)) if k < self.at && own != first => {
                    return found.filter(|_| self.names_of_one_nation() >= LIST);
                }
                (_, Some(_)) => {}
                (_, None) => found = country_said(self.document, m).map(str::to_owned),
            }
        }
        found
    }

    /// How many names stand in a row with the person's, from the one that has a country to the next that has one.
    fn names_of_one_nation(&self) -> usize {
        let mentions = &self.sentence.mentions;
        let name = |k: usize| is(self.document, &mentions[k], "PERSON");
        let first =
            (0..=self.at).rev().find(|k| name(*k) && mentions[*k].facets.has(Field::Country)).unwrap_or(self.at);
        let row = (first..mentions.len()).take_while(|k| {
            let next = name(*k) && (*k == first || !mentions[*k].facets.has(Field::Country));
            next || self.document.any(&mentions[*k], &["COMMA", "AND", "SLASH"])
        });
        row.filter(|k| name(*k)).count()
    }

    /// True where the names that stand together with the person are a list: more than a name, a comma and a name.
    fn is_listed(&self) -> bool {
        let mentions = &self.sentence.mentions;
        let part = |k: &usize| self.document.any(&mentions[*k], &["PERSON", "COMMA", "AND", "SLASH"]);
        let run = (0..self.at).rev().take_while(part).chain((self.at + 1..mentions.len()).take_while(part));
        run.into_iter().any(|k| self.document.any(&mentions[k], &["AND", "SLASH"]))
    }

    /// "A – B (AUS)": a pair, unless they are drawn against each other in a weight class.
    fn pair(&self) -> Option<String> {
        let mentions = &self.sentence.mentions;
        let dash = is(self.document, mentions.get(self.at + 1)?, "DASH") && !self.in_a_class();
        let other =
            mentions.get(self.at + 2).filter(|m| dash && is(self.document, m, "PERSON") && self.bracketed(m))?;
        other.facets.get(Field::Country).map(str::to_owned)
    }

    /// True for a line below that of a weight class: the two that it names fight each other.
    fn in_a_class(&self) -> bool {
        self.above.is_some_and(|s| {
            s.mentions.len() <= CLASS_LINE && s.mentions.iter().any(|m| is(self.document, m, "WEIGHT"))
        })
    }

    /// "A (KAZ), B": what stands in brackets behind a name is that one's, "A, B (KAZ)" may be of both.
    fn bracketed(&self, m: &Mention) -> bool {
        let tokens = &self.sentence.tokens[m.tokens.clone()];
        let Some(open) = tokens.iter().position(|t| t.is('(')) else { return false };
        let Some(close) = tokens[open..].iter().position(|t| t.is(')')) else { return false };
        let words: Vec<&str> = tokens[open + 1..open + close].iter().map(|t| t.folded.as_str()).collect();
        let term = self.document.pack.lexicon.lookup(&words.join(" "));
        term.is_some_and(|t| t.facets.has(Field::Country))
    }

    /// True for a name with a nation's word in front: "the Cuban B".
    fn led(&self, m: &Mention) -> bool {
        let words = &self.sentence.tokens[m.tokens.clone()];
        let terms = words.iter().take(2).filter_map(|t| self.document.pack.lexicon.lookup(&t.folded));
        terms.into_iter().any(|t| t.facets.has(Field::Country))
    }
}

/// "Silver for Mexico (A and B)": whom the brackets behind a team name.
fn bracketed_team(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<String> {
    let open = (0..at)
        .rev()
        .take_while(|k| !is(document, &mentions[*k], "CLOSE"))
        .find(|k| is(document, &mentions[*k], "OPEN"))?;
    let listed = |m: &Mention| document.any(m, &["PERSON", "COMMA", "AND", "SEMI"]);
    let team = open.checked_sub(1).map(|k| &mentions[k]).filter(|_| mentions[open + 1..at].iter().all(listed))?;
    let named = document.any(team, &["COUNTRY", "SQUAD", "PEOPLE", "WHERE"]);
    team.facets.get(Field::Country).filter(|_| named).map(str::to_owned)
}

/// "Bronze for Senegal, with A", "au Sénégal avec A": who stands behind is of that team.
fn with_team(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<String> {
    let led = at >= 2 && is(document, &mentions[at - 1], "WITH");
    let team = led && document.any(&mentions[at - 2], &["WHERE", "COUNTRY", "SQUAD"]);
    mentions[at.saturating_sub(2)].facets.get(Field::Country).filter(|_| team).map(str::to_owned)
}

/// "The Italian, who won relay bronze with A, B and C", "a medal in the team event with A": whom the winner shared it with.
fn team_mate(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<String> {
    let listed = |k: &usize| document.any(&mentions[*k], &["PERSON", "COMMA", "AND", "ATHLETE", "TITLE", "DET"]);
    let with = (0..at).rev().find(|k| !listed(k)).filter(|k| is(document, &mentions[*k], "WITH"))?;
    let medal = mentions[..with].iter().rposition(|m| document.any(m, &["MEDAL", "PODIUM", "STRUCK"]))?;
    if mentions[medal..with].iter().any(|m| document.any(m, &["PERSON", "BEAT", "LOSE", "SEMI", "STOP", "BUT"])) {
        return None;
    }
    let winner = mentions[..medal].iter().rfind(|m| document.any(m, &["PERSON", "REF"]))?;
    country_said(document, winner).map(str::to_owned)
}

/// True for "in Pokljuka (Slovenia)": a place that no list knows.
pub(super) fn place(document: &Document<'_>, mentions: &[Mention], k: usize) -> bool {
    k > 1
        && document.any(&mentions[k - 1], &["OPEN", "COMMA"])
        && (document.any(&mentions[k - 2], &["CAP", "CITY", "COMP", "WHERE"])
            || document.any(&mentions[k - 2], &["TITLE", "MEDAL"]) && mentions[k - 2].facets.has(Field::Place))
}

/// The country that the person or those joined to it compete for: "A and B were second for Hungary", "qualified for Hungary".
fn country_served(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<String> {
    for k in at + 1..mentions.len() {
        let m = &mentions[k];
        let joined = || document.any(&mentions[k - 1], &["COMMA", "AND"]);
        if document.any(m, &["SEMI", "STOP", "BUT", "BEAT", "LOSE", "OVER"]) || (is(document, m, "PERSON") && !joined())
        {
            return None;
        }
        let lead = || mentions[at..k].iter().rev().find(|m| !is(document, m, "DET"));
        // "In the team of Japan" may be one mention.
        if is(document, m, "WHERE") && m.facets.get(Field::Holder) == Some("country") {
            return m.facets.get(Field::Country).map(str::to_owned);
        }
        if document.any(m, &["COUNTRY", "SQUAD"]) && lead().is_some_and(|m| document.any(m, &["FOR", "QUALIFY"])) {
            return m.facets.get(Field::Country).map(str::to_owned);
        }
    }
    None
}

/// True where the verb behind a team says that it was beaten, in a language that puts it there.
pub(super) fn beaten_behind(document: &Document<'_>, mentions: &[Mention], k: usize) -> bool {
    let mut behind = mentions[k + 1..].iter().filter(|m| !document.any(m, &["SCORE", "LITERAL"])).take(2);
    // "India 6:2 won": behind a score the verb of winning is that of beating.
    let scored = mentions.get(k + 1).is_some_and(|m| is(document, m, "SCORE"));
    let won = || scored && mentions[k + 1..].iter().take(SCORED).any(|m| is(document, m, "WIN"));
    document.pack.language.modifiers_before && (behind.any(|m| document.any(m, &["BEAT", "LOSE"])) || won())
}

/// How far behind a team the verb stands that has a score in front.
const SCORED: usize = 3;

/// True for "the Cubans": a nation's athletes.
pub(super) fn nation(document: &Document<'_>, m: &Mention) -> bool {
    is(document, m, "REF") && matches!(m.facets.get(Field::Number), Some("plural" | "few"))
}

/// Tags of words that "of Kenya" makes a place or a thing of Kenya's, and of verbs behind which it is a place.
const THINGS: &[&str] = &["WORD", "WIN", "GOTO", "FINISH", "ATTEND", "OFFICIAL", "CITY", "COMP"];

/// True for a country that a preposition makes a place or the owner of a thing: "brought back from Kenya", "the north of
/// Thailand"; not for "the boxers of Thailand".
fn elsewhere(document: &Document<'_>, mentions: &[Mention], k: usize) -> bool {
    let mut lead = mentions[..k].iter().rev().filter(|m| !is(document, m, "DET"));
    let of = lead.next().is_some_and(|m| document.any(m, &["OF", "FROM"]));
    of && lead.next().is_some_and(|m| document.any(m, THINGS))
}

/// The only nation of a sentence that is nobody else's.
fn sole(document: &Document<'_>, mentions: &[Mention], at: usize, person: usize) -> Option<String> {
    let beaten = |k: usize| k > 0 && document.any(&mentions[k - 1], &["BEAT", "LOSE", "BY", "GOTO", "WITH", "OVER"]);
    // What follows the person is another's, unless a word ties it to the person.
    let own = |k: usize| {
        let mut lead = mentions[..k].iter().rev().filter(|m| !is(document, m, "DET"));
        let (lead, owner) = (lead.next(), lead.next());
        // "Three seconds behind the boat of Greece" is no word of the person.
        let far = || owner.is_some_and(|m| document.any(m, &["YEARWORD", "NUM"]));
        lead.is_some_and(|m| document.any(m, &["FOR", "OF", "FROM", "OPEN"]) && !far())
    };
    // "Anna Kiss beat the Russian Eva Nagy": what stands right before another name is that one's.
    let of_another = |k: usize| {
        let next = mentions.get(k + 1).filter(|m| is(document, m, "PERSON"));
        next.is_some_and(|m| People::index(&m.facets) != Some(person))
    };
    // "She flies to Brazil" is no team.
    let travels = |k: usize| k > 1 && mentions[k.saturating_sub(3)..k].iter().any(|m| is(document, m, "ATTEND"));
    let counts = |k: &usize| {
        let no_team = of_another(*k) || beaten(*k) || beaten_behind(document, mentions, *k);
        let away = place(document, mentions, *k) || elsewhere(document, mentions, *k) || *k > at && travels(*k);
        !no_team && !away && (*k < at || own(*k))
    };
    let mut free: Vec<&str> = (0..mentions.len())
        .filter(counts)
        .map(|k| &mentions[k])
        .filter(|m| nation(document, m) || document.any(m, &["COUNTRY", "SQUAD", "PEOPLE"]))
        .filter_map(|m| m.facets.get(Field::Country))
        .collect();
    free.dedup();
    match free[..] {
        [one] => Some(one.to_owned()),
        _ => None,
    }
}
