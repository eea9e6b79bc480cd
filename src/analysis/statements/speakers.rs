//! Who "he", "it" and "the ministry" are: those who spoke or acted before.

use super::draft::Tokens;
use super::source::{self, Voice};
use crate::analysis::Role;
use crate::analysis::actors::ActorPhrase;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::sides::Found;

/// A sentence's subject begins this near to its first token.
const OPENING: usize = 3;

/// Those who spoke or acted so far.
#[derive(Default)]
pub struct Speakers {
    /// Who spoke or acted last.
    last: Option<Voice>,
    /// The last single person, whom "he" and "she" mean.
    person: Option<Voice>,
    /// The last state, group or institution, which "it" and "they" mean.
    body: Option<Voice>,
    /// The nouns of the sources so far, by their tokens: "ministry", "Petrov".
    nouns: Vec<(usize, Voice)>,
}

impl Speakers {
    /// Takes note of who acts in a sentence, since the next may call him by a pronoun;
    /// where another `speaks` in it, only of a person.
    pub fn hear_subject(
        &mut self,
        reading: &Reading,
        first: usize,
        speaks: bool,
        phrases: &[ActorPhrase],
        sides: &Found,
    ) {
        let at = phrases.partition_point(|phrase| phrase.first < first);
        let Some(phrase) = phrases.get(at).filter(|phrase| phrase.first < first + OPENING) else { return };
        let opens =
            (first..phrase.first).all(|t| reading.is_any(t, &[Class::Determiner, Class::Opener, Class::Adverb]));
        let next = phrase.last + 1;
        let owns = reading.is_possessive(next) || reading.is_mark(next) || reading.is(next, Class::Coordinator);
        if !opens || owns {
            return;
        }
        let voice = sides.of_phrase[at].map_or(Voice::Outside, Voice::Side);
        if phrase.role == Role::Official {
            self.person = Some(voice);
        } else if !speaks && reading.is_any(next, &[Class::Auxiliary, Class::ActVerb, Class::Deed]) {
            self.body = Some(voice);
        }
    }

    /// Whose word it is where the source's own words do not say.
    pub fn resolve(
        &self,
        reading: &Reading,
        source: Option<Tokens>,
        phrases: &[ActorPhrase],
        sides: &Found,
    ) -> Option<Voice> {
        let Some(source) = source else { return self.last };
        let first = reading.sentence(source.first).0;
        // "they’ve vowed": the pronoun is the first part of its token.
        let pronoun = reading.word(source.first);
        match pronoun.split(['\'', '’']).next().unwrap_or(pronoun) {
            "he" | "she" => self.person.or(self.last),
            "who" => {
                let from = source.first.saturating_sub(OPENING);
                first_side(from, source.first, phrases, sides).or(Some(Voice::Outside))
            }
            "it" | "they" => {
                // "the raid that they say killed nine": the sentence itself tells who they are.
                let joined = source.first > first && reading.is(source.first - 1, Class::Clause);
                let own = || subject_before(reading, source.first, first, phrases, sides);
                let here = if joined { own() } else { None };
                here.or(self.body).or(self.last).or_else(own)
            }
            _ => {
                let noun = source::noun_of(reading, source);
                let same = |(t, _): &&(usize, Voice)| reading.word(*t) == reading.word(noun);
                let earlier = self.nouns.iter().rev().find(same).map(|(_, voice)| *voice);
                let person = reading.is_any(noun, &[Class::Title, Class::Expert]);
                // "the governor" has a name, if an article gives none: he is nobody's witness.
                let office = |voice: &Voice| *voice != Voice::Unnamed || reading.is(noun, Class::Anonymous);
                let before = if person { self.person } else { None }.or(self.last);
                earlier.or(before.filter(office))
            }
        }
    }

    /// Takes note of a source and whose word it gave.
    pub fn hear(&mut self, reading: &Reading, source: Option<Tokens>, voice: Option<Voice>, phrases: &[ActorPhrase]) {
        let Some(voice) = voice else { return };
        self.last = Some(voice);
        let Some(source) = source.filter(|source| !reading.is(source.first, Class::Pronoun)) else { return };
        let noun = source::noun_of(reading, source);
        self.nouns.push((noun, voice));
        // "the Example Army (EA)" is "the EA" from here on.
        let acronym = |t: &usize| reading.word(*t - 1) == "(" && reading.is_capital(*t);
        if let Some(acronym) = (source.first + 1..=source.last).find(acronym) {
            self.nouns.push((acronym, voice));
        }
        let from = phrases.partition_point(|phrase| phrase.last < source.first);
        let inside = || phrases[from..].iter().take_while(|phrase| phrase.first <= source.last);
        let official = inside().any(|phrase| phrase.role == Role::Official);
        let institution = reading.is_any(noun, &[Class::Institution, Class::Organization, Class::Force, Class::Medium])
            && !reading.is_any(noun, &[Class::Title, Class::Anonymous, Class::Expert]);
        let several = reading.word(noun).ends_with('s') && !reading.is_capital(noun);
        let apart = inside().all(|phrase| phrase.last < noun);
        if official || apart && !institution && !several {
            self.person = Some(voice);
        }
        if !official || matches!(voice, Voice::Side(_)) {
            self.body = Some(voice);
        }
    }

    /// Whose word an earlier source of that noun gave, where that tells more than `voice`,
    /// which the words themselves give: a blogger speaks for himself also where only his
    /// surname stands, "the ministry" is the one that spoke, and so is its spokesman's.
    pub fn known(&self, reading: &Reading, source: Tokens, voice: Voice) -> Option<Voice> {
        let noun = source::noun_of(reading, source);
        let last = |word: usize| {
            self.nouns.iter().rev().filter(move |(t, _)| {
                reading.word(*t) == reading.word(word) && reading.is_capital(*t) >= reading.is_capital(word)
            })
        };
        let capital = (source.first..=source.last).any(|t| reading.is_capital(t) && !reading.opens_sentence(t));
        let found = match voice {
            Voice::Side(_) if !capital => last(noun).next(),
            Voice::Side(_) if is_short_name(reading, source, noun) => last(noun).find(|(_, v)| *v == Voice::Outside),
            Voice::Outside if is_short_name(reading, source, noun) => last(noun).next(),
            Voice::Outside => {
                // "bureau spokesman Name" speaks for the bureau that spoke before.
                let speaker = (source.first + 1..noun).find(|t| reading.word(*t).starts_with("spokes"))?;
                last(speaker - 1).next().filter(|_| !capital || !reading.is_capital(speaker - 1))
            }
            _ => None,
        };
        found.map(|(_, voice)| *voice)
    }
}

/// Whether a source is no more than a surname or an acronym, with or without a title.
fn is_short_name(reading: &Reading, source: Tokens, noun: usize) -> bool {
    let common = [Class::Institution, Class::Organization, Class::Force, Class::Title, Class::Medium, Class::Unnamed];
    let title =
        |t: usize| reading.is_mark(t) || reading.is_any(t, &[Class::Title, Class::Honorific, Class::Determiner]);
    reading.is_capital(noun) && !reading.is_any(noun, &common) && (source.first..noun).all(title)
}

/// The side that the first phrase of the clause before `limit` names, or that of the
/// clause before it.
fn subject_before(
    reading: &Reading,
    limit: usize,
    first: usize,
    phrases: &[ActorPhrase],
    sides: &Found,
) -> Option<Voice> {
    let mut at = limit.saturating_sub(1);
    let mut found = None;
    while at > first && found.is_none() {
        let end = at;
        while at > first && !(reading.is(at - 1, Class::Clause) || reading.word(at - 1) == ",") {
            at -= 1;
        }
        found = first_side(at, end, phrases, sides);
        at = at.saturating_sub(1);
    }
    found
}

/// The side of the first phrase in `first..limit` that has one.
fn first_side(first: usize, limit: usize, phrases: &[ActorPhrase], sides: &Found) -> Option<Voice> {
    let from = phrases.partition_point(|phrase| phrase.first < first);
    let to = phrases.partition_point(|phrase| phrase.last < limit);
    sides.of_phrase.get(from..to)?.iter().find_map(|side| side.map(Voice::Side))
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn;

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::contents(&analyze(article, pack)));
    }

    #[test]
    fn he_is_the_last_person_and_not_the_last_country() {
        check(
            "
Zelenskyy said the café had burned. Russia denied the raid.
               ^^^^^^^^^^^^^^^^^^^ claim ukraine
                                                  ^^^^^^^^ claim russia

He said nobody was inside.
        ^^^^^^^^^^^^^^^^^ claim ukraine",
        );
    }

    #[test]
    fn he_is_who_acted_in_the_sentence_before() {
        check(
            "
Zelenskyy said the café had burned. Putin visited a school. He said the school was full.
               ^^^^^^^^^^^^^^^^^^^ claim ukraine
                                                                    ^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn they_in_a_relative_clause_are_its_subject() {
        check(
            "
Germany spoke of a raid. Ukrainian officials condemned Russian strikes that they said killed nine people.
                                                                                      ^^^^^^^^^^^^^^^^^^ claim ukraine",
        );
    }

    #[test]
    fn it_is_the_subject_of_what_it_says_where_nobody_spoke_before() {
        check(
            "
The Kremlin has closed its border, it said on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn the_ministry_is_the_one_that_spoke() {
        check(
            "
Ukraine’s Defence Ministry bought drones. The Swedish Defence Ministry said two were lost. The ministry said one was found.
                                                                            ^^^^^^^^^^^^^ third-party
                                                                                                             ^^^^^^^^^^^^^ third-party",
        );
    }

    #[test]
    fn a_statement_is_the_word_of_who_made_it() {
        check(
            "
Russia said in a statement that two boats had sunk. “One boat burned,” the statement said.
                                ^^^^^^^^^^^^^^^^^^ claim russia
                                                    ^^^^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn another_countrys_ministry_is_another_ministry() {
        check(
            "
Ukraine’s Defence Ministry said the boat had sunk. Germany’s Defence Ministry said two were lost.
                                ^^^^^^^^^^^^^^^^^ claim ukraine
                                                                                   ^^^^^^^^^^^^^ third-party",
        );
    }

    #[test]
    fn an_acronym_is_what_it_was_short_for() {
        check(
            "
Russia’s Defence Ministry (RDM) said two boats had sunk. The RDM said nobody was hurt.
                                     ^^^^^^^^^^^^^^^^^^ claim russia
                                                                      ^^^^^^^^^^^^^^^ claim russia",
        );
    }

    #[test]
    fn a_spokesman_of_the_body_that_spoke_speaks_for_it() {
        check(
            "
Russia’s space agency said its satellite had failed. Later agency spokesman Ivan Rybak said two were lost.
                           ^^^^^^^^^^^^^^^^^^^^^^^^ claim russia
                                                                                            ^^^^^^^^^^^^^ claim russia",
        );
    }
}
