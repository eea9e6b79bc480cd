// Starts the project's own web server and reads its log.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const TOP = fileURLToPath(new URL("../../../", import.meta.url));
/** The program that serves; `cargo xtask test` names itself. */
const XTASK = process.env.CAVEAT_XTASK ?? `${TOP}target/debug/xtask`;

/**
 * Serves a folder, or the demo page if none is named, on a port of its own.
 * `csp` replaces the strict policy; "" sends none.
 */
export async function serve({ root, csp, cors = false } = {}) {
  const flags = ["serve", "--port", "0", "--log"];
  if (root !== undefined) flags.push("--root", root);
  if (csp !== undefined) flags.push("--csp", csp);
  if (cors) flags.push("--cors");
  const server = spawn(XTASK, flags, { cwd: TOP, stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => server.kill());
  server.on("error", (error) => {
    throw new Error(`could not start ${XTASK}: ${error.message}; run \`cargo build --package xtask\``);
  });
  const lines = createInterface({ input: server.stdout });
  const log = [];
  const origin = await new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("the server ended before it served")));
    lines.on("line", (line) => {
      const found = /^serving (http:\/\/\S+)\//.exec(line);
      if (found) resolve(found[1]);
      else log.push(request(line));
    });
  });
  return {
    origin,
    /** The requests since the last call, oldest first. */
    requests: () => log.splice(0),
    close: () => server.kill(),
  };
}

/** Reads "GET /a 200 12". */
function request(line) {
  const [method, address, status, bytes] = line.split(" ");
  return { method, address, status: Number(status), bytes: Number(bytes) };
}
