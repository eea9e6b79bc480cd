//! Settlements of the shards: only those of the countries that the article is about,
//! and only where the words around a name do not speak against it. Most villages of
//! the world share their name with a person, a word or another village.

use super::feature::with_feature;
use super::{Candidate, PlaceKind, after_institution, in_institution};
use crate::analysis::hash::hash;
use crate::analysis::lexicon::{Class, Match, Naming, Sense};
use crate::analysis::name::part_of_longer_name;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;
use crate::order;

/// A settlement of this weight is in the news by its name alone.
const LARGE: u8 = 4;

/// The settlement that is named at `token`. `beside` is the last token of the toponym
/// before it.
pub fn candidate(reading: &Reading, token: usize, surnames: &[u64], beside: Option<usize>) -> Option<Candidate> {
    let found = reading.localities(token).first()?;
    let others = reading.matches(token).iter().filter(|m| m.last >= found.last || !matches!(m.sense, Sense::Word(..)));
    let (last, feature) = with_feature(reading, found.last);
    // A district or an airport is called after its town, but "Dufferin Street" is nowhere
    // near Dufferin.
    let street =
        is_one_of(reading.word(found.last + 1), "street avenue boulevard road highway square bridge junction corridor");
    let large = reading.localities(token).iter().any(|m| match m.sense {
        Sense::Place(place) => m.last == found.last && reading.pack.toponyms[place as usize].weight >= LARGE,
        _ => false,
    });
    let fits = |kind: PlaceKind| match feature {
        Some(PlaceKind::City | PlaceKind::District | PlaceKind::Region) | None => true,
        Some(PlaceKind::Facility) => large || !street,
        Some(feature) => feature == kind,
    };
    let called = is_called_settlement(reading, token) || stands_in_area(reading, found.last);
    let settled = feature.is_some() || called;
    let senses: Vec<u32> = reading
        .localities(token)
        .iter()
        .filter(|m| m.last == found.last)
        .filter_map(|m| if let Sense::Place(place) = m.sense { Some(place) } else { None })
        .filter(|place| {
            let toponym = &reading.pack.toponyms[*place as usize];
            fits(toponym.kind) && (settled || !toponym.guarded)
        })
        .collect();
    // What the core knows by this name is decided there.
    if senses.is_empty() || others.count() > 0 {
        return None;
    }
    let alone = !part_of_longer_name(reading, found);
    if !called && (!alone || (!large && is_person(reading, found, surnames))) {
        return None;
    }
    let stands_alone = alone
        && !in_institution(reading, found.last)
        && !after_institution(reading, token)
        && !follows_title(reading, token);
    let located = large || is_located(reading, token, beside);
    let speaks = reading.is_any(found.last + 1, &[Class::Say, Class::Deny, Class::Accuse, Class::Promise]);
    (settled || (stands_alone && (located || !(speaks || reading.opens_sentence(token))))).then_some(Candidate {
        first: token,
        last,
        senses,
        feature,
    })
}

/// Whether the name is a person's in this article: after a word of saying, before an
/// age, or as a part of a longer name elsewhere.
fn is_person(reading: &Reading, found: &Match, surnames: &[u64]) -> bool {
    let (first, last) = (found.first, found.last);
    let says = [Class::Say, Class::SayWeakly, Class::SayOrNoun];
    (first > 0 && reading.is_any(first - 1, &says))
        || (reading.word(last + 1) == "," && reading.is_number(last + 2))
        || surnames.binary_search(&hash(reading.word(first))).is_ok()
}

/// The hashes of the words that stand behind an unknown name: "Brunson" where the
/// article has "Andrew Brunson". None where there are no localities to tell from them.
pub fn surnames(reading: &Reading) -> Vec<u64> {
    if !reading.has_localities() {
        return Vec::new();
    }
    let is_name = |token: usize| {
        reading.is_capital(token)
            && reading.matches(token).is_empty()
            && !reading.in_heading(token)
            && !reading.opens_sentence(token)
    };
    let follows = |token: &usize| reading.is_capital(*token) && reading.is_spaced(*token) && is_name(token - 1);
    order::distinct((1..reading.len()).filter(follows).map(|token| hash(reading.word(token))))
}

/// Whether "the village of" or "the town" stands before.
fn is_called_settlement(reading: &Reading, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let of = before.checked_sub(1).filter(|_| reading.word(before) == "of");
    reading.is(of.unwrap_or(before), Class::Settlement)
}

/// Whether the name of a place with others in it follows: "METULA, Israel".
fn stands_in_area(reading: &Reading, last: usize) -> bool {
    let area = |found: &Match| matches!(found.sense, Sense::Place(_) | Sense::Actor(_, Naming::Name));
    reading.word(last + 1) == "," && reading.matches(last + 2).iter().any(area)
}

/// Whether a word that says where stands before, or the name goes on a list of places.
fn is_located(reading: &Reading, token: usize, beside: Option<usize>) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let listed = beside
        .is_some_and(|last| (last + 1..token).all(|t| reading.word(t) == "," || reading.is(t, Class::Coordinator)));
    listed || reading.is_any(before, &[Class::Locative, Class::Compass])
}

/// Whether a person or a house is named: "Colonel Lyman", "Mr. Lyman", "da Luz".
fn follows_title(reading: &Reading, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| {
        reading.is_any(before, &[Class::Title, Class::Honorific, Class::Particle])
            || (reading.word(before) == "."
                && before > 0
                && reading.is_any(before - 1, &[Class::Title, Class::Honorific]))
    })
}
