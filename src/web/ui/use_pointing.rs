//! When a card opens and closes under the pointer: not at once on the way past,
//! and not while the pointer is on its way to the card.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::page::{Pointer, Pointing, Timeout, View};

use super::state::Action;

/// How long the pointer must rest on a mark, in milliseconds: long enough not to
/// open on the way past, as in Wikipedia's page previews.
const INTENT: i32 = 150;

/// How long the pointer may be away before the card closes, in milliseconds: the
/// way from the mark to the card.
const GRACE: i32 = 300;

/// Turns what the pointer does into actions. The callback wants to know whether
/// the pointer is over the card.
#[hook]
pub fn use_pointing(view: &View, on_action: Callback<Action>) -> Callback<bool> {
    let pending = use_mut_ref(|| None::<Timeout>);
    // The pointer leaves the article by coming onto the card as well.
    let over_card = use_mut_ref(|| false);
    let act_after = {
        let (pending, view, on_action) = (Rc::clone(&pending), view.clone(), on_action.clone());
        move |milliseconds: i32, action: Action| {
            let on_action = on_action.clone();
            let timeout = Timeout::after(view.window(), milliseconds, move || on_action.emit(action));
            pending.replace(Some(timeout));
        }
    };
    use_effect_with(view.clone(), {
        let (pending, over_card, act_after) = (Rc::clone(&pending), Rc::clone(&over_card), act_after.clone());
        move |view| {
            let waiting = Rc::clone(&pending);
            let pointer = Pointer::watch(view, move |pointing| match pointing {
                Pointing::Onto(mark, point) => {
                    over_card.replace(false);
                    act_after(INTENT, Action::Hovered(mark, point));
                }
                Pointing::Off if *over_card.borrow() => {}
                Pointing::Off => act_after(GRACE, Action::Left),
                Pointing::Pressed(mark, point) => {
                    waiting.take();
                    on_action.emit(Action::Pressed(mark, point));
                }
                Pointing::PressedElsewhere => {
                    waiting.take();
                    on_action.emit(Action::PressedElsewhere);
                }
            });
            move || {
                drop(pointer);
                pending.take();
            }
        }
    });
    Callback::from(move |over| {
        over_card.replace(over);
        if over {
            pending.take();
        } else {
            act_after(GRACE, Action::Left);
        }
    })
}
