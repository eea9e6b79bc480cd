//! Names and words to look for, found in one pass over the tokens.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Article;
use super::token::{self, TokenKind};
use crate::order;

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
    /// "is", "been": with a participle, it makes a passive.
    Be = "be",
    /// "claims", "report": a verb only after a subject that can bear one.
    SayOrNoun = "say-or-noun",
    /// "statement", "Telegram", "reporters": where or to whom something is said.
    Medium = "medium",
    /// "sources", "residents": nobody who could be asked, even where a side is named with it.
    Anonymous = "anonymous",
    /// "the group": means the armed group that was named before.
    Group = "group",
    /// "al", "bin": a small word inside a person's name.
    Particle = "particle",
    /// "Mr".
    Honorific = "honorific",
    /// "appears".
    Seem = "seem",
    /// "coast", "border", after a possessive: what belongs to a land and not to a state.
    LandNoun = "land-noun",
    /// A feature word for water.
    Water = "water",
    /// A feature word for a region.
    Region = "region",
    /// A feature word for a settlement.
    Town = "town",
    /// A feature word for a part of a settlement.
    Quarter = "quarter",
    /// A feature word for a piece of land.
    Land = "land",
    /// "mayor", "local authorities": speaks for whoever governs the place.
    LocalOffice = "local-office",
    /// "urged", "sent": what only somebody does, so that its subject acts.
    Deed = "deed",
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

/// A word's number in the lexicon's vocabulary.
pub type WordId = u32;

/// Texts with a number each.
pub type Numbers = HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>;

/// A phrase to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Phrase {
    /// Where its words after the first begin in the lexicon's list of such.
    rest: u32,
    /// How many there are.
    length: u8,
    /// How it must be spelled.
    spelling: Spelling,
    /// What it may mean.
    sense: Sense,
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
    words: Numbers,
    /// In the order of their first words' numbers.
    phrases: Vec<Phrase>,
    /// The words of all phrases after the first.
    rest: Vec<WordId>,
    /// For each word, where the phrases that begin with it start; one more at the end.
    starts: Vec<u32>,
}

/// No word of the vocabulary.
const UNKNOWN: WordId = WordId::MAX;
/// A longer phrase is cut to so many words.
const LONGEST: usize = 32;

impl Lexicon {
    /// Makes the lexicon from phrases as they are written.
    pub fn new<'a>(phrases: impl Iterator<Item = (&'a str, Spelling, Sense)>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        let mut found: Vec<(WordId, Phrase)> = Vec::new();
        let mut lower = String::new();
        for (text, spelling, sense) in phrases {
            lower.clear();
            let tokens = token::find(text, &mut lower);
            let from = lexicon.rest.len();
            let mut words = tokens.iter().take(LONGEST).map(|t| &lower[t.lower.0 as usize..t.lower.1 as usize]);
            let Some(first) = words.next() else { continue };
            let first = lexicon.number(first);
            for word in words {
                let word = lexicon.number(word);
                lexicon.rest.push(word);
            }
            let length = (lexicon.rest.len() - from) as u8;
            found.push((first, Phrase { rest: from as u32, length, spelling, sense }));
        }
        // At one word the longer phrases come first, as they are wanted.
        order::sort_by_key(&mut found, |(first, phrase)| u64::from(*first) << 8 | u64::from(u8::MAX - phrase.length));
        lexicon.starts = vec![0; lexicon.words.len() + 1];
        for (first, phrase) in found {
            lexicon.starts[first as usize + 1] += 1;
            lexicon.phrases.push(phrase);
        }
        for index in 1..lexicon.starts.len() {
            lexicon.starts[index] += lexicon.starts[index - 1];
        }
        lexicon
    }

    /// The word's number; a new one for a new word.
    fn number(&mut self, word: &str) -> WordId {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let number = self.words.len() as WordId;
        self.words.insert(word.into(), number);
        number
    }

    /// Finds every phrase at every token, in order; longer ones first at one token.
    pub fn find(&self, article: &Article) -> Vec<Match> {
        let tokens = article.tokens();
        let ids: Vec<WordId> =
            (0..tokens.len()).map(|t| self.words.get(article.word(t)).copied().unwrap_or(UNKNOWN)).collect();
        let mut found = Vec::new();
        for (first, &id) in ids.iter().enumerate() {
            if id == UNKNOWN {
                continue;
            }
            let range = self.starts[id as usize] as usize..self.starts[id as usize + 1] as usize;
            for phrase in &self.phrases[range] {
                let rest = &self.rest[phrase.rest as usize..][..usize::from(phrase.length)];
                if !ids[first + 1..].starts_with(rest) {
                    continue;
                }
                let last = first + rest.len();
                let spelled = match phrase.spelling {
                    Spelling::Any => true,
                    Spelling::Capital => tokens[first..=last].iter().any(|t| t.capital),
                    Spelling::Capitals => {
                        tokens[first..=last].iter().all(|t| t.kind != TokenKind::Word || t.all_capitals)
                    }
                };
                if spelled {
                    found.push(Match { first, last, sense: phrase.sense });
                }
            }
        }
        found
    }
}

/// The FNV-1a hash: short, fast on short words, and the same everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

/// The hash of a word.
pub fn hash(word: &str) -> u64 {
    let mut hasher = Fnv::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

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
