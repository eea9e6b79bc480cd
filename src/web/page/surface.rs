//! One article as it stands in the page: which mark lies under a point, where a
//! mark lies in the window, what is painted.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

use crate::web::mark::{Kinds, Mark};
use crate::web::reading::Reading;
use crate::wire;

use super::extract::{NodeRange, PageText};
use super::overlay::rectangles;
use super::paint::Painting;
use super::spans::Spans;
use super::{Tone, Unsupported, hit};

/// A rectangle in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// From the window's left edge.
    pub left: f64,
    /// From the window's upper edge.
    pub top: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// An article in the page with its marks. They are cleared when it is dropped.
#[derive(Debug)]
pub struct Surface {
    element: Element,
    root: Node,
    document: Document,
    window: Window,
    text: Rc<PageText>,
    marks: Vec<Mark>,
    spans: Spans,
    painting: Painting,
}

/// A surface equals itself alone.
impl PartialEq for Surface {
    fn eq(&self, other: &Surface) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Surface {
    /// Makes the marks of a reading ready to be shown; none is yet. `below` takes
    /// boxes of ours where the browser has no highlights.
    pub fn new(element: &Element, below: &Element, text: PageText, reading: &Reading) -> Result<Surface, Unsupported> {
        let document = element.owner_document().ok_or(Unsupported::NoWindow)?;
        let window = document.default_view().ok_or(Unsupported::NoWindow)?;
        let root = element.get_root_node();
        let text = Rc::new(text);
        let painting = Painting::new(element, below, &window, &text, &reading.marks)?;
        Ok(Surface {
            element: element.clone(),
            root,
            document,
            window,
            text,
            marks: reading.marks.clone(),
            spans: Spans::new(&reading.marks),
            painting,
        })
    }

    /// The window that shows the article.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// The document that the article is in.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether the node is in the article.
    pub fn holds(&self, node: &Node) -> bool {
        self.element.contains(Some(node))
    }

    /// Shows the marks of these kinds and no others.
    pub fn show(&self, kinds: Kinds) {
        self.painting.show(kinds);
    }

    /// What is shown.
    pub fn shown(&self) -> Kinds {
        self.painting.shown()
    }

    /// Clears the marks for good.
    pub fn clear(&self) {
        self.painting.clear();
    }

    /// The innermost mark that is shown under a point of the window.
    pub fn mark_at(&self, x: f64, y: f64) -> Option<usize> {
        let (node, offset) = hit::caret(&self.document, &self.root, x, y)?;
        let offset = self.text.offset(&node, offset)?;
        let shown = self.painting.shown();
        let under = |&mark: &usize| shown.has(self.marks[mark].kind) && self.line_at(mark, x, y).is_some();
        self.spans.at(offset).into_iter().find(under)
    }

    /// Where a mark lies in the window: the line of it that holds the point if one
    /// does, else its first line. `None` if its words are no longer there.
    pub fn place_of(&self, mark: usize, point: Option<(f64, f64)>) -> Option<Rect> {
        let at_point = point.and_then(|(x, y)| self.line_at(mark, x, y));
        at_point.or_else(|| self.lines(mark).into_iter().next())
    }

    /// Scrolls a mark into view, smoothly unless the reader wants no motion.
    pub fn reveal(&self, mark: usize) {
        self.reveal_range(self.marks[mark].ranges[0]);
    }

    /// Scrolls a range of the text into view.
    pub fn reveal_range(&self, range: wire::Range) {
        let Some(parent) = self.text.locate(range).first().and_then(|part| part.node.parent_element()) else { return };
        let still = self.window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(if still.is_some_and(|query| query.matches()) {
            ScrollBehavior::Auto
        } else {
            ScrollBehavior::Smooth
        });
        parent.scroll_into_view_with_scroll_into_view_options(&options);
    }

    /// How the article is read: dark on light or light on dark.
    pub fn tone(&self) -> Tone {
        Tone::of(&self.element, &self.window)
    }

    /// The width and the height of the window in CSS pixels.
    pub fn window_size(&self) -> (f64, f64) {
        let root = self.document.document_element();
        root.map_or((0.0, 0.0), |root| (f64::from(root.client_width()), self.window_height()))
    }

    fn window_height(&self) -> f64 {
        self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
    }

    /// The line of a mark that holds the point.
    fn line_at(&self, mark: usize, x: f64, y: f64) -> Option<Rect> {
        let holds =
            |rect: &Rect| rect.left <= x && x <= rect.left + rect.width && rect.top <= y && y <= rect.top + rect.height;
        self.lines(mark).into_iter().find(holds)
    }

    fn lines(&self, mark: usize) -> Vec<Rect> {
        let parts: Vec<NodeRange> = self.marks[mark].ranges.iter().flat_map(|range| self.text.locate(*range)).collect();
        let measured = parts.iter().flat_map(|part| rectangles(&self.document, part));
        measured
            .map(|r| Rect { left: r.left(), top: r.top(), width: r.width(), height: r.height() })
            .filter(|rect| rect.width > 0.0)
            .collect()
    }

    /// Whether an event happened in a part of the page that answers to presses
    /// itself, as a link or a button does.
    pub fn answers_itself(target: &Node) -> bool {
        let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
        let parts = "a[href], button, summary, label, input, select, textarea, [contenteditable], [role=button]";
        element.is_some_and(|element| element.closest(parts).ok().flatten().is_some())
    }
}
