//! The text of an element as a reader sees it, with a map from every UTF-16
//! offset back to the text node and the offset in it.
//!
//! Leaves out what is not the article's prose (scripts, forms, navigation, code),
//! what is hidden, and what is marked with `data-caveat-ignore`. Does not look
//! into shadow roots or frames below the element.

use js_sys::WeakMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Element, Node, Text, Window};

use crate::wire::Range;

use super::collapse::Collapse;

/// Elements whose text is no prose.
const SKIPPED: [&str; 27] = [
    "script", "style", "noscript", "template", "nav", "form", "button", "input", "select", "textarea", "code", "kbd",
    "samp", "svg", "math", "iframe", "object", "video", "audio", "canvas", "rt", "rp", "datalist", "dialog", "menu",
    "progress", "meter",
];

/// The text of an element and where it came from.
#[derive(Debug)]
pub struct PageText {
    /// The text, each block on a line of its own.
    pub text: String,
    pieces: Vec<Piece>,
    /// The position in `pieces` of the first piece of each text node.
    first: WeakMap,
}

/// A run of the text that stands unchanged in one text node.
#[derive(Debug)]
struct Piece {
    start: u32,
    len: u32,
    node: Text,
    offset: u32,
}

/// A part of one text node.
#[derive(Clone, Debug)]
pub struct NodeRange {
    /// The node.
    pub node: Text,
    /// The first code unit in it.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
}

/// An element on the way down.
struct Step {
    /// The child to look at next.
    next: Option<Node>,
    /// Whether it is shown on lines of its own.
    block: bool,
    /// Whether line breaks in its text are shown.
    keeps_breaks: bool,
}

impl PageText {
    /// Reads the text of `element`.
    pub fn read(element: &Element, window: &Window) -> PageText {
        let mut text = Collapse::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let first = WeakMap::new();
        let mut path = vec![Step {
            next: element.first_child(),
            block: true,
            keeps_breaks: style(element, window).is_some_and(|style| keeps_breaks(&style)),
        }];
        while let Some(step) = path.last_mut() {
            let Some(node) = step.next.take() else {
                if step.block {
                    text.break_line();
                }
                path.pop();
                continue;
            };
            step.next = node.next_sibling();
            if let Some(node) = node.dyn_ref::<Text>() {
                let runs = text.add(&node.data(), step.keeps_breaks);
                if !runs.is_empty() {
                    first.set(node, &JsValue::from_f64(pieces.len() as f64));
                }
                pieces.extend(runs.into_iter().map(|run| Piece {
                    start: run.start,
                    len: run.len,
                    node: node.clone(),
                    offset: run.offset,
                }));
            } else if let Some(child) = node.dyn_ref::<Element>() {
                if child.local_name() == "br" {
                    text.break_line();
                } else if let Some(below) = enter(child, window) {
                    if below.block {
                        text.break_line();
                    }
                    path.push(below);
                }
            }
        }
        PageText { text: text.finish(), pieces, first }
    }

    /// The parts of text nodes that hold a range of the text, in order.
    pub fn locate(&self, range: Range) -> Vec<NodeRange> {
        let from = self.pieces.partition_point(|piece| piece.start + piece.len <= range.start);
        let mut parts: Vec<NodeRange> = Vec::new();
        for piece in self.pieces[from..].iter().take_while(|piece| piece.start < range.end) {
            let start = piece.offset + range.start.saturating_sub(piece.start);
            let end = piece.offset + (range.end - piece.start).min(piece.len);
            match parts.last_mut() {
                Some(last) if last.node == piece.node => last.end = end,
                _ => parts.push(NodeRange { node: piece.node.clone(), start, end }),
            }
        }
        parts
    }

    /// The offset in the text of an offset in a text node, `None` if the node is
    /// not part of it.
    pub fn offset(&self, node: &Node, offset: u32) -> Option<u32> {
        let first = self.first.get(node).as_f64()? as usize;
        let of_node = self.pieces[first..].iter().take_while(|piece| piece.node.is_same_node(Some(node)));
        let piece = of_node.take_while(|piece| piece.offset <= offset).last()?;
        Some(piece.start + (offset - piece.offset).min(piece.len))
    }
}

/// The element as a step, `None` if it is left out with all that is in it.
fn enter(element: &Element, window: &Window) -> Option<Step> {
    if SKIPPED.contains(&element.local_name().as_str())
        || element.has_attribute("hidden")
        || element.has_attribute("data-caveat-ignore")
        || element.get_attribute("aria-hidden").as_deref() == Some("true")
        || element.get_attribute("role").as_deref() == Some("navigation")
    {
        return None;
    }
    let style = style(element, window)?;
    let display = property(&style, "display");
    if display == "none" || property(&style, "visibility") == "hidden" {
        return None;
    }
    let inline = display.starts_with("inline") || display.starts_with("ruby") || display == "contents";
    Some(Step { next: element.first_child(), block: !inline, keeps_breaks: keeps_breaks(&style) })
}

fn style(element: &Element, window: &Window) -> Option<CssStyleDeclaration> {
    window.get_computed_style(element).ok().flatten()
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

fn keeps_breaks(style: &CssStyleDeclaration) -> bool {
    let white_space = property(style, "white-space");
    white_space.contains("pre") || white_space.contains("break-spaces")
}
