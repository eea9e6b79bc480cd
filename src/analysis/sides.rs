//! The parties to the conflict and every mention of them.

use super::Span;

/// A side's position in [`Analysis::sides`](super::Analysis::sides).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideId(pub u16);

/// Whom a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// One side.
    One(SideId),
    /// More than one at once: "both sides", "the warring parties".
    All,
}

/// As what a mention names its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The state or group as such.
    State,
    /// A government, ministry or other institution.
    Government,
    /// Armed forces, units and materiel of a state.
    Military,
    /// A non-state armed group or its fighters.
    ArmedGroup,
    /// A person who speaks or acts for the side.
    Official,
    /// Those who fight or govern for a side that is not their own state.
    Proxy,
    /// A seat of government that stands for the government.
    Metonym,
    /// Several sides at once.
    Collective,
}

impl Role {
    /// The role's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Role::State => "state",
            Role::Government => "government",
            Role::Military => "military",
            Role::ArmedGroup => "armed-group",
            Role::Official => "official",
            Role::Proxy => "proxy",
            Role::Metonym => "metonym",
            Role::Collective => "collective",
        }
    }
}

/// Why a party counts as a side here. Displayed as a phrase in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The words that show it fighting, attacking or being attacked.
    HostileAct(Span),
    /// A conflict that the pack knows, by its name, with another side of it in
    /// this article.
    KnownConflict(String),
}

/// A party to the conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// A stable id in lower case: "russia".
    pub id: String,
    /// The name to show.
    pub name: String,
    /// The names by which this article calls it, the most frequent first.
    pub names: Vec<String>,
    /// Why it counts as a party here, the strongest first.
    pub evidence: Vec<Evidence>,
}

/// A noun phrase that names a side or an acting part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The smallest whole noun phrase, without a leading article.
    pub span: Span,
    /// Whom it names.
    pub party: Party,
    /// As what it names it.
    pub role: Role,
    /// How sure this is, in percent.
    pub confidence: u8,
}
