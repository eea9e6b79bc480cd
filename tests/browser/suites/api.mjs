// The module, the global and the element, as publishers' scripts use them; and
// texts that nobody expects.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expected, painted } from "../support/painted.mjs";

/** How long a megabyte of one word may take, in milliseconds: ten times what it took when this was written. */
const MEGABYTE = 10_000;

export default function api(world) {
  const open = async () => {
    const page = await world.open("story-module.html");
    await page.until("module", () => globalThis.caveatModule !== undefined);
    return page;
  };

  test("a reading is refreshed when the text has changed, and destroyed for good", async () => {
    const page = await open();
    await page.evaluate(async () => {
      const { attach } = globalThis.caveatModule;
      const story = document.querySelector("#story");
      globalThis.reading = await attach(story);
      globalThis.other = await attach(story);
      const late = document.createElement("p");
      late.textContent = "Russian forces also shelled Mykolaiv, Ukraine’s military said.";
      story.append(late);
      globalThis.reading.refresh();
    });
    const { text, analysis } = await page.evaluate(() => ({ text: globalThis.reading.text, analysis: globalThis.reading.analysis }));
    const found = await page.evaluate(painted);
    assert.deepEqual(found, expected(text, analysis));
    assert.ok(found["caveat-place"].includes("Mykolaiv"), JSON.stringify(found));
    await page.evaluate(() => {
      globalThis.reading.destroy();
      globalThis.reading.destroy();
    });
    assert.deepEqual(await page.evaluate(painted), found, "the other owner has not let go");
    await page.evaluate(() => globalThis.other.destroy());
    assert.deepEqual(await page.evaluate(painted), {});
    assert.deepEqual(await page.evaluate(() => globalThis.recordedEvents.map(({ type }) => type)), Array(3).fill("caveat-ready"));
    assert.deepEqual(await page.messages(), []);
  });

  test("an option that is not understood is named, and the article stays as it was", async () => {
    const page = await open();
    const error = await page.evaluate(() =>
      globalThis.caveatModule.attach(document.querySelector("#story"), { show: ["rumors"] }).then(
        () => undefined,
        ({ name, code, message }) => ({ name, code, message }),
      ),
    );
    assert.deepEqual([error?.name, error?.code], ["CaveatError", "bad-option"]);
    assert.match(error.message, /"rumors".*sides, places, statements/);
    assert.deepEqual(await page.evaluate(painted), {});
  });

  test("a call that was queued before the script marks what it asks for", async () => {
    const page = await world.openMarked("queue.html", { server: world.servers.loose });
    assert.deepEqual(Object.keys(await page.evaluate(painted)), ["caveat-place"]);
  });

  test("a caveat-reader marks what it names, and unmarks it when it goes", async () => {
    const page = await world.openMarked("element.html");
    const found = await page.evaluate(painted);
    assert.ok(found["caveat-place"].includes("Beirut") && !found["caveat-place"].includes("Kherson"), JSON.stringify(found));
    await page.evaluate(() => document.querySelector("caveat-reader").setAttribute("for", "#one"));
    await page.until("other article", () => [...(CSS.highlights.get("caveat-place") ?? [])].some(({ startContainer }) => startContainer.data.includes("Kherson")));
    await page.evaluate(() => document.querySelector("caveat-reader").remove());
    assert.deepEqual(await page.evaluate(painted), {});
  });

  const oddities = {
    "an empty text": () => "",
    "white space": () => " \n\t\u00A0\n",
    "unpaired quotes": () => "“Russian forces shelled Kherson, Ukraine’s military said. \"They never, ‘said\n\n«Moscow» denied it.”".repeat(20),
    "half a character": () => "Russian forces shelled \uD83D Kherson\uDE92, Ukraine’s military said.",
    "a megabyte of one word": () => "a".repeat(1_000_000),
    "a megabyte of the same words": () => "Russia ".repeat(150_000),
  };
  for (const [what, make] of Object.entries(oddities)) {
    test(`${what} is read without a word, and given back as it was`, async () => {
      const page = await open();
      const told = await page.evaluate(read, make());
      assert.deepEqual(told.after, told.before);
      assert.ok(told.milliseconds < MEGABYTE, `${told.milliseconds} ms`);
      assert.deepEqual(await page.evaluate(painted), {});
      assert.deepEqual(await page.messages(), []);
    });
  }
}

/** Marks an odd text and takes the marks away again. Runs in the page. */
async function read(words) {
  const story = document.querySelector("#story");
  story.replaceChildren(words);
  const before = [story.childNodes.length, story.textContent === words];
  const began = performance.now();
  const reading = await globalThis.caveatModule.attach(story);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const milliseconds = performance.now() - began;
  reading.destroy();
  return { before, after: [story.childNodes.length, story.textContent === words], milliseconds };
}
