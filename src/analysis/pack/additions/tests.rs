//! What a publisher's rows change, drawn on the text.

mod refused;

use super::*;
use crate::analysis::drawn::{self, Mark};
use crate::analysis::{Analysis, Article, Party, analyze};

/// A file with these rows: the table and the keys with their values.
fn file(rows: &[(&str, &[(&str, &str)])]) -> Additions {
    let mut additions = Additions::default();
    rows.iter().for_each(|(table, row)| additions.add(table, row));
    additions
}

/// The core with these rows.
fn pack(rows: &[(&str, &[(&str, &str)])]) -> Pack {
    Pack::core().with_additions(&file(rows)).expect("a file without faults")
}

/// The position of an actor.
fn actor(pack: &Pack, id: &str) -> u16 {
    (0..pack.actors.len() as u16).find(|actor| pack.id_of(*actor) == id).expect("an actor of this id")
}

fn read(text: &str, pack: &Pack) -> Analysis {
    analyze(&Article::new(text), pack)
}

/// Draws the mentions of sides and the places.
fn check(pack: &Pack, rest: &str, drawing: &str) {
    drawn::check_with(pack, drawing, rest, |article, pack| {
        let found = analyze(article, pack);
        let mentions = found.mentions.iter().map(|mention| match mention.party {
            Party::One(side) => Mark::new(mention.span, &found.sides[usize::from(side.0)].id),
            Party::All => Mark::new(mention.span, "all"),
        });
        mentions.chain(found.places.iter().map(|place| Mark::new(place.span, &place.name))).collect()
    });
}

/// A group that nobody knows, its war, a voice of it and a place.
const FRONT: [(&str, &[(&str, &str)]); 4] = [
    (
        "actors",
        &[
            ("id", "zembla-front"),
            ("name", "Zembla Liberation Front"),
            ("kind", "armed-group"),
            ("aliases", "ZLF;Zémblan Front"),
            ("members", "Zembs"),
            ("countries", "SD"),
        ],
    ),
    ("people", &[("name", "Zoë Kinbote"), ("actor", "zembla-front"), ("office", "Spokeswoman")]),
    (
        "places",
        &[
            ("name", "Onhava"),
            ("kind", "city"),
            ("country", "SD"),
            ("lat", "13.505"),
            ("lon", "-0.004"),
            ("aliases", "Umruv"),
        ],
    ),
    ("conflicts", &[("name", "Zemblan war"), ("sides", "zembla-front|sudan")]),
];

#[test]
fn an_invented_group_is_found_as_a_side_with_its_people_and_its_places() {
    let rest = "The ZLF shelled Sudanese troops, and Sudanese warplanes bombed the front’s camps.";
    check(
        &pack(&FRONT),
        rest,
        "
“No 😀,” Zoë Kinbote said in Onhava. The Zembla Liberation Front attacked Khartoum near Umruv.
        ^^^^^^^^^^^ zembla-front
                            ^^^^^^ Onhava
                                        ^^^^^^^^^^^^^^^^^^^^^^^ zembla-front
                                                                         ^^^^^^^^ Khartoum
                                                                                       ^^^^^ Onhava
Zembs fled, Kinbote told reporters; a ZLF commander and Sudan’s army denied it.
^^^^^ zembla-front
            ^^^^^^^ zembla-front
                                      ^^^^^^^^^^^^^ zembla-front
                                                        ^^^^^^^^^^^^ sudan
",
    );
    assert_eq!(read(rest, &Pack::core()).sides.iter().filter(|side| side.id == "zembla-front").count(), 0);
}

#[test]
fn a_point_is_read_to_hundredths_of_a_degree() {
    let pack = pack(&FRONT);
    let found = pack.places("Onhava");
    assert_eq!((found.len(), found[0].point), (1, (13.51, 0.0)));
    assert_eq!(pack.places("umruv"), found);
}

/// The article's sides, by their ids and names.
fn sides(text: &str, pack: &Pack) -> Vec<(String, String)> {
    read(text, pack).sides.into_iter().map(|side| (side.id, side.name)).collect()
}

#[test]
fn another_name_for_an_actor_of_ours_is_shown_and_its_id_and_its_other_names_stay() {
    let pack = pack(&[("actors", &[("id", "hezbollah"), ("name", "Hizbollah"), ("aliases", "Blue Brigade")])]);
    let text = "Hezbollah shelled Israeli troops. Israel bombed Hizballah. The Blue Brigade attacked Israel.";
    let found = read(text, &pack);
    let side = found.sides.iter().find(|side| side.id == "hezbollah").expect("a side");
    assert_eq!(side.name, "Hizbollah");
    assert_eq!(side.names, ["Hezbollah", "Hizballah", "Blue Brigade"]);
}

#[test]
fn an_actor_of_ours_may_be_named_by_its_name_or_by_an_acronym() {
    for id in ["rapid-support-forces", "rsf"] {
        let pack = pack(&[("actors", &[("id", id), ("aliases", "Blue Brigade")])]);
        let text = "The Blue Brigade shelled Sudan’s army in Khartoum. The army bombed the RSF.";
        let found = read(text, &pack);
        let side = found.sides.iter().find(|side| side.id == "rapid-support-forces").expect("a side");
        assert_eq!(side.names, ["Blue Brigade", "RSF"], "{id}");
    }
}

#[test]
fn an_affiliation_is_replaced_or_taken_away() {
    let houthis = |affiliation: &str| {
        let pack = pack(&[("actors", &[("id", "houthis"), ("affiliation", affiliation)])]);
        pack.actors[usize::from(actor(&pack, "houthis"))].affiliation.map(|actor| pack.id_of(actor))
    };
    assert_eq!(houthis("iran").as_deref(), Some("iran"));
    assert_eq!(houthis("").as_deref(), None);
}

#[test]
fn a_name_of_ours_given_to_another_actor_is_that_actors_alone() {
    let row = [
        ("id", "south-army"),
        ("name", "South Army"),
        ("kind", "armed-group"),
        ("aliases", "RSF"),
        ("countries", "ZA"),
    ];
    let war = [("name", "Southern war"), ("sides", "south-army|south-africa")];
    let pack = pack(&[("actors", &row), ("conflicts", &war)]);
    let text = "RSF fighters shelled South African troops. South Africa’s army bombed the RSF, the RSF said.";
    assert_eq!(
        sides(text, &pack).iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        ["south-army", "south-africa"]
    );
}

#[test]
fn a_person_of_ours_may_speak_for_somebody_else() {
    let text = "Sergei Lavrov denied it. Russian forces shelled Kherson, and Ukrainian troops fought Russian soldiers.";
    let speaks_for = |pack: &Pack| {
        let found = read(text, pack);
        let Party::One(side) = found.mentions[0].party else { panic!("one side") };
        found.sides[usize::from(side.0)].id.clone()
    };
    assert_eq!(speaks_for(&Pack::core()), "russia");
    assert_eq!(speaks_for(&pack(&[("people", &[("name", "Sergei Lavrov"), ("actor", "ukraine")])])), "ukraine");
    // A row without an actor adds spellings and leaves the rest.
    let added = pack(&[("people", &[("name", "Sergei Lavrov"), ("aliases", "Serge Lavroff;Lavroff")])]);
    let text = text.replace("Sergei Lavrov", "Serge Lavroff");
    assert_eq!(read(&text, &added).mentions[0].party, read(&text, &added).mentions[1].party);
}

#[test]
fn a_conflict_of_ours_is_replaced_by_one_of_its_name() {
    let ours = Pack::core();
    let name = ours.text(ours.conflicts[0].name).to_string();
    let pack = pack(&[("conflicts", &[("name", &name), ("sides", "norway|iceland")])]);
    assert_eq!(pack.conflicts.len(), ours.conflicts.len());
    let sides = pack.conflicts[0].sides.iter().map(|side| pack.id_of(side[0]));
    assert_eq!(sides.collect::<Vec<_>>(), ["norway", "iceland"]);
}

#[test]
fn a_place_of_ours_keeps_its_other_names_and_gets_a_point_or_only_a_spelling() {
    let key = [("name", "Kyiv"), ("kind", "city"), ("country", "UA")];
    let moved =
        pack(&[("places", &[key[0], key[1], key[2], ("lat", "50.55"), ("lon", "30.45"), ("aliases", "Kyyiw")])]);
    for name in ["Kyiv", "Kiev", "Kyyiw"] {
        let found = moved.places(name);
        let here = found.iter().filter(|place| place.country == "UA" && place.kind == PlaceKind::City);
        assert_eq!(here.map(|place| place.point).collect::<Vec<_>>(), [(50.55, 30.45)], "{name}");
    }
    let spelled = pack(&[("places", &[key[0], key[1], key[2], ("aliases", "Kyyiw")])]);
    assert!(Pack::core().places("Kyiv").contains(&spelled.places("Kyyiw")[0]));
}

#[test]
fn a_settlement_far_from_ours_is_a_namesake_and_an_area_is_not() {
    let kyiv = [("name", "Kyiv"), ("kind", "city"), ("country", "UA"), ("lat", "47.00"), ("lon", "30.45")];
    let count = |pack: &Pack, name: &str| pack.places(name).len();
    assert_eq!(count(&pack(&[("places", &kyiv)]), "Kyiv"), count(&Pack::core(), "Kyiv") + 1);
    let donbas = [("name", "Donbas"), ("kind", "region"), ("country", "UA"), ("lat", "47.00"), ("lon", "30.45")];
    assert_eq!(count(&pack(&[("places", &donbas)]), "Donbas"), count(&Pack::core(), "Donbas"));
}

#[cfg(feature = "shards")]
#[test]
fn a_place_wins_over_the_one_of_a_shard_that_comes_later() {
    use crate::shards;
    let ours = shards::all().places("Zalingei").into_iter().find(|place| place.country == "SD").expect("a town");
    let point = [format!("{:.2}", ours.point.0 + 0.1), format!("{:.2}", ours.point.1)];
    let row = [
        ("name", ours.name.as_str()),
        ("kind", ours.kind.name()),
        ("country", "SD"),
        ("lat", &point[0]),
        ("lon", &point[1]),
        ("aliases", "Zalinje"),
    ];
    let mut before = pack(&[("places", &row)]);
    let text =
        "Shelling hit Zalingei and Kutum in Sudan’s Darfur region on Monday, the army said in Khartoum near Zalinje.";
    let article = Article::new(text);
    let found = shards::read(&article, &mut before);
    assert!(before.has_shard("SD"), "{:?}", found.shards);
    let places: Vec<_> = found.places.iter().filter(|place| place.name == ours.name).collect();
    assert_eq!(places.len(), 2, "{:?}", found.places);
    assert!(places.iter().all(|place| format!("{:.2}", place.point.0) == point[0]), "{places:?}");
    assert!(found.places.iter().any(|place| place.name == "Kutum"));
    // The same whether the shard came before the file or after it.
    let after = Pack::core().with_shard("SD", shards::bytes("SD").expect("a shard")).expect("a good shard");
    let after = after.with_additions(&file(&[("places", &row)])).expect("no faults");
    assert_eq!(analyze(&article, &after).places, found.places);
    assert_eq!(after.places(&ours.name), before.places(&ours.name));
}

#[test]
fn a_second_file_wins_over_the_first() {
    let first = pack(&[("actors", &[("id", "hezbollah"), ("name", "First")])]);
    let second = first.with_additions(&file(&[("actors", &[("id", "hezbollah"), ("name", "Second")])]));
    let second = second.expect("no faults");
    assert_eq!(second.name_of(actor(&second, "hezbollah")), "Second");
}

#[test]
fn an_empty_file_changes_nothing() {
    let text = "Russian forces shelled Kherson, Ukraine’s military said. Ukrainian troops fought Russian soldiers.";
    assert_eq!(read(text, &pack(&[])), read(text, &Pack::core()));
}

#[test]
fn what_was_understood_tells_what_of_ours_is_changed() {
    let mut rows = FRONT.to_vec();
    rows.push(("actors", &[("id", "hezbollah"), ("name", "Hizbollah")]));
    let understood = Pack::core().understood(&file(&rows)).expect("no faults");
    let told: Vec<_> = understood.iter().map(|row| (row.table, row.name.as_str(), row.changes.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("actors", "Zembla Liberation Front", None),
            ("actors", "Hizbollah", Some("Hezbollah")),
            ("people", "Zoë Kinbote", None),
            ("places", "Onhava", None),
            ("conflicts", "Zemblan war", None),
        ]
    );
}
