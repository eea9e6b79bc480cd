//! Every word of an article that comes from a place's name, for programs that compare it
//! with corpora that mark such words wherever they stand.

use super::label::NameSort;
use super::{Name, names};
use crate::analysis::lexicon::{Naming, Sense};
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::{Article, Pack};

/// The names of places, the demonyms of states, and the places inside the names of
/// organizations and others ("Danbury" in "Danbury Superior Court"), in order.
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
    toponyms
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
