//! Of what kind a statement is: claim, forecast or judgement of a side, or the word of
//! somebody else.

use super::Kind;
use super::draft::{Draft, Manner};
use super::source::Voice;
use crate::analysis::SideId;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;

/// A word of the future tells about a whole content only near its beginning.
const NEAR: usize = 12;

/// The kind, and the side whose word it is.
pub fn of(reading: &Reading, draft: &Draft, voice: Option<Voice>) -> (Kind, Option<SideId>) {
    match draft.manner {
        Manner::Hedge => return (Kind::Hearsay, None),
        Manner::Withhold => return (Kind::Withheld, None),
        Manner::Disclaim => return (Kind::Disclaimer, None),
        _ => {}
    }
    match voice {
        Some(Voice::Side(side)) => (of_party(reading, draft), Some(side)),
        Some(Voice::UnnamedOf(side)) => (Kind::Unnamed, Some(side)),
        Some(Voice::Unnamed) => (Kind::Unnamed, None),
        Some(Voice::Outside | Voice::Earlier) | None => (Kind::ThirdParty, None),
    }
}

/// The kind of a side's statement.
fn of_party(reading: &Reading, draft: &Draft) -> Kind {
    match draft.manner {
        Manner::Promise => return Kind::Forecast,
        Manner::Label => return Kind::Judgement,
        Manner::Deny => return Kind::Claim,
        _ => {}
    }
    let content = || draft.content.iter().flat_map(|part| part.first..=part.last);
    let future = |t: usize| reading.phrase(t, Class::Future).is_some();
    if draft.manner != Manner::Accuse && content().take(NEAR).any(future) {
        return Kind::Forecast;
    }
    if content().any(|t| reading.phrase(t, Class::Opinion).is_some()) {
        return Kind::Judgement;
    }
    Kind::Claim
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
}
