//! Of what kind a statement is: claim, forecast or judgement of a side, or the word of
//! somebody else.

use super::Kind;
use super::draft::{Draft, Manner, Tokens};
use super::hedges;
use super::source::Voice;
use crate::analysis::SideId;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// A word of the future tells about a whole content only near its beginning.
const NEAR: usize = 12;
/// A motive or a verdict stands this near after its "is", in tokens.
const AFTER_BE: usize = 3;
/// The kind, and the side whose word it is.
pub fn of(reading: &Reading, draft: &Draft, voice: Option<Voice>) -> (Kind, Option<SideId>) {
    match draft.manner {
        Manner::Hedge => return (Kind::Hearsay, None),
        Manner::Withhold => return (Kind::Withheld, None),
        Manner::Disclaim => return (Kind::Disclaimer, None),
        _ => {}
    }
    let side = match voice {
        Some(Voice::Side(side) | Voice::UnnamedOf(side)) => Some(side),
        _ => None,
    };
    if withholds(reading, draft) {
        return (Kind::Withheld, side);
    }
    match voice {
        Some(Voice::Side(_) | Voice::Parties) => (of_party(reading, draft), side),
        Some(Voice::UnnamedOf(_)) => (Kind::Unnamed, side),
        // "It is hard to verify the reports, he noted" disclaims them whoever notes it.
        _ if disclaims(reading, draft) => (Kind::Disclaimer, None),
        Some(Voice::Unnamed) => (Kind::Unnamed, None),
        Some(Voice::Outside | Voice::Earlier) | None => (Kind::ThirdParty, None),
    }
}

/// Whether the content says no more than that there is no answer: "said it would have
/// no comment".
fn withholds(reading: &Reading, draft: &Draft) -> bool {
    let Some(content) = draft.content.first() else { return false };
    (content.first..=content.last.min(content.first + AFTER_BE))
        .any(|t| reading.phrase(t, Class::Withheld).is_some_and(|last| reading.word(last) == "comment"))
}

/// Whether the content is itself a disclaimer.
fn disclaims(reading: &Reading, draft: &Draft) -> bool {
    draft.content.iter().any(|part| hedges::disclaiming(reading, part.first, part.last + 1, false).is_some())
}

/// The kind of a side's statement.
fn of_party(reading: &Reading, draft: &Draft) -> Kind {
    match draft.manner {
        Manner::Promise => return Kind::Forecast,
        Manner::Label => return Kind::Judgement,
        Manner::Deny => return Kind::Claim,
        // Who is to blame is settled by no record.
        Manner::Accuse if reading.word(draft.cue.first).starts_with("blam") => return Kind::Judgement,
        _ => {}
    }
    if draft.manner != Manner::Accuse && is_future(reading, draft) {
        return Kind::Forecast;
    }
    let opinion = |part: &Tokens| (part.first..=part.last).any(|t| is_opinion(reading, t, part.first));
    if draft.content.iter().any(opinion) {
        return Kind::Judgement;
    }
    Kind::Claim
}

/// Whether a content is about what will come: by the verb of its own clause, or
/// because it is warned of.
fn is_future(reading: &Reading, draft: &Draft) -> bool {
    let warns = reading.word(draft.cue.last).starts_with("warn");
    if warns && draft.content.iter().any(|part| reading.word(part.first - 1) == "of") {
        return true;
    }
    let mut seen = 0;
    for part in &draft.content {
        for token in part.first..=part.last {
            seen += 1;
            let aside = reading.word(token) == "because"
                || is_one_of(reading.word(token), "who which where") && reading.word(token - 1) == ",";
            if seen > NEAR || aside {
                return false;
            }
            if reading.phrase(token, Class::Future).is_some_and(|last| looks_ahead(reading, token, last)) {
                return true;
            }
        }
    }
    false
}

/// Whether a word of the future is used as one: "plans to", not "as planned", "aimed
/// at" or "may have been".
fn looks_ahead(reading: &Reading, token: usize, last: usize) -> bool {
    let next = reading.word(last + 1);
    match reading.word(token) {
        "may" | "might" => !reading.is_capital(token) && next != "have",
        "would" if next == "-" => false,
        word if ["plan", "inten", "aim", "prepar"].iter().any(|stem| word.starts_with(stem)) && token == last => {
            next == "to"
        }
        _ => true,
    }
}

/// Whether a verdict, a motive or a label stands at `token`.
fn is_opinion(reading: &Reading, token: usize, first: usize) -> bool {
    let Some(last) = reading.phrase(token, Class::Opinion) else { return false };
    // "It was retaliation" gives a motive; "it fired back in retaliation" tells what happened.
    let motive = ["retaliat", "revenge", "respon"].iter().any(|stem| reading.word(last).starts_with(stem))
        || reading.word(last) == "to" && reading.word(token).starts_with("respon");
    !motive || token <= first + 1 || (token.saturating_sub(AFTER_BE)..token).any(|t| reading.is(t, Class::Be))
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn;

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::contents(&analyze(article, pack)));
    }

    #[test]
    fn a_promise_is_a_forecast() {
        check(
            "
Zelenskyy promised that the lights of the café would come back.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ forecast ukraine",
        );
    }

    #[test]
    fn a_vow_is_a_forecast() {
        check(
            "
Moscow vowed to answer the strike.
             ^^^^^^^^^^^^^^^^^^^^ forecast russia",
        );
    }

    #[test]
    fn what_will_happen_is_a_forecast() {
        check(
            "
Ukraine said it would strike again.
             ^^^^^^^^^^^^^^^^^^^^^ forecast ukraine",
        );
    }

    #[test]
    fn a_plan_laid_to_the_other_side_is_a_forecast() {
        check(
            "
Ukrainian lawmakers say Russia plans to attack again in spring.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ forecast ukraine",
        );
    }

    #[test]
    fn a_denial_is_a_claim() {
        check(
            "
Russia denied shelling the café.
              ^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn a_denial_with_a_clause_is_a_claim() {
        check(
            "
The Kremlin denied that its troops had left.
                        ^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn an_accusation_of_a_fact_is_a_claim_with_the_accused_in_it() {
        check(
            "
Ukraine accused Russia of shelling the café.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
        );
    }

    #[test]
    fn a_label_is_a_judgement() {
        check(
            "
Putin called the raid “a desperate act of terrorism.”
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ judgement russia",
        );
    }

    #[test]
    fn a_fact_told_by_a_side_is_a_claim() {
        check(
            "
Ukraine said it had shot down 40 drones.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
        );
    }

    #[test]
    fn blame_is_a_judgement() {
        check(
            "
Ukraine blamed Russia for the fire at the café.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ judgement ukraine",
        );
    }

    #[test]
    fn what_is_warned_of_is_a_forecast() {
        check(
            "
Moscow warned of a wider raid.
                 ^^^^^^^^^^^^ forecast russia",
        );
    }

    #[test]
    fn what_might_come_is_a_forecast_and_what_may_have_been_is_not() {
        check(
            "
Ukraine said the road might close. Russia said the boat may have sunk in the storm.
             ^^^^^^^^^^^^^^^^^^^^ forecast ukraine
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn what_went_as_planned_is_no_forecast() {
        check(
            "
Ukraine said the exit went as planned. Russia said the boat missed its intended port.
             ^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn a_motive_is_a_judgement_and_an_answer_is_a_fact() {
        check(
            "
Russia said the raid was retaliation for a fire. Ukraine said it sank two boats in retaliation.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ judgement russia
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
        );
    }

    #[test]
    fn a_side_that_says_it_will_not_comment_withholds() {
        check(
            "
The Kremlin said it would not comment.
                 ^^^^^^^^^^^^^^^^^^^^ withheld russia",
        );
    }

    #[test]
    fn what_a_reporter_says_could_not_be_verified_is_a_disclaimer() {
        check(
            "
The report could not be independently verified, Example Press noted.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer",
        );
    }
}
