//! Which place a toponym names: by the places that the article names beside it.

use super::{Candidate, Decision, Place, PlaceKind, Status};
use crate::analysis::countries::Countries;
use crate::analysis::lexicon::{Match, Sense};
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

/// A settlement of a shard is no rival of a place that has so much more weight.
const HAMLET: u8 = 3;
/// How sure a place is, in percent, of which nobody can say where it lies.
const UNCLEAR: u8 = 20;
/// How sure a place is at most, in percent, whose point is an estimate.
const APPROXIMATE: u8 = 65;

/// What the article's unambiguous places say about where it plays.
pub struct Focus {
    /// The countries that are named, by their places or their actors.
    countries: Countries,
    /// The points of the places that have one sense alone, each once.
    points: Vec<(i32, i32)>,
    /// The first of them in the text, or else of all places.
    first: Option<(i32, i32)>,
}

impl Focus {
    /// Counts the countries and collects the points.
    pub fn of(reading: &Reading, candidates: &[Candidate]) -> Focus {
        let mut focus = Focus { countries: Countries::default(), points: Vec::new(), first: None };
        // Countries count even where they act: a war in Sudan is fought in Sudan.
        for token in 0..reading.len() {
            for found in reading.matches(token).iter().filter(|found| !is_ambiguous(reading, found)) {
                if let Sense::Actor(actor, _) = found.sense {
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
                if toponym.kind != PlaceKind::Country {
                    focus.points.push(toponym.point);
                }
            }
        }
        let any = || Some(reading.pack.toponyms[*candidates.iter().find_map(|c| c.senses.first())? as usize].point);
        focus.first = focus.points.first().copied().or_else(any);
        let packed = focus.points.iter().map(|(north, east)| u64::from(*north as u32) << 32 | u64::from(*east as u32));
        focus.points = order::distinct(packed).into_iter().map(|p| ((p >> 32) as i32, p as u32 as i32)).collect();
        focus
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
        (Decision::OnlyOne, 95)
    } else if rivals.iter().all(|r| named(r) < named(best)) {
        (Decision::AreaNamed, 85)
    } else if rivals.iter().all(|r| focus.distance(r.point) > focus.distance(best.point)) {
        (Decision::Nearest, 75)
    } else {
        (Decision::Largest, 60)
    };
    let (decision, confidence) = match decision {
        // Of many villages of one name only that one counts which stands out as near.
        _ if best.shard.is_some() && !rivals.is_empty() && !stands_out(best, &rivals, focus) => {
            (Decision::Unclear, UNCLEAR)
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

/// Whether a place is near the article's others and no namesake is nearly as near.
fn stands_out(best: &Toponym, rivals: &[&&Toponym], focus: &Focus) -> bool {
    /// A rival is so much farther away, in squares.
    const FARTHER: i64 = 4;
    let distance = focus.distance(best.point);
    distance <= NEAR && rivals.iter().all(|rival| focus.distance(rival.point) > distance * FARTHER)
}

/// A place that the pack does not know, put at the article's first sure place.
fn unresolved(reading: &Reading, candidate: &Candidate, focus: &Focus) -> Option<Place> {
    let country = focus.countries.first().map(str::to_string);
    let point = focus.first?;
    let span = reading.span(candidate.first, candidate.last);
    Some(Place {
        span,
        name: reading.article.slice(span).to_string(),
        kind: candidate.feature.unwrap_or(PlaceKind::City),
        country: country.unwrap_or_default(),
        point: (f64::from(point.0) / 100.0, f64::from(point.1) / 100.0),
        status: None,
        confidence: UNCLEAR,
        approximate: true,
        decision: Decision::Unclear,
    })
}
