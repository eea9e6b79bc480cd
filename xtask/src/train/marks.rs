//! What we find in the corpora, for their scorer.

use std::fs;
use std::path::Path;

use anyhow::Result;
use caveat::analysis::names::{actor_phrases, referents, toponyms};
use caveat::analysis::{Article, Pack, Span, names};
use caveat::shards;
use serde_json::{Value, json};

/// Writes names, referents, toponyms and actor phrases of every document of a corpus, a file each.
pub fn write(corpus: &Path, folder: &Path) -> Result<()> {
    let mut pack = Pack::core();
    let mut lines: [String; 4] = Default::default();
    for line in fs::read_to_string(corpus)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let article = Article::new(line["text"].as_str().unwrap_or_default());
        shards::add(&article, &mut pack);
        let span = |span: Span, sort: &str| json!({"start": span.start, "end": span.end, "type": sort});
        let found: [Vec<Value>; 4] = [
            names(&article, &pack).iter().map(|name| span(name.span, name.sort.name())).collect(),
            referents(&article, &pack).iter().map(|name| span(name.span, name.sort.name())).collect(),
            toponyms(&article, &pack).iter().map(|name| span(name.span, name.sort.name())).collect(),
            actor_phrases(&article, &pack).iter().map(|phrase| span(*phrase, "actor")).collect(),
        ];
        for (lines, spans) in lines.iter_mut().zip(found) {
            lines.push_str(&json!({"id": line["id"], "spans": spans}).to_string());
            lines.push('\n');
        }
    }
    let stem = corpus.file_stem().unwrap_or_default().to_string_lossy();
    for (lines, kind) in lines.iter().zip(["names", "referents", "toponyms", "actors"]) {
        fs::write(folder.join(format!("{stem}.{kind}.jsonl")), lines)?;
    }
    Ok(())
}
