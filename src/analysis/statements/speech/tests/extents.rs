//! How far cues and contents reach.

use super::*;

#[test]
fn a_heading_may_end_with_its_attribution() {
    check_contents(
        "
Russian shells burn a café, Ukraine claims
^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_colon_may_be_the_cue() {
    check(
        "
Zelenskyy: “We know the café 😀.”
^^^^^^^^^ source
         ^ cue
           ^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_verb_before_that_is_no_noun() {
    check_contents(
        "
Russia claims that its troops hold the café.
                   ^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_noun_of_saying_ends_before_the_verb() {
    check_contents(
        "
Ukraine’s claim of victory was mocked by nobody.
                   ^^^^^^^ claim ukraine",
    );
}

#[test]
fn an_aside_between_dashes_belongs_to_the_content() {
    check_contents(
        "
Ukraine said the café — not the school — had burned.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn an_accusation_ends_where_the_accuser_goes_on() {
    check_contents(
        "
Ukraine accused Russia of theft and urged Germany to send engineers.
                ^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_weak_verb_of_saying_may_have_a_clause_without_that() {
    check_contents(
        "
Russia stated the café was empty. Ukraine stated the facts.
              ^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_promised_act_is_no_circumstance() {
    check_contents(
        "
Moscow vowed to answer the attack on Friday.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ forecast russia",
    );
}

#[test]
fn an_hour_is_a_circumstance() {
    check_contents(
        "
Moscow said at 4 a.m. Ukraine had lost a boat.
                      ^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_subject_begins_after_another_predicate() {
    check_contents(
        "
The boats had been hidden and Ukraine said nobody saw them.
                                           ^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_second_verb_after_but_has_the_same_source() {
    check_contents(
        "
Moscow has praised the raid but insisted that the café was open.
                                              ^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn what_the_article_calls_the_words_is_not_among_them() {
    check_contents(
        "
Russia says it took the café, a claim that nobody believes.
            ^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn what_somebody_calls_a_thing_begins_after_the_verb_to_be() {
    check_contents(
        "
The photos showed what Ukraine said was “a ruined café.”
                                        ^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn by_what_name_somebody_is_known_is_no_statement() {
    check_contents(
        "
Both commanders, known as the Foxes, left the town.",
    );
}

#[test]
fn posts_after_a_comma_are_no_verb() {
    check_contents(
        "
Through the night, television bulletins, local media posts and videos from the café went around.",
    );
}

#[test]
fn what_is_withheld_ends_what_is_told() {
    check_contents(
        "
Moscow reported fires near the café, but gave no details.
                ^^^^^^^^^^^^^^^^^^^ claim russia
                                         ^^^^^^^^^^^^^^^ withheld",
    );
}

#[test]
fn a_relative_clause_has_a_statement_of_its_own() {
    check_contents(
        "
Ukraine, which for months denied having any boats, admitted their presence.
                                 ^^^^^^^^^^^^^^^^ claim ukraine
                                                            ^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn with_both_sides_accusing_each_other_is_the_word_of_both() {
    check_contents(
        "
With both sides accusing each other of theft, talks stalled.
                         ^^^^^^^^^^^^^^^^^^^ claim",
    );
}

#[test]
fn a_dateline_is_no_part_of_what_is_said() {
    check_contents(
        "
ODESA, July 25 (Agency): The café had burned, residents said.
                         ^^^^^^^^^^^^^^^^^^^ unnamed",
    );
}

#[test]
fn what_points_back_is_part_of_what_is_said() {
    check_contents(
        "
Moscow says that figure is false. Kyiv disputed that, saying there was no raid.
            ^^^^^^^^^^^^^^^^^^^^ claim russia
                                                ^^^^ claim ukraine
                                                             ^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}
