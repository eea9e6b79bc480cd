//! What happens on a fault of ours: the script is told once, and from then on
//! our listeners keep still, so that the host page hears nothing more of us.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static HAPPENED: Cell<bool> = const { Cell::new(false) };
    static TOLD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Whether a fault has happened. What we keep may be half changed since.
pub fn happened() -> bool {
    HAPPENED.get()
}

/// From now on calls `told` with one line of text at the first fault.
pub fn watch(told: Function) {
    TOLD.set(Some(told));
    yew::set_custom_panic_hook(Box::new(|fault| {
        if !HAPPENED.replace(true)
            && let Some(told) = TOLD.take()
        {
            // The script's answer to a fault cannot be mended from here.
            let _ = told.call1(&JsValue::UNDEFINED, &JsValue::from_str(&fault.to_string()));
        }
    }));
}
