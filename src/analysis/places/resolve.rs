//! Which place a toponym names: by the places that the article names beside it.

use super::{Candidate, Decision, Place, PlaceKind, Status};
use crate::analysis::countries::Countries;
use crate::analysis::lexicon::{Match, Naming, Sense};
use crate::analysis::pack::{Pack, Toponym, without_area_word};
use crate::analysis::reading::Reading;
use crate::order;

/// Namesakes within a degree and a half of each other, squared, in hundredths of a
/// degree, are taken for a place and its surroundings.
const NEAR: i64 = 150 * 150;

/// What it adds to a place's rank that its country is named so often; twice its weight
/// stands beside that.
const AREA_BONUS: [(u32, u32); 2] = [(1, 6), (3, 6)];
/// A place's rank rises by two for each of these distances from the article's other
/// places that it keeps, in hundredths of a degree.
const NEAR_BONUS: [i64; 4] = [50, 150, 300, 600];

/// Places within so many hundredths of a degree speak for each other.
const NEIGHBORHOOD: i64 = 400;

/// A settlement of a shard is no rival of a place that has so much more weight.
const HAMLET: u8 = 3;
/// How sure a place is, in percent, by what decided and what speaks for it: shares of
/// right ones, rounded, as `cargo xtask score --calibration` counts them.
mod sure {
    /// Nobody can say where it lies.
    pub const UNCLEAR: u8 = 20;
    /// Of several, nothing but its size speaks for it.
    pub const LARGEST: u8 = 40;
    /// Of several it is the nearest.
    pub const NEAREST: u8 = 80;
    /// Of several it is the one in a country that is named.
    pub const AREA_NAMED: u8 = 90;
    /// The only one of its name, and places near it are named.
    pub const NEAR: u8 = 95;
    /// The only one, an area, and no place near it is named.
    pub const AREA: u8 = 85;
    /// The only one, a settlement, and its country is named.
    pub const COUNTRY_NAMED: u8 = 80;
    /// The only one, a settlement for which nothing else in the article speaks.
    pub const ALONE: u8 = 50;
    /// What is known of small settlements alone is so much less sure where places near it
    /// are named,
    pub const SMALL_NEAR: u8 = 85;
    /// and where none is.
    pub const SMALL: u8 = 30;
}
/// How sure a place is at most, in percent, whose point is an estimate.
const APPROXIMATE: u8 = 65;

/// What the article's unambiguous places say about where it plays.
pub struct Focus {
    /// The countries that are named, by their places or their actors.
    countries: Countries,
    /// The points of the places that have one sense alone, each once.
    points: Vec<(i32, i32)>,
    /// How many such places there are at each.
    counts: Vec<usize>,
    /// The tokens at which they stand, in order; or the first place's of all.
    sure: Vec<(usize, (i32, i32))>,
}

impl Focus {
    /// Counts the countries and collects the points.
    pub fn of(reading: &Reading, candidates: &[Candidate]) -> Focus {
        let mut focus =
            Focus { countries: Countries::default(), points: Vec::new(), counts: Vec::new(), sure: Vec::new() };
        // Countries count even where they act: a war in Sudan is fought in Sudan.
        for token in 0..reading.len() {
            for found in reading.matches(token).iter().filter(|found| !is_ambiguous(reading, found)) {
                let is_place = || candidates.binary_search_by(|c| c.first.cmp(&found.first)).is_ok();
                if let Sense::Actor(actor, naming) = found.sense
                    && !(naming == Naming::Seat && is_place())
                {
                    reading.pack.countries_of(actor).for_each(|country| {
                        focus.countries.count(country);
                    });
                }
            }
        }
        for candidate in candidates {
            if let [only] = candidate.senses[..] {
                let toponym = &reading.pack.toponyms[only as usize];
                focus.countries.count(reading.pack.text(toponym.country));
                let sure = toponym.shard.is_none() || !is_county(candidate, toponym);
                if sure && toponym.kind != PlaceKind::Country {
                    focus.points.push(toponym.point);
                    focus.sure.push((candidate.first, toponym.point));
                }
            }
        }
        if let (true, Some(any)) = (focus.sure.is_empty(), candidates.iter().find(|c| !c.senses.is_empty())) {
            focus.sure.push((any.first, reading.pack.toponyms[any.senses[0] as usize].point));
        }
        order::sort_by_key(&mut focus.points, |p| u64::from(p.0 as u32) << 32 | u64::from(p.1 as u32));
        for point in std::mem::take(&mut focus.points) {
            match focus.counts.last_mut().filter(|_| focus.points.last() == Some(&point)) {
                Some(count) => *count += 1,
                None => {
                    focus.points.push(point);
                    focus.counts.push(1);
                }
            }
        }
        focus
    }

    /// How sure the only place of a name is, in percent.
    fn confidence(&self, pack: &Pack, toponym: &Toponym) -> u8 {
        let near = self.distance_to_others(toponym.point) <= NEIGHBORHOOD * NEIGHBORHOOD;
        let small = toponym.shard.is_some();
        match toponym.kind {
            PlaceKind::City | PlaceKind::District => match near {
                true if small => sure::SMALL_NEAR,
                true => sure::NEAR,
                false if small => sure::SMALL,
                false => {
                    let own = self.points.iter().zip(&self.counts).find(|(point, _)| **point == toponym.point);
                    let own = own.map_or(0, |(_, count)| *count);
                    let named = self.countries.named(pack.text(toponym.country)) as usize > own;
                    if named { sure::COUNTRY_NAMED } else { sure::ALONE }
                }
            },
            _ if near => sure::NEAR,
            _ => sure::AREA,
        }
    }

    /// The squared distance, in hundredths of a degree, to the nearest sure place but
    /// this very one.
    fn distance_to_others(&self, point: (i32, i32)) -> i64 {
        let others = self.points.iter().filter(|other| **other != point);
        others.map(|other| squared_distance(*other, point)).min().unwrap_or(i64::MAX / 2)
    }

    /// The squared distance, in hundredths of a degree, to the nearest sure place.
    fn distance(&self, point: (i32, i32)) -> i64 {
        let nearest = self.points.iter().map(|p| squared_distance(*p, point)).min();
        nearest.unwrap_or(i64::MAX / 2)
    }
}

/// Whether a name means places in several countries, so that it speaks for none: "Paris"
/// in an article that has the shard of another.
fn is_ambiguous(reading: &Reading, found: &Match) -> bool {
    let known = reading.matches(found.first).iter().chain(reading.localities(found.first));
    let places = known.filter(|m| m.last == found.last).filter_map(|m| match m.sense {
        Sense::Place(place) => Some(reading.pack.toponyms[place as usize].country),
        _ => None,
    });
    let mut first = None;
    places.into_iter().any(|country| *first.get_or_insert(country) != country)
}

/// The squared distance of two points in hundredths of a degree of latitude. Whole
/// numbers alone, so that every machine agrees.
fn squared_distance(a: (i32, i32), b: (i32, i32)) -> i64 {
    let north = i64::from(a.0 - b.0);
    let east = i64::from((a.1 - b.1).abs());
    let east = east.min(36_000 - east);
    // A degree of longitude shrinks with the latitude: near enough to 1 - (latitude / 90°)².
    let latitude = i64::from((a.0 + b.0) / 2).abs().min(9_000);
    let east = east * (81_000_000 - latitude * latitude) / 81_000_000;
    north * north + east * east
}

/// Decides which place a toponym names.
pub fn resolve(reading: &Reading, candidate: &Candidate, focus: &Focus) -> Option<Place> {
    let span = reading.span(candidate.first, candidate.last);
    let toponyms: Vec<&Toponym> = candidate.senses.iter().map(|s| &reading.pack.toponyms[*s as usize]).collect();
    let position = |best: &Toponym| toponyms.iter().position(|t| std::ptr::eq(*t, best)).map(|at| candidate.senses[at]);
    let fits = |toponym: &Toponym| match candidate.feature {
        Some(kind) => kind == toponym.kind,
        // "Kherson" alone is the city and not the oblast.
        None => without_area_word(reading.pack.text(toponym.name)).is_none(),
    };
    let named = |toponym: &Toponym| focus.countries.named(reading.pack.text(toponym.country));
    let rank = |toponym: &Toponym| {
        let area = AREA_BONUS.iter().filter(|(least, _)| named(toponym) >= *least).map(|(_, bonus)| bonus).sum::<u32>();
        let bare = u32::from(candidate.feature.is_none() && toponym.kind == PlaceKind::City);
        let distance = focus.distance(toponym.point);
        let near = NEAR_BONUS.iter().filter(|limit| distance <= **limit * **limit).count() as u32 * 2;
        (fits(toponym), area + near + u32::from(toponym.weight) * 2 + bare, -distance)
    };
    let Some(best) = toponyms.iter().max_by_key(|t| rank(t)) else {
        return unresolved(reading, candidate, focus);
    };
    let is_rival = |t: &Toponym| {
        let hamlet = t.shard.is_some() && t.weight + HAMLET <= best.weight;
        squared_distance(t.point, best.point) > NEAR && !hamlet
    };
    let rivals: Vec<_> = toponyms.iter().filter(|t| !std::ptr::eq(**t, *best) && is_rival(t)).collect();
    let (decision, confidence) = if rivals.is_empty() {
        (Decision::OnlyOne, focus.confidence(reading.pack, best))
    } else if rivals.iter().all(|r| named(r) < named(best)) {
        (Decision::AreaNamed, sure::AREA_NAMED)
    } else if rivals.iter().all(|r| focus.distance(r.point) > focus.distance(best.point)) {
        (Decision::Nearest, sure::NEAREST)
    } else {
        (Decision::Largest, sure::LARGEST)
    };
    let (decision, confidence) = match decision {
        // "Laurel County" is not Laurel, unless that is near.
        _ if best.shard.is_some() && is_county(candidate, best) && focus.distance_to_others(best.point) > NEAR => {
            return unresolved(reading, candidate, focus);
        }
        // Of many villages of one name only that one counts which stands out as near.
        _ if best.shard.is_some() && !rivals.is_empty() && !stands_out(best, &rivals, focus) => {
            (Decision::Unclear, sure::UNCLEAR)
        }
        _ if best.approximate => (decision, confidence.min(APPROXIMATE)),
        _ => (decision, confidence),
    };
    let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
    Some(Place {
        span,
        name: reading.pack.text(best.name).to_string(),
        kind: best.kind,
        country: reading.pack.text(best.country).to_string(),
        point: (degrees(best.point.0), degrees(best.point.1)),
        status: position(best).and_then(|toponym| status(reading.pack, toponym)),
        confidence,
        approximate: best.approximate,
        decision,
    })
}

/// Who holds a place and who claims it, where that is disputed.
fn status(pack: &Pack, toponym: u32) -> Option<Status> {
    let dispute = pack.dispute(toponym)?;
    let names = |actors: &[u16]| actors.iter().map(|actor| pack.name_of(*actor).to_string()).collect();
    Some(Status {
        held_by: names(&dispute.holders),
        since: pack.text(dispute.since).to_string(),
        claimed_by: names(&dispute.claimants),
        dated: pack.text(dispute.dated).to_string(),
    })
}

/// Whether a settlement lends its name to an area, which may lie elsewhere.
fn is_county(candidate: &Candidate, best: &Toponym) -> bool {
    best.kind == PlaceKind::City && candidate.feature.is_some_and(|kind| kind != PlaceKind::City)
}

/// Whether a place is near the article's others and no namesake is nearly as near.
fn stands_out(best: &Toponym, rivals: &[&&Toponym], focus: &Focus) -> bool {
    /// A rival is so much farther away, in squares.
    const FARTHER: i64 = 4;
    let distance = focus.distance(best.point);
    distance <= NEAR && rivals.iter().all(|rival| focus.distance(rival.point) > distance * FARTHER)
}

/// A place that the pack does not know, put at the sure place before it, or else at the
/// article's first.
fn unresolved(reading: &Reading, candidate: &Candidate, focus: &Focus) -> Option<Place> {
    let country = focus.countries.first().map(str::to_string);
    let before = focus.sure.partition_point(|(token, _)| *token < candidate.first);
    let point = focus.sure.get(before.saturating_sub(1))?.1;
    let span = reading.span(candidate.first, candidate.last);
    Some(Place {
        span,
        name: reading.article.slice(span).to_string(),
        kind: candidate.feature.unwrap_or(PlaceKind::City),
        country: country.unwrap_or_default(),
        point: (f64::from(point.0) / 100.0, f64::from(point.1) / 100.0),
        status: None,
        confidence: sure::UNCLEAR,
        approximate: true,
        decision: Decision::Unclear,
    })
}
