//! Whose word a statement is: a side's, an outsider's, or nobody's that could be asked.

use super::draft::Tokens;
use crate::analysis::SideId;
use crate::analysis::actors::ActorPhrase;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::sides::Found;

/// Who stands behind a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A side.
    Side(SideId),
    /// Somebody of a side who is not named: "a Taliban official".
    UnnamedOf(SideId),
    /// Somebody outside who is named.
    Outside,
    /// Somebody who is not named.
    Unnamed,
    /// A pronoun, or a description that says nothing by itself.
    Earlier,
}

/// Decides by the source's words.
pub fn voice(reading: &Reading, source: Tokens, phrases: &[ActorPhrase], sides: &Found) -> Voice {
    let from = phrases.partition_point(|p| p.last < source.first);
    let to = phrases.partition_point(|p| p.first <= source.last);
    let inside = || phrases[from..to].iter().zip(&sides.of_phrase[from..to]);
    let head_end = end_of_head(reading, source);
    if let Some((phrase, side)) = inside().filter(|(p, _)| p.first <= head_end).last() {
        let unnamed = (phrase.first..=source.last.min(head_end)).any(|t| reading.is(t, Class::Anonymous));
        return match side {
            Some(_) if is_possessor_of_other(reading, phrase, head_end) => {
                outside_or_unnamed(reading, source, head_end)
            }
            Some(side) if unnamed => Voice::UnnamedOf(*side),
            Some(side) => Voice::Side(*side),
            None => outside_or_unnamed(reading, source, head_end),
        };
    }
    if reading.is(source.first, Class::Pronoun) {
        return Voice::Earlier;
    }
    // "officials from the insurgent group", "a spokesman for the rebels": he speaks for them.
    let speaks = (source.first..=source.last).any(|t| reading.is_any(t, &[Class::Title, Class::Institution]));
    if let Some(side) = inside().find_map(|(_, side)| *side)
        && speaks
        && (source.first..=source.last).any(|t| matches!(reading.word(t), "for" | "of" | "from" | "in" | "with"))
    {
        return Voice::Side(side);
    }
    outside_or_unnamed(reading, source, head_end)
}

/// Whether the phrase only owns or describes what speaks: "Israel’s Channel 12".
fn is_possessor_of_other(reading: &Reading, phrase: &ActorPhrase, head_end: usize) -> bool {
    phrase.last < head_end
        && reading.is_possessive(phrase.last + 1)
        && !(phrase.last + 1..=head_end).any(|t| reading.is_any(t, &[Class::Title, Class::Institution, Class::Force]))
}

/// The last token of the source's own noun phrase, before "of", a comma or "who".
fn end_of_head(reading: &Reading, source: Tokens) -> usize {
    let inside = source.first + 1..=source.last;
    let stop = inside.into_iter().find(|t| {
        matches!(reading.word(*t), "," | "(" | "who" | "that" | "which")
            || (reading.is(*t, Class::Preposition) && reading.word(*t) != "of")
    });
    stop.map_or(source.last, |t| t - 1)
}

fn outside_or_unnamed(reading: &Reading, source: Tokens, head_end: usize) -> Voice {
    let head = source.first..=head_end;
    let name = head.clone().any(|t| {
        reading.is_capital(t)
            && (t > source.first
                || !reading.opens_sentence(t)
                || !reading
                    .is_any(t, &[Class::Unnamed, Class::Institution, Class::Title, Class::Opener, Class::Determiner]))
            && !reading.is_any(t, &[Class::Time, Class::Compass])
    });
    let plural = head.clone().any(|t| reading.is(t, Class::Unnamed) && !reading.is(t, Class::Determiner));
    let demonym = head.clone().any(|t| {
        reading
            .matches(t)
            .iter()
            .any(|m| matches!(m.sense, crate::analysis::lexicon::Sense::Actor(_, crate::analysis::Naming::Adjective)))
    });
    if plural && (!name || demonym) {
        return Voice::Unnamed;
    }
    if name {
        return Voice::Outside;
    }
    if (source.first..=source.last).any(|t| reading.is_capital(t)) {
        return Voice::Outside;
    }
    if head.clone().any(|t| {
        reading.is_any(t, &[Class::Title, Class::Institution, Class::Force, Class::Organization, Class::Expert])
    }) {
        return Voice::Earlier;
    }
    if plural { Voice::Unnamed } else { Voice::Outside }
}
