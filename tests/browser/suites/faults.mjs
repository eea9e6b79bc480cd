// When something is missing, broken or forbidden, the article stays as it was, one
// message says how to mend it, and an event tells the publisher.

import assert from "node:assert/strict";
import { test } from "node:test";

import { writeVariant } from "../support/site.mjs";

export default function faults(world) {
  const { strict, loose, forbidding } = world.servers;
  const cases = {
    "a missing pack": ["no-pack.html", strict, "not-found", /status 404 at \S+core\.pack/],
    "a pack that is none": ["bad-pack.html", strict, "corrupt-pack", /core\.pack.*same build/],
    "a missing module": ["no-module.html", strict, "not-found", /status 404 at \S+caveat\.wasm/],
    "a policy that forbids WebAssembly": ["story.html", forbidding, "blocked", /'wasm-unsafe-eval'/],
  };
  for (const [what, [address, server, code, message]] of Object.entries(cases)) {
    test(`${what} leaves the article as it was and is told once`, async () => {
      const page = await world.open(address, { server });
      await isToldOnce(page, code, message);
    });
  }

  test("files of another origin that may not be read are told once", async () => {
    const name = `unreadable-${world.name}.html`;
    await writeVariant(name, "story.html", `<script async src="${strict.origin}/dist/caveat.js"></script>`);
    const page = await world.open(name, { server: loose });
    await isToldOnce(page, "not-found", /caveat\.mjs/);
  });
}

/** One event, one message of ours, and the page as it came. */
async function isToldOnce(page, code, message) {
  await page.until("event", () => globalThis.recordedEvents.length > 0);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const [event, ...more] = await page.evaluate(() => globalThis.recordedEvents);
  assert.deepEqual(more, []);
  assert.deepEqual([event.type, event.code, event.target], ["caveat-error", code, "story"]);
  assert.match(event.message, message);
  const messages = await page.messages();
  const ours = messages.filter(({ text }) => text.includes("Caveat:"));
  assert.equal(ours.length, 1, JSON.stringify(messages));
  assert.match(ours[0].text, message);
  assert.deepEqual(messages.filter(({ text }) => /uncaught|unhandled/i.test(text)), []);
  assert.deepEqual(await page.evaluate(traces), []);
}

/** What of ours is in the page. Runs in the page. */
function traces() {
  const found = [...CSS.highlights.keys()];
  if (document.querySelector("caveat-interface")) found.push("interface");
  if (document.adoptedStyleSheets.length > 0) found.push("sheet");
  if (document.body.outerHTML !== globalThis.recordedBody) found.push("another body");
  return found;
}
