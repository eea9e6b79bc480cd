//! Which of the conflicts that share their sides is an article's, by the years in it.

use crate::analysis::reading::Reading;

/// The rank of a conflict that begins after the last year that the article names.
pub const FUTURE: u64 = 3;

/// The last year that an article names, if it names two at least, and whether it names any.
pub fn of(reading: &Reading) -> (Option<u32>, bool) {
    let mut last = 0;
    let mut several = false;
    for token in (0..reading.len()).filter(|token| reading.is_number(*token)) {
        let Some(year) = reading.word(token).parse().ok().filter(|year| (1900..2100).contains(year)) else { continue };
        several |= last != 0 && last != year;
        last = last.max(year);
    }
    ((last != 0).then_some(last), several)
}

/// How badly a conflict's years, as its name has them, fit those that the article names:
/// the lower, the better.
pub fn misfit(name: &str, (last, several): (Option<u32>, bool)) -> u64 {
    let mut found = name.split(|ch: char| !ch.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let Some(from) = found.next().and_then(|year| year.parse().ok()) else { return u64::from(last.is_some()) };
    let to = match found.next().and_then(|year| year.parse().ok()) {
        Some(year) => year,
        None if name.ends_with("–)") => u32::MAX,
        None => from,
    };
    match last {
        Some(year) if year < from && several => FUTURE,
        Some(year) if year < from || year > to => 2,
        None => {
            if to < u32::MAX {
                2
            } else {
                1
            }
        }
        _ => 0,
    }
}
