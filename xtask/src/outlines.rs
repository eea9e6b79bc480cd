//! Compiles the rows in `data/outlines/` to the files that `caveat::map::Outline` reads.
//! The format is described at `Outline::from_bytes`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use caveat::map::{Class, MAGIC, Outline, Part};

use crate::knowledge::outlines::DISPUTE_COLUMNS;
use crate::pack::writer::Writer;
use crate::rows::{self, Row};
use crate::sizes;

/// The name of the world's file.
pub const WORLD: &str = "world";

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
    for (code, mut paths) in files {
        // The same bytes, in whatever order the rows come.
        paths.sort_unstable();
        let concerned: Vec<&Row> = disputes.iter().filter(|row| row.parts(6).any(|country| country == code)).collect();
        let mut file = Writer::default();
        file.number(concerned.len() as u32);
        for column in [1, 2, 3, 7] {
            file.texts(concerned.iter().map(|row| row.cell(column)));
        }
        if code == WORLD {
            areas(data, &mut file)?
        } else {
            file.number(0)
        }
        let ids: Vec<&str> = concerned.iter().map(|row| row.cell(0)).collect();
        write_paths(&mut file, &paths, &ids).with_context(|| format!("could not compile the outline of {code}"))?;
        encoded.push((code.to_string(), file.into_bytes(MAGIC)));
    }
    Ok(encoded)
}

/// How many bytes the file has when it travels.
pub fn brotli_length(bytes: &[u8]) -> usize {
    sizes::brotli(bytes).map_or(bytes.len(), |compressed| compressed.len())
}

/// Where the countries lie.
fn areas(data: &Path, file: &mut Writer) -> Result<()> {
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
    file.number(countries.len() as u32);
    file.texts(countries.keys().map(String::as_str));
    for boxes in countries.values() {
        file.number(boxes.len() as u32);
        for [west, south, east, north] in boxes {
            file.signed([*west, *south, east - west, north - south]);
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

fn write_paths(file: &mut Writer, paths: &[(&str, &str)], disputes: &[&str]) -> Result<()> {
    let mut read = Vec::new();
    for (part, path) in paths {
        let part = Part::ALL.iter().position(|other| other.name() == *part);
        let part = part.with_context(|| format!("found a part that is no land, lake or line in {path:.40}…"))?;
        read.push((part, read_path(path, disputes)?));
    }
    file.number(read.len() as u32);
    let mut before = (0, 0);
    for (part, (first, arcs)) in read {
        file.number((arcs.len() * Part::ALL.len() + part) as u32);
        difference(file, before, first, 0);
        before = first;
        let count = arcs.len();
        let mut at = first;
        for (place, arc) in arcs.into_iter().enumerate() {
            let closing = Part::ALL[part] != Part::Line && place + 1 == count;
            let Some((end, between)) = arc.points.split_last() else { bail!("found an arc without points") };
            if closing && *end != first {
                bail!("found a ring that ends at {end:?}, wanted its beginning {first:?}");
            }
            write_arc(file, &arc, at, between);
            if !closing {
                difference(file, between.last().copied().unwrap_or(at), *end, 0);
            }
            at = *end;
        }
    }
    Ok(())
}

fn write_arc(file: &mut Writer, arc: &Arc, from: (i32, i32), between: &[(i32, i32)]) {
    let class = Class::ALL.iter().position(|class| *class == arc.class).unwrap_or(0);
    file.number((between.len() * Class::ALL.len() + class) as u32);
    if arc.class == Class::Disputed {
        file.number(arc.dispute);
    }
    let steps = between.windows(2).map(|pair| (pair[1].0 - pair[0].0) | (pair[1].1 - pair[0].1));
    let shift = steps.fold(0, |bits, step| bits | step).trailing_zeros().min(MOST_SHIFT);
    if between.len() >= 2 {
        file.number(shift);
    }
    let mut at = from;
    for (place, point) in between.iter().enumerate() {
        difference(file, at, *point, if place == 0 { 0 } else { shift });
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

fn difference(file: &mut Writer, from: (i32, i32), to: (i32, i32), shift: u32) {
    file.signed([(to.0 - from.0) >> shift, (to.1 - from.1) >> shift]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use caveat::map::{Frame, GRID, Point, draw};

    /// What a country's file may have at most, and what the world's: a card waits for them.
    const MOST_BYTES: usize = 2_850;
    const MOST_WORLD_BYTES: usize = sizes::WORLD;

    fn files() -> BTreeMap<String, Vec<u8>> {
        compile(&project::root().join("data")).expect("outlines").into_iter().collect()
    }

    fn outline(files: &BTreeMap<String, Vec<u8>>, code: &str) -> Outline {
        Outline::from_bytes(&files[&format!("{code}.outline")]).expect("an outline")
    }

    /// Whether a file's land holds a point, by the even-odd rule.
    fn holds(outline: &Outline, north: f64, east: f64) -> bool {
        let (right, up) = (east * f64::from(GRID), north * f64::from(GRID));
        let mut inside = false;
        for ring in &outline.land {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (a, b) = ((f64::from(a.0), f64::from(a.1)), (f64::from(b.0), f64::from(b.1)));
                if (a.1 > up) != (b.1 > up) {
                    inside ^= right < a.0 + (up - a.1) / (b.1 - a.1) * (b.0 - a.0);
                }
            }
        }
        inside
    }

    /// The names of the disputes whose lines are seen around a point.
    fn disputes_around(outline: &Outline, north: f64, east: f64) -> Vec<String> {
        let frame = Frame::around(&[Point { north, east }], 1.5, 240.0, 240.0);
        let seen = draw(outline, &frame).disputed;
        seen.into_iter().filter_map(|(_, dispute)| Some(outline.disputes[dispute?].name.clone())).collect()
    }

    #[test]
    fn each_file_is_as_small_as_a_card_can_wait_for() {
        for (name, bytes) in files() {
            let most = if name == "world.outline" { MOST_WORLD_BYTES } else { MOST_BYTES };
            assert!(brotli_length(&bytes) <= most, "{name} has {} bytes", brotli_length(&bytes));
        }
    }

    #[test]
    fn land_in_dispute_has_a_line_and_a_name() {
        let files = files();
        let seen = [
            ("UA", 46.0, 33.7, "Crimea"),
            ("RU", 46.0, 33.7, "Crimea"),
            ("SY", 33.0, 35.8, "Golan Heights"),
            ("IL", 33.0, 35.8, "Golan Heights"),
            ("IL", 31.4, 34.4, "Gaza Strip"),
            ("PS", 31.78, 35.23, "East Jerusalem"),
            ("IN", 34.5, 74.5, "Kashmir, Line of Control"),
            ("IN", 34.5, 79.0, "Aksai Chin"),
            ("EH", 26.9, -10.0, "Western Sahara"),
            ("GE", 42.2, 43.97, "South Ossetia"),
            ("GE", 42.7, 41.9, "Abkhazia"),
            ("MD", 47.0, 29.3, "Transnistria"),
            ("XK", 42.9, 20.9, "Kosovo"),
            ("CY", 35.15, 33.3, "Northern Cyprus and the UN buffer zone"),
            ("SD", 9.7, 28.4, "Abyei"),
        ];
        for (code, north, east, name) in seen {
            let found = disputes_around(&outline(&files, code), north, east);
            assert!(found.iter().any(|other| other == name), "{code}: {name} is not among {found:?}");
        }
        assert!(outline(&files, "TW").disputes.iter().any(|dispute| dispute.name == "Taiwan"));
    }

    #[test]
    fn no_border_in_dispute_is_solid() {
        let files = files();
        // A short stretch of each line; every file that draws there.
        for (north, east) in [(31.45, 34.5), (33.0, 35.86), (46.1, 33.65), (38.3, 127.2), (34.75, 74.7), (42.85, 20.7)]
        {
            let frame = Frame::around(&[Point { north, east }], 0.3, 240.0, 240.0);
            for code in frame.countries(&outline(&files, WORLD)) {
                let borders = draw(&outline(&files, code), &frame).borders;
                assert!(borders.is_empty(), "{code} has a solid line at {north}, {east}: {borders}");
            }
        }
    }

    #[test]
    fn land_of_no_country_is_in_the_files_of_all_that_it_concerns() {
        let files = files();
        for (code, north, east) in [("SY", 33.0, 35.76), ("IL", 33.0, 35.76), ("SD", 9.7, 28.4), ("SS", 9.7, 28.4)] {
            assert!(holds(&outline(&files, code), north, east), "{code}");
        }
        assert!(holds(&outline(&files, "UA"), 45.2, 34.2));
        assert!(holds(&outline(&files, "PS"), 31.42, 34.37));
    }

    #[test]
    fn neighbors_have_their_border_in_common() {
        let files = files();
        let (ukraine, poland) = (outline(&files, "UA"), outline(&files, "PL"));
        let same = |line: &Vec<(i32, i32)>| {
            let mut backwards = line.clone();
            backwards.reverse();
            poland.borders.iter().any(|other| other == line || *other == backwards)
        };
        assert!(ukraine.borders.iter().any(same));
    }

    #[test]
    fn the_world_tells_which_files_a_frame_needs() {
        let files = files();
        let world = outline(&files, WORLD);
        let around = |north, east, least| {
            Frame::around(&[Point { north, east }], least, 240.0, 160.0).countries(&world).join(" ")
        };
        assert_eq!(around(-18.1, 178.4, 2.0), "FJ");
        assert!(around(31.4, 34.4, 0.5).contains("PS"));
        assert!(!around(46.8, 68.0, 2.0).contains("RU"));
        for country in &world.countries {
            assert!(files.contains_key(&format!("{}.outline", country.code)), "{}", country.code);
        }
    }

    #[test]
    fn a_word_that_is_no_point_is_told() {
        let error = read_path("0,0 shore 5,0 coast", &[]).map(drop).expect_err("no such word");
        assert!(error.to_string().contains("\"coast\""), "{error}");
    }
}
