//! Which actors are parties to the conflict, and who stands on one side with whom.
//!
//! A party is an actor with a part in the violence that the article reports, and
//! with an opponent: one that the pack knows it to fight, or one that the article
//! shows it fighting. All others are third parties.

use super::Evidence;
use super::actors::{ActorPhrase, Part, Who};
use super::acts;
use super::pack::{ActorKind, Conflict};
use super::reading::Reading;
use crate::order;

/// A conflict counts beside the strongest one where it weighs this share of it, in percent.
const LEAST_SHARE: u32 = 25;
/// A side of a known conflict that is named so often takes part in it.
const OFTEN: u32 = 3;
/// Without a conflict that the pack knows, a party has so many hostile acts at least.
const FEWEST_ACTS: u32 = 2;

/// The sides with their actors.
#[derive(Default)]
pub struct Parties {
    /// Each side's actors, the principal first, and why it is one.
    pub sides: Vec<(Vec<Who>, Vec<Evidence>)>,
}

impl Parties {
    /// The side that governs a country: the state's own, if it is a party.
    pub fn governing(&self, reading: &Reading, country: &str) -> Option<usize> {
        let governs = |who: &Who| match who {
            Who::Known(actor) => {
                reading.pack.actors[usize::from(*actor)].kind == ActorKind::State
                    && reading.pack.countries_of(*actor).any(|c| c == country)
            }
            _ => false,
        };
        self.sides.iter().position(|(members, _)| members.iter().any(governs))
    }

    /// The side on which an actor stands, by himself or through the one who commands him.
    pub fn side_of(&self, reading: &Reading, who: Who) -> Option<usize> {
        chain(reading, who).find_map(|who| self.sides.iter().position(|(members, _)| members.contains(&who)))
    }
}

/// What the article says of one actor.
#[derive(Clone, Default)]
struct Tally {
    mentions: u32,
    /// Hostile acts by it or against it, and mentions of its forces.
    acts: u32,
    /// Hostile acts alone.
    blows: u32,
    shown: Option<super::Span>,
}

impl Tally {
    /// Whether it has a part in the violence, or is named so often in an article
    /// about the conflict that it must have.
    fn takes_part(&self) -> bool {
        self.acts > 0 || self.mentions >= OFTEN
    }
}

/// The actor, then the one that commands it, and so on.
fn chain<'a>(reading: &'a Reading, who: Who) -> impl Iterator<Item = Who> + 'a {
    /// Nobody is commanded over more ranks than this.
    const RANKS: usize = 5;
    std::iter::successors(Some(who), |who| match who {
        Who::Known(actor) => reading.pack.actors[usize::from(*actor)].affiliation.map(Who::Known),
        _ => None,
    })
    .take(RANKS)
}

/// Decides the parties.
pub fn find(reading: &Reading, phrases: &[ActorPhrase]) -> Parties {
    if !acts::is_about_war(reading) {
        return Parties::default();
    }
    let tallies = tally(reading, phrases);
    let mut parties = Parties::default();
    let mut conflicts: Vec<(u32, &Conflict)> =
        reading.pack.conflicts.iter().filter_map(|c| weigh(c, &tallies).map(|weight| (weight, c))).collect();
    order::sort_by_key(&mut conflicts, |(weight, _)| u64::from(u32::MAX - weight));
    let strongest = conflicts.first().map_or(0, |(weight, _)| *weight);
    for (weight, conflict) in &conflicts {
        if weight * 100 >= strongest * LEAST_SHARE {
            join(reading, &mut parties, conflict, &tallies);
        }
    }
    if parties.sides.len() < 2 {
        parties = by_acts_alone(reading, &tallies);
    }
    add_generic(reading, &mut parties, &tallies);
    if parties.sides.len() < 2 {
        parties = lone_attacker(reading, &tallies);
    }
    for (members, evidence) in &mut parties.sides {
        let shown = members.iter().filter_map(|who| tallies.of(*who).shown).min_by_key(|span| span.key());
        evidence.extend(shown.map(Evidence::HostileAct));
    }
    parties
}

/// A tally for each actor of the pack, and for the others after them.
struct Tallies<'a> {
    reading: &'a Reading<'a>,
    tallies: Vec<Tally>,
}

impl Tallies<'_> {
    fn of(&self, who: Who) -> &Tally {
        &self.tallies[who.index(self.reading)]
    }

    /// The pack's actors with their tallies.
    fn known(&self) -> impl Iterator<Item = (u16, &Tally)> {
        (0..).zip(&self.tallies[..self.reading.pack.actors.len()])
    }
}

/// Counts each actor's mentions and acts, on its own account and on that of those
/// who command it.
fn tally<'a>(reading: &'a Reading<'a>, phrases: &[ActorPhrase]) -> Tallies<'a> {
    let mut tallies = vec![Tally::default(); reading.pack.actors.len() + Who::OTHERS];
    for phrase in phrases {
        let part = acts::part_of(reading, phrase);
        for who in chain(reading, phrase.who) {
            let tally = &mut tallies[who.index(reading)];
            tally.mentions += 1;
            tally.acts += u32::from(phrase.armed) + u32::from(part != Part::Bystander);
            if part != Part::Bystander {
                tally.blows += 1;
                tally.shown.get_or_insert(phrase.span(reading));
            }
        }
    }
    Tallies { reading, tallies }
}

/// How much of the article is about a conflict: nothing where fewer than two of its
/// sides have a part in the violence.
fn weigh(conflict: &Conflict, tallies: &Tallies) -> Option<u32> {
    let mut sides: Vec<u32> = conflict
        .sides
        .iter()
        .map(|members| {
            let found = members.iter().map(|actor| tallies.of(Who::Known(*actor)));
            found.filter(|tally| tally.takes_part()).map(|tally| tally.mentions + 2 * tally.acts).max().unwrap_or(0)
        })
        .collect();
    let strongest = sides.iter().copied().max()?;
    let at = sides.iter().position(|side| *side == strongest)?;
    sides.swap_remove(at);
    let second = sides.into_iter().max()?;
    (second > 0).then(|| second * 2 + strongest.min(second * 2))
}

/// Adds a conflict's sides that the article shows, to those that are there.
fn join(reading: &Reading, parties: &mut Parties, conflict: &Conflict, tallies: &Tallies) {
    for members in &conflict.sides {
        let members: Vec<Who> = members.iter().map(|actor| Who::Known(*actor)).collect();
        let mut shown: Vec<Who> = members.iter().copied().filter(|who| tallies.of(*who).mentions > 0).collect();
        if !shown.iter().any(|who| tallies.of(*who).takes_part()) {
            continue;
        }
        let placed = parties.sides.iter().position(|(side, _)| members.iter().any(|who| side.contains(who)));
        match placed {
            Some(side) => {
                let elsewhere: Vec<Who> = parties.sides.iter().flat_map(|(side, _)| side.clone()).collect();
                shown.retain(|who| !elsewhere.contains(who));
                parties.sides[side].0.extend(shown);
            }
            None => {
                parties.sides.push((shown, vec![Evidence::KnownConflict(reading.pack.text(conflict.name).to_string())]))
            }
        }
    }
}

/// The parties of a war that the pack does not know: those that the article shows
/// fighting.
fn by_acts_alone(reading: &Reading, tallies: &Tallies) -> Parties {
    let mut fighting: Vec<(Who, u32)> = Vec::new();
    for (number, tally) in tallies.known() {
        let actor = &reading.pack.actors[usize::from(number)];
        let may_fight = !matches!(actor.kind, ActorKind::Outside | ActorKind::Media) && actor.affiliation.is_none();
        if may_fight && tally.blows > 0 && tally.acts >= FEWEST_ACTS {
            fighting.push((Who::Known(number), tally.acts));
        }
    }
    order::sort_by_key(&mut fighting, |(_, acts)| u64::from(u32::MAX - acts));
    Parties { sides: fighting.into_iter().map(|(who, _)| (vec![who], Vec::new())).collect() }
}

/// The one party that an article shows fighting, where its opponent is not named.
fn lone_attacker(reading: &Reading, tallies: &Tallies) -> Parties {
    let Parties { mut sides } = by_acts_alone(reading, tallies);
    sides.retain(|(members, _)| members.iter().any(|who| tallies.of(*who).blows > FEWEST_ACTS));
    sides.truncate(1);
    Parties { sides }
}

/// Decides who "the rebels" and "government forces" are, where the article has both
/// a state and those who fight it.
fn add_generic(reading: &Reading, parties: &mut Parties, tallies: &Tallies) {
    let mentions = |who: Who| tallies.of(who).mentions;
    let is_state = |who: &Who| matches!(who, Who::Known(a) if matches!(reading.pack.actors[usize::from(*a)].kind, ActorKind::State | ActorKind::Authority));
    let weight = |side: &(Vec<Who>, Vec<Evidence>)| side.0.iter().map(|who| mentions(*who)).sum::<u32>();
    let insurgents = mentions(Who::Insurgents);
    let strongest = |state: bool| {
        let sides =
            parties.sides.iter().enumerate().filter(|(_, (members, _))| members.first().is_some_and(is_state) == state);
        sides.max_by_key(|(_, side)| weight(side)).map(|(index, _)| index)
    };
    let (government, rebels) = (strongest(true), strongest(false));
    match (government, rebels) {
        (Some(government), Some(rebels)) => {
            parties.sides[rebels].0.push(Who::Insurgents);
            parties.sides[government].0.push(Who::Incumbents);
        }
        (Some(government), None) if insurgents >= FEWEST_ACTS => {
            parties.sides[government].0.push(Who::Incumbents);
            parties.sides.push((vec![Who::Insurgents], Vec::new()));
        }
        _ if insurgents >= FEWEST_ACTS && parties.sides.len() < 2 => {
            // The state is the one that is named most, if it has any part at all.
            let states = tallies.known().map(|(actor, tally)| (Who::Known(actor), tally));
            let state = states.filter(|(who, tally)| is_state(who) && tally.acts > 0).max_by_key(|(_, t)| t.mentions);
            if let Some((state, _)) = state {
                parties.sides = vec![(vec![state, Who::Incumbents], Vec::new()), (vec![Who::Insurgents], Vec::new())];
            }
        }
        _ => {}
    }
}
