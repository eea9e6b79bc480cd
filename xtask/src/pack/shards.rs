//! Cuts the settlements of each country into shards, which a page fetches one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::analysis::{MAGIC, PlaceKind};

use super::core::Actors;
use super::people::{self, Person};
use super::places::{self, Place};
use crate::rows;

/// A shard's points are counted in so many hundredths of a degree: some two kilometers.
const POINT_STEP: u32 = 2;
/// A country with more names than this, in bytes of names and points, is cut in two,
/// and so on: with some 25 KB in brotli a shard comes quickly on a slow line.
const LARGEST: usize = 75_000;
/// What a place takes beside its names, on average.
const POINT_BYTES: usize = 5;

/// The settlements of a country, or of a part of it.
pub struct Shard {
    /// "UA", "US-2".
    pub id: String,
    /// South, west, north, east, in whole degrees; zeros for a whole country.
    pub area: [i32; 4],
    /// All its places.
    pub places: Vec<Place>,
}

impl Shard {
    /// The shard as a pack, with the people of its country.
    pub fn compile(&self, people: &[Person], actors: &Actors) -> Result<Vec<u8>> {
        let mut pack = places::head(&self.id, POINT_STEP);
        // No actors, no conflicts.
        pack.numbers([0, 0]);
        people::write(people, actors, &mut pack)?;
        places::write(&self.places, POINT_STEP, &mut pack);
        // No disputes, no words, no shards.
        pack.numbers([0, 0, 0]);
        Ok(pack.into_bytes(MAGIC))
    }
}

/// All shards: the rows of `places/countries/`, and the places by hand that are too
/// small for the core.
pub fn all(data: &Path, by_hand: Vec<Place>) -> Result<Vec<Shard>> {
    let guarded = guarded(data)?;
    let mut countries: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for place in by_hand {
        countries.entry(place.country.clone()).or_default().push(place);
    }
    for file in fs::read_dir(data.join("places/countries")).context("found no data/places/countries/")? {
        let name = file.context("could not read data/places/countries/")?.file_name().to_string_lossy().into_owned();
        let Some(country) = name.strip_suffix(".tsv") else { continue };
        let mut places = read(data, country)?;
        let by_hand = countries.entry(country.to_string()).or_default();
        places.retain(|place| !by_hand.iter_mut().any(|known| takes_in(known, place)));
        by_hand.extend(places);
    }
    let mut shards = Vec::new();
    for (country, mut places) in countries {
        for place in &mut places {
            place.guarded |= guarded.contains(&place.name.to_lowercase());
        }
        let parts = cut(places);
        let single = parts.len() == 1;
        for (places, number) in parts.into_iter().zip(1..) {
            let id = if single { country.clone() } else { format!("{country}-{number}") };
            // Nobody asks where a whole country lies, and zeros weigh nothing.
            let area = if single { [0; 4] } else { area(&places) };
            shards.push(Shard { id, area, places });
        }
    }
    Ok(shards)
}

/// Takes the names of a gathered place over to the one by hand, if it is the same.
fn takes_in(known: &mut Place, gathered: &Place) -> bool {
    /// One settlement's points differ by less, in hundredths of a degree.
    const SAME: i32 = 25;
    let near = (known.point.0 - gathered.point.0).abs() < SAME && (known.point.1 - gathered.point.1).abs() < SAME;
    let has = |known: &Place, name: &str| {
        known.aliases.iter().chain([&known.name]).any(|own| own.to_lowercase() == name.to_lowercase())
    };
    let names = || gathered.aliases.iter().chain([&gathered.name]);
    if !near || known.kind != PlaceKind::City || !names().any(|name| has(known, name)) {
        return false;
    }
    for name in names() {
        if !has(known, name) {
            known.aliases.push(name.clone());
        }
    }
    true
}

/// The rows of one country.
fn read(data: &Path, country: &str) -> Result<Vec<Place>> {
    let file = format!("places/countries/{country}.tsv");
    let rows = rows::read(data, &file, &["name", "lat", "lon", "weight", "precision", "aliases"])?;
    rows.iter()
        .map(|row| {
            let approximate = match row.cell(4) {
                "" => false,
                "approximate" => true,
                other => bail!("found the precision {other:?} at {}, wanted \"approximate\" or nothing", row.origin),
            };
            Ok(Place {
                name: row.cell(0).to_string(),
                kind: PlaceKind::City,
                country: country.to_string(),
                point: (places::degrees(row, 1, 90)?, places::degrees(row, 2, 180)?),
                weight: places::weight(row, 3)?,
                approximate,
                guarded: false,
                aliases: row.parts(5).map(str::to_string).collect(),
            })
        })
        .collect()
}

/// The names, in lower case, that are also common words or names of persons.
fn guarded(data: &Path) -> Result<BTreeSet<String>> {
    let rows = rows::read(data, "places/stop.tsv", &["name", "reason"])?;
    Ok(rows.iter().map(|row| row.cell(0).to_lowercase()).collect())
}

/// Cuts places in halves along their longer side until each part is small enough.
fn cut(mut places: Vec<Place>) -> Vec<Vec<Place>> {
    let bytes = |place: &Place| place.name.len() + place.aliases.iter().map(String::len).sum::<usize>() + POINT_BYTES;
    if places.iter().map(bytes).sum::<usize>() <= LARGEST {
        return vec![places];
    }
    let [south, west, north, east] = area(&places);
    let lengthwise = north - south > east - west;
    places.sort_by_key(|place| if lengthwise { place.point } else { (place.point.1, place.point.0) });
    let other = places.split_off(places.len() / 2);
    [cut(places), cut(other)].concat()
}

/// The whole degrees around all places: south, west, north, east.
fn area(places: &[Place]) -> [i32; 4] {
    let north = || places.iter().map(|place| place.point.0);
    let east = || places.iter().map(|place| place.point.1);
    let least = |value: Option<i32>| value.unwrap_or_default().div_euclid(100);
    let most = |value: Option<i32>| -(-value.unwrap_or_default()).div_euclid(100);
    [least(north().min()), least(east().min()), most(north().max()), most(east().max())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: i32, name: &str) -> Place {
        Place {
            name: name.into(),
            kind: PlaceKind::City,
            country: "UA".into(),
            point: (4_800 + number % 100, 3_000 - number),
            weight: 1,
            approximate: false,
            guarded: false,
            aliases: vec![],
        }
    }

    #[test]
    fn a_large_country_is_cut_and_nothing_is_lost() {
        let places: Vec<Place> = (0..8_000).map(|number| place(number, "Velyka Novosilka")).collect();
        let parts = cut(places);
        assert!(parts.len() > 1);
        assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), 8_000);
        assert!(parts.iter().all(|part| part.len() * (POINT_BYTES + 16) <= LARGEST));
    }

    #[test]
    fn an_area_holds_the_points_at_its_edges() {
        assert_eq!(area(&[place(0, "Řež"), place(3_101, "Þing")]), [48, -2, 49, 30]);
    }
}
