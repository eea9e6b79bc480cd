//! Names of places that are common words or people's names in English news as well.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::spelling::{key, plain};
use crate::project;
use crate::rows;

/// The lists of SCOWL that hold the words which are met daily; rarer words are in the
/// lists of higher numbers.
const LISTS: [&str; 5] = ["10", "20", "35", "40", "50"];
/// American and British spellings are in lists of their own.
const SPELLINGS: [&str; 3] = ["english", "american", "british"];
/// The columns of `data/actors/people.tsv`.
const PEOPLE: [&str; 8] = ["id", "name", "surname", "actor", "office", "from", "to", "aliases"];
/// The columns of the two lists in `data/places/`.
const PERSONAL: [&str; 1] = ["name"];
const CAPITALIZED: [&str; 1] = ["word"];

/// What news writes with a capital, and what it is.
pub struct Common {
    people: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Common {
    /// Reads SCOWL's folder of lists and the lists in the folder `data`.
    pub fn read(lists: &Path, data: &Path) -> Result<Self> {
        let mut words = BTreeSet::new();
        for (spelling, list) in SPELLINGS.iter().flat_map(|spelling| LISTS.map(|list| (spelling, list))) {
            let file = lists.join(format!("{spelling}-words.{list}"));
            let bytes = fs::read(&file).with_context(|| format!("found no {}", project::shown(&file)))?;
            // The lists are in Latin-1; words with accents are none of ours.
            let text: String = bytes.into_iter().map(char::from).collect();
            words.extend(text.lines().filter(|word| word.is_ascii() && !word.contains('\'')).map(str::to_string));
        }
        let capitalized = rows::read(data, "places/capitalized-words.tsv", &CAPITALIZED)?;
        words.extend(capitalized.iter().map(|row| key(row.cell(0))));
        let mut people: BTreeSet<String> =
            rows::read(data, "places/personal-names.tsv", &PERSONAL)?.iter().map(|row| key(row.cell(0))).collect();
        for row in rows::read(data, "actors/people.tsv", &PEOPLE)? {
            people.extend([1, 2].map(|column| key(&plain(row.cell(column)).unwrap_or_default())));
        }
        Ok(Self { people, words })
    }

    /// Of these names those that are common, with the reason why.
    pub fn among<'a>(&self, names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, &'static str> {
        names.filter_map(|name| Some((name, self.reason(name)?))).collect()
    }

    /// A person's name may stand alone in every article; it goes before a word.
    fn reason(&self, name: &str) -> Option<&'static str> {
        let key = key(name);
        // "Al-Bab" is no word because "Alba B" might be: a compound is as its parts are written.
        let is_compound = name.contains([' ', '-', '\'']);
        if self.people.contains(&key) {
            Some("person")
        } else if self.words.contains(&key) && (!is_compound || self.words.contains(&name.to_lowercase())) {
            Some("word")
        } else {
            None
        }
    }
}

/// The text of the file of these names.
pub fn file(stop: &BTreeMap<&str, &str>) -> String {
    let mut rows: Vec<(String, &str, &str)> = stop.iter().map(|(name, reason)| (key(name), *name, *reason)).collect();
    rows.sort();
    let mut text = String::from(
        "# Names in countries/ that are common words or people's names as well. Columns and license: README.md beside this file.\n\
         # Written by `cargo xtask knowledge`; do not edit, since the next run would undo it.\nname\treason\n",
    );
    rows.iter().for_each(|(_, name, reason)| text.push_str(&format!("{name}\t{reason}\n")));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_people_are_told_from_places() {
        let set = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        let common = Common { people: set(&["hassan", "khan"]), words: set(&["force", "nice", "alba"]) };
        let found = common.among(["Force", "Hassan", "Al-Ba", "Nyala"].into_iter());
        assert_eq!(found, BTreeMap::from([("Force", "word"), ("Hassan", "person")]));
    }
}
