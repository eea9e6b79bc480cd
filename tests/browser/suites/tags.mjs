// The script tag works wherever and however it stands in the page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { painted } from "../support/painted.mjs";
import { FILES, writeVariant } from "../support/site.mjs";

export default function tags(world) {
  const { strict, loose, other } = world.servers;
  const ways = {
    "marked async": ["story.html", strict],
    "marked defer": ["defer.html", strict],
    "added late": ["late.html", loose],
    "included twice": ["twice.html", strict],
    "in another folder": ["folder.html", strict],
  };
  for (const [way, [address, server]] of Object.entries(ways)) {
    test(`a script tag ${way} marks the article once`, async () => {
      const page = await world.openMarked(address, { server });
      await marksOnce(page);
    });
  }

  test("a script tag of another origin marks the article once", async () => {
    const name = `other-${world.name}.html`;
    await writeVariant(name, "story.html", `<script async src="${other.origin}/dist/caveat.js"></script>`);
    const page = await world.openMarked(name, { server: loose });
    await marksOnce(page);
    const loaded = (await page.requests()).filter((address) => address.startsWith(other.origin));
    assert.deepEqual(
      loaded.map((address) => new URL(address).pathname).sort(),
      FILES,
    );
  });
}

/** One interface, and no words painted twice. */
async function marksOnce(page) {
  assert.equal(await page.evaluate(() => document.querySelectorAll("caveat-interface").length), 1);
  assert.equal(await page.evaluate(() => document.querySelector("caveat-interface").shadowRoot.querySelectorAll("aside").length), 1);
  const found = await page.evaluate(painted);
  assert.ok(found["caveat-place"].length > 0);
  const places = await page.evaluate(() => [...CSS.highlights.get("caveat-place")].map((range) => `${range.startContainer.data}${range.startOffset}`));
  assert.equal(new Set(places).size, places.length, "no place may be painted twice");
}
