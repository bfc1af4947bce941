//! Who is meant: persons, teams, pronouns, "the Kenyan".

use super::Document;
use super::antecedent::{antecedent, named_together, several_before, subject_before, team_before, they, topic_country};
use super::facts::Holder;
use super::matching::{Claims, Statement, Who};
use super::mention::Mention;
use super::people::People;
use crate::rules::Table;
use crate::vocabulary::{Facets, Field, is_goal};

/// From so many medals on a pronoun stands for a team.
const TEAM_COUNT: i32 = 30;

/// The same of licences: nobody goes to the Games twice.
const TEAM_PLACES: i32 = 3;

/// A statement with its holder.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) table: Table,
    pub(crate) holder: Holder,
    pub(crate) person: Option<usize>,
    /// NOC code, where the holder is a country or it is said of the person here.
    pub(crate) country: Option<String>,
    /// Everything said, the rule's fields over the focus's.
    pub(crate) fields: Facets,
    /// True where the focus is a description (champion, medallist) and not an event told.
    pub(crate) description: bool,
    pub(crate) sentence: usize,
    pub(crate) tokens: std::ops::Range<usize>,
    /// Sentence and tokens whose surroundings say what is left out.
    pub(crate) context: (usize, std::ops::Range<usize>),
    /// True where the rule ran before names took in what describes them.
    pub(crate) early: bool,
    /// True for one colour of a team's tally.
    pub(crate) of_tally: bool,
    /// True where its sport is only that of what stands around it.
    pub(crate) sport_guessed: bool,
    pub(crate) rule: String,
    pub(crate) confidence: f32,
}

/// "The Kenyan" says the country and the sport of the person it stands for.
pub(crate) fn learn_references(document: &mut Document<'_>) {
    let mut said = Vec::new();
    for (i, sentence) in document.sentences.iter().enumerate() {
        for m in &sentence.mentions {
            let tag = document.pack.tags.name(m.tag);
            if !["REF", "SQUAD"].contains(&tag) || !m.facets.has(Field::Country) && !m.facets.has(Field::Sport) {
                continue;
            }
            // "She lost the final to the Japanese": that is somebody else.
            let at = sentence.mentions.partition_point(|x| x.tokens.start < m.tokens.start);
            let rival = |x: &Mention| document.any(x, &["BEAT", "LOSE", "OVER"]);
            let behind = if document.pack.language.modifiers_before { 3 } else { 0 };
            let near = sentence.mentions.iter().skip(at.saturating_sub(3)).take(3.min(at) + 1 + behind);
            let other = ends_list(document, &sentence.mentions, at) || names_a_thing(document, &sentence.mentions, at);
            if near.into_iter().any(rival) || other {
                continue;
            }
            let who = Who::of(document, m);
            let people = match m.facets.get(Field::Number) {
                // "They held on as the British crew closed in": those who have a pronoun already are others.
                Some("few") if sentence.mentions[..at].iter().any(|x| document.any(x, &["PRON"])) => continue,
                Some("few") => named_together(document, i, who.token).unwrap_or_default(),
                // "A skated. The rowers won nine more": those of another sport are others.
                Some("plural") if of_another_sport(document, i, m) => continue,
                Some("plural") => just_named(document, i, at),
                _ if tag == "SQUAD" => continue,
                _ => antecedent(document, i, &who).into_iter().collect(),
            };
            said.extend(people.into_iter().map(|p| (p, m.facets.clone())));
        }
    }
    for (person, facets) in said {
        let person = &mut document.people.all[person];
        for (field, votes) in [(Field::Country, &mut person.countries), (Field::Sport, &mut person.sports)] {
            if let (true, Some(value)) = (votes.is_empty(), facets.get(field)) {
                votes.insert(value.to_owned(), 1);
            }
        }
    }
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

/// Gives every medal and licence its holders, by the best claim that has any.
pub(crate) fn resolve(document: &Document<'_>, claims: &[Claims]) -> Vec<Resolved> {
    let mut out = Vec::new();
    for statements in claims {
        for statement in statements {
            // What a rule of table `none` claims is nobody's.
            if statement.table == Table::None {
                break;
            }
            let found = holders(document, statement);
            // "Six places went to A, B and others": their number is another's, the next claim may know whose.
            let persons = statement.who.iter().filter(|w| w.tag == "PERSON").count();
            let count = statement.fields.number(Field::Count).or_else(|| statement.focus.number(Field::Count));
            let others = persons > 1 && count.is_some_and(|n| n > 1 && n as usize != persons);
            let settled = !found.is_empty() || persons > 0 && !others;
            out.extend(found);
            // A pronoun or a team that nobody answers to leaves the word to the next claim.
            if settled {
                break;
            }
        }
    }
    out.sort_by_key(|r| (r.sentence, r.tokens.start));
    of_the_team(&mut out);
    tallies(&mut out);
    out
}

/// "The relay team won gold. A, B and C were in it": the medal `previous` is the team's last one, where its sentence
/// names no other colour.
fn of_the_team(statements: &mut Vec<Resolved>) {
    for i in 0..statements.len() {
        if statements[i].fields.get(Field::Medal) != Some("previous") {
            continue;
        }
        let colour = |s: &&Resolved| {
            s.table == Table::Medals
                && s.holder == Holder::Country
                && s.fields.get(Field::Medal).is_some_and(|m| m != "previous" && m != "total")
        };
        let before = || statements[..i].iter().filter(colour);
        let only = |team: &&Resolved| {
            let mut said = before().filter(|s| s.sentence == team.sentence);
            said.all(|s| s.fields.get(Field::Medal) == team.fields.get(Field::Medal))
        };
        let team = before().rev().find(|s| statements[i].sentence - s.sentence <= 1).filter(only);
        if let Some(team) = team.cloned() {
            let own = &mut statements[i];
            own.fields.take(Field::Medal);
            own.fields.fill(&team.fields);
            own.fields.set(Field::Count, "1");
            own.context = team.context;
            own.early = team.early;
            own.country = team.country;
        }
    }
    statements.retain(|s| s.fields.get(Field::Medal) != Some("previous"));
}

/// Marks the colours of a team that one sentence counts: "four golds, a silver and a bronze" are one tally.
fn tallies(statements: &mut [Resolved]) {
    let tally = |a: &Resolved, b: &Resolved| {
        let count = |s: &Resolved| s.fields.number(Field::Count).unwrap_or(1);
        let teams = [a, b].iter().all(|s| s.table == Table::Medals && s.holder == Holder::Country);
        let colours = a.fields.get(Field::Medal) != b.fields.get(Field::Medal);
        teams && colours && a.country == b.country && count(a).max(count(b)) > 1
    };
    for sentence in statements.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let marked: Vec<bool> = sentence.iter().map(|a| sentence.iter().any(|b| tally(a, b))).collect();
        for (statement, marked) in sentence.iter_mut().zip(marked) {
            statement.of_tally = marked;
        }
    }
}

/// How many licences a team has that won "its eighth".
fn nth(document: &Document<'_>, statement: &Statement) -> Option<String> {
    let counted = statement.focus.number(Field::Count).is_some_and(|n| n > 1);
    let one = statement.focus.get(Field::Number) == Some("singular") && !counted;
    // Without the Games "the eighth place" is one in a result.
    if statement.table != Table::Licenses || !one || !statement.focus.get(Field::Competition).is_some_and(is_goal) {
        return None;
    }
    let mentions = &document.sentences[statement.sentence].mentions;
    let at = mentions.iter().position(|m| m.tokens.end > statement.tokens.start)?;
    let before = mentions[..at].iter().rev().find(|m| !document.any(m, &["DEMONYM", "GAMESADJ", "SPORT", "GENDER"]))?;
    let n = before.facets.number(Field::Rank).filter(|n| *n > 1 && document.any(before, &["ORD"]))?;
    Some(n.to_string())
}

/// The holders of a medal or a licence; of one that only a person can hold, no country.
fn holders(document: &Document<'_>, statement: &Statement) -> Vec<Resolved> {
    let mut found = anybody(document, statement);
    let Some(who) = statement.who.first() else { return found };
    // "They were champions of Asia": persons just named, if anybody; a team is called so by its name.
    let title = [&statement.fields, &statement.focus].iter().any(|f| f.get(Field::Basis) == Some("title"));
    if they(who) && title || statement.fields.get(Field::Holder) == Some("athlete") {
        found.retain(|r| r.holder == Holder::Athlete);
    }
    found
}

/// True where people stand in crews of that size, each of another country.
fn crews(who: &[Who], size: usize) -> bool {
    let people: Vec<&Who> = who.iter().filter(|w| People::index(&w.facets).is_some()).collect();
    let country = |crew: &[&Who]| -> Vec<String> {
        let mut said: Vec<String> =
            crew.iter().filter_map(|w| w.facets.get(Field::Country)).map(str::to_owned).collect();
        said.dedup();
        said
    };
    let crews: Vec<Vec<String>> = people.chunks(size).map(country).collect();
    crews.iter().all(|c| c.len() == 1) && crews.windows(2).all(|pair| pair[0] != pair[1])
}

fn anybody(document: &Document<'_>, statement: &Statement) -> Vec<Resolved> {
    let mut fields = statement.fields.clone();
    fields.fill(&statement.focus);
    fields.take(Field::Person);
    let sentence = &document.sentences[statement.sentence];
    let word = sentence.mention_at(statement.tokens.start);
    // "Bronze medallist A": the name has taken in the words for it. "Medallists: A, B and C" are news.
    let is = |m: Option<&Mention>, tag: &str| m.is_some_and(|m| document.any(m, &[tag]));
    let taken = is(word, "PERSON")
        && is(sentence.early_at(statement.tokens.start), "TITLE")
        && statement.focus.get(Field::Number) != Some("plural");
    let title = taken || is(word, "TITLE");
    let description = title || fields.get(Field::Basis) == Some("title");
    let description = description && fields.get(Field::Relative) != Some("current");
    // "He became Asian champion last year": told as news, but of the year that the title's own words count.
    if let (Some("current"), Some(own)) = (fields.get(Field::Relative), statement.focus.get(Field::Relative)) {
        fields.set(Field::Relative, own);
    }
    let nth = nth(document, statement);
    let made = |holder, person, country: Option<String>, mut fields: Facets| {
        if let (Holder::Country, Some(n)) = (holder, &nth) {
            fields.set(Field::Count, n.as_str());
        }
        Resolved {
            table: statement.table,
            holder,
            person,
            country,
            fields,
            description,
            sentence: statement.sentence,
            tokens: statement.tokens.clone(),
            context: (statement.sentence, statement.tokens.clone()),
            early: statement.stage < super::NAMES_GROW,
            of_tally: false,
            sport_guessed: false,
            rule: statement.rule.clone(),
            confidence: statement.confidence,
        }
    };
    if fields.get(Field::Holder) == Some("pool") {
        return vec![made(Holder::Pool, None, None, fields)];
    }
    let persons: Vec<usize> = statement.who.iter().filter_map(|w| People::index(&w.facets)).collect();
    match persons.len() {
        0 => {}
        1 => {
            let country = statement.who[0].facets.get(Field::Country).map(str::to_owned);
            return vec![made(Holder::Athlete, Some(persons[0]), country, fields)];
        }
        n => {
            let (k, of) = statement.of;
            let count = fields.number(Field::Count).unwrap_or(1);
            if of == n && n > 1 {
                return vec![made(Holder::Athlete, Some(persons[k]), None, fields)];
            }
            // "The Swiss A and B and the Italians C and D won silver and bronze respectively": a medal for each crew.
            if of > 1 && n % of == 0 && crews(&statement.who, n / of) {
                let crew = &persons[k * n / of..(k + 1) * n / of];
                return crew.iter().map(|p| made(Holder::Athlete, Some(*p), None, fields.clone())).collect();
            }
            // "World champion A and B", "A and B, who became world champion": a title in the singular is the nearest one's.
            // "A and B keep the pairs title" they share.
            let title = description || title;
            let titled = title && statement.focus.get(Field::Number) == Some("singular");
            let before = statement.who.iter().all(|w| w.token < statement.tokens.start);
            if titled && (description || before) {
                let nearest = if before { persons[n - 1] } else { persons[0] };
                return vec![made(Holder::Athlete, Some(nearest), None, fields)];
            }
            // "A and B are two-time champions": each of them is.
            let titles = description && statement.focus.number(Field::Count).is_some_and(|n| n > 1);
            if fields.has(Field::Each) || titles {
                return persons.iter().map(|p| made(Holder::Athlete, Some(*p), None, fields.clone())).collect();
            }
            // Never distribute a count over people, unless it counts just them: then it is the team's tally too.
            if count > 1 && count as usize != n {
                return Vec::new();
            }
            let mut one = fields.clone();
            one.set(Field::Count, "1");
            // In a list that says the event of some, the sentence's is nobody else's.
            let own: Vec<Option<&str>> = statement
                .who
                .iter()
                .filter(|w| People::index(&w.facets).is_some())
                .map(|w| w.facets.get(Field::Event))
                .collect();
            let listed = statement.table == Table::Licenses && own.iter().any(Option::is_some);
            let mut all: Vec<Resolved> = persons
                .iter()
                .zip(own)
                .map(|(p, event)| {
                    let mut fields = one.clone();
                    if listed {
                        fields.set(Field::Event, event.unwrap_or_default());
                    }
                    made(Holder::Athlete, Some(*p), None, fields)
                })
                .collect();
            if count > 1 {
                let said: Vec<&str> = statement.who.iter().filter_map(|w| w.facets.get(Field::Country)).collect();
                if said.windows(2).any(|pair| pair[0] != pair[1]) {
                    return all;
                }
                let country = said
                    .first()
                    .map(|c| (*c).to_owned())
                    .or_else(|| topic_country(document, statement.sentence, usize::MAX));
                all.extend(country.map(|c| made(Holder::Country, None, Some(c), fields)));
            }
            return all;
        }
    }
    let Some(who) = statement.who.first() else {
        return match fields.get(Field::Holder) {
            Some("country") => {
                let country = topic_country(document, statement.sentence, statement.tokens.start);
                country.map(|c| made(Holder::Country, None, Some(c), fields)).into_iter().collect()
            }
            Some("athlete") => {
                let nobody = Who { tag: "PRON".into(), facets: Facets::new(), token: statement.span.start };
                antecedent(document, statement.sentence, &nobody)
                    .map(|p| made(Holder::Athlete, Some(p), None, fields))
                    .into_iter()
                    .collect()
            }
            _ => Vec::new(),
        };
    };
    let people = group(document, statement, who, &fields).unwrap_or_default();
    let licences = statement.table == Table::Licenses;
    let team = if licences && who.tag != "REF" { TEAM_PLACES } else { TEAM_COUNT };
    match &*who.tag {
        // "It closes with 94 golds": so many are a country's.
        "PRON" | "REF" | "POSS"
            if !matches!(who.facets.get(Field::Number), Some("plural" | "few"))
                && fields.number(Field::Count).unwrap_or(1) < team =>
        {
            let country = who.facets.get(Field::Country).map(str::to_owned);
            let several = fields.number(Field::Count).unwrap_or(1) > 1 && !description;
            match antecedent(document, statement.sentence, who) {
                Some(p) => vec![made(Holder::Athlete, Some(p), country, fields)],
                // "The Japanese took five golds" speaks of a team.
                None if several && who.tag == "REF" => {
                    country.map(|c| made(Holder::Country, None, Some(c), fields)).into_iter().collect()
                }
                None => Vec::new(),
            }
        }
        "PRON" | "POSS" | "SQUAD" | "REF" if !people.is_empty() => {
            let count = fields.number(Field::Count).unwrap_or(1);
            let (k, of) = statement.of;
            if of == people.len() {
                return vec![made(Holder::Athlete, Some(people[k]), None, fields)];
            }
            if count as usize == people.len() {
                fields.set(Field::Count, "1");
            }
            people.into_iter().map(|p| made(Holder::Athlete, Some(p), None, fields.clone())).collect()
        }
        "COUNTRY" | "PEOPLE" | "DEMONYM" | "WHERE" => {
            let countries: Vec<&str> = statement.who.iter().filter_map(|w| w.facets.get(Field::Country)).collect();
            let (k, of) = statement.of;
            let count = fields.number(Field::Count).unwrap_or(1);
            if countries.len() > 1 && of == countries.len() {
                return vec![made(Holder::Country, None, Some(countries[k].to_owned()), fields)];
            }
            if countries.len() > 1 && count > 1 && !fields.has(Field::Each) {
                return Vec::new();
            }
            countries.iter().map(|c| made(Holder::Country, None, Some((*c).to_owned()), fields.clone())).collect()
        }
        _ => {
            // "Both the Hungarians and the Turks took two each."
            let named: Option<Vec<&str>> = statement.who.iter().map(|w| w.facets.get(Field::Country)).collect();
            if let Some(named) = named.filter(|n| n.len() > 1 && fields.has(Field::Each)) {
                let each = |c: &str| made(Holder::Country, None, Some(c.to_owned()), fields.clone());
                return named.into_iter().map(each).collect();
            }
            if who.facets.get(Field::Number) == Some("host") && !who.facets.has(Field::Country) {
                fields.set(Field::Number, "host");
            }
            let pronoun = matches!(&*who.tag, "PRON" | "POSS");
            // "Italy and Japan qualified. They took the last two places": that is told already.
            if licences && they(who) && several_before(document, statement.sentence) {
                return Vec::new();
            }
            let country = who
                .facets
                .get(Field::Country)
                .map(str::to_owned)
                .or_else(|| {
                    let here = || team_before(document, statement.sentence, who.token);
                    pronoun.then(|| here().or_else(|| subject_before(document, statement.sentence))).flatten()
                })
                .or_else(|| topic_country(document, statement.sentence, who.token));
            fields.fill_only(&who.facets, &[Field::Gender, Field::Sport]);
            country.map(|c| made(Holder::Country, None, Some(c), fields)).into_iter().collect()
        }
    }
}

/// The persons that "they" stands for, where the medals are as many as they are or one that they share.
fn group(document: &Document<'_>, statement: &Statement, who: &Who, fields: &Facets) -> Option<Vec<usize>> {
    match who.facets.get(Field::Number) {
        // "The Tunisian pair" is the two just named.
        Some("few") => {}
        Some("plural") if !who.facets.has(Field::Country) && matches!(&*who.tag, "PRON" | "POSS") => {}
        _ => return None,
    }
    let people = named_together(document, statement.sentence, who.token)?;
    let count = fields.number(Field::Count).unwrap_or(1);
    (count == 1 || count as usize == people.len()).then_some(people)
}
