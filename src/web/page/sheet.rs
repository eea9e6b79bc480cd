//! Constructed style sheets, adopted by a document or a shadow root and taken
//! back when nobody needs them. A strict content security policy allows these and
//! forbids all others.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Node};

use super::Unsupported;

#[wasm_bindgen]
extern "C" {
    /// What documents and shadow roots have in common.
    #[derive(Clone, Debug)]
    #[wasm_bindgen(extends = Node)]
    type AdoptingRoot;

    #[wasm_bindgen(method, getter, structural, js_name = adoptedStyleSheets)]
    fn adopted(this: &AdoptingRoot) -> Array;

    #[wasm_bindgen(method, setter, structural, catch, js_name = adoptedStyleSheets)]
    fn adopt(this: &AdoptingRoot, sheets: &Array) -> Result<(), JsValue>;
}

/// A sheet that a root has adopted.
#[derive(Debug)]
pub struct AdoptedSheet {
    root: AdoptingRoot,
    sheet: CssStyleSheet,
    rules: &'static str,
}

thread_local! {
    static SHARED: RefCell<Vec<Weak<AdoptedSheet>>> = const { RefCell::new(Vec::new()) };
}

impl AdoptedSheet {
    /// Has `root` adopt the rules, once for all that ask for the same ones.
    pub fn share(root: &Node, rules: &'static str) -> Result<Rc<AdoptedSheet>, Unsupported> {
        SHARED.with_borrow_mut(|shared| {
            shared.retain(|sheet| sheet.strong_count() > 0);
            let same = |sheet: &Rc<AdoptedSheet>| sheet.root.is_same_node(Some(root)) && sheet.rules == rules;
            if let Some(sheet) = shared.iter().filter_map(Weak::upgrade).find(same) {
                return Ok(sheet);
            }
            let sheet = Rc::new(AdoptedSheet::adopt(root, rules).map_err(|_| Unsupported::StyleSheets)?);
            shared.push(Rc::downgrade(&sheet));
            Ok(sheet)
        })
    }

    fn adopt(root: &Node, rules: &'static str) -> Result<AdoptedSheet, JsValue> {
        let root: AdoptingRoot = root.clone().unchecked_into();
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(rules)?;
        root.adopt(&root.adopted().concat(&Array::of1(&sheet)))?;
        Ok(AdoptedSheet { root, sheet, rules })
    }
}

impl Drop for AdoptedSheet {
    fn drop(&mut self) {
        let ours: &JsValue = self.sheet.as_ref();
        let others = self.root.adopted().filter(&mut |sheet, _, _| sheet != *ours);
        // The sheets were adopted before, so the root takes them again.
        let _ = self.root.adopt(&others);
    }
}
