//! Which statements a disclaimer covers, by its noun and number: "the claim", "both
//! accounts", "those figures", "Russia’s claims", "claims by both sides in the conflict".

use super::event::has_figure;
use super::{Kind, Statement};
use crate::analysis::reading::Reading;
use crate::analysis::sides::{Found, Party};
use crate::analysis::{Span, letter};

/// "The claims" are those of the disclaimer's paragraph and of so many before it.
const PARAGRAPHS: usize = 3;
/// "The claim" is in its paragraph or the one before.
const NEXT: usize = 1;
/// A disclaimer about such things, or one that itself tells what it disclaims, covers
/// nobody's words.
const OTHERS: [&str; 11] = [
    "video",
    "footage",
    "image",
    "photo",
    "picture",
    "recording",
    "authenticity",
    "reports of ",
    "reports that ",
    "claims of ",
    "allegations of ",
];

/// How far a disclaimer reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The last statement.
    One,
    /// The last two.
    Two,
    /// All near it.
    Near,
    /// All of the article.
    Everywhere,
}

/// Ties each disclaimer to what it covers.
pub fn link(reading: &Reading, sides: &Found, statements: &mut [Statement]) {
    for at in 0..statements.len() {
        if statements[at].kind != Kind::Disclaimer {
            continue;
        }
        let span = statements[at].content[0];
        if reading.quotation(reading.token_at(span.start)).is_some() {
            // Who says so himself speaks of what he was told.
            continue;
        }
        let words = reading.article.slice(span).chars().map(letter::lower).collect::<String>();
        if OTHERS.iter().any(|thing| words.contains(thing)) {
            continue;
        }
        let reach = reach(&words);
        let paragraphs = if matches!(reach, Reach::One | Reach::Two) { NEXT } else { PARAGRAPHS };
        let only = possessor(reading, sides, span);
        let figures = ["figure", "toll", "number", "losses"].iter().any(|word| words.contains(word));
        let (mut left, mut fallback) = (limit(reach), None);
        let paragraph = paragraph_of(reading, span);
        let covers = |statement: &Statement| {
            is_partys(statement)
                && only.is_none_or(|side| statement.side == Some(side))
                && (!figures || has_figure(reading, statement))
                && (reach == Reach::Everywhere
                    || paragraph - paragraph_of(reading, statement.content[0]).min(paragraph) <= paragraphs)
        };
        for before in (0..at).rev() {
            if left == 0 {
                break;
            }
            if !covers(&statements[before]) || !statements[before].disclaimed_by.is_empty() {
                continue;
            }
            // What will come and what is thought cannot be verified anyway.
            if reach == Reach::One && matches!(statements[before].kind, Kind::Forecast | Kind::Judgement) {
                fallback = fallback.or(Some(before));
                continue;
            }
            statements[before].disclaimed_by.push(at as u32);
            left -= 1;
        }
        if reach == Reach::Everywhere {
            for statement in &mut statements[at + 1..] {
                if covers(statement) {
                    statement.disclaimed_by.push(at as u32);
                }
            }
        } else if let (true, Some(before)) = (left == limit(Reach::One) && reach == Reach::One, fallback) {
            statements[before].disclaimed_by.push(at as u32);
        }
    }
}

/// By the disclaimer's words, in lower case.
fn reach(words: &str) -> Reach {
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if has(&["sides", "in the conflict", "in the war", "battlefield", "parties"]) {
        Reach::Everywhere
    } else if has(&["neither ", "either ", "both ", "two "]) {
        Reach::Two
    } else if has(&[
        "claims",
        "reports",
        "accounts",
        "figures",
        "statements",
        "allegations",
        "these ",
        "those ",
        "details",
    ]) {
        Reach::Near
    } else {
        Reach::One
    }
}

/// How many statements it covers at most.
fn limit(reach: Reach) -> usize {
    match reach {
        Reach::One => 1,
        Reach::Two => 2,
        Reach::Near | Reach::Everywhere => usize::MAX,
    }
}

/// The side whose claims alone are meant: "Russia’s claims", "the claim by Kyiv".
fn possessor(reading: &Reading, sides: &Found, span: Span) -> Option<crate::analysis::SideId> {
    let from = sides.mentions.partition_point(|mention| mention.span.end <= span.start);
    let mention = sides.mentions[from..].iter().take_while(|mention| mention.span.start < span.end);
    mention.into_iter().find_map(|mention| {
        let Party::One(side) = mention.party else { return None };
        let next = reading.token_at(mention.span.end);
        let owns = reading.is_possessive(next) || reading.is_possessive(next.saturating_sub(1));
        let by = reading.token_at(mention.span.start).checked_sub(1).is_some_and(|t| reading.word(t) == "by");
        (owns || by).then_some(side)
    })
}

/// The paragraph that a span begins in.
fn paragraph_of(reading: &Reading, span: Span) -> usize {
    let token = reading.token_at(span.start);
    reading.article.paragraphs().partition_point(|(_, end)| *end <= token)
}

/// Whether a statement is a side's word, be it of somebody unnamed.
fn is_partys(statement: &Statement) -> bool {
    statement.side.is_some() && matches!(statement.kind, Kind::Claim | Kind::Forecast | Kind::Judgement | Kind::Unnamed)
}
