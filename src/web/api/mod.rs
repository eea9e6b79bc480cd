//! The JavaScript border, which alone knows the `JsValue`s of the API. What it
//! exports is called by `www/caveat.mjs` and by nobody else; publishers use that.
//!
//! Each module has its feature: `marks` reads articles and paints them, and the page
//! loads it first, with `additions` where a publisher adds knowledge; `interface` comes
//! after the first marks. A program in Rust has none of these features and no exports
//! of ours.

#[cfg(feature = "module-knowledge")]
mod additions;
#[cfg(feature = "module-interface")]
mod findings;
#[cfg(feature = "module-interface")]
mod interface;
#[cfg(feature = "module-marks")]
mod marks;
