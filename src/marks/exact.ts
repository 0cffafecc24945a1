/**
 * Words that stand as they stood.
 */
import { type Compared, compared, type Stretch } from "./compared.ts";
import { likeness } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

/** The most places that are looked at: words that stand more often are no passage. */
export const MOST = 100;
/** By how much of what stands around, of 2 for both sides, a place must be more like the old one than others are. */
const CLEARLY = 0.4;
/** By how much they may differ and be called the same. */
const HARDLY = 0.05;
/** How much of it must be there at least; and if there are fewer places than there were, for the old one may be gone. */
const AT_LEAST = 0.5;
const AMONG_FEWER = 1.25;

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
  const { nth, of, like: rival } = anchor.rivals ?? { nth: 0, of: 1, like: 0 };
  const [only] = places;
  if (places.length === MOST) return undefined;
  if (places.length === 1 && of === 1) return only;
  const like = likeness(anchor);
  const likes = places.map((start) => like(folded, [start, start + length]));
  const best = Math.max(...likes);
  if (best < (places.length < of ? AMONG_FEWER : AT_LEAST)) return undefined;
  const within = (much: number): number[] => places.filter((_, index) => best - likes[index]! < much);
  // More like it than any of the others was: those may be gone now, or come.
  const [first, ...rest] = within(isUnedited(best) ? HARDLY : CLEARLY);
  if (rest.length === 0 && best - rival >= (isUnedited(best) ? HARDLY : CLEARLY)) return first;
  // As many as there were: the same one of them.
  const same = places[nth];
  if (places.length !== of || same === undefined || !within(HARDLY).includes(same)) return undefined;
  // What stands around it now may be what stood around another, for two that changed places: unless all stood alike.
  return isUnedited(rival) || isUnedited(likes[nth]!) ? same : undefined;
}

/** Whether what stands around is what stood around. */
function isUnedited(like: number): boolean {
  return like > 2 - HARDLY;
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
