//! Words that the article leaves to a side: "in what Moscow calls a “goodwill gesture”",
//! "what the army said was a depot", "the “operation”, as the Kremlin calls it".

use super::clause;
use super::draft::{Draft, Manner, Tokens};
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// Between "what" and its verb stand no more tokens than this.
const LONGEST_SOURCE: usize = 8;
/// The last form of a verb that a clause may have: base, third person or past.
const FINITE: u8 = 2;

/// Finds them in one sentence, `first..end`, and puts them in the place of what was
/// found there with the same cue.
pub fn find(reading: &Reading, first: usize, end: usize, found: &mut Vec<Draft>) {
    for token in first..end {
        if reading.quotation(token).is_some() {
            continue;
        }
        let draft = match reading.word(token) {
            "what" | "which" => relative(reading, token, end),
            "as" => named_so(reading, token, first, end),
            _ => None,
        };
        let Some(draft) = draft else { continue };
        let cue = draft.cue;
        found.retain(|other| other.cue.last < cue.first || cue.last < other.cue.first);
        let within = |part: &Tokens| part.first <= cue.first && cue.last <= part.last;
        if !found.iter().any(|other| other.content.iter().any(within)) {
            found.push(draft);
        }
    }
}

/// The verb after `token` with what stands before it, its source.
fn verb_after(reading: &Reading, token: usize, end: usize) -> Option<(Tokens, usize, Manner)> {
    let manner = |t: usize| {
        [(Class::Label, Manner::Label), (Class::Say, Manner::Say)]
            .into_iter()
            .find(|(class, _)| reading.form(t, *class).is_some_and(|form| form <= FINITE))
    };
    let reach = (token + 1..end.min(token + LONGEST_SOURCE))
        .take_while(|t| !reading.is_mark(*t) && reading.quotation(*t).is_none());
    let (verb, manner) = reach.skip(1).find_map(|t| Some((t, manner(t)?.1)))?;
    let closed = (token + 1..verb).any(|t| reading.is_any(t, &[Class::Preposition, Class::Clause]));
    let last = clause::skip_adverbs_back(reading, verb, token + 1).checked_sub(1)?;
    (!closed && token < last).then_some((Tokens { first: token + 1, last }, verb, manner))
}

/// "what Moscow calls a “goodwill gesture”", "what it said was a depot".
fn relative(reading: &Reading, token: usize, end: usize) -> Option<Draft> {
    let (source, verb, manner) = verb_after(reading, token, end)?;
    let mut from = verb + 1;
    if reading.word(from) == "as" {
        from += 1;
    }
    if reading.is(from, Class::Be) {
        from += 1;
    } else if manner == Manner::Say {
        return None;
    }
    // "which Kyiv says was hit" tells what was done, and gives no name.
    if manner == Manner::Say && reading.word(token) == "which" || from >= end {
        return None;
    }
    let quoted = (from..(from + 2).min(end)).find_map(|t| reading.quotation(t));
    let last = match quoted {
        Some(quotation) => reading.article.quotations()[quotation].tokens.1,
        None => (from..end)
            .take_while(|t| {
                !reading.is_mark(*t)
                    && !reading.is_any(*t, &[Class::Auxiliary, Class::Clause, Class::Coordinator])
                    // "the worst raid in two years" has its time in it.
                    && (!reading.is(*t, Class::Time) || !reading.is_capital(*t) && reading.is(*t - 1, Class::Determiner))
            })
            .last()?,
    };
    let content = clause::trimmed(reading, from, last)?;
    Some(Draft::new(manner, Tokens { first: verb, last: verb }, Some(source), content))
}

/// "the “operation”, as the Kremlin calls it".
fn named_so(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    let (source, verb, manner) = verb_after(reading, token, end)?;
    if manner != Manner::Label || !is_one_of(reading.word(verb + 1), "it them him her this") {
        return None;
    }
    let comma = token.checked_sub(1).filter(|t| *t > first)?;
    let before = if reading.word(comma) == "," && reading.quotation(comma).is_none() { comma - 1 } else { comma };
    let (first, last) = reading.article.quotations()[reading.quotation(before)?].tokens;
    Some(Draft::new(manner, Tokens { first: verb, last: verb }, Some(source), Tokens { first, last }))
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn;

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::contents(&analyze(article, pack)));
    }

    #[test]
    fn what_a_side_calls_something_is_its_label() {
        check(
            "
Troops withdrew in what Moscow called a “goodwill gesture” on Monday.
                                      ^^^^^^^^^^^^^^^^^^^^ judgement russia",
        );
    }

    #[test]
    fn a_label_in_a_relative_clause_ends_with_it() {
        check(
            "
The zone, which Moscow calls a “security belt”, is empty.
                             ^^^^^^^^^^^^^^^^^ judgement russia",
        );
    }

    #[test]
    fn as_a_side_calls_it_labels_the_words_before() {
        check(
            "
The “people’s council”, as the Kremlin calls it, met.
    ^^^^^^^^^^^^^^^^^^ judgement russia",
        );
    }

    #[test]
    fn what_a_side_says_something_was_is_its_claim() {
        check(
            "
Shells fell on what Russia said was an empty depot near Lviv.
                                    ^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn what_somebody_said_about_a_thing_is_no_label() {
        check(
            "
Everybody heard what Russia said in those days.",
        );
    }
}
