//! The exports of `caveat.wasm`: reads texts and articles, and paints marks.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::analysis::{self, Article, Pack};
use crate::web::fault;
use crate::web::mark::{Kind, Kinds};
use crate::web::marking::Marking;
use crate::web::page::{Marked, Rect};
use crate::wire::{Analysis, Range};

#[cfg(feature = "module-knowledge")]
use super::additions;

thread_local! {
    static PACK: RefCell<Option<Rc<Pack>>> = const { RefCell::new(None) };
}

/// Loads the knowledge. Must be called first. `on_fault` hears of a fault of ours
/// once, as one line of text.
#[wasm_bindgen]
pub fn start(pack: &[u8], on_fault: Function) -> Result<(), JsError> {
    fault::watch(on_fault);
    std::panic::set_hook(Box::new(fault::tell));
    PACK.set(Some(Rc::new(Pack::from_bytes(pack)?)));
    Ok(())
}

/// Adds a shard that an analysis named. Articles that were read before are read with
/// it when they are refreshed.
#[wasm_bindgen(js_name = addShard)]
pub fn add_shard(id: &str, bytes: &[u8]) -> Result<(), JsError> {
    PACK.set(Some(Rc::new(pack()?.with_shard(id, bytes)?)));
    Ok(())
}

/// Adds a publisher's own knowledge, a parsed file whose numbers are texts. Nothing of a
/// faulty one is used.
#[cfg(feature = "module-knowledge")]
#[wasm_bindgen(js_name = addKnowledge)]
pub fn add_knowledge(file: &JsValue) -> Result<(), JsError> {
    let with_rows = pack()?.with_additions(&additions::read(file));
    PACK.set(Some(Rc::new(with_rows.map_err(|faults| JsError::new(&additions::told(&faults)))?)));
    Ok(())
}

/// The findings in a text, as `Analysis` in `caveat.d.ts`.
#[wasm_bindgen]
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
    Ok(Handle { marking: Marking::new(element, &pack()?, shown)? })
}

/// A marked element. Freeing it takes the marks away. The interface's module calls
/// `show`, `markAt`, `lines` and `reveal`; see `interface.rs`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    marking: Marking,
}

#[wasm_bindgen]
impl Handle {
    /// What was found, as `Analysis` in `caveat.d.ts`.
    pub fn analysis(&self) -> Result<JsValue, JsError> {
        to_js(&self.marking.reading().analysis)
    }

    /// The text that was read, into which the analysis's offsets point.
    pub fn text(&self) -> String {
        self.marking.reading().text()
    }

    /// Reads the element again, with the shards that came since.
    pub fn refresh(&mut self) -> Result<(), JsError> {
        Ok(self.marking.refresh(&pack()?)?)
    }

    /// The kinds that are shown, as [`Kinds::bits`].
    pub fn shown(&self) -> u8 {
        self.marking.surface().shown().bits()
    }

    /// Shows these kinds and no others.
    pub fn show(&self, kinds: u8) {
        self.marking.surface().show(Kinds::from_bits(kinds));
    }

    /// The position of the innermost mark under a point of the window.
    #[wasm_bindgen(js_name = markAt)]
    pub fn mark_at(&self, x: f64, y: f64) -> Option<u32> {
        self.marking.surface().mark_at(x, y).map(|mark| mark as u32)
    }

    /// The lines of a mark: left, top, width and height of each.
    pub fn lines(&self, mark: u32) -> Vec<f64> {
        let lines = self.marking.surface().lines(mark as usize);
        lines.iter().flat_map(|Rect { left, top, width, height }| [*left, *top, *width, *height]).collect()
    }

    /// Scrolls a range of the text into view.
    pub fn reveal(&self, start: u32, end: u32) {
        self.marking.surface().reveal(Range { start, end });
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
