//! Every word of an article that comes from a place's name, for programs that compare it
//! with corpora that mark such words wherever they stand.

use super::label::NameSort;
use super::{Name, names};
use crate::analysis::lexicon::{Naming, Sense};
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::{Article, Pack, PlaceKind};

/// The names of places, the demonyms of states, and the places inside the names of
/// organizations and others ("Danbury" in "Danbury Superior Court"), in order. A demonym
/// and a state that acts lie where the state does.
pub fn toponyms(article: &Article, pack: &Pack) -> Vec<Name> {
    let reading = Reading::new(article, pack);
    let mut toponyms = Vec::new();
    for name in names(article, pack) {
        let tokens = article.tokens();
        let first = tokens.partition_point(|token| token.span.end <= name.span.start);
        let end = tokens.partition_point(|token| token.span.start < name.span.end);
        match name.sort {
            NameSort::Place => toponyms.push(name),
            NameSort::People if (first..end).any(|token| is_demonym(&reading, token)) => toponyms.push(name),
            NameSort::Person | NameSort::People => {}
            _ => add_inner(&reading, &name, first, end, &mut toponyms),
        }
    }
    for toponym in toponyms.iter_mut().filter(|toponym| toponym.point.is_none()) {
        let at = |byte| article.tokens().partition_point(|token| token.span.end <= byte);
        toponym.point = (at(toponym.span.start)..=at(toponym.span.end - 1)).find_map(|token| point(&reading, token));
    }
    toponyms
}

/// Where the place or the state of a name at a token lies: the largest of that name.
fn point(reading: &Reading, token: usize) -> Option<(f64, f64)> {
    let pack = reading.pack;
    let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
    let matches = reading.matches(token);
    let places = matches.iter().filter_map(|found| match found.sense {
        Sense::Place(place) => Some(&pack.toponyms[place as usize]),
        _ => None,
    });
    let state = || {
        let actor = matches.iter().find_map(|found| match found.sense {
            Sense::Actor(actor, _) if pack.actors[usize::from(actor)].kind == ActorKind::State => Some(actor),
            _ => None,
        })?;
        let country = pack.countries_of(actor).next()?;
        pack.toponyms.iter().find(|place| place.kind == PlaceKind::Country && pack.text(place.country) == country)
    };
    let place = places.max_by_key(|place| place.weight).or_else(state)?;
    Some((degrees(place.point.0), degrees(place.point.1)))
}

/// Whether a state's demonym begins at the token.
fn is_demonym(reading: &Reading, token: usize) -> bool {
    reading.matches(token).iter().any(|found| match found.sense {
        Sense::Actor(actor, Naming::Adjective | Naming::People) => {
            reading.pack.actors[usize::from(actor)].kind == ActorKind::State
        }
        _ => false,
    })
}

/// Adds the places that the pack knows inside a name.
fn add_inner(reading: &Reading, name: &Name, first: usize, end: usize, toponyms: &mut Vec<Name>) {
    let mut token = first;
    while token < end {
        let inside = reading
            .matches(token)
            .iter()
            .find(|found| found.last < end && (matches!(found.sense, Sense::Place(_)) || is_demonym(reading, token)));
        match inside {
            Some(found) => {
                toponyms.push(Name { span: reading.span(found.first, found.last), sort: NameSort::Place, ..*name });
                token = found.last + 1;
            }
            None => token += 1,
        }
    }
}
