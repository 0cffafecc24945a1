/**
 * Words that come near to others: edited, or merely alike.
 *
 *     text     … the quick red fox jumps over the lazy dog …
 *     words         the quick brown fox jumps                    5 of 25 characters are changed at most
 *
 * Most of a text can't hold them, and a look at it says so: a character that is changed spoils three groups of three, so a
 * stretch in which a fifth of the characters is changed keeps two fifths of the groups (the lemma of q-grams, Ukkonen 1992).
 * What has enough of them is searched by Myers's algorithm.
 */
import search from "approx-string-match";
import type { Compared, Stretch } from "./compared.ts";

/** How much of the words may be changed. */
const CHANGED = 0.2;
/** Shorter words come near to everything; longer ones are looked for by their ends (`reworded.ts`). In UTF-16 code units. */
const SHORTEST = 12;
export const LONGEST = 400;
const GROUP = 3;

/** What may still be done for a page, in characters of text times pieces of 32 characters sought in it. */
export interface Effort {
  left: number;
}

/** A stretch that comes near to the words, and how many characters are changed. */
export interface Near {
  readonly stretch: Stretch;
  readonly errors: number;
}

/** How many characters of the words may be changed. */
export function mostErrors(words: string): number {
  return words.length < SHORTEST || words.length > LONGEST ? 0 : Math.floor(words.length * CHANGED);
}

/** The stretches of a folded text that come near to folded words, those with the fewest changes first; none if it takes too much. */
export function nearTo(words: string, { folded }: Pick<Compared, "folded">, effort?: Effort): Near[] {
  const most = mostErrors(words);
  if (most === 0) return [];
  const windows = windowsFor(words, folded, most);
  if (effort) {
    const length = windows.reduce((sum, [start, end]) => sum + end - start, 0);
    effort.left -= folded.length + length * Math.ceil(words.length / 32);
    if (effort.left < 0) return [];
  }
  const found: Near[] = [];
  for (const window of windows.flatMap((one) => piecesOf(one, words.length + most))) {
    found.push(...searched(folded, words, window, most));
    if (found.length > ENOUGH) break;
  }
  return apart(found.sort((a, b) => a.errors - b.errors));
}

/** A window in pieces that overlap by a match: where everything is alike, one of them says so. */
function piecesOf([start, end]: Stretch, reach: number): Stretch[] {
  const step = PIECE * reach;
  return Array.from({ length: Math.max(1, Math.ceil((end - start - reach) / step)) }, (_, nth): Stretch => {
    const from = start + nth * step;
    return [from, Math.min(end, from + step + reach)];
  });
}

const PIECE = 4;

/** The best in a window, and the best on each side of it: the algorithm gives the best alone. */
function searched(text: string, words: string, [from, to]: Stretch, most: number, isFirst = true): Near[] {
  const found = search(text.slice(from, to), words, most).map(({ start, end, errors }): Near => ({
    stretch: [from + start, from + end],
    errors,
  }));
  const [best] = found;
  if (!best || !isFirst) return found;
  const [start, end] = best.stretch;
  return [
    ...found,
    ...searched(text, words, [from, start], most, false),
    ...searched(text, words, [end, to], most, false),
  ];
}

/** The best of those that overlap. */
function apart(found: readonly Near[]): Near[] {
  const kept: Near[] = [];
  for (const one of found) {
    const overlaps = kept.some(({ stretch: [start, end] }) => one.stretch[0] < end && one.stretch[1] > start);
    if (!overlaps && kept.length < ENOUGH) kept.push(one);
  }
  return kept;
}

/** Places that are compared; where more are alike, none is the one that is meant. */
const ENOUGH = 50;

const groups = new Uint8Array(1 << 16);

/** Stretches of the text in which so many groups of three are those of the words that these may stand there. */
function windowsFor(words: string, text: string, most: number): Stretch[] {
  const own = codesOf(words);
  for (const code of own) groups[code] = 1;
  const reach = words.length + most;
  const least = Math.max(1, words.length - GROUP + 1 - most * GROUP);
  const windows: [number, number][] = [];
  const codes = codesOf(text);
  let count = 0;
  for (let at = 0; at < codes.length; at++) {
    count += groups[codes[at]!]!;
    if (at >= reach) count -= groups[codes[at - reach]!]!;
    if (count < least) continue;
    const [start, end] = [Math.max(0, at - reach - most), Math.min(text.length, at + GROUP + most)];
    const last = windows.at(-1);
    if (last && start <= last[1]) last[1] = end;
    else windows.push([start, end]);
  }
  for (const code of own) groups[code] = 0;
  return windows;
}

const known = { text: "", codes: new Uint16Array() };

/** A number for each three characters that follow each other; different ones may share it. The last long text's are kept. */
function codesOf(text: string): Uint16Array {
  if (text === known.text) return known.codes;
  const codes = new Uint16Array(Math.max(0, text.length - GROUP + 1));
  for (let at = 0; at < codes.length; at++)
    codes[at] = (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & 0xffff;
  if (text.length > 10 * LONGEST) {
    known.text = text;
    known.codes = codes;
  }
  return codes;
}
