//! What a card says of a place. The link to a map opens only when it is pressed.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::reading::Reading;

use super::card::fact;
use super::words::{self, label};

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PlaceCardProps {
    /// The article that it is about.
    pub reading: Rc<Reading>,
    /// The place's position.
    pub place: usize,
    /// The name of its country, empty if it has none.
    pub country: AttrValue,
}

/// The place's kind and country, where it lies, and how sure that is.
#[component]
pub fn PlaceCard(props: &PlaceCardProps) -> Html {
    let place = &props.reading.analysis.places[props.place];
    let kind = words::place_kind(place.kind);
    let what = if props.country.is_empty() { kind.to_string() } else { format!("{kind}, {}", props.country) };
    html! {
        <>
            <dl>
                { fact(label::KIND, what) }
                { fact(label::COORDINATES, words::coordinates(place.lat, place.lon)) }
                { fact(label::DECISION, words::decision(place.decision)) }
                { fact(label::SURE, words::sure(place.confidence)) }
            </dl>
            <p>
                <a href={map(place.lat, place.lon)} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                    { words::MAP }{ " " }<span class="aside">{ words::NEW_TAB }</span>
                </a>
            </p>
        </>
    }
}

/// The address of a public map with a pin at the point.
fn map(lat: f64, lon: f64) -> String {
    let (lat, lon) = (words::decimal(lat, 4), words::decimal(lon, 4));
    format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=8/{lat}/{lon}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::reading::samples::reading;
    use crate::web::ui::render::render;

    #[test]
    fn a_place_says_what_and_where_it_is_and_how_it_was_chosen() {
        let html =
            render::<PlaceCard>(PlaceCardProps { reading: Rc::new(reading()), place: 0, country: "Ukraine".into() });
        for words in
            ["town or city, Ukraine", "50.06° N, 23.50° W", "nearest", "not sure", "mlat=50.0600", "noreferrer"]
        {
            assert!(html.contains(words), "{words} in {html}");
        }
    }
}
