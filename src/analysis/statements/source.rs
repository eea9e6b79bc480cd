//! Whose word a statement is: a side's, an outsider's, or nobody's that could be asked.

use super::draft::Tokens;
use crate::analysis::actors::{ActorPhrase, Who};
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

/// The words after which a possessor or a group speaks through somebody.
const LINKS: [&str; 7] = ["for", "of", "from", "in", "with", "by", "to"];

/// Decides by the source's words.
pub fn voice(reading: &Reading, source: Tokens, phrases: &[ActorPhrase], sides: &Found) -> Voice {
    // "He thanked the soldiers and said …": whoever he is, he is not the soldiers.
    if reading.is(source.first, Class::Pronoun) && reading.word(source.first) != "us" {
        return Voice::Earlier;
    }
    let from = phrases.partition_point(|p| p.last < source.first);
    let to = phrases.partition_point(|p| p.first <= source.last);
    let inside = || phrases[from..to].iter().zip(&sides.of_phrase[from..to]);
    let head_end = end_of_head(reading, source);
    let noun = noun_of(reading, source);
    let offices = [Class::Title, Class::Institution, Class::Force, Class::Group, Class::Organization, Class::Insurgent];
    // "opponents of President Assad" speak against him.
    let of_other = noun < head_end
        && (!reading.is_capital(noun) || reading.opens_sentence(noun))
        && !(source.first..=noun).any(|t| reading.is_any(t, &offices))
        && !inside().any(|(phrase, _)| phrase.first <= noun);
    if of_other || is_outsider(reading, source, head_end) {
        return outside_or_unnamed(reading, source, head_end);
    }
    if let Some((phrase, side)) = inside().rfind(|(p, _)| p.first <= head_end) {
        let named = phrase.role == Role::Official
            && reading.is_capital(phrase.last)
            && !reading.is(phrase.last, Class::Anonymous);
        let unnamed = !named && (phrase.first..=source.last.min(head_end)).any(|t| reading.is(t, Class::Anonymous));
        // "opposition leader Name" speaks against his government, but for the rebels in a civil war.
        let opposes = phrase.who != Who::Insurgents
            && named
            && (source.first..phrase.last).any(|t| reading.word(t) == "opposition" && reading.is(t + 1, Class::Title));
        return match side {
            Some(_) if opposes => Voice::Outside,
            Some(_) if is_possessor_of_other(reading, phrase, head_end) => {
                outside_or_unnamed(reading, source, head_end)
            }
            Some(side) if unnamed => Voice::UnnamedOf(*side),
            Some(side) => Voice::Side(*side),
            // "Hamas and Iran said": it is the side's word too.
            None if reading.is(phrase.first.saturating_sub(1), Class::Coordinator) => {
                let joined = inside().find(|(other, side)| other.first < phrase.first && side.is_some());
                joined.and_then(|(_, side)| *side).map_or(Voice::Outside, Voice::Side)
            }
            None => outside_or_unnamed(reading, source, head_end),
        };
    }
    // "his defence minister, Name": the apposition names him.
    let apposed = inside().find(|(phrase, _)| phrase.first == head_end + 2 && reading.word(head_end + 1) == ",");
    if let Some((_, Some(side))) = apposed.filter(|(phrase, _)| phrase.role == Role::Official) {
        return Voice::Side(*side);
    }
    // "officials from the insurgent group", "a spokesman for the rebels": they speak for them.
    let speaks = (source.first..=source.last).any(|t| reading.is_any(t, &[Class::Title, Class::Institution]));
    if let Some(side) = inside().find_map(|(_, side)| *side)
        && speaks
        && (source.first..=source.last).any(|t| LINKS.contains(&reading.word(t)))
    {
        let unnamed = reading.is(head_end, Class::Anonymous) && !reading.is_capital(source.last);
        return if unnamed { Voice::UnnamedOf(side) } else { Voice::Side(side) };
    }
    outside_or_unnamed(reading, source, head_end)
}

/// Whether the words before a name or a side say that he speaks for himself: "the
/// Russian military blogger Name", "a former Israeli general".
fn is_outsider(reading: &Reading, source: Tokens, head_end: usize) -> bool {
    (source.first..=head_end).any(|t| reading.is(t, Class::Outsider))
}

/// Whether the phrase only owns or describes what speaks: "Israel’s Channel 12".
fn is_possessor_of_other(reading: &Reading, phrase: &ActorPhrase, head_end: usize) -> bool {
    let owned = phrase.last + 2..=head_end;
    let speaks = [Class::Title, Class::Institution, Class::Force];
    // "the Kremlin’s pointman" speaks for it, "Kyiv’s Western allies" for themselves.
    let one = || {
        owned.clone().all(|t| !reading.is_capital(t) && !reading.word(t).ends_with('s'))
            && !reading.is_any(head_end, &[Class::Organization, Class::Medium, Class::Unnamed, Class::Expert])
    };
    phrase.last < head_end
        && reading.is_possessive(phrase.last + 1)
        && !owned.clone().any(|t| reading.is_any(t, &speaks))
        && !one()
}

/// The last token of the source's own noun phrase, before "of", a comma or "who".
fn end_of_head(reading: &Reading, source: Tokens) -> usize {
    let inside = source.first + 1..=source.last;
    let stop = inside.into_iter().find(|t| {
        matches!(reading.word(*t), "," | "(" | "who" | "that" | "which")
            // "Doctors Without Borders" is a name to its end.
            || (reading.is(*t, Class::Preposition) && reading.word(*t) != "of" && !reading.is_capital(*t))
    });
    stop.map_or(source.last, |t| t - 1)
}

/// The head's own noun: its last token before "of", or the source that is "close to"
/// somebody, or the residents that were "contacted".
pub fn noun_of(reading: &Reading, source: Tokens) -> usize {
    let end = end_of_head(reading, source);
    let of = (source.first + 1..=end).find(|t| reading.word(*t) == "of");
    // "one of the residents", "a group of villagers": they are what stands behind.
    let partitive = |t: &usize| {
        reading.is(t - 1, Class::Determiner)
            || matches!(reading.word(t - 1), "none" | "group" | "number" | "couple" | "handful")
    };
    let noun = of.filter(|t| !partitive(t)).map_or(end, |t| t - 1);
    let anonymous = || (source.first..noun).rev().find(|t| reading.is_any(*t, &[Class::Anonymous, Class::Unnamed]));
    let describes =
        reading.word(noun + 1) == "to" || ["ed", "ing"].iter().any(|ending| reading.word(noun).ends_with(ending));
    if describes { anonymous().unwrap_or(noun) } else { noun }
}

fn outside_or_unnamed(reading: &Reading, source: Tokens, head_end: usize) -> Voice {
    let common = [Class::Unnamed, Class::Institution, Class::Title, Class::Opener, Class::Determiner];
    let is_name = |t: usize| {
        reading.is_capital(t)
            && (t > source.first || !reading.opens_sentence(t) || !reading.is_any(t, &common))
            && !reading.is_any(t, &[Class::Time, Class::Compass])
    };
    let head = source.first..=head_end;
    let noun = noun_of(reading, source);
    let name = head.clone().any(is_name);
    let article = |t: usize| matches!(reading.word(t), "a" | "an" | "one" | "another");
    let one = article(source.first) || source.first.checked_sub(1).is_some_and(article);
    // "a local journalist", "some Western diplomats": a name beside the noun says of what, not who.
    let apposed = reading.word(head_end + 1) == "," && (head_end + 1..=source.last).any(|t| reading.is_capital(t));
    if !is_name(noun) && !apposed {
        let several = (source.first..=noun).any(|t| {
            reading.phrase(t, Class::Unnamed) == Some(noun) && (t == noun || !reading.is(noun, Class::Institution))
        });
        let body =
            reading.is_any(noun, &[Class::Institution, Class::Organization]) && !reading.is(noun, Class::Anonymous);
        let person = reading.is_any(noun, &[Class::Anonymous, Class::Expert, Class::Outsider]);
        let speaker = reading.word(noun).starts_with("spokes") || reading.is(noun, Class::Title) && !one;
        // "three residents and a doctor": neither can be asked.
        let joined = !name
            && (source.first..noun).any(|t| reading.is(t, Class::Unnamed) && reading.is(t + 1, Class::Coordinator));
        if joined || several && !(name && body) {
            return Voice::Unnamed;
        }
        if speaker && !(source.first..=source.last).any(is_name) {
            return Voice::Earlier;
        }
        if person && (one || several || reading.is(noun, Class::Anonymous) && name) && !speaker {
            return Voice::Unnamed;
        }
    }
    if (source.first..=source.last).any(is_name) {
        return Voice::Outside;
    }
    let resumes = [
        Class::Title,
        Class::Institution,
        Class::Force,
        Class::Organization,
        Class::Expert,
        Class::Medium,
        Class::Anonymous,
    ];
    if (source.first..=noun).any(|t| reading.is_any(t, &resumes)) {
        return Voice::Earlier;
    }
    Voice::Outside
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
}
