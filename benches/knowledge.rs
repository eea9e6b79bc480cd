//! How long the knowledge takes to load and to ask, and what it takes in memory.
//! `cargo bench --bench knowledge` prints it; divan counts the allocations.

use std::hint::black_box;

use caveat::analysis::Pack;
use caveat::shards;
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// The core as a page loads it.
static CORE: &[u8] = include_bytes!("../data/packs/core.pack");

fn main() {
    println!("the core takes {} bytes in memory, with all shards {}", Pack::core().memory(), shards::all().memory());
    divan::main();
}

/// Reads the core.
#[divan::bench]
fn load_core() -> Pack {
    Pack::from_bytes(black_box(CORE)).expect("the core can be read")
}

/// Adds the shard of a small country, and the largest of Ukraine's.
#[divan::bench(args = ["LB", "UA-7"])]
fn add_shard(bencher: Bencher<'_, '_>, id: &str) {
    let pack = Pack::core();
    let bytes = shards::bytes(id).expect("the shard is embedded");
    bencher.bench(|| pack.with_shard(id, black_box(bytes)).expect("the shard can be read"));
}

/// All that is known of a name; of the last there is nothing.
#[divan::bench(args = ["Kherson", "Khan Younis", "Sea of Azov", "Nowhere"])]
fn look_up(bencher: Bencher<'_, '_>, name: &str) {
    let pack = Pack::core();
    bencher.bench(|| pack.places(black_box(name)).len());
}
