//! Actors called by a common noun: "the ministry" after a ministry was named, "the
//! rebels", "government forces".

use super::{ActorPhrase, Part, Who, extent};
use crate::analysis::Role;
use crate::analysis::lexicon::{Class, Match, Sense};
use crate::analysis::name::name_after;
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;
use crate::order;

/// Adds "the ministry", "the group" and the like where they speak or act, and only
/// what was named before can be meant.
pub fn add_definite(reading: &Reading, found: &mut Vec<ActorPhrase>) {
    /// What a description means was named so many phrases before it at most.
    const MEMORY: usize = 60;
    let mut added = Vec::new();
    for token in 0..reading.len() {
        let head = [Class::Institution, Class::Force, Class::Title]
            .into_iter()
            .find_map(|class| reading.phrase(token, class).map(|last| (last, class)));
        let coalition = is_one_of(reading.word(token), "coalition cartel front");
        let Some((last, class)) = head.or(coalition.then_some((token, Class::Institution))) else { continue };
        let medium = is_medium(reading, token, last);
        let headline = reading.in_heading(token) && reading.opens_sentence(token);
        let first = first_modifier(reading, token);
        let definite =
            (first > 0 && reading.word(first - 1) == "the" || medium || headline) && reading.quotation(token).is_none();
        let at = found.partition_point(|p| p.last < first);
        let free = found.get(at).is_none_or(|p| p.first > last);
        if !(definite && free && (medium || coalition || speaks(reading, first, last))) {
            continue;
        }
        let antecedent = found[..at].iter().rev().take(MEMORY).find(|p| names_same(reading, p, token, last, class));
        let Some(role) = state_role(reading.word(last)).filter(|_| antecedent.is_none()) else {
            if let Some(antecedent) = antecedent.copied() {
                added.push(ActorPhrase { first, last, part: Part::Bystander, armed: false, ..antecedent });
            }
            continue;
        };
        let state = acting_state(found, at, reading, token);
        let civil = state.is_some() && is_civil(reading, token, last);
        let who = if civil { Who::Local } else { state.map_or(Who::Incumbents, |p| p.who) };
        added.push(ActorPhrase { first, last, who, role, part: Part::Bystander, armed: false });
    }
    found.extend(added);
    order::sort_by_key(found, |p| p.first as u64);
    found.dedup_by(|later, earlier| later.first <= earlier.last);
}

/// Whether a medium of the state stands there, whose word is the state's own: "state TV".
fn is_medium(reading: &Reading, token: usize, last: usize) -> bool {
    reading.word(token) == "state" && is_one_of(reading.word(last), "media television tv radio broadcaster agency")
}

/// The state that acts last before a token, in its sentence or the one before: where there
/// are two in a sentence, the first acts. `at` is the first phrase after the token.
pub fn acting_state<'a>(
    found: &'a [ActorPhrase],
    at: usize,
    reading: &Reading,
    token: usize,
) -> Option<&'a ActorPhrase> {
    let own = reading.sentence(token).0;
    let recent = own.checked_sub(1).map_or(0, |t| reading.sentence(t).0);
    let from = |start: usize| found.partition_point(|p| p.first < start).min(at);
    let (recent, own) = (from(recent), from(own));
    let of_state = |p: &&ActorPhrase| is_of_state(reading, p);
    found[own..at].iter().find(of_state).or_else(|| found[recent..own].iter().find(of_state))
}

/// Whether the body helps and judges those who were hit, whoever hit them.
fn is_civil(reading: &Reading, token: usize, last: usize) -> bool {
    (token..=last).any(|t| is_one_of(reading.word(t), "emergency rescue police prosecutor prosecutor's health civil"))
}

/// Where the words begin that tell one body of a state from another: "federal army".
fn first_modifier(reading: &Reading, token: usize) -> usize {
    let before = token.saturating_sub(1);
    let kind =
        is_one_of(reading.word(before), "federal national regular ruling interim transitional central joint state");
    if kind { before } else { token }
}

/// Whether the phrase has the place of a speaker: "the army said", "said the army",
/// "according to the army", "the army did not comment".
fn speaks(reading: &Reading, first: usize, last: usize) -> bool {
    let end = reading.sentence(last).1;
    let mut next = reading.skip_adverbs(last + 1, end);
    let mut helped = false;
    while next < end && reading.is_any(next, &[Class::Auxiliary, Class::Negation, Class::Future]) {
        helped = true;
        next = reading.skip_adverbs(next + 1, end);
    }
    let verbs = [Class::Say, Class::SayWeakly, Class::Deny, Class::Promise, Class::Accuse, Class::Label];
    let silent = is_one_of(reading.word(next), "declined refused put puts");
    let answers = helped && is_one_of(reading.word(next), "comment respond reply answer say");
    let before = |back: usize| first.checked_sub(back);
    let said = before(2).is_some_and(|t| reading.is(t, Class::Say) || reading.phrase(t, Class::According).is_some());
    let according = before(3).is_some_and(|t| reading.phrase(t, Class::According).is_some_and(|cue| cue + 2 == first));
    reading.is_any(next, &verbs) || silent || answers || said || according
}

/// The role of a body that only a state has.
fn state_role(head: &str) -> Option<Role> {
    match head {
        "army" | "military" | "navy" | "forces" | "force" | "guard" | "staff" | "command" | "headquarters"
        | "troops" | "division" | "brigade" => Some(Role::Military),
        "government" | "presidency" | "ministry" | "police" | "media" | "television" | "tv" | "radio"
        | "broadcaster" | "agency" | "junta" | "cabinet" | "service" | "services" | "intelligence" | "defence"
        | "defense" => Some(Role::Government),
        _ => None,
    }
}

/// Whether a phrase names a state or a part of one.
fn is_of_state(reading: &Reading, phrase: &ActorPhrase) -> bool {
    match phrase.who {
        Who::Known(actor) => {
            phrase.role != Role::Proxy
                && matches!(reading.pack.actors[usize::from(actor)].kind, ActorKind::State | ActorKind::Service)
        }
        who => who == Who::Incumbents,
    }
}

/// Whether a phrase names what the definite description from `first` to `last` means:
/// it has the same head, or is a group where that is what is asked for.
fn names_same(reading: &Reading, phrase: &ActorPhrase, first: usize, last: usize, class: Class) -> bool {
    let head = reading.word(last);
    let group = reading.is(last, Class::Group);
    if group {
        return phrase.role == Role::ArmedGroup;
    }
    let same = (phrase.first..=phrase.last).any(|t| reading.word(t) == head);
    let forces = |t| is_one_of(reading.word(t), "military army forces troops soldiers");
    let military = is_one_of(head, "military army")
        && first == last
        && phrase.role == Role::Military
        && (phrase.first..=phrase.last).any(forces);
    same || military
        || (class == Class::Title
            && phrase.role == Role::Official
            && (phrase.first..=phrase.last).any(|t| reading.word(t) == head))
}

/// "Mayor Oksana Lys", "local authorities", where they speak.
pub fn local_office(reading: &Reading, token: usize) -> Option<ActorPhrase> {
    let last = reading.phrase(token, Class::LocalOffice)?;
    let end = reading.sentence(last).1;
    let name = name_after(reading, last + 1, end);
    // A president of the pack speaks for his own country, wherever he is named.
    let person = |m: &Match| match m.sense {
        Sense::Person(person, surname) => {
            let famous = || m.first == m.last && m.first == last + 1 && reading.pack.people[usize::from(person)].famous;
            Some(m.last) == name && (!surname || famous())
        }
        _ => false,
    };
    if name.is_some_and(|name| (last + 1..=name).any(|t| reading.matches(t).iter().any(person))) {
        return None;
    }
    // "Governor of Kassala": the domain belongs to the office.
    let domain = || {
        let local = is_one_of(reading.word(last), "governor mayor administrator chief commissioner");
        let from = if reading.word(last + 2) == "the" { last + 3 } else { last + 2 };
        let place = name_after(reading, from, end).filter(|_| local && reading.word(last + 1) == "of")?;
        let owner = reading.is_possessive(place + 1).then(|| name_after(reading, place + 2, end)).flatten();
        let place = owner.unwrap_or(place);
        Some(if reading.is(place + 1, Class::FeatureAfter) { place + 1 } else { place })
    };
    let domain = if name.is_none() { domain() } else { None };
    let last = name.or(domain).unwrap_or(last);
    let next = reading.skip_adverbs(last + 1, end);
    let speech =
        [Class::Say, Class::SayWeakly, Class::SayOrNoun, Class::Deny, Class::Promise, Class::Accuse, Class::Auxiliary];
    let source = name.is_some()
        || domain.is_some()
        || reading.is_any(next, &speech)
        || reading.word(next) == ","
        || token > 0 && reading.is_any(token - 1, &[Class::Say, Class::According]);
    let alone = token == 0
        || !(reading.is_possessive(token - 1)
            || reading.word(token - 1) == "-"
            || reading.is_capital(token - 1) && !reading.opens_sentence(token - 1));
    let office = name.is_some() || domain.is_some() || reading.is(last, Class::Institution);
    (source && alone && office).then_some(ActorPhrase {
        first: token,
        last,
        who: Who::Local,
        role: Role::Official,
        part: Part::Bystander,
        armed: false,
    })
}

/// "Brigadier General Tarik Nasser", of whom nothing else is said: an officer of the
/// only army that there is.
pub fn officer(reading: &Reading, token: usize) -> Option<ActorPhrase> {
    /// Nobody bears more titles at once.
    const MOST: usize = 4;
    const RANKS: &str = "general gen colonel col major maj captain capt brigadier lieutenant";
    if !reading.is_capital(token) || !is_one_of(reading.word(token), RANKS) {
        return None;
    }
    let end = reading.sentence(token).1;
    let mut last = token;
    let mut at = token;
    for _ in 0..MOST {
        let Some(title) = reading.phrase(at, Class::Title) else { break };
        last = title;
        at = if reading.word(last + 1) == "." { last + 2 } else { last + 1 };
    }
    let name = name_after(reading, at, end).filter(|name| *name > at)?;
    let known = |t: usize| reading.matches(t).iter().any(|m| !matches!(m.sense, Sense::Word(..)));
    // "US General", "former general": of another army, or of none.
    let alone = token.checked_sub(1).is_none_or(|t| !reading.is_capital(t) || reading.opens_sentence(token));
    (alone && last >= token && !(at..=name).any(known)).then_some(ActorPhrase {
        first: token,
        last: name,
        who: Who::Incumbents,
        role: Role::Official,
        part: Part::Bystander,
        armed: false,
    })
}

/// Whether the article names an armed group of the pack.
fn names_group(reading: &Reading) -> bool {
    let group = |kind| matches!(kind, ActorKind::ArmedGroup | ActorKind::Authority | ActorKind::Coalition);
    (0..).zip(&reading.pack.actors).any(|(actor, found)| group(found.kind) && reading.names(actor))
}

/// "the rebels", "government forces".
pub fn generic(reading: &Reading, token: usize) -> Option<ActorPhrase> {
    let insurgents = reading.phrase(token, Class::Insurgent).map(|last| (last, Who::Insurgents, Role::ArmedGroup));
    let incumbents = reading.phrase(token, Class::Incumbent).map(|last| (last, Who::Incumbents, Role::Government));
    // "The militants" are some that were named; "militants" are any, but those who attack
    // where no group is named.
    let definite = super::is_rebels(reading, token)
        && (token > 0 && reading.word(token - 1) == "the"
            || reading.is(token + 1, Class::ActVerb) && !names_group(reading));
    let definite = definite.then_some((token, Who::Insurgents, Role::ArmedGroup));
    let found = insurgents.into_iter().chain(incumbents).chain(definite);
    let (last, who, role) = found.max_by_key(|(last, ..)| *last)?;
    let mut phrase =
        ActorPhrase { first: token, last, who, role, part: Part::Bystander, armed: who == Who::Insurgents };
    if reading.word(last + 1) == "-" && !reading.is_spaced(last + 1) && !reading.is(last + 2, Class::Held) {
        return None;
    }
    // "Rebel leader Idris Tom" is one person.
    if reading.is(last, Class::Title)
        && let Some(name) = name_after(reading, last + 1, reading.sentence(last).1)
    {
        return Some(ActorPhrase { last: name, role: Role::Official, armed: false, ..phrase });
    }
    let end = phrase.last;
    let extended = extent::extend(reading, &mut phrase);
    // "pro-government villages", "rebel enclave": the noun only describes.
    (extended || phrase.last > end || !extent::is_attributive(reading, end)).then_some(phrase)
}
