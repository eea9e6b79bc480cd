//! Writes the rows of outlines in `data/outlines/` from Natural Earth's data.
//! `data/outlines/README.md` tells what the rows are, `docs/maps.md` the policy.

mod areas;
mod disputes;
mod pickle;
mod simplify;
mod sources;
mod topology;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use self::areas::Areas;
use self::disputes::Disputes;
use self::simplify::{Point, simplify, squeeze};
use self::sources::{STEPS, Territory, Vertex};
use self::topology::{Divides, Ring, Topology};
use self::written::Written;
use crate::outlines;

pub use self::disputes::COLUMNS as DISPUTE_COLUMNS;

/// A country's outline is off by at most this share of the country's extent, if the
/// bytes allow it: less than half a pixel when the country fills a picture of 240.
const FINEST_SHARE: f64 = 1.0 / 600.0;

/// No outline is finer than this, in degrees: some 250 meters, twice what the source is
/// good for.
const FINEST: f64 = 0.0025;

/// A country's file has at most so many bytes of brotli; it is made coarser until it has.
const MOST_BYTES: f64 = 700.0;

/// A country of a larger extent than so many degrees may have more bytes in proportion,
/// since a map never shows all of it when it is about a town.
const LARGE: f64 = 7.0;

/// But no country may have more than this many times as many.
const MOST_TIMES: f64 = 4.0;

/// A file that is too long is made coarser as many times as it is too long, but at a time
/// by these factors at least and at most.
const COARSER: (f64, f64) = (1.07, 2.5);

/// An arc that a large country shares with a small one is finer than the large country's
/// own by at most this factor, so that it does not pay for all its neighbors.
const FINER_FOR_NEIGHBORS: f64 = 5.0;

/// The world's outline is off by at most so many degrees; a picture of 240 pixels has 1.5 a
/// pixel.
const WORLD_COARSEST: f64 = 0.27;

/// The world's outline of a small country is off by at most this share of its extent.
const WORLD_SHARE: f64 = 1.0 / 9.0;

/// Islands whose box is smaller than the square of so many tolerances are left out, but
/// for a country's largest.
const LEAST_ISLAND: f64 = 3.0;

/// Lakes whose box is smaller than the square of so many tolerances are left out.
const LEAST_LAKE: f64 = 5.0;

/// A lake's shore is off by at most this share of the lake's extent.
const LAKE_SHARE: f64 = 1.0 / 15.0;

/// The lakes of the world's outline are larger than this many square degrees.
const LEAST_WORLD_LAKE: f64 = 1.5;

/// Lakes that are no more. The Kakhovka Reservoir drained in June 2023 when its dam was
/// destroyed.
const GONE_LAKES: [&str; 1] = ["Kakhovka Reservoir"];

/// Lagoons of the sea, which the rings of land already leave out.
const LAGOONS: [&str; 3] = ["Kaliningradskiy Zaliv", "Zalev Wislany", "Syvash"];

/// The files of territories that have no code of their own in Natural Earth, by its letters.
const FILES: [(&str, &[&str]); 13] = [
    ("TWN", &["TW"]),
    ("KOS", &["XK"]),
    ("ESB", &["CY"]),
    ("WSB", &["CY"]),
    ("USG", &["CU"]),
    ("BRI", &["BR", "UY"]),
    ("BRT", &["EG", "SD"]),
    ("PGA", &["BN", "CN", "MY", "PH", "TW", "VN"]),
    ("SCR", &["CN", "PH", "TW"]),
    ("FRA", &["FR"]),
    ("NOR", &["NO"]),
    ("IOA", &["AU"]),
    ("CLP", &["FR"]),
];

/// The files of rows and what is to be in them.
pub fn gather(data: &Path) -> Result<Vec<(PathBuf, String)>> {
    let disputes = Disputes::read(data)?;
    let german = sources::german_view()?;
    let default = sources::default_view()?;
    let topology = topology::cut(&german, &default, &disputes, files)?;
    let world = World { lakes: lakes(&german)?, topology };
    let tolerances = world.tolerances(data)?;
    let countries = world.countries(&tolerances);
    let areas = Areas::of(&world.topology, &countries.paths().map(|[file, ..]| file).collect());
    let texts = [
        ("areas.tsv", areas.to_rows()),
        ("countries.tsv", countries.to_rows()),
        ("world.tsv", world.whole().to_rows()),
    ];
    Ok(texts.map(|(name, text)| (data.join("outlines").join(name), text)).into())
}

/// The files that a territory goes into.
fn files(territory: &Territory) -> Result<Vec<String>> {
    if let Some((_, files)) = FILES.iter().find(|(letters, _)| *letters == territory.letters) {
        return Ok(files.iter().map(|file| file.to_string()).collect());
    }
    if territory.code.len() != 2 || !territory.code.chars().all(|letter| letter.is_ascii_uppercase()) {
        bail!("found no two letters for {:?}, wanted a row in FILES", territory.name);
    }
    Ok(vec![territory.code.clone()])
}

/// A lake's rings and the files of the countries that it lies in.
struct Lake {
    rings: Vec<Vec<Vertex>>,
    files: Vec<String>,
    size: f64,
}

fn lakes(german: &[Territory]) -> Result<Vec<Lake>> {
    let mut lakes = Vec::new();
    for (name, rings) in sources::lakes()? {
        if GONE_LAKES.contains(&name.as_str()) || LAGOONS.contains(&name.as_str()) || rings[0].len() < 3 {
            continue;
        }
        let mut found = Vec::new();
        for territory in german {
            if rings[0].iter().any(|point| areas::holds(&territory.rings, *point)) {
                found.extend(files(territory)?);
            }
        }
        found.sort();
        found.dedup();
        lakes.push(Lake { size: size(&rings[0]), rings, files: found });
    }
    Ok(lakes)
}

/// A ring's box, in square degrees of latitude.
fn size(ring: &[Vertex]) -> f64 {
    let (low, high) = areas::corners(ring);
    let span = |low: i32, high: i32| f64::from(high - low) / STEPS;
    span(low.0, high.0) * squeeze(f64::from(low.1 / 2 + high.1 / 2) / STEPS) * span(low.1, high.1)
}

/// All that the rows are made of.
struct World {
    topology: Topology,
    lakes: Vec<Lake>,
}

impl World {
    /// Of each country, the extent of its largest ring, in degrees.
    fn extents(&self) -> BTreeMap<&str, f64> {
        let extent =
            |rings: &[Ring]| rings.iter().map(|ring| size(&self.topology.vertices(ring))).fold(0.0, f64::max).sqrt();
        self.topology.files.iter().map(|(code, rings)| (code.as_str(), extent(rings))).collect()
    }

    /// How coarse each country's file has to be.
    fn tolerances(&self, data: &Path) -> Result<BTreeMap<&str, f64>> {
        let finest = |extent: f64| (extent * FINEST_SHARE).max(FINEST);
        let mut tolerances: BTreeMap<&str, f64> =
            self.extents().into_iter().map(|(code, extent)| (code, finest(extent))).collect();
        let extents = self.extents();
        let most = |code: &str| {
            let extent = extents.get(code).copied().unwrap_or_default();
            MOST_BYTES * (extent / LARGE).clamp(1.0, MOST_TIMES)
        };
        loop {
            let rows = self.countries(&tolerances);
            let mut all_fit = true;
            for (code, bytes) in outlines::encode(data, rows.paths())? {
                let length = outlines::brotli_length(&bytes) as f64;
                if length > most(&code)
                    && let Some(tolerance) = tolerances.get_mut(code.as_str())
                {
                    *tolerance *= (length / most(&code)).clamp(COARSER.0, COARSER.1);
                    all_fit = false;
                }
            }
            if all_fit {
                return Ok(tolerances);
            }
        }
    }

    /// The countries' rows.
    fn countries(&self, tolerances: &BTreeMap<&str, f64>) -> Written {
        let arcs = self.simplified(|files| shared(files.iter(), tolerances));
        let mut written = Written::new();
        for (code, rings) in &self.topology.files {
            let tolerance = tolerances.get(code.as_str()).copied().unwrap_or(FINEST);
            for ring in self.large(rings, LEAST_ISLAND * tolerance) {
                written.ring(code, "land", self.pieces(ring, &arcs));
            }
            for lake in self.lakes.iter().filter(|lake| lake.files.contains(code)) {
                if lake.size > (LEAST_LAKE * tolerance).powi(2) {
                    let tolerance = shared(lake.files.iter(), tolerances).min(lake.size.sqrt() * LAKE_SHARE);
                    for ring in &lake.rings {
                        written.ring(code, "lake", vec![(Divides::Shore, closed(ring, tolerance))]);
                    }
                }
            }
            for line in self.topology.lines.iter().filter(|line| self.topology.arcs[**line].files.contains(code)) {
                written.line(code, self.topology.arcs[*line].divides.clone(), arcs[*line].clone());
            }
        }
        written
    }

    /// The world's rows: shores joined to rings, and lines apart, since no country is filled.
    fn whole(&self) -> Written {
        let extents = self.extents();
        let tolerance = |extent: f64| (extent * WORLD_SHARE).clamp(FINEST, WORLD_COARSEST);
        let arcs = self.simplified(|files| {
            let of = |file: &String| extents.get(file.as_str()).copied();
            tolerance(files.iter().filter_map(of).fold(f64::MAX, f64::min))
        });
        let mut kept = vec![false; arcs.len()];
        for rings in self.topology.files.values() {
            for (arc, _) in self.large(rings, LEAST_ISLAND * WORLD_COARSEST).into_iter().flatten() {
                kept[*arc] = true;
            }
        }
        self.topology.lines.iter().for_each(|line| kept[*line] = true);
        let mut written = Written::new();
        let of = |wanted: fn(&Divides) -> bool| {
            let arcs = self.topology.arcs.iter().zip(&arcs).zip(&kept);
            arcs.filter(move |((arc, _), kept)| **kept && wanted(&arc.divides)).map(|((arc, line), _)| (arc, line))
        };
        for ring in written::joined(of(|divides| *divides == Divides::Shore).map(|(_, line)| line.clone())) {
            written.ring("world", "land", vec![(Divides::Shore, ring)]);
        }
        for lake in self.lakes.iter().filter(|lake| lake.size > LEAST_WORLD_LAKE) {
            written.ring("world", "lake", vec![(Divides::Shore, closed(&lake.rings[0], WORLD_COARSEST))]);
        }
        for line in written::joined(of(|divides| *divides == Divides::Border).map(|(_, line)| line.clone())) {
            written.line("world", Divides::Border, line);
        }
        for (arc, line) in of(|divides| matches!(divides, Divides::Disputed(_))) {
            written.line("world", arc.divides.clone(), line.clone());
        }
        written
    }

    /// All arcs, each as coarse as its files allow.
    fn simplified<'a>(&'a self, tolerance: impl Fn(&'a BTreeSet<String>) -> f64) -> Vec<Vec<Point>> {
        self.topology.arcs.iter().map(|arc| simplify(&arc.points, tolerance(&arc.files))).collect()
    }

    /// The rings that are seen at this size, and the largest of all.
    fn large<'a>(&self, rings: &'a [Ring], least: f64) -> Vec<&'a Ring> {
        let sizes: Vec<f64> = rings.iter().map(|ring| size(&self.topology.vertices(ring))).collect();
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        let is_island =
            |ring: &Ring| matches!(ring.as_slice(), [(arc, _)] if self.topology.arcs[*arc].divides == Divides::Shore);
        let seen = |(ring, size): &(&Ring, f64)| !is_island(ring) || *size >= least * least || *size == largest;
        rings.iter().zip(sizes).filter(seen).map(|(ring, _)| ring).collect()
    }

    fn pieces(&self, ring: &Ring, arcs: &[Vec<Point>]) -> Vec<(Divides, Vec<Point>)> {
        let piece = |(arc, backwards): &(usize, bool)| {
            let mut points = arcs[*arc].clone();
            if *backwards {
                points.reverse();
            }
            (self.topology.arcs[*arc].divides.clone(), points)
        };
        ring.iter().map(piece).collect()
    }
}

/// How coarse is what several files share: the same in all of them.
fn shared<'a>(files: impl Iterator<Item = &'a String> + Clone, tolerances: &BTreeMap<&str, f64>) -> f64 {
    let of = |file: &String| tolerances.get(file.as_str()).copied();
    let finest = files.clone().filter_map(of).fold(f64::MAX, f64::min);
    let coarsest = files.filter_map(of).fold(0.0, f64::max);
    finest.max(coarsest / FINER_FOR_NEIGHBORS)
}

/// A ring of its own, made coarser.
fn closed(ring: &[Vertex], tolerance: f64) -> Vec<Point> {
    let points: Vec<Vertex> = ring.iter().chain(ring.first()).copied().collect();
    simplify(&points, tolerance)
}
