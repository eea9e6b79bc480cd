//! What stands beside a name that acts: its predicate, its relative clause, and the noun
//! of what is done with it.

use crate::analysis::acts::is_irregular_past;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// The "-ing" form of a verb, by its position in a row.
const ING: u8 = 3;

/// Whether what follows is a predicate: the name is a subject.
pub fn predicate_follows(reading: &Reading, last: usize) -> bool {
    let end = reading.sentence(last).1;
    let next = reading.skip_adverbs(last + 1, end);
    let verbs = [
        Class::Auxiliary,
        Class::Say,
        Class::SayWeakly,
        Class::Deny,
        Class::Promise,
        Class::Accuse,
        Class::ActVerb,
        Class::Future,
        Class::Label,
        Class::Deed,
    ];
    (reading.is_any(next, &verbs) && reading.form(next, Class::ActVerb) != Some(ING))
        || looks_like_predicate(reading, next)
}

/// Whether a relative clause or an apposition tells what the seat does: "Tehran, which
/// denies it", "Paris, the main backer of".
pub fn clause_follows(reading: &Reading, last: usize) -> bool {
    /// The verb of the clause, or the noun of the apposition, comes within so many tokens.
    const REACH: usize = 7;
    let end = reading.sentence(last).1.min(last + 2 + REACH);
    if reading.word(last + 1) != "," {
        return false;
    }
    let clause = is_one_of(reading.word(last + 2), "which whose who");
    let verbs = [Class::Say, Class::Deny, Class::Promise, Class::Accuse, Class::Deed];
    let partner = |t: usize| {
        is_one_of(reading.word(t), "backer ally guarantor broker supplier patron mediator sponsor rival foe")
    };
    let deals = |t: usize| {
        is_one_of(
            reading.word(t),
            "backs backed supports arms armed sells sold supplies supplied spent restricted sent provides recognizes recognises regards considers wants sees brokered mediated recalled expelled imposed trains hosts",
        )
    };
    let stop = (last + 2..end).find(|t| *t > last + 2 && reading.word(*t) == ",").unwrap_or(end);
    (last + 3..stop).any(|t| if clause { reading.is_any(t, &verbs) || deals(t) } else { partner(t) })
}

/// Whether several who act do this: "Paris and Rome trade blame".
pub fn is_plural_verb(word: &str) -> bool {
    is_one_of(
        word,
        "trade exchange swap agree accuse blame resume sign deny meet call clash say urge want claim dispute vow reject welcome see remain both each met spoke held",
    )
}

/// Whether an unknown word has the form of a verb in the place of one: "mobilized",
/// "considers the".
fn looks_like_predicate(reading: &Reading, token: usize) -> bool {
    let word = reading.word(token);
    let plain = reading.is_word(token) && !reading.is_capital(token) && reading.word(token + 1) != "-";
    let object = || {
        let next = token + 1;
        reading.is_any(next, &[Class::Determiner, Class::Pronoun])
            || reading.is_capital(next)
            || reading.is_adverb(next)
    };
    let noun = [Class::Force, Class::Institution, Class::Title, Class::ActNoun, Class::Unnamed, Class::Preposition];
    // A city falls, too.
    let irregular = is_irregular_past(word) && !is_one_of(word, "fell rose lost became saw shut");
    plain
        && !reading.is_any(token, &noun)
        && (word.ends_with("ed") || irregular || (word.ends_with('s') && !word.ends_with("ss") && object()))
}

/// Whether the noun or participle at a token is about somebody who is dealt with, and
/// not about where: "talks with", "sanctions on", "blamed on", "a warning to".
pub fn is_dealing(reading: &Reading, token: usize) -> bool {
    const DEALINGS: &str = "depends depend depended dependent relies rely relied reliance offer proposal invitation orders letter permission allegiance allied according pressure sanctions warning warnings threat threats challenge support aid assistance arms weapons defeat victory setback blow request behest calls call appeal talks negotiations dialogue relations ties tensions truce ceasefire deal agreement message ultimatum demands concessions response actions policy loyal hostility";
    reading.is(token, Class::Accuse) || is_one_of(reading.word(token), DEALINGS)
}
