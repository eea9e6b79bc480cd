//! A country's point must lie on its land, since the map card draws it there.

use std::fs;
use std::path::Path;

use caveat::map::{GRID, Outline};

/// Whether a point lies within rings that are filled by the even-odd rule.
fn is_inside(rings: &[Vec<(i32, i32)>], east: f64, north: f64) -> bool {
    let mut inside = false;
    for ring in rings {
        for (at, from) in ring.iter().enumerate() {
            let to = ring[(at + 1) % ring.len()];
            let ((from_east, from_north), (to_east, to_north)) =
                ((f64::from(from.0), f64::from(from.1)), (f64::from(to.0), f64::from(to.1)));
            let crosses = (from_north > north) != (to_north > north)
                && east < from_east + (north - from_north) / (to_north - from_north) * (to_east - from_east);
            inside ^= crosses;
        }
    }
    inside
}

#[test]
fn the_point_of_every_country_lies_on_its_land() {
    /// States of atolls, whose land is too small for a point between its islands.
    const SCATTERED: [&str; 2] = ["KI", "MH"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let rows = fs::read_to_string(folder.join("places/places.tsv")).expect("the rows are in the repository");
    let mut outside = Vec::new();
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, "country", code, latitude, longitude, ..] = cells[..] else { continue };
        let Ok(bytes) = fs::read(folder.join(format!("packs/outlines/{code}.outline"))) else { continue };
        let outline = Outline::from_bytes(&bytes).expect("the outlines are tested to be readable");
        let steps = |degrees: &str| degrees.parse::<f64>().expect("a point has numbers") * f64::from(GRID);
        if !is_inside(&outline.land, steps(longitude), steps(latitude)) && !SCATTERED.contains(&code) {
            outside.push(name);
        }
    }
    assert_eq!(outside, Vec::<&str>::new());
}
