//! Loaded knowledge: actors, conflicts, people, places and words.
//!
//! The bytes are written by `cargo xtask pack` from the rows in `data/`; the
//! format is described at [`Pack::from_bytes`].

use std::fmt;

use super::PlaceKind;
use super::bytes::Bytes;
use super::lexicon::{Class, Lexicon, Naming, Sense, Spelling};

/// The first bytes of a pack: its name and its format's number.
pub const MAGIC: [u8; 4] = *b"CVT1";

/// The words for a region, any of which the news may put after its name: a pack
/// leaves such spellings out.
const AREA_WORDS: [&str; 9] =
    ["oblast", "region", "province", "governorate", "state", "county", "department", "territory", "prefecture"];

/// A pack gives points in so many hundredths of a degree: some five kilometers.
pub const POINT_STEP: i32 = 5;

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
    /// The rest is five tables: actors, conflicts, people, toponyms, words. A table
    /// is its number of rows and then its columns one after the other, since like
    /// compresses best beside like; points are counted in [`POINT_STEP`] from the
    /// row before. A column of texts is one text with a line for
    /// each row, several values separated by ";"; a column of numbers has one for
    /// each row. Numbers are LEB128, signed ones zigzag; a text is its length in
    /// bytes and UTF-8.
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
    let mut names = Names::default();
    let actors = read_actors(bytes, &mut names).ok_or(PackError::Malformed("table of actors"))?;
    let conflicts = read_conflicts(bytes, actors.len()).ok_or(PackError::Malformed("table of conflicts"))?;
    let people = read_people(bytes, actors.len(), &mut names).ok_or(PackError::Malformed("table of people"))?;
    let toponyms = read_toponyms(bytes, &mut names).ok_or(PackError::Malformed("table of places"))?;
    read_words(bytes, &mut names).filter(|()| bytes.is_empty()).ok_or(PackError::Malformed("table of words"))?;
    Ok(Pack { actors, conflicts, people, toponyms, lexicon: names.lexicon() })
}

fn read_actors(b: &mut Bytes<'_>, phrases: &mut Names) -> Option<Vec<Actor>> {
    let rows = b.rows()?;
    let (names, countries) = (b.texts(rows)?, b.texts(rows)?);
    let (kinds, affiliations) = (b.numbers(rows)?, b.numbers(rows)?);
    let naming = [Naming::Name, Naming::Adjective, Naming::People, Naming::Seat];
    let forms = [b.texts(rows)?, b.texts(rows)?, b.texts(rows)?, b.texts(rows)?];
    let mut actors = Vec::with_capacity(rows);
    for row in 0..rows {
        let sense = |naming| Sense::Actor(row as u16, naming);
        phrases.add_name(names[row], sense(Naming::Name));
        for (column, naming) in forms.iter().zip(naming) {
            values(column[row]).for_each(|form| phrases.add_name(form, sense(naming)));
        }
        let affiliation = affiliations[row].checked_sub(1);
        if affiliation.is_some_and(|actor| actor as usize >= rows) {
            return None;
        }
        actors.push(Actor {
            id: slug(names[row]),
            name: names[row].to_string(),
            kind: *ActorKind::ALL.get(kinds[row] as usize)?,
            countries: values(countries[row]).map(str::to_string).collect(),
            affiliation: affiliation.map(|actor| actor as u16),
        });
    }
    Some(actors)
}

fn read_conflicts(b: &mut Bytes<'_>, actors: usize) -> Option<Vec<Conflict>> {
    let rows = b.rows()?;
    let (names, counts) = (b.texts(rows)?, b.numbers(rows)?);
    let mut conflicts = Vec::with_capacity(rows);
    for (name, count) in names.iter().zip(counts) {
        let sides = (0..count).map(|_| {
            let members = b.number()?;
            (0..members).map(|_| b.number().filter(|a| (*a as usize) < actors).map(|a| a as u16)).collect()
        });
        conflicts.push(Conflict { name: name.to_string(), sides: sides.collect::<Option<_>>()? });
    }
    Some(conflicts)
}

fn read_people(b: &mut Bytes<'_>, actors: usize, phrases: &mut Names) -> Option<Vec<Person>> {
    let rows = b.rows()?;
    let (names, surnames, aliases) = (b.texts(rows)?, b.texts(rows)?, b.texts(rows)?);
    let offices = b.numbers(rows)?;
    for row in 0..rows {
        let last = names[row].rsplit(' ').next().unwrap_or_default();
        phrases.add_name(names[row], Sense::Person(row as u16, false));
        phrases.add_name(if surnames[row].is_empty() { last } else { surnames[row] }, Sense::Person(row as u16, true));
        for alias in values(aliases[row]) {
            phrases.add_name(alias, Sense::Person(row as u16, !alias.contains(' ')));
        }
    }
    offices.into_iter().map(|actor| ((actor as usize) < actors).then_some(Person { actor: actor as u16 })).collect()
}

fn read_toponyms(b: &mut Bytes<'_>, phrases: &mut Names) -> Option<Vec<Toponym>> {
    let rows = b.rows()?;
    let (names, countries, aliases) = (b.texts(rows)?, b.texts(rows)?, b.texts(rows)?);
    let (kinds, weights, north, east) = (b.numbers(rows)?, b.numbers(rows)?, b.signed(rows)?, b.signed(rows)?);
    let mut toponyms = Vec::with_capacity(rows);
    let mut point = (0, 0);
    for row in 0..rows {
        point = (north[row].checked_add(point.0)?, east[row].checked_add(point.1)?);
        let sense = Sense::Place(row as u16);
        phrases.add_name(names[row], sense);
        if let Some(base) = without_area_word(names[row]) {
            phrases.add_name(base, sense);
        }
        values(aliases[row]).for_each(|alias| phrases.add_name(alias, sense));
        toponyms.push(Toponym {
            name: names[row].to_string(),
            kind: *PlaceKind::ALL.get(kinds[row] as usize)?,
            country: countries[row].to_string(),
            point: (point.0.checked_mul(POINT_STEP)?, point.1.checked_mul(POINT_STEP)?),
            weight: weights[row].min(9) as u8,
        });
    }
    Some(toponyms)
}

fn read_words(b: &mut Bytes<'_>, phrases: &mut Names) -> Option<()> {
    let rows = b.rows()?;
    let (forms, classes, inflected) = (b.texts(rows)?, b.numbers(rows)?, b.numbers(rows)?);
    for row in 0..rows {
        let class = *Class::ALL.get(classes[row] as usize)?;
        for (form, position) in values(forms[row]).zip(0u8..=u8::MAX) {
            // A form's position matters in verbs alone.
            let position = if inflected[row] == 1 { position } else { 0 };
            phrases.add(form, Spelling::Any, Sense::Word(class, position));
        }
    }
    Some(())
}

/// A region's name without the word for what it is: "Kharkiv" for "Kharkiv Oblast".
pub fn without_area_word(name: &str) -> Option<&str> {
    let (base, word) = name.rsplit_once(' ')?;
    AREA_WORDS.contains(&word.to_lowercase().as_str()).then_some(base)
}

/// A cell's values.
fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').filter(|value| !value.is_empty())
}

/// An actor's id: its name in lower case, with a hyphen for whatever is no letter or
/// digit, and no apostrophes.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().filter(|c| !matches!(c, '\'' | '’')).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_string()
}

/// Phrases as they are read, before they are a lexicon.
#[derive(Default)]
struct Names {
    phrases: Vec<(String, Spelling, Sense)>,
}

/// The longest name in capitals that must stay in capitals: "RSF"; "TAIWAN" may be
/// "Taiwan".
const LONGEST_ACRONYM: usize = 6;

impl Names {
    /// Adds a name, which counts only in the case in which names are written.
    fn add_name(&mut self, name: &str, sense: Sense) {
        let letters = || name.chars().filter(|c| c.is_alphabetic());
        let acronym = (2..=LONGEST_ACRONYM).contains(&letters().count()) && letters().all(char::is_uppercase);
        self.add(name, if acronym { Spelling::Capitals } else { Spelling::Capital }, sense);
    }

    fn add(&mut self, phrase: &str, spelling: Spelling, sense: Sense) {
        self.phrases.push((phrase.to_string(), spelling, sense));
    }

    fn lexicon(self) -> Lexicon {
        Lexicon::new(self.phrases.iter().map(|(phrase, spelling, sense)| (phrase.as_str(), *spelling, *sense)))
    }
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
        // No actors; a conflict "x" with one side of one actor, which there is not.
        let body = [0, 0, 0, 0, 0, 0, 0, 1, 1, b'x', 1, 1, 0];
        let mut bytes = MAGIC.to_vec();
        bytes.extend(digest(&body).to_le_bytes());
        bytes.extend(body);
        assert_eq!(Pack::from_bytes(&bytes).err(), Some(PackError::Malformed("table of conflicts")));
    }
}
