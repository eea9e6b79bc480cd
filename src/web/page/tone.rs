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

/// The perceived lightness from 0 to 1 of a color as browsers compute it; 0 for
/// one that is not understood.
fn lightness(color: &str) -> f64 {
    let Some((function, rest)) = color.split_once('(') else { return 0.0 };
    let numbers: Vec<f64> = rest
        .split([' ', ',', '/', ')'])
        .filter_map(|part| match part.strip_suffix('%') {
            Some(percent) => percent.parse::<f64>().ok().map(|number| number / 100.0),
            None => part.parse().ok(),
        })
        .collect();
    // The cube root of the luminance is close enough to what is perceived.
    let perceived = |scale: f64| match numbers[..] {
        [red, green, blue, ..] => {
            let linear = |part: f64| (part / scale).powf(2.2);
            (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)).cbrt()
        }
        _ => 0.0,
    };
    match function {
        "rgb" | "rgba" => perceived(255.0),
        "color" => perceived(1.0),
        "oklch" | "oklab" => numbers.first().copied().unwrap_or(0.0),
        "lch" | "lab" => numbers.first().copied().unwrap_or(0.0) / 100.0,
        _ => 0.0,
    }
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
