//! The pointer over an article, told as the mark that it is on.
//!
//! Listens passively where the article is and never keeps an event from the host.
//! A moving mouse costs one hit test a frame at most. Waiting before a card opens
//! or closes is the interface's business.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, Node, PointerEvent};

use super::{Listener, OwnRoot, Timeout, View};

/// What the pointer did. A point is in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pointing {
    /// It moved onto a mark.
    Onto(usize, (f64, f64)),
    /// It is on no mark any more.
    Off,
    /// A mark was pressed.
    Pressed(usize, (f64, f64)),
    /// Something else in the page was pressed.
    PressedElsewhere,
}

/// Listens until it is dropped.
#[derive(Debug)]
#[must_use]
pub struct Pointer {
    _listeners: [Listener; 3],
}

/// What the listeners share.
struct Watch<F> {
    view: View,
    on: Cell<Option<usize>>,
    frame: RefCell<Option<Timeout>>,
    told: F,
}

impl Pointer {
    /// Tells what the pointer does on the article of `view`.
    pub fn watch(view: &View, told: impl Fn(Pointing) + 'static) -> Pointer {
        let watch = Rc::new(Watch { view: view.clone(), on: Cell::new(None), frame: RefCell::new(None), told });
        let (moved, left, pressed) = (Rc::clone(&watch), Rc::clone(&watch), watch);
        // Events that begin in an open shadow root come by here as well.
        let document = view.document();
        Pointer {
            _listeners: [
                Listener::new(document, "pointermove", move |event| {
                    let event: PointerEvent = event.unchecked_into();
                    if event.pointer_type() == "mouse" || event.pointer_type() == "pen" {
                        Watch::moved(&moved, &event);
                    }
                }),
                Listener::new(document, "pointerleave", move |_| left.rests(None, (0.0, 0.0))),
                Listener::new(document, "click", move |event| pressed.pressed(event.unchecked_ref())),
            ],
        }
    }
}

impl<F: Fn(Pointing) + 'static> Watch<F> {
    /// Looks in the next frame what lies under the pointer.
    fn moved(watch: &Rc<Self>, event: &PointerEvent) {
        let inside = target(event).is_some_and(|node| watch.view.holds(&node));
        if !inside {
            watch.frame.take();
            watch.rests(None, (0.0, 0.0));
            return;
        }
        let point = (f64::from(event.client_x()), f64::from(event.client_y()));
        let later = Rc::clone(watch);
        let frame = Timeout::frame(watch.view.window(), move || {
            later.rests(later.view.marked().mark_at(point.0, point.1), point);
        });
        watch.frame.replace(Some(frame));
    }

    /// Tells a change of the mark under the pointer.
    fn rests(&self, mark: Option<usize>, point: (f64, f64)) {
        if self.on.replace(mark) != mark {
            (self.told)(mark.map_or(Pointing::Off, |mark| Pointing::Onto(mark, point)));
        }
    }

    fn pressed(&self, event: &MouseEvent) {
        let Some(target) = target(event) else { return };
        if OwnRoot::sent(event) {
            return;
        }
        let point = (f64::from(event.client_x()), f64::from(event.client_y()));
        let inside = self.view.holds(&target);
        if inside && (View::answers_itself(&target) || self.selecting()) {
            return;
        }
        let mark = if inside { self.view.marked().mark_at(point.0, point.1) } else { None };
        (self.told)(mark.map_or(Pointing::PressedElsewhere, |mark| Pointing::Pressed(mark, point)));
    }

    /// Whether the reader has selected text, so that the press ended a selection.
    fn selecting(&self) -> bool {
        let selection = self.view.window().get_selection().ok().flatten();
        selection.is_some_and(|selection| !selection.is_collapsed())
    }
}

/// Where an event began, shadow roots or not.
fn target(event: &web_sys::Event) -> Option<Node> {
    event.composed_path().get(0).dyn_into().ok()
}
