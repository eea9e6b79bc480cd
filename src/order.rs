//! Sorting by whole-number keys.
//!
//! The standard library compiles a sort anew for each type, at several kilobytes
//! each, which a reader would download. Here all sorts share one.

/// Sorts by the keys, smaller first; items of the same key keep their order.
///
/// # Panics
/// Never for fewer than 2³² items, which no article has.
pub fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, u32)> = items.iter().zip(0..).map(|(item, at)| (key(item), at)).collect();
    sort(&mut order);
    // Each place takes the item that belongs there; where that was moved on already,
    // the trail of such moves leads to it.
    for place in 0..order.len() {
        let mut from = order[place].1 as usize;
        while from < place {
            from = order[from].1 as usize;
        }
        items.swap(place, from);
        order[place].1 = from as u32;
    }
}

/// Sorts numbers and keeps each once.
pub fn distinct(numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut pairs: Vec<(u64, u32)> = numbers.map(|number| (number, 0)).collect();
    sort(&mut pairs);
    let mut kept: Vec<u64> = Vec::with_capacity(pairs.len());
    for (number, _) in pairs {
        if kept.last() != Some(&number) {
            kept.push(number);
        }
    }
    kept
}

/// The one sort.
fn sort(pairs: &mut [(u64, u32)]) {
    pairs.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_the_same_key_keep_their_order() {
        let mut words = ["cd", "a", "ef", "b", "ghi", "c", ""];
        sort_by_key(&mut words, |word| word.len() as u64);
        assert_eq!(words, ["", "a", "b", "c", "cd", "ef", "ghi"]);
    }

    #[test]
    fn numbers_are_kept_once() {
        assert_eq!(distinct([3, 1, 3, 2, 1].into_iter()), [1, 2, 3]);
    }
}
