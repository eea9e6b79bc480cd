use crate::analysis::analyze;
use crate::analysis::drawn;

fn check(drawing: &str) {
    check_in(drawn::UKRAINE, drawing);
}

/// Draws the contents with whose word they are, in an article that goes on with `war`.
fn check_in(war: &str, drawing: &str) {
    drawn::check(drawing, war, |article, pack| drawn::contents(&analyze(article, pack)));
}

#[test]
fn a_pronoun_keeps_the_side_of_the_sentence_before() {
    check(
        "
The Russian Defence Ministry said its troops had taken a hill. It also said they had lost two tanks.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim russia
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn officials_without_a_name_are_unnamed() {
    check(
        "
Officials said the café had burned.
               ^^^^^^^^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn a_source_close_to_a_side_is_unnamed() {
    check(
        "
A source close to the Kremlin said the talks had failed.
                                   ^^^^^^^^^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn witnesses_are_unnamed() {
    check(
        "
Witnesses said shots were fired near the café 😀.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn an_unnamed_source_of_a_side_has_that_side() {
    check_in(
        drawn::GAZA,
        "
A Hamas source said the tunnel was empty.
                    ^^^^^^^^^^^^^^^^^^^^ unnamed hamas",
    );
}

#[test]
fn an_international_body_is_a_third_party() {
    check(
        "
The United Nations said that 40 people had died.
                             ^^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn a_named_expert_is_a_third_party_with_what_explains_him() {
    check(
        "
Zoë Lindqvist, an analyst at a research group in Stockholm, said the front was stuck.
                                                                 ^^^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn another_government_is_a_third_party() {
    check(
        "
Germany said the café in Odesa had been hit.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn state_media_speak_for_their_side() {
    check(
        "
Russian state television said the bridge had fallen.
                              ^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_ministry_that_a_group_runs_speaks_for_the_group() {
    check_in(
        drawn::GAZA,
        "
The Hamas-run health ministry said nine people had died.
                                   ^^^^^^^^^^^^^^^^^^^^ claim hamas",
    );
}

#[test]
fn the_group_is_the_one_named_before() {
    check_in(
        drawn::GAZA,
        "
Hamas said its fighters had left. The group said the tunnel was empty.
           ^^^^^^^^^^^^^^^^^^^^^ claim hamas
                                                 ^^^^^^^^^^^^^^^^^^^^ claim hamas",
    );
}

#[test]
fn a_proxys_word_is_its_sides() {
    check(
        "
Kremlin-backed authorities in Donetsk said the road was closed.
                                           ^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_blogger_speaks_for_himself() {
    check(
        "
Russian military blogger Boris Rybak said the boat had sunk. Rybak said two had fled.
                                          ^^^^^^^^^^^^^^^^^ third-party
                                                                        ^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn a_former_minister_speaks_for_himself() {
    check(
        "
Former Ukrainian Defence Minister Ivan Rybak said the boat had sunk.
                                                  ^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn somebody_of_an_institution_without_a_name_is_unnamed() {
    check(
        "
A UN official said the boat had sunk. A local journalist told Example Press that two had fled.
                   ^^^^^^^^^^^^^^^^^ unnamed
                                                                                 ^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn somebody_of_an_institution_with_a_name_is_a_third_party() {
    check(
        "
UN official Zoë Lindqvist said the boat had sunk. A spokesman for the United Nations said two had fled.
                               ^^^^^^^^^^^^^^^^^ third-party
                                                                                          ^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn relatives_of_a_leader_are_not_his_side() {
    check(
        "
Critics of Putin said the boat had sunk.
                      ^^^^^^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn a_name_that_explains_a_title_tells_the_side() {
    check(
        "
Putin left early. His defence minister, Andrei Belousov, said the boat had sunk.
                                                              ^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn an_opposition_leader_is_not_his_country() {
    check_in(
        drawn::GAZA,
        "
Israeli opposition leader Yair Lapid said the plan had failed.
                                          ^^^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn a_name_with_a_preposition_in_it_is_a_name() {
    check(
        "
Doctors Without Borders said the clinic had burned.
                             ^^^^^^^^^^^^^^^^^^^^^ third-party",
    );
}

#[test]
fn residents_who_were_contacted_are_unnamed() {
    check(
        "
Ukraine said the road was shut. Residents contacted by phone said the boat had sunk.
             ^^^^^^^^^^^^^^^^^ claim ukraine
                                                                  ^^^^^^^^^^^^^^^^^ unnamed",
    );
}
#[test]
fn companions_partitives_and_relative_clauses_name_nobody() {
    check(
        "
Three residents and a nurse said the boat had sunk. One of the villagers, a tailor, said two had fled.
                                 ^^^^^^^^^^^^^^^^^ unnamed
                                                                                         ^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn a_source_goes_back_over_its_relative_clause() {
    check(
        "
A man who has lived in Odesa for years said the boat had sunk.
                                            ^^^^^^^^^^^^^^^^^ unnamed",
    );
}
