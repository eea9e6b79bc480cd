//! Compiles the rows in `data/` to the binary pack that the engine reads.
//! The format is described at `caveat::analysis::Pack::from_bytes`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::analysis::{ActorKind, Article, Class, MAGIC, Naming, Pack, PlaceKind, Spelling, digest};
use clap::Args;

use crate::project;
use crate::rows::{self, Row};

/// The phrases' tag of a person; one more for a surname alone.
const PERSON_TAG: u32 = 4;
/// The phrases' tag of a place.
const PLACE_TAG: u32 = 6;
/// The phrases' tag of the first class of words.
const WORD_TAG: u32 = 7;
/// The longest name in capitals that must stay in capitals: "RSF", but "TAIWAN" may be "Taiwan".
const LONGEST_ACRONYM: usize = 6;

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
    let mut phrases = Phrases::default();
    let mut body = Vec::new();
    let actors = actors(data, &mut phrases)?;
    write_list(&mut body, &actors.bytes);
    write_list(&mut body, &conflicts(data, &actors)?);
    write_list(&mut body, &people(data, &actors, &mut phrases)?);
    write_list(&mut body, &toponyms(data, &mut phrases)?);
    words(data, &mut phrases)?;

    let vocabulary: BTreeSet<&String> = phrases.found.iter().flat_map(|p| &p.words).collect();
    let mut head = Vec::new();
    number(&mut head, vocabulary.len() as u32);
    let mut before = "";
    for word in &vocabulary {
        front_coded(&mut head, before, word);
        before = word;
    }
    let numbers: BTreeMap<&String, u32> = vocabulary.into_iter().zip(0..).collect();
    let mut sorted: Vec<(Vec<u32>, u32, u32, u32)> = phrases
        .found
        .iter()
        .map(|p| (p.words.iter().map(|w| numbers[w]).collect(), p.tag, p.value, p.spelling as u32))
        .collect();
    sorted.sort_unstable();
    sorted.dedup_by(|a, b| (&a.0, a.1, a.2) == (&b.0, b.1, b.2));
    number(&mut body, sorted.len() as u32);
    let mut before = 0;
    for (words, tag, value, spelling) in &sorted {
        number(&mut body, words[0] - before);
        before = words[0];
        number(&mut body, words.len() as u32 - 1);
        words[1..].iter().for_each(|word| number(&mut body, *word));
        for value in [spelling, tag, value] {
            number(&mut body, *value);
        }
    }
    head.extend(body);
    let bytes = [&MAGIC[..], &digest(&head).to_le_bytes(), &head].concat();
    Pack::from_bytes(&bytes).context("wrote a pack that cannot be read back")?;
    Ok(bytes)
}

/// A phrase as it is written.
struct Phrase {
    words: Vec<String>,
    spelling: Spelling,
    tag: u32,
    value: u32,
}

/// All phrases so far.
#[derive(Default)]
struct Phrases {
    found: Vec<Phrase>,
}

impl Phrases {
    /// Adds a name, which counts only in the case in which names are written.
    fn name(&mut self, name: &str, tag: u32, value: u32) {
        let letters = name.chars().filter(|c| c.is_alphabetic());
        let acronym = letters.clone().count() > 1
            && letters.clone().count() <= LONGEST_ACRONYM
            && letters.clone().all(char::is_uppercase);
        let spelling = if acronym { Spelling::Capitals } else { Spelling::Capital };
        self.add(name, spelling, tag, value);
    }

    fn add(&mut self, phrase: &str, spelling: Spelling, tag: u32, value: u32) {
        let article = Article::new(phrase);
        let words: Vec<String> = (0..article.tokens().len()).map(|t| article.word(t).to_string()).collect();
        if !words.is_empty() {
            self.found.push(Phrase { words, spelling, tag, value });
        }
    }
}

/// The actors' bytes and numbers.
struct Actors {
    bytes: Vec<Vec<u8>>,
    numbers: BTreeMap<String, u32>,
}

impl Actors {
    fn number(&self, id: &str, row: &Row) -> Result<u32> {
        let number = self.numbers.get(id).copied();
        number.with_context(|| {
            format!("found the actor {id:?} at {}, wanted one of states.tsv or groups.tsv", row.origin)
        })
    }
}

fn actors(data: &Path, phrases: &mut Phrases) -> Result<Actors> {
    let states =
        rows::read(data, "actors/states.tsv", &["id", "iso", "name", "aliases", "adjectives", "people", "seats"])?;
    let groups =
        rows::read(data, "actors/groups.tsv", &["id", "name", "kind", "aliases", "members", "theatre", "affiliation"])?;
    let mut actors = Actors { bytes: Vec::new(), numbers: BTreeMap::new() };
    for (row, value) in states.iter().chain(&groups).zip(0..) {
        if actors.numbers.insert(row.cell(0).to_string(), value).is_some() {
            bail!("found the id {:?} twice, again at {}; ids must differ", row.cell(0), row.origin);
        }
    }
    for (row, value) in states.iter().zip(0..) {
        let [name, adjective, people, seat] = [0, 1, 2, 3].map(|tag| (tag, value));
        phrases.name(row.cell(2), name.0, name.1);
        row.parts(3).for_each(|alias| phrases.name(alias, name.0, name.1));
        row.parts(4).for_each(|word| phrases.name(word, adjective.0, adjective.1));
        row.parts(5).for_each(|word| phrases.name(word, people.0, people.1));
        row.parts(6).for_each(|word| phrases.name(word, seat.0, seat.1));
        actors.bytes.push(actor(row.cell(0), row.cell(2), ActorKind::State, &[row.cell(1)], 0));
    }
    for (row, value) in groups.iter().zip(states.len() as u32..) {
        let kind = ActorKind::ALL.into_iter().find(|kind| kind.name() == row.cell(2)).with_context(|| {
            let kinds = ActorKind::ALL.map(ActorKind::name).join(", ");
            format!("found the kind {:?} at {}, wanted one of {kinds}", row.cell(2), row.origin)
        })?;
        phrases.name(row.cell(1), Naming::Name as u32, value);
        row.parts(3).for_each(|alias| phrases.name(alias, Naming::Name as u32, value));
        row.parts(4).for_each(|word| phrases.name(word, Naming::People as u32, value));
        let affiliation = row.parts(6).next().map(|id| actors.number(id, row)).transpose()?;
        let countries: Vec<&str> = row.parts(5).collect();
        actors.bytes.push(actor(row.cell(0), row.cell(1), kind, &countries, affiliation.map_or(0, |a| a + 1)));
    }
    Ok(actors)
}

fn actor(id: &str, name: &str, kind: ActorKind, countries: &[&str], affiliation: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    text(&mut bytes, id);
    text(&mut bytes, name);
    number(&mut bytes, kind as u32);
    number(&mut bytes, countries.len() as u32);
    countries.iter().for_each(|country| text(&mut bytes, country));
    number(&mut bytes, affiliation);
    bytes
}

fn conflicts(data: &Path, actors: &Actors) -> Result<Vec<Vec<u8>>> {
    let rows = rows::read(data, "actors/conflicts.tsv", &["id", "name", "from", "to", "theatre", "sides"])?;
    let compile = |row: &Row| {
        let mut bytes = Vec::new();
        text(&mut bytes, row.cell(1));
        let sides: Vec<&str> = row.cell(5).split('|').collect();
        if sides.len() < 2 {
            bail!("found {} side at {}, wanted two or more separated by \"|\"", sides.len(), row.origin);
        }
        number(&mut bytes, sides.len() as u32);
        for side in sides {
            let members: Vec<&str> = side.split('+').map(str::trim).collect();
            number(&mut bytes, members.len() as u32);
            for id in members {
                number(&mut bytes, actors.number(id, row)?);
            }
        }
        Ok(bytes)
    };
    rows.iter().map(compile).collect()
}

fn people(data: &Path, actors: &Actors, phrases: &mut Phrases) -> Result<Vec<Vec<u8>>> {
    let columns = ["id", "name", "surname", "actor", "office", "from", "to", "aliases"];
    let rows = rows::read(data, "actors/people.tsv", &columns)?;
    let compile = |(row, value): (&Row, u32)| {
        phrases.name(row.cell(1), PERSON_TAG, value);
        phrases.name(row.cell(2), PERSON_TAG + 1, value);
        for alias in row.parts(7) {
            let surname = u32::from(!alias.contains(' '));
            phrases.name(alias, PERSON_TAG + surname, value);
        }
        let mut bytes = Vec::new();
        number(&mut bytes, actors.number(row.cell(3), row)?);
        Ok(bytes)
    };
    rows.iter().zip(0..).map(compile).collect()
}

fn toponyms(data: &Path, phrases: &mut Phrases) -> Result<Vec<Vec<u8>>> {
    let columns = ["name", "kind", "country", "lat", "lon", "weight", "aliases"];
    let mut rows = rows::read(data, "places/places.tsv", &columns)?;
    rows.extend(rows::read(data, "places/namesakes.tsv", &columns)?);
    rows.sort_by_key(|row| (row.cell(0).to_string(), row.cell(2).to_string(), row.cell(1).to_string()));
    let mut before = "";
    let mut lists = Vec::new();
    for (row, value) in rows.iter().zip(0..) {
        let kind = PlaceKind::ALL.into_iter().find(|kind| kind.name() == row.cell(1)).with_context(|| {
            let kinds = PlaceKind::ALL.map(PlaceKind::name).join(", ");
            format!("found the kind {:?} at {}, wanted one of {kinds}", row.cell(1), row.origin)
        })?;
        phrases.name(row.cell(0), PLACE_TAG, value);
        row.parts(6).for_each(|alias| phrases.name(alias, PLACE_TAG, value));
        let mut bytes = Vec::new();
        front_coded(&mut bytes, before, row.cell(0));
        before = row.cell(0);
        number(&mut bytes, kind as u32);
        text(&mut bytes, row.cell(2));
        signed(&mut bytes, hundredths(row, 3, 90)?);
        signed(&mut bytes, hundredths(row, 4, 180)?);
        let weight = row.cell(5).parse().ok().filter(|weight| *weight <= 9);
        number(
            &mut bytes,
            weight.with_context(|| {
                format!("found the weight {:?} at {}, wanted a digit from 0 to 9", row.cell(5), row.origin)
            })?,
        );
        lists.push(bytes);
    }
    Ok(lists)
}

/// A coordinate in hundredths of a degree.
fn hundredths(row: &Row, column: usize, limit: i32) -> Result<i32> {
    let degrees: Option<f64> = row.cell(column).parse().ok().filter(|d: &f64| d.abs() <= f64::from(limit));
    let degrees = degrees.with_context(|| {
        format!(
            "found the coordinate {:?} at {}, wanted degrees from -{limit} to {limit}",
            row.cell(column),
            row.origin
        )
    })?;
    Ok((degrees * 100.0).round() as i32)
}

fn words(data: &Path, phrases: &mut Phrases) -> Result<()> {
    for file in ["words/cues.tsv", "words/function.tsv", "words/nouns.tsv", "words/verbs.tsv"] {
        for row in rows::read(data, file, &["class", "forms"])? {
            let class = Class::ALL.iter().position(|class| class.name() == row.cell(0)).with_context(|| {
                format!("found the class {:?} at {}, wanted one of src/analysis/lexicon.rs", row.cell(0), row.origin)
            })?;
            for (form, index) in row.parts(1).zip(0..) {
                // A form's position matters in verbs alone, whose rows are short.
                let position = if file.ends_with("verbs.tsv") { index } else { 0 };
                phrases.add(form, Spelling::Any, WORD_TAG + class as u32, position);
            }
        }
    }
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

/// A zigzag number.
fn signed(bytes: &mut Vec<u8>, value: i32) {
    number(bytes, ((value << 1) ^ (value >> 31)) as u32);
}

/// A text with its length in bytes before it.
fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len() as u32);
    bytes.extend(text.as_bytes());
}

/// How many bytes a text shares with the one before, then the rest.
fn front_coded(bytes: &mut Vec<u8>, before: &str, next: &str) {
    let shared = before.char_indices().zip(next.chars()).take_while(|((_, a), b)| a == b);
    let shared = shared.map(|((at, c), _)| at + c.len_utf8()).last().unwrap_or(0);
    number(bytes, shared as u32);
    text(bytes, &next[shared..]);
}

/// A list with its length before it.
fn write_list(bytes: &mut Vec<u8>, items: &[Vec<u8>]) {
    number(bytes, items.len() as u32);
    items.iter().for_each(|item| bytes.extend(item));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_pack_is_that_of_the_rows() {
        run(&Options { check: true }).expect("a fresh pack");
    }
}
