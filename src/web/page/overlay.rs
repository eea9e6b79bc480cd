//! The stand-in for custom highlights in older browsers: boxes of our own, laid
//! over the words in our root. Plain: they follow a resized window and the page's
//! own scrolling, not an article that scrolls in a box of its own.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Range, Window};

use crate::web::mark::{Kind, Kinds, Mark};
use crate::wire;

use super::Tone;
use super::extract::{NodeRange, PageText};
use super::guard::Listener;
use super::pixels;

/// Boxes over the marks of one article.
#[derive(Debug)]
pub struct Overlay {
    boxes: Rc<Boxes>,
    _resized: Listener,
}

#[derive(Debug)]
struct Boxes {
    /// The parent of the boxes, our own.
    layer: Element,
    document: Document,
    window: Window,
    text: Rc<PageText>,
    marks: Vec<(Kind, &'static str, Vec<wire::Range>)>,
    shown: Cell<Kinds>,
}

impl Overlay {
    /// Puts an empty layer into `below`.
    pub fn new(below: &Element, tone: Tone, window: &Window, text: &Rc<PageText>, marks: &[Mark]) -> Overlay {
        let document = below.owner_document().expect("an element has a document");
        let layer = document.create_element("div").expect("\"div\" is a legal name");
        layer.set_class_name(&format!("overlay {}", tone.name()));
        // An element takes a new child.
        let _ = below.append_child(&layer);
        let boxes = Rc::new(Boxes {
            layer,
            document,
            window: window.clone(),
            text: Rc::clone(text),
            marks: marks.iter().map(|mark| (mark.kind, mark.ink.name(), mark.ranges.clone())).collect(),
            shown: Cell::new(Kinds::NONE),
        });
        let resized = Rc::clone(&boxes);
        Overlay { boxes, _resized: Listener::new(window, "resize", move |_| resized.lay()) }
    }

    /// Lays boxes over these kinds and no others.
    pub fn show(&self, kinds: Kinds) {
        self.boxes.shown.set(kinds);
        self.boxes.lay();
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.boxes.layer.remove();
    }
}

impl Boxes {
    /// Lays all boxes anew: measures first, then writes, so that the browser lays
    /// the page out once.
    fn lay(&self) {
        let (x, y) = (self.window.scroll_x().unwrap_or_default(), self.window.scroll_y().unwrap_or_default());
        let mut laid = Vec::new();
        for (kind, name, ranges) in &self.marks {
            if !self.shown.get().has(*kind) {
                continue;
            }
            for part in ranges.iter().flat_map(|range| self.text.locate(*range)) {
                laid.extend(rectangles(&self.document, &part).into_iter().map(|rectangle| (*name, rectangle)));
            }
        }
        self.layer.set_text_content(None);
        for (name, rectangle) in laid {
            let Ok(line) = self.document.create_element("div") else { continue };
            line.set_class_name(name);
            let style = line.unchecked_ref::<HtmlElement>().style();
            for (property, length) in [
                ("left", rectangle.x() + x),
                ("top", rectangle.y() + y),
                ("width", rectangle.width()),
                ("height", rectangle.height()),
            ] {
                // A length in pixels is legal for all of these.
                let _ = style.set_property(property, &pixels(length));
            }
            // An element takes a new child.
            let _ = self.layer.append_child(&line);
        }
    }
}

/// Where a part of a text node is in the window, one rectangle a line. None if
/// the node has been changed meanwhile.
pub fn rectangles(document: &Document, part: &NodeRange) -> Vec<web_sys::DomRect> {
    let measured = || -> Option<Range> {
        let range = document.create_range().ok()?;
        range.set_start(&part.node, part.start).ok()?;
        range.set_end(&part.node, part.end).ok()?;
        Some(range)
    };
    let Some(rectangles) = measured().and_then(|range| range.get_client_rects()) else { return Vec::new() };
    (0..rectangles.length()).filter_map(|index| rectangles.get(index)).collect()
}
