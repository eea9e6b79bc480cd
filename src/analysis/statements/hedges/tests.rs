use crate::analysis::analyze;
use crate::analysis::drawn;

fn check(drawing: &str) {
    drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::statements(&analyze(article, pack)));
}

/// Draws the contents alone.
fn check_contents(drawing: &str) {
    drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::contents(&analyze(article, pack)));
}

#[test]
fn an_adverb_hedges_its_clause() {
    check(
        "
The governor reportedly fled the café by boat.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
             ^^^^^^^^^^ cue",
    );
}

#[test]
fn a_passive_of_belief_hedges() {
    check(
        "
The boat is believed to have sunk near the island.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
            ^^^^^^^^ cue",
    );
}

#[test]
fn what_appears_to_show_something_is_hedged() {
    check(
        "
A video appears to show two boats on fire 😀.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
        ^^^^^^^ cue",
    );
}

#[test]
fn an_undisclosed_place_is_withheld_with_its_phrase() {
    check(
        "
The pilot is being held at an undisclosed location in Russia.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                              ^^^^^^^^^^^ cue",
    );
}

#[test]
fn an_answer_not_given_is_withheld() {
    check(
        "
There was no comment from the Kremlin, and the army did not say where the boats were.
^^^^^^^^^^^^^^^^^^^^ cue
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                                    ^^^^^^^^^^^ cue",
    );
}

#[test]
fn evidence_not_given_is_withheld() {
    check(
        "
The statement from the ministry did not provide evidence.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                ^^^^^^^^^^^^^^^ cue",
    );
}

#[test]
fn what_is_not_known_is_withheld() {
    check(
        "
The number of dead in the café is not known.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                               ^^^^^^^^^^^^ cue",
    );
}

#[test]
fn what_is_not_clear_is_withheld() {
    check(
        "
It was not immediately clear who fired.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
       ^^^^^^^^^^^^^^^^^^^^^ cue",
    );
}

#[test]
fn what_could_not_be_verified_is_a_disclaimer() {
    check(
        "
The claims could not be independently verified.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cue",
    );
}

#[test]
fn neither_account_could_be_verified() {
    check(
        "
Neither account could be independently verified.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cue
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer",
    );
}

#[test]
fn inability_to_confirm_is_a_disclaimer() {
    check(
        "
Example Press was unable to independently confirm the account.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cue",
    );
}

#[test]
fn a_hedge_inside_a_quotation_is_the_speakers() {
    check(
        "
“They are reportedly gone, and the café is believed to be empty,” Zelenskyy said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                                                  ^^^^^^^^^ source
                                                                            ^^^^ cue",
    );
}

#[test]
fn a_confirmation_is_no_disclaimer() {
    check(
        "
The United Nations independently confirmed that the café had burned.
^^^^^^^^^^^^^^^^^^ source
                                 ^^^^^^^^^ cue
                                                ^^^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn a_hedge_before_a_comma_hedges_what_follows() {
    check(
        "
Allegedly, the mayor fled by boat.
^^^^^^^^^ cue
           ^^^^^^^^^^^^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn two_hedges_in_one_sentence_are_two() {
    check_contents(
        "
Gunmen reportedly burned the café, apparently because it was empty.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
                                              ^^^^^^^^^^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn a_suspected_thing_is_hedged_alone_and_a_suspected_person_with_his_deed() {
    check_contents(
        "
The alleged attack on the café was denied in Oslo. Three suspected militants stormed the café.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn who_suspects_or_alleges_is_no_hedge() {
    check_contents(
        "
Police had suspected that he knew. Villagers hid a man suspected of theft.",
    );
}

#[test]
fn a_participle_hedges_the_noun_that_it_describes() {
    check_contents(
        "
Troops searched for nine gunmen believed to be in the café. The general, accused of ordering it, left.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay
                                                                                    ^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn what_only_explains_a_hedged_subject_is_left_out() {
    check_contents(
        "
The boat, which was built in a small yard, is believed to have sunk.
^^^^^^^^                                   ^^^^^^^^^^^^^^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn an_accusation_on_a_day_is_hedged() {
    check_contents(
        "
The mayor was accused Wednesday of hiding two boats.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn who_only_wonders_does_not_hedge() {
    check_contents(
        "
They hoped to learn more and perhaps sail again. Perhaps 40 boats were lost.
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ hearsay",
    );
}

#[test]
fn a_disclaimer_leaves_what_is_withheld_beside_it() {
    check_contents(
        "
Example Press could not independently verify the claim, and the army has not commented on the raid.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimer
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
    );
}

#[test]
fn what_a_statement_leaves_out_is_withheld() {
    check_contents(
        "
Russia said it had sunk two boats, without giving details.
            ^^^^^^^^^^^^^^^^^^^^^ claim russia
                                   ^^^^^^^^^^^^^^^^^^^^^^ withheld",
    );
}

#[test]
fn an_answer_not_given_ends_the_blame_that_is_conceded() {
    check_contents(
        "
While Ukraine has blamed Russia for the fire, the Kremlin has not commented on it.
                         ^^^^^^^^^^^^^^^^^^^ judgement ukraine
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
    );
}

#[test]
fn a_source_that_will_not_be_named_is_not_withheld_again() {
    check_contents(
        "
The boat had sunk, according to a Ukrainian official who spoke on condition of anonymity.
^^^^^^^^^^^^^^^^^ unnamed ukraine",
    );
}

#[test]
fn a_cause_that_could_not_be_determined_is_withheld() {
    check_contents(
        "
The cause of the fire could not be determined. There were no immediate reports of casualties.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ withheld",
    );
}
