//! Learns the weights from articles whose attributions are known: an averaged
//! perceptron for each decision, all in whole numbers.

use super::page::Page;
use super::traits::Known;
use super::weights::{BITS, Weights};
use super::{Attribution, candidates, contents, traits};
use crate::analysis::reading::Reading;
use crate::analysis::statements::Tokens;
use crate::analysis::{Article, Pack};

/// One decision as it should have come out: the traits of each candidate, and which is
/// right. A single candidate is a question of yes or no.
struct Lesson {
    candidates: Vec<Box<[u32]>>,
    right: Option<usize>,
}

/// Takes up articles, then learns.
#[derive(Default)]
pub struct Learner {
    lessons: Vec<Lesson>,
}

/// Traits in half their room, since a lesson has many.
fn packed(traits: Vec<u32>) -> Box<[u32]> {
    traits.into_boxed_slice()
}

/// The known attribution in tokens.
struct Labeled {
    head: usize,
    cue: Tokens,
    source: Option<Tokens>,
    before: Option<Tokens>,
    behind: Option<Tokens>,
}

impl Learner {
    /// Takes up an article. `weight_of` tells how often a word alone is a cue, from which
    /// the head of a cue of several words is told.
    pub fn take(&mut self, article: &Article, pack: &Pack, known: &[Attribution], alone: &dyn Fn(&str) -> u32) {
        let reading = Reading::new(article, pack);
        let page = Page::new(&reading);
        let tokens_of = |span: crate::analysis::Span| {
            let tokens = article.tokens();
            let first = tokens.partition_point(|t| t.span.end <= span.start);
            let last = tokens.partition_point(|t| t.span.start < span.end).checked_sub(1)?;
            (first <= last).then_some(Tokens { first, last })
        };
        let mut cues: Vec<Labeled> = Vec::new();
        for attribution in known {
            let Some(cue) = tokens_of(attribution.cue) else { continue };
            let mut head = None;
            let mut most = 0;
            for token in (cue.first..=cue.last).filter(|t| candidates::may_head(&page, *t)) {
                let count = 1 + alone(reading.word(token));
                if count > most {
                    most = count;
                    head = Some(token);
                }
            }
            let Some(head) = head else { continue };
            let source = attribution.source.and_then(tokens_of);
            let start = source.map_or(cue.first, |s| s.first.min(cue.first));
            let parts: Vec<Tokens> = attribution.content.iter().filter_map(|part| tokens_of(*part)).collect();
            let before = parts.iter().rev().find(|part| part.last < start || part.last < cue.first).copied();
            let behind = parts.iter().find(|part| part.first > cue.last).copied();
            cues.push(Labeled { head, cue, source, before, behind });
        }
        cues.sort_by_key(|known| known.head);
        for token in 0..reading.len() {
            if !candidates::may_head(&page, token) {
                continue;
            }
            let heads = cues.iter().any(|known| known.head == token);
            let inside = cues.iter().any(|known| known.cue.first <= token && token <= known.cue.last);
            if heads || !inside {
                self.ask(traits::of_head(&page, token), heads);
            }
        }
        for known in &cues {
            let (first, end) = reading.sentence(known.head);
            let same = || cues.iter().filter(|other| (first..end).contains(&other.head));
            let heads: Vec<usize> = same().map(|other| other.head).collect();
            let earlier = same().take_while(|other| other.head < known.head).filter_map(|other| other.source).last();
            self.take_one(&page, Known { heads: &heads, earlier }, known);
        }
    }

    fn take_one(&mut self, page: &Page, known: Known, labeled: &Labeled) {
        let Labeled { head, cue, source, before, behind } = *labeled;
        let sentence = page.reading.article.sentences().partition_point(|s| s.end <= head);
        let (first, end) = page.sentence(sentence);
        let mut at = Tokens { first: head, last: head };
        while candidates::may_extend_left(page, head, at, first) {
            let takes = at.first > cue.first;
            self.ask(traits::of_left_end(page, head, at), takes);
            if !takes {
                break;
            }
            at.first -= 1;
        }
        while candidates::may_extend_right(page, head, at, end) {
            let takes = at.last < cue.last;
            self.ask(traits::of_right_end(page, head, at), takes);
            if !takes {
                break;
            }
            at.last += 1;
        }
        self.choose(&candidates::sources(page, cue, first, end), source, |source| {
            traits::of_source(page, known, head, cue, source)
        });
        self.choose(&candidates::before(page, cue, source, sentence), before, |content| {
            contents::before(page, known, head, cue, source, content)
        });
        self.choose(&candidates::behind(page, cue, source, before, sentence), behind, |content| {
            contents::behind(page, known, head, cue, source, before, content)
        });
    }

    fn ask(&mut self, traits: Vec<u32>, right: bool) {
        self.lessons.push(Lesson { candidates: vec![packed(traits)], right: right.then_some(0) });
    }

    fn choose(
        &mut self,
        candidates: &[Option<Tokens>],
        right: Option<Tokens>,
        mut traits: impl FnMut(Option<Tokens>) -> Vec<u32>,
    ) {
        let Some(right) = candidates.iter().position(|candidate| *candidate == right) else { return };
        let candidates = candidates.iter().map(|candidate| packed(traits(*candidate))).collect();
        self.lessons.push(Lesson { candidates, right: Some(right) });
    }

    /// How many decisions were taken up.
    pub fn lessons(&self) -> usize {
        self.lessons.len()
    }

    /// Goes over all lessons so many times, in an order that `seed` decides, tells of each how many decisions it
    /// changed, and gives the averaged weights, a byte each.
    pub fn learn(mut self, rounds: u32, seed: u64, told: &mut dyn FnMut(u32, usize)) -> Vec<i8> {
        let mut weights = Weights::new(Vec::new());
        let mut summed = vec![0i64; 1 << BITS];
        let mut time: i64 = 1;
        let mut random = seed | 1;
        for round in 0..rounds {
            for index in (1..self.lessons.len()).rev() {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                self.lessons.swap(index, (random % (index as u64 + 1)) as usize);
            }
            /// A sum this near to the border is learned from too.
            const MARGIN: i32 = 24;
            let mut errors = 0;
            for lesson in &self.lessons {
                time += 1;
                let mut change = |weights: &mut Weights, traits: &[u32], by: i32| {
                    weights.add(traits, by);
                    for place in traits {
                        summed[*place as usize] += i64::from(by) * time;
                    }
                };
                if let [only] = &lesson.candidates[..] {
                    let wanted = if lesson.right.is_some() { 1 } else { -1 };
                    if weights.sum(only) * wanted <= MARGIN {
                        errors += 1;
                        change(&mut weights, only, wanted);
                    }
                    continue;
                }
                let right = lesson.right.unwrap_or_default();
                let mut best = (i32::MIN, 0);
                for (at, candidate) in lesson.candidates.iter().enumerate() {
                    // The right one has to win by a margin.
                    let sum = weights.sum(candidate) - if at == right { MARGIN } else { 0 };
                    if sum > best.0 {
                        best = (sum, at);
                    }
                }
                if best.1 != right {
                    errors += 1;
                    change(&mut weights, &lesson.candidates[right], 1);
                    change(&mut weights, &lesson.candidates[best.1], -1);
                }
            }
            told(round, errors);
        }
        // The average of a weight over all steps.
        let average: Vec<i64> = weights.places().iter().zip(&summed).map(|(w, s)| i64::from(*w) * time - s).collect();
        let mut sizes: Vec<i64> = average.iter().map(|a| a.abs()).collect();
        sizes.sort_unstable();
        // The few largest are cut, so that the others keep more of their digits.
        const CUT: usize = 999;
        let largest = sizes[sizes.len() * CUT / 1000].max(1);
        average.iter().map(|a| (a * 127 / largest).clamp(-127, 127) as i8).collect()
    }
}
