/**
 * Which notes inlines cite.
 */
import type { Inline } from "../document/document.ts";

/** Numbers of the notes whose first citation stands among these inlines, in order. */
export function firstCitedIn(inlines: readonly Inline[]): number[] {
  return inlines.flatMap((inline): number[] => {
    if (inline.type === "citation") return inline.first ? [inline.number] : [];
    return "children" in inline ? firstCitedIn(inline.children) : [];
  });
}
