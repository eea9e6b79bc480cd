//! Small maps: outlines of land, a frame around points, and the paths to draw.
//!
//! An [`Outline`] is read from a file that `cargo xtask pack` wrote. A [`Frame`] is
//! the part of the world that a picture shows. [`draw`] brings both together as
//! the data of SVG paths. Land is all of one kind: nothing here says whose it is,
//! and a line that is in dispute is kept apart from borders (`docs/maps.md`).
//!
//! Everything is plain arithmetic and square roots, which all machines do alike;
//! there is no sine but [`distance`]'s own.
//!
//! *Absent on purpose:* colors, elements, labels and files.

mod clip;
mod distance;
mod drawing;
mod frame;
mod outline;

pub use distance::{Direction, direction, kilometers};
pub use drawing::{Drawing, draw};
pub use frame::Frame;
pub use outline::{Area, Class, Country, Dispute, Disputed, GRID, MAGIC, Outline, OutlineError, Part};

/// A point on the ground, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees north of the equator.
    pub north: f64,
    /// Degrees east of Greenwich.
    pub east: f64,
}

/// The cosine of an angle of at most 90 degrees either way.
///
/// Bhaskara's fraction, wrong by less than 0.0017: a map of 240 pixels is then
/// wrong by less than half of one.
fn cosine(degrees: f64) -> f64 {
    let square = degrees * degrees;
    (32_400.0 - 4.0 * square) / (32_400.0 + square)
}
