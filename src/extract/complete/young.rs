//! The young of an article that calls its championships both those of the young and, by a number, those under 23: they are one.

use crate::extract::Document;
use crate::vocabulary::Field;

/// How the names of such championships begin.
const YOUNG: &str = "Youth ";
const UNDER_23: &str = "U23 ";

/// Gives championships "of the young" the number that the article gives them elsewhere, in a language whose word is that loose.
pub(super) fn resolve(document: &mut Document<'_>) {
    if !document.pack.language.loose_youth {
        return;
    }
    let named = |name: &str| {
        let mut mentions = document.sentences.iter().flat_map(|s| &s.mentions);
        mentions.any(|m| m.facets.get(Field::Competition) == Some(name))
    };
    let mentions = document.sentences.iter().flat_map(|s| &s.mentions);
    let bases = mentions.filter_map(|m| m.facets.get(Field::Competition)?.strip_prefix(YOUNG));
    let bases: Vec<String> = bases.filter(|base| named(&format!("{UNDER_23}{base}"))).map(str::to_owned).collect();
    let aged = document.sentences.iter().flat_map(|s| &s.mentions).any(|m| m.facets.get(Field::Age) == Some("U23"));
    for m in document.sentences.iter_mut().flat_map(|s| s.early.iter_mut().chain(&mut s.mentions)) {
        let base = m.facets.get(Field::Competition).and_then(|c| c.strip_prefix(YOUNG)).map(str::to_owned);
        if let Some(base) = base.filter(|base| bases.contains(base)) {
            m.facets.set(Field::Competition, format!("{UNDER_23}{base}"));
        }
        if m.facets.get(Field::Age) == Some("Youth") && (aged || !bases.is_empty()) {
            m.facets.set(Field::Age, "U23");
        }
    }
}
