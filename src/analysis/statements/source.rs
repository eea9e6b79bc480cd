//! Whose word a statement is: a side's, an outsider's, or nobody's that could be asked.

use super::draft::Tokens;
use crate::analysis::actors::ActorPhrase;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::sides::Found;
use crate::analysis::{Role, SideId};

/// Who stands behind a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A side.
    Side(SideId),
    /// Somebody of a side who is not named: "a Taliban official".
    UnnamedOf(SideId),
    /// Somebody outside who is named.
    Outside,
    /// Somebody who is not named.
    Unnamed,
    /// A pronoun, or a description that says nothing by itself.
    Earlier,
}

/// Decides by the source's words.
pub fn voice(reading: &Reading, source: Tokens, phrases: &[ActorPhrase], sides: &Found) -> Voice {
    let from = phrases.partition_point(|p| p.last < source.first);
    let to = phrases.partition_point(|p| p.first <= source.last);
    let inside = || phrases[from..to].iter().zip(&sides.of_phrase[from..to]);
    let head_end = end_of_head(reading, source);
    if let Some((phrase, side)) = inside().rfind(|(p, _)| p.first <= head_end) {
        let named = phrase.role == Role::Official
            && reading.is_capital(phrase.last)
            && !reading.is(phrase.last, Class::Anonymous);
        let unnamed = !named && (phrase.first..=source.last.min(head_end)).any(|t| reading.is(t, Class::Anonymous));
        return match side {
            Some(_) if is_possessor_of_other(reading, phrase, head_end) => {
                outside_or_unnamed(reading, source, head_end)
            }
            Some(side) if unnamed => Voice::UnnamedOf(*side),
            Some(side) => Voice::Side(*side),
            None => outside_or_unnamed(reading, source, head_end),
        };
    }
    if reading.is(source.first, Class::Pronoun) {
        return Voice::Earlier;
    }
    // "officials from the insurgent group", "a spokesman for the rebels": he speaks for them.
    let speaks = (source.first..=source.last).any(|t| reading.is_any(t, &[Class::Title, Class::Institution]));
    if let Some(side) = inside().find_map(|(_, side)| *side)
        && speaks
        && (source.first..=source.last)
            .any(|t| matches!(reading.word(t), "for" | "of" | "from" | "in" | "with" | "by" | "to"))
    {
        return Voice::Side(side);
    }
    outside_or_unnamed(reading, source, head_end)
}

/// Whether the phrase only owns or describes what speaks: "Israel’s Channel 12".
fn is_possessor_of_other(reading: &Reading, phrase: &ActorPhrase, head_end: usize) -> bool {
    phrase.last < head_end
        && reading.is_possessive(phrase.last + 1)
        && !(phrase.last + 1..=head_end).any(|t| reading.is_any(t, &[Class::Title, Class::Institution, Class::Force]))
}

/// The last token of the source's own noun phrase, before "of", a comma or "who".
fn end_of_head(reading: &Reading, source: Tokens) -> usize {
    let inside = source.first + 1..=source.last;
    let stop = inside.into_iter().find(|t| {
        matches!(reading.word(*t), "," | "(" | "who" | "that" | "which")
            || (reading.is(*t, Class::Preposition) && reading.word(*t) != "of")
    });
    stop.map_or(source.last, |t| t - 1)
}

fn outside_or_unnamed(reading: &Reading, source: Tokens, head_end: usize) -> Voice {
    let head = source.first..=head_end;
    let name = head.clone().any(|t| {
        reading.is_capital(t)
            && (t > source.first
                || !reading.opens_sentence(t)
                || !reading
                    .is_any(t, &[Class::Unnamed, Class::Institution, Class::Title, Class::Opener, Class::Determiner]))
            && !reading.is_any(t, &[Class::Time, Class::Compass])
    });
    let plural = head.clone().any(|t| reading.is(t, Class::Unnamed) && !reading.is(t, Class::Determiner));
    let demonym = head.clone().any(|t| {
        reading
            .matches(t)
            .iter()
            .any(|m| matches!(m.sense, crate::analysis::lexicon::Sense::Actor(_, crate::analysis::Naming::Adjective)))
    });
    if plural && (!name || demonym) {
        return Voice::Unnamed;
    }
    if name {
        return Voice::Outside;
    }
    if (source.first..=source.last).any(|t| reading.is_capital(t)) {
        return Voice::Outside;
    }
    if head.clone().any(|t| {
        reading.is_any(
            t,
            &[Class::Title, Class::Institution, Class::Force, Class::Organization, Class::Expert, Class::Medium],
        )
    }) {
        return Voice::Earlier;
    }
    if plural { Voice::Unnamed } else { Voice::Outside }
}

#[cfg(test)]
mod tests {
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
}
