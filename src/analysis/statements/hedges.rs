//! What the article passes on without a source, says that it does not know, or
//! disclaims: "reportedly", "did not comment", "could not be independently verified".

use super::clause;
use super::draft::{Draft, Manner, Tokens};
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;

/// The first of a verb's forms, by their position in a row, that may be a participle.
const PAST: u8 = 2;
/// A disclaimer's words stand this near to each other, in tokens.
const NEAR: usize = 6;

/// Finds them in one sentence, `first..end`.
pub fn find(reading: &Reading, first: usize, end: usize, found: &mut Vec<Draft>) {
    if let Some(draft) = disclaimer(reading, first, end) {
        found.push(draft);
        return;
    }
    let mut token = first;
    while token < end {
        let draft = if reading.quotation(token).is_some() {
            None
        } else {
            withheld(reading, token, first, end).or_else(|| hedge(reading, token, first, end))
        };
        match draft {
            Some(draft) => {
                token = draft.content[0].last.max(draft.cue.last) + 1;
                found.push(draft);
            }
            None => token += 1,
        }
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
    let independent = (before.start..end.min(verify + 3)).any(|t| reading.phrase(t, Class::Independently).is_some());
    unable && independent
}

/// "did not comment", "at an undisclosed location".
fn withheld(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    let last = reading.phrase(token, Class::Withheld)?;
    let cue = Tokens { first: token, last };
    let describes = last == token
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
    let noun = reading.phrase(token, Class::HedgeNoun);
    let last = noun
        .or_else(|| reading.phrase(token, Class::HedgeAdverb))
        .or_else(|| hedge_verb(reading, token, first, end))?;
    let cue = Tokens { first: token, last };
    let content = match noun {
        Some(noun) => clause::trimmed(reading, noun + 1, clause_end(reading, noun, end, false))?,
        None => clause_around(reading, cue, first, end)?,
    };
    Some(Draft::new(Manner::Hedge, cue, None, content))
}

/// "is believed to", "was accused of", "appears to".
fn hedge_verb(reading: &Reading, token: usize, first: usize, end: usize) -> Option<usize> {
    let seems = reading.is(token, Class::Seem);
    if seems && reading.is(token, Class::HedgeVerb) {
        let next = reading.skip_adverbs(token + 1, end);
        let shows = matches!(reading.word(next), "to" | "that" | "not" | "as" | "set" | "poised" | "likely");
        return shows.then_some(token);
    }
    if !reading.is(token, Class::HedgeVerb) || reading.form(token, Class::HedgeVerb).is_none_or(|form| form < PAST) {
        return None;
    }
    let before = skip_adverbs_only(reading, token, first).checked_sub(1).filter(|t| *t >= first)?;
    let passive = reading.is(before, Class::Be);
    let complement = matches!(reading.word(token + 1), "to" | "that" | "of" | "as" | "dead" | "killed" | "missing");
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
    let start = clause_start(reading, cue.first, first);
    // A relative clause ("who spoke on condition of anonymity,") ends at its comma.
    let relative = start > first && matches!(reading.word(start - 1), "who" | "which");
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
        if !quoted && (matches!(word, ";" | "," | ":" | "(") || clause::is_dash(reading, before)) {
            break;
        }
        if !quoted && matches!(word, "but" | "while" | "although" | "though" | "because" | "whereas" | "which" | "who")
        {
            break;
        }
        at = before;
    }
    // A clause that a comma cut from its subject ("The Oreshnik, which …, is believed") goes back to it.
    if at > first && reading.word(at - 1) == "," && reading.is_any(at, &[Class::Auxiliary]) {
        return first;
    }
    at
}

/// Where the clause around `token` ends.
fn clause_end(reading: &Reading, token: usize, end: usize, relative: bool) -> usize {
    let mut at = token + 1;
    while at < end {
        let word = reading.word(at);
        if reading.quotation(at).is_none() {
            let contrast =
                word == "but" || matches!(word, "while" | "whereas" | "although") && reading.word(at - 1) == ",";
            let joined = word == ","
                && (reading.is_any(at + 1, &[Class::Coordinator, Class::Pronoun])
                    || matches!(
                        reading.word(at + 1),
                        "but" | "while" | "which" | "who" | "where" | "though" | "although" | "according"
                    ));
            let meanwhile = word == "as"
                && at > token + 2
                && (reading.is_any(at + 1, &[Class::Determiner, Class::Pronoun])
                    || reading.is_capital(at + 1)
                    || reading.is_any(at + 1, &[Class::Force, Class::War]));
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
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn;

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::statements(&analyze(article, pack)));
    }

    #[test]
    fn an_adverb_hedges_its_clause() {
        check(
            "
The governor reportedly fled the café by boat.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
             ^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn a_passive_of_belief_hedges() {
        check(
            "
The boat is believed to have sunk near the island.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
            ^^^^^^^^ cue",
        );
    }

    #[test]
    fn what_appears_to_show_something_is_hedged() {
        check(
            "
A video appears to show two boats on fire 😀.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
        ^^^^^^^ cue",
        );
    }

    #[test]
    fn an_undisclosed_place_is_withheld_with_its_phrase() {
        check(
            "
The pilot is being held at an undisclosed location in Russia.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                              ^^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn an_answer_not_given_is_withheld() {
        check(
            "
There was no comment from the Kremlin, and the army did not say where the boats were.
^^^^^^^^^^^^^^^^^^^^ cue
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                                    ^^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn evidence_not_given_is_withheld() {
        check(
            "
The statement from the ministry did not provide evidence.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                ^^^^^^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn what_is_not_known_is_withheld() {
        check(
            "
The number of dead in the café is not known.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                  ^^^^^^^^^ cue",
        );
    }

    #[test]
    fn what_is_not_clear_is_withheld() {
        check(
            "
It was not immediately clear who fired.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
       ^^^^^^^^^^^^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn what_could_not_be_verified_is_a_disclaimer() {
        check(
            "
The claims could not be independently verified.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn neither_account_could_be_verified() {
        check(
            "
Neither account could be independently verified.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cue
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer",
        );
    }

    #[test]
    fn inability_to_confirm_is_a_disclaimer() {
        check(
            "
Example Press was unable to independently confirm the account.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cue",
        );
    }

    #[test]
    fn a_hedge_inside_a_quotation_is_the_speakers() {
        check(
            "
“They are reportedly gone, and the café is believed to be empty,” Zelenskyy said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                                                  ^^^^^^^^^ source
                                                                            ^^^^ cue",
        );
    }

    #[test]
    fn a_confirmation_is_no_disclaimer() {
        check(
            "
The United Nations independently confirmed that the café had burned.
^^^^^^^^^^^^^^^^^^ source
                                 ^^^^^^^^^ cue
                                                ^^^^^^^^^^^^^^^^^^^ third-party",
        );
    }
}
