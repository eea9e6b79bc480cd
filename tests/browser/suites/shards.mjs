// The settlements of an article's countries come after its first marks and refine
// them; where they do not come, the marks stay as they are.

import assert from "node:assert/strict";
import { test } from "node:test";

import { changed, remember } from "../support/host.mjs";
import { card, letter } from "../support/interface.mjs";
import { painted } from "../support/painted.mjs";
import { SHARDS } from "../support/site.mjs";

/** A village that shards alone know, and only about where it lies. */
const VILLAGE = "Burhunka";
/** How long a page is watched for what must not happen, in milliseconds. */
const WATCHED = 700;
/** By what a server has in place of the shards, the message's words for it. */
const FAULTS = {
  "no-shards": /status 404 at \S+\/places\/\w\S*\.pack, wanted the file/,
  "bad-shards": /wanted a knowledge pack/,
  "other-shards": /found the shard "NZ", wanted the shard "\S+"/,
};

export default function shards(world) {
  const { strict } = world.servers;
  const asked = () => strict.requests().filter(({ address }) => address.includes("/places/"));
  const openModule = async () => {
    const page = await world.open("village-module.html");
    await page.until("module", () => globalThis.caveatModule !== undefined);
    return page;
  };
  const watch = (page) => page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), WATCHED);

  test("a village is marked once the shards of its area have come, after the first marks", async () => {
    const page = await world.openMarked("village.html");
    await page.until("village", marked, VILLAGE);
    const [first, second, ...more] = await page.evaluate(() => globalThis.recordedEvents);
    assert.ok(first.places.includes("Kherson") && !first.places.includes(VILLAGE), first.places.join());
    assert.equal(second.places.filter((place) => place === VILLAGE).length, 2, second.places.join());
    assert.deepEqual(more, []);
    const answers = asked();
    assert.deepEqual(answers.map(({ status }) => status), first.shards.map(() => 200));
    assert.deepEqual(answers.map(({ address }) => address).sort(), first.shards.map((id) => `${SHARDS}${id}.pack`).sort());
    assert.deepEqual(first.shards.filter((id) => id.startsWith("UA")), ["UA-5"], "the areas that the article names");
    const early = await page.evaluate(askedBeforeFirstMark);
    assert.deepEqual(early.shards, []);
    assert.ok(early.others > 0, "the files of the first marks were asked for before them");
    assert.deepEqual((await page.messages()).filter(({ level }) => !["debug", "log", "info"].includes(level)), []);
  });

  test("the card of a village whose point is an estimate says so", async () => {
    const page = await world.openMarked("village.html");
    await page.until("village", marked, VILLAGE);
    const { x, y } = await page.evaluate(letter, ["caveat-place"], VILLAGE);
    await page.hover(x, y);
    const { text } = await page.until("card", card);
    assert.match(text, /about 46\.8\d° N/);
    await page.press("Escape");
    const town = await page.evaluate(letter, ["caveat-place"], "Nova Kakhovka");
    await page.hover(town.x, town.y);
    const other = await page.until("other card", (words) => {
      const open = document.querySelector("caveat-interface").shadowRoot.querySelector("[role=dialog]");
      return open?.innerText.includes(words) && open.innerText;
    }, "Nova Kakhovka");
    assert.doesNotMatch(other, /about \d/);
  });

  test("an article that names no country asks for no shard", async () => {
    const page = await world.openMarked("nowhere.html");
    await watch(page);
    assert.deepEqual(asked(), []);
    assert.equal((await page.evaluate(() => globalThis.recordedEvents)).length, 1);
  });

  for (const [folder, message] of Object.entries(FAULTS)) {
    test(`shards that are ${folder} leave the marks of all articles as they are and are told once`, async () => {
      const page = await world.open("two-module.html");
      await page.until("module", () => globalThis.caveatModule !== undefined);
      const before = await page.evaluate(attachBoth, folder);
      await watch(page);
      const answers = asked();
      assert.ok(answers.length > 1, "several shards are wanted");
      const files = new Set(answers.map(({ address }) => address));
      assert.equal(files.size, answers.length, "each is asked for once");
      assert.deepEqual(await page.evaluate(painted), before.painted);
      assert.ok(before.painted["caveat-place"].includes("Beirut") && before.painted["caveat-place"].includes("Kherson"));
      assert.deepEqual(before.again, before.analyses, "what is analyzed later has as much");
      assert.deepEqual(await page.evaluate(() => globalThis.recordedEvents.map(({ type }) => type)), ["caveat-ready", "caveat-ready"]);
      const messages = await page.messages();
      const ours = messages.filter(({ text }) => text.includes("Caveat:"));
      assert.equal(ours.length, 1, JSON.stringify(messages));
      assert.ok(["warn", "warning"].includes(ours[0].level), ours[0].level);
      assert.match(ours[0].text, message);
      assert.match(ours[0].text, /The marks stay without the smaller places of \w/);
      assert.deepEqual(messages.filter(({ text }) => /uncaught|unhandled/i.test(text)), []);
      const heard = await page.evaluate(() => globalThis.recordedMessages.filter(({ level }) => level === "error"));
      assert.deepEqual(heard, [], "nothing for the page's own error handlers");
    });
  }

  test("an article that is let go while its shards are on their way leaves nothing", async () => {
    const page = await openModule();
    await page.evaluate(remember);
    await page.evaluate(holdBack, "/places/");
    await page.evaluate(async () => {
      globalThis.reading = await globalThis.caveatModule.attach(document.querySelector("#story"));
    });
    await page.until("request", () => globalThis.held.length > 0);
    assert.ok((await page.evaluate(painted))["caveat-place"].includes("Kherson"));
    await page.evaluate(() => globalThis.reading.destroy());
    await page.evaluate(() => globalThis.letGo());
    await page.until("shards", (folder) => performance.getEntriesByType("resource").some(({ name }) => name.includes(folder)), SHARDS);
    await watch(page);
    assert.deepEqual(await page.evaluate(painted), {});
    assert.deepEqual(await page.evaluate(changed), []);
    assert.deepEqual(await page.evaluate(() => globalThis.recordedEvents.map(({ type }) => type)), ["caveat-ready"]);
    assert.deepEqual(await page.messages(), []);
  });

  test("an article is refined by shards that came for another while its interface was on its way", async () => {
    const page = await openModule();
    await page.evaluate(holdBack, "caveat-interface.wasm");
    await page.evaluate(() => {
      globalThis.coming = globalThis.caveatModule.attach(document.querySelector("#story"));
    });
    await page.until("request", () => globalThis.held.length > 0 && globalThis.recordedEvents.length > 0);
    await page.evaluate(async () => {
      await globalThis.caveatModule.analyze(document.querySelector("#story").textContent);
      globalThis.letGo();
      await globalThis.coming;
    });
    await page.until("village", marked, VILLAGE);
  });
}

/** Whether a place of this name is painted. Runs in the page. */
function marked(name) {
  const ranges = [...(CSS.highlights.get("caveat-place") ?? [])];
  return ranges.some(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset) === name);
}

/** The shards, and how many other files of ours, that were asked for before the first mark. Runs in the page. */
function askedBeforeFirstMark() {
  const early = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < globalThis.firstMark);
  const names = early.map(({ name }) => name).filter((name) => name.includes("/dist/"));
  const shards = names.filter((name) => name.includes("/places/"));
  return { shards, others: names.length - shards.length };
}

/**
 * Marks both articles of the page by the module in a folder; tells what is painted
 * and found, and what is found afterwards. Runs in the page.
 */
async function attachBoth(folder) {
  const { analyze, attach } = await import(`./${folder}/caveat.mjs`);
  const articles = [...document.querySelectorAll("article")];
  const readings = await Promise.all(articles.map((article) => attach(article)));
  const words = (ranges) => [...ranges].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset));
  const names = [...CSS.highlights.keys()].filter((name) => name.startsWith("caveat-")).sort();
  return {
    painted: Object.fromEntries(names.map((name) => [name, words(CSS.highlights.get(name))])),
    analyses: readings.map(({ analysis }) => analysis),
    again: await Promise.all(readings.map(({ text }) => analyze(text))),
  };
}

/** Makes requests for such addresses wait until `letGo` is called. Runs in the page. */
function holdBack(part) {
  const { fetch } = globalThis;
  globalThis.held = [];
  globalThis.fetch = async (address, ...options) => {
    if (String(address).includes(part)) await new Promise((resolve) => globalThis.held.push(resolve));
    return fetch(address, ...options);
  };
  globalThis.letGo = () => globalThis.held.forEach((resolve) => resolve());
}
