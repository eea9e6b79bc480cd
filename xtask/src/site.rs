//! What the server sends: which file an address means, its type and its bytes,
//! compressed if the browser takes that. Knows nothing of sockets.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::sizes;

/// Files at the project's top that the demo page may load.
const DEMO: [&str; 3] = ["index.html", "www", "dist"];

/// A file as it was at one time.
type Version = (PathBuf, SystemTime);

/// A folder that is served.
pub struct Site {
    folder: PathBuf,
    /// The names at its top that are served; all if empty.
    only: &'static [&'static str],
    /// What was compressed before.
    compressed: Mutex<HashMap<Version, Arc<Vec<u8>>>>,
}

/// A file on its way.
pub struct File {
    /// The value of `Content-Type`.
    pub media_type: &'static str,
    /// Whether `bytes` are brotli.
    pub brotli: bool,
    /// What travels.
    pub bytes: Arc<Vec<u8>>,
}

impl Site {
    /// The demo page and what it loads, at the project's top folder.
    pub fn demo(root: PathBuf) -> Site {
        Site { folder: root, only: &DEMO, compressed: Mutex::default() }
    }

    /// Everything in a folder.
    pub fn folder(folder: PathBuf) -> Site {
        Site { folder, only: &[], compressed: Mutex::default() }
    }

    /// The file that an address means, `None` if there is none.
    pub fn get(&self, address: &str, takes_brotli: bool) -> Option<File> {
        let path = self.path(address)?;
        let media_type = media_type(&path);
        let bytes = fs::read(&path).ok()?;
        if !takes_brotli {
            return Some(File { media_type, brotli: false, bytes: Arc::new(bytes) });
        }
        let bytes = self.compress(&path, &bytes)?;
        Some(File { media_type, brotli: true, bytes })
    }

    /// The path of the file that an address means, inside the folder.
    fn path(&self, address: &str) -> Option<PathBuf> {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        let mut path = self.folder.clone();
        let mut names = Vec::new();
        for name in address.split('/').filter(|name| !name.is_empty()) {
            let name = decode(name)?;
            // Neither a step upwards, nor a hidden file, nor another separator.
            if name.starts_with('.') || name.contains(['/', '\\', '\0', ':']) {
                return None;
            }
            path.push(&name);
            names.push(name);
        }
        if path.is_dir() {
            path.push("index.html");
        }
        if !self.only.is_empty() {
            let first = names.first().map_or("index.html", String::as_str);
            if !self.only.contains(&first) {
                return None;
            }
        }
        // A link may lead out of the folder as well.
        let path = path.canonicalize().ok()?;
        (path.starts_with(self.folder.canonicalize().ok()?) && path.is_file()).then_some(path)
    }

    fn compress(&self, path: &Path, bytes: &[u8]) -> Option<Arc<Vec<u8>>> {
        let changed = fs::metadata(path).and_then(|data| data.modified()).ok()?;
        let key = (path.to_path_buf(), changed);
        let mut compressed = self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = compressed.get(&key) {
            return Some(Arc::clone(bytes));
        }
        let bytes = Arc::new(sizes::brotli(bytes).ok()?);
        compressed.insert(key, Arc::clone(&bytes));
        Some(bytes)
    }
}

/// The bytes that `%41` and its like stand for; `None` if they are no text.
fn decode(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        if byte == b'%' {
            let digits = [*rest.next()?, *rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type that browsers insist on, by the file's ending.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This package's own folder serves as the site.
    fn site() -> Site {
        Site::folder(PathBuf::from(env!("CARGO_MANIFEST_DIR")))
    }

    #[test]
    fn a_file_is_found_by_its_address() {
        let file = site().get("/src/main.rs?again", false).expect("this package has a main.rs");
        assert!(file.bytes.starts_with(b"//!"));
        assert!(site().get("/src/%6dain.rs", false).is_some());
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/src/../../Cargo.toml", "/src\\..", "/%ff"]
        {
            assert!(site().get(address, false).is_none(), "{address}");
        }
    }

    #[test]
    fn the_demo_shows_nothing_but_its_own_files() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project lies above").to_path_buf();
        assert!(Site::demo(root.clone()).get("/Cargo.toml", false).is_none());
        assert!(Site::demo(root).get("/.git/config", false).is_none());
    }

    #[test]
    fn compressed_bytes_are_made_once() {
        let site = site();
        let first = site.get("/Cargo.toml", true).expect("this package has a Cargo.toml");
        let second = site.get("/Cargo.toml", true).expect("this package has a Cargo.toml");
        assert!(first.brotli && Arc::ptr_eq(&first.bytes, &second.bytes));
    }

    #[test]
    fn types_are_those_that_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a/caveat.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("caveat.mjs")), "text/javascript; charset=utf-8");
    }
}
