// The demo page, as a visitor sees it. Leaves screenshots to be looked at.

import assert from "node:assert/strict";
import { test } from "node:test";

import { card, letter } from "../support/interface.mjs";
import { painted } from "../support/painted.mjs";
import { OUTPUT } from "../support/site.mjs";
import { DESK, PHONE } from "../support/world.mjs";

/** The sample articles of wars, and the one of none. */
const WARS = ["kherson", "litani", "kordofan", "kivu", "rakhine"];
const NO_WAR = "lisbon";
const KINDS = { side: ["caveat-side-1", "caveat-side-2"], place: ["caveat-place"], statement: ["caveat-statement"] };

export default function demo(world) {
  const home = () => (world.browser.recorded ? "recorded.html" : "");

  for (const sample of WARS) {
    test(`the sample "${sample}" is marked with all three kinds`, async () => {
      const page = await world.openMarked(`${home()}#sample=${sample}`);
      await page.until("list of findings", () => document.querySelector("#findings").innerText.length > 100);
      const found = await page.evaluate(painted);
      for (const name of ["caveat-side-1", "caveat-side-2", "caveat-place", "caveat-statement"]) {
        assert.ok(found[name]?.length, `${name} in ${sample}`);
      }
      const complaints = (await page.messages()).filter(({ level }) => !["debug", "log", "info"].includes(level));
      assert.deepEqual(complaints, []);
    });
  }

  test("the sample of no war has no side", async () => {
    const page = await world.open(`${home()}#sample=${NO_WAR}`);
    await page.until("reading time", () => /\d ms/.test(document.querySelector("#summary").innerText));
    const found = await page.evaluate(painted);
    assert.deepEqual(Object.keys(found).filter((name) => name.startsWith("caveat-side")), []);
  });

  test("a pasted text is marked", async () => {
    const page = await world.openMarked(home());
    await page.evaluate(() => {
      document.querySelector("#text").value = "Russian forces shelled Odesa, Ukraine’s military said.\n\nMoscow denied it.";
      document.querySelector("#read").click();
    });
    await page.until("its place", () => [...(CSS.highlights.get("caveat-place") ?? [])].some((range) => range.startContainer.data.includes("Odesa, Ukraine’s")));
  });

  for (const [look, dark] of [["light", false], ["dark", true]]) {
    for (const [size, window] of [["1280", DESK], ["390", PHONE]]) {
      test(`the demo page in ${look} at ${size} pixels shows each kind of card`, async () => {
        const page = await world.openMarked(home(), { window, dark, touch: window === PHONE });
        await page.until("list of findings", () => document.querySelector("#findings").innerText.length > 100);
        const shot = (what) => page.screenshot(`${OUTPUT}${world.name}-${size}-${look}-${what}.png`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "no sideways scrolling");
        await shot("page");
        for (const [kind, highlights] of Object.entries(KINDS)) {
          const { x, y } = await page.evaluate(letter, highlights);
          await (window === PHONE ? page.tap(x, y) : page.hover(x, y));
          const open = await page.until(`card of a ${kind}`, card);
          assert.match(open.label, new RegExp(`^${kind}`, "i"));
          await shot(kind);
          await page.press("Escape");
          await page.until("closed card", () => !document.querySelector("caveat-interface").shadowRoot.querySelector("[role=dialog]"));
        }
      });
    }
  }
}
