//! How far one point is from another, and which way.

use super::{Point, cosine};

/// The radius of a ball as large as the earth, in kilometers.
const RADIUS: f64 = 6371.0;

/// Degrees in a right angle, as a number of radians each.
const RADIANS: f64 = std::f64::consts::PI / 180.0;

/// The tangent of 22.5 degrees, where one of eight directions ends and the next begins.
const HALF_EIGHTH: f64 = std::f64::consts::SQRT_2 - 1.0;

/// One of eight directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// N
    North,
    /// NE
    NorthEast,
    /// E
    East,
    /// SE
    SouthEast,
    /// S
    South,
    /// SW
    SouthWest,
    /// W
    West,
    /// NW
    NorthWest,
}

/// The great-circle distance in whole kilometers.
///
/// On a ball; the earth's own shape makes half a percent of difference at most.
pub fn kilometers(from: Point, to: Point) -> u32 {
    // The haversine formula; its halves of angles are at most 90 degrees.
    let north = sine((to.north - from.north) / 2.0);
    let east = sine(eastward(from, to) / 2.0);
    let shrink = sine(90.0 - from.north) * sine(90.0 - to.north);
    let half_chord = (north * north + shrink * east * east).min(1.0).sqrt();
    (2.0 * RADIUS * arc(half_chord)).round() as u32
}

/// Which way the second point lies from the first, as a map shows it; `None` if they
/// are the same.
pub fn direction(from: Point, to: Point) -> Option<Direction> {
    let north = to.north - from.north;
    let east = eastward(from, to) * cosine((from.north + to.north) / 2.0);
    if north == 0.0 && east == 0.0 {
        return None;
    }
    let (up, right) = (north > 0.0, east > 0.0);
    Some(if east.abs() < north.abs() * HALF_EIGHTH {
        if up { Direction::North } else { Direction::South }
    } else if north.abs() < east.abs() * HALF_EIGHTH {
        if right { Direction::East } else { Direction::West }
    } else {
        match (up, right) {
            (true, true) => Direction::NorthEast,
            (true, false) => Direction::NorthWest,
            (false, true) => Direction::SouthEast,
            (false, false) => Direction::SouthWest,
        }
    })
}

/// Degrees east from one point to another, the shorter way around.
fn eastward(from: Point, to: Point) -> f64 {
    let degrees = to.east - from.east;
    if degrees > 180.0 {
        degrees - 360.0
    } else if degrees < -180.0 {
        degrees + 360.0
    } else {
        degrees
    }
}

/// The sine of an angle of at most 180 degrees either way.
///
/// Taylor's series, since the sine of a browser and that of a native program may differ
/// in the last bit: folded to 90 degrees, it is wrong by less than a billionth.
fn sine(degrees: f64) -> f64 {
    let folded = if degrees > 90.0 {
        180.0 - degrees
    } else if degrees < -90.0 {
        -180.0 - degrees
    } else {
        degrees
    };
    let angle = folded * RADIANS;
    let square = angle * angle;
    let mut term = angle;
    let mut sum = angle;
    for order in 1..8 {
        let order = f64::from(order * 2);
        term *= -square / (order * (order + 1.0));
        sum += term;
    }
    sum
}

/// The angle in radians whose sine this is, from 0 to 1.
fn arc(sine_of_it: f64) -> f64 {
    // Halving the angle thrice makes the series short: sin²(a/2) = (1 - cos a) / 2.
    let mut sine = sine_of_it;
    for _ in 0..3 {
        let cosine = (1.0 - sine * sine).max(0.0).sqrt();
        // The same as above, without taking a number from one that is almost the same.
        sine /= (2.0 * (1.0 + cosine)).sqrt();
    }
    let square = sine * sine;
    8.0 * sine * (1.0 + square * (1.0 / 6.0 + square * (3.0 / 40.0 + square * (15.0 / 336.0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KYIV: Point = Point { north: 50.45, east: 30.52 };
    const KHARKIV: Point = Point { north: 49.99, east: 36.23 };

    fn point(north: f64, east: f64) -> Point {
        Point { north, east }
    }

    #[test]
    fn kharkiv_lies_409_kilometers_east_of_kyiv() {
        assert_eq!(kilometers(KYIV, KHARKIV), 409);
        assert_eq!(direction(KYIV, KHARKIV), Some(Direction::East));
        assert_eq!(direction(KHARKIV, KYIV), Some(Direction::West));
    }

    #[test]
    fn a_village_next_to_a_town_is_near() {
        assert_eq!(kilometers(point(48.28, 37.17), point(48.37, 37.17)), 10);
        assert_eq!(kilometers(KYIV, KYIV), 0);
        assert_eq!(direction(KYIV, KYIV), None);
    }

    #[test]
    fn the_other_side_of_the_earth_is_half_of_its_girth_away() {
        assert_eq!(kilometers(point(0.0, 0.0), point(0.0, 180.0)), 20015);
        assert_eq!(kilometers(point(90.0, 0.0), point(-90.0, 77.0)), 20015);
        assert_eq!(kilometers(point(0.0, 0.0), point(0.0, 90.0)), 10008);
    }

    #[test]
    fn the_shorter_way_may_cross_the_antimeridian() {
        let (suva, apia) = (point(-18.14, 178.44), point(-13.83, -171.77));
        assert_eq!(kilometers(suva, apia), 1151);
        assert_eq!(direction(suva, apia), Some(Direction::NorthEast));
    }
}
