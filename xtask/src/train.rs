//! Learns the weights of the models from public corpora, which stay outside the project.
//! The same corpora, rows and words give the same weights.

mod attributions;
mod corpus;
mod names;
mod perceptron;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::project;

/// What to learn.
#[derive(Args)]
pub struct Options {
    /// The folder with the corpora, from the project's top.
    #[arg(long, value_name = "FOLDER", default_value = "../shared/corpus/external")]
    corpus: PathBuf,
    /// Learn only this model.
    #[arg(long, value_enum, value_name = "MODEL")]
    only: Option<Model>,
}

/// A model.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Model {
    /// Who says what, from polnear.jsonl.
    Attributions,
    /// Every proper name, from worldwide_ner.jsonl.
    Names,
}

/// Learns the models and writes their weights.
pub fn run(options: &Options) -> Result<()> {
    let corpora = project::root().join(&options.corpus);
    let wanted = |model| options.only.is_none_or(|only| only == model);
    if wanted(Model::Attributions) {
        attributions::run(&corpora)?;
    }
    if wanted(Model::Names) {
        names::run(&corpora)?;
    }
    Ok(())
}
