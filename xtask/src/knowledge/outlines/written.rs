//! The rows of outlines as text.

use std::collections::BTreeMap;

use super::simplify::Point;
use super::topology::Divides;

/// Rows of one file of rows.
pub struct Written {
    rows: Vec<[String; 3]>,
}

impl Written {
    /// No rows yet.
    pub fn new() -> Written {
        Written { rows: Vec::new() }
    }

    /// Adds a ring, if it is more than a line when it is so coarse.
    pub fn ring(&mut self, file: &str, part: &str, pieces: Vec<(Divides, Vec<Point>)>) {
        let mut points: Vec<Point> = pieces.iter().flat_map(|(_, points)| points).copied().collect();
        points.sort_unstable();
        points.dedup();
        if points.len() >= 3 {
            self.rows.push([file.to_string(), part.to_string(), path(&pieces)]);
        }
    }

    /// Adds a line.
    pub fn line(&mut self, file: &str, divides: Divides, points: Vec<Point>) {
        if points.len() > 1 && points.windows(2).any(|pair| pair[0] != pair[1]) {
            self.rows.push([file.to_string(), "line".to_string(), path(&[(divides, points)])]);
        }
    }

    /// The paths: file, part and path.
    pub fn paths(&self) -> impl Iterator<Item = [&str; 3]> {
        self.rows.iter().map(|row| [row[0].as_str(), row[1].as_str(), row[2].as_str()])
    }

    /// The rows, sorted and with their header.
    pub fn to_rows(&self) -> String {
        let mut lines: Vec<String> = self.rows.iter().map(|row| row.join("\t")).collect();
        lines.sort();
        let head = "# Written by `cargo xtask knowledge`; README.md says how to read it.\nfile\tpart\tpath\n";
        format!("{head}{}\n", lines.join("\n"))
    }
}

/// A path: its first point, and then of each arc what it divides and its further points.
fn path(pieces: &[(Divides, Vec<Point>)]) -> String {
    let point = |(east, north): &Point| format!("{east},{north}");
    let mut words: Vec<String> = pieces.iter().flat_map(|(_, points)| points.first()).take(1).map(point).collect();
    for (divides, points) in pieces {
        words.push(match divides {
            Divides::Shore => "shore".to_string(),
            Divides::Border => "border".to_string(),
            Divides::Disputed(id) => format!("disputed={id}"),
        });
        words.extend(points.iter().skip(1).map(point));
    }
    words.join(" ")
}

/// Joins lines at their ends, to rings where they close. Where more than two lines meet,
/// any way is as good.
pub fn joined(lines: impl Iterator<Item = Vec<Point>>) -> Vec<Vec<Point>> {
    let mut lines: Vec<Option<Vec<Point>>> = lines.map(Some).collect();
    let mut at_end: BTreeMap<Point, Vec<usize>> = BTreeMap::new();
    for (number, line) in lines.iter().enumerate() {
        for end in line.iter().flat_map(|line| [line[0], line[line.len() - 1]]) {
            at_end.entry(end).or_default().push(number);
        }
    }
    let mut whole = Vec::new();
    for number in 0..lines.len() {
        let Some(mut line) = lines[number].take() else { continue };
        for _ in 0..2 {
            while line[0] != line[line.len() - 1] {
                let end = line[line.len() - 1];
                let next = at_end.get(&end).into_iter().flatten().find_map(|next| lines[*next].take());
                let Some(mut next) = next else { break };
                if next[0] != end {
                    next.reverse();
                }
                line.extend(next.into_iter().skip(1));
            }
            line.reverse();
        }
        whole.push(line);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_at_both_ends() {
        let lines = [vec![(1, 0), (2, 0)], vec![(3, 0), (2, 0)], vec![(0, 0), (1, 0)], vec![(9, 9), (8, 8)]];
        let whole = joined(lines.into_iter());
        assert_eq!(whole, [vec![(0, 0), (1, 0), (2, 0), (3, 0)], vec![(9, 9), (8, 8)]]);
    }

    #[test]
    fn a_path_says_what_it_divides() {
        let pieces = [
            (Divides::Shore, vec![(0, 0), (5, 0)]),
            (Divides::Disputed("golan".to_string()), vec![(5, 0), (5, 5)]),
            (Divides::Border, vec![(5, 5), (0, 0)]),
        ];
        let mut written = Written::new();
        written.ring("SY", "land", pieces.to_vec());
        let rows = written.to_rows();
        assert!(rows.ends_with("SY\tland\t0,0 shore 5,0 disputed=golan 5,5 border 0,0\n"), "{rows}");
    }
}
