//! Which countries an article names, how often, and which shards that calls for.

use super::PlaceKind;
use super::lexicon::{Match, Naming, Sense};
use super::pack::{Pack, Shard};

/// A shard is called for where its country makes up so many percent of all countries
/// that are named,
const SHARD_SHARE: u32 = 12;
/// and a place in it is named, or the country itself so often.
const SHARD_LEAST: u32 = 3;

/// The countries of an article.
#[derive(Default)]
pub struct Countries {
    all: Vec<Country>,
}

struct Country {
    /// ISO 3166-1 alpha-2, or empty for what lies in none.
    code: String,
    /// How often it is named, by its places and its actors.
    named: u32,
    /// How often by places in it.
    places: u32,
}

impl Countries {
    /// Counts a country that is named by an actor or as itself.
    pub fn count(&mut self, code: &str) {
        self.country(code).named += 1;
    }

    /// Counts a country that is named by a place in it.
    pub fn count_place(&mut self, code: &str) {
        let country = self.country(code);
        country.named += 1;
        country.places += 1;
    }

    fn country(&mut self, code: &str) -> &mut Country {
        let known = self.all.iter().position(|country| country.code == code);
        let at = known.unwrap_or(self.all.len());
        if known.is_none() {
            self.all.push(Country { code: code.to_string(), named: 0, places: 0 });
        }
        &mut self.all[at]
    }

    /// How often a country is named.
    pub fn named(&self, code: &str) -> u32 {
        self.all.iter().find(|country| country.code == code).map_or(0, |country| country.named)
    }

    /// The country that is named most, of equals the one that was counted first.
    pub fn most(&self) -> Option<&str> {
        let most = self.all.iter().map(|country| country.named).max()?;
        self.all.iter().find(|country| country.named == most).map(|country| country.code.as_str())
    }

    /// The country that is named most, if any is.
    pub fn first(&self) -> Option<&str> {
        self.all.iter().max_by_key(|country| country.named).map(|country| country.code.as_str())
    }
}

/// The shards that an article with these matches calls for, by their positions in the
/// pack. `matches` are in the order of the text, at one token the longer first.
pub fn shards(pack: &Pack, matches: &[Match]) -> Vec<u16> {
    let (mut countries, mut points) = (Countries::default(), Vec::new());
    let mut free = 0;
    for (at, found) in matches.iter().enumerate() {
        if let Sense::Actor(actor, _) = found.sense {
            pack.countries_of(actor).for_each(|country| countries.count(country));
        }
        if found.first < free || matches!(found.sense, Sense::Word(..)) {
            continue;
        }
        free = found.last + 1;
        let same = matches[at..].iter().take_while(|m| m.first == found.first).filter(|m| m.last == found.last);
        let seat = same.clone().any(|m| matches!(m.sense, Sense::Actor(_, Naming::Seat)));
        let mut places = same.filter_map(|m| match m.sense {
            Sense::Place(place) => Some(&pack.toponyms[place as usize]),
            _ => None,
        });
        if let (false, Some(place), None) = (seat, places.next(), places.next()) {
            let country = pack.text(place.country);
            match place.kind {
                PlaceKind::Country => countries.count(country),
                _ => {
                    countries.count_place(country);
                    points.push((country, place.point));
                }
            }
        }
    }
    let all: u32 = countries.all.iter().filter(|country| !country.code.is_empty()).map(|country| country.named).sum();
    let called = |code: &str| {
        let country = countries.all.iter().find(|country| country.code == code);
        country.is_some_and(|c| (c.places > 0 || c.named >= SHARD_LEAST) && c.named * 100 >= all * SHARD_SHARE)
    };
    let lies_in = |[south, west, north, east]: [i32; 4], point: (i32, i32)| {
        let within = |from: i32, value: i32, to: i32| from * 100 <= value && value <= to * 100;
        within(south, point.0, north) && within(west, point.1, east)
    };
    let wanted = |shard: &Shard| match pack.text(shard.id).split_once('-') {
        Some((code, _)) => {
            called(code) && points.iter().any(|(country, point)| *country == code && lies_in(shard.area, *point))
        }
        None => called(pack.text(shard.id)),
    };
    (0..).zip(&pack.shards).filter(|(_, shard)| wanted(shard)).map(|(position, _)| position).collect()
}
