//! Phrases that win over those of the same words: for what a publisher adds.

use super::{Lexicon, NONE, Sense, Spelling, pair};

impl Lexicon {
    /// What a phrase of these words may mean, in the order in which it is found.
    pub fn senses(&self, words: &[u64]) -> impl Iterator<Item = Sense> {
        self.chain(words).into_iter().map(|phrase| self.phrases[phrase].sense)
    }

    /// Adds a phrase that is found before all others of the same words, and takes those
    /// of them away for which `gone` holds.
    pub fn put(&mut self, words: &[u64], spelling: Spelling, sense: Sense, gone: impl Fn(Sense) -> bool) {
        self.add(words, spelling, sense);
        let mut chain = self.chain(words);
        let Some(new) = chain.pop() else { return };
        let kept = chain.iter().map(|phrase| self.phrases[*phrase]).filter(|phrase| !gone(phrase.sense));
        let kept: Vec<_> = [self.phrases[new]].into_iter().chain(kept).map(|p| (p.spelling, p.sense)).collect();
        chain.push(new);
        let (used, left) = chain.split_at(kept.len());
        for (phrase, (spelling, sense)) in used.iter().zip(kept) {
            (self.phrases[*phrase].spelling, self.phrases[*phrase].sense) = (spelling, sense);
        }
        for phrase in left {
            // The first of these words stays, so there is one before.
            let mut before = chain[0];
            while self.phrases[before].next as usize != *phrase {
                before = self.phrases[before].next as usize;
            }
            self.phrases[before].next = self.phrases[*phrase].next;
        }
    }

    /// Lets phrases of these words that mean `from` mean `to`.
    pub fn redirect(&mut self, words: &[u64], from: Sense, to: Sense) {
        for phrase in self.chain(words) {
            if self.phrases[phrase].sense == from {
                self.phrases[phrase].sense = to;
            }
        }
    }

    /// The positions of the phrases of these words, in the order in which they are found.
    fn chain(&self, words: &[u64]) -> Vec<usize> {
        let (key, others) = match words {
            _ if self.slots.is_empty() => return Vec::new(),
            [] => return Vec::new(),
            [only] => (*only, &[][..]),
            [first, second, others @ ..] => (pair(*first, *second), others),
        };
        let mut found = Vec::new();
        let mut next = self.slots[self.slot(key)].phrase;
        while next != NONE {
            let phrase = &self.phrases[next as usize];
            let rest = self.rest[phrase.rest as usize..].iter().zip(others);
            if usize::from(phrase.length) + 1 == words.len() && rest.into_iter().all(|(a, b)| *a == *b as u32) {
                found.push(next as usize);
            }
            next = phrase.next;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::hash::hash;
    use crate::analysis::lexicon::{Match, Naming};
    use crate::analysis::{Article, Class};

    fn words(text: &str) -> Vec<u64> {
        text.split(' ').map(hash).collect()
    }

    /// What is found in an article that is these words.
    fn senses(lexicon: &Lexicon, text: &str) -> Vec<Sense> {
        let found = lexicon.find(&Article::new(text));
        found.into_iter().map(|Match { sense, .. }| sense).collect()
    }

    #[test]
    fn what_is_put_comes_first_and_only_what_is_gone_goes() {
        let (ours, theirs) = (Sense::Actor(1, Naming::Name), Sense::Actor(2, Naming::Name));
        let word = Sense::Word(Class::Force, 0);
        let mut lexicon = Lexicon::default();
        for text in ["free", "free army", "free army corps", "free army band", "free rebels"] {
            lexicon.add(&words(text), Spelling::Capital, ours);
            lexicon.add(&words(text), Spelling::Any, word);
            lexicon.add(&words(text), Spelling::Capital, ours);
        }
        lexicon.put(&words("free army"), Spelling::Capital, theirs, |sense| sense == ours);
        assert_eq!(lexicon.senses(&words("free army")).collect::<Vec<_>>(), [theirs, word]);
        assert_eq!(senses(&lexicon, "Free Army"), [theirs, word, ours, word, ours]);
        lexicon.put(&words("free army band"), Spelling::Capital, theirs, |_| false);
        assert_eq!(senses(&lexicon, "Free Army Band")[..4], [theirs, ours, word, ours]);
        assert_eq!(senses(&lexicon, "Free Army Corps")[..3], [ours, word, ours]);
        assert_eq!(senses(&lexicon, "Free Rebels")[..3], [ours, word, ours]);
    }

    #[test]
    fn what_is_redirected_means_something_else_and_nothing_is_found_of_no_words() {
        let mut lexicon = Lexicon::default();
        assert_eq!(lexicon.senses(&words("kyiv")).count(), 0);
        lexicon.add(&words("kyiv"), Spelling::Capital, Sense::Place(1));
        lexicon.add(&words("kyiv"), Spelling::Capital, Sense::Place(2));
        lexicon.redirect(&words("kyiv"), Sense::Place(1), Sense::Place(3));
        assert_eq!(senses(&lexicon, "Kyiv"), [Sense::Place(3), Sense::Place(2)]);
        lexicon.put(&[], Spelling::Capital, Sense::Place(4), |_| true);
        assert_eq!(lexicon.senses(&[]).count(), 0);
    }
}
