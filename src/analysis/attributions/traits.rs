//! The traits of cues and sources, and what all decisions share: the words, stems and kinds around, where
//! quotations stand, how long and how far.

use super::page::{Kind, Page};
use super::weights::Traits;
use crate::analysis::statements::Tokens;

/// What was decided in the same sentence before.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The heads of all its cues, in order.
    pub heads: &'a [usize],
    /// The source of the cue before.
    pub earlier: Option<Tokens>,
}

impl Known<'_> {
    /// How many heads stand from one token to before another.
    pub fn heads_in(&self, from: usize, to: usize) -> u32 {
        self.heads.iter().filter(|head| (from..to).contains(*head)).count().min(3) as u32
    }
}

/// The decisions, so that their traits fall on places of their own.
const HEAD: u32 = 0;
const LEFT_END: u32 = 1;
const RIGHT_END: u32 = 2;
const SOURCE: u32 = 3;
pub const BEFORE: u32 = 4;
pub const BEHIND: u32 = 5;

/// Quotation marks within so many tokens of a head matter to it.
const NEAR: usize = 8;

/// A number of tokens, the coarser the larger.
pub fn bucket(length: usize) -> u32 {
    match length {
        0..=4 => length as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        23..=35 => 9,
        _ => 10,
    }
}

/// Two values as one.
pub fn pair(one: u32, other: u32) -> u32 {
    one.rotate_left(7) ^ other.wrapping_mul(0x9e37_79b1)
}

/// The first token before `token` that is no adverb, auxiliary or negation.
fn subject_before(page: &Page, token: usize) -> usize {
    let mut at = token;
    while at > 0
        && matches!(
            page.kind(at - 1),
            Kind::Adverb | Kind::Auxiliary | Kind::Be | Kind::Negation | Kind::To | Kind::Time
        )
    {
        at -= 1;
    }
    at.wrapping_sub(1)
}

/// How quotations stand to a token: one that closes shortly before, one that opens
/// shortly behind, the token inside of one.
pub fn quoted_around(page: &Page, token: usize) -> u32 {
    if page.quotation(token).is_some() {
        return 9;
    }
    let before = (token.saturating_sub(NEAR)..token).rev().find(|t| page.quotation(*t).is_some());
    let behind = (token + 1..token + NEAR).find(|t| page.quotation(*t).is_some());
    let distance = |d: usize| if d <= 3 { 2 } else { 1 };
    before.map_or(0, |t| distance(token - t)) * 3 + behind.map_or(0, |t| distance(t - token))
}

/// The traits of a token as the head of a cue.
pub fn of_head(page: &Page, token: usize) -> Vec<u32> {
    let mut traits = Traits::of(HEAD);
    let (word, stem, kind) = (page.word(token), page.stem(token), page.kind(token) as u32);
    let before = token.wrapping_sub(1);
    let subject = subject_before(page, token);
    let around = quoted_around(page, token);
    let sentence = page.reading.sentence(token);
    let that = (token + 1..(token + 8).min(sentence.1)).any(|t| page.kind(t) == Kind::That);
    let kinds = |t: usize| page.kind(t) as u32;
    traits.add(0, 0);
    traits.add(word, 0);
    traits.add(stem, 0);
    traits.add(stem, kind);
    traits.add(page.word(before), kind);
    traits.add(page.word(token + 1), kind);
    traits.add(word, page.word(token + 1));
    traits.add(stem, kinds(token + 1));
    traits.add(stem, kinds(before));
    traits.add(stem, pair(kinds(subject), kinds(token + 1)));
    traits.add(word, around);
    traits.add(kind, around);
    traits.add(kinds(before), pair(kind, kinds(token + 1)));
    traits.add(kinds(subject), pair(kind, kinds(token + 1)));
    traits.add(kinds(token + 1), pair(kind, kinds(token + 2)));
    traits.add(kinds(before), pair(kind, kinds(token.wrapping_sub(2))));
    traits.add(stem, u32::from(that));
    traits.add(page.word(subject), kind);
    traits.add(page.stem(subject), stem);
    traits.add(page.word(before), word);
    traits.add(page.stem(token + 2), stem);
    traits.add(suffix(page, token), kinds(before));
    traits.add(suffix(page, token), kinds(token + 1));
    traits.add(suffix(page, token), kinds(subject));
    traits.add(u32::from(token == sentence.0), kind);
    traits.add(u32::from(page.reading.in_heading(token)), kind);
    traits.add(u32::from(page.reading.in_heading(token)), stem);
    traits.add(page.word(token + 1), page.word(token + 2));
    traits.add(page.word(token + 1), kinds(subject));
    let lead = pair(kinds(before), kinds(before.wrapping_sub(1)));
    let trail = pair(kinds(token + 1), kinds(token + 2));
    traits.add(stem, pair(trail, 1));
    traits.add(stem, pair(lead, 2));
    traits.add(suffix(page, token), pair(lead, trail));
    traits.add(page.word(token + 1), suffix(page, token));
    traits.add(page.word(before), suffix(page, token));
    let class = page.class(token);
    traits.add(class, kind);
    traits.add(class, around);
    traits.add(class, pair(kinds(subject), kinds(token + 1)));
    traits.add(class, pair(kinds(before), kinds(token + 1)));
    traits.add(page.class(token + 1), kind);
    traits.add(page.class(before), kind);
    traits.add(page.class(subject), stem);
    traits.add(page.class(subject), pair(kind, class));
    traits.add(page.kind(token + 2) as u32, stem);
    traits.add(stem, pair(kinds(token + 1), kinds(token + 2)));
    traits.add(word, kinds(subject));
    traits.add(around, pair(kinds(before), kinds(token + 1)));
    traits.add(page.stem(token.wrapping_sub(2)), stem);
    traits.places
}

/// The last letters of a word.
pub fn suffix(page: &Page, token: usize) -> u32 {
    let word = page.reading.word(token).as_bytes();
    word.iter().rev().take(3).fold(7, |sum, byte| pair(sum, u32::from(*byte)))
}

/// The traits of taking the token before a cue into it.
pub fn of_left_end(page: &Page, head: usize, cue: Tokens) -> Vec<u32> {
    let mut traits = Traits::of(LEFT_END);
    let next = cue.first - 1;
    let kinds = |t: usize| page.kind(t) as u32;
    let at_head = u32::from(cue.first == head);
    traits.add(at_head, 0);
    traits.add(page.word(next), at_head);
    traits.add(kinds(next), pair(kinds(cue.first), at_head));
    traits.add(page.word(next), page.word(cue.first));
    traits.add(page.stem(head), kinds(next));
    traits.add(page.stem(head), page.word(next));
    traits.add(kinds(next), kinds(next.wrapping_sub(1)));
    traits.add(page.word(next), kinds(next.wrapping_sub(1)));
    traits.add(kinds(head), pair(kinds(next), kinds(cue.first)));
    traits.add(page.word(next), page.word(next.wrapping_sub(1)));
    traits.add(suffix(page, head), page.word(next));
    traits.add(suffix(page, next), kinds(head));
    traits.places
}

/// The traits of taking the token behind a cue into it.
pub fn of_right_end(page: &Page, head: usize, cue: Tokens) -> Vec<u32> {
    let mut traits = Traits::of(RIGHT_END);
    let next = cue.last + 1;
    let kinds = |t: usize| page.kind(t) as u32;
    let at_head = u32::from(cue.last == head);
    let around = quoted_around(page, head);
    traits.add(at_head, 0);
    traits.add(page.word(next), at_head);
    traits.add(kinds(next), pair(kinds(cue.last), at_head));
    traits.add(page.word(next), page.word(cue.last));
    traits.add(page.stem(head), kinds(next));
    traits.add(page.stem(head), page.word(next));
    traits.add(kinds(next), kinds(next + 1));
    traits.add(page.word(next), kinds(next + 1));
    traits.add(page.stem(head), pair(page.word(next), kinds(next + 1)));
    traits.add(page.stem(head), pair(kinds(next), kinds(next + 1)));
    traits.add(kinds(cue.last), pair(kinds(next), kinds(next + 1)));
    traits.add(pair(kinds(next + 1), kinds(next + 2)), pair(kinds(next), at_head));
    traits.add(page.word(next), around);
    traits.add(kinds(next), pair(around, at_head));
    traits.add(page.word(next), page.word(next + 1));
    traits.add(page.word(cue.last), kinds(next));
    traits.add(bucket(cue.last - head), kinds(next));
    traits.add(suffix(page, next), kinds(head));
    traits.places
}

/// The traits of a noun phrase as the source of a cue, or of having none.
pub fn of_source(page: &Page, known: Known, head: usize, cue: Tokens, source: Option<Tokens>) -> Vec<u32> {
    let mut traits = Traits::of(SOURCE);
    let kinds = |t: usize| page.kind(t) as u32;
    let around = quoted_around(page, head);
    let (stem, shape) = (page.stem(head), suffix(page, head));
    let head_kind = pair(kinds(head), kinds(cue.first.wrapping_sub(1)));
    let Some(source) = source else {
        traits.add(1, 1);
        traits.add(stem, 1);
        traits.add(page.word(head), 1);
        traits.add(around, 1);
        traits.add(head_kind, 1);
        traits.add(kinds(cue.first), 1);
        traits.add(page.word(cue.first), 1);
        traits.add(kinds(cue.last + 1), 1);
        traits.add(shape, 1);
        traits.add(pair(stem, kinds(cue.first)), 1);
        traits.add(u32::from(page.reading.in_heading(head)), 1);
        traits.add(u32::from(known.earlier.is_some()), head_kind);
        return traits.places;
    };
    let left = source.first < cue.first;
    let (gap_first, gap_end) = if left { (source.last + 1, cue.first) } else { (cue.last + 1, source.first) };
    let gap = bucket(gap_end - gap_first);
    let side = pair(u32::from(left) + 2, gap);
    let count = |from: usize, to: usize, kind: Kind| (from..to).filter(|t| page.kind(*t) == kind).count() as u32;
    let commas = count(gap_first, gap_end, Kind::Comma).min(3);
    let length = source.last - source.first;
    traits.add(side, 2);
    traits.add(side, pair(stem, 2));
    traits.add(side, pair(shape, 2));
    traits.add(side, pair(head_kind, 2));
    traits.add(side, pair(around, 2));
    traits.add(side, commas);
    traits.add(side, kinds(source.first));
    traits.add(side, page.word(source.first));
    traits.add(side, kinds(source.last));
    traits.add(side, page.word(source.last));
    traits.add(kinds(source.first), pair(kinds(source.last), bucket(length)));
    traits.add(kinds(source.first.wrapping_sub(1)), kinds(source.first));
    traits.add(page.word(source.first.wrapping_sub(1)), kinds(source.first));
    traits.add(page.word(source.first.wrapping_sub(1)), side);
    traits.add(kinds(source.last), kinds(source.last + 1));
    traits.add(page.word(source.last + 1), kinds(source.last));
    traits.add(page.word(source.last + 1), u32::from(left));
    traits.add(kinds(source.last), pair(kinds(source.last + 1), kinds(source.last + 2)));
    traits.add(page.word(source.first), bucket(length));
    traits.add(page.word(source.last), u32::from(length == 0));
    let inner = count(source.first, source.last, Kind::Comma).min(3);
    traits.add(inner, pair(u32::from(left), gap.min(2)));
    traits.add(inner, pair(kinds(source.last + 1), u32::from(left)));
    // Kinds of the whole phrase and of the gap.
    let all = |from: usize, to: usize| (from..to.min(from + 4)).fold(5, |sum, t| pair(sum, page.kind(t) as u32));
    traits.add(all(gap_first, gap_end), u32::from(left));
    traits.add(
        if gap_end - gap_first <= 2 { (gap_first..gap_end).fold(3, |sum, t| pair(sum, page.word(t))) } else { 0 },
        u32::from(left),
    );
    traits.add(all(source.first, source.last + 1), bucket(length));
    for (kind, code) in [
        (Kind::Preposition, 1),
        (Kind::Clause, 2),
        (Kind::That, 3),
        (Kind::Be, 4),
        (Kind::Auxiliary, 5),
        (Kind::Coordinator, 6),
        (Kind::PastForm, 7),
        (Kind::Pronoun, 8),
        (Kind::Name, 9),
        (Kind::Possessive, 10),
        (Kind::To, 11),
        (Kind::IngForm, 12),
    ] {
        traits.add(code, pair(count(source.first + 1, source.last + 1, kind).min(2), u32::from(left)));
        traits.add(code, pair(count(gap_first, gap_end, kind).min(2), pair(u32::from(left), 1)));
    }
    traits.add(u32::from(page.reading.sentence(source.first).0 == source.first), side);
    let same = u32::from(known.earlier == Some(source)) * 2 + u32::from(known.earlier.is_some());
    traits.add(same, head_kind);
    traits.add(same, pair(shape, kinds(cue.first.wrapping_sub(1))));
    traits.add(known.heads_in(gap_first, gap_end), pair(u32::from(left), same));
    traits.add(known.heads_in(source.first, source.last + 1), u32::from(left));
    traits.add(u32::from(page.quotation(source.first) == page.quotation(head)), u32::from(left));
    traits.places
}
