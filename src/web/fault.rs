//! What happens on a fault of ours: the script is told once, and from then on
//! our listeners keep still, so that the host page hears nothing more of us.

use std::cell::Cell;

thread_local! {
    static HAPPENED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a fault has happened. What we keep may be half changed since.
pub fn happened() -> bool {
    HAPPENED.get()
}

#[cfg(any(feature = "module-marks", feature = "module-interface"))]
pub use told::{tell, watch};

/// A front end in Rust has a panic hook of its own; these are for our modules.
#[cfg(any(feature = "module-marks", feature = "module-interface"))]
mod told {
    use std::cell::RefCell;
    use std::panic::PanicHookInfo;

    use js_sys::Function;
    use wasm_bindgen::JsValue;

    use super::HAPPENED;

    thread_local! {
        static TOLD: RefCell<Option<Function>> = const { RefCell::new(None) };
    }

    /// From now on calls `told` with one line of text at the first fault, if
    /// [`tell`] is the panic hook.
    pub fn watch(told: Function) {
        TOLD.set(Some(told));
    }

    /// The panic hook.
    pub fn tell(fault: &PanicHookInfo<'_>) {
        if !HAPPENED.replace(true)
            && let Some(told) = TOLD.take()
        {
            // The script's answer to a fault cannot be mended from here.
            let _ = told.call1(&JsValue::UNDEFINED, &JsValue::from_str(&fault.to_string()));
        }
    }
}
