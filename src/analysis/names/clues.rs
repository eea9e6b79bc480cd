//! What the engine knows of each token before the tagger looks: the names of the pack,
//! and what the detectors made of them.

use crate::analysis::actors::ActorPhrase;
use crate::analysis::lexicon::{Match, Naming, Sense};
use crate::analysis::pack::ActorKind;
use crate::analysis::places::{self, Place};
use crate::analysis::reading::Reading;
use crate::analysis::{PlaceKind, Role};

/// What may be known of a token, a bit each: a name of the pack ...
const COUNTRY: u32 = 1;
const REGION: u32 = 1 << 1;
const CITY: u32 = 1 << 2;
const FEATURE: u32 = 1 << 3;
const LOCALITY: u32 = 1 << 4;
const STATE: u32 = 1 << 5;
const DEMONYM: u32 = 1 << 6;
const PEOPLE: u32 = 1 << 7;
const SEAT: u32 = 1 << 8;
const GROUP: u32 = 1 << 9;
const OUTSIDE: u32 = 1 << 10;
const PERSON: u32 = 1 << 11;
const SURNAME: u32 = 1 << 12;
/// ... which began at an earlier token ...
const FURTHER: u32 = 1 << 13;
/// ... or what a detector found.
const PLACE: u32 = 1 << 14;
const ACTOR: u32 = 1 << 15;
const OFFICIAL: u32 = 1 << 16;
const UNKNOWN_PLACE: u32 = 1 << 17;

/// The number of bits.
pub const BITS: u32 = 18;

/// For each token, the bits of what is known.
pub fn of(reading: &Reading, phrases: &[ActorPhrase], places: &[Place]) -> Vec<u32> {
    let mut clues = vec![0; reading.len()];
    let mut lengths = vec![0; reading.len()];
    for token in 0..reading.len() {
        for found in reading.matches(token).iter().chain(reading.localities(token)) {
            let bits = of_match(reading, found, !reading.matches(token).contains(found));
            if bits == 0 {
                continue;
            }
            let length = found.last + 1 - found.first;
            for at in found.first..=found.last {
                if lengths[at] > length {
                    continue;
                }
                if lengths[at] < length {
                    clues[at] = 0;
                }
                lengths[at] = length;
                clues[at] |= bits | if at > found.first { FURTHER } else { 0 };
            }
        }
    }
    for phrase in phrases {
        let bit = if phrase.role == Role::Official { OFFICIAL } else { ACTOR };
        clues[phrase.first..=phrase.last].iter_mut().for_each(|clue| *clue |= bit);
    }
    let mut places = places.iter().peekable();
    for (token, clue) in reading.article.tokens().iter().zip(&mut clues) {
        while places.next_if(|place| place.span.end <= token.span.start).is_some() {}
        if let Some(place) = places.peek().filter(|place| place.span.overlaps(token.span)) {
            *clue |= if place.decision == places::Decision::Unclear { UNKNOWN_PLACE } else { PLACE };
        }
    }
    clues
}

/// The bits of one match.
fn of_match(reading: &Reading, found: &Match, locality: bool) -> u32 {
    match found.sense {
        Sense::Place(_) if locality => LOCALITY,
        Sense::Place(place) => match reading.pack.toponyms[place as usize].kind {
            PlaceKind::Country => COUNTRY,
            PlaceKind::Region => REGION,
            PlaceKind::City => CITY,
            _ => FEATURE,
        },
        Sense::Actor(_, Naming::Adjective) => DEMONYM,
        Sense::Actor(_, Naming::People) => PEOPLE,
        Sense::Actor(_, Naming::Seat) => SEAT,
        Sense::Actor(actor, Naming::Name) => match reading.pack.actors[usize::from(actor)].kind {
            ActorKind::State => STATE,
            ActorKind::Outside => OUTSIDE,
            _ => GROUP,
        },
        Sense::Person(_, surname) => {
            if surname {
                SURNAME
            } else {
                PERSON
            }
        }
        Sense::Word(..) => 0,
    }
}
