//! What a bare phrase says of whoever it names: the country and the role of "American
//! warplanes", "the EU legislature", "Minsk police station".
//!
//! For the terminal and the scores, not for the page: whether such a phrase is a side is
//! for the article to decide. The words for heads and the names of institutions are rows
//! in `data/actors/`, beside those of the pack.

use super::table::{self, Head, Table};
use super::{Who, find};
use crate::analysis::lexicon::{Match, Naming, Sense};
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;
use crate::analysis::{Article, Pack, Role};

/// What stands for no country in `institutions.tsv`.
const NO_COUNTRY: &str = "UN";

/// What a phrase says of whoever it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// The id and the name of the actor that it names or belongs to, if the pack has it.
    pub actor: Option<(String, String)>,
    /// ISO 3166-1 alpha-2 of its state, or of the countries where a group acts; "EU" for
    /// the European Union.
    pub countries: Vec<String>,
    /// Its role, if it can be a part of a side at all: farmers and former officials have none.
    pub role: Option<Role>,
    /// Whether it is never a party: a body of the United Nations, an aid agency, a medium.
    pub outside: bool,
}

/// Says whom a phrase names, of which country, and as what. Pure; any text is legal.
pub fn describe(text: &str, pack: &Pack) -> Description {
    let article = Article::new(text);
    let reading = Reading::new(&article, pack);
    let institutions = table::institutions();
    let actor = first_actor(&reading);
    let actor_at = actor.and_then(|actor| position(&reading, actor));
    let named = (0..reading.len()).find_map(|token| {
        let (last, found) = institutions.at(&reading, token)?;
        found.is_spelled(&reading, token, last).then_some((token, last, found))
    });
    // The name that comes first is whose the rest is: "Russia’s ambassador to Poland",
    // "Chile’s Supreme Court".
    let named = named.filter(|(at, ..)| actor_at.is_none_or(|actor_at| *at <= actor_at));
    // What lies inside the institution's own name is no head of the phrase.
    let inside = |token: usize| named.is_some_and(|(first, last, _)| (first..=last).contains(&token));
    let head = head(&reading, &table::heads(), inside);
    let mut found = Description::default();
    if let Some(actor) = actor {
        found.actor = Some((pack.id_of(actor), pack.name_of(actor).to_string()));
        found.outside = pack.actors[usize::from(actor)].kind == ActorKind::Outside;
    }
    match named {
        Some((.., institution)) => {
            found.outside = institution.head == Head::Outside;
            if institution.country != NO_COUNTRY {
                found.countries.push(institution.country.to_string());
            }
        }
        _ => match actor {
            Some(actor) if found.outside => found.countries.extend(union(pack, actor)),
            Some(actor) => found.countries = countries(pack, actor),
            None => found.countries.extend(country_of_place(&reading)),
        },
    }
    found.outside |= head == Some(Head::Outside);
    found.role = role(&reading, head, named.map(|(.., institution)| institution.head), actor);
    // The European Union has legislators, and the United Nations no party's officials.
    if found.outside && found.countries.is_empty() {
        found.role = None;
    }
    found
}

/// The role: by the head, else by the institution's name, else by the actor's.
fn role(reading: &Reading, head: Option<Head>, named: Option<Head>, actor: Option<u16>) -> Option<Role> {
    let kind = actor.map(|actor| reading.pack.actors[usize::from(actor)].kind);
    let own = || match named {
        Some(Head::As(role)) => Some(role),
        Some(_) => None,
        // A capital alone is a place to a reader of an article, and here the government.
        None if is_seat(reading) => Some(Role::Metonym),
        None => find(reading)
            .iter()
            .find(|phrase| matches!(phrase.who, Who::Known(_)))
            .map(|phrase| phrase.role)
            .filter(|_| kind != Some(ActorKind::Outside)),
    };
    match head {
        Some(Head::As(Role::Military)) if kind == Some(ActorKind::ArmedGroup) => Some(Role::ArmedGroup),
        Some(Head::As(role)) => Some(role),
        Some(_) => None,
        None => own(),
    }
}

/// Whether the whole phrase is the name of a seat of government: "Beijing".
fn is_seat(reading: &Reading) -> bool {
    let last = reading.len().checked_sub(1);
    reading.matches(0).iter().any(|m| matches!(m.sense, Sense::Actor(_, Naming::Seat)) && Some(m.last) == last)
}

/// What the phrase's head makes of it. The head is the last known word before a
/// preposition; where there is none, or it only counts, it is looked for after that.
fn head(reading: &Reading, heads: &Table<Head>, inside: impl Fn(usize) -> bool) -> Option<Head> {
    let mut found = None;
    let mut token = 0;
    while token < reading.len() {
        let word = reading.word(token);
        if is_one_of(word, "of in at to on across from for with ,") {
            match found {
                // "president of the league" is of the league.
                Some(Head::As(Role::Official)) if word == "of" => {
                    let complement = head_from(reading, heads, token + 1);
                    return if complement == Some(Head::Nothing) { complement } else { found };
                }
                Some(Head::Transparent) | None => found = None,
                _ => return found,
            }
        }
        match heads.at(reading, token).filter(|_| !inside(token)) {
            Some((last, head)) => {
                if head == Head::Past {
                    return Some(head);
                }
                // "rebel group": a transparent word after a telling one tells nothing.
                if head != Head::Transparent || found.is_none() {
                    found = Some(head);
                }
                token = last + 1;
            }
            None => token += 1,
        }
    }
    found.filter(|head| *head != Head::Transparent)
}

/// The last head at or after a token.
fn head_from(reading: &Reading, heads: &Table<Head>, from: usize) -> Option<Head> {
    (from..reading.len()).rev().find_map(|token| heads.at(reading, token)).map(|(_, head)| head)
}

/// The actor of the phrase: the one that the engine finds, else the first that is named
/// in any form, a demonym's too.
fn first_actor(reading: &Reading) -> Option<u16> {
    let engine = find(reading).into_iter().find_map(|phrase| match phrase.who {
        Who::Known(actor) => Some((phrase.first, actor)),
        _ => None,
    });
    let named = names(reading).into_iter().find_map(|found| match found.sense {
        Sense::Actor(actor, naming) => Some((found.first, actor, naming)),
        Sense::Person(person, false) => {
            Some((found.first, reading.pack.people[usize::from(person)].actor, Naming::Name))
        }
        _ => None,
    });
    match (engine, named) {
        (Some((at, actor)), Some((other, ..))) if at <= other => Some(actor),
        (_, Some((_, actor, _))) => Some(actor),
        (engine, None) => engine.map(|(_, actor)| actor),
    }
}

/// The first token at which an actor is named.
fn position(reading: &Reading, actor: u16) -> Option<usize> {
    names(reading).iter().find(|m| matches!(m.sense, Sense::Actor(a, _) if a == actor)).map(|m| m.first)
}

/// The names in the phrase, the longest at each token, an actor before a place.
fn names<'a>(reading: &'a Reading) -> Vec<&'a Match> {
    let mut names = Vec::new();
    let mut token = 0;
    while token < reading.len() {
        let known = reading.matches(token).iter().filter(|m| !matches!(m.sense, Sense::Word(..)));
        let rank = |m: &&Match| (m.last, matches!(m.sense, Sense::Actor(..)));
        match known.max_by_key(rank) {
            Some(found) => {
                names.push(found);
                token = found.last + 1;
            }
            None => token += 1,
        }
    }
    names
}

/// The country of the largest place of the first place name.
fn country_of_place(reading: &Reading) -> Option<String> {
    let first = names(reading).into_iter().find(|m| matches!(m.sense, Sense::Place(_)))?;
    let places = reading.matches(first.first).iter().filter(|m| m.last == first.last).filter_map(|m| match m.sense {
        Sense::Place(place) => Some(&reading.pack.toponyms[place as usize]),
        _ => None,
    });
    let country = places.max_by_key(|place| place.weight).map(|place| reading.pack.text(place.country));
    country.filter(|country| !country.is_empty()).map(str::to_string)
}

/// The countries of an actor: of the state that it belongs to, else where it acts.
fn countries(pack: &Pack, actor: u16) -> Vec<String> {
    let mut top = actor;
    // Nobody is so many steps below a state.
    for _ in 0..pack.actors.len() {
        let found = &pack.actors[usize::from(top)];
        match found.affiliation {
            Some(above) if found.kind != ActorKind::State => top = above,
            _ => break,
        }
    }
    let of_state = pack.actors[usize::from(top)].kind == ActorKind::State || pack.countries_of(actor).next().is_none();
    pack.countries_of(if of_state { top } else { actor }).map(str::to_string).collect()
}

/// The European Union's own code, since it is no state.
fn union(pack: &Pack, actor: u16) -> Option<String> {
    (pack.id_of(actor) == "european-union").then(|| "EU".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a description: its countries and its role.
    fn drawn(text: &str) -> String {
        let found = describe(text, &Pack::core());
        let role = match found.role {
            Some(role) => role.name(),
            None if found.outside => "outside",
            None => "none",
        };
        format!("{} {role}", found.countries.join("+"))
    }

    #[test]
    fn a_demonym_gives_the_country_and_the_head_the_role() {
        assert_eq!(drawn("Norwegian frigates"), "NO military");
        assert_eq!(drawn("Peru’s Health Ministry"), "PE government");
        assert_eq!(drawn("Kenyan tea growers and farmers"), "KE none");
    }

    #[test]
    fn a_place_gives_the_country_where_no_actor_does() {
        assert_eq!(drawn("Odesa police"), "UA government");
        assert_eq!(drawn("Rakhine rebels"), "MM armed-group");
    }

    #[test]
    fn an_institution_is_known_by_its_name() {
        assert_eq!(drawn("the Saeima"), "LV government");
        assert_eq!(drawn("speaker of the Storting"), "NO official");
        assert_eq!(drawn("Northern Fleet"), "RU military");
    }

    #[test]
    fn the_first_name_is_whose_the_rest_is() {
        assert_eq!(drawn("Japan’s ambassador to Kenya"), "JP official");
    }

    #[test]
    fn who_no_longer_holds_an_office_speaks_for_nobody() {
        assert_eq!(drawn("a former Mossad chief"), "IL none");
    }

    #[test]
    fn what_only_counts_is_no_head() {
        assert_eq!(drawn("a group of Turkish soldiers"), "TR military");
        assert_eq!(drawn("members of the Bundeswehr"), "DE military");
    }

    #[test]
    fn an_outside_body_is_no_party() {
        assert_eq!(drawn("the World Bank"), " outside");
        assert_eq!(drawn("the EU legislature"), "EU government");
    }

    #[test]
    fn nothing_is_said_of_what_names_nobody() {
        assert_eq!(drawn(""), " none");
        assert_eq!(drawn("tomorrow, perhaps…"), " none");
    }
}
