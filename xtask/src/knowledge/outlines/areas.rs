//! Where countries lie: boxes that tell which files a frame needs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::sources::{STEPS, Vertex};
use super::topology::Topology;

/// A country is cut into columns of so many degrees, each with a box of its own: the
/// box of all Russia would hold Kazakhstan, Mongolia and Japan.
const COLUMN: i32 = 10;

/// Two boxes of neighboring columns become one if that is larger than both by at most
/// this many square degrees.
const WASTE: i32 = 30;

/// A box in whole degrees: west, south, east, north.
type Area = [i32; 4];

/// The boxes of each file.
pub struct Areas(BTreeMap<String, Vec<Area>>);

impl Areas {
    /// The boxes of what the files have, but of those alone that are written: the Vatican
    /// is no more than a point of the grid.
    pub fn of(topology: &Topology, files: &BTreeSet<&str>) -> Areas {
        let mut all = BTreeMap::new();
        for (code, rings) in topology.files.iter().filter(|(code, _)| files.contains(code.as_str())) {
            let mut areas: Vec<Area> = Vec::new();
            for ring in rings {
                areas.extend(columns(&topology.vertices(ring)));
            }
            all.insert(code.clone(), merged(areas));
        }
        Areas(all)
    }

    /// The rows, with their header.
    pub fn to_rows(&self) -> String {
        let mut text = String::from(
            "# Written by `cargo xtask knowledge`. Boxes of whole degrees that hold all land of a file.\n",
        );
        text.push_str("file\twest\tsouth\teast\tnorth\n");
        for (code, areas) in &self.0 {
            for [west, south, east, north] in areas {
                let _ = writeln!(text, "{code}\t{west}\t{south}\t{east}\t{north}");
            }
        }
        text
    }
}

/// The lowest and the highest corner of a ring.
pub fn corners(ring: &[Vertex]) -> (Vertex, Vertex) {
    let wider = |(low, high): (Vertex, Vertex), point: &Vertex| {
        ((low.0.min(point.0), low.1.min(point.1)), (high.0.max(point.0), high.1.max(point.1)))
    };
    ring.iter().fold(((i32::MAX, i32::MAX), (i32::MIN, i32::MIN)), wider)
}

/// Whether rings hold a point, by the even-odd rule.
pub fn holds(rings: &[Vec<Vertex>], point: Vertex) -> bool {
    let mut inside = false;
    for ring in rings {
        let (low, high) = corners(ring);
        if !(low.0..=high.0).contains(&point.0) || !(low.1..=high.1).contains(&point.1) {
            continue;
        }
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if (a.1 > point.1) != (b.1 > point.1) {
                let share = f64::from(point.1 - a.1) / f64::from(b.1 - a.1);
                inside ^= f64::from(point.0) < f64::from(a.0) + share * f64::from(b.0 - a.0);
            }
        }
    }
    inside
}

/// The boxes of a ring's columns.
fn columns(ring: &[Vertex]) -> Vec<Area> {
    let degrees = |value: i32| f64::from(value) / STEPS;
    let (low, high) = corners(ring);
    let first = degrees(low.0).floor() as i32;
    let last = (degrees(high.0).ceil() as i32).max(first + 1);
    let mut areas = Vec::new();
    let mut west = first;
    while west < last {
        // A column ends at a multiple of its width, the same for all rings.
        let east = (west.div_euclid(COLUMN) * COLUMN + COLUMN).min(last);
        let (mut south, mut north) = (f64::MAX, f64::MIN);
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (a, b) = ((degrees(a.0), degrees(a.1)), (degrees(b.0), degrees(b.1)));
            let (from, to) = if a.0 < b.0 { (a, b) } else { (b, a) };
            if to.0 < f64::from(west) || from.0 > f64::from(east) {
                continue;
            }
            // Where a long edge enters and leaves the column.
            for at in [from.0.max(f64::from(west)), to.0.min(f64::from(east))] {
                let share = if to.0 > from.0 { (at - from.0) / (to.0 - from.0) } else { 0.0 };
                let height = from.1 + share * (to.1 - from.1);
                south = south.min(height);
                north = north.max(height);
            }
            if from.0 == to.0 {
                south = south.min(from.1.min(to.1));
                north = north.max(from.1.max(to.1));
            }
        }
        if south <= north {
            areas.push([west, south.floor() as i32, east, north.ceil() as i32]);
        }
        west = east;
    }
    areas
}

/// As few boxes as are not much larger.
fn merged(mut areas: Vec<Area>) -> Vec<Area> {
    let size = |area: &Area| (area[2] - area[0]) * (area[3] - area[1]);
    let both = |a: &Area, b: &Area| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])];
    loop {
        let mut best: Option<(i32, usize, usize)> = None;
        for a in 0..areas.len() {
            for b in a + 1..areas.len() {
                let waste = size(&both(&areas[a], &areas[b])) - size(&areas[a]) - size(&areas[b]);
                if waste <= WASTE && best.is_none_or(|(least, ..)| waste < least) {
                    best = Some((waste, a, b));
                }
            }
        }
        let Some((_, a, b)) = best else { break };
        areas[a] = both(&areas[a], &areas[b]);
        areas.swap_remove(b);
    }
    areas.sort();
    areas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::outlines::sources::vertex;

    #[test]
    fn a_wide_country_has_several_boxes() {
        // A strip that climbs from the south-west to the north-east.
        let strip = [vertex(0.0, 0.0), vertex(40.0, 40.0), vertex(40.0, 42.0), vertex(0.0, 2.0)];
        let areas = merged(columns(&strip));
        assert!(areas.len() > 1);
        assert!(areas.iter().all(|area| area[3] - area[1] <= 24), "{areas:?}");
    }

    #[test]
    fn a_point_in_a_hole_is_not_held() {
        let square =
            |low: f64, high: f64| vec![vertex(low, low), vertex(high, low), vertex(high, high), vertex(low, high)];
        let rings = [square(0.0, 10.0), square(4.0, 6.0)];
        assert!(holds(&rings, vertex(2.0, 2.0)));
        assert!(!holds(&rings, vertex(5.0, 5.0)));
        assert!(!holds(&rings, vertex(12.0, 5.0)));
    }
}
