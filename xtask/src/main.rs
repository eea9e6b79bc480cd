//! The one entry point for building, serving, packing, scoring and testing.
fn main() {}
