// Firefox, through puppeteer-core and WebDriver BiDi.

import puppeteer from "puppeteer-core";

import { call } from "./call.mjs";

/** Starts Firefox with a fresh profile. */
export async function launch({ dark }) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: {
      // 0 is dark, 1 is light.
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
      // A touch is a touch, although this machine has no touch screen.
      "dom.w3c_touch_events.enabled": 1,
    },
  });
  return {
    recorded: false,
    newPage: (options) => newPage(browser, options),
    close: () => browser.close(),
  };
}

async function newPage(browser, { width, height }) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
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
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: (path) => page.screenshot({ path }),
    messages: () => messages,
    requests: () => requests,
    close: () => page.close(),
  };
}
