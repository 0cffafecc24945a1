/**
 * Finding text in an open essay: as it is typed, but for accents, quotation marks and the length of blanks; and
 * for case, unless it is typed with a capital (smart case).
 */
import { foldAccents, fold, foldWithStarts, hasUpperCase } from "../text/fold.ts";
import type { Range } from "./passages.ts";

/** A function that gives the ranges of a text in which `wanted` is found; none if there is nothing to find. */
export function textMatcher(wanted: string): (text: string) => Range[] {
  const cased = hasUpperCase(wanted);
  const sought = (cased ? foldAccents(wanted) : fold(wanted)).trim();
  if (sought === "") return () => [];
  const pattern = new RegExp(sought.split(/\s+/).map(escaped).join("\\s+"), "gu");
  return (text) => {
    const { folded, starts } = foldWithStarts(text, cased);
    return Array.from(folded.matchAll(pattern), (match): Range => [
      starts[match.index]!,
      starts[match.index + match[0].length]!,
    ]);
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
