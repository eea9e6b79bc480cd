//! Statements: what rests on somebody's word.

use super::{SideId, Span};

/// What a statement is, after the annotation guidelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A side asserts or denies a fact.
    Claim,
    /// A side says what will happen or what it intends.
    Forecast,
    /// A side's blame, motive, label or opinion, which no record could settle.
    Judgement,
    /// The source cannot be identified.
    Unnamed,
    /// No source, only a hedge.
    Hearsay,
    /// The article says that something is not known or not given.
    Withheld,
    /// The article says that claims were not or could not be verified.
    Disclaimer,
    /// An outside source that the article names; not flagged.
    ThirdParty,
}

impl Kind {
    /// The kind's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Claim => "claim",
            Kind::Forecast => "forecast",
            Kind::Judgement => "judgement",
            Kind::Unnamed => "unnamed",
            Kind::Hearsay => "hearsay",
            Kind::Withheld => "withheld",
            Kind::Disclaimer => "disclaimer",
            Kind::ThirdParty => "third-party",
        }
    }

    /// Whether the reader should see it marked.
    pub fn flagged(self) -> bool {
        self != Kind::ThirdParty
    }
}

/// Why a statement cannot be checked from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It rests on the word of a party to the conflict.
    PartysWord,
    /// A party denies it.
    Denial,
    /// It is about what has not happened yet.
    Future,
    /// It blames, names a motive or labels, which no record could settle.
    Opinion,
    /// The source is not named.
    SourceUnnamed,
    /// There is no source, only a hedge.
    NoSource,
    /// The article says that this is not known or was not given.
    NotGiven,
    /// The article itself says that claims were not verified.
    Unverified,
    /// An outside source is named, so it can be asked.
    OutsideSource,
}

impl Reason {
    /// The reason's name in JSON, by which an interface finds its own words.
    pub fn name(self) -> &'static str {
        match self {
            Reason::PartysWord => "partys-word",
            Reason::Denial => "denial",
            Reason::Future => "future",
            Reason::Opinion => "opinion",
            Reason::SourceUnnamed => "source-unnamed",
            Reason::NoSource => "no-source",
            Reason::NotGiven => "not-given",
            Reason::Unverified => "unverified",
            Reason::OutsideSource => "outside-source",
        }
    }

    /// The reason as one plain sentence in English.
    pub fn words(self) -> &'static str {
        match self {
            Reason::PartysWord => "It rests on the word of a party to the conflict, and the article gives no other source for it.",
            Reason::Denial => "It is a party's denial, and the article gives nothing by which to check it.",
            Reason::Future => "It is about what has not happened yet.",
            Reason::Opinion => "It blames, names a motive or gives a label, which no record could settle.",
            Reason::SourceUnnamed => "The article does not say who the source is, so nobody can ask it.",
            Reason::NoSource => "The article hedges it and names no source.",
            Reason::NotGiven => "The article says that this is not known or was not given.",
            Reason::Unverified => "The article says that this was not or could not be verified.",
            Reason::OutsideSource => "It rests on a source outside the conflict that the article names.",
        }
    }
}

/// What somebody asserts and the reader cannot check from what the article gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it is.
    pub kind: Kind,
    /// The side whose word it is.
    pub side: Option<SideId>,
    /// The proposition without its attribution, in parts where that interrupts it.
    /// Never empty; in the order of the text.
    pub content: Vec<Span>,
    /// The noun phrase it is attributed to.
    pub source: Option<Span>,
    /// The words that show that it is attributed or unsure.
    pub cue: Option<Span>,
    /// Why it cannot be checked, the main reason first. Never empty.
    pub reasons: Vec<Reason>,
    /// The positions of the statements that disclaim this one.
    pub disclaimed_by: Vec<u32>,
    /// The positions of the statements that contradict this one.
    pub contradicted_by: Vec<u32>,
    /// The positions of the statements that confirm this one.
    pub confirmed_by: Vec<u32>,
    /// How sure this is, in percent.
    pub confidence: u8,
}
