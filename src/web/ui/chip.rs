//! The chip: how many marks of each kind there are, a switch for each, and the
//! way to the list of them all. Says that a program made the marks.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::mark::{Ink, Kind, Kinds};
use crate::web::reading::Reading;

use super::state::Action;
use super::words;

/// What the chip shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChipProps {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The kinds whose marks are painted.
    pub shown: Kinds,
    /// Whether the list is open.
    pub listed: bool,
    /// Set to the chip's element with the list.
    pub dock: NodeRef,
    /// Set to the list's button.
    pub list_button: NodeRef,
    /// Called when a switch or the list's button is pressed.
    pub on_action: Callback<Action>,
    /// The list, if it is open.
    #[prop_or_default]
    pub children: Html,
}

/// The chip, in a corner of the window.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    let on_list = props.on_action.reform(|_| Action::ListToggled);
    html! {
        <aside class="dock" aria-label={words::INTERFACE} ref={props.dock.clone()}>
            <div class="chip">
                <span class="name">{ words::NAME }</span>
                { for Kind::ALL.map(|kind| switch(props, kind)) }
                <button type="button" class="list-button" aria-expanded={props.listed.to_string()}
                    ref={props.list_button.clone()} onclick={on_list}>{ words::LIST }</button>
                <span class="note">{ words::NOTE }</span>
            </div>
            { props.children.clone() }
        </aside>
    }
}

/// A kind's count, which shows and hides its marks. The line under it is theirs.
fn switch(props: &ChipProps, kind: Kind) -> Html {
    let ink = match kind {
        Kind::Side => Ink::Side(1),
        Kind::Place => Ink::Place,
        Kind::Statement => Ink::Statement,
    };
    html! {
        <button type="button" class="switch" title={words::switch(kind)}
            aria-pressed={props.shown.has(kind).to_string()}
            onclick={props.on_action.reform(move |_| Action::Toggled(kind))}>
            <span class={ink.name()}>{ words::count(kind, props.reading.count(kind)) }</span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::reading::samples::reading;
    use crate::web::ui::render::render;

    #[test]
    fn the_chip_counts_each_kind_and_says_which_are_shown() {
        let html = render::<Chip>(ChipProps {
            reading: Rc::new(reading()),
            shown: Kinds::ALL.toggled(Kind::Place),
            listed: false,
            dock: NodeRef::default(),
            list_button: NodeRef::default(),
            on_action: Callback::noop(),
            children: Html::default(),
        });
        let switches: Vec<&str> = html.split("aria-pressed=").skip(1).collect();
        let says = |at: usize, pressed, words| {
            assert!(switches[at].starts_with(pressed), "{html}");
            assert!(switches[at].contains(words), "{html}");
        };
        says(0, "\"true\"", "2 sides");
        says(1, "\"false\"", "1 place");
        says(2, "\"true\"", "1 statement");
        assert!(html.contains(words::NOTE), "{html}");
    }
}
