//! Tournaments whose prize is a place at the Games: medals that they give, licences that are won there.

use super::is;
use super::near::{focus, nearest};
use super::topic::Topic;
use crate::extract::Document;
use crate::extract::mention::Mention;
use crate::extract::segment::Sentence;
use crate::extract::tokens::Token;
use crate::extract::who::Resolved;
use crate::rules::Table;
use crate::vocabulary::{self, Field, World, is_goal};

/// True for a tournament whose prize is a place at the Games.
pub(super) fn is_qualifier(document: &Document<'_>, m: &Mention) -> bool {
    is(document, m, "COMP") && m.facets.get(Field::Competition).is_some_and(vocabulary::is_qualifier)
}

/// True for Games that stand in a sentence only as what is qualified for: "championships that qualify for the Rio Games".
pub(super) fn is_prize(document: &Document<'_>, mentions: &[Mention], m: &Mention) -> bool {
    if !m.facets.get(Field::Competition).is_some_and(is_goal) {
        return false;
    }
    let at = m.place_in(mentions);
    let mut of = false;
    let mut before = mentions[..at].iter().rev().skip_while(|x| {
        of |= is(document, x, "OF");
        document.any(x, &["IN", "TO", "FOR", "DET", "OF", "ORD"])
    });
    // The tournament or the draw "of the Games" is no tournament for them.
    before
        .next()
        .is_some_and(|x| document.any(x, &["QUALIFY", "LICENCE", "SPOT"]) || !of && is(document, x, "QUALIFIER"))
}

/// True where the words of a statement are a medal with its colour, not a place or a win.
pub(super) fn is_medal(document: &Document<'_>, statement: &Resolved) -> bool {
    let focus = document.sentences[statement.sentence].mention_at(statement.tokens.start);
    focus.is_some_and(|m| {
        is(document, m, "MEDAL")
            && m.facets.get(Field::Medal).is_some_and(|c| c != "total")
            && m.facets.get(Field::Basis) != Some("title")
    })
}

/// True for a licence for something else than Games: "qualified for the European Championships", "a ticket to the World Cup".
pub(super) fn is_for_another(document: &Document<'_>, statement: &Resolved) -> bool {
    let sentence = &document.sentences[statement.context.0];
    let Some((mentions, focus)) = focus(sentence, statement) else { return false };
    let word = &mentions[focus];
    let toward = |tag: &str| tag == "FOR" || tag == "TO";
    // "Qualified for" may be one mention: what it ends with says what follows.
    let last = sentence.tokens[word.tokens.clone()].last();
    let senses = last.into_iter().flat_map(|t| document.pack.lexicon.senses(&t.folded));
    let ends = senses.into_iter().any(|t| toward(document.pack.tags.name(t.tag)));
    let mut behind = mentions[focus + 1..].iter().filter(|m| !document.any(m, OF_A_COMPETITION)).peekable();
    let led = behind.next_if(|m| toward(document.pack.tags.name(m.tag))).is_some();
    let named = behind.next().filter(|m| is(document, m, "COMP")).and_then(|m| m.facets.get(Field::Competition));
    let another = |c: &str| !is_goal(c) && !vocabulary::is_qualifier(c);
    // "She will go to the World Championships": the words themselves say where.
    if is(document, word, "QUALIFY") && word.facets.get(Field::Competition).is_some_and(another) {
        return true;
    }
    (led || ends) && named.is_some_and(another) || by_case(document, sentence, (mentions, focus), another)
}

/// The same where the case of a competition beside a licence says so: "лицензию на чемпионат мира", "әлем чемпионатына жолдама".
fn by_case(
    document: &Document<'_>,
    sentence: &Sentence,
    (mentions, focus): (&[Mention], usize),
    another: impl Fn(&str) -> bool,
) -> bool {
    let language = &document.pack.language;
    let toward = |t: &Token| language.toward_endings.iter().any(|end| t.folded.ends_with(end.as_str()));
    let words = |m: &Mention| &sentence.tokens[m.tokens.clone()];
    let names = |m: &&Mention| m.facets.get(Field::Competition).is_some_and(&another);
    let beside = |m: &&Mention| is(document, m, "COMP") && names(m);
    let close = |m: &&Mention| !document.any(m, OF_A_COMPETITION);
    if !language.modifiers_before {
        let mut behind = mentions[focus + 1..].iter().filter(close);
        let next = behind.next().and_then(|m| if is(document, m, "IN") { behind.next() } else { Some(m) });
        return next.filter(beside).is_some_and(|m| words(m).iter().any(toward));
    }
    // The name and the word for a licence may be one mention.
    let whole = Some(&mentions[focus]).filter(names).map(|m| words(m).iter().rev().nth(1));
    let apart = || mentions[..focus].iter().rev().find(close).filter(beside).map(|m| words(m).last());
    whole.or_else(apart).flatten().is_some_and(toward)
}

/// What may stand between such a word and the competition.
const OF_A_COMPETITION: &[&str] = &["DET", "ORD", "YEAR", "RELATIVE", "AGE", "GENDER", "POSSPRON", "SPORT"];

/// True where a statement describes somebody by a title of old; who "was second" did so at what is reported.
pub(super) fn describes(document: &Document<'_>, statement: &Resolved) -> bool {
    let focus = document.sentences[statement.sentence].mention_at(statement.tokens.start);
    statement.description && !focus.is_some_and(|m| document.any(m, &["STRUCK", "PODIUM"]))
}

/// True for a place at a tournament that the same sentence gives a licence for: "he took the ticket at the qualifying
/// tournament by finishing second".
pub(super) fn is_place_there(document: &Document<'_>, statement: &Resolved) -> bool {
    let mentions = &document.sentences[statement.context.0].mentions;
    let before = mentions.iter().take_while(|m| m.tokens.start < statement.context.1.start);
    let told = |tags: &[&str]| before.clone().any(|m| document.any(m, tags));
    let place = document.sentences[statement.sentence].mention_at(statement.tokens.start);
    place.is_some_and(|m| document.any(m, &["STRUCK", "PODIUM"]))
        && told(&["LICENCE", "QUALIFY"])
        && told(&["QUALIFIER"])
}

/// A medal near a qualifier is the qualifier's, where the text names its colour; to be first there is no medal of anything.
pub(super) fn medal(document: &Document<'_>, topic: &Topic, statement: &mut Resolved, at: &Mention) {
    if !is_medal(document, statement) {
        statement.fields.set(Field::Status, "drop");
        return;
    }
    let year = at.facets.number(Field::Year).or(topic.reported);
    statement.fields.set(Field::Competition, at.facets.get(Field::Competition).unwrap_or_default());
    if let Some(y) = year {
        statement.fields.set(Field::Year, y.to_string());
    }
}

/// "Places at the European Games" were won there; they are for the Olympic Games.
pub(super) fn named_with(statement: &mut Resolved) {
    let fields = &mut statement.fields;
    if fields.get(Field::Competition).is_none_or(is_goal) {
        return;
    }
    let moved = [
        (Field::Competition, Field::Qualifier),
        (Field::Place, Field::QualifierPlace),
        (Field::Year, Field::QualifierYear),
    ];
    for (from, to) in moved {
        if let Some(value) = fields.take(from) {
            fields.fill_in(to, value);
        }
    }
    fields.take(Field::Relative);
}

/// Where a licence was won: at the qualifier or the championships that its sentence names.
pub(super) fn won_at(document: &Document<'_>, topic: &Topic, statement: &mut Resolved) {
    let secured = matches!(statement.fields.get(Field::Status), None | Some("secured" | "won"));
    if statement.table != Table::Licenses || !secured || statement.fields.has(Field::Qualifier) {
        return;
    }
    let sentence = &document.sentences[statement.context.0];
    let other = |m: &Mention| {
        is(document, m, "COMP") && m.facets.get(Field::Competition).is_some_and(|c| !is_goal(c) && !c.is_empty())
    };
    let Some(m) = nearest(document, sentence, statement, other) else { return };
    let name = m.facets.get(Field::Competition).unwrap_or_default();
    statement.fields.set(Field::Qualifier, name);
    let sport = statement.fields.get(Field::Sport).unwrap_or_default().to_owned();
    let place = m.facets.get(Field::Place);
    let world = World::get();
    let hosted = || {
        let place = place?;
        world.editions(name, &sport).filter(|e| e.hosted_by(place)).map(|e| e.year).next_back()
    };
    let year =
        m.facets.number(Field::Year).or_else(hosted).or(topic.published.filter(|_| vocabulary::is_qualifier(name)));
    if let Some(y) = year {
        statement.fields.set(Field::QualifierYear, y.to_string());
    }
    let city = place.map(str::to_owned).or_else(|| Some(world.edition(name, &sport, year?)?.city.clone()));
    if let Some(city) = city.filter(|c| !c.is_empty()) {
        statement.fields.set(Field::QualifierPlace, city);
    }
}
