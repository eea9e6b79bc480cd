//! Figures that somebody gives: "put the toll at 36", "counted 60 bodies", "raised the
//! number of wounded to 14".

use super::draft::Tokens;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The stems of verbs that give what they count: "recorded 14 deaths".
const COUNTS: [&str; 10] = ["count", "tall", "record", "docum", "list", "log", "spoke", "speak", "talk", "report"];
/// The stems of verbs that set a figure at something: "put the toll at 36".
const SETS: [&str; 7] = ["put", "gave", "giv", "rais", "plac", "revis", "list"];
/// What has a figure, by its stems.
const MEASURED: [&str; 16] = [
    "number", "toll", "figure", "count", "loss", "total", "tally", "estimate", "casualt", "dead", "death", "strength",
    "wounded", "size", "killed", "injured",
];
/// Before a number stand no more tokens than this: "at least some 40".
const BEFORE_NUMBER: usize = 4;

/// Whether the verb at `token` says nothing but a figure.
pub fn gives(reading: &Reading, token: usize) -> bool {
    starts(reading, token, &COUNTS[..9]) || starts(reading, token, &SETS)
}

/// Whether the content of the verb at `token` is a figure.
pub fn is_content(reading: &Reading, token: usize, content: Tokens) -> bool {
    let number = |from: usize| starts_with_number(reading, from, content.last);
    if starts(reading, token, &COUNTS) && number(content.first) {
        return true;
    }
    let words = || content.first..=content.last;
    let measure = words().find(|t| starts(reading, *t, &MEASURED));
    starts(reading, token, &SETS)
        && measure.is_some_and(|measure| {
            (measure + 1..content.last).any(|t| is_one_of(reading.word(t), "at to as between") && number(t + 1))
        })
}

fn starts(reading: &Reading, token: usize, stems: &[&str]) -> bool {
    let word = reading.word(token);
    !word.starts_with("counter") && stems.iter().any(|stem| word.starts_with(stem))
}

/// Whether a number in digits or words opens at `from`: "at least 12", "dozens".
fn starts_with_number(reading: &Reading, from: usize, last: usize) -> bool {
    let spelled = |t: usize| {
        is_one_of(
            reading.word(t),
            "one two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands dozen hundred twenty thirty forty fifty sixty zero",
        ) || reading.word(t).ends_with("teen")
    };
    let quantifies = |t: usize| {
        reading.is_any(t, &[Class::Determiner, Class::Adverb, Class::Preposition])
            || is_one_of(reading.word(t), "least than around nearly almost close many total")
    };
    (from..=last.min(from + BEFORE_NUMBER))
        .find(|t| reading.is_number(*t) || spelled(*t) || !quantifies(*t))
        .is_some_and(|t| reading.is_number(t) || spelled(t))
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn;

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::contents(&analyze(article, pack)));
    }

    #[test]
    fn a_figure_is_put_at_something() {
        check(
            "
Ukraine put the toll at 36. Russia put the blame on the weather.
            ^^^^^^^^^^^^^^ claim ukraine",
        );
    }

    #[test]
    fn what_is_counted_is_a_claim() {
        check(
            "
Russia counts more than 4,000 raids. Russia counts on rain.
              ^^^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }
}
