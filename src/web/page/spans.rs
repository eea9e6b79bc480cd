//! Which marks cover an offset, by a search in the order of the text. Knows no
//! browser.

use crate::web::mark::Mark;

/// How far the marks up to each one reach.
#[derive(Debug)]
pub struct Spans {
    reach: Vec<u32>,
}

impl Spans {
    /// For marks in the order of the text.
    pub fn new(marks: &[Mark]) -> Spans {
        let mut furthest = 0;
        let reach = |mark: &Mark| {
            furthest = mark.end().max(furthest);
            furthest
        };
        Spans { reach: marks.iter().map(reach).collect() }
    }

    /// The positions of the marks with a part that touches `offset`, the last to
    /// begin first. An end touches too: a caret after a word's last letter may
    /// come from a pointer on that letter. `marks` are the same as before.
    pub fn at<'a>(&'a self, marks: &'a [Mark], offset: u32) -> impl Iterator<Item = usize> + 'a {
        let after = marks.partition_point(|mark| mark.start() <= offset);
        let touches = move |&mark: &usize| {
            let touched = |range: &crate::wire::Range| range.start <= offset && offset <= range.end;
            marks[mark].ranges.iter().any(touched)
        };
        (0..after).rev().take_while(move |&mark| self.reach[mark] >= offset).filter(touches)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::mark::{Ink, Kind};
    use crate::wire::Range;

    fn mark(ranges: &[(u32, u32)]) -> Mark {
        let ranges = ranges.iter().map(|&(start, end)| Range { start, end }).collect();
        Mark { kind: Kind::Place, index: 0, ink: Ink::Place, ranges }
    }

    #[test]
    fn the_innermost_mark_comes_first() {
        let marks = [mark(&[(0, 50), (60, 90)]), mark(&[(10, 20)]), mark(&[(70, 75)])];
        let at = |offset| Spans::new(&marks).at(&marks, offset).collect::<Vec<_>>();
        assert_eq!(at(12), [1, 0]);
        assert_eq!(at(75), [2, 0]);
        assert_eq!(at(30), [0]);
        assert_eq!(at(55), Vec::<usize>::new());
        assert_eq!(at(91), Vec::<usize>::new());
    }

    #[test]
    fn no_marks_cover_nothing() {
        assert_eq!(Spans::new(&[]).at(&[], 0).count(), 0);
    }
}
