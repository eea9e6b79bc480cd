// Puts together the folder that the test pages are served from: the built files
// at several places, some of them broken on purpose, the demo page, and our own
// pages.

import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The line that publishers paste, as our pages have it. */
const TAG = '<script async src="dist/caveat.js"></script>';
const MODULE = '<script type="module" src="module.js"></script>';
/** What stands in its place in copies of a page: by the copy's name, the page and the lines. */
const VARIANTS = {
  "defer.html": ["story.html", '<script defer src="dist/caveat.js"></script>'],
  "late.html": ["story.html", '<script src="late.js"></script>'],
  "twice.html": ["story.html", `${TAG}${TAG}`],
  "folder.html": ["story.html", '<script async src="deep/er/files/caveat.js"></script>'],
  "no-pack.html": ["story.html", '<script async src="no-pack/caveat.js"></script>'],
  "bad-pack.html": ["story.html", '<script async src="bad-pack/caveat.js"></script>'],
  "no-interface.html": ["story.html", '<script async src="no-interface/caveat.js"></script>'],
  "no-module.html": ["story.html", '<script async src="no-module/caveat.js"></script>'],
  "queue.html": ["story.html", '<script src="queue.js"></script><script async src="dist/caveat.js" data-manual></script>'],
  "element.html": ["two.html", '<script async src="dist/caveat.js"></script><caveat-reader for="#two"></caveat-reader>'],
  "own-words.html": ["story.html", '<script async src="dist/caveat.js" data-knowledge="own-words.json"></script>'],
  "faulty-words.html": ["story.html", '<script async src="dist/caveat.js" data-knowledge="faulty-words.json"></script>'],
  "missing-words.html": ["story.html", '<script async src="dist/caveat.js" data-knowledge="missing-words.json"></script>'],
  "village-module.html": ["village.html", MODULE],
  "story-module.html": ["story.html", MODULE],
  "foreign-module.html": ["foreign.html", MODULE],
  "two-module.html": ["two.html", MODULE],
};

const TOP = fileURLToPath(new URL("../../../", import.meta.url));
/** What an article's page loads of ours, sorted. */
export const FILES = [
  "caveat-glue.mjs",
  "caveat-interface-glue.mjs",
  "caveat-interface.wasm",
  "caveat.js",
  "caveat.mjs",
  "caveat.wasm",
  "core.pack",
].map((name) => `/dist/${name}`);
/** Where the shards of settlements lie, which come after the first mark. */
export const SHARDS = "/dist/places/";
/** What the tests leave to be looked at. */
export const OUTPUT = fileURLToPath(new URL("../output/", import.meta.url));
const SITE = `${OUTPUT}site/`;
/** A shard that no test's article calls for. */
const OTHER_SHARD = "NZ.pack";

/** Makes the folder anew and returns its path. */
export async function makeSite() {
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(SITE, { recursive: true });
  await copy("tests/browser/pages", "");
  await copy("index.html", "index.html");
  await copy("www", "www");
  await copy("dist", "dist");
  await copy("dist", "deep/er/files");
  await copy("dist", "no-pack");
  await rm(`${SITE}no-pack/core.pack`);
  await copy("dist", "bad-pack");
  await writeFile(`${SITE}bad-pack/core.pack`, "this is no knowledge pack");
  await copy("dist", "no-interface");
  await rm(`${SITE}no-interface/caveat-interface.wasm`);
  await copy("dist", "no-module");
  await rm(`${SITE}no-module/caveat.wasm`);
  await copy("dist", "no-shards");
  await rm(`${SITE}no-shards/places`, { recursive: true });
  await copy("dist", "bad-shards");
  await everyShard("bad-shards", () => "this is no shard");
  await copy("dist", "other-shards");
  const other = await readFile(`${SITE}dist/places/${OTHER_SHARD}`);
  await everyShard("other-shards", () => other);
  await writeVariants();
  await record();
  return SITE;
}

function copy(from, to) {
  return cp(TOP + from, SITE + to, { recursive: true });
}

/** Writes something else in place of every shard but one. */
async function everyShard(folder, make) {
  const names = await readdir(`${SITE}${folder}/places`);
  await Promise.all(names.filter((name) => name !== OTHER_SHARD).map((name) => writeFile(`${SITE}${folder}/places/${name}`, make())));
}

async function writeVariants() {
  for (const [name, [page, lines]] of Object.entries(VARIANTS)) await writeVariant(name, page, lines);
}

/** Writes a copy of a page with other lines in place of the script tag. */
export async function writeVariant(name, page, lines) {
  const html = await readFile(SITE + page, "utf8");
  if (!html.includes(TAG)) throw new Error(`found no ${TAG} in ${page}`);
  await writeFile(SITE + name, html.replace(TAG, lines));
}

/**
 * A second copy of the demo page that writes down its own messages, for the
 * browser whose driver cannot.
 */
async function record() {
  const demo = await readFile(`${SITE}index.html`, "utf8");
  await writeFile(`${SITE}recorded.html`, demo.replace(/<meta charset[^>]*>/, '$&<script src="record.js"></script>'));
}
