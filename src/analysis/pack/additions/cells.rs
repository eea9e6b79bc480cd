//! Reads single values of a publisher's rows: references, names, points and words of
//! closed sets.

use super::fault::{distance, nearest};
use super::merge::Merge;
use super::rows::{Row, instead, quoted};
use crate::analysis::lexicon::{Class, Naming, Sense};
use crate::analysis::pack::line::{self, Name};
use crate::analysis::pack::{Text, slug};

/// A word of so many changed letters is taken for a mistake in writing.
const MISTAKE: usize = 3;

impl<'a> Merge<'a> {
    /// Keeps a text among the pack's.
    pub fn text(&mut self, text: &str) -> Text {
        let start = self.pack.texts.len() as u32;
        self.pack.texts.push_str(text);
        self.pack.texts.push('\n');
        Text { start, end: start + text.len() as u32 }
    }

    /// The one value of a key that has to be there.
    pub fn needed(&mut self, row: &Row<'a>, key: &str, wanted: &str) -> Option<&'a str> {
        let value = row.one(key);
        if value.is_none() {
            self.faults.push(row.fault(key, "nothing".to_string(), wanted, "add it"));
        }
        value
    }

    /// The position of a key's word among those that are known.
    pub fn one_of(&mut self, row: &Row<'a>, key: &str, known: &[&str]) -> Option<usize> {
        let word = row.one(key)?;
        let found = known.iter().position(|known| *known == word);
        if found.is_none() {
            let wanted = ["one of ", &known.join(", ")].concat();
            self.faults.push(row.fault(key, quoted(word), &wanted, &instead(word, known.iter().copied())));
        }
        found
    }

    /// The countries of a key.
    pub fn countries(&mut self, row: &Row<'a>, key: &str) -> Vec<&'a str> {
        let (known, unknown): (Vec<&str>, Vec<&str>) = row.values(key).iter().partition(|code| {
            let mut shards = self.pack.shard_ids().map(|id| id.split_once('-').map_or(id, |(country, _)| country));
            shards.any(|country| country == **code)
        });
        for code in unknown {
            let wanted = "a country's two letters of ISO 3166-1, such as \"UA\"";
            self.faults.push(row.fault(key, quoted(code), wanted, "see `caveat knowledge lookup` with its name"));
        }
        known
    }

    /// A coordinate in hundredths of a degree. Floating-point numbers would weigh several
    /// kilobytes here.
    pub fn degrees(&mut self, row: &Row<'a>, key: &str, limit: i32) -> Option<i32> {
        let text = row.one(key)?;
        let degrees = hundredths(text).filter(|degrees| degrees.abs() <= limit * 100);
        if degrees.is_none() {
            let wanted = ["degrees from -", &limit.to_string(), " to ", &limit.to_string()].concat();
            self.faults.push(row.fault(key, quoted(text), &wanted, "write it like 48.46, negative for south and west"));
        }
        degrees
    }

    /// The actor of this id or name, of ours or of the file.
    pub fn reference(&mut self, row: &Row<'a>, key: &str, id: &str) -> Option<u16> {
        let written = slug(id);
        let found = self.ids.iter().rev().find(|(own, _)| *own == written).map(|(_, actor)| *actor);
        let found = found.or_else(|| self.named(id));
        if found.is_none() {
            let known = self.ids.iter().map(|(own, _)| own.as_str());
            let near = nearest(&written, known.filter(|known| known.len().abs_diff(written.len()) <= MISTAKE));
            let mend = match distance(&written, near) <= MISTAKE {
                true => ["the nearest is ", &quoted(near)].concat(),
                false => "add a row for it, or see `caveat knowledge lookup`".to_string(),
            };
            let wanted = "the id or the name of an actor, of Caveat's or of this file";
            self.faults.push(row.fault(key, quoted(id), wanted, &mend));
        }
        found
    }

    /// The actor of ours that has this among its names.
    pub fn named(&self, name: &str) -> Option<u16> {
        self.senses(name).into_iter().find_map(|sense| match sense {
            Sense::Actor(actor, Naming::Name) => Some(actor),
            _ => None,
        })
    }

    /// What words may mean so far.
    pub fn senses(&self, text: &str) -> Vec<Sense> {
        let mut found = Vec::new();
        line::names(text, 0, &mut Name::new(), &mut |name, _| found.extend(self.pack.lexicon.senses(name.words())));
        found
    }

    /// Whether every article is full of a word, "the" or "In".
    pub fn is_common(&self, word: &str) -> bool {
        let acronym = word.chars().all(|c| !c.is_lowercase()) && word.chars().count() > 1;
        !acronym
            && self.senses(word).into_iter().any(|sense| {
                let Sense::Word(class, _) = sense else { return false };
                matches!(
                    class,
                    Class::Determiner
                        | Class::Pronoun
                        | Class::Auxiliary
                        | Class::Negation
                        | Class::Preposition
                        | Class::Locative
                        | Class::Coordinator
                        | Class::Clause
                )
            })
    }

    /// Adds all names of a key.
    pub fn add_values(&mut self, row: &Row<'a>, key: &str, sense: Sense) {
        for name in row.values(key) {
            self.add_name(row, key, name, sense);
        }
    }

    /// Adds a name, if it is one that the engine can find.
    pub fn add_name(&mut self, row: &Row<'a>, key: &str, name: &'a str, sense: Sense) {
        if !name.chars().any(char::is_uppercase) {
            let wanted = "a name with a capital, as English news writes it";
            self.faults.push(row.fault(key, quoted(name), wanted, "write it with its capital, or leave it out"));
        } else if self.is_common(name) {
            self.faults.push(row.fault(
                key,
                quoted(name),
                "no common word",
                "leave it out: it would be marked everywhere",
            ));
        } else {
            self.names.push((name, sense));
        }
    }
}

/// Degrees as hundredths, rounded.
fn hundredths(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=3).contains(&whole.len()) || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let digit = |at: usize| fraction.as_bytes().get(at).map_or(0, |digit| i32::from(digit - b'0'));
    let whole = whole.bytes().fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'));
    Some(sign * (whole * 100 + digit(0) * 10 + digit(1) + i32::from(digit(2) >= 5)))
}
