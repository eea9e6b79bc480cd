//! Puts the open card near its mark and keeps it there while the page moves.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::web::page::{Listener, Rect, Surface, Timeout, pixels};

use super::placement::{beside, near, visible};
use super::state::{By, Open};

/// Shows the card in the top layer and places it, now and whenever the page is
/// scrolled or the window resized.
#[hook]
pub fn use_placement(surface: &Rc<Surface>, open: Option<Open>, card: &NodeRef, dock: &NodeRef) {
    let (card, dock) = (card.clone(), dock.clone());
    use_effect_with((Rc::clone(surface), open), move |(surface, open)| {
        let listeners = open.map(|open| {
            let place = {
                let surface = Rc::clone(surface);
                Rc::new(move || place(&surface, open, &card, &dock))
            };
            place();
            let frame = Rc::new(RefCell::new(None));
            ["scroll", "resize"].map(|name| {
                let (surface, place, frame) = (Rc::clone(surface), Rc::clone(&place), Rc::clone(&frame));
                Listener::capturing(Rc::clone(&surface).window(), name, move |_| {
                    let place = Rc::clone(&place);
                    frame.replace(Some(Timeout::frame(surface.window(), move || place())));
                })
            })
        });
        move || drop(listeners)
    });
}

fn place(surface: &Surface, open: Open, card: &NodeRef, dock: &NodeRef) {
    let (Some(card), Some(dock)) = (card.cast::<HtmlElement>(), dock.cast::<Element>()) else { return };
    // Fails where it is shown already or where the browser has no popovers; the
    // card is fixed to the window all the same.
    let _ = card.show_popover();
    let (card_rect, window) = (bounds(&card), surface.window_size());
    let size = (card_rect.width, card_rect.height);
    let mark = surface.place_of(open.mark, open.point);
    let (left, top) = match mark.filter(|mark| open.by != By::List || visible(*mark, window)) {
        Some(mark) => near(mark, open.point, size, window),
        None => beside(bounds(&dock), size, window),
    };
    for (name, length) in [("--left", left), ("--top", top)] {
        // A custom property takes any value.
        let _ = card.style().set_property(name, &pixels(length));
    }
}

fn bounds(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}
