//! The learned weights, one for each trait's hash.

/// The weights have two to this power of places; traits that fall on one place share it.
pub const BITS: u32 = 17;

/// Made by `cargo xtask train`; see `data/models/README.md`.
static LEARNED: &[u8] = include_bytes!("../../../data/models/attributions.weights");

/// A weight for each place.
pub struct Weights(Vec<i32>);

impl Weights {
    /// The weights that come with the engine.
    pub fn learned() -> Weights {
        let mut weights: Vec<i32> = LEARNED.iter().map(|weight| i32::from(*weight as i8)).collect();
        weights.resize(1 << BITS, 0);
        Weights(weights)
    }

    /// Weights of the same number from elsewhere.
    #[cfg(feature = "training")]
    pub fn new(mut weights: Vec<i32>) -> Weights {
        weights.resize(1 << BITS, 0);
        Weights(weights)
    }

    /// The sum of the weights of traits.
    pub fn sum(&self, traits: &[u32]) -> i32 {
        traits.iter().map(|place| self.0[*place as usize]).sum()
    }

    /// Changes the weights of traits.
    #[cfg(feature = "training")]
    pub fn add(&mut self, traits: &[u32], by: i32) {
        for place in traits {
            self.0[*place as usize] += by;
        }
    }

    /// The weights themselves.
    #[cfg(feature = "training")]
    pub fn places(&self) -> &[i32] {
        &self.0
    }
}

/// Collects the traits of one candidate as places.
pub struct Traits {
    family: u32,
    pub places: Vec<u32>,
}

impl Traits {
    /// Traits of one decision; those of others fall on other places.
    pub fn of(decision: u32) -> Traits {
        /// No decision has more traits.
        const MOST: u32 = 100;
        Traits { family: decision * MOST, places: Vec::with_capacity(40) }
    }

    /// Adds the next trait, which is told by two values.
    pub fn add(&mut self, one: u32, other: u32) {
        self.family += 1;
        let mut mixed = self.family.wrapping_mul(0x9e37_79b1) ^ one.wrapping_mul(0x85eb_ca6b);
        mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2c1b_3c6d) ^ other.wrapping_mul(0xc2b2_ae35);
        mixed = (mixed ^ mixed >> 13).wrapping_mul(0x297a_2d39);
        self.places.push((mixed ^ mixed >> 16) >> (u32::BITS - BITS));
    }
}
