//! People as packs hold them: those whom the world knows in the core, and officials of
//! a country that has one shard in that.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;

use super::core::{Actors, GROUP_COLUMNS, STATE_COLUMNS};
use super::places;
use super::writer::Writer;
use crate::rows::{self, Row};

/// Who holds one of these offices is called by his surname alone.
const FAMOUS: [&str; 6] = ["President", "Prime Minister", "Supreme Leader", "Chancellor", "King", "Crown Prince"];

/// A person's names as a pack has them.
struct Names<'a> {
    /// Those that say by themselves who is meant: full names and nicknames.
    full: Vec<&'a str>,
    /// Those that count only beside one of these or a title; none where the last word of
    /// the first full name is the only one.
    surnames: Vec<&'a str>,
}

impl Names<'_> {
    fn of(row: &Row) -> Names<'_> {
        let (name, surname) = (row.cell(1), row.cell(2));
        let initial = |name: &str| name.trim_start_matches("al-").chars().next();
        // "Araqchi" is Araghchi spelled otherwise, but "Hemedti" is no Dagalo.
        let is_surname = |alias: &&str| !alias.contains(' ') && initial(alias) == initial(surname);
        let (surnames, full): (Vec<&str>, Vec<&str>) = row.parts(7).partition(is_surname);
        let needed = |known: &str, aliases: &[&str]| -> Vec<usize> {
            let aliases: Vec<String> = aliases.iter().map(|alias| alias.to_string()).collect();
            places::needed(vec![known], &aliases)
                .iter()
                .filter_map(|kept| aliases.iter().position(|a| a == kept))
                .collect()
        };
        let full = [name].into_iter().chain(needed(name, &full).into_iter().map(|at| full[at])).collect();
        let variants: Vec<&str> = needed(surname, &surnames).into_iter().map(|at| surnames[at]).collect();
        let plain = name.rsplit(' ').next() == Some(surname) && variants.is_empty();
        let surnames = if plain { Vec::new() } else { [surname].into_iter().chain(variants).collect() };
        Names { full, surnames }
    }
}

/// A leader or official.
pub struct Person {
    row: Row,
    /// The country where alone he is in the news, if there is one.
    country: Option<String>,
}

impl Person {
    fn is_famous(&self) -> bool {
        FAMOUS.iter().any(|office| self.row.cell(4).starts_with(office))
    }
}

/// All people.
pub fn read(data: &Path) -> Result<Vec<Person>> {
    let states = rows::read(data, "actors/states.tsv", &STATE_COLUMNS)?;
    let groups = rows::read(data, "actors/groups.tsv", &GROUP_COLUMNS)?;
    let mut homes: BTreeMap<String, Vec<String>> =
        states.iter().map(|row| (row.cell(0).to_string(), vec![row.cell(1).to_string()])).collect();
    for row in &groups {
        let theatre: Vec<String> = row.parts(5).map(str::to_string).collect();
        let own = if theatre.is_empty() { homes.get(row.cell(6)).cloned().unwrap_or_default() } else { theatre };
        homes.insert(row.cell(0).to_string(), own);
    }
    let columns = ["id", "name", "surname", "actor", "office", "from", "to", "aliases"];
    let people = rows::read(data, "actors/people.tsv", &columns)?.into_iter().map(|row| {
        let home = homes.get(row.cell(3)).map_or(&[][..], Vec::as_slice);
        let country = if let [only] = home { Some(only.clone()) } else { None };
        Person { row, country }
    });
    Ok(people.collect())
}

/// Takes those out who are in the news of one country alone and not known everywhere, and
/// gives them by the shard of that country.
pub fn take_local(people: &mut Vec<Person>, shards: &BTreeSet<String>) -> BTreeMap<String, Vec<Person>> {
    let mut local: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    let (taken, kept) = std::mem::take(people).into_iter().partition(|person: &Person| {
        !person.is_famous() && person.country.as_ref().is_some_and(|c| shards.contains(c))
    });
    *people = kept;
    let taken: Vec<Person> = taken;
    for person in taken {
        local.entry(person.country.clone().unwrap_or_default()).or_default().push(person);
    }
    local
}

/// Writes the table of people.
pub fn write(people: &[Person], actors: &Actors, pack: &mut Writer) -> Result<()> {
    let offices: Vec<u32> =
        people.iter().map(|person| actors.number(person.row.cell(3), &person.row)).collect::<Result<_>>()?;
    let names: Vec<Names> = people.iter().map(|person| Names::of(&person.row)).collect();
    pack.number(people.len() as u32);
    pack.texts(names.iter().map(|names| names.surnames.join(";")));
    pack.texts(names.iter().map(|names| names.full.join(";")));
    pack.numbers(offices);
    pack.numbers(people.iter().map(|person| u32::from(person.is_famous())));
    Ok(())
}
