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
mod toponyms;
mod weights;

use super::{Article, Pack, Span};

pub use label::{Label, NameSort};
pub use referents::{actor_phrases, referents};
pub use sheet::Sheet;
pub use toponyms::toponyms;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::drawn::{self, Mark};

    fn marks(names: Vec<Name>) -> Vec<Mark> {
        names.iter().map(|name| Mark::new(name.span, name.sort.name())).collect()
    }

    /// Draws the names of an article.
    fn check(drawing: &str) {
        drawn::check(drawing, "", |article, pack| marks(names(article, pack)));
    }

    #[test]
    fn names_are_told_apart_by_what_stands_beside_them() {
        check(
            "
The minister, Ahmed Karimi, met officials of the European Union in Nairobi on Tuesday.
              ^^^^^^^^^^^^ person
                                                 ^^^^^^^^^^^^^^ organization
                                                                   ^^^^^^^ place",
        );
    }

    #[test]
    fn a_demonym_names_a_people() {
        check(
            "
A Kenyan café 😀 near Mombasa hired Ugandan cooks.
  ^^^^^^ people
                     ^^^^^^^ place
                                   ^^^^^^^ people",
        );
    }

    #[test]
    fn a_word_that_only_opens_its_sentence_is_no_name() {
        check("\nThousands fled. Many walked for days, and several died of thirst.");
    }

    #[test]
    fn a_toponym_is_also_found_inside_a_name_and_as_a_demonym() {
        drawn::check(
            "
Police from the University of Nairobi met Kenyan officials in Mombasa.
                              ^^^^^^^ place
                                          ^^^^^^ people
                                                              ^^^^^^^ place",
            "",
            |article, pack| marks(toponyms(article, pack)),
        );
    }

    #[test]
    fn persons_and_groups_are_found_by_name_and_by_noun() {
        drawn::check(
            "
She fed Sudanese refugees near a river as Kenya denied it.
^^^ person
        ^^^^^^^^^^^^^^^^^ organization
                                          ^^^^^ organization",
            "",
            |article, pack| marks(referents(article, pack)),
        );
    }

    #[test]
    fn any_text_is_read() {
        for text in ["", " ", "A", "É-", "I. I. I.", "“The 7th’s”", "中業島 Nansha 😀 A-B-C of"] {
            let article = Article::new(text);
            let pack = Pack::core();
            for name in names(&article, &pack).iter().chain(&referents(&article, &pack)) {
                assert!(!article.slice(name.span).is_empty());
            }
        }
    }
}
