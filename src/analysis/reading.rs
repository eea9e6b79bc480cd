//! An article with every known name and word found in it: what all detectors
//! ask their questions of.

use super::countries;
use super::lexicon::{Class, Match, Sense};
use super::token::TokenKind;
use super::{Article, Pack, Span};
use crate::analysis::word::is_one_of;
use crate::order;

/// Of a heading's longer words, this share is capitalised, in percent.
const HEADING_SHARE: usize = 70;
/// Words shorter than this say nothing about a heading.
const LONG_WORD: usize = 4;

/// The article beside the pack, with all matches.
pub struct Reading<'a> {
    /// The text and its structure.
    pub article: &'a Article,
    /// The knowledge.
    pub pack: &'a Pack,
    matches: Vec<Match>,
    /// The settlements of the article's countries, in the order of the text.
    localities: Vec<Match>,
    /// The shards that the article calls for, by their positions in the pack.
    shards: Vec<u16>,
    /// For each token, where the matches that begin at it start; one more at the end.
    starts: Vec<u32>,
    /// For each token, the classes of the one-word phrases at it, a bit each.
    singles: Vec<u64>,
    /// For each token, its sentence.
    sentences: Vec<u32>,
    /// For each token, its quotation and one, or zero.
    quotations: Vec<u32>,
    /// For each token, whether it stands in a heading in capitals.
    headings: Vec<bool>,
    /// For each actor of the pack, whether the article names it.
    actors: Vec<bool>,
    /// For each person of the pack, whether the article has the full name.
    people: Vec<bool>,
}

impl<'a> Reading<'a> {
    /// Looks up every name and word of the pack.
    pub fn new(article: &'a Article, pack: &'a Pack) -> Reading<'a> {
        let tokens = article.tokens().len();
        let mut matches = pack.lexicon.find(article);
        let shards = countries::shards(pack, &matches);
        let localities = localities(article, pack, &shards, &mut matches);
        let mut starts = vec![0; tokens + 1];
        let mut singles = vec![0; tokens];
        let mut actors = vec![false; pack.actors.len()];
        let mut people = vec![false; pack.people.len()];
        for found in &matches {
            if let Sense::Actor(actor, _) = found.sense {
                actors[usize::from(actor)] = true;
            }
            if let Sense::Person(person, false) = found.sense {
                people[usize::from(person)] = true;
            }
            starts[found.first + 1] += 1;
            if let (Sense::Word(class, _), true) = (found.sense, found.first == found.last) {
                singles[found.first] |= 1 << class as u64;
            }
        }
        for token in 0..tokens {
            starts[token + 1] += starts[token];
        }
        let mut sentences = vec![0; tokens];
        for (sentence, index) in article.sentences().iter().zip(0..) {
            sentences[sentence.first..sentence.end].fill(index);
        }
        let mut quotations = vec![0; tokens];
        for (quotation, index) in article.quotations().iter().zip(1..) {
            quotations[quotation.tokens.0..=quotation.tokens.1].fill(index);
        }
        let mut headings = vec![false; tokens];
        for &(first, end) in article.paragraphs() {
            headings[first..end].fill(is_heading(article, first, end));
        }
        Reading {
            article,
            pack,
            matches,
            localities,
            shards,
            starts,
            singles,
            sentences,
            quotations,
            headings,
            actors,
            people,
        }
    }

    /// The matches that begin at a token, the longest first.
    pub fn matches(&self, token: usize) -> &[Match] {
        match self.starts.get(token..token + 2) {
            Some([from, to]) => &self.matches[*from as usize..*to as usize],
            _ => &[],
        }
    }

    /// The settlements of the article's countries that begin at a token, the longest
    /// first.
    pub fn localities(&self, token: usize) -> &[Match] {
        let from = self.localities.partition_point(|found| found.first < token);
        let count = self.localities[from..].iter().take_while(|found| found.first == token).count();
        &self.localities[from..from + count]
    }

    /// Whether there are any such settlements.
    pub fn has_localities(&self) -> bool {
        !self.localities.is_empty()
    }

    /// The ids of the shards that the article calls for.
    pub fn shards(&self) -> Vec<String> {
        self.shards.iter().map(|shard| self.pack.shard_id(*shard).to_string()).collect()
    }

    /// Whether the article names an actor of the pack.
    pub fn names(&self, actor: u16) -> bool {
        self.actors[usize::from(actor)]
    }

    /// Whether the article has the full name of a person of the pack.
    pub fn introduces(&self, person: u16) -> bool {
        self.people[usize::from(person)]
    }

    /// The last token of the longest phrase of the class that begins at `token`.
    pub fn phrase(&self, token: usize, class: Class) -> Option<usize> {
        self.matches(token).iter().find(|m| matches!(m.sense, Sense::Word(c, _) if c == class)).map(|m| m.last)
    }

    /// Which form of its row the longest phrase of the class at `token` is.
    pub fn form(&self, token: usize, class: Class) -> Option<u8> {
        self.matches(token).iter().find_map(|m| match m.sense {
            Sense::Word(c, form) if c == class => Some(form),
            _ => None,
        })
    }

    /// Whether the token alone is a word of the class.
    pub fn is(&self, token: usize, class: Class) -> bool {
        self.singles.get(token).is_some_and(|classes| classes & (1 << class as u64) != 0)
    }

    /// Whether the token alone is a word of any of the classes.
    pub fn is_any(&self, token: usize, classes: &[Class]) -> bool {
        let wanted = classes.iter().fold(0, |bits, class| bits | 1 << *class as u64);
        self.singles.get(token).is_some_and(|found| found & wanted != 0)
    }

    /// The token's lower-case form; empty past the end.
    pub fn word(&self, token: usize) -> &str {
        if token < self.len() { self.article.word(token) } else { "" }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.article.tokens().len()
    }

    /// Whether it is a word, and not a number or a mark.
    pub fn is_word(&self, token: usize) -> bool {
        self.article.tokens().get(token).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether it is a number.
    pub fn is_number(&self, token: usize) -> bool {
        self.article.tokens().get(token).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether it is a word with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.article.tokens().get(token).is_some_and(|t| t.kind == TokenKind::Word && t.capital)
    }

    /// Whether it is "'s", or the apostrophe of a plural ("troops’ positions").
    pub fn is_possessive(&self, token: usize) -> bool {
        let Some(t) = self.article.tokens().get(token) else { return false };
        t.kind == TokenKind::Possessive
            || (!t.spaced
                && self.word(token) == "'"
                && token > 0
                && self.word(token - 1).ends_with('s')
                && self.quotation(token).is_none())
    }

    /// The first token that ends after a byte of the text.
    pub fn token_at(&self, byte: u32) -> usize {
        self.article.tokens().partition_point(|token| token.span.end <= byte)
    }

    /// Whether white space stands before it.
    pub fn is_spaced(&self, token: usize) -> bool {
        self.article.tokens().get(token).is_some_and(|t| t.spaced)
    }

    /// The sentence of a token: the first token and the one after the last.
    pub fn sentence(&self, token: usize) -> (usize, usize) {
        let sentence = self.article.sentences()[self.sentences[token] as usize];
        (sentence.first, sentence.end)
    }

    /// Whether the token opens its sentence, or the quotation or paragraph in it.
    pub fn opens_sentence(&self, token: usize) -> bool {
        self.sentence(token).0 == token
            || token.checked_sub(1).is_some_and(|t| is_one_of(self.word(t), "“ \" ‘ . : ! ? … • — –"))
    }

    /// The position of the quotation that holds the token.
    pub fn quotation(&self, token: usize) -> Option<usize> {
        self.quotations.get(token).and_then(|q| q.checked_sub(1)).map(|q| q as usize)
    }

    /// Whether the token stands in a heading whose words are capitalised, so that
    /// a capital there tells nothing.
    pub fn in_heading(&self, token: usize) -> bool {
        self.headings[token]
    }

    /// The span from the first token to the last, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        self.article.span(first, last)
    }

    /// Whether the token is a mark, or none.
    pub fn is_mark(&self, token: usize) -> bool {
        self.article.tokens().get(token).is_none_or(|t| t.kind == TokenKind::Mark)
    }

    /// The first token at or after `token`, before `end`, that is no adverb.
    pub fn skip_adverbs(&self, mut token: usize, end: usize) -> usize {
        while token < end && self.is_adverb(token) {
            token += 1;
        }
        token
    }

    /// Whether it is an adverb: one of the pack, or a lower-case word in "-ly".
    pub fn is_adverb(&self, token: usize) -> bool {
        self.is(token, Class::Adverb)
            || (self.is_word(token)
                && !self.is_capital(token)
                && self.word(token).len() > 4
                && self.word(token).ends_with("ly"))
    }
}

/// The settlements of these shards that an article names. Their people join the matches
/// of the core.
fn localities(article: &Article, pack: &Pack, shards: &[u16], matches: &mut Vec<Match>) -> Vec<Match> {
    if !shards.iter().any(|shard| pack.shards[usize::from(*shard)].loaded) {
        return Vec::new();
    }
    let mut found = pack.localities.find(article);
    let before = matches.len();
    found.retain(|found| {
        let (shard, person) = match found.sense {
            Sense::Place(place) => (pack.toponyms[place as usize].shard, false),
            Sense::Person(person, _) => (pack.people[usize::from(person)].shard, true),
            _ => (None, false),
        };
        let called = shard.is_some_and(|shard| shards.contains(&shard));
        if called && person {
            matches.push(*found);
        }
        called && !person
    });
    if matches.len() > before {
        order::sort_by_key(matches, |found| (found.first as u64) << 32 | u64::from(u32::MAX - found.last as u32));
    }
    found
}

/// Whether most of a paragraph's longer words are capitalised.
fn is_heading(article: &Article, first: usize, end: usize) -> bool {
    // A heading has no full stop.
    if article.word(end - 1) == "." {
        return false;
    }
    let long =
        (first..end).filter(|t| article.tokens()[*t].kind == TokenKind::Word && article.word(*t).len() >= LONG_WORD);
    let (mut words, mut capitals) = (0, 0);
    for token in long {
        words += 1;
        capitals += usize::from(article.tokens()[token].capital);
    }
    words > 2 && capitals * 100 >= words * HEADING_SHARE
}
