//! Scores the engine on public corpora, which lie beside the project: one output of ours
//! is mapped to each, in the open, and their own scorer counts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use caveat::analysis::{Article, Attribution, Pack, Span, attributions};
use caveat::shards;
use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::names;
use crate::project;

/// Where the corpora and their scorer lie, from the project's top.
const CORPORA: &str = "../shared/corpus/external";
const SCORER: &str = "../shared/tools/score_external.py";
/// Where our output lies for the scorer to read, in the target folder.
const OUTPUT: &str = "external";

/// A corpus and how ours is mapped to it.
struct Corpus {
    name: &'static str,
    /// The part that is scored; the others are to learn from.
    split: &'static str,
    /// What the scorer is told.
    arguments: &'static [&'static str],
    /// Ours in the types of the corpus.
    map: fn(&Article, &mut Pack) -> Vec<Mapped>,
    /// The figures to print.
    figures: &'static [Figure],
}

/// A figure of the scorer's, by its path, or of our own counting.
struct Figure {
    name: &'static str,
    path: &'static [&'static str],
    /// What it must be at least.
    least: f64,
    /// What is aimed at.
    aim: f64,
}

const fn figure(name: &'static str, path: &'static [&'static str], least: f64, aim: f64) -> Figure {
    Figure { name, path, least, aim }
}

/// One span of ours in the types of a corpus, in bytes of the text.
#[derive(Serialize)]
pub struct Mapped {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    sort: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    attr_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
}

impl Mapped {
    /// A span of a type.
    pub fn new(span: Span, sort: &'static str) -> Mapped {
        Mapped { start: span.start, end: span.end, sort, attr_id: None, lat: None, lon: None }
    }

    /// The same at a point, in degrees north and east.
    pub fn at(self, point: Option<(f64, f64)>) -> Mapped {
        Mapped { lat: point.map(|p| p.0), lon: point.map(|p| p.1), ..self }
    }
}

/// A document of a corpus. Its offsets count code points.
#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    split: Option<String>,
    spans: Vec<Label>,
}

/// A labeled span.
#[derive(Deserialize)]
struct Label {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    sort: String,
    attr_id: Option<String>,
}

const CORPUS: [Corpus; 5] = [
    Corpus {
        name: "polnear",
        split: "dev",
        arguments: &["--attrib"],
        map: attributed,
        figures: &[
            figure("source exact", &["spans", "source", "exact"], 0.60, 0.73),
            figure("cue exact", &["spans", "cue", "exact"], 0.58, 0.66),
            figure("content exact", &["spans", "content", "exact"], 0.45, 0.64),
            figure("attribution found", &["found"], 0.66, 0.78),
            figure("found with its source", &["sourced"], 0.48, 0.65),
        ],
    },
    Corpus {
        name: "trnews",
        split: "dev",
        arguments: &["--geo", "overlap"],
        map: names::places,
        figures: &[
            figure("toponyms overlap", &["spans", "toponym", "overlap"], 0.75, 0.85),
            figure("toponyms within 161 km", &["geo", "F1_161"], 0.62, 0.75),
        ],
    },
    Corpus {
        name: "worldwide_ner",
        split: "dev",
        arguments: &["--types", "location"],
        map: names::locations,
        figures: &[figure("locations overlap", &["spans", "location", "overlap"], 0.75, 0.85)],
    },
    Corpus {
        name: "re3d",
        split: "dev",
        arguments: &["--types", "Organisation,Person,Nationality", "--ignore-key", "low_confidence"],
        map: names::entities,
        figures: &[figure("names overlap", &["spans", "ALL", "overlap"], 0.55, 0.65)],
    },
    Corpus {
        name: "cameo_actors",
        split: "train",
        arguments: &[],
        map: names::actors,
        figures: &[figure("actors found", &["actors"], 0.75, 0.85)],
    },
];

/// Where to find the corpora, and which part to score.
#[derive(Args, Default)]
pub struct Corpora {
    /// The folder of the corpora, if it is not the one beside the project.
    #[arg(long, requires = "external", value_name = "FOLDER")]
    corpora: Option<PathBuf>,
    /// The part to score, if it is not the one to develop with.
    #[arg(long, requires = "external", value_name = "NAME")]
    split: Option<String>,
}

impl Corpora {
    fn folder(&self) -> PathBuf {
        self.corpora.clone().unwrap_or_else(|| project::root().join(CORPORA))
    }

    /// Whether the corpora are there.
    pub fn present(&self) -> bool {
        self.folder().is_dir()
    }

    /// The file of a corpus.
    fn file(&self, corpus: &Corpus) -> PathBuf {
        self.folder().join(corpus.name).with_extension("jsonl")
    }

    /// The part of a corpus that is scored.
    fn split<'a>(&'a self, corpus: &'a Corpus) -> &'a str {
        self.split.as_deref().unwrap_or(corpus.split)
    }
}

/// Prints the figures of every corpus beside what they must be, and gives them by name.
/// Fails where a corpus is missing.
pub fn measure(at: &Corpora) -> Result<BTreeMap<String, f64>> {
    let mut pack = Pack::core();
    let counted = names::Counted::read()?;
    let mut found = BTreeMap::new();
    println!("corpus        part   figure                   found  at least    aim");
    for corpus in &CORPUS {
        let documents = read(at, corpus)?;
        if documents.is_empty() {
            println!("{:13} {:6} has no documents", corpus.name, at.split(corpus));
            continue;
        }
        let mut own = Own::default();
        let mut lines = String::new();
        for document in &documents {
            let article = Article::new(document.text.as_str());
            let spans = (corpus.map)(&article, &mut pack);
            own.count(document, &article, &spans, &counted);
            let line = serde_json::json!({ "id": document.id, "spans": spans });
            writeln!(lines, "{line}").context("could not write a line")?;
        }
        let scores = score(at, corpus, &lines)?;
        for figure in corpus.figures {
            let value = match figure.path {
                ["found"] => own.found(),
                ["sourced"] => own.sourced.share(),
                ["actors"] => own.actors.share(),
                path => f1(&scores, path)?,
            };
            println!(
                "{:13} {:6} {:24} {value:5.3} {:9.2} {:6.2}",
                corpus.name,
                at.split(corpus),
                figure.name,
                figure.least,
                figure.aim
            );
            found.insert(format!("{} {}", corpus.name, figure.name), value);
        }
    }
    Ok(found)
}

/// The documents of the part that is scored.
fn read(at: &Corpora, corpus: &Corpus) -> Result<Vec<Document>> {
    let file = at.file(corpus);
    let text = fs::read_to_string(&file).with_context(|| format!("could not read {}", project::shown(&file)))?;
    let documents: Vec<Document> = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .with_context(|| format!("found a line in {} that is no labeled document", project::shown(&file)))?;
    Ok(documents.into_iter().filter(|d| d.split.as_deref() == Some(at.split(corpus))).collect())
}

/// What the scorer finds.
fn score(at: &Corpora, corpus: &Corpus, lines: &str) -> Result<Value> {
    let folder = project::target().join(OUTPUT);
    fs::create_dir_all(&folder)?;
    let output: &Path = &folder.join(corpus.name).with_extension("jsonl");
    fs::write(output, lines).with_context(|| format!("could not write {}", project::shown(output)))?;
    let mut command = Command::new("python3");
    command.arg(project::root().join(SCORER)).arg(at.file(corpus)).arg(output);
    command.args(["--json", "--offsets", "byte", "--split", at.split(corpus)]).args(corpus.arguments);
    let printed = project::output(&mut command)?;
    serde_json::from_str(&printed).context("the scorer printed no JSON")
}

/// The F1 of one of the scorer's triples.
fn f1(scores: &Value, path: &[&str]) -> Result<f64> {
    let triple = path.iter().fold(scores, |value, key| &value[*key]);
    match triple[2].as_f64() {
        Some(figure) => Ok(figure),
        None => bail!("found no figure {path:?} in what the scorer printed"),
    }
}

/// PolNeAR: every attribution of ours, whoever speaks and whatever about.
fn attributed(article: &Article, pack: &mut Pack) -> Vec<Mapped> {
    shards::add(article, pack);
    let mut spans = Vec::new();
    for (number, Attribution { source, cue, content }) in attributions(article, pack).into_iter().enumerate() {
        let parts = [("source", Vec::from_iter(source)), ("cue", vec![cue]), ("content", content)];
        for (sort, parts) in parts {
            let id = || Some(number.to_string());
            spans.extend(parts.into_iter().map(|span| Mapped { attr_id: id(), ..Mapped::new(span, sort) }));
        }
    }
    spans
}

/// A share, as two counts.
#[derive(Default)]
struct Share {
    right: usize,
    of: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    fn share(&self) -> f64 {
        if self.of == 0 { 0.0 } else { self.right as f64 / self.of as f64 }
    }
}

/// What the scorer does not count.
///
/// An attribution is found where ours cover half of its content's characters or more,
/// and one of ours is right where half of its content's lies in labeled ones. Found with
/// its source asks for one of ours that covers half and has a source that overlaps.
#[derive(Default)]
struct Own {
    labeled: Share,
    ours: Share,
    sourced: Share,
    actors: Share,
}

/// Source and content of an attribution, in bytes.
type Parts = (Vec<Span>, Vec<Span>);

impl Own {
    fn found(&self) -> f64 {
        let (p, r) = (self.ours.share(), self.labeled.share());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn count(&mut self, document: &Document, article: &Article, spans: &[Mapped], counted: &names::Counted) {
        let labels = || document.spans.iter().map(|label| (label, in_bytes(&document.text, label.start, label.end)));
        let mut labeled: BTreeMap<&str, Parts> = BTreeMap::new();
        for (label, span) in labels() {
            keep(labeled.entry(label.attr_id.as_deref().unwrap_or_default()).or_default(), &label.sort, span);
        }
        let mut ours: BTreeMap<&str, Parts> = BTreeMap::new();
        for mapped in spans {
            let span = Span { start: mapped.start, end: mapped.end };
            keep(ours.entry(mapped.attr_id.as_deref().unwrap_or_default()).or_default(), mapped.sort, span);
        }
        let all = |of: &BTreeMap<&str, Parts>| -> Vec<Span> { of.values().flat_map(|p| p.1.clone()).collect() };
        let (all_labeled, all_ours) = (all(&labeled), all(&ours));
        for (source, content) in labeled.values().filter(|p| !p.1.is_empty()) {
            self.labeled.add(half(content, &all_ours));
            if !source.is_empty() {
                let names = |own: &[Span]| own.iter().any(|s| source.iter().any(|label| label.overlaps(*s)));
                self.sourced.add(ours.values().any(|(own, covers)| half(content, covers) && names(own)));
            }
        }
        for (_, content) in ours.values().filter(|p| !p.1.is_empty()) {
            self.ours.add(half(content, &all_labeled));
        }
        for (_, span) in labels().filter(|(label, _)| matches!(label.sort.as_str(), "source_actor" | "target_actor")) {
            let before = article.text()[..span.start as usize].split_whitespace().next_back().unwrap_or_default();
            if counted.counts(before, article.slice(span)) {
                self.actors.add(spans.iter().any(|m| span.overlaps(Span { start: m.start, end: m.end })));
            }
        }
    }
}

fn keep(parts: &mut Parts, sort: &str, span: Span) {
    match sort {
        "source" => parts.0.push(span),
        "content" => parts.1.push(span),
        _ => {}
    }
}

/// Whether half of the bytes or more are covered.
fn half(content: &[Span], by: &[Span]) -> bool {
    let length: u32 = content.iter().map(|span| span.end - span.start).sum();
    let mut covered = 0;
    for span in content {
        let mut parts: Vec<(u32, u32)> = by
            .iter()
            .filter(|other| other.overlaps(*span))
            .map(|other| (other.start.max(span.start), other.end.min(span.end)))
            .collect();
        parts.sort_unstable();
        let mut from = span.start;
        for (start, end) in parts {
            covered += end.saturating_sub(start.max(from));
            from = from.max(end);
        }
    }
    length > 0 && covered * 2 >= length
}

/// A span of code points as one of bytes.
fn in_bytes(text: &str, start: usize, end: usize) -> Span {
    let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(at, _)| at) as u32;
    Span { start: byte(start), end: byte(end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_content_counts_every_byte_once() {
        let span = |start, end| Span { start, end };
        assert!(half(&[span(0, 10)], &[span(0, 5)]));
        assert!(!half(&[span(0, 10)], &[span(0, 4), span(1, 4), span(20, 40)]));
        assert!(half(&[span(0, 10), span(20, 30)], &[span(5, 25)]));
        assert!(!half(&[], &[span(0, 5)]));
    }

    #[test]
    fn code_points_become_bytes() {
        assert_eq!(in_bytes("é😀x", 1, 3), Span { start: 2, end: 7 });
    }
}
