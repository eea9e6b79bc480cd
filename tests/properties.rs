//! What holds for any text: findings lie in it, on whole characters, in order, and
//! are the same when it is read again.

use std::hint::black_box;
use std::time::{Duration, Instant};

use caveat::analysis::{Analysis, Article, Pack, Span, analyze};
use caveat::wire;
use proptest::prelude::*;

/// Pieces that news is made of, with the marks and characters that offsets stumble on.
const FRAGMENTS: [&str; 64] = [
    "Ukraine",
    "Russia",
    "Kyiv",
    "Moscow",
    "Hamas",
    "Israeli",
    "Russian",
    "the Kremlin",
    "Putin",
    "Zelenskyy",
    "President",
    "Colonel",
    "troops",
    "army",
    "rebels",
    "government forces",
    "both sides",
    "officials",
    "Kherson",
    "Oskil River",
    "the town of",
    "region",
    "North",
    "Gaza City",
    "said",
    "says that",
    "denied",
    "vowed to",
    "accused",
    "claimed",
    "adding",
    "according to",
    "reportedly",
    "is believed to",
    "did not comment",
    "could not be independently verified",
    "undisclosed location",
    "attacked",
    "shelled",
    "strikes on",
    "missiles",
    "war",
    "killed",
    "in",
    "of",
    "and",
    "the",
    "it",
    "“",
    "”",
    "\"",
    "‘",
    "’s",
    "’",
    "[",
    ")",
    ",",
    ".",
    " — ",
    "\r\n",
    "\n\n",
    "😀👩‍👩‍👧",
    "Zoe\u{308}",
    "\u{ad}\u{feff}İß",
];

fn glued() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(&FRAGMENTS[..]), prop::sample::select(&[" ", " ", " ", "", "\u{a0}"][..]));
    prop::collection::vec(piece, 0..120)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(fragment, gap)| [fragment, gap]).collect())
}

fn read(text: &str, pack: &Pack) -> (Article, Analysis) {
    let article = Article::new(text);
    let found = analyze(&article, pack);
    (article, found)
}

/// Every span of the findings.
fn spans(found: &Analysis) -> Vec<Span> {
    let mut spans: Vec<Span> = found.mentions.iter().map(|mention| mention.span).collect();
    spans.extend(found.places.iter().map(|place| place.span));
    for statement in &found.statements {
        spans.extend(statement.content.iter().copied().chain(statement.source).chain(statement.cue));
    }
    spans
}

fn holds_for(text: &str, pack: &Pack) {
    let (article, found) = read(text, pack);
    for span in spans(&found) {
        let words = text.get(span.start as usize..span.end as usize);
        assert!(words.is_some_and(|words| !words.is_empty()), "{span:?} holds no words of {text:?}");
    }
    let in_order = |spans: Vec<Span>| spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    assert!(in_order(found.mentions.iter().map(|mention| mention.span).collect()), "mentions of {text:?}");
    assert!(in_order(found.places.iter().map(|place| place.span).collect()), "places of {text:?}");
    for statement in &found.statements {
        assert!(!statement.content.is_empty() && !statement.reasons.is_empty(), "{statement:?} of {text:?}");
        assert!(in_order(statement.content.clone()), "{statement:?} of {text:?}");
        let links = [&statement.disclaimed_by, &statement.contradicted_by, &statement.confirmed_by];
        assert!(links.into_iter().flatten().all(|at| (*at as usize) < found.statements.len()), "{statement:?}");
    }
    let first = found.statements.iter().map(|statement| statement.content[0].start);
    assert!(first.is_sorted(), "statements of {text:?}");
    let sides = found.sides.len();
    assert!(found.statements.iter().filter_map(|s| s.side).all(|side| usize::from(side.0) < sides));
    assert_eq!(read(text, pack).1, found, "read again: {text:?}");
    offsets_hold(&article, &found);
}

/// The JSON form's offsets are those that `encode_utf16` counts.
fn offsets_hold(article: &Article, found: &Analysis) {
    let units = |byte: u32| article.text()[..byte as usize].encode_utf16().count() as u32;
    let range = |span: Span| wire::Range { start: units(span.start), end: units(span.end) };
    let json = wire::Analysis::new(article, found);
    assert_eq!((json.mentions.len(), json.places.len()), (found.mentions.len(), found.places.len()));
    for (json, mention) in json.mentions.iter().zip(&found.mentions) {
        assert_eq!(wire::Range { start: json.start, end: json.end }, range(mention.span));
    }
    for (json, place) in json.places.iter().zip(&found.places) {
        assert_eq!(wire::Range { start: json.start, end: json.end }, range(place.span));
    }
    assert_eq!(json.statements.len(), found.statements.len());
    for (json, statement) in json.statements.iter().zip(&found.statements) {
        assert_eq!(json.content, statement.content.iter().map(|part| range(*part)).collect::<Vec<_>>());
        assert_eq!((json.source, json.cue), (statement.source.map(range), statement.cue.map(range)));
    }
}

/// Cases that failed are shown and not stored: each belongs into a test of its own.
fn once() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn any_text_gives_findings_that_lie_in_it() {
    let pack = Pack::core();
    proptest!(once(), |(text in any::<String>())| holds_for(&text, &pack));
}

#[test]
fn any_news_glued_together_gives_findings_that_lie_in_it() {
    let pack = Pack::core();
    proptest!(once(), |(text in glued())| holds_for(&text, &pack));
}

#[test]
fn a_verb_whose_subject_opens_the_sentence_may_follow_another() {
    holds_for("Ukraine denied Ukraine said Ukraine ", &Pack::core());
}

/// A paragraph that all detectors find something in.
const NEWS: &str = "Ukraine’s army said 😀 its troops had left Zoë’s café near Kherson. “They ran,” it said.\n\n\
    Russian forces shelled Ukrainian troops near Kherson, and the boat reportedly sank. Moscow denied it.\n\n\
    The claims could not be independently verified.";

#[test]
fn an_article_with_every_layer_holds() {
    let pack = Pack::core();
    let (_, found) = read(NEWS, &pack);
    assert!(found.sides.len() == 2 && found.mentions.len() > 3 && found.places.len() > 1 && found.statements.len() > 3);
    holds_for(NEWS, &pack);
}

/// The words of all findings in order.
fn words(text: &str, pack: &Pack) -> Vec<String> {
    let (article, found) = read(text, pack);
    spans(&found).into_iter().map(|span| article.slice(span).to_string()).collect()
}

#[test]
fn line_breaks_of_either_kind_give_the_same_words() {
    let pack = Pack::core();
    let found = words(NEWS, &pack);
    assert!(found.contains(&"its troops had left Zoë’s café near Kherson".to_string()), "{found:?}");
    assert_eq!(words(&NEWS.replace('\n', "\r\n"), &pack), found);
    assert_eq!(words(&NEWS.replace('\n', "\r"), &pack), found);
}

#[test]
fn emoji_and_combining_marks_before_a_finding_shift_it_by_their_length() {
    let pack = Pack::core();
    let found = words(NEWS, &pack);
    let before = "😀 👩‍👩‍👧 Zoe\u{308} İß \u{feff}\u{ad}q.\n\n";
    let text = format!("{before}{NEWS}");
    assert_eq!(words(&text, &pack), found);
    let first = |text: &str| {
        let (article, found) = read(text, &pack);
        wire::Analysis::new(&article, &found).mentions[0].start
    };
    assert_eq!(first(&text) - first(NEWS), before.encode_utf16().count() as u32);
}

#[test]
fn an_empty_text_and_one_of_space_have_no_findings() {
    let pack = Pack::core();
    for text in ["", " ", "\r\n\u{2028}\u{feff}", "“", "😀", "\u{301}"] {
        assert_eq!(read(text, &pack).1, Analysis::default(), "{text:?}");
    }
}

#[test]
fn quotation_marks_without_a_partner_hide_nothing() {
    let pack = Pack::core();
    let found = words(NEWS, &pack);
    for text in [format!("“Unpaired.\n\n{NEWS}"), format!("A \"lone one.\n\n{NEWS}"), format!("{NEWS}\n\n“ ” ‘ « \"")]
    {
        assert_eq!(words(&text, &pack), found, "{text:?}");
    }
}

/// Whether reading ten times the text takes at most thirty times as long. What else the
/// machine does may lengthen a measurement, so it has three tries.
fn grows_with_the_text(shape: &str, bytes: usize, pack: &Pack) -> bool {
    /// A shorter time than this says nothing.
    const SHORTEST: Duration = Duration::from_millis(1);
    let time = |bytes: usize| {
        let text = shape.repeat(bytes / shape.len());
        let start = Instant::now();
        black_box(read(&text, pack));
        start.elapsed()
    };
    (0..3).any(|_| time(10 * bytes) <= time(bytes).max(SHORTEST) * 30)
}

#[test]
fn a_megabyte_of_one_word_takes_no_more_than_its_length() {
    let pack = Pack::core();
    for shape in ["Kyiv", "Kyiv ", "said "] {
        assert!(grows_with_the_text(shape, 100_000, &pack), "{shape:?}");
    }
}

#[test]
fn no_repeated_words_or_marks_are_gone_over_again_and_again() {
    let pack = Pack::core();
    let shapes = [
        "“",
        "“said ",
        "\"a ",
        "\n“x",
        "[(",
        "a, ",
        "A. ",
        "the ",
        "of ",
        "-",
        "\u{301}",
        "Ukraine’s ",
        "in Kyiv and ",
        "Kyiv, ",
        "Colonel ",
        "Ukraine said Russia ",
        "al-",
        "River ",
        "rebels ",
        "not ",
    ];
    for shape in shapes {
        assert!(grows_with_the_text(shape, 20_000, &pack), "{shape:?}");
    }
}
