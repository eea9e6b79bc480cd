//! The root of an article's interface: its state, and what listens while it is
//! there.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

use crate::web::mark::{Kind, Kinds};
use crate::web::page::{Listener, View, country_name};
use crate::web::reading::Reading;
use crate::wire;

use super::card::Card;
use super::chip::Chip;
use super::mark_list::MarkList;
use super::state::{Action, State};
use super::use_placement::use_placement;
use super::use_pointing::use_pointing;

/// The language of [`super::words`].
const LANGUAGE: &str = "en";

/// What an article's interface is about.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct InterfaceProps {
    /// The article's text with what was found in it.
    pub reading: Rc<Reading>,
    /// The article in the page.
    pub view: View,
    /// The kinds that are painted at first.
    pub shown: Kinds,
}

/// The chip, the list and the card of one article.
#[component]
pub fn Interface(props: &InterfaceProps) -> Html {
    let InterfaceProps { reading, view, shown } = props;
    let state = use_reducer(|| State::new(Rc::clone(reading), *shown));
    let dispatch = state.dispatcher();
    let (card, dock, list, list_button) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());

    use_effect_with(Rc::clone(reading), {
        let dispatch = dispatch.clone();
        move |reading| dispatch.dispatch(Action::Replaced(Rc::clone(reading)))
    });
    use_effect_with((view.clone(), state.shown), |(view, shown)| view.marked().show(*shown));
    let over_card = use_pointing(view, dispatch.to_callback());
    use_placement(view, state.open, &card, &dock);

    let on_dismiss = {
        let (dispatch, listed, open) = (dispatch.clone(), state.listed, state.open.is_some());
        let (card, list, list_button) = (card.clone(), list.clone(), list_button.clone());
        Callback::from(move |()| {
            let closing = if open { &card } else { &list };
            if has_focus(closing) {
                let current = if listed && open { tab_stop(&list) } else { list_button.cast() };
                focus(current);
            }
            dispatch.dispatch(Action::Dismissed);
        })
    };
    use_escape(view, state.open.is_some() || state.listed, on_dismiss.clone());

    // Until the new reading has come in, the old state is about another text.
    if state.reading != *reading || reading.marks.is_empty() {
        return Html::default();
    }
    let on_focusout = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: FocusEvent| {
            if focus_left(&event) {
                dispatch.dispatch(Action::FocusLeft);
            }
        })
    };
    let on_choose = {
        let (dispatch, view, reading) = (dispatch.clone(), view.clone(), Rc::clone(reading));
        Callback::from(move |mark: usize| {
            view.marked().reveal(reading.marks[mark].ranges[0]);
            dispatch.dispatch(Action::Chosen(mark));
        })
    };
    let on_show = {
        let view = view.clone();
        Callback::from(move |range: wire::Range| view.marked().reveal(range))
    };
    let on_action = dispatch.to_callback();
    html! {
        <div class={classes!("interface", view.tone().name())} onfocusout={on_focusout}>
            <Chip reading={Rc::clone(reading)} shown={state.shown} listed={state.listed}
                dock={dock} list_button={list_button} on_action={on_action.clone()}>
                if state.listed {
                    <MarkList reading={Rc::clone(reading)} marks={state.marks()} current={state.current}
                        node={list} {on_action} on_choose={on_choose.clone()} />
                }
            </Chip>
            if let Some(open) = state.open {
                <Card reading={Rc::clone(reading)} mark={open.mark} country={country(reading, open.mark)}
                    node={card} over={over_card} {on_choose} {on_show} on_close={on_dismiss} />
            }
        </div>
    }
}

/// Calls `dismiss` on Escape while something is open. The host hears the key too.
#[hook]
fn use_escape(view: &View, open: bool, dismiss: Callback<()>) {
    let view = view.clone();
    use_effect_with((open, dismiss), move |(open, dismiss)| {
        let dismiss = dismiss.clone();
        let listener = open.then(|| {
            Listener::capturing(view.window(), "keydown", move |event| {
                if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                    dismiss.emit(());
                }
            })
        });
        move || drop(listener)
    });
}

/// The name of the country of a place's mark; empty for other marks.
fn country(reading: &Reading, mark: usize) -> AttrValue {
    let mark = &reading.marks[mark];
    if mark.kind != Kind::Place {
        return AttrValue::default();
    }
    let code = &reading.analysis.places[mark.index].country;
    if code.is_empty() { AttrValue::default() } else { country_name(code, LANGUAGE).into() }
}

/// Whether the focus went to something outside of the interface.
fn focus_left(event: &FocusEvent) -> bool {
    let whole = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let whole = whole.and_then(|element| element.closest(".interface").ok().flatten());
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    !whole.is_some_and(|whole| whole.contains(to.as_ref()) && to.is_some())
}

fn has_focus(node: &NodeRef) -> bool {
    node.cast::<Element>().is_some_and(|element| element.matches(":focus-within").unwrap_or_default())
}

/// The one item of the list that Tab goes to.
fn tab_stop(list: &NodeRef) -> Option<HtmlElement> {
    list.cast::<Element>()?.query_selector("[tabindex=\"0\"]").ok().flatten()?.dyn_into().ok()
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        // What cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
