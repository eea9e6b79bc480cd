//! The text node and the offset in it that lie under a point of the window.
//! Browsers differ in how they tell; a point beside the text may tell the nearest.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, Document, Node, Range, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// What of a document's methods may be missing.
    #[wasm_bindgen(extends = Document)]
    type CaretDocument;

    #[wasm_bindgen(method, getter, structural, js_name = caretPositionFromPoint)]
    fn has_position(this: &CaretDocument) -> JsValue;

    #[wasm_bindgen(method, structural, js_name = caretPositionFromPoint)]
    fn position(this: &CaretDocument, x: f64, y: f64, options: &Object) -> Option<CaretPosition>;

    #[wasm_bindgen(method, getter, structural, js_name = caretRangeFromPoint)]
    fn has_range(this: &CaretDocument) -> JsValue;

    #[wasm_bindgen(method, structural, js_name = caretRangeFromPoint)]
    fn range(this: &CaretDocument, x: f64, y: f64) -> Option<Range>;
}

/// The node and the offset under the point. `root` is the document or the shadow
/// root that is looked into.
pub fn caret(document: &Document, root: &Node, x: f64, y: f64) -> Option<(Node, u32)> {
    let document: &CaretDocument = document.unchecked_ref();
    if document.has_position().is_function() {
        let options = Object::new();
        if root.is_instance_of::<ShadowRoot>() {
            // A plain object takes any property.
            let _ = Reflect::set(&options, &"shadowRoots".into(), &Array::of1(root));
        }
        let position = document.position(x, y, &options)?;
        Some((position.offset_node()?, position.offset()))
    } else if document.has_range().is_function() {
        let range = document.range(x, y)?;
        Some((range.start_container().ok()?, range.start_offset().ok()?))
    } else {
        None
    }
}
