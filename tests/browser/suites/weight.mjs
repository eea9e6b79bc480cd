// What a page loads is within the budget, as it travels. Measured in Chromium,
// which alone takes brotli over plain HTTP, as every browser does over HTTPS. Shards
// are no part of it: they depend on the article and come after its marks.

import assert from "node:assert/strict";
import { test } from "node:test";

import { card, letter } from "../support/interface.mjs";
import { SHARDS } from "../support/site.mjs";

/** Bytes that a page may load of ours before its first mark, and in the end. */
const BEFORE_FIRST_MARK = 200_000;
const IN_THE_END = 260_000;

export default function weight(world) {
  if (world.name !== "chromium") return;

  for (const article of ["story.html", "village.html"]) {
    test(`what ${article} loads before its first mark and in the end is within the budget`, async (context) => {
      const page = await world.openMarked(article);
      const first = await page.evaluate(transferred, SHARDS, true);
      const { x, y } = await page.evaluate(letter, ["caveat-place"]);
      await page.hover(x, y);
      await page.until("card", card);
      const all = await page.evaluate(transferred, SHARDS);
      context.diagnostic(`before the first mark ${first.bytes} bytes, in the end ${all.bytes} bytes`);
      assert.ok(all.files.includes("caveat-interface.wasm") && !first.files.includes("caveat-interface.wasm"), first.files.join());
      assert.ok(first.files.includes("caveat.wasm") && first.files.includes("core.pack"), first.files.join());
      assert.ok(first.bytes > 1_000 && first.bytes < BEFORE_FIRST_MARK, `${first.bytes} before the first mark`);
      assert.ok(all.bytes < IN_THE_END, `${all.bytes} in the end`);
      const ours = ({ address }) => address.startsWith("/dist/") && !address.startsWith(SHARDS);
      const logged = world.servers.strict.requests().filter(ours);
      assert.equal(all.bytes, logged.reduce((sum, { bytes }) => sum + bytes, 0), "the server sent what the browser got");
    });
  }
}

/**
 * Our files but for the shards, and the bytes of their bodies as they travelled: all,
 * or those that were asked for before the first mark. Runs in the page.
 */
function transferred(shards, first = false) {
  const counts = (path) => path.startsWith("/dist/") && !path.startsWith(shards);
  const ours = performance
    .getEntriesByType("resource")
    .filter(({ name, startTime }) => counts(new URL(name).pathname) && !(first && startTime > globalThis.firstMark));
  return {
    files: ours.map(({ name }) => name.split("/").pop()),
    bytes: ours.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
