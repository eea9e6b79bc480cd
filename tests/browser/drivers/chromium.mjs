// Chromium, through playwright-core.

import { chromium } from "playwright-core";

import { call } from "./call.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium with a fresh profile. */
export async function launch({ dark }) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  return {
    recorded: false,
    newPage: (options) => newPage(browser, dark, options),
    close: () => browser.close(),
  };
}

async function newPage(browser, dark, { width, height, touch }) {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  const messages = [];
  const requests = [];
  page.on("console", (message) => messages.push({ level: message.type(), text: message.text() }));
  page.on("pageerror", (error) => messages.push({ level: "error", text: String(error) }));
  page.on("request", (request) => requests.push(request.url()));
  return {
    open: (url) => page.goto(url),
    evaluate: (fn, ...args) => page.evaluate(call(fn, args)),
    hover: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: (path) => page.screenshot({ path }),
    messages: () => messages,
    requests: () => requests,
    close: () => context.close(),
  };
}
