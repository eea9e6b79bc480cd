//! Reads the names on a line of a pack's texts as the hashes of their words, without
//! making a text of any of them: nearly all the time that loading takes is spent here.

use crate::analysis::bytes;
use crate::analysis::fold::hash_folded;
use crate::analysis::hash::WordHasher;
use crate::analysis::letter;
use crate::analysis::lexicon::Spelling;
use crate::analysis::token::{Cutter, ends_plainly};

/// A longer name is cut to so many words.
const LONGEST: usize = 32;
/// The longest name in capitals that must stay in capitals: "RSF"; "TAIWAN" may be
/// "Taiwan".
const LONGEST_ACRONYM: usize = 6;

/// A name as the lexicon knows it.
pub struct Name {
    hashes: [u64; LONGEST],
    count: usize,
    /// The position of the last word that has a space before it.
    last_spaced: usize,
    letters: usize,
    has_lower: bool,
    /// Memory for a name in lower case.
    lower: String,
}

impl Name {
    /// The hashes of its words.
    pub fn words(&self) -> &[u64] {
        &self.hashes[..self.count]
    }

    /// The hashes of what stands after its last space.
    pub fn last(&self) -> &[u64] {
        &self.hashes[self.last_spaced..self.count]
    }

    /// How it must be spelled to count.
    pub fn spelling(&self) -> Spelling {
        let acronym = !self.has_lower && (2..=LONGEST_ACRONYM).contains(&self.letters);
        if acronym { Spelling::Capitals } else { Spelling::Capital }
    }

    /// No name yet.
    pub fn new() -> Name {
        Name { hashes: [0; LONGEST], count: 0, last_spaced: 0, letters: 0, has_lower: false, lower: String::new() }
    }

    fn clear(&mut self) {
        (self.count, self.last_spaced, self.letters, self.has_lower) = (0, 0, 0, false);
    }

    fn push(&mut self, word: u64, spaced: bool) {
        if self.count < LONGEST {
            self.hashes[self.count] = word;
            self.last_spaced = if spaced { self.count } else { self.last_spaced };
            self.count += 1;
        }
    }

    /// Reads `text` as an article is read, whatever it holds.
    fn read(&mut self, text: &str) {
        self.clear();
        let mut cutter = Cutter::new(text);
        self.lower.clear();
        while let Some(token) = cutter.next(&mut self.lower) {
            // A hyphen inside a name is left out, there as in articles.
            if token.spaced || self.lower != "-" {
                self.push(hash_folded(&self.lower), token.spaced);
            }
            self.lower.clear();
        }
        self.letters = text.chars().filter(|c| letter::is_letter(*c)).count();
        self.has_lower = text.chars().any(letter::is_small);
    }

    /// Reads plain words, hyphens and spaces from `at` on, as far as there is nothing
    /// else; gives where that ends.
    fn read_plain(&mut self, bytes: &[u8], mut at: usize) -> usize {
        self.clear();
        let mut spaced = true;
        loop {
            let start = at;
            let mut hasher = WordHasher::default();
            loop {
                let eight = bytes::eight(&bytes[at..]);
                let (letters, count) = bytes::letters(eight);
                if count > 0 {
                    hasher.chunk(letters);
                    self.has_lower |= bytes::has_lower(eight, count);
                }
                at += count;
                if count < 8 {
                    break;
                }
            }
            if at > start {
                if !ends_plainly(&bytes[start..], at - start) {
                    return start;
                }
                self.letters += at - start;
                self.push(hasher.finished(), spaced);
                spaced = false;
            }
            match bytes.get(at) {
                Some(b' ') => spaced = true,
                // A hyphen inside a name is left out, there as in articles.
                Some(b'-') if !spaced => {}
                _ => return at,
            }
            at += 1;
        }
    }
}

/// Whether the engine finds `name` wherever it stands, because it knows `known`: another
/// case, accent, apostrophe or hyphen does not count.
pub fn is_spelling_of(name: &str, known: &str) -> bool {
    let [name, known] = [name, known].map(|text| {
        let mut name = Name::new();
        name.read(text);
        name
    });
    name.words() == known.words() && (known.spelling() == Spelling::Capital || name.spelling() == Spelling::Capitals)
}

/// Calls `each` with every name on the line that begins at `at`, and with its position
/// on the line; names are separated by ";". Gives the start of the next line. `name`
/// is memory for it.
pub fn names(texts: &str, mut at: usize, name: &mut Name, each: &mut dyn FnMut(&Name, u8)) -> usize {
    for position in 0..=u8::MAX {
        let mut end = name.read_plain(texts.as_bytes(), at);
        if !matches!(texts.as_bytes().get(end), None | Some(b';' | b'\n')) {
            let rest = &texts.as_bytes()[end..];
            end += rest.iter().position(|byte| matches!(byte, b';' | b'\n')).unwrap_or(rest.len());
            name.read(&texts[at..end]);
        }
        if name.count > 0 {
            each(name, position);
        }
        at = end + 1;
        if texts.as_bytes().get(end) != Some(&b';') {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of each name, as the article's tokens would be, with how it is spelled.
    fn check(line: &str, expected: &[(&str, Spelling)]) {
        let mut found = 0;
        let end = names(line, 0, &mut Name::new(), &mut |name, position| {
            let (words, spelling) = expected[usize::from(position)];
            let words: Vec<u64> = words.split(' ').map(hash_folded).collect();
            assert_eq!((name.words(), name.spelling()), (&words[..], spelling), "{line}");
            found += 1;
        });
        assert_eq!((found, end), (expected.len(), line.find('\n').map_or(line.len(), |at| at) + 1));
    }

    #[test]
    fn names_are_read_as_an_article_is() {
        use Spelling::{Capital, Capitals};
        check("Deir al-Balah;RSF\nnext", &[("deir al balah", Capital), ("rsf", Capitals)]);
        check(
            "Sana’a;U.S.;Århus Øst;MSF-H\n",
            &[("sana'a", Capital), ("u.s.", Capitals), ("århus øst", Capital), ("msf h", Capitals)],
        );
        check("Zaporizhzhia Nuclear Power Plant\n", &[("zaporizhzhia nuclear power plant", Capital)]);
        check("\nnext", &[]);
    }

    #[test]
    fn what_follows_the_last_space_is_the_surname() {
        for (name, surname) in [("Abdel Fattah al-Sisi", "al sisi"), ("Jürgen Müller", "müller"), ("Lula", "lula")] {
            let expected: Vec<u64> = surname.split(' ').map(hash_folded).collect();
            names(name, 0, &mut Name::new(), &mut |name, _| assert_eq!(name.last(), expected));
        }
    }
}
