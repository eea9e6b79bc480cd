//! Draws example maps to `target/maps/`, for people to look at: every wrong hole or
//! streak in an outline shows here first.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use caveat::map::{Drawing, Frame, Outline, Point, draw};

use crate::outlines::{self, WORLD};
use crate::project;

/// The picture of a card, in pixels.
const SIZE: (f64, f64) = (240.0, 160.0);

/// The colors of a tone: water, land, border, line in dispute, point.
type Colors = [&'static str; 5];

/// The tones of a card.
const TONES: [(&str, Colors); 2] = [
    ("light", ["#dde7ee", "#f7f5f0", "#8a8577", "#6b6558", "#1d4f8f"]),
    ("dark", ["#1b242c", "#363b40", "#858c93", "#a3abb3", "#8fbcf2"]),
];

/// A map: its name, the least extent in degrees, and points as degrees north and east.
type Map = (&'static str, f64, &'static [(f64, f64)]);

/// What is drawn.
const MAPS: [Map; 24] = [
    ("ukraine", 4.0, &[(50.45, 30.52), (46.48, 30.73), (48.28, 37.17), (49.84, 24.03), (44.95, 34.1)]),
    ("donetsk", 2.0, &[(48.28, 37.17), (48.59, 38.0)]),
    ("gaza", 0.3, &[(31.5, 34.47), (31.29, 34.24)]),
    ("west-bank", 0.5, &[(32.46, 35.3), (31.53, 35.1), (31.78, 35.23)]),
    ("lebanon", 1.0, &[(33.89, 35.5), (33.27, 35.2), (34.44, 35.83)]),
    ("golan", 0.6, &[(33.0, 35.75), (33.3, 35.77)]),
    ("sudan", 6.0, &[(15.5, 32.56), (13.63, 25.35), (19.62, 37.22)]),
    ("abyei", 3.0, &[(9.6, 28.44)]),
    ("kashmir", 4.0, &[(34.08, 74.8), (34.36, 73.47), (34.15, 77.58)]),
    ("arunachal", 4.0, &[(27.6, 91.87), (28.2, 95.8)]),
    ("taiwan", 3.0, &[(25.03, 121.56), (22.62, 120.3)]),
    ("taiwan-strait", 4.0, &[(24.45, 118.38), (25.03, 121.56), (26.07, 119.3)]),
    ("sahel", 8.0, &[(12.64, -8.0), (12.37, -1.52), (13.51, 2.11), (16.77, -3.0)]),
    ("western-sahara", 6.0, &[(27.15, -13.2), (23.7, -15.93), (26.74, -11.67)]),
    ("caucasus", 3.0, &[(40.18, 44.51), (39.83, 46.75), (40.41, 49.87), (42.23, 43.97), (43.0, 41.02)]),
    ("fiji", 3.0, &[(-18.14, 178.44), (-16.8, -179.9)]),
    ("russia", 20.0, &[(55.75, 37.62), (43.12, 131.89), (66.5, 179.3)]),
    ("chukotka", 8.0, &[(66.5, 179.3), (66.5, -171.0)]),
    ("kivu", 2.0, &[(-1.68, 29.22), (-2.5, 28.86)]),
    ("cyprus", 1.0, &[(35.17, 33.36), (34.92, 33.62)]),
    ("moldova", 2.0, &[(46.84, 29.63), (47.01, 28.86)]),
    ("korea", 2.0, &[(37.57, 126.98), (39.03, 125.75)]),
    ("somalia", 6.0, &[(9.56, 44.06), (2.04, 45.34)]),
    ("world", 1.0, &[]),
];

/// Draws them all, and a page that shows them side by side.
pub fn run() -> Result<()> {
    let mut files = BTreeMap::new();
    for (name, bytes) in outlines::compile(&project::root().join("data"))? {
        let code = name.trim_end_matches(".outline").to_string();
        files.insert(code, (outlines::brotli_length(&bytes), bytes.len(), Outline::from_bytes(&bytes)?));
    }
    report(&files);
    let folder = project::target().join("maps");
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", project::shown(&folder)))?;
    let world = &files.get(WORLD).context("found no outline of the world")?.2;
    let mut page = String::from(
        "<!doctype html><meta charset=utf-8><title>Maps</title><style>body{margin:8px;width:1260px;font:12px sans-serif}figure{display:inline-block;margin:4px}img{display:block}</style>",
    );
    for (name, least, points) in MAPS {
        let points: Vec<Point> = points.iter().map(|(north, east)| Point { north: *north, east: *east }).collect();
        let frame = Frame::around(&points, least, SIZE.0, SIZE.1);
        let codes = if points.is_empty() { vec![WORLD] } else { frame.countries(world) };
        let drawings: Vec<Drawing> =
            codes.iter().filter_map(|code| files.get(*code)).map(|(.., outline)| draw(outline, &frame)).collect();
        for (tone, colors) in TONES {
            let file = format!("{name}-{tone}.svg");
            fs::write(folder.join(&file), picture(&drawings, &frame, &points, colors))?;
            let _ = write!(
                page,
                "<figure><img src={file} width=300><figcaption>{name}: {}</figcaption></figure>",
                codes.join(" ")
            );
        }
    }
    fs::write(folder.join("index.html"), page)?;
    println!("drew {} maps in two tones to {}", MAPS.len(), project::shown(&folder));
    Ok(())
}

/// Says how large the files are.
fn report(files: &BTreeMap<String, (usize, usize, Outline)>) {
    let mut lengths: Vec<(usize, &str)> =
        files.iter().filter(|(code, _)| *code != WORLD).map(|(code, (brotli, ..))| (*brotli, code.as_str())).collect();
    lengths.sort_unstable();
    let sum: usize = lengths.iter().map(|(brotli, _)| brotli).sum();
    if let (Some((most, largest)), Some((world, ..))) = (lengths.last(), files.get(WORLD)) {
        let median = lengths[lengths.len() / 2].0;
        println!(
            "{} countries, {sum} bytes of brotli in all, {median} in the middle, {most} at most ({largest}); the world {world}",
            lengths.len()
        );
        let each: Vec<String> = lengths.iter().rev().map(|(brotli, code)| format!("{code} {brotli}")).collect();
        println!("{}", each.join(", "));
    }
}

/// One SVG.
fn picture(
    drawings: &[Drawing],
    frame: &Frame,
    points: &[Point],
    [water, land, border, dispute, dot]: Colors,
) -> String {
    let (width, height) = SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"{water}\"/>"
    );
    let all =
        |part: fn(&Drawing) -> &str| drawings.iter().map(part).filter(|path| !path.is_empty()).collect::<Vec<_>>();
    for path in all(|drawing| &drawing.land) {
        // The stroke closes the seam that two fills would leave between neighbors.
        let _ = write!(
            svg,
            "<path d=\"{path}\" fill=\"{land}\" fill-rule=\"evenodd\" stroke=\"{land}\" stroke-width=\".6\"/>"
        );
    }
    for path in all(|drawing| &drawing.lakes) {
        let _ = write!(svg, "<path d=\"{path}\" fill=\"{water}\" fill-rule=\"evenodd\"/>");
    }
    for path in all(|drawing| &drawing.borders) {
        let _ = write!(svg, "<path d=\"{path}\" fill=\"none\" stroke=\"{border}\" stroke-width=\".7\"/>");
    }
    let mut drawn: Vec<&str> = Vec::new();
    for (path, _) in drawings.iter().flat_map(|drawing| &drawing.disputed) {
        // Two files that share a line draw it once.
        if !drawn.contains(&path.as_str()) {
            drawn.push(path);
            let _ = write!(
                svg,
                "<path d=\"{path}\" fill=\"none\" stroke=\"{dispute}\" stroke-width=\".9\" stroke-dasharray=\"2.5 2\"/>"
            );
        }
    }
    for (place, point) in points.iter().enumerate() {
        let (right, down) = frame.position(*point);
        let (radius, opacity) = if place == 0 { (4.0, 1.0) } else { (2.5, 0.6) };
        let _ = write!(
            svg,
            "<circle cx=\"{right:.1}\" cy=\"{down:.1}\" r=\"{radius}\" fill=\"{dot}\" fill-opacity=\"{opacity}\"/>"
        );
    }
    svg.push_str("</svg>\n");
    svg
}
