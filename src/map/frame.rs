//! The part of the world that a picture shows, and where in it a point lies.

use super::{Area, Outline, Point, cosine};
use crate::order;

/// The points of interest fill at most this share of the picture's width and height,
/// so that none sticks to its edge.
const FILLED: f64 = 0.7;

/// A picture is never squeezed more than this, since near the poles nothing but
/// white land would be left of it.
const LEAST_SQUEEZE: f64 = 0.1;

/// Millionths of a degree are counted to sort eastings.
const SORTED_STEPS: f64 = 1e6;

/// A box of the world and the picture that shows it.
///
/// The projection is equirectangular, true to scale along the middle parallel. In the
/// extents of a card that is as good as any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The point in the middle.
    pub middle: Point,
    /// The picture's width in pixels.
    pub width: f64,
    /// The picture's height in pixels.
    pub height: f64,
    /// Pixels a degree north.
    pub scale: f64,
    /// Pixels a degree east for each pixel a degree north.
    squeeze: f64,
}

impl Frame {
    /// The smallest frame that shows all the points with room around them, and at least
    /// `least` degrees of latitude, or as much of longitude, along its shorter side.
    /// Without points it is the world.
    ///
    /// It goes the shorter way around the globe, across the antimeridian if need be.
    pub fn around(points: &[Point], least: f64, width: f64, height: f64) -> Frame {
        if points.is_empty() {
            let scale = (width / 360.0).min(height / 180.0);
            return Frame { middle: Point { north: 0.0, east: 0.0 }, width, height, scale, squeeze: 1.0 };
        }
        let south = points.iter().fold(90.0, |south: f64, point| south.min(point.north));
        let north = points.iter().fold(-90.0, |north: f64, point| north.max(point.north));
        let (west, wide) = eastings(points);
        let mut middle = Point { north: (south + north) / 2.0, east: west + wide / 2.0 };
        let squeeze = cosine(middle.north).max(LEAST_SQUEEZE);
        let tall = (north - south) / FILLED;
        let wide = wide * squeeze / FILLED;
        let shorter = width.min(height);
        // No division by nothing: a frame of one point is as large as `least`.
        let scale = shorter / least.max(tall * shorter / height).max(wide * shorter / width);
        let half = height / scale / 2.0;
        // What lies beyond the poles is not worth showing.
        middle.north = middle.north.min((90.0 - half).max(0.0)).max((half - 90.0).min(0.0));
        if middle.east > 180.0 {
            middle.east -= 360.0;
        }
        Frame { middle, width, height, scale, squeeze }
    }

    /// Where a point lies in the picture, in pixels right and down from its corner. It may
    /// lie outside.
    pub fn position(&self, point: Point) -> (f64, f64) {
        let mut east = point.east - self.middle.east;
        if east > 180.0 {
            east -= 360.0;
        } else if east < -180.0 {
            east += 360.0;
        }
        self.place(point.north - self.middle.north, east)
    }

    /// The files of countries that have land in the frame, by their names, as the world's
    /// file tells.
    pub fn countries<'a>(&self, world: &'a Outline) -> Vec<&'a str> {
        let here = world.countries.iter().filter(|country| country.areas.iter().any(|area| self.overlaps(area)));
        here.map(|country| country.code.as_str()).collect()
    }

    /// Where something lies so many degrees north and east of the middle.
    pub(super) fn place(&self, north: f64, east: f64) -> (f64, f64) {
        let right = self.width / 2.0 + east * self.scale * self.squeeze;
        (right, self.height / 2.0 - north * self.scale)
    }

    /// By how many degrees around the globe a thing from `west` to `east` has to be turned
    /// to be seen in the frame; mostly none, one or no way.
    pub(super) fn turns(&self, west: f64, east: f64) -> impl Iterator<Item = f64> {
        let half = self.width / (self.scale * self.squeeze) / 2.0;
        let (left, right) = (self.middle.east - half, self.middle.east + half);
        [-360.0, 0.0, 360.0].into_iter().filter(move |turn| west + turn <= right && east + turn >= left)
    }

    /// Whether anything from `south` to `north` can be seen.
    pub(super) fn reaches(&self, south: f64, north: f64) -> bool {
        let half = self.height / self.scale / 2.0;
        south <= self.middle.north + half && north >= self.middle.north - half
    }

    fn overlaps(&self, area: &Area) -> bool {
        self.reaches(f64::from(area.south), f64::from(area.north))
            && self.turns(f64::from(area.west), f64::from(area.east)).next().is_some()
    }
}

/// The westernmost easting and how far the others reach from it, the shorter way.
fn eastings(points: &[Point]) -> (f64, f64) {
    let steps = points.iter().map(|point| ((point.east + 180.0) * SORTED_STEPS).round() as u64);
    let sorted: Vec<f64> = order::distinct(steps).into_iter().map(|step| step as f64 / SORTED_STEPS - 180.0).collect();
    // The widest stretch without a point is what the frame leaves out. It starts as the one
    // across the antimeridian.
    let (mut west, mut gap) = (sorted[0], sorted[0] + 360.0 - sorted[sorted.len() - 1]);
    for pair in sorted.windows(2) {
        if pair[1] - pair[0] > gap {
            (west, gap) = (pair[1], pair[1] - pair[0]);
        }
    }
    (west, 360.0 - gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Country;

    fn point(north: f64, east: f64) -> Point {
        Point { north, east }
    }

    /// The point's pixels, rounded.
    fn at(frame: &Frame, north: f64, east: f64) -> (i32, i32) {
        let (right, down) = frame.position(point(north, east));
        (right.round() as i32, down.round() as i32)
    }

    #[test]
    fn one_point_is_in_the_middle_with_the_least_extent_around_it() {
        let frame = Frame::around(&[point(0.0, 10.0)], 2.0, 240.0, 160.0);
        assert_eq!(at(&frame, 0.0, 10.0), (120, 80));
        assert_eq!(at(&frame, 1.0, 10.0), (120, 0));
        assert_eq!(at(&frame, 0.0, 11.5), (240, 80));
    }

    #[test]
    fn degrees_of_longitude_are_narrower_in_the_north() {
        let frame = Frame::around(&[point(60.0, 10.0)], 2.0, 240.0, 160.0);
        assert_eq!(at(&frame, 60.0, 13.0), (240, 80));
    }

    #[test]
    fn all_points_are_inside_with_room_around_them() {
        let points = [point(50.45, 30.52), point(46.48, 30.73), point(49.84, 24.03), point(48.0, 37.8)];
        let frame = Frame::around(&points, 1.0, 240.0, 160.0);
        for place in points {
            let (right, down) = frame.position(place);
            assert!((35.0..=205.0).contains(&right) && (23.0..=137.0).contains(&down), "{right} {down}");
        }
    }

    #[test]
    fn fiji_is_framed_across_the_antimeridian() {
        let frame = Frame::around(&[point(-18.0, 178.0), point(-17.0, -179.0)], 1.0, 240.0, 160.0);
        assert_eq!(frame.middle.east, 179.5);
        assert!(frame.position(point(-18.0, 178.0)).0 < frame.position(point(-17.0, -179.0)).0);
        assert!(frame.scale > 20.0, "{}", frame.scale);
        let chukotka = Frame::around(&[point(66.0, 179.0), point(65.0, -170.0)], 1.0, 240.0, 160.0);
        assert_eq!(chukotka.middle.east, -175.5);
    }

    #[test]
    fn the_frame_stops_at_the_pole() {
        let frame = Frame::around(&[point(89.0, 0.0)], 10.0, 240.0, 160.0);
        assert_eq!(at(&frame, 90.0, 0.0).1, 0);
        let all = Frame::around(&[point(-85.0, -90.0), point(85.0, 80.0)], 1.0, 240.0, 160.0);
        assert_eq!(all.middle.north, 0.0);
    }

    #[test]
    fn no_point_means_the_world() {
        let frame = Frame::around(&[], 1.0, 240.0, 120.0);
        assert_eq!(at(&frame, 90.0, -180.0), (0, 0));
        assert_eq!(at(&frame, -90.0, 180.0), (240, 120));
    }

    #[test]
    fn a_frame_asks_for_the_countries_within_it() {
        let area = |west, south, east, north| Area { west, south, east, north };
        let country = |code: &str, areas: &[Area]| Country { code: code.to_string(), areas: areas.to_vec() };
        let world = Outline {
            countries: vec![
                country("FJ", &[area(177, -20, 180, -15), area(-180, -20, -178, -15)]),
                country("TO", &[area(-176, -22, -173, -15)]),
                country("UA", &[area(22, 44, 41, 53)]),
            ],
            ..Outline::default()
        };
        let frame = |north, east| Frame::around(&[point(north, east)], 4.0, 240.0, 240.0);
        assert_eq!(frame(-18.0, 178.0).countries(&world), ["FJ"]);
        assert_eq!(frame(-18.0, -177.0).countries(&world), ["FJ", "TO"]);
        assert_eq!(frame(50.0, 20.5).countries(&world), ["UA"]);
        assert!(frame(0.0, 0.0).countries(&world).is_empty());
    }
}
