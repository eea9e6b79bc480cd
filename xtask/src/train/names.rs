//! Learns the weights of the tagger of names, and writes the scores that they have.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use caveat::analysis::Pack;
use caveat::analysis::names::{Name, NameSort, Weights, from_labels, tag};

use super::corpus::{self, Document};
use super::perceptron;
use crate::{project, sizes};

/// Where the weights go, and the scores that they have on the part to choose by.
const WEIGHTS: &str = "data/models/names.bin";
const SCORES: &str = "data/models/names.tsv";

/// Rows are halved so often before as many are left as are wanted, and so many more are
/// tried, to see what a size is worth.
const MOST: usize = 1;
const MORE: usize = 6;

/// How many features keep a row of weights.
const ROWS: usize = 12_800;
/// How often the corpus is gone through.
const ROUNDS: usize = 5;
/// Begins the order in which documents are seen.
const SEED: u64 = 1;
/// A feature that is rarer says nothing about other articles.
const LEAST: u32 = 4;

/// Learns, writes and prints.
pub fn run(corpora: &Path) -> Result<()> {
    let mut pack = Pack::core();
    let documents = corpus::read(&corpora.join("worldwide_ner.jsonl"), corpus::worldwide, &mut pack)?;
    let (train, choose): (Vec<&Document>, Vec<&Document>) = documents.iter().partition(|document| document.train);
    let frequent = perceptron::frequent(&train, LEAST);
    let mut averages = perceptron::train(&train, ROUNDS, SEED, frequent);
    println!("all rows: {}", figures(&choose, &averages.rounded()));
    let mut weights = Weights::default();
    // Rows are dropped by halves, since what a row is worth changes when others go.
    for rows in (0..).map(|halvings| (ROWS << MOST) >> halvings).take(MOST + MORE) {
        averages = perceptron::train(&train, ROUNDS, SEED, averages.heaviest(rows));
        let rounded = averages.rounded();
        println!("{rows} rows: {}", figures(&choose, &rounded));
        if rows == ROWS {
            weights = rounded;
        }
    }
    fs::write(project::root().join(WEIGHTS), weights.to_bytes())?;
    let scores = table(&choose, &weights);
    print!("{scores}");
    fs::write(project::root().join(SCORES), scores)?;
    Ok(())
}

/// What weights weigh and score, in a line.
fn figures(documents: &[&Document], weights: &Weights) -> String {
    let mut line = format!("{} bytes of brotli,", sizes::brotli(&weights.to_bytes()).map_or(0, |bytes| bytes.len()));
    for sort in [NameSort::Place, NameSort::Person, NameSort::Organization, NameSort::People] {
        let [precision, recall, f1] = score(documents, weights, sort);
        let _ = write!(line, " {} {precision:.3} {recall:.3} {f1:.3}", sort.name());
    }
    line
}

/// The scores of every sort.
fn table(documents: &[&Document], weights: &Weights) -> String {
    let mut table = "sort\tprecision\trecall\tF1\n".to_string();
    for sort in NameSort::ALL {
        let [precision, recall, f1] = score(documents, weights, sort);
        let _ = writeln!(table, "{}\t{precision:.3}\t{recall:.3}\t{f1:.3}", sort.name());
    }
    table
}

/// Precision, recall and F1 of a sort's names, each right that shares a letter with one
/// of the same sort.
fn score(documents: &[&Document], weights: &Weights, sort: NameSort) -> [f64; 3] {
    let (mut right, mut found, mut met, mut gold) = (0, 0, 0, 0);
    for document in documents {
        let labels = tag(&document.sheet, weights);
        let ours: Vec<Name> = from_labels(&document.article, &document.sheet, &labels);
        let ours: Vec<_> = ours.iter().filter(|name| name.sort == sort).map(|name| name.span).collect();
        let theirs: Vec<_> = document.names.iter().filter(|name| name.1 == sort).map(|name| name.0).collect();
        found += ours.len();
        gold += theirs.len();
        right += ours.iter().filter(|one| theirs.iter().any(|other| one.overlaps(*other))).count();
        met += theirs.iter().filter(|one| ours.iter().any(|other| one.overlaps(*other))).count();
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(right, found), share(met, gold));
    let sum = precision + recall;
    [precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }]
}
