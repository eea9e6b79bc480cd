//! Cuts rings and lines to a box, so that a picture holds no more than it shows.

/// A position in a picture.
type Position = (f64, f64);

/// A box from a lower to a higher position.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The lowest.
    pub low: Position,
    /// The highest.
    pub high: Position,
}

/// One edge of a box.
#[derive(Clone, Copy)]
struct Edge {
    /// Whether it is upright, and so bounds what is left and right of it.
    upright: bool,
    at: f64,
    /// Whether what is less than `at` is inside.
    less: bool,
}

impl Edge {
    /// How far inside a position is.
    fn depth(self, position: Position) -> f64 {
        let along = if self.upright { position.0 } else { position.1 };
        if self.less { self.at - along } else { along - self.at }
    }
}

impl Bounds {
    fn edges(self) -> [Edge; 4] {
        let edge = |upright, at, less| Edge { upright, at, less };
        [
            edge(true, self.low.0, false),
            edge(true, self.high.0, true),
            edge(false, self.low.1, false),
            edge(false, self.high.1, true),
        ]
    }
}

/// The part of a ring inside, by Sutherland and Hodgman: one ring still, which runs
/// along the edges of the box where it was outside. A ring that leaves and comes
/// back thus has two runs along one edge that cancel each other out when filled.
pub fn ring(mut points: Vec<Position>, bounds: Bounds) -> Vec<Position> {
    for edge in bounds.edges() {
        let mut kept = Vec::with_capacity(points.len());
        let Some(mut before) = points.last().copied() else {
            return points;
        };
        for point in points {
            let (last, next) = (edge.depth(before), edge.depth(point));
            if (last >= 0.0) != (next >= 0.0) {
                kept.push(between(before, point, last / (last - next)));
            }
            if next >= 0.0 {
                kept.push(point);
            }
            before = point;
        }
        points = kept;
    }
    points
}

/// The pieces of a line inside, by Liang and Barsky.
pub fn line(points: &[Position], bounds: Bounds) -> Vec<Vec<Position>> {
    let mut pieces: Vec<Vec<Position>> = Vec::new();
    // Whether the line's last point was inside, so that the next one continues a piece.
    let mut inside = false;
    for pair in points.windows(2) {
        let Some((start, end)) = segment(pair[0], pair[1], bounds) else {
            inside = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if inside => piece.push(between(pair[0], pair[1], end)),
            _ => pieces.push(vec![between(pair[0], pair[1], start), between(pair[0], pair[1], end)]),
        }
        inside = end == 1.0;
    }
    pieces
}

/// From which to which share of its way a segment is inside.
fn segment(from: Position, to: Position, bounds: Bounds) -> Option<(f64, f64)> {
    let (mut start, mut end) = (0.0, 1.0);
    for edge in bounds.edges() {
        let (first, last) = (edge.depth(from), edge.depth(to));
        if first < 0.0 && last < 0.0 {
            return None;
        }
        if first < 0.0 {
            start = f64::max(start, first / (first - last));
        } else if last < 0.0 {
            end = f64::min(end, first / (first - last));
        }
    }
    (start <= end).then_some((start, end))
}

fn between(from: Position, to: Position, share: f64) -> Position {
    if share == 1.0 {
        return to;
    }
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Bounds = Bounds { low: (0.0, 0.0), high: (10.0, 10.0) };

    /// Twice the area of a ring, whichever way it runs.
    fn twice_the_area(ring: &[Position]) -> f64 {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs()
    }

    #[test]
    fn a_ring_inside_stays_as_it_is() {
        let triangle = vec![(1.0, 1.0), (9.0, 1.0), (5.0, 8.0)];
        assert_eq!(ring(triangle.clone(), TEN), triangle);
    }

    #[test]
    fn a_ring_outside_is_gone() {
        assert!(ring(vec![(11.0, 1.0), (19.0, 1.0), (15.0, 8.0)], TEN).is_empty());
        assert!(ring(vec![(-5.0, 12.0), (15.0, 12.0), (5.0, 30.0)], TEN).is_empty());
        assert!(ring(Vec::new(), TEN).is_empty());
    }

    #[test]
    fn a_ring_around_the_box_fills_it() {
        let around = ring(vec![(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)], TEN);
        assert_eq!(twice_the_area(&around), 200.0);
    }

    // .....+-----+
    // +----|--+  |
    // |    |  |  |  the comb's gap lies outside
    // | +--|--+  |
    // | +--|--+  |
    // +----|--+  |
    //      +-----+
    #[test]
    fn a_ring_that_leaves_and_comes_back_keeps_its_parts() {
        let comb =
            vec![(-5.0, 1.0), (8.0, 1.0), (8.0, 4.0), (-2.0, 4.0), (-2.0, 6.0), (8.0, 6.0), (8.0, 9.0), (-5.0, 9.0)];
        let kept = ring(comb, TEN);
        assert_eq!(twice_the_area(&kept), 2.0 * (8.0 * 3.0 + 8.0 * 3.0));
        assert!(kept.iter().all(|point| point.0 >= 0.0));
    }

    #[test]
    fn a_corner_is_filled_where_a_ring_holds_it() {
        let corner = ring(vec![(5.0, -20.0), (30.0, 5.0), (30.0, -20.0)], TEN);
        assert!(corner.is_empty());
        let corner = ring(vec![(-20.0, 5.0), (5.0, -20.0), (9.0, 9.0)], TEN);
        assert!(corner.contains(&(0.0, 0.0)), "{corner:?}");
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_pieces() {
        let pieces = line(&[(2.0, 5.0), (14.0, 5.0), (14.0, 8.0), (4.0, 8.0), (2.0, 9.0)], TEN);
        assert_eq!(pieces, [vec![(2.0, 5.0), (10.0, 5.0)], vec![(10.0, 8.0), (4.0, 8.0), (2.0, 9.0)]]);
    }

    #[test]
    fn a_line_may_cross_without_a_point_inside() {
        assert_eq!(line(&[(-5.0, 5.0), (15.0, 5.0)], TEN), [[(0.0, 5.0), (10.0, 5.0)]]);
        assert!(line(&[(-5.0, 5.0), (5.0, 20.0)], TEN).is_empty());
        assert!(line(&[(5.0, 5.0)], TEN).is_empty());
    }
}
