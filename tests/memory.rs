//! What the knowledge takes: how much memory, and that no name costs an allocation.

use std::hint::black_box;

use allocation_counter::measure;
use caveat::analysis::Pack;
use caveat::shards;

/// The core as a page loads it.
static CORE: &[u8] = include_bytes!("../data/packs/core.pack");
/// What the core may take in memory, in bytes.
const MEMORY: usize = 2_000_000;
/// How often loading the core may allocate: its tables, and a few for each conflict.
const ALLOCATIONS: u64 = 2_000;
/// By how much more often the largest shard may allocate than the smallest, of its
/// thousands of names: tables double as they grow.
const GROWTH: u64 = 200;

/// How often the pack allocates to take up a shard.
fn allocations(core: &Pack, id: &str) -> u64 {
    let bytes = shards::bytes(id).expect("the shard is embedded");
    let found = measure(|| {
        black_box(core.with_shard(id, bytes).expect("the shard can be read"));
    });
    found.count_total
}

#[test]
fn loading_the_core_allocates_nothing_for_a_name() {
    // It has more than ten thousand names.
    let found = measure(|| {
        black_box(Pack::from_bytes(CORE).expect("the core can be read"));
    });
    println!("the core: {} allocations", found.count_total);
    assert!(found.count_total < ALLOCATIONS, "found {}, wanted less than {ALLOCATIONS}", found.count_total);
}

#[test]
fn adding_a_shard_allocates_nothing_for_a_name() {
    let core = Pack::core();
    let length = |id: &&str| shards::bytes(id).map_or(0, <[u8]>::len);
    let smallest = core.shard_ids().min_by_key(length).expect("there are shards");
    let largest = core.shard_ids().max_by_key(length).expect("there are shards");
    assert!(length(&largest) > 100 * length(&smallest));
    let (few, many) = (allocations(&core, smallest), allocations(&core, largest));
    println!("{smallest}: {few} allocations, {largest}: {many}");
    assert!(many < few + GROWTH, "found {few} for {smallest} and {many} for {largest}");
}

#[test]
fn the_core_takes_little_memory() {
    let memory = Pack::core().memory();
    println!("the core: {memory} bytes");
    assert!((100_000..MEMORY).contains(&memory), "found {memory} bytes, wanted less than {MEMORY}");
}
