//! Who attacks whom, as far as the words next to an actor's phrase tell, and
//! whether the article is about armed conflict at all.

use super::actors::{ActorPhrase, Part, Who};
use super::hash::hash;
use super::lexicon::Class;
use super::pack::ActorKind;
use super::reading::Reading;
use crate::analysis::word::is_one_of;
use crate::order;

/// An article about war has so many different words of war at least.
const FEWEST_WAR_WORDS: usize = 4;
/// And one such word at least in so many tokens.
const SPARSEST_WAR_WORDS: usize = 120;

/// Whether the article is full enough of the words of war to be about one. Fighters who
/// are known as such, and do something there, are worth as much as a word.
pub fn is_about_war(reading: &Reading, phrases: &[ActorPhrase]) -> bool {
    let fights = |phrase: &ActorPhrase| {
        (phrase.armed
            || matches!(phrase.who, Who::Known(actor)
                if reading.pack.actors[usize::from(actor)].kind == ActorKind::ArmedGroup))
            && part_of(reading, phrase) != Part::Bystander
    };
    let fighters = usize::from(phrases.iter().any(fights));

    let words: Vec<usize> = (0..reading.len()).filter(|t| reading.is(*t, Class::War)).collect();
    let distinct = order::distinct(words.iter().map(|t| hash(reading.word(*t))));
    distinct.len() + fighters >= FEWEST_WAR_WORDS.min(1 + reading.len() / 20)
        && words.len() * SPARSEST_WAR_WORDS >= reading.len()
}

/// Whether the word is the past of a verb that has no "ed".
pub fn is_irregular_past(word: &str) -> bool {
    const PASTS: &str = "took held won lost began went came fell fled set broke gave put made sent shot hit struck drove blew cut led left kept met fought brought overran withdrew retook threw flew laid built sought caught dug ran rose saw told became bore bought chose dealt sank shut";
    is_one_of(word, PASTS)
}

/// The part that a phrase has in a hostile act.
pub fn part_of(reading: &Reading, phrase: &ActorPhrase) -> Part {
    if phrase.part != Part::Bystander {
        return phrase.part;
    }
    let (start, end) = reading.sentence(phrase.first);
    if let Some(part) = by_predicate(reading, phrase.last, end) {
        return part;
    }
    by_what_precedes(reading, phrase.first, start).unwrap_or(Part::Bystander)
}

/// By the verb whose subject the phrase is.
fn by_predicate(reading: &Reading, last: usize, end: usize) -> Option<Part> {
    let mut at = last + 1;
    // Past the bracket with a short name, or around it.
    if reading.word(at) == "(" && reading.word(at + 2) == ")" {
        at += 3;
    } else if reading.word(at) == ")" {
        at += 1;
    }
    at = reading.skip_adverbs(at, end);
    let mut passive = false;
    while at < end && reading.is(at, Class::Auxiliary) {
        passive = reading.is(at, Class::Be);
        at = reading.skip_adverbs(at + 1, end);
    }
    if !reading.is(at, Class::ActVerb) {
        return claims_act(reading, at).then_some(Part::Attacker);
    }
    let past = reading.form(at, Class::ActVerb).is_some_and(|form| matches!(form, 2 | 4));
    Some(if passive && past { Part::Target } else { Part::Attacker })
}

/// Whether an act is claimed as one's own: "claimed responsibility", "claimed the attack".
fn claims_act(reading: &Reading, verb: usize) -> bool {
    let mut object = verb + 1;
    if reading.is(object, Class::Determiner) {
        object += 1;
    }
    is_one_of(reading.word(verb), "claimed claims claiming")
        && (reading.word(object) == "responsibility" || object > verb + 1 && reading.is(object, Class::ActNoun))
}

/// By the words before the phrase: "against", "strikes on", "shelled by".
fn by_what_precedes(reading: &Reading, first: usize, start: usize) -> Option<Part> {
    let mut at = first;
    while at > start && (reading.is(at - 1, Class::Determiner) || reading.is(at - 1, Class::Compass)) {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|t| *t >= start)?;
    let hostile = |token: usize| reading.is_any(token, &[Class::ActNoun, Class::ActVerb]);
    let nearby = (start.max(before.saturating_sub(4))..before).any(hostile);
    match reading.word(before) {
        "against" => Some(Part::Target),
        "on" | "of" | "at" | "into" if before > start && hostile(before - 1) => Some(Part::Target),
        "by" | "from" if nearby => Some(Part::Attacker),
        "between" | "with" if nearby => Some(Part::Attacker),
        _ if reading.is(before, Class::ActVerb) => Some(Part::Target),
        _ => None,
    }
}
