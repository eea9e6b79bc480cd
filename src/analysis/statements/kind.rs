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
