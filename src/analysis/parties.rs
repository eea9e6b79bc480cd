//! Which actors are parties to the conflict, and who stands on one side with whom.
//!
//! A party is an actor with a part in the violence that the article reports, and
//! with an opponent: one that the pack knows it to fight, or one that the article
//! shows it fighting. All others are third parties.

use super::Evidence;
use super::actors::{ActorPhrase, Part, Who};
use super::acts;
use super::lexicon::Class;
use super::pack::{ActorKind, Conflict};
use super::reading::Reading;
use crate::order;

pub mod hired;
mod proxies;
mod years;

use self::years::FUTURE;

/// A conflict counts beside the strongest one where it weighs this share of it, in percent.
const LEAST_SHARE: u32 = 25;
/// A side of a known conflict that is named so often takes part in it.
const OFTEN: u32 = 3;
/// A state that does not fight is named less than one time in so many of the one named most.
const SELDOM: u32 = 3;
/// Without a conflict that the pack knows, a party has so many hostile acts at least.
const FEWEST_ACTS: u32 = 2;

/// The sides with their actors.
#[derive(Default)]
pub struct Parties {
    /// Each side's actors, the principal first, and why it is one.
    pub sides: Vec<(Vec<Who>, Vec<Evidence>)>,
    /// The side of the rebels whom a state backs, where they are not that state's own.
    pub separated: Option<usize>,
    /// The side for which those fight who are paid for it, where their state does not.
    pub hired: Option<usize>,
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
    /// Those that are its own.
    own: u32,
    /// Hostile acts by it or against it, and mentions of its forces.
    acts: u32,
    /// Hostile acts alone.
    blows: u32,
    /// Mentions by its own name as rebels, or as a government.
    rebels: u32,
    governments: u32,
    shown: Option<super::Span>,
    /// The first mention of its forces.
    armed: Option<super::Span>,
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

/// Decides the parties. `native` is the state in whose land most happens, and `home` the
/// same where the article can mean no other by "the army".
pub fn find(reading: &Reading, phrases: &[ActorPhrase], native: Option<u16>, home: Option<u16>) -> Parties {
    if !acts::is_about_war(reading, phrases) {
        return Parties::default();
    }
    let tallies = tally(reading, phrases, home);
    let mut parties = Parties::default();
    let years = years::of(reading);
    let mut conflicts: Vec<(u64, u32, &Conflict)> = Vec::new();
    for conflict in &reading.pack.conflicts {
        let misfit = years::misfit(reading.pack.text(conflict.name), years);
        if let Some(weight) = weigh(conflict, &tallies).filter(|_| misfit < FUTURE) {
            // Of equal ones, that which has the most actors; then that whose years fit,
            // and whose other sides are in the article too.
            let tally = |actor: &u16| tallies.of(Who::Known(*actor));
            let present = conflict
                .sides
                .iter()
                .flatten()
                .filter(|actor| tally(actor).own > 0 && tally(actor).takes_part())
                .count() as u64;
            let absent = |members: &&Vec<u16>| members.iter().all(|actor| tally(actor).mentions == 0);
            let absent = conflict.sides.iter().filter(absent).count() as u64;
            let over = u64::from(misfit + 1 == FUTURE);
            let present = MOST_ACTORS - present.min(MOST_ACTORS);
            let rank = u64::from(u32::MAX - weight) << 17 | over << 16 | present << 8 | (misfit * 2 + absent);
            conflicts.push((rank, weight, conflict));
        }
    }
    order::sort_by_key(&mut conflicts, |(rank, ..)| *rank);
    let strongest = conflicts.first().map_or(0, |(_, weight, _)| *weight);
    for (index, (_, weight, conflict)) in conflicts.iter().enumerate() {
        if weight * 100 >= strongest * LEAST_SHARE {
            join(&mut parties, conflict, &tallies, native, index == 0);
        }
    }
    if parties.sides.is_empty() || parties.sides.len() < 2 && tallies.of(Who::Insurgents).mentions < OFTEN {
        parties = by_acts_alone(reading, &tallies);
    } else {
        add_groups(reading, &mut parties, &tallies);
    }
    add_generic(reading, &mut parties, &tallies);
    hired::join(reading, &mut parties, phrases, home);
    if parties.sides.len() < 2 {
        parties = lone_attacker(reading, &tallies);
    }
    for (members, evidence) in &mut parties.sides {
        let earliest = |of: fn(&Tally) -> Option<super::Span>| {
            members.iter().filter_map(|who| of(tallies.of(*who))).min_by_key(|span| span.key())
        };
        let shown = earliest(|tally| tally.shown);
        let shown = if evidence.is_empty() { shown.or_else(|| earliest(|tally| tally.armed)) } else { shown };
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

    /// The groups that only the article names, with theirs.
    fn coined(&self) -> impl Iterator<Item = (Who, &Tally)> {
        (0..Who::COINED).map(|group| (Who::Coined(group), self.of(Who::Coined(group))))
    }
}

/// Counts each actor's mentions and acts, on its own account and on that of those
/// who command it.
fn tally<'a>(reading: &'a Reading<'a>, phrases: &[ActorPhrase], home: Option<u16>) -> Tallies<'a> {
    let mut tallies = vec![Tally::default(); reading.pack.actors.len() + Who::OTHERS];
    for phrase in phrases {
        let part = acts::part_of(reading, phrase);
        let own = &mut tallies[phrase.who.index(reading)];
        let calls = |class| (phrase.first..=phrase.last).any(|token| reading.is(token, class));
        own.own += 1;
        own.rebels += u32::from(calls(Class::Insurgent));
        let governs = u32::from(calls(Class::Incumbent));
        let generic = home.filter(|_| phrase.who == Who::Incumbents).map(Who::Known);
        if let Some(home) = generic {
            // Its bodies have a part in what the article tells of them.
            tallies[home.index(reading)].acts += 1;
            tallies[home.index(reading)].own += 1;
        }
        for who in chain(reading, phrase.who).chain(generic) {
            let tally = &mut tallies[who.index(reading)];
            tally.governments += governs;
            tally.mentions += 1;
            tally.acts += u32::from(phrase.armed) + u32::from(part != Part::Bystander);
            if part != Part::Bystander {
                tally.blows += 1;
                tally.shown.get_or_insert(phrase.span(reading));
            }
            if phrase.armed {
                tally.armed.get_or_insert(phrase.span(reading));
            }
        }
    }
    Tallies { reading, tallies }
}

/// More actors of one conflict than this make no difference.
const MOST_ACTORS: u64 = 99;
/// How much of the article is about a conflict: nothing where fewer than two of its
/// sides have a part in the violence.
fn weigh(conflict: &Conflict, tallies: &Tallies) -> Option<u32> {
    let mut sides: Vec<u32> = conflict
        .sides
        .iter()
        .map(|members| {
            let found = members.iter().map(|actor| tallies.of(Who::Known(*actor)));
            let named = found.filter(|tally| tally.takes_part()).map(|tally| tally.mentions + 2 * tally.acts).max();
            // "The rebels" of the article may be this war's.
            let bare = tallies.of(Who::Insurgents).mentions;
            let rebels = members.first().is_some_and(|actor| !is_state(tallies.reading, Who::Known(*actor)));
            named.unwrap_or(if rebels && bare >= OFTEN { bare } else { 0 })
        })
        .collect();
    let strongest = sides.iter().copied().max()?;
    let at = sides.iter().position(|side| *side == strongest)?;
    sides.swap_remove(at);
    let second = sides.into_iter().max()?;
    (second > 0).then(|| second * 2 + strongest.min(second * 2))
}

/// Adds a conflict's sides that the article shows, to those that are there.
///
/// Of a conflict that is not the article's `main` one, a side must be seen to fight: it
/// is often named for what happens elsewhere.
///
/// The `native` state of the land is one even where only others are seen to fight.
fn join(parties: &mut Parties, conflict: &Conflict, tallies: &Tallies, native: Option<u16>, main: bool) {
    let reading = tallies.reading;
    let fights = |members: &&Vec<u16>| members.iter().any(|actor| tallies.of(Who::Known(*actor)).acts > 0);
    let fighting = conflict.sides.iter().filter(fights).count();
    let named = conflict.sides.iter().flatten().map(|actor| tallies.of(Who::Known(*actor)).mentions);
    let most = named.max().unwrap_or(0);
    for members in &conflict.sides {
        let members: Vec<Who> = members.iter().map(|actor| Who::Known(*actor)).collect();
        let mut shown: Vec<Who> = members.iter().copied().filter(|who| tallies.of(*who).mentions > 0).collect();
        if !shown.iter().any(|who| tallies.of(*who).takes_part()) {
            continue;
        }
        let placed = parties.sides.iter().position(|(side, _)| members.iter().any(|who| side.contains(who)));
        let blows = shown.iter().map(|who| tallies.of(*who).blows).max().unwrap_or(0);
        if placed.is_none() && !main && blows < FEWEST_ACTS {
            continue;
        }
        // Of states beside two that fight, those only speak whose forces are not told of.
        let state = shown.first().is_some_and(|who| is_state(reading, *who));
        let native = shown.iter().any(|who| native.is_some_and(|native| *who == Who::Known(native)));
        let named = shown.iter().map(|who| tallies.of(*who).mentions).max().unwrap_or(0);
        let idle = shown.iter().all(|who| tallies.of(*who).acts == 0) && !native && named * SELDOM < most;
        if placed.is_none() && state && idle && fighting >= 2 {
            continue;
        }
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
    for (who, tally) in tallies.coined() {
        if tally.blows > 0 {
            fighting.push((who, tally.acts));
        }
    }
    order::sort_by_key(&mut fighting, |(_, acts)| u64::from(u32::MAX - acts));
    Parties { sides: fighting.into_iter().map(|(who, _)| (vec![who], Vec::new())).collect(), ..Parties::default() }
}

/// Adds the groups that the article shows fighting in a war in which the pack does not
/// know them, or that only the article names.
fn add_groups(reading: &Reading, parties: &mut Parties, tallies: &Tallies) {
    for (number, tally) in tallies.known() {
        let actor = &reading.pack.actors[usize::from(number)];
        let group = matches!(actor.kind, ActorKind::ArmedGroup | ActorKind::Coalition) && actor.affiliation.is_none();
        let who = Who::Known(number);
        if group && tally.blows >= FEWEST_ACTS && parties.side_of(reading, who).is_none() {
            parties.sides.push((vec![who], Vec::new()));
        }
    }
    for (who, tally) in tallies.coined() {
        if tally.blows > 0 && tally.acts >= FEWEST_ACTS {
            parties.sides.push((vec![who], Vec::new()));
        }
    }
}

/// The one party that an article shows fighting, where its opponent is not named.
fn lone_attacker(reading: &Reading, tallies: &Tallies) -> Parties {
    let Parties { mut sides, .. } = by_acts_alone(reading, tallies);
    sides.retain(|(members, _)| members.iter().any(|who| tallies.of(*who).blows > FEWEST_ACTS));
    sides.truncate(1);
    Parties { sides, ..Parties::default() }
}

/// Whether it is a state or an authority like one.
pub fn is_state(reading: &Reading, who: Who) -> bool {
    matches!(who, Who::Known(a)
        if matches!(reading.pack.actors[usize::from(a)].kind, ActorKind::State | ActorKind::Authority))
}

/// Decides who "the rebels" and "government forces" are, where the article has both
/// a state and those who fight it.
fn add_generic(reading: &Reading, parties: &mut Parties, tallies: &Tallies) {
    proxies::separate(reading, parties, tallies);
    let mentions = |who: Who| tallies.of(who).mentions;
    let weight = |side: &(Vec<Who>, Vec<Evidence>)| side.0.iter().map(|who| mentions(*who)).sum::<u32>();
    let insurgents = mentions(Who::Insurgents);
    // Whom the article calls a government, or rebels, is one; then who is named most.
    let strongest = |state: bool| {
        let mut best = None;
        for (index, side) in parties.sides.iter().enumerate() {
            let called = |who: &Who| if state { tallies.of(*who).governments } else { tallies.of(*who).rebels };
            let called = side.0.iter().map(called).sum::<u32>();
            // An authority that the article calls rebels is theirs.
            let is_state = side.0.first().is_some_and(|who| is_state(reading, *who)) && (state || called == 0);
            let force = |who: &Who| matches!(who, Who::Known(a) if matches!(reading.pack.actors[usize::from(*a)].kind, ActorKind::Coalition | ActorKind::Service));
            let never = !state && called == 0 && side.0.first().is_some_and(force);
            if is_state != state || never || parties.separated == Some(index) {
                continue;
            }
            let rank = (if state { called } else { called.min(1) }, weight(side));
            if best.is_none_or(|(found, _)| rank > found) {
                best = Some((rank, index));
            }
        }
        best.map(|(_, index)| index)
    };
    let (government, rebels) = (strongest(true), parties.separated.or_else(|| strongest(false)));
    match (government, rebels) {
        (Some(government), Some(rebels)) => {
            parties.sides[rebels].0.push(Who::Insurgents);
            parties.sides[government].0.push(Who::Incumbents);
        }
        (Some(government), None) if insurgents >= FEWEST_ACTS => {
            parties.sides[government].0.push(Who::Incumbents);
            parties.sides.push((vec![Who::Insurgents], Vec::new()));
        }
        _ if parties.sides.len() < 2 => {
            // The state is the one that is named most, if it has any part at all.
            let states = tallies.known().map(|(actor, tally)| (Who::Known(actor), tally));
            let state = states
                .filter(|(who, tally)| is_state(reading, *who) && tally.acts > 0)
                .max_by_key(|(_, tally)| tally.mentions)
                .map(|(who, _)| who);
            let Some(state) = state else { return };
            if let Some(rebels) = rebels {
                // The group fights some state; the card shows its acts.
                parties.sides[rebels].0.push(Who::Insurgents);
                parties.sides.push((vec![state, Who::Incumbents], Vec::new()));
            } else if insurgents >= FEWEST_ACTS {
                parties.sides = vec![(vec![state, Who::Incumbents], Vec::new()), (vec![Who::Insurgents], Vec::new())];
            }
        }
        _ => {}
    }
}
