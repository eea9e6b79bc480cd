//! The public corpora of names, and which of their types is which of our sorts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use caveat::analysis::names::{Label, NameSort, Sheet};
use caveat::analysis::{Article, Pack, Span};
use caveat::shards;
use serde::Deserialize;

/// A document with its gold names.
pub struct Document {
    /// Whether it is to learn from; else it is to choose by.
    pub train: bool,
    /// Its text.
    pub article: Article,
    /// What the tagger sees.
    pub sheet: Sheet,
    /// The gold names of the sorts that we know.
    pub names: Vec<(Span, NameSort)>,
    /// The right label of each of the sheet's tokens.
    pub gold: Vec<Label>,
}

#[derive(Deserialize)]
struct Line {
    split: String,
    text: String,
    spans: Vec<Gold>,
}

/// A gold span, in characters.
#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Reads a corpus's parts for learning and choosing; the part for testing is passed over.
pub fn read(file: &Path, sort: fn(&str) -> Option<NameSort>, pack: &mut Pack) -> Result<Vec<Document>> {
    let text = fs::read_to_string(file)
        .with_context(|| format!("found no {}, wanted a corpus of one JSON document a line", file.display()))?;
    let mut documents = Vec::new();
    for line in text.lines() {
        let line: Line =
            serde_json::from_str(line).with_context(|| format!("found no document in {}", file.display()))?;
        if line.split == "test" {
            continue;
        }
        documents.push(document(line, sort, pack));
    }
    Ok(documents)
}

fn document(line: Line, sort: fn(&str) -> Option<NameSort>, pack: &mut Pack) -> Document {
    let bytes: Vec<u32> = line.text.char_indices().map(|(at, _)| at as u32).chain([line.text.len() as u32]).collect();
    let names: Vec<(Span, NameSort)> = line
        .spans
        .iter()
        .filter_map(|gold| Some((Span { start: bytes[gold.start], end: bytes[gold.end] }, sort(&gold.kind)?)))
        .collect();
    let article = Article::new(line.text);
    shards::add(&article, pack);
    let sheet = Sheet::of(&article, pack);
    let mut gold = Vec::new();
    let mut before = None;
    for token in sheet.tokens() {
        let at = names.iter().position(|(span, _)| span.overlaps(article.tokens()[token].span));
        gold.push(match at {
            Some(at) if before == Some(at) => Label::goes_on(names[at].1),
            Some(at) => Label::begins(names[at].1),
            None => Label::OUTSIDE,
        });
        before = at;
    }
    Document { train: line.split == "train", article, sheet, names, gold }
}

/// The types of `worldwide_ner`. Dates and sums of money are no names to us.
pub fn worldwide(kind: &str) -> Option<NameSort> {
    Some(match kind {
        "location" => NameSort::Place,
        "facility" => NameSort::Facility,
        "person" => NameSort::Person,
        "organization" => NameSort::Organization,
        "norp" => NameSort::People,
        "misc" | "product" => NameSort::Other,
        _ => return None,
    })
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A document of one sentence, with gold names given by their words.
    pub fn of(text: &str, names: &[(&str, &str)]) -> Document {
        let spans = names.iter().map(|(words, kind)| {
            let start = text.find(words).map_or(0, |at| text[..at].chars().count());
            Gold { start, end: start + words.chars().count(), kind: kind.to_string() }
        });
        let line = Line { split: "train".to_string(), text: text.to_string(), spans: spans.collect() };
        document(line, worldwide, &mut Pack::core())
    }

    #[test]
    fn gold_names_become_labels_and_dates_do_not() {
        let names = [("Zoë Banda", "person"), ("Lusaka", "location"), ("Monday", "date")];
        let document = of("The café of Zoë Banda in Lusaka reopened on Monday 😀.", &names);
        let named: Vec<_> = document.gold.iter().filter_map(|label| Some((label.sort()?, label.is_inside()))).collect();
        let (person, place) = (NameSort::Person, NameSort::Place);
        assert_eq!(named, [(person, false), (person, true), (place, false)]);
    }
}
