//! The one entry point for building, serving, packing, scoring and testing.
//! Only the command line is here; each command is a module of its own.

mod browsers;
mod build;
mod comments;
mod knowledge;
mod maps;
mod outlines;
mod pack;
mod project;
mod quiet;
mod rows;
mod score;
mod serve;
mod shorten;
mod site;
mod sizes;
mod test;
mod train;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, serves, packs, scores and tests Caveat.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything, then serve the demo page and print its address.
    Demo(serve::Port),
    /// Build `dist/`: the script, the module, the types and the knowledge pack.
    Build,
    /// Run every check: format, lints, tests, packs, build, sizes, browsers.
    Test(test::Options),
    /// Gather places from pinned packages into rows in `data/`; needs the network.
    Knowledge(knowledge::Options),
    /// Compile the rows in `data/` to binary packs.
    Pack(pack::Options),
    /// Draw example maps to `target/maps/`, to look at.
    Maps,
    /// Score the engine on the labeled articles.
    Score(score::Options),
    /// Learn the weights of the models from corpora that lie outside the project.
    Train(train::Options),
    /// Serve what is already built, on this machine alone.
    Serve(serve::Options),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Demo(port) => {
            build::run()?;
            serve::demo(port)
        }
        Command::Build => build::run(),
        Command::Test(options) => test::run(&options),
        Command::Knowledge(options) => knowledge::run(&options),
        Command::Pack(options) => pack::run(&options),
        Command::Maps => maps::run(),
        Command::Score(options) => score::run(&options),
        Command::Train(options) => train::run(&options),
        Command::Serve(options) => serve::run(&options),
    }
}
