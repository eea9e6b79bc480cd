//! Points on the globe, and how far they lie apart.

/// Degrees north and east.
pub type Point = (f64, f64);

/// Kilometers in a degree of latitude.
const DEGREE: f64 = 111.2;

/// How far two points lie apart, well enough for some hundred kilometers.
pub fn kilometers(one: Point, other: Point) -> f64 {
    let north = other.0 - one.0;
    let turn = (other.1 - one.1).abs();
    let east = turn.min(360.0 - turn) * narrowing((one.0 + other.0) / 2.0);
    DEGREE * (north * north + east * east).sqrt()
}

/// The cosine of a latitude, by its first terms: the same on every platform.
fn narrowing(latitude: f64) -> f64 {
    let x = latitude.to_radians().powi(2);
    (1.0 - x / 2.0 + x * x / 24.0 - x * x * x / 720.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_hold_in_the_north_and_across_the_date_line() {
        assert!((kilometers((50.45, 30.52), (49.99, 36.23)) - 411.0).abs() < 4.0);
        assert!(kilometers((64.0, 179.9), (64.0, -179.9)) < 10.0);
    }
}
