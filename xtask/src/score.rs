//! Scores the engine on the gold articles, which lie beside the project and not in
//! it, and holds the scores against those on record.

mod calibration;
mod codes;
mod coverage;
mod external;
mod known;
mod names;
mod own;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use caveat::analysis::{Article, Pack};
use caveat::{shards, wire};
use clap::Args;

use crate::project;

/// Where the gold articles and their scorer lie, from the project's top.
const GOLD: &str = "../shared/corpus/dev";
const SCORER: &str = "../shared/tools/score.py";
/// Where our own labeled articles lie for the scorer to read, in the target folder.
const OWN: &str = "labeled";
/// The scores on record.
const RECORD: &str = "tests/scores.tsv";
/// The record's first line.
const HEADER: &str =
    "# Scores on the gold development articles, by `cargo xtask score --record`. They may rise and not fall.\n";

/// What to score.
#[derive(Args, Default)]
pub struct Options {
    /// List every miss and every false mark.
    #[arg(long)]
    pub errors: bool,
    /// Fail where a score is below the one on record.
    #[arg(long)]
    pub check: bool,
    /// Write the scores down as the record.
    #[arg(long)]
    pub record: bool,
    /// Say instead which of the gold places and side names the packs do not know.
    #[arg(long)]
    pub coverage: bool,
    /// Score instead how phrases are described that others coded with country and role.
    #[arg(long)]
    pub actors: bool,
    /// Score instead the public corpora, one output of ours mapped to each.
    #[arg(long)]
    pub external: bool,
    #[command(flatten)]
    pub corpora: external::Corpora,
    /// Say instead how many places are right of those that are said to be so sure.
    #[arg(long)]
    pub calibration: bool,
}

/// Prints the table of scores, of all articles together and of each.
pub fn run(options: &Options) -> Result<()> {
    let gold = project::root().join(GOLD);
    if !gold.is_dir() {
        println!("no gold articles beside the project, so none were scored");
        return Ok(());
    }
    let mut files: Vec<PathBuf> = fs::read_dir(&gold)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    if options.actors {
        return codes::run();
    }
    if options.external {
        return external::measure(&options.corpora).map(drop);
    }
    if options.calibration {
        return calibration::run(&files);
    }
    if options.coverage {
        return coverage::run(&files);
    }
    let mut scores = scored(&files, options.errors)?;
    let folder = project::target().join(OWN);
    fs::create_dir_all(&folder)?;
    let own: Vec<PathBuf> = own::files()?.iter().map(|file| own::convert(file, &folder)).collect::<Result<_>>()?;
    println!("\nour own articles, of invented events:");
    scores.extend(scored(&own, options.errors)?.into_iter().map(|(name, figure)| (format!("own {name}"), figure)));
    // The fewer the better, so that it is held like the others.
    for name in ["quiet", "own quiet"] {
        scores.entry(name.to_string()).and_modify(|quiet| *quiet = -*quiet);
    }
    let known = coverage::measure(&files)?.shares.into_iter().chain(codes::measure()?.shares);
    scores.extend(rounded(known.map(|(name, share)| (name.to_string(), share))));
    println!("\npublic corpora:");
    match options.corpora.present() {
        true => scores.extend(rounded(external::measure(&options.corpora)?)),
        false => println!("none beside the project, so none were scored"),
    }
    let record = project::root().join(RECORD);
    if options.record {
        let rows: String = scores.iter().map(|(name, score)| format!("{name}\t{score:.3}\n")).collect();
        fs::write(&record, format!("{HEADER}{rows}")).with_context(|| format!("could not write {RECORD}"))?;
    }
    if options.check { hold(&scores, &record) } else { Ok(()) }
}

/// Prints the table of scores of some articles together and of each, and gives it.
fn scored(files: &[PathBuf], errors: bool) -> Result<BTreeMap<String, f64>> {
    let mut pack = Pack::core();
    let lines: Vec<String> = files.iter().map(|file| line(file, &mut pack)).collect::<Result<_>>()?;
    let all = score(files, &lines, errors)?;
    println!("{all}");
    println!("article     reader  quiet");
    for (file, line) in files.iter().zip(&lines) {
        let table = figures(&score(std::slice::from_ref(file), std::slice::from_ref(line), false)?);
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        println!("{name:12}{:6.3}{:7}", table.get("reader").unwrap_or(&0.0), table.get("quiet").unwrap_or(&0.0));
    }
    Ok(figures(&all))
}

/// Figures with three decimals: so many the record has, and so many the scorer's have.
fn rounded(figures: impl IntoIterator<Item = (String, f64)>) -> impl Iterator<Item = (String, f64)> {
    figures.into_iter().map(|(name, share)| (name, (share * 1000.0).round() / 1000.0))
}

/// A gold article.
fn gold(file: &Path) -> Result<serde_json::Value> {
    let text = fs::read_to_string(file).with_context(|| format!("could not read {}", project::shown(file)))?;
    serde_json::from_str(&text).with_context(|| format!("found no JSON in {}", project::shown(file)))
}

/// The findings in one gold article, as a line that the scorer reads.
fn line(file: &Path, pack: &mut Pack) -> Result<String> {
    let gold = gold(file)?;
    let cell = |key: &str| {
        gold[key]
            .as_str()
            .with_context(|| format!("found no {key:?} in {}, wanted a gold article", project::shown(file)))
    };
    let article = Article::new(cell("text")?);
    let mut findings = serde_json::to_value(wire::Analysis::new(&article, &shards::read(&article, pack)))?;
    findings["id"] = cell("id")?.into();
    Ok(findings.to_string())
}

/// What the scorer prints for some articles.
fn score(gold: &[PathBuf], lines: &[String], errors: bool) -> Result<String> {
    let mut command = Command::new("python3");
    command.arg(project::root().join(SCORER)).args(errors.then_some("--errors")).args(gold);
    let mut scorer = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("found no python3, wanted version 3.11 or newer for the scorer; install it")?;
    let mut input = scorer.stdin.take().context("the scorer has no input")?;
    input.write_all(lines.join("\n").as_bytes())?;
    drop(input);
    let output = scorer.wait_with_output()?;
    if !output.status.success() {
        bail!("the scorer failed ({}); its message stands above", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_string())
}

/// The figures of the scorer's table: of each row the F1, or the only figure.
fn figures(table: &str) -> BTreeMap<String, f64> {
    let mut figures = BTreeMap::new();
    for line in table.lines().skip(1) {
        let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let name: Vec<&str> = line.split_whitespace().take_while(|word| word.parse::<f64>().is_err()).collect();
        let figure = if numbers.len() > 3 { numbers.get(2) } else { numbers.first() };
        if let Some(figure) = figure.filter(|_| !line.contains('\t')) {
            figures.insert(name.join(" "), *figure);
        }
    }
    figures
}

/// Fails where a score is below the one on record.
fn hold(scores: &BTreeMap<String, f64>, record: &Path) -> Result<()> {
    let text =
        fs::read_to_string(record).with_context(|| format!("found no {RECORD}; run `cargo xtask score --record`"))?;
    let mut fallen = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, figure) = line
            .split_once('\t')
            .with_context(|| format!("found {line:?} in {RECORD}, wanted a name, a tab and a figure"))?;
        let wanted: f64 = figure.parse().with_context(|| format!("found the figure {figure:?} in {RECORD}"))?;
        let found = scores.get(name).copied().unwrap_or(0.0);
        if found < wanted {
            fallen.push(format!("{name} is {found:.3}, on record is {wanted:.3}"));
        }
    }
    if !fallen.is_empty() {
        bail!(
            "scores fell: {}; mend the engine, or record a fall that is meant with `cargo xtask score --record`",
            fallen.join("; ")
        );
    }
    println!("no score is below the one on record");
    Ok(())
}
