//! Whether a verb of saying is the predicate of a clause, and not a noun or a participle.

use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The forms of a verb, by their position in a row.
const BASE: u8 = 0;
const THIRD: u8 = 1;
/// "saying".
pub const ING: u8 = 3;
const PARTICIPLE: u8 = 4;

/// Who speaks at the end of a heading has no more tokens than this.
const SHORT_HEADING_END: usize = 4;

/// Whether the word is the predicate of a clause and not a noun or a participle
/// that describes.
pub fn is_predicate(reading: &Reading, token: usize, before: usize, form: u8, first: usize, end: usize) -> bool {
    let previous = before.checked_sub(1).filter(|t| *t >= first);
    let word = previous.map_or("", |t| reading.word(t));
    if reading.is_possessive(token + 1)
        || reading.word(token + 1) == "-" && !reading.is_spaced(token + 1)
        || !reading.is_spaced(token) && word == "-"
    {
        return false;
    }
    if is_one_of(word, "to is are was were be been being 's") && form != ING {
        return false;
    }
    if (before..token).any(|t| reading.is(t, Class::Negation)) {
        return false;
    }
    let passive = (before..token).any(|t| reading.is(t, Class::Be));
    if passive && form != ING {
        return false;
    }
    // "activists accused of murder" are accused, not accusing.
    if reading.is(token, Class::Accuse) && is_one_of(reading.word(token + 1), "of for by") {
        return false;
    }
    // "NAME, known as the Fox, …" has no subject.
    if form == PARTICIPLE && before == token {
        return false;
    }
    if form == ING {
        return with_subject(reading, token, first).is_some()
            || word == ","
            || reading.quotation(token.wrapping_sub(1)).is_some()
            || token == first
            || word == "and"
            || previous.is_some_and(|t| reading.is(t, Class::Time) || reading.is(t, Class::Clause));
    }
    // "a mother of two said"
    if previous.is_some_and(|t| reading.is(t, Class::Determiner) && reading.word(t.saturating_sub(1)) != "of")
        || (previous.is_some_and(|t| reading.is(t, Class::Preposition) && !reading.is(t, Class::Adverb))
            && before == token)
    {
        return false;
    }
    if matches!(form, BASE | THIRD) && reading.is_capital(token) && token != first && !reading.in_heading(token) {
        return false;
    }
    // "claims" and "reports" are verbs only after a subject that can bear one.
    let noun_like = reading.is(token, Class::SayOrNoun);
    if noun_like {
        // "The army claims 47 killed", but "army reports say".
        let opens = reading.is_any(token + 1, &[Class::Determiner, Class::Pronoun])
            || reading.is_number(token + 1)
            || reading.is_capital(token + 1)
            || is_one_of(reading.word(token + 1), "to that");
        let speaks = |t: usize| opens && reading.is_any(t, &[Class::Force, Class::Title, Class::Group]);
        let subject = previous.is_some_and(|t| {
            reading.is_capital(t)
                || reading.is(t, Class::Pronoun)
                || reading.is(t, Class::Unnamed)
                || reading.is(t, Class::Institution)
                || reading.is(t, Class::Auxiliary)
                || speaks(t)
        });
        let verb = [Class::Say, Class::SayWeakly, Class::Auxiliary];
        let takes = reading.word(token + 1) != "of" && !reading.is_any(token + 1, &verb) && token + 1 < end;
        // "…, Kyiv claims" may end a heading.
        let closes = || (first..before).rev().take(SHORT_HEADING_END).any(|t| reading.word(t) == ",");
        return subject && (takes || word == "," || closes());
    }
    true
}

/// "with both sides accusing each other": the first token of the subject behind "with".
pub fn with_subject(reading: &Reading, token: usize, first: usize) -> Option<usize> {
    /// Such a subject has no more tokens than this.
    const LONGEST: usize = 8;
    let closed = [Class::Auxiliary, Class::Clause, Class::Pronoun];
    let near = (first..token).rev().take(LONGEST);
    let mut own = near.take_while(|t| !reading.is_mark(*t) && reading.quotation(*t).is_none());
    let with = own.find(|t| reading.word(*t) == "with" || reading.is_any(*t, &closed))?;
    (reading.word(with) == "with" && with + 1 < token).then_some(with + 1)
}
