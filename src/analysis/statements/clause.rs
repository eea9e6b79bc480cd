//! Where clauses and noun phrases begin and end, as far as closed classes of words
//! and punctuation tell. There is no grammar here beyond that.

use super::draft::Tokens;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// Punctuation that ends a clause wherever it stands.
pub const HARD: &str = "; — – ― • ( ) | :";

/// Whether the token is a dash between clauses: a long one, or a hyphen between spaces.
pub fn is_dash(reading: &Reading, token: usize) -> bool {
    match reading.word(token) {
        "—" | "–" | "―" => true,
        "-" => reading.is_spaced(token) && reading.is_spaced(token + 1),
        _ => false,
    }
}

/// Cuts off punctuation and joints at both ends; `None` where nothing is left.
pub fn trimmed(reading: &Reading, mut first: usize, last: usize) -> Option<Tokens> {
    let mut last = last.min(reading.len().checked_sub(1)?);
    let closes = |t: usize| reading.quotation(t).is_some_and(|q| reading.article.quotations()[q].tokens.1 == t);
    while first <= last
        && reading.is_mark(first)
        && reading.quotation(first).is_none()
        && !is_one_of(reading.word(first), "[ ( ' $ # € £")
    {
        first += 1;
    }
    while last > first
        && reading.is_mark(last)
        && !closes(last)
        && !is_one_of(reading.word(last), "] ) % $")
        && reading.quotation(last).is_none()
    {
        last -= 1;
    }
    (first <= last).then_some(Tokens { first, last })
}

/// The last token of the sentence that is no full stop.
pub fn end_of_sentence(reading: &Reading, end: usize) -> usize {
    let mut last = end - 1;
    while last > 0 && reading.quotation(last).is_none() && is_one_of(reading.word(last), ". ! ? …") {
        last -= 1;
    }
    last
}

/// Goes back over adverbs, auxiliaries and times from the token before `token`; gives
/// the first token that belongs to the predicate.
pub fn skip_adverbs_back(reading: &Reading, token: usize, first: usize) -> usize {
    let mut at = token;
    while at > first {
        let word = at - 1;
        if reading.quotation(word).is_some() {
            break;
        }
        let adverb = (reading.is_adverb(word) || reading.is(word, Class::Auxiliary)) && !reading.is_possessive(word);
        let time = reading.is(word, Class::Time) && !is_one_of(reading.word(word), "day night week month year morning");
        let on_day = reading.word(word) == "on" && at < token && reading.is(at, Class::Time);
        if !(adverb || time || on_day) {
            break;
        }
        at = word;
    }
    at
}

/// Whether a clause of its own opens at `token`: at the sentence's start, or after a
/// comma or a joint.
pub fn opens_clause(reading: &Reading, token: usize, first: usize) -> bool {
    let Some(mut before) = token.checked_sub(1).filter(|t| *t >= first) else { return true };
    while before > first && reading.is_any(before, &[Class::Determiner, Class::Adverb]) {
        before -= 1;
    }
    is_one_of(reading.word(before), ", ; — –")
        || is_one_of(reading.word(before), "but while whereas and although though which what as")
}

/// Goes back from a clause's first token over the comma and the joint before it.
pub fn back_over_joint(reading: &Reading, token: usize, first: usize) -> usize {
    let mut at = token;
    while at > first
        && (reading.is_any(at - 1, &[Class::Coordinator, Class::Determiner])
            || is_one_of(reading.word(at - 1), ", but while whereas although though which what in as where that — – ;"))
    {
        at -= 1;
    }
    at
}

/// Whether a content may end right before `token`, for a source or a cue to follow.
pub fn content_ends_at(reading: &Reading, token: usize, first: usize) -> bool {
    token.checked_sub(1).is_some_and(|t| t >= first && (reading.word(t) == "," || reading.quotation(t).is_some()))
}

/// The content that ends right before `token`, where the attribution begins.
pub fn before_attribution(reading: &Reading, token: usize, first: usize) -> Option<Tokens> {
    let mut at = token;
    while at > first && reading.is(at - 1, Class::Determiner) {
        at -= 1;
    }
    if at <= first || !content_ends_at(reading, at, first) {
        return None;
    }
    let content = trimmed(reading, first_of_content(reading, first, at), at - 1)?;
    (content.last > content.first + 1 || reading.quotation(content.first).is_some()).then_some(content)
}

/// The few words before a parenthetical attribution: "The tunnel, Kyiv says, …".
pub fn short_opening(reading: &Reading, token: usize, first: usize, longest: usize) -> Option<Tokens> {
    let comma = token.checked_sub(1).filter(|t| *t > first && reading.word(*t) == ",")?;
    let content = trimmed(reading, first_of_content(reading, first, comma), comma - 1)?;
    let circumstance = reading.is_any(content.first, &[Class::Preposition, Class::Time, Class::Opener, Class::Clause]);
    (content.last - content.first < longest && !circumstance).then_some(content)
}

/// Where a content that opens a sentence begins: after "But" and the like.
fn first_of_content(reading: &Reading, first: usize, limit: usize) -> usize {
    let mut at = after_dateline(reading, first, limit);
    while at + 1 < limit
        && (is_one_of(reading.word(at), "but and meanwhile however elsewhere separately , while")
            && reading.quotation(at).is_none())
    {
        at += 1;
    }
    at
}

/// Past "KYIV, May 19 (Agency) —" and "KYIV/LVIV, Nov 20:", which tell where and when it was written.
fn after_dateline(reading: &Reading, first: usize, limit: usize) -> usize {
    /// A dateline has no more tokens than this.
    const LONGEST: usize = 14;
    let within = first + 1..limit.min(first + LONGEST);
    let ends = |t: &usize| is_dash(reading, *t) || reading.word(*t) == ":";
    let Some(mark) = within.into_iter().find(ends) else { return first };
    let written = |t: usize| !reading.is_word(t) || reading.is_capital(t) || reading.is(t, Class::Particle);
    let dated = reading.quotation(first).is_none() && (first..mark).all(written) && mark + 1 < limit;
    if dated { mark + 1 } else { first }
}

/// Where the clause that ends before `token` begins.
pub fn start_before(reading: &Reading, token: usize, first: usize) -> usize {
    let mut at = token.saturating_sub(1).max(first);
    if reading.word(at) == "," && at > first {
        at -= 1;
    }
    while at > first {
        let before = at - 1;
        let word = reading.word(before);
        if (is_one_of(word, HARD) || is_dash(reading, before)) && reading.quotation(before).is_none() {
            break;
        }
        if word == "," && is_one_of(reading.word(at), "but while although whereas") {
            break;
        }
        at = before;
    }
    first_of_content(reading, at, token)
}

/// The last token of the clause that begins at `from`: the sentence's end, or a hard
/// mark, or a comma with a contrast.
pub fn end_after(reading: &Reading, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let word = reading.word(at);
        if reading.quotation(at).is_none() && at > from {
            if is_dash(reading, at)
                && let Some(second) = (at + 2..end.min(at + LONGEST_ASIDE)).find(|t| is_dash(reading, *t))
                && second + 2 < end
            {
                // "the West — not Russia — started it": between two dashes stands an aside.
                at = second + 1;
                continue;
            }
            if is_one_of(word, "; |") || (is_dash(reading, at) && reading.is_spaced(at)) {
                return at - 1;
            }
            // "…, but gave no details": what is withheld is a statement of its own.
            let withheld = || reading.phrase(at + 2, Class::Withheld).is_some();
            if word == "," && is_one_of(reading.word(at + 1), "but and") && withheld() {
                return at - 1;
            }
            // "…, a claim that Kyiv denies": the article's own word on what was said.
            if word == "," && is_one_of(reading.word(at + 1), "a an") && reading.is(at + 2, Class::SayOrNoun) {
                return at - 1;
            }
            let aside = reading.word(at + 1) == "in" && reading.word(at + 2) == "what";
            if word == "," && (aside || is_one_of(reading.word(at + 1), "while whereas though although")) {
                return at - 1;
            }
        }
        at += 1;
    }
    end_of_sentence(reading, end)
}

/// The last token before "and" with a predicate of the same subject: "accused it of theft
/// and called for help" has two.
pub fn end_before_predicate(reading: &Reading, from: usize, last: usize) -> usize {
    let predicate = |t: usize| {
        let verb = reading.skip_adverbs(t + 1, last);
        reading.is_any(verb, &[Class::Say, Class::Deed, Class::Auxiliary, Class::Label])
            && !reading.is_capital(verb)
            && !reading.word(verb).ends_with("ing")
    };
    let joint = (from + 1..last)
        .find(|t| is_one_of(reading.word(*t), "and but") && reading.quotation(*t).is_none() && predicate(*t));
    joint.map_or(last, |t| t - 1)
}

/// Whether the content is a clause with a subject and a finite verb: "the base was hit".
pub fn is_clause(reading: &Reading, content: Tokens) -> bool {
    /// A subject has no more tokens than this.
    const LONGEST: usize = 9;
    let subject = reading.is_any(content.first, &[Class::Determiner, Class::Pronoun, Class::Institution, Class::Force])
        || reading.is_capital(content.first)
        || reading.is_number(content.first)
        || reading.word(content.first).ends_with('s');
    let mut tokens = (content.first + 1..=content.last)
        .take(LONGEST)
        .take_while(|t| !reading.is_mark(*t) && (!reading.is(*t, Class::Clause) || reading.is(*t, Class::Preposition)));
    subject && tokens.any(|t| reading.is(t, Class::Auxiliary))
}

/// The first token after a cue that may belong to its content: past times, places,
/// those who are told, "that" and a colon.
pub fn after_cue(reading: &Reading, from: usize, end: usize, tells: bool) -> usize {
    let mut at = after_circumstances(reading, from, end);
    // "warned at a rally in the capital that …": whatever the circumstance is, "that" ends it.
    if reading.is(at, Class::Preposition)
        && let Some(that) = (at..end.min(at + LONGEST_CIRCUMSTANCE))
            .take_while(|t| !reading.is_mark(*t))
            .find(|t| reading.word(*t) == "that" && !reading.is(*t + 1, Class::Time))
    {
        at = that;
    }
    if tells {
        at = after_told(reading, at, end);
    }
    // "says that figure is false", "denied that, saying …": "that" points, and joins nothing.
    let points = |t: usize| {
        reading.word(t) == "that"
            && (is_one_of(reading.word(t + 1), ", .")
                || is_one_of(
                    reading.word(t + 1),
                    "figure claim number account version report toll accusation allegation",
                ))
    };
    while at < end
        && !points(at)
        && (is_one_of(reading.word(at), "that : of") || (reading.word(at) == "," && at > from))
    {
        at += 1;
    }
    at
}

/// An aside between two dashes has no more tokens than this.
const LONGEST_ASIDE: usize = 14;
/// A circumstance has no more tokens than this.
const LONGEST_CIRCUMSTANCE: usize = 10;

/// Past "on Monday", "in a statement", "on Telegram".
pub fn after_circumstances(reading: &Reading, from: usize, end: usize) -> usize {
    let mut at = from;
    loop {
        let start = at;
        // "said there was", "vowed not to": these belong to what is said.
        let told = |t: usize| {
            is_one_of(reading.word(t), "there not never only even just here")
                && !is_one_of(reading.word(t + 1), "that :")
        };
        while at < end && reading.is_adverb(at) && !told(at) {
            at += 1;
        }
        while at < end
            && (reading.is(at, Class::Time)
                || (at > from && !reading.is_word(at) && !reading.is_mark(at) && reading.is(at - 1, Class::Time)))
        {
            at += 1;
        }
        // "vowed to strike on Friday" has its content there, "said to reporters" has not.
        let infinitive = reading.word(at) == "to"
            && !reading.is_any(at + 1, &[Class::Determiner, Class::Medium, Class::Unnamed])
            && !reading.is_capital(at + 1);
        if !infinitive && is_one_of(reading.word(at), "on in at to during by via through from") {
            let reach = (at + 1..end.min(at + LONGEST_CIRCUMSTANCE))
                .take_while(|t| !is_one_of(reading.word(*t), ", that : . ;") && reading.quotation(*t).is_none());
            let heads: Vec<usize> =
                reach.clone().filter(|t| reading.is(*t, Class::Time) || reading.is(*t, Class::Medium)).collect();
            if let Some(head) = heads.last() {
                at = head + 1;
            }
        }
        if at == start {
            return at;
        }
    }
}

/// Past those who are told something: "told the AFP news agency".
fn after_told(reading: &Reading, from: usize, end: usize) -> usize {
    /// They take no more tokens than this.
    const LONGEST: usize = 10;
    let limit = end.min(from + LONGEST);
    if let Some(that) =
        (from..limit).find(|t| is_one_of(reading.word(*t), "that : ,") || reading.quotation(*t).is_some())
    {
        return that;
    }
    // "told reporters it was …": a pronoun or a determiner opens the clause.
    let object = (from..limit).find(|t| {
        *t > from && (reading.is_any(*t, &[Class::Pronoun, Class::Determiner]) || reading.word(*t) == "there")
    });
    let name = (from..limit).take_while(|t| reading.is_capital(*t) || reading.word(*t) == "the").last();
    object.or(name.map(|t| t + 1)).unwrap_or((from + 1).min(end))
}
