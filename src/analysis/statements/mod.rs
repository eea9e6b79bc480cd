//! Statements: what rests on somebody's word.
//!
//! Attributions, hedges and disclaimers are found sentence by sentence; here it is
//! decided whose word each is, of what kind, and which bear on each other.

mod clause;
mod draft;
mod event;
mod figure;
mod hedges;
mod kind;
mod labels;
mod links;
mod phrase;
mod predicate;
mod reach;
mod source;
mod speakers;
mod speech;
mod withheld;

pub(super) use self::draft::Tokens;
use self::draft::{Draft, Manner};
use self::source::Voice;
use self::speakers::Speakers;
use super::actors::ActorPhrase;
use super::lexicon::Class;
use super::reading::Reading;
use super::sides::Found;
use super::{SideId, Span};
use crate::analysis::word::is_one_of;
use crate::order;

/// What a statement is, after the annotation guidelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A side asserts or denies a fact.
    Claim,
    /// A side says what will happen or what it intends.
    Forecast,
    /// A side's blame, motive, label or opinion, which no record could settle.
    Judgement,
    /// The source cannot be identified.
    Unnamed,
    /// No source, only a hedge.
    Hearsay,
    /// The article says that something is not known or not given.
    Withheld,
    /// The article says that claims were not or could not be verified.
    Disclaimer,
    /// An outside source that the article names; not flagged.
    ThirdParty,
}

impl Kind {
    /// The kind's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Claim => "claim",
            Kind::Forecast => "forecast",
            Kind::Judgement => "judgement",
            Kind::Unnamed => "unnamed",
            Kind::Hearsay => "hearsay",
            Kind::Withheld => "withheld",
            Kind::Disclaimer => "disclaimer",
            Kind::ThirdParty => "third-party",
        }
    }

    /// Whether the reader should see it marked.
    pub fn flagged(self) -> bool {
        self != Kind::ThirdParty
    }
}

/// Why a statement cannot be checked from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It rests on the word of a party to the conflict.
    PartysWord,
    /// A party denies it.
    Denial,
    /// It is about what has not happened yet.
    Future,
    /// It blames, names a motive or labels, which no record could settle.
    Opinion,
    /// The source is not named.
    SourceUnnamed,
    /// There is no source, only a hedge.
    NoSource,
    /// The article says that this is not known or was not given.
    NotGiven,
    /// The article itself says that claims were not verified.
    Unverified,
    /// An outside source is named, so it can be asked.
    OutsideSource,
}

impl Reason {
    /// The reason's name in JSON, by which an interface finds its own words.
    pub fn name(self) -> &'static str {
        match self {
            Reason::PartysWord => "partys-word",
            Reason::Denial => "denial",
            Reason::Future => "future",
            Reason::Opinion => "opinion",
            Reason::SourceUnnamed => "source-unnamed",
            Reason::NoSource => "no-source",
            Reason::NotGiven => "not-given",
            Reason::Unverified => "unverified",
            Reason::OutsideSource => "outside-source",
        }
    }

    /// The reason as one plain sentence in English.
    pub fn words(self) -> &'static str {
        match self {
            Reason::PartysWord => {
                "It rests on the word of a party to the conflict, and the article gives no other source for it."
            }
            Reason::Denial => "It is a party's denial, and the article gives nothing by which to check it.",
            Reason::Future => "It is about what has not happened yet.",
            Reason::Opinion => "It blames, names a motive or gives a label, which no record could settle.",
            Reason::SourceUnnamed => "The article does not say who the source is, so nobody can ask it.",
            Reason::NoSource => "The article hedges it and names no source.",
            Reason::NotGiven => "The article says that this is not known or was not given.",
            Reason::Unverified => "The article says that this was not or could not be verified.",
            Reason::OutsideSource => "It rests on a source outside the conflict that the article names.",
        }
    }
}

/// What somebody asserts and the reader cannot check from what the article gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it is.
    pub kind: Kind,
    /// The side whose word it is.
    pub side: Option<SideId>,
    /// The proposition without its attribution, in parts where that interrupts it.
    /// Never empty; in the order of the text.
    pub content: Vec<Span>,
    /// The noun phrase it is attributed to.
    pub source: Option<Span>,
    /// The words that show that it is attributed or unsure.
    pub cue: Option<Span>,
    /// Why it cannot be checked, the main reason first. Never empty.
    pub reasons: Vec<Reason>,
    /// The positions of the statements that disclaim this one.
    pub disclaimed_by: Vec<u32>,
    /// The positions of the statements that contradict this one.
    pub contradicted_by: Vec<u32>,
    /// The positions of the statements that confirm this one.
    pub confirmed_by: Vec<u32>,
    /// How sure this is, in percent.
    pub confidence: u8,
}

/// Finds all statements, in the order of their contents.
pub fn find(reading: &Reading, phrases: &[ActorPhrase], sides: &Found) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut speakers = Speakers::default();
    let mut paragraph = 0;
    for sentence in reading.article.sentences() {
        let (first, end) = (sentence.first, sentence.end);
        let here = reading.article.paragraphs().partition_point(|(_, end)| *end <= first);
        if let Some(whole) = quotation_alone(reading, first, end) {
            continue_quotation(reading, whole, here == paragraph, &mut statements);
            continue;
        }
        paragraph = here;
        let mut drafts = Vec::new();
        speech::find(reading, first, end, &mut drafts);
        labels::find(reading, first, end, &mut drafts);
        drop_doubles(reading, &mut drafts);
        let mut hedges = Vec::new();
        hedges::find(reading, first, end, &mut hedges);
        // A hedge ends where an attribution with its own subject begins.
        for hedge in &mut hedges {
            let limits = drafts.iter().filter(|d| d.cue.first > hedge.cue.last).map(|d| d.split_at);
            if let Some(limit) = limits.min().filter(|limit| *limit > hedge.cue.last) {
                for part in &mut hedge.content {
                    *part = clause::trimmed(reading, part.first, part.last.min(limit - 1)).unwrap_or(*part);
                }
            }
        }
        for hedge in &hedges {
            cut(reading, hedge, first, &mut drafts);
        }
        hedges.retain(|hedge| stands(hedge, &drafts));
        drafts.extend(hedges);
        order::sort_by_key(&mut drafts, |draft| draft.cue.first as u64);
        let silent = drafts.iter().all(|draft| is_unsourced(draft.manner));
        for draft in drafts {
            let spoken = if is_unsourced(draft.manner) {
                None
            } else {
                let spoken = draft.source.map(|source| source::voice(reading, source, phrases, sides));
                let spoken = match spoken {
                    Some(Voice::Earlier) | None => speakers.resolve(reading, draft.source, phrases, sides),
                    Some(voice) => draft.source.and_then(|source| speakers.known(reading, source, voice)).or(spoken),
                };
                speakers.hear(reading, draft.source, spoken, phrases);
                spoken
            };
            statements.push(judged(reading, &draft, spoken));
        }
        speakers.hear_subject(reading, first, !silent, phrases, sides);
    }
    order::sort_by_key(&mut statements, |statement| statement.content[0].key());
    links::link(reading, sides, &mut statements);
    statements
}

/// Ends an attribution's content where the article itself goes on to say what is
/// withheld: "…, without giving details", "While X blamed Y, Y has not commented".
fn cut(reading: &Reading, hedge: &Draft, first: usize, drafts: &mut [Draft]) {
    if hedge.manner != Manner::Withhold {
        return;
    }
    let start = hedge.cue.first;
    let concedes = is_one_of(reading.word(first), "while although though");
    let comma = (first + 1..=start).rev().find(|t| reading.word(*t - 1) == ",");
    let Some(from) = comma.filter(|from| concedes || *from == start && reading.word(start) == "without") else {
        return;
    };
    for draft in drafts {
        for part in &mut draft.content {
            if draft.cue.last < from - 1 && part.first < from - 1 && from <= part.last {
                *part = clause::trimmed(reading, part.first, from - 2).unwrap_or(*part);
            }
        }
    }
}

/// Whether a hedge is the article's own: neither inside what somebody says nor in
/// what explains a source. A denial is of what the article tells by itself.
fn stands(hedge: &Draft, drafts: &[Draft]) -> bool {
    let within = |t: &Tokens| t.first <= hedge.cue.first && hedge.cue.last <= t.last;
    !drafts.iter().any(|draft| {
        let denied = |t: &Tokens| within(t) && hedge.cue.first <= t.first + 1;
        draft.source.as_ref().is_some_and(within)
            || draft.content.iter().any(denied)
            || draft.manner != Manner::Deny && draft.content.iter().any(within)
    })
}

/// Keeps one statement of each content: "said in a statement that …" has two cues. A
/// medium or a watcher that only passes words on ("X said, according to Y") is looked
/// through.
fn drop_doubles(reading: &Reading, drafts: &mut Vec<Draft>) {
    let mut at = 0;
    while at < drafts.len() {
        let draft = &drafts[at];
        let holds = |t: &Tokens, other: &Draft| t.first <= other.cue.first && other.cue.last <= t.last;
        let passes_on = reading.phrase(draft.cue.first, Class::According).is_some()
            && drafts.iter().any(|other| draft.content.iter().any(|part| holds(part, other)));
        if passes_on || drafts[..at].iter().any(|earlier| earlier.content == draft.content) {
            drafts.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Whether such a statement has no source by its nature.
fn is_unsourced(manner: Manner) -> bool {
    matches!(manner, Manner::Hedge | Manner::Withhold | Manner::Disclaim)
}

/// The quotation that is the whole sentence.
fn quotation_alone(reading: &Reading, first: usize, end: usize) -> Option<Tokens> {
    let quotation = &reading.article.quotations()[reading.quotation(first)?];
    let (from, to) = quotation.tokens;
    (from == first && (to + 1..end).all(|t| reading.is_mark(t))).then_some(Tokens { first, last: to })
}

/// Adds a quotation without an attribution to the statement that it carries on.
fn continue_quotation(reading: &Reading, quotation: Tokens, same_paragraph: bool, statements: &mut [Statement]) {
    let Some(last) = statements.last_mut() else { return };
    let quoted = last.content.last().is_some_and(|part| reading.article.slice(*part).ends_with(['”', '"', '’', '»']));
    if last.source.is_some() && quoted && (same_paragraph || last.content.len() == 1) {
        last.content.extend(parts(reading, quotation));
    }
}

/// The spans of a content: one, or one for each paragraph of a quotation.
fn parts(reading: &Reading, content: Tokens) -> Vec<Span> {
    let quotation = reading.quotation(content.first).map(|q| &reading.article.quotations()[q]);
    match quotation {
        Some(quotation) if quotation.parts.len() > 1 && quotation.tokens == (content.first, content.last) => {
            quotation.parts.clone()
        }
        _ => vec![content.span(reading)],
    }
}

/// The article's own hedges, and what it withholds or disclaims. These six are the shares
/// of such statements that have the right words, kind and side in the development
/// articles: here 60 of 68.
const OWN_WORDS: u8 = 88;
/// What a side says in so many words: 116 of 142.
const SAID: u8 = 82;
/// A side's opinion, which is hard to tell from a fact: 20 of 28.
const THOUGHT: u8 = 71;
/// The word of somebody outside or unnamed: 122 of 159.
const OTHERS: u8 = 77;
/// Where the source is that of an earlier verb: 21 of 30.
const INHERITED: u8 = 70;
/// A verb that seldom attributes, as "showed" and "found": 9 of 23.
const WEAK: u8 = 39;

/// How sure a statement is, in percent.
fn confidence(kind: Kind, draft: &Draft) -> u8 {
    match (kind, draft.manner) {
        (Kind::Hearsay | Kind::Withheld | Kind::Disclaimer, _) => OWN_WORDS,
        (_, Manner::SayWeakly) => WEAK,
        _ if draft.inherited || draft.source.is_none() => INHERITED,
        (Kind::Judgement, _) => THOUGHT,
        (Kind::Unnamed | Kind::ThirdParty, _) => OTHERS,
        _ => SAID,
    }
}

/// Gives a draft its side, kind and reasons.
fn judged(reading: &Reading, draft: &Draft, voice: Option<Voice>) -> Statement {
    let (kind, side) = kind::of(reading, draft, voice);
    let reasons = match kind {
        Kind::Claim if draft.manner == Manner::Deny => vec![Reason::Denial],
        Kind::Claim => vec![Reason::PartysWord],
        Kind::Forecast => vec![Reason::PartysWord, Reason::Future],
        Kind::Judgement => vec![Reason::PartysWord, Reason::Opinion],
        Kind::Unnamed => vec![Reason::SourceUnnamed],
        Kind::Hearsay => vec![Reason::NoSource],
        Kind::Withheld => vec![Reason::NotGiven],
        Kind::Disclaimer => vec![Reason::Unverified],
        Kind::ThirdParty => vec![Reason::OutsideSource],
    };
    let confidence = confidence(kind, draft);
    let mut content: Vec<Span> = draft.content.iter().flat_map(|part| parts(reading, *part)).collect();
    order::sort_by_key(&mut content, |span| span.key());
    Statement {
        kind,
        side,
        content,
        source: draft.source.map(|source| source.span(reading)),
        cue: Some(draft.cue.span(reading)),
        reasons,
        disclaimed_by: Vec::new(),
        contradicted_by: Vec::new(),
        confirmed_by: Vec::new(),
        confidence,
    }
}

#[cfg(test)]
mod tests;
