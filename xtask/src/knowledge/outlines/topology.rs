//! Cuts the rings of two views of the world into arcs that neighbors share.
//!
//! The German view says which land goes into which file; Natural Earth's own view adds
//! the lines within that only its de-facto territories have. Each arc is known once,
//! so that it is made coarser once and neighbors never come apart.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::disputes::{Disputes, LAND_OF_NOBODY};
use super::sources::{Territory, Vertex};

/// What an arc divides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Divides {
    /// Land and water.
    Shore,
    /// Two countries.
    Border,
    /// What a dispute is about, by its id.
    Disputed(String),
}

/// A stretch of line from one junction to another, or around an island.
pub struct Arc {
    /// Its vertices. The first and the last are junctions, or one and the same.
    pub points: Vec<Vertex>,
    /// What is on its sides.
    pub divides: Divides,
    /// The files that have it.
    pub files: BTreeSet<String>,
}

/// A ring: its arcs in order, and whether each runs backwards.
pub type Ring = Vec<(usize, bool)>;

/// The arcs of the world and the rings made of them.
#[derive(Default)]
pub struct Topology {
    /// All arcs.
    pub arcs: Vec<Arc>,
    /// The rings of each file.
    pub files: BTreeMap<String, Vec<Ring>>,
    /// Arcs that are in no ring: lines in dispute within a file's land.
    pub lines: Vec<usize>,
}

impl Topology {
    /// A ring's vertices, each junction twice.
    pub fn vertices(&self, ring: &Ring) -> Vec<Vertex> {
        let mut vertices = Vec::new();
        for (arc, backwards) in ring {
            let points = self.arcs[*arc].points.iter().copied();
            if *backwards { vertices.extend(points.rev()) } else { vertices.extend(points) }
        }
        vertices
    }
}

/// An edge from its lesser vertex to its greater one.
type Edge = (Vertex, Vertex);

/// On an edge's sides, the territories by their names, in each view.
#[derive(Default)]
struct Sides<'a> {
    german: Vec<&'a str>,
    default: Vec<&'a str>,
}

fn edge(a: Vertex, b: Vertex) -> Edge {
    if a < b { (a, b) } else { (b, a) }
}

/// A ring's edges.
fn edges(ring: &[Vertex]) -> impl Iterator<Item = Edge> {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| edge(*a, *b))
}

/// Cuts the views. `file` names the files that a territory of the German view goes into.
pub fn cut(
    german: &[Territory],
    default: &[Territory],
    disputes: &Disputes,
    files: impl Fn(&Territory) -> Result<Vec<String>>,
) -> Result<Topology> {
    let mut sides: BTreeMap<Edge, Sides<'_>> = BTreeMap::new();
    for territory in german {
        for edge in territory.rings.iter().flat_map(|ring| edges(ring)) {
            sides.entry(edge).or_default().german.push(&territory.name);
        }
    }
    for territory in default {
        for edge in territory.rings.iter().flat_map(|ring| edges(ring)) {
            sides.entry(edge).or_default().default.push(&territory.name);
        }
    }
    let kinds: BTreeMap<Edge, Divides> =
        sides.iter().filter_map(|(edge, sides)| Some((*edge, kind(*edge, sides, disputes)?))).collect();
    let mut cutter = Cutter::new(&kinds);
    let mut code_of = BTreeMap::new();
    for territory in german {
        let codes = files(territory)?;
        for ring in &territory.rings {
            cutter.ring(ring, &codes);
        }
        code_of.insert(territory.name.as_str(), codes);
    }
    let nobody = |sides: &Sides<'_>| {
        (sides.german.len() == 1 && sides.default.len() != 1) || (sides.german.is_empty() && sides.default.len() == 1)
    };
    let around = |edge: &Edge| sides.get(edge).into_iter().flat_map(|sides| sides.german.iter().chain(&sides.default));
    for ring in chain(sides.iter().filter(|(_, sides)| nobody(sides)).map(|(edge, _)| *edge)) {
        let mut codes = disputes.files_around(&ring);
        if codes.is_empty() {
            let names: BTreeSet<&str> =
                edges(&ring).flat_map(|edge| around(&edge).copied().collect::<Vec<_>>()).collect();
            codes = names.iter().filter_map(|name| code_of.get(name)).flatten().cloned().collect();
        }
        cutter.ring(&ring, &codes);
    }
    cutter.lines(disputes)?;
    Ok(cutter.topology)
}

/// What an edge divides, if it is to be drawn.
fn kind(edge: Edge, sides: &Sides<'_>, disputes: &Disputes) -> Option<Divides> {
    let (a, b) = match (sides.german.as_slice(), sides.default.as_slice()) {
        (_, [a, b]) => (*a, *b),
        ([a, b], []) => (*a, *b),
        ([a], []) => (*a, LAND_OF_NOBODY),
        _ => return Some(Divides::Shore),
    };
    match disputes.between(a, b, edge) {
        Some(id) => Some(Divides::Disputed(id.to_string())),
        // Lines of Natural Earth's own view alone are drawn as disputes or not at all: a lease
        // is no border.
        None if sides.german.is_empty() => None,
        None => Some(Divides::Border),
    }
}

/// Joins edges to rings. Where more than two meet, any way is as good.
fn chain(loose: impl Iterator<Item = Edge>) -> Vec<Vec<Vertex>> {
    let mut next: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
    for (a, b) in loose {
        next.entry(a).or_default().push(b);
        next.entry(b).or_default().push(a);
    }
    let mut rings = Vec::new();
    while let Some((&start, _)) = next.iter().find(|(_, others)| !others.is_empty()) {
        let mut ring = vec![start];
        let mut at = start;
        while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
            if let Some(back) = next.get_mut(&to) {
                let place = back.iter().position(|vertex| *vertex == at);
                place.map(|place| back.swap_remove(place));
            }
            if to == start {
                break;
            }
            ring.push(to);
            at = to;
        }
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    rings
}

struct Cutter<'a> {
    kinds: &'a BTreeMap<Edge, Divides>,
    junctions: BTreeSet<Vertex>,
    known: BTreeMap<Vec<Vertex>, usize>,
    used: BTreeSet<Edge>,
    topology: Topology,
}

impl<'a> Cutter<'a> {
    fn new(kinds: &'a BTreeMap<Edge, Divides>) -> Self {
        let mut meeting: BTreeMap<Vertex, Vec<&Divides>> = BTreeMap::new();
        for ((a, b), kind) in kinds {
            meeting.entry(*a).or_default().push(kind);
            meeting.entry(*b).or_default().push(kind);
        }
        let passed = |kinds: &Vec<&Divides>| matches!(kinds.as_slice(), [a, b] if a == b);
        let junctions = meeting.into_iter().filter(|(_, kinds)| !passed(kinds)).map(|(vertex, _)| vertex).collect();
        Cutter { kinds, junctions, known: BTreeMap::new(), used: BTreeSet::new(), topology: Topology::default() }
    }

    /// Cuts a ring and gives it to files.
    fn ring(&mut self, ring: &[Vertex], files: &[String]) {
        self.used.extend(edges(ring));
        let cuts: Vec<usize> = (0..ring.len()).filter(|at| self.junctions.contains(&ring[*at])).collect();
        let mut arcs = Vec::new();
        if cuts.is_empty() {
            // An island begins at its least vertex, whoever tells of it.
            let least = (0..ring.len()).min_by_key(|at| ring[*at]).unwrap_or(0);
            arcs.push(self.arc(turned(ring, least, ring.len()), files));
        }
        for (place, from) in cuts.iter().enumerate() {
            let to = cuts.get(place + 1).copied().unwrap_or(cuts[0] + ring.len());
            arcs.push(self.arc(turned(ring, *from, to - from), files));
        }
        for file in files {
            self.topology.files.entry(file.clone()).or_default().push(arcs.clone());
        }
    }

    /// The number of an arc, and whether it runs backwards here.
    fn arc(&mut self, mut points: Vec<Vertex>, files: &[String]) -> (usize, bool) {
        let mut backwards = points.clone();
        backwards.reverse();
        let reversed = backwards < points;
        if reversed {
            std::mem::swap(&mut points, &mut backwards);
        }
        let divides = self.kinds.get(&edge(points[0], points[1])).cloned().unwrap_or(Divides::Border);
        let arcs = &mut self.topology.arcs;
        let number = *self.known.entry(points).or_insert_with_key(|points| {
            arcs.push(Arc { points: points.clone(), divides, files: BTreeSet::new() });
            arcs.len() - 1
        });
        arcs[number].files.extend(files.iter().cloned());
        (number, reversed)
    }

    /// Makes lines of what is in dispute and in no ring.
    fn lines(&mut self, disputes: &Disputes) -> Result<()> {
        let mut next: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
        for (a, b) in self.kinds.keys().filter(|edge| !self.used.contains(edge)) {
            next.entry(*a).or_default().push(*b);
            next.entry(*b).or_default().push(*a);
        }
        // From junctions first; what is left then is closed.
        let starts: Vec<Vertex> = self.junctions.iter().chain(next.keys()).copied().collect();
        for start in starts {
            while next.get(&start).is_some_and(|others| !others.is_empty()) {
                let mut points = vec![start];
                let mut at = start;
                while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
                    if let Some(back) = next.get_mut(&to) {
                        let place = back.iter().position(|vertex| *vertex == at);
                        place.map(|place| back.swap_remove(place));
                    }
                    points.push(to);
                    at = to;
                    if self.junctions.contains(&at) {
                        break;
                    }
                }
                self.line(points, disputes)?;
            }
        }
        for (id, points) in disputes.by_hand() {
            let files = disputes.files(id)?;
            let divides = Divides::Disputed(id.to_string());
            self.topology.lines.push(self.topology.arcs.len());
            self.topology.arcs.push(Arc { points: points.to_vec(), divides, files: files.iter().cloned().collect() });
        }
        Ok(())
    }

    fn line(&mut self, points: Vec<Vertex>, disputes: &Disputes) -> Result<()> {
        let divides = self.kinds.get(&edge(points[0], points[1])).context("found an edge that divides nothing")?;
        let Divides::Disputed(id) = divides else { return Ok(()) };
        let files = disputes.files(id)?.to_vec();
        let (number, _) = self.arc(points, &files);
        self.topology.lines.push(number);
        Ok(())
    }
}

/// So many steps along a ring, from a place on it.
fn turned(ring: &[Vertex], from: usize, steps: usize) -> Vec<Vertex> {
    (from..=from + steps).map(|at| ring[at % ring.len()]).collect()
}
