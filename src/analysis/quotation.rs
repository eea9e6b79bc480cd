//! Quotations: what stands between quotation marks, straight or curly, over one
//! paragraph or several.
//!
//! An opening mark whose closing one never comes opens nothing.

use super::Span;
use super::token::{Token, TokenKind};

/// A passage between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its parts with their marks, one for each paragraph that it runs over.
    pub parts: Vec<Span>,
    /// The first token (the opening mark) and the last (the closing mark).
    pub tokens: (usize, usize),
}

/// The closing mark for an opening one.
fn closing(open: char) -> Option<char> {
    match open {
        '“' | '„' => Some('”'),
        '‘' => Some('’'),
        '«' => Some('»'),
        '"' | TWO_APOSTROPHES => Some(open),
        _ => None,
    }
}

/// Stands for two apostrophes in a row, with which some agencies quote.
const TWO_APOSTROPHES: char = '″';

/// Finds all quotations, in order, none inside another: an inner quotation
/// belongs to the outer one. `paragraphs` are token ranges.
pub fn find(text: &str, tokens: &[Token], paragraphs: &[(usize, usize)]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open: Option<(char, Quotation)> = None;
    for &(first, end) in paragraphs {
        if let Some((mark, quotation)) = &mut open {
            // A quotation runs on only where the next paragraph opens with its mark again.
            if first < end && mark_of(text, tokens, first) == Some(*mark) {
                quotation.parts.push(tokens[first].span);
            } else {
                open = None;
            }
        }
        let resumed = open.is_some();
        for index in first..end {
            let Some(mark) = mark_of(text, tokens, index) else { continue };
            let last = index + usize::from(mark == TWO_APOSTROPHES);
            match &mut open {
                Some((opened, quotation)) => {
                    if resumed && index == first {
                        continue;
                    }
                    if Some(mark) == closing(*opened) && closes(text, tokens, last, end) {
                        let part = quotation.parts.last_mut().expect("an open quotation has a part");
                        part.end = tokens[last].span.end;
                        quotation.tokens.1 = last;
                        found.extend(open.take().map(|(_, quotation)| quotation));
                    }
                }
                None if closing(mark).is_some() && opens(text, tokens, index, end) => {
                    let parts = vec![tokens[index].span];
                    open = Some((mark, Quotation { parts, tokens: (index, index) }));
                }
                None => {}
            }
        }
        if let Some((_, quotation)) = &mut open
            && let Some(part) = quotation.parts.last_mut()
            && end > first
        {
            part.end = tokens[end - 1].span.end;
        }
    }
    found
}

fn mark_of(text: &str, tokens: &[Token], index: usize) -> Option<char> {
    let token = &tokens[index];
    if token.kind != TokenKind::Mark {
        return None;
    }
    let rest = &text[token.span.start as usize..];
    if rest.starts_with("''") { Some(TWO_APOSTROPHES) } else { rest.chars().next() }
}

/// A straight or single mark opens where white space or a bracket stands before
/// it and text directly after it.
fn opens(text: &str, tokens: &[Token], index: usize, end: usize) -> bool {
    let next = index + 1 + usize::from(mark_of(text, tokens, index) == Some(TWO_APOSTROPHES));
    let followed = next < end && !tokens[next].spaced;
    let before = index.checked_sub(1).and_then(|i| mark_of(text, tokens, i));
    followed && (tokens[index].spaced || matches!(before, Some('(' | '[' | '—' | '–' | '-' | '“' | '‘' | '/')))
}

/// A mark closes where no letter follows directly: an apostrophe does not.
fn closes(text: &str, tokens: &[Token], index: usize, end: usize) -> bool {
    let glued = index + 1 < end && !tokens[index + 1].spaced;
    let word_follows = glued && matches!(tokens[index + 1].kind, TokenKind::Word | TokenKind::Number);
    match mark_of(text, tokens, index) {
        Some('\'' | '’' | '"') => !word_follows,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::drawn::{self, Mark};

    /// Draws the parts of the quotations.
    fn check(drawing: &str) {
        drawn::check(drawing, "", |article, _| {
            let parts = article.quotations().iter().flat_map(|quotation| &quotation.parts);
            parts.map(|part| Mark::new(*part, "quoted")).collect()
        });
    }

    #[test]
    fn straight_and_curly_and_angular_marks_quote() {
        check(
            r#"
A "café," a “naïve 😀” one, «là» and „dort”.
  ^^^^^^^ quoted
            ^^^^^^^^^ quoted
                           ^^^^ quoted
                                    ^^^^^^ quoted"#,
        );
    }

    #[test]
    fn two_apostrophes_quote() {
        check(
            "
''It's a café,'' she said, ''and the men's hall.''
^^^^^^^^^^^^^^^^ quoted
                           ^^^^^^^^^^^^^^^^^^^^^^^ quoted",
        );
    }

    #[test]
    fn an_apostrophe_closes_no_quotation() {
        check(
            "
The rebels’ ‘men’s café’ isn’t theirs; it’s the ’90s again.
            ^^^^^^^^^^^^ quoted",
        );
    }

    #[test]
    fn brackets_and_inner_quotations_belong_to_the_outer_one() {
        check(
            "
“It [the café] said ‘open’ and (almost) ‘free,’” she read.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quoted",
        );
    }

    #[test]
    fn a_paragraph_without_a_mark_at_its_start_ends_an_open_quotation() {
        check(
            "
“It never ends 😀.

It has ended. “Now.”
              ^^^^^^ quoted",
        );
    }

    #[test]
    fn a_quotation_goes_on_where_the_next_paragraph_opens_with_its_mark() {
        check(
            "
She wrote: “One é.
           ^^^^^^^ quoted

“Two 😀.” Then she left.
^^^^^^^^ quoted",
        );
    }
}
