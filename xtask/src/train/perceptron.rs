//! An averaged perceptron over hashed features, in whole numbers throughout, so that the
//! same corpus gives the same weights everywhere.

use caveat::analysis::names::{BITS, Label, Weights, best};

use super::corpus::Document;

type Row = [i32; Label::COUNT];
type Sum = [i64; Label::COUNT];

/// A wrong label that comes within so much of the right one is corrected too.
const MARGIN: i32 = 20;
/// Weights are rounded so that the largest but a few are this: finer ones weigh more and
/// score no better.
const LARGEST: i64 = 15;
/// Of the weights, these few in a thousand may be cut to the largest.
const CUT: usize = 2;

/// What is learned.
struct Perceptron {
    weights: Vec<Row>,
    /// The corrections, each weighted with its time, to take the average from.
    sums: Vec<Sum>,
    /// Whether the row may be used.
    allowed: Vec<bool>,
    time: i64,
}

/// The averaged weights, before they are rounded.
pub struct Averages(Vec<Sum>);

impl Perceptron {
    fn new(allowed: Vec<bool>) -> Perceptron {
        let rows = 1 << BITS;
        Perceptron { weights: vec![[0; Label::COUNT]; rows], sums: vec![[0; Label::COUNT]; rows], allowed, time: 0 }
    }

    /// Labels a document and corrects the weights at every mistake.
    fn learn(&mut self, document: &Document) {
        let gold = &document.gold;
        document.sheet.walk(&mut |at, features, before| {
            let mut scores = [0; Label::COUNT];
            for feature in features.iter().map(|feature| *feature as usize).filter(|feature| self.allowed[*feature]) {
                scores.iter_mut().zip(self.weights[feature]).for_each(|(score, weight)| *score += weight);
            }
            let label = best(&scores, before);
            let right = gold[at];
            let mut held = scores;
            held[right.index()] -= MARGIN;
            let rival = rival(&held, right);
            self.time += 1;
            if held[rival.index()] >= held[right.index()] {
                for feature in features.iter().map(|feature| *feature as usize).filter(|feature| self.allowed[*feature])
                {
                    for (label, step) in [(right, 1), (rival, -1)] {
                        self.weights[feature][label.index()] += step;
                        self.sums[feature][label.index()] += self.time * i64::from(step);
                    }
                }
            }
            label
        });
    }

    fn averages(self) -> Averages {
        let rows = self.weights.iter().zip(self.sums).map(|(weights, sums)| {
            let mut averages = sums;
            for (average, weight) in averages.iter_mut().zip(weights) {
                *average = i64::from(*weight) * self.time - *average;
            }
            averages
        });
        Averages(rows.collect())
    }
}

/// The label with the highest score beside the right one.
fn rival(scores: &Row, right: Label) -> Label {
    let others = (0..Label::COUNT).filter(|index| *index != right.index());
    Label::at(others.reduce(|best, index| if scores[index] > scores[best] { index } else { best }).unwrap_or(0))
}

/// Learns from the documents, in an order drawn anew for each round.
pub fn train(documents: &[&Document], rounds: usize, seed: u64, allowed: Vec<bool>) -> Averages {
    let mut perceptron = Perceptron::new(allowed);
    let mut order: Vec<usize> = (0..documents.len()).collect();
    let mut random = seed;
    for _ in 0..rounds {
        for at in (1..order.len()).rev() {
            order.swap(at, draw(&mut random) as usize % (at + 1));
        }
        order.iter().for_each(|at| perceptron.learn(documents[*at]));
    }
    perceptron.averages()
}

/// Which rows occur in at least so many tokens.
pub fn frequent(documents: &[&Document], least: u32) -> Vec<bool> {
    let mut counts = vec![0u32; 1 << BITS];
    for document in documents {
        document.sheet.walk(&mut |at, features, _| {
            features.iter().for_each(|feature| counts[*feature as usize] += 1);
            document.gold[at]
        });
    }
    counts.iter().map(|count| *count >= least).collect()
}

impl Averages {
    /// The rows that weigh most, so many of them.
    pub fn heaviest(&self, count: usize) -> Vec<bool> {
        let weight = |row: &Sum| {
            let mean = row.iter().sum::<i64>() / Label::COUNT as i64;
            row.iter().map(|value| (value - mean).abs()).sum::<i64>()
        };
        let mut order: Vec<usize> = (0..self.0.len()).collect();
        order.sort_by_key(|row| std::cmp::Reverse(weight(&self.0[*row])));
        let mut allowed = vec![false; self.0.len()];
        order.into_iter().take(count).filter(|row| weight(&self.0[*row]) > 0).for_each(|row| allowed[row] = true);
        allowed
    }

    /// Rounds the weights to eight bits.
    pub fn rounded(&self) -> Weights {
        let mut sizes: Vec<i64> = self.0.iter().flatten().map(|value| value.abs()).filter(|size| *size > 0).collect();
        sizes.sort_unstable();
        let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() * CUT / 1000)).copied().unwrap_or(1);
        let round = |value: i64| {
            let scaled = (value.abs() * LARGEST * 2 / largest + 1) / 2;
            (scaled.min(i64::from(i8::MAX)) * value.signum()) as i8
        };
        let (mut rows, mut values) = (Vec::new(), Vec::new());
        for (row, sums) in (0..).zip(&self.0) {
            let rounded = sums.map(round);
            if rounded.iter().any(|value| *value != 0) {
                rows.push(row);
                values.push(rounded);
            }
        }
        Weights::new(rows, values)
    }
}

/// The next number of a xorshift generator.
fn draw(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

#[cfg(test)]
mod tests {
    use caveat::analysis::names::tag;

    use super::super::corpus::tests::of;
    use super::*;

    #[test]
    fn what_was_learned_is_found_again_and_always_the_same() {
        let documents = [
            of("Talks in Qorvale failed, Maro Tesk said.", &[("Qorvale", "location"), ("Maro Tesk", "person")]),
            of("The Zelt Group left Qorvale.", &[("Zelt Group", "organization"), ("Qorvale", "location")]),
        ];
        let documents: Vec<&Document> = documents.iter().collect();
        let learn = || train(&documents, 10, 1, frequent(&documents, 1)).rounded();
        let weights = learn();
        assert_eq!(weights, learn());
        for document in documents {
            assert_eq!(tag(&document.sheet, &weights), document.gold);
        }
    }
}
