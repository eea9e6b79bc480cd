//! Leaves the comments out of the hand-written scripts, which readers would download.

/// The script without the lines that are nothing but comment or empty, but for its first,
/// which says whose it is.
///
/// A comment that stands behind code stays, and so does everything inside a text, since
/// only whole lines go: those that begin with `//`, and from one that begins with `/*` to
/// the one that ends with `*/`.
pub fn without_comments(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut inside = false;
    for (number, line) in script.lines().enumerate() {
        let bare = line.trim();
        let opens = !inside && bare.starts_with("/*");
        let comment = inside || opens || bare.starts_with("//") || bare.is_empty();
        inside = (inside || opens) && !bare.ends_with("*/");
        if !comment || (number == 0 && bare.starts_with("//")) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_of_comment_go_and_all_else_stays() {
        let script = "// Ours.\n// More.\n\n/** Does it. */\nf('//x');  // why\n/*\n * long\n */\n  // in\n  g();\n";
        assert_eq!(without_comments(script), "// Ours.\nf('//x');  // why\n  g();\n");
    }
}
