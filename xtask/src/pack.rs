//! Compiles the rows in `data/` to the binary packs that the engine reads.
//! The format is described at `caveat::analysis::Pack::from_bytes`.

mod core;
mod people;
mod places;
mod shards;
pub mod writer;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::analysis::{Pack, PlaceKind};
use clap::Args;

use self::places::Place;

use crate::outlines;
use crate::project;
use crate::rows;
use crate::sizes;

/// What to do with the packs.
#[derive(Args, Default)]
pub struct Options {
    /// Only say whether the packs are those of the rows, and what they weigh; write nothing.
    #[arg(long)]
    pub check: bool,
}

/// A place by hand of less than this weight goes to its country's shard,
const LEAST_WEIGHT: u32 = 4;
/// but a region only of less than this, if the country has several shards: which of them
/// comes, its regions tell;
const LEAST_AREA: u32 = 3;
/// and a settlement or a facility of a country with one shard of less than this, since that
/// shard comes whenever the country is named.
const LEAST_TOWN: u32 = 5;

/// The folders of the packs that a page loads when it needs them.
pub const FOLDERS: [&str; 2] = ["places", "outlines"];

/// A compiled pack.
struct Compiled {
    bytes: Vec<u8>,
    /// How many rows it holds, in words.
    rows: String,
}

/// Writes, or checks, the packs.
pub fn run(options: &Options) -> Result<()> {
    let packs = compile(&project::root().join("data"))?;
    let folder = project::root().join("data/packs");
    if options.check {
        check(&folder, &packs)?;
        return report(&packs);
    }
    for stale in stale(&folder, &packs)? {
        fs::remove_file(folder.join(&stale)).with_context(|| format!("could not remove data/packs/{stale}"))?;
    }
    for (name, pack) in &packs {
        let file = folder.join(name);
        let parent = file.parent().expect("a pack lies in a folder");
        fs::create_dir_all(parent).with_context(|| format!("could not make {}", project::shown(parent)))?;
        fs::write(&file, &pack.bytes).with_context(|| format!("could not write {}", project::shown(&file)))?;
    }
    report(&packs)
}

/// All packs, by their file names.
fn compile(data: &Path) -> Result<BTreeMap<String, Compiled>> {
    let disputed = rows::read(data, "places/disputed.tsv", &core::DISPUTE_COLUMNS)?;
    let gathered = shards::all(data, Vec::new())?;
    let whole: BTreeSet<String> = gathered.into_iter().map(|shard| shard.id).collect();
    let is_important = |place: &Place| {
        let least = match place.kind {
            PlaceKind::Region if whole.contains(&place.country) => LEAST_WEIGHT,
            PlaceKind::Country | PlaceKind::Region => LEAST_AREA,
            PlaceKind::Facility | PlaceKind::City if whole.contains(&place.country) => LEAST_TOWN,
            _ => LEAST_WEIGHT,
        };
        let is_disputed = || disputed.iter().any(|row| place.is_of(row.cell(0), row.cell(1), row.cell(2)));
        place.weight >= least || place.country.is_empty() || is_disputed()
    };
    let mut all = places::read(data, "places/places.tsv")?;
    all.extend(places::read(data, "places/villages.tsv")?);
    let (mut important, small): (Vec<_>, Vec<_>) = all.into_iter().partition(is_important);
    important.extend(places::read(data, "places/namesakes.tsv")?);
    let shards = shards::all(data, small)?;
    let mut everyone = people::read(data)?;
    let local = people::take_local(&mut everyone, &shards);
    let actors = core::Actors::read(data)?;
    let areas: Vec<_> = shards.iter().map(|shard| (shard.id.clone(), shard.area)).collect();
    let core = core::compile(data, &important, &everyone, &areas)?;
    let pack = Pack::from_bytes(&core).context("wrote a pack that cannot be read back")?;
    let mut packs = BTreeMap::new();
    for shard in &shards {
        let people = local.get(&shard.id).map_or(&[][..], Vec::as_slice);
        let bytes = shard.compile(people, &actors)?;
        pack.with_shard(&shard.id, &bytes)
            .with_context(|| format!("wrote a shard {} that cannot be read back", shard.id))?;
        let rows = format!("{} places, {} people", shard.places.len(), people.len());
        packs.insert(format!("places/{}.pack", shard.id), Compiled { bytes, rows });
    }
    for (name, bytes) in outlines::compile(data)? {
        packs.insert(format!("outlines/{name}"), Compiled { bytes, rows: String::new() });
    }
    let rows = format!("{} places, {} people", important.len(), everyone.len());
    packs.insert("core.pack".to_string(), Compiled { bytes: core, rows });
    Ok(packs)
}

/// Fails where a pack is not that of the rows, or no rows have it.
fn check(folder: &Path, packs: &BTreeMap<String, Compiled>) -> Result<()> {
    for (name, pack) in packs {
        if fs::read(folder.join(name)).ok().as_deref() != Some(&pack.bytes[..]) {
            bail!("found data/packs/{name} older than its rows, wanted it fresh; run `cargo xtask pack`");
        }
    }
    if let Some(stale) = stale(folder, packs)?.first() {
        bail!("found data/packs/{stale}, which no rows make; run `cargo xtask pack`");
    }
    Ok(())
}

/// The packs in the folder that no rows make.
fn stale(folder: &Path, packs: &BTreeMap<String, Compiled>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for inner in FOLDERS {
        let Ok(files) = fs::read_dir(folder.join(inner)) else { continue };
        for file in files {
            let file = file.with_context(|| format!("could not read data/packs/{inner}"))?;
            let name = format!("{inner}/{}", file.file_name().to_string_lossy());
            if !packs.contains_key(&name) {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Prints what each pack holds and weighs; fails where one is too heavy.
fn report(packs: &BTreeMap<String, Compiled>) -> Result<()> {
    println!("{:<20} {:>24} {:>9} {:>9} {:>9}", "pack", "rows", "raw", "gzip", "brotli");
    let mut heavy = Vec::new();
    for (name, pack) in packs {
        let brotli = sizes::brotli(&pack.bytes)?.len();
        let gzip = sizes::gzip(&pack.bytes)?.len();
        println!("{name:<20} {:>24} {:>9} {gzip:>9} {brotli:>9}", pack.rows, pack.bytes.len());
        let limit = match name.as_str() {
            "core.pack" => sizes::CORE_PACK,
            "outlines/world.outline" => sizes::WORLD,
            _ => sizes::SHARD,
        };
        if brotli > limit {
            heavy.push(format!("{name} weighs {brotli} of {limit} bytes"));
        }
    }
    if !heavy.is_empty() {
        bail!("{}; leave rows out, or move places to a shard", heavy.join("; "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packs_are_those_of_the_rows() {
        let packs = compile(&project::root().join("data")).expect("good rows");
        check(&project::root().join("data/packs"), &packs).expect("fresh packs");
    }
}
