//! The marks as a list, for those who read with the keyboard or a screen reader:
//! highlights on the page cannot take the focus. One Tab stop, arrow keys within.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::web::mark::Kind;
use crate::web::reading::Reading;

use super::state::Action;
use super::words;

/// How many characters of a long passage the list shows.
const EXCERPT: usize = 90;

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MarkListProps {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The positions of the marks that are shown.
    pub marks: Vec<usize>,
    /// The one of them that Tab goes to.
    pub current: usize,
    /// Set to the list's element.
    pub node: NodeRef,
    /// Called when a mark gets the focus.
    pub on_action: Callback<Action>,
    /// Called when a mark is pressed.
    pub on_choose: Callback<usize>,
}

/// A list of buttons, one a mark.
#[component]
pub fn MarkList(props: &MarkListProps) -> Html {
    // Keys may come faster than the list is rendered.
    let at = use_mut_ref(|| 0);
    at.replace(props.marks.iter().position(|&mark| mark == props.current).unwrap_or_default());
    let on_keydown = {
        let (node, last) = (props.node.clone(), props.marks.len().saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            let Some(to) = step(&event.key(), *at.borrow(), last) else { return };
            // The list is ours: the page must not scroll with it.
            event.prevent_default();
            at.replace(to);
            focus_item(&node, to);
        })
    };
    html! {
        <ul class="list" aria-label={words::LIST_NAME} ref={props.node.clone()} onkeydown={on_keydown}>
            { for props.marks.iter().map(|&mark| item(props, mark)) }
        </ul>
    }
}

fn item(props: &MarkListProps, mark: usize) -> Html {
    let tab_stop = if mark == props.current { "0" } else { "-1" };
    let found = &props.reading.marks[mark];
    html! {
        <li key={mark}>
            <button type="button" tabindex={tab_stop}
                onfocusin={props.on_action.reform(move |_| Action::Focused(mark))}
                onclick={props.on_choose.reform(move |_| mark)}>
                <span class="kind">{ title(&props.reading, mark) }</span>
                { " " }
                <span class={found.ink.name()}>{ excerpt(&props.reading.words_of(&found.ranges)) }</span>
            </button>
        </li>
    }
}

/// What the list and a card call a mark.
pub fn title(reading: &Reading, mark: usize) -> String {
    let mark = &reading.marks[mark];
    match mark.kind {
        Kind::Side => {
            let side = reading.side(&reading.analysis.mentions[mark.index].side);
            side.map_or_else(|| words::SEVERAL_SIDES.to_string(), |(_, side)| side.name.clone())
        }
        Kind::Place => reading.analysis.places[mark.index].name.clone(),
        Kind::Statement => {
            let statement = &reading.analysis.statements[mark.index];
            let side = statement.side.as_deref().and_then(|id| reading.side(id));
            words::statement_title(&statement.kind, side.map(|(_, side)| side.name.as_str()))
        }
    }
}

/// The beginning of a passage, cut between words.
pub fn excerpt(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(EXCERPT) else { return words.to_string() };
    let end = words[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &words[..end])
}

/// Where a key leads from an item; `None` for keys that lead nowhere.
fn step(key: &str, at: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowDown" => Some((at + 1).min(last)),
        "ArrowUp" => Some(at.saturating_sub(1)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

fn focus_item(list: &NodeRef, position: usize) {
    let item = format!("li:nth-child({}) button", position + 1);
    let button = list.cast::<Element>().and_then(|list| list.query_selector(&item).ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A button of ours takes the focus.
        let _ = button.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::reading::samples::reading;
    use crate::web::ui::render::render;

    #[test]
    fn every_mark_has_a_button_with_its_name_and_its_words() {
        let reading = Rc::new(reading());
        let html = render::<MarkList>(MarkListProps {
            marks: (0..reading.marks.len()).collect(),
            reading,
            current: 2,
            node: NodeRef::default(),
            on_action: Callback::noop(),
            on_choose: Callback::noop(),
        });
        assert_eq!(html.matches("<button").count(), 5, "{html}");
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{html}");
        for words in ["Russia", "Claim by Russia", "Kyiv fired first near Zólkiv", "The article's own caveat"] {
            assert!(html.contains(words), "{words} in {html}");
        }
    }

    #[test]
    fn the_arrows_stop_at_the_ends() {
        assert_eq!(
            ["ArrowDown", "ArrowUp", "Home", "End"].map(|key| step(key, 2, 4)),
            [Some(3), Some(1), Some(0), Some(4)]
        );
        assert_eq!((step("ArrowDown", 4, 4), step("ArrowUp", 0, 4), step("End", 0, 0)), (Some(4), Some(0), Some(0)));
        assert_eq!(step("Tab", 2, 4), None);
    }

    #[test]
    fn a_long_passage_is_cut_between_words() {
        let long = "müde 🛰 ".repeat(40);
        let short = excerpt(&long);
        assert!(short.chars().count() <= EXCERPT + 1 && (short.ends_with("müde…") || short.ends_with("🛰…")));
        assert_eq!(excerpt("short"), "short");
    }
}
