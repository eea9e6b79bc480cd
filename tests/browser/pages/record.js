// Writes down what the page says and what the browser blocks, for the browser
// whose driver cannot tell; our events, with the places that were painted then; and the
// page's body as it came.

(() => {
  const messages = [];
  globalThis.recordedMessages = messages;
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const say = console[level];
    console[level] = (...words) => {
      messages.push({ level, text: words.map(String).join(" ") });
      say.apply(console, words);
    };
  }
  globalThis.recordedEvents = [];
  const places = () => [...(CSS.highlights?.get("caveat-place") ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    startContainer.data.slice(startOffset, endOffset),
  );
  addEventListener("caveat-ready", () => {
    globalThis.firstMark ??= performance.now();
  });
  for (const type of ["caveat-ready", "caveat-error"]) {
    addEventListener(type, ({ target, detail }) => {
      const { code, message, analysis } = detail;
      globalThis.recordedEvents.push({ type, target: target.id, code, message, shards: analysis?.shards, places: places() });
    });
  }
  addEventListener("DOMContentLoaded", () => {
    globalThis.recordedBody = document.body.outerHTML;
  });
  addEventListener("error", (event) => {
    messages.push({ level: "error", text: event.message ?? `could not load ${event.target.src ?? event.target.href}` });
  }, true);
  addEventListener("unhandledrejection", (event) => messages.push({ level: "error", text: String(event.reason) }));
  addEventListener("securitypolicyviolation", (event) => {
    messages.push({ level: "error", text: `blocked by ${event.violatedDirective}: ${event.blockedURI}` });
  });
})();
