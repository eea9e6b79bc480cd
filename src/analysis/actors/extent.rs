//! How far the noun phrase around an actor's name goes: to its force, institution or
//! official, and back over what belongs to the name.

use super::{ActorPhrase, Part, Who};
use crate::analysis::Role;
use crate::analysis::acts::is_irregular_past;
use crate::analysis::lexicon::{Class, Match, Naming, Sense};
use crate::analysis::name::name_after;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// A noun phrase's head comes within so many tokens of the name.
const REACH: usize = 8;

/// Lengthens a phrase to its head: a force, an institution or an official, with the
/// name that follows. Says whether the words after the name make it an actor.
pub fn extend(reading: &Reading, phrase: &mut ActorPhrase) -> bool {
    let end = reading.sentence(phrase.last).1;
    let mut at = phrase.last + 1;
    let mut proxy = false;
    if reading.word(at) == "-" && !reading.is_spaced(at) {
        if reading.is(at + 1, Class::Held) {
            return true;
        }
        if !reading.is(at + 1, Class::Backed) {
            return false;
        }
        proxy = true;
        at += 2;
    } else if reading.is_possessive(at) {
        at += 1;
    }
    // After a bare name, and after a head, what looks like a verb is one.
    let adjective = |t| {
        reading
            .matches(t)
            .iter()
            .any(|m| m.last == phrase.last && matches!(m.sense, Sense::Actor(_, Naming::Adjective)))
    };
    let owned = at > phrase.last + 1 || (phrase.first..=phrase.last).any(adjective);
    let mut head = None;
    let stop = (at + REACH).min(end);
    while at < stop && reading.is_word(at) || reading.word(at) == "-" || is_bracketed(reading, at) {
        if is_bracketed(reading, at) || reading.word(at) == "-" {
            at += 1;
            continue;
        }
        if reading
            .phrase(at, Class::ActNoun)
            .is_some_and(|last| longest(reading, at) == Some(last) && (last > at || !reading.is(at, Class::Force)))
        {
            if head.is_none() {
                phrase.part = Part::Attacker;
                return true;
            }
            break;
        }
        if let Some(last) = reading.phrase(at, Class::Title) {
            // "spokesman Lt. Col. X": past the point, to the next title or the name.
            let abbreviated =
                reading.word(last + 1) == "." && !reading.is_spaced(last + 1) && reading.is_capital(last + 2);
            let next = if abbreviated { last + 2 } else { last + 1 };
            if reading.phrase(next, Class::Title).is_some() {
                head = Some((last, Role::Official));
                at = next;
                continue;
            }
            let name = name_after(reading, next, end);
            head = Some((name.unwrap_or(last), Role::Official));
            at = name.unwrap_or(last) + 1;
            if name.is_some() {
                break;
            }
        } else if is_one_of(reading.word(at), "allies ally backers opponents rivals") {
            // Whose allies they are says nothing of whose side they are on.
            return false;
        } else if let Some(last) = reading.phrase(at, Class::Force) {
            head = Some((last, Role::Military));
            at = last + 1;
        } else if let Some(last) = reading.phrase(at, Class::Institution) {
            head = Some((last, Role::Government));
            at = last + 1;
        } else if is_modifier(reading, at, owned && head.is_none()) {
            at += 1;
        } else {
            break;
        }
    }
    let Some((last, role)) = head else {
        return proxy && {
            phrase.role = Role::Proxy;
            false
        };
    };
    if is_attributive(reading, last) {
        // Of "Russian troop movements", the demonym alone is a mention.
        return reading.word(last) == "troop";
    }
    phrase.last = with_domain(reading, last, role, end);
    phrase.armed |= role == Role::Military;
    phrase.role = match role {
        _ if proxy => Role::Proxy,
        Role::Military if phrase.role == Role::ArmedGroup => Role::ArmedGroup,
        _ => role,
    };
    true
}

/// Whether the noun at `last` only describes the one after it: "military equipment",
/// "government buses", "troop movements".
pub fn is_attributive(reading: &Reading, last: usize) -> bool {
    if !is_one_of(reading.word(last), "military army government police troop rebel opposition") {
        return false;
    }
    let next = last + 1;
    let word = reading.word(next);
    let noun = reading.is_word(next)
        && !reading.is_capital(next)
        && reading.matches(next).iter().all(|m| matches!(m.sense, Sense::Word(Class::War | Class::Settlement, _)))
        && !reading.is_adverb(next);
    let verb = word.ends_with("ed")
        || word.ends_with("ing")
        || is_irregular_past(word)
        || word.ends_with('s') && {
            let object = next + 1;
            reading.is_any(object, &[Class::Determiner, Class::Pronoun]) || reading.is_capital(object)
        };
    noun && !verb
}

/// The last token of the longest common phrase at `token`.
fn longest(reading: &Reading, token: usize) -> Option<usize> {
    let classes = [Class::ActNoun, Class::Force, Class::Institution, Class::Title];
    classes.iter().filter_map(|class| reading.phrase(token, *class)).max()
}

/// Whether the token is a bracket of an insertion: "[Ukrainian troops]".
fn is_bracketed(reading: &Reading, token: usize) -> bool {
    reading.word(token) == "]"
        && !reading.is_spaced(token)
        && reading.is_word(token + 1)
        && reading.is_spaced(token + 1)
}

/// Whether the word may stand between a name and its head: "state" in "Ukraine’s
/// state emergency service".
/// `owned` says that no verb can come here, since a possessor or a demonym still wants
/// its noun.
fn is_modifier(reading: &Reading, token: usize, owned: bool) -> bool {
    let stops = [
        Class::Preposition,
        Class::Auxiliary,
        Class::Clause,
        Class::Coordinator,
        Class::Determiner,
        Class::Pronoun,
        Class::Say,
        Class::Deny,
        Class::Promise,
        Class::Accuse,
        Class::ActVerb,
        Class::Settlement,
        Class::Time,
        Class::Negation,
    ];
    let word = reading.word(token);
    let verb = !owned
        && !reading.is_capital(token)
        && (word.ends_with("ed") || is_irregular_past(word) || word.ends_with('s') && !word.ends_with("ss"));
    let other = |m: &Match| match m.sense {
        Sense::Actor(_, Naming::Name) => true,
        Sense::Actor(..) => !owned,
        _ => false,
    };
    !verb && !reading.is_any(token, &stops) && !reading.matches(token).iter().any(other)
}

/// "governor" with the place it governs: "governor of Luhansk".
fn with_domain(reading: &Reading, last: usize, role: Role, end: usize) -> usize {
    let office = role == Role::Official && reading.is(last, Class::Title);
    if office && reading.word(last + 1) == "of" && reading.is_capital(last + 2) {
        return name_after(reading, last + 2, end).unwrap_or(last);
    }
    last
}

/// Adds what stands before the name and belongs to it: "Ministry of Defence of",
/// "President" before a person.
pub fn with_what_precedes(reading: &Reading, mut phrase: ActorPhrase, from: usize) -> ActorPhrase {
    let start = reading.sentence(phrase.first).0.max(from);
    if phrase.role == Role::Official {
        while let Some(title) = title_before(reading, phrase.first, start) {
            phrase.first = title;
        }
        return phrase;
    }
    if phrase.who == Who::Incumbents && phrase.first > start && is_stage(reading.word(phrase.first - 1)) {
        phrase.first -= 1;
    }
    // A name of an institution in capitals with "of": "General Staff of Ukraine’s Armed Forces".
    let mut at = phrase.first;
    if at > start && reading.word(at - 1) == "the" {
        at -= 1;
    }
    if at > start + 1 && reading.word(at - 1) == "of" && reading.is_capital(at - 2) {
        let mut first = at - 2;
        while first > start
            && (reading.is_capital(first - 1)
                || (reading.word(first - 1) == "of" && first > start + 1 && reading.is_capital(first - 2)))
        {
            first -= 1;
        }
        let heads = (first..at - 1).filter_map(|t| {
            reading
                .phrase(t, Class::Force)
                .or(reading.phrase(t, Class::Institution))
                .or(reading.phrase(t, Class::Title))
        });
        if heads.max().is_some() && !reading.opens_sentence(at - 2) {
            phrase.first = first;
            phrase.role = Role::Government;
        }
    }
    phrase
}

/// Whether the word tells one government of a country from another.
fn is_stage(word: &str) -> bool {
    is_one_of(word, "interim transitional new federal central provisional ruling")
}

/// Where a title that ends right before `token` begins.
fn title_before(reading: &Reading, token: usize, start: usize) -> Option<usize> {
    /// Titles have no more words than this.
    const LONGEST: usize = 4;
    let end = if token > start && reading.word(token - 1) == "." { token - 1 } else { token };
    (start.max(end.saturating_sub(LONGEST))..end)
        .find(|first| reading.phrase(*first, Class::Title).is_some_and(|last| last + 1 == end))
        .or_else(|| (end > start && reading.is(end - 1, Class::Honorific)).then(|| end - 1))
}
