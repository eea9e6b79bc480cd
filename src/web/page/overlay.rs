//! The stand-in for custom highlights in older browsers: boxes of our own, laid
//! over the words in our root. Plain: they follow a resized window and the page's
//! own scrolling, not an article that scrolls in a box of its own.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Range, Window};

use crate::web::mark::{Kind, Kinds, Mark};
use crate::wire;

use super::extract::{NodeRange, PageText};
use super::guard::Listener;
use super::own_root::{Mount, OVERLAY, OwnRoot};
use super::view::Rect;
use super::{Tone, Unsupported, pixels};

/// Boxes over the marks of one article. Taken out of the page when dropped.
#[derive(Debug)]
pub struct Overlay {
    boxes: Rc<Boxes>,
    _resized: Listener,
}

#[derive(Debug)]
struct Boxes {
    mount: Mount,
    document: Document,
    window: Window,
    text: Rc<PageText>,
    marks: Vec<(Kind, &'static str, Vec<wire::Range>)>,
    shown: Cell<Kinds>,
}

impl Overlay {
    /// Makes room for boxes in the tone of the article and lays none yet.
    pub fn new(
        document: &Document,
        window: &Window,
        tone: Tone,
        text: &Rc<PageText>,
        marks: &[Mark],
    ) -> Result<Overlay, Unsupported> {
        let root = OwnRoot::share(document, OVERLAY, include_str!("overlay.css"))?;
        let boxes = Rc::new(Boxes {
            mount: Mount::new(document, root, tone.name())?,
            document: document.clone(),
            window: window.clone(),
            text: Rc::clone(text),
            marks: marks.iter().map(|mark| (mark.kind, mark.ink.name(), mark.ranges.clone())).collect(),
            shown: Cell::new(Kinds::NONE),
        });
        let resized = Rc::clone(&boxes);
        Ok(Overlay { boxes, _resized: Listener::new(window, "resize", move |_| resized.lay()) })
    }

    /// Lays boxes over these kinds and no others.
    pub fn show(&self, kinds: Kinds) {
        self.boxes.shown.set(kinds);
        self.boxes.lay();
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
        self.mount.element().set_text_content(None);
        for (name, rectangle) in laid {
            let Ok(line) = self.document.create_element("div") else { continue };
            line.set_class_name(name);
            let style = line.unchecked_ref::<HtmlElement>().style();
            for (property, length) in [
                ("left", rectangle.left + x),
                ("top", rectangle.top + y),
                ("width", rectangle.width),
                ("height", rectangle.height),
            ] {
                // A length in pixels is legal for all of these.
                let _ = style.set_property(property, &pixels(length));
            }
            // An element takes a new child.
            let _ = self.mount.element().append_child(&line);
        }
    }
}

/// Where a part of a text node is in the window, one rectangle a line. None if
/// the node has been changed meanwhile.
pub fn rectangles(document: &Document, part: &NodeRange) -> Vec<Rect> {
    let measured = || -> Option<Range> {
        let range = document.create_range().ok()?;
        range.set_start(&part.node, part.start).ok()?;
        range.set_end(&part.node, part.end).ok()?;
        Some(range)
    };
    let Some(found) = measured().and_then(|range| range.get_client_rects()) else { return Vec::new() };
    let rect = |r: web_sys::DomRect| Rect { left: r.left(), top: r.top(), width: r.width(), height: r.height() };
    (0..found.length()).filter_map(|index| found.get(index)).map(rect).collect()
}
