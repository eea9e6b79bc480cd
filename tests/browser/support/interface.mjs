// Looks at our interface in a page, through its open shadow root. The functions
// run in the page.

/** The open card of the page: its kind, its words and where it is; nothing if none is open. */
export function card() {
  const root = document.querySelector("caveat-interface")?.shadowRoot;
  const open = [...(root?.querySelectorAll("[role=dialog]") ?? [])].find((card) => card.matches(":popover-open"));
  if (!open) return undefined;
  const { left, top, right, bottom } = open.getBoundingClientRect();
  const inside = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  return { label: open.getAttribute("aria-label"), text: open.innerText, left, top, right, bottom, inside };
}

/** Whether no card is open. */
export function noCard() {
  const root = document.querySelector("caveat-interface")?.shadowRoot;
  return !root?.querySelector("[role=dialog]");
}

/** The switches of each article's chip: their words and whether they are pressed. */
export function switches() {
  const root = document.querySelector("caveat-interface").shadowRoot;
  const chips = [...root.querySelectorAll("aside")];
  return chips.map((chip) =>
    [...chip.querySelectorAll("button[aria-pressed]")].map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return {
        words: button.innerText,
        pressed: button.getAttribute("aria-pressed") === "true",
        x: left + width / 2,
        y: top + height / 2,
      };
    }),
  );
}

/** What has the focus, seen through shadow roots: its role or element, and its words. */
export function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return { name: element?.localName, words: element?.innerText ?? "", ours: element?.getRootNode() !== document };
}

/**
 * Where a letter is that is painted with one of the highlights and with no other
 * of ours: its middle and its box, scrolled into the middle of the window. `words`
 * names the mark that is meant, if any will not do.
 */
export function letter(names, words) {
  const painted = [...CSS.highlights].filter(([name]) => name.startsWith("caveat-"));
  const covers = (range, node, at) => range.startContainer === node && range.startOffset <= at && at < range.endOffset;
  const alone = (node, at) =>
    painted.every(([name, ranges]) => names.includes(name) || ![...ranges].some((range) => covers(range, node, at)));
  for (const [, ranges] of painted.filter(([name]) => names.includes(name))) {
    for (const { startContainer: node, startOffset, endOffset } of ranges) {
      if (words !== undefined && node.data.slice(startOffset, endOffset) !== words) continue;
      for (let at = startOffset; at < endOffset; at += 1) {
        if (!/\w/.test(node.data[at]) || !alone(node, at)) continue;
        node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, left, top, width, height };
      }
    }
  }
  return undefined;
}
