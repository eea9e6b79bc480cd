//! An article as the tagger sees it: for each token that may belong to a name, the
//! hashes of its features.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::clues;
use super::label::{Label, NameSort};
use super::weights::BITS;
use crate::analysis::fold::hash_folded;
use crate::analysis::hash::WordHasher;
use crate::analysis::lexicon::Class;
use crate::analysis::places::Place;
use crate::analysis::reading::Reading;
use crate::analysis::{Article, Pack, actors, places};

/// A small word or a mark inside a name has a capital within so many tokens on both sides.
const REACH: usize = 3;

/// A word is voted to be of a sort, or outside of all names.
const VOTES: usize = NameSort::ALL.len() + 1;

/// By the hash of a word.
type ByWord<T> = HashMap<u32, T, BuildHasherDefault<WordHasher>>;

/// The features of an article's tokens.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The tokens that may belong to a name, rising, with where their features end and
    /// the hash of their word.
    open: Vec<Open>,
    /// Their features, one after the other.
    features: Vec<u32>,
    /// The toponyms of the article, on which the features rest too.
    pub(super) places: Vec<Place>,
}

/// A token that may belong to a name.
#[derive(Clone, Copy, Debug)]
struct Open {
    token: u32,
    end: u32,
    word: u32,
    clues: u32,
}

impl Sheet {
    /// Looks at every token of the article.
    pub fn of(article: &Article, pack: &Pack) -> Sheet {
        let reading = Reading::new(article, pack);
        let phrases = actors::find(&reading);
        let places = places::find(&reading, &phrases);
        let clues = clues::of(&reading, &phrases, &places);
        let look = Look::at(&reading, clues);
        let mut sheet = Sheet { places, ..Sheet::default() };
        for token in (0..reading.len()).filter(|token| is_open(&reading, *token)) {
            look.features(token, &mut sheet.features);
            let end = sheet.features.len() as u32;
            let (word, clues) = (look.words[token], look.clues[token]);
            sheet.open.push(Open { token: token as u32, end, word, clues });
        }
        sheet
    }

    /// The tokens that may belong to a name.
    pub fn tokens(&self) -> impl Iterator<Item = usize> {
        self.open.iter().map(|open| open.token as usize)
    }

    /// Labels the tokens twice from the first to the last, the second time with a view of
    /// what the article's other tokens of the same word were labeled. `choose` is given a
    /// token's number among [`Sheet::tokens`], its features and the label before it.
    pub fn walk(&self, choose: &mut dyn FnMut(usize, &[u32], Label) -> Label) -> Vec<Label> {
        let first = self.pass(&ByWord::default(), choose);
        let mut votes: ByWord<[u32; VOTES]> = ByWord::default();
        for (open, label) in self.open.iter().zip(first) {
            votes.entry(open.word).or_default()[label.sort().map_or(VOTES - 1, |sort| sort as usize)] += 1;
        }
        self.pass(&votes, choose)
    }

    /// Labels the tokens once.
    fn pass(&self, votes: &ByWord<[u32; VOTES]>, choose: &mut dyn FnMut(usize, &[u32], Label) -> Label) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::with_capacity(self.open.len());
        let mut earlier: ByWord<Label> = ByWord::default();
        let mut features = Vec::new();
        let mut from = 0;
        for (at, open) in self.open.iter().enumerate() {
            // The label of the token before, and of the one before that.
            let label_before = |distance: usize| {
                let before = at.checked_sub(distance).map(|at| self.open[at]);
                let near = before.is_some_and(|before| before.token + distance as u32 == open.token);
                if near { labels[at - distance] } else { Label::OUTSIDE }
            };
            let (before, second) = (label_before(1), label_before(2));
            features.clear();
            features.extend_from_slice(&self.features[from as usize..open.end as usize]);
            let code = before.index() as u32;
            let memory = earlier.get(&open.word).map_or(Label::COUNT, |label| label.index()) as u32;
            let vote = votes.get(&open.word).map_or(0, majority);
            for feature in [
                hash(106, vote),
                hash(107, vote << 5 | code),
                hash(108, vote << 8 ^ open.clues << 12),
                hash(100, code),
                hash(101, code * Label::COUNT as u32 + second.index() as u32),
                hash(102, open.word ^ code.wrapping_mul(SPREAD)),
                hash(103, open.clues << 5 | code),
                hash(104, memory),
                hash(105, memory << 5 | code),
            ] {
                features.push(feature);
            }
            let label = choose(at, &features, before);
            earlier.insert(open.word, label);
            labels.push(label);
            from = open.end;
        }
        labels
    }
}

/// The sort, or none, that most tokens of a word were labeled, and whether all were.
fn majority(votes: &[u32; VOTES]) -> u32 {
    let most = (0..VOTES).fold(0, |best, index| if votes[index] > votes[best] { index } else { best });
    let unanimous = votes[most] == votes.iter().sum::<u32>();
    1 + (most as u32) * 2 + u32::from(unanimous)
}

/// Whether the token may belong to a name: it has a capital, or stands between such.
fn is_open(reading: &Reading, token: usize) -> bool {
    if reading.is_capital(token) {
        return true;
    }
    if matches!(reading.word(token), "," | "." | ";" | ":" | "(" | ")" | "\"" | "“" | "”" | "?" | "!" | "—") {
        return false;
    }
    let (first, end) = reading.sentence(token);
    let before = (token.saturating_sub(REACH).max(first)..token).any(|t| reading.is_capital(t));
    let after = (token + 1..(token + 1 + REACH).min(end)).any(|t| reading.is_capital(t));
    before && (after || reading.is_number(token))
}

/// Spreads numbers over all bits: 2³² divided by the golden ratio.
const SPREAD: u32 = 0x9e37_79b9;

/// The hash of a feature: the number of its template, which only tells it from others, and
/// its value.
fn hash(template: u32, value: u32) -> u32 {
    let mixed = (value ^ template.wrapping_mul(0x85eb_ca6b)).wrapping_mul(SPREAD);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2c1b_3c6d);
    (mixed ^ mixed >> 13) >> (32 - BITS)
}

/// What is known of all tokens of an article.
struct Look<'a> {
    reading: &'a Reading<'a>,
    clues: Vec<u32>,
    words: Vec<u32>,
    shapes: Vec<u32>,
    /// How the article writes the word elsewhere: 1 in lower case, 2 with a capital where
    /// none is needed.
    habits: ByWord<u32>,
}

impl<'a> Look<'a> {
    fn at(reading: &'a Reading<'a>, clues: Vec<u32>) -> Look<'a> {
        let words: Vec<u32> = (0..reading.len()).map(|token| hash_folded(reading.word(token)) as u32).collect();
        let mut habits: ByWord<u32> = ByWord::default();
        for (token, word) in words.iter().enumerate() {
            let habit = match reading.is_capital(token) {
                false => 1,
                true if reading.opens_sentence(token) || reading.in_heading(token) => 0,
                true => 2,
            };
            *habits.entry(*word).or_default() |= habit;
        }
        let shapes = (0..reading.len()).map(|token| shape(reading, token)).collect();
        Look { reading, clues, words, shapes, habits }
    }

    /// The hash of the word at a distance; of nothing beyond the sentence.
    fn word(&self, token: Option<usize>) -> u32 {
        token.and_then(|token| self.words.get(token)).copied().unwrap_or(0)
    }

    /// Appends the features of a token.
    fn features(&self, token: usize, features: &mut Vec<u32>) {
        let reading = self.reading;
        let mut put = |template: u32, value: u32| features.push(hash(template, value));
        let (start, end) = reading.sentence(token);
        let before = token.checked_sub(1).filter(|t| *t >= start);
        let second = token.checked_sub(2).filter(|t| *t >= start);
        let after = Some(token + 1).filter(|t| *t < end);
        let third = Some(token + 2).filter(|t| *t < end);
        let word = self.words[token];
        put(0, 0);
        put(1, word);
        put(2, self.word(before));
        put(3, self.word(after));
        put(4, self.word(second));
        put(5, self.word(third));
        put(6, self.word(before) ^ word.rotate_left(9));
        put(7, self.word(after) ^ word.rotate_left(5));
        let text = reading.word(token);
        for (template, length) in [(8, 2), (9, 3), (10, 4)] {
            put(template, ending(text, length));
        }
        put(11, beginning(text, 3));
        let shape = self.shapes[token];
        let shape_of = |token: Option<usize>| token.map_or(0x7f, |token| self.shapes[token]);
        put(12, shape);
        put(13, shape << 7 | shape_of(before));
        put(14, shape << 7 | shape_of(after));
        let clues = self.clues[token];
        put(15, clues);
        put(16, clues ^ shape << 20);
        for bit in (0..clues::BITS).filter(|bit| clues >> bit & 1 == 1) {
            put(17, bit);
        }
        let clues_of = |token: Option<usize>| token.map_or(0, |token| self.clues[token]);
        put(18, clues_of(before));
        put(19, clues_of(after));
        let habit = self.habits.get(&word).copied().unwrap_or(0);
        let place = u32::from(reading.opens_sentence(token)) | u32::from(reading.in_heading(token)) << 1;
        put(20, habit << 2 | place);
        put(21, (habit << 2 | place) << 7 | shape);
        for (template, near) in [(22, before), (23, Some(token)), (24, after)] {
            let Some(near) = near else { continue };
            for class in Class::ALL.iter().filter(|class| reading.is(near, **class)) {
                put(template, *class as u32);
            }
        }
        let (first, last) = run(reading, token, start, end);
        let outer = first.checked_sub(1).filter(|t| *t >= start);
        let next = Some(last + 1).filter(|t| *t < end);
        let position = (token - first).min(3) as u32 | ((last - token).min(3) as u32) << 2;
        put(25, position);
        put(26, self.word(outer));
        put(27, self.word(next));
        put(28, self.words[last]);
        put(29, self.words[first]);
        put(30, self.word(outer) ^ position.wrapping_mul(SPREAD));
        put(31, self.word(next) ^ position.wrapping_mul(SPREAD));
        for (template, near) in [(32, outer), (33, Some(last)), (34, next), (35, Some(first))] {
            let Some(near) = near else { continue };
            for class in Class::ALL.iter().filter(|class| reading.is(near, **class)) {
                put(template, *class as u32);
            }
        }
        put(36, self.clues[last]);
        put(37, self.clues[first]);
        put(38, position << 20 ^ clues);
    }
}

/// The capitalised words around a token, without a break.
fn run(reading: &Reading, token: usize, start: usize, end: usize) -> (usize, usize) {
    let mut first = token;
    while first > start && reading.is_capital(first - 1) {
        first -= 1;
    }
    let mut last = token;
    while last + 1 < end && reading.is_capital(last + 1) {
        last += 1;
    }
    (first, last)
}

/// How a token is written, in seven bits.
fn shape(reading: &Reading, token: usize) -> u32 {
    let one = &reading.article.tokens()[token];
    let word = reading.word(token);
    let flags = [
        one.capital,
        one.all_capitals,
        one.spaced,
        word.contains('.'),
        word.bytes().any(|b| b.is_ascii_digit()),
        word.chars().nth(1).is_none(),
        reading.is_word(token),
    ];
    flags.iter().fold(0, |bits, flag| bits << 1 | u32::from(*flag))
}

/// The hash of a word's last letters.
fn ending(word: &str, length: usize) -> u32 {
    let from = word.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
    hash_folded(&word[from..]) as u32
}

/// The hash of a word's first letters.
fn beginning(word: &str, length: usize) -> u32 {
    let end = word.char_indices().nth(length).map_or(word.len(), |(at, _)| at);
    hash_folded(&word[..end]) as u32
}
