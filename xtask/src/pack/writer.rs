//! Writes the texts and numbers of packs and outlines, as `Pack::from_bytes` in
//! `caveat::analysis` and `Outline::from_bytes` in `caveat::map` describe them.

use caveat::analysis::digest;

/// A file as it is written: its texts and its numbers.
#[derive(Default)]
pub struct Writer {
    texts: String,
    numbers: Vec<u8>,
}

impl Writer {
    /// A LEB128 number.
    pub fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.numbers.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.numbers.push(value as u8);
    }

    /// A column of numbers.
    pub fn numbers(&mut self, column: impl IntoIterator<Item = u32>) {
        column.into_iter().for_each(|value| self.number(value));
    }

    /// A column of numbers with signs, zigzag.
    pub fn signed(&mut self, column: impl IntoIterator<Item = i32>) {
        self.numbers(column.into_iter().map(|value| ((value << 1) ^ (value >> 31)) as u32));
    }

    /// A column of numbers with signs, each as its difference from the one before.
    pub fn differences(&mut self, column: impl IntoIterator<Item = i32>) {
        let mut before = 0;
        self.signed(column.into_iter().map(|value| value - std::mem::replace(&mut before, value)));
    }

    /// A column of texts, a line for each row.
    pub fn texts(&mut self, column: impl IntoIterator<Item = impl AsRef<str>>) {
        for text in column {
            self.texts.push_str(text.as_ref());
            self.texts.push('\n');
        }
    }

    /// The whole file, after its magic number.
    pub fn into_bytes(self, magic: [u8; 4]) -> Vec<u8> {
        let mut length = Writer::default();
        length.number(self.texts.len() as u32);
        let body = [&length.numbers, self.texts.as_bytes(), &self.numbers].concat();
        [&magic[..], &digest(&body).to_le_bytes(), &body].concat()
    }
}
