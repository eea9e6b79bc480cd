//! Proper names of every sort: places, people, organizations, demonyms.
//!
//! A small trained tagger reads the tokens in order. Its features are the words and
//! their shapes, what the pack knows of them and what the other detectors found; its
//! weights come from `cargo xtask train` (`data/models/README.md`). Nothing else in the
//! engine rests on it, and no page has it: it is for programs that want every name of
//! an article.

mod clues;
mod label;
mod referents;
mod sheet;
mod weights;

use super::{Article, Pack, Span};

pub use label::{Label, NameSort};
pub use referents::{actor_phrases, referents};
pub use sheet::Sheet;
pub use weights::{BITS, Weights};

/// The weights, as `cargo xtask train` wrote them.
static WEIGHTS: &[u8] = include_bytes!("../../../data/models/names.bin");

/// A proper name in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// Its range, without article and title.
    pub span: Span,
    /// What it names.
    pub sort: NameSort,
    /// Where it lies, in degrees north and east, if it is a place that the engine found.
    pub point: Option<(f64, f64)>,
}

/// Every proper name of an article, in the order of the text, none overlapping another.
pub fn names(article: &Article, pack: &Pack) -> Vec<Name> {
    let sheet = Sheet::of(article, pack);
    let labels = tag(&sheet, &Weights::from_bytes(WEIGHTS));
    from_labels(article, &sheet, &labels)
}

/// The labels that the weights give to a sheet's tokens.
pub fn tag(sheet: &Sheet, weights: &Weights) -> Vec<Label> {
    sheet.walk(&mut |_, features, before| best(&weights.scores(features), before))
}

/// The best label that may follow another; of equal ones the first.
pub fn best<Score: Copy + PartialOrd>(scores: &[Score; Label::COUNT], before: Label) -> Label {
    let mut best = Label::OUTSIDE;
    for index in 1..Label::COUNT {
        let label = Label::at(index);
        if label.may_follow(before) && scores[index] > scores[best.index()] {
            best = label;
        }
    }
    best
}

/// The names that labels draw.
pub fn from_labels(article: &Article, sheet: &Sheet, labels: &[Label]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (token, label) in sheet.tokens().zip(labels) {
        let Some(sort) = label.sort() else { continue };
        let span = article.tokens()[token].span;
        match names.last_mut().filter(|_| label.is_inside()) {
            Some(name) => name.span = name.span.join(span),
            None => names.push(Name { span, sort, point: None }),
        }
    }
    for name in &mut names {
        name.point = sheet.places.iter().find(|place| place.span.overlaps(name.span)).map(|place| place.point);
    }
    names
}
