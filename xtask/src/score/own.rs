//! Our own labeled articles: invented events in real places, with the labels inside the
//! text, read into the form of the gold articles.
//!
//! A file is a text with marks, a line of equal signs, and JSON. `<m s="ID">` holds a
//! mention of a side, `<p k="KEY">` a place, `<c n="N">` a part of a content, `<o n="N">` a
//! source, `<u n="N">` a cue; marks nest. The JSON says what the ids, keys and numbers are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::project;

/// Where the articles lie, from the project's top.
const ARTICLES: &str = "tests/labeled";
/// What parts the text from the JSON.
const RULE: &str = "\n=====\n";

/// The files of our own labeled articles, in order.
pub fn files() -> Result<Vec<PathBuf>> {
    let folder = project::root().join(ARTICLES);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("found no {ARTICLES}/"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "draft"))
        .collect();
    files.sort();
    Ok(files)
}

/// Writes an article in the form of the gold articles into a folder, and says where.
pub fn convert(file: &Path, folder: &Path) -> Result<PathBuf> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let source = fs::read_to_string(file).with_context(|| format!("could not read {}", project::shown(file)))?;
    let mut gold = read(&source).with_context(|| format!("in {}", project::shown(file)))?;
    gold["id"] = name.clone().into();
    let path = folder.join(name).with_extension("json");
    fs::write(&path, gold.to_string()).with_context(|| format!("could not write {}", project::shown(&path)))?;
    Ok(path)
}

/// A mark that was opened and not yet closed.
struct Open {
    sort: char,
    value: String,
    start: usize,
}

/// The gold article of a labeled text, without its id. Offsets count UTF-16 code units.
fn read(source: &str) -> Result<Value> {
    let Some((body, declared)) = source.split_once(RULE) else {
        bail!("found no line \"=====\", wanted it between the text and what its marks mean");
    };
    let declared: Value = serde_json::from_str(declared).context("wanted JSON after the line \"=====\"")?;
    let (mut text, mut open) = (String::new(), Vec::<Open>::new());
    let (mut mentions, mut places) = (Vec::new(), Vec::new());
    let mut statements: BTreeMap<u32, Map<String, Value>> = BTreeMap::new();
    let mut rest = body;
    while let Some((plain, after)) = rest.split_once('<') {
        text.push_str(plain);
        let (tag, following) = after.split_once('>').context("found \"<\" without \">\"")?;
        rest = following;
        let here = units(&text);
        let Some(closed) = tag.strip_prefix('/') else {
            open.push(opened(tag, here)?);
            continue;
        };
        let Some(mark) = open.pop().filter(|mark| closed == mark.sort.to_string()) else {
            bail!("found </{closed}> where another mark was open");
        };
        let Open { sort, value, start } = mark;
        let span = json!({ "start": start, "end": here });
        match sort {
            'm' => mentions.push(json!({ "start": start, "end": here, "side": value })),
            'p' => places.push(place(&declared, &value, span)?),
            _ => statement(&mut statements, sort, &value, span)?,
        }
    }
    text.push_str(rest);
    if let Some(mark) = open.last() {
        bail!("found <{} …=\"{}\"> that is never closed", mark.sort, mark.value);
    }
    for (number, found) in &mut statements {
        let known = declared["statements"][number.to_string()].as_object();
        let known = known.with_context(|| format!("found statement {number} that is not declared"))?;
        found.extend(known.clone());
    }
    mentions.sort_by_key(|mention| mention["start"].as_u64());
    places.sort_by_key(|place| place["start"].as_u64());
    Ok(json!({
        "text": text,
        "conflict": declared["conflict"],
        "sides": declared["sides"],
        "mentions": mentions,
        "places": places,
        "statements": statements.into_values().collect::<Vec<_>>(),
    }))
}

/// The length in UTF-16 code units.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Reads `m s="ID"` and the like.
fn opened(tag: &str, start: usize) -> Result<Open> {
    let parts = tag.split_once(' ').and_then(|(sort, attribute)| {
        let (_, value) = attribute.split_once("=\"")?;
        Some((sort.parse::<char>().ok()?, value.strip_suffix('"')?))
    });
    match parts {
        Some((sort @ ('m' | 'p' | 'c' | 'o' | 'u'), value)) => Ok(Open { sort, value: value.to_string(), start }),
        _ => bail!("found <{tag}>, wanted <m s=\"…\">, <p k=\"…\">, <c n=\"…\">, <o n=\"…\"> or <u n=\"…\">"),
    }
}

/// A place with what is declared of it.
fn place(declared: &Value, key: &str, span: Value) -> Result<Value> {
    let mut place = declared["places"][key].clone();
    let fields = place.as_object_mut().with_context(|| format!("found the place {key:?} that is not declared"))?;
    for (name, value) in span.as_object().into_iter().flatten() {
        fields.insert(name.clone(), value.clone());
    }
    Ok(place)
}

/// Adds a part to the statements whose numbers are given, which may be several.
fn statement(statements: &mut BTreeMap<u32, Map<String, Value>>, sort: char, numbers: &str, span: Value) -> Result<()> {
    for number in numbers.split(' ') {
        let number = number.parse().with_context(|| format!("found the number {number:?} of a statement"))?;
        let parts = statements.entry(number).or_default();
        match sort {
            'c' => {
                let content = parts.entry("content").or_insert_with(|| json!([]));
                content.as_array_mut().context("a content is a list")?.push(span.clone());
            }
            'o' => drop(parts.insert("source".to_string(), span.clone())),
            _ => drop(parts.insert("cue".to_string(), span.clone())),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans_in_code_units() {
        let source = concat!(
            "<o n=\"1\"><m s=\"a\">Arda</m></o> <u n=\"1\">said</u> <c n=\"1\">😀 <p k=\"k\">Kut</p> fell</c>.\n=====\n",
            r#"{"conflict": true, "sides": [{"id": "a", "name": "Arda"}], "#,
            r#""places": {"k": {"name": "Kut", "country": "IQ", "kind": "city", "lat": 32.5, "lon": 45.8}}, "#,
            r#""statements": {"1": {"kind": "claim", "side": "a"}}}"#,
        );
        let gold = read(source).expect("a good source");
        assert_eq!(gold["text"], "Arda said 😀 Kut fell.");
        assert_eq!(gold["mentions"], json!([{ "start": 0, "end": 4, "side": "a" }]));
        assert_eq!((&gold["places"][0]["start"], &gold["places"][0]["country"]), (&json!(13), &json!("IQ")));
        let statement = &gold["statements"][0];
        assert_eq!(statement["content"], json!([{ "start": 10, "end": 21 }]));
        assert_eq!((&statement["kind"], &statement["cue"]["start"]), (&json!("claim"), &json!(5)));
    }

    #[test]
    fn faults_are_told() {
        let told = |source: &str| format!("{:#}", read(source).expect_err("a fault"));
        assert!(told("no rule").contains("====="));
        assert!(told("<m s=\"a\">x\n=====\n{}").contains("never closed"));
        assert!(told("<x>\n=====\n{}").contains("wanted <m"));
        assert!(told("<p k=\"q\">x</p>\n=====\n{}").contains("\"q\" that is not declared"));
    }
}
