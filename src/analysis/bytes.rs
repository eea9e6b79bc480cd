//! Reads the parts of a pack: texts, numbers and columns of them. Never panics;
//! whatever cannot be read is `None`.

use super::pack::Text;
use super::pack::line::{self, Name};

/// What is left to read of a pack.
pub struct Columns<'a> {
    numbers: &'a [u8],
    texts: &'a str,
    /// How much of the texts was read.
    read: usize,
    /// Where these texts begin among all texts that are loaded.
    base: u32,
    /// Memory for the name that is read.
    name: Name,
}

impl<'a> Columns<'a> {
    /// Reads a pack's body: the texts in one piece, and then the numbers.
    pub fn new(body: &'a [u8], base: u32) -> Option<Self> {
        let mut columns = Columns { numbers: body, texts: "", read: 0, base, name: Name::new() };
        let length = columns.number()? as usize;
        let (texts, numbers) = columns.numbers.split_at_checked(length)?;
        columns.texts = std::str::from_utf8(texts).ok()?;
        columns.numbers = numbers;
        Some(columns)
    }

    /// All texts, those that were read too.
    pub fn all_texts(&self) -> &'a str {
        self.texts
    }

    /// Whether all was read.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.read == self.texts.len()
    }

    /// The words of a text that was read here.
    pub fn text(&self, text: Text) -> &'a str {
        &self.texts[(text.start - self.base) as usize..(text.end - self.base) as usize]
    }

    /// A LEB128 number of 32 bits at most.
    pub fn number(&mut self) -> Option<u32> {
        // Nearly all numbers are a byte.
        if let [byte @ ..0x80, rest @ ..] = self.numbers {
            self.numbers = rest;
            return Some(u32::from(*byte));
        }
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.numbers.split_first()?;
            self.numbers = rest;
            value |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// How many rows a table has.
    pub fn rows(&mut self) -> Option<usize> {
        // A row takes a byte at least, so a longer table is a lie.
        self.number().map(|rows| rows as usize).filter(|rows| *rows <= self.numbers.len())
    }

    /// A column of numbers.
    pub fn numbers(&mut self, rows: usize) -> Option<Vec<u32>> {
        column(rows, || self.number())
    }

    /// A column of zigzag numbers.
    pub fn signed(&mut self, rows: usize) -> Option<Vec<i32>> {
        column(rows, || self.number().map(|value| (value >> 1) as i32 ^ -((value & 1) as i32)))
    }

    /// A column of texts: a line for each row.
    pub fn texts(&mut self, rows: usize) -> Option<Vec<Text>> {
        column(rows, || self.line())
    }

    /// A column of names, a line for each row: calls `each` with the row, the name and
    /// its position on the line.
    pub fn names(&mut self, rows: usize, each: &mut dyn FnMut(usize, &Name, u8)) -> Option<()> {
        for row in 0..rows {
            self.read =
                line::names(self.texts, self.read, &mut self.name, &mut |name, position| each(row, name, position));
            if self.read > self.texts.len() {
                // The last line has no end.
                self.read = 0;
                return None;
            }
        }
        Some(())
    }

    /// The same column of names twice: as names, and as texts.
    pub fn names_and_texts(&mut self, rows: usize, each: &mut dyn FnMut(usize, &Name, u8)) -> Option<Vec<Text>> {
        let start = self.read;
        let texts = self.texts(rows)?;
        self.read = start;
        self.names(rows, each)?;
        Some(texts)
    }

    fn line(&mut self) -> Option<Text> {
        let length = position(&self.texts.as_bytes()[self.read..], b'\n')?;
        let start = self.base + self.read as u32;
        self.read += length + 1;
        Some(Text { start, end: start + length as u32 })
    }
}

/// A column with room for all its rows from the start.
fn column<T>(rows: usize, mut next: impl FnMut() -> Option<T>) -> Option<Vec<T>> {
    let mut column = Vec::with_capacity(rows);
    for _ in 0..rows {
        column.push(next()?);
    }
    Some(column)
}

/// A one in the lowest bit of each of eight bytes.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each of eight bytes.
const HIGHS: u64 = ONES << 7;

/// The first eight bytes, little-endian; zeros where there are fewer.
pub fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// The plain letters with which eight bytes begin, in lower case, and how many there are.
pub fn letters(eight: u64) -> (u64, usize) {
    let lower = eight | (ONES * 0x20);
    let seven = lower & !HIGHS;
    // The highest bit of a byte comes on from "a" up, and goes off from "{" up.
    let from_a = seven + ONES * u64::from(0x80 - b'a');
    let after_z = seven + ONES * u64::from(0x7f - b'z');
    let others = !((from_a ^ after_z) & !eight) & HIGHS;
    let count = others.trailing_zeros() as usize / 8;
    let kept = if count == 8 { u64::MAX } else { (1 << (count * 8)) - 1 };
    (lower & kept, count)
}

/// Whether one of the first `count` of eight bytes, which are letters, is in lower case.
pub fn has_lower(eight: u64, count: usize) -> bool {
    let letters = if count == 8 { u64::MAX } else { (1 << (count * 8)) - 1 };
    eight & letters & (ONES * 0x20) != 0
}

/// Where a byte first stands.
pub fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    let mut from = 0;
    while from < bytes.len() {
        let differences = eight(&bytes[from..]) ^ (ONES * u64::from(byte));
        // The lowest byte of no difference has its highest bit set, and none below it.
        let same = differences.wrapping_sub(ONES) & !differences & HIGHS;
        if same != 0 {
            let at = from + same.trailing_zeros() as usize / 8;
            return (at < bytes.len()).then_some(at);
        }
        from += 8;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_are_told_from_what_stands_around_them() {
        for byte in 0..=u8::MAX {
            let (_, count) = letters(eight(&[b'K', byte, b'x']));
            assert_eq!(count, if byte.is_ascii_alphabetic() { 3 } else { 1 }, "{byte:#x}");
        }
        assert_eq!(letters(eight(b"Kharkiv\xc3\xad")), (eight(b"kharkiv"), 7));
        assert_eq!(letters(eight(b"Zaporizhzhia")), (eight(b"zaporizh"), 8));
    }

    #[test]
    fn a_byte_is_found_where_it_first_stands() {
        let text = "Šaľa;Nová Baňa\n…;".as_bytes();
        for byte in [b';', b'\n', b'N', 0, 0x80, b'!'] {
            for from in 0..=text.len() {
                assert_eq!(position(&text[from..], byte), text[from..].iter().position(|b| *b == byte));
            }
        }
    }
}
