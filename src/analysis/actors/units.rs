//! Units and commanders by a name that no pack knows: "the 98th Division", "the 33rd
//! Front", "Commander Tomas", and "the dissidents" after some were named.

use super::{ActorPhrase, Part, Who, definite};
use crate::analysis::Role;
use crate::analysis::lexicon::{Class, Sense};
use crate::analysis::name::name_after;
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;
use crate::order;

/// What a unit belongs to was named so many phrases before it at most.
const MEMORY: usize = 100;

/// Adds the units and commanders, each with whom the article shows it last.
pub fn add(reading: &Reading, found: &mut Vec<ActorPhrase>) {
    let mut added: Vec<ActorPhrase> = Vec::new();
    let mut from = 0;
    for token in 0..reading.len() {
        let at = found.partition_point(|p| p.last < token);
        if token < from || found.get(at).is_some_and(|p| p.first <= token) {
            continue;
        }
        let splinter = is_splinter(reading, token).then_some((token, Role::ArmedGroup));
        let Some((last, role)) = unit(reading, token).or_else(|| commander(reading, token)).or(splinter) else {
            continue;
        };
        if found.get(at).is_some_and(|p| p.first <= last) || reading.is_possessive(token.saturating_sub(1)) {
            continue;
        }
        let same = |p: &&ActorPhrase| {
            p.last - p.first == last - token
                && (0..=last - token).all(|i| reading.word(p.first + i) == reading.word(token + i))
        };
        let before = found[..at].iter().rev().take(MEMORY);
        let who = match added.iter().rev().take(MEMORY).find(same) {
            Some(known) => Some(known.who),
            None if splinter.is_some() => before.clone().find(|p| is_of_splinter(reading, p)).map(|p| p.who),
            None if reading.word(last) == "front" => {
                let group = before.clone().find(|p| p.role == Role::ArmedGroup);
                before.clone().find(|p| is_of_splinter(reading, p)).or(group).map(|p| p.who)
            }
            // A commander speaks for the unit or the force that was named last.
            None if role == Role::Official => {
                let recent = (reading.sentence(token).0).checked_sub(1).map_or(0, |t| reading.sentence(t).0);
                let fights = |p: &&ActorPhrase| {
                    p.first >= recent && matches!(p.role, Role::ArmedGroup | Role::Military | Role::Proxy)
                };
                let unit = added.iter().rev().take(MEMORY).find(fights);
                let force = before.clone().find(fights);
                [unit, force].into_iter().flatten().max_by_key(|p| p.first).map(|p| p.who)
            }
            None => {
                let acting = definite::acting_state(found, at, reading, token);
                let force = acting.or_else(|| before.clone().find(|p| is_state_force(reading, p)));
                Some(force.map_or(Who::Incumbents, |p| p.who))
            }
        };
        let Some(who) = who else { continue };
        from = last + 1;
        added.push(ActorPhrase { first: token, last, who, role, part: Part::Bystander, armed: false });
    }
    found.extend(added);
    order::sort_by_key(found, |p| p.first as u64);
}

/// The last token of a unit's name: "98th Division", "Vulcano Task Force".
fn unit(reading: &Reading, token: usize) -> Option<(usize, Role)> {
    /// A unit's name has no more words than this before its head.
    const LONGEST: usize = 4;
    let proper = |t: usize| {
        reading.is_capital(t) && reading.is_word(t) && is_unknown(reading, t) && !reading.is(t, Class::Determiner)
    };
    let before = token.checked_sub(1).is_some_and(|t| proper(t) && !reading.opens_sentence(t));
    if before || reading.in_heading(token) || !(is_ordinal(reading.word(token)) || proper(token)) {
        return None;
    }
    for last in token + 1..=token + LONGEST {
        if !proper(last) && reading.word(last) != "-" {
            return None;
        }
        let role = match reading.word(last) {
            "division" | "brigade" | "battalion" | "regiment" | "corps" | "squadron" | "flotilla" | "legion" => {
                Role::Military
            }
            "army" if is_ordinal(reading.word(token)) => Role::Military,
            "force" if reading.word(last - 1) == "task" => Role::Military,
            "front" if is_ordinal(reading.word(token)) => Role::ArmedGroup,
            _ => continue,
        };
        return Some((last, role));
    }
    None
}

/// Whether it is "98th" or "Third".
fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|ch: char| ch.is_ascii_lowercase());
    let number = !digits.is_empty() && digits.len() < word.len() && digits.bytes().all(|byte| byte.is_ascii_digit());
    number || is_one_of(word, "first second third fourth fifth sixth seventh eighth ninth tenth")
}

/// Whether no actor, person or place of the pack is named there.
fn is_unknown(reading: &Reading, token: usize) -> bool {
    reading.matches(token).iter().all(|m| matches!(m.sense, Sense::Word(..) | Sense::Place(_)))
}

/// "Commander Tomas".
fn commander(reading: &Reading, token: usize) -> Option<(usize, Role)> {
    let named = reading.is_capital(token) && is_one_of(reading.word(token), "commander comandante commandant");
    let name = name_after(reading, token + 1, reading.sentence(token).1).filter(|_| named)?;
    (token + 1..=name).all(|t| is_unknown(reading, t)).then_some((name, Role::Official))
}

/// "The dissidents", as a faction is called.
fn is_splinter(reading: &Reading, token: usize) -> bool {
    is_faction(reading.word(token)) && token > 0 && reading.word(token - 1) == "the"
}

fn is_faction(word: &str) -> bool {
    is_one_of(word, "dissidents defectors renegades mutineers")
}

/// Whether the phrase calls a faction so.
fn is_of_splinter(reading: &Reading, phrase: &ActorPhrase) -> bool {
    phrase.role == Role::ArmedGroup && (phrase.first..=phrase.last).any(|t| is_faction(reading.word(t)))
}

/// Whether a phrase names a state's forces, or the state.
fn is_state_force(reading: &Reading, phrase: &ActorPhrase) -> bool {
    match phrase.who {
        Who::Known(actor) => {
            let kind = reading.pack.actors[usize::from(actor)].kind;
            matches!(phrase.role, Role::Military | Role::State | Role::Government)
                && matches!(kind, ActorKind::State | ActorKind::Service | ActorKind::Authority)
        }
        who => who == Who::Incumbents,
    }
}
