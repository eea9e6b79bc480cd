//! Puts the open card near its mark and keeps it there while the page moves.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::web::page::{Listener, Rect, Timeout, View, pixels};

use super::placement::{beside, near, visible};
use super::state::{By, Open};

/// Shows the card in the top layer and places it, now and whenever the page is
/// scrolled or the window resized.
#[hook]
pub fn use_placement(view: &View, open: Option<Open>, card: &NodeRef, dock: &NodeRef) {
    let (card, dock) = (card.clone(), dock.clone());
    use_effect_with((view.clone(), open), move |(view, open)| {
        let listeners = open.map(|open| {
            let place = {
                let view = view.clone();
                Rc::new(move || place(&view, open, &card, &dock))
            };
            place();
            let frame = Rc::new(RefCell::new(None));
            ["scroll", "resize"].map(|name| {
                let (view, place, frame) = (view.clone(), Rc::clone(&place), Rc::clone(&frame));
                Listener::capturing(view.clone().window(), name, move |_| {
                    let place = Rc::clone(&place);
                    frame.replace(Some(Timeout::frame(view.window(), move || place())));
                })
            })
        });
        move || drop(listeners)
    });
}

fn place(view: &View, open: Open, card: &NodeRef, dock: &NodeRef) {
    let (Some(card), Some(dock)) = (card.cast::<HtmlElement>(), dock.cast::<Element>()) else { return };
    // Fails where it is shown already or where the browser has no popovers; the
    // card is fixed to the window all the same.
    let _ = card.show_popover();
    let (card_rect, window) = (bounds(&card), view.window_size());
    let size = (card_rect.width, card_rect.height);
    let mark = view.place_of(open.mark, open.point);
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
