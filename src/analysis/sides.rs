//! The parties to the conflict and every mention of them.

use super::actors::{ActorPhrase, Part, Who};
use super::acts;
use super::countries::Countries;
use super::lexicon::{Class, Numbers};
use super::pack::ActorKind;
use super::parties::{self, Parties};
use super::reading::Reading;
use super::{Place, Span, slug};
use crate::analysis::word::is_one_of;
use crate::order;

/// The confidence of a mention by name, in percent.
const SURE: u8 = 95;
/// That of one by a common noun.
const UNSURE: u8 = 75;

/// A side's position in [`Analysis::sides`](super::Analysis::sides).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideId(pub u16);

/// Whom a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// One side.
    One(SideId),
    /// More than one at once: "both sides", "the warring parties".
    All,
}

/// As what a mention names its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The state or group as such.
    State,
    /// A government, ministry or other institution.
    Government,
    /// Armed forces, units and materiel of a state.
    Military,
    /// A non-state armed group or its fighters.
    ArmedGroup,
    /// A person who speaks or acts for the side.
    Official,
    /// Those who fight or govern for a side that is not their own state.
    Proxy,
    /// A seat of government that stands for the government.
    Metonym,
    /// Several sides at once.
    Collective,
}

impl Role {
    /// The role's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Role::State => "state",
            Role::Government => "government",
            Role::Military => "military",
            Role::ArmedGroup => "armed-group",
            Role::Official => "official",
            Role::Proxy => "proxy",
            Role::Metonym => "metonym",
            Role::Collective => "collective",
        }
    }
}

/// Why a party counts as a side here. Displayed as a phrase in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The words that show it fighting, attacking or being attacked.
    HostileAct(Span),
    /// A conflict that the pack knows, by its name, with another side of it in
    /// this article.
    KnownConflict(String),
}

/// A party to the conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// A stable id in lower case: "russia".
    pub id: String,
    /// The name to show.
    pub name: String,
    /// The names by which this article calls it, the most frequent first.
    pub names: Vec<String>,
    /// Why it counts as a party here, the strongest first.
    pub evidence: Vec<Evidence>,
}

/// A noun phrase that names a side or an acting part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The smallest whole noun phrase, without a leading article.
    pub span: Span,
    /// Whom it names.
    pub party: Party,
    /// As what it names it.
    pub role: Role,
    /// How sure this is, in percent.
    pub confidence: u8,
}

/// The sides and their mentions.
pub struct Found {
    /// The sides, the most mentioned first.
    pub sides: Vec<Side>,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Mention>,
    /// For each actor's phrase, in their order, its side.
    pub of_phrase: Vec<Option<SideId>>,
}

/// Finds the parties among the actors, and every mention of them.
pub fn find(reading: &Reading, phrases: &[ActorPhrase], places: &[Place]) -> Found {
    let native = native_state(reading, places);
    let home = native.filter(|native| fights_alone(reading, phrases, *native));
    let parties = parties::find(reading, phrases, native, home);
    let place = |phrase: &ActorPhrase| match phrase.who {
        // "The regime in Bangui" is that country's, whoever fights here.
        Who::Incumbents if let Some(country) = country_of(reading, phrase, places) => {
            parties.governing(reading, country)
        }
        Who::Local => {
            let near = parties.governing(reading, country_near(places, phrase.span(reading))?);
            // A governor of somewhere is one of the country that the article is about.
            let named = phrase.last > phrase.first && reading.is_capital(phrase.last);
            near.or_else(|| parties.side_of(reading, Who::Known(home.filter(|_| named)?)))
        }
        Who::Known(_) if phrase.role == Role::Proxy && parties.separated.is_some() => parties.separated,
        _ if parties::hired::is_hired(reading, phrase) && parties.hired.is_some() => parties.hired,
        who => parties.side_of(reading, who),
    };
    let placed: Vec<Option<usize>> = phrases.iter().map(place).collect();
    let order = order(&parties, &placed);
    let side_id = |side: usize| SideId(order.iter().position(|s| *s == side).unwrap_or(0) as u16);
    let of_phrase: Vec<Option<SideId>> = placed.iter().map(|side| side.map(side_id)).collect();
    let mut mentions: Vec<Mention> = phrases
        .iter()
        .zip(&of_phrase)
        .filter_map(|(phrase, side)| {
            let generic = !matches!(phrase.who, Who::Known(_) | Who::Coined(_));
            let confidence = if generic { UNSURE } else { SURE };
            Some(Mention { span: phrase.span(reading), party: Party::One((*side)?), role: phrase.role, confidence })
        })
        .collect();
    if parties.sides.len() > 1 {
        let states =
            parties.sides.iter().filter(|(members, _)| members.iter().any(|who| parties::is_state(reading, *who)));
        add_collectives(reading, &mut mentions, states.count());
    }
    let sides = order.iter().map(|side| side_of(reading, &parties, *side, phrases, &placed)).collect();
    Found { sides, mentions, of_phrase }
}

/// The state in whose country most places lie.
fn native_state(reading: &Reading, places: &[Place]) -> Option<u16> {
    let mut countries = Countries::default();
    places.iter().filter(|place| !place.country.is_empty()).for_each(|place| countries.count(&place.country));
    let country = countries.most()?;
    (0..reading.pack.actors.len() as u16).find(|actor| {
        reading.pack.actors[usize::from(*actor)].kind == ActorKind::State
            && reading.pack.countries_of(*actor).any(|other| other == country)
    })
}

/// Whether no other state than that of the land has a part in the violence: "the army" is
/// then its own.
fn fights_alone(reading: &Reading, phrases: &[ActorPhrase], native: u16) -> bool {
    let foreign = |phrase: &ActorPhrase| {
        let state = matches!(phrase.who, Who::Known(actor)
            if actor != native && reading.pack.actors[usize::from(actor)].kind == ActorKind::State);
        state
            && !parties::hired::is_hired(reading, phrase)
            && (phrase.armed || acts::part_of(reading, phrase) != Part::Bystander)
    };
    !phrases.iter().any(foreign)
}

/// The country of the place in which a phrase says that its government sits: "the regime
/// in Bangui".
fn country_of<'a>(reading: &Reading, phrase: &ActorPhrase, places: &'a [Place]) -> Option<&'a str> {
    let from = is_one_of(reading.word(phrase.last + 1), "in of").then_some(phrase.last + 2)?;
    let span = reading.span(from, from);
    let place = places.iter().find(|place| place.span.overlaps(span))?;
    (!place.country.is_empty()).then_some(place.country.as_str())
}

/// The country of the last place named before a phrase ends, or of the next one.
fn country_near(places: &[Place], span: Span) -> Option<&str> {
    let next = places.partition_point(|place| place.span.start < span.end);
    let named = |place: &&Place| !place.country.is_empty();
    let before = places[..next].iter().rev().find(named);
    before.or_else(|| places[next..].iter().find(named)).map(|place| place.country.as_str())
}

/// The sides' positions, the most mentioned first.
fn order(parties: &Parties, placed: &[Option<usize>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parties.sides.len()).collect();
    let mentions = |side: &usize| placed.iter().filter(|p| **p == Some(*side)).count() as u64;
    order::sort_by_key(&mut order, |side| u64::MAX - mentions(side));
    order
}

fn side_of(
    reading: &Reading,
    parties: &Parties,
    side: usize,
    phrases: &[ActorPhrase],
    placed: &[Option<usize>],
) -> Side {
    let (members, evidence) = &parties.sides[side];
    let mut numbers = Numbers::default();
    let mut names: Vec<(&str, u64)> = Vec::new();
    for (phrase, _) in phrases.iter().zip(placed).filter(|(_, p)| **p == Some(side)) {
        let name = reading.article.slice(phrase.span(reading));
        match numbers.get(name) {
            Some(number) => names[*number as usize].1 += 1,
            None => {
                numbers.insert(name.into(), names.len() as u32);
                names.push((name, 1));
            }
        }
    }
    order::sort_by_key(&mut names, |(_, count)| u64::MAX - count);
    let principal = members.iter().find_map(|who| match who {
        Who::Known(actor) => Some(*actor),
        _ => None,
    });
    let (id, name) = match principal {
        Some(actor) => (reading.pack.id_of(actor), reading.pack.name_of(actor).to_string()),
        None => match coined_name(reading, members, phrases) {
            Some(name) => (slug(name), name.to_string()),
            None => ("rebels".to_string(), "Rebels".to_string()),
        },
    };
    Side { id, name, names: names.into_iter().map(|(name, _)| name.to_string()).collect(), evidence: evidence.clone() }
}

/// The first name that the article gives to a group of its own.
fn coined_name<'a>(reading: &'a Reading, members: &[Who], phrases: &[ActorPhrase]) -> Option<&'a str> {
    let group = members.iter().find(|who| matches!(who, Who::Coined(_)))?;
    let phrase = phrases.iter().find(|phrase| phrase.who == *group)?;
    Some(reading.article.slice(phrase.span(reading)))
}

/// Adds "both sides" and the like, where so many sides are states.
fn add_collectives(reading: &Reading, mentions: &mut Vec<Mention>, states: usize) {
    let mut added: Vec<Mention> = Vec::new();
    for token in 0..reading.len() {
        let Some(last) = reading.phrase(token, Class::Collective) else { continue };
        // "Neighbors" alone are others as often as they are the sides, "two neighbors" are not.
        let token = if last > token {
            token
        } else if token > 0 && reading.word(token - 1) == "two" {
            token - 1
        } else {
            continue;
        };
        let of_states = is_one_of(
            reading.word(last),
            "countries nations neighbors neighbours armies militaries capitals governments powers",
        );
        if of_states && states < 2 {
            continue;
        }
        let span = reading.span(token, last);
        let at = mentions.partition_point(|m| m.span.start < span.start);
        let free = |m: Option<&Mention>| m.is_none_or(|m| !m.span.overlaps(span));
        if free(mentions.get(at)) && free(at.checked_sub(1).and_then(|i| mentions.get(i))) && free(added.last()) {
            added.push(Mention { span, party: Party::All, role: Role::Collective, confidence: UNSURE });
        }
    }
    mentions.extend(added);
    order::sort_by_key(mentions, |m| m.span.key());
}

#[cfg(test)]
mod tests;
