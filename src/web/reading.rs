//! One article's text with what was found in it, as the page and the interface
//! use it. Knows neither of them, so that it is tested without a browser.

use crate::analysis::{Article, Pack, analyze};
use crate::wire::{Analysis, Range, Side, Statement};

use super::mark::{Kind, Mark, marks};

/// An article that has been read.
#[derive(Debug)]
pub struct Reading {
    /// What was found.
    pub analysis: Analysis,
    /// What is painted, in the order of the text.
    pub marks: Vec<Mark>,
    /// The text, for the words of a range.
    units: Vec<u16>,
}

/// A reading equals itself alone.
impl PartialEq for Reading {
    fn eq(&self, other: &Reading) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Reading {
    /// Reads a text. Any text is legal.
    pub fn new(text: String, pack: &Pack) -> Reading {
        let units = text.encode_utf16().collect();
        let article = Article::new(text);
        let analysis = Analysis::new(&article, &analyze(&article, pack));
        Reading { marks: marks(&analysis), analysis, units }
    }

    /// A text that was read before, with what was found in it.
    pub fn of(text: &str, analysis: Analysis) -> Reading {
        Reading { marks: marks(&analysis), analysis, units: text.encode_utf16().collect() }
    }

    /// The text as it was given.
    pub fn text(&self) -> String {
        String::from_utf16_lossy(&self.units)
    }

    /// Whether this is the text that was read.
    pub fn has_text(&self, text: &str) -> bool {
        text.encode_utf16().eq(self.units.iter().copied())
    }

    /// The words of a range on one line.
    pub fn words(&self, range: Range) -> String {
        let units = &self.units[range.start as usize..range.end as usize];
        String::from_utf16_lossy(units).replace('\n', " ")
    }

    /// The words of several ranges, with an ellipsis for what stands between.
    pub fn words_of(&self, ranges: &[Range]) -> String {
        let parts: Vec<String> = ranges.iter().map(|range| self.words(*range)).collect();
        parts.join(" … ")
    }

    /// The side with this id and its position, `None` for several at once.
    pub fn side(&self, id: &str) -> Option<(usize, &Side)> {
        self.analysis.sides.iter().enumerate().find(|(_, side)| side.id == id)
    }

    /// How often the article names the side.
    pub fn named(&self, side: &str) -> usize {
        self.analysis.mentions.iter().filter(|mention| mention.side == side).count()
    }

    /// How many flagged statements rest on the side's word.
    pub fn spoken(&self, side: &str) -> usize {
        let speaks = |statement: &&Statement| statement.flagged && statement.side.as_deref() == Some(side);
        self.analysis.statements.iter().filter(speaks).count()
    }

    /// How many there are of a kind: parties, different places, or flagged
    /// statements without the article's own disclaimers.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Side => self.analysis.sides.len(),
            Kind::Place => {
                let mut seen: Vec<(&str, u64, u64)> = Vec::new();
                for place in &self.analysis.places {
                    let point = (place.name.as_str(), place.lat.to_bits(), place.lon.to_bits());
                    if let Err(position) = seen.binary_search(&point) {
                        seen.insert(position, point);
                    }
                }
                seen.len()
            }
            Kind::Statement => {
                let counts = |statement: &&Statement| statement.flagged && statement.kind != "disclaimer";
                self.analysis.statements.iter().filter(counts).count()
            }
        }
    }

    /// The position of the mark that shows a statement, if it has one.
    pub fn statement_mark(&self, statement: usize) -> Option<usize> {
        self.marks.iter().position(|mark| mark.kind == Kind::Statement && mark.index == statement)
    }

    /// The marks around a mark, the last to begin first.
    pub fn around(&self, position: usize) -> Vec<usize> {
        let inner = &self.marks[position];
        let holds = |outer: &Mark| outer.ranges.iter().any(|r| r.start <= inner.start() && inner.end() <= r.end);
        (0..self.marks.len()).rev().filter(|&outer| outer != position && holds(&self.marks[outer])).collect()
    }
}

#[cfg(test)]
pub mod samples {
    //! A reading made by hand, for the tests of the interface.

    use super::*;
    use crate::wire::{Mention, Place, SideEvidence, Why};

    /// The text of [`reading`].
    pub const TEXT: &str = "Moscow 🛰 said “Kyiv fired first near Zólkiv”. It could not be verified.";

    /// Where the words stand in [`TEXT`].
    pub fn find(words: &str) -> Range {
        let at = TEXT.find(words).expect("the words stand in the sample");
        let start = TEXT[..at].encode_utf16().count() as u32;
        Range { start, end: start + words.encode_utf16().count() as u32 }
    }

    /// Two sides, one place, one statement and the disclaimer of it.
    pub fn reading() -> Reading {
        let side = |id: &str, name: &str| Side {
            id: id.into(),
            name: name.into(),
            names: vec![name.into()],
            evidence: vec![SideEvidence {
                kind: "known-conflict".into(),
                range: None,
                conflict: Some("Sample war".into()),
            }],
        };
        let mention = |words: &str, side: &str| {
            let Range { start, end } = find(words);
            Mention { start, end, side: side.into(), role: "metonym".into(), confidence: 0.9 }
        };
        let statement = |kind: &'static str, content: &str, side: Option<&str>, disclaimed_by| Statement {
            kind: kind.into(),
            flagged: true,
            side: side.map(str::to_string),
            content: vec![find(content)],
            source: side.map(|_| find("Moscow")),
            cue: side.map(|_| find("said")),
            reasons: vec![Why { reason: "partys-word".into(), text: "It rests on the word of a party.".into() }],
            disclaimed_by,
            contradicted_by: vec![],
            confirmed_by: vec![],
            confidence: 0.7,
        };
        let Range { start, end } = find("Zólkiv");
        let analysis = Analysis {
            sides: vec![side("russia", "Russia"), side("ukraine", "Ukraine")],
            mentions: vec![mention("Moscow", "russia"), mention("Kyiv", "ukraine")],
            places: vec![Place {
                start,
                end,
                name: "Zólkiv".into(),
                kind: "city".into(),
                country: "UA".into(),
                lat: 50.06,
                lon: -23.5,
                confidence: 0.5,
                status: None,
                approximate: false,
                decision: "nearest".into(),
            }],
            statements: vec![
                statement("claim", "Kyiv fired first near Zólkiv", Some("russia"), vec![1]),
                statement("disclaimer", "It could not be verified", None, vec![]),
            ],
            shards: vec![],
        };
        Reading::of(TEXT, analysis)
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{find, reading};
    use super::*;

    #[test]
    fn words_are_cut_by_code_units_and_not_by_bytes() {
        assert_eq!(reading().words(find("Zólkiv")), "Zólkiv");
        assert_eq!(reading().words_of(&[find("Moscow"), find("Kyiv")]), "Moscow … Kyiv");
    }

    #[test]
    fn marks_stand_in_the_order_of_the_text_and_know_what_is_around_them() {
        let reading = reading();
        let words: Vec<String> = reading.marks.iter().map(|mark| reading.words_of(&mark.ranges)).collect();
        assert_eq!(words, ["Moscow", "Kyiv fired first near Zólkiv", "Kyiv", "Zólkiv", "It could not be verified"]);
        assert_eq!(reading.around(3), [1]);
        assert_eq!(reading.around(0), Vec::<usize>::new());
    }

    #[test]
    fn a_disclaimer_is_no_statement_of_anybodys_in_the_count() {
        let reading = reading();
        assert_eq!(Kind::ALL.map(|kind| reading.count(kind)), [2, 1, 1]);
        assert_eq!((reading.named("russia"), reading.spoken("russia"), reading.spoken("ukraine")), (1, 1, 0));
    }
}
