//! What a card says of a mention of a side.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::reading::Reading;

use super::card::fact;
use super::words::{self, label};

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SideCardProps {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The mention's position.
    pub mention: usize,
}

/// The side's role here, how often it is named and speaks, and its other names.
#[component]
pub fn SideCard(props: &SideCardProps) -> Html {
    let reading = &props.reading;
    let mention = &reading.analysis.mentions[props.mention];
    let side = reading.side(&mention.side).map(|(_, side)| side);
    let names = side.map(|side| {
        let others = side.names.iter().filter(|name| **name != side.name);
        others.map(String::as_str).collect::<Vec<_>>().join(", ")
    });
    let evidence = side.and_then(|side| side.evidence.first()).map(|evidence| {
        let shown = evidence.range.map(|range| reading.words(range));
        words::evidence(evidence.conflict.as_deref(), shown.as_deref())
    });
    html! {
        <dl>
            { fact(label::ROLE, words::role(mention.role)) }
            if let Some(side) = side {
                { fact(label::NAMED, words::named(reading.named(&side.id), reading.spoken(&side.id))) }
            }
            if let Some(names) = names.filter(|names| !names.is_empty()) {
                { fact(label::NAMES, names) }
            }
            if let Some(evidence) = evidence {
                { fact(label::PARTY, evidence) }
            }
            { fact(label::SURE, words::sure(mention.confidence)) }
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::reading::samples::reading;
    use crate::web::ui::render::render;

    #[test]
    fn a_side_says_how_often_it_is_named_and_why_it_is_a_party() {
        let html = render::<SideCard>(SideCardProps { reading: Rc::new(reading()), mention: 0 });
        for words in ["a capital that stands for its government", "named once, speaks once", "Sample war", "quite sure"]
        {
            assert!(html.contains(words), "{words} in {html}");
        }
    }
}
