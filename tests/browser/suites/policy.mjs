// The page works under the strictest policy, asks for nothing but our own files,
// and says nothing on the console.

import assert from "node:assert/strict";
import { test } from "node:test";

import { card, letter } from "../support/interface.mjs";
import { FILES } from "../support/site.mjs";

/** What the test page loads by itself. */
const PAGE = ["/host.css", "/record.js", "/story.html", "/www/icon.svg"];

export default function policy(world) {
  test("a marked page with an open card asks for nothing but our files and says nothing", async () => {
    const page = await world.openMarked("story.html");
    const { x, y } = await page.evaluate(letter, ["caveat-place"]);
    await page.hover(x, y);
    await page.until("card", card);
    const complaints = (await page.messages()).filter(({ level }) => !["debug", "log", "info"].includes(level));
    assert.deepEqual(complaints, []);
    const asked = (await page.requests()).map((address) => new URL(address));
    assert.deepEqual(asked.filter(({ origin }) => origin !== world.servers.strict.origin), []);
    const served = world.servers.strict.requests();
    assert.deepEqual(served.filter(({ method, status }) => method !== "GET" || status !== 200), []);
    const ours = served.map(({ address }) => address).filter((address) => !PAGE.includes(address));
    assert.deepEqual(ours.sort(), FILES);
  });

  test("the policy is the one that we promise to work under", async () => {
    const answer = await fetch(`${world.servers.strict.origin}/story.html`);
    const sent = answer.headers.get("content-security-policy");
    for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
      "require-trusted-types-for 'script'", "trusted-types 'none'"]) {
      assert.ok(sent.includes(rule), `${rule} in ${sent}`);
    }
  });

  test("a page without an article loads the script tag's own file alone", async () => {
    const page = await world.open("none.html");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    const asked = world.servers.strict.requests().map(({ address }) => address);
    assert.deepEqual(asked.filter((address) => address.startsWith("/dist/")), ["/dist/caveat.js"]);
    assert.deepEqual(await page.messages(), []);
  });
}
