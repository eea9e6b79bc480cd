//! The demo page's articles: every one says that it is invented, and the one
//! that stands in the page itself, for the script tag to find, is its file's.

use std::fs;
use std::path::{Path, PathBuf};

/// What a reader must see above an invented article.
const INVENTED: &str = "Invented article, written to show the program; the events did not happen.";

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn articles() -> Vec<PathBuf> {
    let folder =
        fs::read_dir(project().join("www/articles")).expect("the folder of the articles stands in the project");
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_article_begins_by_saying_that_it_is_invented() {
    for path in articles() {
        assert_eq!(read(&path).lines().next(), Some(INVENTED), "{}", path.display());
    }
}

#[test]
fn the_page_offers_every_article() {
    let page = read(&project().join("index.html"));
    for path in articles() {
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8");
        assert!(page.contains(&format!("href=\"#sample={name}\"")), "no link to {name}");
    }
}

#[test]
fn the_article_in_the_page_is_the_one_of_its_file() {
    let page = read(&project().join("index.html"));
    assert!(page.contains(&format!(">{INVENTED}<")), "the page does not say that its article is invented");
    let (_, story) = page.split_once("<article id=\"story\"").expect("the page has an article");
    let (story, _) = story.split_once("</article>").expect("the article ends");
    let (_, story) = story.split_once('>').expect("the article's tag ends");
    let standing: Vec<String> = story.lines().map(words).filter(|line| !line.is_empty()).collect();
    let file = read(&project().join("www/articles/kherson.txt"));
    let blocks = file.trim().split("\n\n").skip(1);
    let wanted: Vec<&str> = blocks.map(|block| block.trim_start_matches("CAPTION: ")).collect();
    assert_eq!(standing, wanted);
}

/// A line of the page without its tags.
fn words(line: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for ch in line.trim().chars() {
        match ch {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => words.push(ch),
            _ => {}
        }
    }
    words.replace("&amp;", "&")
}
