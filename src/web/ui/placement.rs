//! Where a card goes in the window. Pure geometry.

use crate::web::page::Rect;

/// Between the card and its mark, and between the card and the window's edge.
const GAP: f64 = 8.0;

/// The left and the upper edge of a card of this size: under the mark where it
/// fits, else above, else where there is more room; never over the window's edge.
pub fn near(mark: Rect, point: Option<(f64, f64)>, card: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let below = mark.top + mark.height + GAP;
    let above = mark.top - GAP - card.1;
    let top = if below + card.1 <= window.1 - GAP {
        below
    } else if above >= GAP {
        above
    } else if mark.top > window.1 / 2.0 {
        GAP
    } else {
        window.1 - GAP - card.1
    };
    // Near the pointer on a long line, but never off the mark.
    let left = point.map_or(mark.left, |(x, _)| (x - card.0 / 3.0).min(mark.left + mark.width).max(mark.left));
    (within(left, card.0, window.0), within(top, card.1, window.1))
}

/// Beside our own dock, for a mark that is out of sight.
pub fn beside(dock: Rect, card: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let before = dock.left - GAP - card.0;
    let left = if before >= GAP { before } else { dock.left + dock.width + GAP };
    (within(left, card.0, window.0), within(dock.top + dock.height - card.1, card.1, window.1))
}

/// Whether any of the rectangle is in the window.
pub fn visible(rect: Rect, window: (f64, f64)) -> bool {
    rect.top + rect.height > 0.0 && rect.top < window.1 && rect.left + rect.width > 0.0 && rect.left < window.0
}

/// A start that keeps `length` inside `whole`; at the beginning if it is too long.
fn within(start: f64, length: f64, whole: f64) -> f64 {
    start.min(whole - GAP - length).max(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: (f64, f64) = (1000.0, 600.0);
    const CARD: (f64, f64) = (300.0, 200.0);

    fn mark(left: f64, top: f64) -> Rect {
        Rect { left, top, width: 60.0, height: 20.0 }
    }

    #[test]
    fn a_card_stands_under_its_mark_or_above_it() {
        assert_eq!(near(mark(100.0, 50.0), None, CARD, WINDOW), (100.0, 78.0));
        assert_eq!(near(mark(100.0, 500.0), None, CARD, WINDOW), (100.0, 292.0));
    }

    #[test]
    fn a_card_never_leaves_the_window() {
        assert_eq!(near(mark(950.0, 50.0), None, CARD, WINDOW).0, 692.0);
        assert_eq!(near(mark(-40.0, 50.0), None, CARD, WINDOW).0, 8.0);
        let (left, top) = near(mark(10.0, 100.0), None, (380.0, 500.0), (390.0, 300.0));
        assert_eq!((left, top), (8.0, 8.0));
    }

    #[test]
    fn on_a_long_line_a_card_stands_near_the_pointer() {
        let line = Rect { left: 50.0, top: 100.0, width: 800.0, height: 20.0 };
        assert_eq!(near(line, Some((500.0, 110.0)), CARD, WINDOW).0, 400.0);
        assert_eq!(near(line, Some((60.0, 110.0)), CARD, WINDOW).0, 50.0);
    }

    #[test]
    fn a_mark_out_of_sight_has_its_card_beside_the_dock() {
        let dock = Rect { left: 600.0, top: 300.0, width: 380.0, height: 280.0 };
        assert!(!visible(mark(100.0, 700.0), WINDOW));
        assert_eq!(beside(dock, CARD, WINDOW), (292.0, 380.0));
    }
}
