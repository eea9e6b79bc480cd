//! Keeps a fault of ours from the host page's own error handlers.
//!
//! A panic is told by the panic hook; after it the module traps. Where the browser
//! has called us (a listener, a timer, a microtask) that trap would be reported as
//! an uncaught error of the page, so the glue catches it there. Calls that
//! `caveat.mjs` makes still throw, for it to answer.

use anyhow::{Result, bail};

/// How wasm-bindgen begins the functions through which the browser calls us.
const CALLED_BACK: &str = "function wasm_bindgen__convert__closures";

/// The glue with the catch in it. To be done before names are shortened.
pub fn quiet(glue: &str) -> Result<String> {
    let names: Vec<&str> = glue
        .lines()
        .filter(|line| line.starts_with(CALLED_BACK))
        .filter_map(|line| line.strip_prefix("function ")?.split('(').next())
        .collect();
    if names.is_empty() {
        bail!("found no \"{CALLED_BACK}\" in the glue; look how this wasm-bindgen calls back");
    }
    let caught = "function caught(call) {
        return (...given) => {
            try {
                return call(...given);
            } catch (error) {
                if (!(error instanceof WebAssembly.RuntimeError)) throw error;
            }
        };
    }";
    // Declared functions may be replaced; all uses come later.
    let replaced: String = names.iter().map(|name| format!("{name} = caught({name});\n")).collect();
    Ok(format!("{glue}\n{caught}\n{replaced}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_browser_calls_is_caught() {
        let name = "wasm_bindgen__convert__closures_____invoke__h0";
        let glue =
            quiet(&format!("function {name}(a) {{\n    wasm.{name}(a);\n}}\nfunction other() {{}}")).expect("it fits");
        assert!(glue.ends_with(&format!("\n{name} = caught({name});\n")), "{glue}");
        assert_eq!(glue.matches("= caught(").count(), 1, "{glue}");
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(quiet("export default 1;").is_err());
    }
}
