// The knowledge is loaded in an instant. Measured in Chromium, in the very module
// that pages load.

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
    const times = [];
    for (let count = 0; count < LOADS; count += 1) times.push(await page.evaluate(load, count));
    times.sort((a, b) => a - b);
    const median = times[(LOADS - 1) / 2];
    const shown = (time) => time.toFixed(2);
    context.diagnostic(
      `loading the core took ${shown(median)} ms, median of ${LOADS}; ${shown(times[0])} at least, ${shown(times.at(-1))} at most`,
    );
    assert.ok(median < LONGEST, `found ${shown(median)} ms, wanted less than ${LONGEST}`);
  });
}

/** How long a new module takes to load the core. Runs in the page. */
async function load(count) {
  const glue = await import(`./dist/caveat-glue.mjs?${count}`);
  const pack = new Uint8Array(await (await fetch("dist/core.pack")).arrayBuffer());
  await glue.default({ module_or_path: await WebAssembly.compileStreaming(fetch("dist/caveat.wasm")) });
  const began = performance.now();
  glue.start(pack, () => {});
  return performance.now() - began;
}
