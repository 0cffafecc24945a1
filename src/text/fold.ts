/**
 * Folds text for searches: two spellings that fold to the same text match each other.
 */
import { normalized } from "./normalized.ts";
import { once } from "./once.ts";
import { tableOf } from "./own.ts";

/**
 * Combining marks that are accents: those of Latin, Greek and Cyrillic, the points of Hebrew, the vowel signs of
 * Arabic. In other scripts marks are letters (the vowels of Devanagari and Thai, the voicing of kana) and stay.
 */
const accents = once(
  () =>
    /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}]]--[\u3099\u309a]]/gv,
);

/** Letters that Unicode does not decompose and keyboards often lack, and typographic punctuation. */
const PLAIN = tableOf<string>({
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "–": "-",
  "—": "-",
  "‐": "-",
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  ς: "σ",
});
const anyPlain = once(() => new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g"));
const INVISIBLE = /\u034f|[\u00ad\u200b-\u200d\u2060]/g;
const NOT_ASCII = /[^\u0000-\u007f]+/;
const RUNS_NOT_ASCII = new RegExp(NOT_ASCII, "g");

/**
 * Text without accents (NFKD, accents dropped, NFC), with straight quotes and plain hyphens; soft hyphens and joiners
 * are dropped, and case is kept.
 */
export function foldAccents(text: string): string {
  return NOT_ASCII.test(text) ? text.replace(RUNS_NOT_ASCII, foldRun) : text;
}

/** As `foldAccents`, without case. */
export function fold(text: string): string {
  return NOT_ASCII.test(text) ? foldAccents(foldAccents(text).toLowerCase()) : text.toLowerCase();
}

/** ASCII needs no folding; beyond it, most texts have a few quotation marks and little else. */
function foldRun(run: string): string {
  const plain = PLAIN[run];
  if (plain !== undefined) return plain;
  const letters = normalized(run, "NFKD").replace(accents(), "");
  return normalized(letters, "NFC")
    .replace(INVISIBLE, "")
    .replace(anyPlain(), (character) => PLAIN[character] ?? character);
}

/** Whether a query is case-sensitive: smart case, as in ripgrep and fzf. */
export function hasUpperCase(query: string): boolean {
  return /\p{Lu}/u.test(query);
}

export interface Folded {
  readonly folded: string;
  /** For each folded character, its offset in the text; one more entry gives the end. */
  readonly starts: readonly number[];
}

/** Folds one character with its marks at a time, so that a match in the folded text can be marked in the text. */
export function foldWithStarts(text: string, keepCase: boolean): Folded {
  const starts: number[] = [];
  let folded = "";
  let at = 0;
  for (const [character] of text.matchAll(characters())) {
    const one = keepCase ? foldAccents(character) : fold(character);
    for (let i = 0; i < one.length; i++) starts.push(at);
    folded += one;
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}

const characters = once(() => /\P{M}\p{M}*|\p{M}+/gu);
