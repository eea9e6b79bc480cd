//! Our names and actors in the types of the public corpora, and which actors count.
//! Why it is so is told in `data/models/README.md`.

use std::collections::BTreeSet;

use anyhow::Result;
use caveat::analysis::names::{NameSort, actor_phrases, referents, toponyms};
use caveat::analysis::{Article, Pack, names};
use caveat::shards;

use super::external::Mapped;
use crate::{project, rows};

/// TR-News: every word that comes from a place's name, at the point of the place.
pub fn places(article: &Article, pack: &mut Pack) -> Vec<Mapped> {
    shards::add(article, pack);
    toponyms(article, pack).iter().map(|name| Mapped::new(name.span, "toponym").at(name.point)).collect()
}

/// worldwide_ner: places, also where they act.
pub fn locations(article: &Article, pack: &mut Pack) -> Vec<Mapped> {
    shards::add(article, pack);
    let found = names(article, pack);
    found.iter().filter(|name| name.sort == NameSort::Place).map(|name| Mapped::new(name.span, "location")).collect()
}

/// re3d: whoever does something, by name or by noun, and demonyms.
pub fn entities(article: &Article, pack: &mut Pack) -> Vec<Mapped> {
    shards::add(article, pack);
    let sort = |sort| match sort {
        NameSort::Person => Some("Person"),
        NameSort::Organization => Some("Organisation"),
        NameSort::People => Some("Nationality"),
        _ => None,
    };
    referents(article, pack).iter().filter_map(|name| Some(Mapped::new(name.span, sort(name.sort)?))).collect()
}

/// cameo_actors: the phrases that name an actor, before it is decided who is a party.
pub fn actors(article: &Article, pack: &mut Pack) -> Vec<Mapped> {
    shards::add(article, pack);
    actor_phrases(article, pack).iter().map(|span| Mapped::new(*span, "actor")).collect()
}

/// What tells whether an actor of cameo_actors names a state, a government, a force or a
/// group.
pub struct Counted {
    /// In lower case.
    states: BTreeSet<String>,
    groups: BTreeSet<String>,
    /// In lower case.
    heads: BTreeSet<String>,
}

/// Where a state is a scene, one of these stands right before it.
const SCENES: [&str; 7] = ["in", "into", "at", "across", "near", "inside", "throughout"];
/// What may stand before an actor inside its label.
const BEFORE: [&str; 11] =
    ["in", "into", "at", "across", "near", "inside", "throughout", "to", "from", "on", "against"];
/// Where an actor's own words end.
const AFTER: [&str; 13] =
    ["in", "from", "at", "near", "on", "with", "who", "that", "which", "against", "to", "for", "by"];
/// Words without which the rest is the actor.
const LEADING: [&str; 9] = ["the", "a", "an", "some", "several", "many", "former", "neighboring", "neighbouring"];
/// Heads of government that are as often something else.
const DOUBTFUL: [&str; 9] =
    ["house", "director", "mission", "office", "bureau", "residence", "party", "parties", "coalition"];
/// A head has no more words than this.
const LONGEST_HEAD: usize = 3;

impl Counted {
    /// Reads the rows that the rule rests on.
    pub fn read() -> Result<Counted> {
        let data = project::root().join("data");
        let plain = |name: &str| name.split(" (").next().unwrap_or(name).to_string();
        let mut states = BTreeSet::new();
        let columns = ["id", "iso", "name", "aliases", "adjectives", "people", "seats"];
        for row in rows::read(&data, "actors/states.tsv", &columns)? {
            states.extend(
                [row.cell(2)].into_iter().chain(row.parts(3)).chain(row.parts(6)).map(|n| plain(n).to_lowercase()),
            );
        }
        let mut groups = BTreeSet::new();
        let columns = ["id", "name", "kind", "aliases", "members", "theatre", "affiliation"];
        for row in rows::read(&data, "actors/groups.tsv", &columns)? {
            if matches!(row.cell(2), "armed-group" | "authority" | "coalition" | "service") {
                groups.extend([row.cell(1)].into_iter().chain(row.parts(3)).map(plain).filter(|name| name.len() > 2));
            }
        }
        let mut heads = BTreeSet::new();
        for row in rows::read(&data, "actors/heads.tsv", &["role", "heads"])? {
            if matches!(row.cell(0), "military" | "armed-group" | "government" | "official") {
                heads.extend(row.parts(1).filter(|head| !DOUBTFUL.contains(head)).map(str::to_string));
            }
        }
        Ok(Counted { states, groups, heads })
    }

    /// Whether a label, with the word before it, names such an actor.
    pub fn counts(&self, before: &str, label: &str) -> bool {
        let label = label.replace("’ s", "'s").replace('’', "'");
        let mut words: Vec<&str> = label.split([',', '(']).next().unwrap_or_default().split_whitespace().collect();
        let mut before = before.to_lowercase();
        if let Some(first) =
            words.first().map(|word| word.to_lowercase()).filter(|word| BEFORE.contains(&word.as_str()))
        {
            before = first;
            words.remove(0);
        }
        if let Some(end) = words.iter().skip(1).position(|word| AFTER.contains(word)) {
            words.truncate(end + 1);
        }
        while words.first().is_some_and(|word| LEADING.contains(&word.to_lowercase().as_str())) {
            words.remove(0);
        }
        let phrase = words.join(" ");
        let phrase = phrase.trim_end_matches("'s").trim_end_matches('\'');
        if self.states.contains(&phrase.to_lowercase()) {
            return !SCENES.contains(&before.as_str());
        }
        self.groups.iter().any(|group| holds(phrase, group)) || self.is_headed(phrase)
    }

    /// Whether a head ends the words before "of", or names alone follow it.
    fn is_headed(&self, phrase: &str) -> bool {
        let words: Vec<&str> = phrase.split(" of ").next().unwrap_or_default().split(' ').collect();
        let named = |word: &&str| !word.starts_with(|c: char| c.is_lowercase());
        (0..words.len()).any(|from| {
            (from + 1..=words.len().min(from + LONGEST_HEAD)).any(|to| {
                self.heads.contains(&words[from..to].join(" ").to_lowercase()) && words[to..].iter().all(named)
            })
        })
    }
}

/// Whether a phrase holds a name as whole words.
fn holds(phrase: &str, name: &str) -> bool {
    phrase.match_indices(name).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(phrase[..at].chars().next_back()) && !letter(phrase[at + name.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_groups_and_heads_count_and_scenes_and_civilians_do_not() {
        let counted = Counted::read().expect("good rows");
        for (before, label) in [
            ("", "Sudan"),
            ("by", "the Rapid Support Forces"),
            ("with", "Kenyan President Amina Otieno"),
            ("", "rebel fighters in the north"),
            ("", "former Chad"),
            ("", "Iran’s"),
        ] {
            assert!(counted.counts(before, label), "{before} {label}");
        }
        for (before, label) in [("in", "Sudan"), ("", "farmers"), ("", "in Chad"), ("", "a company")] {
            assert!(!counted.counts(before, label), "{before} {label}");
        }
    }
}
