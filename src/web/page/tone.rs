//! Whether an article is read dark on light or light on dark, by the color of its
//! text: that tells it for pictures and gradients too.

use web_sys::{Element, Window};

/// How the interface must look beside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

/// The lightness from which text counts as light, as in `marks.css`.
const LIGHT_TEXT: f64 = 0.6;

impl Tone {
    /// The tone of an element's text.
    pub fn of(element: &Element, window: &Window) -> Tone {
        let style = window.get_computed_style(element).ok().flatten();
        let color = style.and_then(|style| style.get_property_value("color").ok()).unwrap_or_default();
        if lightness(&color) > LIGHT_TEXT { Tone::Dark } else { Tone::Light }
    }

    /// Its class in our sheet.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Light => "light",
            Tone::Dark => "dark",
        }
    }
}

/// About how light a color is, from 0 to 1, as browsers write computed colors; 0
/// for one that is not understood.
fn lightness(color: &str) -> f64 {
    let Some((function, rest)) = color.split_once('(') else { return 0.0 };
    let mut numbers = rest.split([' ', ',', '/', ')']).filter_map(number);
    match function {
        "rgb" | "rgba" => luma(numbers) / 255.0,
        "color" => luma(numbers),
        "oklch" | "oklab" => numbers.next().unwrap_or_default(),
        "lch" | "lab" => numbers.next().unwrap_or_default() / 100.0,
        _ => 0.0,
    }
}

/// The weighted sum of red, green and blue that stands for lightness.
fn luma(mut parts: impl Iterator<Item = f64>) -> f64 {
    let mut next = || parts.next().unwrap_or_default();
    0.299 * next() + 0.587 * next() + 0.114 * next()
}

/// Reads "0.5" or "50%". By hand: the standard library's exact way weighs more
/// than all of this file.
fn number(digits: &str) -> Option<f64> {
    let (digits, whole) = digits.strip_suffix('%').map_or((digits, 1.0), |digits| (digits, 100.0));
    let (mut value, mut place) = (0.0, None);
    for ch in digits.chars() {
        match (ch.to_digit(10), ch) {
            (Some(digit), _) => match &mut place {
                None => value = value * 10.0 + f64::from(digit),
                Some(place) => {
                    *place /= 10.0;
                    value += f64::from(digit) * *place;
                }
            },
            (None, '.') if place.is_none() => place = Some(1.0),
            _ => return None,
        }
    }
    (!digits.is_empty()).then_some(value / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_color_is_understood() {
        for light in ["rgb(238, 238, 238)", "rgba(255, 255, 255, 0.87)", "color(srgb 0.9 0.9 1)", "oklch(0.9 0.1 20)"] {
            assert!(lightness(light) > LIGHT_TEXT, "{light}");
        }
        for dark in
            ["rgb(17, 17, 17)", "rgb(90, 90, 90)", "oklab(0.3 0 0)", "lab(20 0 0)", "color(srgb 0 0 0.5)", "odd"]
        {
            assert!(lightness(dark) <= LIGHT_TEXT, "{dark}");
        }
    }
}
