//! Scores the engine on the labeled articles.

use anyhow::{Result, bail};
use clap::Args;

/// What to score.
#[derive(Args, Default)]
pub struct Options {}

/// Prints the table of scores.
pub fn run(_options: &Options) -> Result<()> {
    bail!("found no scorer yet")
}
