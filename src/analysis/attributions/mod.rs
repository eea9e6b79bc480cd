//! Attributions: all that an article lays to somebody, for researchers.
//!
//! Statements are what a reader should see marked; this is the wider thing that corpora
//! of attribution count: beliefs, wishes, plans and attitudes too, each with the whole
//! noun phrase of its source and the whole verb phrase of its cue.
//!
//! Four decisions follow each other in every sentence: which words are the heads of
//! cues, how far a cue reaches, which noun phrase is its source, and what is its content
//! before and behind it. Each chooses among what the grammar allows by the sum of
//! learned weights (`weights`), in whole numbers. No page calls this, so none loads it.

mod candidates;
mod contents;
#[cfg(feature = "training")]
mod learn;
mod page;
mod traits;
mod weights;

use self::page::Page;
use self::traits::Known;
use self::weights::Weights;
use super::reading::Reading;
use super::statements::Tokens;
use super::{Article, Pack, Span};

#[cfg(feature = "training")]
pub use self::learn::Learner;

/// A head's sum is above this: chosen for as many false cues as missed ones.
const THRESHOLD: i32 = -30;

/// What an article lays to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The noun phrase that it is laid to, with its article and its titles; none where
    /// the text names nobody.
    pub source: Option<Span>,
    /// The words that lay it to somebody, with auxiliaries and adverbs.
    pub cue: Span,
    /// What is laid to them, in parts where the attribution interrupts it. Never empty;
    /// in the order of the text.
    pub content: Vec<Span>,
}

/// Finds all attributions of an article, in the order of their cues.
pub fn attributions(article: &Article, pack: &Pack) -> Vec<Attribution> {
    let reading = Reading::new(article, pack);
    let page = Page::new(&reading);
    let weights = Weights::learned();
    let mut found = Vec::new();
    for sentence in 0..article.sentences().len() {
        of_sentence(&page, &weights, sentence, &mut found);
    }
    found
}

/// Finds the attributions whose cues stand in one sentence.
fn of_sentence(page: &Page, weights: &Weights, sentence: usize, found: &mut Vec<Attribution>) {
    let (first, end) = page.sentence(sentence);
    let is_head =
        |token: &usize| candidates::may_head(page, *token) && weights.sum(&traits::of_head(page, *token)) > THRESHOLD;
    let heads: Vec<usize> = (first..end).filter(is_head).collect();
    let mut taken = first;
    let mut earlier = None;
    for &head in heads.iter() {
        if head < taken {
            continue;
        }
        let known = Known { heads: &heads, earlier };
        let cue = extended(page, weights, head, taken, end);
        let source = best(weights, candidates::sources(page, cue, first, end), |source| {
            traits::of_source(page, known, head, cue, source)
        });
        let before = best(weights, candidates::before(page, cue, source, sentence), |content| {
            contents::before(page, known, head, cue, source, content)
        });
        let behind = best(weights, candidates::behind(page, cue, source, before, sentence), |content| {
            contents::behind(page, known, head, cue, source, before, content)
        });
        let content: Vec<Span> = before.into_iter().chain(behind).map(|part| part.span(page.reading)).collect();
        if content.is_empty() {
            continue;
        }
        taken = cue.last + 1;
        earlier = source.or(earlier);
        found.push(Attribution {
            source: source.map(|source| source.span(page.reading)),
            cue: cue.span(page.reading),
            content,
        });
    }
}

/// The cue around its head.
fn extended(page: &Page, weights: &Weights, head: usize, first: usize, end: usize) -> Tokens {
    let mut cue = Tokens { first: head, last: head };
    while candidates::may_extend_left(page, head, cue, first) && weights.sum(&traits::of_left_end(page, head, cue)) > 0
    {
        cue.first -= 1;
    }
    while candidates::may_extend_right(page, head, cue, end) && weights.sum(&traits::of_right_end(page, head, cue)) > 0
    {
        cue.last += 1;
    }
    cue
}

/// The candidate with the largest sum; the first of equals.
fn best(
    weights: &Weights,
    candidates: Vec<Option<Tokens>>,
    mut traits: impl FnMut(Option<Tokens>) -> Vec<u32>,
) -> Option<Tokens> {
    let mut best = None;
    let mut highest = i32::MIN;
    for candidate in candidates {
        let sum = weights.sum(&traits(candidate));
        if sum > highest {
            highest = sum;
            best = candidate;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::attributions;
    use crate::analysis::drawn::{self, Mark};

    /// Draws sources, cues and the parts of contents.
    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| {
            let mut marks = Vec::new();
            for found in attributions(article, pack) {
                marks.extend(found.source.map(|span| Mark::new(span, "source")));
                marks.push(Mark::new(found.cue, "cue"));
                marks.extend(found.content.iter().map(|part| Mark::new(*part, "content")));
            }
            marks.sort();
            marks.dedup();
            marks
        });
    }

    #[test]
    fn a_source_has_its_article_and_a_cue_its_auxiliary() {
        check(
            "
The minister has said that the café 😀 was closed.
^^^^^^^^^^^^ source
             ^^^^^^^^ cue
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
        );
    }

    #[test]
    fn an_attribution_that_interrupts_leaves_two_parts() {
        check(
            "
“We left at dawn,” he said. “Nobody followed us to the café.”
^^^^^^^^^^^^^^^^^^ content
                   ^^ source
                      ^^^^ cue
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
        );
    }

    #[test]
    fn a_source_may_follow_its_cue() {
        check(
            "
The road was closed, according to the police.
^^^^^^^^^^^^^^^^^^^ content
                     ^^^^^^^^^^^^ cue
                                  ^^^^^^^^^^ source",
        );
    }

    #[test]
    fn a_belief_is_an_attribution() {
        check(
            "
She believes that the war will end.
^^^ source
    ^^^^^^^^ cue
             ^^^^^^^^^^^^^^^^^^^^^ content",
        );
    }

    #[test]
    fn what_nobody_says_is_none() {
        check(
            "
The river rose by two meters in March.",
        );
    }
}
