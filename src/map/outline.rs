//! The files of outlines: one a country and one for the world.
//!
//! Whatever the engine's packs have, these have too: a magic number, a digest and
//! a reader that never panics.

use std::fmt;

use crate::analysis::bytes::Columns;
use crate::analysis::digest;

/// The first bytes of an outline: its name and its format's number.
pub const MAGIC: [u8; 4] = *b"CVO1";

/// The part of [`MAGIC`] that other formats of outlines share.
const NAME: &[u8] = b"CVO";

/// Points stand on a grid of so many steps a degree: some 200 meters apart, half a
/// pixel in a map of the Gaza Strip.
pub const GRID: i32 = 500;

/// No point lies further out than this many degrees east or west.
const FURTHEST: i32 = 180 * GRID;

/// A path has no more points than this, so that damaged bytes cannot ask for more memory
/// than an outline needs.
const MOST_POINTS: usize = 1 << 20;

/// Outlines of land, lakes and lines, on a grid of [`GRID`] steps a degree, each point
/// as steps east and north.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Rings around land and, within them, around what is not: filled by the
    /// even-odd rule.
    pub land: Vec<Vec<(i32, i32)>>,
    /// Rings around lakes.
    pub lakes: Vec<Vec<(i32, i32)>>,
    /// Borders that are nowhere in dispute.
    pub borders: Vec<Vec<(i32, i32)>>,
    /// Lines that are in dispute.
    pub disputed: Vec<Disputed>,
    /// What the disputes are, in a country's file.
    pub disputes: Vec<Dispute>,
    /// Where the countries lie, in the world's file.
    pub countries: Vec<Country>,
}

/// A line that is in dispute, or that only divides who holds what.
#[derive(Clone, Debug, PartialEq)]
pub struct Disputed {
    /// The line. Two files that share it have it in the same direction, so that
    /// dashes drawn twice fall on each other.
    pub line: Vec<(i32, i32)>,
    /// Which of [`Outline::disputes`], if the file has it.
    pub dispute: Option<usize>,
}

/// A territory whose status is in dispute, in neutral words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The territory's name, or the line's.
    pub name: String,
    /// Who holds it.
    pub held: String,
    /// Who claims it.
    pub claimed: String,
    /// When this was so.
    pub date: String,
}

/// Where a country lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// The name of its file: ISO 3166-1 alpha-2, and `XK` for Kosovo.
    pub code: String,
    /// Boxes that hold all its land, in whole degrees.
    pub areas: Vec<Area>,
}

/// A box of whole degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its western edge.
    pub west: i32,
    /// Its southern edge.
    pub south: i32,
    /// Its eastern edge.
    pub east: i32,
    /// Its northern edge.
    pub north: i32,
}

/// What a path is, in the order of the codes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A ring around land.
    Land,
    /// A ring around a lake.
    Lake,
    /// A line alone.
    Line,
}

impl Part {
    /// All, in the order of their codes.
    pub const ALL: [Part; 3] = [Part::Land, Part::Lake, Part::Line];

    /// The part's name in the rows.
    pub fn name(self) -> &'static str {
        match self {
            Part::Land => "land",
            Part::Lake => "lake",
            Part::Line => "line",
        }
    }
}

/// What an arc of a path divides, in the order of the codes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Land and water.
    Shore,
    /// Two countries.
    Border,
    /// Land in dispute from other land.
    Disputed,
}

impl Class {
    /// All, in the order of their codes.
    pub const ALL: [Class; 3] = [Class::Shore, Class::Border, Class::Disputed];
}

/// Why bytes are no outline.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutlineError {
    /// The first bytes are no outline's.
    NotAnOutline,
    /// The bytes are an outline in another version of the format.
    OtherFormat,
    /// The bytes changed on the way: their digest is not the one in the head.
    Corrupt,
    /// The digest is right but a part reads wrongly: the writer and the reader differ.
    Malformed(&'static str),
}

impl fmt::Display for OutlineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutlineError::NotAnOutline => f.write_str(
                "found bytes that do not begin with \"CVO1\", wanted an outline; serve the folder outlines of the same build",
            ),
            OutlineError::OtherFormat => f.write_str(
                "found an outline in another format, wanted \"CVO1\"; serve the folder outlines of the same build",
            ),
            OutlineError::Corrupt => f.write_str(
                "found an outline whose bytes do not match its digest, wanted it whole; upload the folder outlines again as binary",
            ),
            OutlineError::Malformed(part) => {
                write!(f, "found an outline whose {part} cannot be read; serve the folder outlines of the same build")
            }
        }
    }
}

impl std::error::Error for OutlineError {}

impl Outline {
    /// Reads an outline.
    ///
    /// After [`MAGIC`] come the [`digest`] of the rest, little-endian, and all texts
    /// in one piece and then numbers, as in a pack. They are:
    ///
    /// 1. The disputes: their number, then as columns, with a line of text for each,
    ///    names, who holds, who claims, dates.
    /// 2. The countries: their number, their codes as such a column, and for each
    ///    the number of its boxes and of each the west, south, width and height in
    ///    degrees.
    /// 3. The paths: their number, and for each the number of its arcs times the
    ///    three [`Part`]s plus its own code, and its first point as the difference
    ///    from the path before. An arc is the number of points between its ends
    ///    times the three [`Class`]es plus its own code; if disputed, the number of
    ///    its dispute plus one, or zero; if it has two points between or more, by
    ///    how many bits the differences between those are shifted; then the
    ///    differences. The last arc of a ring ends at the ring's first point, which
    ///    is not repeated.
    ///
    /// # Errors
    /// When the bytes are no outline, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Outline, OutlineError> {
        let Some(rest) = bytes.strip_prefix(&MAGIC) else {
            let other = bytes.starts_with(NAME);
            return Err(if other { OutlineError::OtherFormat } else { OutlineError::NotAnOutline });
        };
        let (head, body) = rest.split_first_chunk::<4>().ok_or(OutlineError::Corrupt)?;
        if u32::from_le_bytes(*head) != digest(body) {
            return Err(OutlineError::Corrupt);
        }
        let mut bytes = Columns::new(body, 0).ok_or(OutlineError::Malformed("text"))?;
        let disputes = read_disputes(&mut bytes).ok_or(OutlineError::Malformed("table of disputes"))?;
        let countries = read_countries(&mut bytes).ok_or(OutlineError::Malformed("table of countries"))?;
        let mut outline = Outline { disputes, countries, ..Outline::default() };
        let read = read_paths(&mut bytes, &mut outline).filter(|()| bytes.is_empty());
        read.ok_or(OutlineError::Malformed("table of paths"))?;
        Ok(outline)
    }
}

fn read_disputes(bytes: &mut Columns<'_>) -> Option<Vec<Dispute>> {
    let rows = bytes.rows()?;
    let columns = [bytes.texts(rows)?, bytes.texts(rows)?, bytes.texts(rows)?, bytes.texts(rows)?];
    let cell = |column: usize, row: usize| bytes.text(columns[column][row]).to_string();
    let dispute = |row| Dispute { name: cell(0, row), held: cell(1, row), claimed: cell(2, row), date: cell(3, row) };
    Some((0..rows).map(dispute).collect())
}

fn read_countries(bytes: &mut Columns<'_>) -> Option<Vec<Country>> {
    let rows = bytes.rows()?;
    let codes = bytes.texts(rows)?;
    let mut countries = Vec::with_capacity(rows);
    for code in codes {
        let boxes = bytes.rows()?;
        let mut areas = Vec::with_capacity(boxes);
        for _ in 0..boxes {
            let (west, south) = (signed(bytes)?, signed(bytes)?);
            let (width, height) = (signed(bytes)?, signed(bytes)?);
            areas.push(Area { west, south, east: west.checked_add(width)?, north: south.checked_add(height)? });
        }
        countries.push(Country { code: bytes.text(code).to_string(), areas });
    }
    Some(countries)
}

fn read_paths(bytes: &mut Columns<'_>, outline: &mut Outline) -> Option<()> {
    let mut first = (0, 0);
    for _ in 0..bytes.rows()? {
        let head = bytes.number()? as usize;
        let part = Part::ALL[head % Part::ALL.len()];
        first = step(bytes, first, 0)?;
        let mut ring = vec![first];
        let arcs = head / Part::ALL.len();
        for arc in 0..arcs {
            let closing = part != Part::Line && arc + 1 == arcs;
            let from = ring.len() - 1;
            let (class, dispute) = read_arc(bytes, &mut ring, closing)?;
            if class == Class::Shore {
                continue;
            }
            let mut line = ring[from..].to_vec();
            if closing {
                line.push(first);
            }
            if class == Class::Border {
                outline.borders.push(line);
                continue;
            }
            if dispute.is_some_and(|dispute| dispute >= outline.disputes.len()) {
                return None;
            }
            if line.first() > line.last() {
                line.reverse();
            }
            outline.disputed.push(Disputed { line, dispute });
        }
        match part {
            Part::Land => outline.land.push(ring),
            Part::Lake => outline.lakes.push(ring),
            Part::Line => {}
        }
    }
    Some(())
}

/// Reads an arc's points after its first onto `ring`, without the last if the ring closes.
fn read_arc(bytes: &mut Columns<'_>, ring: &mut Vec<(i32, i32)>, closing: bool) -> Option<(Class, Option<usize>)> {
    let head = bytes.number()? as usize;
    let class = Class::ALL[head % Class::ALL.len()];
    let between = head / Class::ALL.len();
    let dispute = if class == Class::Disputed { (bytes.number()? as usize).checked_sub(1) } else { None };
    let shift = if between >= 2 { bytes.number()? } else { 0 };
    if ring.len() + between > MOST_POINTS {
        return None;
    }
    let mut at = *ring.last()?;
    for point in 0..between {
        at = step(bytes, at, if point == 0 { 0 } else { shift })?;
        ring.push(at);
    }
    if !closing {
        ring.push(step(bytes, at, 0)?);
    }
    Some((class, dispute))
}

/// The point that lies a difference from another, if it is on earth.
fn step(bytes: &mut Columns<'_>, from: (i32, i32), shift: u32) -> Option<(i32, i32)> {
    let mut along = |from: i32| {
        let difference = signed(bytes)?.checked_mul(1i32.checked_shl(shift)?)?;
        from.checked_add(difference).filter(|at| (-FURTHEST..=FURTHEST).contains(at))
    };
    Some((along(from.0)?, along(from.1)?))
}

fn signed(bytes: &mut Columns<'_>) -> Option<i32> {
    bytes.number().map(|value| (value >> 1) as i32 ^ -((value & 1) as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An outline of these bytes after the head.
    fn outline(body: &[u8]) -> Result<Outline, OutlineError> {
        Outline::from_bytes(&[&MAGIC[..], &digest(body).to_le_bytes(), body].concat())
    }

    /// A triangle of land: one shore of two points between its ends.
    const TRIANGLE: [u8; 9] = [0, 0, 0, 1, 3, 0, 0, 6, 0];

    #[test]
    fn a_ring_is_read() {
        let points = [&TRIANGLE[..], &[20, 0, 0, 20]].concat();
        assert_eq!(outline(&points).expect("an outline").land, [[(0, 0), (10, 0), (10, 10)]]);
    }

    #[test]
    fn a_shift_makes_differences_larger() {
        let mut points = [&TRIANGLE[..], &[20, 0, 0, 20]].concat();
        points[8] = 1;
        assert_eq!(outline(&points).expect("an outline").land, [[(0, 0), (10, 0), (10, 20)]]);
    }

    #[test]
    fn foreign_and_other_bytes_are_told_apart() {
        assert_eq!(Outline::from_bytes(b"<!doctype html>"), Err(OutlineError::NotAnOutline));
        assert_eq!(Outline::from_bytes(b""), Err(OutlineError::NotAnOutline));
        assert_eq!(Outline::from_bytes(b"CVO0 and more"), Err(OutlineError::OtherFormat));
        assert_eq!(Outline::from_bytes(b"CVO1"), Err(OutlineError::Corrupt));
        assert_eq!(Outline::from_bytes(b"CVO1\0\0\0\0rest"), Err(OutlineError::Corrupt));
    }

    #[test]
    fn whatever_is_cut_short_is_malformed() {
        let whole = [&TRIANGLE[..], &[20, 0, 0, 20]].concat();
        for end in 0..whole.len() {
            assert!(matches!(outline(&whole[..end]), Err(OutlineError::Malformed(_))), "{end}");
        }
        assert_eq!(outline(&[&whole[..], &[0]].concat()), Err(OutlineError::Malformed("table of paths")));
    }

    #[test]
    fn a_point_off_the_earth_is_malformed() {
        let far = [&TRIANGLE[..], &[0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0, 20]].concat();
        assert_eq!(outline(&far), Err(OutlineError::Malformed("table of paths")));
    }

    #[test]
    fn a_disputed_line_runs_one_way_however_it_was_written() {
        // One path that is a line, of one disputed arc without points between.
        let line = |first: [u8; 2], last: [u8; 2]| {
            let body = [&[0, 0, 0, 1, 5][..], &first, &[2, 0], &last].concat();
            outline(&body).expect("an outline").disputed
        };
        assert_eq!(line([0, 0], [20, 4]), line([20, 4], [19, 3]));
    }

    proptest::proptest! {
        #[test]
        fn reading_ends_whatever_the_bytes(body: Vec<u8>) {
            drop(outline(&body));
        }
    }

    #[test]
    fn errors_say_how_to_mend_it() {
        let error = OutlineError::Malformed("table of paths").to_string();
        assert!(error.contains("table of paths") && error.contains("same build"), "{error}");
    }
}
