//! An outline as the data of SVG paths: `d` attributes, in pixels of a frame.

use super::clip::{self, Bounds};
use super::{Frame, GRID, Outline};

/// Paths go on for so many pixels beyond the picture, so that no stroke is seen along
/// its edge.
const BEYOND: f64 = 4.0;

/// What to draw of one outline. Land and lakes are rings to fill by the even-odd rule,
/// borders and disputed lines are to be stroked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Land.
    pub land: String,
    /// Lakes.
    pub lakes: String,
    /// Borders.
    pub borders: String,
    /// Each line in dispute, with its place in [`Outline::disputes`].
    pub disputed: Vec<(String, Option<usize>)>,
}

/// Draws the part of an outline that lies in a frame.
pub fn draw(outline: &Outline, frame: &Frame) -> Drawing {
    let mut drawing = Drawing::default();
    for ring in &outline.land {
        trace(ring, frame, true, &mut drawing.land);
    }
    for ring in &outline.lakes {
        trace(ring, frame, true, &mut drawing.lakes);
    }
    for line in &outline.borders {
        trace(line, frame, false, &mut drawing.borders);
    }
    for disputed in &outline.disputed {
        let mut path = String::new();
        trace(&disputed.line, frame, false, &mut path);
        if !path.is_empty() {
            drawing.disputed.push((path, disputed.dispute));
        }
    }
    drawing
}

/// Appends what is to be seen of a ring or a line.
fn trace(points: &[(i32, i32)], frame: &Frame, closed: bool, path: &mut String) {
    let (mut low, mut high) = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
    for point in points {
        low = (low.0.min(point.0), low.1.min(point.1));
        high = (high.0.max(point.0), high.1.max(point.1));
    }
    if !frame.reaches(degrees(low.1), degrees(high.1)) {
        return;
    }
    let bounds = Bounds { low: (-BEYOND, -BEYOND), high: (frame.width + BEYOND, frame.height + BEYOND) };
    for turn in frame.turns(degrees(low.0), degrees(high.0)) {
        let place = |point: &(i32, i32)| {
            frame.place(degrees(point.1) - frame.middle.north, degrees(point.0) + turn - frame.middle.east)
        };
        let placed: Vec<(f64, f64)> = points.iter().map(place).collect();
        if closed {
            write(&clip::ring(placed, bounds), true, path);
        } else {
            clip::line(&placed, bounds).iter().for_each(|piece| write(piece, false, path));
        }
    }
}

fn degrees(steps: i32) -> f64 {
    f64::from(steps) / f64::from(GRID)
}

/// Appends a path in tenths of a pixel, each point once.
fn write(points: &[(f64, f64)], closed: bool, path: &mut String) {
    let tenths = |pixels: f64| (pixels * 10.0).round() as i32;
    let mut kept: Vec<(i32, i32)> = Vec::with_capacity(points.len());
    for point in points {
        let point = (tenths(point.0), tenths(point.1));
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    if closed && kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    if kept.len() < if closed { 3 } else { 2 } {
        return;
    }
    for (at, (right, down)) in kept.into_iter().enumerate() {
        path.push(if at == 0 { 'M' } else { 'L' });
        number(right, path);
        path.push(' ');
        number(down, path);
    }
    if closed {
        path.push('Z');
    }
}

/// Appends tenths as a decimal number.
fn number(tenths: i32, path: &mut String) {
    if tenths < 0 {
        path.push('-');
    }
    path.push_str(&(tenths.unsigned_abs() / 10).to_string());
    let last = (tenths.unsigned_abs() % 10) as u8;
    if last > 0 {
        path.push('.');
        path.push(char::from(b'0' + last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Disputed, Point};

    /// Points of whole degrees.
    fn grid(points: &[(i32, i32)]) -> Vec<(i32, i32)> {
        points.iter().map(|(east, north)| (east * GRID, north * GRID)).collect()
    }

    /// A frame of 20 by 20 degrees and pixels around a point on the equator.
    fn frame(east: f64) -> Frame {
        Frame::around(&[Point { north: 0.0, east }], 20.0, 20.0, 20.0)
    }

    fn land(points: &[(i32, i32)], frame: &Frame) -> String {
        draw(&Outline { land: vec![grid(points)], ..Outline::default() }, frame).land
    }

    #[test]
    fn a_ring_is_drawn_in_pixels_from_the_upper_left() {
        assert_eq!(land(&[(-5, -5), (5, -5), (5, 5)], &frame(0.0)), "M5 15L15 15L15 5Z");
    }

    #[test]
    fn land_across_the_antimeridian_is_drawn_once_and_whole() {
        let east = land(&[(175, -5), (180, -5), (180, 5), (175, 5)], &frame(180.0));
        assert_eq!(east, "M5 15L10 15L10 5L5 5Z");
        let west = land(&[(-180, -5), (-175, -5), (-175, 5), (-180, 5)], &frame(180.0));
        assert_eq!(west, "M10 15L15 15L15 5L10 5Z");
        assert_eq!(land(&[(-180, -5), (-175, -5), (-175, 5), (-180, 5)], &frame(0.0)), "");
    }

    #[test]
    fn what_is_smaller_than_a_pixel_is_left_out() {
        let small = Outline { land: vec![vec![(0, 0), (1, 0), (1, 1)]], ..Outline::default() };
        assert_eq!(draw(&small, &frame(0.0)).land, "");
    }

    #[test]
    fn land_ends_a_little_beyond_the_picture() {
        assert_eq!(land(&[(-90, -80), (90, -80), (90, 80), (-90, 80)], &frame(0.0)), "M-4 -4L-4 24L24 24L24 -4Z");
    }

    #[test]
    fn a_disputed_line_outside_the_frame_is_not_named() {
        let disputed = |east| Disputed { line: grid(&[(east, 0), (east + 2, 1)]), dispute: Some(0) };
        let outline = Outline { disputed: vec![disputed(50), disputed(3)], ..Outline::default() };
        assert_eq!(draw(&outline, &frame(0.0)).disputed, [("M13 10L15 9".to_string(), Some(0))]);
    }

    #[test]
    fn a_line_is_not_closed() {
        let outline = Outline { borders: vec![grid(&[(0, 0), (2, 0), (2, 2)])], ..Outline::default() };
        assert_eq!(draw(&outline, &frame(0.0)).borders, "M10 10L12 10L12 8");
    }
}
