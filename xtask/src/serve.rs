//! A small web server for the demo page and the browser tests, reachable from
//! this machine alone. It sends the policy that we promise to work under, so
//! that a breach shows while one works.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::project;
use crate::site::Site;

/// The strictest policy that we work under, with Trusted Types.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Requests that are answered at once.
const THREADS: usize = 4;

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
    let server =
        Server::from_listener(listener, None).map_err(|error| anyhow!("could not start the server: {error}"))?;
    println!("serving http://{address}/ (stop with Ctrl+C)");
    let headers = headers(options)?;
    let (server, site) = (Arc::new(server), Arc::new(site));
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    answer(request, &site, &headers, options.log);
                }
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
fn headers(options: &Options) -> Result<Vec<Header>> {
    let mut pairs =
        vec![("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache"), ("Vary", "Accept-Encoding")];
    if !options.csp.is_empty() {
        pairs.push(("Content-Security-Policy", &options.csp));
    }
    if options.cors {
        pairs.push(("Access-Control-Allow-Origin", "*"));
        pairs.push(("Timing-Allow-Origin", "*"));
    }
    pairs.into_iter().map(|(name, value)| header(name, value)).collect()
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow!("found {name}: {value:?}, wanted a header of plain ASCII"))
}

/// Answers one request. A browser that has gone away is no fault of ours.
fn answer(request: Request, site: &Site, headers: &[Header], log: bool) {
    let line = format!("{} {}", request.method(), request.url());
    let readable = matches!(request.method(), Method::Get | Method::Head);
    let file = if readable { site.get(request.url(), takes_brotli(&request)) } else { None };
    let (status, length) = match &file {
        Some(file) => (200, file.bytes.len()),
        None if readable => (404, 0),
        None => (405, 0),
    };
    if log {
        println!("{line} {status} {length}");
    }
    let mut response = match file {
        Some(file) => {
            let mut own = vec![header("Content-Type", file.media_type)];
            if file.brotli {
                own.push(header("Content-Encoding", "br"));
            }
            let mut response = Response::from_data(file.bytes.to_vec());
            for header in own.into_iter().flatten() {
                response.add_header(header);
            }
            response
        }
        None => Response::from_string("").with_status_code(status),
    };
    for header in headers {
        response.add_header(header.clone());
    }
    let _ = request.respond(response);
}

fn takes_brotli(request: &Request) -> bool {
    request
        .headers()
        .iter()
        .filter(|header| header.field.equiv("Accept-Encoding"))
        .any(|header| header.value.as_str().split(',').any(|coding| coding.trim() == "br"))
}
