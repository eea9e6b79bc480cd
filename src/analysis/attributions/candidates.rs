//! What each decision may choose among: spans that begin and end where phrases and
//! clauses can.

use super::page::{Kind, Page};
use crate::analysis::statements::Tokens;

/// A cue reaches so many tokens to either side of its head at most.
const LONGEST_CUE: usize = 9;
/// A source begins or ends within so many tokens of its cue.
const FARTHEST_SOURCE: usize = 40;
/// A source has so many tokens at most.
const LONGEST_SOURCE: usize = 30;
/// A content behind a cue begins within so many tokens.
const FARTHEST_CONTENT: usize = 25;
/// A content that is no quotation has so many tokens at most.
const LONGEST_CONTENT: usize = 120;
/// A content goes on through so many sentences that are quotations.
const MORE_SENTENCES: usize = 6;

/// Whether a token may be the head of a cue.
pub fn may_head(page: &Page, token: usize) -> bool {
    match page.kind(token) {
        Kind::Colon => true,
        Kind::None
        | Kind::Comma
        | Kind::QuoteMark
        | Kind::Stop
        | Kind::Dash
        | Kind::Mark
        | Kind::Number
        | Kind::Possessive
        | Kind::Pronoun
        | Kind::Determiner
        | Kind::Be
        | Kind::Auxiliary
        | Kind::Negation
        | Kind::That
        | Kind::To
        | Kind::Coordinator
        | Kind::Time => false,
        _ => true,
    }
}

/// Whether a cue may take the token before it.
pub fn may_extend_left(page: &Page, head: usize, cue: Tokens, first: usize) -> bool {
    cue.first > first
        && head - cue.first < LONGEST_CUE
        && page.kind(head) != Kind::Colon
        && page.quotation(cue.first - 1) == page.quotation(head)
        && !is_mark(page, cue.first - 1)
}

/// Whether a cue may take the token behind it.
pub fn may_extend_right(page: &Page, head: usize, cue: Tokens, end: usize) -> bool {
    cue.last + 1 < end
        && cue.last - head < LONGEST_CUE
        && page.kind(head) != Kind::Colon
        && page.quotation(cue.last + 1) == page.quotation(head)
        && (!is_mark(page, cue.last + 1) || page.kind(cue.last + 1) == Kind::Colon)
}

fn is_mark(page: &Page, token: usize) -> bool {
    matches!(
        page.kind(token),
        Kind::None | Kind::Comma | Kind::QuoteMark | Kind::Colon | Kind::Stop | Kind::Dash | Kind::Mark
    )
}

/// Whether a noun phrase may begin at a token.
fn opens_phrase(page: &Page, token: usize, first: usize) -> bool {
    let kind = page.kind(token);
    if is_mark(page, token) || matches!(kind, Kind::Possessive | Kind::Be | Kind::Auxiliary | Kind::Coordinator) {
        return false;
    }
    if token == first || matches!(kind, Kind::Pronoun | Kind::Determiner) {
        return true;
    }
    let before = page.kind(token - 1);
    match before {
        Kind::Determiner | Kind::Title | Kind::Number => false,
        Kind::Other | Kind::SForm | Kind::Name => {
            matches!(kind, Kind::Name | Kind::Title | Kind::Clause | Kind::That) && before != Kind::Name
        }
        _ => true,
    }
}

/// Whether a noun phrase may end at a token.
fn closes_phrase(page: &Page, token: usize, end: usize) -> bool {
    let kind = page.kind(token);
    if is_mark(page, token) && page.reading.word(token) != ")" {
        return false;
    }
    if matches!(kind, Kind::Determiner | Kind::Preposition | Kind::To)
        && !matches!(
            page.reading.word(token),
            "his" | "her" | "its" | "some" | "many" | "most" | "all" | "both" | "one"
        )
        && !page.reading.word(token).starts_with("the")
    {
        return false;
    }
    token + 1 >= end || !matches!(page.kind(token + 1), Kind::Number | Kind::Title)
}

/// The noun phrases that may be the source of a cue, and none.
pub fn sources(page: &Page, cue: Tokens, first: usize, end: usize) -> Vec<Option<Tokens>> {
    let mut found = vec![None];
    let mut add = |from: usize, to: usize| {
        for start in (from..to).filter(|t| opens_phrase(page, *t, first)) {
            for last in (start..to.min(start + LONGEST_SOURCE)).filter(|t| closes_phrase(page, *t, end)) {
                if page.quotation(start) != page.quotation(last) {
                    continue;
                }
                found.push(Some(Tokens { first: start, last }));
                // With the comma that closes its apposition: "NAME, a spokesman,".
                let apposed = || (start..last).any(|t| matches!(page.kind(t), Kind::Comma | Kind::Dash));
                if last + 2 == cue.first && matches!(page.kind(last + 1), Kind::Comma | Kind::Dash) && apposed() {
                    found.push(Some(Tokens { first: start, last: last + 1 }));
                }
            }
        }
    };
    add(first.max(cue.first.saturating_sub(FARTHEST_SOURCE)), cue.first);
    add(cue.last + 1, end.min(cue.last + FARTHEST_SOURCE));
    found
}

/// The first token of the attribution: of the cue, or of a source before it.
fn start_of_attribution(cue: Tokens, source: Option<Tokens>) -> usize {
    source.map_or(cue.first, |source| source.first.min(cue.first))
}

/// What may be the content before an attribution, and none.
pub fn before(page: &Page, cue: Tokens, source: Option<Tokens>, sentence: usize) -> Vec<Option<Tokens>> {
    let mut found = vec![None];
    let (first, _) = page.sentence(sentence);
    let limit = start_of_attribution(cue, source);
    for limit in [limit, cue.first] {
        let mut at = limit;
        while at > first && is_mark(page, at - 1) && page.quotation(at - 1).is_none() {
            at -= 1;
        }
        if at == first {
            // A quotation that is the sentence before: "“We left.” He said so on Monday."
            if let Some(earlier) = sentence.checked_sub(1).filter(|_| limit == first) {
                let (from, to) = page.sentence(earlier);
                if let Some(start) = page.quotation_to(to - 1).filter(|start| *start >= from) {
                    found.push(Some(Tokens { first: start, last: to - 1 }));
                }
            }
            continue;
        }
        let last = at - 1;
        let inner = page.quotation(last);
        // A whole quotation may be as long as it likes.
        let from = first.max(last.saturating_sub(LONGEST_CONTENT));
        let whole = inner.map(|(open, _)| open).filter(|open| *open < from);
        for start in whole.into_iter().chain(from..=last) {
            if !opens_clause(page, start, first) {
                continue;
            }
            let whole = match inner {
                Some((open, close)) => {
                    start <= open && close == last || start > open && page.quotation(cue.first) == inner
                }
                None => true,
            };
            let crosses = page.quotation(start).is_some_and(|(open, close)| open < start && last >= close);
            if whole && !crosses {
                found.push(Some(Tokens { first: start, last }));
            }
        }
        if limit == cue.first {
            break;
        }
    }
    found
}

/// Whether a content may begin at a token.
fn opens_clause(page: &Page, token: usize, first: usize) -> bool {
    if page.quotation_from(token).is_some() {
        return true;
    }
    if is_mark(page, token) && !matches!(page.reading.word(token), "[" | "(" | "'" | "$" | "#") {
        return false;
    }
    token == first
        || is_mark(page, token - 1)
        || matches!(page.kind(token - 1), Kind::Coordinator | Kind::Clause | Kind::That | Kind::To | Kind::Preposition)
        || matches!(page.kind(token), Kind::Clause | Kind::That | Kind::To | Kind::Pronoun | Kind::Determiner)
        || page.kind(token) == Kind::Name && page.kind(token - 1) != Kind::Name
}

/// What may be the content behind an attribution; none only where there is one before.
pub fn behind(
    page: &Page,
    cue: Tokens,
    source: Option<Tokens>,
    before: Option<Tokens>,
    sentence: usize,
) -> Vec<Option<Tokens>> {
    let mut found: Vec<Option<Tokens>> = before.map(|_| None).into_iter().collect();
    let (_, end) = page.sentence(sentence);
    let after = cue.last + 1;
    let limit = end.min(after + FARTHEST_CONTENT);
    let outer = page.quotation(cue.first);
    for start in after..limit {
        if start != after && !opens_clause(page, start, after)
            || is_mark(page, start) && page.quotation_from(start).is_none()
        {
            continue;
        }
        if page.quotation(start).is_some_and(|(open, _)| open < start) && page.quotation(start) != outer {
            continue;
        }
        if source.is_some_and(|s| s.first <= start && start <= s.last) {
            continue;
        }
        for last in start..end.min(start + LONGEST_CONTENT) {
            if closes_content(page, last, end, outer) && source.is_none_or(|s| last < s.first || s.last < start) {
                found.push(Some(Tokens { first: start, last }));
            }
        }
        if let Some(last) = page.quotation_from(start).filter(|last| *last >= start + LONGEST_CONTENT) {
            found.push(Some(Tokens { first: start, last }));
        }
        // Quotations that follow carry a content on that ends with one.
        for last in carried_on(page, sentence) {
            found.push(Some(Tokens { first: start, last }));
        }
    }
    if let Some(next) = next_quotation(page, sentence) {
        let (start, _) = page.sentence(next);
        if let Some(last) = page.quotation_from(start) {
            found.push(Some(Tokens { first: start, last }));
        }
        let (_, to) = page.sentence(next);
        found.push(Some(Tokens { first: start, last: end_of_content(page, to) }));
        for last in carried_on(page, next) {
            found.push(Some(Tokens { first: start, last }));
        }
    }
    found
}

/// The sentence behind, where it opens with a quotation.
fn next_quotation(page: &Page, sentence: usize) -> Option<usize> {
    let next = sentence + 1;
    let first = page.reading.article.sentences().get(next)?.first;
    page.quotation_from(first).map(|_| next)
}

/// The ends of the sentences behind that are quotations.
fn carried_on(page: &Page, sentence: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = sentence;
    while let Some(next) = next_quotation(page, at).filter(|_| ends.len() < MORE_SENTENCES) {
        let (first, to) = page.sentence(next);
        let Some(last) = page.quotation_from(first) else { break };
        ends.push(last);
        if last + 1 < to {
            break;
        }
        at = next;
    }
    ends
}

/// The last token of a sentence that is no full stop.
fn end_of_content(page: &Page, end: usize) -> usize {
    let mut last = end - 1;
    while last > 0 && page.kind(last) == Kind::Stop && page.quotation(last).is_none() {
        last -= 1;
    }
    last
}

/// Whether a content may end at a token.
fn closes_content(page: &Page, token: usize, end: usize, outer: Option<(usize, usize)>) -> bool {
    let inside = page.quotation(token);
    if inside.is_some() && inside != outer {
        return page.quotation_to(token).is_some();
    }
    if is_mark(page, token) && !matches!(page.reading.word(token), "%" | ")" | "]" | "'" | "?" | "!" | "$") {
        return false;
    }
    let next = token + 1;
    next >= end
        || is_mark(page, next)
        || matches!(
            page.kind(next),
            Kind::Coordinator
                | Kind::Clause
                | Kind::That
                | Kind::To
                | Kind::Preposition
                | Kind::Adverb
                | Kind::Time
                | Kind::IngForm
                | Kind::PastForm
                | Kind::Be
                | Kind::Auxiliary
                | Kind::Determiner
                | Kind::Pronoun
        )
}
