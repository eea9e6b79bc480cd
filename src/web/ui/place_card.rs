//! What a card says of a place. The link to a map opens only when it is pressed.

use yew::prelude::*;

use crate::web::reading::Reading;

use super::card::fact;
use super::words::{self, label};

/// The place's kind and country, where it lies, and how sure that is. `country` is
/// the name of its country, empty if it has none.
pub fn place_card(reading: &Reading, place: usize, country: &str) -> Html {
    let place = &reading.analysis.places[place];
    let known = place.decision != words::UNCLEAR;
    let kind = words::place_kind(&place.kind);
    let what = if country.is_empty() { kind.to_string() } else { format!("{kind}, {country}") };
    html! {
        <>
            <dl>
                { fact(label::KIND, what) }
                if let Some(status) = &place.status {
                    { fact(label::STATUS, words::status(status)) }
                }
                if known {
                    { fact(label::COORDINATES, words::coordinates(place.lat, place.lon, place.approximate)) }
                }
                { fact(label::DECISION, words::decision(&place.decision)) }
                { fact(label::SURE, words::sure(place.confidence)) }
            </dl>
            if known {
              <p>
                <a href={map(place.lat, place.lon)} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                    { words::MAP }{ " " }<span class="aside">{ words::NEW_TAB }</span>
                </a>
              </p>
            }
            <p class="note">{ words::CREDIT }</p>
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
    use crate::web::ui::card::tests::card;

    #[test]
    fn a_place_says_what_and_where_it_is_and_how_it_was_chosen() {
        let html = card(3);
        for words in [
            "town or city, Ukraine",
            "50.06° N, 23.50° W",
            "nearest",
            "GeoNames",
            "not sure",
            "mlat=50.0600",
            "noreferrer",
        ] {
            assert!(html.contains(words), "{words} in {html}");
        }
    }
}
