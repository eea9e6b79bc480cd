//! Loaded knowledge: actors, conflicts, people, places and words.
//!
//! The bytes are written by `cargo xtask pack` from the rows in `data/`; the
//! format is described at [`Pack::from_bytes`].

use std::fmt;

use super::PlaceKind;
use super::bytes::Bytes;
use super::lexicon::{Class, Lexicon, Naming, Phrase, Sense, Spelling};

/// The first bytes of a pack: its name and its format's number.
pub const MAGIC: [u8; 4] = *b"CVT1";

/// The core pack, as `cargo xtask pack` wrote it.
static CORE: &[u8] = include_bytes!("../../data/packs/core.pack");

/// Knowledge compiled from the rows in `data/` by `cargo xtask pack`.
#[derive(Clone, Debug)]
pub struct Pack {
    pub(super) actors: Vec<Actor>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) people: Vec<Person>,
    pub(super) toponyms: Vec<Toponym>,
    pub(super) lexicon: Lexicon,
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

/// Who may be a side, or must never be taken for one.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub id: String,
    pub name: String,
    pub kind: ActorKind,
    /// ISO 3166-1 alpha-2 of a state, or of the countries where a group acts.
    pub countries: Vec<String>,
    /// The actor that commands it or on whose side it fights.
    pub affiliation: Option<u16>,
}

/// A conflict since 2000.
#[derive(Clone, Debug)]
pub(super) struct Conflict {
    pub name: String,
    /// The sides, each with its actors.
    pub sides: Vec<Vec<u16>>,
}

/// A leader or official.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub actor: u16,
}

/// A place of the gazetteer.
#[derive(Clone, Debug)]
pub(super) struct Toponym {
    pub name: String,
    pub kind: PlaceKind,
    pub country: String,
    /// Hundredths of a degree north and east.
    pub point: (i32, i32),
    /// From 0 to 9, how large and how often in the news.
    pub weight: u8,
}

/// Why bytes are no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// The first bytes are not a pack's, or another format's.
    NotAPack,
    /// The bytes changed on the way: their digest is not the one in the head.
    Corrupt,
    /// The digest is right but a part reads wrongly: the writer and the reader differ.
    Malformed(&'static str),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::NotAPack => f.write_str(
                "found bytes that do not begin with \"CVT1\", wanted a knowledge pack; serve the file core.pack of the same build",
            ),
            PackError::Corrupt => f.write_str(
                "found a knowledge pack whose bytes do not match its digest, wanted it whole; upload core.pack again as binary",
            ),
            PackError::Malformed(part) => {
                write!(f, "found a knowledge pack whose {part} cannot be read; serve the file core.pack of the same build")
            }
        }
    }
}

impl std::error::Error for PackError {}

impl Pack {
    /// Reads a pack.
    ///
    /// After [`MAGIC`] comes a 32-bit FNV-1a digest of the rest, little-endian.
    /// The rest is six lists, each with its length first: words (sorted; shared
    /// prefix, rest), actors, conflicts, people, toponyms (sorted; shared prefix,
    /// rest), phrases (sorted by their words' numbers). Numbers are LEB128, signed
    /// ones zigzag; a text is its length in bytes and UTF-8.
    ///
    /// # Errors
    /// When the bytes are no pack, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, PackError> {
        let rest = bytes.strip_prefix(&MAGIC).ok_or(PackError::NotAPack)?;
        let (head, body) = rest.split_first_chunk::<4>().ok_or(PackError::Corrupt)?;
        if u32::from_le_bytes(*head) != digest(body) {
            return Err(PackError::Corrupt);
        }
        read(&mut Bytes::new(body))
    }

    /// The core pack, embedded in the program: for native programs and for Rust
    /// front ends. The script for web pages fetches it instead.
    pub fn core() -> Pack {
        Pack::from_bytes(CORE).expect("the embedded pack is tested to be readable")
    }
}

/// The 32-bit FNV-1a digest that guards a pack's bytes against accidents.
pub fn digest(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn read(bytes: &mut Bytes<'_>) -> Result<Pack, PackError> {
    let words = bytes.list(|b, words: &[Box<str>]| {
        let before = words.last().map_or("", |w| w);
        b.front_coded(before).map(String::into_boxed_str)
    });
    let words = words.ok_or(PackError::Malformed("word list"))?;
    let actors = bytes.list(|b, _| read_actor(b)).ok_or(PackError::Malformed("actor list"))?;
    let known = |actor: u32| (actor < actors.len() as u32).then_some(actor as u16);
    let conflicts = bytes.list(|b, _| {
        let name = b.text()?;
        let sides = b.list(|b, _| b.list(|b, _| known(b.number()?)))?;
        Some(Conflict { name, sides })
    });
    let conflicts = conflicts.ok_or(PackError::Malformed("conflict list"))?;
    let people = bytes.list(|b, _| Some(Person { actor: known(b.number()?)? }));
    let people = people.ok_or(PackError::Malformed("list of people"))?;
    let toponyms = bytes.list(|b, toponyms: &[Toponym]| read_toponym(b, toponyms.last().map_or("", |t| &t.name)));
    let toponyms = toponyms.ok_or(PackError::Malformed("place list"))?;
    let counts = Counts { words: words.len(), actors: actors.len(), people: people.len(), toponyms: toponyms.len() };
    let phrases = bytes.list(|b, phrases: &[Phrase]| read_phrase(b, phrases.last(), &counts));
    let phrases = phrases.filter(|_| bytes.is_empty()).ok_or(PackError::Malformed("phrase list"))?;
    Ok(Pack { actors, conflicts, people, toponyms, lexicon: Lexicon::new(words, phrases) })
}

fn read_actor(b: &mut Bytes<'_>) -> Option<Actor> {
    Some(Actor {
        id: b.text()?,
        name: b.text()?,
        kind: *ActorKind::ALL.get(b.number()? as usize)?,
        countries: b.list(|b, _| b.text())?,
        affiliation: b.number()?.checked_sub(1).map(|a| a as u16),
    })
}

fn read_toponym(b: &mut Bytes<'_>, before: &str) -> Option<Toponym> {
    Some(Toponym {
        name: b.front_coded(before)?,
        kind: *PlaceKind::ALL.get(b.number()? as usize)?,
        country: b.text()?,
        point: (b.signed()?, b.signed()?),
        weight: b.number()? as u8,
    })
}

/// How many there are of what a phrase may point to.
struct Counts {
    words: usize,
    actors: usize,
    people: usize,
    toponyms: usize,
}

fn read_phrase(b: &mut Bytes<'_>, before: Option<&Phrase>, counts: &Counts) -> Option<Phrase> {
    let least = before.map_or(0, |p| p.words[0]);
    let first = least.checked_add(b.number()?)?;
    let rest = b.list(|b, _| b.number())?;
    let words: Vec<u32> = std::iter::once(first).chain(rest).collect();
    if words.iter().any(|w| *w as usize >= counts.words) {
        return None;
    }
    let spelling = *Spelling::ALL.get(b.number()? as usize)?;
    let (tag, value) = (b.number()?, b.number()?);
    let below = |limit: usize| ((value as usize) < limit).then_some(value as u16);
    let sense = match tag {
        0..=3 => Sense::Actor(below(counts.actors)?, Naming::ALL[tag as usize]),
        4 | 5 => Sense::Person(below(counts.people)?, tag == 5),
        6 => Sense::Place(below(counts.toponyms)?),
        _ => Sense::Word(*Class::ALL.get(tag as usize - 7)?, u8::try_from(value).ok()?),
    };
    Some(Phrase { words, spelling, sense })
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

    #[test]
    fn parts_that_point_nowhere_are_an_error() {
        // No words, no actors; a conflict "x" with one side of one actor, which there is not.
        let body = [0, 0, 1, 1, b'x', 1, 1, 0];
        let mut bytes = MAGIC.to_vec();
        bytes.extend(digest(&body).to_le_bytes());
        bytes.extend(body);
        assert_eq!(Pack::from_bytes(&bytes).err(), Some(PackError::Malformed("conflict list")));
    }
}
