//! What a character is, and its lower-case form, for the scripts that news in Latin,
//! Greek, Cyrillic and Armenian letters has; other letters have no case here.
//!
//! The standard library answers for all of Unicode, by tables that a reader would
//! download, and differently with each version of it.

/// The lower-case form of a capital; all else as it is.
pub fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    let is_even = code.is_multiple_of(2);
    let lower = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0xff21..=0xff3a => code + 32,
        // "İ" is an "i" here, and not an "i" with a dot over it.
        0x130 => 0x69,
        0x178 => 0xff,
        0x18f => 0x259,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x4c0 => 0x4cf,
        0x531..=0x556 => code + 48,
        0x1e9e => 0xdf,
        // In these, each capital stands before its small letter.
        0x100..=0x137 | 0x14a..=0x177 | 0x1a0..=0x1a5 | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 if is_even => {
            code + 1
        }
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff if is_even => code + 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1af | 0x1cd..=0x1dc | 0x4c1..=0x4ce if !is_even => code + 1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// Whether it is a capital.
pub fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Whether it is a small letter, of a script that has capitals.
pub fn is_small(c: char) -> bool {
    let cased = matches!(c as u32, 0..=0x587 | 0x1e00..=0x1fff | 0xff21..=0xff5a);
    cased && is_letter(c) && !is_capital(c)
}

/// Whether it is a letter.
pub fn is_letter(c: char) -> bool {
    match c as u32 {
        0..=0xbf => c.is_ascii_alphabetic() || matches!(c, 'ª' | 'µ' | 'º'),
        0xd7 | 0xf7 | 0x37e | 0x387 | 0x482..=0x489 => false,
        0xc0..=0x2c1 | 0x370..=0x52f | 0x531..=0x556 | 0x560..=0x588 => true,
        // Hebrew, Arabic and their vowel signs.
        0x5b0..=0x5bd | 0x5d0..=0x5f2 | 0x610..=0x61a | 0x620..=0x65f | 0x66e..=0x6d3 | 0x6d5..=0x6dc => true,
        0x6e1..=0x6ef | 0x6fa..=0x6fc | 0x6ff => true,
        // India's full stops among the letters of Asia and Africa.
        0x964 | 0x965 | 0xe3f | 0x104a..=0x104f | 0x1361..=0x1368 | 0x17d4..=0x17db => false,
        0x710..=0x1fff | 0x2c00..=0x2dff | 0x3005..=0x3007 | 0x3031..=0x3035 | 0x3041..=0x318f => true,
        0x31a0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0xd7ff | 0xf900..=0xfb4f | 0xfb50..=0xfdfb => true,
        0xfe70..=0xfefc | 0xff21..=0xff3a | 0xff41..=0xff5a | 0xff66..=0xffdc => true,
        0x10000..=0x16fff | 0x1e000..=0x1eeff | 0x20000..=0x3ffff => true,
        _ => false,
    }
}

/// Whether it is a letter or a digit.
pub fn is_letter_or_digit(c: char) -> bool {
    let digit = c.is_ascii_digit()
        || matches!(c as u32, 0xb2 | 0xb3 | 0xb9 | 0xbc..=0xbe | 0x660..=0x669 | 0x6f0..=0x6f9)
        || matches!(c as u32, 0x2070..=0x209c | 0x2150..=0x218b | 0x2460..=0x249b | 0xff10..=0xff19);
    digit || is_letter(c)
}

/// Whether it is white space.
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of Europe's languages, with those of Vietnamese.
    fn european() -> impl Iterator<Item = char> {
        let rare = |c: &char| matches!(*c as u32, 0x180..=0x1cc | 0x1f0..=0x1f7 | 0x220..=0x2ff | 0x370..=0x385);
        let odd = |c: &char| matches!(*c as u32, 0x38b | 0x38d | 0x3a2 | 0x3ac..=0x3ff | 0x130 | 0x1e96..=0x1e9f);
        ('\0'..'\u{530}').chain('\u{531}'..'\u{588}').chain('\u{1e00}'..'\u{1f00}').filter(move |c| !rare(c) && !odd(c))
    }

    #[test]
    fn capitals_of_europe_become_what_unicode_says() {
        for c in european() {
            assert_eq!(lower(c).to_string(), c.to_lowercase().to_string(), "{c} {:x}", c as u32);
        }
        assert_eq!((lower('İ'), lower('ẞ'), lower('Ə'), lower('Ư')), ('i', 'ß', 'ə', 'ư'));
    }

    #[test]
    fn letters_and_cases_of_europe_are_what_unicode_says() {
        for c in european().filter(|c| !matches!(*c as u32, 0x2c2..=0x370 | 0x559..=0x560 | 0x588..)) {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c} {:x}", c as u32);
            assert_eq!(is_capital(c), c.is_uppercase(), "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn marks_and_spaces_are_no_letters() {
        for c in "’“”«»—–…•€£$%&@#()[]{}/\\|+=<>^~`´¨¸·¡¿×÷°©®™→─😀🛰、。「」।፡\u{301}".chars()
        {
            assert!(!is_letter_or_digit(c), "{c}");
        }
        for c in '\0'..=char::MAX {
            assert_eq!(is_space(c), c.is_whitespace(), "{:x}", c as u32);
        }
        assert!("東京العربيةעבריתहिन्दीไทย가나".chars().filter(|c| *c != '\u{94d}').all(is_letter));
    }
}
