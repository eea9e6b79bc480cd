//! Every check of the project, one after the other. Stops at the first that
//! fails; one that cannot run has failed.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::project::{self, WASM_TARGET};
use crate::{browsers, build, pack, score, sizes};

/// The features of the two modules that a page loads.
const MODULES: &str = "module-knowledge,module-interface";

/// What to run.
#[derive(Args)]
pub struct Options {
    /// Run only these checks, in the usual order.
    #[arg(long, value_enum, value_name = "CHECK", value_delimiter = ',')]
    only: Vec<Check>,
    /// Test in these browsers only.
    #[arg(long, value_enum, value_name = "BROWSER", value_delimiter = ',')]
    browser: Vec<Browser>,
    /// Run only the browser tests whose name matches this pattern.
    #[arg(long, value_name = "PATTERN")]
    name: Option<String>,
}

/// A check, in the order in which they run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Check {
    /// The code is formatted.
    Format,
    /// No lint warns, natively.
    Lints,
    /// No lint warns in the page's half.
    PageLints,
    /// The engine compiles by itself.
    Engine,
    /// The native tests pass.
    Tests,
    /// No score on the gold articles is below the one on record.
    Scores,
    /// The packs are those of their rows.
    Packs,
    /// Everything that is published can be built.
    Build,
    /// What is published is within the budget.
    Sizes,
    /// The browser tests pass in every browser.
    Browsers,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

/// Runs the checks.
pub fn run(options: &Options) -> Result<()> {
    // Asked before anything is rebuilt: the tests start this very program.
    let own_path = env::current_exe().context("could not find this program's own file")?;
    let started = Instant::now();
    let mut passed = 0;
    for check in Check::value_variants() {
        if !options.only.is_empty() && !options.only.contains(check) {
            continue;
        }
        let name = check.name();
        println!("\n{name} …");
        let began = Instant::now();
        let outcome = check.run(options, &own_path);
        let seconds = began.elapsed().as_secs_f32();
        if let Err(error) = outcome {
            println!("{name}: failed after {seconds:.1} s");
            return Err(error.context(format!("{passed} passed, 1 failed: {name}")));
        }
        println!("{name}: passed in {seconds:.1} s");
        passed += 1;
    }
    println!("\n{passed} passed, 0 failed, in {:.0} s", started.elapsed().as_secs_f32());
    Ok(())
}

impl Check {
    fn name(self) -> &'static str {
        match self {
            Check::Format => "format",
            Check::Lints => "lints",
            Check::PageLints => "lints of the page's half",
            Check::Engine => "the engine by itself",
            Check::Tests => "native tests",
            Check::Scores => "scores",
            Check::Packs => "fresh packs",
            Check::Build => "build",
            Check::Sizes => "sizes",
            Check::Browsers => "browsers",
        }
    }

    fn run(self, options: &Options, own_path: &Path) -> Result<()> {
        let cargo = |arguments: &[&str], mend| project::run(project::cargo().args(arguments), mend);
        match self {
            Check::Format => cargo(&["fmt", "--all", "--check"], "run `cargo fmt --all`"),
            Check::Lints => cargo(
                &["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"],
                "mend what clippy names above",
            ),
            Check::PageLints => {
                build::ensure_wasm_target()?;
                let page = ["--package", "caveat", "--lib", "--no-default-features", "--features", MODULES];
                let mut clippy = project::cargo();
                clippy.args(["clippy", "--target", WASM_TARGET]).args(page).args(["--", "-D", "warnings"]);
                project::run(&mut clippy, "mend what clippy names above")
            }
            Check::Engine => cargo(
                &["check", "--package", "caveat", "--lib", "--no-default-features"],
                "the engine must build with neither the page nor the command line",
            ),
            Check::Tests => cargo(&["test", "--workspace", "--all-features"], "mend what failed above"),
            Check::Scores => score::run(&score::Options { check: true, ..Default::default() }),
            Check::Packs => pack::run(&pack::Options { check: true }),
            Check::Build => build::run(),
            Check::Sizes => sizes::Table::measure(&project::root().join("dist"))?.check(),
            Check::Browsers => browser_tests(options, own_path),
        }
    }
}

/// Drives each browser over the built files.
fn browser_tests(options: &Options, own_path: &Path) -> Result<()> {
    browsers::ensure()?;
    let chosen: Vec<String> = Browser::value_variants()
        .iter()
        .filter(|browser| options.browser.is_empty() || options.browser.contains(browser))
        .filter_map(|browser| browser.to_possible_value())
        .map(|value| value.get_name().to_string())
        .collect();
    let mut node = Command::new("node");
    node.current_dir(project::root().join("tests/browser"))
        .env("CAVEAT_XTASK", own_path)
        .env("CAVEAT_BROWSERS", chosen.join(","))
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    if let Some(name) = &options.name {
        node.arg(format!("--test-name-pattern={name}"));
    }
    node.args(["types.test.mjs", "all.test.mjs"]);
    project::run(&mut node, "mend what failed above; screenshots are in tests/browser/output/")
}
