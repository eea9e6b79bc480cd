//! The readable report of one article, in colours where the terminal has them.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use caveat::analysis::{Analysis, Article, Evidence, Party, SideId, Statement};

const HEADING: Style = Style::new().bold();
const SIDE: Style = AnsiColor::Blue.on_default().bold();
const PLACE: Style = AnsiColor::Cyan.on_default();
const STATEMENT: Style = AnsiColor::Magenta.on_default();
const FAINT: Style = Style::new().dimmed();

/// A statement's words are cut after so many characters.
const LONGEST_QUOTE: usize = 160;

/// Prints the sides, the places and the statements.
pub fn print(article: &Article, found: &Analysis) -> io::Result<()> {
    let mut output = anstream::stdout().lock();
    if found.sides.is_empty() {
        writeln!(
            output,
            "{HEADING}No sides{HEADING:#}: the article reports no armed conflict that Caveat recognizes."
        )?;
    } else {
        writeln!(output, "{HEADING}Sides{HEADING:#}")?;
    }
    for (side, id) in found.sides.iter().zip(0..) {
        let mentions = found.mentions.iter().filter(|m| m.party == Party::One(SideId(id))).count();
        let statements = found.statements.iter().filter(|s| s.side == Some(SideId(id))).count();
        writeln!(output, "  {SIDE}{}{SIDE:#}: named {}, speaks {}", side.name, times(mentions), times(statements))?;
        writeln!(output, "    {FAINT}called {}{FAINT:#}", side.names.join(", "))?;
        for evidence in &side.evidence {
            match evidence {
                Evidence::HostileAct(span) => {
                    writeln!(
                        output,
                        "    {FAINT}a side since “{}” has a part in a hostile act{FAINT:#}",
                        article.slice(*span)
                    )?;
                }
                Evidence::KnownConflict(name) => {
                    writeln!(output, "    {FAINT}a side in a known conflict: {name}{FAINT:#}")?
                }
            }
        }
    }
    writeln!(output, "\n{HEADING}Places{HEADING:#}")?;
    for place in &found.places {
        let (north, east) = place.point;
        let (name, kind) = (&place.name, place.kind.name());
        writeln!(
            output,
            "  {PLACE}{}{PLACE:#} {FAINT}{name}, {kind}, {} {north:.2}, {east:.2}, {} % sure{FAINT:#}",
            article.slice(place.span),
            place.country,
            place.confidence
        )?;
    }
    writeln!(output, "\n{HEADING}Statements{HEADING:#}")?;
    for statement in &found.statements {
        print_statement(&mut output, article, found, statement)?;
    }
    let flagged = found.statements.iter().filter(|s| s.kind.flagged()).count();
    writeln!(
        output,
        "\n{} sides, {} mentions, {} places, {flagged} unverifiable statements of {}.",
        found.sides.len(),
        found.mentions.len(),
        found.places.len(),
        found.statements.len()
    )?;
    writeln!(output, "The marks are automatic and may err. Caveat never says that something is false.")
}

fn print_statement(
    output: &mut impl Write,
    article: &Article,
    found: &Analysis,
    statement: &Statement,
) -> io::Result<()> {
    let side = statement.side.map(|id| found.sides[usize::from(id.0)].name.as_str());
    let words: Vec<&str> = statement.content.iter().map(|part| article.slice(*part)).collect();
    let kind = statement.kind.name();
    write!(output, "  {STATEMENT}{kind}{STATEMENT:#}")?;
    if let Some(side) = side {
        write!(output, " by {SIDE}{side}{SIDE:#}")?;
    }
    writeln!(output, ": {}", shortened(&words.join(" … ").replace('\n', " ")))?;
    let source = statement.source.map(|span| article.slice(span));
    let cue = statement.cue.map(|span| article.slice(span));
    if source.is_some() || cue.is_some() {
        let parts: Vec<&str> = source.into_iter().chain(cue).collect();
        writeln!(output, "    {FAINT}{}{FAINT:#}", parts.join(" · "))?;
    }
    for reason in &statement.reasons {
        writeln!(output, "    {FAINT}{}{FAINT:#}", reason.words())?;
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_string(),
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_string(),
        2 => "twice".to_string(),
        count => format!("{count} times"),
    }
}
