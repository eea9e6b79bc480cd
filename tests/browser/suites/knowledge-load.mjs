// The knowledge is loaded in an instant. Measured in Chromium, in the very module
// that pages load. The first load also waits for the browser, which compiles each
// function as it is called for the first time; it is told and not held.

import assert from "node:assert/strict";
import { test } from "node:test";

/** How long loading the core may take, in milliseconds. */
const LONGEST = 10;
/** So many fresh modules are measured; an odd number, so that one is the median. */
const LOADS = 9;

export default function knowledgeLoad(world) {
  if (world.name !== "chromium") return;

  test("the core of the knowledge is loaded in an instant", async (context) => {
    const page = await world.open("none.html");
    const [first, ...times] = await page.evaluate(load, LOADS + 1);
    times.sort((a, b) => a - b);
    const median = times[(LOADS - 1) / 2];
    context.diagnostic(
      `loading the core took ${shown(median)} ms, median of ${LOADS} after the first, which took ${shown(first)} ms`,
    );
    assert.ok(median < LONGEST, `found ${shown(median)} ms, wanted less than ${LONGEST}`);
  });
}

function shown(milliseconds) {
  return milliseconds.toFixed(1);
}

/** How long new modules take to load the core, one after the other. Runs in the page. */
async function load(count) {
  const pack = new Uint8Array(await (await fetch("dist/core.pack")).arrayBuffer());
  const module = await WebAssembly.compileStreaming(fetch("dist/caveat.wasm"));
  const times = [];
  for (let number = 0; number < count; number += 1) {
    const glue = await import(`./dist/caveat-glue.mjs?${number}`);
    await glue.default({ module_or_path: module });
    const began = performance.now();
    glue.start(pack, () => {});
    times.push(performance.now() - began);
  }
  return times;
}
