//! A marked article as an interface sees it: which mark lies under a point, and
//! where a mark lies in the window.
//!
//! The marks may be painted by this very module or by another one, so that an
//! interface can come later than the marks; see [`Marked`].

use std::fmt::Debug;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, Window};

use crate::web::mark::Kinds;
use crate::wire::Range;

use super::{Tone, Unsupported};

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

impl Rect {
    /// Whether the point lies in it or on its edge.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        self.left <= x && x <= self.left + self.width && self.top <= y && y <= self.top + self.height
    }
}

/// What paints the marks of an article. Marks are known by their position in
/// [`Reading::marks`](crate::web::Reading::marks); an unknown one is nowhere.
pub trait Marked: Debug {
    /// Shows the marks of these kinds and no others.
    fn show(&self, kinds: Kinds);

    /// The innermost mark that is shown under a point of the window.
    fn mark_at(&self, x: f64, y: f64) -> Option<usize>;

    /// The lines that a mark takes in the window; none if its words are gone.
    fn lines(&self, mark: usize) -> Vec<Rect>;

    /// Scrolls a range of the text into view.
    fn reveal(&self, range: Range);
}

/// A marked article in the window.
#[derive(Clone, Debug)]
pub struct View {
    element: Element,
    document: Document,
    window: Window,
    marked: Rc<dyn Marked>,
}

/// Two views are equal if the same marks are seen.
impl PartialEq for View {
    fn eq(&self, other: &View) -> bool {
        Rc::ptr_eq(&self.marked, &other.marked)
    }
}

impl View {
    /// The view of an element that `marked` has marked.
    pub fn new(element: &Element, marked: Rc<dyn Marked>) -> Result<View, Unsupported> {
        let document = element.owner_document().ok_or(Unsupported::NoWindow)?;
        let window = document.default_view().ok_or(Unsupported::NoWindow)?;
        Ok(View { element: element.clone(), document, window, marked })
    }

    /// What paints the marks.
    pub fn marked(&self) -> &dyn Marked {
        &*self.marked
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

    /// Where a mark lies in the window: the line of it that holds the point if one
    /// does, else its first line.
    pub fn place_of(&self, mark: usize, point: Option<(f64, f64)>) -> Option<Rect> {
        let lines = self.marked.lines(mark);
        let at_point = point.and_then(|(x, y)| lines.iter().find(|line| line.holds(x, y)));
        at_point.or_else(|| lines.first()).copied()
    }

    /// How the article is read: dark on light or light on dark.
    pub fn tone(&self) -> Tone {
        Tone::of(&self.element, &self.window)
    }

    /// The width and the height of the window in CSS pixels, without scrollbars.
    pub fn window_size(&self) -> (f64, f64) {
        let width = self.document.document_element().map_or(0, |root| root.client_width());
        let height = self.window.inner_height().ok().and_then(|height| height.as_f64());
        (f64::from(width), height.unwrap_or_default())
    }

    /// Whether a part of the page answers to presses itself, as a link or a button
    /// does.
    pub fn answers_itself(target: &Node) -> bool {
        let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
        let parts = "a[href], button, summary, label, input, select, textarea, [contenteditable], [role=button]";
        element.is_some_and(|element| element.closest(parts).ok().flatten().is_some())
    }
}
