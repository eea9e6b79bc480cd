// WebKit, through its own driver on a screen in memory. It speaks plain
// WebDriver, so a few lines of `fetch` are enough.

import { spawn } from "node:child_process";
import { readdirSync, existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { call } from "./call.mjs";

/** The screen in memory, larger than any page that we show. */
const SCREEN = "1600x1200x24";
/** How long the driver may take to listen, in milliseconds. */
const START = 10_000;
/** How long one request to it may take, in milliseconds. */
const PATIENCE = 30_000;
/** How often a page is tried to be opened. */
const TRIES = 3;
/** Keys that WebDriver writes as private characters. */
const KEYS = { Escape: "\uE00C", Tab: "\uE004", Enter: "\uE007", Space: " ", ArrowDown: "\uE015", ArrowUp: "\uE013" };

/** Starts WebKit with a fresh profile. */
export async function launch({ dark }) {
  const screen = await openScreen();
  const env = { ...process.env, DISPLAY: screen.display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  if (dark) env.GTK_THEME = "Adwaita:dark";
  let driver = await startDriver(env);
  const newPageOrNewDriver = async (options, tries = TRIES) => {
    try {
      return await newPage(driver.base, options);
    } catch (error) {
      if (tries <= 1) throw error;
      // Now and then a session never starts; the driver is of no use from then on.
      driver.close();
      driver = await startDriver(env);
      return newPageOrNewDriver(options, tries - 1);
    }
  };
  return {
    recorded: true,
    newPage: (options) => newPageOrNewDriver(options),
    close: async () => {
      driver.close();
      screen.close();
    },
  };
}

/** Starts WebKit's driver and waits until it listens. */
async function startDriver(env) {
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  const close = () => driver.kill("SIGKILL");
  process.once("exit", close);
  const base = `http://127.0.0.1:${port}`;
  await listening(base);
  return { base, close };
}

/** Starts a screen in memory on the first display that is free. */
async function openScreen() {
  const flags = ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"];
  const screen = spawn("Xvfb", flags, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  process.once("exit", () => screen.kill());
  for await (const line of createInterface({ input: screen.stdio[3] })) {
    return { close: () => screen.kill(), display: `:${line.trim()}` };
  }
  throw new Error("Xvfb ended before it had a display");
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(base) {
  const until = Date.now() + START;
  while (Date.now() < until) {
    if (await fetch(`${base}/status`).then((answer) => answer.ok, () => false)) return;
    await sleep(50);
  }
  throw new Error(`WebKitWebDriver did not listen within ${START} ms`);
}

/** Where Debian puts WebKit's small browser. */
function miniBrowser() {
  const paths = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
  const path = paths.find(existsSync);
  if (!path) throw new Error("found no MiniBrowser; install libwebkit2gtk-4.1-0");
  return path;
}

/** One request of the WebDriver protocol. */
async function send(base, method, path, body) {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(base + path, { method, signal, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function newPage(base, { width, height }) {
  const { sessionId } = await send(base, "POST", "/session", {
    capabilities: {
      alwaysMatch: {
        "webkitgtk:browserOptions": {
          binary: miniBrowser(),
          args: ["--automation"],
        },
      },
    },
  });
  const session = `/session/${sessionId}`;
  const post = (path, body = {}) => send(base, "POST", session + path, body);
  const act = (id, type, actions, parameters) =>
    post("/actions", { actions: [{ id, type, parameters, actions }] });
  const pointer = (type, actions) => act(type, "pointer", actions, { pointerType: type });
  const evaluate = (fn, ...args) => run(post, call(fn, args));
  const moveTo = (x, y) => ({ type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) });
  const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  const page = {
    open: (url) => post("/url", { url }),
    evaluate,
    hover: (x, y) => pointer("mouse", [moveTo(x, y)]),
    click: (x, y) => pointer("mouse", [moveTo(x, y), ...press]),
    tap: (x, y) => evaluate(tap, x, y),
    press: (key) => {
      const value = KEYS[key] ?? key;
      return act("keys", "key", [{ type: "keyDown", value }, { type: "keyUp", value }]);
    },
    resize: (width, height) => resize(post, evaluate, width, height),
    screenshot: async (path) => writeFile(path, Buffer.from(await send(base, "GET", `${session}/screenshot`), "base64")),
    messages: () => evaluate(() => globalThis.recordedMessages ?? []),
    requests: () => evaluate(requests),
    close: () => send(base, "DELETE", session),
  };
  await page.resize(width, height);
  return page;
}

/** Evaluates an expression; waits for it if it is a promise. */
async function run(post, expression) {
  const script = `
    const done = arguments[arguments.length - 1];
    Promise.resolve().then(() => ${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));
  `;
  const { value, error } = await post("/execute/async", { script, args: [] });
  if (error) throw new Error(error);
  return value;
}

/**
 * A tap as its events, since this driver makes a mouse of every pointer. Runs in
 * the page.
 */
function tap(x, y) {
  const at = (root) => {
    const found = root.elementFromPoint(x, y);
    return found?.shadowRoot && found.shadowRoot !== root ? (at(found.shadowRoot) ?? found) : found;
  };
  const target = at(document) ?? document.documentElement;
  const options = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
  const touch = { ...options, pointerType: "touch", pointerId: 7, isPrimary: true };
  for (const type of ["pointerover", "pointerdown", "pointerup"]) target.dispatchEvent(new PointerEvent(type, touch));
  for (const type of ["mousemove", "mousedown"]) target.dispatchEvent(new MouseEvent(type, options));
  target.closest("button, a[href], [tabindex]")?.focus();
  for (const type of ["mouseup", "click"]) target.dispatchEvent(new MouseEvent(type, options));
}

/** The addresses that the page has loaded. Runs in the page. */
function requests() {
  return performance
    .getEntries()
    .filter((entry) => entry.entryType === "navigation" || entry.entryType === "resource")
    .map((entry) => entry.name);
}

/**
 * Sizes the window so that the page inside has the wanted size; its tool bar
 * lets it become no narrower than some 450 pixels.
 */
async function resize(post, evaluate, width, height) {
  let window = { width, height };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await post("/window/rect", window);
    const page = await evaluate(() => ({ width: innerWidth, height: innerHeight }));
    if (page.width === width && page.height === height) return;
    window = { width: window.width + width - page.width, height: window.height + height - page.height };
  }
}
