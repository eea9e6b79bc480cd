//! Compiles the rows in `data/outlines/` to the files that `caveat::map::Outline` reads.
//! The format is described at `Outline::from_bytes`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::analysis::digest;
use caveat::map::{Class, MAGIC, Outline, Part};

use crate::knowledge::outlines::DISPUTE_COLUMNS;
use crate::rows::{self, Row};

/// The name of the world's file.
pub const WORLD: &str = "world";

/// Brotli's best level and its usual window, as servers compress what does not change.
const BROTLI: (i32, i32) = (11, 22);

/// The most that an arc's differences are shifted.
const MOST_SHIFT: u32 = 12;

/// The files, by their names in `data/packs/outlines/`.
pub fn compile(data: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let columns = ["file", "part", "path"];
    let countries = rows::read(data, "outlines/countries.tsv", &columns)?;
    let world = rows::read(data, "outlines/world.tsv", &columns)?;
    let paths = countries.iter().chain(&world).map(|row| [row.cell(0), row.cell(1), row.cell(2)]);
    let files = encode(data, paths)?;
    for (code, bytes) in &files {
        Outline::from_bytes(bytes).with_context(|| format!("wrote {code}.outline, which cannot be read back"))?;
    }
    Ok(files.into_iter().map(|(code, bytes)| (format!("{code}.outline"), bytes)).collect())
}

/// The files' bytes, by their names without an end, of paths: file, part and path.
pub fn encode<'a>(data: &Path, paths: impl Iterator<Item = [&'a str; 3]>) -> Result<Vec<(String, Vec<u8>)>> {
    let disputes = rows::read(data, "outlines/disputes.tsv", &DISPUTE_COLUMNS)?;
    let mut files: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for [file, part, path] in paths {
        files.entry(file).or_default().push((part, path));
    }
    let mut encoded = Vec::new();
    for (code, paths) in files {
        let concerned: Vec<&Row> =
            disputes.iter().filter(|row| row.parts(6).any(|country| country == code)).collect();
        let mut body = Vec::new();
        number(&mut body, concerned.len() as u32);
        for column in [1, 2, 3, 7] {
            texts(&mut body, concerned.iter().map(|row| row.cell(column)));
        }
        if code == WORLD { areas(data, &mut body)? } else { body.extend([0, 0]) }
        let ids: Vec<&str> = concerned.iter().map(|row| row.cell(0)).collect();
        write_paths(&mut body, &paths, &ids).with_context(|| format!("could not compile the outline of {code}"))?;
        encoded.push((code.to_string(), [&MAGIC[..], &digest(&body).to_le_bytes(), &body].concat()));
    }
    Ok(encoded)
}

/// How many bytes the file has when it travels.
pub fn brotli_length(bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams {
        quality: BROTLI.0,
        lgwin: BROTLI.1,
        ..Default::default()
    };
    match brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &options) {
        Ok(length) => length,
        // Writing to memory does not fail; if it did, the file is as long as it is.
        Err(_) => bytes.len(),
    }
}

/// Where the countries lie.
fn areas(data: &Path, body: &mut Vec<u8>) -> Result<()> {
    let mut countries: BTreeMap<String, Vec<[i32; 4]>> = BTreeMap::new();
    for row in rows::read(data, "outlines/areas.tsv", &["file", "west", "south", "east", "north"])? {
        let degrees = |column: usize| -> Result<i32> {
            let found = row.cell(column).parse::<i32>().ok().filter(|degrees| degrees.abs() <= 180);
            found.with_context(|| {
                format!("found {:?} at {}, wanted whole degrees from -180 to 180", row.cell(column), row.origin)
            })
        };
        let area = [degrees(1)?, degrees(2)?, degrees(3)?, degrees(4)?];
        countries.entry(row.cell(0).to_string()).or_default().push(area);
    }
    number(body, countries.len() as u32);
    texts(body, countries.keys().map(String::as_str));
    for boxes in countries.values() {
        number(body, boxes.len() as u32);
        for [west, south, east, north] in boxes {
            [*west, *south, east - west, north - south].into_iter().for_each(|value| signed(body, value));
        }
    }
    Ok(())
}

/// One arc of a path as its row has it.
struct Arc {
    class: Class,
    /// The dispute's number plus one, or zero.
    dispute: u32,
    /// The points after the first.
    points: Vec<(i32, i32)>,
}

fn write_paths(body: &mut Vec<u8>, paths: &[(&str, &str)], disputes: &[&str]) -> Result<()> {
    let mut read = Vec::new();
    for (part, path) in paths {
        let part = Part::ALL.iter().position(|other| other.name() == *part);
        let part = part.with_context(|| format!("found a part that is no land, lake or line in {path:.40}…"))?;
        read.push((part, read_path(path, disputes)?));
    }
    number(body, read.len() as u32);
    let mut before = (0, 0);
    for (part, (first, arcs)) in read {
        number(body, (arcs.len() * Part::ALL.len() + part) as u32);
        difference(body, before, first, 0);
        before = first;
        let count = arcs.len();
        let mut at = first;
        for (place, arc) in arcs.into_iter().enumerate() {
            let closing = Part::ALL[part] != Part::Line && place + 1 == count;
            let Some((end, between)) = arc.points.split_last() else { bail!("found an arc without points") };
            if closing && *end != first {
                bail!("found a ring that ends at {end:?}, wanted its beginning {first:?}");
            }
            write_arc(body, &arc, at, between);
            if !closing {
                difference(body, between.last().copied().unwrap_or(at), *end, 0);
            }
            at = *end;
        }
    }
    Ok(())
}

fn write_arc(body: &mut Vec<u8>, arc: &Arc, from: (i32, i32), between: &[(i32, i32)]) {
    let class = Class::ALL.iter().position(|class| *class == arc.class).unwrap_or(0);
    number(body, (between.len() * Class::ALL.len() + class) as u32);
    if arc.class == Class::Disputed {
        number(body, arc.dispute);
    }
    let steps = between.windows(2).map(|pair| (pair[1].0 - pair[0].0) | (pair[1].1 - pair[0].1));
    let shift = steps.fold(0, |bits, step| bits | step).trailing_zeros().min(MOST_SHIFT);
    if between.len() >= 2 {
        number(body, shift);
    }
    let mut at = from;
    for (place, point) in between.iter().enumerate() {
        difference(body, at, *point, if place == 0 { 0 } else { shift });
        at = *point;
    }
}

/// A path's first point and its arcs.
fn read_path(path: &str, disputes: &[&str]) -> Result<((i32, i32), Vec<Arc>)> {
    let point = |word: &str| {
        let point = word.split_once(',').and_then(|(east, north)| Some((east.parse().ok()?, north.parse().ok()?)));
        point.with_context(|| format!("found {word:?}, wanted a point, \"shore\", \"border\" or \"disputed=…\""))
    };
    let mut words = path.split(' ');
    let first = point(words.next().unwrap_or_default())?;
    let mut arcs: Vec<Arc> = Vec::new();
    for word in words {
        let class = match word.split_once('=').map_or(word, |(class, _)| class) {
            "shore" => Some(Class::Shore),
            "border" => Some(Class::Border),
            "disputed" => Some(Class::Disputed),
            _ => None,
        };
        if let Some(class) = class {
            let id = word.split_once('=').map(|(_, id)| id);
            let dispute = id.and_then(|id| disputes.iter().position(|other| *other == id));
            arcs.push(Arc { class, dispute: dispute.map_or(0, |dispute| dispute as u32 + 1), points: Vec::new() });
        } else {
            arcs.last_mut().context("found a second point before an arc")?.points.push(point(word)?);
        }
    }
    Ok((first, arcs))
}

fn difference(body: &mut Vec<u8>, from: (i32, i32), to: (i32, i32), shift: u32) {
    signed(body, (to.0 - from.0) >> shift);
    signed(body, (to.1 - from.1) >> shift);
}

fn signed(body: &mut Vec<u8>, value: i32) {
    number(body, ((value << 1) ^ (value >> 31)) as u32);
}

/// A LEB128 number.
fn number(body: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        body.push(value as u8 | 0x80);
        value >>= 7;
    }
    body.push(value as u8);
}

/// A column of texts, a line for each row.
fn texts<'a>(body: &mut Vec<u8>, column: impl Iterator<Item = &'a str>) {
    let text = column.collect::<Vec<&str>>().join("\n");
    number(body, text.len() as u32);
    body.extend(text.as_bytes());
}
