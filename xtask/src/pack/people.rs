//! People as packs hold them: those whom the world knows in the core, and officials of
//! few countries in the shards of those.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;

use super::core::{Actors, GROUP_COLUMNS, STATE_COLUMNS};
use super::places;
use super::shards::Shard;
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

/// In the news of so many countries at most is one who comes with their shards.
const MOST_COUNTRIES: usize = 6;

/// A leader or official.
#[derive(Clone)]
pub struct Person {
    row: Row,
    /// The countries in whose news he is.
    countries: Vec<String>,
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
        let countries = homes.get(row.cell(3)).cloned().unwrap_or_default();
        Person { row, countries }
    });
    Ok(people.collect())
}

/// Officials of these are in the news of all other countries too.
const EVERYWHERE: [&str; 3] = ["US", "RU", "UA"];

/// Takes those out who are in the news of few countries and not known everywhere, and gives
/// them by the shards of those countries: one who may come with several is in each.
pub fn take_local(people: &mut Vec<Person>, shards: &[Shard]) -> BTreeMap<String, Vec<Person>> {
    let country = |shard: &Shard| shard.id.split('-').next().unwrap_or_default().to_string();
    let known: BTreeSet<String> = shards.iter().map(country).collect();
    let is_local = |person: &Person| {
        let few = (1..=MOST_COUNTRIES).contains(&person.countries.len());
        let near = |code: &String| known.contains(code) && !EVERYWHERE.contains(&code.as_str());
        !person.is_famous() && few && person.countries.iter().all(near)
    };
    let (taken, kept): (Vec<Person>, Vec<Person>) = std::mem::take(people).into_iter().partition(is_local);
    *people = kept;
    let mut local: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for shard in shards {
        let own = taken.iter().filter(|person| person.countries.contains(&country(shard)));
        local.insert(shard.id.clone(), own.cloned().collect());
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
