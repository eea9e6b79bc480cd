//! Reads the tables of a publisher's file as rows of texts, and names whatever has
//! another form.

use super::Entry;
use super::fault::{Fault, nearest};
use crate::order;

/// A table may have so many rows: what is merged before the first mark has to be quick.
const MOST_ROWS: usize = 2000;
/// A key may have so many values.
const MOST_VALUES: usize = 200;
/// A text may have so many characters: no name is longer.
const LONGEST_TEXT: usize = 200;

/// The keys that may have several values.
const LISTS: [&str; 9] =
    ["aliases", "adjectives", "people", "members", "seats", "countries", "iso", "theatre", "sides"];

/// The keys that a row of each table may have; `data/` has columns of the same names.
/// `note` is for whoever writes the file.
pub const ACTORS: (&str, &[&str]) = (
    "actors",
    &[
        "id",
        "name",
        "kind",
        "aliases",
        "adjectives",
        "people",
        "members",
        "seats",
        "countries",
        "iso",
        "theatre",
        "affiliation",
        "note",
    ],
);
pub const PEOPLE: (&str, &[&str]) =
    ("people", &["id", "name", "surname", "actor", "office", "from", "to", "aliases", "note"]);
pub const PLACES: (&str, &[&str]) = ("places", &["name", "kind", "country", "lat", "lon", "weight", "aliases", "note"]);
pub const CONFLICTS: (&str, &[&str]) = ("conflicts", &["id", "name", "from", "to", "theatre", "sides", "note"]);
const TABLES: [(&str, &[&str]); 4] = [ACTORS, PEOPLE, PLACES, CONFLICTS];

/// A row: its keys with their values, each of the right form.
#[derive(Default)]
pub struct Row<'a> {
    /// Its table.
    pub table: &'static str,
    /// Its position in the table.
    pub number: usize,
    cells: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Row<'a> {
    /// Whether the key is there, with or without values.
    pub fn has(&self, key: &str) -> bool {
        self.cells.iter().any(|(own, _)| *own == key)
    }

    /// The values of a key.
    pub fn values(&self, key: &str) -> &[&'a str] {
        self.cells.iter().find(|(own, _)| *own == key).map_or(&[], |(_, values)| values)
    }

    /// The one value of a key, if it has any.
    pub fn one(&self, key: &str) -> Option<&'a str> {
        self.values(key).first().copied()
    }

    /// A fault of it.
    pub fn fault(&self, key: &str, found: String, wanted: &str, mend: &str) -> Fault {
        fault(self.table, Some(self.number), key, found, wanted, mend)
    }
}

fn fault(table: &str, row: Option<usize>, key: &str, found: String, wanted: &str, mend: &str) -> Fault {
    let plain = |text: &str| text.replace(char::is_control, "\u{fffd}");
    let [table, key, found, wanted, mend] = [table, key, &found, wanted, mend].map(plain);
    Fault { table, row, key, found, wanted, mend }
}

/// A text in quotation marks.
pub fn quoted(text: &str) -> String {
    ["\"", text, "\""].concat()
}

/// "write "russia"": how a word of a closed set is mended.
pub fn instead<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    ["the nearest is ", &quoted(nearest(word, known))].concat()
}

/// The rows of a file, table after table; and what of it is none.
pub fn read<'a>(file: &'a Entry, faults: &mut Vec<Fault>) -> Vec<Row<'a>> {
    let names = TABLES.map(|(name, _)| name);
    let mut rows = Vec::new();
    let Entry::Object(tables) = file else {
        let wanted = ["an object with the tables ", &names.join(", ")].concat();
        faults.push(fault("", None, "", what(file), &wanted, "begin the file with {"));
        return rows;
    };
    for (name, table) in tables {
        let Some((known, keys)) = TABLES.into_iter().find(|(known, _)| known == name) else {
            let wanted = ["one of the tables ", &names.join(", ")].concat();
            faults.push(fault(name, None, "", "a table".into(), &wanted, &instead(name, names.into_iter())));
            continue;
        };
        match table {
            Entry::List(list) if list.len() <= MOST_ROWS => {
                for (entry, number) in list.iter().zip(0..) {
                    let row = Row { table: known, number, cells: Vec::new() };
                    rows.extend(cells(entry, row, keys, faults));
                }
            }
            Entry::List(list) => {
                let found = [&list.len().to_string(), " rows"].concat();
                let wanted = [&MOST_ROWS.to_string(), " at most"].concat();
                faults.push(fault(name, None, "", found, &wanted, "leave out what your articles do not name"));
            }
            _ => faults.push(fault(name, None, "", what(table), "a list of rows", "put the rows into [ ]")),
        }
    }
    rows
}

/// A row with its cells. Those that are too long stay, so that the rest is checked too.
fn cells<'a>(entry: &'a Entry, mut row: Row<'a>, keys: &[&str], faults: &mut Vec<Fault>) -> Option<Row<'a>> {
    let Entry::Object(cells) = entry else {
        faults.push(row.fault("", what(entry), "an object with keys and values", "put the row into { }"));
        return None;
    };
    let mut readable = true;
    for (key, value) in cells {
        if !keys.contains(&key.as_str()) {
            let wanted = ["one of the keys ", &keys.join(", ")].concat();
            faults.push(row.fault(key, "a key".into(), &wanted, &instead(key, keys.iter().copied())));
            continue;
        }
        let texts = match value {
            Entry::List(list) => list.iter().collect(),
            value => vec![value],
        };
        let mut values = Vec::new();
        for text in texts {
            match text {
                Entry::Text(text) => values.extend(text.split(';').map(str::trim).filter(|value| !value.is_empty())),
                other => {
                    readable = false;
                    let mend = "write texts, or leave the key out";
                    faults.push(row.fault(key, what(other), "a text or a list of texts", mend));
                }
            }
        }
        let most = if LISTS.contains(&key.as_str()) { MOST_VALUES } else { 1 };
        if values.len() > most {
            let found = [&values.len().to_string(), " values"].concat();
            faults.push(row.fault(key, found, &[&most.to_string(), " at most"].concat(), "leave the others out"));
        }
        for value in &values {
            let length = value.chars().count();
            if length > LONGEST_TEXT {
                let found = ["a text of ", &length.to_string(), " characters"].concat();
                let wanted = [&LONGEST_TEXT.to_string(), " at most"].concat();
                faults.push(row.fault(key, found, &wanted, "shorten it"));
            } else if value.chars().any(char::is_control) {
                readable = false;
                faults.push(row.fault(key, "a text with a line break or tab".into(), "plain words", "take it out"));
            }
        }
        row.cells.push((key, values));
    }
    readable.then_some(row)
}

/// Sorts faults as the tables and rows are.
pub fn sort(faults: &mut [Fault]) {
    order::sort_by_key(faults, |fault| {
        let table = TABLES.iter().position(|(name, _)| *name == fault.table).map_or(0, |table| table + 1);
        (table as u64) << 32 | fault.row.map_or(0, |row| row as u64 + 1)
    });
}

/// What an entry is, in words.
fn what(entry: &Entry) -> String {
    match entry {
        Entry::Text(text) => quoted(text),
        Entry::List(_) => "a list".to_string(),
        Entry::Object(_) => "an object".to_string(),
        Entry::Other => "no text".to_string(),
    }
}
