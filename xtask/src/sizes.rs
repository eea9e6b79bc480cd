//! What `dist/` weighs, as it lies on the disk and as it travels, and whether
//! that is within the budget.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// What a page loads before its first mark, brotli, in bytes.
pub const BEFORE_FIRST_MARK: usize = 200_000;
/// What a page with an article loads in the end, brotli, in bytes.
pub const IN_THE_END: usize = 260_000;
/// What a page without an article loads, brotli, in bytes.
pub const SCRIPT_TAG: usize = 4_000;
/// The core pack, brotli, in bytes.
pub const CORE_PACK: usize = 75_000;

/// One shard of settlements, brotli, in bytes.
pub const SHARD: usize = 45_000;
/// The world's outlines, brotli, in bytes.
pub const WORLD: usize = 16_384;

/// The files that a page loads, and whether it needs them for its first mark.
const LOADED: [(&str, bool); 7] = [
    ("caveat.js", true),
    ("caveat.mjs", true),
    ("caveat-glue.mjs", true),
    ("caveat.wasm", true),
    ("core.pack", true),
    ("caveat-interface-glue.mjs", false),
    ("caveat-interface.wasm", false),
];

/// Level and window of the brotli that a careful server sends.
const BROTLI_LEVEL: i32 = 11;
const BROTLI_WINDOW: i32 = 22;

/// One file of `dist/`.
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// The files of `dist/` with their sizes.
pub struct Table {
    rows: Vec<Row>,
}

/// Compresses as a careful server does.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: BROTLI_LEVEL, lgwin: BROTLI_WINDOW, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters).context("could not compress")?;
    Ok(compressed)
}

/// Compresses as a plain server does.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).context("could not compress")?;
    encoder.finish().context("could not compress")
}

impl Table {
    /// Reads and compresses every file of the folder.
    pub fn measure(dist: &Path) -> Result<Table> {
        let mut rows = Vec::new();
        let files = fs::read_dir(dist).context("found no dist/; make it with `cargo xtask build`")?;
        for file in files {
            let file = file.context("could not read dist/")?;
            // The shards have a table of their own, of `cargo xtask pack`.
            if file.path().is_dir() {
                continue;
            }
            let bytes = fs::read(file.path()).with_context(|| format!("could not read {}", file.path().display()))?;
            let name = file.file_name().to_string_lossy().into_owned();
            rows.push(Row { name, raw: bytes.len(), brotli: brotli(&bytes)?.len() });
        }
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Table { rows })
    }

    /// The brotli bytes of a file, 0 if it is not there.
    fn brotli_of(&self, name: &str) -> usize {
        self.rows.iter().find(|row| row.name == name).map_or(0, |row| row.brotli)
    }

    fn before_first_mark(&self) -> usize {
        LOADED.iter().filter(|(_, first)| *first).map(|(name, _)| self.brotli_of(name)).sum()
    }

    fn in_the_end(&self) -> usize {
        LOADED.iter().map(|(name, _)| self.brotli_of(name)).sum()
    }

    /// Fails where a file is missing or a sum is above its limit.
    pub fn check(&self) -> Result<()> {
        for (name, _) in LOADED {
            if !self.rows.iter().any(|row| row.name == name) {
                bail!("found no dist/{name}; make it with `cargo xtask build`");
            }
        }
        for (what, found, limit) in [
            ("the script tag's own file", self.brotli_of("caveat.js"), SCRIPT_TAG),
            ("the core pack", self.brotli_of("core.pack"), CORE_PACK),
            ("all before the first mark", self.before_first_mark(), BEFORE_FIRST_MARK),
            ("all in the end", self.in_the_end(), IN_THE_END),
        ] {
            if found > limit {
                bail!(
                    "{what}: found {found} bytes in brotli, wanted at most {limit}; see the table of `cargo xtask build`"
                );
            }
        }
        Ok(())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<28}{:>10}{:>10}", "dist/", "raw", "brotli")?;
        for row in &self.rows {
            writeln!(f, "{:<28}{:>10}{:>10}", row.name, row.raw, row.brotli)?;
        }
        let first = self.before_first_mark();
        let all = self.in_the_end();
        writeln!(f, "{:<38}{first:>10} of {BEFORE_FIRST_MARK}", "all before the first mark")?;
        writeln!(f, "{:<38}{all:>10} of {IN_THE_END}", "all in the end")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(brotli: usize) -> Table {
        let row = |name: &str| Row { name: name.to_string(), raw: brotli * 3, brotli };
        Table { rows: LOADED.iter().map(|(name, _)| row(name)).collect() }
    }

    #[test]
    fn a_light_page_is_within_the_budget() {
        assert!(table(1_000).check().is_ok());
    }

    #[test]
    fn a_heavy_file_is_named_with_its_limit() {
        let mut table = table(1_000);
        table.rows[3].brotli = 300_000;
        let error = table.check().expect_err("300,000 bytes are too many").to_string();
        assert!(error.contains("before the first mark") && error.contains("200000"), "{error}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let mut table = table(1_000);
        table.rows.remove(3);
        let error = table.check().expect_err("the module is missing").to_string();
        assert!(error.contains("dist/caveat.wasm"), "{error}");
    }

    #[test]
    fn brotli_makes_text_smaller() {
        let text = "the same words, again and again; ".repeat(100);
        assert!(brotli(text.as_bytes()).expect("it compresses").len() < text.len() / 10);
    }
}
