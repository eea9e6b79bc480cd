//! What the settlements of a country add, once its shard is there.

use super::*;
use crate::analysis::Pack;
use crate::shards;

/// Draws the places in the first line, of an article that is also about `rest`.
fn check(drawing: &str, rest: &str) {
    drawn::check(drawing, rest, |article, core| {
        let mut pack: Pack = core.clone();
        let label = |place: &Place| {
            let (north, east) = place.point;
            let about = if place.approximate { "about " } else { "" };
            match place.decision {
                Decision::Unclear => format!("{}, {}, unclear", place.name, place.country),
                _ => format!("{}, {}, {about}{north:.1} {east:.1}", place.name, place.country),
            }
        };
        let found = shards::read(article, &mut pack);
        found.places.iter().map(|place| Mark::new(place.span, label(place))).collect()
    });
}

#[test]
fn a_village_of_the_register_is_found_about_where_it_is() {
    check(
        "
Russian troops entered Novoprokopivka 🛰 and shelled Orikhiv.
                       ^^^^^^^^^^^^^^ Novoprokopivka, UA, about 47.3 35.7
                                                    ^^^^^^^ Orikhiv, UA, 47.6 35.8",
        "Zaporizhzhia in Ukraine was quiet.",
    );
}

#[test]
fn a_village_is_no_place_where_its_name_is_a_persons() {
    check(
        "
Officials said Novoprokopivka, 42, was asked; “Ask Oleh Novoprokopivka himself,” said Novoprokopivka.",
        "Zaporizhzhia in Ukraine was quiet, and so was Orikhiv.",
    );
}

#[test]
fn a_village_counts_only_in_an_article_about_its_country() {
    check(
        "
Delegates met in Geneva, and Novoprokopivka was praised.
                 ^^^^^^ Geneva, CH, 46.2 6.2",
        "Geneva is in Switzerland.",
    );
}

#[test]
fn of_many_villages_of_one_name_none_is_shown_unless_one_stands_out() {
    check(
        "
Drones fell on Ivanivka in Ukraine.
               ^^^^^^^^ Ivanivka, UA, unclear
                           ^^^^^^^ Ukraine, UA, 49.0 32.0",
        "Kyiv and Lviv were quiet.",
    );
}

#[test]
fn a_village_named_as_a_word_counts_only_where_it_is_called_one() {
    check(
        "
Officials at Liberty met in the village of Liberty, near Nashville.
                                           ^^^^^^^ Liberty, US, unclear
                                                         ^^^^^^^^^ Nashville, US, 36.1 -86.8",
        "Nashville and Memphis are in Tennessee, in the United States.",
    );
}

#[test]
fn an_airport_lies_at_its_town_and_a_street_lies_anywhere() {
    check(
        "
Planes landed at Balcad airport, far from Balcad Street.
                 ^^^^^^^^^^^^^^ Balad, SO, 2.4 45.4
                                          ^^^^^^^^^^^^^ Balcad Street, SO, unclear",
        "Mogadishu in Somalia was quiet.",
    );
}
