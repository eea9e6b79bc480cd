//! Mentions of sides drawn on the text.

use super::*;
use crate::analysis::drawn::{self, Mark};
use crate::analysis::{Analysis, analyze};

mod parties;

fn check(drawing: &str) {
    check_in(drawn::UKRAINE, drawing);
}

/// Draws the mentions, in an article that goes on with `war`.
fn check_in(war: &str, drawing: &str) {
    let mark = |found: &Analysis, mention: &Mention| match mention.party {
        Party::One(side) => Mark::new(mention.span, &found.sides[usize::from(side.0)].id),
        Party::All => Mark::new(mention.span, "all"),
    };
    drawn::check(drawing, war, |article, pack| {
        let found = analyze(article, pack);
        found.mentions.iter().map(|mention| mark(&found, mention)).collect()
    });
}

#[test]
fn a_seat_of_government_is_a_side_where_it_acts_and_none_where_it_is_a_place() {
    check(
        "
Moscow denied the attack, but smoke rose near Moscow and in Kyiv.
^^^^^^ russia",
    );
}

#[test]
fn the_possessor_of_forces_belongs_to_their_mention() {
    check(
        "
Kyiv’s forces shelled the bridge, and Moscow’s troops fell back from it.
^^^^^^^^^^^^^ ukraine
                                      ^^^^^^^^^^^^^^^ russia",
    );
}

#[test]
fn a_title_belongs_to_the_name_and_the_surname_alone_is_known_afterwards() {
    check(
        "
“A café, 😀,” said Ukrainian President Volodymyr Zelenskyy. Zelenskyy then left, and his guards followed.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ukraine
                                                           ^^^^^^^^^ ukraine",
    );
}

#[test]
fn a_surname_that_only_the_article_ties_to_a_side_is_known_afterwards() {
    check(
        "
Ukrainian Deputy Defense Minister Oksana Verbytska spoke first. Verbytska’s voice was hoarse.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ukraine
                                                                ^^^^^^^^^ ukraine",
    );
}

#[test]
fn a_name_and_its_apposition_are_two_mentions() {
    check(
        "
Petro Danylenko, the Ukrainian governor of Kharkiv, opened a bridge.
^^^^^^^^^^^^^^^ ukraine
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn authorities_that_a_side_backs_are_its_proxies() {
    check(
        "
Kremlin-backed authorities in Donetsk closed the road, and the Moscow-installed governor fled.
^^^^^^^^^^^^^^^^^^^^^^^^^^ russia
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ russia",
    );
}

#[test]
fn an_institution_is_marked_with_its_whole_name() {
    check(
        "
Russia’s Defence Ministry, the Russian Ministry of Defence and the Ukrainian General Staff issued maps.
^^^^^^^^^^^^^^^^^^^^^^^^^ russia
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ russia
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn state_media_and_a_navy_belong_to_their_side() {
    check(
        "
Russian state television showed the Ukrainian navy.
^^^^^^^^^^^^^^^^^^^^^^^^ russia
                                    ^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn the_ministry_that_speaks_is_the_one_named_before() {
    check(
        "
Russia’s Defence Ministry reported losses. The ministry said two boats sank; the ministry is old.
^^^^^^^^^^^^^^^^^^^^^^^^^ russia
                                               ^^^^^^^^ russia",
    );
}

#[test]
fn of_an_act_of_force_the_demonym_alone_is_marked() {
    check(
        "
Russian shelling wrecked a café in Odesa after Ukraine’s counteroffensive.
^^^^^^^ russia
                                               ^^^^^^^ ukraine",
    );
}

#[test]
fn a_demonym_of_goods_and_of_weather_is_no_mention() {
    check(
        "
Russian oil reached Turkey; the Ukrainian winter was cold.",
    );
}

#[test]
fn peoples_and_civilians_are_no_side() {
    check(
        "
Ukrainian civilians and Russians queued for bread beside Kharkiv’s Ukrainians.",
    );
}

#[test]
fn a_people_is_no_side_beside_the_group_that_fights() {
    check_in(
        drawn::GAZA,
        "
Israel’s army struck Hamas, and Palestinians fled. The group denied it.
^^^^^^^^^^^^^ israel
                     ^^^^^ hamas
                                                       ^^^^^ hamas",
    );
}

#[test]
fn a_group_in_brackets_and_its_armed_wing_are_mentions() {
    check_in(
        drawn::GAZA,
        "
The IDF (Israel Defense Forces) met Hamas militants and the Qassam Brigades; Israelis slept in shelters.
    ^^^ israel
         ^^^^^^^^^^^^^^^^^^^^^ israel
                                    ^^^^^^^^^^^^^^^ hamas
                                                            ^^^^^^^^^^^^^^^ hamas",
    );
}

#[test]
fn an_institution_that_a_group_runs_is_marked_with_the_group() {
    check_in(
        drawn::GAZA,
        "
The Hamas-run health ministry said nine Palestinian families were hurt.
    ^^^^^^^^^^^^^^^^^^^^^^^^^ hamas",
    );
}

#[test]
fn a_third_party_is_not_marked() {
    check_in(
        drawn::GAZA,
        "
Washington urged Israel to wait, and US Secretary of State Marco Rubio flew to Cairo with the UN.
                 ^^^^^^ israel",
    );
}

#[test]
fn a_mediator_and_a_donor_are_not_marked() {
    check(
        "
Turkish President Recep Tayyip Erdogan offered Istanbul as a venue, and Germany sent tents.",
    );
}

#[test]
fn several_sides_at_once_are_all() {
    check(
        "
Both sides dug in, and the two countries closed their border. Turkey urged the warring parties to talk.
^^^^^^^^^^ all
                           ^^^^^^^^^^^^^ all
                                                                               ^^^^^^^^^^^^^^^ all",
    );
}

#[test]
fn armed_materiel_is_marked_with_its_side() {
    check(
        "
A Russian submarine and two Ukrainian jets were seen.
  ^^^^^^^^^^^^^^^^^ russia
                            ^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn the_target_of_an_attack_is_a_side_and_the_scene_of_one_is_not() {
    check(
        "
Russia’s strikes on Ukraine went on; shells fell in Ukraine and across Russia.
^^^^^^ russia
                    ^^^^^^^ ukraine",
    );
}

#[test]
fn bare_nouns_and_pronouns_are_not_marked() {
    check(
        "
Ukrainian soldiers cheered. Troops slept. The military stayed silent, and they waited for it.
^^^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn labels_in_quotation_marks_name_nobody() {
    check(
        "
Reporters asked the Kremlin about “terrorists” and “Nazis”.
                    ^^^^^^^ russia",
    );
}

#[test]
fn in_a_civil_war_rebels_and_government_are_sides() {
    check_in(
        drawn::SYRIA,
        "
The rebels captured a town, and government forces retreated. Damascus said the rebels fired mortars.
    ^^^^^^ rebels
                                ^^^^^^^^^^^^^^^^^ syria
                                                             ^^^^^^^^ syria
                                                                               ^^^^^^ rebels",
    );
}

#[test]
fn an_article_about_no_war_has_no_sides() {
    check_in(
        "",
        "
The Russian ballet came to Kyiv, and Ukraine cheered. Moscow sent flowers.",
    );
}

#[test]
fn a_match_in_the_words_of_war_has_no_sides() {
    check_in(
        "",
        "
Ukraine beat Russia in the final on Sunday, 3–1, after a late strike from Kovalenko’s left foot.",
    );
}

#[test]
fn a_verb_after_a_name_ends_its_phrase() {
    check(
        "
Russia exchanged artillery fire with Ukraine, and Ukraine’s prime minister praises troops daily.
^^^^^^ russia
                                     ^^^^^^^ ukraine
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn a_force_that_only_describes_is_no_mention() {
    check(
        "
Russian military doctrine changed, Ukrainian army trucks passed, and Russian troop movements went on.
                                                                     ^^^^^^^ russia",
    );
}

#[test]
fn a_title_of_several_words_follows_its_demonym_or_name() {
    check_in(
        drawn::GAZA,
        "
Israel Defense Minister Amos Lavie spoke. Hamas Interior Ministry staff were absent.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ israel
                                          ^^^^^^^^^^^^^^^^^^^^^^^ hamas",
    );
}
