//! Places drawn on the text: first which words are one, then which place they are.

use super::*;
use crate::analysis::analyze;
use crate::analysis::drawn::{self, Mark};

/// Draws the places as such.
fn check(drawing: &str) {
    check_labelled(drawing, |_| "place".to_string());
}

/// Draws them with name, kind, country and what decided.
fn check_resolved(drawing: &str) {
    check_labelled(drawing, |place| {
        let country = if place.country.is_empty() { "no country" } else { &place.country };
        format!("{}, {}, {country}, {}", place.name, place.kind.name(), place.decision.name())
    });
}

fn check_labelled(drawing: &str, label: impl Fn(&Place) -> String) {
    drawn::check(drawing, "", |article, pack| {
        analyze(article, pack).places.iter().map(|place| Mark::new(place.span, label(place))).collect()
    });
}

#[test]
fn a_feature_word_belongs_to_the_name() {
    check(
        "
Drones flew over the Oskil River and the Zaporizhzhia Nuclear Power Plant to the Kharkiv region.
                     ^^^^^^^^^^^ place
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ place
                                                                                 ^^^^^^^^^^^^^^ place",
    );
}

#[test]
fn the_longest_name_wins() {
    check(
        "
From a small room in New York she wrote about the crowded camps in the Democratic Republic of Congo.
                     ^^^^^^^^ place
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ place
The ones in South Sudan are fuller, and those in Lebanon are as full as streets in East Jerusalem.
            ^^^^^^^^^^^ place
                                                 ^^^^^^^ place
                                                                                   ^^^^^^^^^^^^^^ place",
    );
}

#[test]
fn a_feature_word_before_the_name_belongs_to_it() {
    check(
        "
Troops crossed the Strait of Hormuz, Mount Hermon and the Rafah crossing.
                   ^^^^^^^^^^^^^^^^ place
                                     ^^^^^^^^^^^^ place
                                                          ^^^^^^^^^^^^^^ place",
    );
}

#[test]
fn compass_words_are_left_out_unless_they_belong_to_the_name() {
    check(
        "
Shells fell in eastern Donbas, southern Kherson and North Kivu, but not in the West Bank.
                       ^^^^^^ place
                                        ^^^^^^^ place
                                                    ^^^^^^^^^^ place
                                                                               ^^^^^^^^^ place",
    );
}

#[test]
fn the_places_of_a_dateline_are_marked() {
    check(
        "
KHARKIV, Ukraine (Example Press) — A café burned. 😀 It stood near Izyum.
^^^^^^^ place
         ^^^^^^^ place
                                                                  ^^^^^ place",
    );
}

#[test]
fn a_dateline_in_capitals_is_marked() {
    check(
        "
GAZA CITY — A tent burned.
^^^^^^^^^ place",
    );
}

#[test]
fn a_name_inside_an_institutions_is_no_place() {
    check(
        "
The Kharkiv Regional Military Administration and the governor of Luhansk sent a bus to Luhansk’s streets.
                                                                                       ^^^^^^^ place",
    );
}

#[test]
fn a_name_inside_a_partys_is_no_place() {
    check(
        "
Britain’s Conservative Party met in Manchester.
                                    ^^^^^^^^^^ place",
    );
}

#[test]
fn a_name_inside_a_persons_is_no_place() {
    check(
        "
The painter Sofia Lindqvist and her old friend Jordan Whitlock were seen together in Odesa.
                                                                                     ^^^^^ place",
    );
}

#[test]
fn a_demonym_is_no_place() {
    check(
        "
Iranian state media, citing Iran’s army near Natanz, spoke of “an accident.”
                                             ^^^^^^ place",
    );
}

#[test]
fn a_state_or_a_seat_that_acts_is_no_place() {
    check(
        "
Moscow denies that Russia’s invasion stalled, and Kyiv says that Ukraine holds.",
    );
}

#[test]
fn a_possessive_of_land_is_a_place_and_one_of_forces_is_none() {
    check(
        "
Ukraine’s coast is long, and Ukraine’s army is tired.
^^^^^^^ place",
    );
}

#[test]
fn a_list_of_countries_is_marked_to_its_end() {
    check(
        "
Refugees reached Poland, Romania, Moldova and Hungary; others stayed in Turkey, Egypt and Iraq.
                 ^^^^^^ place
                         ^^^^^^^ place
                                  ^^^^^^^ place
                                              ^^^^^^^ place
                                                                        ^^^^^^ place
                                                                                ^^^^^ place
                                                                                          ^^^^ place",
    );
}

#[test]
fn countries_between_which_one_travels_are_places() {
    check(
        "
He flew from Turkey to Germany.
             ^^^^^^ place
                       ^^^^^^^ place",
    );
}

#[test]
fn a_ship_is_no_place() {
    check(
        "
At dawn the Sevastopol sank, and the people of Sevastopol heard the Rostov-on-Don burn.
                                               ^^^^^^^^^^ place
                                                                    ^^^^^^^^^^^^^ place",
    );
}

#[test]
fn accents_and_emoji_shift_no_place() {
    check(
        "
He was born in São Paulo, 😀 and lives in Zürich, beside Zoë’s café.
               ^^^^^^^^^ place
                                         ^^^^^^ place",
    );
}

#[test]
fn a_name_beside_its_country_makes_two_places() {
    check(
        "
In Kyiv, Ukraine, and in Kabul, Afghanistan, people queued.
   ^^^^ place
         ^^^^^^^ place
                         ^^^^^ place
                                ^^^^^^^^^^^ place",
    );
}

#[test]
fn a_hospital_and_a_camp_are_places() {
    check(
        "
Al-Shifa Hospital in Gaza City and the Jabalia refugee camp lost power.
^^^^^^^^^^^^^^^^^ place
                     ^^^^^^^^^ place
                                       ^^^^^^^^^^^^^^^^^^^^ place",
    );
}

#[test]
fn an_apposition_sets_off_a_place() {
    check(
        "
Protesters in the capital, Khartoum, crossed the White Nile to Omdurman.
                           ^^^^^^^^ place
                                                 ^^^^^^^^^^ place
                                                               ^^^^^^^^ place",
    );
}

#[test]
fn a_river_and_a_town_that_no_list_knows_are_places() {
    check(
        "
Rockets fell near the town of Brovarivka and along the Voron River, not far from Bakhmut.
                              ^^^^^^^^^^ place
                                                       ^^^^^^^^^^^ place
                                                                                 ^^^^^^^ place",
    );
}

#[test]
fn a_namesake_follows_the_country_that_the_article_names() {
    check_resolved(
        "
The Syrian army shelled Tripoli in northern Lebanon, near Sidon and Beirut.
                        ^^^^^^^ Tripoli, city, LB, area-named
                                            ^^^^^^^ Lebanon, country, LB, area-named
                                                          ^^^^^ Sidon, city, LB, only-one
                                                                    ^^^^^^ Beirut, city, LB, only-one",
    );
}

#[test]
fn the_same_name_in_another_country_is_another_place() {
    check_resolved(
        "
Libyan fighters left Tripoli for Misrata and Benghazi.
                     ^^^^^^^ Tripoli, city, LY, area-named
                                 ^^^^^^^ Misrata, city, LY, only-one
                                             ^^^^^^^^ Benghazi, city, LY, only-one",
    );
}

#[test]
fn a_city_that_two_states_have_is_the_one_near_the_others() {
    check_resolved("
Indian and Pakistani troops fought near Hyderabad in Pakistan’s Sindh, not far from Karachi.
                                        ^^^^^^^^^ Hyderabad, city, PK, area-named
                                                     ^^^^^^^^ Pakistan, country, PK, only-one
                                                                ^^^^^ Sindh, region, PK, only-one
                                                                                    ^^^^^^^ Karachi, city, PK, only-one");
}

#[test]
fn a_border_town_with_a_namesake_across_the_border_follows_the_article() {
    check_resolved(
        "
Ukrainian troops left Donetsk and Luhansk.
                      ^^^^^^^ Donetsk, city, UA, area-named
                                  ^^^^^^^ Luhansk, city, UA, only-one",
    );
}

#[test]
fn a_name_with_its_state_is_the_one_there() {
    check_resolved(
        "
Police in Lebanon, Pennsylvania, closed a road.
          ^^^^^^^^^^^^^^^^^^^^^ Lebanon, city, US, only-one",
    );
}

#[test]
fn the_feature_word_tells_a_region_from_its_city() {
    check_resolved(
        "
Mortars hit Kherson and the Kherson region.
            ^^^^^^^ Kherson, city, UA, only-one
                            ^^^^^^^^^^^^^^ Kherson Oblast, region, UA, only-one",
    );
}

#[test]
fn a_sea_lies_in_no_country() {
    check_resolved(
        "
A drone fell into the Red Sea off Hodeidah.
                      ^^^^^^^ Red Sea, water, no country, largest
                                  ^^^^^^^^ Hodeidah, city, YE, only-one",
    );
}

#[test]
fn an_unknown_place_lies_in_the_country_of_the_others() {
    check_resolved(
        "
Troops reached the Voron River near Bakhmut in Ukraine and the village of Kalynhrad.
                   ^^^^^^^^^^^ Voron River, water, UA, unclear
                                    ^^^^^^^ Bakhmut, city, UA, only-one
                                               ^^^^^^^ Ukraine, country, UA, only-one
                                                                          ^^^^^^^^^ Kalynhrad, city, UA, unclear",
    );
}

#[test]
fn a_disputed_place_says_who_holds_it_and_who_claims_it() {
    drawn::check(
        "
Rockets were fired at the Golan Heights 🚀 and at Haifa.
                          ^^^^^^^^^^^^^ Israel, 1967, Syria
                                                 ^^^^^ undisputed",
        "",
        |article, pack| {
            let label = |place: &Place| match &place.status {
                Some(status) => {
                    format!("{}, {}, {}", status.held_by.join("+"), status.since, status.claimed_by.join("+"))
                }
                None => "undisputed".to_string(),
            };
            analyze(article, pack).places.iter().map(|place| Mark::new(place.span, label(place))).collect()
        },
    );
}

#[cfg(feature = "shards")]
mod with_shards;
