//! Loaded knowledge: actors, conflicts, places and cue words.

use std::fmt;

/// Knowledge compiled from the rows in `data/` by `cargo xtask pack`.
#[derive(Clone, Debug)]
pub struct Pack {}

/// Why bytes are no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// The first bytes are not a pack's.
    NotAPack,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::NotAPack => f.write_str(
                "found bytes that do not begin with \"CVT1\", wanted a knowledge pack; serve the file `core.pack` of the same build",
            ),
        }
    }
}

impl std::error::Error for PackError {}

impl Pack {
    /// Reads a pack that `cargo xtask pack` wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, PackError> {
        if bytes.starts_with(b"CVT1") { Ok(Pack {}) } else { Err(PackError::NotAPack) }
    }

    /// The core pack, embedded in the program: for native programs and for Rust
    /// front ends. The script for web pages fetches it instead.
    pub fn core() -> Pack {
        Pack {}
    }
}
