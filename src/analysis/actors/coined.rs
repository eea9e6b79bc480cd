//! Groups that no pack knows and the article names itself: "the militant group Harakat
//! Example", "the Example Liberation Front (ELF)"; and the short names that it gives
//! to groups of the pack.
//!
//! Only what the article calls an armed group, or what has the name of one and a short
//! name, is taken: most names in brackets are those of agencies.

use super::{ActorPhrase, Part, Who, extent};
use crate::analysis::Role;
use crate::analysis::lexicon::{Naming, Sense};
use crate::analysis::name::name_after;
use crate::analysis::pack::ActorKind;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// What an article calls armed groups.
#[derive(Default)]
pub struct Coined {
    /// Names by their first and last token where they stand first.
    names: Vec<(usize, usize, Who)>,
    /// How many groups there are that the pack does not know.
    groups: u8,
}

impl Coined {
    /// Reads the names that an article gives.
    pub fn learn(reading: &Reading) -> Coined {
        let mut coined = Coined::default();
        for token in 1..reading.len() {
            if reading.word(token) == "(" {
                coined.learn_short_name(reading, token);
            } else if is_armed_group(reading, token) {
                let end = reading.sentence(token).1;
                if let Some(last) =
                    name_after(reading, token + 1, end).filter(|last| is_unknown(reading, token + 1, *last))
                {
                    coined.add_group(token + 1, last);
                }
            }
        }
        coined
    }

    /// Learns the short name in brackets at a token.
    fn learn_short_name(&mut self, reading: &Reading, bracket: usize) {
        let short = bracket + 1;
        let spelled = reading.article.tokens().get(short).is_some_and(|token| token.all_capitals);
        if !spelled || reading.word(short + 1) != ")" {
            return;
        }
        let last = bracket - 1;
        let start = reading.sentence(last).0;
        if let Some((.., who)) = self.names.iter().copied().find(|(_, end, _)| *end == last) {
            self.names.push((short, short, who));
            return;
        }
        let known = (start..=last).find_map(|first| {
            reading.matches(first).iter().find_map(|m| match m.sense {
                Sense::Actor(actor, Naming::Name) if m.last == last && last > first => {
                    // A state's short name may also say where.
                    let group = reading.pack.actors[usize::from(actor)].kind != ActorKind::State;
                    group.then_some(Who::Known(actor))
                }
                _ => None,
            })
        });
        if let Some(who) = known {
            self.names.push((short, short, who));
            return;
        }
        let joint = |token: usize| is_one_of(reading.word(token), "of for and -");
        let mut first = last;
        while first > start && (reading.is_capital(first - 1) || joint(first - 1)) {
            first -= 1;
        }
        while first < last && !reading.is_capital(first) {
            first += 1;
        }
        let initials = (first..=last).filter(|token| reading.is_capital(*token)).count();
        if initials >= 2
            && (first..=last).any(|token| is_armed_name(reading.word(token)))
            && let Some(who) = self.add_group(first, last)
        {
            self.names.push((short, short, who));
        }
    }

    fn add_group(&mut self, first: usize, last: usize) -> Option<Who> {
        if self.groups == Who::COINED {
            return None;
        }
        let who = Who::Coined(self.groups);
        self.groups += 1;
        self.names.push((first, last, who));
        Some(who)
    }

    /// The phrase that begins at `token` with one of the names.
    pub fn at(&self, reading: &Reading, token: usize) -> Option<ActorPhrase> {
        if self.names.is_empty() || !reading.is_capital(token) {
            return None;
        }
        let same =
            |first: usize, last: usize| (0..=last - first).all(|i| reading.word(token + i) == reading.word(first + i));
        let &(first, last, who) = self.names.iter().find(|(first, last, _)| same(*first, *last))?;
        let mut phrase = ActorPhrase {
            first: token,
            last: token + last - first,
            who,
            role: Role::ArmedGroup,
            part: Part::Bystander,
            armed: true,
        };
        extent::extend(reading, &mut phrase);
        Some(phrase)
    }
}

/// Whether a name of which the pack knows nothing stands there.
fn is_unknown(reading: &Reading, first: usize, last: usize) -> bool {
    (first..=last).all(|token| reading.matches(token).iter().all(|m| matches!(m.sense, Sense::Word(..))))
}

/// Whether the token ends a common noun for an armed group: "rebel group".
fn is_armed_group(reading: &Reading, token: usize) -> bool {
    is_one_of(reading.word(token), "group faction militia gang")
        && (is_one_of(reading.word(token), "militia gang")
            || is_one_of(
                reading.word(token - 1),
                "militant armed rebel insurgent separatist jihadist guerrilla extremist",
            ))
}

/// Whether the word stands in names of armed groups.
fn is_armed_name(word: &str) -> bool {
    is_one_of(word, "front army brigade brigades liberation resistance mujahideen militia cartel")
}
