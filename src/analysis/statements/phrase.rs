//! Where the noun phrases of sources begin and end, with their appositions.

use super::clause;
use super::draft::Tokens;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The subject that ends right before `before`: a noun phrase with its appositions.
pub fn subject(reading: &Reading, before: usize, first: usize) -> Option<Tokens> {
    let last = before.checked_sub(1).filter(|t| *t >= first)?;
    if let Some(quotation) = reading.quotation(last) {
        // "NAME, who speaks of “peace,” said": the quotation is part of what explains the name.
        let opens = reading.article.quotations()[quotation].tokens.0;
        let comma = (first..opens).rev().find(|t| reading.word(*t) == "," && reading.quotation(*t).is_none())?;
        let explains = comma + 1 < opens
            && reading.is_word(opens - 1)
            && !(comma..opens).any(|t| reading.is_any(t, &[Class::Say, Class::Label]))
            && comma > first
            && reading.is_capital(comma - 1)
            && (reading.is_any(comma + 1, &[Class::Determiner, Class::Title, Class::Expert])
                || reading.word(comma + 1) == "who");
        return if explains { phrase(reading, start_of_phrase(reading, comma - 1, first), comma - 1) } else { None };
    }
    if reading.word(last) == "," || clause::is_dash(reading, last) {
        return apposed_subject(reading, last, first);
    }
    let start = start_of_phrase(reading, last, first);
    phrase(reading, start, last)
}

/// "Kyiv, which for months denied …": what a relative clause that ends right before
/// `before` is about.
pub fn antecedent(reading: &Reading, before: usize, first: usize) -> Option<Tokens> {
    /// Between the relative pronoun and its verb stand no more tokens than this.
    const LONGEST: usize = 5;
    let circumstance =
        |t: usize| !reading.is_any(t, &[Class::Pronoun, Class::Say, Class::Auxiliary]) && reading.is_word(t);
    let mut at = before;
    while at > first && before - at < LONGEST && reading.word(at - 1) != "which" && circumstance(at - 1) {
        at -= 1;
    }
    let which =
        at.checked_sub(2).filter(|t| *t > first && reading.word(t + 1) == "which" && reading.word(*t) == ",")?;
    let said = at < before && !reading.is_any(at, &[Class::Preposition, Class::Time, Class::Adverb]);
    let last = which.checked_sub(1).filter(|t| !said && *t >= first && reading.quotation(*t).is_none())?;
    phrase(reading, start_of_phrase(reading, last, first), last)
}

/// "NAME, spokesman for the rebels, said": the name and what explains it.
fn apposed_subject(reading: &Reading, comma: usize, first: usize) -> Option<Tokens> {
    /// An apposition has no more tokens than this.
    const LONGEST: usize = 30;
    let opener = (first.max(comma.saturating_sub(LONGEST))..comma)
        .rev()
        .find(|t| reading.word(*t) == reading.word(comma) && reading.quotation(*t).is_none())?;
    let last = opener.checked_sub(1).filter(|t| *t >= first)?;
    let number = (opener + 1..comma).all(|t| !reading.is_word(t));
    let last = if number && reading.word(last) == "," { last.checked_sub(1)? } else { last };
    if reading.quotation(last).is_some() {
        // "“…,” a spokesman, Name, said" is rare; "“…,” she said, smiling, adding" has no subject here.
        return phrase(reading, opener + 1, comma - 1);
    }
    let start = start_of_phrase(reading, last, first);
    phrase(reading, start, comma - 1)
}

/// A phrase without the joints at its start; `None` where nothing nominal is left.
fn phrase(reading: &Reading, mut start: usize, last: usize) -> Option<Tokens> {
    while start <= last
        && (reading.is_any(start, &[Class::Coordinator, Class::Adverb])
            || (reading.is(start, Class::Clause) && !reading.is(start, Class::Determiner))
            || !starts_phrase(reading, start))
    {
        start += 1;
    }
    (start <= last && (reading.is_word(last) || is_one_of(reading.word(last), ") ]") || !reading.is_mark(last)))
        .then_some(Tokens { first: start, last })
}

fn starts_phrase(reading: &Reading, token: usize) -> bool {
    !reading.is_mark(token) || matches!(reading.word(token), "[")
}

/// Goes back from the last token of a phrase to its first.
fn start_of_phrase(reading: &Reading, last: usize, first: usize) -> usize {
    /// A subject has no more tokens than this.
    const LONGEST: usize = 25;
    let mut at = last;
    while at > first && last - at < LONGEST {
        let before = at - 1;
        let word = reading.word(before);
        if reading.quotation(before).is_some()
            || word == ","
            || clause::HARD.contains(word)
            || clause::is_dash(reading, before)
        {
            // "Rami Abdurrahman (45)" and "Israel Defense Forces (IDF)" go on before the bracket.
            if word == "(" && reading.is_capital(at) {
                at = before;
                continue;
            }
            break;
        }
        // "a trader who had fled the city": the relative clause is part of the phrase.
        if let Some(who) = relative_pronoun(reading, before, first) {
            at = who;
            continue;
        }
        let verb = reading.is_any(before, &[Class::Say, Class::Auxiliary]) && !reading.is_capital(before);
        let relative = reading.is(before, Class::Clause) && !is_one_of(word, "despite amid");
        if verb {
            // "They had been held there and a witness said so": the verb has a subject of its
            // own, so that ours begins after the joint.
            return (at..last).find(|t| reading.is(*t, Class::Coordinator)).map_or(at, |joint| joint + 1);
        }
        if relative {
            break;
        }
        at = before;
    }
    at
}

/// The "who" at or near before `token`, right behind a noun.
fn relative_pronoun(reading: &Reading, token: usize, first: usize) -> Option<usize> {
    /// Between "who" and the end of its clause stand no more tokens than this.
    const LONGEST: usize = 10;
    let own = (first + 1..=token).rev().take(LONGEST).take_while(|t| {
        !reading.is_mark(*t)
            && !reading.is_any(*t, &[Class::Coordinator])
            && !is_one_of(reading.word(*t), "that while but as")
    });
    let who = own.into_iter().find(|t| reading.word(*t) == "who")?;
    let noun = reading.is_any(who - 1, &[Class::Unnamed, Class::Anonymous, Class::Expert, Class::Title, Class::Force])
        || (first..who)
            .rev()
            .take(LONGEST)
            .take_while(|t| !reading.is_mark(*t))
            .any(|t| is_one_of(reading.word(t), "a an one"));
    noun.then_some(who)
}

/// A noun phrase that begins at `from`, with its appositions, up to a verb, a comma or
/// the end.
pub fn noun_phrase(reading: &Reading, from: usize, end: usize) -> Option<Tokens> {
    /// A source has no more tokens than this.
    const LONGEST: usize = 25;
    let mut at = from;
    while at < end && reading.is(at, Class::Determiner) && is_one_of(reading.word(at), "the a an") {
        at += 1;
    }
    let first = at;
    while at < end && at - first < LONGEST {
        let word = reading.word(at);
        if reading.quotation(at).is_some()
            || clause::HARD.contains(word)
            || clause::is_dash(reading, at)
            || is_one_of(word, ". ! ?")
        {
            let abbreviates =
                word == "." && !reading.is_spaced(at) && reading.is_any(at - 1, &[Class::Title, Class::Honorific]);
            if (word == "(" || abbreviates) && reading.is_capital(at + 1) {
                at += 1;
                continue;
            }
            break;
        }
        // A comma goes on into an apposition: a title, an age, a description; else it ends.
        if word == "," {
            let next = at + 1;
            let explains = (reading.is(next, Class::Determiner) && !is_one_of(reading.word(next), "that this"))
                || reading.is(next, Class::Title)
                || reading.is(next, Class::Expert)
                || !reading.is_word(next)
                || reading.word(next) == "who"
                || reading.word(next) == "head";
            if !explains {
                break;
            }
        } else if reading.is_any(at, &[Class::Auxiliary, Class::Clause])
            && at > first
            && !reading.is(at, Class::Preposition)
            && word != "who"
        {
            break;
        }
        at += 1;
    }
    let last = at.checked_sub(1)?;
    (last >= first && first < end).then(|| clause::trimmed(reading, first, last)).flatten()
}

/// The noun phrase that ends at `last`.
pub fn noun_phrase_before(reading: &Reading, last: usize, first: usize) -> Option<Tokens> {
    let mut start = last;
    while start > first && (reading.is_capital(start - 1) || reading.word(start - 1) == "-") {
        start -= 1;
    }
    phrase(reading, start, last)
}

/// The first noun phrase of the sentence, up to its verb: the subject of verbs that
/// come later.
pub fn subject_of_sentence(reading: &Reading, first: usize, limit: usize) -> Option<Tokens> {
    let mut at = first;
    // Past "On Monday," and the like.
    if reading.is(at, Class::Preposition)
        && let Some(comma) = (at..limit).take(12).find(|t| reading.word(*t) == ",")
    {
        at = comma + 1;
    }
    // "She thanked them and said …", "Some in the city wept, saying …".
    let alone = reading.is(at, Class::Pronoun)
        || reading.is(at, Class::Determiner)
            && reading.is(at, Class::Unnamed)
            && reading.is(at + 1, Class::Preposition);
    if alone && at < limit {
        return Some(Tokens { first: at, last: at });
    }
    while at < limit && reading.is_any(at, &[Class::Determiner, Class::Adverb, Class::Coordinator, Class::Clause]) {
        at += 1;
    }
    let stops = [
        Class::Auxiliary,
        Class::Say,
        Class::ActVerb,
        Class::Deny,
        Class::Promise,
        Class::Accuse,
        Class::Label,
        Class::Preposition,
        Class::Clause,
    ];
    let end = (at..limit).find(|t| reading.is_mark(*t) || reading.is_adverb(*t) || reading.is_any(*t, &stops))?;
    phrase(reading, at, end.checked_sub(1)?)
}
