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

    /// The set as a number of three bits, for the way to another module.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// The set of a number of [`Kinds::bits`]; other bits are ignored.
    pub fn from_bits(bits: u8) -> Kinds {
        Kinds(bits & Kinds::ALL.0)
    }

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
    let mentions = analysis.mentions.iter().enumerate().map(|(index, mention)| {
        let side = analysis.sides.iter().position(|side| side.id == mention.side);
        let ranges = vec![Range { start: mention.start, end: mention.end }];
        Mark { kind: Kind::Side, index, ink: side.map_or(Ink::All, Ink::side), ranges }
    });
    let places = analysis.places.iter().enumerate().map(|(index, place)| {
        let ranges = vec![Range { start: place.start, end: place.end }];
        Mark { kind: Kind::Place, index, ink: Ink::Place, ranges }
    });
    let flagged = analysis.statements.iter().enumerate().filter(|(_, statement)| statement.flagged);
    let statements = flagged.filter(|(_, statement)| !statement.content.is_empty()).map(|(index, statement)| {
        let ink = if statement.kind == "disclaimer" { Ink::Disclaimer } else { Ink::Statement };
        Mark { kind: Kind::Statement, index, ink, ranges: statement.content.clone() }
    });
    merge([mentions.collect(), places.collect(), statements.collect()])
}

/// Merges lists that are each in the order of the text already. Sorting weighs
/// several kilobytes more.
fn merge(lists: [Vec<Mark>; 3]) -> Vec<Mark> {
    let mut lists = lists.map(|list| list.into_iter().peekable());
    let mut merged = Vec::new();
    loop {
        let order = |mark: &Mark| (mark.start(), u32::MAX - mark.end());
        let heads = lists.iter_mut().filter_map(|list| list.peek().map(order).map(|order| (order, list)));
        let Some((_, list)) = heads.min_by_key(|(order, _)| *order) else { return merged };
        merged.extend(list.next());
    }
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
