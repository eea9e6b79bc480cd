// The marks are painted where the analysis says.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expected, painted, squeezed } from "../support/painted.mjs";

/** The text of an element's paragraphs, as a reader sees it. Runs in the page. */
function paragraphs(selector) {
  const blocks = [...document.querySelectorAll(`${selector} :is(h1, p)`)];
  return blocks.map((block) => block.textContent.replace(/\s+/g, " ").trim()).join("\n\n");
}

export default function marks(world) {
  test("the marks of a plain article are those of its analysis", async () => {
    const page = await world.openMarked("story.html");
    const text = await page.evaluate(paragraphs, "#story");
    const analysis = await page.evaluate((text) => globalThis.caveat.analyze(text), text);
    const wanted = expected(text, analysis);
    for (const name of ["caveat-side-1", "caveat-side-2", "caveat-place", "caveat-statement", "caveat-disclaimer"]) {
      assert.ok(wanted[name]?.length, `the article must have a ${name} to test`);
    }
    assert.deepEqual(await page.evaluate(painted), wanted);
  });
}
