//! How long the knowledge takes to load and to ask, and what it takes in memory.
//! `cargo bench --bench knowledge` prints it; divan counts the allocations.

use std::hint::black_box;

use caveat::analysis::Pack;
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// The core as a page loads it.
static CORE: &[u8] = include_bytes!("../data/packs/core.pack");

fn main() {
    println!("core: {} bytes in memory", Pack::core().memory());
    divan::main();
}

/// Reads the core.
#[divan::bench]
fn load_core() -> Pack {
    Pack::from_bytes(black_box(CORE)).expect("the core can be read")
}

/// All that is known of a name: of a town, of an alias of three words, of a village of
/// no shard that is there.
#[divan::bench(args = ["Kherson", "Khan Younis", "Sea of Azov", "Nowhere"])]
fn look_up(bencher: Bencher<'_, '_>, name: &str) {
    let pack = Pack::core();
    bencher.bench(|| pack.places(black_box(name)).len());
}
