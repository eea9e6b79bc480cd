//! Makes arcs coarser: by Douglas and Peucker's rule, onto the grid of outlines.

use caveat::map::GRID;

use super::sources::{STEPS, Vertex};

/// A point on the grid of outlines.
pub type Point = (i32, i32);

/// An arc's interior points stand on a coarser grid, whose step is at most this share of
/// what the arc may be off by.
const STEP_SHARE: f64 = 0.7;

/// The coarsest grid: some two degrees.
const MOST_SHIFT: u32 = 10;

/// An arc within so many degrees of where it was, its ends on the grid and its interior on
/// a coarser one.
pub fn simplify(arc: &[Vertex], tolerance: f64) -> Vec<Point> {
    let closed = arc.first() == arc.last();
    let shift = shift(tolerance);
    let end = arc.len() - 1;
    let mut points: Vec<Point> = Vec::new();
    for at in kept(arc, tolerance) {
        // Neighbors have an end in common, however coarse they are; an island has none.
        let shared = (at == 0 || at == end) && !closed;
        let point = snapped(arc[at], if shared { 0 } else { shift });
        if points.last() != Some(&point) || (at == end && points.len() == 1) {
            points.push(point);
        }
    }
    points
}

/// By how many bits the coarser grid for a tolerance is coarser.
fn shift(tolerance: f64) -> u32 {
    let steps = tolerance * STEP_SHARE * f64::from(GRID);
    (0..MOST_SHIFT).take_while(|shift| f64::from(2 << shift) <= steps).count() as u32
}

fn snapped(vertex: Vertex, shift: u32) -> Point {
    let step = f64::from(1 << shift);
    let snap = |value: i32| {
        let steps = (f64::from(value) / STEPS * f64::from(GRID) / step).round() as i32 * (1 << shift);
        // Nothing lies beyond the antimeridian, whatever the step.
        steps.clamp(-180 * GRID, 180 * GRID)
    };
    (snap(vertex.0), snap(vertex.1))
}

/// Which points are kept, in order.
fn kept(arc: &[Vertex], tolerance: f64) -> Vec<usize> {
    let end = arc.len() - 1;
    let mut keep = vec![false; arc.len()];
    keep[0] = true;
    keep[end] = true;
    let mut open = vec![(0, end)];
    if arc[0] == arc[end] {
        // A closed arc has no direction to measure from; its farthest point gives one.
        let farthest = (0..end).max_by(|a, b| off(arc, *a, 0, 0).total_cmp(&off(arc, *b, 0, 0))).unwrap_or(0);
        keep[farthest] = true;
        open = vec![(0, farthest), (farthest, end)];
    }
    while let Some((from, to)) = open.pop() {
        let worst = (from + 1..to).max_by(|a, b| off(arc, *a, from, to).total_cmp(&off(arc, *b, from, to)));
        if let Some(worst) = worst.filter(|worst| off(arc, *worst, from, to) > tolerance) {
            keep[worst] = true;
            open.push((from, worst));
            open.push((worst, to));
        }
    }
    (0..arc.len()).filter(|at| keep[*at]).collect()
}

/// How far a point is from the segment between two others, in degrees of latitude.
fn off(arc: &[Vertex], at: usize, from: usize, to: usize) -> f64 {
    let squeeze = squeeze(f64::from(arc[at].1) / STEPS);
    let flat = |point: Vertex| (f64::from(point.0) / STEPS * squeeze, f64::from(point.1) / STEPS);
    let (point, start, end) = (flat(arc[at]), flat(arc[from]), flat(arc[to]));
    let (along, up) = (end.0 - start.0, end.1 - start.1);
    let length = along * along + up * up;
    let share = if length > 0.0 {
        (((point.0 - start.0) * along + (point.1 - start.1) * up) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (right, above) = (point.0 - start.0 - share * along, point.1 - start.1 - share * up);
    (right * right + above * above).sqrt()
}

/// How much narrower a degree of longitude is than one of latitude; near enough.
pub fn squeeze(north: f64) -> f64 {
    let square = north * north;
    ((32_400.0 - 4.0 * square) / (32_400.0 + square)).max(0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::outlines::sources::vertex;

    #[test]
    fn a_bend_smaller_than_the_tolerance_is_straightened() {
        let arc = [vertex(0.0, 0.0), vertex(1.0, 0.01), vertex(2.0, 0.0), vertex(2.0, 2.0)];
        assert_eq!(simplify(&arc, 0.02), [(0, 0), (1000, 0), (1000, 1000)]);
        assert_eq!(simplify(&arc, 0.004), [(0, 0), (500, 5), (1000, 0), (1000, 1000)]);
    }

    #[test]
    fn ends_stay_where_neighbors_have_them() {
        let arc = [vertex(0.002, 0.002), vertex(1.0, 1.0), vertex(2.002, 0.0)];
        let simple = simplify(&arc, 0.5);
        assert_eq!((simple[0], simple[simple.len() - 1]), ((1, 1), (1001, 0)));
    }

    #[test]
    fn an_island_stays_closed() {
        let ring = [vertex(0.0, 0.0), vertex(1.0, 0.0), vertex(1.0, 1.0), vertex(0.0, 1.0), vertex(0.0, 0.0)];
        let simple = simplify(&ring, 0.01);
        assert_eq!(simple.first(), simple.last());
        assert_eq!(simple.len(), 5);
    }
}
