//! Feature words, which make a name a place's: behind it ("Oskil River"), before it
//! ("Mount Hermon", "Highway 4"), and with names that the pack does not know.

use super::{Candidate, PlaceKind, longest_name};
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The name with its feature word: "Oskil River", "Kharkiv region".
pub fn with_feature(reading: &Reading, last: usize) -> (usize, Option<PlaceKind>) {
    match reading.phrase(last + 1, Class::FeatureAfter) {
        Some(end) if reading.is_spaced(last + 1) => (end, Some(kind_of_feature(reading, last + 1, end))),
        _ => (last, None),
    }
}

/// A toponym whose feature word stands before the name: "Mount Hermon", "Camp Lemonnier",
/// "Highway 4".
pub fn before_name(reading: &Reading, token: usize) -> Option<Candidate> {
    if !reading.is_capital(token) || reading.in_heading(token) {
        return None;
    }
    let candidate = |last, senses, kind| Some(Candidate { first: token, last, senses, feature: Some(kind) });
    let numbered = reading.is_any(token, &[Class::FeatureAfter, Class::FeatureBefore]);
    if numbered && reading.is_number(token + 1) && !reading.is_capital(token + 2) {
        return candidate(token + 1, Vec::new(), kind_of_feature(reading, token, token));
    }
    let word = reading.phrase(token, Class::FeatureBefore)?;
    let name = word + 1;
    let alone = token == 0 || !is_free_name(reading, token - 1) || reading.opens_sentence(token - 1);
    if !alone || !reading.is_capital(name) || !reading.is_spaced(name) || reading.word(token) == "hill" {
        return None;
    }
    let kind = match reading.word(token) {
        "mount" | "cape" | "isle" | "islands" | "island" | "valley" => PlaceKind::Land,
        "fort" | "camp" | "port" | "hotel" => PlaceKind::Facility,
        _ => PlaceKind::Water,
    };
    let last = match longest_name(reading, name) {
        Some(last) => last,
        None if is_free_name(reading, name) => end_of_free_name(reading, name),
        None => return None,
    };
    // "Camp David Accords" is no place.
    if is_free_name(reading, last + 1) && reading.is_spaced(last + 1) && !reading.opens_sentence(last + 1) {
        return None;
    }
    candidate(last, Vec::new(), kind)
}

/// The last token of the unknown name that begins at `token`.
fn end_of_free_name(reading: &Reading, token: usize) -> usize {
    let end = reading.sentence(token).1;
    let mut last = token;
    while last + 1 < end
        && (is_free_name(reading, last + 1) || (reading.word(last + 1) == "-" && is_free_name(reading, last + 2)))
    {
        last += 1;
    }
    last
}

/// The kind of place that a feature word names.
fn kind_of_feature(reading: &Reading, first: usize, last: usize) -> PlaceKind {
    let kinds = [
        (Class::Water, PlaceKind::Water),
        (Class::Region, PlaceKind::Region),
        (Class::Town, PlaceKind::City),
        (Class::Quarter, PlaceKind::District),
        (Class::Land, PlaceKind::Land),
    ];
    let named = (first..=last).find_map(|t| kinds.iter().find(|(class, _)| reading.is(t, *class)));
    named.map_or(PlaceKind::Facility, |(_, kind)| *kind)
}

/// A toponym that the pack does not know: a capitalised name with a feature word
/// ("Voron River"), or after "the town of".
pub fn unknown(reading: &Reading, token: usize) -> Option<Candidate> {
    if !is_free_name(reading, token) || (token > 0 && is_free_name(reading, token - 1) && reading.is_spaced(token)) {
        return None;
    }
    let last = end_of_free_name(reading, token);
    if let Some(feature_end) = reading.phrase(last + 1, Class::FeatureAfter) {
        let kind = kind_of_feature(reading, last + 1, feature_end);
        // A facility's word must be part of the name: "Hillel Yaffe Medical Centre", not "the Novak house".
        let proper = reading.is_capital(feature_end)
            || kind != PlaceKind::Facility
            || reading.word(feature_end) == "camp"
            || (last == token && is_numbered(reading, last));
        if proper && !reading.in_heading(token) && !reading.opens_sentence(token) {
            return Some(Candidate { first: token, last: feature_end, senses: Vec::new(), feature: Some(kind) });
        }
    }
    let apposed = reading.word(last + 1) == ","
        && reading.is(last + 2, Class::Determiner)
        && !reading.is_capital(last + 3)
        && (last + 3..last + 5)
            .any(|t| reading.is(t, Class::Settlement) && !reading.is_any(t + 1, &[Class::Title, Class::Institution]));
    let area = reading.word(last + 1) == "area" && token > 0 && reading.word(token - 1) == "the";
    if apposed || area || is_surrounded(reading, token, last) {
        return Some(Candidate { first: token, last, senses: Vec::new(), feature: None });
    }
    let of = token.checked_sub(2).filter(|t| reading.word(token - 1) == "of" && reading.is(*t, Class::Settlement));
    let followed = [Class::Title, Class::Institution, Class::Organization, Class::Force];
    (of.is_some() && !reading.is_any(last + 1, &followed)).then(|| Candidate {
        first: token,
        last,
        senses: Vec::new(),
        feature: None,
    })
}

/// Whether what stands before says where, and of a person would not: "north of Tarqum".
fn is_surrounded(reading: &Reading, token: usize, last: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let toward = reading.word(before) == "of"
        && before > 0
        && (reading.is(before - 1, Class::Compass) || is_one_of(reading.word(before - 1), "outskirts outside"));
    let beside = is_one_of(reading.word(before), "near outside nearby");
    let ends = reading.is_mark(last + 1)
        || reading.is_any(last + 1, &[Class::Preposition, Class::Coordinator, Class::Clause, Class::Time]);
    (toward || beside) && ends && !reading.in_heading(token)
}

/// Whether a road's number is the name: "the M4 highway".
fn is_numbered(reading: &Reading, token: usize) -> bool {
    reading.word(token).bytes().any(|b| b.is_ascii_digit())
}

/// Whether the token is a capitalised word that the pack knows nothing of.
pub fn is_free_name(reading: &Reading, token: usize) -> bool {
    reading.is_capital(token) && reading.matches(token).is_empty()
}
