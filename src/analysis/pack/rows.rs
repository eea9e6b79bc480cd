//! The rows of a pack as they are in memory: small, and pointing into its texts.

use super::{ActorKind, Text};
use crate::analysis::PlaceKind;

/// Who may be a side, or must never be taken for one.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    pub name: Text,
    /// Its id where it is not its name's: that of a publisher's row, or of ours when a
    /// publisher gave it another name.
    pub id: Text,
    pub kind: ActorKind,
    /// ISO 3166-1 alpha-2 of a state, or of the countries where a group acts,
    /// separated by ";".
    pub countries: Text,
    /// The actor that commands it or on whose side it fights.
    pub affiliation: Option<u16>,
}

/// A conflict since 2000.
#[derive(Clone, Debug)]
pub struct Conflict {
    pub name: Text,
    /// The sides, each with its actors.
    pub sides: Vec<Vec<u16>>,
}

/// A leader or official.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub actor: u16,
    /// Whether the surname alone says who is meant, as a president's does.
    pub famous: bool,
    /// The shard that he came with, by its position.
    pub shard: Option<u16>,
}

/// A place of the gazetteer.
#[derive(Clone, Copy, Debug)]
pub struct Toponym {
    pub name: Text,
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: Text,
    /// Hundredths of a degree north and east.
    pub point: (i32, i32),
    /// From 0 to 9, how large and how often in the news.
    pub weight: u8,
    /// Whether the point is an estimate, good to some twenty kilometers.
    pub approximate: bool,
    /// Whether the name is also a common word or a person's, so that it counts only
    /// where the text says that it is a settlement.
    pub guarded: bool,
    /// The shard that it came with, by its position.
    pub shard: Option<u16>,
}

/// Who holds a place and who claims it.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// The place, by its position.
    pub toponym: u32,
    /// Those who hold it, or parts of it.
    pub holders: Vec<u16>,
    /// Those who claim it.
    pub claimants: Vec<u16>,
    /// The year since when it is held; with a slash, the last one too; or nothing.
    pub since: Text,
    /// When this was so: a year and a month.
    pub dated: Text,
}

/// A file with the settlements of one country, or of one part of it.
#[derive(Clone, Copy, Debug)]
pub struct Shard {
    /// Its file's name without the ending: "UA", "US-2".
    pub id: Text,
    /// What a part of a country covers, in whole degrees: south, west, north, east.
    pub area: [i32; 4],
    /// Whether it was added.
    pub loaded: bool,
}
