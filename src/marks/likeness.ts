/**
 * Likeness: how much of a passage's old context another place has.
 */
import { editDistance } from "../text/edit-distance.ts";
import { compared } from "./compared.ts";
import type { Stretch } from "./compared.ts";
import type { Anchor } from "./mark.ts";

/** The text before and after a stretch, at most `length` UTF-16 code units each. */
export function around(
  text: string,
  [start, end]: Stretch,
  length: number,
): Pick<Anchor, "before" | "after"> {
  return { before: text.slice(Math.max(0, start - length), start), after: text.slice(end, end + length) };
}

/** Before and after. */
export const SIDES = [0, 1] as const;

/** The context of a place, compared with the old context. */
export interface Sides {
  /** The likeness of the text before and after, 0 to 1 each. */
  readonly likes: readonly [before: number, after: number];
  /** Whether the nearest characters on both sides are the same. */
  readonly touches: boolean;
}

/** The number of neighbouring characters on each side that are compared. */
const TOUCHING = 8;

/** Returns a function that compares the context of a stretch of folded text with the passage's, side by side. */
export function sidesOf(
  anchor: Pick<Anchor, "before" | "after">,
): (folded: string, stretch: Stretch) => Sides {
  const before = compared(anchor.before).folded;
  const after = compared(anchor.after).folded;
  return (folded, [start, end]) => {
    const [left, right] = [skipBlanksBack(folded, start), skipBlanks(folded, end)];
    const above = folded.slice(Math.max(0, left - before.length), left);
    const below = folded.slice(right, right + after.length);
    return {
      likes: [alike(before, above), alike(after, below)],
      touches:
        before.slice(-TOUCHING) === above.slice(-TOUCHING) &&
        after.slice(0, TOUCHING) === below.slice(0, TOUCHING),
    };
  };
}

/** As `sidesOf`, both sides together: 0 to 2. */
export function likeness(
  anchor: Pick<Anchor, "before" | "after">,
): (folded: string, stretch: Stretch) => number {
  const sides = sidesOf(anchor);
  return (folded, stretch) => {
    const [before, after] = sides(folded, stretch).likes;
    return before + after;
  };
}

/**
 * Returns a function that counts the characters before and after a stretch of folded text that are the
 * same as next to the passage.
 */
export function runsOf(
  anchor: Pick<Anchor, "before" | "after">,
): (folded: string, stretch: Stretch) => [before: number, after: number] {
  const before = compared(anchor.before).folded;
  const after = compared(anchor.after).folded;
  return (folded, [start, end]) => {
    const [left, right] = [skipBlanksBack(folded, start), skipBlanks(folded, end)];
    let [above, below] = [0, 0];
    while (above < Math.min(before.length, left) && before.at(-1 - above) === folded[left - 1 - above])
      above++;
    while (below < after.length && after[below] === folded[right + below]) below++;
    return [above, below];
  };
}

/** 1 for equal texts, 0 for texts that share nothing. */
function alike(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

function skipBlanks(text: string, at: number): number {
  return text[at] === " " ? at + 1 : at;
}

function skipBlanksBack(text: string, at: number): number {
  return text[at - 1] === " " ? at - 1 : at;
}
