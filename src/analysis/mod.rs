//! The engine: text in, findings out.
//!
//! `Article → analyze → Analysis`, with a [`Pack`] of knowledge beside it.
//! Nothing here knows a browser, a clock, a file or a random number, and nothing
//! fails: odd text gives fewer findings.

mod actors;
mod acts;
mod article;
mod attributions;
pub(crate) mod bytes;
mod countries;
#[cfg(test)]
mod drawn;
mod fold;
mod hash;
mod letter;
mod lexicon;
mod name;
#[cfg(feature = "names")]
pub mod names;
mod pack;
mod parties;
mod places;
mod quotation;
mod reading;
mod sentence;
mod sides;
mod span;
mod statements;
mod token;
mod usage;
mod word;

use reading::Reading;

pub use actors::{Description, describe};
pub use article::Article;
#[cfg(feature = "training")]
pub use attributions::Learner;
pub use attributions::{Attribution, attributions};
pub use lexicon::{Class, Naming};
#[cfg(feature = "names")]
pub use names::{Name, NameSort, names};
pub use pack::{ActorKind, KnownPlace, MAGIC, Pack, PackError, digest, is_spelling_of, slug, without_area_word};
#[cfg(feature = "additions")]
pub use pack::{Additions, Entry, Fault, Understood};
pub use places::{Decision, Place, PlaceKind, Status};
pub use sides::{Evidence, Mention, Party, Role, Side, SideId};
pub use span::Span;
pub use statements::{Kind, Reason, Statement};

/// All findings in one article. Every span lies in [`Article::text`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The parties to the conflict, the most mentioned first. Empty where the
    /// article reports none.
    pub sides: Vec<Side>,
    /// Every mention of a side, in the order of the text, never overlapping.
    pub mentions: Vec<Mention>,
    /// Every toponym that says where, in the order of the text, never overlapping.
    pub places: Vec<Place>,
    /// Every attributed, hedged, withheld or disclaimed statement, in the order
    /// of the first part of its content.
    pub statements: Vec<Statement>,
    /// The shards with the settlements of the countries that the article is about, by
    /// their ids, whether or not the pack has them. [`Pack::with_shard`] adds one; then
    /// the article is worth reading again.
    pub shards: Vec<String>,
}

/// The shards that an article calls for, as [`Analysis::shards`] would name them, without
/// reading all of it.
pub fn shards_for(article: &Article, pack: &Pack) -> Vec<String> {
    countries::shards(pack, &pack.lexicon.find(article)).iter().map(|shard| pack.shard_id(*shard).to_string()).collect()
}

/// Reads the whole article. Never fails: odd text gives fewer findings.
pub fn analyze(article: &Article, pack: &Pack) -> Analysis {
    let reading = Reading::new(article, pack);
    let phrases = actors::find(&reading);
    let places = places::find(&reading, &phrases);
    let sides = sides::find(&reading, &phrases, &places);
    let statements = statements::find(&reading, &phrases, &sides);
    Analysis { sides: sides.sides, mentions: sides.mentions, places, statements, shards: reading.shards() }
}
