//! Toponyms: where things happen.

use super::Span;

/// What a place is. The codes are those of the packs and of the JSON form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A state or a territory that news treats as one.
    Country,
    /// A first-level division, or a region with a name of its own.
    Region,
    /// Any settlement.
    City,
    /// A quarter of a settlement, or a small division.
    District,
    /// A sea, strait, river, lake or reservoir.
    Water,
    /// A mountain, island, desert or peninsula.
    Land,
    /// A power plant, airport, hospital, camp, base, road, bridge or crossing.
    Facility,
    /// Anything else with a name and a location.
    Other,
}

impl PlaceKind {
    /// All kinds, in the order of their codes in a pack.
    pub const ALL: [PlaceKind; 8] = [
        PlaceKind::Country,
        PlaceKind::Region,
        PlaceKind::City,
        PlaceKind::District,
        PlaceKind::Water,
        PlaceKind::Land,
        PlaceKind::Facility,
        PlaceKind::Other,
    ];

    /// The kind's name in rows and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            PlaceKind::Country => "country",
            PlaceKind::Region => "region",
            PlaceKind::City => "city",
            PlaceKind::District => "district",
            PlaceKind::Water => "water",
            PlaceKind::Land => "land",
            PlaceKind::Facility => "facility",
            PlaceKind::Other => "other",
        }
    }
}

/// What decided which of several namesakes is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Only one place of this name is known.
    OnlyOne,
    /// The article names its country or region.
    AreaNamed,
    /// It is the one nearest to the article's other places.
    Nearest,
    /// Nothing but its size speaks for it.
    Largest,
}

impl Decision {
    /// The decision's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Decision::OnlyOne => "only-one",
            Decision::AreaNamed => "area-named",
            Decision::Nearest => "nearest",
            Decision::Largest => "largest",
        }
    }
}

/// A toponym that says where, with the place it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The name in the text, with its feature word: "Kharkiv region".
    pub span: Span,
    /// The name by which a gazetteer knows it.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2 in upper case; empty for seas and what lies in several countries.
    pub country: String,
    /// Degrees north and degrees east, of a point in or near it.
    pub point: (f64, f64),
    /// How sure the resolution is, in percent.
    pub confidence: u8,
    /// What decided between namesakes.
    pub decision: Decision,
}
