//! The JavaScript border: the only file that knows `JsValue`s of the API. What it
//! exports is called by `www/caveat.mjs` and by nobody else; publishers use that.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::analysis::{self, Article, Pack};
use crate::wire::Analysis;

use super::attachment::Attachment;
use super::fault;
use super::mark::{Kind, Kinds};

thread_local! {
    static PACK: RefCell<Option<Rc<Pack>>> = const { RefCell::new(None) };
}

/// Loads the knowledge. Must be called first. `on_fault` hears of a fault of ours
/// once, as one line of text.
#[wasm_bindgen]
pub fn start(pack: &[u8], on_fault: Function) -> Result<(), JsError> {
    fault::watch(on_fault);
    let pack = Pack::from_bytes(pack)?;
    PACK.set(Some(Rc::new(pack)));
    Ok(())
}

/// The findings in a text, as `Analysis` in `caveat.d.ts`.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze(text: String) -> Result<JsValue, JsError> {
    let article = Article::new(text);
    let found = analysis::analyze(&article, &*pack()?);
    to_js(&Analysis::new(&article, &found))
}

/// Marks an element with the kinds that `show` names.
#[wasm_bindgen]
pub fn attach(element: &Element, show: &Array) -> Result<Handle, JsError> {
    let mut shown = Kinds::NONE;
    for name in show.iter().filter_map(|name| name.as_string()) {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
            JsError::new(&format!("found \"{name}\" in `show`, wanted \"sides\", \"places\" or \"statements\""))
        })?;
        shown = shown.with(kind);
    }
    Ok(Handle { attachment: Attachment::new(element, &pack()?, shown)? })
}

/// A marked element. Freeing it takes the marks away.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    attachment: Attachment,
}

#[wasm_bindgen]
impl Handle {
    /// What was found, as `Analysis` in `caveat.d.ts`.
    pub fn analysis(&self) -> Result<JsValue, JsError> {
        to_js(&self.attachment.reading().analysis)
    }

    /// The text that was read, into which the analysis's offsets point.
    pub fn text(&self) -> String {
        self.attachment.reading().text()
    }

    /// Reads the element again.
    pub fn refresh(&mut self) -> Result<(), JsError> {
        Ok(self.attachment.refresh()?)
    }
}

fn pack() -> Result<Rc<Pack>, JsError> {
    PACK.with_borrow(Clone::clone)
        .ok_or_else(|| JsError::new("found no knowledge pack, wanted a call of `start` first"))
}

/// Plain objects with `null` where there is nothing, as JSON would have it.
fn to_js(analysis: &Analysis) -> Result<JsValue, JsError> {
    Ok(analysis.serialize(&Serializer::new().serialize_missing_as_null(true))?)
}
