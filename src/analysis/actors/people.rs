//! People who speak or act for an actor: those of the pack, and those whom the article
//! ties to one ("Russian President Vladimir Putin", then "Putin").

use super::{ActorPhrase, Part, Who, extent};
use crate::analysis::Role;
use crate::analysis::lexicon::{Class, Match, Numbers, Sense};
use crate::analysis::name::{name_after, part_of_longer_name};
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;
use crate::order;

/// Names of people that the article has tied to an actor: surname and full name.
#[derive(Default)]
pub struct People {
    /// The surnames' numbers.
    numbers: Numbers,
    /// By those numbers, who each speaks for, and the tokens of the name before the surname.
    speaks_for: Vec<(Who, Option<(usize, usize)>)>,
}

impl People {
    fn insert(&mut self, surname: &str, who: Who, given: Option<(usize, usize)>) {
        match self.numbers.get(surname) {
            Some(number) => {
                let known = &mut self.speaks_for[*number as usize];
                *known = (who, given.or(known.1));
            }
            None => {
                self.numbers.insert(surname.into(), self.speaks_for.len() as u32);
                self.speaks_for.push((who, given));
            }
        }
    }

    fn get(&self, surname: &str) -> Option<(Who, Option<(usize, usize)>)> {
        self.numbers.get(surname).map(|number| self.speaks_for[*number as usize])
    }
}

/// Adds the names that were tied to an actor further on.
pub fn add_learned(reading: &Reading, found: &mut Vec<ActorPhrase>, people: &People) {
    let mut added = Vec::new();
    let mut from = 0;
    for token in 0..reading.len() {
        let at = found.partition_point(|p| p.last < token);
        let limit = found.get(at).map_or(reading.len(), |p| p.first);
        if token < from || token >= limit {
            continue;
        }
        if let Some(person) = learned_person(reading, token, people).filter(|person| person.last < limit) {
            from = person.last + 1;
            added.push(extent::with_what_precedes(reading, person, at.checked_sub(1).map_or(0, |i| found[i].last + 1)));
        }
    }
    found.extend(added);
    order::sort_by_key(found, |p| p.first as u64);
}

/// A person of the pack: the full name, or the surname where his actor is named in the
/// article and it has the full name or a title, or nobody needs them.
pub fn pack_person(reading: &Reading, found: &Match) -> Option<ActorPhrase> {
    let Sense::Person(person, surname) = found.sense else { return None };
    let actor = reading.pack.people[usize::from(person)].actor;
    let famous = reading.pack.people[usize::from(person)].famous;
    let titled = || found.first.checked_sub(1).is_some_and(|t| reading.is_any(t, &[Class::Title, Class::Honorific]));
    let introduced = || famous || reading.introduces(person) || titled();
    let president = || famous && found.first.checked_sub(1).is_some_and(|t| reading.word(t) == "president");
    if part_of_longer_name(reading, found) || (surname && !(reading.names(actor) && introduced() || president())) {
        return None;
    }
    Some(official(found.first, found.last, Who::Known(actor)))
}

fn official(first: usize, last: usize, who: Who) -> ActorPhrase {
    ActorPhrase { first, last, who, role: Role::Official, part: Part::Bystander, armed: false }
}

/// A name that the article has tied to an actor before.
pub fn learned_person(reading: &Reading, token: usize, people: &People) -> Option<ActorPhrase> {
    if !reading.is_capital(token) && !is_one_of(reading.word(token), "al el") {
        return None;
    }
    let last = name_after(reading, token, reading.sentence(token).1)?;
    let key = last_name(reading, token, last);
    let (who, given) = people.get(&key)?;
    // Another person with the same surname has another first name.
    let first = given_name(reading, token, last);
    let namesake =
        given.zip(first).is_some_and(|((from, to), other)| (from..to).all(|t| reading.word(t) != reading.word(other)));
    if namesake {
        return None;
    }
    let longer = token > 0
        && reading.is_capital(token - 1)
        && (!reading.opens_sentence(token - 1) || reading.matches(token - 1).is_empty())
        && !reading.is_any(token - 1, &[Class::Title, Class::Opener]);
    (!longer).then(|| official(token, last, who))
}

/// The surname of a name, in lower case: its last word, with "al-" and the like.
fn last_name(reading: &Reading, first: usize, last: usize) -> String {
    let from = if last >= first + 2 && reading.word(last - 1) == "-" { last - 2 } else { last };
    (from..=last).map(|t| reading.word(t)).collect()
}

/// The token of the first name, where a name has one that no title is.
fn given_name(reading: &Reading, first: usize, last: usize) -> Option<usize> {
    let title = reading.phrase(first, Class::Title).filter(|title| *title < last);
    let first = title.map_or(first, |title| title + 1);
    let plain = !reading.is_any(first, &[Class::Title, Class::Honorific, Class::Particle]);
    (first < last && plain && reading.word(first + 1) != "-").then_some(first)
}

/// Remembers the person that an official's phrase names.
pub fn learn(reading: &Reading, phrase: &ActorPhrase, people: &mut People) {
    if phrase.role != Role::Official {
        return;
    }
    let title = (phrase.first..=phrase.last).filter_map(|t| reading.phrase(t, Class::Title)).max();
    let first = title.map_or(phrase.first, |title| title + 1);
    if first <= phrase.last
        && reading.is_capital(phrase.last)
        && !reading.is_any(phrase.last, &[Class::Title, Class::Institution])
    {
        let known_place = (first..=phrase.last).any(|t| {
            reading
                .matches(t)
                .iter()
                .any(|m| matches!(m.sense, Sense::Place(_) | Sense::Actor(..)) && m.last == phrase.last)
        });
        if !known_place {
            let given = given_name(reading, first, phrase.last).map(|given| (given, phrase.last));
            people.insert(&last_name(reading, first, phrase.last), phrase.who, given);
        }
    }
}

/// Where the title begins that a phrase belongs to: "spokesman for Ukraine’s army".
fn office_before(reading: &Reading, phrase: usize) -> Option<usize> {
    /// A title has no more words than this.
    const LONGEST: usize = 4;
    let mut last = phrase.checked_sub(2)?;
    if reading.is(last + 1, Class::Determiner) {
        last = last.checked_sub(1)?;
    }
    if !is_one_of(reading.word(last + 1), "for of with") {
        return None;
    }
    (last.saturating_sub(LONGEST)..=last).find(|first| reading.phrase(*first, Class::Title) == Some(last))
}

/// The name that an official's phrase explains: "Serhiy Haidai, Ukrainian governor
/// of Luhansk".
pub fn apposed_name(reading: &Reading, phrase: &ActorPhrase, from: usize) -> Option<ActorPhrase> {
    let office = office_before(reading, phrase.first);
    let explains = office.or((phrase.role == Role::Official).then_some(phrase.first))?;
    let start = reading.sentence(explains).0.max(from);
    let mut comma = explains.checked_sub(1)?;
    while comma > start && (reading.is(comma, Class::Determiner) || is_one_of(reading.word(comma), "former senior top"))
    {
        comma -= 1;
    }
    if comma <= start || reading.word(comma) != "," {
        return None;
    }
    let last = comma - 1;
    let first = (start..=last)
        .rev()
        .take_while(|t| reading.is_capital(*t) || is_one_of(reading.word(*t), "- al el bin abu"))
        .last()?;
    let known = (first..=last).any(|t| {
        reading.matches(t).iter().any(|m| matches!(m.sense, Sense::Place(_) | Sense::Actor(..)) && m.last == last)
    });
    let words = (first..=last).filter(|t| reading.is_capital(*t)).count();
    // "On Tuesday, Israel’s chief spokesman" explains no name.
    let circumstance = reading.is_any(first, &[Class::Preposition, Class::Time]) || reading.is(last, Class::Time);
    (words >= 2 && !known && !circumstance).then(|| official(first, last, phrase.who))
}
