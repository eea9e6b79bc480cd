//! Caveat reads news about armed conflict and marks its sides, its places and
//! the statements that rest on somebody's word alone.
//!
//! [`analysis`] is the engine: pure, total and deterministic, the same natively
//! and in every browser. [`map`] draws where places lie. `wire` is the engine's JSON
//! form (feature `wire`). `shards` embeds the settlements of all countries (feature
//! `shards`). `web` puts it into a page (feature `web`).

pub mod analysis;
pub mod map;
mod order;
#[cfg(feature = "shards")]
pub mod shards;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "wire")]
pub mod wire;
