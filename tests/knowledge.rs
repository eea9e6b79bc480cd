//! The knowledge has the places and the actors that war news names, at the right spot.
//!
//! The lists in `tests/knowledge/` were written from memory and a map, not from the
//! rows, and those of other wars before anybody looked whether the rows have them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use caveat::analysis::without_area_word;
use caveat::shards;

/// Of the places asked for in the beginning, this share must be at the right spot.
const REQUESTED_SHARE: f64 = 0.97;
/// Of the names of other wars, this share must be known.
const OTHER_SHARE: f64 = 0.92;
/// The earth's mean radius in kilometers.
const EARTH_RADIUS: f64 = 6371.0;

/// A row by its column names.
type Row = BTreeMap<String, String>;

/// The rows of a file below the project's top; none where there is no such file.
fn rows(file: &str) -> Vec<Row> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap_or_default();
    let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    lines
        .map(|line| header.iter().zip(line.split('\t')).map(|(k, v)| (k.to_string(), v.to_string())).collect())
        .collect()
}

/// The forms under which the engine finds a name: case and the shape of apostrophes
/// do not count, nor does the word for a region.
fn forms(name: &str) -> Vec<String> {
    let fold = |name: &str| name.replace(['’', '‘', '\''], "").replace('-', " ").to_lowercase();
    [Some(name), without_area_word(name)].into_iter().flatten().map(fold).collect()
}

/// The values of some columns of a row.
fn names<'a>(row: &'a Row, columns: &'a [&str]) -> impl Iterator<Item = &'a str> {
    columns
        .iter()
        .filter_map(|column| row.get(*column))
        .flat_map(|cell| cell.split(';'))
        .filter(|name| !name.is_empty())
}

/// Every actor and person, by its forms, with the countries where it stands or acts.
fn actors() -> BTreeMap<String, Vec<String>> {
    let states = rows("data/actors/states.tsv");
    let groups = rows("data/actors/groups.tsv");
    let mut countries: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for state in &states {
        countries.insert(&state["id"], vec![state["iso"].clone()]);
    }
    // A commander is an actor of its own, so the way up ends after so many steps.
    for _ in 0..4 {
        for group in &groups {
            let above = countries.get(&*group["affiliation"]).cloned().unwrap_or_default();
            let all = names(group, &["theatre"]).map(str::to_string).chain(above).collect();
            countries.insert(&group["id"], all);
        }
    }
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |row: &Row, columns: &[&str], actor: &str| {
        for form in names(row, columns).flat_map(forms) {
            found.entry(form).or_default().extend(countries.get(actor).cloned().unwrap_or_default());
        }
    };
    states.iter().for_each(|row| add(row, &["name", "aliases", "seats"], &row["id"]));
    groups.iter().for_each(|row| add(row, &["name", "aliases", "members"], &row["id"]));
    rows("data/actors/people.tsv").iter().for_each(|row| add(row, &["name", "aliases"], &row["actor"]));
    found
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("found {:?} in {column} of {row:?}, wanted a number", row[column]))
}

fn point(row: &Row) -> (f64, f64) {
    (number(row, "lat"), number(row, "lon"))
}

/// The distance of two points in kilometers.
#[expect(clippy::disallowed_methods, reason = "measures on one machine, and marks nothing")]
fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let chord = half(one.0, other.0) + one.0.to_radians().cos() * other.0.to_radians().cos() * half(one.1, other.1);
    2.0 * EARTH_RADIUS * chord.sqrt().asin()
}

/// Fails where fewer than `share` of the listed names pass.
fn check(list: &str, share: f64, passes: impl Fn(&Row) -> bool) {
    let listed = rows(&format!("tests/knowledge/{list}.tsv"));
    assert!(!listed.is_empty(), "found no names in tests/knowledge/{list}.tsv");
    let missed: Vec<&str> = listed.iter().filter(|row| !passes(row)).map(|row| &*row["name"]).collect();
    let known = 1.0 - missed.len() as f64 / listed.len() as f64;
    println!("{list}: {:.1} % of {} known; not known: {}", known * 100.0, listed.len(), missed.join(", "));
    assert!(known >= share, "found {:.1} % of {list}, wanted {:.1} %; missed {missed:?}", known * 100.0, share * 100.0);
}

fn check_places(list: &str, share: f64) {
    let pack = shards::all();
    check(list, share, |row| {
        let names = [Some(&*row["name"]), without_area_word(&row["name"])];
        let known = names.into_iter().flatten().flat_map(|name| pack.places(name));
        known.into_iter().any(|known| distance(known.point, point(row)) <= number(row, "within"))
    });
}

#[test]
fn the_places_asked_for_are_at_the_right_spot() {
    check_places("requested", REQUESTED_SHARE);
}

#[test]
fn the_places_of_other_wars_are_at_the_right_spot() {
    check_places("other_places", OTHER_SHARE);
}

#[test]
fn the_actors_of_other_wars_are_known() {
    let actors = actors();
    check("other_actors", OTHER_SHARE, |row| {
        let countries = forms(&row["name"]).into_iter().filter_map(|form| actors.get(&form)).flatten();
        countries.into_iter().any(|country| *country == row["country"])
    });
}

#[test]
fn every_disputed_place_is_a_known_place_between_known_actors() {
    let known: Vec<Row> =
        ["places", "villages"].iter().flat_map(|file| rows(&format!("data/places/{file}.tsv"))).collect();
    let actors: Vec<Row> =
        ["states", "groups"].iter().flat_map(|file| rows(&format!("data/actors/{file}.tsv"))).collect();
    let disputed = rows("data/places/disputed.tsv");
    assert!(!disputed.is_empty());
    for row in &disputed {
        let same = |place: &&Row| ["name", "kind", "country"].iter().all(|column| place[*column] == row[*column]);
        assert!(known.iter().any(|place| same(&place)), "found {row:?}, wanted a row of places.tsv or villages.tsv");
        let unknown = names(row, &["holder", "claimants"]).find(|id| actors.iter().all(|actor| actor["id"] != *id));
        assert_eq!(unknown, None, "found an unknown actor in {row:?}, wanted an id of states.tsv or groups.tsv");
        assert_ne!(row["claimants"], "", "found {row:?}, wanted somebody who claims it");
    }
}
