//! Gathers each country's places and writes them as rows.

use std::collections::BTreeMap;

use super::core::Core;
use super::gazetteer::{self, Place};
use super::geonames::City;
use super::join::{self, Position};
use super::register::Settlement;

/// The line that names the columns.
pub const COLUMNS: &str = "name\tlat\tlon\tweight\tprecision\taliases";

/// The country whose register is joined.
const REGISTERED: &str = "UA";

/// What came of the sources.
pub struct Countries {
    /// The rows of each country, sorted.
    pub places: BTreeMap<String, Vec<Place>>,
    /// A line for each place of the core of which the sources know names that it lacks.
    pub core_lacks: String,
    /// How the register was joined.
    pub joined: Joined,
}

/// How many settlements of the register have which position, and how far off the
/// estimates of known ones are.
#[derive(Default)]
pub struct Joined {
    pub settlements: usize,
    pub exact: usize,
    /// Sorted kilometers.
    pub tried: Vec<f64>,
}

/// The rows of all countries, without what the core has.
pub fn gather(cities: &[City], settlements: &[Settlement], core: &Core) -> Countries {
    let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let (registered, others): (Vec<&City>, Vec<&City>) = cities.iter().partition(|city| city.country == REGISTERED);
    for city in others {
        places.entry(city.country.clone()).or_default().extend(gazetteer::place(city));
    }
    let (rows, joined) = register(settlements, &registered);
    places.insert(REGISTERED.to_string(), rows);
    let mut core_lacks = String::from("name\tcountry\tnames\n");
    for (country, places) in &mut places {
        places.sort();
        places.dedup();
        places.retain(|place| match core.find(country, place) {
            Some(known) => {
                let lacks = known.lacks(place);
                if !lacks.is_empty() {
                    core_lacks.push_str(&format!("{}\t{}\t{}\n", known.name, known.country, lacks.join(";")));
                }
                false
            }
            None => true,
        });
    }
    places.retain(|_, places| !places.is_empty());
    Countries { places, core_lacks, joined }
}

/// The rows of the register, and of what GeoNames has besides.
fn register(settlements: &[Settlement], cities: &[&City]) -> (Vec<Place>, Joined) {
    let positions: Vec<Option<Position>> = join::join(settlements, cities);
    let mut joined = Joined { settlements: settlements.len(), ..Joined::default() };
    let mut rows = Vec::new();
    let mut is_joined = vec![false; cities.len()];
    for (settlement, position) in settlements.iter().zip(&positions) {
        let Some(position) = position else { continue };
        if let Some(city) = position.city {
            is_joined[city] = true;
            joined.exact += 1;
            joined.tried.extend(position.tried);
        }
        rows.push(gazetteer::settlement(settlement, position, cities));
    }
    let left = cities.iter().zip(is_joined).filter(|(_, is_joined)| !is_joined);
    rows.extend(left.filter_map(|(city, _)| gazetteer::place(city)));
    joined.tried.sort_by(f64::total_cmp);
    (rows, joined)
}

/// The text of a country's file.
pub fn file(country: &str, places: &[Place]) -> String {
    let register = if country == REGISTERED { " and of the state's register of settlements" } else { "" };
    let mut text = format!(
        "# Populated places of {country}, of GeoNames (CC BY 4.0){register}. Columns, sources and licenses: README.md beside this file.\n\
         # Written by `cargo xtask knowledge`; do not edit, since the next run would undo it.\n{COLUMNS}\n"
    );
    places.iter().for_each(|place| text.push_str(&place.row()));
    text
}
