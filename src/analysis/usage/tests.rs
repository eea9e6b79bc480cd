//! Uses of names drawn on the text.

use super::*;
use crate::analysis::drawn::{self, Mark};

/// Draws the names of states and of seats of government.
fn check(drawing: &str) {
    drawn::check(drawing, "", |article, pack| {
        let reading = Reading::new(article, pack);
        let mut marks = Vec::new();
        for found in (0..reading.len()).flat_map(|token| reading.matches(token)) {
            let Sense::Actor(_, naming @ (Naming::Name | Naming::Seat)) = found.sense else { continue };
            let label = match of(&reading, found.first, found.last, naming == Naming::Seat) {
                Usage::Acts => "acts",
                Usage::Locates => "locates",
            };
            marks.push(Mark::new(reading.span(found.first, found.last), label));
        }
        marks
    });
}

#[test]
fn a_subject_acts() {
    check(
        "
Moscow denied it, and Ukraine also said so.
^^^^^^ acts
                      ^^^^^^^ acts",
    );
}

#[test]
fn a_preposition_of_place_locates() {
    check(
        "
Snow fell in Moscow, near Kyiv and across Ukraine.
             ^^^^^^ locates
                          ^^^^ locates
                                          ^^^^^^^ locates",
    );
}

#[test]
fn a_possessor_of_forces_acts_and_one_of_land_is_a_place() {
    check(
        "
Ukraine’s army left Ukraine’s coast, and Iran’s president left Iran’s eastern provinces.
^^^^^^^ acts
                    ^^^^^^^ locates
                                         ^^^^ acts
                                                               ^^^^ locates",
    );
}

#[test]
fn a_seat_is_an_object_where_it_is_accused_and_a_place_where_it_is_reached() {
    check(
        "
Kyiv accused Moscow and reached Minsk.
^^^^ acts
             ^^^^^^ acts
                                ^^^^^ locates",
    );
}

#[test]
fn a_target_acts_and_a_scene_locates() {
    check(
        "
The war against Iran and the invasion of Ukraine began; the war in Iran went on.
                ^^^^ acts
                                         ^^^^^^^ acts
                                                                   ^^^^ locates",
    );
}

#[test]
fn every_name_of_a_list_is_used_like_its_first() {
    check(
        "
Camps stand in Lebanon, Iraq and Jordan.
               ^^^^^^^ locates
                        ^^^^ locates
                                 ^^^^^^ locates",
    );
}

#[test]
fn a_state_across_a_comma_from_its_city_locates() {
    check(
        "
He died in Kabul, Afghanistan, on Monday.
           ^^^^^ locates
                  ^^^^^^^^^^^ locates",
    );
}

#[test]
fn a_dateline_locates() {
    check(
        "
KYIV, Ukraine (Example Press) — 😀 Cafés reopened.
^^^^ locates
      ^^^^^^^ locates",
    );
}

#[test]
fn what_is_based_somewhere_is_located_and_what_is_backed_by_somebody_is_not() {
    check(
        "
A Moscow-based café owner met Moscow-backed officials.
  ^^^^^^ locates
                              ^^^^^^ acts",
    );
}

#[test]
fn a_compass_word_locates() {
    check(
        "
They fled northern Syria and war-torn eastern Ukraine.
                   ^^^^^ locates
                                              ^^^^^^^ locates",
    );
}

#[test]
fn two_who_talk_act_and_two_ends_of_a_road_locate() {
    check(
        "
Talks between Tehran and Muscat began; they shut the road between Amman and Damascus.
              ^^^^^^ acts
                         ^^^^^^ acts
                                                                  ^^^^^ locates
                                                                            ^^^^^^^^ locates",
    );
}

#[test]
fn a_seat_is_dealt_with_in_talks_and_sanctions_and_is_a_town_under_attack() {
    check(
        "
Sanctions on Manila and a warning to Hanoi followed the attack on Jakarta.
             ^^^^^^ acts
                                     ^^^^^ acts
                                                                  ^^^^^^^ locates",
    );
}

#[test]
fn an_unknown_verb_makes_a_seat_its_subject() {
    check(
        "
Rabat mobilized reserves, and Algiers considers the border shut.
^^^^^ acts
                              ^^^^^^^ acts",
    );
}

#[test]
fn a_list_of_states_that_meet_acts_and_one_of_scenes_locates() {
    check(
        "
The ministers of Ukraine, Russia, and France met. Aid comes from countries such as Egypt, Jordan, and Kuwait.
                 ^^^^^^^ acts
                          ^^^^^^ acts
                                      ^^^^^^ acts
                                                                                   ^^^^^ acts
                                                                                          ^^^^^^ locates
                                                                                                      ^^^^^^ acts",
    );
}

#[test]
fn a_border_with_a_state_locates() {
    check(
        "
Snow fell on the border with Ukraine and in the border area between India and Pakistan.
                             ^^^^^^^ locates
                                                                    ^^^^^ locates
                                                                              ^^^^^^^^ locates",
    );
}

#[test]
fn a_seat_that_is_asked_warned_or_blamed_acts_and_one_that_is_struck_locates() {
    check(
        "
Talks were a setback for Moscow; he sent a warning to Kyiv, which was blamed on Minsk, and saw the attack on Kyiv.
                         ^^^^^^ acts
                                                      ^^^^ acts
                                                                                ^^^^^ acts
                                                                                                             ^^^^ locates",
    );
}

#[test]
fn seats_that_deal_with_each_other_act_and_those_that_a_road_joins_locate() {
    check(
        "
Talks between Moscow and Kyiv failed, so they took the road between Moscow and Minsk.
              ^^^^^^ acts
                         ^^^^ acts
                                                                    ^^^^^^ locates
                                                                               ^^^^^ locates",
    );
}

#[test]
fn what_a_land_is_like_locates() {
    check(
        "
Mali has been in turmoil for years, and Mali has sent troops.
^^^^ locates
                                        ^^^^ acts",
    );
}

#[test]
fn seats_that_share_a_verb_act() {
    check(
        "
Tehran and Riyadh trade blame as snow falls.
^^^^^^ acts
           ^^^^^^ acts",
    );
}

#[test]
fn a_relative_clause_or_an_apposition_says_that_a_seat_acts() {
    check(
        "
Cairo, which denied it, left. Doha, the main backer of the talks, stayed. Harare, which lies high, slept.
^^^^^ acts
                              ^^^^ acts
                                                                          ^^^^^^ locates",
    );
}
