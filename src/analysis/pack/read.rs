//! Reads the bytes of a pack into a [`Pack`].

use super::line::Name;
use super::{Actor, ActorKind, Conflict, Dispute, MAGIC, Pack, PackError, Person, Shard, Text, Toponym};
use super::{area_words, digest};
use crate::analysis::PlaceKind;
use crate::analysis::bytes::Columns;
use crate::analysis::lexicon::{Class, Naming, Sense, Spelling};

/// The flag of a toponym whose point is an estimate.
const APPROXIMATE: u32 = 1;
/// The flag of a toponym whose name is also a common word or a person's.
const GUARDED: u32 = 2;
/// A pack has a phrase for every so many bytes of its texts: room is made at once.
const BYTES_A_PHRASE: usize = 13;

impl Pack {
    /// Reads the pack of this id on top of what is there; the core's is empty. After
    /// an error what is there is of no use.
    pub(super) fn read(&mut self, bytes: &[u8], id: &str) -> Result<(), PackError> {
        let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(PackError::NotAPack)?;
        if *magic != MAGIC {
            let ours = magic[..3] == MAGIC[..3];
            return Err(if ours { PackError::OtherFormat(char::from(magic[3])) } else { PackError::NotAPack });
        }
        let (head, body) = rest.split_first_chunk::<4>().ok_or(PackError::Corrupt)?;
        if u32::from_le_bytes(*head) != digest(body) {
            return Err(PackError::Corrupt);
        }
        let columns = &mut Columns::new(body, self.texts.len() as u32).ok_or(PackError::Malformed("text"))?;
        self.texts.push_str(columns.all_texts());
        let (found, step) = read_head(columns).ok_or(PackError::Malformed("head"))?;
        let shard = self.shards.iter().position(|shard| self.text(shard.id) == id);
        if found != id || (shard.is_none() && !id.is_empty()) {
            return Err(PackError::Another { found: found.to_string(), wanted: id.to_string() });
        }
        let lexicon = if shard.is_some() { &mut self.localities } else { &mut self.lexicon };
        lexicon.reserve(columns.all_texts().len() / BYTES_A_PHRASE);
        #[cfg(feature = "additions")]
        let from = self.toponyms.len();
        self.read_actors(columns).ok_or(PackError::Malformed("table of actors"))?;
        self.read_conflicts(columns).ok_or(PackError::Malformed("table of conflicts"))?;
        self.read_people(columns, shard).ok_or(PackError::Malformed("table of people"))?;
        self.read_toponyms(columns, step, shard).ok_or(PackError::Malformed("table of places"))?;
        self.read_disputes(columns).ok_or(PackError::Malformed("table of disputes"))?;
        self.read_words(columns).ok_or(PackError::Malformed("table of words"))?;
        self.read_shards(columns).ok_or(PackError::Malformed("table of shards"))?;
        if !columns.is_empty() {
            return Err(PackError::Malformed("end"));
        }
        if let Some(shard) = shard {
            self.shards[shard].loaded = true;
            #[cfg(feature = "additions")]
            self.settle_own_places(from);
        }
        Ok(())
    }

    fn read_actors(&mut self, columns: &mut Columns<'_>) -> Option<()> {
        let rows = columns.rows()?;
        let lexicon = &mut self.lexicon;
        let mut add = |naming, row: usize, name: &Name| {
            lexicon.add(name.words(), name.spelling(), Sense::Actor(row as u16, naming));
        };
        let names = columns.names_and_texts(rows, &mut |row, name, _| add(Naming::Name, row, name))?;
        let countries = columns.texts(rows)?;
        let (kinds, affiliations) = (columns.numbers(rows)?, columns.numbers(rows)?);
        for naming in [Naming::Name, Naming::Adjective, Naming::People, Naming::Seat] {
            columns.names(rows, &mut |row, name, _| add(naming, row, name))?;
        }
        self.actors.reserve(rows);
        for row in 0..rows {
            let affiliation = affiliations[row].checked_sub(1);
            if affiliation.is_some_and(|actor| actor as usize >= rows) {
                return None;
            }
            self.actors.push(Actor {
                name: names[row],
                id: Text::default(),
                kind: *ActorKind::ALL.get(kinds[row] as usize)?,
                countries: countries[row],
                affiliation: affiliation.map(|actor| actor as u16),
            });
        }
        Some(())
    }

    fn read_conflicts(&mut self, columns: &mut Columns<'_>) -> Option<()> {
        let rows = columns.rows()?;
        let (names, counts) = (columns.texts(rows)?, columns.numbers(rows)?);
        for (name, count) in names.into_iter().zip(counts) {
            let sides = (0..count).map(|_| {
                let members = columns.number()?;
                (0..members).map(|_| columns.number().filter(|a| self.has_actor(*a)).map(|a| a as u16)).collect()
            });
            self.conflicts.push(Conflict { name, sides: sides.collect::<Option<_>>()? });
        }
        Some(())
    }

    fn read_people(&mut self, columns: &mut Columns<'_>, shard: Option<usize>) -> Option<()> {
        let rows = columns.rows()?;
        let lexicon = if shard.is_some() { &mut self.localities } else { &mut self.lexicon };
        let from = self.people.len();
        let mut add = |row: usize, words: &[u64], name: &Name, surname: bool| {
            lexicon.add(words, name.spelling(), Sense::Person((from + row) as u16, surname));
        };
        let mut has_surname = vec![false; rows];
        columns.names(rows, &mut |row, name, _| {
            has_surname[row] = true;
            add(row, name.words(), name, true);
        })?;
        columns.names(rows, &mut |row, name, position| {
            add(row, name.words(), name, false);
            if position == 0 && !has_surname[row] {
                add(row, name.last(), name, true);
            }
        })?;
        for (actor, famous) in columns.numbers(rows)?.into_iter().zip(columns.numbers(rows)?) {
            let actor = Some(actor).filter(|actor| self.has_actor(*actor))?;
            let shard = shard.map(|shard| shard as u16);
            self.people.push(Person { actor: actor as u16, famous: famous == 1, shard });
        }
        Some(())
    }

    fn read_toponyms(&mut self, columns: &mut Columns<'_>, step: i32, shard: Option<usize>) -> Option<()> {
        let rows = columns.rows()?;
        let lexicon = if shard.is_some() { &mut self.localities } else { &mut self.lexicon };
        let from = self.toponyms.len();
        let area_words = area_words();
        let mut add = |row: usize, words: &[u64], name: &Name| {
            lexicon.add(words, name.spelling(), Sense::Place((from + row) as u32));
        };
        let names = columns.names_and_texts(rows, &mut |row, name, _| {
            let words = name.words();
            add(row, words, name);
            if let [base @ .., last] = words
                && !base.is_empty()
                && name.last().len() == 1
                && area_words.contains(last)
            {
                add(row, base, name);
            }
        })?;
        let countries = columns.texts(rows)?;
        columns.names(rows, &mut |row, name, _| add(row, name.words(), name))?;
        let (kinds, weights, flags) = (columns.numbers(rows)?, columns.numbers(rows)?, columns.numbers(rows)?);
        let (north, east) = (columns.signed(rows)?, columns.signed(rows)?);
        self.toponyms.reserve(rows);
        let mut point = (0, 0);
        let mut country = Text::default();
        for row in 0..rows {
            point = (north[row].checked_add(point.0)?, east[row].checked_add(point.1)?);
            country = match columns.text(countries[row]) {
                "" => country,
                "-" => Text::default(),
                _ => countries[row],
            };
            self.toponyms.push(Toponym {
                name: names[row],
                kind: *PlaceKind::ALL.get(kinds[row] as usize)?,
                country,
                point: (point.0.checked_mul(step)?, point.1.checked_mul(step)?),
                weight: weights[row].min(9) as u8,
                approximate: flags[row] & APPROXIMATE != 0,
                guarded: flags[row] & GUARDED != 0,
                shard: shard.map(|shard| shard as u16),
            });
        }
        Some(())
    }

    fn read_disputes(&mut self, columns: &mut Columns<'_>) -> Option<()> {
        let rows = columns.rows()?;
        let (since, dated) = (columns.texts(rows)?, columns.texts(rows)?);
        for (since, dated) in since.into_iter().zip(dated) {
            let toponym = columns.number().filter(|toponym| (*toponym as usize) < self.toponyms.len())?;
            let mut actors = || -> Option<Vec<u16>> {
                let count = columns.number()?;
                (0..count).map(|_| columns.number().filter(|a| self.has_actor(*a)).map(|a| a as u16)).collect()
            };
            self.disputes.push(Dispute { toponym, holders: actors()?, claimants: actors()?, since, dated });
        }
        Some(())
    }

    fn read_words(&mut self, columns: &mut Columns<'_>) -> Option<()> {
        let rows = columns.rows()?;
        let (classes, inflected) = (columns.numbers(rows)?, columns.numbers(rows)?);
        let classes: Vec<Class> =
            classes.into_iter().map(|class| Class::ALL.get(class as usize).copied()).collect::<Option<_>>()?;
        let lexicon = &mut self.lexicon;
        columns.names(rows, &mut |row, name, position| {
            // A form's position matters in verbs alone.
            let position = if inflected[row] == 1 { position } else { 0 };
            lexicon.add(name.words(), Spelling::Any, Sense::Word(classes[row], position));
        })
    }

    fn read_shards(&mut self, columns: &mut Columns<'_>) -> Option<()> {
        let rows = columns.rows()?;
        let ids = columns.texts(rows)?;
        let mut sides = || columns.signed(rows);
        let (south, west, north, east) = (sides()?, sides()?, sides()?, sides()?);
        let shards = (0..rows).map(|row| Shard {
            id: ids[row],
            area: [south[row], west[row], north[row], east[row]],
            loaded: false,
        });
        self.shards.extend(shards);
        Some(())
    }

    fn has_actor(&self, actor: u32) -> bool {
        (actor as usize) < self.actors.len()
    }
}

/// A pack's id and the step of its points.
fn read_head<'a>(columns: &mut Columns<'a>) -> Option<(&'a str, i32)> {
    let id = columns.texts(1)?[0];
    Some((columns.text(id), i32::try_from(columns.number()?).ok()?))
}
