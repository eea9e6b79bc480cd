//! Compiles the rows in `data/` to the binary pack that the engine reads.
//! The format is described at `caveat::analysis::Pack::from_bytes`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::analysis::{ActorKind, Class, MAGIC, POINT_STEP, Pack, PlaceKind, digest, without_area_word};
use clap::Args;

use crate::project;
use crate::rows::{self, Row};

/// What to do with the packs.
#[derive(Args, Default)]
pub struct Options {
    /// Only say whether the packs are those of the rows; write nothing.
    #[arg(long)]
    pub check: bool,
}

/// Writes, or checks, the packs.
pub fn run(options: &Options) -> Result<()> {
    let file = project::root().join("data/packs/core.pack");
    let bytes = compile(&project::root().join("data"))?;
    if options.check {
        if fs::read(&file).ok().as_deref() != Some(&bytes[..]) {
            bail!("found {} older than its rows, wanted it fresh; run `cargo xtask pack`", project::shown(&file));
        }
        println!("{} is fresh", project::shown(&file));
        return Ok(());
    }
    fs::write(&file, &bytes).with_context(|| format!("could not write {}", project::shown(&file)))?;
    println!("wrote {} ({} bytes)", project::shown(&file), bytes.len());
    Ok(())
}

/// The pack of the rows in `data`.
fn compile(data: &Path) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    let actors = actors(data, &mut body)?;
    conflicts(data, &actors, &mut body)?;
    people(data, &actors, &mut body)?;
    toponyms(data, &mut body)?;
    words(data, &mut body)?;
    let bytes = [&MAGIC[..], &digest(&body).to_le_bytes(), &body].concat();
    Pack::from_bytes(&bytes).context("wrote a pack that cannot be read back")?;
    Ok(bytes)
}

/// The actors' numbers, by their ids.
struct Actors(BTreeMap<String, u32>);

impl Actors {
    fn number(&self, id: &str, row: &Row) -> Result<u32> {
        let number = self.0.get(id).copied();
        number.with_context(|| {
            format!("found the actor {id:?} at {}, wanted one of states.tsv or groups.tsv", row.origin)
        })
    }
}

fn actors(data: &Path, body: &mut Vec<u8>) -> Result<Actors> {
    let states =
        rows::read(data, "actors/states.tsv", &["id", "iso", "name", "aliases", "adjectives", "people", "seats"])?;
    let groups =
        rows::read(data, "actors/groups.tsv", &["id", "name", "kind", "aliases", "members", "theatre", "affiliation"])?;
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
    number(body, (states.len() + groups.len()) as u32);
    texts(body, both(2, 1));
    // Where an outsider acts tells nothing about where a war is.
    let fights = |row: &Row| !matches!(row.cell(2), "outside" | "media");
    let theatres = groups.iter().map(|r| if fights(r) { r.cell(5) } else { "" });
    texts(body, states.iter().map(|r| r.cell(1)).chain(theatres));
    numbers(body, states.iter().map(|_| ActorKind::State as u32).chain(kinds));
    numbers(body, states.iter().map(|_| 0).chain(affiliations));
    texts(body, states.iter().map(|r| aliases(r, 2, 3)).chain(groups.iter().map(|r| aliases(r, 1, 3))));
    texts(body, state_alone(4));
    texts(body, both(5, 4));
    texts(body, state_alone(6));
    Ok(actors)
}

fn conflicts(data: &Path, actors: &Actors, body: &mut Vec<u8>) -> Result<()> {
    let rows = rows::read(data, "actors/conflicts.tsv", &["id", "name", "from", "to", "theatre", "sides"])?;
    number(body, rows.len() as u32);
    texts(body, rows.iter().map(|row| row.cell(1)));
    numbers(body, rows.iter().map(|row| row.cell(5).split('|').count() as u32));
    for row in &rows {
        let sides: Vec<&str> = row.cell(5).split('|').collect();
        if sides.len() < 2 {
            bail!("found {} side at {}, wanted two or more separated by \"|\"", sides.len(), row.origin);
        }
        for side in sides {
            let members: Vec<&str> = side.split('+').map(str::trim).collect();
            number(body, members.len() as u32);
            for id in members {
                number(body, actors.number(id, row)?);
            }
        }
    }
    Ok(())
}

fn people(data: &Path, actors: &Actors, body: &mut Vec<u8>) -> Result<()> {
    let columns = ["id", "name", "surname", "actor", "office", "from", "to", "aliases"];
    let rows = rows::read(data, "actors/people.tsv", &columns)?;
    let offices: Vec<u32> = rows.iter().map(|row| actors.number(row.cell(3), row)).collect::<Result<_>>()?;
    number(body, rows.len() as u32);
    texts(body, rows.iter().map(|row| row.cell(1)));
    texts(
        body,
        rows.iter().map(|row| {
            let last = row.cell(1).rsplit(' ').next();
            if last == Some(row.cell(2)) { "" } else { row.cell(2) }
        }),
    );
    texts(body, rows.iter().map(|row| row.cell(7)));
    numbers(body, offices);
    Ok(())
}

fn toponyms(data: &Path, body: &mut Vec<u8>) -> Result<()> {
    let columns = ["name", "kind", "country", "lat", "lon", "weight", "aliases"];
    let mut rows = rows::read(data, "places/places.tsv", &columns)?;
    rows.extend(rows::read(data, "places/namesakes.tsv", &columns)?);
    let north: Vec<i32> = rows.iter().map(|row| steps(row, 3, 90)).collect::<Result<_>>()?;
    let east: Vec<i32> = rows.iter().map(|row| steps(row, 4, 180)).collect::<Result<_>>()?;
    // From south to north in each country, so that points are near those before them.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| (rows[*at].cell(2), north[*at], east[*at], rows[*at].cell(0), rows[*at].cell(1)));
    let rows: Vec<&Row> = order.iter().map(|at| &rows[*at]).collect();
    let differences = |column: &[i32]| {
        let mut before = 0;
        let zigzag = |value: i32| ((value << 1) ^ (value >> 31)) as u32;
        order.iter().map(|at| zigzag(column[*at] - std::mem::replace(&mut before, column[*at]))).collect::<Vec<u32>>()
    };
    let kind = |row: &Row| {
        let kind = PlaceKind::ALL.iter().position(|kind| kind.name() == row.cell(1)).with_context(|| {
            let kinds = PlaceKind::ALL.map(PlaceKind::name).join(", ");
            format!("found the kind {:?} at {}, wanted one of {kinds}", row.cell(1), row.origin)
        })?;
        Ok(kind as u32)
    };
    let weight = |row: &Row| {
        let weight: Option<u32> = row.cell(5).parse().ok().filter(|weight| *weight <= 9);
        weight.with_context(|| {
            format!("found the weight {:?} at {}, wanted a digit from 0 to 9", row.cell(5), row.origin)
        })
    };
    let kinds: Vec<u32> = rows.iter().map(|row| kind(row)).collect::<Result<_>>()?;
    let weights: Vec<u32> = rows.iter().map(|row| weight(row)).collect::<Result<_>>()?;
    number(body, rows.len() as u32);
    texts(body, rows.iter().map(|row| row.cell(0)));
    texts(body, rows.iter().map(|row| row.cell(2)));
    texts(
        body,
        rows.iter()
            .map(|row| row.parts(6).filter(|alias| !is_implied(row.cell(0), alias)).collect::<Vec<_>>().join(";")),
    );
    numbers(body, kinds);
    numbers(body, weights);
    numbers(body, differences(&north));
    numbers(body, differences(&east));
    Ok(())
}

/// A row's aliases without those that the engine finds by the name or by another alias:
/// it reads names in any case, but for acronyms.
fn aliases(row: &Row, name: usize, column: usize) -> String {
    let mut kept = vec![row.cell(name)];
    for alias in row.parts(column).filter(|alias| !is_implied(row.cell(name), alias)) {
        let acronym = alias.chars().all(|c| !c.is_lowercase());
        if acronym || !kept.iter().any(|other| other.to_lowercase() == alias.to_lowercase()) {
            kept.push(alias);
        }
    }
    kept[1..].join(";")
}

/// Whether the engine finds the alias by the name alone: another word for a region
/// after the same name, or none.
fn is_implied(name: &str, alias: &str) -> bool {
    let base = without_area_word(name);
    base == Some(alias) || without_area_word(alias).is_some_and(|alias| alias == name || base == Some(alias))
}

/// A coordinate in steps of [`POINT_STEP`].
fn steps(row: &Row, column: usize, limit: i32) -> Result<i32> {
    let degrees: Option<f64> = row.cell(column).parse().ok().filter(|d: &f64| d.abs() <= f64::from(limit));
    let degrees = degrees.with_context(|| {
        format!(
            "found the coordinate {:?} at {}, wanted degrees from -{limit} to {limit}",
            row.cell(column),
            row.origin
        )
    })?;
    Ok((degrees * 100.0 / f64::from(POINT_STEP)).round() as i32)
}

fn words(data: &Path, body: &mut Vec<u8>) -> Result<()> {
    let mut found = Vec::new();
    for file in ["words/cues.tsv", "words/function.tsv", "words/nouns.tsv", "words/verbs.tsv"] {
        for row in rows::read(data, file, &["class", "forms"])? {
            let class = Class::ALL.iter().position(|class| class.name() == row.cell(0)).with_context(|| {
                format!("found the class {:?} at {}, wanted one of src/analysis/lexicon.rs", row.cell(0), row.origin)
            })?;
            found.push((row, class as u32, u32::from(file.ends_with("verbs.tsv"))));
        }
    }
    number(body, found.len() as u32);
    texts(body, found.iter().map(|(row, ..)| row.cell(1)));
    numbers(body, found.iter().map(|(_, class, _)| *class));
    numbers(body, found.iter().map(|(.., inflected)| *inflected));
    Ok(())
}

/// A LEB128 number.
fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// A column of numbers.
fn numbers(bytes: &mut Vec<u8>, column: impl IntoIterator<Item = u32>) {
    column.into_iter().for_each(|value| number(bytes, value));
}

/// A column of texts, a line for each row.
fn texts(bytes: &mut Vec<u8>, column: impl Iterator<Item = impl AsRef<str>>) {
    let cells: Vec<_> = column.collect();
    let text = cells.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join("\n");
    number(bytes, text.len() as u32);
    bytes.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_pack_is_that_of_the_rows() {
        run(&Options { check: true }).expect("a fresh pack");
    }
}
