//! Compiles the rows of actors, conflicts, people, important places and words to
//! the core pack.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::analysis::{ActorKind, Class, MAGIC};

use super::people::{self, Person};
use super::places::{self, Place};
use super::writer::Writer;
use crate::rows::{self, Row};

/// The core's points are counted in so many hundredths of a degree: some five
/// kilometers.
const POINT_STEP: u32 = 5;

/// The columns of the states.
pub const STATE_COLUMNS: [&str; 7] = ["id", "iso", "name", "aliases", "adjectives", "people", "seats"];
/// The columns of the groups.
pub const GROUP_COLUMNS: [&str; 7] = ["id", "name", "kind", "aliases", "members", "theatre", "affiliation"];

/// The core pack. `places` are its toponyms, `people` its people, `shards` what it knows
/// of the shards: the id and the area (south, west, north, east, in whole degrees) of each.
pub fn compile(data: &Path, places: &[Place], people: &[Person], shards: &[(String, [i32; 4])]) -> Result<Vec<u8>> {
    let mut pack = places::head("", POINT_STEP);
    let actors = actors(data, &mut pack)?;
    conflicts(data, &actors, &mut pack)?;
    people::write(people, &actors, &mut pack)?;
    places::write(places, POINT_STEP, &mut pack);
    disputes(data, places, &actors, &mut pack)?;
    words(data, &mut pack)?;
    pack.number(shards.len() as u32);
    pack.texts(shards.iter().map(|(id, _)| id));
    for side in 0..4 {
        pack.signed(shards.iter().map(|(_, area)| area[side]));
    }
    Ok(pack.into_bytes(MAGIC))
}

/// The actors' numbers, by their ids.
pub struct Actors(BTreeMap<String, u32>);

impl Actors {
    /// Numbers all states and then all groups.
    pub fn read(data: &Path) -> Result<Actors> {
        actors(data, &mut Writer::default())
    }

    /// The number of the actor that a row names.
    pub fn number(&self, id: &str, row: &Row) -> Result<u32> {
        let number = self.0.get(id).copied();
        number.with_context(|| {
            format!("found the actor {id:?} at {}, wanted one of states.tsv or groups.tsv", row.origin)
        })
    }
}

fn actors(data: &Path, pack: &mut Writer) -> Result<Actors> {
    let states = rows::read(data, "actors/states.tsv", &STATE_COLUMNS)?;
    let groups = rows::read(data, "actors/groups.tsv", &GROUP_COLUMNS)?;
    let mut actors = Actors(BTreeMap::new());
    for (row, value) in states.iter().chain(&groups).zip(0..) {
        if actors.0.insert(row.cell(0).to_string(), value).is_some() {
            bail!("found the id {:?} twice, again at {}; ids must differ", row.cell(0), row.origin);
        }
    }
    let kinds = groups.iter().map(|row| {
        let kind = ActorKind::ALL.iter().position(|kind| kind.name() == row.cell(2)).with_context(|| {
            let kinds = ActorKind::ALL.map(ActorKind::name).join(", ");
            format!("found the kind {:?} at {}, wanted one of {kinds}", row.cell(2), row.origin)
        })?;
        Ok(kind as u32)
    });
    let kinds: Vec<u32> = kinds.collect::<Result<_>>()?;
    let affiliation = |row: &Row| match row.parts(6).next() {
        Some(id) => actors.number(id, row).map(|number| number + 1),
        None => Ok(0),
    };
    let affiliations: Vec<u32> = groups.iter().map(affiliation).collect::<Result<_>>()?;
    let both = |state: usize, group: usize| {
        states.iter().map(move |r| r.cell(state)).chain(groups.iter().map(move |r| r.cell(group)))
    };
    let state_alone = |state: usize| states.iter().map(move |r| r.cell(state)).chain(groups.iter().map(|_| ""));
    pack.number((states.len() + groups.len()) as u32);
    pack.texts(both(2, 1));
    // Where an outsider acts tells nothing about where a war is.
    let fights = |row: &Row| !matches!(row.cell(2), "outside" | "media");
    let theatres = groups.iter().map(|r| if fights(r) { r.cell(5) } else { "" });
    pack.texts(states.iter().map(|r| r.cell(1)).chain(theatres));
    pack.numbers(states.iter().map(|_| ActorKind::State as u32).chain(kinds));
    pack.numbers(states.iter().map(|_| 0).chain(affiliations));
    pack.texts(states.iter().map(|r| aliases(r, 2, 3)).chain(groups.iter().map(|r| aliases(r, 1, 3))));
    pack.texts(state_alone(4));
    pack.texts(both(5, 4));
    pack.texts(state_alone(6));
    Ok(actors)
}

fn conflicts(data: &Path, actors: &Actors, pack: &mut Writer) -> Result<()> {
    let rows = rows::read(data, "actors/conflicts.tsv", &["id", "name", "from", "to", "theatre", "sides"])?;
    pack.number(rows.len() as u32);
    pack.texts(rows.iter().map(|row| row.cell(1)));
    pack.numbers(rows.iter().map(|row| row.cell(5).split('|').count() as u32));
    for row in &rows {
        let sides: Vec<&str> = row.cell(5).split('|').collect();
        if sides.len() < 2 {
            bail!("found {} side at {}, wanted two or more separated by \"|\"", sides.len(), row.origin);
        }
        for side in sides {
            let members: Vec<&str> = side.split('+').map(str::trim).collect();
            pack.number(members.len() as u32);
            for id in members {
                pack.number(actors.number(id, row)?);
            }
        }
    }
    Ok(())
}

/// A row's aliases without those that the engine finds by the name or by another alias.
fn aliases(row: &Row, name: usize, column: usize) -> String {
    let all: Vec<String> = row.parts(column).map(str::to_string).collect();
    places::needed(vec![row.cell(name)], &all).join(";")
}

/// The columns of the places whose status is disputed.
pub const DISPUTE_COLUMNS: [&str; 7] = ["name", "kind", "country", "holder", "since", "claimants", "note-date"];

fn disputes(data: &Path, places: &[Place], actors: &Actors, pack: &mut Writer) -> Result<()> {
    let mut found = Vec::new();
    for row in rows::read(data, "places/disputed.tsv", &DISPUTE_COLUMNS)? {
        let place = places::order(places, POINT_STEP)
            .iter()
            .position(|place| place.is_of(row.cell(0), row.cell(1), row.cell(2)))
            .with_context(|| format!("found {:?} at {}, wanted a place of places.tsv", row.cell(0), row.origin))?;
        found.push((place as u32, row));
    }
    found.sort_by_key(|(place, _)| *place);
    pack.number(found.len() as u32);
    pack.texts(found.iter().map(|(_, row)| row.cell(4)));
    pack.texts(found.iter().map(|(_, row)| row.cell(6)));
    for (place, row) in &found {
        pack.number(*place);
        for column in [3, 5] {
            let members: Vec<u32> = row.parts(column).map(|id| actors.number(id, row)).collect::<Result<_>>()?;
            pack.number(members.len() as u32);
            pack.numbers(members);
        }
    }
    Ok(())
}

fn words(data: &Path, pack: &mut Writer) -> Result<()> {
    let mut found = Vec::new();
    for file in ["words/cues.tsv", "words/function.tsv", "words/nouns.tsv", "words/verbs.tsv"] {
        for row in rows::read(data, file, &["class", "forms"])? {
            let class = Class::ALL.iter().position(|class| class.name() == row.cell(0)).with_context(|| {
                format!("found the class {:?} at {}, wanted one of src/analysis/lexicon.rs", row.cell(0), row.origin)
            })?;
            found.push((row, class as u32, u32::from(file.ends_with("verbs.tsv"))));
        }
    }
    pack.number(found.len() as u32);
    pack.texts(found.iter().map(|(row, ..)| row.cell(1)));
    pack.numbers(found.iter().map(|(_, class, _)| *class));
    pack.numbers(found.iter().map(|(.., inflected)| *inflected));
    Ok(())
}
