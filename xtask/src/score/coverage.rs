//! How much of what the gold articles name is known to the packs at all, whether or not
//! the engine marks it there.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Result, bail};
use caveat::analysis::{Article, Pack, analyze};
use caveat::wire;
use serde_json::Value;

use super::known::Known;

/// Of the gold places, this share must be known.
const PLACES: f64 = 0.92;
/// Of the gold side names, this share must be known.
const SIDES: f64 = 0.95;
/// A settlement is at the right spot within so many kilometers; of an area, whose
/// point may stand anywhere inside, within so many.
const NEAR: f64 = 25.0;
const NEAR_AREA: f64 = 400.0;
/// The earth's mean radius in kilometers.
const EARTH_RADIUS: f64 = 6371.0;

/// How many were known of how many.
#[derive(Default)]
struct Share {
    known: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, known: bool) {
        self.all += 1;
        self.known += usize::from(known);
    }

    fn value(&self) -> f64 {
        self.known as f64 / self.all.max(1) as f64
    }
}

/// What was found.
pub struct Coverage {
    /// Every miss, and every person who was not counted, a line each.
    pub misses: Vec<String>,
    /// The shares of gold places and of gold side names that are known, by their names in
    /// the record.
    pub shares: [(&'static str, f64); 2],
    /// Of how many.
    pub counts: [usize; 2],
    /// Common words that are marked as places, each with its article.
    pub common: Vec<String>,
}

/// Prints every miss with its article, and the shares; fails where one is too small or
/// a common word is marked as a place.
pub fn run(files: &[PathBuf]) -> Result<()> {
    let Coverage { misses, shares, counts, common } = measure(files)?;
    misses.iter().for_each(|miss| println!("{miss}"));
    for (((name, share), count), wanted) in shares.iter().zip(counts).zip([PLACES, SIDES]) {
        println!("{name}  {share:.3} of {count}, wanted {wanted}");
    }
    println!("common words marked as places  {}", common.len());
    if !common.is_empty() {
        bail!("found common words marked as places: {}; drop them from the rows or from the names", common.join(", "));
    }
    if shares[0].1 < PLACES || shares[1].1 < SIDES {
        bail!("found too little known, see the misses above; add the rows that any editor would have");
    }
    Ok(())
}

/// Looks up every gold place and every gold side name, each once an article.
pub fn measure(files: &[PathBuf]) -> Result<Coverage> {
    let known = Known::read()?;
    let pack = Pack::core();
    let articles: Vec<Value> = files.iter().map(|file| super::gold(file)).collect::<Result<_>>()?;
    let lower = lower_words(&articles);
    let (mut places, mut sides) = (Share::default(), Share::default());
    let (mut misses, mut common) = (Vec::new(), Vec::new());
    for gold in &articles {
        let id = text(gold, "id");
        for place in distinct(gold, "places") {
            let right = knows_place(&known, place);
            places.add(right);
            if !right {
                misses.push(format!("{id}\tplace\t{}\t{}", text(place, "text"), text(place, "country")));
            }
        }
        for mention in distinct(gold, "mentions").into_iter().filter(|mention| is_name(gold, mention)) {
            let phrase = text(mention, "text");
            let right = known.names_actor(phrase);
            if !right && is_introduced(&known, gold, phrase) {
                misses.push(format!("{id}\tperson introduced by the article, not counted\t{phrase}"));
                continue;
            }
            sides.add(right);
            if !right {
                misses.push(format!("{id}\tside\t{phrase}\t{}", text(mention, "side")));
            }
        }
        common.extend(common_words(gold, &pack, &lower).into_iter().map(|word| format!("{word} ({id})")));
    }
    let shares = [("known places", places.value()), ("known side names", sides.value())];
    Ok(Coverage { misses, shares, counts: [places.all, sides.all], common })
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The findings of one kind, each text once.
fn distinct<'a>(gold: &'a Value, key: &str) -> Vec<&'a Value> {
    let mut seen = BTreeSet::new();
    let all = gold[key].as_array().into_iter().flatten();
    all.filter(|found| seen.insert((text(found, "text").to_string(), text(found, "name").to_string()))).collect()
}

/// Whether a row of the place's name as it stands in the article, or as a gazetteer has
/// it, is at the right spot.
fn knows_place(known: &Known, place: &Value) -> bool {
    let point = (place["lat"].as_f64().unwrap_or(f64::NAN), place["lon"].as_f64().unwrap_or(f64::NAN));
    let (kind, country) = (text(place, "kind"), text(place, "country"));
    let near = if matches!(kind, "city" | "district" | "facility") { NEAR } else { NEAR_AREA };
    [text(place, "text"), text(place, "name")].into_iter().any(|name| {
        known
            .places(name)
            .any(|spot| kind == "country" && spot.country == country || distance(spot.point, point) <= near)
    })
}

/// The distance of two points in kilometers.
#[expect(clippy::disallowed_methods, reason = "measures on one machine, and marks nothing")]
fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let chord = half(one.0, other.0) + one.0.to_radians().cos() * other.0.to_radians().cos() * half(one.1, other.1);
    2.0 * EARTH_RADIUS * chord.sqrt().asin()
}

/// Whether a mention holds a name, as opposed to a bare role: a word with a capital that
/// the sentence's beginning does not explain.
fn is_name(gold: &Value, mention: &Value) -> bool {
    let phrase = text(mention, "text");
    let mut words = phrase.split_whitespace();
    let first = words.next().is_some_and(|word| word.starts_with(char::is_uppercase)) && !opens_sentence(gold, mention);
    text(mention, "side") != "all" && (first || words.any(|word| word.starts_with(char::is_uppercase)))
}

fn opens_sentence(gold: &Value, mention: &Value) -> bool {
    let start = mention["start"].as_u64().unwrap_or_default() as usize;
    let units: Vec<u16> = text(gold, "text").encode_utf16().take(start).collect();
    let before = String::from_utf16_lossy(&units);
    let before = before.trim_end_matches([' ', '"', '“', '\'', '‘']);
    let before = before.strip_suffix("The").unwrap_or(before).trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '”', '"'])
}

/// Whether the article itself says who a person is: a title stands before the last name
/// or in an apposition right after it.
fn is_introduced(known: &Known, gold: &Value, phrase: &str) -> bool {
    /// An introduction is this close to the name, in bytes.
    const WINDOW: usize = 80;
    let Some(surname) = phrase.split_whitespace().next_back() else { return false };
    let article = text(gold, "text");
    article.match_indices(surname).any(|(at, _)| {
        let from = article.floor_char_boundary(at.saturating_sub(WINDOW));
        let to = article.floor_char_boundary(at + surname.len() + WINDOW);
        known.has_title(&article[from..at]) || known.has_title(&article[at + surname.len()..to])
    })
}

/// All words that stand in lower case in some article.
fn lower_words(articles: &[Value]) -> BTreeSet<String> {
    let words = articles.iter().flat_map(|gold| text(gold, "text").split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.starts_with(char::is_lowercase)).map(str::to_string).collect()
}

/// What the engine marks as a place and no editor does, although it is a word that the
/// articles also write in lower case. An acronym is no such word: "US" is not "us".
fn common_words(gold: &Value, pack: &Pack, lower: &BTreeSet<String>) -> Vec<String> {
    let article = Article::new(text(gold, "text"));
    let found = serde_json::to_value(wire::Analysis::new(&article, &analyze(&article, pack))).unwrap_or_default();
    let offset = |place: &Value, key: &str| place[key].as_u64().unwrap_or_default();
    let meant =
        |place: &Value| {
            gold["places"].as_array().into_iter().flatten().any(|other| {
                offset(other, "start") < offset(place, "end") && offset(place, "start") < offset(other, "end")
            })
        };
    let units: Vec<u16> = article.text().encode_utf16().collect();
    let places = found["places"].as_array().cloned().unwrap_or_default();
    let words = places
        .iter()
        .filter(|place| !meant(place))
        .map(|place| String::from_utf16_lossy(&units[offset(place, "start") as usize..offset(place, "end") as usize]));
    let common = |word: &String| *word != word.to_uppercase() && lower.contains(&word.to_lowercase());
    words.filter(common).collect()
}
