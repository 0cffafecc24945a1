/**
 * Finds a text in another in time in proportion to both. V8's `indexOf` compares a long text again at each place where its end occurs, so
 * in a page of one repeated letter it takes seconds to find a line of that letter with another one in its middle, and nothing can
 * interrupt it.
 */

/** Texts that are no longer, in UTF-16 code units, are left to V8, which then compares no more than these at each place. */
const SHORT = 64;

/** As `text.indexOf(sought, from)`. */
export function indexIn(text: string, sought: string, from = 0): number {
  if (sought.length <= SHORT) return text.indexOf(sought, from);
  for (const at of longPlaces(text, sought, from)) return at;
  return -1;
}

/** Whether a text contains another. */
export function isIn(text: string, sought: string): boolean {
  return indexIn(text, sought) >= 0;
}

/** The offset of each occurrence of `sought`, which is not empty. They may overlap. */
export function* placesIn(text: string, sought: string): Generator<number> {
  if (sought.length > SHORT) yield* longPlaces(text, sought, 0);
  else for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) yield at;
}

/** The search of Knuth, Morris and Pratt (1977), which never goes back in the text. */
function* longPlaces(text: string, sought: string, from: number): Generator<number> {
  const start = text.indexOf(sought.slice(0, SHORT), from);
  if (start < 0 || start + sought.length > text.length) return;
  const borders = bordersOf(sought);
  let matched = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && sought.charCodeAt(matched) !== unit) matched = borders[matched - 1]!;
    if (sought.charCodeAt(matched) === unit) matched++;
    if (matched < sought.length) continue;
    yield at + 1 - matched;
    matched = borders[matched - 1]!;
  }
}

/** For each beginning of a text, the length of the longest shorter beginning with which it ends. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let length = 0;
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (length > 0 && text.charCodeAt(length) !== unit) length = borders[length - 1]!;
    if (text.charCodeAt(length) === unit) length++;
    borders[at] = length;
  }
  return borders;
}
