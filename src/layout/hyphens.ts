/**
 * Finds where words may be hyphenated at the end of a line. The patterns of a language are loaded elsewhere. This module chooses
 * the words: whole words in lower case, with at most one capital at the beginning. Code, formulas, addresses, file names,
 * abbreviations and the last word of a paragraph are not hyphenated; the last two are if they are wider than a line.
 */
import type { Role, Span } from "./line.ts";

/**
 * When words are hyphenated: freely in narrow lines, and elsewhere only where a line would be too short otherwise; freely in all
 * lines; or never.
 */
export type Hyphens = "auto" | "always" | "never";

/** Returns the offsets at which a word may be hyphenated, in UTF-16 code units, in order. */
export type Hyphenator = (word: string) => readonly number[];

/** Returns the hyphenator of a language (BCP 47), or undefined if the language has no patterns. */
export type Hyphenators = (language: string) => Hyphenator | undefined;

/** How the words of a text are hyphenated. */
export interface Hyphenation {
  /** Returns the hyphenator, or undefined if the language has no patterns. The first call may load them. */
  readonly load: () => Hyphenator | undefined;
  /** Whether only a paragraph is hyphenated that has a line much shorter than the measure otherwise. */
  readonly isLastResort: boolean;
}

/** The width in columns below which lines are narrow. Notes in the margin are always narrower. */
export const NARROW = 50;

/** Whether the words of a text of a given width, in columns, are hyphenated only as a last resort. */
export function isLastResort(hyphens: Exclude<Hyphens, "never">, columns: number): boolean {
  return hyphens === "auto" && columns >= NARROW;
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
/** The longest word that a hyphenator takes, and the longest text between blanks that is taken for a word. */
const LONGEST = 60;
const LONGEST_TOKEN = 200;
/** A word with its quotation marks, brackets and punctuation, perhaps in the possessive. */
const WORD = /^[("“‘«„‚[¿¡]{0,3}(\p{L}\p{Ll}+)(?:['’]\p{L}{1,2})?[)"”’»“.,;:!?…\]]{0,4}$/u;
const WIDE_WORD =
  /^[("“‘«„‚[¿¡]{0,3}(\p{L}\p{Ll}+|\p{Lu}+)(?:['’]\p{L}{1,2})?[)"”’»“.,;:!?…\]]{0,4}[-‐–—]?$/u;

/** The offsets in the text of `runs` at which a line may end with a hyphen, in order. */
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
  return token.length > LONGEST_TOKEN ? [] : placesOf(WORD.exec(token), hyphenator);
}

/**
 * The offsets at which a text that is wider than a line may be hyphenated, in order; none unless it is one word with its punctuation.
 * Unlike `hyphenPlaces`, it hyphenates words in capitals and words of any length, and before a dash.
 */
export function placesInWide(token: string, hyphenator: Hyphenator): number[] {
  return placesOf(WIDE_WORD.exec(token), hyphenator);
}

function placesOf(found: RegExpExecArray | null, hyphenator: Hyphenator): number[] {
  const word = found?.[1];
  if (!found || word === undefined || word.length < SHORTEST) return [];
  const start = found[0].indexOf(word);
  return placesInLong(word, hyphenator).map((at) => start + at);
}

/** A hyphenator takes words up to a length. A longer one is divided where it may be hyphenated. */
function placesInLong(word: string, hyphenator: Hyphenator): number[] {
  const places: number[] = [];
  let start = 0;
  while (word.length - start > LONGEST) {
    const found = hyphenator(word.slice(start, start + LONGEST)).filter(
      (at) => at > 0 && at <= LONGEST - SHORTEST,
    );
    for (const at of found) places.push(start + at);
    start += found.at(-1) ?? LONGEST;
  }
  for (const at of hyphenator(word.slice(start))) places.push(start + at);
  return places;
}

/** The ranges of text that is never hyphenated. */
export function wholeRanges(runs: readonly Span[]): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const { text, roles, breaks } of runs) {
    if (breaks !== undefined || roles.some((role) => WHOLE.has(role))) ranges.push([at, at + text.length]);
    at += text.length;
  }
  return ranges;
}
