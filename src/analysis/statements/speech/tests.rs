//! Attributions drawn on the text.

mod extents;

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
