//! A page's text as one string, white space collapsed as a browser shows it, with
//! a record of where each run of it came from. Knows no browser.

/// Text that is being put together from the pieces of a page.
#[derive(Debug, Default)]
pub struct Collapse {
    text: String,
    /// The length of `text` in UTF-16 code units.
    units: u32,
    /// Whether white space that comes next adds nothing.
    after_space: bool,
}

/// A part of a piece that went into the text unchanged in length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the text, in UTF-16 code units.
    pub start: u32,
    /// Where it begins in the piece, in UTF-16 code units.
    pub offset: u32,
    /// How many code units it has in both.
    pub len: u32,
}

impl Collapse {
    /// Nothing yet.
    pub fn new() -> Collapse {
        Collapse { after_space: true, ..Collapse::default() }
    }

    /// Adds a piece and tells where its parts went. White space becomes one
    /// blank; line breaks stay if `keeps_breaks`. What has no width (soft hyphens,
    /// zero-width spaces) is left out, so that it does not cut words in two.
    pub fn add(&mut self, piece: &str, keeps_breaks: bool) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut offset = 0;
        for ch in piece.chars() {
            let len = ch.len_utf16() as u32;
            if let Some(shown) = self.shown(ch, keeps_breaks) {
                match runs.last_mut() {
                    Some(run) if run.start + run.len == self.units && run.offset + run.len == offset => run.len += len,
                    _ => runs.push(Run { start: self.units, offset, len }),
                }
                self.text.push(shown);
                self.units += len;
                self.after_space = matches!(shown, ' ' | '\n');
            }
            offset += len;
        }
        runs
    }

    /// As what a character is shown, `None` if not at all.
    fn shown(&self, ch: char, keeps_breaks: bool) -> Option<char> {
        match ch {
            '\n' if keeps_breaks => Some('\n'),
            '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
            ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\u{A0}' | '\u{202F}' => (!self.after_space).then_some(' '),
            other => Some(other),
        }
    }

    /// Begins a new line unless one has just begun.
    pub fn break_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.units += 1;
        }
        self.after_space = true;
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of the pieces, and for each run what it held in its piece. A piece
    /// that begins with `|` stands after a line break.
    fn check(pieces: &[&str], keeps_breaks: bool, text: &str, runs: &[&str]) {
        let mut collapse = Collapse::new();
        let mut held = Vec::new();
        for piece in pieces {
            let piece = piece.strip_prefix('|').map_or(*piece, |rest| {
                collapse.break_line();
                rest
            });
            let units: Vec<u16> = piece.encode_utf16().collect();
            for run in collapse.add(piece, keeps_breaks) {
                let cut = |from: u32, units: &[u16]| {
                    String::from_utf16(&units[from as usize..(from + run.len) as usize]).expect("runs cut no character")
                };
                let whole: Vec<u16> = collapse.text.encode_utf16().collect();
                let (there, here) = (cut(run.offset, &units), cut(run.start, &whole));
                assert_eq!(there.replace(['\n', '\t', '\u{A0}'], " "), here.replace('\n', " "));
                held.push(there);
            }
        }
        assert_eq!(collapse.finish(), text);
        assert_eq!(held, runs);
    }

    #[test]
    fn source_formatting_is_one_blank() {
        check(&["\n  Near\n    Kharkiv", " said"], false, "Near Kharkiv said", &["Near\n", "Kharkiv", " said"]);
    }

    #[test]
    fn a_soft_hyphen_cuts_no_word() {
        check(&["Khar\u{AD}kiv 🛰\u{200B} é"], false, "Kharkiv 🛰 é", &["Khar", "kiv 🛰", " é"]);
    }

    #[test]
    fn a_hard_space_is_a_blank() {
        check(&["10\u{A0}km", "\u{A0} off"], false, "10 km off", &["10\u{A0}km", "\u{A0}", "off"]);
    }

    #[test]
    fn blocks_are_lines_and_empty_ones_none() {
        check(&["|One ", "|", "|two"], false, "One \ntwo", &["One ", "two"]);
    }

    #[test]
    fn preformatted_breaks_stay() {
        check(&["a\nb\n\nc"], true, "a\nb\n\nc", &["a\nb\n\nc"]);
    }
}
