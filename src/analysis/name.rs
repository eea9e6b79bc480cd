//! Names of people and institutions: where they end, and what lies inside one.

use super::lexicon::{Class, Match, Naming, Sense};
use super::reading::Reading;
use crate::analysis::word::is_one_of;

/// The last token of a person's name at `from`: capitalised words, with "al-" and
/// the like inside.
pub fn name_after(reading: &Reading, from: usize, end: usize) -> Option<usize> {
    /// Names have no more words than this.
    const LONGEST: usize = 6;
    let mut last = None;
    let mut at = from;
    while at < end.min(from + LONGEST * 2) {
        let particle = reading.is(at, Class::Particle) || reading.word(at) == "-";
        let ordinary =
            reading.is_any(at, &[Class::Time, Class::Preposition, Class::Clause, Class::Auxiliary, Class::Determiner]);
        if reading.is_capital(at) && !ordinary {
            last = Some(at);
        } else if !particle || (reading.word(at) != "-" && reading.word(at + 1) != "-" && !reading.is_capital(at + 1)) {
            break;
        }
        at += 1;
    }
    last
}

/// The name of a state's body has its head among so many words.
const BODY: usize = 3;

/// Whether unknown capitalised words around a name make it part of another: "Paris
/// Hilton", "Kyiv Polytechnic".
pub fn part_of_longer_name(reading: &Reading, found: &Match) -> bool {
    let capitals = |token: usize| reading.article.tokens().get(token).is_none_or(|t| t.all_capitals || !t.capital);
    if reading.in_heading(found.first) || (capitals(found.first) && capitals(found.last + 1)) {
        return false;
    }
    let plain = [
        Class::Title,
        Class::Force,
        Class::Institution,
        Class::ActNoun,
        Class::FeatureAfter,
        Class::FeatureBefore,
        Class::Settlement,
        Class::Time,
        Class::Opener,
        Class::Compass,
        Class::Determiner,
        Class::Preposition,
        Class::Locative,
        Class::Organization,
        Class::Coordinator,
        Class::Clause,
        Class::Adverb,
        Class::Pronoun,
        Class::Auxiliary,
    ];
    let foreign = |token: usize| {
        reading.is_capital(token) && !reading.is_any(token, &plain) && !reading.article.tokens()[token].all_capitals
    };
    let head = |token: usize| {
        [Class::Title, Class::Institution, Class::Force].iter().any(|class| reading.phrase(token, *class).is_some())
            || reading.word(token) == "department"
    };
    // "U.S. Defense Department", "Egyptian Armed Forces": a body of whom the name is.
    let phrase =
        |token: usize| (token..token + BODY).take_while(|t| reading.is_capital(*t) && reading.is_spaced(*t)).any(head);
    let named = |token: usize| reading.matches(token).iter().any(|m| !matches!(m.sense, Sense::Word(..)));
    let next = found.last + 1;
    let after = next < reading.len()
        && reading.is_spaced(next)
        && foreign(next)
        && !named(next)
        && !phrase(next)
        && !reading.opens_sentence(next);
    let port = |token: usize| reading.is_capital(token) && is_one_of(reading.word(token), "port camp fort");
    let before = found.first.checked_sub(1).is_some_and(|t| {
        reading.is_spaced(found.first)
            && (foreign(t) || port(t))
            && !reading.opens_sentence(t)
            && !ends_match(reading, t)
    });
    let demonym = matches!(found.sense, Sense::Actor(_, Naming::Adjective | Naming::People));
    // "Shia Houthi rebels": another word for whom is no other name.
    let force = |token: usize| !reading.is_capital(token) && reading.phrase(token, Class::Force).is_some();
    let before = before && !(force(found.last) || demonym && force(next));
    before || (after && !demonym && !matches!(found.sense, Sense::Person(..)))
}

/// Whether a name of the pack ends at the token.
fn ends_match(reading: &Reading, token: usize) -> bool {
    (token.saturating_sub(4)..=token)
        .any(|t| reading.matches(t).iter().any(|m| m.last == token && !matches!(m.sense, Sense::Word(..))))
}
