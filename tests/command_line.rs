//! The terminal program as it was built: what it prints, what it says of bad input,
//! and its exit status.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const ARTICLE: &str = "Ukraine’s army said 😀 its troops had left Zoë’s café near Kherson.\n\n\
    Russian forces shelled Ukrainian troops near Kherson, and the fighting killed four soldiers.\n";

/// Runs `caveat knowledge lookup` with the arguments.
fn lookup(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caveat"));
    command.args(["knowledge", "lookup"]).args(arguments).output().expect("the program was built")
}

/// Runs `caveat analyze` with the arguments and the input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caveat"));
    command.arg("analyze").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().expect("the program was built");
    let mut stdin = program.stdin.take().expect("standard input is a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that stops at an error reads no further.
        let _ = stdin.write_all(&input);
    });
    let output = program.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

/// Runs `caveat knowledge check` on a file.
fn check(file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caveat"));
    command.args(["knowledge", "check"]).arg(file).output().expect("the program was built")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program prints UTF-8")
}

/// A file of this test run, with the bytes in it.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the test folder can be written to");
    path
}

fn path(path: &Path) -> &str {
    path.to_str().expect("the test folder's name is UTF-8")
}

/// The words of `article` between two offsets in UTF-16.
fn words(article: &str, range: &Value) -> String {
    let offset = |key: &str| range[key].as_u64().expect("an offset is a number") as usize;
    let units: Vec<u16> = article.encode_utf16().collect();
    String::from_utf16(&units[offset("start")..offset("end")]).expect("offsets stand between characters")
}

#[test]
fn the_report_names_sides_places_and_statements() {
    let output = run(&[path(&file("report.txt", ARTICLE.as_bytes()))], b"");
    let report = text(&output.stdout);
    assert!(output.status.success());
    assert_eq!(text(&output.stderr), "");
    for line in ["Sides", "Places", "Statements", "Ukraine", "Russia", "Kherson"] {
        assert!(report.contains(line), "no {line:?} in:\n{report}");
    }
    assert!(report.contains("its troops had left Zoë’s café near Kherson"), "no statement in:\n{report}");
    assert!(!report.contains('\u{1b}'), "colours without a terminal in:\n{report}");
}

#[test]
fn standard_input_is_read_where_no_file_is_named() {
    let named = run(&[path(&file("input.txt", ARTICLE.as_bytes()))], b"");
    for arguments in [&[][..], &["-"]] {
        assert_eq!(text(&run(arguments, ARTICLE.as_bytes()).stdout), text(&named.stdout), "{arguments:?}");
    }
}

#[test]
fn json_counts_offsets_in_utf_16() {
    let output = run(&["--json"], ARTICLE.as_bytes());
    let found: Value = serde_json::from_slice(&output.stdout).expect("the program prints JSON");
    let marked = |list: &str| -> Vec<String> {
        let list = found[list].as_array().expect("a list of findings");
        list.iter().map(|finding| words(ARTICLE, finding)).collect()
    };
    assert!(output.status.success());
    assert_eq!(marked("mentions"), ["Ukraine’s army", "Russian forces", "Ukrainian troops"]);
    assert_eq!(marked("places"), ["Kherson", "Kherson"]);
    let statement = &found["statements"][0];
    assert_eq!(words(ARTICLE, &statement["source"]), "Ukraine’s army");
    assert_eq!(words(ARTICLE, &statement["cue"]), "said");
    assert_eq!((&statement["kind"], &statement["side"]), (&json!("claim"), &json!("ukraine")));
    assert_eq!(statement["reasons"][0]["reason"], "partys-word");
}

#[test]
fn a_byte_order_mark_shifts_nothing() {
    let with_mark = [b"\xef\xbb\xbf", ARTICLE.as_bytes()].concat();
    assert_eq!(text(&run(&["--json"], &with_mark).stdout), text(&run(&["--json"], ARTICLE.as_bytes()).stdout));
}

#[test]
fn a_bad_line_is_reported_by_its_number_and_the_rest_is_done() {
    let line = |id: &str| json!({ "id": id, "text": ARTICLE }).to_string();
    let lines = format!("{}\n\nno JSON\n{}\n{{\"id\": 5}}\n{}", line("a"), line("b"), line("c"));
    let output = run(&["--jsonl"], lines.as_bytes());
    let read: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    assert_eq!(read.iter().map(|article| &article["id"]).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(read[0]["mentions"], read[2]["mentions"]);
    let errors: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].starts_with("line 3: ") && errors[1].starts_with("line 5: "), "{errors:?}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_line_in_another_encoding_is_a_bad_line() {
    let lines = [b"{\"id\": \"a\", \"text\": \"caf\xe9\"}\n".to_vec(), b"{\"id\": \"b\", \"text\": \"\"}\n".to_vec()];
    let output = run(&["--jsonl"], &lines.concat());
    assert!(text(&output.stdout).starts_with("{\"id\":\"b\","), "{}", text(&output.stdout));
    assert!(text(&output.stderr).starts_with("line 1: "), "{}", text(&output.stderr));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn each_line_is_answered_before_the_next_is_read() {
    use std::io::{BufRead, BufReader};
    let mut command = Command::new(env!("CARGO_BIN_EXE_caveat"));
    command.args(["analyze", "--jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut program = command.spawn().expect("the program was built");
    let mut input = program.stdin.take().expect("standard input is a pipe");
    let mut answers = BufReader::new(program.stdout.take().expect("standard output is a pipe")).lines();
    for id in ["one", "two"] {
        writeln!(input, "{}", json!({ "id": id, "text": ARTICLE })).expect("the program reads on");
        let answer = answers.next().expect("a line for each article").expect("a line in UTF-8");
        assert!(answer.starts_with(&format!("{{\"id\":\"{id}\",")), "{answer}");
    }
    drop(input);
    assert!(answers.next().is_none());
    assert!(program.wait().expect("the program ends").success());
}

#[test]
fn a_missing_file_is_named() {
    let output = run(&["no-such-article.txt"], b"");
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).starts_with("error: could not read no-such-article.txt: "));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_in_another_encoding_is_named_with_the_first_bad_byte() {
    let latin = file("latin-1.txt", b"The caf\xe9 burned.");
    let output = run(&[path(&latin)], b"");
    assert_eq!(text(&output.stdout), "");
    let error = text(&output.stderr);
    assert!(error.starts_with("error: found the byte 0xe9 at offset 7 of "), "{error}");
    assert!(error.contains("latin-1.txt") && error.contains("iconv"), "{error}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_empty_article_has_no_findings() {
    let output = run(&["--json"], b"");
    let found: Value = serde_json::from_slice(&output.stdout).expect("the program prints JSON");
    assert_eq!(found, json!({ "sides": [], "mentions": [], "places": [], "statements": [], "shards": [] }));
    assert!(output.status.success());
}

#[test]
fn names_are_added_where_they_are_asked_for() {
    let found = |arguments: &[&str]| -> Value {
        serde_json::from_slice(&run(arguments, ARTICLE.as_bytes()).stdout).expect("the program prints JSON")
    };
    assert_eq!(found(&["--json"]).get("names"), None);
    let names = found(&["--json", "--names"])["names"].take();
    // "Kherson" stands behind an emoji, which counts as two code units.
    let units = |words: &str| ARTICLE[..ARTICLE.find(words).expect("it is there")].encode_utf16().count();
    assert!(
        names
            .as_array()
            .is_some_and(|names| names.iter().any(|name| name["start"] == units("Kherson") && name["sort"] == "place")),
        "{names}"
    );
}

#[test]
fn json_and_lines_of_json_exclude_each_other() {
    let output = run(&["--json", "--jsonl"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("cannot be used with"));
}

#[test]
fn a_lookup_tells_offices_and_conflicts_with_their_years() {
    let person = lookup(&["Ashraf Ghani"]);
    assert!(person.status.success());
    assert!(text(&person.stdout).contains("Ashraf Ghani: President, of Afghanistan, 2014 to 2021"));
    let group = lookup(&["LTTE"]);
    assert!(text(&group.stdout).contains("Liberation Tigers of Tamil Eelam: armed-group, LK"));
    assert!(text(&group.stdout).contains("1983 to 2009: Sri Lanka + Karuna group against Liberation Tigers"));
}

#[test]
fn a_lookup_tells_where_a_place_is_and_who_holds_it() {
    let place = lookup(&["golan heights"]);
    assert!(text(&place.stdout).contains("Golan Heights: region, SY, "));
    assert!(text(&place.stdout).contains("held by Israel since 1967; claimed by Syria; as of "));
}

#[test]
fn a_lookup_in_json_describes_a_bare_phrase() {
    let found: Value = serde_json::from_slice(&lookup(&["--json", "Norwegian frigates"]).stdout).expect("JSON");
    assert_eq!(
        found["description"],
        json!({"actor": "Norway", "countries": ["NO"], "role": "military", "outside": false})
    );
    assert_eq!(found["places"], json!([]));
}

#[test]
fn a_lookup_of_what_nobody_knows_fails() {
    let found = lookup(&["Xyzzy"]);
    assert!(!found.status.success());
    assert_eq!(text(&found.stdout), "nothing is known of “Xyzzy”\n");
}

/// A publisher's file with a fault in each of these lines: 3, 4, 7, 8 and 9.
const FAULTY: &str = r#"{
  "actors": [
    { "id": "hezbollah", "alias": "Hizbollah" },
    {
      "id": "zembla"
    }],
  "place": [],
  "people": [{ "name": "Zoë Kinbote", "actor": "rusia" },
    "😀"]
}"#;

#[test]
fn a_check_names_each_fault_by_the_line_of_its_row() {
    let file = file("faulty.json", FAULTY.as_bytes());
    let output = check(&file);
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    let wanted = [
        (3, "found a key as `alias` in row 1 of `actors`, wanted one of the keys "),
        (4, "found nothing as `name` in row 2 of `actors`, wanted a name, since "),
        (4, "found nothing as `kind` in row 2 of `actors`, wanted a kind, since "),
        (7, "found a table as `place`, wanted one of the tables actors, people, places, conflicts; "),
        (8, "found \"rusia\" as `actor` in row 1 of `people`, wanted "),
        (9, "found \"😀\" in row 2 of `people`, wanted an object "),
    ];
    assert_eq!(lines.len(), wanted.len(), "{lines:#?}");
    for (line, (number, words)) in lines.iter().zip(wanted) {
        assert!(line.starts_with(&format!("{}:{number}: {words}", path(&file))), "{line}");
    }
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_is_no_json_or_no_object_is_named_by_its_line() {
    for (name, bytes, wanted) in [
        ("no-json.json", &b"{\n  \"actors\": [,]\n}"[..], ":2: found expected value, wanted JSON; "),
        ("cut.json", b"{\n\"actors\": [", ":2: found EOF while parsing a list, wanted JSON; "),
        ("list.json", b"[]", ":1: found a list, wanted an object with the tables "),
    ] {
        let output = check(&file(name, bytes));
        assert!(text(&output.stdout).contains(wanted), "{}", text(&output.stdout));
        assert_eq!(output.status.code(), Some(1));
    }
    let missing = check(Path::new("no-such-file.json"));
    assert!(text(&missing.stderr).starts_with("error: could not read no-such-file.json: "));
    assert_eq!(missing.status.code(), Some(1));
}

/// The example of `docs/knowledge.md`, as an editor would copy it.
fn example() -> PathBuf {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/knowledge.md")).expect("the page");
    let (_, rest) = page.split_once("```json\n").expect("the page has an example");
    let (example, _) = rest.split_once("```").expect("the example ends");
    file("example.json", format!("\u{feff}{example}").as_bytes())
}

#[test]
fn the_example_of_the_documentation_is_understood() {
    let output = check(&example());
    let report = text(&output.stdout);
    for line in
        ["2 actors", "  Zembla Liberation Front: new", "  Hizbollah: changes our Hezbollah", "  Kherson: changes ours"]
    {
        assert!(report.lines().any(|found| found == line), "no {line:?} in:\n{report}");
    }
    assert!(output.status.success());
}

#[test]
fn an_article_is_read_with_a_publishers_own_knowledge() {
    let article = "The ZLF shelled Sudanese troops in Onhawa. Sudan’s army bombed ZLF fighters near Onhava.";
    let knowledge = example();
    let output = run(&["--json", "--knowledge", path(&knowledge)], article.as_bytes());
    let found: Value = serde_json::from_slice(&output.stdout).expect("the program prints JSON");
    assert!(found["sides"].as_array().expect("sides").iter().any(|side| side["id"] == "zembla-front"), "{found}");
    let places = found["places"].as_array().expect("places");
    assert_eq!(places.iter().map(|place| &place["name"]).collect::<Vec<_>>(), ["Onhava", "Onhava"]);
    assert_eq!(words(article, &places[0]), "Onhawa");
}

#[test]
fn of_two_files_the_later_wins_and_a_faulty_one_stops() {
    let one = file("one.json", br#"{"actors": [{"id": "russia", "name": "Ruthenia"}]}"#);
    let two = file("two.json", br#"{"actors": [{"id": "russia", "name": "Muscovy"}]}"#);
    let output = run(&["--json", "--knowledge", path(&one), "--knowledge", path(&two)], ARTICLE.as_bytes());
    let found: Value = serde_json::from_slice(&output.stdout).expect("the program prints JSON");
    let names: Vec<&Value> = found["sides"].as_array().expect("sides").iter().map(|side| &side["name"]).collect();
    assert!(names.contains(&&json!("Muscovy")) && !names.contains(&&json!("Ruthenia")), "{names:?}");
    let faulty = file("faulty-too.json", FAULTY.as_bytes());
    let output = run(&["--knowledge", path(&one), "--knowledge", path(&faulty)], ARTICLE.as_bytes());
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains("faulty-too.json:3: found a key as `alias`"), "{}", text(&output.stderr));
    assert_eq!(output.status.code(), Some(1));
}
