//! The interface, in Yew: a chip with the counts, a list of the marks and a card
//! on each, in our shadow root; and [`Reader`], the component for front ends.
//!
//! One component a file, one [`state`] for all of an article's interface, all
//! English in [`words`]. Knows the page only through `page::View`.

mod card;
mod chip;
mod interface;
mod mark_list;
mod mounted;
mod place_card;
mod placement;
mod reader;
mod side_card;
mod state;
mod statement_card;
mod use_placement;
mod use_pointing;
mod words;

#[cfg(test)]
mod render;

pub use mounted::MountedInterface;
pub use reader::{Reader, ReaderArticle, ReaderPack, ReaderProps};
