//! Reads the tab-separated rows in `data/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A row with the place it came from, for messages.
#[derive(Clone)]
pub struct Row {
    /// The file as one would type it, and the line's number.
    pub origin: String,
    cells: Vec<String>,
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: usize) -> &str {
        &self.cells[column]
    }

    /// A cell's parts, separated by `;`.
    pub fn parts(&self, column: usize) -> impl Iterator<Item = &str> {
        self.cell(column).split(';').map(str::trim).filter(|part| !part.is_empty())
    }
}

/// Reads a file whose first line that is no comment names the columns.
pub fn read(folder: &Path, name: &str, columns: &[&str]) -> Result<Vec<Row>> {
    let text = fs::read_to_string(folder.join(name))
        .with_context(|| format!("found no data/{name}, wanted its rows; restore it from the repository"))?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let header = lines.next().map_or("", |(_, line)| line);
    if header != columns.join("\t") {
        bail!("found the columns {header:?} in data/{name}, wanted {:?} separated by tabs", columns.join(" "));
    }
    lines
        .map(|(index, line)| {
            let origin = format!("data/{name}:{}", index + 1);
            let cells: Vec<String> = line.split('\t').map(|cell| cell.trim().to_string()).collect();
            if cells.len() != columns.len() {
                bail!("found {} columns at {origin}, wanted {}; check its tabs", cells.len(), columns.len());
            }
            Ok(Row { origin, cells })
        })
        .collect()
}
