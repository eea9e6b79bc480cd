//! Every English word that the interface says, in one place, so that catalogues
//! of other languages can take its place. The reasons of statements come with the
//! analysis.

use crate::web::mark::Kind;
use crate::wire::Status;

/// The name of the interface for assistive technology.
pub const INTERFACE: &str = "Caveat: marks in the article";
/// Our name.
pub const NAME: &str = "Caveat";
/// What every reader must know about the marks.
pub const NOTE: &str = "Marked by a program, which may err.";
/// Opens the list of the marks.
pub const LIST: &str = "List";
/// The list, for assistive technology.
pub const LIST_NAME: &str = "Marks in the order of the article";
/// Closes a card.
pub const CLOSE: &str = "Close";
/// A link to a map.
pub const MAP: &str = "Open a map";
/// Where the places come from, as the license asks.
pub const CREDIT: &str = "Contains GeoNames data (CC BY 4.0).";
/// Said of a link that opens a new tab.
pub const NEW_TAB: &str = "(new tab)";
/// Shows a passage in the article.
pub const SHOW: &str = "Show";
/// More than one side.
pub const SEVERAL_SIDES: &str = "Several sides at once";

/// Labels of the lines of a card.
pub mod label {
    /// The role of a mention.
    pub const ROLE: &str = "Named here as";
    /// How often a side is named.
    pub const NAMED: &str = "In this article";
    /// The other names of a side.
    pub const NAMES: &str = "Also called";
    /// Why it is a side.
    pub const PARTY: &str = "A party because";
    /// What a place is.
    pub const KIND: &str = "What";
    /// Latitude and longitude.
    pub const COORDINATES: &str = "Where";
    /// Who holds a disputed place.
    pub const STATUS: &str = "Disputed";
    /// How a namesake was chosen.
    pub const DECISION: &str = "Chosen";
    /// How sure the program is.
    pub const SURE: &str = "The program is";
    /// Who makes a statement.
    pub const SOURCE: &str = "Who says it";
    /// The side that a source speaks for.
    pub const SIDE: &str = "Speaks for";
    /// The words that show a statement.
    pub const CUE: &str = "Told by";
    /// The disclaimer of a statement.
    pub const DISCLAIMED: &str = "The article adds";
    /// What contradicts a statement.
    pub const CONTRADICTED: &str = "Against it";
    /// What confirms a statement.
    pub const CONFIRMED: &str = "For it";
    /// The marks around a mark.
    pub const AROUND: &str = "Part of";
}

/// A count with its kind: "1 side", "19 places".
pub fn count(kind: Kind, number: usize) -> String {
    let noun = match (kind, number) {
        (Kind::Side, 1) => "side",
        (Kind::Side, _) => "sides",
        (Kind::Place, 1) => "place",
        (Kind::Place, _) => "places",
        (Kind::Statement, 1) => "statement",
        (Kind::Statement, _) => "statements",
    };
    format!("{number} {noun}")
}

/// What a switch does, for a tooltip and for assistive technology.
pub fn switch(kind: Kind) -> &'static str {
    match kind {
        Kind::Side => "Mark the parties to the conflict",
        Kind::Place => "Mark places",
        Kind::Statement => "Mark statements that rest on somebody's word",
    }
}

/// A kind above the title of a card.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Side => "Side",
        Kind::Place => "Place",
        Kind::Statement => "Statement",
    }
}

/// As what a mention names a side.
pub fn role(role: &str) -> &'static str {
    match role {
        "state" => "a state",
        "government" => "a government or institution",
        "military" => "armed forces",
        "armed-group" => "an armed group",
        "official" => "a person who speaks or acts for it",
        "proxy" => "someone who fights or governs for it",
        "metonym" => "a capital that stands for its government",
        "collective" => "several sides at once",
        _ => "a part of it",
    }
}

/// How often a side is named and speaks.
pub fn named(named: usize, spoken: usize) -> String {
    let times = |number: usize| match number {
        0 => "never".to_string(),
        1 => "once".to_string(),
        2 => "twice".to_string(),
        more => format!("{more} times"),
    };
    format!("named {}, speaks {}", times(named), times(spoken))
}

/// Why a party is a side.
pub fn evidence(conflict: Option<&str>, words: Option<&str>) -> String {
    match (conflict, words) {
        (Some(conflict), _) => format!("it is known to fight in this conflict: {conflict}"),
        (None, Some(words)) => format!("the article says so: “{words}”"),
        (None, None) => "the article treats it as one".to_string(),
    }
}

/// What a place is.
pub fn place_kind(kind: &str) -> &'static str {
    match kind {
        "country" => "country",
        "region" => "region",
        "city" => "town or city",
        "district" => "district",
        "water" => "water",
        "land" => "landform",
        "facility" => "site",
        _ => "place",
    }
}

/// Nothing decided between namesakes.
pub const UNCLEAR: &str = "unclear";

/// What decided between namesakes.
pub fn decision(decision: &str) -> &'static str {
    match decision {
        "only-one" => "as the only place known by this name",
        "area-named" => "because the article names its country or region",
        "nearest" => "as the one nearest to the article's other places",
        UNCLEAR => "not at all: where it lies is not known for certain",
        _ => "as the largest place of this name, a guess",
    }
}

/// Who holds a place and who claims it, in neutral words.
pub fn status(status: &Status) -> String {
    let held = match &status.held_by[..] {
        [] => "held by nobody".to_string(),
        [holder] => format!("held by {holder}"),
        holders => format!("held in parts by {}", all(holders)),
    };
    let years = match status.since.split_once('/') {
        Some((from, to)) => format!(" from {from} to {to}"),
        None if status.since.is_empty() => String::new(),
        None => format!(" since {}", status.since),
    };
    format!("{held}{years}; claimed by {}; as of {}", all(&status.claimed_by), status.dated)
}

/// Names in a list: "Russia and Ukraine".
fn all(names: &[String]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// Degrees as readers write them: "49.99° N, 36.23° E". An estimate says so.
pub fn coordinates(lat: f64, lon: f64, approximate: bool) -> String {
    let (north, east) = (if lat < 0.0 { "S" } else { "N" }, if lon < 0.0 { "W" } else { "E" });
    let about = if approximate { "about " } else { "" };
    format!("{about}{}° {north}, {}° {east}", decimal(lat.abs(), 2), decimal(lon.abs(), 2))
}

/// A number with so many decimals, as code and addresses write it. Through whole
/// numbers: printing any fraction exactly weighs more than the rest of this file.
pub fn decimal(number: f64, decimals: u32) -> String {
    let unit = 10_i64.pow(decimals);
    let scaled = (number * unit as f64).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, rest) = (scaled.abs() / unit, scaled.abs() % unit);
    format!("{sign}{whole}.{rest:0width$}", width = decimals as usize)
}

/// What a statement is.
pub fn statement_kind(kind: &str) -> &'static str {
    match kind {
        "claim" => "Claim",
        "forecast" => "Announcement",
        "judgement" => "Judgement",
        "unnamed" => "Unnamed source",
        "hearsay" => "No source given",
        "withheld" => "Not known or not given",
        "disclaimer" => "The article's own caveat",
        _ => "Statement of a third party",
    }
}

/// A statement's kind with the side whose word it is.
pub fn statement_title(kind: &str, side: Option<&str>) -> String {
    match side {
        Some(side) => format!("{} by {side}", statement_kind(kind)),
        None => statement_kind(kind).to_string(),
    }
}

/// From what on the program is "quite sure" and "fairly sure".
const SURE: [f64; 2] = [0.85, 0.6];

/// How sure the program is.
pub fn sure(confidence: f64) -> &'static str {
    match confidence {
        c if c >= SURE[0] => "quite sure",
        c if c >= SURE[1] => "fairly sure",
        _ => "not sure",
    }
}

/// Words in quotation marks.
pub fn quoted(words: &str) -> String {
    format!("“{words}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        assert_eq!(count(Kind::Side, 1), "1 side");
        assert_eq!(count(Kind::Statement, 0), "0 statements");
    }

    #[test]
    fn coordinates_name_the_half_of_the_globe() {
        let status = |held_by: &[&str], since: &str| {
            let names = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
            status(&Status {
                held_by: names(held_by),
                since: since.into(),
                claimed_by: names(&["Xia", "Yue", "Zed"]),
                dated: "2026-01".into(),
            })
        };
        assert_eq!(
            status(&["Xia", "Yue"], "1994/2023"),
            "held in parts by Xia and Yue from 1994 to 2023; claimed by Xia, Yue and Zed; as of 2026-01"
        );
        assert_eq!(status(&["Xia"], "1967"), "held by Xia since 1967; claimed by Xia, Yue and Zed; as of 2026-01");
        assert_eq!(status(&[], ""), "held by nobody; claimed by Xia, Yue and Zed; as of 2026-01");
        assert_eq!(coordinates(-33.454, -70.0, false), "33.45° S, 70.00° W");
        assert_eq!(coordinates(49.9935, 36.2304, true), "about 49.99° N, 36.23° E");
    }

    #[test]
    fn decimals_are_rounded_and_filled_up() {
        assert_eq!(decimal(-0.05, 4), "-0.0500");
        assert_eq!(decimal(36.99996, 4), "37.0000");
    }
}
