//! The words for heads and the names of institutions that `describe` reads: rows in
//! `data/actors/`, compiled in where it is used, and not in the pack.

use std::collections::BTreeMap;

use crate::analysis::reading::Reading;
use crate::analysis::{Article, Role};

static HEADS: &str = include_str!("../../../data/actors/heads.tsv");
static INSTITUTIONS: &str = include_str!("../../../data/actors/institutions.tsv");

/// Heads and institutions have no more words than this.
const LONGEST: usize = 8;
/// What the head of a phrase makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// A part of a side.
    As(Role),
    /// Never a party.
    Outside,
    /// No part of a side.
    Nothing,
    /// "a group of": what follows is the head.
    Transparent,
    /// "former": no longer.
    Past,
}

/// A body that `institutions.tsv` names.
#[derive(Clone, Copy, Debug)]
pub struct Institution {
    /// ISO 3166-1 alpha-2, "EU", or "UN" for none.
    pub country: &'static str,
    /// What it is.
    pub head: Head,
    /// Whether the name counts in capitals only.
    acronym: bool,
}

/// Phrases by their words in lower case.
pub struct Table<T> {
    phrases: BTreeMap<String, T>,
}

impl Institution {
    /// Names count in capitals only: "RAW" is no "raw", and "Vox" no "vox".
    pub fn is_spelled(self, reading: &Reading, first: usize, last: usize) -> bool {
        let tokens = &reading.article.tokens()[first..=last];
        tokens[0].capital && (!self.acronym || tokens.iter().all(|token| token.all_capitals || !token.capital))
    }
}

impl<T: Copy> Table<T> {
    fn insert(&mut self, phrase: &str, value: T) {
        let article = Article::new(phrase);
        let words: Vec<&str> = (0..article.tokens().len()).map(|token| article.word(token)).collect();
        self.phrases.insert(words.join(" "), value);
    }

    /// The longest phrase at a token, with its last token.
    pub fn at(&self, reading: &Reading, token: usize) -> Option<(usize, T)> {
        let words: Vec<&str> = (token..reading.len().min(token + LONGEST)).map(|t| reading.word(t)).collect();
        (1..=words.len())
            .rev()
            .find_map(|length| self.phrases.get(&words[..length].join(" ")).map(|value| (token + length - 1, *value)))
    }
}

/// The cells of a file's rows, without its comments and its header.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split('\t').collect())
}

/// The words for heads.
pub fn heads() -> Table<Head> {
    let mut heads = Table { phrases: BTreeMap::new() };
    for row in rows(HEADS) {
        if let [name, phrases] = row[..] {
            phrases.split(';').for_each(|phrase| heads.insert(phrase, head_named(name)));
        }
    }
    heads
}

/// The institutions by name.
pub fn institutions() -> Table<Institution> {
    let mut institutions = Table { phrases: BTreeMap::new() };
    for row in rows(INSTITUTIONS) {
        let [name, country, role, aliases] = row[..] else { continue };
        for name in aliases.split(';').chain([name]).filter(|name| !name.is_empty()) {
            let acronym = name.chars().all(|c| !c.is_lowercase());
            institutions.insert(name, Institution { country, head: head_named(role), acronym });
        }
    }
    institutions
}

/// What a row's name for a role means.
fn head_named(name: &str) -> Head {
    let roles = [Role::State, Role::Government, Role::Military, Role::ArmedGroup, Role::Official];
    match name {
        "outside" => Head::Outside,
        "transparent" => Head::Transparent,
        "past" => Head::Past,
        _ => roles.into_iter().find(|role| role.name() == name).map_or(Head::Nothing, Head::As),
    }
}
