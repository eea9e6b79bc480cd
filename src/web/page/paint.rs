//! Paints the marks on the article's words, without touching its nodes: as custom
//! highlights, or as boxes of our own where the browser has none.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Element, StaticRange, StaticRangeInit, Window};

use crate::web::mark::{Ink, Kind, Kinds, Mark};

use super::extract::PageText;
use super::highlight::{Highlight, HighlightRegistry, registry};
use super::overlay::Overlay;
use super::sheet::AdoptedSheet;
use super::{Tone, Unsupported};

/// The marks of one article as they are painted. Cleared when dropped.
#[derive(Debug)]
pub struct Painting {
    shown: Cell<Kinds>,
    /// `None` once it is cleared.
    canvas: RefCell<Option<Canvas>>,
}

/// On what is painted.
#[derive(Debug)]
enum Canvas {
    Highlights { registry: HighlightRegistry, ranges: Vec<(Kind, Ink, StaticRange)>, _sheet: Rc<AdoptedSheet> },
    Overlay(Overlay),
}

impl Painting {
    /// Makes everything ready to paint and paints nothing yet.
    pub fn new(
        article: &Element,
        window: &Window,
        text: &Rc<PageText>,
        marks: &[Mark],
    ) -> Result<Painting, Unsupported> {
        let canvas = match registry() {
            Some(registry) if Highlight::new().is_ok() => Canvas::Highlights {
                registry,
                ranges: static_ranges(text, marks),
                _sheet: AdoptedSheet::share(&article.get_root_node(), include_str!("marks.css"))?,
            },
            _ => {
                let document = article.owner_document().ok_or(Unsupported::NoWindow)?;
                Canvas::Overlay(Overlay::new(&document, window, Tone::of(article, window), text, marks)?)
            }
        };
        Ok(Painting { shown: Cell::new(Kinds::NONE), canvas: RefCell::new(Some(canvas)) })
    }

    /// What is painted.
    pub fn shown(&self) -> Kinds {
        self.shown.get()
    }

    /// Paints these kinds and no others.
    pub fn show(&self, kinds: Kinds) {
        let before = self.shown.replace(kinds);
        if before == kinds {
            return;
        }
        match &*self.canvas.borrow() {
            None => {}
            Some(Canvas::Overlay(overlay)) => overlay.show(kinds),
            Some(Canvas::Highlights { registry, ranges, .. }) => {
                for (kind, ink, range) in ranges {
                    match (before.has(*kind), kinds.has(*kind)) {
                        (false, true) => paint(registry, *ink, range),
                        (true, false) => clear(registry, *ink, range),
                        _ => {}
                    }
                }
            }
        }
    }

    /// Clears the marks for good, with the style sheet or the boxes.
    pub fn clear(&self) {
        self.show(Kinds::NONE);
        self.canvas.take();
    }
}

impl Drop for Painting {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Adds one range to the highlight of its ink, which all articles of the page
/// share.
fn paint(registry: &HighlightRegistry, ink: Ink, range: &StaticRange) {
    if let Some(highlight) = registry.get(ink.name()) {
        highlight.add(range);
    } else if let Ok(highlight) = Highlight::new() {
        highlight.add(range);
        registry.set(ink.name(), &highlight);
    }
}

/// Takes one range away, and the highlight with its last one.
fn clear(registry: &HighlightRegistry, ink: Ink, range: &StaticRange) {
    if let Some(highlight) = registry.get(ink.name())
        && highlight.delete(range)
        && highlight.size() == 0
    {
        registry.remove(ink.name());
    }
}

/// A range for each text node that a mark touches, so that nothing between two
/// nodes is painted. They are static: the host's own changes need not update
/// them.
fn static_ranges(text: &PageText, marks: &[Mark]) -> Vec<(Kind, Ink, StaticRange)> {
    let mut ranges = Vec::new();
    for mark in marks {
        for part in mark.ranges.iter().flat_map(|range| text.locate(*range)) {
            let ends = StaticRangeInit::new(&part.node, part.end, &part.node, part.start);
            // A text node can always hold a range.
            ranges.extend(StaticRange::new(&ends).map(|range| (mark.kind, mark.ink, range)));
        }
    }
    ranges
}
