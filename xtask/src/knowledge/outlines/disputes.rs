//! What is in dispute: the rows of `data/outlines/disputes.tsv` and `by-hand.tsv`.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::sources::{Vertex, vertex};
use crate::rows::{self, Row};

/// The columns of `disputes.tsv`.
pub const COLUMNS: [&str; 8] = ["id", "name", "held", "claimed", "between", "within", "countries", "date"];

/// How the rows call land that the German view leaves to no country.
pub const LAND_OF_NOBODY: &str = "nobody";

/// All disputes.
pub struct Disputes {
    rows: Vec<Dispute>,
    lines: Vec<(String, Vec<Vertex>)>,
}

struct Dispute {
    id: String,
    /// The territories on the sides, as Natural Earth names them.
    between: Vec<(String, String)>,
    /// Where that is so, as two corners.
    within: Option<(Vertex, Vertex)>,
    files: Vec<String>,
}

impl Disputes {
    /// Reads the rows.
    pub fn read(data: &Path) -> Result<Disputes> {
        let rows = rows::read(data, "outlines/disputes.tsv", &COLUMNS)?;
        let rows: Vec<Dispute> = rows.iter().map(dispute).collect::<Result<_>>()?;
        let mut lines = Vec::new();
        for row in rows::read(data, "outlines/by-hand.tsv", &["dispute", "line"])? {
            let points = row.cell(1).split(' ').map(|point| corner(point, &row)).collect::<Result<_>>()?;
            if !rows.iter().any(|dispute| dispute.id == row.cell(0)) {
                bail!("found the dispute {:?} at {}, wanted one of disputes.tsv", row.cell(0), row.origin);
            }
            lines.push((row.cell(0).to_string(), points));
        }
        Ok(Disputes { rows, lines })
    }

    /// Which dispute an edge between two territories belongs to.
    pub fn between(&self, a: &str, b: &str, (from, to): (Vertex, Vertex)) -> Option<&str> {
        let middle = (from.0 / 2 + to.0 / 2, from.1 / 2 + to.1 / 2);
        let found = self.rows.iter().find(|dispute| {
            let on_its_sides = |(c, d): &(String, String)| (a == c && b == d) || (a == d && b == c);
            dispute.between.iter().any(on_its_sides) && dispute.within.is_none_or(|corners| is_within(middle, corners))
        });
        found.map(|dispute| dispute.id.as_str())
    }

    /// The files of the dispute whose box holds a whole ring.
    pub fn files_around(&self, ring: &[Vertex]) -> Vec<String> {
        let holds = |dispute: &&Dispute| {
            !dispute.between.is_empty()
                && dispute.within.is_some_and(|corners| ring.iter().all(|point| is_within(*point, corners)))
        };
        self.rows.iter().find(holds).map_or_else(Vec::new, |dispute| dispute.files.clone())
    }

    /// The files that a dispute concerns.
    pub fn files(&self, id: &str) -> Result<&[String]> {
        let dispute = self.rows.iter().find(|dispute| dispute.id == id);
        Ok(&dispute.with_context(|| format!("found no dispute {id:?}"))?.files)
    }

    /// Lines that no source has.
    pub fn by_hand(&self) -> impl Iterator<Item = (&str, &[Vertex])> {
        self.lines.iter().map(|(id, points)| (id.as_str(), points.as_slice()))
    }
}

fn is_within(point: Vertex, (low, high): (Vertex, Vertex)) -> bool {
    (low.0..=high.0).contains(&point.0) && (low.1..=high.1).contains(&point.1)
}

fn dispute(row: &Row) -> Result<Dispute> {
    let pair = |pair: &str| {
        let (a, b) = pair.split_once('/').with_context(|| {
            format!("found {pair:?} at {}, wanted two territories with \"/\" between them", row.origin)
        })?;
        Ok((a.to_string(), b.to_string()))
    };
    let within = match row.cell(5).split(',').collect::<Vec<_>>().as_slice() {
        [west, south, east, north] => {
            Some((corner(&format!("{west},{south}"), row)?, corner(&format!("{east},{north}"), row)?))
        }
        [""] => None,
        _ => bail!("found the box {:?} at {}, wanted west, south, east and north", row.cell(5), row.origin),
    };
    let files: Vec<String> = row.parts(6).map(str::to_string).collect();
    if files.is_empty() {
        bail!("found no countries at {}, wanted those whose files have the dispute", row.origin);
    }
    let between = row.parts(4).map(pair).collect::<Result<_>>()?;
    Ok(Dispute { id: row.cell(0).to_string(), between, within, files })
}

/// A point written as degrees east and north.
fn corner(text: &str, row: &Row) -> Result<Vertex> {
    let point = text.split_once(',').and_then(|(east, north)| Some(vertex(east.parse().ok()?, north.parse().ok()?)));
    point.with_context(|| format!("found the point {text:?} at {}, wanted degrees east,north", row.origin))
}
