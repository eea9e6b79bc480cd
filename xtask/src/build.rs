//! Builds `dist/`, all that a publisher copies to a server: the module and its
//! glue from Rust, and the hand-written files of `www/`. Needs Rust alone; there
//! is no bundler and no minifier.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::comments::without_comments;
use crate::project::{self, WASM_TARGET};
use crate::quiet::quiet;
use crate::shorten::Names;
use crate::{pack, sizes};

/// The hand-written files of `www/` that are published, without their comments.
const WRITTEN: [&str; 3] = ["caveat.js", "caveat.mjs", "caveat.d.ts"];

/// The files at the project's top that licenses want beside what is published.
const LEGAL: [&str; 3] = ["ATTRIBUTION.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// The modules by name, each with the feature that has its exports. Marks must not wait
/// for the interface, which weighs as much again; and only the pages of publishers that
/// add knowledge of their own load the module that can take it.
const MODULES: [(&str, &str); 3] =
    [("caveat", "module-marks"), ("caveat-knowledge", "module-knowledge"), ("caveat-interface", "module-interface")];

/// Builds everything in `dist/` and prints what it weighs.
pub fn run() -> Result<()> {
    for name in WRITTEN {
        if !project::root().join("www").join(name).exists() {
            bail!("found no www/{name}, which is part of what is published; restore it");
        }
    }
    ensure_wasm_target()?;
    let mut modules = Vec::new();
    for (name, feature) in MODULES {
        println!("building {name} …");
        let module = compile(feature)?;
        println!("binding it to JavaScript …");
        let (glue, wasm) = bind(&module)?;
        modules.push((name, glue, wasm));
    }
    println!("assembling dist/ …");
    assemble(&modules)?;
    let table = sizes::Table::measure(&project::root().join("dist"))?;
    print!("{table}");
    Ok(())
}

/// Adds the browser's target where Rust lacks it.
pub fn ensure_wasm_target() -> Result<()> {
    let mend = format!("install it with `rustup target add {WASM_TARGET}` or with your system's packages for Rust");
    let rustc = || Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let library = || project::output(rustc().args(["--print", "target-libdir", "--target", WASM_TARGET]));
    let installed = || library().map(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some()));
    if installed()? {
        return Ok(());
    }
    println!("adding the target {WASM_TARGET} …");
    project::run(Command::new("rustup").args(["target", "add", WASM_TARGET]), &mend)?;
    if !installed()? {
        bail!("rustup added {WASM_TARGET}, but `rustc` does not find it; {mend}");
    }
    Ok(())
}

/// Compiles the page's half of the package with the exports of one module and
/// says where that lies. The next call overwrites it.
fn compile(feature: &str) -> Result<PathBuf> {
    let mut cargo = project::cargo();
    cargo
        .args(["rustc", "--release", "--package", "caveat", "--lib", "--target", WASM_TARGET])
        .args(["--no-default-features", "--features", feature])
        // Cargo optimizes nothing at link time where a library has other types too,
        // and the module would be a third larger.
        .args(["--crate-type", "cdylib"])
        // The names of this machine's folders have no place in what others load,
        // and without them the same source gives the same bytes everywhere.
        .env("CARGO_ENCODED_RUSTFLAGS", remapped_folders());
    project::run(&mut cargo, "mend what the compiler names above")?;
    Ok(project::target().join(WASM_TARGET).join("release").join("caveat.wasm"))
}

/// Flags that replace the folders of the project and of its dependencies in the
/// module's messages.
fn remapped_folders() -> String {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let mut flags = vec![format!("--remap-path-prefix={}=caveat", project::root().display())];
    if let Ok(registries) = fs::read_dir(home.join("registry").join("src")) {
        for registry in registries.flatten() {
            flags.push(format!("--remap-path-prefix={}=crates", registry.path().display()));
        }
    }
    flags.sort();
    flags.join("\u{1f}")
}

/// Makes the module's JavaScript glue and the module that fits it.
fn bind(module: &Path) -> Result<(String, Vec<u8>)> {
    let mut output = Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("could not bind {} to JavaScript", project::shown(module)))?;
    if output.snippets().values().any(|snippets| !snippets.is_empty()) || !output.local_modules().is_empty() {
        bail!(
            "found JavaScript snippets of a crate, wanted one glue file; leave out the crate that brings `inline_js`"
        );
    }
    let mut names = Names::default();
    let module = output.wasm_mut();
    module.imports.iter_mut().for_each(|import| import.name = names.short(&import.name));
    module.exports.iter_mut().for_each(|export| export.name = names.short(&export.name));
    let wasm = module.emit_wasm();
    Ok((names.shorten(&quiet(output.js())?), wasm))
}

/// Writes `dist/` anew.
fn assemble(modules: &[(&str, String, Vec<u8>)]) -> Result<()> {
    let root = project::root();
    let dist = root.join("dist");
    let core_pack = root.join("data/packs/core.pack");
    if !core_pack.exists() {
        pack::run(&pack::Options::default())?;
    }
    if dist.exists() {
        fs::remove_dir_all(&dist).context("could not empty dist/; close what holds its files open")?;
    }
    fs::create_dir_all(&dist).context("could not make dist/")?;
    for (name, glue, wasm) in modules {
        write(&dist.join(format!("{name}-glue.mjs")), glue.as_bytes())?;
        write(&dist.join(format!("{name}.wasm")), wasm)?;
    }
    copy(&core_pack, &dist.join("core.pack"))?;
    for folder in pack::FOLDERS {
        let (from, to) = (root.join("data/packs").join(folder), dist.join(folder));
        fs::create_dir_all(&to).with_context(|| format!("could not make dist/{folder}/"))?;
        for file in fs::read_dir(&from).with_context(|| format!("found no {}", project::shown(&from)))? {
            let file = file.with_context(|| format!("could not read {}", project::shown(&from)))?;
            copy(&file.path(), &to.join(file.file_name()))?;
        }
    }
    for name in WRITTEN {
        let file = root.join("www").join(name);
        let source = fs::read_to_string(&file).with_context(|| format!("could not read {}", project::shown(&file)))?;
        // The types are for people to read.
        let published = if name.ends_with(".d.ts") { source } else { without_comments(&source) };
        write(&dist.join(name), published.as_bytes())?;
    }
    for name in LEGAL {
        copy(&root.join(name), &dist.join(name))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("could not write {}", project::shown(path)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .map(|_| ())
        .with_context(|| format!("could not copy {} to {}", project::shown(from), project::shown(to)))
}
