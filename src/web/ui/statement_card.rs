//! What a card says of a statement: whose word it is and why it cannot be checked
//! from this article. Never whether it is true.

use yew::prelude::*;

use super::card::{CardProps, fact};
use super::mark_list::{excerpt, title};
use super::words::{self, label};

/// Why, who, for whom, by which words, and what the article sets beside it.
pub fn statement_card(props: &CardProps, statement: usize) -> Html {
    let reading = &props.reading;
    let statement = &reading.analysis.statements[statement];
    let side = statement.side.as_deref().and_then(|id| reading.side(id)).map(|(_, side)| side.name.clone());
    html! {
        <>
            { for statement.reasons.iter().map(|why| html! { <p class="why">{ why.text.clone() }</p> }) }
            <dl>
                if let Some(source) = statement.source {
                    { fact(label::SOURCE, words::quoted(&excerpt(&reading.words(source)))) }
                }
                if let Some(side) = side {
                    { fact(label::SIDE, side) }
                }
                if let Some(cue) = statement.cue {
                    { fact(label::CUE, words::quoted(&excerpt(&reading.words(cue)))) }
                }
                { others(props, label::DISCLAIMED, &statement.disclaimed_by) }
                { others(props, label::CONTRADICTED, &statement.contradicted_by) }
                { others(props, label::CONFIRMED, &statement.confirmed_by) }
                { fact(label::SURE, words::sure(statement.confidence)) }
            </dl>
        </>
    }
}

/// The statements that this one is linked to, with a button that goes there.
fn others(props: &CardProps, label: &'static str, statements: &[u32]) -> Html {
    let CardProps { reading, on_choose, on_show, .. } = props;
    let linked = |&position: &u32| {
        let position = position as usize;
        let content = &reading.analysis.statements.get(position)?.content;
        let (mark, range) = (reading.statement_mark(position), *content.first()?);
        let on_press = {
            let (on_choose, on_show) = (on_choose.clone(), on_show.clone());
            Callback::from(move |_: MouseEvent| match mark {
                Some(mark) => on_choose.emit(mark),
                None => on_show.emit(range),
            })
        };
        let quoted = words::quoted(&excerpt(&reading.words_of(content)));
        let name = mark.map(|mark| format!("{}: {}", words::SHOW, title(reading, mark)));
        Some(fact(
            label,
            html! {
                <>
                    { quoted }{ " " }
                    <button type="button" class="link" aria-label={name} onclick={on_press}>{ words::SHOW }</button>
                </>
            },
        ))
    };
    html! { { for statements.iter().filter_map(linked) } }
}

#[cfg(test)]
mod tests {
    use crate::web::ui::card::tests::card;

    #[test]
    fn a_statement_says_who_says_it_and_quotes_the_articles_disclaimer() {
        let html = card(1);
        for words in
            ["It rests on the word of a party.", "“Moscow”", "“said”", "“It could not be verified”", "fairly sure"]
        {
            assert!(html.contains(words), "{words} in {html}");
        }
    }
}
