//! Every sample article's findings, one on a line, held against `tests/snapshots/`.
//!
//! A changed result rewrites its snapshot and fails once, so that the change is
//! reviewed in the diff.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use caveat::analysis::{Analysis, Article, Evidence, Pack, Party, SideId, Span};
use caveat::shards;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The names of the text files in a folder, without their endings.
fn names(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("a readable folder").path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts.map(|path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn every_sample_article_is_read_as_its_snapshot_says() {
    let (articles, snapshots) = (folder("www/articles"), folder("tests/snapshots"));
    let mut pack = Pack::core();
    let mut changed = Vec::new();
    for name in names(&articles) {
        let text = fs::read_to_string(articles.join(format!("{name}.txt"))).expect("an article in UTF-8");
        let article = Article::new(text);
        let found = findings(&article, &shards::read(&article, &mut pack));
        let snapshot = snapshots.join(format!("{name}.txt"));
        if fs::read_to_string(&snapshot).ok().as_deref() != Some(found.as_str()) {
            fs::create_dir_all(&snapshots).expect("the folder of the snapshots can be made");
            fs::write(&snapshot, found).expect("a snapshot can be written");
            changed.push(format!("tests/snapshots/{name}.txt"));
        }
    }
    assert!(
        changed.is_empty(),
        "findings changed; these snapshots were rewritten, so review and commit their diff: {}",
        changed.join(", ")
    );
}

#[test]
fn every_snapshot_has_its_article() {
    let articles = names(&folder("www/articles"));
    assert!(!articles.is_empty(), "no sample articles were found");
    assert_eq!(names(&folder("tests/snapshots")), articles);
}

/// The findings as text: a line for each, with the words that it marks.
fn findings(article: &Article, found: &Analysis) -> String {
    let mut text = String::new();
    let side = |id: SideId| found.sides[usize::from(id.0)].id.as_str();
    let mut line = |line: String| writeln!(text, "{line}").expect("a string can be written to");
    for side in &found.sides {
        let evidence = side.evidence.iter().map(|evidence| match evidence {
            Evidence::HostileAct(span) => format!("hostile act of {}", words(article, *span)),
            Evidence::KnownConflict(name) => format!("known conflict {name}"),
        });
        line(format!("side {}: {} ({})", side.id, side.name, evidence.collect::<Vec<_>>().join("; ")));
    }
    for mention in &found.mentions {
        let party = match mention.party {
            Party::One(id) => side(id),
            Party::All => "all",
        };
        line(format!("mention of {party} as {}: {}", mention.role.name(), words(article, mention.span)));
    }
    for place in &found.places {
        let (country, decision) = (place.country.as_str(), place.decision.name());
        let of = if country.is_empty() { String::new() } else { format!(" in {country}") };
        line(format!(
            "place: {} is the {} {}{of} ({decision})",
            words(article, place.span),
            place.kind.name(),
            place.name
        ));
    }
    for (index, statement) in found.statements.iter().enumerate() {
        let whose = statement.side.map(|id| format!(" of {}", side(id))).unwrap_or_default();
        let content: Vec<_> = statement.content.iter().map(|part| words(article, *part)).collect();
        let mut rest = String::new();
        for (label, span) in [("source", statement.source), ("cue", statement.cue)] {
            if let Some(span) = span {
                write!(rest, " | {label} {}", words(article, span)).expect("a string can be written to");
            }
        }
        let links = [
            ("disclaimed", &statement.disclaimed_by),
            ("contradicted", &statement.contradicted_by),
            ("confirmed", &statement.confirmed_by),
        ];
        for (label, by) in links.into_iter().filter(|(_, by)| !by.is_empty()) {
            write!(rest, " | {label} by {by:?}").expect("a string can be written to");
        }
        line(format!("{index} {}{whose}: {}{rest}", statement.kind.name(), content.join(" … ")));
    }
    text
}

/// The words of a span between marks that no article has, each line break as a space.
fn words(article: &Article, span: Span) -> String {
    format!("⟨{}⟩", article.slice(span).split_whitespace().collect::<Vec<_>>().join(" "))
}
