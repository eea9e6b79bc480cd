//! The shards of all countries, embedded, for native programs: a newsroom's command
//! line has what a page would fetch.

use include_dir::{Dir, include_dir};

use crate::analysis::{Analysis, Article, Pack, analyze, shards_for};

/// As `cargo xtask pack` wrote them.
static SHARDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/packs/places");

/// The bytes of a shard that `Analysis::shards` named.
pub fn bytes(id: &str) -> Option<&'static [u8]> {
    SHARDS.get_file(format!("{id}.pack")).map(|file| file.contents())
}

/// The core with the shards of all countries.
pub fn all() -> Pack {
    let core = Pack::core();
    let shards = core.shard_ids().filter_map(|id| Some((id, bytes(id)?)));
    core.with_shards(shards).expect("the embedded shards are tested to be readable")
}

/// Reads an article with the shards that it calls for; they stay in the pack, for the
/// articles after it. What is found is the same whatever was read before.
pub fn read(article: &Article, pack: &mut Pack) -> Analysis {
    add(article, pack);
    analyze(article, pack)
}

/// Adds the shards that an article calls for to the pack.
pub fn add(article: &Article, pack: &mut Pack) {
    let wanted = shards_for(article, pack);
    let missing = wanted.iter().filter(|id| !pack.has_shard(id)).filter_map(|id| Some((id.as_str(), bytes(id)?)));
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        *pack = pack.with_shards(missing).expect("the embedded shards are tested to be readable");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shard_that_the_core_knows_is_there_and_can_be_read() {
        let core = Pack::core();
        let mut count = 0;
        for file in SHARDS.files() {
            let id = file.path().file_stem().and_then(|stem| stem.to_str()).expect("shards have names");
            assert!(core.with_shard(id, file.contents()).is_ok(), "{id}");
            count += 1;
        }
        assert_eq!(core.shard_ids().filter(|id| bytes(id).is_some()).count(), count);
        assert_eq!(core.shard_ids().count(), count);
    }

    #[test]
    fn what_was_read_before_changes_nothing() {
        let article = |text: &str| Article::new(text);
        let sudan =
            article("Shelling hit Zalingei and Kutum in Sudan’s Darfur region on Monday, the army said in Khartoum.");
        let ukraine =
            article("Russian forces shelled Robotyne and Orikhiv in Ukraine’s Zaporizhzhia region, Kyiv said 🛰.");
        let mut fresh = Pack::core();
        let alone = read(&sudan, &mut fresh);
        let mut used = Pack::core();
        read(&ukraine, &mut used);
        assert_eq!(read(&sudan, &mut used), alone);
        assert_eq!(alone.shards, ["SD"]);
    }

    #[test]
    fn an_official_of_one_country_comes_with_its_shard_and_speaks_in_articles_about_it_alone() {
        let sudan = Article::new(
            "The Rapid Support Forces shelled El Fasher in Sudan and killed six soldiers, Sudan’s army said. Artillery \
             and drones hit troops near the front. Malik Agar said the attack failed.",
        );
        let ukraine = Article::new(
            "Russia shelled Kyiv in Ukraine and killed six soldiers, Ukraine’s army said. Artillery and drones hit \
             troops near the front. Malik Agar said the attack failed.",
        );
        let officials = |article: &Article, analysis: &Analysis| -> Vec<String> {
            let named = analysis.mentions.iter().map(|mention| article.slice(mention.span).to_string());
            named.filter(|name| name.contains("Agar")).collect()
        };
        assert_eq!(officials(&sudan, &analyze(&sudan, &Pack::core())), [""; 0]);
        let mut pack = Pack::core();
        assert_eq!(officials(&sudan, &read(&sudan, &mut pack)), ["Malik Agar"]);
        assert_eq!(officials(&ukraine, &read(&ukraine, &mut pack)), [""; 0]);
    }
}
