//! What a card says of a mention of a side.

use yew::prelude::*;

use crate::web::reading::Reading;

use super::card::fact;
use super::words::{self, label};

/// How many other names of a side are shown.
const NAMES: usize = 6;

/// The side's role here, how often it is named and speaks, and its other names.
pub fn side_card(reading: &Reading, mention: usize) -> Html {
    let mention = &reading.analysis.mentions[mention];
    let side = reading.side(&mention.side).map(|(_, side)| side);
    let names = side.map(|side| {
        let others = side.names.iter().filter(|name| **name != side.name);
        others.take(NAMES).map(String::as_str).collect::<Vec<_>>().join(", ")
    });
    let evidence = side.and_then(|side| side.evidence.first()).map(|evidence| {
        let shown = evidence.range.map(|range| reading.words(range));
        words::evidence(evidence.conflict.as_deref(), shown.as_deref())
    });
    html! {
        <dl>
            { fact(label::ROLE, words::role(&mention.role)) }
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
    use crate::web::ui::card::tests::card;

    #[test]
    fn a_side_says_how_often_it_is_named_and_why_it_is_a_party() {
        let html = card(0);
        for words in ["a capital that stands for its government", "named once, speaks once", "Sample war", "quite sure"]
        {
            assert!(html.contains(words), "{words} in {html}");
        }
    }
}
