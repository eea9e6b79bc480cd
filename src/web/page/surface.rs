//! One article with its marks, painted here.

use std::rc::Rc;

use web_sys::{Document, Element, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

use crate::web::mark::{Kinds, Mark};
use crate::web::reading::Reading;
use crate::wire::Range;

use super::extract::PageText;
use super::overlay::rectangles;
use super::paint::Painting;
use super::spans::Spans;
use super::view::{Marked, Rect};
use super::{Unsupported, hit};

/// An article in the page with its marks. They are cleared when it is dropped.
#[derive(Debug)]
pub struct Surface {
    /// The document or the shadow root that the article is in.
    root: Node,
    document: Document,
    window: Window,
    text: Rc<PageText>,
    marks: Vec<Mark>,
    spans: Spans,
    painting: Painting,
}

impl Surface {
    /// Makes the marks of a reading ready to be shown; none is yet.
    pub fn new(element: &Element, text: PageText, reading: &Reading) -> Result<Surface, Unsupported> {
        let document = element.owner_document().ok_or(Unsupported::NoWindow)?;
        let window = document.default_view().ok_or(Unsupported::NoWindow)?;
        let text = Rc::new(text);
        let painting = Painting::new(element, &window, &text, &reading.marks)?;
        Ok(Surface {
            root: element.get_root_node(),
            document,
            window,
            text,
            marks: reading.marks.clone(),
            spans: Spans::new(&reading.marks),
            painting,
        })
    }

    /// What is shown.
    pub fn shown(&self) -> Kinds {
        self.painting.shown()
    }

    /// Clears the marks for good.
    pub fn clear(&self) {
        self.painting.clear();
    }
}

impl Marked for Surface {
    fn show(&self, kinds: Kinds) {
        self.painting.show(kinds);
    }

    fn mark_at(&self, x: f64, y: f64) -> Option<usize> {
        let (node, offset) = hit::caret(&self.document, &self.root, x, y)?;
        let offset = self.text.offset(&node, offset)?;
        let shown = self.painting.shown();
        // The caret is that of the nearest text, which may lie beside the point.
        let under =
            |&mark: &usize| shown.has(self.marks[mark].kind) && self.lines(mark).iter().any(|line| line.holds(x, y));
        self.spans.at(&self.marks, offset).find(under)
    }

    fn lines(&self, mark: usize) -> Vec<Rect> {
        let ranges = self.marks.get(mark).map_or(&[][..], |mark| &mark.ranges);
        let parts = ranges.iter().flat_map(|range| self.text.locate(*range));
        parts.flat_map(|part| rectangles(&self.document, &part)).filter(|rect| rect.width > 0.0).collect()
    }

    /// Smoothly, unless the reader wants no motion.
    fn reveal(&self, range: Range) {
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
}
