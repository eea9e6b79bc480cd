//! What the article passes on without a source, says that it does not know, or
//! disclaims: "reportedly", "did not comment", "could not be independently verified".

use super::clause;
use super::draft::{Draft, Manner, Tokens};
use super::withheld;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The first of a verb's forms, by their position in a row, that may be a participle.
const PAST: u8 = 2;
/// A disclaimer's words stand this near to each other, in tokens.
const NEAR: usize = 6;

/// Finds them in one sentence, `first..end`.
pub fn find(reading: &Reading, first: usize, end: usize, found: &mut Vec<Draft>) {
    let disclaimer = disclaimer(reading, first, end);
    let disclaimed = disclaimer.as_ref().map(|draft| draft.content[0]);
    let mut token = first;
    while token < end {
        if let Some(content) = disclaimed.filter(|content| content.first <= token && token <= content.last) {
            token = content.last + 1;
            continue;
        }
        let draft = if reading.quotation(token).is_some() {
            None
        } else {
            withheld(reading, token, first, end).or_else(|| hedge(reading, token, first, end))
        };
        match draft {
            Some(draft) => {
                token = draft.content[draft.content.len() - 1].last.max(draft.cue.last) + 1;
                found.push(draft);
            }
            None => token += 1,
        }
    }
    // "X could not verify the claim": what else stands in the same clause is part of it.
    if let (Some(disclaimer), Some(content)) = (disclaimer, disclaimed) {
        found.retain(|draft| draft.content[0].last < content.first || content.last < draft.content[0].first);
        found.push(disclaimer);
    }
}

/// "could not be independently verified".
fn disclaimer(reading: &Reading, first: usize, end: usize) -> Option<Draft> {
    let cue = disclaiming(reading, first, end, true)?;
    let content = clause_around(reading, cue, first, end)?;
    Some(Draft::new(Manner::Disclaim, cue, None, content))
}

/// The words that disclaim in `first..end`, where `outside` is set outside quotations.
pub fn disclaiming(reading: &Reading, first: usize, end: usize, outside: bool) -> Option<Tokens> {
    let said = |t: &usize| !outside || reading.quotation(*t).is_none();
    let verify =
        (first..end).filter(said).find(|t| reading.is(*t, Class::Verify) && is_negated(reading, *t, first, end))?;
    let unable = (first.max(verify.saturating_sub(NEAR))..verify)
        .find(|t| reading.phrase(*t, Class::Unable).is_some())
        .unwrap_or(verify);
    Some(Tokens { first: unable, last: verify })
}

/// Whether verifying is denied right before the word, and independence or ability is
/// what is lacking.
fn is_negated(reading: &Reading, verify: usize, first: usize, end: usize) -> bool {
    let before = first.max(verify.saturating_sub(NEAR))..verify;
    let unable = before.clone().any(|t| reading.phrase(t, Class::Unable).is_some_and(|last| last < verify));
    // To verify is to check by oneself; what is merely "not confirmed" may be kept back.
    let checks = ["verif", "corrob", "authen", "checked"].iter().any(|stem| reading.word(verify).starts_with(stem));
    let independent = || (before.start..end).any(|t| reading.phrase(t, Class::Independently).is_some());
    unable && (checks || independent())
}

/// "did not comment", "at an undisclosed location".
fn withheld(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    let cue = withheld::cue(reading, token, first, end)?;
    let last = cue.last;
    let describes = cue.first == last
        && reading.is_word(last + 1)
        && !reading.is_any(last + 1, &[Class::Preposition, Class::Clause, Class::Auxiliary, Class::Coordinator]);
    let content = if describes {
        // An adjective: the phrase that it stands in, from its preposition on.
        let mut start = token;
        while start > first && reading.is(start - 1, Class::Determiner) {
            start -= 1;
        }
        if start > first && reading.is(start - 1, Class::Preposition) {
            start -= 1;
        }
        clause::trimmed(reading, start, end_of_phrase(reading, last + 1, end))?
    } else {
        clause_around(reading, cue, first, end)?
    };
    Some(Draft::new(Manner::Withhold, cue, None, content))
}

/// The last token of the noun phrase with its complements that goes on at `from`.
fn end_of_phrase(reading: &Reading, from: usize, end: usize) -> usize {
    let mut at = from;
    while at + 1 < end
        && !reading.is_mark(at + 1)
        && !reading.is_any(at + 1, &[Class::Auxiliary, Class::Clause, Class::Coordinator])
    {
        at += 1;
    }
    at
}

/// "reportedly", "is believed to", "reports of".
fn hedge(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    if let Some(last) = reading.phrase(token, Class::HedgeNoun) {
        let content = clause::trimmed(reading, last + 1, clause_end(reading, last, end, false))?;
        return Some(Draft::new(Manner::Hedge, Tokens { first: token, last }, None, content));
    }
    if let Some(last) = reading.phrase(token, Class::HedgeAdverb) {
        return adverb(reading, Tokens { first: token, last }, first, end);
    }
    let cue = Tokens { first: token, last: token };
    if let Some(content) = participle(reading, token, first, end) {
        return Some(Draft::new(Manner::Hedge, cue, None, content));
    }
    let last = hedge_verb(reading, token, first, end)?;
    let cue = Tokens { first: token, last };
    let content = clause_around(reading, cue, first, end)?;
    let mut draft = Draft::new(Manner::Hedge, cue, None, content);
    // "The notice, posted by the group, is seen as a threat": what only explains the subject is left out.
    let verb = (content.first..token).rev().find(|t| reading.is(*t, Class::Auxiliary));
    let comma = |t: &usize| reading.word(*t) == "," && reading.quotation(*t).is_none();
    if let Some(verb) = verb.filter(|t| *t > content.first && comma(&(*t - 1)))
        && let Some(aside) = (content.first..verb - 1).find(comma)
    {
        let subject = clause::trimmed(reading, content.first, aside - 1)?;
        draft.content = vec![subject, Tokens { first: verb, last: content.last }];
    }
    Some(draft)
}

/// "reportedly", "alleged", "perhaps".
fn adverb(reading: &Reading, cue: Tokens, first: usize, end: usize) -> Option<Draft> {
    let (token, last) = (cue.first, cue.last);
    let next = last + 1;
    let draft = |content| Some(Draft::new(Manner::Hedge, cue, None, content));
    let ends = || clause_end(reading, last, end, false);
    match reading.word(token) {
        // An estimate, and not a suggestion.
        "perhaps" if !reading.is_number(next) && token != first => return None,
        "alleged" | "apparent" | "suspected" | "purported" | "supposed" | "presumed" | "rumored" | "rumoured" => {
            let adjective = reading.is_word(next)
                && !reading.is_any(next, &[Class::Preposition, Class::Determiner, Class::Pronoun, Class::Clause])
                && !(token > first && reading.is(token - 1, Class::Auxiliary) && !reading.is(token - 1, Class::Be));
            if !adjective {
                return None;
            }
            let phrase = described(reading, token, first, end);
            // Who did it is unsure, and so is that he did it; a thing alone is unsure by itself.
            let who = [Class::Force, Class::Insurgent, Class::Unnamed, Class::Title];
            let person = |t: usize| reading.is_any(t, &who) || reading.word(t).ends_with("er");
            return match (next..=phrase.last).any(person) {
                true => draft(clause_around(reading, cue, first, end)?),
                false => draft(phrase),
            };
        }
        _ => {}
    }
    // "Allegedly, the mayor fled", "…, apparently because they had fled": it stands before what it hedges.
    let before = token == first || reading.word(token - 1) == ",";
    if before && token > first + 1 && reading.is(next, Class::Preposition) {
        // "A clip, purportedly of the dump, was shown": what describes ends at its comma.
        let comma = (next..end).find(|t| reading.word(*t) == "," && reading.quotation(*t).is_none());
        let described = clause_start(reading, token - 2, first);
        return draft(clause::trimmed(reading, described, comma.map_or_else(ends, |t| t - 1))?);
    }
    if before && (reading.word(next) == "," || reading.is_any(next, &[Class::Clause, Class::Preposition])) {
        return draft(clause::trimmed(reading, next, ends())?);
    }
    draft(clause_around(reading, cue, first, end)?)
}

/// The noun phrase with the adjective at `token`, from its first determiner on, with a
/// complement.
fn described(reading: &Reading, token: usize, first: usize, end: usize) -> Tokens {
    let mut start = token;
    while start > first && (reading.is(start - 1, Class::Determiner) || reading.is_number(start - 1)) {
        start -= 1;
    }
    let stops = [Class::Auxiliary, Class::Clause, Class::Coordinator, Class::ActVerb, Class::Say, Class::Time];
    let mut last = token + 1;
    let mut complement = false;
    while last + 1 < end && !reading.is_mark(last + 1) && !reading.is_any(last + 1, &stops) {
        complement |= reading.is(last + 1, Class::Preposition);
        if !complement && reading.word(last + 1).ends_with("ed") {
            break;
        }
        last += 1;
    }
    Tokens { first: start, last }
}

/// "militants believed to be inside the city", "a president accused of ordering it": the
/// content of a participle that describes a noun.
fn participle(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Tokens> {
    if token <= first || reading.form(token, Class::HedgeVerb).is_none_or(|form| form < PAST) {
        return None;
    }
    let before = token - 1;
    let comma = reading.word(before) == ",";
    let describes = comma || reading.is_word(before) && !reading.is_adverb(before);
    let closed =
        [Class::Auxiliary, Class::Pronoun, Class::Determiner, Class::Preposition, Class::Clause, Class::Coordinator];
    if !describes || reading.is_any(before, &closed) || reading.is(token, Class::Seem) {
        return None;
    }
    let (next, verb) = (reading.word(token + 1), reading.word(token + 2));
    let accused = reading.word(token) == "accused" && next == "of";
    let thought = is_one_of(reading.word(token), "believed thought alleged suspected feared said")
        && next == "to"
        && (is_one_of(verb, "be have") || comma);
    if !(accused || thought) {
        return None;
    }
    let from = match (accused, comma) {
        (true, _) => token + 2,
        (_, true) => token + 1,
        _ => {
            let mut start = before;
            while start > first
                && !reading.is_mark(start - 1)
                && !reading.is_any(start - 1, &[Class::Preposition, Class::Auxiliary, Class::Clause, Class::ActVerb])
            {
                start -= 1;
            }
            start
        }
    };
    // It ends at its comma, as whatever only describes does.
    clause::trimmed(reading, from, clause_end(reading, token, end, true))
}

/// "is believed to", "was accused of", "appears to".
fn hedge_verb(reading: &Reading, token: usize, first: usize, end: usize) -> Option<usize> {
    if !reading.is(token, Class::HedgeVerb) {
        return None;
    }
    if reading.is(token, Class::Seem) {
        let next = reading.skip_adverbs(token + 1, end);
        let shows = is_one_of(reading.word(next), "to that not as set poised likely on");
        return shows.then_some(token);
    }
    if reading.form(token, Class::HedgeVerb).is_none_or(|form| form < PAST) {
        return None;
    }
    let before = skip_adverbs_only(reading, token, first).checked_sub(1).filter(|t| *t >= first)?;
    let passive = reading.is(before, Class::Be);
    let mut next = token + 1;
    while next < end && reading.is(next, Class::Time) {
        next += 1;
    }
    let complement =
        is_one_of(reading.word(next), "to that of as dead killed missing trapped drowned lost responsible");
    (passive && complement).then_some(token)
}

fn skip_adverbs_only(reading: &Reading, token: usize, first: usize) -> usize {
    let mut at = token;
    while at > first && reading.is_adverb(at - 1) {
        at -= 1;
    }
    at
}

/// The clause around a cue.
fn clause_around(reading: &Reading, cue: Tokens, first: usize, end: usize) -> Option<Tokens> {
    let mut start = clause_start(reading, cue.first, first);
    while start > first && start < cue.first && reading.is(start, Class::Coordinator) {
        start += 1;
    }
    // A relative clause ("who spoke on condition of anonymity,") ends at its comma.
    let relative = start > first && is_one_of(reading.word(start - 1), "who which");
    clause::trimmed(reading, start, clause_end(reading, cue.last, end, relative))
}

/// Where the clause around `token` begins: after a comma, a dash or a joint with a
/// verb behind it.
fn clause_start(reading: &Reading, token: usize, first: usize) -> usize {
    let mut at = token;
    while at > first {
        let before = at - 1;
        let word = reading.word(before);
        let quoted = reading.quotation(before).is_some();
        if !quoted && (is_one_of(word, "; , : (") || clause::is_dash(reading, before)) {
            break;
        }
        // "Who fired first is not known" asks; "the man, who …" tells of him.
        let asks = is_one_of(word, "who which") && (before == first || reading.word(before - 1) == ";");
        let joint = is_one_of(word, "but while although though because whereas which who");
        if !quoted && joint && !asks {
            break;
        }
        at = before;
    }
    // A clause that a comma cut from its subject ("The Oreshnik, which …, is believed") goes back to it.
    let cut = at == token && !is_one_of(reading.word(at), "without no") || reading.is(at, Class::Auxiliary);
    if at > first && reading.word(at - 1) == "," && cut {
        let hard = |t: &usize| is_one_of(reading.word(*t), "; : but while") || clause::is_dash(reading, *t);
        return (first..at).rev().filter(|t| reading.quotation(*t).is_none()).find(hard).map_or(first, |t| t + 1);
    }
    at
}

/// Where the clause around `token` ends.
fn clause_end(reading: &Reading, token: usize, end: usize, relative: bool) -> usize {
    let mut at = token + 1;
    while at < end {
        let word = reading.word(at);
        if reading.quotation(at).is_none() {
            let contrast = word == "but" || is_one_of(word, "while whereas although") && reading.word(at - 1) == ",";
            let joined = word == ","
                && (reading.is_any(at + 1, &[Class::Coordinator, Class::Pronoun, Class::HedgeAdverb])
                    || is_one_of(reading.word(at + 1), "but while which who where though although according"));
            let meanwhile = word == "as"
                && at > token + 2
                && (reading.is_any(at + 1, &[Class::Determiner, Class::Pronoun, Class::Force, Class::War])
                    || reading.is_capital(at + 1)
                    || reading.is_any(at + 2, &[Class::Auxiliary, Class::ActVerb]));
            if contrast
                || joined
                || (relative && word == ",")
                || meanwhile
                || word == ";"
                || clause::is_dash(reading, at)
            {
                return at - 1;
            }
        }
        at += 1;
    }
    clause::end_of_sentence(reading, end)
}

#[cfg(test)]
mod tests;
