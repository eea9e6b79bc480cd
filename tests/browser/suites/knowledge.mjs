// A publisher's own knowledge: it wins over ours, and a bad file changes nothing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { painted } from "../support/painted.mjs";

/** A paragraph with words that only the publisher's file knows. */
const LATE = "Muscovy denied it, and Russian forces shelled Onhawa.";

export default function knowledge(world) {
  /** What is painted once the story has that paragraph and was read again. */
  const withLate = async (page, options) => {
    await page.evaluate(
      async (words, options) => {
        const story = document.querySelector("#story");
        const late = document.createElement("p");
        late.textContent = words;
        story.append(late);
        const caveat = globalThis.caveatModule ?? globalThis.caveat;
        globalThis.reading = await caveat.attach(story, options);
        globalThis.reading.refresh();
      },
      LATE,
      options,
    );
    return page.evaluate(painted);
  };
  const sides = (found) => Object.entries(found).flatMap(([name, words]) => (name.startsWith("caveat-side") ? words : []));
  const warnings = async (page) => (await page.messages()).filter(({ text }) => text.includes("Caveat:"));
  const open = async () => {
    const page = await world.open("story-module.html");
    await page.until("module", () => globalThis.caveatModule !== undefined);
    return page;
  };

  test("a file that the tag names adds a side's spelling and a place, before the first mark", async () => {
    const page = await world.openMarked("own-words.html");
    const asked = world.servers.strict.requests().map(({ address }) => address);
    assert.equal(asked.filter((address) => address === "/own-words.json").length, 1, asked.join());
    const found = await withLate(page);
    assert.ok(sides(found).includes("Muscovy"), JSON.stringify(found));
    assert.ok(found["caveat-place"].includes("Onhawa"), JSON.stringify(found));
    const { places, sides: parties } = await page.evaluate(() => globalThis.reading.analysis);
    assert.deepEqual(places.filter(({ name }) => name === "Onhava").map(({ lat, lon }) => [lat, lon]), [[46.71, 32.55]]);
    assert.ok(parties.some(({ id }) => id === "russia"), "the side keeps its id");
    assert.deepEqual(await page.messages(), []);
  });

  test("an object or an address may be given to attach, and numbers may be numbers", async () => {
    const given = { actors: [{ id: "russia", aliases: ["Muscovy"] }], places: [{ name: "Onhawa", kind: "city", lat: 46.71, lon: -0.5 }] };
    for (const knowledge of [given, "own-words.json"]) {
      const page = await open();
      const found = await withLate(page, { knowledge });
      assert.ok(sides(found).includes("Muscovy") && found["caveat-place"].includes("Onhawa"), JSON.stringify(found));
      assert.deepEqual(await page.messages(), []);
      // One of the drivers has one page at a time.
      await world.closePages();
    }
  });

  test("without it the words are unknown", async () => {
    const found = await withLate(await open());
    assert.ok(!sides(found).includes("Muscovy"), JSON.stringify(found));
    assert.ok(!(found["caveat-place"] ?? []).includes("Onhawa"), JSON.stringify(found));
  });

  const bad = {
    "a file with faults": ["faulty-words.html", /found nothing as `name` in row 2 of `actors`[^]*and 2 faults more/],
    "a file that is not there": ["missing-words.html", /status 404 at \S+missing-words\.json/],
  };
  for (const [what, [address, message]] of Object.entries(bad)) {
    test(`${what} is told once, and the marks are those without it`, async () => {
      const plain = await (await world.openMarked("story.html")).evaluate(painted);
      await world.closePages();
      const page = await world.openMarked(address);
      assert.deepEqual(await page.evaluate(painted), plain);
      const found = await withLate(page);
      assert.ok(!sides(found).includes("Muscovy"), JSON.stringify(found));
      const told = await warnings(page);
      assert.equal(told.length, 1, JSON.stringify(told));
      assert.match(told[0].text, message);
      assert.match(told[0].text, /nothing of it is used/);
      assert.deepEqual(await page.evaluate(() => globalThis.recordedEvents.filter(({ type }) => type === "caveat-error")), []);
    });
  }

  test("an object in itself, no object, and one that comes too late are told once and mark on", async () => {
    const page = await open();
    await page.evaluate(async () => {
      const { attach } = globalThis.caveatModule;
      const round = { actors: [] };
      round.actors.push(round);
      const story = document.querySelector("#story");
      await attach(story, { knowledge: round });
      (await attach(story)).destroy();
      const head = document.querySelector("h1");
      for (const knowledge of [{ people: [] }, { people: [] }]) await attach(head, { knowledge });
    });
    const told = await warnings(page);
    assert.equal(told.length, 2, JSON.stringify(told));
    assert.match(told[0].text, /wanted an object with the tables/);
    assert.match(told[1].text, /comes too late/);
    assert.ok(Object.keys(await page.evaluate(painted)).length > 0);
  });
}
