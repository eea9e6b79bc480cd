//! What the files by hand have already, which the countries' files leave out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};

use super::gazetteer::Place;
use super::point::{Point, kilometers};
use super::spelling::{key, plain};
use crate::rows::{self, Row};

/// The columns of the files of places by hand.
const COLUMNS: [&str; 7] = ["name", "kind", "country", "lat", "lon", "weight", "aliases"];
/// A region or a river is another thing than the town that it shares its name with.
const KINDS: [&str; 4] = ["city", "district", "facility", "other"];
/// Points of one town lie this near to each other, in kilometers.
const NEAR: f64 = 25.0;
/// An estimated point may be so far off, in kilometers.
const NEAR_ESTIMATE: f64 = 40.0;

/// A place of the core.
pub struct CorePlace {
    pub name: String,
    pub country: String,
    point: Point,
    keys: BTreeSet<String>,
}

/// The core's places by country.
pub struct Core(BTreeMap<String, Vec<CorePlace>>);

impl Core {
    /// Reads the core's rows from the folder `data`.
    pub fn read(data: &Path) -> Result<Self> {
        let mut core = BTreeMap::<String, Vec<CorePlace>>::new();
        for file in ["places/places.tsv", "places/villages.tsv", "places/namesakes.tsv"] {
            for row in rows::read(data, file, &COLUMNS)?.iter().filter(|row| KINDS.contains(&row.cell(1))) {
                core.entry(row.cell(2).to_string()).or_default().push(core_place(row)?);
            }
        }
        Ok(Self(core))
    }

    /// The core's place that a row is of.
    pub fn find(&self, country: &str, place: &Place) -> Option<&CorePlace> {
        let near = if place.is_estimate { NEAR_ESTIMATE } else { NEAR };
        let keys: Vec<String> = [&place.name].into_iter().chain(&place.aliases).map(|name| key(name)).collect();
        self.0.get(country)?.iter().find(|core| {
            keys.iter().any(|key| core.keys.contains(key)) && kilometers(core.point, place.point()) <= near
        })
    }
}

impl CorePlace {
    /// The names of a row that the core lacks.
    pub fn lacks<'a>(&self, place: &'a Place) -> Vec<&'a str> {
        let names = [&place.name].into_iter().chain(&place.aliases).map(String::as_str);
        names.filter(|name| !self.keys.contains(&key(name))).collect()
    }
}

fn core_place(row: &Row) -> Result<CorePlace> {
    let degrees = |column: usize| -> Result<f64> {
        row.cell(column).parse().with_context(|| format!("found no degrees at {}, wanted a number", row.origin))
    };
    let names = [row.cell(0)].into_iter().chain(row.parts(6));
    Ok(CorePlace {
        name: row.cell(0).to_string(),
        country: row.cell(2).to_string(),
        point: (degrees(3)?, degrees(4)?),
        keys: names.filter_map(plain).map(|name| key(&name)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core() -> Core {
        let keys = BTreeSet::from(["beithanoun".to_string(), "beithanun".to_string()]);
        let place =
            CorePlace { name: "Beit Hanoun".to_string(), country: "PS".to_string(), point: (31.54, 34.54), keys };
        Core(BTreeMap::from([("PS".to_string(), vec![place])]))
    }

    fn place(point: Point) -> Place {
        Place::new("Bayt Hanun".to_string(), point, 3, false, vec!["Beit Hanun".to_string()])
    }

    #[test]
    fn a_place_of_the_core_is_known_by_an_alias_nearby() {
        let (core, place) = (core(), place((31.6, 34.5)));
        let known = core.find("PS", &place).expect("the same town");
        assert_eq!(known.lacks(&place), ["Bayt Hanun"]);
    }

    #[test]
    fn a_namesake_far_away_or_in_another_country_is_another_place() {
        assert!(core().find("PS", &place((32.4, 35.2))).is_none());
        assert!(core().find("LB", &place((31.54, 34.54))).is_none());
    }
}
