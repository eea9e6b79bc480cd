//! Attributions drawn on the text.

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
fn the_attribution_comes_first() {
    check(
        "
Ukraine’s army said on Monday that its troops had taken the café.
^^^^^^^^^^^^^^ source
               ^^^^ cue
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn the_attribution_comes_last() {
    check(
        "
Russian troops had left the town, Ukraine’s General Staff said on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                  ^^^^^^^^^^^^^^^^^^^^^^^ source
                                                          ^^^^ cue",
    );
}

#[test]
fn the_source_comes_after_its_verb() {
    check(
        "
“We left at dawn 😀,” said Ukrainian President Volodymyr Zelenskyy.
^^^^^^^^^^^^^^^^^^^^ claim ukraine
                     ^^^^ cue
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source",
    );
}

#[test]
fn straight_quotes_are_read_like_curly_ones() {
    check(
        r#"
"We left the café at dawn," Zelenskyy told reporters in Kyiv.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                            ^^^^^^^^^ source
                                      ^^^^ cue"#,
    );
}

#[test]
fn a_colon_opens_the_content() {
    check(
        "
Zelenskyy said: “We left at dawn. Nobody followed.”
^^^^^^^^^ source
          ^^^^ cue
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn an_interrupted_quotation_is_one_statement() {
    check(
        "
“We left at dawn,” Zelenskyy said, “and nobody followed.”
^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                   ^^^^^^^^^ source
                             ^^^^ cue",
    );
}

#[test]
fn a_source_before_what_it_follows() {
    check(
        "
The bridge collapsed, according to Russia’s Defence Ministry.
^^^^^^^^^^^^^^^^^^^^ claim russia
                      ^^^^^^^^^^^^ cue
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ source",
    );
}

#[test]
fn according_to_somebody_opens_the_sentence() {
    check(
        "
According to Zelenskyy, Russian troops left the bridge at dawn.
^^^^^^^^^^^^ cue
             ^^^^^^^^^ source
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_source_before_a_clause_with_an_article_ends_at_its_comma() {
    check(
        "
According to Russia’s Defence Ministry, the bridge was hit, and two men left.
^^^^^^^^^^^^ cue
             ^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_participle_has_the_subject_of_its_sentence() {
    check(
        "
Russian state television showed a map, claiming to have taken the town.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                       ^^^^^^^^ cue
                                                ^^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_second_verb_has_the_source_of_the_first() {
    check(
        "
Ukraine’s military said it had shot down 40 drones, adding that three got through.
^^^^^^^^^^^^^^^^^^ source
                   ^^^^ cue
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                                    ^^^^^^ cue
                                                                ^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_source_keeps_what_explains_it() {
    check(
        "
Zelenskyy, speaking in Odesa, said the port was open.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                              ^^^^ cue
                                   ^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn each_side_of_a_contrast_has_a_statement_of_its_own() {
    check(
        "
Ukraine’s army said it had taken the hill, and Russia said it had not.
^^^^^^^^^^^^^^ source
               ^^^^ cue
                    ^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                               ^^^^^^ source
                                                      ^^^^ cue
                                                           ^^^^^^^^^^ claim russia",
    );
}

#[test]
fn a_statement_ends_where_the_next_attribution_begins() {
    check(
        "
While Ukraine said the hill was taken, Russian lawmakers said it was not.
      ^^^^^^^ source
              ^^^^ cue
                   ^^^^^^^^^^^^^^^^^^ claim ukraine
                                       ^^^^^^^^^^^^^^^^^ source
                                                         ^^^^ cue
                                                              ^^^^^^^^^^ claim russia",
    );
}

#[test]
fn of_nested_attributions_the_outer_alone_is_a_statement() {
    check(
        "
Ukraine’s army said Russia had admitted that the boat was lost.
^^^^^^^^^^^^^^ source
               ^^^^ cue
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

#[test]
fn a_noun_of_saying_is_a_cue() {
    check(
        "
Russia’s claim that Ukrainian troops had burned the café was repeated on television.
^^^^^^ source
         ^^^^^^^^^^ cue
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
    );
}

#[test]
fn acts_that_assert_nothing_are_no_statements() {
    check(
        "
Zelenskyy urged allies to send help, thanked Germany and met reporters.",
    );
}

#[test]
fn what_the_article_tells_itself_is_no_statement() {
    check(
        "
Shells fell on the market on Sunday, and the café burned.",
    );
}

#[test]
fn a_word_of_saying_inside_a_quotation_is_no_cue() {
    check(
        "
“They said they knew, and my mother said no,” Zelenskyy recalled.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim ukraine
                                              ^^^^^^^^^ source
                                                        ^^^^^^^^ cue",
    );
}

#[test]
fn a_medium_that_passes_words_on_is_looked_through() {
    check_contents(
        "
Moscow said the café was empty, according to an agency.
            ^^^^^^^^^^^^^^^^^^ claim russia
Ukraine said it lost a tank, Reuters reported.
             ^^^^^^^^^^^^^^ claim ukraine
The road was closed, Ukraine said on Friday, Reuters reported.
^^^^^^^^^^^^^^^^^^^ claim ukraine",
    );
}

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
