// The terminal program, whose findings are those of a page.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TOP = fileURLToPath(new URL("../../../", import.meta.url));
/** More than any article's findings take, in bytes. */
const MOST = 1 << 26;

/** The file names of the sample articles. */
export function samples() {
  return readdirSync(`${TOP}www/articles`).filter((name) => name.endsWith(".txt"));
}

/** A sample article's text. */
export function sample(name) {
  return readFileSync(`${TOP}www/articles/${name}`, "utf8");
}

/** What `caveat analyze --json` prints for a sample article. */
export function analyzed(name) {
  const run = ["run", "--quiet", "--package", "caveat", "--bin", "caveat", "--", "analyze", "--json", `www/articles/${name}`];
  return execFileSync("cargo", run, { cwd: TOP, encoding: "utf8", maxBuffer: MOST });
}
