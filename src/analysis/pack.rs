//! Loaded knowledge: actors, conflicts, people, places and words.
//!
//! The bytes are written by `cargo xtask pack` from the rows in `data/`; the
//! format is described at [`Pack::from_bytes`]. What reads them is `pack/read.rs`,
//! their errors are `pack/error.rs`. Texts stay in one piece as they came, so that
//! loading allocates nothing for a name.

#[cfg(feature = "additions")]
mod additions;
mod error;
pub(super) mod line;
mod read;
mod rows;

use super::bytes::eight;
use super::hash::hash;
use super::lexicon::{Lexicon, Match, Sense};
use super::{Article, PlaceKind, letter};

#[cfg(feature = "additions")]
use additions::OwnPlace;

#[cfg(feature = "additions")]
pub use additions::{Additions, Entry, Fault, Understood};
pub use error::PackError;
pub use line::is_spelling_of;
pub(super) use rows::{Actor, Conflict, Dispute, Person, Shard, Toponym};

/// The first bytes of a pack: its name, and the number of its format as the last.
pub const MAGIC: [u8; 4] = *b"CVT2";

/// The words for a region, any of which the news may put after its name: a pack
/// leaves such spellings out.
const AREA_WORDS: [&str; 9] =
    ["oblast", "region", "province", "governorate", "state", "county", "department", "territory", "prefecture"];

/// The core pack, as `cargo xtask pack` wrote it.
static CORE: &[u8] = include_bytes!("../../data/packs/core.pack");

/// Knowledge compiled from the rows in `data/` by `cargo xtask pack`: the core, and
/// the shards of those countries that were added to it.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// All texts, in the order in which they came.
    texts: String,
    pub(super) actors: Vec<Actor>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) people: Vec<Person>,
    pub(super) toponyms: Vec<Toponym>,
    /// The places of the core whose status is disputed, in their order.
    pub(super) disputes: Vec<Dispute>,
    /// The shards that the core knows of.
    pub(super) shards: Vec<Shard>,
    /// The names and words of the core.
    pub(super) lexicon: Lexicon,
    /// The names of the shards' places and people. They are apart, since they count only
    /// in an article about their country.
    pub(super) localities: Lexicon,
    /// The places that a publisher added, the latest last.
    #[cfg(feature = "additions")]
    own_places: Vec<OwnPlace>,
}

/// A piece of a pack's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The first byte, counted over all texts that are loaded.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A state.
    State,
    /// A non-state armed group.
    ArmedGroup,
    /// A de-facto or rival government.
    Authority,
    /// A coalition that fights.
    Coalition,
    /// A named army, agency or brigade of another actor.
    Service,
    /// Never a party: an international body, a rights group, a news medium.
    Outside,
    /// A medium that speaks for another actor.
    Media,
}

impl ActorKind {
    /// All, in the order of their codes in a pack.
    pub const ALL: [ActorKind; 7] = [
        ActorKind::State,
        ActorKind::ArmedGroup,
        ActorKind::Authority,
        ActorKind::Coalition,
        ActorKind::Service,
        ActorKind::Outside,
        ActorKind::Media,
    ];

    /// The kind's name in the rows.
    pub fn name(self) -> &'static str {
        match self {
            ActorKind::State => "state",
            ActorKind::ArmedGroup => "armed-group",
            ActorKind::Authority => "authority",
            ActorKind::Coalition => "coalition",
            ActorKind::Service => "service",
            ActorKind::Outside => "outside",
            ActorKind::Media => "media",
        }
    }
}

/// What a pack knows of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownPlace {
    /// The name to show.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2; empty for seas and what lies in several countries.
    pub country: String,
    /// Degrees north and degrees east.
    pub point: (f64, f64),
    /// Whether the point is an estimate, good to some twenty kilometers.
    pub approximate: bool,
}

impl Pack {
    /// Reads a core pack.
    ///
    /// After [`MAGIC`] comes the [`digest`] of the rest, little-endian. The
    /// rest is all texts in one piece, and then numbers. Numbers are LEB128, signed
    /// ones zigzag; the piece of text is its length in bytes and UTF-8. Both hold, in
    /// this order, the pack's id (empty for the core) with the step of its points in
    /// hundredths of a degree, and seven tables: actors, conflicts, people, toponyms,
    /// disputes, words, shards. A table is its number of rows, and then its columns one after
    /// the other, since like compresses best beside like. A column of texts has a
    /// line for each row, several values separated by ";"; an empty country is that
    /// of the row before, "-" is none. A column of numbers has one for each row;
    /// points are counted from the row before. A shard has rows in the tables of
    /// people and toponyms alone, and its people's actors are those of the core.
    ///
    /// # Errors
    /// When the bytes are no pack, of another format, damaged, or a shard.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, PackError> {
        let mut pack = Pack::default();
        pack.read(bytes, "")?;
        Ok(pack)
    }

    /// The core pack, embedded in the program: for native programs and for Rust
    /// front ends. The script for web pages fetches it instead.
    pub fn core() -> Pack {
        Pack::from_bytes(CORE).expect("the embedded pack is tested to be readable")
    }

    /// The pack with a shard that `Analysis::shards` named. One that is there already
    /// changes nothing.
    ///
    /// # Errors
    /// As [`Pack::from_bytes`], and when it is not the shard of that name or the core
    /// does not know it.
    pub fn with_shard(&self, id: &str, bytes: &[u8]) -> Result<Pack, PackError> {
        self.with_shards([(id, bytes)])
    }

    /// The pack with several shards, as [`Pack::with_shard`].
    ///
    /// # Errors
    /// For the first that cannot be read.
    pub fn with_shards<'a>(&self, shards: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Pack, PackError> {
        let mut pack = self.clone();
        for (id, bytes) in shards {
            if !pack.has_shard(id) {
                pack.read(bytes, id)?;
            }
        }
        Ok(pack)
    }

    /// All places of a name, in any case, in the core and in the shards that were added.
    pub fn places(&self, name: &str) -> Vec<KnownPlace> {
        // Names count only with their capitals.
        let article = Article::new(name.to_uppercase());
        let whole = |found: &Match| found.first == 0 && found.last + 1 == article.tokens().len();
        let core = self.lexicon.find(&article).into_iter();
        let found = core.chain(self.localities.find(&article)).filter(whole).filter_map(|found| match found.sense {
            Sense::Place(place) => Some(&self.toponyms[place as usize]),
            _ => None,
        });
        let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
        let mut places: Vec<KnownPlace> = Vec::new();
        for toponym in found {
            let place = KnownPlace {
                name: self.text(toponym.name).to_string(),
                kind: toponym.kind,
                country: self.text(toponym.country).to_string(),
                point: (degrees(toponym.point.0), degrees(toponym.point.1)),
                approximate: toponym.approximate,
            };
            // A publisher's place may stand in the core and in a shard.
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The ids of all shards that the core knows.
    pub fn shard_ids(&self) -> impl Iterator<Item = &str> {
        self.shards.iter().map(|shard| self.text(shard.id))
    }

    /// A shard's id by its position.
    pub(super) fn shard_id(&self, shard: u16) -> &str {
        self.text(self.shards[usize::from(shard)].id)
    }

    /// Whether a shard was added.
    pub fn has_shard(&self, id: &str) -> bool {
        self.shards.iter().any(|shard| shard.loaded && self.text(shard.id) == id)
    }

    /// How many bytes the pack takes in memory.
    pub fn memory(&self) -> usize {
        let sides: usize = self.conflicts.iter().flat_map(|c| &c.sides).map(|side| side.capacity() * 2 + 24).sum();
        self.texts.capacity()
            + self.actors.capacity() * size_of::<Actor>()
            + self.conflicts.capacity() * size_of::<Conflict>()
            + sides
            + self.people.capacity() * size_of::<Person>()
            + self.toponyms.capacity() * size_of::<Toponym>()
            + self.disputes.capacity() * size_of::<Dispute>()
            + self.lexicon.memory()
            + self.localities.memory()
    }

    /// The words of a text.
    pub(super) fn text(&self, text: Text) -> &str {
        &self.texts[text.start as usize..text.end as usize]
    }

    /// The name to show for an actor.
    pub(super) fn name_of(&self, actor: u16) -> &str {
        self.text(self.actors[usize::from(actor)].name)
    }

    /// The countries of an actor: its own, or those where it acts.
    pub(super) fn countries_of(&self, actor: u16) -> impl Iterator<Item = &str> {
        values(self.text(self.actors[usize::from(actor)].countries))
    }

    /// The dispute about a place, if there is one.
    pub(super) fn dispute(&self, toponym: u32) -> Option<&Dispute> {
        let at = self.disputes.binary_search_by_key(&toponym, |dispute| dispute.toponym).ok()?;
        Some(&self.disputes[at])
    }

    /// An actor's id.
    pub(super) fn id_of(&self, actor: u16) -> String {
        match self.text(self.actors[usize::from(actor)].id) {
            "" => slug(self.name_of(actor)),
            id => id.to_string(),
        }
    }
}

/// The digest that guards a pack's bytes against accidents: FNV-1a of 64 bits over
/// words of eight bytes, little-endian, the last filled up with zeros; its halves
/// joined by exclusive or.
pub fn digest(bytes: &[u8]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64 ^ bytes.len() as u64;
    let mut take = |word: u64| hash = (hash ^ word).wrapping_mul(0x0100_0000_01b3);
    let (words, rest) = bytes.as_chunks::<8>();
    words.iter().for_each(|word| take(u64::from_le_bytes(*word)));
    if !rest.is_empty() {
        take(eight(rest));
    }
    (hash >> 32) as u32 ^ hash as u32
}

/// A region's name without the word for what it is: "Kharkiv" for "Kharkiv Oblast".
pub fn without_area_word(name: &str) -> Option<&str> {
    let (base, word) = name.rsplit_once(' ')?;
    AREA_WORDS.iter().any(|area| word.eq_ignore_ascii_case(area)).then_some(base)
}

/// The hashes of the words for a region.
fn area_words() -> [u64; AREA_WORDS.len()] {
    AREA_WORDS.map(hash)
}

/// A cell's values.
fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').filter(|value| !value.is_empty())
}

/// The id of an actor of this name: in lower case, with a hyphen for whatever is no letter or
/// digit, and no apostrophes.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().filter(|c| !matches!(c, '\'' | '’')).map(letter::lower) {
        if letter::is_letter_or_digit(c) {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_pack_can_be_read() {
        assert!(Pack::from_bytes(CORE).is_ok());
    }

    #[test]
    fn a_pack_cut_short_is_an_error() {
        for end in (0..CORE.len()).step_by(997) {
            assert!(Pack::from_bytes(&CORE[..end]).is_err());
        }
    }

    #[test]
    fn a_changed_bit_is_an_error() {
        let mut bytes = CORE.to_vec();
        for at in (0..bytes.len()).step_by(1999) {
            bytes[at] ^= 4;
            assert!(Pack::from_bytes(&bytes).is_err());
            bytes[at] ^= 4;
        }
    }

    /// A pack with this body, whatever it holds.
    fn pack_of(body: &[u8]) -> Vec<u8> {
        [&MAGIC[..], &digest(body).to_le_bytes(), body].concat()
    }

    #[test]
    fn parts_that_point_nowhere_are_an_error() {
        // The id and a conflict's name; the step; no actors; one conflict with one side of one
        // actor, which there is not.
        let body = [3, b'\n', b'x', b'\n', 5, 0, 1, 1, 1, 0];
        assert_eq!(Pack::from_bytes(&pack_of(&body)).err(), Some(PackError::Malformed("table of conflicts")));
    }

    #[test]
    fn what_is_no_pack_or_of_another_format_is_told_apart() {
        assert_eq!(Pack::from_bytes(b"<!doctype html>").err(), Some(PackError::NotAPack));
        assert_eq!(Pack::from_bytes(b"CVT1....").err(), Some(PackError::OtherFormat('1')));
    }

    #[test]
    fn a_pack_under_another_name_is_an_error() {
        let shard = pack_of(&[3, b'U', b'A', b'\n', 5, 0, 0, 0, 0, 0, 0, 0]);
        let another = |found: &str, wanted: &str| PackError::Another { found: found.into(), wanted: wanted.into() };
        assert_eq!(Pack::from_bytes(&shard).err(), Some(another("UA", "")));
        assert_eq!(Pack::core().with_shard("SD", &shard).err(), Some(another("UA", "SD")));
        assert_eq!(Pack::core().with_shard("SD", CORE).err(), Some(another("", "SD")));
    }
}
