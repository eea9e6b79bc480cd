//! Feature words before names and numbers, and names that no list knows.

use super::check;

#[test]
fn a_numbered_road_and_hill_are_places() {
    check(
        "
They crossed Highway 4 at dawn, took Hill 120 and shelled the M5 motorway near Homs.
             ^^^^^^^^^ place
                                     ^^^^^^^^ place
                                                              ^^^^^^^^^^^ place
                                                                               ^^^^ place",
    );
}

#[test]
fn a_feature_word_belongs_to_a_name_behind_it_that_no_list_knows() {
    check(
        "
In Jordan shells hit Camp Velnar, Mount Tarqa and Fort Santo Domingo.
   ^^^^^^ place
                     ^^^^^^^^^^^ place
                                  ^^^^^^^^^^^ place
                                                  ^^^^^^^^^^^^^^^^^^ place",
    );
}

#[test]
fn an_unknown_name_after_words_for_surroundings_is_a_place() {
    check(
        "
Near Kabul they slept outside Tarqum, west of Velnar and in Ozmik, a mining village.
     ^^^^^ place
                              ^^^^^^ place
                                              ^^^^^^ place
                                                            ^^^^^ place",
    );
}
