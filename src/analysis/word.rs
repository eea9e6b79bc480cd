//! Lists of words in the code.

/// Whether a word is one of a list, whose words are parted by single spaces.
///
/// A comparison for each word would weigh several times what the words do, and a reader
/// downloads all of it.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_alone_count() {
        assert!(is_one_of("of", "on of") && is_one_of(",", ", ;") && !is_one_of("o", "on of"));
        assert!(!is_one_of("", "on  of") && !is_one_of("on of", "on of"));
    }
}
