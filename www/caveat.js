// Caveat for any page: <script async src="…/caveat.js"></script>
// Looks whether the page has an article and only then loads the rest, from the
// folder that this file came from. Options are attributes of the tag:
//   data-selector  what to mark, if not the article that is found
//   data-show      the kinds marked at first: "sides places statements"
//   data-base      the folder of the other files, if not this one's
//   data-knowledge  a JSON file with knowledge of your own
//   data-manual    marks nothing; for pages that call `caveat.attach` themselves
// The one global is `caveat`. Before this file is there, calls can be queued:
//   (window.caveat ??= []).push((caveat) => caveat.attach(element))
(() => {
  'use strict';
  const early = window.caveat;
  if (typeof early?.attach === 'function') return;

  const script = document.currentScript ?? document.querySelector('script[src*="caveat.js"]');
  const { base, knowledge, manual, selector, show } = script?.dataset ?? {};
  const folder = new URL(base?.replace(/\/*$/, '/') ?? '.', base === undefined && script?.src ? script.src : document.baseURI);

  let loading;
  const load = () =>
    (loading ??= import(`${new URL('caveat.mjs', folder)}`).then(
      (module) => {
        module.define({ knowledge });
        return module;
      },
      (cause) => {
        loading = undefined;
        const message = `Caveat: found no caveat.mjs that loads in ${folder}, wanted it beside caveat.js; copy all files of one build together`;
        throw Object.assign(new Error(message, { cause }), { code: 'not-found' });
      },
    ));
  const later = (name) => async (...given) => (await load())[name](...given);

  const begin = () => {
    if (manual !== undefined) return;
    if (document.querySelector('caveat-reader')) {
      load().catch((error) => console.warn(error.message));
      return;
    }
    let articles = [];
    try {
      articles = selector === undefined ? [findArticle()] : [...document.querySelectorAll(selector)];
    } catch {
      console.warn(`Caveat: found data-selector="${selector}", wanted a CSS selector such as "#story"`);
      return;
    }
    if (!articles.length) {
      console.warn(`Caveat: found nothing in the page for data-selector="${selector}", wanted an element`);
    }
    articles.filter(Boolean).forEach(mark);
  };

  const mark = async (article) => {
    let module;
    try {
      module = await load();
      await module.attachFound(article, { show });
    } catch ({ code, message }) {
      console.warn(message);
      if (!module) {
        const detail = { code, message };
        article.dispatchEvent(new CustomEvent('caveat-error', { bubbles: true, composed: true, detail }));
      }
    }
  };

  // The same in caveat.js and in caveat.mjs, which a test compares.
  function findArticle() {
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

  const caveat = {
    analyze: later('analyze'),
    attach: later('attach'),
    define: () => load().then(() => {}),
    findArticle,
    init: later('init'),
    push: (...calls) => calls.forEach((call) => call(caveat)),
  };
  window.caveat = caveat;
  if (Array.isArray(early)) caveat.push(...early);

  if (document.readyState === 'loading') document.addEventListener('readystatechange', begin, { once: true });
  else begin();
})();
