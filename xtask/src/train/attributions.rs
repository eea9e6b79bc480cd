//! Learns the weights that find attributions.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use caveat::analysis::{Article, Attribution, Learner, Pack, Span};
use serde::Deserialize;

use crate::project;

/// Where the weights are kept, from the project's top.
const WEIGHTS: &str = "data/models/attributions.weights";
/// The corpus's file in its folder.
const CORPUS: &str = "polnear.jsonl";
/// The part of it that is learned from.
const SPLIT: &str = "train";
/// How often the learner goes over the corpus; more gained nothing on its part `dev`.
const ROUNDS: u32 = 4;
/// Decides the order of the lessons.
const SEED: u64 = 7;

/// One article of the corpus.
#[derive(Deserialize)]
struct Line {
    text: String,
    split: String,
    spans: Vec<Known>,
}

/// A source, a cue or a part of a content, in characters.
#[derive(Deserialize)]
struct Known {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    part: String,
    attr_id: String,
}

/// What belongs to one attribution.
#[derive(Default)]
struct Parts {
    source: Option<Span>,
    cue: Option<Span>,
    content: Vec<Span>,
}

/// Learns the weights and writes them down.
pub fn run(corpora: &Path) -> Result<()> {
    let file = corpora.join(CORPUS);
    let lines = fs::read_to_string(&file)
        .with_context(|| format!("could not read {}; name the folder with {CORPUS} by --corpus", file.display()))?;
    let mut articles = Vec::new();
    let mut alone: BTreeMap<String, u32> = BTreeMap::new();
    for (number, line) in lines.lines().enumerate() {
        let line: Line = serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), number + 1))?;
        if line.split != SPLIT {
            continue;
        }
        let known = attributions(&line);
        for attribution in &known {
            let cue = line.text[attribution.cue.start as usize..attribution.cue.end as usize].to_lowercase();
            if !cue.contains(' ') {
                *alone.entry(cue).or_default() += 1;
            }
        }
        articles.push((line.text, known));
    }
    let pack = Pack::core();
    let mut learner = Learner::default();
    for (text, known) in articles {
        learner.take(&Article::new(text), &pack, &known, &|word| alone.get(word).copied().unwrap_or_default());
    }
    println!("{} decisions", learner.lessons());
    let weights = learner.learn(ROUNDS, SEED, &mut |round, wrong| println!("round {}: {wrong} wrong", round + 1));
    let bytes: Vec<u8> = weights.iter().map(|weight| weight.cast_unsigned()).collect();
    fs::write(project::root().join(WEIGHTS), &bytes)?;
    println!("{WEIGHTS}: {} bytes", bytes.len());
    Ok(())
}

/// The attributions of an article, in bytes.
fn attributions(line: &Line) -> Vec<Attribution> {
    let mut bytes: Vec<u32> = line.text.char_indices().map(|(at, _)| at as u32).collect();
    bytes.push(line.text.len() as u32);
    let mut all: BTreeMap<&str, Parts> = BTreeMap::new();
    for known in &line.spans {
        let span = Span { start: bytes[known.start], end: bytes[known.end] };
        let parts = all.entry(&known.attr_id).or_default();
        match known.part.as_str() {
            "source" => parts.source = parts.source.or(Some(span)),
            "cue" => parts.cue = parts.cue.or(Some(span)),
            _ => parts.content.push(span),
        }
    }
    let with_cue = all.into_values().filter_map(|mut parts| {
        parts.content.sort_unstable();
        Some(Attribution { source: parts.source, cue: parts.cue?, content: parts.content })
    });
    with_cue.collect()
}
