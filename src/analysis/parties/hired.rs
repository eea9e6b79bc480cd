//! Those who fight abroad for pay: on the side of the state where they fight, unless
//! their own state fights there too.

use super::{Parties, Who};
use crate::analysis::actors::{ActorPhrase, Part};
use crate::analysis::acts;
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// Moves the services of a foreign state that has no part itself to the side of the
/// `home` state, and drops that foreign state.
pub fn join(reading: &Reading, parties: &mut Parties, phrases: &[ActorPhrase], home: Option<u16>) {
    let Some(home) = home.map(Who::Known) else { return };
    let Some(mut host) = parties.sides.iter().position(|(members, _)| members.contains(&home)) else { return };
    let direct = |state: Who| {
        phrases.iter().any(|phrase| {
            phrase.who == state
                && !is_hired(reading, phrase)
                && (phrase.armed || acts::part_of(reading, phrase) != Part::Bystander)
        })
    };
    for phrase in phrases {
        let state = match phrase.who {
            Who::Known(actor) if reading.pack.actors[usize::from(actor)].kind == ActorKind::Service => {
                // A service that is only abroad, and not the army of its own state.
                let state = reading.pack.actors[usize::from(actor)].affiliation;
                let abroad = |state: &u16| {
                    let mut countries = reading.pack.countries_of(*state);
                    countries.all(|country| reading.pack.countries_of(actor).all(|other| other != country))
                };
                state.filter(abroad).map(Who::Known)
            }
            who => Some(who).filter(|who| *who != home && is_hired(reading, phrase)),
        };
        let Some(state) = state.filter(|state| *state != home && !direct(*state)) else { continue };
        let Some(side) = parties.side_of(reading, state).filter(|side| *side != host) else { continue };
        // Where there is nobody else to fight, they fight the host.
        if parties.sides[side].0.first() != Some(&state) || parties.sides.len() < 3 {
            continue;
        }
        // Its services fight for the host; the state itself takes no part.
        let services: Vec<Who> = parties.sides[side].0.iter().copied().filter(|who| *who != state).collect();
        parties.sides[host].0.extend(services);
        parties.sides.remove(side);
        host -= usize::from(host > side);
        parties.separated = parties.separated.map(|other| other - usize::from(other > side));
        parties.hired = Some(host);
    }
}

/// Whether the phrase names those who fight for pay.
pub fn is_hired(reading: &Reading, phrase: &ActorPhrase) -> bool {
    is_one_of(reading.word(phrase.last), "mercenaries mercenary contractors contractor instructors paramilitaries")
}
