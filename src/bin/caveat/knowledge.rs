//! `caveat knowledge lookup`: what is known of a name.
//!
//! Years of conflicts and offices are not in the packs, which only say who is meant; so
//! this reads the rows of actors themselves, compiled in.

use std::io::{self, Write};

use anstyle::Style;
use caveat::analysis::{Description, KnownPlace, Pack, describe, is_spelling_of, slug, without_area_word};
use serde::Serialize;

const HEADING: Style = Style::new().bold();

static STATES: &str = include_str!("../../../data/actors/states.tsv");
static GROUPS: &str = include_str!("../../../data/actors/groups.tsv");
static PEOPLE: &str = include_str!("../../../data/actors/people.tsv");
static CONFLICTS: &str = include_str!("../../../data/actors/conflicts.tsv");
static INSTITUTIONS: &str = include_str!("../../../data/actors/institutions.tsv");
static DISPUTED: &str = include_str!("../../../data/places/disputed.tsv");

/// All that is known of a name.
#[derive(Debug, Default, Serialize)]
pub struct Known {
    name: String,
    actors: Vec<Actor>,
    people: Vec<Person>,
    institutions: Vec<Institution>,
    places: Vec<Place>,
    disputed: Vec<Disputed>,
    /// What the name says as a bare phrase.
    description: Phrase,
}

/// A state or a group.
#[derive(Debug, Serialize)]
struct Actor {
    /// As in the findings and in a publisher's file.
    id: String,
    name: &'static str,
    kind: &'static str,
    names: Vec<&'static str>,
    countries: Vec<&'static str>,
    /// The actor that commands it or on whose side it fights.
    affiliation: Option<&'static str>,
    conflicts: Vec<Conflict>,
}

/// A conflict that the actor is in.
#[derive(Debug, Serialize)]
struct Conflict {
    name: &'static str,
    from: &'static str,
    to: &'static str,
    sides: Vec<Vec<&'static str>>,
}

/// A person with an office and its years.
#[derive(Debug, Serialize)]
struct Person {
    name: &'static str,
    actor: &'static str,
    office: &'static str,
    from: &'static str,
    to: &'static str,
}

/// A parliament, a service, a party or a medium.
#[derive(Debug, Serialize)]
struct Institution {
    name: &'static str,
    country: &'static str,
    role: &'static str,
}

/// A place of the gazetteer.
#[derive(Debug, Serialize)]
struct Place {
    name: String,
    kind: &'static str,
    country: String,
    latitude: f64,
    longitude: f64,
    /// Whether the point is an estimate.
    approximate: bool,
}

/// Who holds a place and who claims it.
#[derive(Debug, Serialize)]
struct Disputed {
    name: &'static str,
    holder: Vec<&'static str>,
    /// A year, two with a slash where it has ended, or nothing where none can be named.
    since: &'static str,
    claimants: Vec<&'static str>,
    dated: &'static str,
}

/// What a bare phrase describes.
#[derive(Debug, Default, Serialize)]
struct Phrase {
    actor: Option<String>,
    countries: Vec<String>,
    role: Option<&'static str>,
    outside: bool,
}

/// Prints what is known of a name, for people or as JSON. Says whether anything is.
///
/// # Errors
/// When the output cannot be written.
pub fn lookup(name: &str, json: bool, pack: &Pack) -> io::Result<bool> {
    let known = Known::of(name, pack);
    let mut output = anstream::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut output, &known)?;
        writeln!(output)?;
    } else {
        known.print(&mut output)?;
    }
    Ok(!known.is_empty())
}

impl Known {
    /// Looks a name up in all rows; case and the shape of apostrophes do not count.
    pub fn of(name: &str, pack: &Pack) -> Known {
        // Capitals fit whichever way a name is written.
        let wanted = name.trim().strip_prefix("the ").unwrap_or(name.trim()).to_uppercase();
        let is_own = |own: &str| is_spelling_of(&wanted, own);
        let is = |cells: &[&'static str]| {
            let mut own = cells.iter().flat_map(|cell| values(cell));
            own.any(|own| is_own(own) || without_area_word(own).is_some_and(is_own))
        };
        let states = rows(STATES).filter(|r| is(&r[2..7])).map(|r| Actor {
            id: slug(r[2]),
            name: r[2],
            kind: "state",
            names: r[3..7].iter().flat_map(|cell| values(cell)).collect(),
            countries: vec![r[1]],
            affiliation: None,
            conflicts: conflicts(r[0]),
        });
        let groups = rows(GROUPS).filter(|r| is(&[r[1], r[3], r[4]])).map(|r| Actor {
            id: slug(r[1]),
            name: r[1],
            kind: r[2],
            names: values(r[3]).chain(values(r[4])).collect(),
            countries: values(r[5]).collect(),
            affiliation: values(r[6]).next(),
            conflicts: conflicts(r[0]),
        });
        let people = rows(PEOPLE).filter(|r| is(&[r[1], r[2], r[7]]));
        let institutions = rows(INSTITUTIONS).filter(|r| is(&[r[0], r[3]]));
        Known {
            name: name.to_string(),
            actors: states.chain(groups).collect(),
            people: people.map(|r| Person { name: r[1], actor: r[3], office: r[4], from: r[5], to: r[6] }).collect(),
            institutions: institutions.map(|r| Institution { name: r[0], country: r[1], role: r[2] }).collect(),
            places: pack.places(name).into_iter().map(Place::of).collect(),
            disputed: rows(DISPUTED)
                .filter(|r| is(&[r[0]]))
                .map(|r| Disputed {
                    name: r[0],
                    holder: values(r[3]).collect(),
                    since: r[4],
                    claimants: values(r[5]).collect(),
                    dated: r[6],
                })
                .collect(),
            description: Phrase::of(describe(name, pack)),
        }
    }

    fn is_empty(&self) -> bool {
        self.actors.is_empty()
            && self.people.is_empty()
            && self.institutions.is_empty()
            && self.places.is_empty()
            && self.disputed.is_empty()
            && self.description.is_empty()
    }

    fn print(&self, output: &mut impl Write) -> io::Result<()> {
        if self.is_empty() {
            return writeln!(output, "nothing is known of “{}”", self.name);
        }
        for actor in &self.actors {
            let of = actor.affiliation.map(|id| format!(", with {}", named(&[id], ""))).unwrap_or_default();
            writeln!(output, "{HEADING}{}{HEADING:#}: {}, {}{of}", actor.name, actor.kind, actor.countries.join(" "))?;
            writeln!(output, "  id {}", actor.id)?;
            if !actor.names.is_empty() {
                writeln!(output, "  called {}", actor.names.join(", "))?;
            }
            for conflict in &actor.conflicts {
                let sides: Vec<String> = conflict.sides.iter().map(|side| named(side, " + ")).collect();
                writeln!(
                    output,
                    "  {}, {}: {}",
                    conflict.name,
                    years(conflict.from, conflict.to),
                    sides.join(" against ")
                )?;
            }
        }
        for person in &self.people {
            let years = years(person.from, person.to);
            writeln!(
                output,
                "{HEADING}{}{HEADING:#}: {}, of {}, {years}",
                person.name,
                person.office,
                named(&[person.actor], "")
            )?;
        }
        for body in &self.institutions {
            writeln!(output, "{HEADING}{}{HEADING:#}: {}, {}", body.name, body.role, body.country)?;
        }
        for place in &self.places {
            let country = if place.country.is_empty() { "no one country" } else { &place.country };
            let about = if place.approximate { "about " } else { "" };
            writeln!(
                output,
                "{HEADING}{}{HEADING:#}: {}, {country}, {about}{:.2}, {:.2}",
                place.name, place.kind, place.latitude, place.longitude
            )?;
        }
        for place in &self.disputed {
            let holder = if place.holder.is_empty() { "nobody".to_string() } else { named(&place.holder, ", ") };
            let years = match place.since.split_once('/') {
                Some((from, to)) => format!(" {}", years(from, to)),
                None if place.since.is_empty() => String::new(),
                None => format!(" {}", years(place.since, "")),
            };
            writeln!(
                output,
                "{HEADING}{}{HEADING:#}: disputed; held by {holder}{years}; claimed by {}; as of {}",
                place.name,
                named(&place.claimants, ", "),
                place.dated
            )?;
        }
        let phrase = &self.description;
        if !phrase.is_empty() {
            let role = phrase.role.unwrap_or(if phrase.outside { "never a party" } else { "no part of a side" });
            let actor = phrase.actor.as_deref().map(|actor| format!(", of {actor}")).unwrap_or_default();
            let countries = phrase.countries.join(" ");
            let at = if countries.is_empty() { String::new() } else { format!(", {countries}") };
            writeln!(output, "as a phrase: {role}{actor}{at}")?;
        }
        Ok(())
    }
}

impl Place {
    fn of(known: KnownPlace) -> Place {
        let KnownPlace { name, kind, country, point: (latitude, longitude), approximate } = known;
        Place { name, kind: kind.name(), country, latitude, longitude, approximate }
    }
}

impl Phrase {
    fn of(found: Description) -> Phrase {
        Phrase {
            actor: found.actor.map(|(_, name)| name),
            countries: found.countries,
            role: found.role.map(|role| role.name()),
            outside: found.outside,
        }
    }

    fn is_empty(&self) -> bool {
        self.actor.is_none() && self.countries.is_empty() && self.role.is_none() && !self.outside
    }
}

/// The conflicts that an actor is in.
fn conflicts(actor: &str) -> Vec<Conflict> {
    let sides = |cell: &'static str| cell.split('|').map(|side| side.split('+').collect::<Vec<_>>());
    let own = rows(CONFLICTS).filter(|r| sides(r[5]).flatten().any(|id| id == actor));
    own.map(|r| Conflict { name: r[1], from: r[2], to: r[3], sides: sides(r[5]).collect() }).collect()
}

/// Actors by their names instead of their ids.
fn named(ids: &[&str], between: &str) -> String {
    let name = |id: &&str| {
        let state = rows(STATES).find(|r| r[0] == *id).map(|r| r[2]);
        state.or_else(|| rows(GROUPS).find(|r| r[0] == *id).map(|r| r[1])).unwrap_or_default()
    };
    ids.iter().map(name).collect::<Vec<_>>().join(between)
}

/// "2014 to 2020", or "since 2014".
fn years(from: &str, to: &str) -> String {
    if to.is_empty() { format!("since {from}") } else { format!("{from} to {to}") }
}

/// The cells of a file's rows. The packs are made of the same rows, so none is too short.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').map(str::trim).collect())
}

/// A cell's values.
fn values(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(';').map(str::trim).filter(|value| !value.is_empty())
}
