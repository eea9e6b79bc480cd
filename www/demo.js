// The demo page: chooses an article, lets the script tag's Caveat mark it, and
// tells what was found and how long that took. The page's first article stands
// in the page itself and is marked by the script tag without any help from here.

import { list, sentence, textOf, words } from "./demo-findings.js";
import { InputFault, parse, readFile, render } from "./demo-text.js";

const SAMPLE = "#sample=";
const OWN = "#own-text";

/** What is said when the script tag has run and there is no Caveat. */
const MISSING =
  "Caveat: found no dist/caveat.js that loads, wanted it beside this page; build it with “cargo xtask build”, or look " +
  "whether something blocks it, and reload";

const story = document.getElementById("story");
const origin = document.getElementById("origin");
const summary = document.getElementById("summary");
const findings = document.getElementById("findings");
const fault = document.getElementById("fault");
const input = document.getElementById("text");
const links = [...document.querySelectorAll(`a[href^="${SAMPLE}"]`)];
const first = links[0].hash;

/** The address of the article that stands in the page. */
let standing = first;

/** The reader's own article, kept so that the back button finds it again. */
let own;

/** The reading of the article's element, the script tag's own; there is one for each element. */
let reading;

/** Whether the article in the page is another than the one that was marked. */
let changed = false;

/** Counts the changes of article, so that a slow answer never overtakes a newer one. */
let turn = 0;

/** Caveat's global, once the script tag has run: before the page has loaded, or never. */
const loading = new Promise((resolve, reject) => {
  const settle = () => (globalThis.caveat ? resolve(globalThis.caveat) : reject(new Error(MISSING)));
  if (globalThis.caveat || document.readyState === "complete") {
    settle();
  } else {
    addEventListener("load", settle, { once: true });
  }
});

/** Shows the article that the address names. Other addresses are places on this page. */
async function follow() {
  const wanted = location.hash === "" ? first : location.hash;
  const sample = links.some((link) => link.hash === wanted);
  if (wanted === standing || (!sample && !wanted.startsWith(SAMPLE) && wanted !== OWN)) {
    return;
  }
  if (!sample && (wanted !== OWN || own === undefined)) {
    location.replace(first);
    return;
  }
  const mine = ++turn;
  try {
    const article = sample ? await fetchSample(wanted) : own;
    if (mine === turn) {
      standing = wanted;
      put(article);
    }
  } catch (error) {
    if (mine === turn) {
      tell(`The sample could not be loaded: ${error.message}. Reload the page, or choose another.`);
    }
  }
}

async function fetchSample(hash) {
  const response = await fetch(`www/articles/${hash.slice(SAMPLE.length)}.txt`);
  if (!response.ok) {
    throw new Error(`the server answered ${response.status}`);
  }
  return parse(await response.text());
}

function put(article) {
  render(article, story);
  changed = true;
  origin.textContent = article.origin || "Your own text, on this page alone.";
  document.title = `${article.headline || "Your own text"} · Caveat`;
  fault.textContent = "";
  choose();
  if (story.getBoundingClientRect().top < 0) {
    origin.scrollIntoView();
  }
  mark();
}

function choose() {
  for (const link of links) {
    if (link.hash === standing) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

/** Has the article marked if it is a new one, and lists what was found. */
async function mark() {
  const mine = ++turn;
  const page = textOf(story);
  summary.textContent = "Reading the article…";
  try {
    const caveat = await loading;
    reading = await caveat.attach(story);
    if (mine !== turn) {
      return;
    }
    const began = performance.now();
    if (changed) {
      reading.refresh();
      changed = false;
    }
    const attached = performance.now();
    // The first call may wait for the places of the article's countries; the second is timed.
    await caveat.analyze(page.text);
    const marked = performance.now();
    const analysis = await caveat.analyze(page.text);
    const analyzed = performance.now();
    if (mine === turn) {
      report(analysis, page, analyzed - marked, attached - began);
    }
  } catch (error) {
    fail(error);
  }
}

function report(analysis, page, analyzing, marking) {
  summary.textContent = `${sentence(analysis)} ${words(page.text)} words read in ${milliseconds(analyzing)}.`;
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = `Measured in this browser just now: the analysis alone (analyze) took ${milliseconds(analyzing)}.`;
  if (marking > 0) {
    note.textContent += ` Reading the page, analysis and painting together (refresh) took ${milliseconds(marking)}.`;
  }
  findings.replaceChildren(note, ...list(analysis, page));
}

/** With no more digits than a browser's clock gives. */
function milliseconds(time) {
  if (time < 0.1) {
    return "less than 0.1 ms";
  }
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}

/** Says why the article is not marked. Caveat's own messages begin with its name. */
function fail({ message }) {
  tell(`This article is not marked. ${message}.`);
}

function tell(message) {
  summary.textContent = message;
  findings.replaceChildren();
}

function readOwn(text) {
  try {
    own = parse(text);
  } catch (error) {
    complain(error);
    return;
  }
  if (standing === OWN) {
    put(own);
  } else {
    location.hash = OWN;
  }
  story.focus();
}

async function openFile(file) {
  try {
    readOwn(await readFile(file));
  } catch (error) {
    complain(error);
  }
}

/** Shows a fault of the input where the reader gives it. */
function complain(error) {
  if (!(error instanceof InputFault)) {
    throw error;
  }
  fault.textContent = error.message;
  fault.scrollIntoView({ block: "nearest" });
}

document.getElementById("read").addEventListener("click", () => readOwn(input.value));

document.getElementById("file").addEventListener("change", ({ target }) => {
  if (target.files.length > 0) {
    openFile(target.files[0]);
  }
  // The same file can be chosen again once it is mended.
  target.value = "";
});

addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) {
    event.preventDefault();
    document.documentElement.classList.add("dropping");
  }
});

addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) {
    document.documentElement.classList.remove("dropping");
  }
});

addEventListener("drop", (event) => {
  document.documentElement.classList.remove("dropping");
  const { files } = event.dataTransfer;
  if (files.length === 0) {
    return;
  }
  event.preventDefault();
  if (files.length > 1) {
    complain(new InputFault(`${files.length} files were dropped. Drop one article at a time.`));
  } else {
    openFile(files[0]);
  }
});

document.getElementById("copy").addEventListener("click", async () => {
  const snippet = document.getElementById("snippet");
  const copied = document.getElementById("copied");
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    copied.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(snippet);
    copied.textContent = "The browser did not allow copying. The line is selected: copy it with Ctrl+C or ⌘C.";
  }
});

addEventListener("hashchange", follow);
// A fault can also come later than the call that waits for the marks.
story.addEventListener("caveat-error", (event) => fail(event.detail));
choose();
mark();
follow();
