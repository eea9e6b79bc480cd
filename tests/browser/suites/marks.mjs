// The marks are painted where the analysis says.

import assert from "node:assert/strict";
import { test } from "node:test";

import { letter, switches } from "../support/interface.mjs";
import { expected, painted, squeezed } from "../support/painted.mjs";
import { differs } from "../support/pixels.mjs";
import { OUTPUT } from "../support/site.mjs";

/** What every article of ours must have for the test to mean something. */
const INKS = ["caveat-disclaimer", "caveat-place", "caveat-side-1", "caveat-side-2", "caveat-statement"];

/** Each kind's highlights, in the order of the switches. */
const KINDS = { sides: ["caveat-side-1", "caveat-side-2"], places: ["caveat-place"], statements: ["caveat-statement"] };

/** The text that was read and what was found. Runs in the page. */
async function reading() {
  const { text, analysis } = await globalThis.caveat.attach(document.querySelector("#story"));
  return { text, analysis };
}

/** Waits until what has changed is on the screen. Runs in the page. */
function painting() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)));
}

export default function marks(world) {
  test("the marks of a plain article are those of its analysis", async () => {
    const page = await world.openMarked("story.html");
    const { text, analysis } = await page.evaluate(reading);
    const wanted = expected(text, analysis);
    assert.deepEqual(INKS.filter((ink) => !wanted[ink]), [], "the article must have every ink");
    assert.deepEqual(await page.evaluate(painted), wanted);
    assert.deepEqual(await page.evaluate((text) => globalThis.caveat.analyze(text), text), analysis);
  });

  test("the marks of an article in foreign markup are those of its analysis", async () => {
    const page = await world.openMarked("foreign.html");
    const { text, analysis } = await page.evaluate(reading);
    const wanted = expected(text, analysis);
    const found = await page.evaluate(painted);
    assert.deepEqual(INKS.filter((ink) => !wanted[ink]), [], "the article must have every ink");
    assert.deepEqual(squeezed(found), squeezed(wanted));
  });

  test("in foreign markup words run through inline tags and end with blocks", async () => {
    const page = await world.openMarked("foreign.html");
    const { text } = await page.evaluate(reading);
    for (const line of [
      "Russia and Ukraine trade blame for a fire in Odesa",
      "Smoke over Odesa, in southern Ukraine. 📷 Example Press",
      "The Russian Defence Ministry said its troops had destroyed 14 tanks.",
      "“They hold nothing there,” Ukrainian President Oksana Melnyk said. 👩🏽‍🚒🇺🇦 “They never did.”",
      "The claims could not be independently verified.",
    ]) {
      assert.ok(text.split("\n").map((line) => line.trim()).includes(line), `${line} in ${text}`);
    }
    assert.ok(!text.includes("Iran") && !text.includes("Share"), text);
    const { "caveat-place": places } = await page.evaluate(painted);
    const run = places.join("|");
    for (const name of ["Ode\u00ADsa", "Odesa", "Kher|son"]) assert.ok(run.includes(name), `${name} in ${run}`);
  });

  for (const [index, [kind, highlights]] of Object.entries(KINDS).entries()) {
    test(`the marks of ${kind} can be seen`, async () => {
      const page = await world.openMarked("story.html");
      const box = await page.evaluate(letter, highlights);
      const shot = (what) => `${OUTPUT}${world.name}-${kind}-${what}.png`;
      await page.screenshot(shot("on"));
      const { x, y } = (await page.evaluate(switches))[0][index];
      await page.click(x, y);
      await page.until("hidden marks", (names) => names.every((name) => !CSS.highlights.has(name)), highlights);
      await page.evaluate(painting);
      await page.screenshot(shot("off"));
      assert.ok(await differs(shot("on"), shot("off"), box), "the line under a letter must make a difference on the screen");
    });
  }
}
