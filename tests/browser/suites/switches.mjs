// The chip's switches, and two articles on one page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { switches } from "../support/interface.mjs";
import { painted } from "../support/painted.mjs";

/** The switches in their order, by what their marks are called. */
const KINDS = [/^caveat-(side|all)/, /^caveat-place/, /^caveat-(statement|disclaimer)/];

export default function chips(world) {
  test("each switch hides its own kind and shows it again", async () => {
    const page = await world.openMarked("story.html");
    const before = await page.evaluate(painted);
    for (const [index, kind] of KINDS.entries()) {
      assert.ok(Object.keys(before).some((name) => kind.test(name)), `the article must have ${kind}`);
      await press(page, 0, index, false);
      const others = Object.fromEntries(Object.entries(before).filter(([name]) => !kind.test(name)));
      assert.deepEqual(await page.evaluate(painted), others);
      await press(page, 0, index, true);
      assert.deepEqual(await page.evaluate(painted), before);
    }
  });

  test("two articles of one page have their own switches and leave each other alone", async () => {
    const page = await world.open("two-module.html");
    await page.until("module", () => globalThis.caveatModule);
    const attach = async (id) => {
      (globalThis.markings ??= {})[id] = await globalThis.caveatModule.attach(document.getElementById(id));
    };
    await page.evaluate(attach, "one");
    const first = await page.evaluate(painted);
    await page.evaluate(attach, "two");
    const both = await page.evaluate(painted);
    assert.ok(first["caveat-place"].includes("Kherson") && !first["caveat-place"].includes("Beirut"));
    assert.ok(both["caveat-place"].includes("Kherson") && both["caveat-place"].includes("Beirut"));
    assert.equal((await page.evaluate(switches)).length, 2);
    await press(page, 1, 1, false);
    assert.deepEqual((await page.evaluate(painted))["caveat-place"], first["caveat-place"]);
    await press(page, 1, 1, true);
    assert.deepEqual(await page.evaluate(painted), both);
    await page.evaluate(() => globalThis.markings.two.destroy());
    assert.deepEqual(await page.evaluate(painted), first);
    assert.equal((await page.evaluate(switches)).length, 1);
  });
}

/** Presses a switch of an article's chip and waits until it shows it. */
async function press(page, article, index, pressed) {
  const { x, y } = (await page.evaluate(switches))[article][index];
  await page.click(x, y);
  await page.until(
    `switch ${index} of article ${article} that is ${pressed}`,
    (article, index, pressed) => {
      const chips = document.querySelector("caveat-interface").shadowRoot.querySelectorAll("aside");
      const button = chips[article].querySelectorAll("button[aria-pressed]")[index];
      return button.getAttribute("aria-pressed") === String(pressed);
    },
    article,
    index,
    pressed,
  );
}
