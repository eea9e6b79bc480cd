//! Reads the parts of a pack: numbers, texts and lists. Never panics; whatever
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

    /// A zigzag number.
    pub fn signed(&mut self) -> Option<i32> {
        let value = self.number()?;
        Some((value >> 1) as i32 ^ -((value & 1) as i32))
    }

    /// A text with its length in bytes before it.
    pub fn text(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok().map(str::to_string)
    }

    /// A text that shares the first bytes of `before`: how many, then the rest.
    pub fn front_coded(&mut self, before: &str) -> Option<String> {
        let shared = self.number()? as usize;
        let mut text = before.get(..shared)?.to_string();
        text.push_str(&self.text()?);
        Some(text)
    }

    /// A list with its length before it. `item` is given what was read so far.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self, &[T]) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()? as usize;
        // An item takes a byte at least, so a longer list is a lie.
        if length > self.rest.len() {
            return None;
        }
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            let next = item(self, &items)?;
            items.push(next);
        }
        Some(items)
    }
}
