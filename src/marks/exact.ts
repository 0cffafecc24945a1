/**
 * Words that stand as they stood.
 */
import { type Compared, compared } from "./compared.ts";
import type { Stretch } from "./compared.ts";
import type { Anchor } from "./mark.ts";
import { likeness } from "./likeness.ts";

/** Places that are looked at: words that stand more often are no passage. */
const MOST = 1_000;
/** By how much of what stands around, of 2 for both sides, a place must be more like the old one than the second is. */
const CLEARLY = 0.1;

/**
 * The stretch of the folded text on which the anchor's words stand, the only one or the one with what stood around them;
 * `none` if they stand nowhere, `many` if it can't be told which it is.
 */
export function exact(anchor: Anchor, { folded }: Pick<Compared, "folded">): Stretch | "none" | "many" {
  const words = compared(anchor.words).folded;
  const places = occurrences(folded, words);
  const [first] = places;
  if (first === undefined) return "none";
  if (places.length === 1) return [first, first + words.length];
  const like = likeness(anchor);
  const ranked = places
    .map((start) => ({ start, like: like(folded, [start, start + words.length]) }))
    .sort((a, b) => b.like - a.like);
  const [best, second] = ranked;
  if (!best || best.like - (second?.like ?? 0) < CLEARLY) return "many";
  return [best.start, best.start + words.length];
}

/** Where `words` stand in `text`, whole words only where they begin or end with one. */
export function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === "") return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST; at = text.indexOf(words, at + 1))
    if (isWhole(text, at, at + words.length)) places.push(at);
  return places;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a stretch begins and ends between words. */
function isWhole(text: string, start: number, end: number): boolean {
  const parts = (at: number): boolean => !(LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at] ?? ""));
  return parts(start) && parts(end);
}
