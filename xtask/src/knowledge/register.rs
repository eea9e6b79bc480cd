//! Reads Ukraine's register of settlements, which has no coordinates.

use std::path::Path;

use anyhow::{Context, Result, bail};
use calamine::{Reader, Xlsx, open_workbook};

use crate::project;

/// A settlement of the register.
pub struct Settlement {
    /// The codes of the oblast, the raion and the hromada that it is in.
    pub oblast: String,
    pub raion: String,
    pub hromada: String,
    /// The name in Ukrainian.
    pub name: String,
    /// Whether it is a city, and no village.
    pub is_city: bool,
}

/// The columns: a code for each level of which the lowest is the row's own, then what
/// kind of thing it is, then its name.
const OBLAST: usize = 0;
const RAION: usize = 1;
const HROMADA: usize = 2;
const KIND: usize = 5;
const NAME: usize = 6;

/// The Cyrillic letters that stand for cities, settlements and villages.
const CITY: &str = "М";
const SETTLEMENTS: [&str; 3] = [CITY, "Х", "С"];

/// Reads the register's workbook.
pub fn read(file: &Path) -> Result<Vec<Settlement>> {
    let shown = project::shown(file);
    let mut book: Xlsx<_> = open_workbook(file).with_context(|| format!("could not read {shown}"))?;
    let sheet = book.worksheet_range_at(0).with_context(|| format!("found no sheet in {shown}"))??;
    let rows = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<String>>());
    let settlements: Vec<Settlement> = rows.filter_map(|cells| settlement(&cells)).collect();
    if settlements.is_empty() {
        bail!("found no settlement in {shown}, wanted rows with the kinds {}", SETTLEMENTS.join(", "));
    }
    Ok(settlements)
}

/// The settlement of a row; nothing for a row that is an area or a quarter.
fn settlement(cells: &[String]) -> Option<Settlement> {
    let cell = |column: usize| cells.get(column).map(|cell| cell.trim().to_string());
    // Some rows have the Latin letter of the same shape.
    let kind = cell(KIND)?.replace('C', "С").replace('M', CITY).replace('X', "Х");
    if !SETTLEMENTS.contains(&kind.as_str()) {
        return None;
    }
    Some(Settlement {
        oblast: cell(OBLAST)?,
        raion: cell(RAION)?,
        hromada: cell(HROMADA)?,
        name: cell(NAME)?,
        is_city: kind == CITY,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(kind: &str) -> Vec<String> {
        ["1", "2", "3", "4", "", kind, " Яри "].map(str::to_string).to_vec()
    }

    #[test]
    fn a_village_is_a_settlement_and_a_hromada_is_none() {
        let village = settlement(&cells("С")).expect("a village");
        assert_eq!((village.name.as_str(), village.hromada.as_str(), village.is_city), ("Яри", "3", false));
        assert!(settlement(&cells("Н")).is_none());
        assert!(settlement(&cells("C")).is_some(), "the Latin letter");
    }
}
