// Looks whether a host page is as it was. The functions run in the page.

/**
 * Remembers the page in the page: every node, what it says, and how every
 * element looks.
 */
export function remember() {
  const nodes = (root) => [root, ...[...root.childNodes].flatMap(nodes)];
  const looks = (element) => {
    const style = getComputedStyle(element);
    return Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
  };
  const boxes = (element) => JSON.stringify(element.getBoundingClientRect());
  const look = () => {
    const all = nodes(document);
    const elements = all.filter((node) => node.nodeType === Node.ELEMENT_NODE && node.localName !== "caveat-interface");
    return {
      nodes: all.filter((node) => node.getRootNode() === document),
      html: document.documentElement.outerHTML,
      body: document.body.outerHTML,
      looks: elements.map(looks),
      boxes: elements.map(boxes),
      sheets: document.adoptedStyleSheets.length,
      highlights: [...CSS.highlights.keys()].join(),
      focus: document.activeElement,
      selection: String(getSelection()),
      scroll: [scrollX, scrollY].join(),
    };
  };
  globalThis.hostLook = look;
  globalThis.hostBefore = look();
}

/** What has changed since then, in words; nothing if all is as it was. */
export function changed() {
  const before = globalThis.hostBefore;
  const now = globalThis.hostLook();
  const same = (a, b) => (Array.isArray(a) ? a.length === b.length && a.every((value, i) => value === b[i]) : a === b);
  return Object.keys(before).filter((what) => !same(before[what], now[what]));
}
