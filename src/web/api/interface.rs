//! The exports of `caveat-interface.wasm`: the interface of an article that
//! `caveat.wasm` has marked.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::web::fault;
use crate::web::mark::Kinds;
use crate::web::page::{Marked, Rect, View};
use crate::web::reading::Reading;
use crate::web::ui::MountedInterface;
use crate::wire::Range;

use super::findings;

#[wasm_bindgen]
extern "C" {
    /// A `Handle` of the other module. It throws once it is freed; then there is
    /// nothing more to be shown or found.
    #[derive(Clone, Debug)]
    pub type MarkedElement;

    #[wasm_bindgen(method, structural)]
    fn shown(this: &MarkedElement) -> u8;

    #[wasm_bindgen(method, structural, catch)]
    fn show(this: &MarkedElement, kinds: u8) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = markAt)]
    fn mark_at(this: &MarkedElement, x: f64, y: f64) -> Result<Option<u32>, JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    fn lines(this: &MarkedElement, mark: u32) -> Result<Vec<f64>, JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    fn reveal(this: &MarkedElement, start: u32, end: u32) -> Result<(), JsValue>;
}

impl Marked for MarkedElement {
    fn show(&self, kinds: Kinds) {
        self.show(kinds.bits()).unwrap_or_default();
    }

    fn mark_at(&self, x: f64, y: f64) -> Option<usize> {
        self.mark_at(x, y).ok().flatten().map(|mark| mark as usize)
    }

    fn lines(&self, mark: usize) -> Vec<Rect> {
        let lines = self.lines(mark as u32).unwrap_or_default();
        let rect = |part: &[f64]| Rect { left: part[0], top: part[1], width: part[2], height: part[3] };
        lines.chunks_exact(4).map(rect).collect()
    }

    fn reveal(&self, range: Range) {
        self.reveal(range.start, range.end).unwrap_or_default();
    }
}

/// Must be called first. `on_fault` hears of a fault of ours once, as one line of
/// text.
#[wasm_bindgen(js_name = startInterface)]
pub fn start_interface(on_fault: Function) {
    fault::watch(on_fault);
    yew::set_custom_panic_hook(Box::new(fault::tell));
}

/// The interface of one article. Freeing it takes it out of the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Interface {
    element: Element,
    marked: MarkedElement,
    mounted: MountedInterface,
}

#[wasm_bindgen]
impl Interface {
    /// Adds the interface of a marked element; `text` and `analysis` are those of
    /// `marked`.
    #[wasm_bindgen(constructor)]
    pub fn new(element: Element, marked: MarkedElement, text: &str, analysis: &JsValue) -> Result<Interface, JsError> {
        let view = View::new(&element, Rc::new(marked.clone()))?;
        let reading = Rc::new(Reading::of(text, findings::read(analysis)));
        let mounted = MountedInterface::new(reading, view, Kinds::from_bits(marked.shown()))?;
        Ok(Interface { element, marked, mounted })
    }

    /// Goes over to what was found when the element was read again.
    pub fn update(&mut self, text: &str, analysis: &JsValue) -> Result<(), JsError> {
        let view = View::new(&self.element, Rc::new(self.marked.clone()))?;
        self.mounted.update(Rc::new(Reading::of(text, findings::read(analysis))), view);
        Ok(())
    }
}
