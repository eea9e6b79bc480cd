// What every test has at hand: one browser, the servers, and pages that are
// closed after the test.

import { setTimeout as sleep } from "node:timers/promises";

/** How long something in a page may take to happen, in milliseconds. */
const PATIENCE = 10_000;
/** How often it is looked for, in milliseconds. */
const PAUSE = 50;
/** A window on a desk and one on a phone. */
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export class World {
  #pages = [];
  #dark;

  /** `launch` starts the browser of this name, `servers` are those of `servers.mjs`. */
  constructor(name, launch, servers) {
    this.name = name;
    this.launch = launch;
    this.servers = servers;
  }

  async start() {
    this.browser = await this.launch({ dark: false });
  }

  async stop() {
    await this.#dark?.close();
    await this.browser?.close();
  }

  /** Opens an address of one of the servers in a new page. */
  async open(address, { server = this.servers.strict, window = DESK, touch = false, dark = false } = {}) {
    if (dark) this.#dark ??= await this.launch({ dark });
    const browser = dark ? this.#dark : this.browser;
    const page = await browser.newPage({ ...window, touch });
    this.#pages.push(page);
    Object.values(this.servers).forEach((server) => server.requests());
    await page.open(`${server.origin}/${address}`);
    return Object.assign(page, { until: (what, fn, ...args) => until(page, what, fn, args) });
  }

  /** Opens an article and waits until it is marked and the interface is there. */
  async openMarked(address, options) {
    const page = await this.open(address, options);
    await page.until("marks", () => [...CSS.highlights.keys()].some((name) => name.startsWith("caveat-")));
    await page.until("interface", () => Boolean(document.querySelector("caveat-interface")?.shadowRoot.querySelector("aside")));
    return page;
  }

  /** Closes what a test has opened. */
  async closePages() {
    for (const page of this.#pages.splice(0)) await page.close();
  }
}

/** Waits until the function is true in the page, and returns its value. */
async function until(page, what, fn, args) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await page.evaluate(fn, ...args);
    if (value) return value;
    if (Date.now() > end) {
      const messages = JSON.stringify(await page.messages());
      throw new Error(`found no ${what} within ${PATIENCE} ms; the page said ${messages}`);
    }
    await sleep(PAUSE);
  }
}
