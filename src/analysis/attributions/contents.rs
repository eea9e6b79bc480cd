//! The traits of contents: where they begin and end, what quotations they are, and how
//! the attribution around them goes on.

use super::page::{Kind, Page};
use super::traits::{BEFORE, BEHIND, Known, bucket, pair, quoted_around, suffix};
use super::weights::Traits;
use crate::analysis::statements::Tokens;

/// The traits of a content before an attribution, or of having none.
pub fn before(
    page: &Page,
    known: Known,
    head: usize,
    cue: Tokens,
    source: Option<Tokens>,
    content: Option<Tokens>,
) -> Vec<u32> {
    let mut traits = Traits::of(BEFORE);
    let kinds = |t: usize| page.kind(t) as u32;
    let around = quoted_around(page, head);
    let stem = page.stem(head);
    let order = source.map_or(2, |source| u32::from(source.first < cue.first));
    let start = source.map_or(cue.first, |s| s.first.min(cue.first));
    let behind = source.map_or(cue.last, |s| s.last.max(cue.last)) + 1;
    let next = pair(kinds(behind), kinds(behind + 1));
    let opening = u32::from(page.reading.sentence(start).0 == start);
    let Some(content) = content else {
        traits.add(1, order);
        traits.add(stem, order);
        traits.add(around, order);
        traits.add(kinds(start.wrapping_sub(1)), order);
        traits.add(kinds(behind), order);
        traits.add(pair(kinds(start.wrapping_sub(1)), kinds(behind)), order);
        traits.add(next, 1);
        traits.add(pair(stem, kinds(behind)), order);
        traits.add(opening, order);
        traits.add(page.word(behind), order);
        traits.add(page.word(start.wrapping_sub(1)), order);
        return traits.places;
    };
    let quote = match (page.quotation_from(content.first), page.quotation(content.last)) {
        (Some(last), _) if last == content.last => 1,
        (Some(_), Some(_)) => 2,
        (None, Some(_)) => 3,
        (Some(_), None) => 4,
        _ => 0,
    };
    let length = bucket(content.last - content.first);
    let first = page.reading.sentence(content.first).0;
    let at_start = u32::from(content.first == first);
    let earlier = u32::from(page.reading.sentence(start).0 > content.first);
    let gap = start.saturating_sub(content.last + 1).min(4) as u32;
    let relative = u32::from(content.last + 1 == cue.first);
    let shape = pair(quote, pair(at_start, gap));
    traits.add(shape, 2);
    traits.add(shape, pair(order, 2));
    traits.add(shape, stem);
    traits.add(shape, length);
    traits.add(shape, kinds(behind));
    traits.add(shape, pair(next, 2));
    traits.add(shape, page.word(behind));
    traits.add(shape, kinds(content.last + 1));
    traits.add(shape, pair(earlier, relative));
    traits.add(shape, pair(kinds(head), order));
    traits.add(page.word(content.first), at_start);
    traits.add(kinds(content.first), pair(at_start, length));
    traits.add(kinds(content.first.wrapping_sub(1)), at_start);
    traits.add(page.word(content.first.wrapping_sub(1)), at_start);
    traits.add(kinds(content.first), kinds(content.first.wrapping_sub(1)));
    traits.add(page.word(content.first), length.min(3));
    traits.add(page.kind(content.last) as u32, order);
    traits.add(opening, pair(order, quote));
    traits.add(kinds(start.wrapping_sub(1)), pair(kinds(behind), quote));
    traits.add(known.heads_in(content.first, content.last + 1), quote);
    traits.add(known.heads_in(content.first, content.last + 1), pair(order, length.min(2)));
    traits.places
}

/// The traits of a content behind an attribution, or of having none.
pub fn behind(
    page: &Page,
    known: Known,
    head: usize,
    cue: Tokens,
    source: Option<Tokens>,
    before: Option<Tokens>,
    content: Option<Tokens>,
) -> Vec<u32> {
    let mut traits = Traits::of(BEHIND);
    let kinds = |t: usize| page.kind(t) as u32;
    let around = quoted_around(page, head);
    let stem = page.stem(head);
    let order = source.map_or(2, |source| u32::from(source.first < cue.first));
    let behind = source.map_or(cue.last, |s| s.last.max(cue.last)) + 1;
    let earlier = match before {
        None => 0,
        Some(part) if page.quotation(part.last).is_some() => match page.kind(part.last - 1) {
            Kind::Comma => 1,
            Kind::Stop => 2,
            _ => 3,
        },
        Some(part) if part.last - part.first < 4 => 4,
        Some(_) => 5,
    };
    let (_, end) = page.reading.sentence(head);
    let Some(content) = content else {
        traits.add(1, earlier);
        traits.add(pair(order, 1), earlier);
        traits.add(stem, earlier);
        traits.add(kinds(behind), earlier);
        traits.add(kinds(cue.last + 1), pair(earlier, order));
        traits.add(page.word(behind), earlier);
        traits.add(pair(kinds(behind), kinds(behind + 1)), earlier);
        traits.add(u32::from(page.quotation_from(end).is_some()), pair(earlier, bucket(end.saturating_sub(behind))));
        traits.add(around, earlier);
        return traits.places;
    };
    let (first, last) = (content.first, content.last);
    let opens = page.quotation_from(first).is_some();
    let inside = first < end;
    let ending = if last + 1 >= end || page.kind(last + 1) == Kind::Stop && last + 2 >= end { 1 } else { 0 };
    let quote = match page.quotation_from(first) {
        Some(close) if close == last => 1,
        Some(close) if close < last => 2,
        Some(_) => 3,
        None if page.quotation(last).is_some() => 4,
        None => 0,
    };
    let beyond = u32::from(last >= end);
    let gap = first - (cue.last + 1);
    let gap_kind = if gap == 0 { 0 } else { pair(kinds(first - 1), u32::from(behind == first) + 1) };
    let start = pair(u32::from(opens) + 2 * u32::from(inside), earlier);
    let length = bucket(last - first);
    let count = |from: usize, to: usize, kind: Kind| (from..to).filter(|t| page.kind(*t) == kind).count() as u32;
    // Where it begins.
    traits.add(start, bucket(gap));
    traits.add(start, gap_kind);
    traits.add(start, pair(stem, gap_kind));
    traits.add(start, pair(stem, bucket(gap)));
    traits.add(kinds(first), pair(bucket(gap), order));
    traits.add(page.word(first), bucket(gap));
    traits.add(page.word(first), stem);
    traits.add(kinds(first), pair(stem, gap.min(1) as u32));
    traits.add(kinds(first), gap_kind);
    traits.add(page.word(first.wrapping_sub(1)), kinds(first));
    traits.add(page.word(first.wrapping_sub(1)), page.word(first));
    traits.add(kinds(first.wrapping_sub(2)), pair(kinds(first.wrapping_sub(1)), kinds(first)));
    traits.add(pair(start, u32::from(end - 1 - head < 14)), pair(around, order));
    let skipped = (cue.last + 1..first).take(4).fold(9, |sum, t| pair(sum, page.kind(t) as u32));
    traits.add(skipped, bucket(gap));
    traits.add(skipped, kinds(first));
    traits.add(count(cue.last + 1, first, Kind::That), count(cue.last + 1, first, Kind::Comma).min(2));
    traits.add(count(cue.last + 1, first, Kind::Stop), u32::from(opens));
    // Where it ends.
    let shape = pair(quote, pair(ending, beyond));
    traits.add(shape, 1);
    traits.add(shape, earlier);
    traits.add(shape, stem);
    traits.add(shape, kinds(first));
    traits.add(shape, length);
    traits.add(shape, pair(kinds(first), length));
    traits.add(shape, kinds(last + 1));
    traits.add(shape, page.word(last + 1));
    traits.add(pair(shape, kinds(last + 1)), kinds(last + 2));
    traits.add(page.word(last + 1), page.word(last + 2));
    traits.add(page.word(last + 1), kinds(first));
    traits.add(page.word(last + 1), pair(kinds(last + 2), kinds(first)));
    traits.add(kinds(last + 1), pair(stem, ending));
    traits.add(kinds(last), kinds(last + 1));
    traits.add(page.word(last), ending);
    traits.add(kinds(last.wrapping_sub(1)), pair(kinds(last), kinds(last + 1)));
    traits.add(page.word(last + 1), length.min(4));
    traits.add(kinds(last + 1), pair(length, kinds(first)));
    traits.add(ending, pair(count(first, last, Kind::Comma).min(3), u32::from(opens)));
    traits.add(ending, pair(length, kinds(first)));
    let inner = known.heads_in(first, (last + 1).min(end));
    let next = known.heads_in(last + 1, last + 4);
    traits.add(inner, pair(quote, ending));
    traits.add(inner, kinds(first));
    traits.add(next, kinds(last + 1));
    traits.add(next, pair(kinds(last + 1), kinds(last + 2)));
    traits.add(pair(inner, next), ending);
    traits.add(pair(known.heads_in(last + 1, end), inner), pair(ending, kinds(last + 1)));
    traits.add(known.heads_in(cue.last + 1, first), bucket(gap));
    let verb = (last + 1..(last + 4).min(end)).fold(11, |sum, t| pair(sum, page.kind(t) as u32));
    traits.add(verb, ending);
    traits.add(suffix(page, last + 2), kinds(last + 1));
    traits.places
}
