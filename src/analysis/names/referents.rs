//! Whom an article speaks of: the persons and groups that it names or describes, for
//! programs that compare it with corpora that mark such phrases.
//!
//! Names come from the tagger and from the detector of actors; "the rebels", "refugees",
//! "we" from a list of words by hand.

use super::label::NameSort;
use super::{Name, names};
use crate::analysis::actors;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::{Article, Pack, Role, Span};

/// Common words that mean a person or a group.
static PEOPLE: &str = include_str!("../../../data/models/people.tsv");

/// The noun phrases that name an actor or an acting part of one, before it is decided who
/// is a party: "Russia", "Ukraine’s military", "the rebels".
pub fn actor_phrases(article: &Article, pack: &Pack) -> Vec<Span> {
    let reading = Reading::new(article, pack);
    actors::find(&reading).iter().map(|phrase| phrase.span(&reading)).collect()
}

/// Every phrase that names or describes a person ([`NameSort::Person`]) or a group
/// ([`NameSort::Organization`]), and the demonyms that describe neither
/// ([`NameSort::People`]), in order, none overlapping another. A state is a group where it
/// acts, and so is a people.
pub fn referents(article: &Article, pack: &Pack) -> Vec<Name> {
    let reading = Reading::new(article, pack);
    let mut taken = vec![None; reading.len()];
    let mut found: Vec<(usize, usize, NameSort)> = Vec::new();
    for phrase in actors::find(&reading) {
        let sort = if phrase.role == Role::Official { NameSort::Person } else { NameSort::Organization };
        found.push((phrase.first, phrase.last, sort));
    }
    let tokens = article.tokens();
    for name in names(article, pack) {
        let first = tokens.partition_point(|token| token.span.end <= name.span.start);
        let last = tokens.partition_point(|token| token.span.start < name.span.end) - 1;
        match name.sort {
            NameSort::Person | NameSort::Organization => found.push((first, last, name.sort)),
            NameSort::People => found.push(of_people(&reading, first, last)),
            _ => {}
        }
    }
    for token in 0..reading.len() {
        if let Some(sort) = described(&reading, token) {
            found.push((token, token, sort));
        }
    }
    let mut referents = Vec::new();
    for (first, last, sort) in found {
        if taken[first..=last].iter().any(Option::is_some) {
            continue;
        }
        taken[first..=last].fill(Some(()));
        referents.push(Name { span: reading.span(first, last), sort, point: None });
    }
    crate::order::sort_by_key(&mut referents, |name| name.span.key());
    referents
}

/// A demonym with the noun that it describes, and what that makes of it: "Syrian refugees"
/// are a group, and a "Turkish minister" is a person.
fn of_people(reading: &Reading, first: usize, last: usize) -> (usize, usize, NameSort) {
    /// So many words may stand between a demonym and its noun.
    const REACH: usize = 3;
    if reading.word(last).ends_with('s') && !reading.word(last).ends_with("ss") {
        return (first, last, NameSort::Organization);
    }
    let end = reading.sentence(last).1;
    for token in last + 1..end.min(last + 1 + REACH) {
        if !reading.is_word(token) || reading.is_any(token, &[Class::Preposition, Class::Clause, Class::Auxiliary]) {
            break;
        }
        if let Some(sort) = described(reading, token) {
            return (first, token, sort);
        }
    }
    (first, last, NameSort::People)
}

/// What a common word means: a person or a group, if either.
fn described(reading: &Reading, token: usize) -> Option<NameSort> {
    let word = reading.word(token);
    let listed = PEOPLE.lines().find_map(|line| {
        let (known, sort) = line.split_once('\t')?;
        (known == word).then(|| if sort == "person" { NameSort::Person } else { NameSort::Organization })
    });
    let titles = [Class::Title, Class::Expert];
    let groups = [Class::Force, Class::Insurgent, Class::Group, Class::Institution];
    listed
        .or_else(|| reading.is_any(token, &titles).then_some(NameSort::Person))
        .or_else(|| reading.is_any(token, &groups).then_some(NameSort::Organization))
}
