//! Attributions: "X said …", "…, X said", "“…,” said X", "according to X, …".
//!
//! Each gives a cue, a source and a content. Whose word it is and what kind of
//! statement it makes is decided elsewhere.

use super::clause;
use super::draft::{Draft, Manner, Tokens};
use super::figure;
use super::phrase;
use super::predicate::{ING, is_predicate, with_subject};
use crate::analysis::lexicon::Class;
use crate::analysis::reading::Reading;
use crate::analysis::word::is_one_of;

/// A content shorter than this, in tokens, is none.
const SHORTEST: usize = 1;
/// A content that an attribution follows at once goes on after it, if it has no more
/// tokens than this.
const SHORT_OPENING: usize = 4;
/// What opens a sentence before a subject, as "On Monday,", has no more tokens than this.
const LONGEST_CIRCUMSTANCE: usize = 14;

/// Finds the attributions of one sentence, `first..end`.
pub fn find(reading: &Reading, first: usize, end: usize, found: &mut Vec<Draft>) {
    let from = found.len();
    let mut token = first;
    while token < end {
        if reading.quotation(token).is_some() {
            token += 1;
            continue;
        }
        let draft = colon(reading, token, first, end)
            .or_else(|| according(reading, token, first, end))
            .or_else(|| noun(reading, token, first, end))
            .or_else(|| verb(reading, token, first, end, &found[from..]));
        let Some(draft) = draft else {
            token += 1;
            continue;
        };
        token = draft.cue.last + 1;
        add(reading, draft, from, found);
    }
}

/// Whether the token stands in a quotation.
fn quoted(reading: &Reading, token: usize) -> bool {
    reading.quotation(token).is_some()
}

/// Adds an attribution to those of its sentence: what lies inside another's content
/// is not marked, and where one begins the one before it ends.
fn add(reading: &Reading, mut draft: Draft, from: usize, found: &mut Vec<Draft>) {
    if let Some(content) = draft.content.first_mut().filter(|content| content.last < draft.cue.first) {
        // "…, the minister said, the agency reported": who passes the words on is looked
        // through, unless a clause of its own stands between the two.
        let inner = found[from..].iter().rev().find(|earlier| {
            content.first <= earlier.cue.first
                && earlier.cue.last <= content.last
                && !quoted(reading, earlier.cue.first)
        });
        if let Some(inner) = inner {
            let joint = (inner.cue.last + 1..content.last)
                .rev()
                .find(|t| !quoted(reading, *t) && is_one_of(reading.word(*t), ", and but while"));
            let first = joint.map(|joint| reading.skip_adverbs(joint + 1, content.last));
            match first.and_then(|first| clause::trimmed(reading, first, content.last)) {
                Some(own) if own.last > own.first + 1 => *content = own,
                _ => {
                    cut_before_relay(reading, &draft, &mut found[from..]);
                    return;
                }
            }
        }
    }
    let start = draft.source.map_or(draft.cue.first, |source| source.first.min(draft.cue.first));
    let after = draft.content.first().is_some_and(|content| content.first > draft.cue.last);
    for earlier in &mut found[from..] {
        let Some(content) = earlier.content.last_mut() else { continue };
        if content.first < draft.cue.first && draft.cue.first <= content.last {
            if !draft.splits || !after {
                // "X said that Y claimed …": the outer one alone.
                if reading.phrase(draft.cue.first, Class::According).is_some() {
                    cut_before_relay(reading, &draft, &mut found[from..]);
                }
                return;
            }
            let limit = if draft.inherited { draft.split_at } else { start.min(draft.split_at) };
            // "disputed that, saying …": "that" is all of it.
            let points = reading.word(content.first) == "that" && reading.word(content.first + 1) == ",";
            content.last = if points { content.first } else { limit.saturating_sub(1) };
        }
    }
    found.retain(|draft| draft.content.iter().all(|content| content.first <= content.last));
    found.push(draft);
}

/// Ends a content where its words are laid to whoever passes them on: "X said …,
/// according to Y", "X said …, Y reported".
fn cut_before_relay(reading: &Reading, relay: &Draft, found: &mut [Draft]) {
    let mut at = relay.source.map_or(relay.cue.first, |source| source.first.min(relay.cue.first));
    while at > 1 && reading.is(at - 1, Class::Determiner) {
        at -= 1;
    }
    for content in found.iter_mut().filter_map(|draft| draft.content.last_mut()) {
        if content.first + 1 < at && at <= content.last && reading.word(at - 1) == "," {
            content.last = at - 2;
        }
    }
}

/// "Zelenskyy: “…”", as headings and transcripts have it.
fn colon(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    /// The name of a speaker has no more tokens than this.
    const LONGEST: usize = 5;
    if reading.word(token) != ":" || token == first || token - first > LONGEST || token + 1 >= end {
        return None;
    }
    let speaker = Tokens { first, last: token - 1 };
    let quotation = reading.article.quotations().get(reading.quotation(token + 1)?)?.tokens;
    let named = (first..token).all(|t| reading.is_word(t) && !reading.is_any(t, &[Class::Auxiliary, Class::Say]))
        && reading.is_capital(token - 1)
        && !reading.is_any(token - 1, &[Class::Opener, Class::Time, Class::Medium]);
    let cue = Tokens { first: token, last: token };
    let content = Tokens { first: quotation.0, last: quotation.1 };
    (named && quotation.0 == token + 1).then(|| Draft::new(Manner::Say, cue, Some(speaker), content))
}

/// "according to X".
fn according(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    let last = reading.phrase(token, Class::According)?;
    let cue = Tokens { first: token, last };
    let mut source = phrase::noun_phrase(reading, last + 1, end)?;
    let opens = token <= first + 1;
    let content = if opens {
        // "According to the army, the bridge was hit": what seems to explain the source opens the content.
        let comma = |t: &usize| reading.word(*t) == ",";
        let within = || (source.first..source.last).rev().find(comma);
        let after = || (source.last + 1..end).find(comma);
        let comma = if comma(&(source.last + 1)) { after() } else { within().or_else(after) }?;
        source.last = source.last.min(comma - 1);
        clause::trimmed(reading, comma + 1, clause::end_of_sentence(reading, end))?
    } else {
        clause::trimmed(reading, clause::start_before(reading, token, first), token - 1)?
    };
    let mut draft = Draft { split_at: token, ..Draft::new(Manner::Say, cue, Some(source), content) };
    // "The tunnel, according to Kyiv, was empty": the attribution stands inside the content.
    if !opens && content.last - content.first < SHORT_OPENING && reading.word(source.last + 1) == "," {
        draft.content.extend(clause::trimmed(
            reading,
            source.last + 2,
            clause::end_after(reading, source.last + 2, end),
        ));
    }
    Some(draft)
}

/// "Russia’s claim that …", "the line that …".
fn noun(reading: &Reading, token: usize, first: usize, end: usize) -> Option<Draft> {
    let last = reading.phrase(token, Class::CueNoun)?;
    if !is_one_of(reading.word(last), "that of") || last == token {
        return None;
    }
    // ", a claim that nobody believes" says something about what came before.
    let apposed = token >= first + 2 && reading.word(token - 2) == "," && is_one_of(reading.word(token - 1), "a an");
    if apposed {
        return None;
    }
    // "The army claims that …" has a verb there.
    let before = clause::skip_adverbs_back(reading, token, first);
    if manner_of(reading, token).is_some_and(|(.., form)| is_predicate(reading, token, before, form, first, end)) {
        return None;
    }
    let mut until = clause::end_after(reading, last + 1, end);
    if reading.word(last) == "of" {
        // "Its claim of victory was …": the verb is the sentence's.
        let verb = (last + 2..until).find(|t| reading.is(*t, Class::Auxiliary) && reading.quotation(*t).is_none());
        until = verb.map_or(until, |t| t - 1);
    }
    let content = clause::trimmed(reading, last + 1, until)?;
    let possessor = token.checked_sub(1).filter(|t| *t > first && reading.is_possessive(*t));
    let source = possessor.and_then(|t| phrase::noun_phrase_before(reading, t - 1, first));
    let source = source.or_else(|| phrase::subject_of_sentence(reading, first, token));
    Some(Draft::new(Manner::Say, Tokens { first: token, last }, source, content))
}

/// The manner of a verb of saying at `token`.
fn manner_of(reading: &Reading, token: usize) -> Option<(Manner, usize, u8)> {
    let classes = [
        (Class::Deny, Manner::Deny),
        (Class::Promise, Manner::Promise),
        (Class::Accuse, Manner::Accuse),
        (Class::Say, Manner::Say),
        (Class::SayWeakly, Manner::SayWeakly),
        (Class::Label, Manner::Label),
    ];
    classes.into_iter().find_map(|(class, manner)| {
        let last = reading.phrase(token, class)?;
        Some((manner, last, reading.form(token, class)?))
    })
}

/// A verb of saying with its source and content.
fn verb(reading: &Reading, token: usize, first: usize, end: usize, earlier: &[Draft]) -> Option<Draft> {
    let (manner, last, form) = manner_of(reading, token)?;
    let before = clause::skip_adverbs_back(reading, token, first);
    if !is_predicate(reading, token, before, form, first, end) {
        return None;
    }
    let cue = Tokens { first: token, last };
    let joined = before > first && (reading.is(before - 1, Class::Coordinator) || reading.word(before - 1) == "but");
    let antecedent = if form == ING { None } else { phrase::antecedent(reading, before, first) };
    let with = if form == ING { with_subject(reading, token, first) } else { None };
    let (source, splits, inherited) = if let Some(subject) = with {
        (phrase::noun_phrase(reading, subject, before), true, false)
    } else if form == ING || joined {
        (None, true, true)
    } else {
        let source = antecedent.or_else(|| phrase::subject(reading, before, first));
        let splits = antecedent.is_some() || source.is_some_and(|s| clause::opens_clause(reading, s.first, first));
        (source, splits, false)
    };
    // "Neither side said who they were" says nothing.
    if source
        .is_some_and(|s| (s.first.saturating_sub(1)..=s.first).any(|t| t >= first && reading.is(t, Class::Negation)))
    {
        return None;
    }
    let split_at = match antecedent {
        Some(antecedent) => antecedent.last + 1,
        None => clause::back_over_joint(reading, source.map_or(before.min(token), |s| s.first), first),
    };
    // "“…,” said X": the source follows where nothing but the content comes before.
    let inverted = source.is_none() && !inherited;
    let after_source = if inverted {
        let source =
            phrase::noun_phrase(reading, last + 1, end).filter(|_| clause::content_ends_at(reading, token, first));
        let content = clause::before_attribution(reading, token, first)?;
        let draft = Draft::new(manner, cue, Some(source?), content);
        return Some(draft);
    } else {
        source
    };
    let inherits =
        || earlier.iter().rev().find_map(|d| d.source).or_else(|| phrase::subject_of_sentence(reading, first, token));
    let source = after_source.or_else(|| inherited.then(inherits).flatten());
    let mut content_from =
        clause::after_cue(reading, last + 1, end, reading.word(token).starts_with("t") && manner == Manner::Say);
    if reading.is(content_from, Class::Be) && split_at > first && reading.word(split_at) == "what" {
        // "what the minister called was …"
        content_from += 1;
    }
    let mut content_to = clause::end_after(reading, content_from, end);
    if antecedent.is_some() || with.is_some_and(|subject| subject == first + 1) {
        // "Kyiv, which denied the raid, left": a relative clause ends at its comma.
        let comma = |t: &usize| reading.word(*t) == "," && reading.quotation(*t).is_none();
        content_to = (content_from..content_to).find(comma).map_or(content_to, |t| t - 1);
    }
    if with.is_some() {
        // "with both accusing each other and neither giving way"
        let other = |t: &usize| reading.word(*t) == "and" && (t + 2..t + 4).any(|v| reading.word(v).ends_with("ing"));
        content_to = (content_from..content_to).find(other).map_or(content_to, |t| t - 1);
    }
    if matches!(manner, Manner::Accuse | Manner::Promise) && reading.word(content_from) != "that" {
        content_to = clause::end_before_predicate(reading, content_from, content_to);
    }
    let following = (content_to + 1 >= content_from + SHORTEST)
        .then(|| clause::trimmed(reading, content_from, content_to))
        .flatten();
    let preceding = source
        .filter(|_| !inherited && antecedent.is_none())
        .and_then(|s| clause::before_attribution(reading, s.first, first));
    let quoted = |content: &Tokens| reading.quotation(content.last).is_some();
    let circumstance = |content: &Tokens| {
        // "At least 38 people were killed" is a clause, "After the raid was over" is none.
        let clause = !reading.is(content.first, Class::Clause)
            && (content.first..=content.last).any(|t| reading.is(t, Class::Auxiliary));
        content.last - content.first < LONGEST_CIRCUMSTANCE
            && !clause
            && reading
                .is_any(content.first, &[Class::Preposition, Class::Clause, Class::Time, Class::Adverb, Class::Opener])
    };
    let preceding = preceding.filter(|p| quoted(p) || following.is_none() || !circumstance(p));
    if let (Some(preceding), Some(following)) = (preceding.filter(quoted), following)
        && reading.quotation(following.first).is_some()
        && reading.word(clause::after_circumstances(reading, last + 1, end)) == ","
    {
        // "“…,” he said, “…”": the attribution interrupts.
        let mut draft = Draft::new(manner, cue, source, preceding);
        draft.content.push(following);
        return Some(draft);
    }
    let opening = source
        .filter(|_| antecedent.is_none())
        .and_then(|s| clause::short_opening(reading, s.first, first, SHORT_OPENING));
    let preceding = preceding.or(opening.filter(|_| !inherited));
    // "The army said …, where, it added, …": what comes before is of another verb.
    let others = |p: &Tokens| earlier.iter().any(|d| p.first <= d.cue.first && d.cue.last <= p.last);
    let resumed = resumed_after(reading, source, last + 1, first, end);
    if let Some(resumed) = resumed.filter(|_| preceding.as_ref().is_some_and(others)) {
        return Some(Draft { splits: true, split_at, ..Draft::new(manner, cue, source, resumed) });
    }
    if let Some(resumed) = resumed
        && preceding.is_none_or(|p| p.last - p.first < SHORT_OPENING)
    {
        // "Drones, he said, came within minutes": the attribution stands inside the content.
        let mut draft = Draft::new(manner, cue, source, preceding.unwrap_or(resumed));
        draft.content.extend(preceding.map(|_| resumed));
        return Some(draft);
    }
    let content = match (preceding, following) {
        (Some(preceding), _) if quoted(&preceding) => preceding,
        (Some(preceding), following) if following.is_none() || ends_attribution(reading, last + 1, end) => preceding,
        (_, Some(following)) if complement_fits(reading, manner, token, last, &following) => following,
        (Some(preceding), _) if manner != Manner::SayWeakly => preceding,
        _ => return None,
    };
    if manner == Manner::SayWeakly
        && content.last < token
        && !quoted(&content)
        && source.is_none_or(|s| s.first < content.first)
    {
        return None;
    }
    let draft = Draft::new(manner, cue, source, content);
    Some(Draft { splits, split_at, inherited: inherited && after_source.is_none(), ..draft })
}

/// What follows an attribution between two commas: "But, he added, the talks would go on".
fn resumed_after(reading: &Reading, source: Option<Tokens>, from: usize, first: usize, end: usize) -> Option<Tokens> {
    let before = source?.first.checked_sub(1).filter(|t| *t > first)?;
    let comma = clause::after_circumstances(reading, from, end);
    if reading.word(before) != "," || reading.word(comma) != "," {
        return None;
    }
    // "It was the army, he said, who fired first".
    let cleft = reading.word(first) == "it" && reading.is(first + 1, Class::Be);
    let joins = reading.is_any(comma + 1, &[Class::Clause, Class::Coordinator]) && !cleft
        || manner_of(reading, comma + 1).is_some();
    // "What had happened, he said, was that …"
    let was = reading.is(comma + 1, Class::Be) && reading.word(comma + 2) == "that";
    let resumes = comma + 1 + 2 * usize::from(was);
    let resumed = clause::trimmed(reading, resumes, clause::end_after(reading, comma + 1, end))?;
    // "…, Kyiv said on Monday, an agency reported": another attribution, and no content.
    (!joins && manner_of(reading, resumed.last).is_none()).then_some(resumed)
}

/// Whether nothing but a time or a place follows the cue up to a comma or the end:
/// "…, Kyiv said on Monday."
fn ends_attribution(reading: &Reading, from: usize, end: usize) -> bool {
    let at = clause::after_circumstances(reading, from, end);
    at >= end || is_one_of(reading.word(at), ". , ; — – : “ \" ( as in during after")
}

/// Whether what follows may be the content of such a verb.
fn complement_fits(reading: &Reading, manner: Manner, token: usize, last: usize, content: &Tokens) -> bool {
    let from = content.first;
    let quoted = (from..=content.last).any(|t| reading.quotation(t).is_some());
    let that = (last + 1..=from).any(|t| is_one_of(reading.word(t), "that :"));
    match manner {
        Manner::Say => {
            let infinitive = reading.word(last + 1) == "to" && !that && !reading.word(token).starts_with("claim");
            let treats = reading.word(token).starts_with("admit") && reading.is_number(from);
            let acts = is_one_of(reading.word(last + 1), "from with by against") && !that && !quoted;
            !infinitive && !treats && !acts
        }
        Manner::SayWeakly if figure::is_content(reading, token, *content) => true,
        Manner::SayWeakly if figure::gives(reading, token) => {
            reading.word(last) == "of" && reading.quotation(from).is_some()
        }
        Manner::SayWeakly => that || reading.quotation(from).is_some() || clause::is_clause(reading, *content),
        Manner::Promise => reading.word(from) == "to" || that || quoted || !reading.is(from, Class::Preposition),
        Manner::Accuse => (from..=content.last).any(|t| is_one_of(reading.word(t), "of for on")),
        Manner::Deny => !is_one_of(reading.word(from), "entry access by"),
        Manner::Label => {
            !is_one_of(reading.word(last + 1), "for on off in up")
                && (quoted || (from..=content.last).any(|t| reading.word(t) == "as"))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests;
