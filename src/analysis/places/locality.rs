//! Settlements of the shards: only those of the countries that the article is about,
//! and only where the words around a name do not speak against it. Most villages of
//! the world share their name with a person, a word or another village.

use super::{Candidate, PlaceKind, after_institution, in_institution, with_feature};
use crate::analysis::lexicon::{Class, Match, Sense, hash};
use crate::analysis::name::part_of_longer_name;
use crate::analysis::reading::Reading;
use crate::order;

/// The names of settlements in an article, with the places that they may mean.
#[derive(Default)]
pub struct Localities {
    /// In the order of the text; at one token the longer first.
    matches: Vec<Match>,
    /// The hashes of words that are somebody's surname here, in order.
    surnames: Vec<u64>,
}

impl Localities {
    /// Finds the names of the places in these shards.
    pub fn find(reading: &Reading, shards: &[u16]) -> Localities {
        let pack = reading.pack;
        if !shards.iter().any(|shard| pack.shards[usize::from(*shard)].loaded) {
            return Localities::default();
        }
        let mut matches = pack.localities.find(reading.article);
        matches.retain(|found| match found.sense {
            Sense::Place(place) => pack.toponyms[place as usize].shard.is_some_and(|shard| shards.contains(&shard)),
            _ => false,
        });
        let surnames = if matches.is_empty() { Vec::new() } else { surnames(reading) };
        Localities { matches, surnames }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// Those that begin at a token, the longest first.
    pub fn at(&self, token: usize) -> &[Match] {
        let from = self.matches.partition_point(|found| found.first < token);
        let to = self.matches.partition_point(|found| found.first <= token);
        &self.matches[from..to]
    }
}

/// The settlement that is named at `token`. `beside` is the last token of the toponym
/// before it.
pub fn candidate(reading: &Reading, token: usize, localities: &Localities, beside: Option<usize>) -> Option<Candidate> {
    let found = localities.at(token).first()?;
    let others = reading.matches(token).iter().filter(|m| m.last >= found.last || !matches!(m.sense, Sense::Word(..)));
    let (last, feature) = with_feature(reading, found.last);
    // A district is called after its town, but "Dufferin Street" is nowhere near Dufferin.
    let fits = |kind: PlaceKind| match feature {
        Some(PlaceKind::City | PlaceKind::District | PlaceKind::Region) | None => true,
        Some(feature) => feature == kind,
    };
    let settled = feature.is_some() || is_called_settlement(reading, token);
    let senses: Vec<u32> = localities
        .at(token)
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
    if !is_called_settlement(reading, token) && (!alone || is_person(reading, found, localities)) {
        return None;
    }
    let stands_alone = alone
        && !in_institution(reading, found.last)
        && !after_institution(reading, token)
        && !follows_title(reading, token)
        && !reading.is_any(found.last + 1, &[Class::Say, Class::Deny, Class::Accuse, Class::Promise]);
    let located = is_located(reading, token, beside);
    (settled || (stands_alone && (located || !reading.opens_sentence(token)))).then_some(Candidate {
        first: token,
        last,
        senses,
        feature,
    })
}

/// Whether the name is a person's in this article: after a word of saying, before an
/// age, or as a part of a longer name elsewhere.
fn is_person(reading: &Reading, found: &Match, localities: &Localities) -> bool {
    let (first, last) = (found.first, found.last);
    let says = [Class::Say, Class::SayWeakly, Class::SayOrNoun];
    (first > 0 && reading.is_any(first - 1, &says))
        || (reading.word(last + 1) == "," && reading.is_number(last + 2))
        || localities.surnames.binary_search(&hash(reading.word(first))).is_ok()
}

/// The hashes of the words that stand behind an unknown name: "Brunson" where the
/// article has "Andrew Brunson".
fn surnames(reading: &Reading) -> Vec<u64> {
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

/// Whether a word that says where stands before, or the name goes on a list of places.
fn is_located(reading: &Reading, token: usize, beside: Option<usize>) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let listed = beside
        .is_some_and(|last| (last + 1..token).all(|t| reading.word(t) == "," || reading.is(t, Class::Coordinator)));
    listed || reading.is_any(before, &[Class::Locative, Class::Compass])
}

/// Whether a person is named: "Colonel Lyman", "Mr. Lyman".
fn follows_title(reading: &Reading, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| {
        reading.is_any(before, &[Class::Title, Class::Honorific])
            || (reading.word(before) == "."
                && before > 0
                && reading.is_any(before - 1, &[Class::Title, Class::Honorific]))
    })
}
