// From text to the article on the page: the light markup of the samples and of
// pasted text, and what may be read from a file. Knows nothing of Caveat.

/** The most that is read, in bytes: a hundred long articles. */
const MOST_BYTES = 5 * 1024 * 1024;

/** How a sample's first line begins; pasted text has no such line. */
const INVENTED = "Invented article";

/** The longest first block that is taken for a headline, in characters. */
const LONGEST_HEADLINE = 160;

const CAPTION = /^CAPTION:\s*/;

/** What a file begins with, as characters of one byte each, and what it is then. */
const SIGNATURES = [
  ["%PDF", "a PDF document"],
  ["PK\x03\x04", "a Word document, an e-book or another zip archive"],
  ["\xd0\xcf\x11\xe0", "an old Word document"],
  ["{\\rtf", "a rich text document"],
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
];

/** A fault in what the reader gave, in words for the reader. */
export class InputFault extends Error {}

/**
 * Cuts text into headline, standfirst and blocks. Blocks are parted by empty
 * lines; text without any has a block on each line.
 */
export function parse(text) {
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").trim();
  if (clean === "") {
    throw new InputFault("There is no text here yet. Paste an article, a paragraph at least, and press the button again.");
  }
  if (clean.length > MOST_BYTES) {
    throw new InputFault(tooLarge("The pasted text", clean.length));
  }
  const parting = /\n[^\S\n]*\n/.test(clean) ? /\n[^\S\n]*\n\s*/ : /\n/;
  const blocks = clean.split(parting).map((block) => block.replace(/[\t\n ]+/g, " ").trim());
  const article = { origin: "", headline: "", standfirst: "", blocks };
  if (blocks[0].startsWith(INVENTED)) {
    article.origin = blocks.shift();
    article.headline = blocks.shift() ?? "";
    article.standfirst = blocks.shift() ?? "";
  } else if (blocks.length > 1 && blocks[0].length <= LONGEST_HEADLINE && !/[.:;,]$/.test(blocks[0])) {
    article.headline = blocks.shift();
  }
  return article;
}

/** Puts an article into the page as an ordinary page would have it. */
export function render(article, element) {
  const nodes = [];
  if (article.headline) {
    nodes.push(block("h2", article.headline));
  }
  if (article.standfirst) {
    const standfirst = block("p", article.standfirst);
    standfirst.className = "standfirst";
    nodes.push(standfirst);
  }
  for (const text of article.blocks) {
    if (CAPTION.test(text)) {
      const figure = document.createElement("figure");
      figure.append(block("figcaption", text.replace(CAPTION, "")));
      nodes.push(figure);
    } else {
      nodes.push(block("p", text));
    }
  }
  element.classList.toggle("sample", article.origin !== "");
  element.replaceChildren(...nodes);
}

function block(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Reads a file as text, or says what was found, what was wanted and how to mend it. */
export async function readFile(file) {
  const name = `“${file.name}”`;
  if (file.size > MOST_BYTES) {
    throw new InputFault(tooLarge(name, file.size));
  }
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new InputFault(`${name} could not be opened; it may be a folder. Choose a single text file.`);
  }
  if (bytes.length === 0) {
    throw new InputFault(`${name} is empty. Choose a file that holds the text of an article.`);
  }
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) {
    throw new InputFault(`${name} is ${known[1]}, not plain text. Open it, copy the article and paste it here, or save it as .txt.`);
  }
  const text = decode(bytes);
  if (text === undefined) {
    throw new InputFault(`${name} is not text in UTF-8. Save it as plain text in UTF-8, or copy the article and paste it here.`);
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    throw new InputFault(`${name} is the source of a web page, not plain text. Open the page, copy the article and paste it here.`);
  }
  return text;
}

/** The text of the bytes, `undefined` if they are none. */
function decode(bytes) {
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe && "utf-16le") || (first === 0xfe && second === 0xff && "utf-16be");
  try {
    const text = new TextDecoder(utf16 || "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function tooLarge(what, size) {
  const found = (size / 1024 / 1024).toFixed(1);
  return `${what} has ${found} MB, and 5 MB is the most that is read here. Cut it down to the article itself and try again.`;
}
