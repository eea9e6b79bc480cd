//! The part of the CSS Custom Highlight API that we use.
//!
//! Written by hand because `web-sys` has it only behind a flag that changes other
//! signatures and that a library cannot set for its users.

use wasm_bindgen::prelude::*;
use web_sys::StaticRange;

#[wasm_bindgen]
extern "C" {
    /// A set of ranges that are painted alike.
    #[derive(Clone, Debug)]
    pub type Highlight;

    /// An empty set; an error where the browser has none.
    #[wasm_bindgen(constructor, catch)]
    pub fn new() -> Result<Highlight, JsValue>;

    #[wasm_bindgen(method)]
    pub fn add(this: &Highlight, range: &StaticRange);

    #[wasm_bindgen(method)]
    pub fn delete(this: &Highlight, range: &StaticRange) -> bool;

    #[wasm_bindgen(method, getter)]
    pub fn size(this: &Highlight) -> u32;

    /// The page's highlights by name, everybody's together.
    #[derive(Clone, Debug)]
    pub type HighlightRegistry;

    #[wasm_bindgen(method)]
    pub fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;

    #[wasm_bindgen(method)]
    pub fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method, js_name = delete)]
    pub fn remove(this: &HighlightRegistry, name: &str) -> bool;

    /// Nothing where the browser has no highlights.
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static REGISTRY: Option<HighlightRegistry>;
}

/// The page's registry, `None` where the browser has no highlights.
pub fn registry() -> Option<HighlightRegistry> {
    REGISTRY.with(Clone::clone)
}
