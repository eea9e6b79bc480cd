//! Whose word a statement is: a side's, an outsider's, or nobody's that could be asked.

use super::draft::Tokens;
use crate::analysis::actors::{ActorPhrase, Who};
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::sides::Found;
use crate::analysis::word::is_one_of;
use crate::analysis::{Role, SideId};

/// Who stands behind a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A side.
    Side(SideId),
    /// Somebody of a side who is not named: "a Taliban official".
    UnnamedOf(SideId),
    /// The warring parties together: "both sides".
    Parties,
    /// Somebody outside who is named.
    Outside,
    /// Somebody who is not named.
    Unnamed,
    /// A pronoun, or a description that says nothing by itself.
    Earlier,
}

/// The words after which a possessor or a group speaks through somebody.
const LINKS: &str = "for of from in with by to";

/// Decides by the source's words.
pub fn voice(reading: &Reading, source: Tokens, phrases: &[ActorPhrase], sides: &Found) -> Voice {
    // "He thanked the soldiers and said …": whoever he is, he is not the soldiers.
    if reading.is(source.first, Class::Pronoun) && reading.word(source.first) != "us" {
        return Voice::Earlier;
    }
    if !sides.sides.is_empty() && reading.phrase(source.first, Class::Collective).is_some() {
        return Voice::Parties;
    }
    let from = phrases.partition_point(|p| p.last < source.first);
    let to = phrases.partition_point(|p| p.first <= source.last);
    let inside = || phrases[from..to].iter().zip(&sides.of_phrase[from..to]);
    let head_end = end_of_head(reading, source);
    let noun = noun_of(reading, source);
    let offices = [Class::Title, Class::Institution, Class::Force, Class::Group, Class::Organization, Class::Insurgent];
    // "opponents of President Assad" speak against him.
    let of_other = noun < head_end
        && (!reading.is_capital(noun) || reading.opens_sentence(noun))
        && !(source.first..=noun).any(|t| reading.is_any(t, &offices))
        && !inside().any(|(phrase, _)| phrase.first <= noun);
    if of_other || is_outsider(reading, source, head_end) {
        return outside_or_unnamed(reading, source, head_end);
    }
    if let Some((phrase, side)) = inside().rfind(|(p, _)| p.first <= head_end) {
        // "Ukraine and Russia each said": it is neither's alone.
        let joined = reading.is(phrase.first.saturating_sub(1), Class::Coordinator);
        let other = inside().rfind(|(p, other)| p.last + 2 == phrase.first && other.is_some());
        if joined && side.is_some() && other.is_some_and(|(_, other)| other != side) {
            return Voice::Parties;
        }
        let named = phrase.role == Role::Official
            && reading.is_capital(phrase.last)
            && !reading.is(phrase.last, Class::Anonymous);
        let unnamed = !named && (phrase.first..=source.last.min(head_end)).any(|t| reading.is(t, Class::Anonymous));
        // "opposition leader Name" speaks against his government, but for the rebels in a civil war.
        let opposes = phrase.who != Who::Insurgents
            && named
            && (source.first..phrase.last).any(|t| reading.word(t) == "opposition" && reading.is(t + 1, Class::Title));
        return match side {
            Some(_) if opposes => Voice::Outside,
            Some(_) if is_possessor_of_other(reading, phrase, head_end) => {
                outside_or_unnamed(reading, source, head_end)
            }
            Some(side) if unnamed => Voice::UnnamedOf(*side),
            Some(side) => Voice::Side(*side),
            // "Hamas and Iran said": it is the side's word too.
            None if reading.is(phrase.first.saturating_sub(1), Class::Coordinator) => {
                let joined = inside().find(|(other, side)| other.first < phrase.first && side.is_some());
                joined.and_then(|(_, side)| *side).map_or(Voice::Outside, Voice::Side)
            }
            None => outside_or_unnamed(reading, source, head_end),
        };
    }
    // "his defence minister, Name": the apposition names him.
    let apposed = inside().find(|(phrase, _)| phrase.first == head_end + 2 && reading.word(head_end + 1) == ",");
    if let Some((_, Some(side))) = apposed.filter(|(phrase, _)| phrase.role == Role::Official) {
        return Voice::Side(*side);
    }
    // "officials from the insurgent group", "a spokesman for the rebels": they speak for them.
    let speaks = (source.first..=source.last).any(|t| reading.is_any(t, &[Class::Title, Class::Institution]));
    if let Some(side) = inside().find_map(|(_, side)| *side)
        && speaks
        && (source.first..=source.last).any(|t| is_one_of(reading.word(t), LINKS))
    {
        let unnamed = reading.is(head_end, Class::Anonymous) && !reading.is_capital(source.last);
        return if unnamed { Voice::UnnamedOf(side) } else { Voice::Side(side) };
    }
    outside_or_unnamed(reading, source, head_end)
}

/// Whether the words before a name or a side say that he speaks for himself: "the
/// Russian military blogger Name", "a former Israeli general".
fn is_outsider(reading: &Reading, source: Tokens, head_end: usize) -> bool {
    (source.first..=head_end).any(|t| reading.is(t, Class::Outsider))
}

/// Whether the phrase only owns or describes what speaks: "Israel’s Channel 12".
fn is_possessor_of_other(reading: &Reading, phrase: &ActorPhrase, head_end: usize) -> bool {
    let owned = phrase.last + 2..=head_end;
    let speaks = [Class::Title, Class::Institution, Class::Force];
    // "the Kremlin’s pointman" speaks for it, "Kyiv’s Western allies" for themselves.
    let one = || {
        owned.clone().all(|t| !reading.is_capital(t) && !reading.word(t).ends_with('s'))
            && !reading.is_any(head_end, &[Class::Organization, Class::Medium, Class::Unnamed, Class::Expert])
    };
    phrase.last < head_end
        && reading.is_possessive(phrase.last + 1)
        && !owned.clone().any(|t| reading.is_any(t, &speaks))
        && !one()
}

/// The last token of the source's own noun phrase, before "of", a comma or "who".
fn end_of_head(reading: &Reading, source: Tokens) -> usize {
    let inside = source.first + 1..=source.last;
    let stop = inside.into_iter().find(|t| {
        is_one_of(reading.word(*t), ", ( who that which")
            // "Doctors Without Borders" is a name to its end.
            || (reading.is(*t, Class::Preposition) && reading.word(*t) != "of" && !reading.is_capital(*t))
    });
    stop.map_or(source.last, |t| t - 1)
}

/// The head's own noun: its last token before "of", or the source that is "close to"
/// somebody, or the residents that were "contacted".
pub fn noun_of(reading: &Reading, source: Tokens) -> usize {
    let end = end_of_head(reading, source);
    let of = (source.first + 1..=end).find(|t| reading.word(*t) == "of");
    // "one of the residents", "a group of villagers": they are what stands behind.
    let partitive = |t: &usize| {
        reading.is(t - 1, Class::Determiner) || is_one_of(reading.word(t - 1), "none group number couple handful")
    };
    let noun = of.filter(|t| !partitive(t)).map_or(end, |t| t - 1);
    let anonymous = || (source.first..noun).rev().find(|t| reading.is_any(*t, &[Class::Anonymous, Class::Unnamed]));
    let describes =
        reading.word(noun + 1) == "to" || ["ed", "ing"].iter().any(|ending| reading.word(noun).ends_with(ending));
    if describes { anonymous().unwrap_or(noun) } else { noun }
}

fn outside_or_unnamed(reading: &Reading, source: Tokens, head_end: usize) -> Voice {
    let common = [Class::Unnamed, Class::Institution, Class::Title, Class::Opener, Class::Determiner];
    let is_name = |t: usize| {
        reading.is_capital(t)
            && (t > source.first || !reading.opens_sentence(t) || !reading.is_any(t, &common))
            && !reading.is_any(t, &[Class::Time, Class::Compass])
    };
    let head = source.first..=head_end;
    let noun = noun_of(reading, source);
    let name = head.clone().any(is_name);
    let article = |t: usize| is_one_of(reading.word(t), "a an one another");
    let one = article(source.first) || source.first.checked_sub(1).is_some_and(article);
    // "a local journalist", "some Western diplomats": a name beside the noun says of what, not who.
    let apposed = reading.word(head_end + 1) == "," && (head_end + 1..=source.last).any(|t| reading.is_capital(t));
    if !is_name(noun) && !apposed {
        let several = (source.first..=noun).any(|t| {
            reading.phrase(t, Class::Unnamed) == Some(noun) && (t == noun || !reading.is(noun, Class::Institution))
        });
        let body =
            reading.is_any(noun, &[Class::Institution, Class::Organization]) && !reading.is(noun, Class::Anonymous);
        let person = reading.is_any(noun, &[Class::Anonymous, Class::Expert, Class::Outsider]);
        let speaker = reading.word(noun).starts_with("spokes") || reading.is(noun, Class::Title) && !one;
        // "three residents and a doctor": neither can be asked.
        let joined = !name
            && (source.first..noun).any(|t| reading.is(t, Class::Unnamed) && reading.is(t + 1, Class::Coordinator));
        if joined || several && !(name && body) {
            return Voice::Unnamed;
        }
        if speaker && !(source.first..=source.last).any(is_name) {
            return Voice::Earlier;
        }
        if person && (one || several || reading.is(noun, Class::Anonymous) && name) && !speaker {
            return Voice::Unnamed;
        }
    }
    if (source.first..=source.last).any(is_name) {
        return Voice::Outside;
    }
    let resumes = [
        Class::Title,
        Class::Institution,
        Class::Force,
        Class::Organization,
        Class::Expert,
        Class::Medium,
        Class::Anonymous,
    ];
    if (source.first..=noun).any(|t| reading.is_any(t, &resumes)) {
        return Voice::Earlier;
    }
    Voice::Outside
}

#[cfg(test)]
mod tests;
