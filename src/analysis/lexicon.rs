//! Names and words to look for, found in one pass over the tokens.

#[cfg(feature = "additions")]
mod put;

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Article;
use super::fold::hash_folded;
use super::hash::WordHasher;
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
    /// Who speaks for himself, and not for his country: "blogger", "former".
    Outsider = "outsider",
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
    Place(u32),
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

/// Texts with a number each.
pub type Numbers = HashMap<Box<str>, u32, BuildHasherDefault<WordHasher>>;

/// A phrase to look for.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    /// The lower half of its key; the upper half stands in its slot.
    low: u32,
    /// The next phrase with the same key, no longer than this; [`NONE`] for none.
    next: u32,
    /// Where the hashes of its words after the second begin in the lexicon's list.
    rest: u32,
    /// How many there are.
    length: u8,
    /// How it must be spelled.
    spelling: Spelling,
    /// What it may mean.
    sense: Sense,
}

/// Where the phrases of a key are found.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// The upper half of the key.
    high: u32,
    /// The first of its phrases, or [`NONE`].
    phrase: u32,
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

/// All phrases, by their keys: the hash of the only word, or of the first two, since
/// many names begin with the same word.
///
/// Words are known by their hashes alone and no text is kept: 64 bits for a key, 32
/// for each further word. That different words agree in all of them happens to no
/// reader.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// A table with open addressing; its size is a power of two.
    slots: Vec<Slot>,
    /// How many slots are taken.
    keys: usize,
    phrases: Vec<Phrase>,
    /// The hashes of all phrases' words after the second.
    rest: Vec<u32>,
}

/// A word of an article, to be found in phrases.
#[derive(Clone, Copy)]
struct Word {
    token: u32,
    hash: u64,
}

/// No phrase.
const NONE: u32 = u32::MAX;

impl Lexicon {
    /// Makes room for so many more phrases at once.
    pub fn reserve(&mut self, phrases: usize) {
        self.phrases.reserve(phrases);
        self.rest.reserve(phrases / 2);
        self.grow(self.keys + phrases);
    }

    /// Adds a phrase by the hashes of its words. Of phrases with the same words, those
    /// that were added first are found first.
    pub fn add(&mut self, words: &[u64], spelling: Spelling, sense: Sense) {
        let (key, others) = match words {
            [] => return,
            [only] => (*only, &[][..]),
            [first, second, others @ ..] => (pair(*first, *second), others),
        };
        let rest = self.rest.len();
        self.rest.extend(others.iter().map(|word| *word as u32));
        let length = (words.len() - 1) as u8;
        self.grow(self.keys + 1);
        let (slot, phrase) = (self.slot(key), self.phrases.len() as u32);
        // The longer phrases come first, as they are wanted.
        let mut before = NONE;
        let mut next = self.slots[slot].phrase;
        while next != NONE && self.phrases[next as usize].length >= length {
            before = next;
            next = self.phrases[next as usize].next;
        }
        self.phrases.push(Phrase { low: key as u32, next, rest: rest as u32, length, spelling, sense });
        if before != NONE {
            self.phrases[before as usize].next = phrase;
            return;
        }
        self.keys += usize::from(next == NONE);
        self.slots[slot] = Slot { high: (key >> 32) as u32, phrase };
    }

    /// The key's slot, or the free one that it may have.
    fn slot(&self, key: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut at = key as usize & last;
        loop {
            let slot = self.slots[at];
            let taken = slot.phrase != NONE;
            if !taken || (slot.high == (key >> 32) as u32 && self.phrases[slot.phrase as usize].low == key as u32) {
                return at;
            }
            at = (at + 1) & last;
        }
    }

    /// Keeps a quarter of the slots free.
    fn grow(&mut self, keys: usize) {
        if keys * 4 <= self.slots.len() * 3 {
            return;
        }
        let empty = Slot { high: 0, phrase: NONE };
        let slots = std::mem::replace(&mut self.slots, vec![empty; (keys * 4 / 3 + 1).next_power_of_two()]);
        for slot in slots.into_iter().filter(|slot| slot.phrase != NONE) {
            let low = self.phrases[slot.phrase as usize].low;
            let at = self.slot(u64::from(slot.high) << 32 | u64::from(low));
            self.slots[at] = slot;
        }
    }

    /// Finds every phrase at every token, in order; longer ones first at one token.
    pub fn find(&self, article: &Article) -> Vec<Match> {
        let mut found = Vec::new();
        if self.slots.is_empty() {
            return found;
        }
        let words: Vec<Word> = (0..article.tokens().len())
            .filter(|token| !is_joint(article, *token))
            .map(|token| Word { token: token as u32, hash: hash_folded(article.word(token)) })
            .collect();
        for (at, word) in words.iter().enumerate() {
            if let Some(second) = words.get(at + 1) {
                self.find_at(pair(word.hash, second.hash), &words[at..], article, &mut found);
            }
            self.find_at(word.hash, &words[at..], article, &mut found);
        }
        found
    }

    /// Adds the phrases of a key at the first of `words`.
    fn find_at(&self, key: u64, words: &[Word], article: &Article, found: &mut Vec<Match>) {
        let mut next = self.slots[self.slot(key)].phrase;
        while let Some(phrase) = self.phrases.get(next as usize) {
            next = phrase.next;
            let length = usize::from(phrase.length);
            let others = words.get(2..=length).unwrap_or_default();
            let rest = &self.rest[phrase.rest as usize..][..length.saturating_sub(1)];
            let [Some(first), Some(last)] = [words.first(), words.get(length)] else { continue };
            if others.len() != rest.len() || !rest.iter().zip(others).all(|(rest, word)| *rest == word.hash as u32) {
                continue;
            }
            let (first, last) = (first.token as usize, last.token as usize);
            let tokens = &article.tokens()[first..=last];
            let spelled = match phrase.spelling {
                Spelling::Any => true,
                Spelling::Capital => tokens.iter().any(|t| t.capital),
                Spelling::Capitals => tokens.iter().all(|t| t.kind != TokenKind::Word || t.all_capitals),
            };
            if spelled {
                found.push(Match { first, last, sense: phrase.sense });
            }
        }
    }

    /// How many bytes it takes in memory.
    pub fn memory(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>()
            + self.phrases.capacity() * size_of::<Phrase>()
            + self.rest.capacity() * size_of::<u32>()
    }
}

/// Whether the token is a hyphen inside a name, which as many write as leave out.
fn is_joint(article: &Article, token: usize) -> bool {
    let spaced = |token: usize| article.tokens().get(token).is_none_or(|t| t.spaced);
    article.word(token) == "-" && !spaced(token) && !spaced(token + 1)
}

/// The key of two words.
fn pair(first: u64, second: u64) -> u64 {
    /// Keeps "a b" and "b a" apart.
    const TURN: u32 = 23;
    first.rotate_left(TURN) ^ second
}
