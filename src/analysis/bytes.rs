//! Reads the parts of a pack: numbers and columns. Never panics; whatever
//! cannot be read is `None`.

/// What is left to read.
pub struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    /// Reads from the first of `bytes` on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Bytes { rest: bytes }
    }

    /// Whether all was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// A LEB128 number of 32 bits at most.
    pub fn number(&mut self) -> Option<u32> {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
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
        self.number().map(|rows| rows as usize).filter(|rows| *rows <= self.rest.len())
    }

    /// A column of numbers.
    pub fn numbers(&mut self, rows: usize) -> Option<Vec<u32>> {
        (0..rows).map(|_| self.number()).collect()
    }

    /// A column of zigzag numbers.
    pub fn signed(&mut self, rows: usize) -> Option<Vec<i32>> {
        (0..rows).map(|_| self.number().map(|value| (value >> 1) as i32 ^ -((value & 1) as i32))).collect()
    }

    /// A column of texts: one text with a line for each row.
    pub fn texts(&mut self, rows: usize) -> Option<Vec<&'a str>> {
        let length = self.number()? as usize;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        let texts: Vec<&str> = std::str::from_utf8(text).ok()?.split('\n').collect();
        if rows == 0 { text.is_empty().then(Vec::new) } else { (texts.len() == rows).then_some(texts) }
    }
}
