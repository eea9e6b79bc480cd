//! The host page: its text, our marks on it, the pointer over it, and the root
//! in which our interface lives.
//!
//! Reads the host's nodes and never changes one. What is added to the page (a
//! highlight, a style sheet, a listener, the interface's element) is held by a
//! value that takes it away again when it is dropped.

mod collapse;
mod extract;
mod guard;
mod highlight;
mod hit;
mod locale;
mod overlay;
mod own_root;
mod paint;
mod pointer;
mod sheet;
mod spans;
mod surface;
mod tone;
mod view;

pub use extract::PageText;
pub use guard::{Listener, Timeout};
pub use locale::country_name;
pub use own_root::{INTERFACE, Mount, OwnRoot};
pub use pointer::{Pointer, Pointing};
pub use surface::Surface;
pub use tone::Tone;
pub use view::{Marked, Rect, View};

use std::fmt;

/// Why a browser cannot show marks at all.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unsupported {
    /// Constructed style sheets or shadow roots are missing.
    StyleSheets,
    /// The element is in no document that is shown.
    NoWindow,
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unsupported::StyleSheets => {
                "found a browser without constructed style sheets, wanted Chrome 99, Firefox 101, Safari 16.4 or newer"
            }
            Unsupported::NoWindow => {
                "found an element in a document that is not shown, wanted one in the page; attach after it was put there"
            }
        })
    }
}

impl std::error::Error for Unsupported {}

/// A length in CSS. Whole pixels: more is not seen, and printing fractions weighs
/// more than the rest of the interface's arithmetic.
pub fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
