/**
 * Likeness: how much of a passage's old context another place has.
 */
import { editDistance } from "../text/edit-distance.ts";
import { compared } from "./compared.ts";
import type { Stretch } from "./compared.ts";
import type { Anchor } from "./mark.ts";

/** Returns a function that compares the context of a stretch of folded text with the passage's: 0 to 2, 1 for each side. */
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
