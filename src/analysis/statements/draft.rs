//! A statement before it is decided whose word it is and of what kind.

use crate::analysis::Span;
use crate::analysis::reading::Reading;

/// A run of tokens, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
}

impl Tokens {
    /// Its range of the text.
    pub fn span(self, reading: &Reading) -> Span {
        reading.span(self.first, self.last)
    }
}

/// By what sort of words a statement is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// "said".
    Say,
    /// "showed that".
    SayWeakly,
    /// "denied".
    Deny,
    /// "vowed to".
    Promise,
    /// "accused … of".
    Accuse,
    /// "called it".
    Label,
    /// "reportedly".
    Hedge,
    /// "did not comment".
    Withhold,
    /// "could not be independently verified".
    Disclaim,
}

/// A statement in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// How it is passed on.
    pub manner: Manner,
    /// The cue.
    pub cue: Tokens,
    /// The source.
    pub source: Option<Tokens>,
    /// The content's parts, in order.
    pub content: Vec<Tokens>,
    /// Whether it opens a clause of its own, so that it ends the content before it.
    pub splits: bool,
    /// Where that content ends at the latest: the first token of this one.
    pub split_at: usize,
    /// Whether the source is that of an earlier verb in the sentence.
    pub inherited: bool,
}

impl Draft {
    /// A draft with one content.
    pub fn new(manner: Manner, cue: Tokens, source: Option<Tokens>, content: Tokens) -> Draft {
        let split_at = source.map_or(cue.first, |s| s.first.min(cue.first));
        Draft { manner, cue, source, content: vec![content], splits: false, split_at, inherited: false }
    }
}
