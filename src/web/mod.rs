//! Caveat in a page: the JavaScript border, the page's text and marks, and the
//! Yew interface.
//!
//! A [`Marking`] joins the engine and the page for one article: `page` reads its
//! text, the engine analyzes it, `page` paints the marks. An [`Attachment`] has
//! the interface of `ui` as well. Only `api` knows `JsValue`, only `page` the host
//! page's nodes, only `ui` Yew.

mod api;
mod attachment;
mod fault;
mod mark;
mod marking;
mod page;
mod reading;
mod ui;

pub use attachment::Attachment;
pub use mark::{Ink, Kind, Kinds, Mark};
pub use marking::Marking;
pub use page::Unsupported;
pub use reading::Reading;
pub use ui::{Reader, ReaderArticle, ReaderPack, ReaderProps};

#[cfg(test)]
mod tests {
    /// What stands between the two comments that mark it, one statement a line.
    fn shared(script: &'static str) -> Vec<&'static str> {
        let (_, rest) = script.split_once("// The same in").expect("the beginning is marked");
        let (same, _) = rest.split_once("// End of what is the same.").expect("the end is marked");
        same.trim().lines().map(|line| line.trim().trim_start_matches("export ")).collect()
    }

    #[test]
    fn the_script_and_the_module_find_the_same_article() {
        let (script, module) = (include_str!("../../www/caveat.js"), include_str!("../../www/caveat.mjs"));
        assert_eq!(shared(script), shared(module));
    }
}
