//! Words, numbers and marks: the smallest parts of the text.
//!
//! A possessive ("'s") and a hyphen are tokens of their own, so that "Kremlin" is
//! found in "Kremlin-backed" and "Ukraine" in "Ukraine’s". A contraction
//! ("didn’t") and an abbreviation with points ("U.S.") are one word each.

use super::{Span, letter};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, or letters and digits.
    Word,
    /// Digits, with their points and commas.
    Number,
    /// "'s" after a word, or the lone apostrophe after a plural.
    Possessive,
    /// One character of anything else.
    Mark,
}

/// A token with its lower-case form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether its first letter is upper case.
    pub capital: bool,
    /// Whether it has two or more letters and all of them are upper case.
    pub all_capitals: bool,
    /// Whether white space, or the start of the text, stands before it.
    pub spaced: bool,
    /// Its lower-case form, as a byte range of the article's buffer of such forms.
    pub(super) lower: (u32, u32),
}

/// Cuts `text` into tokens and appends their lower-case forms to `lower`.
///
/// In a lower-case form every apostrophe is straight and no soft hyphen is left.
pub fn find(text: &str, lower: &mut String) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut cutter = Cutter::new(text);
    while let Some(token) = cutter.next(lower) {
        tokens.push(token);
    }
    tokens
}

/// Cuts a text into tokens one at a time, so that names need no list of theirs.
pub struct Cutter<'a> {
    text: &'a str,
    at: usize,
    after_word: bool,
}

impl<'a> Cutter<'a> {
    /// Begins at the start of `text`.
    pub fn new(text: &'a str) -> Self {
        Cutter { text, at: 0, after_word: false }
    }

    /// The next token, whose lower-case form is appended to `lower`.
    pub fn next(&mut self, lower: &mut String) -> Option<Token> {
        let text = self.text;
        let mut spaced = self.at == 0;
        let ch = loop {
            let ch = text[self.at..].chars().next()?;
            if !letter::is_space(ch) && !is_ignorable(ch) {
                break ch;
            }
            spaced |= letter::is_space(ch);
            self.at += ch.len_utf8();
        };
        let at = self.at;
        let from = lower.len() as u32;
        let (end, kind, all_capitals) = match plain_word(&text.as_bytes()[at..]) {
            Some((length, capitals)) => {
                let word = &text[at..at + length];
                lower.push_str(word);
                lower[from as usize..].make_ascii_lowercase();
                (at + length, TokenKind::Word, length > 1 && capitals == length)
            }
            None => {
                let (end, kind) = end_of_token(text, at, ch, self.after_word && !spaced);
                let word = &text[at..end];
                push_lower(word, lower);
                let letters = word.chars().filter(|c| letter::is_letter(*c)).count();
                (end, kind, letters > 1 && !word.chars().any(letter::is_small))
            }
        };
        self.at = end;
        self.after_word = kind == TokenKind::Word;
        Some(Token {
            span: Span { start: at as u32, end: end as u32 },
            kind,
            capital: letter::is_capital(ch),
            all_capitals,
            spaced,
            lower: (from, lower.len() as u32),
        })
    }
}

/// The length and the number of capitals of a word of plain letters that certainly
/// ends where they end: nearly every word of English, without the slow questions.
fn plain_word(bytes: &[u8]) -> Option<(usize, usize)> {
    let length = bytes.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(bytes.len());
    let capitals = || bytes[..length].iter().filter(|b| b.is_ascii_uppercase()).count();
    ends_plainly(bytes, length).then(|| (length, capitals()))
}

/// Whether a word of so many plain letters ends there. What may go on: an accent, a
/// soft hyphen, digits, an apostrophe, the point of an abbreviation.
pub fn ends_plainly(bytes: &[u8], length: usize) -> bool {
    let ends = |next: &u8| next.is_ascii() && !next.is_ascii_digit() && *next != b'\'' && (*next != b'.' || length > 1);
    length > 0 && bytes.get(length).is_none_or(ends)
}

/// Where the token that starts at `at` with `ch` ends, and what it is.
fn end_of_token(text: &str, at: usize, ch: char, after_word: bool) -> (usize, TokenKind) {
    if is_apostrophe(ch) && after_word {
        let rest = &text[at + ch.len_utf8()..];
        let mut chars = rest.chars();
        let s = chars.next();
        let ends = |c: Option<char>| !c.is_some_and(letter::is_letter_or_digit);
        if matches!(s, Some('s' | 'S')) && ends(chars.next()) {
            return (at + ch.len_utf8() + 1, TokenKind::Possessive);
        }
    }
    if !letter::is_letter_or_digit(ch) {
        return (at + ch.len_utf8(), TokenKind::Mark);
    }
    let number = ch.is_ascii_digit();
    let mut end = at;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let inside = next.is_some_and(letter::is_letter_or_digit);
        let belongs = letter::is_letter_or_digit(c)
            || is_combining(c)
            || (is_ignorable(c) && inside)
            || (number && matches!(c, '.' | ',') && next.is_some_and(|n| n.is_ascii_digit()))
            || (is_apostrophe(c) && inside && !is_possessive(&text[at + offset + c.len_utf8()..]));
        if !belongs {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    let end = end_of_abbreviation(text, at, end);
    (end, if number { TokenKind::Number } else { TokenKind::Word })
}

/// Whether the text after an apostrophe is a possessive "s".
fn is_possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(letter::is_letter_or_digit)
}

/// Lengthens a single letter with a point ("U") by the letters that follow ("U.S.").
fn end_of_abbreviation(text: &str, at: usize, end: usize) -> usize {
    let one_letter = |from: usize| {
        let mut chars = text[from..].chars();
        match (chars.next(), chars.next()) {
            (Some(first), Some('.')) if letter::is_letter(first) => Some(from + first.len_utf8() + 1),
            _ => None,
        }
    };
    if text[at..end].chars().count() != 1 {
        return end;
    }
    let Some(first) = one_letter(at) else { return end };
    let Some(mut last) = one_letter(first) else { return end };
    while let Some(next) = one_letter(last) {
        last = next;
    }
    last
}

fn push_lower(word: &str, lower: &mut String) {
    for c in word.chars() {
        if is_apostrophe(c) {
            lower.push('\'');
        } else if !is_ignorable(c) {
            lower.push(letter::lower(c));
        }
    }
}

/// Characters that show nothing: soft hyphens, joiners, byte-order marks.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The accents that follow their letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fe0f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of `text`, joined by spaces, in their lower-case forms.
    fn check(text: &str, expected: &str) {
        let mut lower = String::new();
        let tokens = find(text, &mut lower);
        let words: Vec<_> = tokens.iter().map(|t| &lower[t.lower.0 as usize..t.lower.1 as usize]).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn a_possessive_and_a_hyphen_stand_alone() {
        check("Ukraine’s Kremlin-backed 'foes'", "ukraine 's kremlin - backed ' foes '");
    }

    #[test]
    fn an_abbreviation_with_points_is_one_word() {
        check("The U.S. and 1,300 p.m. at 152.4 mm.", "the u.s. and 1,300 p.m. at 152.4 mm .");
    }

    #[test]
    fn a_contraction_is_one_word() {
        check("They didn’t say; it’s Odesa’s.", "they didn't say ; it 's odesa 's .");
    }

    #[test]
    fn soft_hyphens_and_emoji_do_no_harm() {
        check("Khar\u{ad}kiv 😀 Zo\u{308}e", "kharkiv 😀 zo\u{308}e");
    }
}
