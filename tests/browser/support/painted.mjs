// Reads back from a page what is painted there. The functions run in the page.

/**
 * The painted words by highlight, in the order of the page; the parts of one
 * mark that lie in several nodes are several.
 */
export function painted() {
  const order = new Map();
  const visit = (node) => {
    order.set(node, order.size);
    node.childNodes.forEach(visit);
  };
  visit(document);
  const names = [...CSS.highlights.keys()].filter((name) => name.startsWith("caveat-")).sort();
  const words = (name) =>
    [...CSS.highlights.get(name)]
      .sort((a, b) => order.get(a.startContainer) - order.get(b.startContainer) || a.startOffset - b.startOffset)
      .map((range) => {
        if (range.startContainer !== range.endContainer) throw new Error("found a range over several nodes");
        return range.startContainer.data.slice(range.startOffset, range.endOffset);
      });
  return Object.fromEntries(names.map((name) => [name, words(name)]));
}

/**
 * The words of an analysis by the highlight that has to hold them, in the order
 * of the text.
 */
export function expected(text, analysis) {
  const found = {};
  const put = (name, range) => (found[name] ??= []).push(range);
  for (const mention of analysis.mentions) {
    const position = analysis.sides.findIndex((side) => side.id === mention.side);
    put(position < 0 ? "caveat-all" : `caveat-side-${(position % 6) + 1}`, mention);
  }
  for (const place of analysis.places) put("caveat-place", place);
  for (const statement of analysis.statements.filter((statement) => statement.flagged)) {
    const name = statement.kind === "disclaimer" ? "caveat-disclaimer" : "caveat-statement";
    for (const part of statement.content) put(name, part);
  }
  for (const name of Object.keys(found)) {
    found[name].sort((a, b) => a.start - b.start || a.end - b.end);
    found[name] = found[name].map(({ start, end }) => text.slice(start, end));
  }
  return found;
}

/** Words without what markup may change: spaces, soft hyphens, where a node ends. */
export function squeezed(found) {
  const squeeze = (words) => words.join("").replace(/[\s\u00AD\u200B]/g, "");
  return Object.fromEntries(Object.entries(found).map(([name, words]) => [name, squeeze(words)]));
}

/** How many marks of each highlight there are. */
export function counts() {
  return Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, highlight.size]));
}
