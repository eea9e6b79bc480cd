//! A small web server for the demo page and the browser tests, reachable from
//! this machine alone. It sends the policy that we promise to work under, so
//! that a breach shows while one works.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use crate::project;
use crate::site::Site;

/// The strictest policy that we work under, with Trusted Types.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// A browser that says nothing for so long has gone away.
const PATIENCE: Duration = Duration::from_secs(10);
/// A request's head is no longer than this, in bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// Where to listen.
#[derive(Args, Clone, Copy)]
pub struct Port {
    /// The port to listen on; 0 takes any that is free.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

/// What to serve, and how.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    port: Port,
    /// Serve everything in this folder instead of the demo page.
    #[arg(long, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// Send this Content-Security-Policy instead of the strict one; "" sends none.
    #[arg(long, value_name = "POLICY", default_value = POLICY, hide_default_value = true)]
    csp: String,
    /// Let pages of other origins fetch the files.
    #[arg(long)]
    cors: bool,
    /// Print a line for each request: method, address, status, bytes sent.
    #[arg(long)]
    log: bool,
}

/// Serves the demo page under the strict policy.
pub fn demo(port: Port) -> Result<()> {
    run(&Options { port, root: None, csp: POLICY.to_string(), cors: false, log: false })
}

/// Serves until it is interrupted.
pub fn run(options: &Options) -> Result<()> {
    let site = match &options.root {
        Some(folder) if folder.is_dir() => Site::folder(folder.clone()),
        Some(folder) => bail!("found no folder {}; name one that exists with --root", folder.display()),
        None => demo_site()?,
    };
    let listener = listen(options.port.port)?;
    let address = listener.local_addr().context("could not read the server's address")?;
    println!("serving http://{address}/ (stop with Ctrl+C)");
    let headers = headers(options);
    // A thread for each connection, and a connection for each request: one that a
    // browser keeps open without need can then never hold up another.
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            scope.spawn(|| {
                // A browser that goes away is no fault of ours.
                let _ = answer(stream, &site, &headers, options.log);
            });
        }
    });
    Ok(())
}

/// The demo page, if it is built.
fn demo_site() -> Result<Site> {
    let root = project::root();
    for needed in ["index.html", "dist"] {
        if !root.join(needed).exists() {
            bail!("found no {needed} to serve; make it with `cargo xtask build`");
        }
    }
    Ok(Site::demo(root))
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            anyhow!("port {port} is taken; stop what holds it or choose another with --port")
        }
        _ => anyhow!("could not listen on port {port}: {error}; choose another with --port"),
    })
}

/// The headers that every answer has.
fn headers(options: &Options) -> String {
    let mut headers = String::from(
        "X-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\nConnection: close\r\n",
    );
    if !options.csp.is_empty() {
        headers += &format!("Content-Security-Policy: {}\r\n", options.csp);
    }
    if options.cors {
        headers += "Access-Control-Allow-Origin: *\r\nTiming-Allow-Origin: *\r\n";
    }
    headers
}

/// Answers the one request of a connection.
fn answer(mut stream: TcpStream, site: &Site, headers: &str, log: bool) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = Vec::new();
    let mut lines = BufReader::new((&stream).take(LONGEST_HEAD)).lines();
    for line in lines.by_ref() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        head.push(line);
    }
    let mut words = head.first().map_or("", String::as_str).split(' ');
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let readable = matches!(method, "GET" | "HEAD");
    let file = if readable { site.get(address, takes_brotli(&head)) } else { None };
    let (status, length) = match &file {
        Some(file) => ("200 OK", file.bytes.len()),
        None if readable => ("404 Not Found", 0),
        None => ("405 Method Not Allowed", 0),
    };
    if log {
        println!("{method} {address} {} {length}", &status[..3]);
    }
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{headers}")?;
    if let Some(file) = &file {
        let coding = if file.brotli { "Content-Encoding: br\r\n" } else { "" };
        write!(stream, "Content-Type: {}\r\n{coding}", file.media_type)?;
    }
    stream.write_all(b"\r\n")?;
    if let Some(file) = file.filter(|_| method == "GET") {
        stream.write_all(&file.bytes)?;
    }
    stream.flush()
}

/// Whether the head of a request says that its browser reads brotli.
fn takes_brotli(head: &[String]) -> bool {
    let accepted = head.iter().filter_map(|line| line.split_once(':'));
    accepted
        .filter(|(name, _)| name.eq_ignore_ascii_case("accept-encoding"))
        .any(|(_, codings)| codings.split(',').any(|coding| coding.trim() == "br"))
}
