//! Noun phrases that name an actor or an acting part of one: "Russia", "Ukraine’s
//! military", "Russian President Vladimir Putin", "Kremlin-backed authorities".
//!
//! Who of them is a party to the conflict is not decided here.

mod coined;
mod definite;
mod describe;
mod extent;
mod people;
mod table;
mod units;

use self::coined::Coined;
pub use self::describe::{Description, describe};
use self::people::People;
use super::lexicon::{Class, Match, Naming, Sense};
use super::name::part_of_longer_name;
use super::pack::ActorKind;
use super::reading::Reading;
use super::usage::{self, Usage};
use super::{Role, Span};
use crate::analysis::word::is_one_of;

/// Whom a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// An actor of the pack, by its position.
    Known(u16),
    /// "the rebels": those who fight the government of the article's country.
    Insurgents,
    /// "government forces": that government.
    Incumbents,
    /// "the mayor", "local authorities": whoever governs the place that is spoken of.
    Local,
    /// A group that only the article names, by its number there.
    Coined(u8),
}

/// What the phrase does in a hostile act, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It attacks.
    Attacker,
    /// It is attacked.
    Target,
    /// Neither.
    Bystander,
}

/// A noun phrase that names an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorPhrase {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
    /// Whom it names.
    pub who: Who,
    /// As what.
    pub role: Role,
    /// Its part in a hostile act.
    pub part: Part,
    /// Whether it names armed forces or fighters.
    pub armed: bool,
}

impl Who {
    /// How many there are beside the pack's actors.
    pub const OTHERS: usize = 3 + Who::COINED as usize;
    /// An article names no more groups of its own than this.
    pub const COINED: u8 = 6;

    /// A number for tables: the pack's actors first, then the others.
    pub fn index(self, reading: &Reading) -> usize {
        let actors = reading.pack.actors.len();
        match self {
            Who::Known(actor) => usize::from(actor),
            Who::Insurgents => actors,
            Who::Incumbents => actors + 1,
            Who::Local => actors + 2,
            Who::Coined(group) => actors + 3 + usize::from(group),
        }
    }
}

impl ActorPhrase {
    /// Its range of the text.
    pub fn span(&self, reading: &Reading) -> Span {
        reading.span(self.first, self.last)
    }
}

/// Finds all such phrases, in order, none overlapping another.
pub fn find(reading: &Reading) -> Vec<ActorPhrase> {
    let mut found: Vec<ActorPhrase> = Vec::new();
    let mut people = People::default();
    let coined = Coined::learn(reading);
    let mut token = 0;
    while token < reading.len() {
        let Some(phrase) = coined.at(reading, token).or_else(|| phrase_at(reading, token, &people)) else {
            token += 1;
            continue;
        };
        let from = found.last().map_or(0, |p| p.last + 1);
        let phrase = extent::with_what_precedes(reading, phrase, from);
        if is_past(reading, &phrase) {
            token = phrase.last + 1;
            continue;
        }
        people::learn(reading, &phrase, &mut people);
        // "Colonel Idris Tom, the Chadian army’s spokesman": his office says whose he is.
        if let Some(officer) = found.last_mut()
            && matches!(officer.who, Who::Incumbents | Who::Local)
            && officer.role == Role::Official
            && phrase.role == Role::Official
            && reading.word(officer.last + 1) == ","
            && phrase.first <= officer.last + 2 + usize::from(reading.is(officer.last + 2, Class::Determiner))
        {
            officer.who = phrase.who;
            let officer = *officer;
            people::learn(reading, &officer, &mut people);
        }
        if let Some(name) = people::apposed_name(reading, &phrase, from) {
            people::learn(reading, &name, &mut people);
            found.push(name);
        }
        token = phrase.last + 1;
        found.push(phrase);
    }
    units::add(reading, &mut found);
    definite::add_definite(reading, &mut found);
    people::add_learned(reading, &mut found, &people);
    found
}

/// The phrase that begins at `token`, if a name does.
fn phrase_at(reading: &Reading, token: usize, people: &People) -> Option<ActorPhrase> {
    let known = reading.matches(token).iter().filter(|m| !matches!(m.sense, Sense::Word(..)));
    let longest = known.clone().map(|m| m.last).max();
    let mut at_longest = known.filter(|m| Some(m.last) == longest);
    let mut actors = at_longest.clone().filter(|m| matches!(m.sense, Sense::Actor(..)));
    if let Some(mut found) = actors.next() {
        // Of two states with one demonym, that which the article names otherwise too.
        if let Some(other) = actors.next()
            && named_otherwise(reading, other) > named_otherwise(reading, found)
        {
            found = other;
        }
        return named(reading, found, at_longest.any(|m| matches!(m.sense, Sense::Place(_))));
    }
    if let Some(person) = at_longest.clone().find_map(|m| people::pack_person(reading, m)) {
        return Some(person);
    }
    if longest.is_some() {
        // A place's name may begin with who holds it: "Indian-controlled Kashmir".
        let held = reading.word(token + 1) == "-" && reading.is(token + 2, Class::Held);
        let holder = |m: &&Match| m.last == token && matches!(m.sense, Sense::Actor(..));
        let holder = reading.matches(token).iter().find(holder).filter(|_| held);
        return holder.and_then(|holder| named(reading, holder, false));
    }
    people::learned_person(reading, token, people)
        .or_else(|| definite::generic(reading, token))
        .or_else(|| definite::local_office(reading, token))
        .or_else(|| definite::officer(reading, token))
}

/// How often an actor is named otherwise than by this name.
fn named_otherwise(reading: &Reading, found: &Match) -> usize {
    let Sense::Actor(actor, _) = found.sense else { return 0 };
    let named = |m: &&Match| matches!(m.sense, Sense::Actor(a, Naming::Name | Naming::Seat) if a == actor);
    (0..reading.len()).map(|token| reading.matches(token).iter().filter(named).count()).sum()
}

/// The phrase around an actor's name.
fn named(reading: &Reading, found: &Match, place: bool) -> Option<ActorPhrase> {
    let Sense::Actor(actor, naming) = found.sense else { return None };
    let kind = reading.pack.actors[usize::from(actor)].kind;
    if part_of_longer_name(reading, found) || extent::is_attributive(reading, found.last) {
        return None;
    }
    // A city by whose name an authority goes is a seat to grammar.
    let seat = naming == Naming::Seat || place && naming == Naming::Name && kind == ActorKind::Authority;
    let role = match (naming, kind) {
        (Naming::Seat, _) => Role::Metonym,
        (_, ActorKind::State) => Role::State,
        (_, ActorKind::Service) => Role::Military,
        (_, ActorKind::Authority | ActorKind::Media) => Role::Government,
        _ => Role::ArmedGroup,
    };
    let armed = matches!(kind, ActorKind::ArmedGroup | ActorKind::Service | ActorKind::Coalition);
    let mut phrase = ActorPhrase {
        first: found.first,
        last: found.last,
        who: Who::Known(actor),
        role,
        part: Part::Bystander,
        armed,
    };
    let mut extended = extent::extend(reading, &mut phrase);
    // "In Congress" is a place, and "to US Congress" is an actor in spite of its "to".
    let head = phrase.last > found.last && !seat && !reading.is_possessive(found.last + 1);
    if place && !head && usage::of(reading, found.first, found.last, seat) == Usage::Locates {
        return None;
    }
    if kind == ActorKind::State && phrase.last > found.last {
        // "Malian rebels" fight Mali; "Mali-backed rebels" do not.
        if phrase.role != Role::Proxy && is_rebels(reading, phrase.last) {
            phrase.who = Who::Insurgents;
            phrase.role = Role::ArmedGroup;
        }
    } else if !extended && is_joined(reading, found.last) {
        extended = true;
        phrase.armed = true;
    }
    // A demonym alone describes; a people alone is no party.
    let bare = matches!(naming, Naming::Adjective) || (naming == Naming::People && kind == ActorKind::State);
    if bare && !extended {
        return None;
    }
    Some(phrase)
}

/// Whether the word is one for those who fight their own state.
fn is_rebels(reading: &Reading, token: usize) -> bool {
    reading.is(token, Class::Insurgent) || is_one_of(reading.word(token), "insurgents militants guerrillas jihadists")
}

/// Whether a demonym shares its noun with the next: "American and Afghan forces".
fn is_joined(reading: &Reading, last: usize) -> bool {
    let next = last + 2;
    reading.is(last + 1, Class::Coordinator)
        && reading.matches(next).iter().any(|m| {
            matches!(m.sense, Sense::Actor(_, Naming::Adjective | Naming::Name))
                && reading.phrase(m.last + 1, Class::Force).is_some()
        })
}

/// Whether it is an official or soldier of the past: "former Ukrainian officials".
fn is_past(reading: &Reading, phrase: &ActorPhrase) -> bool {
    let Some(before) = phrase.first.checked_sub(1) else { return false };
    let at = if reading.word(before) == "-" { before.saturating_sub(1) } else { before };
    let past = is_one_of(
        reading.word(at),
        "former ex retired ousted deposed exiled onetime old previous fallen toppled overthrown defunct",
    );
    past && (phrase.last > phrase.first || phrase.who == Who::Incumbents)
        && !matches!(phrase.role, Role::State | Role::ArmedGroup)
}
