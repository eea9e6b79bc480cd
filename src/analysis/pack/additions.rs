//! A publisher's own knowledge: rows that are added to a pack and win over ours.
//!
//! What stands in the file is an [`Entry`], which JSON and JavaScript are easily
//! converted to; neither is known here. `additions/rows.rs` reads its rows,
//! `additions/merge.rs` checks them and adds them to the pack, `additions/fault.rs` says
//! what is wrong with one. Left out: years of offices and conflicts, which no pack has.

mod cells;
mod fault;
mod merge;
mod rows;

use super::line::{self, Name};
use super::{Pack, PlaceKind, Text, Toponym};
use crate::analysis::lexicon::Sense;
use merge::Merge;

pub use fault::Fault;
pub use merge::Understood;

/// A part of a publisher's file, as JSON has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A text, or a number as it is written.
    Text(String),
    /// A list.
    List(Vec<Entry>),
    /// An object: its keys with what they hold, in order.
    Object(Vec<(String, Entry)>),
    /// Anything else: `null`, `true`.
    Other,
}

/// The rows of a publisher's file, by table. `docs/knowledge.md` tells what may stand in
/// them; whether it does is checked by [`Pack::with_additions`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Additions {
    file: Entry,
}

/// A place of a publisher's.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnPlace {
    toponym: u32,
    /// All its names, separated by ";".
    names: Text,
}

/// Two points of one name are one settlement where they are no farther apart north and
/// east, in hundredths of a degree: some 25 kilometers. Many villages share a name.
const SAME: (i32, i32) = (23, 40);

impl Additions {
    /// What stands in a file.
    pub fn new(file: Entry) -> Additions {
        Additions { file }
    }

    /// Adds a row to a table: keys with their values, several separated by ";".
    pub fn add(&mut self, table: &str, row: &[(&str, &str)]) {
        let text = |text: &str| Entry::Text(text.to_string());
        let row = Entry::Object(row.iter().map(|(key, value)| (key.to_string(), text(value))).collect());
        if let Entry::Object(tables) = &mut self.file {
            match tables.iter_mut().find(|(name, _)| name == table) {
                Some((_, Entry::List(rows))) => rows.push(row),
                _ => tables.push((table.to_string(), Entry::List(vec![row]))),
            }
        }
    }
}

impl Default for Additions {
    fn default() -> Self {
        Additions { file: Entry::Object(Vec::new()) }
    }
}

impl Pack {
    /// The pack with a publisher's rows, which win over its own and over those of shards
    /// that are added later.
    ///
    /// # Errors
    /// All faults at once. Nothing of a faulty file is added.
    pub fn with_additions(&self, additions: &Additions) -> Result<Pack, Vec<Fault>> {
        Merge::of(self, &additions.file).map(|merge| merge.pack)
    }

    /// What [`Pack::with_additions`] would add, row by row.
    ///
    /// # Errors
    /// All faults at once.
    pub fn understood(&self, additions: &Additions) -> Result<Vec<Understood>, Vec<Fault>> {
        Merge::of(self, &additions.file).map(|merge| merge.understood)
    }

    /// Puts the publisher's places in the place of those of the shards from `from` on.
    pub(super) fn settle_own_places(&mut self, from: usize) {
        for at in from..self.toponyms.len() {
            let theirs = self.toponyms[at];
            let own = self.own_places.iter().rev().find(|own| {
                let own = self.toponyms[own.toponym as usize];
                let (name, country) = (self.text(own.name), self.text(own.country));
                theirs.shard.is_some() && self.is_same_place(&theirs, name, own.kind, country, Some(own.point))
            });
            let Some(own) = own.copied() else { continue };
            // The place's other names in the shard mean the publisher's place from now on;
            // those that the core finds as well are not to be found twice.
            self.toponyms[at] = Toponym { shard: theirs.shard, ..self.toponyms[own.toponym as usize] };
            let (from, to) = (Sense::Place(at as u32), Sense::Place(own.toponym));
            let localities = &mut self.localities;
            line::names(&self.texts, own.names.start as usize, &mut Name::new(), &mut |name, _| {
                localities.redirect(name.words(), from, to);
            });
        }
    }

    /// Whether a toponym is the place of this name, kind and country; where the point of
    /// a settlement is given, it has to be near.
    fn is_same_place(
        &self,
        toponym: &Toponym,
        name: &str,
        kind: PlaceKind,
        country: &str,
        point: Option<(i32, i32)>,
    ) -> bool {
        let is_area = matches!(kind, PlaceKind::Country | PlaceKind::Region | PlaceKind::Water | PlaceKind::Land);
        let near = |point: (i32, i32)| {
            (point.0 - toponym.point.0).abs() <= SAME.0 && (point.1 - toponym.point.1).abs() <= SAME.1
        };
        toponym.kind == kind
            && self.text(toponym.name) == name
            && self.text(toponym.country) == country
            && (is_area || point.is_none_or(near))
    }
}

#[cfg(test)]
mod tests;
