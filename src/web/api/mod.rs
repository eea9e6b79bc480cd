//! The JavaScript border, which alone knows the `JsValue`s of the API. What it
//! exports is called by `www/caveat.mjs` and by nobody else; publishers use that.
//!
//! There are two modules, each with its feature: `marks` reads articles and paints
//! them, and the page loads it first; `interface` comes after the first marks. A
//! program in Rust has neither feature and no exports of ours.

#[cfg(feature = "module-marks")]
mod additions;
#[cfg(feature = "module-interface")]
mod findings;
#[cfg(feature = "module-interface")]
mod interface;
#[cfg(feature = "module-marks")]
mod marks;
