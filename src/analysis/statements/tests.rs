mod quiet;

use crate::analysis::analyze;
use crate::analysis::drawn::{self, Mark};

fn check(drawing: &str) {
    drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::statements(&analyze(article, pack)));
}

/// Draws the contents that the reader should see marked.
fn check_flagged(drawing: &str) {
    drawn::check(drawing, drawn::UKRAINE, |article, pack| {
        let found = analyze(article, pack).statements;
        let flagged = found.iter().filter(|statement| statement.kind.flagged());
        flagged.map(|statement| Mark::new(statement.content[0], "flagged")).collect()
    });
}

/// Draws the statements that another one disclaims or contradicts.
fn check_links(drawing: &str) {
    drawn::check(drawing, drawn::UKRAINE, |article, pack| {
        let found = analyze(article, pack).statements;
        let disclaimed = found.iter().filter(|s| !s.disclaimed_by.is_empty());
        let contradicted = found.iter().filter(|s| !s.contradicted_by.is_empty());
        disclaimed
            .map(|s| Mark::new(s.content[0], "disclaimed"))
            .chain(contradicted.map(|s| Mark::new(s.content[0], "contradicted")))
            .collect()
    });
}

#[test]
fn a_quotation_over_two_paragraphs_is_one_statement() {
    check(
        "
“The bridge is gone,” Zelenskyy said. “They blew it up.
                      ^^^^^^^^^ source
                                ^^^^ cue
^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^ claim ukraine

“Nobody will cross it again 😀.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ +",
    );
}

#[test]
fn a_second_quotation_without_a_source_carries_the_first_on() {
    check(
        "
“We left at dawn,” Zelenskyy said. “Nobody followed.”
^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^ claim ukraine
                   ^^^^^^^^^ source
                             ^^^^ cue",
    );
}

#[test]
fn a_denial_contradicts_what_it_denies() {
    check_links(
        "
Ukraine’s army said its troops had taken the café. Russia denied it had lost the café.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ contradicted
                                                                 ^^^^^^^^^^^^^^^^^^^^ contradicted",
    );
}

#[test]
fn a_denial_of_ones_own_contradicts_nothing() {
    check_links(
        "
Ukraine’s army said its troops had taken the café. Ukraine denied it had lost a tank.",
    );
}

#[test]
fn a_disclaimer_covers_the_claim_before_it() {
    check_links(
        "
Ukraine said it shot down 40 drones. Russia said it lost none. The claim could not be independently verified.
                                                 ^^^^^^^^^^^^ disclaimed",
    );
}

#[test]
fn a_wide_disclaimer_covers_all_before_it() {
    check_links(
        "
Ukraine said it shot down 40 drones. Russia said it lost none. The claims could not be independently verified.
             ^^^^^^^^^^^^^^^^^^^^^^ disclaimed
                                                 ^^^^^^^^^^^^ disclaimed",
    );
}

#[test]
fn a_third_partys_word_is_not_flagged() {
    check_flagged(
        "
Germany said the café had burned. Ukraine said it was empty. It reportedly stands again.
                                               ^^^^^^^^^^^^ flagged
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged",
    );
}

#[test]
fn neither_account_means_the_last_two() {
    check_links(
        "
Russia said it sank a boat. Ukraine said it hit a train near Kherson. Russia said the train was empty. Neither account could be independently verified.
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ disclaimed
                                                                                  ^^^^^^^^^^^^^^^^^^^ disclaimed",
    );
}

#[test]
fn a_sides_claims_are_disclaimed_alone() {
    check_links(
        "
Russia said it sank a boat. Ukraine said it hit a train near Kherson. Russia’s claim could not be independently verified.
            ^^^^^^^^^^^^^^ disclaimed",
    );
}

#[test]
fn a_disclaimer_passes_over_what_will_come() {
    check_links(
        "
Ukraine said it shot down 40 drones. It said it would go on. The claim could not be independently verified.
             ^^^^^^^^^^^^^^^^^^^^^^ disclaimed",
    );
}

#[test]
fn a_disclaimer_of_both_sides_covers_what_comes_after_it_too() {
    check_links(
        "
Ukraine said it shot down 40 drones. Claims by both sides could not be independently verified.
             ^^^^^^^^^^^^^^^^^^^^^^ disclaimed

Russia said it lost none.
            ^^^^^^^^^^^^ disclaimed",
    );
}

#[test]
fn the_other_sides_other_figure_contradicts() {
    check_links(
        "
Ukraine said it lost 12 soldiers near Bakhmut. Russia said 300 soldiers were lost near Bakhmut.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ contradicted
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ contradicted",
    );
}

#[test]
fn another_days_figure_contradicts_nothing() {
    check_links(
        "
Ukraine said it lost 12 soldiers near Bakhmut on Monday. Russia said 300 soldiers were lost near Bakhmut on Friday.",
    );
}

#[test]
fn a_bare_denial_answers_the_other_side() {
    check_links(
        "
Ukraine said Russian drones burned a market in Kherson. Germany asked for calm. Moscow denied it.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ contradicted
                                                                                              ^^ contradicted",
    );
}

#[test]
fn one_topic_alone_contradicts_nothing() {
    check_links(
        "
Ukraine said its troops had reached the border. Russia said no troops had left the barracks.",
    );
}

#[test]
fn an_outsiders_same_account_confirms() {
    drawn::check(
        "
Russia said a missile destroyed a depot near Lviv. Germany confirmed that a depot near Lviv was destroyed.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ confirmed
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ confirmed",
        drawn::UKRAINE,
        |article, pack| {
            let found = analyze(article, pack).statements;
            let confirmed = found.iter().filter(|statement| !statement.confirmed_by.is_empty());
            confirmed.map(|statement| Mark::new(statement.content[0], "confirmed")).collect()
        },
    );
}

#[test]
fn a_watcher_that_passes_words_on_is_looked_through() {
    drawn::check(
        "
“Two boats sank,” Zelenskyy said, according to Example Watch.
^^^^^^^^^^^^^^^^^ claim ukraine",
        drawn::UKRAINE,
        |article, pack| drawn::contents(&analyze(article, pack)),
    );
}

#[test]
fn a_disclaimer_of_a_video_covers_nobodys_words() {
    check_links(
        "
Ukraine said it shot down 40 drones. The video could not be independently verified.",
    );
}

#[test]
fn a_denial_answers_the_accusation_before_it() {
    check_links(
        "
Ukraine accused Russia of shelling a market in Kherson. Russia denied hitting the market.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ contradicted
                                                                      ^^^^^^^^^^^^^^^^^^ contradicted",
    );
}

#[test]
fn a_disclaimer_that_tells_what_it_disclaims_covers_nothing_else() {
    check_links(
        "
Ukraine said it shot down 40 drones. Reports of looting could not be independently verified.",
    );
}
