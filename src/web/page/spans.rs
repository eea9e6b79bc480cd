//! Which marks cover an offset, by a search in sorted spans. Knows no browser.

use crate::web::mark::Mark;

/// The marks' parts, sorted by where they begin.
#[derive(Debug)]
pub struct Spans {
    spans: Vec<(u32, u32, usize)>,
    /// For every span the furthest end up to and with it.
    reach: Vec<u32>,
}

impl Spans {
    /// Sorts the parts of the marks.
    pub fn new(marks: &[Mark]) -> Spans {
        let mut spans: Vec<(u32, u32, usize)> = Vec::new();
        for (position, mark) in marks.iter().enumerate() {
            spans.extend(mark.ranges.iter().map(|range| (range.start, range.end, position)));
        }
        spans.sort_unstable();
        let mut furthest = 0;
        let mut reach = Vec::with_capacity(spans.len());
        for (_, end, _) in &spans {
            furthest = furthest.max(*end);
            reach.push(furthest);
        }
        Spans { spans, reach }
    }

    /// The positions of the marks with a part that touches `offset`, the shortest
    /// part first. An end touches too: a caret after a word's last letter may come
    /// from a pointer on that letter.
    pub fn at(&self, offset: u32) -> Vec<usize> {
        let mut found: Vec<(u32, usize)> = Vec::new();
        let mut next = self.spans.partition_point(|(start, _, _)| *start <= offset);
        while next > 0 && self.reach[next - 1] >= offset {
            next -= 1;
            let (start, end, mark) = self.spans[next];
            if offset <= end {
                found.push((end - start, mark));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, mark)| mark).collect()
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
        let spans = Spans::new(&[mark(&[(0, 50), (60, 90)]), mark(&[(10, 20)]), mark(&[(70, 75)])]);
        assert_eq!(spans.at(12), [1, 0]);
        assert_eq!(spans.at(75), [2, 0]);
        assert_eq!(spans.at(30), [0]);
        assert_eq!(spans.at(55), Vec::<usize>::new());
        assert_eq!(spans.at(91), Vec::<usize>::new());
    }

    #[test]
    fn no_marks_cover_nothing() {
        assert_eq!(Spans::new(&[]).at(0), Vec::<usize>::new());
    }
}
