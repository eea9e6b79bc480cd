//! The JSON form of an [`Analysis`]: offsets in UTF-16 code units, as JavaScript
//! counts them. Converted by hand from the core's types, so that the public JSON
//! changes only on purpose.

use std::borrow::Cow;

use serde::Serialize;

use crate::analysis::{self, Article, Evidence, Party, Span};

/// A half-open range in UTF-16 code units from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The first code unit.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
}

/// One article's findings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// The parties, the most mentioned first.
    pub sides: Vec<Side>,
    /// The mentions of sides, in the order of the text.
    pub mentions: Vec<Mention>,
    /// The places, in the order of the text.
    pub places: Vec<Place>,
    /// The statements, in the order of the text.
    pub statements: Vec<Statement>,
    /// The shards with the settlements of the countries that the article is about.
    pub shards: Vec<String>,
}

/// What an article lays to somebody.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// The noun phrase that it is laid to; empty where the text names nobody.
    pub source: Vec<Range>,
    /// The words that lay it to somebody.
    pub cue: Vec<Range>,
    /// The content's parts.
    pub content: Vec<Range>,
}

impl Attribution {
    /// Converts the attributions of `article` to the JSON form.
    pub fn all(article: &Article, found: &[analysis::Attribution]) -> Vec<Attribution> {
        let utf16 = Utf16::new(article.text());
        let ranges = |spans: &[Span]| spans.iter().map(|span| utf16.range(*span)).collect();
        let converted = found.iter().map(|attribution| Attribution {
            source: ranges(attribution.source.as_slice()),
            cue: ranges(&[attribution.cue]),
            content: ranges(&attribution.content),
        });
        converted.collect()
    }
}

/// A proper name.
#[cfg(feature = "names")]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Name {
    /// The first code unit.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// What it names.
    pub sort: Cow<'static, str>,
}

/// A party to the conflict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// A stable id: "russia".
    pub id: String,
    /// The name to show.
    pub name: String,
    /// The names in this article, the most frequent first.
    pub names: Vec<String>,
    /// Why it is a side here.
    pub evidence: Vec<SideEvidence>,
}

/// Why a party is a side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SideEvidence {
    /// "hostile-act" or "known-conflict".
    pub kind: Cow<'static, str>,
    /// The words that show a hostile act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// The name of the known conflict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
}

/// A mention of a side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    /// The first code unit.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// A side's id, or "all".
    pub side: String,
    /// As what it names the side.
    pub role: Cow<'static, str>,
    /// From 0 to 1.
    pub confidence: f64,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// The first code unit.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// The gazetteer's name.
    pub name: String,
    /// What it is.
    pub kind: Cow<'static, str>,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Who holds it and who claims it, where that is disputed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// From 0 to 1.
    pub confidence: f64,
    /// Whether the point is an estimate, good to some twenty kilometers.
    pub approximate: bool,
    /// What decided between namesakes: "only-one", "area-named", "nearest", "largest",
    /// "unclear".
    pub decision: Cow<'static, str>,
}

/// Who holds a place and who claims it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Status {
    /// Those who hold it, or parts of it; empty if nobody does.
    pub held_by: Vec<String>,
    /// The year since when; two with a slash where that has ended; or empty.
    pub since: String,
    /// Those who claim it.
    pub claimed_by: Vec<String>,
    /// When this was so: a year and a month.
    pub dated: String,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statement {
    /// What it is.
    pub kind: Cow<'static, str>,
    /// Whether the reader should see it marked.
    pub flagged: bool,
    /// The id of the side whose word it is.
    pub side: Option<String>,
    /// The content's parts.
    pub content: Vec<Range>,
    /// The source.
    pub source: Option<Range>,
    /// The cue.
    pub cue: Option<Range>,
    /// Why it cannot be checked, the main reason first.
    pub reasons: Vec<Why>,
    /// The positions, in `statements`, of those that disclaim it.
    pub disclaimed_by: Vec<u32>,
    /// Of those that contradict it.
    pub contradicted_by: Vec<u32>,
    /// Of those that confirm it.
    pub confirmed_by: Vec<u32>,
    /// From 0 to 1.
    pub confidence: f64,
}

/// A reason with its English words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Why {
    /// The reason's name.
    pub reason: Cow<'static, str>,
    /// One plain sentence.
    pub text: Cow<'static, str>,
}

/// Byte offsets to UTF-16 offsets. One walk over the text fills a coarse table;
/// a lookup walks fewer than [`STEP`] bytes more.
struct Utf16<'a> {
    text: &'a str,
    /// For every multiple of `STEP`, the first character boundary at or after
    /// it, in bytes, and that boundary in code units.
    steps: Vec<(u32, u32)>,
}

/// Bytes between two entries of the table.
const STEP: usize = 64;

impl<'a> Utf16<'a> {
    fn new(text: &'a str) -> Self {
        let mut steps = Vec::with_capacity(text.len() / STEP + 2);
        let mut units = 0;
        for (byte, ch) in text.char_indices() {
            if byte >= steps.len() * STEP {
                steps.push((byte as u32, units));
            }
            units += ch.len_utf16() as u32;
        }
        steps.push((text.len() as u32, units));
        Utf16 { text, steps }
    }

    fn offset(&self, byte: u32) -> u32 {
        let after = self.steps.partition_point(|(at, _)| *at <= byte);
        let (from, units) = if after == 0 { (0, 0) } else { self.steps[after - 1] };
        units + self.text[from as usize..byte as usize].chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.offset(span.start), end: self.offset(span.end) }
    }
}

/// Percent as a number from 0 to 1.
fn fraction(percent: u8) -> f64 {
    f64::from(percent) / 100.0
}

impl Analysis {
    /// Converts the findings in `article` to the JSON form.
    pub fn new(article: &Article, found: &analysis::Analysis) -> Analysis {
        let utf16 = Utf16::new(article.text());
        let id = |side: analysis::SideId| found.sides[usize::from(side.0)].id.clone();
        Analysis {
            sides: found
                .sides
                .iter()
                .map(|side| Side {
                    id: side.id.clone(),
                    name: side.name.clone(),
                    names: side.names.clone(),
                    evidence: side
                        .evidence
                        .iter()
                        .map(|evidence| match evidence {
                            Evidence::HostileAct(span) => SideEvidence {
                                kind: "hostile-act".into(),
                                range: Some(utf16.range(*span)),
                                conflict: None,
                            },
                            Evidence::KnownConflict(name) => SideEvidence {
                                kind: "known-conflict".into(),
                                range: None,
                                conflict: Some(name.clone()),
                            },
                        })
                        .collect(),
                })
                .collect(),
            mentions: found
                .mentions
                .iter()
                .map(|mention| {
                    let Range { start, end } = utf16.range(mention.span);
                    let side = match mention.party {
                        Party::One(side) => id(side),
                        Party::All => "all".to_string(),
                    };
                    Mention {
                        start,
                        end,
                        side,
                        role: mention.role.name().into(),
                        confidence: fraction(mention.confidence),
                    }
                })
                .collect(),
            places: found
                .places
                .iter()
                .map(|place| {
                    let Range { start, end } = utf16.range(place.span);
                    Place {
                        start,
                        end,
                        name: place.name.clone(),
                        kind: place.kind.name().into(),
                        country: place.country.clone(),
                        lat: place.point.0,
                        lon: place.point.1,
                        confidence: fraction(place.confidence),
                        status: place.status.as_ref().map(|status| Status {
                            held_by: status.held_by.clone(),
                            since: status.since.clone(),
                            claimed_by: status.claimed_by.clone(),
                            dated: status.dated.clone(),
                        }),
                        approximate: place.approximate,
                        decision: place.decision.name().into(),
                    }
                })
                .collect(),
            statements: found
                .statements
                .iter()
                .map(|statement| Statement {
                    kind: statement.kind.name().into(),
                    flagged: statement.kind.flagged(),
                    side: statement.side.map(id),
                    content: statement.content.iter().map(|part| utf16.range(*part)).collect(),
                    source: statement.source.map(|span| utf16.range(span)),
                    cue: statement.cue.map(|span| utf16.range(span)),
                    reasons: statement
                        .reasons
                        .iter()
                        .map(|r| Why { reason: r.name().into(), text: r.words().into() })
                        .collect(),
                    disclaimed_by: statement.disclaimed_by.clone(),
                    contradicted_by: statement.contradicted_by.clone(),
                    confirmed_by: statement.confirmed_by.clone(),
                    confidence: fraction(statement.confidence),
                })
                .collect(),
            shards: found.shards.clone(),
        }
    }
}

/// Converts an article's proper names.
#[cfg(feature = "names")]
pub fn names(article: &Article, names: &[analysis::Name]) -> Vec<Name> {
    let utf16 = Utf16::new(article.text());
    let name = |name: &analysis::Name| {
        let Range { start, end } = utf16.range(name.span);
        Name { start, end, sort: name.sort.name().into() }
    };
    names.iter().map(name).collect()
}
