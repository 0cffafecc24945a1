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

/** Returns a function that gives the likeness of the context of a stretch of folded text to the passage's: 0 to 2, 1 for each side. */
export function likeness(
  anchor: Pick<Anchor, "before" | "after">,
): (folded: string, stretch: Stretch) => number {
  const before = compared(anchor.before).folded;
  const after = compared(anchor.after).folded;
  return (folded, [start, end]) => {
    const [left, right] = [skipBlanksBack(folded, start), skipBlanks(folded, end)];
    const above = folded.slice(Math.max(0, left - before.length), left);
    const below = folded.slice(right, right + after.length);
    return alike(before, above) + alike(after, below);
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
