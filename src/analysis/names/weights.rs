//! The tagger's weights: a row of small whole numbers for each feature that counts.
//!
//! Everything is whole numbers, so that every machine decides alike.

use super::label::Label;

/// How many bits of a feature's hash find its row. More make the file larger, fewer let
/// features share a row that have nothing in common.
pub const BITS: u32 = 18;

/// A learned linear model over hashed features.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// The hashes of the features that have a row, rising.
    rows: Vec<u32>,
    /// For each row, the weights of all labels.
    values: Vec<[i8; Label::COUNT]>,
}

impl Weights {
    /// Takes rows in the order of their hashes.
    pub fn new(rows: Vec<u32>, values: Vec<[i8; Label::COUNT]>) -> Weights {
        debug_assert!(rows.len() == values.len() && rows.is_sorted());
        Weights { rows, values }
    }

    /// Adds up the weights of all labels over the features.
    pub fn scores(&self, features: &[u32]) -> [i32; Label::COUNT] {
        let mut scores = [0; Label::COUNT];
        for feature in features {
            if let Ok(row) = self.rows.binary_search(feature) {
                for (score, value) in scores.iter_mut().zip(self.values[row]) {
                    *score += i32::from(value);
                }
            }
        }
        scores
    }

    /// The file: how many rows, the steps from hash to hash in LEB128, and the weights,
    /// label by label, since that is packed the smallest.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, self.rows.len() as u32);
        let mut before = 0;
        for row in &self.rows {
            put(&mut bytes, row - before);
            before = *row;
        }
        for label in 0..Label::COUNT {
            bytes.extend(self.values.iter().map(|values| values[label] as u8));
        }
        bytes
    }

    /// Reads what [`Weights::to_bytes`] wrote; a shorter file gives fewer rows.
    pub fn from_bytes(mut bytes: &[u8]) -> Weights {
        let count = take(&mut bytes).unwrap_or(0) as usize;
        let mut rows: Vec<u32> = Vec::new();
        for _ in 0..count {
            let Some(step) = take(&mut bytes) else { break };
            rows.push(rows.last().copied().unwrap_or(0).wrapping_add(step));
        }
        let mut values = vec![[0; Label::COUNT]; rows.len()];
        if let Some(length) = std::num::NonZero::new(rows.len()) {
            for (label, plane) in bytes.chunks_exact(length.get()).take(Label::COUNT).enumerate() {
                for (row, value) in values.iter_mut().zip(plane) {
                    row[label] = *value as i8;
                }
            }
        }
        Weights { rows, values }
    }
}

/// Appends a number in LEB128.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number in LEB128 off the front.
fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_were_written_and_a_cut_file_does_no_harm() {
        let weights =
            Weights::new(vec![3, 700, 100_000], vec![[1; Label::COUNT], [-7; Label::COUNT], [127; Label::COUNT]]);
        let bytes = weights.to_bytes();
        assert_eq!(Weights::from_bytes(&bytes), weights);
        assert_eq!(weights.scores(&[3, 5, 700])[0], -6);
        for length in 0..bytes.len() {
            Weights::from_bytes(&bytes[..length]).scores(&[3]);
        }
    }
}
