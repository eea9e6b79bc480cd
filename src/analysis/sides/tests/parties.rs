//! Who the parties are and whom a bare noun means, drawn on the text.

use super::{check, check_in};
use crate::analysis::{Article, Evidence, Pack, analyze, drawn};

#[test]
fn a_group_that_only_the_article_names_is_a_side_with_its_short_name() {
    check_in(
        "Beninese troops shelled a forest, killing nine insurgents.",
        "
Gunmen of the Kessel Liberation Front (KLF) attacked a barracks in Benin. The KLF claimed the attack.
              ^^^^^^^^^^^^^^^^^^^^^^^ kessel-liberation-front
                                       ^^^ kessel-liberation-front
                                                                              ^^^ kessel-liberation-front",
    );
}

#[test]
fn a_short_name_in_brackets_is_that_of_the_name_before() {
    check_in(
        drawn::GAZA,
        "
The Popular Resistance Committees (POREC) fired rockets, and the POREC said so.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hamas
                                   ^^^^^ hamas
                                                                 ^^^^^ hamas",
    );
}

#[test]
fn rebels_whom_the_article_shows_more_than_their_backer_are_a_side() {
    check(
        "
Pro-Russian rebels dug in. The rebels seized a bridge, the rebels fled, and Ukraine’s government sent the rebels a note.
^^^^^^^^^^^^^^^^^^ donetsk-peoples-republic
                               ^^^^^^ donetsk-peoples-republic
                                                           ^^^^^^ donetsk-peoples-republic
                                                                            ^^^^^^^^^^^^^^^^^^^^ ukraine
                                                                                                          ^^^^^^ donetsk-peoples-republic",
    );
}

#[test]
fn the_rebels_are_those_whom_the_article_calls_so() {
    check_in(
        "Houthi rebels shelled Aden as a Saudi-led coalition bombed Sanaa and al-Qaeda in the Arabian Peninsula gunmen attacked.",
        "
Yemeni government forces fled as the rebels advanced.
^^^^^^^^^^^^^^^^^^^^^^^^ yemen
                                     ^^^^^^ houthis",
    );
}

#[test]
fn rebels_of_a_country_fight_its_government() {
    check_in(
        "Rebels seized a base as Nepalese troops shelled a village, killing rebel fighters.",
        "
Nepalese rebels met the Nepalese army.
^^^^^^^^^^^^^^^ rebels
                        ^^^^^^^^^^^^^ nepal",
    );
}

#[test]
fn who_was_an_official_or_a_soldier_is_none_now() {
    check(
        "
Former Ukrainian officials met ex-Russian soldiers and the ousted Russian governor.",
    );
}

#[test]
fn a_demonym_that_shares_its_force_with_the_next_is_a_mention() {
    check(
        "
Russian and Ukrainian forces met.
^^^^^^^ russia
            ^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn neighbors_are_not_the_sides() {
    check(
        "
The neighbors shut their borders.",
    );
}

#[test]
fn a_war_is_named_by_the_years_of_the_article() {
    let wars = |text: &str| -> Vec<String> {
        let found = analyze(&Article::new(text.to_string()), &Pack::core());
        let evidence = found.sides.into_iter().flat_map(|side| side.evidence);
        evidence.filter_map(|e| if let Evidence::KnownConflict(war) = e { Some(war) } else { None }).collect()
    };
    let text = "Israeli jets bombed Gaza City as Hamas fired rockets at Israeli troops near the front line";
    assert_eq!(wars(&format!("{text}.")), ["Israeli–Palestinian conflict", "Israeli–Palestinian conflict"]);
    assert_eq!(wars(&format!("{text} in 2014.")), ["Gaza war (2014)", "Gaza war (2014)"]);
    assert_eq!(wars(&format!("{text} in 2024.")), ["Gaza war (2023–)", "Gaza war (2023–)"]);
}

#[test]
fn the_army_that_speaks_is_that_of_the_only_state() {
    check_in(
        drawn::SYRIA,
        "
Rebels fled, the army said. State television said so too.
^^^^^^ rebels
                 ^^^^ syria
                            ^^^^^^^^^^^^^^^^ syria",
    );
}

#[test]
fn another_person_with_a_known_surname_is_nobody() {
    check(
        "
Ukrainian Deputy Minister Oksana Verbytska spoke first. Pavlo Verbytska, a baker, slept. Verbytska left.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ukraine
                                                                                         ^^^^^^^^^ ukraine",
    );
}

#[test]
fn a_body_with_a_long_name_goes_with_its_state() {
    check_in(
        drawn::GAZA,
        "
Aid went to Israel Defence Ministry staff. Israel’s allies urged a truce.
            ^^^^^^^^^^^^^^^^^^^^^^^ israel
                                           ^^^^^^ israel",
    );
}

#[test]
fn a_president_of_the_pack_speaks_for_his_country_without_its_name() {
    check(
        "
Snow fell in Berlin. President Volodymyr Zelenskyy said so.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn of_two_states_with_one_demonym_the_one_that_is_named_is_meant() {
    check_in(
        "M23 rebels shelled Goma as soldiers of the Democratic Republic of the Congo fled from missiles.",
        "
Congolese troops fled.
^^^^^^^^^^^^^^^^ democratic-republic-of-the-congo",
    );
}

#[test]
fn a_governor_goes_with_the_place_that_he_governs() {
    check(
        "
The governor of Kharkiv’s Izyum district spoke, said Petro Hai, a spokesman for the governor of Odesa.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ukraine
                                                     ^^^^^^^^^ ukraine
                                                                                    ^^^^^^^^^^^^^^^^^ ukraine",
    );
}

#[test]
fn an_officer_without_an_army_is_of_the_only_one() {
    check_in(
        drawn::SYRIA,
        "
Brigadier General Tarik Najjar spoke, and the militants fled.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ syria
                                              ^^^^^^^^^ rebels",
    );
}

#[test]
fn who_holds_a_land_is_a_mention_inside_its_name() {
    check_in(
        "Indian troops shelled Pakistani soldiers, and Pakistani missiles hit Indian artillery near the front line.",
        "
Snow fell on Indian-administered Kashmir.
             ^^^^^^ india",
    );
}

#[test]
fn a_coalition_named_once_is_meant_by_its_noun_and_is_no_rebel() {
    check_in(
        "A Saudi-led coalition bombed Sanaa after Houthi fighters shelled Yemeni government forces and killed soldiers.",
        "
A Saudi-led coalition watched. The rebels fled as the coalition jets came.
  ^^^^^^^^^^^^^^^^^^^ saudi-led-coalition
                                   ^^^^^^ houthis
                                                      ^^^^^^^^^ saudi-led-coalition",
    );
}

#[test]
fn a_port_with_a_countrys_name_is_not_the_country() {
    check_in(
        "The Sudanese army shelled the Rapid Support Forces, whose drones killed soldiers in Sudan near the front line.",
        "
Smoke rose over Port Sudan.",
    );
}

#[test]
fn a_rebel_commander_with_his_name_is_one_mention_and_known_afterwards() {
    check_in(
        drawn::SYRIA,
        "
Rebel commander Idris Tom spoke. Government spokesman Adam Bello denied it, and Tom laughed.
^^^^^^^^^^^^^^^^^^^^^^^^^ rebels
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ syria
                                                                                ^^^ rebels",
    );
}

#[test]
fn two_countries_are_the_sides_where_two_states_fight() {
    check(
        "
The two neighbors shut their border.
    ^^^^^^^^^^^^^ all",
    );
    check_in(
        drawn::SYRIA,
        "
The two countries shut their border; both sides dug in.
                                     ^^^^^^^^^^ all",
    );
}

#[test]
fn the_army_of_a_brief_is_that_of_the_country_in_which_a_group_attacks() {
    check_in(
        "Artillery hit troops near Damboa in Nigeria.",
        "
Boko Haram fighters shelled Damboa and killed six soldiers, the army said. State radio said so too.
^^^^^^^^^^^^^^^^^^^ boko-haram
                                                                ^^^^ nigeria
                                                                           ^^^^^^^^^^^ nigeria",
    );
}

#[test]
fn a_body_of_the_state_that_does_not_comment_is_a_mention() {
    check_in(
        "Artillery hit troops near Baidoa in Somalia, killing soldiers.",
        "
Al-Shabaab stormed a base. The defence ministry did not comment, but the joint command put its losses at two.
^^^^^^^^^^ al-shabaab
                               ^^^^^^^^^^^^^^^^ somalia
                                                                         ^^^^^^^^^^^^^ somalia",
    );
}

#[test]
fn a_regime_elsewhere_is_not_the_one_that_fights_here() {
    check_in(
        "Artillery hit troops near Baidoa in Somalia, killing soldiers.",
        "
Al-Shabaab fought government troops as the junta in Niamey looked on. The old regime fell long ago.
^^^^^^^^^^ al-shabaab
                  ^^^^^^^^^^^^^^^^^ somalia",
    );
}

#[test]
fn a_numbered_unit_fights_for_the_state_that_acts_before_it() {
    check_in(
        "Israeli jets bombed Gaza City as Hamas fighters fired rockets at Israel, killing Palestinians.",
        "
Israeli tanks met Hamas fighters, and the 31st Division took a hill. The Carmel Battalion dug in.
^^^^^^^^^^^^^ israel
                  ^^^^^^^^^^^^^^ hamas
                                          ^^^^^^^^^^^^^ israel
                                                                         ^^^^^^^^^^^^^^^^ israel",
    );
}

#[test]
fn a_faction_is_a_side_with_its_fronts_and_commanders() {
    check_in(
        "Fighting in Colombia killed soldiers as rebels fired mortars at a base.",
        "
FARC dissidents shelled the Colombian army. The 51st Front held a farm; Commander Tomas denied it. The dissidents fled.
^^^^^^^^^^^^^^^ estado-mayor-central
                            ^^^^^^^^^^^^^^ colombia
                                                ^^^^^^^^^^ estado-mayor-central
                                                                        ^^^^^^^^^^^^^^^ estado-mayor-central
                                                                                                       ^^^^^^^^^^ estado-mayor-central",
    );
}

#[test]
fn an_officer_is_of_the_army_that_his_office_names() {
    check_in(
        "Indian troops shelled Pakistani soldiers near Uri as mortars hit a village.",
        "
Colonel Arun Mehta, the Indian army’s spokesman, spoke. Mehta then left.
^^^^^^^^^^^^^^^^^^ india
                        ^^^^^^^^^^^^^^^^^^^^^^^ india
                                                        ^^^^^ india",
    );
}

#[test]
fn mercenaries_fight_for_the_state_in_which_they_are() {
    check_in(
        "Artillery hit troops near Gao in Mali, killing soldiers.",
        "
Malian soldiers and Wagner fighters shelled a camp of JNIM. Africa Corps sent Russian mercenaries, the Kremlin said.
^^^^^^^^^^^^^^^ mali
                    ^^^^^^^^^^^^^^^ mali
                                                      ^^^^ jnim
                                                            ^^^^^^^^^^^^ mali
                                                                              ^^^^^^^^^^^^^^^^^^^ mali",
    );
}

#[test]
fn mercenaries_fight_the_state_in_which_they_are_where_nobody_else_does() {
    check_in(
        "Artillery hit troops near Bakhmut in Ukraine, killing soldiers.",
        "
Wagner fighters stormed a hill, and Ukrainian troops shelled Wagner.
^^^^^^^^^^^^^^^ russia
                                    ^^^^^^^^^^^^^^^^ ukraine
                                                             ^^^^^^ russia",
    );
}

#[test]
fn a_state_that_only_speaks_of_a_war_is_no_party_to_it() {
    check_in(
        "Israeli jets bombed Rafah as Hamas fighters fired rockets at Israel, and Hamas shelled Israeli troops near Gaza City. Israeli soldiers fought Hamas, Israel said; Hamas and Israel denied it.",
        "
Israeli troops shelled Rafah, Hamas said. Iran said it was sorry. Tehran called for a truce, and Iran left.
^^^^^^^^^^^^^^ israel
                              ^^^^^ hamas",
    );
}
