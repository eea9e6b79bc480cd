// The findings as a list beside the article, each with a jump to its words.
// Reads an analysis in Caveat's public form and the article as it stands in
// the page; paints nothing but the words that were jumped to.

/** Rows shown of one list; a pasted book would have thousands. */
const MOST_ROWS = 200;

/** Characters of a statement that a row shows. */
const MOST_WORDS = 160;

/** For how long the words that were jumped to stay marked, in milliseconds. */
const JUMP_SHOWN = 2500;

const KINDS = {
  claim: "claim",
  forecast: "forecast, promise or threat",
  judgement: "judgement",
  unnamed: "source not named",
  hearsay: "no source given",
  withheld: "not known or not given",
  disclaimer: "disclaimer",
  "third-party": "outside source",
};

const countries = new Intl.DisplayNames(["en"], { type: "region" });

/** The article's text, a block on each line, with the element that each stretch of it stands in. */
export function textOf(story) {
  const blocks = [];
  let text = "";
  let paragraph = 0;
  for (const element of story.querySelectorAll("h2, p, figcaption")) {
    const start = text === "" ? 0 : text.length + 1;
    text += (text === "" ? "" : "\n") + element.textContent;
    let label = "Caption";
    if (element.localName === "h2") {
      label = "Headline";
    } else if (element.className === "standfirst") {
      label = "Standfirst";
    } else if (element.localName === "p") {
      paragraph += 1;
      label = `Paragraph ${paragraph}`;
    }
    blocks.push({ element, start, end: text.length, label });
  }
  return { text, blocks };
}

/** How many words a text has, near enough to tell long from short. */
export function words(text) {
  return text.split(/\s+/).filter(Boolean).length;
}

/** The findings in one sentence. */
export function sentence(analysis) {
  const flagged = analysis.statements.filter((statement) => statement.flagged && statement.kind !== "disclaimer").length;
  const places = count(new Set(analysis.places.map(placeKey)).size, "place");
  const sides = analysis.sides.length === 0 ? "No sides of an armed conflict" : count(analysis.sides.length, "side");
  return `${sides}, ${places} and ${count(flagged, "statement")} that cannot be checked from this article.`;
}

/** The findings in full, as nodes for the page. */
export function list(analysis, page) {
  const nodes = [];
  if (analysis.sides.length > 0) {
    nodes.push(title("Sides"), rows(analysis.sides, (side) => sideRow(side, analysis)));
  }
  const row = (statement) => statementRow(statement, analysis, page);
  const [flagged, others] = [true, false].map((wanted) => analysis.statements.filter(({ flagged }) => flagged === wanted));
  if (flagged.length > 0) {
    nodes.push(title("Statements that cannot be checked"), rows(flagged, row));
  }
  if (others.length > 0) {
    nodes.push(title("Statements of outside sources, not marked"), rows(others, row));
  }
  const places = new Map();
  for (const place of analysis.places) {
    const same = places.get(placeKey(place));
    if (same) {
      same.push(place);
    } else {
      places.set(placeKey(place), [place]);
    }
  }
  if (places.size > 0) {
    nodes.push(title("Places"), rows([...places.values()], (same) => placeRow(same, page)));
  }
  return nodes;
}

function sideRow(side, analysis) {
  const named = analysis.mentions.filter((mention) => mention.side === side.id).length;
  const speaks = analysis.statements.filter((statement) => statement.flagged && statement.side === side.id).length;
  const row = span("plain", "");
  row.append(span("words", side.name), span("where", `named ${times(named)}, ${count(speaks, "statement")} on its word`));
  return row;
}

function statementRow(statement, analysis, page) {
  const cut = (range) => page.text.slice(range.start, range.end);
  const side = analysis.sides.find((side) => side.id === statement.side)?.name;
  const source = statement.source ? cut(statement.source) : side;
  const content = statement.content.map(cut).join(" … ");
  const shown = content.length > MOST_WORDS ? `${content.slice(0, MOST_WORDS).replace(/\s+\S*$/, "")} …` : content;
  const who = source && side && source !== side ? `${source} (${side})` : source;
  const kind = KINDS[statement.kind] ?? statement.kind;
  return jump(page, statement.content, [who ? `${who}: ${kind}` : kind, shown]);
}

function placeRow(same, page) {
  const [place] = same;
  const country = place.country ? countries.of(place.country) : "";
  const where = [place.kind, country === place.name ? "" : country, degrees(place.lat, "N", "S") + " " + degrees(place.lon, "E", "W")];
  const ranges = [{ start: place.start, end: place.end }];
  const found = same.length > 1 ? `, named ${times(same.length)}` : "";
  return jump(page, ranges, [where.filter(Boolean).join(", ") + found, place.name]);
}

/** A button that leads to the first of `ranges` and marks them all for a moment. */
function jump(page, ranges, [about, wording]) {
  const block = page.blocks.findLast((block) => block.start <= ranges[0].start) ?? page.blocks[0];
  const button = document.createElement("button");
  button.type = "button";
  button.append(span("where", `${block.label} · ${about}`), span("words", wording));
  button.addEventListener("click", () => {
    block.element.scrollIntoView({ block: "center" });
    show(page, ranges);
  });
  return button;
}

let shown;

/** Marks the words in the article for a moment, where the browser can. */
function show(page, ranges) {
  if (!("highlights" in CSS)) {
    return;
  }
  const parts = ranges.flatMap((range) => page.blocks.flatMap((block) => part(block, range)));
  CSS.highlights.set("demo-here", new Highlight(...parts));
  clearTimeout(shown);
  shown = setTimeout(() => CSS.highlights.delete("demo-here"), JUMP_SHOWN);
}

/** The part of a range of the text that lies in one block, which has one text node. */
function part(block, { start, end }) {
  const node = block.element.firstChild;
  const from = Math.max(start, block.start) - block.start;
  const to = Math.min(end, block.end) - block.start;
  if (node === null || from >= to) {
    return [];
  }
  return [new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to })];
}

/** A list of what `make` makes of each, up to a limit. */
function rows(all, make) {
  const element = document.createElement("ol");
  for (const one of all.slice(0, MOST_ROWS)) {
    const row = document.createElement("li");
    row.append(make(one));
    element.append(row);
  }
  if (all.length > MOST_ROWS) {
    const more = document.createElement("li");
    more.append(span("plain note", `and ${all.length - MOST_ROWS} more, marked in the article`));
    element.append(more);
  }
  return element;
}

function title(text) {
  const element = document.createElement("h3");
  element.textContent = text;
  return element;
}

function span(className, text) {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function placeKey(place) {
  return `${place.name} ${place.country} ${place.kind}`;
}

function degrees(value, positive, negative) {
  return `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`;
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function times(number) {
  return ["never", "once", "twice"][number] ?? `${number} times`;
}
