//! Runs every check.

use anyhow::Result;
use clap::Args;

/// What to run.
#[derive(Args)]
pub struct Options {}

/// Runs every check and stops at the first that fails.
pub fn run(_options: &Options) -> Result<()> {
    Ok(())
}
