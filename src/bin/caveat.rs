//! The command line: reads articles and prints what Caveat finds in them.
//!
//! Only arguments, files and the loop over lines are here; the readable report is
//! `report`'s, what is known of a name `knowledge`'s, a publisher's own file `additions`',
//! the JSON form `caveat::wire`'s.

#[path = "caveat/additions.rs"]
mod additions;
#[path = "caveat/knowledge.rs"]
mod knowledge;
#[path = "caveat/report.rs"]
mod report;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use caveat::analysis::{Article, Pack, attributions, names};
use caveat::{shards, wire};
use clap::{Args, Parser, Subcommand};
use serde::{Deserialize, Serialize};

/// Marks the sides, the places and the unverifiable statements in news about
/// armed conflict. It never says that something is false.
#[derive(Parser)]
#[command(name = "caveat", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read an article and print what is found in it.
    Analyze(Analyze),
    /// Say what Caveat knows of a name.
    #[command(subcommand)]
    Knowledge(Knowledge),
}

#[derive(Subcommand)]
enum Knowledge {
    /// Print the actors, people, conflicts and places of a name, and what it says as a
    /// bare phrase; fail where nothing is known.
    Lookup {
        /// A name or a phrase, such as "Sevastopol" or "Norwegian frigates".
        name: String,
        /// Print it as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Check a publisher's own knowledge: print what is wrong with each row, by its line,
    /// and fail; or what was understood.
    Check {
        /// A JSON file, as docs/knowledge.md describes it.
        file: PathBuf,
    },
}

#[derive(Args)]
struct Analyze {
    /// A text file in UTF-8; standard input where it is "-" or left out.
    file: Option<PathBuf>,
    /// Print the whole analysis as JSON, offsets in UTF-16 code units.
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Read a line of JSON for each article, {"id", "text"}, and print one for each.
    #[arg(long)]
    jsonl: bool,
    #[command(flatten)]
    also: Also,
    /// A JSON file with a publisher's own knowledge; may be given several times, the later
    /// wins.
    #[arg(long, value_name = "FILE")]
    knowledge: Vec<PathBuf>,
}

/// What else the JSON is to have.
#[derive(Args, Clone, Copy)]
struct Also {
    /// Add to the JSON all attributions, as corpora count them: sources, cues and contents.
    #[arg(long)]
    attributions: bool,
    /// Add to the JSON every proper name with its sort: places, persons, organizations,
    /// peoples and others.
    #[arg(long)]
    names: bool,
}

/// One article of a file of many.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// Its findings.
#[derive(Serialize)]
struct Findings {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(flatten)]
    analysis: wire::Analysis,
    #[serde(skip_serializing_if = "Option::is_none")]
    attributions: Option<Vec<wire::Attribution>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Vec<wire::Name>>,
}

impl Findings {
    /// Reads an article, for what else is asked too.
    fn new(id: Option<String>, article: &Article, pack: &mut Pack, also: Also) -> Findings {
        let analysis = wire::Analysis::new(article, &shards::read(article, pack));
        let attributions = also.attributions.then(|| wire::Attribution::all(article, &attributions(article, pack)));
        let names = also.names.then(|| wire::names(article, &names(article, pack)));
        Findings { id, analysis, attributions, names }
    }
}

fn main() -> ExitCode {
    let code = |good: bool| if good { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    let result = match Arguments::parse().command {
        Command::Analyze(options) => run(&options),
        Command::Knowledge(Knowledge::Lookup { name, json }) => {
            knowledge::lookup(&name, json, &shards::all()).map(code)
        }
        Command::Knowledge(Knowledge::Check { file }) => additions::check(&file).map(code),
    };
    match result {
        Ok(code) => code,
        // Whoever reads our output may stop early: `caveat … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Analyze) -> io::Result<ExitCode> {
    let file = options.file.as_deref().filter(|file| *file != Path::new("-"));
    let input: Box<dyn Read> = match file {
        Some(file) => Box::new(File::open(file).map_err(|error| about(file, &error))?),
        None => Box::new(io::stdin()),
    };
    let mut pack = Pack::core();
    for file in &options.knowledge {
        match additions::add(&pack, file)? {
            Some(with_rows) => pack = with_rows,
            None => return Ok(ExitCode::FAILURE),
        }
    }
    if options.jsonl {
        return lines(BufReader::new(input), &mut pack, options.also);
    }
    let name = file.unwrap_or(Path::new("standard input"));
    let mut bytes = Vec::new();
    BufReader::new(input).read_to_end(&mut bytes).map_err(|error| about(name, &error))?;
    let article = Article::new(text(name, bytes)?);
    if options.json {
        let mut output = BufWriter::new(io::stdout().lock());
        serde_json::to_writer_pretty(&mut output, &Findings::new(None, &article, &mut pack, options.also))?;
        writeln!(output)?;
        output.flush()?;
    } else {
        report::print(&article, &shards::read(&article, &mut pack))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// An error that names its file.
fn about(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("could not read {}: {error}; name a text file that you may read", file.display()),
    )
}

/// The file's text, without a byte-order mark.
fn text(file: &Path, bytes: Vec<u8>) -> io::Result<String> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let found = error.as_bytes()[at];
        let message = format!(
            "found the byte {found:#04x} at offset {at} of {}, wanted text in UTF-8; convert it, for example with iconv -t utf-8",
            file.display()
        );
        io::Error::new(io::ErrorKind::InvalidData, message)
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text))
}

/// Reads a line for each article and writes one for each, so that any number may
/// come. A bad line is reported by its number, and the rest is still done.
fn lines(mut input: impl BufRead, pack: &mut Pack, also: Also) -> io::Result<ExitCode> {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut bytes = Vec::new();
    for number in 1u64.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&bytes) {
            Ok(line) => {
                let article = Article::new(line.text);
                let findings = Findings::new(Some(line.id), &article, pack, also);
                serde_json::to_writer(&mut output, &findings)?;
                writeln!(output)?;
                output.flush()?;
            }
            Err(error) => {
                eprintln!(
                    "line {number}: {error}; wanted an object {{\"id\": \"…\", \"text\": \"…\"}} in UTF-8; the line was passed over"
                );
                code = ExitCode::FAILURE;
            }
        }
    }
    output.flush()?;
    Ok(code)
}
