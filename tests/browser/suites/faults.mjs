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

  test("without the interface's module the marks are taken back", async () => {
    const page = await world.open("no-interface.html");
    await page.until("error", () => globalThis.recordedEvents.some(({ type }) => type === "caveat-error"));
    await page.evaluate(() => globalThis.recordedEvents.splice(0, 1));
    await isToldOnce(page, "not-found", /status 404 at \S+caveat-interface\.wasm/);
  });

  test("a fault of ours takes all of ours away and is told once", async () => {
    const page = await world.openMarked("story.html");
    await page.evaluate(breakInterface);
    await page.evaluate(() => globalThis.recordedEvents.splice(0, 1));
    await isToldOnce(page, "fault", /fault of its own/);
    const after = await page.evaluate(() => globalThis.caveat.analyze("Kyiv").catch(({ code }) => code));
    assert.equal(after, "fault");
  });

  test("files of another origin that may not be read are told once", async () => {
    const name = `unreadable-${world.name}.html`;
    await writeVariant(name, "story.html", `<script async src="${strict.origin}/dist/caveat.js"></script>`);
    const page = await world.open(name, { server: loose });
    await isToldOnce(page, "not-found", /caveat\.mjs/);
  });
}

/** Opens an interface on findings that are not in the text, and its list. Runs in the page. */
async function breakInterface() {
  const { Interface } = await import("./dist/caveat-interface-glue.mjs");
  const marked = { shown: () => 7, show() {}, markAt() {}, lines: () => new Float64Array(), reveal() {} };
  const mentions = [{ start: 0, end: 99, side: "all", role: "collective", confidence: 1 }];
  const findings = { sides: [], mentions, places: [], statements: [] };
  globalThis.broken = new Interface(document.querySelector("#story"), marked, "short", findings);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const interfaces = document.querySelector("caveat-interface").shadowRoot;
  [...interfaces.querySelectorAll("button[aria-expanded]")].at(-1).click();
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
