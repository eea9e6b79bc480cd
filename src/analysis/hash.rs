//! The hash of words: nothing else is kept of those that the lexicon knows.

use std::hash::Hasher;

use super::bytes;

/// The hash of words: short, fast on short words, and the same everywhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordHasher(u64);

/// The hash of a word.
pub fn hash(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

impl WordHasher {
    /// The hash of what was taken up.
    pub fn finished(self) -> u64 {
        self.0
    }

    /// Takes up eight bytes, little-endian; fewer at the end are filled up with zeros.
    pub fn chunk(&mut self, bytes: u64) {
        /// An odd number without a pattern: 2⁶⁴ divided by the golden ratio.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = (self.0 ^ bytes).wrapping_mul(SPREAD);
        self.0 = mixed ^ mixed >> 32;
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.finished()
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            self.chunk(bytes::eight(rest));
            rest = rest.get(8..).unwrap_or_default();
        }
    }
}
