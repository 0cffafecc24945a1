/**
 * Words that were edited.
 */
import search from "approx-string-match";
import { type Compared, compared } from "./compared.ts";
import type { Stretch } from "./compared.ts";
import { likeness } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

/** What may still be done for a page, in characters of text times pieces of 32 characters sought in it. */
export interface Effort {
  left: number;
}

/** How much of the words may be changed. */
const CHANGED = 0.2;

/** The stretch of the folded text whose words are the anchor's with a fifth changed at most, and no other's. */
export function approximate(
  anchor: Anchor,
  { folded }: Pick<Compared, "folded">,
  effort: Effort,
): Stretch | undefined {
  const words = compared(anchor.words).folded;
  const most = Math.floor(words.length * CHANGED);
  effort.left -= folded.length * Math.ceil(words.length / 32);
  if (most === 0 || effort.left < 0) return undefined;
  const like = likeness(anchor);
  const found = search(folded, words, most).map(({ start, end, errors }) => ({
    start,
    end,
    errors,
    like: like(folded, [start, end]),
  }));
  const [best, second] = found.sort((a, b) => a.errors - b.errors || b.like - a.like);
  if (!best || best.like < 0.8 || (second && second.errors - best.errors < 2)) return undefined;
  return [best.start, best.end];
}
