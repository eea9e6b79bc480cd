//! What is painted: one mark for each finding that the reader should see, and
//! the kind and the ink that it has. Knows neither the page nor the interface.

use crate::wire::{Analysis, Range};

/// What the reader can show and hide with one press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Mentions of the parties.
    Side,
    /// Toponyms.
    Place,
    /// Statements, with the article's own disclaimers.
    Statement,
}

impl Kind {
    /// All kinds, in the order in which the interface shows them.
    pub const ALL: [Kind; 3] = [Kind::Side, Kind::Place, Kind::Statement];

    /// The kind's name in options and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Side => "sides",
            Kind::Place => "places",
            Kind::Statement => "statements",
        }
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Every kind.
    pub const ALL: Kinds = Kinds(0b111);
    /// No kind.
    pub const NONE: Kinds = Kinds(0);

    /// Whether `kind` is in the set.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// The set with `kind` put in, or taken out if it was in.
    pub fn toggled(self, kind: Kind) -> Kinds {
        Kinds(self.0 ^ bit(kind))
    }

    /// The set with `kind` put in.
    pub fn with(self, kind: Kind) -> Kinds {
        Kinds(self.0 | bit(kind))
    }
}

fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}

/// With which line a mark is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A side, by its number from 1 to [`Ink::SIDES`].
    Side(u8),
    /// Several sides at once.
    All,
    /// A place.
    Place,
    /// A statement.
    Statement,
    /// A statement of the article that something was not verified.
    Disclaimer,
}

impl Ink {
    /// How many sides have a line of their own; further ones begin again at 1.
    pub const SIDES: u8 = 6;

    /// The ink of the side at this position.
    pub fn side(position: usize) -> Ink {
        Ink::Side((position % usize::from(Ink::SIDES)) as u8 + 1)
    }

    /// The name under which the ink's ranges are registered, and its class in
    /// our own style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Ink::Side(1) => "caveat-side-1",
            Ink::Side(2) => "caveat-side-2",
            Ink::Side(3) => "caveat-side-3",
            Ink::Side(4) => "caveat-side-4",
            Ink::Side(5) => "caveat-side-5",
            Ink::Side(_) => "caveat-side-6",
            Ink::All => "caveat-all",
            Ink::Place => "caveat-place",
            Ink::Statement => "caveat-statement",
            Ink::Disclaimer => "caveat-disclaimer",
        }
    }
}

/// One finding as it is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Its position among the analysis's mentions, places or statements.
    pub index: usize,
    /// Its line.
    pub ink: Ink,
    /// Its parts, in the order of the text. Never empty.
    pub ranges: Vec<Range>,
}

impl Mark {
    /// The first code unit.
    pub fn start(&self) -> u32 {
        self.ranges[0].start
    }

    /// The code unit after the last.
    pub fn end(&self) -> u32 {
        self.ranges[self.ranges.len() - 1].end
    }

    /// Whether a part of it holds the code unit.
    pub fn covers(&self, unit: u32) -> bool {
        self.ranges.iter().any(|range| range.start <= unit && unit < range.end)
    }
}

/// The marks of an analysis in the order of the text, the longer of two that
/// begin together first. Statements that are not flagged have none.
pub fn marks(analysis: &Analysis) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (index, mention) in analysis.mentions.iter().enumerate() {
        let ink = match analysis.sides.iter().position(|side| side.id == mention.side) {
            Some(position) => Ink::side(position),
            None => Ink::All,
        };
        let ranges = vec![Range { start: mention.start, end: mention.end }];
        marks.push(Mark { kind: Kind::Side, index, ink, ranges });
    }
    for (index, place) in analysis.places.iter().enumerate() {
        let ranges = vec![Range { start: place.start, end: place.end }];
        marks.push(Mark { kind: Kind::Place, index, ink: Ink::Place, ranges });
    }
    for (index, statement) in analysis.statements.iter().enumerate() {
        if !statement.flagged || statement.content.is_empty() {
            continue;
        }
        let ink = if statement.kind == "disclaimer" { Ink::Disclaimer } else { Ink::Statement };
        marks.push(Mark { kind: Kind::Statement, index, ink, ranges: statement.content.clone() });
    }
    marks.sort_by_key(|mark| (mark.start(), u32::MAX - mark.end()));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_put_in_and_taken_out() {
        let shown = Kinds::ALL.toggled(Kind::Place);
        assert!(shown.has(Kind::Side) && !shown.has(Kind::Place) && shown.has(Kind::Statement));
        assert_eq!(shown.toggled(Kind::Place), Kinds::ALL);
        assert_eq!(Kind::ALL.into_iter().fold(Kinds::NONE, Kinds::with), Kinds::ALL);
    }

    #[test]
    fn the_seventh_side_begins_the_lines_again() {
        assert_eq!(Ink::side(5), Ink::Side(6));
        assert_eq!(Ink::side(6), Ink::Side(1));
    }
}
