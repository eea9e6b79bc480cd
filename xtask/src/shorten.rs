//! Makes what a page loads shorter without changing what it does: short names in
//! place of wasm-bindgen's, which end in hashes that do not compress, and no
//! comments or indentation in the glue.

use std::collections::HashMap;

/// Short names by the long ones that stand in both the module and its glue.
#[derive(Default)]
pub struct Names {
    short: HashMap<String, String>,
}

impl Names {
    /// The short name, made up at the first time; the name itself if it is one
    /// that `caveat.mjs` may know.
    pub fn short(&mut self, name: &str) -> String {
        if !["__wbg_", "__wbindgen_", "wasm_bindgen__"].iter().any(|start| name.starts_with(start)) {
            return name.to_string();
        }
        let next = self.short.len();
        self.short.entry(name.to_string()).or_insert_with(|| format!("w{next}_")).clone()
    }

    /// The glue with the short names, without comments on lines of their own and
    /// without indentation. Its template strings lie on one line each.
    pub fn shorten(&self, glue: &str) -> String {
        let mut lines = Vec::new();
        let mut comment = false;
        for line in glue.lines().map(str::trim) {
            comment |= line.starts_with("/*");
            if !comment && !line.is_empty() && !line.starts_with("//") {
                lines.push(self.rename(line));
            }
            comment &= !line.ends_with("*/");
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn rename(&self, line: &str) -> String {
        let mut renamed = String::with_capacity(line.len());
        let mut rest = line;
        while !rest.is_empty() {
            let in_word = |ch: char| ch.is_ascii_alphanumeric() || ch == '_' || ch == '$';
            let end = rest.find(|ch| !in_word(ch)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            renamed.push_str(self.short.get(word).map_or(word, String::as_str));
            let other = after.find(in_word).unwrap_or(after.len());
            renamed.push_str(&after[..other]);
            rest = &after[other..];
        }
        renamed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_shortened_and_others_kept() {
        let mut names = Names::default();
        assert_eq!(names.short("__wbg_add_0123456789abcdef"), "w0_");
        assert_eq!(names.short("__wbg_add_0123456789abcdef"), "w0_");
        assert_eq!(names.short("analyze"), "analyze");
        let glue = "/**\n * __wbg_add_0123456789abcdef\n */\n    __wbg_add_0123456789abcdef: x => __wbg_add_0123456789abcdef0(`é ${x}`), // ok\n\n// no\n";
        assert_eq!(names.shorten(glue), "w0_: x => __wbg_add_0123456789abcdef0(`é ${x}`), // ok\n");
    }
}
