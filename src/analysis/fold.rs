//! Spellings that count as one: with and without accents, with and without an
//! apostrophe inside a name ("Sana’a", "Sanaa").
//!
//! Words in lower case are folded to hashes; no text is made of them.

use super::hash::{WordHasher, hash};

/// What the letters from "ß" to "ſ" are without their accents; a point where they are
/// no such letters.
const LATIN: &[u8; 0x180 - FIRST_LATIN] =
    b"saaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// The first of them.
const FIRST_LATIN: usize = 0xdf;
/// The same from "Ḁ" to "ỿ".
const MORE_LATIN: &[u8; 0x1f00 - FIRST_MORE_LATIN] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy....s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
/// The first of those.
const FIRST_MORE_LATIN: usize = 0x1e00;

/// The hash of a word in lower case, whichever way it is spelled.
pub fn hash_folded(word: &str) -> u64 {
    if word.is_ascii() && !word.contains('\'') {
        return hash(word);
    }
    let mut hasher = WordHasher::default();
    // The letters come to the hasher in chunks of eight, as those of a plain word do.
    let (mut chunk, mut filled) = (0, 0);
    for (at, c) in word.char_indices() {
        let mut bytes = [0; 4];
        let folded = match c {
            '\'' if !is_contraction(&word[at + 1..]) => continue,
            '\u{2b9}'..='\u{2bf}' | '\u{300}'..='\u{36f}' => continue,
            'ə' => "a".as_bytes(),
            'ș' => "s".as_bytes(),
            'ț' => "t".as_bytes(),
            _ => base(c).map_or_else(|| c.encode_utf8(&mut bytes).as_bytes(), std::slice::from_ref),
        };
        for byte in folded {
            chunk |= u64::from(*byte) << (filled * 8);
            filled += 1;
            if filled == 8 {
                hasher.chunk(std::mem::take(&mut chunk));
                filled = 0;
            }
        }
    }
    if filled > 0 {
        hasher.chunk(chunk);
    }
    hasher.finished()
}

/// The letter without its accents, if it is a Latin one.
fn base(c: char) -> Option<&'static u8> {
    let c = c as usize;
    let latin = c.checked_sub(FIRST_LATIN).and_then(|at| LATIN.get(at));
    let more = || c.checked_sub(FIRST_MORE_LATIN).and_then(|at| MORE_LATIN.get(at));
    latin.or_else(more).filter(|letter| **letter != b'.')
}

/// Whether what follows an apostrophe makes another word of it: "can't", "we're".
fn is_contraction(rest: &str) -> bool {
    matches!(rest, "" | "t" | "re" | "ve" | "ll" | "d" | "m" | "s")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        hash_folded(one) == hash_folded(other)
    }

    #[test]
    fn accents_and_inner_apostrophes_do_not_count() {
        for (one, other) in [
            ("córdoba", "cordoba"),
            ("erdoğan", "erdogan"),
            ("sana'a", "sanaa"),
            ("zaporizhzhi\u{301}a", "zaporizhzhia"),
            ("ma\u{2bf}rib", "marib"),
            ("thừa", "thua"),
            ("bałaklija", "balaklija"),
        ] {
            assert!(same(one, other), "{one}");
        }
    }

    #[test]
    fn contractions_and_other_scripts_stay_what_they_are() {
        for (one, other) in [("we'll", "well"), ("she'll", "shell"), ("can't", "cant"), ("київ", "киів"), ("a", "b")]
        {
            assert!(!same(one, other), "{one}");
        }
    }
}
