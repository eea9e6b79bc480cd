//! Rebels whom a state backs in another country.

use super::{OFTEN, Parties, Tallies, Who};
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;

/// Makes rebels a side of their own where the article shows as much of them as of the
/// state that backs them.
pub fn separate(reading: &Reading, parties: &mut Parties, tallies: &Tallies) {
    // An authority in another country than the state that it belongs to.
    let is_proxy = |who: &Who| match who {
        Who::Known(a) => {
            let actor = &reading.pack.actors[usize::from(*a)];
            let home =
                |state: u16| reading.pack.countries_of(state).any(|c| reading.pack.countries_of(*a).any(|o| o == c));
            actor.kind == ActorKind::Authority && actor.affiliation.is_some_and(|state| !home(state))
        }
        _ => false,
    };
    let bare = tallies.of(Who::Insurgents).mentions;
    for side in 0..parties.sides.len() {
        let members = &mut parties.sides[side].0;
        let proxies: Vec<Who> = members.iter().copied().filter(is_proxy).collect();
        let mentions = bare + proxies.iter().map(|who| tallies.of(*who).mentions).sum::<u32>();
        let rebels = bare + proxies.iter().map(|who| tallies.of(*who).rebels).sum::<u32>();
        let Some(patron) = members.first().filter(|who| !is_proxy(who)).map(|who| tallies.of(*who).mentions) else {
            continue;
        };
        if !proxies.is_empty() && rebels >= OFTEN && mentions * 2 >= patron + bare - mentions.min(patron) {
            members.retain(|who| !is_proxy(who));
            parties.separated = Some(parties.sides.len());
            let evidence = parties.sides[side].1.clone();
            parties.sides.push((proxies, evidence));
            return;
        }
    }
}
