//! Whether places are as sure as they say: of those shown at nine tenths, nine in ten
//! must be right. Counted on the gold articles and on the training parts of two public
//! corpora, which lie beside the project.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use caveat::analysis::{Article, Pack, Place, PlaceKind};
use caveat::map::{Point, kilometers};
use caveat::shards;
use serde_json::Value;

use crate::project;

/// The public corpora, from the project's top: a line of JSON for each article.
const CORPORA: [&str; 2] = ["../shared/corpus/external/trnews.jsonl", "../shared/corpus/external/lgl.jsonl"];
/// A point is right within so many kilometers, as the field counts it.
const RIGHT: u32 = 161;
/// Countries have no one point: theirs are right within so many.
const RIGHT_COUNTRY: u32 = 500;
/// From this percentage on, so many percent must be right.
const SURE: u8 = 90;

/// A toponym that people marked.
struct Gold {
    start: usize,
    end: usize,
    point: Option<(f64, f64)>,
    /// Its country's code, where the corpus has codes.
    country: String,
    /// Whether it is a country itself.
    state: bool,
}

/// How many places are said to be so sure, and how many of them are right.
#[derive(Clone, Copy, Default)]
struct Bin {
    shown: u32,
    right: u32,
}

impl Bin {
    fn percent(self) -> f64 {
        f64::from(self.right) * 100.0 / f64::from(self.shown.max(1))
    }
}

/// Prints how many are right of those that are said to be so sure, and fails where the
/// sure ones are not.
pub fn run(files: &[PathBuf]) -> Result<()> {
    let mut bins = [Bin::default(); 101];
    let mut pack = Pack::core();
    for file in files {
        let text = fs::read_to_string(file).with_context(|| format!("could not read {}", project::shown(file)))?;
        let article: Value =
            serde_json::from_str(&text).with_context(|| format!("found no JSON in {}", project::shown(file)))?;
        count(&article, "places", char::len_utf16, &mut pack, &mut bins);
    }
    for corpus in CORPORA.iter().map(|corpus| project::root().join(corpus)).filter(|corpus| corpus.is_file()) {
        for line in lines(&corpus)? {
            count(&line, "spans", |_| 1, &mut pack, &mut bins);
        }
    }
    println!("confidence  shown  right");
    for (confidence, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.shown > 0) {
        println!("{confidence:9}%{:7}{:6.1}%", bin.shown, bin.percent());
    }
    let sure = bins[usize::from(SURE)..]
        .iter()
        .fold(Bin::default(), |sum, bin| Bin { shown: sum.shown + bin.shown, right: sum.right + bin.right });
    println!("from {SURE}% on{:7}{:6.1}%", sure.shown, sure.percent());
    if sure.percent() < f64::from(SURE) {
        bail!("found that fewer places are right than say so; lower the numbers in src/analysis/places/resolve.rs");
    }
    Ok(())
}

/// The articles of a corpus that are for training.
fn lines(corpus: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(corpus).with_context(|| format!("could not read {}", project::shown(corpus)))?;
    let articles: Result<Vec<Value>, _> = text.lines().map(serde_json::from_str).collect();
    let articles = articles.with_context(|| format!("found no JSON in a line of {}", project::shown(corpus)))?;
    Ok(articles.into_iter().filter(|article| article["split"] == "train").collect())
}

/// Counts the places of one article. `width` is how many steps of the corpus's offsets a
/// character takes.
fn count(article: &Value, key: &str, width: fn(char) -> usize, pack: &mut Pack, bins: &mut [Bin; 101]) {
    let text = article["text"].as_str().unwrap_or_default();
    let gold: Vec<Gold> = article[key].as_array().into_iter().flatten().map(|row| read(row, text, width)).collect();
    for place in shards::read(&Article::new(text), pack).places {
        let overlaps = |gold: &&Gold| gold.start < place.span.end as usize && (place.span.start as usize) < gold.end;
        let found = gold.iter().find(overlaps);
        // The corpora leave some toponyms without a point: nobody can say who is right.
        if found.is_some_and(|gold| gold.point.is_none()) {
            continue;
        }
        let bin = &mut bins[usize::from(place.confidence)];
        bin.shown += 1;
        bin.right += u32::from(found.is_some_and(|gold| is_right(&place, gold)));
    }
}

/// A toponym of a corpus, its offsets made into bytes.
fn read(row: &Value, text: &str, width: fn(char) -> usize) -> Gold {
    let byte = |key: &str| {
        let mut left = row[key].as_u64().unwrap_or(0) as usize;
        let before = text.chars().take_while(|c| {
            let more = left > 0;
            left = left.saturating_sub(width(*c));
            more
        });
        before.map(char::len_utf8).sum()
    };
    let text_of = |key: &str| row[key].as_str().unwrap_or_default();
    Gold {
        start: byte("start"),
        end: byte("end"),
        point: row["lat"].as_f64().zip(row["lon"].as_f64()),
        country: text_of("country").to_string(),
        state: text_of("kind") == "country" || text_of("fcode").starts_with("PCL"),
    }
}

/// Whether a place is the one that people meant: near it, or an area of its country.
fn is_right(place: &Place, gold: &Gold) -> bool {
    let Some((north, east)) = gold.point else { return false };
    let point = |(north, east)| Point { north, east };
    let far = kilometers(point(place.point), point((north, east)));
    let area = place.kind != PlaceKind::City && !place.country.is_empty() && gold.country == place.country;
    let state = place.kind == PlaceKind::Country && gold.state && far <= RIGHT_COUNTRY;
    far <= RIGHT || area || state
}
