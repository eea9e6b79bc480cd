//! How a name is used: whether it acts, says where, or only describes.
//!
//! "Moscow denies" acts and "near Moscow" says where; "Russian oil" does neither.
//! Grammar decides, by the words around the name; no list of names does.

use super::lexicon::{Class, Match, Naming, Sense};
use super::places::PlaceKind;
use super::reading::Reading;
use crate::analysis::word::is_one_of;

mod predicate;

use self::predicate::{clause_follows, is_dealing, is_plural_verb, predicate_follows};

/// What a name does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// It acts, speaks, or is acted upon.
    Acts,
    /// It says where something is or happens.
    Locates,
}

/// Words before a name that say where for a settlement, and whom for a state.
const BETWEEN: &str = "between to from";
/// Words that join a name to the noun before it.
const OF: &str = "of on";
/// Words that join a name to what is done with it: "pressure on", "a defeat for".
const DEALINGS: &str = "of on to for from between with by";

/// How the name from `first` to `last` is used. `seat` says that it is a seat of
/// government, which acts only where it is seen to, and not a state, which does
/// unless it is seen to say where.
pub fn of(reading: &Reading, first: usize, last: usize, seat: bool) -> Usage {
    if is_dateline(reading, first, last) || follows_place(reading, first, last) {
        return Usage::Locates;
    }
    if let Some(usage) = by_what_follows(reading, last, seat) {
        return usage;
    }
    let (before, compass) = before(reading, first);
    if compass || (!seat && is_setting(reading, last)) {
        return Usage::Locates;
    }
    if let Some(usage) =
        before.filter(|joint| goes_on(reading, *joint, last)).and_then(|joint| of_joined(reading, joint))
    {
        return usage;
    }
    if let Some(before) = before
        && let Some(usage) = between_two(reading, before, last).or_else(|| by_what_precedes(reading, before, seat))
    {
        return usage;
    }
    let listed = || {
        let end = end_of_list(reading, last);
        if before.is_some_and(|joint| reading.is(joint, Class::Coordinator)) {
            return is_plural_verb(reading.word(last + 1));
        }
        end > last && before.is_none() && (predicate_follows(reading, end) || is_plural_verb(reading.word(end + 1)))
    };
    let acts = || predicate_follows(reading, last) || clause_follows(reading, last) || listed();
    if seat && !acts() && !takes_seat(reading, before, last) { Usage::Locates } else { Usage::Acts }
}

/// Whether what follows says only what a land is like: "Mali has been in turmoil".
fn is_setting(reading: &Reading, last: usize) -> bool {
    let next = last + 1;
    let been = reading.word(next) == "has" && reading.word(next + 1) == "been";
    (been && is_one_of(reading.word(next + 2), "in at without"))
        || is_one_of(reading.word(next), "lies borders")
        || (reading.word(next) == "has" && is_one_of(reading.word(next + 1), "witnessed seen"))
}

/// Whether the joint before a name makes it one of a list: after a comma the list must
/// go on, and no predicate may make the name a subject.
fn goes_on(reading: &Reading, joint: usize, last: usize) -> bool {
    let more = reading.word(last + 1) == "," || reading.is(last + 1, Class::Coordinator);
    (more || reading.word(joint) != ",") && !predicate_follows(reading, last)
}

/// How the name is used that a comma or "and" joins to this one: "in Lebanon, Iraq
/// and Syria".
fn of_joined(reading: &Reading, joint: usize) -> Option<Usage> {
    /// A list's names have no more words than this.
    const LONGEST: usize = 4;
    let mut last = joint.checked_sub(1)?;
    if reading.word(joint) != "," && !reading.is(joint, Class::Coordinator) {
        return None;
    }
    if reading.word(last) == "," {
        last = last.checked_sub(1)?;
    }
    let first = (last.saturating_sub(LONGEST)..=last).find(|t| {
        reading.matches(*t).iter().chain(reading.localities(*t)).any(|m| {
            m.last == last && matches!(m.sense, Sense::Place(_) | Sense::Actor(_, Naming::Name | Naming::Seat))
        })
    })?;
    let actor = reading
        .matches(first)
        .iter()
        .find(|m| m.last == last && matches!(m.sense, Sense::Actor(_, Naming::Name | Naming::Seat)));
    match actor {
        Some(found) => {
            let (before, compass) = before(reading, first);
            let usage = before.and_then(|t| {
                of_joined(reading, t)
                    .or_else(|| between_two(reading, t, last))
                    .or_else(|| by_what_precedes(reading, t, matches!(found.sense, Sense::Actor(_, Naming::Seat))))
            });
            usage.or(compass.then_some(Usage::Locates))
        }
        None => Some(Usage::Locates),
    }
}

/// The token before the name, its article and its modifiers, and whether a compass
/// word stood between.
fn before(reading: &Reading, first: usize) -> (Option<usize>, bool) {
    let start = reading.sentence(first).0;
    let mut at = first;
    let mut compass = false;
    while at > start {
        let word = at - 1;
        if reading.is(word, Class::Compass) {
            compass = true;
        } else if !is_one_of(reading.word(word), "the war post - torn all parts much") {
            return (Some(word), compass);
        }
        at = word;
    }
    (None, compass)
}

/// What the words after the name say: "-based", "’s coast", "’s army", "denies".
fn by_what_follows(reading: &Reading, last: usize, seat: bool) -> Option<Usage> {
    let next = last + 1;
    if reading.word(next) == "-" && !reading.is_spaced(next) {
        return match reading.word(next + 1) {
            "based" | "born" | "bound" => Some(Usage::Locates),
            _ if reading.is(next + 1, Class::Backed) || reading.is(next + 1, Class::Held) => Some(Usage::Acts),
            _ => None,
        };
    }
    if reading.is_possessive(next) { possessor(reading, next + 1, seat) } else { None }
}

/// How a possessor is used, by the noun that it owns, which begins at `from`; `None`
/// where that says nothing.
fn possessor(reading: &Reading, from: usize, seat: bool) -> Option<Usage> {
    /// A noun phrase's head comes within so many words.
    const REACH: usize = 5;
    for token in from..from + REACH {
        let acting = [Class::Force, Class::Institution, Class::Title, Class::ActNoun];
        // "Ukraine’s southern command" acts, "Ukraine’s southern coast" lies somewhere.
        if reading.is_any(if reading.is(token, Class::Compass) { token + 1 } else { token }, &acting) {
            return Some(Usage::Acts);
        }
        let area = [Class::Compass, Class::Settlement, Class::FeatureAfter, Class::FeatureBefore, Class::LandNoun];
        if reading.is_any(token, &area) {
            return Some(Usage::Locates);
        }
        let describes = |m: &Match| matches!(m.sense, Sense::Actor(_, Naming::Adjective));
        if seat && reading.is_capital(token) && !reading.matches(token).iter().any(describes) {
            return Some(Usage::Locates);
        }
        let inside = reading.is_number(token) || is_one_of(reading.word(token), "- \" “ ‘");
        if !(reading.is_word(token) || inside)
            || reading.is_any(token, &[Class::Preposition, Class::Auxiliary, Class::Clause])
        {
            break;
        }
    }
    None
}

/// "Between Moscow and Kyiv" is between those who act, if no road or border is.
fn between_two(reading: &Reading, before: usize, last: usize) -> Option<Usage> {
    let way = || before.checked_sub(1).is_some_and(|t| is_way(reading.word(t)));
    let mut other = last + 2;
    if reading.is(other, Class::Determiner) {
        other += 1;
    }
    let force = reading.is_any(other, &[Class::Force, Class::Institution]);
    let another = reading.word(last + 1) == "and"
        && (force
            || reading.matches(other).iter().any(|m| matches!(m.sense, Sense::Actor(_, Naming::Name | Naming::Seat))));
    (reading.word(before) == "between" && another && !way()).then_some(Usage::Acts)
}

/// What the word before the name says: "in", "against", "invasion of".
fn by_what_precedes(reading: &Reading, before: usize, seat: bool) -> Option<Usage> {
    let word = reading.word(before);
    if word == "-" {
        return None;
    }
    let noun = before.checked_sub(1);
    if is_one_of(word, "between with") && noun.is_some_and(|t| is_way(reading.word(t))) {
        return Some(Usage::Locates);
    }
    if is_one_of(word, DEALINGS) && noun.is_some_and(|t| is_dealing(reading, t)) {
        return Some(Usage::Acts);
    }
    if is_one_of(word, OF) {
        let noun = noun?;
        // An attack on a city hits the city; what is blamed on one is its state's.
        if seat && word == "on" {
            let blamed = reading.is_any(noun, &[Class::Accuse, Class::Label]);
            return Some(if blamed { Usage::Acts } else { Usage::Locates });
        }
        // A capital that is attacked is a town; a state that is attacked is a party.
        let owners: &[Class] = if seat {
            &[Class::Title, Class::Institution, Class::Force]
        } else {
            &[Class::Title, Class::Institution, Class::Force, Class::ActNoun]
        };
        let partner = is_one_of(reading.word(noun), "support request behalf ally allies neighbor neighbors");
        if partner || reading.is_any(noun, owners) {
            return Some(Usage::Acts);
        }
        return Some(if word == "of" || seat { Usage::Locates } else { Usage::Acts });
    }
    let land = noun.is_some_and(|t| reading.is_any(t, &[Class::LandNoun, Class::Settlement, Class::FeatureAfter]));
    if land && is_one_of(word, "between with to from") {
        return Some(Usage::Locates);
    }
    if is_one_of(word, "between over") && !seat {
        return Some(Usage::Acts);
    }
    if seat && reading.is(before, Class::Settlement) {
        return Some(Usage::Locates);
    }
    if seat && word == "for" {
        let heads = noun.is_some_and(|t| {
            reading.is_capital(t)
                || reading.is(t, Class::Locative)
                || is_one_of(reading.word(t), "bound headed heading departed departing off")
        });
        return Some(if heads { Usage::Locates } else { Usage::Acts });
    }
    if word == "to" && before > 0 && reading.word(before - 1) == "according" {
        return Some(Usage::Acts);
    }
    if word == "to"
        && before.checked_sub(1).is_some_and(|t| {
            reading.is(t, Class::Title)
                || is_one_of(reading.word(t), "ambassador threat challenge support aid warning message assistance blow")
        })
    {
        return Some(Usage::Acts);
    }
    if reading.is(before, Class::Locative) || word == "capital" || (seat && is_one_of(word, BETWEEN)) {
        return Some(Usage::Locates);
    }
    if is_one_of(word, "against with by") {
        return Some(Usage::Acts);
    }
    None
}

/// Whether the noun is a line between lands, or a way from one to the other.
fn is_way(word: &str) -> bool {
    is_one_of(word, "border borders frontier area road highway route train flights")
}

/// Whether the word before makes the seat an object: "accused Moscow".
fn takes_seat(reading: &Reading, before: Option<usize>, last: usize) -> bool {
    let next = last + 1;
    let stops = [Class::Auxiliary, Class::Preposition, Class::Clause, Class::Coordinator, Class::Adverb, Class::Time];
    let describes = reading.is_word(next) && !reading.is_capital(next) && !reading.is_any(next, &stops);
    // "said Kyiv resident Maria": the name only describes.
    let asked = reading.word(next) == "to"
        && before.is_some_and(|t| reading.is_any(t, &[Class::Deed, Class::Say]) || reading.word(t) == "asked");
    asked
        || !describes
            && before.is_some_and(|t| {
                reading.is_any(t, &[Class::Accuse, Class::Say, Class::Label, Class::Promise])
                    || is_one_of(reading.word(t), "urged asked helped against with")
            })
}

/// Whether the name opens a paragraph as a dateline: "KYIV, Ukraine (AP) —".
fn is_dateline(reading: &Reading, first: usize, last: usize) -> bool {
    /// A dateline's dash comes within so many tokens.
    const REACH: usize = 12;
    let (start, end) = reading.sentence(first);
    let before = first - start;
    let capitals = reading.article.tokens()[start].all_capitals;
    let tokens = last + 1..end.min(last + REACH);
    before < 4
        && (capitals || before == 0)
        && !reading.in_heading(first)
        && tokens.clone().find(|t| is_one_of(reading.word(*t), "— – - ―") && reading.is_spaced(*t)).is_some_and(
            |dash| (last + 1..dash).all(|t| reading.is_capital(t) || !reading.is_word(t) || reading.is(t, Class::Time)),
        )
}

/// Whether the name closes a place's name: "Kabul, Afghanistan".
fn follows_place(reading: &Reading, first: usize, last: usize) -> bool {
    let Some(comma) = first.checked_sub(1) else { return false };
    let (start, end) = reading.sentence(first);
    if reading.word(comma) != "," || comma <= start || !reading.is_capital(comma - 1) {
        return false;
    }
    let place = (start.max(comma.saturating_sub(4))..comma).filter_map(|t| kind_of_place(reading, t, comma - 1)).next();
    // "Ukraine, Russia and France met" is a list of those who act.
    let acts =
        || predicate_follows(reading, end_of_list(reading, last)) || of_joined(reading, comma) == Some(Usage::Acts);
    place.is_some_and(|kind| kind != PlaceKind::Country || !acts())
        && (last + 1 >= end || is_one_of(reading.word(last + 1), ", . ( — – ; )"))
}

/// The kind of the place that is named from `first` to `last`, if one is.
fn kind_of_place(reading: &Reading, first: usize, last: usize) -> Option<PlaceKind> {
    reading.matches(first).iter().filter(|m| m.last == last).find_map(|m| match m.sense {
        Sense::Place(place) => Some(reading.pack.toponyms[place as usize].kind),
        _ => None,
    })
}

/// The last token of the list of places that goes on after the name that ends at `last`.
fn end_of_list(reading: &Reading, last: usize) -> usize {
    let joint = |t: usize| reading.word(t) == "," || reading.is(t, Class::Coordinator) || reading.word(t) == "the";
    let mut end = last;
    loop {
        let next = (end + 1..end + 4).find(|t| !joint(*t)).unwrap_or(end);
        let name = reading.matches(next).iter().find(|m| matches!(m.sense, Sense::Place(_)));
        match name {
            Some(name) if next > end + 1 => end = name.last,
            _ => return end,
        }
    }
}

#[cfg(test)]
mod tests;
