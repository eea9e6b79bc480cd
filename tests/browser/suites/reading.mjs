// A page finds in an article exactly what the terminal program finds, in every browser,
// and finds it in an instant. The labeled articles are read too where they lie beside the
// project; where they do not, one line says so.

import assert from "node:assert/strict";
import { test } from "node:test";

import { analyzed, labeled, sample, samples } from "../support/command.mjs";

/** How long reading an article may take in Chromium, in milliseconds. */
const LONGEST = 5;
/** So many readings are measured; an odd number, so that one is the median. */
const READINGS = 41;
/** The length that an article for the measurement has at least, in UTF-16 code units. */
const LENGTH = 3_400;
/** The labeled article that the measurement is about. */
const SEED = "seed";

export default function reading(world) {
  const texts = labeled();
  const openModule = async () => {
    const page = await world.open("story-module.html");
    await page.until("module", () => globalThis.caveatModule !== undefined);
    return page;
  };

  test("a page finds in every article what the command line finds", async (context) => {
    if (texts.length === 0) context.diagnostic("no labeled articles beside the project, so only the samples were compared");
    const articles = [...samples().map((name) => ({ id: name, text: sample(name) })), ...texts];
    const native = analyzed(articles);
    const page = await openModule();
    for (const [index, { id, text }] of articles.entries()) {
      const found = await page.evaluate(async (text) => JSON.stringify(await globalThis.caveatModule.analyze(text)), text);
      assert.equal(found, native[index], id);
    }
    context.diagnostic(`${articles.length} articles`);
  });

  if (world.name !== "chromium") return;

  test("an article is read in an instant", async (context) => {
    const own = samples().map(sample).find((text) => text.length >= LENGTH);
    const seed = texts.find(({ id }) => id === SEED)?.text;
    const page = await openModule();
    for (const [name, text] of [["a sample", own], ["the seed article", seed]]) {
      if (text === undefined) {
        assert.equal(name, "the seed article", `found no sample of ${LENGTH} code units, wanted one`);
        context.diagnostic("no seed article beside the project, so a sample alone was read");
        continue;
      }
      const times = await page.evaluate(read, text, READINGS);
      times.sort((a, b) => a - b);
      const median = times[(READINGS - 1) / 2];
      context.diagnostic(`reading ${name} of ${text.length} code units took ${median.toFixed(2)} ms, median of ${READINGS}`);
      assert.ok(median < LONGEST, `found ${median.toFixed(2)} ms for ${name}, wanted less than ${LONGEST}`);
    }
  });
}

/** How long readings of a text take once its shards are there. Runs in the page. */
async function read(text, count) {
  await globalThis.caveatModule.analyze(text);
  const times = [];
  for (let number = 0; number < count; number += 1) {
    const began = performance.now();
    await globalThis.caveatModule.analyze(text);
    times.push(performance.now() - began);
  }
  return times;
}
