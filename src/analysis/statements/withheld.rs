//! What the article says is not known or was not given: "did not answer our questions",
//! "declined to say", "offered no evidence", "is much debated", "undisclosed".
//!
//! Most of it is grammar: a negated or refusing verb with a verb of telling, or "no"
//! with a noun of what might have been told. Fixed phrases are the lexicon's.

use super::draft::Tokens;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The stems of verbs of telling: whoever does not do that withholds.
const TELL: [&str; 22] = [
    "comment",
    "respon",
    "repl",
    "answer",
    "say",
    "said",
    "specif",
    "elaborat",
    "disclos",
    "reveal",
    "explain",
    "confirm",
    "divulg",
    "discuss",
    "clarif",
    "quantif",
    "substantiat",
    "name",
    "naming",
    "identif",
    "detail",
    "attribut",
];
/// The stems of verbs of giving: whoever does not give what might be told withholds.
const GIVE: [&str; 20] = [
    "give", "giving", "gave", "provid", "offer", "releas", "publish", "share", "sharing", "present", "produc",
    "supply", "suppli", "cite", "citing", "return", "issu", "make", "made", "making",
];
/// The stems of what might have been told.
const TOLD: [&str; 36] = [
    "comment",
    "detail",
    "evidence",
    "information",
    "figure",
    "explanation",
    "breakdown",
    "elaboration",
    "statement",
    "toll",
    "estimate",
    "reaction",
    "response",
    "reply",
    "answer",
    "proof",
    "casualt",
    "number",
    "reason",
    "name",
    "call",
    "request",
    "message",
    "source",
    "word",
    "mention",
    "confirmation",
    "specific",
    "account",
    "location",
    "timeline",
    "date",
    "identit",
    "motive",
    "count",
    "cause",
];
/// The stems of participles of what was not told, beside those of telling.
const FOUND_OUT: [&str; 12] = [
    "reached",
    "contacted",
    "drawn",
    "determined",
    "established",
    "ascertained",
    "announced",
    "released",
    "published",
    "made",
    "given",
    "known",
];
/// So many of them need nothing that was told beside them.
const PLAIN: usize = 6;
/// What is open: "remains unclear", "is hotly disputed".
const OPEN: [&str; 10] = [
    "unclear",
    "unknown",
    "uncertain",
    "disputed",
    "debated",
    "murky",
    "unexplained",
    "unresolved",
    "unconfirmed",
    "elusive",
];
/// What somebody refuses by these verbs: "declined to comment".
const REFUSE: [&str; 5] = ["declin", "refus", "fail", "yet", "unwilling"];
/// The object of a verb of giving stands within so many tokens.
const OBJECT: usize = 6;

/// The words at `token` that withhold.
pub fn cue(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Tokens> {
    let listed = reading.phrase(token, Class::Withheld).map(|last| Tokens { first: token, last });
    listed
        .or_else(|| refused(reading, token, end))
        .or_else(|| not_told(reading, token, first, end))
        .or_else(|| nothing(reading, token, first, end))
        .or_else(|| open(reading, token, first, end))
}

/// Whether the word begins with one of the stems.
fn has_stem(reading: &Reading, token: usize, stems: &[&str]) -> bool {
    let word = reading.word(token);
    reading.is_word(token) && stems.iter().any(|stem| word.starts_with(stem))
}

/// Whether something that might have been told stands at or near behind `from`.
fn object(reading: &Reading, from: usize, end: usize) -> Option<usize> {
    let told = |t: &usize| has_stem(reading, *t, &TOLD);
    let within = from..end.min(from + OBJECT);
    let noun = within.take_while(|t| !reading.is_mark(*t) && !reading.is(*t, Class::Clause)).find(told)?;
    // "casualty figures" is one noun.
    Some(if told(&(noun + 1)) { noun + 1 } else { noun })
}

/// Past adverbs, to the verb: "reply" ends as one and is none.
fn verb_from(reading: &Reading, token: usize, end: usize) -> usize {
    let tells = |t: &usize| has_stem(reading, *t, &TELL);
    (token..end).find(|t| !reading.is_adverb(*t) || tells(t)).unwrap_or(end)
}

/// The verb at `token` that tells, or gives what might be told.
fn telling(reading: &Reading, token: usize, end: usize) -> bool {
    has_stem(reading, token, &TELL) || has_stem(reading, token, &GIVE) && object(reading, token + 1, end).is_some()
}

/// "declined to comment", "has yet to publish a toll", "without giving figures".
fn refused(reading: &Reading, token: usize, end: usize) -> Option<Tokens> {
    let verb = verb_from(reading, token + 1, end);
    if reading.word(token) == "without" {
        return (reading.word(verb).ends_with("ing") && telling(reading, verb, end))
            .then_some(Tokens { first: token, last: verb });
    }
    let noun = reading.word(token).ends_with('l') || reading.word(token).ends_with("ure");
    if noun || !has_stem(reading, token, &REFUSE) || reading.word(verb) != "to" {
        return None;
    }
    let verb = verb_from(reading, verb + 1, end);
    let passive = reading.word(verb) == "be" && has_stem(reading, verb + 1, &FOUND_OUT);
    (passive || telling(reading, verb, end)).then_some(Tokens { first: token, last: verb + usize::from(passive) })
}

/// "did not say", "could not be reached", "has not been disclosed", "never answered".
fn not_told(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Tokens> {
    let next = token + 1;
    let negated = match reading.word(token) {
        "never" => token,
        word if word.ends_with("n't") || word == "cannot" => token,
        _ if reading.is(token, Class::Auxiliary) && is_one_of(reading.word(next), "not never") => next,
        _ => return None,
    };
    let mut verb = verb_from(reading, negated + 1, end);
    let passive = reading.is(verb, Class::Be) || reading.is(token, Class::Be) || reading.word(token).starts_with("was");
    while reading.is(verb, Class::Be) {
        verb = verb_from(reading, verb + 1, end);
    }
    let cue = Some(Tokens { first: token, last: verb });
    if passive {
        // "The hostages were not released": only what might be told is withheld.
        let told = || (first..token).any(|t| has_stem(reading, t, &TOLD));
        let found_out = has_stem(reading, verb, &FOUND_OUT[..PLAIN]) || has_stem(reading, verb, &FOUND_OUT) && told();
        return cue.filter(|_| found_out || reading.word(verb).ends_with("ed") && has_stem(reading, verb, &TELL));
    }
    cue.filter(|_| telling(reading, verb, end))
}

/// "made no comment", "no figures were given", "there was no word".
fn nothing(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Tokens> {
    if !is_one_of(reading.word(token), "no little few") {
        return None;
    }
    let noun = object(reading, token + 1, end)?;
    let before = token.checked_sub(1).filter(|t| *t >= first);
    let given = before.is_some_and(|t| {
        has_stem(reading, t, &GIVE)
            || is_one_of(reading.word(t), "had has have received with got")
            || reading.is(t, Class::Be) && reading.word(t.saturating_sub(1)) == "there"
    });
    let opens = before.is_none_or(|t| reading.is_mark(t) || reading.is_any(t, &[Class::Coordinator, Class::Clause]));
    let missing = opens
        && reading.is_any(noun + 1, &[Class::Auxiliary])
        && (noun + 2..end.min(noun + OBJECT)).any(|t| {
            has_stem(reading, t, &FOUND_OUT) || is_one_of(reading.word(t), "available provided offered immediate")
        });
    let start = if given { token - 1 } else { token };
    (given || missing).then_some(Tokens { first: start, last: noun })
}

/// "remains unclear", "is much debated", "who fired first is disputed".
fn open(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Tokens> {
    let verb = reading.is(token, Class::Be) || has_stem(reading, token, &["remain", "stay"]);
    if !verb || !reading.is_word(token) {
        return None;
    }
    let mut last = reading.skip_adverbs(token + 1, end);
    if is_one_of(reading.word(last), "much hotly deeply widely a in matter an open") {
        last += 1;
    }
    // A land is disputed by what it is; what happened there, by what is said of it.
    let asks = || {
        (first..token).any(|t| {
            is_one_of(reading.word(t), "what who how whether why when where which whose")
                || has_stem(reading, t, &TOLD)
                || is_one_of(reading.word(t), "cause circumstances account accounts extent fate origin")
        })
    };
    let is_open = has_stem(reading, last, &OPEN) && reading.word(last + 1) != "by"
        || is_one_of(reading.word(last), "dispute doubt question debate mystery") && last > token + 1;
    let settled = is_one_of(reading.word(last), "unclear unknown");
    (is_open && (settled || asks())).then_some(Tokens { first: token, last })
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn;

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::contents(&analyze(article, pack)));
    }

    #[test]
    fn who_does_not_answer_withholds() {
        check(
            "
The ministry did not reply to our questions about the café. The navy has yet to publish a toll.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
        );
    }

    #[test]
    fn what_was_not_told_is_withheld_and_who_was_not_freed_is_not() {
        check(
            "
The cause has not been published. The captives have not been released.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
        );
    }

    #[test]
    fn to_give_nothing_that_might_be_told_withholds() {
        check(
            "
The fleet, which is large, made no public comment. It gave no ground.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
        );
    }

    #[test]
    fn what_was_said_is_disputed_and_a_land_is_so_by_itself() {
        check(
            "
Who fired first is hotly disputed. The island is disputed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
        );
    }
}
