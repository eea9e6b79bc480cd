// What a page loads is within the budget, as it travels. Measured in Chromium,
// which alone takes brotli over plain HTTP, as every browser does over HTTPS.

import assert from "node:assert/strict";
import { test } from "node:test";

import { card, letter } from "../support/interface.mjs";

/** Bytes that a page may load of ours before its first mark, and in the end. */
const BEFORE_FIRST_MARK = 200_000;
const IN_THE_END = 260_000;

export default function weight(world) {
  if (world.name !== "chromium") return;

  test("what a page loads before its first mark and in the end is within the budget", async (context) => {
    const page = await world.openMarked("story.html");
    const first = await page.evaluate(transferred, true);
    const { x, y } = await page.evaluate(letter, ["caveat-place"]);
    await page.hover(x, y);
    await page.until("card", card);
    const all = await page.evaluate(transferred);
    context.diagnostic(`before the first mark ${first.bytes} bytes, in the end ${all.bytes} bytes`);
    assert.ok(all.files.includes("caveat-interface.wasm") && !first.files.includes("caveat-interface.wasm"), first.files.join());
    assert.ok(first.files.includes("caveat.wasm") && first.files.includes("core.pack"), first.files.join());
    assert.ok(first.bytes > 1_000 && first.bytes < BEFORE_FIRST_MARK, `${first.bytes} before the first mark`);
    assert.ok(all.bytes < IN_THE_END, `${all.bytes} in the end`);
    const logged = world.servers.strict.requests().filter(({ address }) => address.startsWith("/dist/"));
    assert.equal(all.bytes, logged.reduce((sum, { bytes }) => sum + bytes, 0), "the server sent what the browser got");
  });
}

/**
 * Our files and the bytes of their bodies as they travelled: all, or those that
 * were asked for before the first mark. Runs in the page.
 */
function transferred(first = false) {
  const ours = performance
    .getEntriesByType("resource")
    .filter(({ name, startTime }) => new URL(name).pathname.startsWith("/dist/") && !(first && startTime > globalThis.firstMark));
  return {
    files: ours.map(({ name }) => name.split("/").pop()),
    bytes: ours.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
