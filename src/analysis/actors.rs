//! Noun phrases that name an actor or an acting part of one: "Russia", "Ukraine’s
//! military", "Russian President Vladimir Putin", "Kremlin-backed authorities".
//!
//! Who of them is a party to the conflict is not decided here.

use std::collections::BTreeMap;

use super::lexicon::{Class, Match, Naming, Sense};
use super::pack::ActorKind;
use super::reading::Reading;
use super::usage::{self, Usage};
use super::{Role, Span};

/// Whom a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// An actor of the pack, by its position.
    Known(u16),
    /// "the rebels": those who fight the government of the article's country.
    Insurgents,
    /// "government forces": that government.
    Incumbents,
}

/// What the phrase does in a hostile act, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It attacks.
    Attacker,
    /// It is attacked.
    Target,
    /// Neither.
    Bystander,
}

/// A noun phrase that names an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorPhrase {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
    /// Whom it names.
    pub who: Who,
    /// As what.
    pub role: Role,
    /// Its part in a hostile act.
    pub part: Part,
    /// Whether it names armed forces or fighters.
    pub armed: bool,
}

impl ActorPhrase {
    /// Its range of the text.
    pub fn span(&self, reading: &Reading) -> Span {
        reading.span(self.first, self.last)
    }
}

/// A noun phrase's head comes within so many tokens of the name.
const REACH: usize = 8;

/// Names of people that the article has tied to an actor: surname and full name.
type People = BTreeMap<String, Who>;

/// Finds all such phrases, in order, none overlapping another.
pub fn find(reading: &Reading) -> Vec<ActorPhrase> {
    let mut found: Vec<ActorPhrase> = Vec::new();
    let mut people = People::new();
    let mut token = 0;
    while token < reading.len() {
        let Some(phrase) = phrase_at(reading, token, &people) else {
            token += 1;
            continue;
        };
        let from = found.last().map_or(0, |p| p.last + 1);
        let phrase = with_what_precedes(reading, phrase, from);
        learn(reading, &phrase, &mut people);
        if let Some(name) = apposed_name(reading, &phrase, from) {
            learn(reading, &name, &mut people);
            found.push(name);
        }
        token = phrase.last + 1;
        found.push(phrase);
    }
    add_definite(reading, &mut found);
    // A second look, for names that were tied to an actor further on.
    for index in 0..reading.len() {
        let at = found.partition_point(|p| p.last < index);
        if found.get(at).is_none_or(|p| p.first > index)
            && let Some(person) = learned_person(reading, index, &people)
            && found.get(at).is_none_or(|p| p.first > person.last)
        {
            found.insert(at, with_what_precedes(reading, person, at.checked_sub(1).map_or(0, |i| found[i].last + 1)));
        }
    }
    found
}

/// Adds "the ministry", "the group" and the like where they speak or act, and only
/// what was named before can be meant.
fn add_definite(reading: &Reading, found: &mut Vec<ActorPhrase>) {
    for token in 1..reading.len() {
        let head = [Class::Institution, Class::Force, Class::Title].into_iter().find_map(|class| reading.phrase(token, class).map(|last| (last, class)));
        let Some((last, class)) = head else { continue };
        let definite = reading.word(token - 1) == "the" && reading.quotation(token).is_none();
        let at = found.partition_point(|p| p.last < token);
        let free = found.get(at).is_none_or(|p| p.first > last);
        let next = reading.skip_adverbs(last + 1, reading.sentence(last).1);
        let next = if reading.is(next, Class::Auxiliary) { reading.skip_adverbs(next + 1, reading.sentence(last).1) } else { next };
        let speaks = reading.is_any(next, &[Class::Say, Class::Deny, Class::Promise, Class::Accuse]);
        if !(definite && free && speaks) {
            continue;
        }
        let antecedent = found[..at].iter().rev().find(|p| names_same(reading, p, token, last, class));
        if let Some(antecedent) = antecedent.copied() {
            let phrase = ActorPhrase { first: token, last, part: Part::Bystander, armed: false, ..antecedent };
            found.insert(at, phrase);
        }
    }
}

/// Whether a phrase names what the definite description from `first` to `last` means:
/// it has the same head, or is a group where that is what is asked for.
fn names_same(reading: &Reading, phrase: &ActorPhrase, first: usize, last: usize, class: Class) -> bool {
    let head = reading.word(last);
    let group = matches!(head, "group" | "movement" | "militia" | "faction" | "rebels" | "militants" | "organization");
    if group {
        return phrase.role == Role::ArmedGroup;
    }
    let same = (phrase.first..=phrase.last).any(|t| reading.word(t) == head);
    let military = matches!(head, "military" | "army") && first == last && phrase.role == Role::Military;
    same || military || (class == Class::Title && phrase.role == Role::Official && (phrase.first..=phrase.last).any(|t| reading.word(t) == head))
}

/// The phrase that begins at `token`, if a name does.
fn phrase_at(reading: &Reading, token: usize, people: &People) -> Option<ActorPhrase> {
    let known = reading.matches(token).iter().filter(|m| !matches!(m.sense, Sense::Word(..)));
    let longest = known.clone().map(|m| m.last).max();
    let mut at_longest = known.filter(|m| Some(m.last) == longest);
    let actor = at_longest.clone().find(|m| matches!(m.sense, Sense::Actor(..)));
    if let Some(found) = actor {
        return named(reading, found, at_longest.any(|m| matches!(m.sense, Sense::Place(_))));
    }
    if let Some(person) = at_longest.clone().find_map(|m| pack_person(reading, m)) {
        return Some(person);
    }
    if longest.is_some() {
        return None;
    }
    learned_person(reading, token, people).or_else(|| generic(reading, token))
}

/// The phrase around an actor's name.
fn named(reading: &Reading, found: &Match, place: bool) -> Option<ActorPhrase> {
    let Sense::Actor(actor, naming) = found.sense else { return None };
    let kind = reading.pack.actors[usize::from(actor)].kind;
    if part_of_longer_name(reading, found) {
        return None;
    }
    let seat = naming == Naming::Seat;
    if place && usage::of(reading, found.first, found.last, seat) == Usage::Locates {
        return None;
    }
    let role = match (naming, kind) {
        (Naming::Seat, _) => Role::Metonym,
        (_, ActorKind::State) => Role::State,
        (_, ActorKind::Service) => Role::Military,
        (_, ActorKind::Authority | ActorKind::Media) => Role::Government,
        _ => Role::ArmedGroup,
    };
    let armed = matches!(kind, ActorKind::ArmedGroup | ActorKind::Service | ActorKind::Coalition);
    let mut phrase =
        ActorPhrase { first: found.first, last: found.last, who: Who::Known(actor), role, part: Part::Bystander, armed };
    let extended = extend(reading, &mut phrase);
    // A demonym alone describes; a people alone is no party.
    let bare = matches!(naming, Naming::Adjective) || (naming == Naming::People && kind == ActorKind::State);
    if bare && !extended {
        return None;
    }
    Some(phrase)
}

/// Lengthens a phrase to its head: a force, an institution or an official, with the
/// name that follows. Says whether the words after the name make it an actor.
fn extend(reading: &Reading, phrase: &mut ActorPhrase) -> bool {
    let end = reading.sentence(phrase.last).1;
    let mut at = phrase.last + 1;
    let mut proxy = false;
    if reading.word(at) == "-" && !reading.is_spaced(at) {
        if reading.is(at + 1, Class::Held) {
            return true;
        }
        if !reading.is(at + 1, Class::Backed) {
            return false;
        }
        proxy = true;
        at += 2;
    } else if reading.is_possessive(at) {
        at += 1;
    }
    let mut head = None;
    let stop = (at + REACH).min(end);
    while at < stop && reading.is_word(at) || reading.word(at) == "-" || is_bracketed(reading, at) {
        if is_bracketed(reading, at) || reading.word(at) == "-" {
            at += 1;
            continue;
        }
        if reading.phrase(at, Class::ActNoun).is_some_and(|last| longest(reading, at) == Some(last)) && !reading.is(at, Class::Force) {
            if head.is_none() {
                phrase.part = Part::Attacker;
                return true;
            }
            break;
        }
        if let Some(last) = reading.phrase(at, Class::Title) {
            let name = name_after(reading, last + 1, end);
            head = Some((name.unwrap_or(last), Role::Official));
            at = name.unwrap_or(last) + 1;
            if name.is_some() {
                break;
            }
        } else if let Some(last) = reading.phrase(at, Class::Force) {
            head = Some((last, Role::Military));
            at = last + 1;
        } else if let Some(last) = reading.phrase(at, Class::Institution) {
            head = Some((last, Role::Government));
            at = last + 1;
        } else if is_modifier(reading, at) {
            at += 1;
        } else {
            break;
        }
    }
    let Some((last, role)) = head else { return proxy && { phrase.role = Role::Proxy; false } };
    phrase.last = with_domain(reading, last, role, end);
    phrase.armed |= role == Role::Military;
    phrase.role = match role {
        _ if proxy => Role::Proxy,
        Role::Military if phrase.role == Role::ArmedGroup => Role::ArmedGroup,
        _ => role,
    };
    true
}

/// The last token of the longest common phrase at `token`.
fn longest(reading: &Reading, token: usize) -> Option<usize> {
    let classes = [Class::ActNoun, Class::Force, Class::Institution, Class::Title];
    classes.iter().filter_map(|class| reading.phrase(token, *class)).max()
}

/// Whether the token is a bracket of an insertion: "[Ukrainian troops]".
fn is_bracketed(reading: &Reading, token: usize) -> bool {
    reading.word(token) == "]" && !reading.is_spaced(token) && reading.is_word(token + 1) && reading.is_spaced(token + 1)
}

/// Whether the word may stand between a name and its head: "state" in "Ukraine’s
/// state emergency service".
fn is_modifier(reading: &Reading, token: usize) -> bool {
    let stops = [
        Class::Preposition, Class::Auxiliary, Class::Clause, Class::Coordinator, Class::Determiner, Class::Pronoun, Class::Say,
        Class::Deny, Class::Promise, Class::Accuse, Class::ActVerb, Class::Settlement, Class::Time, Class::Negation,
    ];
    !reading.is_any(token, &stops) && !reading.matches(token).iter().any(|m| matches!(m.sense, Sense::Actor(_, Naming::Name)))
}

/// The last token of a person's name at `from`: capitalised words, with "al-" and
/// the like inside.
pub fn name_after(reading: &Reading, from: usize, end: usize) -> Option<usize> {
    /// Names have no more words than this.
    const LONGEST: usize = 6;
    let mut last = None;
    let mut at = from;
    while at < end.min(from + LONGEST * 2) {
        let particle = matches!(reading.word(at), "al" | "el" | "bin" | "ibn" | "abu" | "ben" | "von" | "van" | "de" | "der" | "ul" | "ur" | "as" | "ad" | "-");
        let ordinary = reading.is_any(at, &[Class::Time, Class::Preposition, Class::Clause, Class::Auxiliary, Class::Determiner]);
        if reading.is_capital(at) && !ordinary {
            last = Some(at);
        } else if !particle || (reading.word(at) != "-" && reading.word(at + 1) != "-" && !reading.is_capital(at + 1)) {
            break;
        }
        at += 1;
    }
    last
}

/// "governor" with the place it governs: "governor of Luhansk".
fn with_domain(reading: &Reading, last: usize, role: Role, end: usize) -> usize {
    let office = role == Role::Official && reading.is(last, Class::Title);
    if office && reading.word(last + 1) == "of" && reading.is_capital(last + 2) {
        return name_after(reading, last + 2, end).unwrap_or(last);
    }
    last
}

/// Adds what stands before the name and belongs to it: "Ministry of Defence of",
/// "President" before a person.
fn with_what_precedes(reading: &Reading, mut phrase: ActorPhrase, from: usize) -> ActorPhrase {
    let start = reading.sentence(phrase.first).0.max(from);
    if phrase.role == Role::Official {
        while let Some(title) = title_before(reading, phrase.first, start) {
            phrase.first = title;
        }
        return phrase;
    }
    // A name of an institution in capitals with "of": "General Staff of Ukraine’s Armed Forces".
    let mut at = phrase.first;
    if at > start && reading.word(at - 1) == "the" {
        at -= 1;
    }
    if at > start + 1 && reading.word(at - 1) == "of" && reading.is_capital(at - 2) {
        let mut first = at - 2;
        while first > start && (reading.is_capital(first - 1) || (reading.word(first - 1) == "of" && first > start + 1 && reading.is_capital(first - 2))) {
            first -= 1;
        }
        let heads = (first..at - 1).filter_map(|t| reading.phrase(t, Class::Force).or(reading.phrase(t, Class::Institution)).or(reading.phrase(t, Class::Title)));
        if heads.max().is_some() && !reading.opens_sentence(at - 2) {
            phrase.first = first;
            phrase.role = Role::Government;
        }
    }
    phrase
}

/// Where a title that ends right before `token` begins.
fn title_before(reading: &Reading, token: usize, start: usize) -> Option<usize> {
    /// Titles have no more words than this.
    const LONGEST: usize = 4;
    let end = if token > start && reading.word(token - 1) == "." { token - 1 } else { token };
    (start.max(end.saturating_sub(LONGEST))..end)
        .find(|first| reading.phrase(*first, Class::Title).is_some_and(|last| last + 1 == end))
        .or_else(|| (end > start && matches!(reading.word(end - 1), "mr" | "mrs" | "ms" | "dr")).then(|| end - 1))
}

/// A person of the pack: the full name, or the surname where his actor is named
/// in the article.
fn pack_person(reading: &Reading, found: &Match) -> Option<ActorPhrase> {
    let Sense::Person(person, surname) = found.sense else { return None };
    let actor = reading.pack.people[usize::from(person)].actor;
    if part_of_longer_name(reading, found) || (surname && !mentions_actor(reading, actor)) {
        return None;
    }
    Some(official(found.first, found.last, Who::Known(actor)))
}

fn official(first: usize, last: usize, who: Who) -> ActorPhrase {
    ActorPhrase { first, last, who, role: Role::Official, part: Part::Bystander, armed: false }
}

/// Whether the article names the actor or its state at all.
fn mentions_actor(reading: &Reading, actor: u16) -> bool {
    (0..reading.len()).any(|t| reading.matches(t).iter().any(|m| matches!(m.sense, Sense::Actor(a, _) if a == actor)))
}

/// A name that the article has tied to an actor before.
fn learned_person(reading: &Reading, token: usize, people: &People) -> Option<ActorPhrase> {
    if !reading.is_capital(token) && !matches!(reading.word(token), "al" | "el") {
        return None;
    }
    let last = name_after(reading, token, reading.sentence(token).1)?;
    let key = last_name(reading, token, last);
    let who = *people.get(&key)?;
    let longer = token > 0 && reading.is_capital(token - 1) && !reading.opens_sentence(token - 1) && !reading.is_any(token - 1, &[Class::Title, Class::Opener]);
    (!longer).then(|| official(token, last, who))
}

/// The surname of a name, in lower case: its last word, with "al-" and the like.
fn last_name(reading: &Reading, first: usize, last: usize) -> String {
    let from = if last >= first + 2 && reading.word(last - 1) == "-" { last - 2 } else { last };
    (from..=last).map(|t| reading.word(t)).collect()
}

/// Remembers the person that an official's phrase names.
fn learn(reading: &Reading, phrase: &ActorPhrase, people: &mut People) {
    if phrase.role != Role::Official {
        return;
    }
    let title = (phrase.first..=phrase.last).filter_map(|t| reading.phrase(t, Class::Title)).max();
    let first = title.map_or(phrase.first, |title| title + 1);
    if first <= phrase.last && reading.is_capital(phrase.last) && !reading.is_any(phrase.last, &[Class::Title, Class::Institution]) {
        let known_place = (first..=phrase.last).any(|t| reading.matches(t).iter().any(|m| matches!(m.sense, Sense::Place(_) | Sense::Actor(..)) && m.last == phrase.last));
        if !known_place {
            people.insert(last_name(reading, first, phrase.last), phrase.who);
        }
    }
}

/// The name that an official's phrase explains: "Serhiy Haidai, Ukrainian governor
/// of Luhansk".
fn apposed_name(reading: &Reading, phrase: &ActorPhrase, from: usize) -> Option<ActorPhrase> {
    if phrase.role != Role::Official {
        return None;
    }
    let start = reading.sentence(phrase.first).0.max(from);
    let mut comma = phrase.first.checked_sub(1)?;
    while comma > start && (reading.is(comma, Class::Determiner) || matches!(reading.word(comma), "former" | "senior" | "top")) {
        comma -= 1;
    }
    if comma <= start || reading.word(comma) != "," {
        return None;
    }
    let last = comma - 1;
    let first = (start..=last).rev().take_while(|t| reading.is_capital(*t) || matches!(reading.word(*t), "-" | "al" | "el" | "bin" | "abu")).last()?;
    let known = (first..=last).any(|t| reading.matches(t).iter().any(|m| matches!(m.sense, Sense::Place(_) | Sense::Actor(..)) && m.last == last));
    let words = (first..=last).filter(|t| reading.is_capital(*t)).count();
    (words >= 2 && !known).then(|| official(first, last, phrase.who))
}

/// "the rebels", "government forces".
fn generic(reading: &Reading, token: usize) -> Option<ActorPhrase> {
    let insurgents = reading.phrase(token, Class::Insurgent).map(|last| (last, Who::Insurgents, Role::ArmedGroup));
    let incumbents = reading.phrase(token, Class::Incumbent).map(|last| (last, Who::Incumbents, Role::Government));
    let (last, who, role) = insurgents.into_iter().chain(incumbents).max_by_key(|(last, ..)| *last)?;
    let mut phrase = ActorPhrase { first: token, last, who, role, part: Part::Bystander, armed: who == Who::Insurgents };
    if reading.word(last + 1) == "-" && !reading.is_spaced(last + 1) && !reading.is(last + 2, Class::Held) {
        return None;
    }
    extend(reading, &mut phrase);
    Some(phrase)
}

/// Whether unknown capitalised words around a name make it part of another: "Paris
/// Hilton", "Kyiv Polytechnic".
pub fn part_of_longer_name(reading: &Reading, found: &Match) -> bool {
    let capitals = |token: usize| reading.article.tokens().get(token).is_none_or(|t| t.all_capitals || !t.capital);
    if reading.in_heading(found.first) || (capitals(found.first) && capitals(found.last + 1)) {
        return false;
    }
    let plain = [
        Class::Title, Class::Force, Class::Institution, Class::ActNoun, Class::FeatureAfter, Class::FeatureBefore, Class::Settlement, Class::Time,
        Class::Opener, Class::Compass, Class::Determiner, Class::Preposition, Class::Locative, Class::Organization, Class::Coordinator, Class::Clause,
        Class::Adverb, Class::Pronoun, Class::Auxiliary,
    ];
    let foreign = |token: usize| {
        reading.is_capital(token) && !reading.is_any(token, &plain) && !reading.article.tokens()[token].all_capitals
    };
    let named = |token: usize| reading.matches(token).iter().any(|m| !matches!(m.sense, Sense::Word(..)));
    let next = found.last + 1;
    let after = next < reading.len() && reading.is_spaced(next) && foreign(next) && !named(next) && !reading.opens_sentence(next);
    let before = found.first.checked_sub(1).is_some_and(|t| {
        reading.is_spaced(found.first) && foreign(t) && !reading.opens_sentence(t) && !ends_match(reading, t)
    });
    let demonym = matches!(found.sense, Sense::Actor(_, Naming::Adjective | Naming::People));
    before || (after && !demonym && !matches!(found.sense, Sense::Person(..)))
}

/// Whether a name of the pack ends at the token.
fn ends_match(reading: &Reading, token: usize) -> bool {
    (token.saturating_sub(4)..=token).any(|t| reading.matches(t).iter().any(|m| m.last == token && !matches!(m.sense, Sense::Word(..))))
}
