//! A publisher's own knowledge in a file: read with the lines of its rows, checked, and
//! added to the pack.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use caveat::analysis::{Additions, Entry, Fault, Pack};
use serde_json::Value;
use serde_json::value::RawValue;

/// A publisher's file.
struct File {
    name: String,
    additions: Additions,
    /// From each table to its line and those of its rows.
    lines: BTreeMap<String, (usize, Vec<usize>)>,
}

/// Prints what is wrong with a file, or what was understood of it. Says whether it can
/// be used.
///
/// # Errors
/// When the file cannot be read or the output cannot be written.
pub fn check(path: &Path) -> io::Result<bool> {
    let mut output = anstream::stdout().lock();
    let file = match File::read(path)? {
        Ok(file) => file,
        Err(fault) => {
            writeln!(output, "{fault}")?;
            return Ok(false);
        }
    };
    // The core alone, as in a page: what a shard has is not there when the file comes.
    match Pack::core().understood(&file.additions) {
        Err(faults) => {
            file.tell(&faults, &mut output)?;
            Ok(false)
        }
        Ok(understood) => {
            for (table, one) in
                [("actors", "actor"), ("people", "person"), ("places", "place"), ("conflicts", "conflict")]
            {
                let rows: Vec<_> = understood.iter().filter(|row| row.table == table).collect();
                writeln!(output, "{} {}", rows.len(), if rows.len() == 1 { one } else { table })?;
                for row in rows {
                    match &row.changes {
                        Some(ours) if *ours == row.name => writeln!(output, "  {}: changes ours", row.name)?,
                        Some(ours) => writeln!(output, "  {}: changes our {ours}", row.name)?,
                        None => writeln!(output, "  {}: new", row.name)?,
                    }
                }
            }
            Ok(true)
        }
    }
}

/// The pack with the rows of a file; none after its faults were told.
///
/// # Errors
/// When the file cannot be read.
pub fn add(pack: &Pack, path: &Path) -> io::Result<Option<Pack>> {
    let mut output = anstream::stderr().lock();
    let file = match File::read(path)? {
        Ok(file) => file,
        Err(fault) => {
            writeln!(output, "{fault}")?;
            return Ok(None);
        }
    };
    match pack.with_additions(&file.additions) {
        Ok(pack) => Ok(Some(pack)),
        Err(faults) => {
            file.tell(&faults, &mut output)?;
            Ok(None)
        }
    }
}

impl File {
    /// Reads a file, or says at which line it is no JSON.
    fn read(path: &Path) -> io::Result<Result<File, String>> {
        let bytes = fs::read(path).map_err(|error| super::about(path, &error))?;
        let text = super::text(path, bytes)?;
        let name = path.display().to_string();
        let no_json = |error: serde_json::Error| {
            let (line, words) = (error.line(), error.to_string());
            let words = words.split_once(" at line ").map_or(words.as_str(), |(words, _)| words);
            format!("{name}:{line}: found {words}, wanted JSON; mend what stands there or just before")
        };
        let entry = match serde_json::from_str(&text) {
            Ok(value) => entry(&value),
            Err(error) => return Ok(Err(no_json(error))),
        };
        // Where it is no object there are no tables, and the fault is at its begin.
        let tables: BTreeMap<String, &RawValue> = serde_json::from_str(&text).unwrap_or_default();
        let line = |part: &RawValue| {
            let before = part.get().as_ptr() as usize - text.as_ptr() as usize;
            text[..before].matches('\n').count() + 1
        };
        let lines = tables.into_iter().map(|(name, table)| {
            let rows: Vec<&RawValue> = serde_json::from_str(table.get()).unwrap_or_default();
            (name, (line(table), rows.into_iter().map(line).collect()))
        });
        let lines = lines.collect();
        Ok(Ok(File { additions: Additions::new(entry), lines, name }))
    }

    /// Prints faults with the lines of their rows, in their order.
    fn tell(&self, faults: &[Fault], output: &mut impl Write) -> io::Result<()> {
        let mut lines: Vec<(usize, &Fault)> = faults.iter().map(|fault| (self.line(fault), fault)).collect();
        lines.sort_by_key(|(line, _)| *line);
        lines.iter().try_for_each(|(line, fault)| writeln!(output, "{}:{line}: {fault}", self.name))
    }

    /// The line at which a fault's row or table begins; the first for the file's own.
    fn line(&self, fault: &Fault) -> usize {
        let Some((table, rows)) = self.lines.get(&fault.table) else { return 1 };
        fault.row.and_then(|row| rows.get(row)).copied().unwrap_or(*table)
    }
}

/// A value as the engine reads it.
fn entry(value: &Value) -> Entry {
    match value {
        Value::String(text) => Entry::Text(text.clone()),
        Value::Number(number) => Entry::Text(number.to_string()),
        Value::Array(list) => Entry::List(list.iter().map(entry).collect()),
        Value::Object(object) => Entry::Object(object.iter().map(|(key, value)| (key.clone(), entry(value))).collect()),
        Value::Null | Value::Bool(_) => Entry::Other,
    }
}
