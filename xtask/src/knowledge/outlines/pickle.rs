//! Reads plain values from a pickle of Python: numbers, texts, tuples, lists and
//! dictionaries. Anything that would call code is refused, so that reading a pickle
//! is as safe as reading text.

use std::cell::RefCell;
use std::rc::Rc;

use anyhow::{Context, Result, bail};

/// A value, shared where the pickle shares it.
#[derive(Clone, Debug)]
pub enum Value {
    None,
    Number(f64),
    Text(Rc<str>),
    /// A tuple or a list.
    Items(Rc<RefCell<Vec<Value>>>),
    /// Keys and values, in turn.
    Dictionary(Rc<RefCell<Vec<Value>>>),
}

impl Value {
    fn list(items: Vec<Value>) -> Value {
        Value::Items(Rc::new(RefCell::new(items)))
    }

    pub fn number(&self) -> Option<f64> {
        if let Value::Number(number) = self { Some(*number) } else { None }
    }

    pub fn text(&self) -> Option<String> {
        if let Value::Text(text) = self { Some(text.to_string()) } else { None }
    }

    /// What a list or a tuple holds; nothing for other values.
    pub fn items(&self) -> Vec<Value> {
        if let Value::Items(items) = self { items.borrow().clone() } else { Vec::new() }
    }

    /// The value of a dictionary's key.
    pub fn get(&self, key: &str) -> Option<Value> {
        let Value::Dictionary(pairs) = self else { return None };
        let pairs = pairs.borrow();
        let mut pairs = pairs.chunks_exact(2);
        pairs.find(|pair| pair[0].text().as_deref() == Some(key)).map(|pair| pair[1].clone())
    }
}

/// Reads the one value of a pickle.
pub fn read(bytes: &[u8]) -> Result<Value> {
    let mut reader = Reader { rest: bytes, stack: Vec::new(), marks: Vec::new(), memory: Vec::new() };
    loop {
        let code = reader.take(1)?[0];
        match code {
            // PROTO and FRAME say how to read on; that is known.
            0x80 => drop(reader.take(1)?),
            0x95 => drop(reader.take(8)?),
            b'.' => return reader.pop(),
            b'(' => reader.marks.push(reader.stack.len()),
            b'N' => reader.stack.push(Value::None),
            b'K' => reader.push_number(1)?,
            b'M' => reader.push_number(2)?,
            b'J' => {
                let number = i32::from_le_bytes(reader.take(4)?.try_into()?);
                reader.stack.push(Value::Number(f64::from(number)));
            }
            b'G' => {
                let number = f64::from_be_bytes(reader.take(8)?.try_into()?);
                reader.stack.push(Value::Number(number));
            }
            0x8c => {
                let length = usize::from(reader.take(1)?[0]);
                let text = std::str::from_utf8(reader.take(length)?)?.into();
                reader.stack.push(Value::Text(text));
            }
            b')' | b']' => reader.stack.push(Value::list(Vec::new())),
            b'}' => reader.stack.push(Value::Dictionary(Rc::default())),
            0x85 => reader.gather(1)?,
            0x86 => reader.gather(2)?,
            0x87 => reader.gather(3)?,
            b't' => {
                let items = reader.since_mark()?;
                reader.stack.push(Value::list(items));
            }
            b'a' => {
                let item = reader.pop()?;
                reader.append(vec![item])?;
            }
            b'e' | b'u' => {
                let items = reader.since_mark()?;
                reader.append(items)?;
            }
            0x94 => reader.memory.push(reader.stack.last().context("nothing to remember")?.clone()),
            b'h' => {
                let at = usize::from(reader.take(1)?[0]);
                reader.recall(at)?;
            }
            b'j' => {
                let at = u32::from_le_bytes(reader.take(4)?.try_into()?) as usize;
                reader.recall(at)?;
            }
            other => bail!("found the code {other:#x} in a pickle, wanted plain values alone"),
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    stack: Vec<Value>,
    marks: Vec<usize>,
    memory: Vec<Value>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length).context("the pickle is cut short")?;
        self.rest = rest;
        Ok(taken)
    }

    fn pop(&mut self) -> Result<Value> {
        self.stack.pop().context("the pickle takes more than it gives")
    }

    fn push_number(&mut self, bytes: usize) -> Result<()> {
        let number = self.take(bytes)?.iter().rev().fold(0u32, |number, byte| number << 8 | u32::from(*byte));
        self.stack.push(Value::Number(f64::from(number)));
        Ok(())
    }

    fn gather(&mut self, count: usize) -> Result<()> {
        let from = self.stack.len().checked_sub(count).context("a tuple lacks values")?;
        let items = self.stack.split_off(from);
        self.stack.push(Value::list(items));
        Ok(())
    }

    fn since_mark(&mut self) -> Result<Vec<Value>> {
        let mark = self.marks.pop().context("the pickle lacks a mark")?;
        Ok(self.stack.split_off(mark.min(self.stack.len())))
    }

    fn append(&mut self, items: Vec<Value>) -> Result<()> {
        match self.stack.last() {
            Some(Value::Items(list) | Value::Dictionary(list)) => list.borrow_mut().extend(items),
            _ => bail!("the pickle appends to what is no list"),
        }
        Ok(())
    }

    fn recall(&mut self, at: usize) -> Result<()> {
        let value = self.memory.get(at).context("the pickle recalls what it never told")?.clone();
        self.stack.push(value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_texts_are_read() {
        let value = read(b"\x80\x04]\x94(\x8c\x03Ada\x94K\x07h\x01e.").expect("a pickle");
        assert_eq!(value.items().len(), 3);
        assert_eq!(value.items()[2].text().as_deref(), Some("Ada"));
        assert_eq!(value.items()[1].number(), Some(7.0));
    }

    #[test]
    fn a_pickle_that_would_call_code_is_refused() {
        let error = read(b"cos\nsystem\n.").expect_err("a call");
        assert!(error.to_string().contains("plain values alone"), "{error}");
    }
}
