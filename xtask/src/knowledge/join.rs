//! Joins Ukraine's register, which has no coordinates, to GeoNames, which has no villages.
//!
//! A name that occurs once in an oblast on either side is the same place. Of several, the
//! nearest pair is, where the places joined before tell about where a hromada lies. All
//! others stand at the middle of their hromada's known places.

use std::collections::{BTreeMap, BTreeSet};

use super::geonames::City;
use super::register::Settlement;
use super::spelling::{key, plain};
use super::ukrainian::latin;

/// Degrees north and east.
pub type Point = (f64, f64);

/// Where a settlement is.
pub struct Position {
    pub point: Point,
    /// The place of GeoNames that it is, by its number in what was given.
    pub city: Option<usize>,
    /// How far off the point would be, had it been estimated; in kilometers.
    pub tried: Option<f64>,
}

/// A place so far from its raion's other places is another of the same name; in kilometers.
/// Raions are seldom wider than 150.
const FARTHEST_IN_RAION: f64 = 80.0;
/// So near to its hromada's middle, one of several of a name is taken to be the one.
const NEAR_HROMADA: f64 = 20.0;
/// Pairs that have been found tell about more hromadas, and so about more pairs.
const ROUNDS: usize = 3;

/// Where each settlement is, in the order in which they are given. Nothing for one in
/// an oblast of which nothing is known.
pub fn join(settlements: &[Settlement], cities: &[&City]) -> Vec<Option<Position>> {
    let mut joined = Joined { settlements, cities, of: vec![None; settlements.len()] };
    let pairs = pairs(settlements, cities);
    joined.take_single(&pairs);
    for _ in 0..ROUNDS {
        joined.drop_far();
        joined.take_near(&pairs);
    }
    joined.drop_far();
    let areas = joined.areas();
    let position = |index: usize| {
        let estimate = joined.estimate(&areas, index);
        match joined.of[index] {
            Some(city) => {
                let point = joined.point(city);
                let tried = estimate.map(|estimate| kilometers(estimate, point));
                Some(Position { point, city: Some(city), tried })
            }
            None => estimate.map(|point| Position { point, city: None, tried: None }),
        }
    };
    (0..settlements.len()).map(position).collect()
}

/// Settlements and cities that share a name within an oblast.
struct Pairs {
    settlements: Vec<usize>,
    cities: Vec<usize>,
}

/// All that share a name, by oblast and name.
fn pairs(settlements: &[Settlement], cities: &[&City]) -> Vec<Pairs> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, settlement) in settlements.iter().enumerate() {
        by_name.entry(loose(&latin(&settlement.name))).or_default().push(index);
    }
    let names: Vec<BTreeSet<String>> = cities.iter().map(|city| names(city)).collect();
    let oblasts = oblasts(settlements, cities, &by_name, &names);
    let mut pairs: BTreeMap<(&str, &str), Pairs> = BTreeMap::new();
    for (city, names) in names.iter().enumerate() {
        let Some(oblast) = oblasts.get(cities[city].region.as_str()) else { continue };
        for name in names {
            let Some(same) = by_name.get(name) else { continue };
            let here = same.iter().copied().filter(|index| settlements[*index].oblast == *oblast);
            let pair = pairs
                .entry((oblast, name))
                .or_insert_with(|| Pairs { settlements: here.collect(), cities: Vec::new() });
            pair.cities.push(city);
        }
    }
    pairs.into_values().filter(|pair| !pair.settlements.is_empty()).collect()
}

/// The register's oblast for each of GeoNames' regions, by the names that occur only once.
fn oblasts<'a>(
    settlements: &'a [Settlement],
    cities: &'a [&'a City],
    by_name: &BTreeMap<String, Vec<usize>>,
    names: &[BTreeSet<String>],
) -> BTreeMap<&'a str, &'a str> {
    let mut votes: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (city, names) in cities.iter().zip(names) {
        for name in names {
            if let Some([only]) = by_name.get(name).map(Vec::as_slice) {
                let oblast = settlements[*only].oblast.as_str();
                *votes.entry(&city.region).or_default().entry(oblast).or_default() += 1;
            }
        }
    }
    let most =
        |votes: BTreeMap<&'a str, usize>| votes.into_iter().max_by_key(|(_, votes)| *votes).map(|(oblast, _)| oblast);
    votes.into_iter().filter_map(|(region, votes)| Some((region, most(votes)?))).collect()
}

/// The names of a city that may be in the register: Ukrainian ones, and those in Latin letters.
fn names(city: &City) -> BTreeSet<String> {
    let cyrillic = city.alternates.iter().filter(|name| name.chars().any(|c| ('\u{400}'..'\u{530}').contains(&c)));
    let latin_names = [&city.name].into_iter().chain(&city.english).chain(&city.former);
    cyrillic
        .map(|name| latin(name))
        .chain(latin_names.filter_map(|name| plain(name)))
        .map(|name| loose(&name))
        .collect()
}

/// What the spellings of a name share, whichever way they write the softened vowels.
fn loose(name: &str) -> String {
    let mut loose = String::new();
    for letter in key(name).chars() {
        let letter = if letter == 'y' { 'i' } else { letter };
        if letter != 'i' || !loose.ends_with('i') {
            loose.push(letter);
        }
    }
    loose
}

/// Which city each settlement is, as far as it is known.
struct Joined<'a> {
    settlements: &'a [Settlement],
    cities: &'a [&'a City],
    of: Vec<Option<usize>>,
}

/// The known places of the hromadas and the raions: their sum and how many they are.
type Areas<'a> = BTreeMap<&'a str, (Point, f64)>;

impl Joined<'_> {
    fn point(&self, city: usize) -> Point {
        (self.cities[city].lat, self.cities[city].lon)
    }

    /// Joins where one settlement and one city share a name.
    fn take_single(&mut self, pairs: &[Pairs]) {
        let mut taken = BTreeSet::new();
        for pair in pairs {
            if let ([settlement], [city]) = (pair.settlements.as_slice(), pair.cities.as_slice())
                && self.of[*settlement].is_none()
                && taken.insert(*city)
            {
                self.of[*settlement] = Some(*city);
            }
        }
    }

    /// Joins where a city lies near the hromada of one of several settlements, the nearest first.
    fn take_near(&mut self, pairs: &[Pairs]) {
        let mut taken: BTreeSet<usize> = self.of.iter().copied().flatten().collect();
        let areas = self.areas();
        let mut found: Vec<(u64, usize, usize)> = Vec::new();
        for pair in pairs {
            for settlement in pair.settlements.iter().filter(|index| self.of[**index].is_none()) {
                let Some(estimate) = self.estimate(&areas, *settlement) else { continue };
                for city in pair.cities.iter().filter(|city| !taken.contains(city)) {
                    let distance = kilometers(estimate, self.point(*city));
                    if distance <= NEAR_HROMADA {
                        // Meters, since whole numbers can be sorted.
                        found.push(((distance * 1000.0) as u64, *settlement, *city));
                    }
                }
            }
        }
        found.sort_unstable();
        for (_, settlement, city) in found {
            if self.of[settlement].is_none() && taken.insert(city) {
                self.of[settlement] = Some(city);
            }
        }
    }

    /// Parts what lies far from all else in its raion.
    fn drop_far(&mut self) {
        let mut raions: BTreeMap<&str, Vec<Point>> = BTreeMap::new();
        for (settlement, city) in self.settlements.iter().zip(&self.of) {
            raions.entry(&settlement.raion).or_default().extend(city.map(|city| self.point(city)));
        }
        let middles: BTreeMap<&str, Point> =
            raions.into_iter().filter_map(|(raion, points)| Some((raion, middle(points)?))).collect();
        for index in 0..self.of.len() {
            if let Some(city) = self.of[index]
                && kilometers(self.point(city), middles[self.settlements[index].raion.as_str()]) > FARTHEST_IN_RAION
            {
                self.of[index] = None;
            }
        }
    }

    fn areas(&self) -> Areas<'_> {
        let mut areas = Areas::new();
        for (settlement, city) in self.settlements.iter().zip(&self.of) {
            let Some(city) = city else { continue };
            let (lat, lon) = self.point(*city);
            for area in [&settlement.hromada, &settlement.raion, &settlement.oblast] {
                let (sum, count) = areas.entry(area).or_default();
                *sum = (sum.0 + lat, sum.1 + lon);
                *count += 1.0;
            }
        }
        areas
    }

    /// Where a settlement would be by the other places of its hromada, or else its raion,
    /// or else its oblast.
    fn estimate(&self, areas: &Areas<'_>, index: usize) -> Option<Point> {
        let settlement = &self.settlements[index];
        let own = self.of[index].map(|city| self.point(city));
        [&settlement.hromada, &settlement.raion, &settlement.oblast].into_iter().find_map(|area| {
            let ((lat, lon), count) = *areas.get(area.as_str())?;
            let (own_lat, own_lon) = own.unwrap_or_default();
            let others = count - f64::from(u8::from(own.is_some()));
            (others > 0.5).then(|| ((lat - own_lat) / others, (lon - own_lon) / others))
        })
    }
}

/// The middle one of the points, by each coordinate: a stray point does not move it.
fn middle(points: Vec<Point>) -> Option<Point> {
    let (mut lats, mut lons): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    lats.sort_by(f64::total_cmp);
    lons.sort_by(f64::total_cmp);
    Some((*lats.get(lats.len() / 2)?, *lons.get(lons.len() / 2)?))
}

/// Kilometers in a degree of latitude.
const DEGREE: f64 = 111.2;

/// How far two points lie apart, well enough for some hundred kilometers.
pub fn kilometers(one: Point, other: Point) -> f64 {
    let north = other.0 - one.0;
    let turn = (other.1 - one.1).abs();
    let east = turn.min(360.0 - turn) * narrowing((one.0 + other.0) / 2.0);
    DEGREE * (north * north + east * east).sqrt()
}

/// The cosine of a latitude, by its first terms: the same on every platform.
fn narrowing(latitude: f64) -> f64 {
    let x = latitude.to_radians().powi(2);
    (1.0 - x / 2.0 + x * x / 24.0 - x * x * x / 720.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settlement(area: &str, name: &str) -> Settlement {
        let (oblast, raion) = (area[..1].to_string(), area[..2].to_string());
        Settlement { oblast, raion, hromada: area.to_string(), name: name.to_string(), is_city: false }
    }

    fn city(region: &str, name: &str, lat: f64, lon: f64) -> City {
        City {
            name: name.to_string(),
            english: None,
            former: Vec::new(),
            alternates: Vec::new(),
            country: "UA".to_string(),
            region: region.to_string(),
            lat,
            lon,
            population: 600,
            feature: String::new(),
        }
    }

    #[test]
    fn a_name_is_joined_whichever_way_it_is_spelled() {
        let positions = join(&[settlement("aaa", "Авдіївка")], &[&city("1", "Avdiyivka", 48.0, 37.0)]);
        assert_eq!(positions[0].as_ref().and_then(|position| position.city), Some(0));
    }

    #[test]
    fn a_village_without_a_place_stands_in_the_middle_of_its_hromada() {
        let settlements = [settlement("aaa", "Лозова"), settlement("aaa", "Балта"), settlement("aaa", "Яри")];
        let positions = join(&settlements, &[&city("1", "Lozova", 48.0, 37.0), &city("1", "Balta", 48.2, 37.2)]);
        let village = positions[2].as_ref().expect("an estimate");
        assert!(village.city.is_none());
        assert!(kilometers(village.point, (48.1, 37.1)) < 0.1, "{:?}", village.point);
    }

    #[test]
    fn of_two_villages_of_one_name_the_nearer_hromada_has_the_place() {
        let settlements = [
            settlement("aaa", "Лозова"),
            settlement("abb", "Балта"),
            settlement("aaa", "Іванівка"),
            settlement("abb", "Іванівка"),
        ];
        let cities =
            [city("1", "Lozova", 48.0, 37.0), city("1", "Balta", 49.0, 37.0), city("1", "Ivanivka", 48.95, 37.05)];
        let positions = join(&settlements, &cities.each_ref());
        let joined: Vec<_> =
            positions.iter().map(|position| position.as_ref().and_then(|position| position.city)).collect();
        assert_eq!(joined, [Some(0), Some(1), None, Some(2)]);
    }

    #[test]
    fn distances_hold_in_the_north_and_across_the_date_line() {
        assert!((kilometers((50.45, 30.52), (49.99, 36.23)) - 411.0).abs() < 4.0);
        assert!(kilometers((64.0, 179.9), (64.0, -179.9)) < 10.0);
    }
}
