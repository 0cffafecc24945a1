/**
 * Where words may be parted at the end of a line. The patterns of a language are loaded elsewhere; here stands which words
 * are asked about: whole words in small letters, one capital before them at most. Code, formulas, addresses, names of files
 * and abbreviations are never parted, and neither is the last word of a paragraph.
 */
import type { Role, Span } from "./line.ts";

/** When words are parted: where lines are narrow, everywhere, or nowhere. */
export type Hyphens = "auto" | "always" | "never";

/** Where a word may be parted: offsets in it, in UTF-16 code units, in order. */
export type Hyphenator = (word: string) => readonly number[];

/** The hyphenator of a language (BCP 47), or undefined if there are no patterns for it. */
export type Hyphenators = (language: string) => Hyphenator | undefined;

/** Lines narrower than this, in columns, are uneven without hyphens. Notes in the margin always are. */
const NARROW = 50;

/** Whether words of a text are parted that has so many columns. */
export function partsWords(hyphens: Hyphens, columns: number): boolean {
  return hyphens === "always" || (hyphens === "auto" && columns < NARROW);
}

const WHOLE: ReadonlySet<Role> = new Set<Role>([
  "code",
  "math",
  "mathSource",
  "keyboard",
  "imageName",
  "quiet",
]);
const SHORTEST = 6;
const LONGEST = 60;
/** A word between its quotation marks, brackets and stops. */
const WORD = /^[("“‘«„‚[¿¡]{0,3}(\p{L}\p{Ll}+)[)"”’»“.,;:!?…\]]{0,4}$/u;

/** Every place in the text of `runs` at which a hyphen may end a line, in order. */
export function hyphenPlaces(text: string, runs: readonly Span[], hyphenator: Hyphenator): number[] {
  const whole = wholeRanges(runs);
  const places: number[] = [];
  let nth = 0;
  let start = 0;
  for (let end = text.indexOf(" "); end >= 0; end = text.indexOf(" ", start)) {
    while (nth < whole.length && whole[nth]![1] <= start) nth++;
    const isWhole = nth < whole.length && whole[nth]![0] < end;
    if (!isWhole) for (const at of placesIn(text.slice(start, end), hyphenator)) places.push(start + at);
    start = end + 1;
  }
  return places;
}

function placesIn(token: string, hyphenator: Hyphenator): number[] {
  if (token.length < SHORTEST || token.length > LONGEST) return [];
  const word = WORD.exec(token)?.[1];
  if (word === undefined || word.length < SHORTEST) return [];
  const start = token.indexOf(word);
  return hyphenator(word).map((at) => start + at);
}

/** Where text lies that is never parted. */
function wholeRanges(runs: readonly Span[]): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const { text, roles, breaks } of runs) {
    if (breaks !== undefined || roles.some((role) => WHOLE.has(role))) ranges.push([at, at + text.length]);
    at += text.length;
  }
  return ranges;
}
