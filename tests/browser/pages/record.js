// Writes down what the page says and what the browser blocks, for the browser
// whose driver cannot tell; our events; and the page's body as it came.

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
  addEventListener("caveat-ready", () => {
    globalThis.firstMark ??= performance.now();
  });
  for (const type of ["caveat-ready", "caveat-error"]) {
    addEventListener(type, ({ target, detail }) => {
      globalThis.recordedEvents.push({ type, target: target.id, code: detail.code, message: detail.message });
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
