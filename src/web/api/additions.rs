//! A publisher's own knowledge, as `Knowledge` in `caveat.d.ts`, into the engine's rows.
//!
//! Read by hand, as the findings are. `www/caveat.mjs` has made texts of its numbers.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::analysis::{Additions, Entry, Fault};

/// A file has no lists or objects within each other deeper than this: the file, its
/// tables, their rows, the rows' keys.
const DEEPEST: usize = 4;
/// So many faults are told; whoever mends them checks the file in the terminal.
const TOLD: usize = 5;

/// Reads a parsed file.
pub fn read(file: &JsValue) -> Additions {
    Additions::new(entry(file, DEEPEST))
}

fn entry(value: &JsValue, deeper: usize) -> Entry {
    if let Some(text) = value.as_string() {
        return Entry::Text(text);
    }
    if deeper == 0 || !value.is_object() {
        return Entry::Other;
    }
    if Array::is_array(value) {
        return Entry::List(Array::from(value).iter().map(|value| entry(&value, deeper - 1)).collect());
    }
    let cells = Object::entries(value.unchecked_ref()).into_iter().map(|cell| {
        let cell: Array = cell.unchecked_into();
        (cell.get(0).as_string().unwrap_or_default(), entry(&cell.get(1), deeper - 1))
    });
    Entry::Object(cells.collect())
}

/// What is wrong with a file, in a line for each fault.
pub fn told(faults: &[Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().take(TOLD).map(Fault::to_string).collect();
    if faults.len() > TOLD {
        lines.push(format!("and {} faults more", faults.len() - TOLD));
    }
    lines.join("\n")
}
