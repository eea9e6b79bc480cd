//! What a card says of a statement: whose word it is and why it cannot be checked
//! from this article. Never whether it is true.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::reading::Reading;
use crate::wire;

use super::card::fact;
use super::mark_list::{excerpt, title};
use super::words::{self, label};

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StatementCardProps {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The statement's position.
    pub statement: usize,
    /// Called with the mark of another statement to go to.
    pub on_choose: Callback<usize>,
    /// Called with the passage of one that has no mark.
    pub on_show: Callback<wire::Range>,
}

/// Why, who, for whom, by which words, and what the article sets beside it.
#[component]
pub fn StatementCard(props: &StatementCardProps) -> Html {
    let reading = &props.reading;
    let statement = &reading.analysis.statements[props.statement];
    let side = statement.side.as_deref().and_then(|id| reading.side(id)).map(|(_, side)| side.name.clone());
    html! {
        <>
            { for statement.reasons.iter().map(|why| html! { <p class="why">{ why.text }</p> }) }
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
fn others(props: &StatementCardProps, label: &'static str, statements: &[u32]) -> Html {
    let StatementCardProps { reading, on_choose, on_show, .. } = props;
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
    use super::*;
    use crate::web::reading::samples::reading;
    use crate::web::ui::render::render;

    #[test]
    fn a_statement_says_who_says_it_and_quotes_the_articles_disclaimer() {
        let html = render::<StatementCard>(StatementCardProps {
            reading: Rc::new(reading()),
            statement: 0,
            on_choose: Callback::noop(),
            on_show: Callback::noop(),
        });
        for words in
            ["It rests on the word of a party.", "“Moscow”", "“said”", "“It could not be verified”", "fairly sure"]
        {
            assert!(html.contains(words), "{words} in {html}");
        }
    }
}
