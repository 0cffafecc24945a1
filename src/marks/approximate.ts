/**
 * Approximate search: finds words that were edited, or that merely look alike.
 *
 *     text     … the quick red fox jumps over the lazy dog …
 *     words         the quick brown fox jumps                    5 of 25 characters are changed at most
 *
 * Most of a text can be ruled out: each changed character spoils three groups of three, so a stretch in which a fifth of the
 * characters is changed keeps two fifths of the groups (the lemma of q-grams, Ukkonen 1992). Myers's algorithm searches the
 * stretches that have enough groups.
 */
import search from "approx-string-match";
import type { Compared, Stretch } from "./compared.ts";
import { append } from "../text/append.ts";

/** The largest share of the words that may be changed. */
const CHANGED = 0.2;
/**
 * The shortest and the longest words, in UTF-16 code units. Shorter words resemble everything; `reworded.ts` searches longer ones by
 * their ends.
 */
const SHORTEST = 12;
export const LONGEST = 400;
const GROUP = 3;

/** The work that is left for a page: characters of text times pieces of 32 characters to search for. */
export interface Effort {
  left: number;
}

/** A stretch that resembles the words, and the number of characters that differ. */
export interface Near {
  readonly stretch: Stretch;
  readonly errors: number;
}

/** The largest number of characters that may differ; 0 for words that are not searched for. */
export function mostErrors(words: string): number {
  return words.length < SHORTEST || words.length > LONGEST ? 0 : Math.floor(words.length * CHANGED);
}

/** Returns the stretches of a folded text that resemble folded words, the nearest first; none if `effort` is used up. */
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
    append(found, searched(folded, words, window, most));
    if (found.length > ENOUGH) break;
  }
  return apart(found.sort((a, b) => a.errors - b.errors));
}

/** A window in pieces that overlap by the length of a match: in a text that repeats itself, the first piece is enough. */
function piecesOf([start, end]: Stretch, reach: number): Stretch[] {
  const step = PIECE * reach;
  return Array.from({ length: Math.max(1, Math.ceil((end - start - reach) / step)) }, (_, nth): Stretch => {
    const from = start + nth * step;
    return [from, Math.min(end, from + step + reach)];
  });
}

const PIECE = 4;

/** The best match in a window, and the best on each side of it: the algorithm returns only the best. */
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

/** Keeps the best of the matches that overlap. */
function apart(found: readonly Near[]): Near[] {
  const kept: Near[] = [];
  for (const one of found) {
    const overlaps = kept.some(({ stretch: [start, end] }) => one.stretch[0] < end && one.stretch[1] > start);
    if (!overlaps && kept.length < ENOUGH) kept.push(one);
  }
  return kept;
}

/** The largest number of matches: if there are more, no single one is meant. */
const ENOUGH = 50;

const groups = new Uint8Array(1 << 16);

/** Stretches of the text that have enough groups of three in common with the words. */
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

/** A number for each group of three characters; different groups may share one. Those of the last long text are cached. */
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
