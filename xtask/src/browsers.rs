//! Makes ready what the browser tests need: three browsers, what drives them,
//! and the test-suite's own packages. Installs what is missing where it can do
//! so by itself, as root on Debian; elsewhere it says what is missing.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::project;

/// How often a package installation is tried. The first try may fail while the
/// package index is being renewed.
const TRIES: u32 = 3;

/// The oldest Node that runs the tests.
const NODE: u32 = 20;

/// Something that the tests start.
struct Needed {
    name: &'static str,
    /// The Debian package that brings it.
    package: &'static str,
    found: fn() -> bool,
}

const NEEDED: [Needed; 6] = [
    Needed { name: "Chromium", package: "chromium", found: || program("chromium") },
    Needed { name: "Firefox", package: "firefox-esr", found: || program("firefox-esr") },
    Needed { name: "WebKit's driver", package: "webkit2gtk-driver", found: || program("WebKitWebDriver") },
    Needed { name: "WebKit's browser", package: "libwebkit2gtk-4.1-0", found: mini_browser },
    Needed { name: "Xvfb, a screen for WebKit", package: "xvfb", found: || program("Xvfb") },
    Needed { name: "a font", package: "fonts-dejavu-core", found: font },
];

/// Installs what is missing, or says what it is.
pub fn ensure() -> Result<()> {
    node()?;
    let missing: Vec<&Needed> = NEEDED.iter().filter(|needed| !(needed.found)()).collect();
    if !missing.is_empty() {
        let packages: Vec<&str> = missing.iter().map(|needed| needed.package).collect();
        let names: Vec<&str> = missing.iter().map(|needed| needed.name).collect();
        println!("installing {} …", names.join(", "));
        install(&packages, &names)?;
        if let Some(still) = NEEDED.iter().find(|needed| !(needed.found)()) {
            bail!("found no {} after installing {}; install it by hand", still.name, still.package);
        }
    }
    test_suite()
}

/// Installs Debian packages, or says by which command to do it.
fn install(packages: &[&str], names: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if !project::program_exists("apt-get") {
        bail!("found no {}; install them with your system's packages (on Debian: `{by_hand}`)", names.join(", no "));
    }
    if project::output(Command::new("id").arg("--user"))? != "0" {
        bail!("found no {}, and only root may install them; run `sudo {by_hand}`", names.join(", no "));
    }
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        apt
    };
    let mend = format!("see apt's message above, then run `{by_hand}`");
    for attempt in 1..=TRIES {
        let installed = project::run(apt().arg("update"), &mend).and_then(|()| {
            project::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages), &mend)
        });
        match installed {
            Ok(()) => return Ok(()),
            Err(error) if attempt == TRIES => return Err(error),
            Err(error) => println!("{error:#}\ntrying again ({} of {TRIES}) …", attempt + 1),
        }
    }
    Ok(())
}

/// Fails if Node is missing or too old.
fn node() -> Result<()> {
    let mend = format!("install Node {NODE} or later; only the browser tests need it");
    if !project::program_exists("node") || !project::program_exists("npm") {
        bail!("found no node or no npm; {mend}");
    }
    let version = project::output(Command::new("node").arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("found Node {version}; {mend}");
    }
    Ok(())
}

/// Installs the test-suite's own packages, unless they are those of its lock.
fn test_suite() -> Result<()> {
    let folder = project::root().join("tests/browser");
    let changed = |path: &str| fs::metadata(folder.join(path)).and_then(|data| data.modified());
    if let (Ok(lock), Ok(installed)) = (changed("package-lock.json"), changed("node_modules/.package-lock.json"))
        && installed >= lock
    {
        return Ok(());
    }
    println!("installing what drives the browsers …");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder);
    project::run(&mut npm, "see npm's message above")
}

fn program(name: &str) -> bool {
    project::program_exists(name)
}

/// WebKit's small browser lies in a folder that is named after the machine.
fn mini_browser() -> bool {
    fs::read_dir("/usr/lib")
        .is_ok_and(|folders| folders.flatten().any(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser").exists()))
}

/// Without any font a page has no text, and no text has a place.
fn font() -> bool {
    fs::read_dir(Path::new("/usr/share/fonts/truetype")).is_ok_and(|mut families| families.next().is_some())
}
