// Caveat as an ES module: reads an article, marks it, and gives it back as it was.
// Does nothing when it is imported, so it can be imported on a server. Types and
// documentation are in `caveat.d.ts`.

/** What went wrong, with a `code` that `caveat.d.ts` lists. */
export class CaveatError extends Error {
  constructor(code, message, cause) {
    super(`Caveat: ${message}`, cause && { cause });
    this.name = 'CaveatError';
    this.code = code;
  }
}

const KINDS = ['sides', 'places', 'statements'];

/** The smallest module there is: shows whether the page allows WebAssembly. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * The two modules. Marks come first; the interface follows when they are painted.
 * Names are written out where bundlers must see them.
 */
const MARKS = {
  wasm: 'caveat.wasm',
  glue: 'caveat-glue.mjs',
  ownWasm: () => new URL('./caveat.wasm', import.meta.url),
  ownGlue: () => import('./caveat-glue.mjs'),
};
/** Marks as well, and heavier by what checks and adds a publisher's own knowledge. */
const MARKS_WITH_KNOWLEDGE = {
  wasm: 'caveat-knowledge.wasm',
  glue: 'caveat-knowledge-glue.mjs',
  ownWasm: () => new URL('./caveat-knowledge.wasm', import.meta.url),
  ownGlue: () => import('./caveat-knowledge-glue.mjs'),
};
const INTERFACE = {
  wasm: 'caveat-interface.wasm',
  glue: 'caveat-interface-glue.mjs',
  ownWasm: () => new URL('./caveat-interface.wasm', import.meta.url),
  ownGlue: () => import('./caveat-interface-glue.mjs'),
};

/** The folder of the other files, if it is not this one's. */
let folder;
/** From each module to the promise of it, shared by all callers. */
const loading = new Map();
/** The address of the core pack, beside which the shards lie. */
let core;
/** The publisher's own knowledge as JSON: the address of a file, or an object. */
let own;
/** From a shard's id to the promise of its coming, shared by all articles. */
const fetched = new Map();
/** The ids of the shards that the pack has. */
const added = new Set();
/** The error of a fault of ours, after which nothing more is done. */
let fault;
/** From element to the promise of its marking and the number of its owners. */
const attached = new WeakMap();
/** The elements that are marked now. */
const marked = new Set();

export async function init(options) {
  await Promise.all([marks(options), load(INTERFACE)]);
}

export async function analyze(text) {
  const bound = await marks();
  const read = () => guarded(() => bound.analyze(String(text)));
  const found = read();
  return (await addShards(bound, lacking(found))) ? read() : found;
}

export function attach(element, options) {
  return share(element, options, true);
}

export async function attachFound(element, options) {
  await share(element, options, false);
}

/** Marks an element once for all that ask, and reads it again for each further one. */
async function share(element, given, owned) {
  const options = given ?? {};
  if (element?.nodeType !== 1) {
    throw new CaveatError('no-element', `found ${element} as what to mark, wanted an element of the page`);
  }
  const before = attached.get(element);
  const shared = before ?? { owners: 0, marking: mark(element, options) };
  if (owned) shared.owners += 1;
  if (!before) {
    attached.set(element, shared);
    shared.marking.catch((error) => {
      attached.delete(element);
      announce(element, 'caveat-error', { code: error.code, message: error.message });
    });
  }
  const marking = await shared.marking;
  if (before) marking.refresh();
  return owned ? reading(element, shared, marking) : undefined;
}

/** One owner's hold on a marked element; the last to let go takes the marks away. */
function reading(element, shared, marking) {
  let held = true;
  return {
    element,
    get analysis() {
      return marking.analysis;
    },
    get text() {
      return marking.text;
    },
    refresh() {
      return held ? marking.refresh() : marking.analysis;
    },
    destroy() {
      if (!held) return;
      held = false;
      shared.owners -= 1;
      if (shared.owners > 0) return;
      if (attached.get(element) === shared) attached.delete(element);
      marking.destroy();
    },
  };
}

async function mark(element, options) {
  const show = kinds(options.show);
  const bound = await marks(options);
  if (!element.isConnected) {
    throw new CaveatError('no-element', 'found an element that is not in the page, wanted one that is; attach it later');
  }
  let handle = guarded(() => bound.attach(element, show));
  let shown;
  const marking = {
    analysis: undefined,
    lacking: [],
    text: '',
    read() {
      marking.analysis = guarded(() => handle.analysis());
      marking.lacking = lacking(marking.analysis);
      marking.text = handle.text();
      announce(element, 'caveat-ready', { analysis: marking.analysis });
    },
    refresh() {
      guarded(() => handle.refresh());
      marking.read();
      guarded(() => shown.update(marking.text, marking.analysis));
      marking.refine();
      return marking.analysis;
    },
    /** Reads the article again when the places of its countries have come. */
    async refine() {
      try {
        if ((await addShards(bound, marking.lacking)) && shown && !fault) marking.refresh();
      } catch {
        // The marks that there are stay; a fault was told where it happened.
      }
    },
    destroy() {
      marked.delete(element);
      const parts = [shown, handle];
      shown = handle = undefined;
      if (!fault) guarded(() => parts.forEach((part) => part?.free()));
    },
  };
  marked.add(element);
  try {
    marking.read();
    const { Interface } = await load(INTERFACE);
    shown = guarded(() => new Interface(element, handle, marking.text, marking.analysis));
    marking.refine();
  } catch (error) {
    marking.destroy();
    throw error;
  }
  return marking;
}

/** The kinds that an option or an attribute names; all if it is not given. */
function kinds(show) {
  if (show === undefined || show === null) return KINDS;
  const names = typeof show === 'string' ? show.split(/[\s,]+/).filter(Boolean) : [...show];
  for (const name of names) {
    if (!KINDS.includes(name)) {
      throw new CaveatError('bad-option', `found "${name}" in \`show\`, wanted some of: ${KINDS.join(', ')}`);
    }
  }
  return names;
}

/** Calls into the module; whatever it throws comes out as a `CaveatError`. */
function guarded(call) {
  if (fault) throw fault;
  try {
    return call();
  } catch (error) {
    throw fault ?? new CaveatError('unsupported', error.message, error);
  }
}

function load(part, prepare = (bound) => bound.startInterface(stop)) {
  let bound = loading.get(part);
  if (!bound) {
    bound = begin(part, prepare);
    loading.set(part, bound);
    // The next caller may try again, after a lost connection for one.
    bound.catch(() => loading.delete(part));
  }
  return bound;
}

/** Keeps what holds for the whole page: the folder, and the publisher's own knowledge. */
function keep({ base, knowledge } = {}) {
  folder ??= base && new URL(String(base).replace(/\/*$/, '/'), document.baseURI);
  if (!knowledge) return;
  let given;
  try {
    given = JSON.stringify(knowledge);
  } catch {
    // An object in itself is none of a file's.
  }
  given ??= 'null';
  if (!own && !loading.has(MARKS)) own = given;
  if (own === given || keep.told) return;
  keep.told = true;
  console.warn('Caveat: found `knowledge` that comes too late, wanted it once for the page, before the first mark; it is not used');
}

/** The module that marks, with its knowledge. */
function marks(options) {
  keep(options);
  if (loading.has(MARKS)) return loading.get(MARKS);
  if (own) Object.assign(MARKS, MARKS_WITH_KNOWLEDGE);
  core = folder ? new URL('core.pack', folder) : new URL('./core.pack', import.meta.url);
  const pack = allowed().then(() => file(core)).then((answer) => answer.arrayBuffer());
  const rows = own && allowed().then(ownRows);
  for (const coming of [pack, rows]) coming?.catch(() => {});
  return load(MARKS, async (bound) => {
    const bytes = new Uint8Array(await pack);
    try {
      bound.start(bytes, stop);
    } catch (error) {
      throw fault ?? corrupt('corrupt-pack', 'core.pack', error);
    }
    if (rows) await addOwn(bound, rows);
  });
}

/** The publisher's own rows, with texts in place of numbers, for which the engine has no room. */
async function ownRows() {
  const text = (key, value) => (typeof value === 'number' ? String(value) : value);
  const given = JSON.parse(own, text);
  return typeof given === 'string' ? JSON.parse(await (await file(new URL(given, document.baseURI))).text(), text) : given;
}

/** Adds them; without them the marks are as they would be, which is said once. */
async function addOwn(bound, rows) {
  try {
    const found = await rows;
    guarded(() => bound.addKnowledge(found));
  } catch ({ message }) {
    if (fault) throw fault;
    const mend = 'nothing of it is used; check it with `caveat knowledge check`';
    console.warn(`Caveat: the publisher's own knowledge has faults, ${mend}:\n${message.replace(/^Caveat: /, '')}`);
  }
}

/** The shards that an analysis calls for and was made without, if it was made just now. */
function lacking({ shards }) {
  return shards.filter((id) => !added.has(id));
}

/** Fetches these shards, for one or for all that want them; whether any has come. */
async function addShards(bound, missing) {
  for (const id of missing) if (!fetched.has(id)) fetched.set(id, addShard(bound, id));
  await Promise.all(missing.map((id) => fetched.get(id)));
  return missing.some((id) => added.has(id));
}

/** Fetches one; without it the marks stay as they are, which is said once for all. */
async function addShard(bound, id) {
  try {
    const answer = await file(new URL(`places/${id}.pack`, core));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    guarded(() => bound.addShard(id, bytes));
    added.add(id);
  } catch ({ message }) {
    if (!addShard.told && !fault) console.warn(`${message}. The marks stay without the smaller places of ${id}`);
    addShard.told = true;
  }
}

async function begin(part, prepare) {
  await allowed();
  const [bound, module] = await Promise.all([
    glue(part),
    compile(folder ? new URL(part.wasm, folder) : part.ownWasm(), part.wasm),
  ]);
  try {
    await bound.default({ module_or_path: module });
  } catch (error) {
    throw corrupt('corrupt-wasm', part.wasm, error);
  }
  await prepare(bound);
  return bound;
}

/** Fails where the browser or the page's policy has no place for WebAssembly. */
async function allowed() {
  if (typeof WebAssembly !== 'object') {
    throw new CaveatError('no-wasm', 'found no WebAssembly in this browser, wanted any browser of the last years');
  }
  try {
    // Before anything is fetched. WebKit forbids only what happens later.
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (error) {
    throw blocked(error);
  }
}

async function glue(part) {
  try {
    return await (folder ? import(/* @vite-ignore */ /* webpackIgnore: true */ `${folder}${part.glue}`) : part.ownGlue());
  } catch (error) {
    throw new CaveatError(
      'not-found',
      `found no ${part.glue} that loads, wanted it beside caveat.mjs; copy all files of one build together`,
      error,
    );
  }
}

/** Compiles while the bytes come in where the server names their type, and
    without a word in one piece where it does not. */
async function compile(address, name) {
  const answer = await file(address);
  try {
    return answer.headers.get('content-type')?.startsWith('application/wasm') && WebAssembly.compileStreaming
      ? await WebAssembly.compileStreaming(answer)
      : await WebAssembly.compile(await answer.arrayBuffer());
  } catch (error) {
    throw corrupt('corrupt-wasm', name, error);
  }
}

async function file(address) {
  let answer;
  try {
    answer = await fetch(address);
  } catch (error) {
    throw new CaveatError(
      'unreachable',
      `found no answer from ${address}, wanted a file that this page may fetch; check the connection, the policy's connect-src, and CORS if it is another origin`,
      error,
    );
  }
  if (!answer.ok) {
    throw new CaveatError(
      'not-found',
      `found status ${answer.status} at ${address}, wanted the file; copy all files of one build together`,
    );
  }
  return answer;
}

function blocked(error) {
  return new CaveatError(
    'blocked',
    "found a Content-Security-Policy that forbids WebAssembly, wanted 'wasm-unsafe-eval' in its script-src",
    error,
  );
}

function corrupt(code, name, error) {
  if (/content.security.policy|unsafe-eval/i.test(error.message)) return blocked(error);
  return new CaveatError(
    code,
    `found a ${name} that does not load (${error.message}), wanted the one of the same build; copy all its files together`,
    error,
  );
}

/** Called by the module at a fault of ours, before it stops. Takes everything of
    ours out of the page; the glue keeps what follows from the page's error handlers. */
function stop(line) {
  fault = new CaveatError('fault', `found a fault of its own (${line}); the article stays as it was, please report it`);
  console.error(fault.message);
  for (const name of [...(globalThis.CSS?.highlights?.keys() ?? [])]) {
    if (name.startsWith('caveat-')) CSS.highlights.delete(name);
  }
  const foreign = (sheet) => ![...sheet.cssRules].some(({ cssText }) => cssText.includes('::highlight(caveat-'));
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(foreign);
  for (const ours of document.querySelectorAll('caveat-interface, caveat-overlay')) ours.remove();
  const { code, message } = fault;
  for (const element of marked) {
    attached.delete(element);
    setTimeout(() => announce(element, 'caveat-error', { code, message }));
  }
  marked.clear();
}

function announce(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** `<caveat-reader for="#story">`, or around the article itself. */
export function define(options) {
  keep(options);
  if (customElements.get('caveat-reader')) return;
  customElements.define(
    'caveat-reader',
    class extends HTMLElement {
      static observedAttributes = ['for', 'show'];
      /** Counts the changes, so that an answer to an older one is dropped. */
      #change = 0;
      #reading;

      get reading() {
        return this.#reading;
      }

      connectedCallback() {
        this.#begin();
      }

      disconnectedCallback() {
        this.#end();
      }

      attributeChangedCallback() {
        if (this.isConnected) this.#begin();
      }

      async #begin() {
        this.#end();
        const change = this.#change;
        await parsed();
        if (change !== this.#change) return;
        let target = this;
        try {
          const selector = this.getAttribute('for');
          if (selector !== null) target = find(this.getRootNode(), selector);
          const reading = await attach(target, { show: this.getAttribute('show') });
          if (change === this.#change) this.#reading = reading;
          else reading.destroy();
        } catch (error) {
          console.warn(error.message);
          // `attach` has told those that listen on an article.
          if (target === this && error.code !== 'fault') {
            announce(this, 'caveat-error', { code: error.code, message: error.message });
          }
        }
      }

      #end() {
        this.#change += 1;
        this.#reading?.destroy();
        this.#reading = undefined;
      }
    },
  );
}

function find(root, selector) {
  let found;
  try {
    found = root.querySelector(selector);
  } catch (error) {
    throw new CaveatError('bad-option', `found for="${selector}", wanted a CSS selector such as "#story"`, error);
  }
  if (!found) throw new CaveatError('no-element', `found nothing in the page for for="${selector}", wanted an element`);
  return found;
}

/** Resolves when the page's own elements are all there. */
function parsed() {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((then) => document.addEventListener('readystatechange', then, { once: true }));
}

// The same in caveat.js and in caveat.mjs, which a test compares.
export function findArticle() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const length = (element) => element.textContent.trim().length;
  /** How many characters of running text there are; links do not count. */
  const own = (element) =>
    [...element.querySelectorAll('a')].reduce((sum, link) => sum - length(link), length(element));
  const prose = (element) => {
    const paragraphs = [...element.querySelectorAll('p')];
    return paragraphs.length ? paragraphs.reduce((sum, paragraph) => sum + own(paragraph), 0) : own(element);
  };
  /** The one with the most running text, if it has at least so much. */
  const richest = (elements, measure, least) => {
    let [best, most] = [null, least - 1];
    for (const element of elements) {
      const sum = measure(element);
      if (sum > most) [best, most] = [element, sum];
    }
    return best;
  };
  const runs = new Map();
  for (const paragraph of all('p')) {
    const parent = paragraph.parentElement;
    runs.set(parent, (runs.get(parent) ?? 0) + own(paragraph));
  }
  return (
    richest(all('[itemprop~="articleBody"]'), prose, 1) ??
    richest(all('article'), prose, 140) ??
    richest(all('main, [role="main"]'), prose, 400) ??
    richest(runs.keys(), (parent) => runs.get(parent), 500)
  );
}
// End of what is the same.
