//! Statements: what rests on somebody's word.
//!
//! Attributions, hedges and disclaimers are found sentence by sentence; here it is
//! decided whose word each is, of what kind, and which bear on each other.

mod clause;
mod draft;
mod hedges;
mod kind;
mod links;
mod phrase;
mod predicate;
mod source;
mod speech;

pub(super) use self::draft::Tokens;
use self::draft::{Draft, Manner};
use self::source::Voice;
use super::actors::ActorPhrase;
use super::reading::Reading;
use super::sides::Found;
use super::{SideId, Span};
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
    let mut voice = None;
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
        let attributed: Vec<Tokens> = drafts.iter().flat_map(|d: &Draft| d.content.clone()).collect();
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
        drafts.extend(hedges.into_iter().filter(|hedge| {
            let within = |t: &Tokens| t.first <= hedge.cue.first && hedge.cue.last <= t.last;
            !attributed.iter().any(within)
        }));
        order::sort_by_key(&mut drafts, |draft| draft.cue.first as u64);
        for draft in drafts {
            let spoken = draft.source.map(|source| source::voice(reading, source, phrases, sides));
            let spoken = match spoken {
                Some(Voice::Earlier) | None if !is_unsourced(draft.manner) => {
                    voice.or(spoken.filter(|v| *v != Voice::Earlier))
                }
                spoken => spoken,
            };
            if !is_unsourced(draft.manner) {
                voice = spoken.or(voice);
            }
            statements.push(judged(reading, &draft, spoken));
        }
    }
    order::sort_by_key(&mut statements, |statement| statement.content[0].key());
    links::link(reading, &mut statements);
    statements
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
    let inherited = draft.inherited || draft.source.is_none();
    let confidence = match draft.manner {
        Manner::Hedge | Manner::SayWeakly | Manner::Label => 60,
        _ if inherited => 70,
        _ => 85,
    };
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
mod tests {
    use crate::analysis::analyze;
    use crate::analysis::drawn::{self, Mark};

    fn check(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| drawn::statements(&analyze(article, pack)));
    }

    /// Draws the contents that the reader should see marked.
    fn check_flagged(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| {
            let found = analyze(article, pack).statements;
            let flagged = found.iter().filter(|statement| statement.kind.flagged());
            flagged.map(|statement| Mark::new(statement.content[0], "flagged")).collect()
        });
    }

    /// Draws the statements that another one disclaims or contradicts.
    fn check_links(drawing: &str) {
        drawn::check(drawing, drawn::UKRAINE, |article, pack| {
            let found = analyze(article, pack).statements;
            let disclaimed = found.iter().filter(|s| !s.disclaimed_by.is_empty());
            let contradicted = found.iter().filter(|s| !s.contradicted_by.is_empty());
            disclaimed
                .map(|s| Mark::new(s.content[0], "disclaimed"))
                .chain(contradicted.map(|s| Mark::new(s.content[0], "contradicted")))
                .collect()
        });
    }

    #[test]
    fn a_quotation_over_two_paragraphs_is_one_statement() {
        check(
            "
“The bridge is gone,” Zelenskyy said. “They blew it up.
                      ^^^^^^^^^ source
                                ^^^^ cue
^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^ claim ukraine

“Nobody will cross it again 😀.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ +",
        );
    }

    #[test]
    fn a_second_quotation_without_a_source_carries_the_first_on() {
        check(
            "
“We left at dawn,” Zelenskyy said. “Nobody followed.”
^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^ claim ukraine
                   ^^^^^^^^^ source
                             ^^^^ cue",
        );
    }

    #[test]
    fn a_denial_contradicts_what_it_denies() {
        check_links(
            "
Ukraine’s army said its troops had taken the café. Russia denied it had lost the café.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ contradicted
                                                                 ^^^^^^^^^^^^^^^^^^^^ contradicted",
        );
    }

    #[test]
    fn a_denial_of_ones_own_contradicts_nothing() {
        check_links(
            "
Ukraine’s army said its troops had taken the café. Ukraine denied it had lost a tank.",
        );
    }

    #[test]
    fn a_disclaimer_covers_the_claim_before_it() {
        check_links(
            "
Ukraine said it shot down 40 drones. Russia said it lost none. The claim could not be independently verified.
                                                 ^^^^^^^^^^^^ disclaimed",
        );
    }

    #[test]
    fn a_wide_disclaimer_covers_all_before_it() {
        check_links(
            "
Ukraine said it shot down 40 drones. Russia said it lost none. The claims could not be independently verified.
             ^^^^^^^^^^^^^^^^^^^^^^ disclaimed
                                                 ^^^^^^^^^^^^ disclaimed",
        );
    }

    #[test]
    fn a_third_partys_word_is_not_flagged() {
        check_flagged(
            "
Germany said the café had burned. Ukraine said it was empty. It reportedly stands again.
                                               ^^^^^^^^^^^^ flagged
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged",
        );
    }
}
