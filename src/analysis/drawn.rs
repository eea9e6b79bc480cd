//! Tests drawn on the text: under a line, carets mark words and a label says what is
//! found there.
//!
//! ```text
//! Iran’s navy said it had left Bandar Abbas.
//! ^^^^^^^^^^^ iran             ^^^^^^^^^^^^ place
//! ```
//!
//! Columns count characters, so that an accent or an emoji shifts nothing. Several runs
//! of carets before one label are the parts of one finding; the label `+` adds parts
//! to the finding drawn before it, where they stand under another line. A drawing holds
//! all that is to be found in its text: what is not drawn must not be found.

use std::sync::LazyLock;

use super::{Analysis, Article, Pack, Span, Statement};

/// What makes a drawing's article one about a war: its last paragraph.
pub const UKRAINE: &str = "Russian missiles hit Odesa as Ukrainian troops fought Russian soldiers near the front line.";
/// Another war's.
pub const GAZA: &str = "Israeli jets bombed Gaza City as Hamas fighters fired rockets at Israel, killing Palestinians.";
/// A civil war's.
pub const SYRIA: &str = "Rebels seized a base as Syrian government forces shelled Aleppo, killing rebel fighters.";

/// The label that carries on the finding before.
const MORE: &str = "+";

static PACK: LazyLock<Pack> = LazyLock::new(Pack::core);

/// Words with a label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Their parts, in order.
    parts: Vec<Span>,
    /// What they are.
    label: String,
}

impl Mark {
    /// One run of words.
    pub fn new(span: Span, label: impl Into<String>) -> Mark {
        Mark { parts: vec![span], label: label.into() }
    }
}

/// Fails where `find` does not find what is drawn, or finds more. `rest` is added to
/// the article under the drawn text, to tell which war it is about; what is found
/// there counts for nothing.
pub fn check(drawing: &str, rest: &str, find: impl Fn(&Article, &Pack) -> Vec<Mark>) {
    check_with(&PACK, drawing, rest, find);
}

/// [`check`] with another pack than the core.
pub fn check_with(pack: &Pack, drawing: &str, rest: &str, find: impl Fn(&Article, &Pack) -> Vec<Mark>) {
    let (text, wanted) = parse(drawing);
    let article = Article::new(format!("{text}\n{rest}"));
    let mut found = find(&article, pack);
    found.retain(|mark| mark.parts[0].end as usize <= text.len());
    found.sort();
    if found != wanted {
        panic!("found:\n{}\nwanted:\n{}", draw(&text, &found), draw(&text, &wanted));
    }
}

/// The contents of all statements, with their kinds and the sides whose word they are.
pub fn contents(found: &Analysis) -> Vec<Mark> {
    let label = |statement: &Statement| match statement.side {
        Some(side) => format!("{} {}", statement.kind.name(), found.sides[usize::from(side.0)].id),
        None => statement.kind.name().to_string(),
    };
    found.statements.iter().map(|s| Mark { parts: s.content.clone(), label: label(s) }).collect()
}

/// [`contents`], and the sources and cues.
pub fn statements(found: &Analysis) -> Vec<Mark> {
    let mut marks = contents(found);
    for statement in &found.statements {
        marks.extend(statement.source.map(|span| Mark::new(span, "source")));
        marks.extend(statement.cue.map(|span| Mark::new(span, "cue")));
    }
    // Two verbs of one subject have one source.
    marks.sort();
    marks.dedup();
    marks
}

/// The text of a drawing, and its marks in order.
fn parse(drawing: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut line_start = 0;
    let mut marks: Vec<Mark> = Vec::new();
    for line in drawing.trim_matches('\n').lines() {
        if !line.trim_start().starts_with('^') {
            line_start = text.len() + usize::from(!text.is_empty());
            text = if text.is_empty() { line.to_string() } else { format!("{text}\n{line}") };
            continue;
        }
        for (columns, label) in labelled(line) {
            let parts: Vec<Span> = columns.into_iter().map(|run| span(&text[line_start..], line_start, run)).collect();
            match marks.last_mut() {
                Some(mark) if label == MORE => mark.parts.extend(parts),
                _ => marks.push(Mark { parts, label }),
            }
        }
    }
    marks.sort();
    (text, marks)
}

/// The runs of carets in a line, as half-open columns, with the label after them.
fn labelled(line: &str) -> Vec<(Vec<(usize, usize)>, String)> {
    let mut found: Vec<(Vec<(usize, usize)>, String)> = Vec::new();
    for (column, ch) in line.chars().enumerate() {
        if ch != '^' {
            if let Some((_, label)) = found.last_mut() {
                label.push(ch);
            }
            continue;
        }
        match found.last_mut() {
            Some((runs, label)) if label.trim().is_empty() => {
                let (_, end) = runs.last_mut().expect("a label follows a run");
                if *end == column {
                    *end += 1;
                } else {
                    runs.push((column, column + 1));
                    label.clear();
                }
            }
            _ => found.push((vec![(column, column + 1)], String::new())),
        }
    }
    for (_, label) in &mut found {
        *label = label.trim().to_string();
        assert!(!label.is_empty(), "carets without a label: {line}");
    }
    found
}

/// The bytes under the columns of a line that begins at `start`.
fn span(line: &str, start: usize, (first, end): (usize, usize)) -> Span {
    let mut bytes = line.char_indices().map(|(byte, _)| byte).chain([line.len()]);
    let from = bytes.nth(first).expect("carets stand under the text");
    let to = bytes.nth(end - first - 1).expect("carets stand under the text");
    Span { start: (start + from) as u32, end: (start + to) as u32 }
}

/// The text with the marks drawn under its lines, as [`parse`] reads it.
fn draw(text: &str, marks: &[Mark]) -> String {
    let mut drawing = String::new();
    let mut start = 0;
    for line in text.split('\n') {
        drawing += &format!("{line}\n");
        let end = start + line.len();
        let mut marks: Vec<&Mark> = marks.iter().collect();
        // What another line carries on comes last, where the label `+` finds it.
        marks.sort_by_key(|mark| mark.parts.last().is_some_and(|part| part.start as usize > end));
        for mark in marks {
            let here = |part: &&Span| (start..=end).contains(&(part.start as usize));
            let parts: Vec<&Span> = mark.parts.iter().filter(here).collect();
            if parts.is_empty() {
                continue;
            }
            let mut carets = String::new();
            for part in &parts {
                let column = text[start..part.start as usize].chars().count();
                carets += &" ".repeat(column - carets.chars().count());
                carets += &"^".repeat(text[part.start as usize..part.end as usize].chars().count());
            }
            let label = if *parts[0] == mark.parts[0] { &mark.label } else { MORE };
            drawing += &format!("{carets} {label}\n");
        }
        start = end + 1;
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_read_as_it_is_drawn() {
        let drawing = "\
Zoe\u{308} 😀 said “no,”
^^^^ a ^^^^ b
     ^      ^^^^^ c
and then “never.”
         ^^^^^^^^ +
";
        let (text, marks) = parse(drawing);
        let words = |mark: &Mark| -> Vec<String> {
            mark.parts.iter().map(|p| text[p.start as usize..p.end as usize].to_string()).collect()
        };
        let read: Vec<(Vec<String>, &str)> = marks.iter().map(|m| (words(m), m.label.as_str())).collect();
        assert_eq!(
            read,
            [
                (vec!["Zoe\u{308}".to_string()], "a"),
                (vec!["😀".to_string(), "“no,”".to_string(), "“never.”".to_string()], "c"),
                (vec!["said".to_string()], "b"),
            ]
        );
        assert_eq!(parse(&draw(&text, &marks)), (text.clone(), marks.clone()));
    }

    #[test]
    #[should_panic = "found:\nKyiv fell.\n^^^^ a\n"]
    fn what_is_found_and_not_drawn_fails() {
        check("Kyiv fell.", "", |_, _| vec![Mark::new(Span { start: 0, end: 4 }, "a")]);
    }

    #[test]
    #[should_panic = "wanted:\nKyiv fell.\n^^^^ a\n"]
    fn what_is_drawn_and_not_found_fails() {
        check("Kyiv fell.\n^^^^ a", "", |_, _| Vec::new());
    }
}
