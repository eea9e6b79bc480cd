//! Why bytes are no pack.

use std::fmt;

/// Why bytes are not the pack that was wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// The first bytes are not a pack's.
    NotAPack,
    /// A pack of an older or newer format, whose number this is.
    OtherFormat(char),
    /// The bytes changed on the way: their digest is not the one in the head.
    Corrupt,
    /// The digest is right but a part reads wrongly: the writer and the reader differ.
    Malformed(&'static str),
    /// A pack, but not the one that was asked for. The core's id is empty.
    Another {
        /// The id of the pack that was found.
        found: String,
        /// The id of the one that was wanted.
        wanted: String,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |id: &str| if id.is_empty() { "the core pack".to_string() } else { format!("the shard {id:?}") };
        match self {
            PackError::NotAPack => f.write_str(
                "found bytes that do not begin with \"CVT2\", wanted a knowledge pack; serve the packs of the same build",
            ),
            PackError::OtherFormat(format) => write!(
                f,
                "found a knowledge pack of format {format:?}, wanted format '2'; serve the packs of the same build"
            ),
            PackError::Corrupt => f.write_str(
                "found a knowledge pack whose bytes do not match its digest, wanted it whole; upload it again as binary",
            ),
            PackError::Malformed(part) => {
                write!(f, "found a knowledge pack whose {part} cannot be read; serve the packs of the same build")
            }
            PackError::Another { found, wanted } => {
                write!(f, "found {}, wanted {}; serve each pack under its own name", name(found), name(wanted))
            }
        }
    }
}

impl std::error::Error for PackError {}
