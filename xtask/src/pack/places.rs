//! Places as packs hold them, in the core and in the shards alike.

use std::path::Path;

use anyhow::{Context, Result};
use caveat::analysis::{PlaceKind, is_spelling_of, without_area_word};

use super::writer::Writer;
use crate::rows::{self, Row};

/// A place with everything that a pack says of it.
#[derive(Clone, Debug)]
pub struct Place {
    /// The name to show.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// Hundredths of a degree north and east.
    pub point: (i32, i32),
    /// From 0 to 9.
    pub weight: u32,
    /// Whether the point is an estimate.
    pub approximate: bool,
    /// Whether the name is also a common word or a person's.
    pub guarded: bool,
    /// Other spellings.
    pub aliases: Vec<String>,
}

impl Place {
    /// Whether it is the place of a row with this name, kind and country.
    pub fn is_of(&self, name: &str, kind: &str, country: &str) -> bool {
        self.name == name && self.kind.name() == kind && self.country == country
    }
}

/// The columns of a file of places by hand.
const COLUMNS: [&str; 7] = ["name", "kind", "country", "lat", "lon", "weight", "aliases"];
/// The flags of a place, as the engine reads them.
const APPROXIMATE: u32 = 1;
const GUARDED: u32 = 2;

/// Reads a file of places by hand.
pub fn read(data: &Path, file: &str) -> Result<Vec<Place>> {
    rows::read(data, file, &COLUMNS)?.iter().map(of_row).collect()
}

fn of_row(row: &Row) -> Result<Place> {
    let kind = PlaceKind::ALL.into_iter().find(|kind| kind.name() == row.cell(1)).with_context(|| {
        let kinds = PlaceKind::ALL.map(PlaceKind::name).join(", ");
        format!("found the kind {:?} at {}, wanted one of {kinds}", row.cell(1), row.origin)
    })?;
    Ok(Place {
        name: row.cell(0).to_string(),
        kind,
        country: row.cell(2).to_string(),
        point: (degrees(row, 3, 90)?, degrees(row, 4, 180)?),
        weight: weight(row, 5)?,
        approximate: false,
        guarded: false,
        aliases: row.parts(6).map(str::to_string).collect(),
    })
}

/// A coordinate in hundredths of a degree.
pub fn degrees(row: &Row, column: usize, limit: i32) -> Result<i32> {
    let degrees: Option<f64> = row.cell(column).parse().ok().filter(|d: &f64| d.abs() <= f64::from(limit));
    let degrees = degrees.with_context(|| {
        format!(
            "found the coordinate {:?} at {}, wanted degrees from -{limit} to {limit}",
            row.cell(column),
            row.origin
        )
    })?;
    Ok((degrees * 100.0).round() as i32)
}

/// How large and how often in the news a place is.
pub fn weight(row: &Row, column: usize) -> Result<u32> {
    let weight: Option<u32> = row.cell(column).parse().ok().filter(|weight| *weight <= 9);
    weight.with_context(|| {
        format!("found the weight {:?} at {}, wanted a digit from 0 to 9", row.cell(column), row.origin)
    })
}

/// A pack with nothing in it but its id and the step of its points, in hundredths of
/// a degree.
pub fn head(id: &str, step: u32) -> Writer {
    let mut pack = Writer::default();
    pack.texts([id]);
    pack.number(step);
    pack
}

/// A coordinate in steps of so many hundredths of a degree.
fn in_steps(hundredths: i32, step: u32) -> i32 {
    (f64::from(hundredths) / f64::from(step)).round() as i32
}

/// The places as a pack has them: from south to north in each country, so that points
/// are near those before them.
pub fn order(places: &[Place], step: u32) -> Vec<&Place> {
    let mut places: Vec<&Place> = places.iter().collect();
    places.sort_by(|a, b| {
        let key = |place: &Place| (in_steps(place.point.0, step), in_steps(place.point.1, step));
        (&a.country, key(a), &a.name, a.kind.name()).cmp(&(&b.country, key(b), &b.name, b.kind.name()))
    });
    places
}

/// Writes the table of toponyms, with points in steps of so many hundredths of a
/// degree.
pub fn write(places: &[Place], step: u32, pack: &mut Writer) {
    let steps = |hundredths: i32| in_steps(hundredths, step);
    let places = order(places, step);
    pack.number(places.len() as u32);
    pack.texts(places.iter().map(|place| &place.name));
    let mut before = "";
    pack.texts(places.iter().map(|place| match std::mem::replace(&mut before, &place.country) {
        same if same == place.country => "",
        _ if place.country.is_empty() => "-",
        _ => &place.country,
    }));
    pack.texts(places.iter().map(|place| {
        let name = place.name.as_str();
        needed([name].into_iter().chain(without_area_word(name)).collect(), &place.aliases).join(";")
    }));
    let kind = |place: &Place| PlaceKind::ALL.iter().position(|kind| *kind == place.kind).unwrap_or_default() as u32;
    pack.numbers(places.iter().map(|place| kind(place)));
    pack.numbers(places.iter().map(|place| place.weight));
    let flag = |set: bool, flag: u32| if set { flag } else { 0 };
    pack.numbers(places.iter().map(|place| flag(place.approximate, APPROXIMATE) | flag(place.guarded, GUARDED)));
    pack.differences(places.iter().map(|place| steps(place.point.0)));
    pack.differences(places.iter().map(|place| steps(place.point.1)));
}

/// The aliases without those that the engine finds by the names that it has or by
/// another alias: another spelling, or another word for a region after the same name.
pub fn needed<'a>(mut known: Vec<&'a str>, aliases: &'a [String]) -> Vec<&'a str> {
    let own = known.len();
    for alias in aliases {
        let base = without_area_word(alias);
        let implied =
            |found: &&str| is_spelling_of(alias, found) || base.is_some_and(|base| is_spelling_of(base, found));
        if !known[..own].iter().any(implied) && !known[own..].iter().any(|found| is_spelling_of(alias, found)) {
            known.push(alias);
        }
    }
    known.split_off(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_aliases_that_the_engine_would_miss_are_needed() {
        let check = |name: &str, aliases: &str, expected: &[&str]| {
            let aliases: Vec<String> = aliases.split(';').map(str::to_string).collect();
            let known = [name].into_iter().chain(without_area_word(name)).collect();
            assert_eq!(needed(known, &aliases), expected, "{name}");
        };
        check("Deir al-Balah", "Deir al Balah;Dayr al-Balaḥ;Deir El-Balah", &["Dayr al-Balaḥ", "Deir El-Balah"]);
        check("Kharkiv Oblast", "Kharkiv;Kharkiv region;Kharkov region", &["Kharkov region"]);
        check("Sana’a", "Sanaa;SANAA;Sanʿa", &["Sanʿa"]);
        check("Somalia", "SNA;Sna", &["SNA", "Sna"]);
    }
}
