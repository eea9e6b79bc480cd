//! Makes rows of places: which of its names a place is shown by, and by which it is found.

use super::arabic;
use super::geonames::City;
use super::join::{Point, Position};
use super::register::Settlement;
use super::spelling::{Spellings, is_near, is_plausible, key, plain};
use super::ukrainian::latin;

/// A row of a country's file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What the rows are sorted by: the name without accents, then the north first.
    order: (String, i32),
    pub name: String,
    /// Hundredths of degrees.
    pub north: i32,
    pub east: i32,
    pub weight: u8,
    /// Whether the point is the middle of the area that the place is in.
    pub is_estimate: bool,
    pub aliases: Vec<String>,
}

impl Place {
    fn new(name: String, point: Point, weight: u8, is_estimate: bool, aliases: Vec<String>) -> Self {
        let (north, east) = (hundredths(point.0), hundredths(point.1));
        Self { order: (key(&name), -north), name, north, east, weight, is_estimate, aliases }
    }

    pub fn point(&self) -> Point {
        (f64::from(self.north) / 100.0, f64::from(self.east) / 100.0)
    }

    /// The row, with the columns of `countries.rs`.
    pub fn row(&self) -> String {
        let precision = if self.is_estimate { "approximate" } else { "" };
        let (lat, lon) = self.point();
        format!("{}\t{lat:.2}\t{lon:.2}\t{}\t{precision}\t{}\n", self.name, self.weight, self.aliases.join(";"))
    }
}

fn hundredths(degrees: f64) -> i32 {
    (degrees * 100.0).round() as i32
}

/// Countries at war or in its shadow, of which news names villages in many spellings, and
/// of which GeoNames has so few that all likely spellings fit.
const MANY_SPELLINGS: [&str; 37] = [
    "AF", "AM", "AZ", "BF", "BI", "CD", "CF", "CM", "DJ", "ER", "ET", "GE", "HT", "IL", "IQ", "JO", "KM", "LB", "LR",
    "LY", "ML", "MM", "MR", "MZ", "NE", "NG", "PK", "PS", "RW", "SD", "SO", "SS", "SY", "TD", "UG", "XK", "YE",
];
/// Regions of Russia at the front, by GeoNames' codes: Belgorod, Bryansk, Kursk, Rostov, Voronezh.
const FRONT: [&str; 5] = ["09", "10", "41", "61", "86"];
/// Countries whose names are Arabic.
const ARABIC: [&str; 21] = [
    "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TD",
    "TN", "YE",
];
/// Countries where an apostrophe is a sign of a script, which news leaves out.
const SOFT_SIGN: [&str; 17] =
    ["AM", "AZ", "BY", "CN", "GE", "KG", "KP", "KR", "KZ", "LV", "MD", "MN", "RU", "TJ", "TM", "UA", "UZ"];
/// Countries whose names end in "-iy" or "-yy" in catalogs and in "-y" in news.
const RUSSIAN: [&str; 3] = ["BY", "KZ", "RU"];
/// More spellings than this of one village nobody writes.
const MOST_ALIASES: usize = 6;
/// A longer English name is a description.
const MOST_WORDS: usize = 4;
/// Words of areas, which are not a settlement's name.
const AREAS: [&str; 4] = ["Municipality", "District", "Subdistrict", "Branch"];
/// Ukrainian places of so many people are written in many ways.
const WELL_KNOWN: u64 = 3_000;

/// The row of a place of GeoNames; nothing if it has no name in Latin letters.
pub fn place(city: &City) -> Option<Place> {
    let country = city.country.as_str();
    let written = |name: &str| {
        let name = plain(name)?;
        Some(if SOFT_SIGN.contains(&country) { name.replace('\'', "") } else { name })
    };
    let others = city.alternates.iter().filter(|name| name.chars().next().is_some_and(char::is_uppercase));
    let first = written(&city.name).or_else(|| others.clone().find_map(|name| written(name)))?;
    let english = city
        .english
        .as_deref()
        .and_then(written)
        .filter(|name| name.split(' ').count() <= MOST_WORDS && !AREAS.iter().any(|area| name.ends_with(area)));
    let mut name = english.clone().filter(|name| is_near(name, &first)).unwrap_or_else(|| first.clone());
    if ARABIC.contains(&country) {
        name = arabic::news(&name);
    } else if RUSSIAN.contains(&country) {
        name = russian(&name);
    }
    let mut spellings = Spellings::new(&name);
    // A source's own spelling is not news's, but it is found by it where it is on record.
    english.iter().chain([&first]).for_each(|alias| spellings.add(alias));
    attested(city, written).iter().for_each(|alias| spellings.add(alias));
    if has_many_spellings(city) {
        if ARABIC.contains(&country) {
            arabic::variants(&name).iter().for_each(|alias| spellings.add(alias));
        }
        let likely = likely(others.filter_map(|name| written(name)), &[&name, &first]);
        likely.iter().for_each(|alias| spellings.add(alias));
    }
    spellings.aliases.truncate(MOST_ALIASES);
    Some(Place::new(name, (city.lat, city.lon), weight(city), false, spellings.aliases))
}

fn has_many_spellings(city: &City) -> bool {
    match city.country.as_str() {
        "RU" => FRONT.contains(&city.region.as_str()),
        "UA" => city.population >= WELL_KNOWN,
        country => MANY_SPELLINGS.contains(&country),
    }
}

/// Names of older copies that the current one has still as alternates, or that are of no
/// other script.
fn attested(city: &City, written: impl Fn(&str) -> Option<String>) -> Vec<String> {
    city.former.iter().filter_map(|name| written(name)).collect()
}

/// The likeliest spellings first: those that differ least from a name.
fn likely(spellings: impl Iterator<Item = String>, names: &[&str]) -> Vec<String> {
    let mut likely: Vec<(usize, String)> = spellings
        .filter(|alias| names.iter().any(|name| is_plausible(alias, name)))
        .map(|alias| (alias.matches('\'').count() + alias.len().abs_diff(names[0].len()), alias))
        .collect();
    likely.sort();
    likely.into_iter().map(|(_, alias)| alias).collect()
}

/// A Russian name with the endings of news: "Krasny" for "Krasnyy".
fn russian(name: &str) -> String {
    let short = |word: &str| match word.strip_suffix("iy").or_else(|| word.strip_suffix("yy")) {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ => word.to_string(),
    };
    name.split(' ').map(short).collect::<Vec<String>>().join(" ")
}

/// The row of a settlement of Ukraine's register.
pub fn settlement(settlement: &Settlement, position: &Position, cities: &[&City]) -> Place {
    let name = latin(&settlement.name);
    let Some(city) = position.city.map(|city| cities[city]) else {
        return Place::new(name, position.point, u8::from(settlement.is_city) * TOWN, true, Vec::new());
    };
    let mut spellings = Spellings::new(&name);
    if let Some(place) = place(city) {
        spellings.add(&place.name);
        place.aliases.iter().for_each(|alias| spellings.add(alias));
    }
    spellings.aliases.truncate(MOST_ALIASES);
    Place::new(name, position.point, weight(city), false, spellings.aliases)
}

/// The weight of a town of which nobody has written down how many people live there.
const TOWN: u8 = 3;

/// People, and the weight of a place with so many.
const WEIGHTS: [(u64, u8); 9] = [
    (10_000_000, 9),
    (3_000_000, 8),
    (1_000_000, 7),
    (400_000, 6),
    (150_000, 5),
    (50_000, 4),
    (15_000, 3),
    (5_000, 2),
    (500, 1),
];

/// How large a place is, as `data/places/README.md` says. A seat of which no number is
/// known has a weight by its rank; a quarter, which may have its city's number, is small.
fn weight(city: &City) -> u8 {
    let by_people = WEIGHTS.iter().find(|(people, _)| city.population >= *people).map_or(0, |(_, weight)| *weight);
    match city.feature.as_str() {
        "PPLX" => by_people.min(2),
        "PPLC" | "PPLA" => by_people.max(TOWN),
        "PPLA2" => by_people.max(2),
        "PPLA3" => by_people.max(1),
        _ => by_people,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city(country: &str, name: &str, alternates: &[&str]) -> City {
        City {
            name: name.to_string(),
            english: None,
            former: Vec::new(),
            alternates: alternates.iter().map(ToString::to_string).collect(),
            country: country.to_string(),
            region: String::new(),
            lat: 31.448,
            lon: 34.392,
            population: 36_123,
            feature: "PPL".to_string(),
        }
    }

    #[test]
    fn a_village_of_gaza_is_found_by_the_spelling_of_news() {
        let place = place(&city("PS", "An Nuşayrāt", &["Nuseirat", "alnsyrat", "النصيرات"])).expect("a name");
        assert_eq!(place.row(), "Al-Nusayrat\t31.45\t34.39\t3\t\tAn Nusayrat;Nusayrat;Nuseirat\n");
    }

    #[test]
    fn the_english_name_is_shown_if_it_is_no_former_one() {
        let mut lahia = city("PS", "Bayt Lāhyā", &[]);
        lahia.english = Some("Beit Lahia".to_string());
        assert_eq!(place(&lahia).expect("a name").name, "Beit Lahia");
        let mut mysuru = city("IN", "Mysuru", &[]);
        mysuru.english = Some("Mysore".to_string());
        let mut sheptytskyi = city("UA", "Sheptytskyi", &[]);
        sheptytskyi.english = Some("Chervonohrad".to_string());
        let place = place(&sheptytskyi).expect("a name");
        assert_eq!((place.name.as_str(), place.aliases.as_slice()), ("Sheptytskyi", &["Chervonohrad".to_string()][..]));
    }

    #[test]
    fn soft_signs_and_double_endings_are_left_out() {
        let place = place(&city("RU", "Vasil’yevskiy", &[])).expect("a name");
        assert_eq!((place.name.as_str(), place.aliases.as_slice()), ("Vasilyevsky", &["Vasilyevskiy".to_string()][..]));
    }

    #[test]
    fn a_country_at_peace_keeps_only_names_on_record() {
        let place = place(&city("DE", "Köln", &["Cologne", "Koeln"])).expect("a name");
        assert_eq!((place.name.as_str(), place.aliases.len()), ("Koln", 0));
    }

    #[test]
    fn a_settlement_without_a_place_is_approximate() {
        let village = Settlement {
            oblast: String::new(),
            raion: String::new(),
            hromada: String::new(),
            name: "Роботине".to_string(),
            is_city: false,
        };
        let position = Position { point: (47.4, 35.8), city: None, tried: None };
        assert_eq!(settlement(&village, &position, &[]).row(), "Robotyne\t47.40\t35.80\t0\tapproximate\t\n");
    }
}
