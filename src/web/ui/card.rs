//! The card of one mark, whatever its kind: a title, what is known, and the marks
//! around it. What stands in between is each kind's own.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::mark::Kind;
use crate::web::reading::Reading;
use crate::wire;

use super::mark_list::title;
use super::place_card::place_card;
use super::side_card::side_card;
use super::statement_card::statement_card;
use super::words::{self, label};

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CardProps {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The position of the mark.
    pub mark: usize,
    /// The name of the country of a place.
    pub country: AttrValue,
    /// Set to the card's element.
    pub node: NodeRef,
    /// Called with whether the pointer is over the card.
    pub over: Callback<bool>,
    /// Called with a mark to go to.
    pub on_choose: Callback<usize>,
    /// Called with a passage to show.
    pub on_show: Callback<wire::Range>,
    /// Called when the card is to close.
    pub on_close: Callback<()>,
}

/// A card in the browser's top layer.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { reading, mark, .. } = props;
    let found = &reading.marks[*mark];
    let body = match found.kind {
        Kind::Side => side_card(reading, found.index),
        Kind::Place => place_card(reading, found.index, &props.country),
        Kind::Statement => statement_card(props, found.index),
    };
    let title = title(reading, *mark);
    html! {
        <div class="card" role="dialog" aria-label={format!("{}: {title}", words::kind(found.kind))} popover="manual"
            ref={props.node.clone()}
            onpointerover={props.over.reform(|_| true)} onpointerout={props.over.reform(|_| false)}>
            <div class="head">
                <div>
                    <p class="kind">{ words::kind(found.kind) }</p>
                    <p class="title"><span class={found.ink.name()}>{ title }</span></p>
                </div>
                <button type="button" class="close" aria-label={words::CLOSE} onclick={props.on_close.reform(|_| ())}>
                    { "×" }
                </button>
            </div>
            { body }
            { around(props) }
            <p class="note">{ words::NOTE }</p>
        </div>
    }
}

/// Buttons for the marks that this one is part of.
fn around(props: &CardProps) -> Html {
    let around = props.reading.around(props.mark);
    if around.is_empty() {
        return Html::default();
    }
    let button = |mark: usize| {
        html! {
            <button type="button" class="link" onclick={props.on_choose.reform(move |_| mark)}>
                { title(&props.reading, mark) }
            </button>
        }
    };
    html! { <dl>{ fact(label::AROUND, html! { { for around.into_iter().map(button) } }) }</dl> }
}

/// One line of a card.
pub fn fact(label: &'static str, value: impl Into<Html>) -> Html {
    html! { <div><dt>{ label }</dt><dd>{ value.into() }</dd></div> }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::web::reading::samples::reading;
    use crate::web::ui::render::render;

    /// The card of a mark of the sample, as HTML.
    pub fn card(mark: usize) -> String {
        render::<Card>(CardProps {
            reading: Rc::new(reading()),
            mark,
            country: "Ukraine".into(),
            node: NodeRef::default(),
            over: Callback::noop(),
            on_choose: Callback::noop(),
            on_show: Callback::noop(),
            on_close: Callback::noop(),
        })
    }

    #[test]
    fn a_card_is_named_by_its_kind_and_leads_to_the_marks_around_it() {
        let html = card(3);
        for words in ["aria-label=\"Place: Zólkiv\"", label::AROUND, "Claim by Russia", words::NOTE, words::CLOSE] {
            assert!(html.contains(words), "{words} in {html}");
        }
        assert!(!card(0).contains(label::AROUND));
    }
}
