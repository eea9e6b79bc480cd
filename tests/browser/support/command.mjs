// The terminal program, whose findings are those of a page.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
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

/**
 * The texts of the labeled articles by their ids, where they lie beside the project. They
 * are no part of it.
 */
export function labeled() {
  const folder = `${TOP}../shared/corpus/dev`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")))
    .map(({ id, text }) => ({ id, text }));
}

/** What `caveat analyze` finds in texts, in their order, as JSON. */
export function analyzed(articles) {
  const run = ["run", "--quiet", "--package", "caveat", "--bin", "caveat", "--", "analyze", "--jsonl"];
  const input = articles.map((article) => JSON.stringify(article)).join("\n");
  const printed = execFileSync("cargo", run, { cwd: TOP, input, encoding: "utf8", maxBuffer: MOST });
  return printed.trimEnd().split("\n").map((line) => {
    const { id, ...found } = JSON.parse(line);
    return JSON.stringify(found);
  });
}
