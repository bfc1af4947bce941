//! The left half: one article, its language, its facts. Pure, and so parallel.

use crate::dataset::Record;
use crate::dataset::copies::Sketch;
use crate::extract::{Dateline, Extraction, extract};
use crate::language::{Detection, detect, enough};
use crate::read::Article;
use crate::rules::Packs;

/// Reads the facts of an article.
pub fn process(article: &Article, packs: &Packs) -> Record {
    let mut record = Record {
        id: article.id.clone(),
        path: article.path.clone(),
        url: article.url.clone(),
        title: article.title.clone(),
        published: article.published.clone(),
        language: String::new(),
        confidence: 0.0,
        characters: 0,
        status: String::new(),
        sketch: Sketch::default(),
        extraction: Extraction::default(),
    };
    let text = match &article.text {
        Ok(text) => text,
        Err(reason) => {
            record.status = format!("rejected: {reason}");
            return record;
        }
    };
    record.characters = text.chars().count();
    record.sketch = Sketch::of(text.get(article.body..).unwrap_or(text));
    let Detection { code, confidence } = detect(text, packs);
    record.language = code;
    record.confidence = confidence;
    let Some(pack) = packs.get(&record.language) else {
        record.status = if record.language.is_empty() && !enough(text) {
            "rejected: too little text to tell the language".to_owned()
        } else {
            "unsupported language".to_owned()
        };
        return record;
    };
    record.extraction = extract(text, &Dateline { published: article.published.clone(), body: article.body }, pack);
    let e = &record.extraction;
    let none = e.athletes.is_empty() && e.medals.is_empty() && e.licenses.is_empty();
    record.status = if none { "no facts" } else { "ok" }.to_owned();
    record
}
