/**
 * Words that stand as they stood.
 */
import { type Compared, compared, type Stretch } from "./compared.ts";
import { likeness } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

/** Places that are looked at: words that stand more often are no passage. */
const MOST = 1_000;
/** By how much of what stands around, of 2 for both sides, a place must be more like the old one than the second is. */
const CLEARLY = 0.3;
/** What must stand around a place where there are others, and where there were more: the old one may be one that is gone. */
const AMONG_OTHERS = 0.5;
const AMONG_FEWER = 0.8;

/**
 * The stretch of the folded text on which the anchor's words stand, the only one or the one with what stood around them;
 * `none` if they stand nowhere, `many` if it can't be told which it is.
 */
export function exact(anchor: Anchor, { folded }: Pick<Compared, "folded">): Stretch | "none" | "many" {
  const words = compared(anchor.words).folded;
  const places = occurrences(folded, words);
  if (places.length === 0) return "none";
  const start = chosen(anchor, places, folded, words.length);
  return start === undefined ? "many" : [start, start + words.length];
}

function chosen(
  anchor: Anchor,
  places: readonly number[],
  folded: string,
  length: number,
): number | undefined {
  const [nth, of] = anchor.nth ?? [0, 1];
  const [only] = places;
  if (places.length === 1 && of === 1) return only;
  const like = likeness(anchor);
  const likes = places.map((start) => like(folded, [start, start + length]));
  const best = Math.max(...likes);
  const alike = places.filter((_, index) => best - likes[index]! < CLEARLY);
  if (best < (places.length < of ? AMONG_FEWER : AMONG_OTHERS)) return undefined;
  if (alike.length === 1) return alike[0];
  // As many as there were: the same one of them.
  const same = places[nth];
  return places.length === of && same !== undefined && alike.includes(same) ? same : undefined;
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
