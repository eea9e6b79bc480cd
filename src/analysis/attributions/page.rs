//! An article as the decisions see it: for each token its word, its stem and its kind.

use crate::analysis::hash;
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;

/// What a token is, as far as closed classes, endings and capitals tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    None,
    Comma,
    QuoteMark,
    Colon,
    Stop,
    Dash,
    Mark,
    Number,
    Possessive,
    Pronoun,
    Determiner,
    Be,
    Auxiliary,
    Negation,
    That,
    To,
    Preposition,
    Coordinator,
    Clause,
    Time,
    Name,
    Title,
    Adverb,
    PastForm,
    IngForm,
    SForm,
    Other,
}

/// The article with what is known of each token.
pub struct Page<'a> {
    pub reading: &'a Reading<'a>,
    words: Vec<u32>,
    stems: Vec<u32>,
    kinds: Vec<Kind>,
}

impl<'a> Page<'a> {
    pub fn new(reading: &'a Reading<'a>) -> Page<'a> {
        let tokens = 0..reading.len();
        Page {
            reading,
            words: tokens.clone().map(|t| hash::hash(reading.word(t)) as u32).collect(),
            stems: tokens.clone().map(|t| hash::hash(stem(reading.word(t))) as u32).collect(),
            kinds: tokens.map(|t| kind(reading, t)).collect(),
        }
    }

    /// The first token of a sentence and the one after its last.
    pub fn sentence(&self, sentence: usize) -> (usize, usize) {
        let sentence = self.reading.article.sentences()[sentence];
        (sentence.first, sentence.end)
    }

    /// A token's word as a number; zero past the end.
    pub fn word(&self, token: usize) -> u32 {
        self.words.get(token).copied().unwrap_or_default()
    }

    /// A token's stem as a number: the same for "claim" and "claimed".
    pub fn stem(&self, token: usize) -> u32 {
        self.stems.get(token).copied().unwrap_or_default()
    }

    /// A token's kind.
    pub fn kind(&self, token: usize) -> Kind {
        self.kinds.get(token).copied().unwrap_or(Kind::None)
    }

    /// What sort of word the pack says it is, as far as that matters here.
    pub fn class(&self, token: usize) -> u32 {
        let classes = [
            Class::Say,
            Class::SayWeakly,
            Class::Deny,
            Class::Promise,
            Class::Accuse,
            Class::Label,
            Class::Deed,
            Class::ActVerb,
            Class::Seem,
            Class::HedgeAdverb,
            Class::Unnamed,
            Class::Title,
            Class::Institution,
            Class::Organization,
            Class::Medium,
            Class::Expert,
        ];
        let found = classes.iter().position(|class| self.reading.is(token, *class)).map_or(0, |at| at as u32 + 1);
        found * 2 + u32::from(self.reading.is_capital(token))
    }

    /// The quotation that begins at a token: its last token.
    pub fn quotation_from(&self, token: usize) -> Option<usize> {
        let (first, last) = self.quotation(token)?;
        (first == token).then_some(last)
    }

    /// The quotation that ends at a token: its first token.
    pub fn quotation_to(&self, token: usize) -> Option<usize> {
        let (first, last) = self.quotation(token)?;
        (last == token).then_some(first)
    }

    /// The quotation that holds a token.
    pub fn quotation(&self, token: usize) -> Option<(usize, usize)> {
        Some(self.reading.article.quotations()[self.reading.quotation(token)?].tokens)
    }
}

/// A word without the endings of English verbs and nouns.
fn stem(word: &str) -> &str {
    /// What is left of a word has so many letters at least.
    const SHORTEST: usize = 3;
    for ending in ["ing", "ied", "ies", "ed", "es", "s", "e", "y"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST) {
            return stem.strip_suffix('e').filter(|stem| stem.len() >= SHORTEST).unwrap_or(stem);
        }
    }
    word
}

fn kind(reading: &Reading, token: usize) -> Kind {
    let word = reading.word(token);
    if reading.is_possessive(token) {
        return Kind::Possessive;
    }
    if reading.is_mark(token) {
        return match word {
            "," => Kind::Comma,
            "“" | "”" | "\"" | "'" | "‘" | "’" | "«" | "»" => Kind::QuoteMark,
            ":" => Kind::Colon,
            "." | "!" | "?" | "…" => Kind::Stop,
            "—" | "–" | "-" | "―" => Kind::Dash,
            _ => Kind::Mark,
        };
    }
    if reading.is_number(token) {
        return Kind::Number;
    }
    match word {
        "that" => return Kind::That,
        "to" => return Kind::To,
        _ => {}
    }
    let known = [
        (Class::Pronoun, Kind::Pronoun),
        (Class::Negation, Kind::Negation),
        (Class::Be, Kind::Be),
        (Class::Auxiliary, Kind::Auxiliary),
        (Class::Determiner, Kind::Determiner),
        (Class::Preposition, Kind::Preposition),
        (Class::Locative, Kind::Preposition),
        (Class::Coordinator, Kind::Coordinator),
        (Class::Clause, Kind::Clause),
        (Class::Time, Kind::Time),
        (Class::Adverb, Kind::Adverb),
    ];
    if let Some((_, kind)) = known.into_iter().find(|(class, _)| reading.is(token, *class)) {
        return kind;
    }
    if reading.is_adverb(token) {
        Kind::Adverb
    } else if reading.is_any(token, &[Class::Title, Class::Honorific]) {
        Kind::Title
    } else if reading.is_capital(token) {
        Kind::Name
    } else if word.ends_with("ed") {
        Kind::PastForm
    } else if word.ends_with("ing") {
        Kind::IngForm
    } else if word.ends_with('s') && !word.ends_with("ss") {
        Kind::SForm
    } else {
        Kind::Other
    }
}
