// The host page stays as it was, while it is marked and after.

import assert from "node:assert/strict";
import { test } from "node:test";

import { changed, remember } from "../support/host.mjs";

/** What may differ while the page is marked: our element, our sheet, our highlights. */
const OURS = ["highlights", "html", "nodes", "sheets"];

export default function host(world) {
  for (const name of ["story", "foreign"]) {
    test(`marking the ${name} changes nothing of the host's, and destroying leaves no trace`, async () => {
      const page = await world.open(`${name}-module.html`);
      await page.until("module", () => globalThis.caveatModule);
      await page.evaluate(remember);
      assert.deepEqual(await page.evaluate(changed), [], "nothing has happened yet");
      await page.evaluate(async () => {
        globalThis.marking = await globalThis.caveatModule.attach(document.querySelector("#story"));
      });
      const marked = await page.evaluate(changed);
      assert.ok(marked.includes("highlights"), "the article must be marked");
      assert.deepEqual(marked.filter((what) => !OURS.includes(what)), []);
      await page.evaluate(() => globalThis.marking.destroy());
      await page.until("unmarked page", (gone) => !document.querySelector("caveat-interface"));
      assert.deepEqual(await page.evaluate(changed), []);
    });
  }
}
