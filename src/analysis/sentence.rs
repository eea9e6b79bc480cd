//! Sentences: where one ends and the next begins.
//!
//! A quotation is never cut: a sentence that holds one runs on past its inner
//! full stops, so that the attribution stays with what it attributes.

use super::quotation::Quotation;
use super::token::{Token, TokenKind};
use crate::analysis::word::is_one_of;

/// A run of tokens, half-open, inside one paragraph, or over the paragraphs of
/// one quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
}

/// A sentence is cut after so many tokens outside quotations, so that no text makes a
/// detector go back and forth over a whole article.
const LONGEST: usize = 300;

/// Words that end in a point and do not end a sentence when a name follows.
const TITLES: &str = "mr mrs ms dr gen lt col maj capt sgt cpl pvt adm cmdr brig prof rev sen rep gov st no jr sr vs pres rtd ret hon fr spc pfc";

/// Months that are cut short do not end a sentence when a day follows.
const MONTHS: &str = "jan feb mar apr jun jul aug sep sept oct nov dec";

/// Cuts each paragraph into sentences.
pub fn find(
    text: &str,
    lower: &str,
    tokens: &[Token],
    paragraphs: &[(usize, usize)],
    quotations: &[Quotation],
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut quotations = quotations.iter().peekable();
    let (mut first, mut index) = (0, 0);
    for &(_, paragraph_end) in paragraphs {
        while index < paragraph_end {
            while quotations.next_if(|q| q.tokens.0 < index).is_some() {}
            if let Some(quotation) = quotations.peek().filter(|q| q.tokens.0 == index) {
                index = quotation.tokens.1 + 1;
                if ends_quotation(text, tokens, index - 1) {
                    sentences.push(Sentence { first, end: index });
                    first = index;
                }
            } else if is_end(text, lower, tokens, index) {
                index += 1;
                while index < paragraph_end && is_closer(text, &tokens[index]) && !tokens[index].spaced {
                    index += 1;
                }
                sentences.push(Sentence { first, end: index });
                first = index;
            } else {
                index += 1;
                if index - first >= LONGEST {
                    sentences.push(Sentence { first, end: index });
                    first = index;
                }
            }
        }
        // Past the paragraph's end only where a quotation runs on: then the sentence does too.
        if index == paragraph_end && first < paragraph_end {
            sentences.push(Sentence { first, end: paragraph_end });
            first = paragraph_end;
        }
    }
    sentences
}

fn character(text: &str, token: &Token) -> char {
    text[token.span.start as usize..].chars().next().unwrap_or(' ')
}

fn is_closer(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Mark
        && matches!(character(text, token), ')' | ']' | '”' | '’' | '"' | '»' | '.' | '!' | '?' | '…')
}

/// Whether the token is a mark or an abbreviation that ends a sentence.
fn is_end(text: &str, lower: &str, tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    let next = tokens.get(index + 1);
    let starts_sentence = |t: &Token| t.spaced && (t.capital || t.kind != TokenKind::Word);
    match token.kind {
        TokenKind::Mark => match character(text, token) {
            '!' | '?' | '…' => next.is_none_or(|t| starts_sentence(t) || is_closer(text, t)),
            '.' => {
                let title = index > 0 && {
                    let word = &tokens[index - 1];
                    let form = &lower[word.lower.0 as usize..word.lower.1 as usize];
                    let day = || is_one_of(form, MONTHS) && next.is_some_and(|t| t.kind == TokenKind::Number);
                    word.capital && !token.spaced && (is_one_of(form, TITLES) || form.chars().count() == 1 || day())
                };
                !title && next.is_none_or(|t| starts_sentence(t) || is_closer(text, t))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether a sentence ends with the quotation that closes at `index`.
fn ends_quotation(text: &str, tokens: &[Token], index: usize) -> bool {
    let inner = &tokens[index - 1];
    let stopped = inner.kind == TokenKind::Mark && matches!(character(text, inner), '.' | '!' | '?' | '…');
    stopped && tokens.get(index + 1).is_none_or(|t| t.capital || (t.kind == TokenKind::Mark && t.spaced))
}
