//! Every fault of a publisher's file.

use super::*;

/// The faults of a file, a line each.
fn faults(additions: &Additions) -> Vec<String> {
    let faults = Pack::core().with_additions(additions).expect_err("faults");
    assert_eq!(Pack::core().understood(additions).expect_err("the same"), faults);
    faults.iter().map(Fault::to_string).collect()
}

/// Fails unless these rows have these faults, each told with these words in it.
fn refused(rows: &[(&str, &[(&str, &str)])], wanted: &[&[&str]]) {
    let found = faults(&file(rows));
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (fault, words) in found.iter().zip(wanted) {
        assert!(words.iter().all(|word| fault.contains(word)), "found {fault:?}, wanted {words:?}");
        let told = ["found ", ", wanted ", "; "].iter().all(|part| fault.contains(part));
        assert!(told && !fault.ends_with(['.', ' ']), "{fault}");
    }
}

#[test]
fn a_file_of_another_form_is_refused() {
    let text = |text: &str| Entry::Text(text.to_string());
    let object = |key: &str, value: Entry| Entry::Object(vec![(key.to_string(), value)]);
    for (entry, words) in [
        (Entry::List(Vec::new()), "found a list, wanted an object with the tables"),
        (
            object("actor", Entry::List(Vec::new())),
            "found a table as `actor`, wanted one of the tables actors, people, places, conflicts; the nearest is \"actors\"",
        ),
        (object("places", text("Kyiv")), "found \"Kyiv\" as `places`, wanted a list of rows"),
        (object("places", Entry::List(vec![text("Kyiv")])), "found \"Kyiv\" in row 1 of `places`, wanted an object"),
        (
            object("actors", Entry::List(vec![object("id", object("x", Entry::Other))])),
            "found an object as `id` in row 1 of `actors`, wanted a text or a list of texts",
        ),
        (
            object("actors", Entry::List(vec![object("name", Entry::List(vec![Entry::Other]))])),
            "found no text as `name` in row 1 of `actors`, wanted a text",
        ),
    ] {
        let found = faults(&Additions::new(entry));
        assert!(found.len() == 1 && found[0].starts_with(words), "found {found:?}, wanted {words:?}");
    }
}

#[test]
fn an_unknown_key_names_the_nearest_one() {
    refused(
        &[
            ("actors", &[("id", "hezbollah"), ("alias", "Hizbollah")]),
            ("places", &[("nome", "Kyiv"), ("name", "Kyiv"), ("kind", "city"), ("country", "UA")]),
        ],
        &[&["as `alias` in row 1 of `actors`", "the nearest is \"aliases\""], &["`nome`", "the nearest is \"name\""]],
    );
}

#[test]
fn all_faults_of_an_actor_are_told_at_once() {
    refused(
        &[
            ("actors", &[("name", "Front")]),
            ("actors", &[("id", "Zembla Front"), ("name", "Front")]),
            ("actors", &[("id", "all"), ("name", "Front"), ("kind", "state")]),
            ("actors", &[("id", "front")]),
            ("actors", &[("id", "hamas"), ("name", "Hezbollah")]),
            (
                "actors",
                &[
                    ("id", "zembla"),
                    ("name", "Zembla"),
                    ("kind", "army"),
                    ("countries", "UK;ua"),
                    ("affiliation", "hezbolla"),
                ],
            ),
            ("actors", &[("id", "zembla"), ("name", "Zembla")]),
            ("actors", &[("id", "houthis"), ("affiliation", "houthis"), ("aliases", "the rebels;The")]),
            ("actors", &[("id", "iran"), ("affiliation", "Xyzzy of nowhere"), ("name", "Guards;Corps")]),
        ],
        &[
            &["nothing as `id` in row 1", "an id in lower case", "add it"],
            &["\"Zembla Front\" as `id` in row 2", "write \"zembla-front\""],
            &["\"all\" as `id` in row 3", "write \"all-group\""],
            &["nothing as `name` in row 4", "since Caveat has no actor of this id"],
            &["nothing as `kind` in row 4"],
            &["\"Hezbollah\" as `name` in row 5", "another actor"],
            &["\"army\" as `kind` in row 6", "one of state, armed-group, authority", "the nearest is"],
            &["\"hezbolla\" as `affiliation`", "the nearest is \"hezbollah\""],
            &["\"UK\" as `countries`", "ISO 3166-1"],
            &["\"ua\" as `countries`"],
            &["\"zembla\" again as `id` in row 7", "join the rows"],
            &["\"the rebels\" as `aliases`", "a capital"],
            &["\"The\" as `aliases`", "common word"],
            &["\"houthis\" as `affiliation`", "another actor"],
            &["2 values as `name` in row 9"],
            &["\"Xyzzy of nowhere\" as `affiliation`", "add a row for it"],
        ],
    );
}

#[test]
fn all_faults_of_people_places_and_conflicts_are_told_at_once() {
    let onhava = [("name", "Onhava"), ("kind", "city"), ("lat", "13.5"), ("lon", "0.1")];
    refused(
        &[
            ("people", &[("actor", "russia")]),
            ("people", &[("name", "Zoë Kinbote")]),
            ("people", &[("name", "Zoë Kinbote"), ("actor", "rusia")]),
            ("places", &[("name", "Onhava"), ("kind", "town"), ("lat", "91"), ("lon", "1e-7"), ("weight", "10")]),
            ("places", &[("name", "Onhava"), ("kind", "city"), ("country", "XX")]),
            ("places", &[("name", "Kyiv"), ("kind", "city"), ("country", "UA"), ("lat", "50.4")]),
            ("places", &onhava),
            ("places", &onhava),
            ("conflicts", &[("name", "War"), ("sides", "russia")]),
            ("conflicts", &[("sides", "russia|ukrane")]),
            ("conflicts", &[("name", "War"), ("sides", "russia|ukrane+ukraine")]),
        ],
        &[
            &["nothing as `name` in row 1 of `people`"],
            &["nothing as `actor` in row 2 of `people`"],
            &["\"rusia\" as `actor`", "\"russia\""],
            &["\"town\" as `kind` in row 1 of `places`", "city"],
            &["\"91\" as `lat`", "from -90 to 90", "write it like"],
            &["\"1e-7\" as `lon`", "from -180 to 180"],
            &["\"10\" as `weight`", "a digit from 0 to 9"],
            &["\"XX\" as `country` in row 2"],
            &["nothing as `lat` in row 2", "Caveat has no such place"],
            &["nothing as `lon` in row 3"],
            &["\"Onhava\" again as `name` in row 5"],
            &["as `sides` in row 1 of `conflicts`", "two sides or more"],
            &["nothing as `name` in row 2 of `conflicts`"],
            &["\"ukrane\" as `sides` in row 3", "\"ukraine\""],
        ],
    );
}

#[test]
fn what_is_too_long_or_too_much_is_refused() {
    let long = "Å".repeat(201);
    let many = vec!["Abc"; 201].join(";");
    refused(
        &[("actors", &[("id", "hezbollah"), ("aliases", &long), ("people", &many), ("seats", "Two\nlines")])],
        &[&["201 characters", "200 at most", "shorten it"], &["201 values", "200 at most"], &["line break"]],
    );
    let rows = vec![("people", &[("name", "Zoë Kinbote")][..]); 2001];
    refused(&rows, &[&["2001 rows as `people`", "2000 at most"]]);
}
