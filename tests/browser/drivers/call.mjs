// How a function of the test travels to the page: as its own source text, with
// arguments that JSON can hold. It sees nothing of the test's other names.

/** An expression that calls the function in the page. */
export function call(fn, args) {
  return `(${fn})(...${JSON.stringify(args)})`;
}
