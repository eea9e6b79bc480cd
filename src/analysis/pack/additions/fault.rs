//! What is wrong with a row of a publisher's file.

use std::fmt;

/// Something in a publisher's file that cannot be used. Displayed as one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The table as the file calls it; empty where the file as a whole is meant.
    pub table: String,
    /// The row's position in its table, from 0; none where the table as a whole is meant.
    pub row: Option<usize>,
    /// The key in the row; empty where the row as a whole is meant.
    pub key: String,
    /// What was found.
    pub found: String,
    /// What was wanted.
    pub wanted: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found {}", self.found)?;
        if !self.key.is_empty() {
            write!(f, " as `{}`", self.key)?;
        }
        match self.row {
            Some(row) => write!(f, " in row {} of `{}`", row + 1, self.table)?,
            None if !self.table.is_empty() => write!(f, " as `{}`", self.table)?,
            None => {}
        }
        write!(f, ", wanted {}; {}", self.wanted, self.mend)
    }
}

/// The word among those that are known to which the fewest letters have to be changed.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> &'a str {
    known.min_by_key(|known| distance(word, known)).unwrap_or_default()
}

/// How many bytes have to be added, taken away or changed.
pub fn distance(from: &str, to: &str) -> usize {
    let mut costs: Vec<usize> = (0..=to.len()).collect();
    for (row, a) in from.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut costs[0], row + 1);
        for (column, b) in to.bytes().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = costs[column + 1];
            costs[column + 1] = changed.min(diagonal + 1).min(costs[column] + 1);
        }
    }
    costs[to.len()]
}
