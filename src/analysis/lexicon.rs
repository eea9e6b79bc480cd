//! Names and words to look for, found in one pass over the tokens.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Article;
use super::token::TokenKind;

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a common word or phrase does in a sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $variant,)* }

        impl Class {
            /// All classes, in the order of their codes in a pack.
            pub const ALL: &'static [Class] = &[$(Class::$variant,)*];

            /// The class's name in the rows.
            pub fn name(self) -> &'static str {
                match self { $(Class::$variant => $name,)* }
            }
        }
    };
}

classes! {
    /// "the", "its", "several": opens a noun phrase.
    Determiner = "determiner",
    /// "he", "they".
    Pronoun = "pronoun",
    /// "has", "will", "didn't".
    Auxiliary = "auxiliary",
    /// "will", "plans to": what follows has not happened.
    Future = "future",
    /// "not", "never", "no".
    Negation = "negation",
    /// "of", "with", "during".
    Preposition = "preposition",
    /// A preposition that says where: "in", "near".
    Locative = "locative",
    /// "and", "or".
    Coordinator = "coordinator",
    /// "but", "while", "after", "which": opens a clause.
    Clause = "clause",
    /// An adverb that does not end in "-ly": "also", "earlier".
    Adverb = "adverb",
    /// "Monday", "last week".
    Time = "time",
    /// "north", "eastern".
    Compass = "compass",
    /// "said", with a clause or quotation as its content.
    Say = "say",
    /// A word of saying that lends itself to names and nouns ("reports"): a cue
    /// only before "that" or beside a quotation.
    SayWeakly = "say-weakly",
    /// "denied".
    Deny = "deny",
    /// "promised", "threatened".
    Promise = "promise",
    /// "accused", "blamed".
    Accuse = "accuse",
    /// "called", "described": the content is a label.
    Label = "label",
    /// "according to".
    According = "according",
    /// "claims that": a noun that holds a content.
    CueNoun = "cue-noun",
    /// "reportedly".
    HedgeAdverb = "hedge-adverb",
    /// "is believed to", "appears to".
    HedgeVerb = "hedge-verb",
    /// "reports of".
    HedgeNoun = "hedge-noun",
    /// "undisclosed", "did not comment".
    Withheld = "withheld",
    /// "verify", "confirmed": negated, it makes a disclaimer.
    Verify = "verify",
    /// "could not", "unable to": negates what comes within a few words.
    Unable = "unable",
    /// "independently".
    Independently = "independently",
    /// A word of blame, motive or label: "propaganda", "retaliation".
    Opinion = "opinion",
    /// "troops", "navy", "brigade".
    Force = "force",
    /// "ministry", "authorities".
    Institution = "institution",
    /// "president", "spokesman".
    Title = "title",
    /// "invasion", "air strike".
    ActNoun = "act-noun",
    /// "attacked", "shelled".
    ActVerb = "act-verb",
    /// A word that only war is full of.
    War = "war",
    /// "rebels": a side against a government, named by the article alone.
    Insurgent = "insurgent",
    /// "government forces", "the junta": a state's side in a civil war.
    Incumbent = "incumbent",
    /// "both sides".
    Collective = "collective",
    /// "backed", after a hyphen.
    Backed = "backed",
    /// "controlled", after a hyphen: says who holds a place.
    Held = "held",
    /// "river", after a name.
    FeatureAfter = "feature-after",
    /// "Mount", before a name.
    FeatureBefore = "feature-before",
    /// "town", in "the town of".
    Settlement = "settlement",
    /// "witnesses", "officials": a source that nobody can ask.
    Unnamed = "unnamed",
    /// "analyst", "director": a person with an office outside the conflict.
    Expert = "expert",
    /// "University", "Institute", "Observatory": part of an institution's name.
    Organization = "organization",
    /// "however", "meanwhile": opens a sentence and is no name.
    Opener = "opener",
}

/// As what a phrase names an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Its name: "Russia", "Hamas".
    Name,
    /// A demonym: "Russian".
    Adjective,
    /// Its people or fighters: "Russians", "Houthis".
    People,
    /// A seat of government: "Moscow", "Kremlin".
    Seat,
}

impl Naming {
    /// All, in the order of their codes in a pack.
    pub const ALL: [Naming; 4] = [Naming::Name, Naming::Adjective, Naming::People, Naming::Seat];
}

/// What a phrase may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// An actor of the pack, by its position.
    Actor(u16, Naming),
    /// A person of the pack, by its position: the full name, or the surname alone.
    Person(u16, bool),
    /// A toponym of the pack, by its position.
    Place(u16),
    /// A common word, with the position of the form in its row.
    Word(Class, u8),
}

/// How a phrase must be spelled to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// In any case.
    Any,
    /// With a capital at the start of its first capitalised word.
    Capital,
    /// In capitals throughout.
    Capitals,
}

impl Spelling {
    /// All, in the order of their codes in a pack.
    pub const ALL: [Spelling; 3] = [Spelling::Any, Spelling::Capital, Spelling::Capitals];
}

/// A word's number in the lexicon's vocabulary.
pub type WordId = u32;

/// A phrase to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words.
    pub words: Vec<WordId>,
    /// How it must be spelled.
    pub spelling: Spelling,
    /// What it may mean.
    pub sense: Sense,
}

/// A phrase found in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
    /// What it may mean.
    pub sense: Sense,
}

/// All phrases, by their first word.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    words: HashMap<Box<str>, WordId, BuildHasherDefault<Fnv>>,
    /// Sorted by their words.
    phrases: Vec<Phrase>,
    /// For each word, where the phrases that begin with it start; one more at the end.
    starts: Vec<u32>,
}

impl Lexicon {
    /// Makes the lexicon from the vocabulary, in the order of its numbers, and the
    /// phrases, sorted by their words. Every word of a phrase must be in the vocabulary.
    pub fn new(words: Vec<Box<str>>, phrases: Vec<Phrase>) -> Lexicon {
        let mut starts = vec![0; words.len() + 1];
        for phrase in &phrases {
            starts[phrase.words[0] as usize + 1] += 1;
        }
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let words = words.into_iter().zip(0..).collect();
        Lexicon { words, phrases, starts }
    }

    /// Finds every phrase at every token, in order; longer ones first at one token.
    pub fn find(&self, article: &Article) -> Vec<Match> {
        let tokens = article.tokens();
        let unknown = WordId::MAX;
        let ids: Vec<WordId> =
            (0..tokens.len()).map(|t| self.words.get(article.word(t)).copied().unwrap_or(unknown)).collect();
        let mut found = Vec::new();
        for (first, &id) in ids.iter().enumerate() {
            if id == unknown {
                continue;
            }
            let from = found.len();
            let range = self.starts[id as usize] as usize..self.starts[id as usize + 1] as usize;
            for phrase in &self.phrases[range] {
                let end = first + phrase.words.len();
                if end <= ids.len() && ids[first..end] == phrase.words[..] {
                    let spelled = match phrase.spelling {
                        Spelling::Any => true,
                        Spelling::Capital => tokens[first..end].iter().any(|t| t.capital),
                        Spelling::Capitals => tokens[first..end].iter().all(|t| t.kind != TokenKind::Word || t.all_capitals),
                    };
                    if spelled {
                        found.push(Match { first, last: end - 1, sense: phrase.sense });
                    }
                }
            }
            found[from..].sort_by_key(|m| std::cmp::Reverse(m.last));
        }
        found
    }
}

/// The FNV-1a hash: short, fast on short words, and the same everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
