//! The text, cut into paragraphs, sentences, tokens and quotations.

use super::Span;
use super::quotation::{self, Quotation};
use super::sentence::{self, Sentence};
use super::token::{self, Token, TokenKind};

/// An article's text with its structure. Owns the text once; every finding
/// points into it.
#[derive(Clone, Debug)]
pub struct Article {
    text: String,
    lower: String,
    tokens: Vec<Token>,
    paragraphs: Vec<(usize, usize)>,
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
}

impl Article {
    /// Cuts the text into paragraphs, sentences, tokens and quotations.
    /// Any text is legal; paragraphs are separated by line breaks, but for those that only
    /// wrap a line. Of a text
    /// longer than 4 GiB only the beginning is read, since a [`Span`] counts in
    /// 32 bits.
    pub fn new(text: impl Into<String>) -> Article {
        let mut text = text.into();
        if u32::try_from(text.len()).is_err() {
            let end = (0..=u32::MAX as usize).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
            text.truncate(end);
        }
        let mut lower = String::with_capacity(text.len());
        let tokens = token::find(&text, &mut lower);
        let paragraphs = paragraphs(&text, &tokens);
        let quotations = quotation::find(&text, &tokens, &paragraphs);
        let sentences = sentence::find(&text, &lower, &tokens, &paragraphs, &quotations);
        Article { text, lower, tokens, paragraphs, sentences, quotations }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token ranges of the paragraphs that have tokens, in order.
    pub fn paragraphs(&self) -> &[(usize, usize)] {
        &self.paragraphs
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All quotations, in order.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// A token's lower-case form, with straight apostrophes and no soft hyphens.
    pub fn word(&self, token: usize) -> &str {
        let (start, end) = self.tokens[token].lower;
        &self.lower[start as usize..end as usize]
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    /// The span from the first token to the last, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        Span { start: self.tokens[first].span.start, end: self.tokens[last].span.end }
    }
}

/// Splits the tokens where a line break stands between two of them, unless the line was
/// only wrapped: a word in lower case goes on after one without a mark.
fn paragraphs(text: &str, tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut paragraphs = Vec::new();
    let mut first = 0;
    for index in 1..=tokens.len() {
        let ends = tokens.get(index).is_none_or(|next| {
            let before = &tokens[index - 1];
            let gap = &text[before.span.end as usize..next.span.start as usize];
            let wrapped = || {
                let runs_on = before.kind != TokenKind::Mark || text[before.span.start as usize..].starts_with(',');
                runs_on
                    && next.kind == TokenKind::Word
                    && !next.capital
                    && gap.matches('\n').count() == 1
                    && !gap.contains(['\u{2028}', '\u{2029}'])
            };
            gap.contains(['\n', '\r', '\u{2028}', '\u{2029}']) && !wrapped()
        });
        if ends {
            paragraphs.push((first, index));
            first = index;
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentences of `text`, joined by " | ".
    fn check(text: &str, expected: &str) {
        let article = Article::new(text);
        let sentences: Vec<_> =
            article.sentences().iter().map(|s| article.slice(article.span(s.first, s.end - 1))).collect();
        assert_eq!(sentences.join(" | "), expected);
    }

    #[test]
    fn an_attribution_stays_with_its_quotation() {
        check(
            "“It fell. We left,” he said. “All of us.” The U.S. army denied it.",
            "“It fell. We left,” he said. | “All of us.” | The U.S. army denied it.",
        );
    }

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        check("Lt. Gen. A. Novak left. Mr. Ode stayed.", "Lt. Gen. A. Novak left. | Mr. Ode stayed.");
    }

    #[test]
    fn a_month_cut_short_does_not_end_a_sentence_before_a_day() {
        check(
            "It fell on Dec. 10 at dawn. It rained in Oct. Nobody came.",
            "It fell on Dec. 10 at dawn. | It rained in Oct. | Nobody came.",
        );
    }

    #[test]
    fn a_line_that_was_only_wrapped_goes_on() {
        check(
            "The army said,\non Monday, that it left\nthe town. It\n\nburned\nBridge",
            "The army said,\non Monday, that it left\nthe town. | It | burned | Bridge",
        );
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        let article = Article::new("He said: “One.\n\n“Two 😀.”\n\n“Three” and \"four\", don’t ‘five’.");
        let parts: Vec<Vec<_>> =
            article.quotations().iter().map(|q| q.parts.iter().map(|p| article.slice(*p)).collect()).collect();
        assert_eq!(parts, [vec!["“One.", "“Two 😀.”"], vec!["“Three”"], vec!["\"four\""], vec!["‘five’"]]);
    }

    #[test]
    fn an_unpaired_mark_opens_nothing() {
        let article = Article::new("“No end here.\n\nNext “one” is.");
        let parts: Vec<_> = article.quotations().iter().map(|q| article.slice(q.parts[0])).collect();
        assert_eq!(parts, ["“one”"]);
    }
}
