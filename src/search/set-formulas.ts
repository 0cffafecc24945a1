/**
 * A passage with its formulas set, and its matches where they now are:
 *
 *     the text $\zeta(s)$ where     matches "zeta"     the text ζ(s) where     matches "ζ(s)"
 *
 * A match within a formula is the same words of the set formula, if it has them, as in `\text{…}`; otherwise the whole formula.
 */
import { firstIndex } from "../text/bisect.ts";
import { joinedNumbered, type NumberedRanges, type Range } from "./ranges.ts";

/** What a formula, with its delimiters, looks like on one line; undefined if it stays as written. */
export type SetFormula = (written: string) => string | undefined;

interface Text {
  readonly text: string;
  /** Where formulas are in it, in order. */
  readonly formulas?: readonly Range[];
}

/** A formula in the text as written, and in the text with formulas set. */
interface Moved {
  readonly from: Range;
  readonly to: Range;
  readonly shown: string;
}

/** The text with its formulas set, and the ranges in it. */
export function withFormulasSet(
  { text, formulas = [] }: Text,
  { ranges, words }: NumberedRanges,
  set: SetFormula,
): NumberedRanges & { readonly text: string } {
  const moved: Moved[] = [];
  let result = "";
  let done = 0;
  for (const from of formulas) {
    const shown = set(text.slice(...from));
    if (shown === undefined) continue;
    result += text.slice(done, from[0]);
    moved.push({ from, to: [result.length, result.length + shown.length], shown });
    result += shown;
    done = from[1];
  }
  if (moved.length === 0) return { text, ranges, words };
  const shownRanges = ranges.map((range) => movedRange(range, text, moved));
  return { text: result + text.slice(done), ...joinedNumbered({ ranges: shownRanges, words }) };
}

function movedRange([start, end]: Range, text: string, moved: readonly Moved[]): Range {
  const [first, last] = [lastBegun(moved, start), lastBegun(moved, end - 1)];
  const own = first !== undefined && first === last && end <= first.from[1] ? first : undefined;
  const at = own?.shown.indexOf(text.slice(start, end)) ?? -1;
  if (own && at >= 0) return [own.to[0] + at, own.to[0] + at + end - start];
  return [
    first && start < first.from[1] ? first.to[0] : shifted(start, first),
    last && end <= last.from[1] ? last.to[1] : shifted(end, last),
  ];
}

/** The last formula that begins at or before an offset. */
function lastBegun(moved: readonly Moved[], offset: number): Moved | undefined {
  return moved[firstIndex(moved, ({ from }) => from[0] > offset) - 1];
}

function shifted(offset: number, before: Moved | undefined): number {
  return before === undefined ? offset : offset + before.to[1] - before.from[1];
}
