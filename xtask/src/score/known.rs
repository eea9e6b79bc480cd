//! What the rows in `data/` know by name, as the scorers ask it: the packs and the
//! shards together.

use std::collections::BTreeSet;

use anyhow::Result;
use caveat::analysis::{KnownPlace, Pack, without_area_word};
use caveat::shards;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::project;
use crate::rows;

/// Names have no more words than this.
const LONGEST_NAME: usize = 9;

/// Every name of the rows.
pub struct Known {
    pack: Pack,
    actors: BTreeSet<String>,
    titles: BTreeSet<String>,
}

impl Known {
    /// Reads the rows.
    pub fn read() -> Result<Known> {
        let data = project::root().join("data");
        let mut actors = BTreeSet::new();
        let files: [(&str, &[&str], &[usize]); 3] = [
            ("actors/states.tsv", &["id", "iso", "name", "aliases", "adjectives", "people", "seats"], &[2, 3, 4, 5, 6]),
            ("actors/groups.tsv", &["id", "name", "kind", "aliases", "members", "theatre", "affiliation"], &[1, 3, 4]),
            ("actors/people.tsv", &["id", "name", "surname", "actor", "office", "from", "to", "aliases"], &[1, 2, 7]),
        ];
        for (file, columns, named) in files {
            for row in rows::read(&data, file, columns)? {
                actors.extend(named.iter().flat_map(|column| row.parts(*column)).flat_map(forms));
            }
        }
        let mut titles = BTreeSet::new();
        for row in rows::read(&data, "words/nouns.tsv", &["class", "forms"])? {
            if row.cell(0) == "title" {
                titles.extend(row.parts(1).map(str::to_string));
            }
        }
        Ok(Known { pack: shards::all(), actors, titles })
    }

    /// The places of a name, in the core and in all shards.
    pub fn places(&self, name: &str) -> impl Iterator<Item = KnownPlace> {
        [Some(name), without_area_word(name)].into_iter().flatten().flat_map(|name| self.pack.places(name))
    }

    /// Whether a phrase holds the name of an actor or a person.
    pub fn names_actor(&self, phrase: &str) -> bool {
        self.holds(&self.actors, phrase)
    }

    /// Whether a phrase holds a title: "Governor".
    pub fn has_title(&self, phrase: &str) -> bool {
        self.holds(&self.titles, phrase)
    }

    fn holds(&self, names: &BTreeSet<String>, phrase: &str) -> bool {
        let phrase = folded(phrase);
        let words: Vec<&str> = phrase.split_whitespace().collect();
        (0..words.len()).any(|first| {
            (first + 1..=words.len().min(first + LONGEST_NAME)).any(|end| names.contains(&words[first..end].join(" ")))
        })
    }
}

/// The forms under which the engine finds a name.
fn forms(name: &str) -> Vec<String> {
    [Some(name), without_area_word(name)].into_iter().flatten().map(folded).collect()
}

/// A name as its words: in lower case, without accents, apostrophes, possessives and
/// hyphens, and with other marks apart.
fn folded(name: &str) -> String {
    let mut words = String::new();
    let text: String = name.to_lowercase().replace(['’', '‘'], "'").nfd().filter(|c| !is_combining_mark(*c)).collect();
    for (at, c) in text.char_indices() {
        let possessive = c == '\'' && text[at + 1..].starts_with('s') && ends_word(&text[at + 2..]);
        if c.is_alphanumeric() || matches!(c, '.' | '&') {
            words.push(c);
        } else if c.is_whitespace() || c == '-' || possessive {
            words.push(' ');
        } else if c != '\'' {
            words.extend([' ', c, ' ']);
        }
    }
    words.split_whitespace().filter(|word| *word != "s").collect::<Vec<_>>().join(" ")
}

fn ends_word(rest: &str) -> bool {
    !rest.chars().next().is_some_and(char::is_alphanumeric)
}
