//! Toponyms: where things happen.

mod feature;
mod locality;
mod resolve;

use crate::analysis::word::is_one_of;
use feature::{before_name, is_free_name, unknown, with_feature};

use super::Span;
use super::actors::ActorPhrase;
use super::lexicon::{Class, Match, Sense};
use super::name::part_of_longer_name;
use super::reading::Reading;
use super::usage::{self, Usage};

/// What a place is. The codes are those of the packs and of the JSON form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A state or a territory that news treats as one.
    Country,
    /// A first-level division, or a region with a name of its own.
    Region,
    /// Any settlement.
    City,
    /// A quarter of a settlement, or a small division.
    District,
    /// A sea, strait, river, lake or reservoir.
    Water,
    /// A mountain, island, desert or peninsula.
    Land,
    /// A power plant, airport, hospital, camp, base, road, bridge or crossing.
    Facility,
    /// Anything else with a name and a location.
    Other,
}

impl PlaceKind {
    /// All kinds, in the order of their codes in a pack.
    pub const ALL: [PlaceKind; 8] = [
        PlaceKind::Country,
        PlaceKind::Region,
        PlaceKind::City,
        PlaceKind::District,
        PlaceKind::Water,
        PlaceKind::Land,
        PlaceKind::Facility,
        PlaceKind::Other,
    ];

    /// The kind's name in rows and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            PlaceKind::Country => "country",
            PlaceKind::Region => "region",
            PlaceKind::City => "city",
            PlaceKind::District => "district",
            PlaceKind::Water => "water",
            PlaceKind::Land => "land",
            PlaceKind::Facility => "facility",
            PlaceKind::Other => "other",
        }
    }
}

/// What decided which of several namesakes is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Only one place of this name is known.
    OnlyOne,
    /// The article names its country or region.
    AreaNamed,
    /// It is the one nearest to the article's other places.
    Nearest,
    /// Nothing but its size speaks for it.
    Largest,
    /// Nothing does: no place of this name is known, or many are. The point is only
    /// somewhere near, not to be shown.
    Unclear,
}

impl Decision {
    /// The decision's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Decision::OnlyOne => "only-one",
            Decision::AreaNamed => "area-named",
            Decision::Nearest => "nearest",
            Decision::Largest => "largest",
            Decision::Unclear => "unclear",
        }
    }
}

/// A toponym that says where, with the place it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The name in the text, with its feature word: "Kharkiv region".
    pub span: Span,
    /// The name by which a gazetteer knows it.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2 in upper case; empty for seas and what lies in several countries.
    pub country: String,
    /// Degrees north and degrees east, of a point in or near it.
    pub point: (f64, f64),
    /// Who holds it and who claims it, where that is disputed.
    pub status: Option<Status>,
    /// How sure the resolution is, in percent.
    pub confidence: u8,
    /// Whether the point is an estimate, good to some twenty kilometers.
    pub approximate: bool,
    /// What decided between namesakes.
    pub decision: Decision,
}

/// Who holds a place and who claims it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The names of those who hold it, or parts of it; empty if nobody does.
    pub held_by: Vec<String>,
    /// The year since when; two with a slash where that has ended; empty if there is none.
    pub since: String,
    /// The names of those who claim it.
    pub claimed_by: Vec<String>,
    /// When this was so: a year and a month.
    pub dated: String,
}

/// A toponym in the text, before it is decided which place it names.
struct Candidate {
    first: usize,
    last: usize,
    /// The places of this name, by their positions in the pack. Empty where the pack
    /// knows none and a feature word or "the town of" shows that it is one.
    senses: Vec<u32>,
    /// The kind that a feature word gives.
    feature: Option<PlaceKind>,
}

/// Finds the toponyms that say where, in order.
pub fn find(reading: &Reading, phrases: &[ActorPhrase]) -> Vec<Place> {
    let candidates = candidates(reading, phrases);
    let focus = resolve::Focus::of(reading, &candidates);
    candidates.iter().filter_map(|candidate| resolve::resolve(reading, candidate, &focus)).collect()
}

/// Finds the toponyms.
fn candidates(reading: &Reading, phrases: &[ActorPhrase]) -> Vec<Candidate> {
    let surnames = locality::surnames(reading);
    let mut found: Vec<Candidate> = Vec::new();
    let mut phrases = phrases.iter().peekable();
    let mut token = 0;
    while token < reading.len() {
        while phrases.next_if(|p| p.last < token).is_some() {}
        if let Some(phrase) = phrases.peek().filter(|p| p.first <= token) {
            token = phrase.last + 1;
            continue;
        }
        let limit = phrases.peek().map_or(reading.len(), |p| p.first);
        let beside = found.last().map(|c| c.last);
        let candidate = known(reading, token)
            .or_else(|| before_name(reading, token))
            .or_else(|| locality::candidate(reading, token, &surnames, beside))
            .or_else(|| unknown(reading, token))
            .filter(|c| c.last < limit);
        match candidate {
            Some(candidate) => {
                token = candidate.last + 1;
                found.push(candidate);
            }
            None => token += longest_name(reading, token).map_or(1, |last| last + 1 - token),
        }
    }
    found
}

/// The last token of the longest name of any sort at `token`, so that no place is
/// found inside it.
fn longest_name(reading: &Reading, token: usize) -> Option<usize> {
    reading.matches(token).iter().find(|m| !matches!(m.sense, Sense::Word(..))).map(|m| m.last)
}

/// A toponym of the pack at `token`.
fn known(reading: &Reading, token: usize) -> Option<Candidate> {
    let longest = longest_name(reading, token)?;
    let at_longest = reading.matches(token).iter().filter(|m| m.last == longest);
    let place = |m: &Match| if let Sense::Place(place) = m.sense { Some(place) } else { None };
    let mut senses: Vec<u32> = at_longest.clone().filter_map(place).collect();
    let first_match = at_longest.clone().find(|m| matches!(m.sense, Sense::Place(_)))?;
    // "Va." is Virginia behind the name of a town alone.
    if reading.word(longest) == "." && token.checked_sub(1).is_none_or(|comma| reading.word(comma) != ",") {
        return None;
    }
    let (last, feature) = with_feature(reading, longest);
    let seat = at_longest.clone().any(|m| matches!(m.sense, Sense::Actor(_, super::Naming::Seat)));
    let state = at_longest.clone().any(|m| matches!(m.sense, Sense::Actor(_, super::Naming::Name)));
    if feature.is_none() {
        if part_of_longer_name(reading, first_match)
            || in_institution(reading, longest)
            || after_institution(reading, token)
            || is_aged(reading, token, longest)
            || governs(reading, token)
            || is_ruled(reading, longest)
        {
            return None;
        }
        // "the Rostov-on-Don sank", "the frigate Makarov": a ship, for towns take neither.
        let town = senses.iter().all(|s| reading.pack.toponyms[*s as usize].kind == PlaceKind::City);
        if town
            && token > 0
            && !reading.is_capital(token - 1)
            && (is_vessel(reading, token - 1)
                || (reading.word(token - 1) == "the" && !is_noun_after(reading, longest + 1)))
        {
            return None;
        }
        if (seat || state) && usage::of(reading, token, longest, seat) == Usage::Acts {
            return None;
        }
    }
    if feature.is_none() {
        senses.extend(reading.localities(token).iter().filter(|m| m.last == longest).filter_map(place));
    }
    // "Lebanon, Pennsylvania" is one name and two places.
    let comma = (token + 1..longest).find(|t| reading.word(*t) == ",");
    Some(Candidate { first: token, last: comma.map_or(last, |comma| comma - 1), senses, feature })
}

/// Whether an office stands before, whose holder's title the name belongs to: "the
/// governor of Luhansk".
fn governs(reading: &Reading, token: usize) -> bool {
    let of = token.checked_sub(2).filter(|_| reading.word(token - 1) == "of");
    of.is_some_and(|office| reading.is(office, Class::LocalOffice) && reading.is(office, Class::Title))
}

/// Whether those who rule the place follow: "the Tripoli government".
fn is_ruled(reading: &Reading, last: usize) -> bool {
    is_one_of(reading.word(last + 1), "government authorities administration regime officials")
        && reading.is(last + 1, Class::Institution)
}

/// Whether a person's age follows a longer name: "Tanya Java, 35".
fn is_aged(reading: &Reading, token: usize, last: usize) -> bool {
    token > 0
        && is_free_name(reading, token - 1)
        && reading.is_spaced(token)
        && reading.word(last + 1) == ","
        && reading.is_number(last + 2)
}

/// Whether the token is one vessel and not several: "the submarine".
fn is_vessel(reading: &Reading, token: usize) -> bool {
    reading.is(token, Class::Force)
        && is_one_of(reading.word(token), "submarine warship ship vessel frigate destroyer boat corvette")
}

/// Whether a plain noun or another name follows, so that an article before belongs to it.
fn is_noun_after(reading: &Reading, token: usize) -> bool {
    let stops = [Class::Auxiliary, Class::Say, Class::Preposition, Class::ActVerb, Class::Clause, Class::Adverb];
    (reading.is_word(token) && !reading.is_any(token, &stops)) || reading.word(token) == "-"
}

/// Whether the name ends an institution's: "Voice of Myanmar".
fn after_institution(reading: &Reading, token: usize) -> bool {
    let Some(of) = token.checked_sub(1).filter(|t| reading.word(*t) == "of") else { return false };
    let Some(head) = of.checked_sub(1) else { return false };
    let area = [Class::Settlement, Class::FeatureAfter, Class::FeatureBefore, Class::Compass];
    reading.is_capital(head)
        && !reading.in_heading(head)
        && !reading.opens_sentence(head)
        && !reading.is_any(head, &area)
}

/// Whether the name goes on into an institution's: "Kharkiv Regional Military
/// Administration".
fn in_institution(reading: &Reading, last: usize) -> bool {
    /// An institution's last word comes within so many.
    const REACH: usize = 5;
    if reading.in_heading(last) {
        return false;
    }
    let names = (last + 1..last + 1 + REACH).take_while(|t| reading.is_capital(*t) && reading.is_spaced(*t));
    let classes = [Class::Institution, Class::Organization, Class::Force];
    names.into_iter().any(|t| reading.is_any(t, &classes) && !reading.is(t, Class::FeatureAfter))
}

#[cfg(test)]
mod tests;
