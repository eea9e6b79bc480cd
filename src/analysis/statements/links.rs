//! Which statements bear on each other: a disclaimer on what it covers, the other
//! side's word of the same event on this one.
//!
//! Two statements are of one event where they share the words that tell it, name no
//! two days, and stand near each other. A false tie harms more than a missing one.

use super::event::Event;
use super::{Kind, Reason, Statement, reach};
use crate::analysis::reading::Reading;
use crate::analysis::sides::Found;

/// Statements of one event have no more than so many others between them.
const NEAR: usize = 6;
/// They stand in the same paragraph, or no more than so many apart.
const PARAGRAPHS: usize = 3;
/// A denial that names no event stands no further than so many paragraphs from what it denies.
const ANSWERS: usize = 1;
/// A denial, or another figure, contradicts where so many words are shared, or more.
const SAME: usize = 2;
/// Where only a "not" tells them apart, or one confirms the other, so many must be
/// shared, since a topic alone is no event.
const TOLD_ALIKE: usize = 3;
/// The verbs by which a claim is confirmed, by their beginnings.
const CONFIRMS: [&str; 6] = ["confirm", "acknowledg", "admit", "conced", "corroborat", "echo"];

/// Ties the statements that bear on each other.
pub fn link(reading: &Reading, sides: &Found, statements: &mut [Statement]) {
    reach::link(reading, sides, statements);
    let events: Vec<Event> = statements.iter().map(|statement| Event::of(reading, statement)).collect();
    for at in 0..statements.len() {
        let mut answered = false;
        for before in (at.saturating_sub(NEAR)..at).rev() {
            let apart = events[at].paragraph.abs_diff(events[before].paragraph);
            let bears = apart <= PARAGRAPHS && may_bear(&statements[before], &statements[at]);
            if !bears || events[at].other_day(&events[before]) {
                continue;
            }
            let shared = events[at].shared(&events[before]);
            let denies = denies(&statements[at]) != denies(&statements[before]);
            let figures = events[at].other_figure(&events[before]);
            let negated = events[at].negated != events[before].negated;
            let of_sides = statements[at].side.is_some() && statements[before].side.is_some();
            // "Moscow denied it" answers the last that the other side said.
            let last = denies && of_sides && !answered && apart <= ANSWERS;
            answered |= of_sides;
            let answers = last && (shared > 0 || events[at].names_nothing());
            let opposite = denies || negated;
            let contradicts = answers || shared >= SAME && (figures || denies) || shared >= TOLD_ALIKE && negated;
            let (one, other) = (at as u32, before as u32);
            if of_sides && contradicts {
                statements[at].contradicted_by.push(other);
                statements[before].contradicted_by.push(one);
            } else if !opposite
                && !figures
                && (shared >= TOLD_ALIKE || shared >= 1 && confirms(reading, &statements[at]))
            {
                statements[before].confirmed_by.push(one);
                statements[at].confirmed_by.push(other);
            }
        }
    }
}

/// Whether two statements may bear on each other: both assert facts, and one of them is
/// a side's and the other somebody else's.
fn may_bear(one: &Statement, other: &Statement) -> bool {
    let asserts = |s: &Statement| matches!(s.kind, Kind::Claim | Kind::ThirdParty | Kind::Judgement);
    let apart = || !one.content.iter().any(|part| other.content.iter().any(|of_other| part.overlaps(*of_other)));
    asserts(one) && asserts(other) && one.side != other.side && apart()
}

/// Whether a statement is a denial.
fn denies(statement: &Statement) -> bool {
    statement.reasons.contains(&Reason::Denial)
}

/// Whether its cue says that it confirms.
fn confirms(reading: &Reading, statement: &Statement) -> bool {
    statement.cue.is_some_and(|cue| {
        let cue = reading.article.slice(cue);
        CONFIRMS.iter().any(|verb| cue.get(..verb.len()).is_some_and(|start| start.eq_ignore_ascii_case(verb)))
    })
}
