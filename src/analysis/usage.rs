//! How a name is used: whether it acts, says where, or only describes.
//!
//! "Moscow denies" acts and "near Moscow" says where; "Russian oil" does neither.
//! Grammar decides, by the words around the name; no list of names does.

use super::lexicon::Class;
use super::reading::Reading;

/// What a name does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// It acts, speaks, or is acted upon.
    Acts,
    /// It says where something is or happens.
    Locates,
}

/// Words before a name that say where for a settlement, and whom for a state.
const BETWEEN: [&str; 3] = ["between", "to", "from"];
/// Words that join a name to the noun before it.
const OF: [&str; 2] = ["of", "on"];

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
    if compass {
        return Usage::Locates;
    }
    if let Some(before) = before
        && let Some(usage) = by_what_precedes(reading, before, seat)
    {
        return usage;
    }
    if seat && !predicate_follows(reading, last) && !takes_seat(reading, before) { Usage::Locates } else { Usage::Acts }
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
        } else if !matches!(reading.word(word), "the" | "war" | "-" | "torn" | "all" | "parts" | "much") {
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
    if reading.is_possessive(next) {
        return Some(possessor(reading, next + 1, seat));
    }
    None
}

/// How a possessor is used, by the noun that it owns, which begins at `from`.
fn possessor(reading: &Reading, from: usize, seat: bool) -> Usage {
    /// A noun phrase's head comes within so many words.
    const REACH: usize = 5;
    for token in from..from + REACH {
        if reading.is_any(token, &[Class::Force, Class::Institution, Class::Title, Class::ActNoun]) {
            return Usage::Acts;
        }
        let area = [Class::Compass, Class::Settlement, Class::FeatureAfter, Class::FeatureBefore];
        if reading.is_any(token, &area) || matches!(reading.word(token), "border" | "borders" | "largest" | "streets" | "civil" | "population") {
            return Usage::Locates;
        }
        if seat && reading.is_capital(token) {
            return Usage::Locates;
        }
        if !reading.is_word(token) || reading.is_any(token, &[Class::Preposition, Class::Auxiliary, Class::Clause]) {
            break;
        }
    }
    if seat { Usage::Locates } else { Usage::Acts }
}

/// What the word before the name says: "in", "against", "invasion of".
fn by_what_precedes(reading: &Reading, before: usize, seat: bool) -> Option<Usage> {
    let word = reading.word(before);
    if word == "-" {
        return None;
    }
    if OF.contains(&word) {
        let noun = before.checked_sub(1)?;
        if reading.is(noun, Class::ActNoun) || reading.is(noun, Class::Title) || reading.is(noun, Class::Institution) || reading.is(noun, Class::Force) {
            return Some(Usage::Acts);
        }
        return Some(if word == "of" && !seat || seat { Usage::Locates } else { Usage::Acts });
    }
    if word == "between" && !seat {
        return Some(Usage::Acts);
    }
    if reading.is(before, Class::Locative) || (seat && BETWEEN.contains(&word)) {
        return Some(Usage::Locates);
    }
    if matches!(word, "against" | "with" | "by") {
        return Some(Usage::Acts);
    }
    None
}

/// Whether what follows is a predicate: the name is a subject.
fn predicate_follows(reading: &Reading, last: usize) -> bool {
    let end = reading.sentence(last).1;
    let next = reading.skip_adverbs(last + 1, end);
    let verbs = [Class::Auxiliary, Class::Say, Class::SayWeakly, Class::Deny, Class::Promise, Class::Accuse, Class::ActVerb, Class::Future, Class::Label];
    reading.is_any(next, &verbs) && !reading.form(next, Class::ActVerb).is_some_and(|form| form == 3)
}

/// Whether the word before makes the seat an object: "accused Moscow".
fn takes_seat(reading: &Reading, before: Option<usize>) -> bool {
    before.is_some_and(|t| reading.is_any(t, &[Class::Accuse, Class::Say, Class::Label, Class::Promise]) || matches!(reading.word(t), "urged" | "against" | "with"))
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
        && tokens.clone().find(|t| matches!(reading.word(*t), "—" | "–" | "-" | "―") && reading.is_spaced(*t)).is_some_and(|dash| {
            (last + 1..dash).all(|t| reading.is_capital(t) || !reading.is_word(t) || reading.is(t, Class::Time))
        })
}

/// Whether the name closes a place's name: "Kabul, Afghanistan".
fn follows_place(reading: &Reading, first: usize, last: usize) -> bool {
    let Some(comma) = first.checked_sub(1) else { return false };
    let (start, end) = reading.sentence(first);
    if reading.word(comma) != "," || comma <= start || !reading.is_capital(comma - 1) {
        return false;
    }
    let place = (start.max(comma.saturating_sub(4))..comma)
        .any(|t| reading.matches(t).iter().any(|m| matches!(m.sense, super::lexicon::Sense::Place(_)) && m.last + 1 == comma));
    place && (last + 1 >= end || matches!(reading.word(last + 1), "," | "." | "(" | "—" | "–" | ";" | ")"))
}
