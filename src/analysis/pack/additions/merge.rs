//! Checks a publisher's rows and adds them to a pack.
//!
//! An actor is known by its id or its name, a person and a conflict by their names, a
//! place by its name, country and kind. What ours has under the same is changed in place,
//! so that its other names stay; the names of a row win over ours.

use super::fault::Fault;
use super::rows::{self, Row, quoted};
use super::{Entry, OwnPlace};
use crate::analysis::PlaceKind;
use crate::analysis::lexicon::{Naming, Sense};
use crate::analysis::pack::line::{self, Name};
use crate::analysis::pack::{Actor, ActorKind, Conflict, Pack, Person, Text, Toponym, slug, without_area_word};

/// A publisher's place is taken before namesakes of ours, unless the article's other
/// places speak against it.
const WEIGHT: u8 = 9;
/// What the findings call several sides at once, and rebels without a name.
const RESERVED: [&str; 2] = ["all", "rebels"];
/// How a side of a conflict is written.
const SIDES: &str = "two sides or more, such as [\"russia+wagner-group\", \"ukraine\"]";

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Its table.
    pub table: &'static str,
    /// The name of what it tells of.
    pub name: String,
    /// The name of what it changes of ours; none where it adds something.
    pub changes: Option<String>,
}

/// A pack on its way to have a publisher's rows.
pub struct Merge<'a> {
    pub pack: Pack,
    pub understood: Vec<Understood>,
    pub(super) faults: Vec<Fault>,
    /// The actors by their ids: ours first, and then those of the file's rows.
    pub(super) ids: Vec<(String, u16)>,
    /// The names to find, with what they mean.
    pub(super) names: Vec<(&'a str, Sense)>,
    /// The file's conflicts, which stand before ours.
    conflicts: Vec<Conflict>,
    /// How many actors, and how many places of a publisher's, there were before.
    before: (usize, usize),
}

impl<'a> Merge<'a> {
    /// Adds the rows of a file to a pack.
    pub fn of(pack: &Pack, file: &'a Entry) -> Result<Merge<'a>, Vec<Fault>> {
        let mut faults = Vec::new();
        let rows = rows::read(file, &mut faults);
        let ids = (0..pack.actors.len() as u16).map(|actor| (pack.id_of(actor), actor)).collect();
        let mut merge = Merge {
            pack: pack.clone(),
            understood: Vec::new(),
            faults,
            ids,
            names: Vec::new(),
            conflicts: Vec::new(),
            before: (pack.actors.len(), pack.own_places.len()),
        };
        // Actors first, since the others name them, and their ids before all, since they
        // name each other.
        let of = |table: (&'static str, _)| rows.iter().filter(move |row| row.table == table.0);
        let actors: Vec<_> = of(rows::ACTORS).map(|row| merge.actor_of(row)).collect();
        for (row, actor) in of(rows::ACTORS).zip(actors) {
            merge.actor(row, actor);
        }
        of(rows::PEOPLE).for_each(|row| merge.person(row));
        of(rows::PLACES).for_each(|row| merge.place(row).unwrap_or_default());
        of(rows::CONFLICTS).for_each(|row| merge.conflict(row).unwrap_or_default());
        if !merge.faults.is_empty() {
            rows::sort(&mut merge.faults);
            return Err(merge.faults);
        }
        merge.add_names();
        merge.conflicts.append(&mut merge.pack.conflicts);
        merge.pack.conflicts = std::mem::take(&mut merge.conflicts);
        merge.pack.settle_own_places(0);
        Ok(merge)
    }

    /// Lets the names mean what they shall. The last come first, so that of two rows the
    /// first wins.
    fn add_names(&mut self) {
        let lexicon = &mut self.pack.lexicon;
        let mut name = Name::new();
        for (text, sense) in self.names.drain(..).rev() {
            let gone = |other: Sense| match (sense, other) {
                // The same row may have a word as adjective and as people.
                (Sense::Actor(actor, naming), Sense::Actor(other, other_naming)) => {
                    actor != other || naming == other_naming
                }
                _ => sense == other,
            };
            line::names(text, 0, &mut name, &mut |name, _| lexicon.put(name.words(), name.spelling(), sense, gone));
        }
    }

    /// The actor that a row is about; a new one where ours has none.
    fn actor_of(&mut self, row: &Row<'a>) -> Option<u16> {
        let id = self.needed(row, "id", "an id in lower case")?;
        let name = row.one("name");
        let written = slug(id);
        if written != id || RESERVED.contains(&id) {
            let mend = ["write ", &quoted(&if written == id { [id, "-group"].concat() } else { written })].concat();
            let wanted = "letters in lower case, digits and hyphens, but not \"all\" or \"rebels\"";
            self.faults.push(row.fault("id", quoted(id), wanted, &mend));
            return None;
        }
        let by = |id: &str| self.ids.iter().find(|(own, _)| own == id).map(|(_, actor)| *actor);
        let (by_id, by_name) = (by(id), name.and_then(|name| by(&slug(name))));
        if by_id.is_some() && by_name.is_some() && by_id != by_name {
            let found = quoted(name.unwrap_or_default());
            self.faults.push(row.fault(
                "name",
                found,
                "no name of another actor",
                "write that actor's id, or another name",
            ));
            return None;
        }
        // Without a name it has to be one of ours, by whatever name.
        let known = by_id.or(by_name).or_else(|| if name.is_none() { self.named(id) } else { None });
        let changes = known.map(|actor| self.pack.name_of(actor).to_string());
        let actor = match known {
            Some(actor) => actor,
            None => {
                let name = self.needed(row, "name", "a name, since Caveat has no actor of this id");
                self.needed(row, "kind", "a kind, since Caveat has no actor of this id");
                let (name, id) = (self.text(name?), self.text(id));
                let kind = ActorKind::Outside;
                self.pack.actors.push(Actor { name, id, kind, countries: Text::default(), affiliation: None });
                self.pack.actors.len() as u16 - 1
            }
        };
        if self.ids[self.before.0..].iter().any(|(_, before)| *before == actor) {
            self.faults.push(row.fault("id", [&quoted(id), " again"].concat(), "each actor once", "join the rows"));
            return None;
        }
        self.ids.push((id.to_string(), actor));
        self.ids.extend(name.map(|name| (slug(name), actor)));
        self.understood.push(Understood { table: row.table, name: name.unwrap_or(id).to_string(), changes });
        Some(actor)
    }

    /// Adds what a row says of its actor.
    fn actor(&mut self, row: &Row<'a>, actor: Option<u16>) {
        let kinds = ActorKind::ALL.map(ActorKind::name);
        let kind = self.one_of(row, "kind", &kinds).map(|kind| ActorKind::ALL[kind]);
        let affiliation = row.one("affiliation").map(|id| (id, self.reference(row, "affiliation", id)));
        let countries: Vec<&str> =
            ["countries", "iso", "theatre"].iter().flat_map(|key| self.countries(row, key)).collect();
        let Some(actor) = actor else { return };
        for (key, naming) in [
            ("name", Naming::Name),
            ("aliases", Naming::Name),
            ("adjectives", Naming::Adjective),
            ("people", Naming::People),
            ("members", Naming::People),
            ("seats", Naming::Seat),
        ] {
            self.add_values(row, key, Sense::Actor(actor, naming));
        }
        if let Some((id, Some(above))) = affiliation
            && above == actor
        {
            self.faults.push(row.fault("affiliation", quoted(id), "another actor", "leave it out if it has none"));
        }
        let at = usize::from(actor);
        if let Some(name) = row.one("name") {
            if self.pack.actors[at].id == Text::default() {
                let id = self.pack.id_of(actor);
                self.pack.actors[at].id = self.text(&id);
            }
            self.pack.actors[at].name = self.text(name);
        }
        let kind = kind.unwrap_or(self.pack.actors[at].kind);
        self.pack.actors[at].kind = kind;
        // Where an outsider acts tells nothing about where a war is.
        if matches!(kind, ActorKind::Outside | ActorKind::Media) {
            self.pack.actors[at].countries = Text::default();
        } else if !countries.is_empty() {
            self.pack.actors[at].countries = self.text(&countries.join(";"));
        }
        if row.has("affiliation") {
            self.pack.actors[at].affiliation = affiliation.and_then(|(_, above)| above);
        }
    }

    fn person(&mut self, row: &Row<'a>) {
        let Some(name) = self.needed(row, "name", "the full name") else { return };
        let mut ours = Vec::new();
        for found in self.senses(name) {
            if let Sense::Person(person, false) = found {
                ours.push(usize::from(person));
            }
        }
        let actor = match row.one("actor") {
            Some(id) => self.reference(row, "actor", id),
            None if ours.is_empty() => {
                self.needed(row, "actor", "the id of the actor for which the person speaks");
                return;
            }
            None => None,
        };
        let changes = (!ours.is_empty()).then(|| name.to_string());
        self.understood.push(Understood { table: row.table, name: name.to_string(), changes });
        if let Some(actor) = actor {
            for person in &ours {
                self.pack.people[*person].actor = actor;
            }
            if ours.is_empty() {
                ours.push(self.pack.people.len());
                self.pack.people.push(Person { actor, famous: true, shard: None });
            }
        }
        let Some(person) = ours.first().map(|person| *person as u16) else { return };
        self.add_name(row, "name", name, Sense::Person(person, false));
        match (row.has("surname"), name.rsplit_once(' ')) {
            (true, _) => self.add_values(row, "surname", Sense::Person(person, true)),
            (false, Some((_, last))) if !self.is_common(last) => self.names.push((last, Sense::Person(person, true))),
            _ => {}
        }
        for alias in row.values("aliases").to_vec() {
            self.add_name(row, "aliases", alias, Sense::Person(person, !alias.contains(' ')));
        }
    }

    fn place(&mut self, row: &Row<'a>) -> Option<()> {
        let name = self.needed(row, "name", "the name to show");
        let kinds = PlaceKind::ALL.map(PlaceKind::name);
        self.needed(row, "kind", "a kind such as \"city\"");
        let kind = self.one_of(row, "kind", &kinds).map(|kind| PlaceKind::ALL[kind]);
        let country = self.countries(row, "country").first().copied().unwrap_or_default();
        let (north, east) = (self.degrees(row, "lat", 90), self.degrees(row, "lon", 180));
        let point = north.zip(east);
        let weight = row.one("weight");
        let digit = weight.and_then(|w| w.parse().ok()).filter(|weight| *weight <= 9);
        if let (Some(weight), None) = (weight, digit) {
            self.faults.push(row.fault("weight", quoted(weight), "a digit from 0 to 9", "leave it out if in doubt"));
        }
        let (name, kind) = (name?, kind?);
        let ours = self.pack.toponyms.iter().position(|toponym| {
            toponym.shard.is_none() && self.pack.is_same_place(toponym, name, kind, country, point)
        });
        if row.has("lat") != row.has("lon") || (ours.is_none() && !row.has("lat")) {
            let key = if row.has("lat") { "lon" } else { "lat" };
            self.needed(row, key, "degrees, since Caveat has no such place");
        }
        if point.is_none() && (row.has("lat") || ours.is_none()) {
            return None;
        }
        let at = ours.unwrap_or(self.pack.toponyms.len());
        if self.pack.own_places[self.before.1..].iter().any(|own| own.toponym as usize == at) {
            self.faults.push(row.fault("name", [&quoted(name), " again"].concat(), "each place once", "join the rows"));
        }
        let changes = ours.map(|_| name.to_string());
        self.understood.push(Understood { table: row.table, name: name.to_string(), changes });
        let before = ours.map(|at| self.pack.toponyms[at]);
        let toponym = Toponym {
            name: self.text(name),
            kind,
            country: self.text(country),
            point: point.or(before.map(|before| before.point))?,
            weight: digit.or(before.map(|before| before.weight)).unwrap_or(WEIGHT),
            approximate: false,
            guarded: false,
            shard: None,
        };
        match ours {
            Some(at) => self.pack.toponyms[at] = toponym,
            None => self.pack.toponyms.push(toponym),
        }
        let sense = Sense::Place(at as u32);
        let first = self.names.len();
        self.add_name(row, "name", name, sense);
        // "Kharkiv" is found by "Kharkiv Oblast", as in our own rows.
        self.names.extend(without_area_word(name).map(|base| (base, sense)));
        self.add_values(row, "aliases", sense);
        let names: Vec<&str> = self.names[first..].iter().map(|(name, _)| *name).collect();
        let names = self.text(&names.join(";"));
        self.pack.own_places.push(OwnPlace { toponym: at as u32, names });
        Some(())
    }

    fn conflict(&mut self, row: &Row<'a>) -> Option<()> {
        let name = self.needed(row, "name", "the name to show")?;
        let mut sides = Vec::new();
        for side in row.values("sides").iter().flat_map(|value| value.split('|')) {
            let members = side.split('+').map(str::trim).filter(|id| !id.is_empty());
            let members: Vec<_> = members.map(|id| self.reference(row, "sides", id)).collect();
            sides.extend(members.into_iter().collect::<Option<Vec<u16>>>().filter(|side| !side.is_empty()));
        }
        if row.values("sides").iter().flat_map(|value| value.split('|')).count() < 2 {
            let found = [&sides.len().to_string(), " of them"].concat();
            self.faults.push(row.fault("sides", found, SIDES, "join the members of one side by +"));
        }
        let wanted = slug(name);
        let ours = self.pack.conflicts.iter().position(|conflict| slug(self.pack.text(conflict.name)) == wanted);
        let changes = ours.map(|at| self.pack.conflicts.remove(at)).map(|c| self.pack.text(c.name).to_string());
        self.understood.push(Understood { table: row.table, name: name.to_string(), changes });
        let name = self.text(name);
        self.conflicts.push(Conflict { name, sides });
        Some(())
    }
}
