// A card for each kind of mark: under the pointer, by keyboard and by touch.

import assert from "node:assert/strict";
import { test } from "node:test";

import { card, focused, letter, noCard } from "../support/interface.mjs";
import { PHONE } from "../support/world.mjs";

const KINDS = {
  side: ["caveat-side-1", "caveat-side-2"],
  place: ["caveat-place"],
  statement: ["caveat-statement"],
};
/** More steps than the story has marks. */
const STEPS = 60;

export default function cards(world) {
  for (const [kind, highlights] of Object.entries(KINDS)) {
    test(`the card of a ${kind} opens under the pointer and closes behind it`, async () => {
      const page = await world.openMarked("story.html");
      const { x, y } = await page.evaluate(letter, highlights);
      await page.hover(x, y);
      const open = await page.until("card", card);
      assert.match(open.label, new RegExp(`^${kind}`, "i"));
      assert.ok(open.inside, `the card must lie in the window: ${JSON.stringify(open)}`);
      await page.hover(3, 3);
      await page.until("closed card", noCard);
    });

    test(`the card of a ${kind} stays under the pointer and closes on Escape`, async () => {
      const page = await world.openMarked("story.html");
      const { x, y } = await page.evaluate(letter, highlights);
      await page.hover(x, y);
      const open = await page.until("card", card);
      await page.hover((open.left + open.right) / 2, (open.top + open.bottom) / 2);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
      assert.ok(await page.evaluate(card), "the card must stay while the pointer is on it");
      await page.press("Escape");
      await page.until("closed card", noCard);
    });

    test(`a tap opens the card of a ${kind}, a tap elsewhere closes it`, async () => {
      const page = await world.openMarked("story.html", { window: PHONE, touch: true });
      const { x, y } = await page.evaluate(letter, highlights);
      await page.tap(x, y);
      const open = await page.until("card", card);
      assert.match(open.label, new RegExp(`^${kind}`, "i"));
      assert.ok(open.inside, `the card must lie in the window: ${JSON.stringify(open)}`);
      await page.tap(5, 5);
      await page.until("closed card", noCard);
    });
  }

  test("the keyboard reaches every kind of card, and Escape gives the focus back", async () => {
    const page = await world.openMarked("story.html");
    await tabTo(page, (on) => on.ours && /marks|list/i.test(on.words));
    await page.press("Enter");
    await page.until("open list", listOpen);
    await tabTo(page, (on) => on.ours && on.name === "button" && on.words.includes("\n"));
    const seen = new Set();
    for (let step = 0; step < STEPS && seen.size < 3; step += 1) {
      const { label } = await page.until("card", card);
      const kind = Object.keys(KINDS).find((kind) => label.toLowerCase().startsWith(kind));
      if (kind) seen.add(kind);
      await page.press("ArrowDown");
    }
    assert.deepEqual([...seen].sort(), ["place", "side", "statement"]);
    await page.press("Escape");
    await page.until("closed card", noCard);
    await page.press("Escape");
    await page.until("closed list", () => !document.querySelector("caveat-interface").shadowRoot.querySelector("ul"));
    assert.match((await page.evaluate(focused)).words, /marks|list/i);
  });
}

/** Whether the list of marks is open. Runs in the page. */
function listOpen() {
  return document.querySelector("caveat-interface").shadowRoot.querySelector("ul") !== null;
}

/** Presses Tab until what has the focus is what is wanted. */
async function tabTo(page, wanted) {
  const seen = [];
  for (let press = 0; press < 20; press += 1) {
    await page.press("Tab");
    const on = await page.evaluate(focused);
    if (wanted(on)) return on;
    seen.push(`${on.name} "${on.words}"`);
  }
  throw new Error(`Tab never came to it, but to ${seen.join(", ")}`);
}
