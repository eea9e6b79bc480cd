//! What a statement tells, as far as that can be set beside what another tells.

use super::Statement;
use crate::analysis::hash::hash;
use crate::analysis::lexicon::{Class, Sense};
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// Words are the same event's where their first letters are: "shelled", "shelling".
const STEM: usize = 5;
/// Shorter words tell of no event, unless the lexicon knows them as acts.
const LONG: usize = 5;
/// A figure's noun stands this near after it: "40 enemy drones".
const COUNTED: usize = 2;

/// The words, figures and day of a statement.
pub struct Event {
    /// The stems of the words that tell of it, as hashes, each once.
    words: Vec<u64>,
    /// What is counted, and how many, both as hashes.
    figures: Vec<(u64, u64)>,
    /// The day of the week, as a hash.
    day: Option<u64>,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// The paragraph it stands in.
    pub paragraph: usize,
}

impl Event {
    /// Reads a statement's content.
    pub fn of(reading: &Reading, statement: &Statement) -> Event {
        let first = reading.token_at(statement.content[0].start);
        let paragraph = reading.article.paragraphs().partition_point(|(_, end)| *end <= first);
        let mut event = Event { words: Vec::new(), figures: Vec::new(), day: None, negated: false, paragraph };
        for part in &statement.content {
            let mut token = reading.token_at(part.start);
            while token < reading.len() && reading.article.tokens()[token].span.start < part.end {
                event.read(reading, token);
                token += 1;
            }
        }
        event
    }

    fn read(&mut self, reading: &Reading, token: usize) {
        let word = reading.word(token);
        self.negated |= reading.is(token, Class::Negation);
        if reading.is(token, Class::Time) && word.ends_with("day") {
            self.day = Some(hash(word));
        }
        let number = reading.is_number(token) || reading.is(token, Class::Determiner) && is_count(word);
        if number && let Some(noun) = (token + 1..=token + COUNTED).rev().find(|t| tells(reading, *t)) {
            self.figures.push((stem(reading.word(noun)), hash(word)));
        }
        if tells(reading, token) && !self.words.contains(&stem(word)) {
            self.words.push(stem(word));
        }
    }

    /// How many words they share.
    pub fn shared(&self, other: &Event) -> usize {
        self.words.iter().filter(|word| other.words.contains(word)).count()
    }

    /// Whether they give different figures for the same thing, and never the same one.
    pub fn other_figure(&self, other: &Event) -> bool {
        let same = |(noun, number): &(u64, u64)| other.figures.contains(&(*noun, *number));
        let differs = |(noun, number): &(u64, u64)| other.figures.iter().any(|(n, m)| n == noun && m != number);
        !self.figures.iter().any(same) && self.figures.iter().any(differs)
    }

    /// Whether they are of two days.
    pub fn other_day(&self, other: &Event) -> bool {
        self.day.is_some() && other.day.is_some() && self.day != other.day
    }

    /// Whether it tells of no event of its own: "denied it", "denied the claim".
    pub fn names_nothing(&self) -> bool {
        /// "the claim", "any responsibility": with more words it names an event.
        const BARE: usize = 1;
        self.words.len() <= BARE
    }
}

/// Whether a statement gives a figure.
pub fn has_figure(reading: &Reading, statement: &Statement) -> bool {
    !Event::of(reading, statement).figures.is_empty()
}

/// The numbers that are written as words.
fn is_count(word: &str) -> bool {
    is_one_of(word, "one two three four five six seven eight nine ten")
}

/// Whether a word tells of an event: an act, a place, or a longer word of no closed
/// class that names no side and nobody who speaks.
fn tells(reading: &Reading, token: usize) -> bool {
    if !reading.is_word(token) {
        return false;
    }
    if reading.is_any(token, &[Class::ActVerb, Class::ActNoun]) {
        return true;
    }
    let closed = [
        Class::Determiner,
        Class::Pronoun,
        Class::Auxiliary,
        Class::Preposition,
        Class::Clause,
        Class::Adverb,
        Class::Time,
        Class::Say,
        Class::SayWeakly,
        Class::Institution,
        Class::Title,
        Class::Negation,
        Class::Locative,
    ];
    // A demonym or a country tells who, and who is in every sentence of a war.
    let actor = reading.matches(token).iter().any(|found| matches!(found.sense, Sense::Actor(..) | Sense::Person(..)));
    reading.word(token).len() >= LONG && !actor && !reading.is_any(token, &closed) && !reading.is_adverb(token)
}

/// The hash of a word's beginning.
fn stem(word: &str) -> u64 {
    hash(word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end]))
}
